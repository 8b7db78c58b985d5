//! Markdown as styled lines: emphasis, lists, headings, quotes, code and links.
//!
//! Raw HTML is shown as the text it is; pictures are their alternative text.

use pulldown_cmark::{Event, Parser, Tag, TagEnd};
use ratatui::style::{Modifier, Style};

use super::styled::{Line, flow};
use super::theme::{Palette, Role};
use crate::text::SafeText;

/// The lines of a text, each at most `width` cells wide.
pub(super) fn lines(text: &str, width: u16, palette: Palette) -> Vec<Line> {
    let mut writer = Writer::new(width, palette);
    for event in Parser::new(text) {
        writer.event(event);
    }
    writer.end_block();
    while writer.lines.last().is_some_and(Vec::is_empty) {
        writer.lines.pop();
    }
    writer.lines
}

struct Writer {
    width: u16,
    palette: Palette,
    lines: Vec<Line>,
    /// The block that is being read.
    runs: Line,
    style: Vec<Style>,
    /// The next number of each open list; none for bullets.
    lists: Vec<Option<u64>>,
    /// What stands before the block's first line.
    marker: String,
    link: Option<String>,
}

impl Writer {
    fn new(width: u16, palette: Palette) -> Self {
        Self {
            width,
            palette,
            lines: Vec::new(),
            runs: Vec::new(),
            style: vec![palette.role(Role::Text)],
            lists: Vec::new(),
            marker: String::new(),
            link: None,
        }
    }

    fn event(&mut self, event: Event) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => self.push(&text),
            Event::Code(text) => {
                let style = self.now().patch(self.palette.role(Role::Accent));
                self.push_styled(&text, style.remove_modifier(Modifier::BOLD));
            }
            Event::SoftBreak => self.push(" "),
            Event::HardBreak => self.push("\n"),
            Event::Rule => {
                self.end_block();
                self.lines.push(vec![("* * *".to_owned(), self.palette.role(Role::Dim))]);
            }
            _ => {}
        }
    }

    fn now(&self) -> Style {
        self.style.last().copied().unwrap_or_default()
    }

    fn push(&mut self, text: &str) {
        self.push_styled(text, self.now());
    }

    /// The parser turns `&#27;` into what it stands for, so its text is made safe again.
    fn push_styled(&mut self, text: &str, style: Style) {
        self.runs.push((SafeText::block(text).to_string(), style));
    }

    fn start(&mut self, tag: Tag) {
        let now = self.now();
        match tag {
            Tag::Emphasis => self.style.push(now.add_modifier(Modifier::ITALIC)),
            Tag::Strong => self.style.push(now.add_modifier(Modifier::BOLD)),
            Tag::Link { dest_url, .. } => {
                self.link = Some(dest_url.to_string());
                self.style.push(now.add_modifier(Modifier::UNDERLINED));
            }
            Tag::Heading { .. } => {
                self.end_block();
                self.style.push(self.palette.role(Role::Title));
            }
            Tag::BlockQuote(_) => {
                self.end_block();
                self.style.push(self.palette.role(Role::Dim));
            }
            Tag::List(first) => {
                self.end_block();
                self.lists.push(first);
            }
            Tag::Item => self.item(),
            _ => {}
        }
    }

    fn item(&mut self) {
        self.end_block();
        self.marker = match self.lists.last_mut() {
            Some(Some(number)) => {
                *number += 1;
                format!("{}. ", *number - 1)
            }
            _ => "- ".to_owned(),
        };
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Emphasis | TagEnd::Strong => self.unstyle(),
            TagEnd::Link => {
                self.unstyle();
                if let Some(url) = self.link.take() {
                    let shown = self.runs.last().map(|(text, _)| text.as_str());
                    if shown != Some(url.as_str()) {
                        let dim = self.palette.role(Role::Dim);
                        self.push_styled(&format!(" <{url}>"), dim);
                    }
                }
            }
            TagEnd::Heading(_) | TagEnd::BlockQuote(_) => {
                self.end_block();
                self.unstyle();
            }
            TagEnd::Paragraph => {
                self.end_block();
                if self.lists.is_empty() {
                    self.lines.push(Vec::new());
                }
            }
            TagEnd::CodeBlock => self.end_block(),
            TagEnd::Item => {
                self.end_block();
                // An empty item has nothing to stand before.
                self.marker.clear();
            }
            TagEnd::List(_) => {
                self.end_block();
                self.lists.pop();
                if self.lists.is_empty() {
                    self.lines.push(Vec::new());
                }
            }
            _ => {}
        }
    }

    fn unstyle(&mut self) {
        if self.style.len() > 1 {
            self.style.pop();
        }
    }

    /// Wraps what was read since the last block.
    fn end_block(&mut self) {
        let runs = std::mem::take(&mut self.runs);
        if runs.iter().all(|(text, _)| text.trim().is_empty()) {
            return;
        }
        let marker = std::mem::take(&mut self.marker);
        let level = self.lists.len().saturating_sub(1) * 2;
        let indent = if self.lists.is_empty() { 0 } else { level + marker.len().max(2) };
        let mut lines = flow(&runs, self.width, indent);
        let blanks = lines.first_mut().and_then(|line| line.first_mut());
        if let (Some(first), true) = (blanks, indent > 0 && !marker.is_empty()) {
            *first = (format!("{}{marker}", " ".repeat(level)), self.palette.role(Role::Dim));
        }
        self.lines.append(&mut lines);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::Theme;

    fn plain(text: &str, width: u16) -> Vec<String> {
        lines(text, width, Palette::new(Theme::Mono))
            .into_iter()
            .map(|line| line.into_iter().map(|(text, _)| text).collect())
            .collect()
    }

    #[test]
    fn blocks_stand_apart_and_lists_are_indented() {
        let text = "One *two* **three**\nfour\n\n- a [b](https://example.org)\n- c\n\n2. d\n\nlast";
        assert_eq!(
            plain(text, 60),
            [
                "One two three four",
                "",
                "- a b <https://example.org>",
                "- c",
                "",
                "2. d",
                "",
                "last"
            ]
        );
        assert_eq!(plain("- one two three", 9), ["- one two", "  three"]);
        assert!(plain("", 10).is_empty());
    }

    #[test]
    fn what_is_written_as_an_entity_is_made_safe() {
        let shown = plain("&#27;]0;x&#7; &#x202e;a [b](https://e.org/&#27;c) `&#27;`", 80).concat();
        assert!(!shown.contains(char::is_control), "{shown:?}");
        assert!(shown.contains("␛]0;x␇ <U+202E>a"), "{shown:?}");
    }

    #[test]
    fn an_empty_item_takes_nothing_from_what_follows() {
        assert_eq!(plain("- a\n-\n\nlost **words** here", 60).last().unwrap(), "lost words here");
        assert_eq!(plain("-\n\n&#10;text", 60).concat().trim(), "text");
    }

    #[test]
    fn html_is_text() {
        assert_eq!(plain("<b>x</b>", 20), ["<b>x</b>"]);
    }

    #[test]
    fn styles_follow_the_marks() {
        let line = &lines("a **b**", 20, Palette::new(Theme::Mono))[0];
        assert!(line.iter().any(|(t, s)| t == "b" && s.add_modifier.contains(Modifier::BOLD)));
    }
}
