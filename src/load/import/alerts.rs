//! Alerts of Alertmanager: the webhook's groups, and the list of its API.
//!
//! A lane is the label `service`, or else `job`, or else the alert's name. That an alert fires
//! says that something is wrong, not how wrong: the lane is inferred to be degraded while at least
//! one of its alerts fires.

use std::collections::HashMap;

use super::{
    Wanted,
    draft::{self, Draft, line, own_title, set, told},
};
use crate::{
    load::{diagnostic::Span, tree::Node},
    model::{Event, Kind, ServiceId, Status, Time},
    text::Msg,
};

pub(super) fn is_one(root: &Node<'_>) -> bool {
    let alerts = if root.is_list() { root.items() } else { root.list("alerts") };
    alerts.first().is_some_and(|alert| {
        alert.get("startsAt").is_some() && alert.get("labels").is_some_and(Node::is_map)
    })
}

pub(super) fn read(root: &Node<'_>, wanted: &Wanted) -> Vec<Draft> {
    let alerts = if root.is_list() { root.items() } else { root.list("alerts") };
    let title = [
        ["commonAnnotations", "summary"],
        ["groupLabels", "alertname"],
        ["commonLabels", "alertname"],
    ];
    let title = title.iter().find_map(|path| root.dig(path)?.scalar());
    let first = || alerts.first().map(|alert| name(alert)).unwrap_or_default();
    let mut draft = Draft::new(title.unwrap_or_else(first), Msg::FormatAlerts, root.span);
    draft.incident.zone = wanted.zone.unwrap_or_default();
    draft.link(root.text("externalURL"));
    let group = root.text("status");
    let mut firing = Vec::new();
    for alert in alerts {
        firing.extend(Firing::read(alert, group, &mut draft));
    }
    lanes(firing, &mut draft);
    draft.sort();
    vec![draft]
}

fn label<'a>(alert: &'a Node<'_>, name: &str) -> Option<&'a str> {
    alert.get("labels")?.text(name)
}

fn name<'a>(alert: &'a Node<'_>) -> &'a str {
    let said = alert.get("annotations").and_then(|notes| notes.text("summary"));
    said.or_else(|| label(alert, "alertname")).unwrap_or_default()
}

/// One alert, from its start to its end.
struct Firing {
    lane: ServiceId,
    from: Time,
    to: Option<Time>,
    event: Event,
    place: Span,
}

impl Firing {
    fn read(alert: &Node<'_>, group: Option<&str>, draft: &mut Draft) -> Option<Self> {
        let zone = draft.incident.zone;
        let (from, place) = draft.time(alert.get("startsAt"), alert.span, zone)?;
        let lane = ["service", "job", "alertname"].iter().find_map(|key| label(alert, key));
        let lane = draft.service(lane.unwrap_or("alert"), "", alert.span)?;
        let to = alert.get("endsAt").filter(|at| !at.scalar().is_some_and(is_never));
        let to = to.and_then(|at| draft.time(Some(at), at.span, zone)).map(|(to, _)| to);
        // The end of an alert that still fires is when it would be given up, not an end.
        // The API lists those that still do, and calls that a state.
        let is_listed = alert.dig(&["status", "state"]).is_some();
        let is_over = !is_listed && alert.text("status").or(group) != Some("firing");
        let to = to.filter(|to| is_over && *to >= from);
        let text = alert.get("annotations").and_then(|notes| notes.text("description"));
        let mut event = told(from, Kind::Alert, name(alert), "alert");
        if let Some(text) = text.filter(|text| *text != name(alert)) {
            event.body = draft::body(text);
        }
        let labels = ["severity", "instance", "alertname"];
        event.tags = labels.iter().filter_map(|key| label(alert, key)).map(line).collect();
        Some(Self { lane, from, to, event, place })
    }
}

/// `0001-01-01T00:00:00Z` stands for an end that has not come.
fn is_never(text: &str) -> bool {
    text.trim().starts_with("0001-01-01")
}

/// When the alerts of one lane begin and end, each in order.
#[derive(Default)]
struct Lane {
    from: Vec<Time>,
    to: Vec<Time>,
}

impl Lane {
    /// Whether one fires at that moment.
    fn fires(&self, at: Time) -> bool {
        let until = |times: &[Time]| times.partition_point(|time| *time <= at);
        until(&self.from) > until(&self.to)
    }
}

/// Puts the alerts into the draft; a lane is well again when the last of its alerts has ended.
fn lanes(firing: Vec<Firing>, draft: &mut Draft) {
    let mut lanes: HashMap<ServiceId, Lane> = HashMap::new();
    for alert in &firing {
        let lane = lanes.entry(alert.lane).or_default();
        lane.from.push(alert.from);
        lane.to.extend(alert.to);
    }
    for lane in lanes.values_mut() {
        lane.from.sort();
        lane.to.sort();
    }
    for Firing { lane, to, mut event, place, .. } in firing {
        let name = event.title.entries().next().map(|(_, name)| name.to_owned());
        set(&mut event, lane, Status::Degraded, true);
        draft.event(event, place);
        let Some(to) = to else { continue };
        let title = own_title(Msg::ImportAlertEnds, &[&name.unwrap_or_default()]);
        let mut end = Event { at: to, kind: Kind::Recovery, title, ..Event::default() };
        if lanes.get(&lane).is_some_and(|lane| lane.fires(to)) {
            end.services.push(lane);
        } else {
            set(&mut end, lane, Status::Operational, true);
        }
        draft.event(end, place);
    }
}
