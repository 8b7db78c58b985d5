//! Everything that is true at one moment, for the screen and for `show`.

use std::cmp::Reverse;

use super::run::Run;
use super::{Certainty, Recovery, Timeline};
use crate::model::{Known, Phase, Precision, ServiceId, Status, Time, time::SinceStart};

/// The incident as it was at a moment.
#[derive(Debug, Clone, PartialEq)]
pub struct Moment {
    pub at: Time,
    pub phase: Phase,
    /// When that phase began; none for `Before`.
    pub phase_since: Option<Time>,
    /// How exactly that is known.
    pub phase_precision: Precision,
    /// Time since the start; none where no start is known.
    pub since_start: Option<SinceStart>,
    pub recovery: Option<Recovery>,
    /// The counted services that were harmed so far, by what they are now.
    pub counts: Counts,
    /// Every service, in the order of the file.
    pub services: Vec<ServiceNow>,
}

/// How many services are what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    pub back: usize,
    pub recovering: usize,
    pub degraded: usize,
    pub down: usize,
    pub unknown: usize,
}

impl Counts {
    pub fn total(&self) -> usize {
        self.back + self.recovering + self.degraded + self.down + self.unknown
    }

    fn add(&mut self, status: Status) {
        match status {
            Status::Operational | Status::Maintenance => self.back += 1,
            Status::Recovering => self.recovering += 1,
            Status::Degraded => self.degraded += 1,
            Status::PartialOutage | Status::MajorOutage => self.down += 1,
            Status::Unknown => self.unknown += 1,
        }
    }
}

/// One service at a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ServiceNow {
    pub id: ServiceId,
    pub status: Status,
    pub known: Known,
    /// Since when it is that; none before the first known state.
    pub since: Option<Time>,
    /// How exactly that is known.
    pub since_precision: Precision,
    /// Seconds in partial or major outage so far.
    pub down_seconds: i64,
    /// How exactly the ends of those are known.
    pub down_precision: Precision,
}

impl Timeline {
    /// What is true at `at`, from the events at or before it.
    pub fn moment(&self, at: Time) -> Moment {
        let (phase, phase_since) = self.phase_at(at);
        let mark = self.marks.until(at);
        let services: Vec<_> = self.services().map(|id| self.service_at(id, at, mark)).collect();
        let status = |id: ServiceId| services[id.0].status;
        Moment {
            at,
            phase,
            phase_since,
            phase_precision: self.milestone(phase).map(|it| it.precision).unwrap_or_default(),
            since_start: self
                .milestone(Phase::Started)
                .map(|started| SinceStart(at.since(started.at))),
            recovery: self.recovery_of(at, status),
            counts: self.counts_of(at, status),
            services,
        }
    }

    /// What the counted services that were harmed so far are at `at`.
    pub fn counts_at(&self, at: Time) -> Counts {
        self.counts_of(at, |id| self.status_at(id, at))
    }

    fn counts_of(&self, at: Time, status: impl Fn(ServiceId) -> Status) -> Counts {
        let mut counts = Counts::default();
        for id in self.harmed_by(at) {
            counts.add(status(id));
        }
        counts
    }

    /// The phase at `at` is the latest milestone at or before it; of two at the same moment the
    /// further one.
    pub fn phase_at(&self, at: Time) -> (Phase, Option<Time>) {
        Phase::MILESTONES
            .into_iter()
            .filter_map(|phase| Some((self.milestone(phase)?.at, phase)))
            .filter(|(begun, _)| *begun <= at)
            .max()
            .map_or((Phase::Before, None), |(begun, phase)| (phase, Some(begun)))
    }

    /// A service at a moment, of which the mark is the last before it.
    fn service_at(&self, id: ServiceId, at: Time, mark: Option<usize>) -> ServiceNow {
        let runs = &self.runs[id.0];
        let last = runs.place(at, self.marks.among(mark, id, runs.list.len())).run();
        let run = last.map(|index| runs.list[index]);
        let spent = runs.spent(last, at);
        let known = self.known_to(runs.certain(last), run, at);
        let down = || Status::ALL.into_iter().filter(|status| status.is_down());
        ServiceNow {
            id,
            status: run.map_or(Status::Unknown, |run| run.status),
            known: run.map_or(Known::Unknown, |run| run.known),
            since: run.map(|run| run.from),
            since_precision: run.map(|run| run.precision).unwrap_or_default(),
            down_seconds: down().map(|status| spent[status as usize] / 1_000).sum(),
            down_precision: down()
                .map(|status| known[status as usize].precision)
                .max()
                .unwrap_or_default(),
        }
    }

    /// Seconds a service spent in each status up to `at`, by the order of [`Status::ALL`].
    pub fn time_in_status(&self, id: ServiceId, at: Time) -> [i64; 7] {
        self.runs[id.0].spent(self.place_at(id, at).run(), at).map(|millis| millis / 1_000)
    }

    /// How well those lengths are known.
    pub fn certainty_in_status(&self, id: ServiceId, at: Time) -> [Certainty; 7] {
        let runs = &self.runs[id.0];
        let last = self.place_at(id, at).run();
        self.known_to(runs.certain(last), last.map(|index| runs.list[index]), at)
    }

    /// With the end of the run that holds: at the last entry it is known as that is, before it, it is the
    /// moment that is asked about.
    fn known_to(&self, mut known: [Certainty; 7], run: Option<Run>, at: Time) -> [Certainty; 7] {
        if let Some(run) = run.filter(|_| at == self.last()) {
            let known = &mut known[run.status as usize].precision;
            *known = self.last_precision().max(*known);
        }
        known
    }
}

impl Moment {
    /// The services, worst first; of equal ones the counted first, then those that are so the
    /// longest, then the order of the file.
    pub fn worst_first(&self, timeline: &Timeline) -> Vec<ServiceNow> {
        let mut services = self.services.clone();
        services.sort_by_key(|now| {
            (Reverse(now.status), !timeline.service(now.id).counts, now.since, now.id)
        });
        services
    }
}
