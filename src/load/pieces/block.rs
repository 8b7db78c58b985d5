//! A block list of YAML: where its items begin and end, and what stands around it.
//!
//! Inside a block list whose dashes stand behind `indent` spaces, a line of exactly so many spaces
//! and a dash, followed by a blank or the end of the line, begins an item in any YAML 1.2 document:
//! what continues a quoted, plain, flow or block text is deeper. A parser that allows shallower
//! lines may disagree, but then the item before does not parse by itself, and the file is read in
//! one piece. Comments and blank lines belong to the item above.

use std::ops::Range;

use memchr::{memchr, memmem};

use super::Next;
use crate::load::{
    diagnostic::Span,
    import,
    report::Faults,
    tree::{Node, Value},
    yaml,
};

/// The block list under `events:` of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cut {
    /// Where the first item's line begins.
    pub(super) start: usize,
    /// The blanks before each dash.
    pub(super) indent: usize,
}

impl Cut {
    /// Finds the list; none where it does not stand in lines of its own.
    pub(super) fn find(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        let mut at = 0;
        let mut is_under = false;
        while at < bytes.len() {
            let line = line(bytes, at);
            if is_under && !is_filler(line) {
                let indent = blanks(line);
                return begins_item(line, indent).then_some(Self { start: at, indent });
            }
            if !is_under && line.first() == Some(&b'%') {
                return None;
            }
            is_under |= line.strip_prefix(b"events:").is_some_and(is_filler);
            at += line.len() + 1;
        }
        None
    }

    /// The first item at or after `at`, looked for at the beginnings of lines; the end of the text
    /// where there is none.
    pub(super) fn item_from(self, text: &str, at: usize) -> usize {
        let mark = format!("\n{}-", " ".repeat(self.indent));
        let mut from = at.saturating_sub(1).max(self.start.saturating_sub(1));
        while let Some(found) =
            text.as_bytes().get(from..).and_then(|b| memmem::find(b, mark.as_bytes()))
        {
            let start = from + found + 1;
            if begins_item(line(text.as_bytes(), start), self.indent) {
                return start;
            }
            from = start;
        }
        text.len()
    }

    /// Whether no line of an item is shallower than what stands behind its dash. By itself the parser
    /// may take such a line for the end of the document, in the whole file it is at fault.
    pub(super) fn is_straight(self, item: &str) -> bool {
        let mut lines = item.lines().map(str::as_bytes);
        let first = lines.next().unwrap_or_default();
        let behind = first.get(self.indent + 1..).unwrap_or_default();
        let column = self.indent + 1 + blanks(behind);
        !breaks_by_itself(item) && lines.all(|line| is_filler(line) || blanks(line) >= column)
    }

    /// Whether a line begins an item.
    pub(super) fn is_item(self, line: &[u8]) -> bool {
        begins_item(line, self.indent)
    }

    /// Where the last item begins of those that follow each other from the first.
    pub(super) fn last_item(self, text: &str) -> usize {
        let mut last = self.start;
        while let Some(Next::Item(next)) = self.after(text, last) {
            last = next;
        }
        last
    }

    /// What comes after the item that begins at `at`; none where an indentation says nothing for
    /// certain.
    pub(super) fn after(self, text: &str, at: usize) -> Option<Next> {
        let bytes = text.as_bytes();
        let mut at = at + line(bytes, at).len() + 1;
        while at < bytes.len() {
            let line = line(bytes, at);
            let depth = blanks(line);
            if depth <= self.indent && !is_filler(line) {
                return match line[depth] {
                    b'\t' => None,
                    _ if begins_item(line, self.indent) => Some(Next::Item(at)),
                    _ => Some(Next::End(at)),
                };
            }
            at += line.len() + 1;
        }
        Some(Next::End(bytes.len()))
    }
}

/// The list, and a tree of what stands above it.
pub(super) fn find(text: &str) -> Option<(Cut, Node<'_>)> {
    let cut = Cut::find(text)?;
    let head = part(text, 0..cut.start)?;
    let list = Span::new(cut.start, cut.start);
    Some((cut, with_events(head, list)?))
}

/// A part of the file that must be a document by itself, without faults.
fn part(text: &str, range: Range<usize>) -> Option<Node<'_>> {
    let mut faults = Faults::default();
    let root = yaml::parse_part(text, range, yaml::Aliases::Limited, &mut faults).ok()??;
    faults.is_empty().then_some(root)
}

/// The head, its `events:` no longer empty. Another program's file is read in one piece; so is one
/// without a title above its events, since it may be one.
fn with_events(head: Node<'_>, list: Span) -> Option<Node<'_>> {
    if import::is_known(&head) {
        return None;
    }
    let Value::Map(mut pairs) = head.value else { return None };
    pairs.iter().any(|(key, _)| key.scalar() == Some("title")).then_some(())?;
    let is_events = |(key, _): &&(Node, Node)| key.scalar() == Some("events");
    (pairs.iter().filter(is_events).count() == 1).then_some(())?;
    let (key, value) = pairs.last_mut()?;
    (key.scalar() == Some("events") && value.is_null()).then_some(())?;
    value.value = Value::List(Vec::new());
    value.span = list;
    Some(Node { value: Value::Map(pairs), ..head })
}

/// The head, and the keys that stand below the events.
pub(super) fn with_rest<'s>(head: Node<'s>, text: &'s str, start: usize) -> Option<Node<'s>> {
    if breaks_by_itself(&text[start..]) {
        return None;
    }
    let mut lines = text[start..].lines().filter(|line| !is_filler(line.as_bytes()));
    let Some(first) = lines.next() else { return Some(head) };
    // The parser would pass over a byte order mark that begins a part.
    if first.starts_with([' ', '\u{FEFF}']) {
        return None;
    }
    // Marks of documents and directives are for the parser to judge.
    let is_marked = |line: &str| ["---", "...", "%"].iter().any(|mark| line.starts_with(mark));
    if text[start..].lines().any(is_marked) {
        return None;
    }
    let tail = part(text, start..text.len())?;
    let (Value::Map(mut pairs), Value::Map(more)) = (head.value, tail.value) else { return None };
    let again = more.iter().any(|(key, _)| key.scalar() == Some("events"));
    pairs.extend(more);
    (!again).then_some(Node { value: Value::Map(pairs), ..head })
}

/// The line that begins at `at`, without its break.
fn line(bytes: &[u8], at: usize) -> &[u8] {
    let rest = bytes.get(at..).unwrap_or_default();
    &rest[..memchr(b'\n', rest).unwrap_or(rest.len())]
}

pub(super) fn blanks(line: &[u8]) -> usize {
    line.iter().take_while(|byte| **byte == b' ').count()
}

/// Whether a line holds nothing, or nothing but a comment.
pub(super) fn is_filler(line: &[u8]) -> bool {
    matches!(line.get(blanks(line)..), Some([] | [b'#', ..] | [b'\r']))
}

/// Whether a carriage return alone ends a line somewhere: a line of YAML, but none here.
fn breaks_by_itself(text: &str) -> bool {
    let bytes = text.as_bytes();
    memchr::memchr_iter(b'\r', bytes).any(|at| bytes.get(at + 1) != Some(&b'\n'))
}

fn begins_item(line: &[u8], indent: usize) -> bool {
    blanks(line) == indent
        && line.get(indent) == Some(&b'-')
        && matches!(line.get(indent + 1), None | Some(b' '))
}
