//! Stretches of one status.

use crate::model::{Events, Known, Status, Time};

/// A service has `status` from `from` until the next run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Run {
    pub from: Time,
    pub status: Status,
    pub known: Known,
    /// The row of the event that says so.
    pub row: usize,
    /// Milliseconds spent in each status before this run, by the order of `Status::ALL`.
    pub(super) before: [i64; 7],
}

impl Run {
    /// Milliseconds spent in each status up to `at`, which lies in this run.
    pub(super) fn spent(&self, at: Time) -> [i64; 7] {
        let mut spent = self.before;
        spent[self.status as usize] += at.millis() - self.from.millis();
        spent
    }
}

/// The runs of every service. Of several changes at one time the last in the file holds; a
/// status that is said again starts no new run, unless it was only inferred before.
pub(super) fn runs(events: &Events, order: &[u32], services: usize) -> Vec<Vec<Run>> {
    let mut all: Vec<Vec<Run>> = vec![Vec::new(); services];
    for (row, &index) in order.iter().enumerate() {
        let Some(event) = events.head(index as usize) else { continue };
        for (service, status, known) in event.changes() {
            let runs = &mut all[service.0];
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
                let before = runs.last().map_or([0; 7], |last| last.spent(event.at));
                runs.push(Run { from: event.at, status, known, row, before });
            }
        }
    }
    all
}
