//! The turning points that a reader looks for first.

use super::{Run, Timeline};
use crate::model::{Phase, Status};

/// The first event that takes a counted service out of operation, or, where none does, the first
/// impact or alert.
pub(super) fn first_symptom(timeline: &Timeline) -> Option<usize> {
    let harm = timeline
        .counted()
        .filter_map(|id| timeline.runs(id).iter().find(|run| run.status > Status::Unknown))
        .map(Run::row)
        .min();
    harm.or_else(|| timeline.heads().position(|head| head.kind.hurts()))
}

/// The last change before the first symptom; where none is known, the first event that is called
/// a cause.
pub(super) fn last_change(timeline: &Timeline) -> Option<usize> {
    let symptom = first_symptom(timeline)?;
    let is_change = |row: &usize| timeline.head(*row).is_some_and(|head| head.kind.changes());
    let before = (0..=symptom).rev().find(is_change);
    before.or_else(|| timeline.heads().position(|head| head.kind.changes()))
}

impl Timeline {
    /// The row of the first symptom.
    pub fn first_symptom(&self) -> Option<usize> {
        self.first_symptom
    }

    /// The row of the last change before it.
    pub fn last_change(&self) -> Option<usize> {
        self.last_change
    }

    /// The milestones that stand in a row: those that come from its event.
    pub fn milestones_in(&self, row: usize) -> impl Iterator<Item = Phase> + '_ {
        let at = self.at(row);
        Phase::MILESTONES.into_iter().filter(move |&phase| {
            self.milestone(phase).map(|m| m.at) == at && self.milestone_row(phase) == Some(row)
        })
    }
}
