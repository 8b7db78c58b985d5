//! How far the whole has recovered.
//!
//! The latest reading of the file at or before the moment holds. Before the first reading, and in
//! files without any, the figure is computed from the counted services that were harmed so far:
//! up 1, recovering and degraded ½, partial ¼, major 0, each times its weight. What is unknown is
//! not back and counts 0, so that the figure is the least that is known.
//! Before the first harm there is no figure (in a file that knows of none, the readings stand
//! alone). It may go down again.

use std::ops::RangeInclusive;

use super::Timeline;
use crate::model::{Basis, Precision, Reading, ServiceId, Status, Time};

/// A figure and where it comes from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Recovery {
    /// 0 to 100.
    pub percent: f64,
    pub basis: Basis,
    /// When the reading was taken; none for a computed figure.
    pub read_at: Option<Time>,
    /// How exactly that is known.
    pub read_precision: Precision,
}

impl Recovery {
    /// Rounded for the screen; 100 only when it is 100, 0 only when it is 0.
    pub fn rounded(&self) -> u64 {
        match self.percent {
            p if p >= 100.0 => 100,
            p if p <= 0.0 => 0,
            p => (p.round() as u64).clamp(1, 99),
        }
    }
}

impl Timeline {
    /// The recovery at a moment; none before the first harm.
    pub fn recovery_at(&self, at: Time) -> Option<Recovery> {
        self.recovery_of(at, |id| self.status_at(id, at))
    }

    /// The same where the statuses at the moment are known.
    pub(super) fn recovery_of(
        &self,
        at: Time,
        status: impl Fn(ServiceId) -> Status,
    ) -> Option<Recovery> {
        if self.first_harm.is_some_and(|first| at < first) {
            return None;
        }
        self.reading_at(at).or_else(|| {
            // The figure that the states of the services give.
            let percent = self.share_at(at, |id| status(id).quarters())?;
            let read_precision = Precision::Exact;
            Some(Recovery { percent, basis: Basis::Computed, read_at: None, read_precision })
        })
    }

    fn reading_at(&self, at: Time) -> Option<Recovery> {
        let after = self
            .readings
            .partition_point(|&row| self.at(row as usize).is_some_and(|read| read <= at));
        let event = self.head(*self.readings.get(after.checked_sub(1)?)? as usize)?;
        let Reading { percent, basis } = event.recovery?;
        let (read_at, read_precision) = (Some(event.at), event.precision);
        Some(Recovery { percent, basis, read_at, read_precision })
    }

    /// The lowest and the highest figure that the states allow: what is recovering may still be
    /// down for nearly everybody, or back for nearly everybody; what is unknown may be either.
    pub(super) fn bounds_at(&self, at: Time) -> Option<RangeInclusive<f64>> {
        let bound = |doubtful: u32| {
            self.share_at(at, |id| match self.status_at(id, at) {
                Status::Recovering | Status::Unknown => doubtful,
                other => other.quarters(),
            })
        };
        Some(bound(0)?..=bound(4)?)
    }

    /// 0 to 100: the mean over the services harmed so far, in quarters and by their weights.
    fn share_at(&self, at: Time, quarters: impl Fn(ServiceId) -> u32) -> Option<f64> {
        let (mut sum, mut weights) = (0.0, 0.0);
        for id in self.harmed_by(at) {
            let weight = self.service(id).weight;
            sum += weight * f64::from(quarters(id)) / 4.0;
            weights += weight;
        }
        (weights > 0.0).then(|| (100.0 * sum / weights).clamp(0.0, 100.0))
    }

    /// The counted services that had been harmed at or before `at`.
    pub fn harmed_by(&self, at: Time) -> impl Iterator<Item = ServiceId> + '_ {
        self.counted().filter(move |&id| self.harmed_since(id).is_some_and(|since| since <= at))
    }

    /// Whether the service is no worse than recovering, or nobody knows.
    pub(super) fn is_rising(&self, id: ServiceId, at: Time) -> bool {
        let status = self.status_at(id, at);
        status.is_up() || status == Status::Recovering
    }
}
