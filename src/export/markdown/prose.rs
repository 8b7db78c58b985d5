//! Markdown of a file as Markdown of a report: its lists, quotes, code and emphasis, and nothing else.
//!
//! Headings are bold, so that the report keeps its own; raw HTML is the text it is, pictures are their
//! alternative text, and an address is a link only if it leads to the web.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd, TextMergeStream};

use super::{link, text};
use crate::export::href;
use crate::text::SafeText;

/// The blocks, an empty line behind each.
pub(in crate::export) fn prose(markdown: &str) -> String {
    let mut writer = Writer::default();
    for event in TextMergeStream::new(Parser::new_ext(markdown, Options::empty())) {
        writer.event(event);
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
struct Writer {
    out: String,
    /// The block that is being read, as it is written.
    block: String,
    /// What each line of it stands behind: the marks of quotes, the blanks below a bullet.
    margin: String,
    /// The bullet of the next block, if one begins an item.
    bullet: Option<String>,
    /// How long the margin was before each quote and item that is open.
    margins: Vec<usize>,
    /// The next number of each open list; none for bullets.
    lists: Vec<Option<u64>>,
    /// Where each open link leads; those that lead nowhere are text.
    links: Vec<Option<String>>,
    in_code: bool,
}

impl Writer {
    fn event(&mut self, event: Event) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(said) if self.in_code => self.block.push_str(&SafeText::block(&said)),
            Event::Text(said) | Event::Html(said) | Event::InlineHtml(said) => self.text(&said),
            Event::Code(said) => self.code(&said),
            Event::SoftBreak => self.block.push(' '),
            Event::HardBreak => self.block.push_str("\\\n"),
            Event::Rule => {
                self.block.push_str("* * *");
                self.end_block(Gap::Line);
            }
            _ => {}
        }
    }

    /// What the parser made of entities is made safe again. Only at the beginning of a block can a text
    /// begin a list.
    fn text(&mut self, said: &str) {
        let written = text(&SafeText::line(said.replace('\n', " ").trim_end_matches('\r')));
        let bare = written.strip_prefix('\\').filter(|bare| bare.starts_with(['-', '+', '=', '(']));
        self.block.push_str(bare.filter(|_| !self.block.is_empty()).unwrap_or(&written));
    }

    fn code(&mut self, said: &str) {
        let code = SafeText::line(said);
        let fence = fence(&code, 1);
        let gap = if code.starts_with('`') || code.ends_with('`') { " " } else { "" };
        self.block.extend([&fence, gap, &code, gap, &fence]);
    }

    fn start(&mut self, tag: Tag) {
        match tag {
            Tag::Heading { .. } | Tag::Strong => self.block.push_str("**"),
            Tag::Emphasis => self.block.push('*'),
            Tag::CodeBlock(_) => {
                self.end_block(Gap::Line);
                self.in_code = true;
            }
            Tag::BlockQuote(_) => {
                self.end_block(Gap::Line);
                self.indent("> ");
            }
            Tag::List(first) => {
                self.end_block(Gap::None);
                self.lists.push(first);
            }
            Tag::Item => self.item(),
            Tag::Link { dest_url, .. } => {
                let to = href(&dest_url).map(|to| SafeText::line(to).to_string());
                self.block.push_str(if to.is_some() { "[" } else { "" });
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
        self.indent(&" ".repeat(bullet.len()));
        self.bullet = Some(bullet);
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Strong => self.block.push_str("**"),
            TagEnd::Emphasis => self.block.push('*'),
            TagEnd::Heading(_) => {
                self.block.push_str("**");
                self.end_block(Gap::Line);
            }
            TagEnd::Paragraph | TagEnd::HtmlBlock => self.end_block(Gap::Line),
            TagEnd::CodeBlock => {
                let fence = fence(&self.block, 3);
                self.block = format!("{fence}\n{}\n{fence}", self.block.trim_end_matches('\n'));
                self.in_code = false;
                self.end_block(Gap::Line);
            }
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
                if self.lists.is_empty() && !self.out.ends_with("\n\n") {
                    self.gap();
                }
            }
            TagEnd::Link => {
                let to = self.links.pop().flatten();
                self.block.extend(to.map(|to| format!("]({})", link(&to))));
            }
            _ => {}
        }
    }

    fn indent(&mut self, by: &str) {
        self.margins.push(self.margin.len());
        self.margin.push_str(by);
    }

    fn outdent(&mut self) {
        self.end_block(Gap::None);
        self.bullet = None;
        self.margin.truncate(self.margins.pop().unwrap_or_default());
    }

    /// Writes the block, if there is anything in it.
    fn end_block(&mut self, gap: Gap) {
        let block = std::mem::take(&mut self.block);
        if block.trim().is_empty() {
            return;
        }
        let before = self.margins.last().copied().unwrap_or_default();
        for line in block.trim().lines() {
            match self.bullet.take() {
                Some(bullet) => self.out.extend([&self.margin[..before], &bullet]),
                None => self.out.push_str(&self.margin),
            }
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
    use super::*;

    #[test]
    fn what_is_structured_stays_so() {
        for (markdown, written) in [
            ("a\nb\n\nc", "a b\n\nc\n\n"),
            ("# h\n\ntext", "**h**\n\ntext\n\n"),
            ("- a\n- b\n  - c\n- d\n\ne", "- a\n- b\n  - c\n- d\n\ne\n\n"),
            ("3. a\n4. b", "3. a\n4. b\n\n"),
            ("- a\n\n  b\n- c", "- a\n\n  b\n\n- c\n\n"),
            ("> a\n> - b", "> a\n>\n> - b\n\n"),
            (
                "*a* **b** `c``d` [e](https://f.example)",
                "*a* **b** ```c``d``` [e](<https://f.example>)\n\n",
            ),
            ("```sh\na | b\n## c\n\n```` d\n```", "`````\na | b\n## c\n\n```` d\n`````\n\n"),
            ("> a\n\n> b\n\nc", "> a\n\n> b\n\nc\n\n"),
            ("> x\\>", "> x\\>\n\n"),
            ("a  \nb", "a\\\nb\n\n"),
            ("-- *x* -y", "\\-\\- *x* -y\n\n"),
        ] {
            assert_eq!(prose(markdown), written);
            assert_eq!(prose(written), written, "the second time");
        }
    }

    #[test]
    fn nothing_else_becomes_a_mark() {
        for (markdown, written) in [
            ("<b onclick=x>y</b>", "\\<b onclick=x\\>y\\</b\\>\n\n"),
            ("<script>\nx\n</script>", "\\<script\\> x \\</script\\>\n\n"),
            ("![a](https://b.example/c.png)", "a\n\n"),
            ("[a](javascript:b)", "a\n\n"),
            ("| a | b |\n|---|---|", "\\| a \\| b \\| \\|-\\-\\-\\|-\\-\\-\\|\n\n"),
            ("&#27;[1m &lt;i&gt;", "␛\\[1m \\<i\\>\n\n"),
            (
                "x www.e.example @me https://e.example",
                "x www&#46;e.example &#64;me https&#58;//e.example\n\n",
            ),
        ] {
            assert_eq!(prose(markdown), written);
        }
    }
}
