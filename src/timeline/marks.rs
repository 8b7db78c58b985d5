//! Where the runs of all services stand at some rows: what would be a search for each service is one
//! for all of them, and a look at a few runs of each.

use std::ops::Range;

use super::run::Runs;
use crate::model::{ServiceId, Time};

/// From one mark to the next are at least so many rows.
const LEAST: usize = 32;

/// A mark every so many rows: at least half as many as there are services, so that marks never take
/// more than eight bytes a row.
#[derive(Debug, Clone)]
pub(super) struct Marks {
    pub(super) every: usize,
    services: usize,
    /// The times of the marked rows.
    pub(super) at: Vec<Time>,
    /// For each marked row how many runs of each service begin before its time.
    begun: Vec<u32>,
}

impl Marks {
    pub(super) fn new(services: usize) -> Self {
        Self { every: (services / 2).max(LEAST), services, at: Vec::new(), begun: Vec::new() }
    }

    /// Marks a row if it is its turn; `runs` are those of the rows before it, of which one that begins
    /// at its time may still change.
    pub(super) fn pass(&mut self, row: usize, at: Time, runs: &[Runs]) {
        if !row.is_multiple_of(self.every) {
            return;
        }
        self.at.push(at);
        self.begun.extend(runs.iter().map(|runs| {
            let open = runs.list.last().is_some_and(|last| last.from == at);
            (runs.list.len() - usize::from(open)) as u32
        }));
    }

    /// The last mark at or before `at`.
    pub(super) fn until(&self, at: Time) -> Option<usize> {
        self.at.partition_point(|&mark| mark <= at).checked_sub(1)
    }

    /// Among which of `all` runs of a service the first lies that does not begin before a moment, of
    /// which the mark is the last. None of them begins before the mark, and none at the next or later.
    pub(super) fn among(&self, mark: Option<usize>, id: ServiceId, all: usize) -> Range<usize> {
        let Some(mark) = mark else { return 0..0 };
        let place = mark * self.services + id.0;
        let begun = |place: usize| self.begun.get(place).map_or(all, |&begun| begun as usize);
        begun(place)..begun(place + self.services)
    }
}
