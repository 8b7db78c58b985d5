//! A line of text that is being typed.

use super::action::Edit;
use crate::text::{SafeText, units};

/// The text and where the next character goes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Line {
    text: String,
    /// A byte index on a border of [`units`].
    at: usize,
}

impl Line {
    /// A line with the cursor at its end.
    pub fn new(text: &str) -> Self {
        Self { text: text.to_owned(), at: text.len() }
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    /// What stands before the cursor and after it.
    pub fn halves(&self) -> (&str, &str) {
        self.text.split_at(self.at)
    }

    /// Only what can be seen is typed, and joiners behind a letter that they join.
    pub fn insert(&mut self, c: char) {
        let before = self.text[..self.at].chars().next_back();
        if is_typed(c, before) {
            self.text.insert(self.at, c);
            self.at += c.len_utf8();
        }
    }

    pub fn edit(&mut self, edit: Edit) {
        match edit {
            Edit::Left => self.at = self.before(),
            Edit::Right => self.at = self.after(),
            Edit::Home => self.at = 0,
            Edit::End => self.at = self.text.len(),
            Edit::Backspace => self.delete_from(self.before_char()),
            Edit::Delete => {
                let end = self.after();
                self.text.replace_range(self.at..end, "");
            }
            Edit::DeleteWord => {
                let kept = self.text[..self.at].trim_end();
                let start = kept.rfind(char::is_whitespace).map_or(0, |blank| blank + 1);
                self.delete_from(start);
            }
            Edit::Clear => *self = Self::default(),
        }
    }

    fn delete_from(&mut self, start: usize) {
        self.text.replace_range(start..self.at, "");
        self.at = start;
    }

    fn before(&self) -> usize {
        units(&self.text[..self.at]).last().map_or(0, |unit| self.at - unit.len())
    }

    /// Backspace takes one character, so that a wrong vowel sign can be mended alone.
    fn before_char(&self) -> usize {
        self.text[..self.at].char_indices().next_back().map_or(0, |(index, _)| index)
    }

    fn after(&self) -> usize {
        units(&self.text[self.at..]).next().map_or(self.at, |unit| self.at + unit.len())
    }
}

/// Whether a character shows as itself where it is typed. Keyboards send some composed letters
/// (U+09DF) that safe text spells with two characters, so it is the mark of what is hidden that
/// counts.
fn is_typed(c: char, before: Option<char>) -> bool {
    let joins = matches!(c, '\u{200C}' | '\u{200D}');
    let place: String = before.filter(|_| joins).into_iter().chain([c]).collect();
    c == '>' || !(c.is_control() || SafeText::line(&place).ends_with('>'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn editing_never_stands_inside_a_letter() {
        let mut line = Line::new("ক্ষতি ab");
        for edit in [Edit::Left, Edit::Left, Edit::Left, Edit::Left] {
            line.edit(edit);
        }
        assert_eq!(line.halves(), ("ক্ষ", "তি ab"));
        line.edit(Edit::Delete);
        assert_eq!(line.text(), "ক্ষ ab");
        line.insert('x');
        assert_eq!(line.halves(), ("ক্ষx", " ab"));
        line.edit(Edit::End);
        line.edit(Edit::DeleteWord);
        assert_eq!(line.text(), "ক্ষx ");
        line.edit(Edit::Clear);
        line.edit(Edit::Backspace);
        line.edit(Edit::Left);
        assert_eq!(line, Line::default());
        line.insert('\u{1b}');
        line.insert('\u{202e}');
        assert_eq!(line.text(), "");
    }

    #[test]
    fn a_joiner_is_typed_only_behind_what_it_joins() {
        let mut line = Line::default();
        for c in "\u{200D}a\u{200C}>\u{200D} \u{200D}র\u{200D}্য".chars() {
            line.insert(c);
        }
        assert_eq!(line.text(), "a> র\u{200D}্য");
    }
}
