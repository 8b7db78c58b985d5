//! The timeline against the rules of the format, followed minute by minute on small incidents.

use std::collections::BTreeMap;

use outage_tui::model::{Basis, Phase, Status, Time};
use outage_tui::timeline::{Counts, Moment, Timeline};
use proptest::prelude::*;

use super::{at, read};

/// A minute of the morning; an incident is over long before the last.
type Minute = i64;
const LAST: Minute = 60;

#[derive(Debug, Clone)]
struct Story {
    services: Vec<(u32, bool)>,
    events: Vec<Entry>,
    given: BTreeMap<usize, Minute>,
}

#[derive(Debug, Clone)]
struct Entry {
    at: Minute,
    kind: &'static str,
    status: BTreeMap<usize, Status>,
    reading: Option<u32>,
}

fn clock(minute: Minute) -> Time {
    at("08:00").plus_seconds(minute * 60)
}

impl Story {
    fn yaml(&self) -> String {
        let services = self.services.iter().enumerate().map(|(index, (weight, counts))| {
            format!("- {{id: s{index}, weight: {weight}, counts: {counts}}}\n")
        });
        let given = self.given.iter().map(|(phase, minute)| {
            format!("  {}: {}\n", Phase::MILESTONES[*phase].word(), clock(*minute).rfc3339())
        });
        let events = self.events.iter().map(Entry::yaml);
        let milestones = if self.given.is_empty() { "" } else { "milestones:\n" };
        format!(
            "title: x\nservices:\n{}{milestones}{}events:\n{}",
            services.collect::<String>(),
            given.collect::<String>(),
            events.collect::<String>()
        )
    }

    /// The events at or before a minute, in the order that counts.
    fn until(&self, minute: Minute) -> Vec<&Entry> {
        let mut events: Vec<&Entry> = self.events.iter().filter(|e| e.at <= minute).collect();
        events.sort_by_key(|event| event.at);
        events
    }

    /// The last thing said about a service.
    fn status(&self, service: usize, minute: Minute) -> Option<Status> {
        self.until(minute).iter().rev().find_map(|event| event.status.get(&service).copied())
    }

    fn worse_than(&self, limit: Status, service: usize, minute: Minute) -> bool {
        self.status(service, minute).is_some_and(|status| status > limit)
    }

    fn is_harmed_by(&self, service: usize, minute: Minute) -> bool {
        (0..=minute).any(|earlier| self.worse_than(Status::Unknown, service, earlier))
    }

    fn counted(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.services.len()).filter(|&service| self.services[service].1)
    }

    fn milestone(&self, phase: Phase) -> Option<Minute> {
        let given = self.given.get(&(phase as usize - 1)).copied();
        given.or_else(|| match phase {
            Phase::Started => (0..LAST).find(|&m| self.counted().any(|s| self.is_harmed_by(s, m))),
            Phase::Detected => self.detected(),
            Phase::Mitigated => self.first_calm().or_else(|| self.resolved_after_start()),
            Phase::Resolved => self.first_well(),
            Phase::Before | Phase::Acknowledged => None,
        })
    }

    fn detected(&self) -> Option<Minute> {
        let started = self.milestone(Phase::Started).unwrap_or(0);
        let horizon = self.milestone(Phase::Resolved).unwrap_or(LAST);
        let found =
            self.until(horizon).into_iter().filter(|e| ["alert", "detection"].contains(&e.kind));
        let minutes: Vec<Minute> = found.map(|event| event.at).collect();
        minutes.iter().find(|&&m| m >= started).or(minutes.first()).copied()
    }

    /// The minute after the last one that is wrong, if that lies in sight and after the start.
    fn after_last(&self, horizon: Minute, wrong: impl Fn(Minute) -> bool) -> Option<Minute> {
        let started = self.milestone(Phase::Started)?;
        let last = (0..=horizon).rev().find(|&minute| wrong(minute))?;
        Some(last + 1).filter(|&minute| minute <= horizon && minute >= started)
    }

    fn resolved_after_start(&self) -> Option<Minute> {
        let started = self.milestone(Phase::Started)?;
        self.milestone(Phase::Resolved).filter(|&resolved| resolved >= started)
    }

    fn first_calm(&self) -> Option<Minute> {
        let horizon = self.milestone(Phase::Resolved).unwrap_or(LAST);
        let is_lost = |s, m| self.is_harmed_by(s, m) && self.status(s, m) == Some(Status::Unknown);
        let is_bad = |s, m| self.worse_than(Status::Recovering, s, m) || is_lost(s, m);
        let wrong = |m| self.counted().any(|s| is_bad(s, m));
        self.after_last(horizon, wrong)
    }

    fn first_well(&self) -> Option<Minute> {
        let is_up = |s, m| self.status(s, m).is_some_and(Status::is_up);
        let wrong = |m| self.counted().any(|s| self.is_harmed_by(s, LAST) && !is_up(s, m));
        self.after_last(LAST, wrong)
    }

    fn phase(&self, minute: Minute) -> Phase {
        let reached = Phase::MILESTONES
            .into_iter()
            .filter_map(|phase| Some((self.milestone(phase).filter(|&m| m <= minute)?, phase)));
        reached.max().map_or(Phase::Before, |(_, phase)| phase)
    }

    fn counts(&self, minute: Minute) -> Counts {
        let mut counts = Counts::default();
        for service in self.counted().filter(|&s| self.is_harmed_by(s, minute)) {
            match self.status(service, minute).unwrap_or_default() {
                Status::Operational | Status::Maintenance => counts.back += 1,
                Status::Recovering => counts.recovering += 1,
                Status::Degraded => counts.degraded += 1,
                Status::PartialOutage | Status::MajorOutage => counts.down += 1,
                Status::Unknown => counts.unknown += 1,
            }
        }
        counts
    }

    fn recovery(&self, minute: Minute) -> Option<(f64, Basis)> {
        let harmed = |minute| self.counted().any(|service| self.is_harmed_by(service, minute));
        if harmed(LAST) && !harmed(minute) {
            return None;
        }
        let reading = self.until(minute).iter().rev().find_map(|event| event.reading);
        if let Some(percent) = reading {
            return Some((f64::from(percent), Basis::Reported));
        }
        let (mut sum, mut whole) = (0.0, 0.0);
        for service in self.counted().filter(|&s| self.is_harmed_by(s, minute)) {
            let share = match self.status(service, minute).unwrap_or_default() {
                Status::Operational | Status::Maintenance => 1.0,
                Status::Recovering | Status::Degraded => 0.5,
                Status::PartialOutage => 0.25,
                Status::MajorOutage | Status::Unknown => 0.0,
            };
            sum += share * f64::from(self.services[service].0);
            whole += f64::from(self.services[service].0);
        }
        (whole > 0.0).then(|| (100.0 * sum / whole, Basis::Computed))
    }

    /// The minute since which a service is what it is.
    fn since(&self, service: usize, minute: Minute) -> Option<Minute> {
        let now = self.status(service, minute)?;
        let other = (0..minute).rev().find(|&m| self.status(service, m) != Some(now));
        Some(other.map_or(0, |m| m + 1))
    }

    fn down_minutes(&self, service: usize, minute: Minute) -> i64 {
        (0..minute).filter(|&m| self.worse_than(Status::Degraded, service, m)).count() as i64
    }
}

