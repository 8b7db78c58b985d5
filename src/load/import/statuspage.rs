//! Status pages of the Statuspage kind: `incidents.json`, `summary.json`, or one incident.
//!
//! A lane is a component, known by its id. Its states are replayed from what each update says of
//! it, within one incident only: what an earlier incident left behind says nothing about a later
//! one. An entry that gives no change is a state that is said again, and draws nothing. What the
//! page says it shows is compared with the replay; where they differ a warning names both.

use std::collections::HashMap;

use super::{
    Wanted,
    draft::{self, Draft, set, told},
    moment, prose,
};
use crate::{
    load::{
        code::Code,
        diagnostic::{Diagnostic, Phrase, Span},
        tree::Node,
    },
    model::{Event, Kind, Phase, ServiceId, Severity, Status, Time, Zone},
    text::Msg,
};

pub(super) fn is_one(root: &Node<'_>) -> bool {
    let is_page = ["incidents", "incident", "components", "scheduled_maintenances"];
    root.get("incident_updates").is_some()
        || (root.get("page").is_some_and(Node::is_map)
            && is_page.iter().any(|key| root.get(key).is_some()))
}

/// Every incident of a page, and its announced work.
pub(super) fn read(root: &Node<'_>, wanted: &Wanted) -> Vec<Draft> {
    let page = Page::new(root, wanted);
    if root.get("incident_updates").is_some() {
        return vec![page.incident(root)];
    }
    let one = root.get("incident").into_iter();
    let incidents = one.chain(root.list("incidents")).map(|node| page.incident(node));
    let works = root.list("scheduled_maintenances").iter().map(|node| page.incident(node));
    let works = works.map(|mut draft| {
        draft.planned = true;
        draft
    });
    incidents.chain(works).collect()
}

/// What a page says of itself, for all of its incidents.
struct Page<'a, 's> {
    name: &'a str,
    url: Option<&'a str>,
    zone: Zone,
    components: HashMap<&'a str, &'a Node<'s>>,
    /// How many components have each name.
    names: HashMap<&'a str, usize>,
    /// When it said so.
    shown_at: Option<Time>,
}

impl<'a, 's> Page<'a, 's> {
    fn new(root: &'a Node<'s>, wanted: &Wanted) -> Self {
        let page = root.get("page");
        let text = |key| page.and_then(|page| page.text(key));
        let zone = text("time_zone").and_then(Zone::parse).or(wanted.zone).unwrap_or_default();
        let by_id = |node: &'a Node<'s>| Some((node.text("id")?, node));
        let mut names = HashMap::new();
        for name in root.list("components").iter().filter_map(|node| node.text("name")) {
            *names.entry(name).or_insert(0) += 1;
        }
        Self {
            names,
            name: text("name").unwrap_or_default(),
            url: text("url"),
            zone,
            components: root.list("components").iter().filter_map(by_id).collect(),
            shown_at: text("updated_at")
                .and_then(|at| moment::parse(at, zone).ok())
                .map(|read| read.at),
        }
    }

    fn incident(&self, node: &Node<'_>) -> Draft {
        let title = node.text("name").unwrap_or(self.name);
        let mut draft = Draft::new(title, Msg::FormatStatuspage, node.span).id(node.text("id"));
        let impact = node.text("impact").unwrap_or_default();
        draft.planned = impact == "maintenance" || node.get("scheduled_for").is_some();
        draft.incident.severity = Severity::parse(impact);
        draft.incident.zone = self.zone;
        draft.link(node.text("shortlink"));
        if draft.incident.links.is_empty() {
            draft.link(self.url);
        }
        let updates = self.updates(node, &mut draft);
        let mut replay =
            Replay { page: self, last: HashMap::new(), codes: Vec::new(), draft: &mut draft };
        for update in &updates {
            replay.update(update);
        }
        replay.infer_the_end();
        replay.compare(node);
        self.milestones(node, &mut draft);
        draft
    }

