//! Markdown of a file as Markdown of a report: its lists, quotes, code and emphasis, and nothing else.
//!
//! Headings are bold, so that the report keeps its own; raw HTML is the text it is, pictures are their
//! alternative text, tables stand as they are written, and an address is a link only if it leads to
//! the web.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::{Place, link, written};
use crate::export::href;
use crate::text::SafeText;

/// The blocks, an empty line behind each.
pub(in crate::export) fn prose(markdown: &str) -> String {
    let mut writer = Writer { source: markdown, ..Writer::default() };
    for (event, range) in Parser::new_ext(markdown, Options::ENABLE_TABLES).into_offset_iter() {
        writer.event(event, range);
    }
    writer.end_block(Gap::Line);
    writer.out
}

/// What stands behind a block.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Gap {
    None,
    Line,
}

#[derive(Default)]
struct Writer<'s> {
    source: &'s str,
    out: String,
    /// The block that is being read, as it is written.
    block: String,
    /// Text that is not escaped yet: what no mark parts is escaped as one.
    said: String,
    /// What each line of the block stands behind: the marks of quotes, the blanks below a bullet.
    margin: String,
    /// What its first line stands behind instead, if it begins an item or a quote.
    first: Option<String>,
    /// How long the margin was before each quote and item that is open.
    margins: Vec<usize>,
    /// The next number of each open list; none for bullets.
    lists: Vec<Option<u64>>,
    /// A list has ended since the last block: what follows belongs to no item of it.
    after_list: bool,
    /// The marks of emphasis that are open, and whether each is written: of nothing they are not.
    marks: Vec<(&'static str, bool)>,
    /// Where each open link leads; those that lead nowhere are text.
    links: Vec<Option<String>>,
    verbatim: Option<TagEnd>,
}

