//! Stretches of one status.

use std::ops::Range;

use crate::model::{Events, Known, Status, Time};

/// So many runs have a block, by which a long stretch is summed up.
const BLOCK: usize = 64;

/// A service has `status` from `from` until the next run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Run {
    pub from: Time,
    row: u32,
    pub status: Status,
    pub known: Known,
}

impl Run {
    /// The row of the event that says so.
    pub fn row(&self) -> usize {
        self.row as usize
    }
}

/// The runs of a service in the order of time, and what is true of each full block of them.
#[derive(Debug, Clone, Default)]
pub(super) struct Runs {
    pub(super) list: Vec<Run>,
    blocks: Vec<Block>,
}

#[derive(Debug, Clone, Copy)]
struct Block {
    /// Milliseconds spent in each status before the next block, by the order of `Status::ALL`.
    before: [i64; 7],
    worst: Worst,
}

/// The worst status of some runs, and whether none of those that have it was said by anybody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Worst {
    pub(super) status: Status,
    pub(super) inferred: bool,
}

impl Worst {
    fn of(run: &Run) -> Self {
        Self { status: run.status, inferred: run.known == Known::Inferred }
    }

    fn and(self, other: Self) -> Self {
        match self.status.cmp(&other.status) {
            std::cmp::Ordering::Less => other,
            std::cmp::Ordering::Equal => Self { inferred: self.inferred && other.inferred, ..self },
            std::cmp::Ordering::Greater => self,
        }
    }

    /// The same of a stretch of which the beginning is unknown.
    pub(super) fn or_unknown(self) -> Self {
        self.and(Self { status: Status::Unknown, inferred: false })
    }

    /// Whether nothing could change it.
    fn is_settled(self) -> bool {
        self.status == Status::MajorOutage && !self.inferred
    }
}

impl Runs {
    /// The run that holds at `at`; none before the first known state.
    pub(super) fn at(&self, at: Time) -> Option<usize> {
        self.list.partition_point(|run| run.from <= at).checked_sub(1)
    }

    /// The first run from `start` on that does not begin before `to`; what is near is found soon.
    pub(super) fn end(&self, start: usize, to: Time) -> usize {
        let begins_before = |run: &Run| run.from < to;
        let (mut low, mut step) = (start, BLOCK);
        while self.list.get(low + step).is_some_and(begins_before) {
            low += step;
            step *= 2;
        }
        let high = (low + step).min(self.list.len());
        low + self.list[low..high].partition_point(begins_before)
    }

    /// Milliseconds spent in each status up to `at`.
    pub(super) fn spent(&self, at: Time) -> [i64; 7] {
        let Some(last) = self.at(at) else { return [0; 7] };
        let block = (last / BLOCK).checked_sub(1).and_then(|block| self.blocks.get(block));
        let start = block.map_or(0, |_| last / BLOCK * BLOCK);
        let mut spent = block.map_or([0; 7], |block| block.before);
        for index in start..=last {
            let run = self.list[index];
            let end = self.list.get(index + 1).map_or(at, |next| next.from.min(at));
            spent[run.status as usize] += end.millis() - run.from.millis();
        }
        spent
    }

    /// The worst of a range of runs.
    pub(super) fn worst(&self, range: Range<usize>) -> Option<Worst> {
        let mut worst: Option<Worst> = None;
        let mut index = range.start;
        while index < range.end && !worst.is_some_and(Worst::is_settled) {
            let whole = index.is_multiple_of(BLOCK) && index + BLOCK <= range.end;
            let (next, step) = match self.blocks.get(index / BLOCK).filter(|_| whole) {
                Some(block) => (block.worst, BLOCK),
                None => (Worst::of(&self.list[index]), 1),
            };
            worst = Some(worst.map_or(next, |worst| worst.and(next)));
            index += step;
        }
        worst
    }

    /// Sums up the full blocks.
    fn index(&mut self) {
        let mut before = [0; 7];
        for (number, runs) in self.list.chunks_exact(BLOCK).enumerate() {
            let start = number * BLOCK;
            let worst = runs.iter().map(Worst::of).reduce(Worst::and);
            for index in start..start + BLOCK {
                let run = self.list[index];
                if let Some(next) = self.list.get(index + 1) {
                    before[run.status as usize] += next.from.millis() - run.from.millis();
                }
            }
            self.blocks.extend(worst.map(|worst| Block { before, worst }));
        }
        self.list.shrink_to_fit();
    }
}

/// The runs of every service. Of several changes at one time the last in the file holds; a
/// status that is said again starts no new run, unless it was only inferred before.
pub(super) fn runs(events: &Events, order: &[u32], services: usize) -> Vec<Runs> {
    let mut all: Vec<Runs> = vec![Runs::default(); services];
    for (row, &index) in order.iter().enumerate() {
        let Some(event) = events.head(index as usize) else { continue };
        for (service, status, known) in event.changes() {
            let runs = &mut all[service.0].list;
            let is_said = |last: &Run| {
                last.status == status && (last.known == known || known == Known::Inferred)
            };
            if runs.last().is_some_and(is_said) {
                continue;
            }
            if runs.last().is_some_and(|last| last.from == event.at) {
                runs.pop();
            }
            if !runs.last().is_some_and(is_said) {
                runs.push(Run { from: event.at, row: row as u32, status, known });
            }
        }
    }
    all.iter_mut().for_each(Runs::index);
    all
}
