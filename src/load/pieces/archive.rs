//! Events that stay in the text and are read again when somebody looks at them.

use std::{
    ops::Range,
    sync::{Arc, OnceLock},
    thread,
};

use super::super::{
    diagnostic::Span,
    read::{Ground, Reader},
    source::Source,
};
use super::Form;
use crate::{
    model::{self, Event},
    text::Scent,
};

/// Where each item of the list stands, and what it is read against.
#[derive(Debug)]
pub(crate) struct Archive {
    pub(super) source: Arc<Source>,
    pub(super) form: Form,
    /// Where each item begins, and after them where the list ends.
    pub(super) starts: Vec<u32>,
    /// The places of those whose bytes may not say what their text says: of those where that is so of
    /// any scent, and of those where it is so of doubtful ones.
    pub(super) odd: Vec<u32>,
    pub(super) doubtful: Vec<u32>,
    pub(super) ground: Ground,
}

impl Archive {
    fn read(&self, index: usize) -> Option<(Event, Span)> {
        let (start, end) = (self.starts.get(index)?, self.starts.get(index + 1)?);
        let node = self.form.item(self.source.text(), *start as usize, *end as usize)?;
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

    fn next_saying(&self, among: Range<usize>, scent: &Scent) -> Option<usize> {
        let end = among.end.min(self.starts.len().saturating_sub(1));
        let near = among.start.saturating_add(NEAR).min(end);
        let found = self.next(among.start..near, scent);
        // Far away all processors look.
        let rest = near..end;
        if found.is_some() || rest.is_empty() {
            return found;
        }
        let workers = if rest.len() > NEAR { workers() } else { 1 };
        let share = rest.len().div_ceil(workers).max(1);
        let look = |start: usize| self.next(start..(start + share).min(end), scent);
        thread::scope(|scope| {
            let later = rest.clone().step_by(share).skip(1);
            let helper = |start| thread::Builder::new().spawn_scoped(scope, move || look(start));
            let later: Vec<_> = later.map(|start| helper(start).ok()).collect();
            let first = look(rest.start);
            // Where no thread can be had, and where one panics, this one looks.
            let starts = rest.clone().step_by(share).skip(1);
            let found = later.into_iter().zip(starts);
            first.or_else(|| {
                found.into_iter().find_map(|(helper, start)| {
                    match helper.map(thread::ScopedJoinHandle::join) {
                        Some(Ok(found)) => found,
                        Some(Err(_)) | None => look(start),
                    }
                })
            })
        })
    }
}

/// So many events are looked through before others are asked to help.
const NEAR: usize = 4_096;

fn workers() -> usize {
    static WORKERS: OnceLock<usize> = OnceLock::new();
    *WORKERS.get_or_init(|| thread::available_parallelism().map_or(1, usize::from))
}

impl Archive {
    /// The same by this thread alone.
    fn next(&self, among: Range<usize>, scent: &Scent) -> Option<usize> {
        let doubtful = scent.is_doubtful().then_some(&self.doubtful);
        let unclear = [Some(&self.odd), doubtful].into_iter().flatten();
        let unclear = unclear.filter_map(|places| first_in(places, &among)).min();
        let end = unclear.unwrap_or(among.end);
        let place = |index: usize| self.starts.get(index).map_or(0, |place| *place as usize);
        let bytes = self.source.text().as_bytes().get(place(among.start)..place(end))?;
        let Some(at) = scent.find(bytes) else { return unclear };
        let at = (place(among.start) + at) as u32;
        Some(self.starts.partition_point(|start| *start <= at).saturating_sub(1))
    }
}

/// The first place in a range.
fn first_in(places: &[u32], range: &Range<usize>) -> Option<usize> {
    let first = places.partition_point(|&place| (place as usize) < range.start);
    places.get(first).map(|&place| place as usize).filter(|place| *place < range.end)
}
