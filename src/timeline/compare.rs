//! What became of an incident between two versions of its file.
//!
//! Services are the same by their ids, actions by their tasks; events have no ids and are paired by
//! [`pairing`]. Everything that an incident holds is compared, every language of a text by itself;
//! in which order a file has its events, services, tags or links is not. Milestones and measures
//! are compared as they come out, derived ones too: they move when events do.

mod field;
mod pairing;

use std::borrow::Cow;

use super::{MeasureKind, Milestone, Timeline};
use crate::model::{Action, Event, Incident, Phase, Service, ServiceId, Time};

use field::Fields;
pub use field::{Aspect, Field, Value};

/// Which part of an incident, as it is found in each of the two versions: rows of the timeline, or
/// places in the incident's lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// What is said of the whole.
    Whole,
    Milestone(Phase),
    Measure(MeasureKind),
    Service(Pair<ServiceId>),
    Event(Pair<usize>),
    Action(Pair<usize>),
}

/// The same thing in two versions; at least one of them has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pair<T> {
    pub before: Option<T>,
    pub after: Option<T>,
}

/// What became of a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    Added,
    Removed,
    Changed,
}

impl Fate {
    /// The word in JSON.
    pub fn word(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Removed => "removed",
            Self::Changed => "changed",
        }
    }

    /// `+`, `-`, `~`.
    pub fn sign(self) -> char {
        match self {
            Self::Added => '+',
            Self::Removed => '-',
            Self::Changed => '~',
        }
    }
}

/// One part that is not as it was.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    pub part: Part,
    /// What of it differs; empty where it is new or gone as a whole.
    pub fields: Vec<Field>,
    /// Of a private event, before or after.
    pub private: bool,
}

impl Change {
    pub fn fate(&self) -> Fate {
        fn of<T>(pair: Pair<T>) -> Fate {
            match (pair.before, pair.after) {
                (None, _) => Fate::Added,
                (_, None) => Fate::Removed,
                _ => Fate::Changed,
            }
        }
        match self.part {
            Part::Service(pair) => of(pair),
            Part::Event(pair) | Part::Action(pair) => of(pair),
            Part::Whole | Part::Milestone(_) | Part::Measure(_) => Fate::Changed,
        }
    }
}

/// Everything that differs, in the order of an incident file; events in the order of time.
pub fn compare(before: &Timeline, after: &Timeline) -> Vec<Change> {
    let both = Both { before, after };
    let mut changes = Vec::new();
    changes.extend(changed(Part::Whole, both.whole()));
    changes.extend(Phase::MILESTONES.into_iter().filter_map(|phase| both.milestone(phase)));
    changes.extend(both.measures());
    changes.extend(both.services());
    changes.extend(both.events());
    changes.extend(both.actions());
    changes
}

fn changed(part: Part, fields: Vec<Field>) -> Option<Change> {
    (!fields.is_empty()).then_some(Change { part, fields, private: false })
}

/// Two versions of one incident.
#[derive(Clone, Copy)]
struct Both<'a> {
    before: &'a Timeline,
    after: &'a Timeline,
}

impl<'a> Both<'a> {
    fn incidents(self) -> (&'a Incident, &'a Incident) {
        (self.before.incident(), self.after.incident())
    }

    fn whole(self) -> Vec<Field> {
        let (a, b) = self.incidents();
        let mut fields = Fields::default();
        fields.text(Aspect::Id, a.id.as_ref(), b.id.as_ref());
        fields.localized(Aspect::Title, &a.title, &b.title);
        fields.value(Aspect::Severity, Value::of(a.severity), Value::of(b.severity));
        fields.value(Aspect::Zone, Value::Text(a.zone.name()), Value::Text(b.zone.name()));
        fields.localized(Aspect::Summary, &a.summary, &b.summary);
        fields.localized(Aspect::Cause, &a.cause, &b.cause);
        let links = |incident: &Incident| incident.links.iter().map(field::link).collect();
        fields.list(Aspect::Links, links(a), links(b));
        let checks = |timeline: &Timeline| {
            timeline.incident().expect.iter().map(|check| field::check(check, timeline)).collect()
        };
        fields.list(Aspect::Checks, checks(self.before), checks(self.after));
        fields.0
    }

