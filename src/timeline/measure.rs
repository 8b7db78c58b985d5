//! The lengths that postmortems compare: TTD, TTA, TTM, TTR.
//!
//! Each is the time from the start of the incident to a milestone, after the definitions in the
//! "Incident Metrics" literature of site reliability (time to detect, to acknowledge, to mitigate,
//! to resolve). A measure that lacks an end has no length; it is never 0.

use super::{Milestone, Timeline};
use crate::model::{Phase, Precision, Time};

/// Which length.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MeasureKind {
    Detect,
    Acknowledge,
    Mitigate,
    Resolve,
}

impl MeasureKind {
    pub const ALL: [Self; 4] = [Self::Detect, Self::Acknowledge, Self::Mitigate, Self::Resolve];

    /// The milestone it runs to.
    pub fn to(self) -> Phase {
        match self {
            Self::Detect => Phase::Detected,
            Self::Acknowledge => Phase::Acknowledged,
            Self::Mitigate => Phase::Mitigated,
            Self::Resolve => Phase::Resolved,
        }
    }

    /// The word in JSON.
    pub fn word(self) -> &'static str {
        match self {
            Self::Detect => "detect",
            Self::Acknowledge => "acknowledge",
            Self::Mitigate => "mitigate",
            Self::Resolve => "resolve",
        }
    }
}

/// A length and its two ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Measure {
    pub kind: MeasureKind,
    pub from: Option<Milestone>,
    pub to: Option<Milestone>,
}

impl Measure {
    /// Seconds between the ends, where both are known. Where the start is only derived from what was
    /// detected, nobody knows how long that took.
    pub fn seconds(&self) -> Option<i64> {
        let (from, to) = (self.from?, self.to?);
        let is_itself = self.kind == MeasureKind::Detect && from.derived && from.at == to.at;
        (!is_itself).then(|| to.at.since(from.at))
    }

    /// How exactly its less exact end is known.
    pub fn precision(&self) -> Precision {
        let ends = [self.from, self.to].into_iter().flatten();
        ends.map(|end| end.precision).max().unwrap_or_default()
    }

    /// Whether one of its ends was derived by this program.
    pub fn is_derived(&self) -> bool {
        [self.from, self.to].into_iter().flatten().any(|end| end.derived)
    }
}

impl Timeline {
    /// The four measures as far as they are known at `at`: what has not happened yet is not known.
    pub fn measures_at(&self, at: Time) -> [Measure; 4] {
        let known = |phase| self.milestone(phase).filter(|milestone| milestone.at <= at);
        MeasureKind::ALL.map(|kind| Measure {
            kind,
            from: known(Phase::Started),
            to: known(kind.to()),
        })
    }
}
