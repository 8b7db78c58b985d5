//! The ways in which a list of events is written so that it comes apart.

use std::borrow::Cow;

use super::{
    array::Array,
    block::{self, Cut},
    clean::is_clean,
    json::Json,
    lines, subset,
};
use crate::load::{report::Faults, tree::Node, tree::Value, yaml};

/// Where the items stand, and how they are read.
#[derive(Debug, Clone, Copy)]
pub(super) enum Form {
    /// A block list of YAML.
    Block(Cut),
    /// A list of JSON.
    Array(Array),
    /// Lines of JSON, from a place on.
    Lines(usize),
}

/// What stands behind an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Next {
    /// Another item begins there.
    Item(usize),
    /// The list is over there.
    End(usize),
}

impl Form {
    /// The list of a text, and a tree of what stands above it, with no events in it.
    pub(super) fn find(text: &str) -> Option<(Self, Node<'_>)> {
        if !is_json(text) {
            let (cut, head) = block::find(text)?;
            return Some((Self::Block(cut), head));
        }
        let (array, head) = Array::find(text)?;
        is_clean(text, 0..array.start, true).then_some((Self::Array(array), head))
    }

    /// That tree with what stands below the list, which ends at `end`.
    pub(super) fn with_rest<'s>(
        self,
        head: Node<'s>,
        text: &'s str,
        end: usize,
    ) -> Option<Node<'s>> {
        match self {
            Self::Block(_) => block::with_rest(head, text, end),
            Self::Array(_) if is_clean(text, end..text.len(), true) => {
                Array::with_rest(head, text, end)
            }
            Self::Array(_) => None,
            Self::Lines(_) => Some(head),
        }
    }

    /// Where the first item begins.
    pub(super) fn start(self) -> usize {
        match self {
            Self::Block(cut) => cut.start,
            Self::Array(array) => array.start,
            Self::Lines(start) => start,
        }
    }

    /// Where an item begins, or may begin, at or after `at`; the end of the text where there is none.
    pub(super) fn item_from(self, text: &str, at: usize) -> usize {
        match self {
            Self::Block(cut) => cut.item_from(text, at),
            Self::Array(array) => array.item_from(text, at),
            Self::Lines(_) => lines::item_from(text, at),
        }
    }

    /// What comes after the item that begins at `at`; none where that is not certain.
    pub(super) fn after(self, text: &str, at: usize) -> Option<Next> {
        match self {
            Self::Block(cut) => cut.after(text, at),
            Self::Array(_) => Array::after(text, at),
            Self::Lines(_) => Some(lines::after(text, at)),
        }
    }

    /// Gives the pairs of the item at `at` one by one, if it is of the plain kind; what comes after
    /// it. Whether its bytes are clean is for the caller to judge.
    pub(super) fn pairs<'s>(
        self,
        text: &'s str,
        at: usize,
        take: &mut dyn FnMut(&Node<'s>, Node<'s>) -> Option<()>,
    ) -> Option<Next> {
        match self {
            Self::Block(cut) => subset::pairs(text, at, cut, take),
            Self::Array(_) => Array::pairs(text, at, take),
            Self::Lines(_) => lines::pairs(text, at, take),
        }
    }

    /// Whether line breaks of every kind and tabs may stand between the values.
    pub(super) fn has_free_blanks(self) -> bool {
        !matches!(self, Self::Block(_))
    }

    /// The one item between two places of a text, and whether it was read without the parser; none
    /// if what is there is no item by itself.
    pub(super) fn item(self, text: &str, start: usize, end: usize) -> Option<Node<'_>> {
        self.plain(text, start, end).or_else(|| self.parsed(text, start, end))
    }

    /// The same without the parser.
    pub(super) fn plain(self, text: &str, start: usize, end: usize) -> Option<Node<'_>> {
        match self {
            Self::Block(cut) => subset::item(text, start, end, cut.indent),
            Self::Array(_) if is_clean(text, start..end, true) => Json::new(text, start).value(),
            Self::Lines(_) if is_clean(text, start..end, true) => lines::item(text, start),
            Self::Array(_) | Self::Lines(_) => None,
        }
    }

    /// The same by the parser.
    pub(super) fn parsed(self, text: &str, start: usize, end: usize) -> Option<Node<'_>> {
        let mut faults = Faults::default();
        let end = match self {
            Self::Block(cut) if !cut.is_straight(&text[start..end]) => return None,
            Self::Block(_) => end,
            Self::Array(_) => {
                // What is no JSON may mean something else by itself: a comment hides what closes it.
                let end = Array::end_of(text, start)?;
                serde_json::from_str::<serde::de::IgnoredAny>(&text[start..end]).ok()?;
                end
            }
            // A line that is none is for the reader of lines.
            Self::Lines(_) => return None,
        };
        let root =
            yaml::parse_part(text, start..end, yaml::Aliases::Refused, &mut faults).ok()??;
        faults.is_empty().then_some(())?;
        match (self, root.value) {
            (Self::Block(_), Value::List(mut items)) if items.len() == 1 => items.pop(),
            (Self::Array(_), value @ Value::Map(_)) => Some(Node { value, ..root }),
            _ => None,
        }
    }

    /// The beginning of a text as a whole of its own: up to the last item that surely ends in it.
    pub(super) fn beginning(self, text: &str) -> Option<Cow<'_, str>> {
        let start = self.start();
        let (end, close) = match self {
            Self::Block(cut) => (cut.last_item(text), ""),
            Self::Array(array) => (array.end_of_last(text), "]}"),
            Self::Lines(_) => return None,
        };
        let beginning = text.get(..end).filter(|_| end > start)?;
        Some(if close.is_empty() { beginning.into() } else { format!("{beginning}{close}").into() })
    }
}

/// Whether a text is JSON, if it is anything.
pub(super) fn is_json(text: &str) -> bool {
    text.trim_ascii_start().starts_with('{')
}
