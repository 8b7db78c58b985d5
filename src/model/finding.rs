//! What the timeline notices about an incident whose file is well formed.
//!
//! Findings know rules and events, not lines; `load` knows where each event stands in the file
//! and turns them into diagnostics.

use super::{Phase, ServiceId, Status};

/// One doubtful or broken thing.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    pub place: Place,
    pub rule: Rule,
}

/// Which part of the incident a finding is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Place {
    Whole,
    /// The event at this index of [`super::Incident::events`].
    Event(usize),
    /// The service at this index of [`super::Incident::services`].
    Service(usize),
    Milestone(Phase),
    /// The check at this index of [`super::Incident::expect`].
    Expect(usize),
}

/// What was noticed.
#[derive(Debug, Clone, PartialEq)]
pub enum Rule {
    /// The event stands after one that is later.
    OutOfOrder,
    /// The service left `operational` and is not back at the end of the file.
    NeverReturns { last: Status },
    /// No event for this many seconds while the incident was open, and no span that covers it.
    Gap { seconds: i64 },
    /// A milestone lies before one that should come earlier.
    MilestonesReversed { phase: Phase, earlier: Phase },
    /// A recovery reading says something else than the states of the services.
    ReadingContradicts { percent: f64, back: usize, total: usize },
    /// No event touches the service.
    ServiceUnused,
    /// Two services whose names cannot be told apart by eye.
    LooksLike { other: ServiceId },
    /// The file expected another phase.
    ExpectedPhase { expected: Phase, found: Phase },
    /// The file expected another status.
    ExpectedStatus { service: ServiceId, expected: Status, found: Status },
}
