//! Markdown of a file as elements of a page: a few that we write, everything else as text.
//!
//! Raw HTML is the text it is, pictures are their alternative text, headings are bold paragraphs,
//! and an address is a link only if it leads to the web.

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

use super::super::href;
use crate::text::SafeText;

/// The elements; `escape` makes text of text.
pub(in crate::export) fn prose(markdown: &str, escape: fn(&str) -> String) -> String {
    let mut writer = Writer { out: String::new(), links: Vec::new(), cell: "td", escape };
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES) {
        writer.event(event);
    }
    writer.out
}

struct Writer {
    out: String,
    /// Whether each open link became an element.
    links: Vec<bool>,
    /// The element of a cell of the row of a table that is open.
    cell: &'static str,
    escape: fn(&str) -> String,
}

impl Writer {
    fn event(&mut self, event: Event) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => self.text(&text),
            Event::Code(text) => {
                self.out.push_str("<code>");
                self.text(&text);
                self.out.push_str("</code>");
            }
            Event::SoftBreak => self.out.push('\n'),
            Event::HardBreak => self.out.push_str("<br>"),
            Event::Rule => self.out.push_str("<hr>"),
            _ => {}
        }
    }

    /// The parser turns `&#27;` into what it stands for, so its text is made safe again.
    fn text(&mut self, text: &str) {
        self.out.push_str(&(self.escape)(&SafeText::block(text)));
    }

    fn start(&mut self, tag: Tag) {
        match tag {
            Tag::Link { dest_url, .. } => {
                let href = href(&dest_url).map(|url| (self.escape)(&SafeText::line(url)));
                self.links.push(href.is_some());
                if let Some(href) = href {
                    self.out.push_str("<a rel=\"noreferrer noopener\" href=\"");
                    self.out.push_str(&href);
                    self.out.push_str("\">");
                }
            }
            Tag::Paragraph => self.out.push_str("<p>"),
            Tag::Heading { .. } => self.out.push_str("<p><strong>"),
            Tag::BlockQuote(_) => self.out.push_str("<blockquote>"),
            Tag::CodeBlock(CodeBlockKind::Fenced(_) | CodeBlockKind::Indented) => {
                self.out.push_str("<pre>");
            }
            Tag::List(None) => self.out.push_str("<ul>"),
            Tag::List(Some(_)) => self.out.push_str("<ol>"),
            Tag::Item => self.out.push_str("<li>"),
            Tag::Table(_) => self.out.push_str("<table>"),
            Tag::TableHead => {
                self.cell = "th";
                self.out.push_str("<tr>");
            }
            Tag::TableRow => self.out.push_str("<tr>"),
            Tag::TableCell => {
                self.out.push('<');
                self.out.push_str(self.cell);
                self.out.push('>');
            }
            Tag::Emphasis => self.out.push_str("<em>"),
            Tag::Strong => self.out.push_str("<strong>"),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        let close = match tag {
            TagEnd::Link if self.links.pop() == Some(true) => "</a>",
            TagEnd::Paragraph => "</p>",
            TagEnd::Heading(_) => "</strong></p>",
            TagEnd::BlockQuote(_) => "</blockquote>",
            TagEnd::CodeBlock => "</pre>",
            TagEnd::List(false) => "</ul>",
            TagEnd::List(true) => "</ol>",
            TagEnd::Item => "</li>",
            TagEnd::Table => "</table>",
            TagEnd::TableHead => {
                self.cell = "td";
                "</tr>"
            }
            TagEnd::TableRow => "</tr>",
            TagEnd::TableCell if self.cell == "th" => "</th>",
            TagEnd::TableCell => "</td>",
            TagEnd::Emphasis => "</em>",
            TagEnd::Strong => "</strong>",
            _ => "",
        };
        self.out.push_str(close);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(markdown: &str) -> String {
        prose(markdown, |text| text.replace('<', "&lt;").replace('"', "&quot;"))
    }

    #[test]
    fn marks_become_elements() {
        assert_eq!(
            shown("# a\n\nb *c* **d** `e`\n\n- f\n- [g](https://h.example)"),
            "<p><strong>a</strong></p><p>b <em>c</em> <strong>d</strong> <code>e</code></p>\
             <ul><li>f</li><li><a rel=\"noreferrer noopener\" href=\"https://h.example\">g</a></li></ul>"
        );
    }

    #[test]
    fn a_table_is_one() {
        assert_eq!(
            shown("| a | b |\n|---|---|\n| 1 | <i> |"),
            "<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>&lt;i></td></tr></table>"
        );
    }

    #[test]
    fn nothing_else_does() {
        for (markdown, wanted) in [
            ("<b onclick=x>y</b>", "<p>&lt;b onclick=x>y&lt;/b></p>"),
            ("<script>\nx\n</script>", "&lt;script>\nx\n&lt;/script>"),
            ("![a](https://b.example/c.png)", "<p>a</p>"),
            ("[a](javascript:b) [c](data:d)", "<p>a c</p>"),
            (
                "[a](https://b.example/\"c)",
                "<p><a rel=\"noreferrer noopener\" href=\"https://b.example/&quot;c\">a</a></p>",
            ),
            ("a&#27;b", "<p>a␛b</p>"),
        ] {
            assert_eq!(shown(markdown), wanted);
        }
    }
}
