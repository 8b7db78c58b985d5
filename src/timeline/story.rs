//! The turning points that a reader looks for first.

use super::Timeline;
use crate::model::{Phase, Status};

impl Timeline {
    /// The row of the first symptom: the first event that takes a counted service out of
    /// operation, or, where none does, the first impact or alert.
    pub fn first_symptom(&self) -> Option<usize> {
        let harm = self
            .counted()
            .filter_map(|id| self.runs(id).iter().find(|run| run.status > Status::Unknown))
            .map(|run| run.row)
            .min();
        harm.or_else(|| self.events().position(|event| event.kind.hurts()))
    }

    /// The row of the last change before the first symptom; where none is known, of the first
    /// event that is called a cause.
    pub fn last_change(&self) -> Option<usize> {
        let symptom = self.first_symptom()?;
        let before = self.events().take(symptom + 1).rposition(|event| event.kind.changes());
        before.or_else(|| self.events().position(|event| event.kind.changes()))
    }

    /// The milestones that stand in a row: those whose time is the event's, at the first event
    /// of that time.
    pub fn milestones_in(&self, row: usize) -> impl Iterator<Item = Phase> + '_ {
        let at = self.event(row).map(|event| event.at);
        let first = at.and_then(|at| self.row_from(at)) == Some(row);
        Phase::MILESTONES
            .into_iter()
            .filter(move |&phase| first && self.milestone(phase).map(|m| m.at) == at)
    }
}