    /// The updates in the order of time; those without a time are left out.
    fn updates<'n, 't>(&self, node: &'n Node<'t>, draft: &mut Draft) -> Vec<Update<'n, 't>> {
        let mut updates = Vec::new();
        // The newest comes first; of two of the same time the later in the file is the earlier.
        for node in node.list("incident_updates").iter().rev() {
            let at = ["display_at", "created_at", "updated_at"];
            let at = at.iter().find_map(|key| node.get(key));
            if let Some((at, place)) = draft.time(at, node.span, self.zone) {
                updates.push(Update { at, place, node });
            }
        }
        updates.sort_by_key(|update| update.at);
        updates
    }

    /// What the page says about the course of the incident. When it was written down is not when it
    /// began. Where there is no lane from which the end of the worst could be seen, the page's word
    /// for it is taken.
    fn milestones(&self, node: &Node<'_>, draft: &mut Draft) {
        let mut time = |key: &str| draft.optional_time(node.get(key), self.zone);
        let started = time("started_at");
        let (monitoring, resolved) = (time("monitoring_at"), time("resolved_at"));
        if draft.planned {
            return;
        }
        let first = draft.events.first().map(|event| event.at);
        if let Some((at, place)) = started {
            let at = first.map_or(at, |first| first.min(at));
            draft.milestone(Phase::Started, at, place);
        }
        if let Some((at, place)) = monitoring.filter(|_| draft.incident.services.is_empty()) {
            draft.milestone(Phase::Mitigated, at, place);
        }
        if let Some((at, place)) = resolved {
            draft.milestone(Phase::Resolved, at, place);
        }
    }
}

struct Update<'n, 't> {
    at: Time,
    place: Span,
    node: &'n Node<'t>,
}

/// The lanes of one incident while its updates are gone through.
struct Replay<'a, 'd, 's> {
    page: &'a Page<'a, 's>,
    /// What each component was last said to be.
    last: HashMap<ServiceId, Status>,
    /// The components that updates name, each once.
    codes: Vec<(String, ServiceId)>,
    draft: &'d mut Draft,
}