impl Writer<'_> {
    fn event(&mut self, event: Event, range: Range<usize>) {
        match event {
            Event::End(tag) if self.verbatim == Some(tag) => self.end_verbatim(),
            Event::Text(said) if self.verbatim == Some(TagEnd::CodeBlock) => {
                self.block.push_str(&SafeText::block(&said));
            }
            _ if self.verbatim.is_some() => {}
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag),
            Event::Text(said) | Event::Html(said) | Event::InlineHtml(said) => {
                self.said.push_str(&said.replace(['\n', '\r'], " "));
            }
            Event::Code(said) => self.code(&said),
            Event::SoftBreak => self.said.push(' '),
            Event::HardBreak => {
                self.flush(true);
                if !self.block.is_empty() {
                    self.block.push_str("\\\n");
                }
            }
            Event::Rule => {
                self.end_block(Gap::Line);
                self.block.push_str("* * *");
                self.end_block(Gap::Line);
            }
            _ => {}
        }
    }

    /// Writes the text that was gathered. What the parser made of entities is made safe again. A blank
    /// beside a mark would unmake it, and one at the beginning of a line is none.
    fn flush(&mut self, before_mark: bool) {
        let said = std::mem::take(&mut self.said);
        let at_line = self.block.is_empty() || self.block.ends_with('\n');
        let said = if at_line { said.trim_start() } else { &said };
        if said.is_empty() {
            return;
        }
        let place = if at_line && self.marks.iter().all(|(_, written)| *written) {
            Place::Line
        } else {
            Place::Within
        };
        let after_mark = self.marks.iter().any(|(_, is_written)| !is_written);
        self.open_marks();
        let said = SafeText::line(said);
        let bare = said.trim_start_matches(' ');
        let lead = said.len() - bare.len();
        self.block.push_str(&if after_mark { "&#32;" } else { " " }.repeat(lead));
        let inside = bare.trim_end_matches(' ');
        self.block.push_str(&written(inside, place));
        let trail = bare.len() - inside.len();
        self.block.push_str(&if before_mark { "&#32;" } else { " " }.repeat(trail));
    }

    fn code(&mut self, said: &str) {
        self.flush(false);
        self.open_marks();
        let code = SafeText::line(said);
        let fence = fence(&code, 1);
        let gap = if code.starts_with('`') || code.ends_with('`') { " " } else { "" };
        self.block.extend([&fence, gap, &code, gap, &fence]);
    }

    fn open_marks(&mut self) {
        for (mark, is_written) in self.marks.iter_mut().filter(|(_, is_written)| !is_written) {
            // Next to marks of its own kind it would be one with them.
            if self.block.ends_with('*') {
                *mark = if mark.len() == 2 { "__" } else { "_" };
            }
            self.block.push_str(mark);
            *is_written = true;
        }
    }

    fn close_mark(&mut self) {
        let is_written = self.marks.last().is_some_and(|(_, is_written)| *is_written);
        self.flush(is_written);
        if let Some((mark, true)) = self.marks.pop() {
            self.block.push_str(mark);
        }
    }

    fn start(&mut self, tag: Tag, range: Range<usize>) {
        match tag {
            Tag::Heading { .. } | Tag::Strong | Tag::Emphasis => {
                self.flush(false);
                let mark = if matches!(tag, Tag::Emphasis) { "*" } else { "**" };
                self.marks.push((mark, false));
            }
            Tag::CodeBlock(_) => {
                self.end_block(Gap::Line);
                self.verbatim = Some(TagEnd::CodeBlock);
            }
            Tag::Table(_) => {
                self.end_block(Gap::Line);
                let table = self.source.get(range).unwrap_or_default();
                self.block.push_str(&SafeText::block(table));
                self.verbatim = Some(TagEnd::Table);
            }
            Tag::BlockQuote(_) => {
                self.end_block(Gap::Line);
                self.indent("> ", "> ");
            }
            Tag::List(first) => {
                self.end_block(Gap::None);
                self.lists.push(first);
            }
            Tag::Item => self.item(),
            Tag::Link { dest_url, .. } => {
                let to = href(&dest_url).map(|to| SafeText::line(to).to_string());
                if to.is_some() {
                    self.flush(false);
                    self.open_marks();
                    self.block.push('[');
                }
                self.links.push(to);
            }
            _ => {}
        }
    }

    fn item(&mut self) {
        let bullet = match self.lists.last_mut() {
            Some(Some(number)) => {
                *number += 1;
                format!("{}. ", *number - 1)
            }
            _ => "- ".to_owned(),
        };
        self.after_list = false;
        self.indent(&bullet, &" ".repeat(bullet.len()));
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Strong | TagEnd::Emphasis => self.close_mark(),
            TagEnd::Heading(_) => {
                self.close_mark();
                self.end_block(Gap::Line);
            }
            TagEnd::Paragraph | TagEnd::HtmlBlock => self.end_block(Gap::Line),
            TagEnd::BlockQuote(_) => {
                self.outdent();
                // The empty line that its last block left stands outside.
                let written = self.out.trim_end_matches('\n');
                let last = written.rfind('\n').map_or(0, |before| before + 1);
                if written[last..].chars().all(|c| "> ".contains(c)) {
                    self.out.truncate(last);
                }
                self.gap();
            }
            TagEnd::Item => self.outdent(),
            TagEnd::List(_) => {
                self.lists.pop();
                self.after_list = true;
            }
            TagEnd::Link => {
                if let Some(to) = self.links.pop().flatten() {
                    self.flush(true);
                    self.block.extend(["](", &link(&to), ")"]);
                }
            }
            _ => {}
        }
    }

    fn end_verbatim(&mut self) {
        let fence = fence(&self.block, 3);
        self.block = format!("{fence}\n{}\n{fence}", self.block.trim_end_matches('\n'));
        self.verbatim = None;
        self.end_block(Gap::Line);
    }

    /// Further in: the first line stands behind `first`, all others behind `rest`.
    fn indent(&mut self, first: &str, rest: &str) {
        let before = self.first.take().unwrap_or_else(|| self.margin.clone());
        self.first = Some(before + first);
        self.margins.push(self.margin.len());
        self.margin.push_str(rest);
    }

    fn outdent(&mut self) {
        self.end_block(Gap::None);
        self.first = None;
        self.margin.truncate(self.margins.pop().unwrap_or_default());
    }

    /// Writes the block, if there is anything in it.
    fn end_block(&mut self, gap: Gap) {
        self.flush(false);
        let block = std::mem::take(&mut self.block);
        let block = block.trim_end_matches(['\n', ' ']);
        // A break at the end of a block is none.
        let block = block.strip_suffix("\\").filter(|_| block.ends_with("\\\n")).unwrap_or(block);
        if block.is_empty() {
            return;
        }
        if std::mem::take(&mut self.after_list) && !self.out.ends_with("\n\n") {
            self.gap();
        }
        for line in block.lines() {
            let first = self.first.take();
            self.out.push_str(first.as_ref().unwrap_or(&self.margin));
            self.out.push_str(line);
            self.out.truncate(self.out.trim_end_matches(' ').len());
            self.out.push('\n');
        }
        if gap == Gap::Line {
            self.gap();
        }
    }

    fn gap(&mut self) {
        self.out.push_str(self.margin.trim_end());
        self.out.push('\n');
    }
}

