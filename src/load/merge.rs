//! Several files about one incident, as one.

use std::collections::HashMap;

use super::{
    code::Code,
    diagnostic::{Diagnostic, Phrase},
    report::Report,
    source::Source as Text,
};
use crate::{
    model::{Event, Incident, Localized, Phase, ServiceId, Source, time::Time},
    text::{Msg, SafeText},
};

/// Two entries of one title within this many seconds are one event that two files tell.
const SAME: i64 = 60;

const DAY: i64 = 86_400;

/// Files of one incident are not further apart than this many days.
const APART: i64 = 7;

/// A warning about incidents between which more than a week lies in which none of them is. They are
/// hardly one.
pub fn far_apart(name: &str, incidents: &[(SafeText, Incident)]) -> Option<Report> {
    let mut spans: Vec<(Time, Time)> =
        incidents.iter().filter_map(|(_, incident)| span(incident)).collect();
    spans.sort();
    let (mut end, mut widest) = (spans.first()?.1, 0);
    for (start, last) in spans {
        widest = widest.max(start.since(end));
        end = end.max(last);
    }
    (widest > APART * DAY).then(|| {
        let days = usize::try_from(widest / DAY).unwrap_or_default();
        let fault = Diagnostic::whole(Code::FarApart, Phrase::from(Msg::FilesApart).number(days));
        Report::of(Text::without_text(name), fault)
    })
}

/// From the first to the last that is told.
fn span(incident: &Incident) -> Option<(Time, Time)> {
    let heads = || incident.events.heads();
    let first = heads().map(|head| head.at).min()?;
    let last = heads().map(|head| head.until.unwrap_or(head.at)).max()?;
    Some((first, last))
}

/// Joins incidents, each with the name of its file: what the first says of the whole counts, and
/// of the others what it leaves open. Each event names its file as a source; services of one id are one.
pub fn merge(incidents: Vec<(SafeText, Incident)>) -> Incident {
    let mut merged = Merged::default();
    let is_one = incidents.len() == 1;
    for (name, incident) in incidents {
        merged.add(if is_one { None } else { Some(&name) }, incident);
    }
    if !is_one {
        // A stable sort: of equal times the first file comes first.
        merged.events.sort_by_key(|event| event.at);
    }
    Incident { events: merged.events.into(), ..merged.whole }
}

/// Moves an incident in time by seconds: its clock was wrong by so much.
#[must_use]
pub fn shift(mut incident: Incident, seconds: i64) -> Incident {
    let right = |at: Time| at.plus_seconds(seconds);
    let mut events: Vec<Event> = std::mem::take(&mut incident.events).into();
    for event in &mut events {
        event.at = right(event.at);
        event.until = event.until.map(right);
    }
    incident.events = events.into();
    incident.milestones = incident.milestones.moved(right);
    incident.expect.iter_mut().for_each(|check| check.at = right(check.at));
    incident
}

#[derive(Default)]
struct Merged {
    /// All but its events.
    whole: Incident,
    events: Vec<Event>,
    services: HashMap<SafeText, ServiceId>,
    has_first: bool,
}

impl Merged {
    fn add(&mut self, name: Option<&SafeText>, mut incident: Incident) {
        let events: Vec<Event> = std::mem::take(&mut incident.events).into();
        let services = std::mem::take(&mut incident.services);
        let expect = std::mem::take(&mut incident.expect);
        let new: Vec<ServiceId> =
            services.into_iter().map(|service| self.service(service)).collect();
        let at = |id: ServiceId| new.get(id.0).copied().unwrap_or(id);
        self.describe(incident);
        for mut event in events {
            event.status.iter_mut().for_each(|(id, _)| *id = at(*id));
            event.inferred.iter_mut().for_each(|id| *id = at(*id));
            event.services.iter_mut().for_each(|id| *id = at(*id));
            let source = name.map(|name| Source { name: name.clone(), url: None });
            self.event(event, source);
        }
        for mut check in expect {
            check.status.iter_mut().for_each(|(id, _)| *id = at(*id));
            self.whole.expect.push(check);
        }
    }

    fn service(&mut self, service: crate::model::Service) -> ServiceId {
        let next = ServiceId(self.whole.services.len());
        let id = *self.services.entry(service.id.clone()).or_insert(next);
        match self.whole.services.get_mut(id.0) {
            // Of two files that name it one may list it.
            Some(known) => known.unlisted &= service.unlisted,
            None => self.whole.services.push(service),
        }
        id
    }

    /// What is said of the whole.
    fn describe(&mut self, other: Incident) {
        if !std::mem::replace(&mut self.has_first, true) {
            let services = std::mem::take(&mut self.whole.services);
            self.whole = Incident { services, ..other };
            return;
        }
        let whole = &mut self.whole;
        whole.id = whole.id.take().or(other.id);
        whole.severity = whole.severity.or(other.severity);
        let or = |mine: &mut Localized, theirs| {
            if mine.is_empty() {
                *mine = theirs;
            }
        };
        or(&mut whole.summary, other.summary);
        or(&mut whole.cause, other.cause);
        whole.links.extend(other.links);
        whole.actions.extend(other.actions);
        whole.milestones.fill(&other.milestones);
    }