impl Replay<'_, '_, '_> {
    fn update(&mut self, update: &Update<'_, '_>) {
        let word = update.node.text("status").unwrap_or_default();
        let body = prose::from_html(update.node.text("body").unwrap_or_default());
        let mut event = told(update.at, Kind::Communication, &body, &word.replace('_', " "));
        event.tags.extend((!word.is_empty()).then(|| draft::line(word)));
        let before = self.last.clone();
        for entry in update.node.list("affected_components") {
            self.change(entry, &mut event);
        }
        let was = |id: &ServiceId| before.get(id).copied().unwrap_or(Status::Operational);
        event.kind = if self.draft.events.is_empty() {
            Kind::Detection
        } else if event.status.iter().any(|(id, status)| *status > was(id)) {
            Kind::Impact
        } else if event.status.iter().any(|(id, status)| *status < was(id)) {
            Kind::Recovery
        } else {
            Kind::Communication
        };
        if word == "resolved" && !self.draft.planned {
            event.phase = Some(Phase::Resolved);
        }
        self.draft.event(event, update.place);
    }

    /// What an update says of one component.
    fn change(&mut self, entry: &Node<'_>, event: &mut Event) {
        let name = entry.text("name").unwrap_or_default();
        let code = entry.text("code").or_else(|| entry.text("id")).unwrap_or(name);
        if code.is_empty() {
            self.draft.left_out(entry.span, Msg::ImportNoService);
            return;
        }
        let new = self.status(entry, "new_status");
        let (Some(id), Some(new)) = (self.service(code, name, entry.span), new) else { return };
        let old = self.status(entry, "old_status");
        let before = self.last.insert(id, new);
        if before.is_none() {
            self.codes.push((code.to_owned(), id));
        }
        match (before, old) {
            (None, Some(old)) => self.infer_before(id, old),
            (Some(last), Some(old)) if last != old => self.note_break(entry, old, last),
            _ => {}
        }
        if before != Some(new) {
            set(event, id, new, false);
        }
    }

    /// The page changed a component and told it in no update.
    fn note_break(&mut self, entry: &Node<'_>, old: Status, last: Status) {
        let name = entry.text("name").unwrap_or_default();
        let phrase = Phrase::from(Msg::ImportChain).quote(name).msg(old.label()).msg(last.label());
        self.draft.note(Diagnostic::at(Code::Disagrees, entry.span, phrase));
    }

    /// What a component was before the first update that names it, as that update says.
    fn infer_before(&mut self, id: ServiceId, old: Status) {
        if let Some(first) = self.draft.events.first_mut() {
            set(first, id, old, true);
        }
    }

    /// A page that calls an incident resolved says that what it harmed is back.
    fn infer_the_end(&mut self) {
        let is_end = |event: &&mut Event| event.phase == Some(Phase::Resolved);
        let Some(end) = self.draft.events.iter_mut().rev().find(is_end) else { return };
        let mut left: Vec<ServiceId> =
            self.last.iter().filter(|(_, status)| !status.is_up()).map(|(id, _)| *id).collect();
        left.sort();
        for id in left {
            if end.status.iter().all(|(of, _)| *of != id) {
                set(end, id, Status::Operational, true);
            }
        }
    }

    fn status(&mut self, entry: &Node<'_>, key: &str) -> Option<Status> {
        let node = entry.get(key)?;
        let status = node.scalar().and_then(|word| Status::parse(word.trim()));
        if status.is_none() {
            let word = node.scalar().unwrap_or_default();
            self.draft.left_out(node.span, Phrase::from(Msg::FaultUnknownStatus).quote(word));
        }
        status
    }

    /// The service of a component, under the heading of its group where the page knows it.
    fn service(&mut self, code: &str, name: &str, place: Span) -> Option<ServiceId> {
        let component = self.page.components.get(code).copied();
        let group = component.and_then(|component| component.text("group_id"));
        let group = group.and_then(|group| self.page.components.get(group)?.text("name"));
        let own = component.and_then(|component| component.text("name")).unwrap_or(name);
        let is_unique = self.page.names.get(own).is_none_or(|count| *count < 2);
        let id = match group.filter(|_| !is_unique) {
            Some(group) => self.draft.service(code, &format!("{group} – {own}"), place),
            None => self.draft.service(code, own, place),
        };
        if let Some(id) = id {
            self.draft.group(id, group);
        }
        id
    }

    /// Names the components that the incident lists, and compares what the page shows with what
    /// the updates gave.
    fn compare(&mut self, node: &Node<'_>) {
        let mut touched = Vec::new();
        for component in node.list("components") {
            let name = component.text("name").unwrap_or_default();
            let code = component.text("id").unwrap_or(name);
            let id = self.service(code, name, component.span);
            touched.extend(id.filter(|id| !self.last.contains_key(id)));
        }
        if let Some(first) = self.draft.events.first_mut() {
            first.services.extend(touched);
        }
        let last = self.draft.events.last().map(|event| event.at);
        let is_open = self.draft.incident.milestones.get(Phase::Resolved).is_none();
        if is_open && last <= self.page.shown_at {
            for (code, id) in std::mem::take(&mut self.codes) {
                self.reconcile(&code, id);
            }
        }
    }

    fn reconcile(&mut self, code: &str, id: ServiceId) {
        let Some(component) = self.page.components.get(code) else { return };
        let shown = component.text("status").and_then(Status::parse);
        if let (Some(shown), Some(last)) = (shown, self.last.get(&id))
            && shown != *last
        {
            let name = component.text("name").unwrap_or(code);
            let phrase = Phrase::from(Msg::ImportPageShows).quote(name);
            let phrase = phrase.msg(shown.label()).msg(last.label());
            self.draft.note(Diagnostic::at(Code::Disagrees, component.span, phrase));
        }
    }
}
