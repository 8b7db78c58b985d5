//! Stretches of one status.

use std::ops::Range;

use super::marks::Marks;
use crate::model::{Events, Known, Precision, Status, Time};

/// So many runs are summed up by the milliseconds before them.
const SUM: usize = 16;
/// So many have a worst status together, by which a long stretch is looked through.
const BLOCK: usize = 64;

/// So many are looked at first; among them is often one of the worst there are.
const NEAR: usize = 16;

/// A service has `status` from `from` until the next run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Run {
    pub from: Time,
    row: u32,
    pub status: Status,
    pub known: Known,
    /// How exactly it is known when it began.
    pub precision: Precision,
}

/// How well a length in a status is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Certainty {
    /// As the least exact end of a stretch that it holds.
    pub precision: Precision,
    /// Of one of its stretches nobody said the status.
    pub inferred: bool,
}

impl Certainty {
    /// With a run and what it ends by.
    fn add(all: &mut [Self; 7], run: &Run, end: Option<&Run>) {
        let known = &mut all[run.status as usize];
        let ends = run.precision.max(end.map(|end| end.precision).unwrap_or_default());
        known.precision = known.precision.max(ends);
        known.inferred |= run.known == Known::Inferred;
    }
}

impl Run {
    /// The row of the event that says so.
    pub fn row(&self) -> usize {
        self.row as usize
    }
}

/// The runs of a service in the order of time, and what is known of all of them.
#[derive(Debug, Clone, Default)]
pub(super) struct Runs {
    pub(super) list: Vec<Run>,
    /// Milliseconds spent in each status before every [`SUM`]th run, by the order of `Status::ALL`.
    spent: Vec<[i64; 7]>,
    /// How well those are known.
    certain: Vec<[Certainty; 7]>,
    /// Of each run by itself.
    worst: Vec<Worst>,
    /// Of each full [`BLOCK`] of them.
    blocks: Vec<Worst>,
    /// Of all.
    most: Worst,
    /// When the service first left operation, as far as the file knows.
    pub(super) harmed: Option<Time>,
    /// The statuses it ever has, a bit for each.
    statuses: u8,
    /// Whether one of them is inferred.
    pub(super) inferred: bool,
}

/// The worst status of some runs, and whether somebody said one of those that have it: the status
/// times two, and one if it was said, so that the worst of several is the greatest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Worst(u8);

impl Worst {
    /// Nobody said anything.
    pub const UNKNOWN: Self = Self(Status::Unknown as u8 * 2 + 1);

    fn new(status: Status, said: bool) -> Self {
        Self(status as u8 * 2 + u8::from(said))
    }

    fn of(run: &Run) -> Self {
        Self::new(run.status, run.known != Known::Inferred)
    }

    pub fn status(self) -> Status {
        Status::ALL.get(usize::from(self.0 / 2)).copied().unwrap_or_default()
    }

    /// Whether nobody said it, and it is only inferred.
    pub fn is_inferred(self) -> bool {
        self.0.is_multiple_of(2)
    }

    /// The same of a stretch of which the beginning is unknown.
    fn or_unknown(self) -> Self {
        self.max(Self::UNKNOWN)
    }

    fn greatest(all: &[Self]) -> Self {
        Self(all.iter().fold(0, |greatest, worst| greatest.max(worst.0)))
    }
}

/// Where the runs of a service stand at a moment.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    /// So many begin before it.
    pub(super) before: usize,
    /// Whether one begins just there.
    pub(super) begins: bool,
}

impl Place {
    /// The run that holds; none before the first known state.
    pub(super) fn run(self) -> Option<usize> {
        if self.begins { Some(self.before) } else { self.before.checked_sub(1) }
    }
}

impl Runs {
    /// Where they stand at `at`, of which is known among which runs the first lies that does not begin
    /// before it; mostly there is none to be looked at.
    pub(super) fn place(&self, at: Time, among: Range<usize>) -> Place {
        let Some(runs) = self.list.get(among.clone()).filter(|runs| !runs.is_empty()) else {
            return Place { before: among.start, begins: false };
        };
        let before = runs.partition_point(|run| run.from < at);
        let next = &runs[before.min(runs.len() - 1)];
        Place { before: among.start + before, begins: next.from == at }
    }

