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
//! JSON comes apart in the same way, at the items of its list.
//!
//! The parser is the only authority. Where the file does not come apart (another shape, an item or
//! the rest that is no document by itself, an anchor used elsewhere) it reads the whole, and
//! whatever is wrong is said by it.

mod archive;
mod array;
mod block;
mod clean;
mod form;
mod json;
mod lines;
mod region;
mod subset;

use std::{borrow::Cow, sync::Arc};

use super::{
    places::Places,
    progress::Progress,
    read::{Whole, ground},
    report::Faults,
    source::Source,
    tree::Node,
};
use crate::model::{Events, Incident, Zone};

pub(crate) use archive::Archive;
use form::{Form, Next};
use region::Region;

/// Reads an incident in our own format whose events are a list that comes apart; none if it must
/// be read in one piece.
pub(crate) fn read(
    source: &Arc<Source>,
    faults: &mut Faults,
    progress: &Progress,
) -> Option<(Incident, Places)> {
    let (form, head) = Form::find(source.text())?;
    read_in(form, head, source, faults, progress)
}

/// Reads lines of JSON that are events in the words of our own format, all of them without a fault;
/// none if they are not. `title` is the incident's.
pub(crate) fn read_lines(
    source: &Arc<Source>,
    title: &str,
    zone: Option<Zone>,
    progress: &Progress,
) -> Option<(Incident, Places)> {
    let text = source.text();
    let form = Form::Lines(lines::find(text)?);
    let head = lines::root(title, zone.map(Zone::name), text);
    let mut faults = Faults::default();
    let read = read_in(form, head, source, &mut faults, progress);
    // Another word for a field is a warning: such lines are another program's.
    read.filter(|_| faults.is_empty())
}

fn read_in(
    form: Form,
    head: Node<'_>,
    source: &Arc<Source>,
    faults: &mut Faults,
    progress: &Progress,
) -> Option<(Incident, Places)> {
    let text = source.text();
    let ground = ground(head.clone());
    let mut region = region::read(text, form, &ground, progress)?;
    let root = form.with_rest(head, text, region.end)?;
    let mut whole = Whole::new(root).filter(Whole::is_well)?;
    if whole.ground() != ground {
        // What stands below the events is part of what they are read against.
        progress.begin_again();
        region = region::read(text, form, &whole.ground(), progress)?;
    }
    let Region { heads, mut starts, mut odd, mut doubtful, end, reader, .. } = region;
    starts.push(end as u32);
    starts.shrink_to_fit();
    odd.shrink_to_fit();
    doubtful.shrink_to_fit();
    whole.absorb(reader);
    let source = Arc::clone(source);
    let archive = Arc::new(Archive { source, form, starts, odd, doubtful, ground: whole.ground() });
    let events = Events::filed(heads, Arc::<Archive>::clone(&archive));
    let (incident, mut places) = whole.finish(events, faults);
    places.archive = Some(archive);
    Some((incident, places))
}

/// The beginning of a text as a whole of its own: up to the last item that surely ends in it. What
/// comes before the last line break, or in JSON before the last bracket, must be whole.
pub(crate) fn beginning(text: &str) -> Option<Cow<'_, str>> {
    let (form, _) = Form::find(text)?;
    form.beginning(text)
}

/// The byte after which a text may be cut so that its beginning can be read.
pub(crate) fn last_byte(bytes: &[u8]) -> u8 {
    if bytes.trim_ascii_start().starts_with(b"{") { b'}' } else { b'\n' }
}

#[cfg(test)]
mod tests;