impl Entry {
    fn yaml(&self) -> String {
        let status: Vec<String> = self
            .status
            .iter()
            .map(|(service, status)| format!("s{service}: {}", status.word()))
            .collect();
        let reading = self
            .reading
            .map(|percent| format!(", recovery: {{percent: {percent}, basis: reported}}"))
            .unwrap_or_default();
        format!(
            "- {{at: {}, title: x, kind: {}, status: {{{}}}{reading}}}\n",
            clock(self.at).rfc3339(),
            self.kind,
            status.join(", ")
        )
    }
}

fn entries() -> impl Strategy<Value = Entry> {
    let kinds = prop::sample::select(vec!["note", "impact", "alert", "detection"]);
    let states =
        prop::collection::btree_map(0_usize..3, prop::sample::select(&Status::ALL[..]), 0..3);
    let reading = prop::option::weighted(0.1, 0_u32..=100);
    (0..LAST / 2, kinds, states, reading).prop_map(|(at, kind, status, reading)| Entry {
        at,
        kind,
        status,
        reading,
    })
}

fn stories() -> impl Strategy<Value = Story> {
    let services = prop::collection::vec((1_u32..5, prop::bool::weighted(0.8)), 3);
    let given = prop::collection::btree_map(0_usize..5, 0..LAST / 2, 0..3);
    (services, prop::collection::vec(entries(), 1..14), given)
        .prop_map(|(services, events, given)| Story { services, events, given })
}

/// Everything about one minute, as the rules have it.
fn compare(story: &Story, timeline: &Timeline, minute: Minute) -> Result<(), TestCaseError> {
    let Moment { phase, recovery, counts, services, .. } = timeline.moment(clock(minute));
    prop_assert_eq!(phase, story.phase(minute));
    prop_assert_eq!(counts, story.counts(minute));
    let expected = story.recovery(minute);
    prop_assert_eq!(recovery.map(|recovery| recovery.basis), expected.map(|(_, basis)| basis));
    if let (Some(recovery), Some((percent, _))) = (recovery, expected) {
        prop_assert!((recovery.percent - percent).abs() < 1e-9);
    }
    for (index, now) in services.into_iter().enumerate() {
        prop_assert_eq!(now.status, story.status(index, minute).unwrap_or_default());
        prop_assert_eq!(now.since, story.since(index, minute).map(clock));
        prop_assert_eq!(now.down_seconds, 60 * story.down_minutes(index, minute));
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(128) })]

    #[test]
    fn every_minute_is_what_the_events_before_it_say(story in stories()) {
        let timeline = read(&story.yaml());
        for phase in Phase::MILESTONES {
            let found = timeline.milestone(phase).map(|milestone| milestone.at);
            prop_assert_eq!(found, story.milestone(phase).map(clock), "{:?}", phase);
        }
        for minute in (0..LAST).step_by(3) {
            compare(&story, &timeline, minute)?;
        }
    }
}