    /// Milliseconds spent in each status up to `at`, while the run at an index holds.
    pub(super) fn spent(&self, last: Option<usize>, at: Time) -> [i64; 7] {
        let Some(last) = last else { return [0; 7] };
        let block = last / SUM;
        let mut spent = self.spent.get(block).copied().unwrap_or_default();
        for index in block * SUM..=last {
            let run = self.list[index];
            let end = self.list.get(index + 1).map_or(at, |next| next.from.min(at));
            spent[run.status as usize] += end.millis() - run.from.millis();
        }
        spent
    }

    /// How well that is known: of the run that holds only its beginning.
    pub(super) fn certain(&self, last: Option<usize>) -> [Certainty; 7] {
        let Some(last) = last else { return Default::default() };
        let block = last / SUM;
        let mut certain = self.certain.get(block).copied().unwrap_or_default();
        for index in block * SUM..=last {
            let end = self.list.get(index + 1).filter(|_| index < last);
            Certainty::add(&mut certain, &self.list[index], end);
        }
        certain
    }

    /// The worst from one place to another, the run included that holds at the first.
    pub(super) fn worst(&self, from: Place, to: Place) -> Option<Worst> {
        let first = from.run();
        let start = first.unwrap_or(0);
        let end = to.before.max(first.map_or(0, |first| first + 1));
        let known = (start < end).then(|| self.greatest(start..end));
        // Before the first run nobody knows, which is worse than operational.
        if first.is_none() { known.map(Worst::or_unknown) } else { known }
    }

    /// The worst of a range of runs; once nothing can be worse, no further run is looked at.
    fn greatest(&self, range: Range<usize>) -> Worst {
        let near = range.end.min(range.start + NEAR);
        let mut worst = Worst::greatest(&self.worst[range.start..near]);
        if worst == self.most || near == range.end {
            return worst;
        }
        let (first, last) = (near.div_ceil(BLOCK), range.end / BLOCK);
        let parts = if first < last {
            let edges = [near..first * BLOCK, last * BLOCK..range.end];
            worst = worst.max(Worst::greatest(&self.blocks[first..last]));
            edges
        } else {
            [near..range.end, 0..0]
        };
        parts.into_iter().fold(worst, |worst, part| worst.max(Worst::greatest(&self.worst[part])))
    }

    /// Whether the service ever has a status.
    pub(super) fn has(&self, status: Status) -> bool {
        self.statuses & bit(status) != 0
    }

    /// Sums up.
    fn index(&mut self) {
        let (mut spent, mut certain) = ([0; 7], [Certainty::default(); 7]);
        for (index, run) in self.list.iter().enumerate() {
            if index.is_multiple_of(SUM) {
                self.spent.push(spent);
                self.certain.push(certain);
            }
            if let Some(next) = self.list.get(index + 1) {
                spent[run.status as usize] += next.from.millis() - run.from.millis();
                Certainty::add(&mut certain, run, Some(next));
            }
        }
        self.worst = self.list.iter().map(Worst::of).collect();
        let blocks = self.worst.chunks_exact(BLOCK);
        self.blocks = blocks.map(Worst::greatest).collect();
        self.most = Worst::greatest(&self.worst);
        let harm = self.list.iter().find(|run| run.status > Status::Unknown);
        self.harmed = harm.map(|run| run.from);
        self.statuses = self.list.iter().fold(0, |all, run| all | bit(run.status));
        self.inferred = self.list.iter().any(|run| run.known == Known::Inferred);
        self.list.shrink_to_fit();
        self.spent.shrink_to_fit();
        self.certain.shrink_to_fit();
    }
}

fn bit(status: Status) -> u8 {
    1 << status as u8
}

/// The runs of every service, and where they stand at some rows. Of several changes at one time the last in the file holds; a
/// status that is said again starts no new run, unless it was only inferred before.
pub(super) fn runs(events: &Events, order: &[u32], services: usize) -> (Vec<Runs>, Marks) {
    let mut all: Vec<Runs> = vec![Runs::default(); services];
    let mut marks = Marks::new(services);
    for (row, &index) in order.iter().enumerate() {
        let Some(event) = events.head(index as usize) else { continue };
        marks.pass(row, event.at, &all);
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
                let (from, precision) = (event.at, event.precision);
                runs.push(Run { from, row: row as u32, status, known, precision });
            }
        }
    }
    all.iter_mut().for_each(Runs::index);
    (all, marks)
}
