//! PagerDuty: log entries, notes, change events, status updates, incidents and webhooks.
//!
//! What belongs to one incident becomes one; of a file that names none, everything is one. From
//! the trigger to the resolution the service is inferred to be degraded: PagerDuty says that
//! somebody was called, not what users felt. An incident may be opened again: the last
//! resolution counts.

mod entry;

use std::collections::HashMap;

use super::{Wanted, draft::Draft};
use crate::{
    load::tree::Node,
    model::{Milestones, Phase, Severity, Zone},
    text::Msg,
};
use entry::Entry;

/// The keys under which entries of some kind stand.
const ENTRIES: [&str; 5] = ["log_entries", "notes", "change_events", "incidents", "past_incidents"];
const ENTRY: [&str; 5] = ["log_entry", "note", "status_update", "incident", "responder_request"];

pub(super) fn is_one(root: &Node<'_>) -> bool {
    let certain = [
        "log_entries",
        "log_entry",
        "change_events",
        "status_update",
        "past_incidents",
        "responder_request",
    ];
    let has_note = |node: &Node<'_>| node.get("content").is_some();
    let has_incident = |node: &Node<'_>| {
        node.text("type").is_some_and(|word| word.starts_with("incident"))
            || (node.get("incident_number").is_some() && node.get("urgency").is_some())
    };
    let first = |key: &str| root.list(key).first();
    certain.iter().any(|key| root.get(key).is_some())
        || root.dig(&["event", "event_type"]).is_some()
        || first("notes").or_else(|| root.get("note")).is_some_and(has_note)
        || first("incidents").or_else(|| root.get("incident")).is_some_and(has_incident)
        || is_measured(root)
}

/// A row, or several, of the analytics.
fn is_measured(root: &Node<'_>) -> bool {
    let row = root.list("data").first().unwrap_or(root);
    row.get("seconds_to_resolve").is_some() || root.dig(&["data", "seconds_to_resolve"]).is_some()
}

pub(super) fn read(root: &Node<'_>, wanted: &Wanted) -> Vec<Draft> {
    let zone = wanted.zone.unwrap_or(Zone::UTC);
    let mut drafts: Vec<Draft> = Vec::new();
    let mut known: HashMap<Option<&str>, usize> = HashMap::new();
    for entry in entries(root) {
        // What names no incident belongs to the only one, if it is the only one.
        let id = entry.incident_id();
        let only = (id.is_none() && drafts.len() == 1).then_some(0);
        let index = known.get(&id).copied().or(only).unwrap_or_else(|| {
            known.insert(id, drafts.len());
            drafts.push(open(&entry, zone));
            drafts.len() - 1
        });
        if let Some(draft) = drafts.get_mut(index) {
            entry.tell(draft);
        }
    }
    drafts.iter_mut().for_each(close);
    drafts
}

/// Every entry of the file, those that name an incident first.
fn entries<'a, 's>(root: &'a Node<'s>) -> Vec<Entry<'a, 's>> {
    let mut found: Vec<Entry<'a, 's>> = Vec::new();
    for key in ENTRIES {
        found.extend(root.list(key).iter().map(|node| Entry::new(key, node)));
    }
    for key in ENTRY {
        found.extend(root.get(key).map(|node| Entry::new(key, node)));
    }
    if root.dig(&["event", "event_type"]).is_some() {
        found.extend(root.get("event").map(|node| Entry::new("event", node)));
    }
    if is_measured(root) {
        let data = root.get("data");
        let rows = data.filter(|data| data.is_list()).map_or(&[][..], Node::items);
        let one = data.filter(|data| data.is_map()).or((data.is_none()).then_some(root));
        found.extend(rows.iter().chain(one).map(|node| Entry::new("data", node)));
    }
    found.sort_by_key(|entry| entry.incident_id().is_none());
    found
}

fn open(entry: &Entry<'_, '_>, zone: Zone) -> Draft {
    let title = entry.incident_title().unwrap_or_default();
    let mut draft =
        Draft::new(title, Msg::FormatPagerDuty, entry.node.span).id(entry.incident_id());
    draft.incident.zone = zone;
    draft.incident.severity = entry.priority().and_then(Severity::parse);
    draft.link(entry.incident_url());
    draft
}

/// Sorts the events; the first trigger, the first acknowledgement and the last resolution are the
/// milestones.
fn close(draft: &mut Draft) {
    draft.sort();
    // Until here the first of each in the file counted.
    draft.incident.milestones = Milestones::default();
    let events = &draft.events;
    let first = |phase: Phase| events.iter().position(|event| event.phase == Some(phase));
    let last = |phase: Phase| events.iter().rposition(|event| event.phase == Some(phase));
    let kept = [first(Phase::Detected), first(Phase::Acknowledged), last(Phase::Resolved)];
    let mut milestones = Vec::new();
    for (index, event) in draft.events.iter_mut().enumerate() {
        match event.phase {
            Some(phase) if kept.contains(&Some(index)) => {
                milestones.push((phase, event.at, index));
            }
            _ => event.phase = None,
        }
    }
    // Opened again after its last resolution, it is not over.
    let trigger = draft.events.iter().rposition(|event| event.kind.detects());
    for (phase, at, index) in milestones {
        if phase == Phase::Resolved && trigger > Some(index) {
            draft.events[index].phase = None;
            continue;
        }
        let place = draft.places.events[index];
        draft.milestone(phase, at, place);
    }
}
