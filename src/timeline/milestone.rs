//! The five times of an incident, given or derived.
//!
//! What the file does not give is derived, and marked so wherever it is shown:
//!
//! * started: the first event that takes a counted service out of operation;
//! * detected: the first detection or alert from then on, or else the first one at all;
//! * mitigated: the first moment from which, until the incident was resolved, no counted service
//!   was worse than recovering, and none that had been harmed was unknown; at the latest when it was
//!   resolved;
//! * resolved: the first moment from which on every counted service that was harmed is up.
//!
//! Neither detected nor mitigated is derived from what comes after the resolution: an alert that
//! is first heard then detected nothing of this incident.
//!
//! Acknowledged is never derived: that somebody took the incident on is for the file to say.

use super::Timeline;
use crate::model::{Phase, Precision, Status, Time};

/// When a phase began.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Milestone {
    pub at: Time,
    /// Found by this program, not said by the file.
    pub derived: bool,
    /// How exactly it is known: as the event is that it comes from.
    pub precision: Precision,
}

pub(super) fn all(timeline: &Timeline) -> [Option<Milestone>; 5] {
    let given = |phase| timeline.incident.milestones.get(phase);
    let started = given(Phase::Started).or(timeline.first_harm);
    let resolved = given(Phase::Resolved).or_else(|| back_for_good(timeline, started?));
    let derived = |phase| match phase {
        Phase::Started => started,
        Phase::Detected => first_detection(timeline, started, resolved),
        Phase::Mitigated => mitigated(timeline, started?, resolved),
        Phase::Resolved => resolved,
        Phase::Before | Phase::Acknowledged => None,
    };
    Phase::MILESTONES.map(|phase| {
        let found = match given(phase) {
            Some(at) => (at, false),
            None => (derived(phase)?, true),
        };
        let (at, derived) = found;
        Some(Milestone { at, derived, precision: precision(timeline, phase, at, derived) })
    })
}

/// That of the least exact event of this moment that tells of the phase; exact where none does. Of a
/// phase that the file gives, an event that says to be it knows best; otherwise a detection tells of it,
/// or a change of a counted service to what the phase is about.
fn precision(timeline: &Timeline, phase: Phase, at: Time, derived: bool) -> Precision {
    let rows = || timeline.rows_before(at)..timeline.rows_until(at);
    let precision = |row| timeline.head(row).map(|head| head.precision);
    let said = rows().filter(|&row| !derived && says(timeline, phase, row)).filter_map(precision);
    let shown = || rows().filter(|&row| shows(timeline, phase, row)).filter_map(precision);
    said.max().or_else(|| shown().max()).unwrap_or_default()
}

/// Whether an event says to be the phase.
fn says(timeline: &Timeline, phase: Phase, row: usize) -> bool {
    timeline.event(row).is_some_and(|event| event.phase == Some(phase))
}

/// Whether it is one from which the phase would be derived.
fn shows(timeline: &Timeline, phase: Phase, row: usize) -> bool {
    let fits = |status: Status| match phase {
        Phase::Started => !status.is_up(),
        _ => status <= Status::Recovering,
    };
    timeline.head(row).is_some_and(|head| match phase {
        Phase::Detected => head.kind.detects(),
        _ => head.changes().any(|(id, status, _)| fits(status) && timeline.service(id).counts),
    })
}

/// Of very many events at one moment only so many are looked at.
const NEAR: usize = 64;

impl Timeline {
    /// The row of the event that a milestone comes from; the first of its moment, where none tells of it.
    pub fn milestone_row(&self, phase: Phase) -> Option<usize> {
        let Milestone { at, derived, .. } = self.milestone(phase)?;
        let first = self.rows_before(at);
        let rows = || (first..self.rows_until(at)).take(NEAR);
        let said = rows().find(|&row| !derived && says(self, phase, row));
        let row = said.or_else(|| rows().find(|&row| shows(self, phase, row)));
        row.or_else(|| rows().next())
    }
}

/// The first detection, looking at nothing after `resolved`.
fn first_detection(
    timeline: &Timeline,
    started: Option<Time>,
    resolved: Option<Time>,
) -> Option<Time> {
    let horizon = resolved.unwrap_or(Time::MAX);
    let seen = || timeline.heads().take_while(|head| head.at <= horizon);
    let detections = || seen().filter(|head| head.kind.detects()).map(|head| head.at);
    detections()
        .find(|&at| started.is_none_or(|started| at >= started))
        .or_else(|| detections().next())
}

/// Among the harmed and counted services, the last moment at which one came up; none while one
/// is not up at the end.
fn back_for_good(timeline: &Timeline, started: Time) -> Option<Time> {
    let mut latest = None;
    for id in timeline.counted().filter(|&id| timeline.harmed_since(id).is_some()) {
        let last_harm = timeline.runs(id).iter().rposition(|run| !run.status.is_up())?;
        let back = timeline.runs(id).get(last_harm + 1)?.from;
        latest = latest.max(Some(back));
    }
    latest.filter(|&at| at >= started)
}

/// From when on it was calm, at the latest when it was resolved.
fn mitigated(timeline: &Timeline, started: Time, resolved: Option<Time>) -> Option<Time> {
    calm_until(timeline, started, resolved).or(resolved.filter(|&at| at >= started))
}

/// The end of the last stretch in which a counted service was worse than recovering, or unknown
/// after it was harmed, looking at nothing after `resolved`.
fn calm_until(timeline: &Timeline, started: Time, resolved: Option<Time>) -> Option<Time> {
    let horizon = resolved.unwrap_or(Time::MAX);
    let mut latest = None;
    for id in timeline.counted() {
        let Some(harmed) = timeline.harmed_since(id) else { continue };
        let runs = timeline.runs(id);
        let known = runs.partition_point(|run| run.from <= horizon);
        let bad = runs[..known].iter().rposition(|run| {
            run.status > Status::Recovering || (run.status == Status::Unknown && run.from >= harmed)
        });
        match bad {
            Some(last) if last + 1 == known => return None,
            Some(last) => latest = latest.max(Some(runs[last + 1].from)),
            None => {}
        }
    }
    latest.filter(|&at| at >= started)
}