/// More backticks than stand together anywhere in a text, and at least so many.
fn fence(code: &str, least: usize) -> String {
    let longest = code.split(|c| c != '`').map(str::len).max().unwrap_or_default();
    "`".repeat(least.max(longest + 1))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_is_structured_stays_so() {
        for (markdown, written) in [
            ("a\nb\n\nc", "a b\n\nc\n\n"),
            ("# h\n\ntext", "**h**\n\ntext\n\n"),
            ("- a\n- b\n  - c\n- d\n\ne", "- a\n- b\n  - c\n- d\n\ne\n\n"),
            ("- a\n  - b\n\n  c", "- a\n\n  - b\n\n  c\n\n"),
            ("3. a\n4. b", "3. a\n4. b\n"),
            ("- a\n\n  b\n- c", "- a\n\n  b\n\n- c\n\n"),
            ("> a\n> - b", "> a\n>\n> - b\n\n"),
            ("- > a", "- > a\n\n"),
            ("- - a", "- - a\n"),
            ("> - > a", "> - > a\n\n"),
            ("> a\n\n> b\n\nc", "> a\n\n> b\n\nc\n\n"),
            ("> x\\>", "> x\\>\n\n"),
            (
                "*a* **b** `c``d` [e](https://f.example)",
                "*a* **b** ```c``d``` [e](<https://f.example>)\n\n",
            ),
            ("*a*_b_", "*a*_b_\n\n"),
            ("```sh\na | b\n## c\n\n```` d\n```", "`````\na | b\n## c\n\n```` d\n`````\n\n"),
            (
                "| a | b |\n|---|---|\n| 1 | <i> |",
                "```\n| a | b |\n|---|---|\n| 1 | <i> |\n```\n\n",
            ),
            ("a  \nb", "a\\\nb\n\n"),
            ("-- *x* -y", "\\-\\- *x* -y\n\n"),
            (
                "It was `x`. Then *y*) [z](https://e.example).",
                "It was `x`. Then *y*) [z](<https://e.example>).\n\n",
            ),
        ] {
            assert_eq!(prose(markdown), written);
        }
    }

    #[test]
    fn nothing_else_becomes_a_mark() {
        for (markdown, written) in [
            ("<b onclick=x>y</b>", "\\<b onclick=x\\>y\\</b\\>\n\n"),
            ("<script>\nx\n</script>", "\\<script\\> x \\</script\\>\n\n"),
            ("![a](https://b.example/c.png)", "a\n\n"),
            ("[a](javascript:b)", "a\n\n"),
            ("&#27;[1m &lt;i&gt;", "␛\\[1m \\<i\\>\n\n"),
            (
                "x www.e.example @me https://e.example",
                "x www&#46;e.example &#64;me https&#58;//e.example\n\n",
            ),
            ("[https:/](javascript:x)/e.example", "https&#58;//e.example\n\n"),
            ("[www](javascript:x).e.example", "www&#46;e.example\n\n"),
            ("a\\\n\\===", "a\\\n\\===\n\n"),
            ("a\\\n\\- b", "a\\\n\\- b\n\n"),
            ("a\\\n\\:   b", "a\\\n&#58;   b\n\n"),
            ("&#32;- x", "\\- x\n\n"),
            ("&nbsp;- x", "\\- x\n\n"),
            ("*&#32;x*", "*x*\n\n"),
            ("y *&#32;x*", "y *&#32;x*\n\n"),
            ("#", ""),
        ] {
            assert_eq!(prose(markdown), written);
        }
    }

    /// What an independent reader makes of it; texts that touch as one.
    fn seen(markdown: &str) -> Vec<String> {
        let mut seen: Vec<String> = Vec::new();
        let mut text = String::new();
        for event in Parser::new_ext(markdown, Options::empty()) {
            match event {
                Event::Text(said) => text.push_str(&said),
                Event::SoftBreak => text.push(' '),
                // Whether a list is loose is how it looks.
                Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph) => {}
                other => {
                    let said = std::mem::take(&mut text);
                    let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
                    seen.extend((!said.is_empty()).then_some(said));
                    seen.push(format!("{other:?}"));
                }
            }
        }
        let said = text.split_whitespace().collect::<Vec<_>>().join(" ");
        seen.extend((!said.is_empty()).then_some(said));
        seen
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]

        #[test]
        fn what_is_written_is_written_the_same_again(
            parts in prop::collection::vec("(\n|\n\n|  |- |> |1\\. |\\*|\\*\\*|_|`|``|```\n|# |a|b c|\\[x\\]\\(https://e\\)|\\\\|<b>|&#32;|===|---|:|\\||~~~|!|\\()", 0..12)
        ) {
            let once = prose(&parts.concat());
            let twice = prose(&once);
            prop_assert_eq!(seen(&twice), seen(&once), "{:?}\n{}\n{}", parts.concat(), once, twice);
            for event in Parser::new_ext(&once, Options::all()) {
                let is_ours = !matches!(
                    event,
                    Event::Html(_) | Event::InlineHtml(_) | Event::Start(Tag::Heading { .. } | Tag::Table(_) | Tag::Image { .. })
                );
                prop_assert!(is_ours, "{:?} became {:?} of\n{}", parts.concat(), event, once);
            }
        }
    }
}