    fn milestone(self, phase: Phase) -> Option<Change> {
        let (a, b) = (self.before.milestone(phase), self.after.milestone(phase));
        let mut fields = Fields::default();
        let at = |end: Option<Milestone>| Value::of(end.map(|end| end.at));
        fields.value(Aspect::At, at(a), at(b));
        if let (Some(a), Some(b)) = (a, b) {
            fields.value(Aspect::Origin, Value::origin(a), Value::origin(b));
        }
        changed(Part::Milestone(phase), fields.0)
    }

    fn measures(self) -> impl Iterator<Item = Change> + 'a {
        let all = |timeline: &Timeline| timeline.measures_at(Time::MAX);
        all(self.before).into_iter().zip(all(self.after)).filter_map(|(a, b)| {
            let mut fields = Fields::default();
            let length = |seconds: Option<i64>| seconds.map_or(Value::Nothing, Value::Seconds);
            fields.value(Aspect::Length, length(a.seconds()), length(b.seconds()));
            changed(Part::Measure(a.kind), fields.0)
        })
    }

    fn services(self) -> Vec<Change> {
        let (a, b) = self.incidents();
        let place = |services: &[Service], id: &str| {
            services.iter().position(|service| &*service.id == id).map(ServiceId)
        };
        let mut changes = Vec::new();
        for (index, old) in a.services.iter().enumerate() {
            let after = place(&b.services, &old.id);
            let part = Part::Service(Pair { before: Some(ServiceId(index)), after });
            match after {
                Some(id) => changes.extend(changed(part, field::service(old, &b.services[id.0]))),
                None => changes.push(Change { part, fields: Vec::new(), private: false }),
            }
        }
        for (index, new) in b.services.iter().enumerate() {
            if place(&a.services, &new.id).is_none() {
                let part = Part::Service(Pair { before: None, after: Some(ServiceId(index)) });
                changes.push(Change { part, fields: Vec::new(), private: false });
            }
        }
        changes
    }

    fn events(self) -> Vec<Change> {
        fn marks(timeline: &Timeline) -> Vec<pairing::Item<'_>> {
            let title = |event| match event {
                Cow::Borrowed(Event { title, .. }) => Cow::Borrowed(title),
                Cow::Owned(Event { title, .. }) => Cow::Owned(title),
            };
            timeline.events().map(|event| (event.at, title(event))).collect()
        }
        let pairs = pairing::pair(&marks(self.before), &marks(self.after));
        let mut changes: Vec<(Time, Change)> = Vec::new();
        for pair in pairs {
            let [old, new] = self.both(pair);
            let (old, new) = (old.as_deref(), new.as_deref());
            let Some(at) = new.or(old).map(|event| event.at) else { continue };
            let fields = match (old, new) {
                (Some(old), Some(new)) => field::event((self.before, old), (self.after, new)),
                _ => Vec::new(),
            };
            if old.is_none() || new.is_none() || !fields.is_empty() {
                let private = [old, new].into_iter().flatten().any(|event| event.private);
                changes.push((at, Change { part: Part::Event(pair), fields, private }));
            }
        }
        changes.sort_by_key(|(at, _)| *at);
        changes.into_iter().map(|(_, change)| change).collect()
    }

    fn both(self, pair: Pair<usize>) -> [Option<Cow<'a, Event>>; 2] {
        let event = |timeline: &'a Timeline, row: Option<usize>| timeline.event(row?);
        [event(self.before, pair.before), event(self.after, pair.after)]
    }

    fn actions(self) -> Vec<Change> {
        fn marks(actions: &[Action]) -> Vec<pairing::Item<'_>> {
            actions.iter().map(|action| (Time::default(), Cow::Borrowed(&action.task))).collect()
        }
        let (a, b) = self.incidents();
        let mut changes = Vec::new();
        for pair in pairing::pair(&marks(&a.actions), &marks(&b.actions)) {
            let part = Part::Action(pair);
            match (pair.before, pair.after) {
                (Some(old), Some(new)) => {
                    changes.extend(changed(part, field::action(&a.actions[old], &b.actions[new])));
                }
                _ => changes.push(Change { part, fields: Vec::new(), private: false }),
            }
        }
        changes
    }
}

#[cfg(test)]
mod tests;
