//! A file of many events, read in pieces.
//!
//! ```text
//!   title: …            head   the parser
//!   events:
//!     - at: …           items  each by itself: the plain kind at once, others by the parser
//!     - at: …
//!   actions: …          tail   the parser
//! ```
//!
//! The parser is the only authority. Where the file does not come apart (another shape, an item or
//! the rest that is no document by itself, an anchor used elsewhere) it reads the whole, and
//! whatever is wrong is said by it.

mod archive;
mod cut;
mod region;
mod subset;

use std::{ops::Range, sync::Arc};

use super::{
    diagnostic::Span,
    import,
    places::Places,
    progress::Progress,
    read::{Whole, ground},
    report::Faults,
    source::Source,
    tree::{Node, Value},
    yaml,
};
use crate::model::{Events, Incident};

pub(crate) use archive::Archive;
use cut::Cut;
use region::Region;

/// Reads an incident in our own format whose events are a list in lines of its own; none if it
/// must be read in one piece.
pub(crate) fn read(
    source: &Arc<Source>,
    faults: &mut Faults,
    progress: &Progress,
) -> Option<(Incident, Places)> {
    let text = source.text();
    let cut = Cut::find(text)?;
    let head = part(text, 0..cut.start)?;
    let list = Span::new(cut.start, cut.start);
    let head = with_events(head, list)?;
    let ground = ground(head.clone());
    let mut region = region::read(text, cut, &ground, progress)?;
    let root = with_tail(head, text, region.end)?;
    let mut whole = Whole::new(root).filter(Whole::is_well)?;
    if whole.ground() != ground {
        // What stands below the events is part of what they are read against.
        progress.begin_again();
        region = region::read(text, cut, &whole.ground(), progress)?;
    }
    let Region { heads, mut starts, end, reader, .. } = region;
    starts.push(end as u32);
    starts.shrink_to_fit();
    whole.absorb(reader);
    let archive =
        Archive { source: Arc::clone(source), indent: cut.indent, starts, ground: whole.ground() };
    let archive = Arc::new(archive);
    let events = Events::filed(heads, Arc::<Archive>::clone(&archive));
    let (incident, mut places) = whole.finish(events, faults);
    places.archive = Some(archive);
    Some((incident, places))
}

/// The beginning of a text that is whole by itself: up to the last item that surely ends in it.
pub(crate) fn beginning(text: &str) -> Option<&str> {
    let cut = Cut::find(text)?;
    let end = cut.last_item(text);
    (end > cut.start).then(|| &text[..end])
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
fn with_tail<'s>(head: Node<'s>, text: &'s str, start: usize) -> Option<Node<'s>> {
    let mut lines = text[start..].lines().filter(|line| !cut::is_filler(line.as_bytes()));
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

#[cfg(test)]
mod tests;
