//! The events of a JSON file, cut and read without the parser.
//!
//! ```text
//!   file  = "{" { pair "," } "events": "[" item { "," item } "]" { "," pair } "}"
//!   item  = an object, read from its beginning; where it ends the next one begins
//! ```
//!
//! JSON has no lines, so a place in the middle of it may be inside a text. Where a chunk begins is
//! therefore guessed, by what stands between the first two items up to the first key of the second,
//! and the guess is checked: the chunk before must end exactly there.

use memchr::memmem;

use super::Next;
use super::json::Json;
use crate::load::{
    diagnostic::Span,
    import,
    tree::{Node, Value},
};

/// The list under `"events"` of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Array {
    /// Where the first item begins.
    pub(super) start: usize,
    /// What stands from the end of the first item to the end of the second's first key; empty
    /// where there is no second one.
    mark: (usize, usize),
}

impl Array {
    /// The list and what stands before it, with no events in it.
    pub(super) fn find(text: &str) -> Option<(Self, Node<'_>)> {
        let mut json = Json::new(text, 0);
        json.skip_blanks();
        let open = json.at;
        json.eat(b'{')?;
        json.skip_blanks();
        let mut pairs = Vec::new();
        loop {
            let key = json.key()?;
            if key.scalar() == Some("events") {
                let span = Span::new(json.at, json.at);
                json.eat(b'[')?;
                json.skip_blanks();
                (json.peek() == Some(b'{')).then_some(())?;
                let start = json.at;
                pairs.push((key, Node { span, value: Value::List(Vec::new()) }));
                let root = Node { span: Span::new(open, open + 1), value: Value::Map(pairs) };
                return Some((Self { start, mark: mark(text, start).unwrap_or_default() }, root));
            }
            pairs.push((key, json.value()?));
            json.comma()?;
        }
    }

    /// The whole root: what stands before the events, and what stands behind them from `end` on.
    pub(super) fn with_rest<'s>(head: Node<'s>, text: &'s str, end: usize) -> Option<Node<'s>> {
        let Value::Map(mut pairs) = head.value else { return None };
        let mut json = Json::new(text, end);
        json.eat(b']')?;
        if let Some((_, events)) = pairs.last_mut() {
            events.span.end = json.at as u32;
        }
        json.skip_blanks();
        while json.eat(b'}').is_none() {
            json.comma()?;
            pairs.push((json.key()?, json.value()?));
            json.skip_blanks();
        }
        let span = Span { end: json.at as u32, ..head.span };
        json.skip_blanks();
        json.is_over().then_some(())?;
        let count = |name| pairs.iter().filter(|(key, _)| key.scalar() == Some(name)).count();
        (count("events") == 1 && count("title") == 1).then_some(())?;
        let root = Node { span, value: Value::Map(pairs) };
        (!import::is_known(&root)).then_some(root)
    }

    /// Where an item probably begins, at or after `at`; the end of the text where there is none.
    pub(super) fn item_from(self, text: &str, at: usize) -> usize {
        let (start, end) = self.mark;
        let mark = &text.as_bytes()[start..end];
        let begins = mark.iter().position(|byte| *byte == b'{');
        let found = text.as_bytes().get(at..).and_then(|rest| memmem::find(rest, mark));
        begins.zip(found).map_or(text.len(), |(begins, found)| at + found + begins)
    }

    /// Gives the pairs of the item at `at` one by one; what comes after it. None if it has to be
    /// read in another way, or if `take` gives up.
    pub(super) fn pairs<'s>(
        text: &'s str,
        at: usize,
        take: &mut dyn FnMut(&Node<'s>, Node<'s>) -> Option<()>,
    ) -> Option<Next> {
        let mut json = Json::bare(text, at);
        json.pairs(&mut |key, value| take(&key, value))?;
        json.next_item()
    }

    /// What comes after the item at `at`.
    pub(super) fn after(text: &str, at: usize) -> Option<Next> {
        let mut json = Json::new(text, at);
        json.pass_over()?;
        json.next_item()
    }

    /// Where the item at `at` ends itself.
    pub(super) fn end_of(text: &str, at: usize) -> Option<usize> {
        let mut json = Json::new(text, at);
        json.pass_over()?;
        Some(json.at)
    }

    /// Where the last item ends of those that follow each other from the first.
    pub(super) fn end_of_last(self, text: &str) -> usize {
        let mut json = Json::new(text, self.start);
        let mut end = self.start;
        while json.pass_over().is_some() {
            end = json.at;
            if !matches!(json.next_item(), Some(Next::Item(_))) {
                break;
            }
        }
        end
    }
}

fn mark(text: &str, start: usize) -> Option<(usize, usize)> {
    let mut json = Json::new(text, start);
    json.pass_over()?;
    let end = json.at - 1;
    json.next_item()?;
    json.eat(b'{')?;
    json.skip_blanks();
    json.key()?;
    Some((end, json.at))
}