    fn event(&mut self, mut event: Event, source: Option<Source>) {
        let Some(source) = source else {
            self.events.push(event);
            return;
        };
        // Where both give a milestone, the first file's holds.
        event.phase = event.phase.filter(|phase| self.holds(*phase, event.at));
        let is_same = |known: &&mut Event| {
            // What is private in one file is not told by another's event.
            known.private == event.private
                && known.title == event.title
                && known.at.since(event.at).abs() <= SAME
        };
        let is_other = |known: &Event| !known.sources.contains(&source);
        let twin = self.events.iter_mut().rev().find(is_same);
        if let Some(known) = twin.filter(|known| is_other(known)) {
            known.sources.push(source);
            for (id, status) in event.status {
                if known.status.iter().all(|(of, _)| *of != id) {
                    known.status.push((id, status));
                    known.inferred.extend(event.inferred.iter().filter(|of| **of == id));
                }
            }
            return;
        }
        event.sources.push(source);
        self.events.push(event);
    }

    fn holds(&self, phase: Phase, at: Time) -> bool {
        self.whole.milestones.get(phase) == Some(at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{load::read, model::Status};

    fn incident(yaml: &str) -> Incident {
        read("x", yaml.as_bytes()).unwrap().incident
    }

    #[test]
    fn a_wrong_clock_is_put_right_everywhere() {
        let yaml = "title: Late\nmilestones: {detected: 2031-03-01T10:05Z}\nevents:\n\
                    \x20 - {at: 2031-03-01T10:00Z, until: 2031-03-01T10:10Z, title: Down, status: {api: down}}\n\
                    expect:\n  - {at: 2031-03-01T10:01Z, status: {api: down}}\n";
        let told = incident(yaml);
        let right = shift(told.clone(), -90);
        let moved = |then: Time, now: Time| assert_eq!(now.since(then), -90);
        moved(told.events.get(0).unwrap().at, right.events.get(0).unwrap().at);
        moved(
            told.events.get(0).unwrap().until.unwrap(),
            right.events.get(0).unwrap().until.unwrap(),
        );
        moved(told.expect[0].at, right.expect[0].at);
        let detected = |of: &Incident| of.milestones.get(Phase::Detected).unwrap();
        moved(detected(&told), detected(&right));
        assert_eq!(shift(right, 90), told);
    }

    #[test]
    fn a_clock_put_right_tells_no_secret() {
        let told = incident(
            "title: Late\nevents:\n\
             \x20 - {at: 2031-03-01T10:00Z, title: Seen, phase: detected, private: true}\n\
             \x20 - {at: 2031-03-01T10:05Z, title: Up, phase: resolved}\n",
        );
        let right = shift(told, 60);
        assert!(right.milestones.get(Phase::Detected).is_some());
        let (open, left_out) = right.without_private();
        assert_eq!(left_out, 1);
        assert_eq!(open.milestones.get(Phase::Detected), None);
        assert!(open.milestones.get(Phase::Resolved).is_some());
    }

    #[test]
    fn two_files_become_one_story() {
        let page = incident(
            "title: Page\nevents:\n  - {at: 2031-03-01T10:00Z, title: Down, status: {api: down}}\n\
             \x20 - {at: 2031-03-01T11:00Z, title: Up, status: {api: ok}, phase: resolved}\n",
        );
        let pager = incident(
            "title: Pager\nseverity: SEV2\nevents:\n\
             \x20 - {at: 2031-03-01T10:00:30Z, title: Down, status: {db: degraded}}\n\
             \x20 - {at: 2031-03-01T10:05Z, title: Ack, phase: acknowledged, services: [api]}\n",
        );
        let names = ["page", "pager"].map(SafeText::line);
        let [a, b] = names;
        let merged = merge(vec![(a, page), (b, pager)]);
        assert_eq!(merged.severity, crate::model::Severity::parse("2"));
        let ids: Vec<&str> = merged.services.iter().map(|service| &*service.id).collect();
        assert_eq!(ids, ["api", "db"]);
        let sources: Vec<usize> = merged.events.iter().map(|event| event.sources.len()).collect();
        assert_eq!(sources, [2, 1, 1]);
        let both = [(ServiceId(0), Status::MajorOutage), (ServiceId(1), Status::Degraded)];
        assert_eq!(merged.events.get(0).unwrap().status, both);
        assert_eq!(merged.events.get(1).unwrap().services, [ServiceId(0)]);
        assert!(merged.milestones.get(Phase::Acknowledged).is_some());
    }
}
