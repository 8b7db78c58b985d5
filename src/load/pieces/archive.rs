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
    /// The places of those whose bytes may not say what their text says.
    pub(super) odd: Vec<u32>,
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
        if let Some(found) = self.next(among.start..near, scent) {
            return Some(found);
        }
        // Far away all processors look.
        let rest = near..end;
        let workers = if rest.len() > NEAR { workers() } else { 1 };
        let share = rest.len().div_ceil(workers).max(1);
        let look = |start: usize| self.next(start..(start + share).min(end), scent);
        thread::scope(|scope| {
            let later = rest.clone().step_by(share).skip(1);
            let later: Vec<_> = later.map(|start| scope.spawn(move || look(start))).collect();
            let first = if rest.is_empty() { None } else { look(rest.start) };
            // Who panics has found nothing, which is not certain: then this thread looks.
            let starts = rest.clone().step_by(share).skip(1);
            let found = later.into_iter().zip(starts);
            first.or_else(|| {
                found.into_iter().find_map(|(helper, start)| helper.join().unwrap_or_else(|_| look(start)))
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
        let text = self.source.text().as_bytes();
        let bytes = |range: Range<usize>| {
            let place = |index: usize| self.starts.get(index).map_or(text.len(), |at| *at as usize);
            place(range.start)..place(range.end)
        };
        let odd = self.odd.partition_point(|&index| (index as usize) < among.start);
        let odd = self.odd.get(odd).map(|&index| index as usize).filter(|index| *index < among.end);
        let end = odd.unwrap_or(among.end);
        if scent.is_doubtful() {
            let says = |index: &usize| {
                let event = &text[bytes(*index..*index + 1)];
                !event.is_ascii() || scent.find(event).is_some()
            };
            return (among.start..end).find(says).or(odd);
        }
        let stretch = bytes(among.start..end);
        let Some(at) = scent.find(&text[stretch.clone()]) else { return odd };
        let at = (stretch.start + at) as u32;
        Some(self.starts.partition_point(|start| *start <= at).saturating_sub(1))
    }
}
