//! Events that stay in the text and are read again when somebody looks at them.

use std::sync::Arc;

use super::super::{
    diagnostic::Span,
    read::{Ground, Reader},
    report::Faults,
    source::Source,
    tree::{Node, Value},
    yaml,
};
use super::subset;
use crate::model::{self, Event};

/// Where each item of the list stands, and what it is read against.
#[derive(Debug)]
pub(crate) struct Archive {
    pub(super) source: Arc<Source>,
    /// The blanks before each dash.
    pub(super) indent: usize,
    /// Where each item begins, and after them where the list ends.
    pub(super) starts: Vec<u32>,
    pub(super) ground: Ground,
}

impl Archive {
    fn read(&self, index: usize) -> Option<(Event, Span)> {
        let (start, end) = (self.starts.get(index)?, self.starts.get(index + 1)?);
        let node = item(self.source.text(), *start as usize, *end as usize, self.indent)?;
        // What is wrong with it was said when the file was read.
        Reader::on(&self.ground).event(node)
    }

    /// Where the time of an event stands.
    pub(crate) fn place(&self, index: usize) -> Option<Span> {
        self.read(index).map(|(_, place)| place)
    }
}

impl model::Archive for Archive {
    fn event(&self, index: usize) -> Event {
        self.read(index).map(|(event, _)| event).unwrap_or_default()
    }

    /// An escape may hide a letter, and so may a joiner or a sign that Unicode folds to a Latin
    /// letter, all of which begin with the byte E2; a digit may be a Bengali one; and what nobody
    /// can see is shown as its number, whose letters are not in the file.
    fn may_say(&self, index: usize, word: &str) -> bool {
        let (Some(start), Some(end)) = (self.starts.get(index), self.starts.get(index + 1)) else {
            return true;
        };
        let text = &self.source.text().as_bytes()[*start as usize..*end as usize];
        let has_digit = word.bytes().any(|byte| byte.is_ascii_digit());
        memchr::memchr3(b'\\', 0xE2, 0xC2, text).is_some()
            || memchr::memchr3(0xD8, 0xEE, 0xEF, text).is_some()
            || memchr::memchr(0xF3, text).is_some()
            || (has_digit && has_bengali_digit(text))
            || stands_in(word.as_bytes(), text)
    }
}

/// `০` to `৯` are E0 A7 A6 to E0 A7 AF.
fn has_bengali_digit(text: &[u8]) -> bool {
    memchr::memchr_iter(0xA7, text).any(|at| matches!(text.get(at + 1), Some(0xA6..=0xAF)))
}

/// Whether an ASCII word stands in a text, whatever its case.
fn stands_in(word: &[u8], text: &[u8]) -> bool {
    let Some(first) = word.first() else { return true };
    let (small, large) = (first.to_ascii_lowercase(), first.to_ascii_uppercase());
    memchr::memchr2_iter(small, large, text)
        .any(|at| text.get(at..at + word.len()).is_some_and(|here| here.eq_ignore_ascii_case(word)))
}

/// The one item between two places of a text; none if what is there is no item by itself.
pub(super) fn item(text: &str, start: usize, end: usize, indent: usize) -> Option<Node<'_>> {
    subset::item(text, start, end, indent).or_else(|| parsed(text, start, end))
}

/// The same by the parser.
pub(super) fn parsed(text: &str, start: usize, end: usize) -> Option<Node<'_>> {
    let mut faults = Faults::default();
    let root = yaml::parse_part(text, start..end, yaml::Aliases::Refused, &mut faults).ok()??;
    match root.value {
        Value::List(mut items) if items.len() == 1 && faults.is_empty() => items.pop(),
        _ => None,
    }
}
