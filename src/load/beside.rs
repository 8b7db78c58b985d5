//! Several incidents on one axis: each is a lane.

use std::collections::HashSet;

use crate::{
    model::{Event, Incident, Known, Localized, Service, ServiceId, Status},
    text::{Msg, SafeText},
};

/// Puts incidents beside each other, in the order of time. Each becomes a service of its own, whose status is the worst
/// that its events have said of its services by then, so that nothing of one reaches into the next;
/// each event is tagged with the id (or the title) of its incident. Milestones and readings belong
/// to one incident alone and are left out.
pub fn side_by_side(mut incidents: Vec<Incident>, title: Localized) -> Incident {
    incidents.sort_by_key(|incident| incident.events.heads().map(|head| head.at).min());
    let zone = incidents.first().map(|incident| incident.zone).unwrap_or_default();
    let mut whole = Incident { title, zone, ..Incident::default() };
    let mut ids = HashSet::new();
    let mut all = Vec::new();
    for incident in incidents {
        let lane = ServiceId(whole.services.len());
        let name = incident.id.clone().unwrap_or_else(|| first_title(&incident));
        let id = unused(&name, &mut ids);
        let service = Service { id, name: incident.title.clone(), ..lane_of(&incident) };
        whole.services.push(service);
        whole.links.extend(incident.links.iter().cloned());
        all.extend(events(incident, lane, &name));
    }
    all.sort_by_key(|event| event.at);
    Incident { events: all.into(), ..whole }
}

fn lane_of(incident: &Incident) -> Service {
    // An incident of nothing but services that do not count is shown and counts as little.
    let counts = incident.services.is_empty() || incident.services.iter().any(|it| it.counts);
    Service { weight: 1.0, counts, ..Service::default() }
}

fn first_title(incident: &Incident) -> SafeText {
    SafeText::line(incident.title.all().next().unwrap_or_default())
}

/// The name, with a number behind it where another incident has it already.
fn unused(name: &SafeText, taken: &mut HashSet<SafeText>) -> SafeText {
    let mut id = name.clone();
    let mut number = 1;
    while !taken.insert(id.clone()) {
        number += 1;
        id = SafeText::line(&format!("{name}-{number}"));
    }
    id
}

/// The events of one incident, in the order of time, as those of its lane.
fn events(mut incident: Incident, lane: ServiceId, name: &SafeText) -> Vec<Event> {
    let mut events: Vec<Event> = std::mem::take(&mut incident.events).into();
    events.sort_by_key(|event| event.at);
    let counted: Vec<bool> = incident.services.iter().map(|service| service.counts).collect();
    let any_counts = counted.contains(&true);
    let mut said: Vec<Option<(Status, Known)>> = vec![None; counted.len()];
    let as_lane = |mut event: Event| {
        for (id, status) in std::mem::take(&mut event.status) {
            let known = event.known(id);
            if let Some(now) = said.get_mut(id.0).filter(|_| !any_counts || counted[id.0]) {
                *now = Some((status, known));
            }
        }
        let worst = said
            .iter()
            .flatten()
            .max_by_key(|(status, known)| (*status, *known == Known::Reported));
        event.inferred.clear();
        event.services = vec![lane];
        if let Some((status, known)) = worst {
            event.status = vec![(lane, *status)];
            event.inferred.extend((*known == Known::Inferred).then_some(lane));
        }
        event.phase = None;
        event.recovery = None;
        if !event.tags.contains(name) {
            event.tags.push(name.clone());
        }
        event
    };
    let mut events: Vec<Event> = events.into_iter().map(as_lane).collect();
    let end = events.last().filter(|last| last.status.iter().any(|(_, status)| !status.is_up()));
    let end = end.map(|last| silence(last, lane));
    events.extend(end);
    events
}

/// After the last word on an incident that it does not see to its end nobody knows: on an axis that
/// goes on for years it must not be drawn as if it had.
fn silence(last: &Event, lane: ServiceId) -> Event {
    Event {
        at: last.until.unwrap_or(last.at).max(last.at).plus_seconds(1),
        title: Localized::own(|lang| Msg::AllSilence.text(lang).to_owned()),
        status: vec![(lane, Status::Unknown)],
        inferred: vec![lane],
        precision: last.precision,
        tags: last.tags.clone(),
        private: last.private,
        ..Event::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{load::read, model::Phase};

    fn incident(yaml: &str) -> Incident {
        read("x", yaml.as_bytes()).unwrap().incident
    }

    #[test]
    fn each_incident_is_a_lane_and_nothing_leaks() {
        let one = incident(
            "title: One\nid: one\nevents:\n\
             \x20 - {at: 2031-03-01T10:00Z, title: Down, status: {api: down, web: degraded}, recovery: 10}\n\
             \x20 - {at: 2031-03-01T11:00Z, title: Half, status: {api: ok}, phase: mitigated}\n",
        );
        let two = incident(
            "title: Two\nid: one\nevents:\n\
             \x20 - {at: 2031-03-01T10:30Z, title: Look, services: [api]}\n\
             \x20 - {at: 2031-03-01T12:00Z, title: Up, status: {api: ok}}\n",
        );
        let all = side_by_side(vec![one, two], Localized::default());
        let ids: Vec<&str> = all.services.iter().map(|service| &*service.id).collect();
        assert_eq!(ids, ["one", "one-2"]);
        let said: Vec<_> = all.events.iter().map(|event| event.status.first().copied()).collect();
        let (a, b) = (ServiceId(0), ServiceId(1));
        let expected = [
            Some((a, Status::MajorOutage)),
            None,
            Some((a, Status::Degraded)),
            Some((a, Status::Unknown)),
            Some((b, Status::Operational)),
        ];
        assert_eq!(said, expected);
        assert!(all.events.iter().all(|event| event.tags.iter().any(|tag| &**tag == "one")));
        assert!(all.events.iter().all(|event| event.recovery.is_none() && event.phase.is_none()));
        let none = Phase::MILESTONES.iter().all(|phase| all.milestones.get(*phase).is_none());
        assert!(none);
    }
}
