//! One entry of PagerDuty's, whatever its kind.

use crate::{
    load::{
        import::{
            draft::{self, At, Draft, own_title, set, source, told},
            prose,
        },
        tree::Node,
    },
    model::{Event, Kind, Phase, Status},
    text::Msg,
};

/// An entry, and the key under which it stood.
pub(super) struct Entry<'a, 's> {
    key: &'static str,
    pub(super) node: &'a Node<'s>,
}

impl<'a, 's> Entry<'a, 's> {
    pub(super) fn new(key: &'static str, node: &'a Node<'s>) -> Self {
        Self { key, node }
    }

    /// The incident that it belongs to, or that it is.
    fn incident(&self) -> Option<&'a Node<'s>> {
        match self.key {
            "incidents" | "incident" | "data" => Some(self.node),
            "event" => self.node.get("data").map(|data| data.get("incident").unwrap_or(data)),
            _ => self.node.get("incident"),
        }
    }

    pub(super) fn incident_id(&self) -> Option<&'a str> {
        let incident = self.incident()?;
        incident.text("id").or_else(|| incident.text("incident_id"))
    }

    pub(super) fn incident_title(&self) -> Option<&'a str> {
        let incident = self.incident()?;
        ["title", "description", "summary"].iter().find_map(|key| incident.text(key))
    }

    pub(super) fn incident_url(&self) -> Option<&'a str> {
        self.incident()?.text("html_url")
    }

    pub(super) fn priority(&self) -> Option<&'a str> {
        let incident = self.incident()?;
        incident
            .get("priority")
            .and_then(|priority| priority.text("summary").or_else(|| priority.text("name")))
            .or_else(|| incident.text("priority_name"))
    }

    /// Adds what it tells to its incident.
    pub(super) fn tell(&self, draft: &mut Draft) {
        match self.key {
            "incidents" | "incident" => self.tell_incident(draft, "created_at", "resolved_at"),
            "data" => self.tell_measured(draft),
            "past_incidents" => self.tell_past(draft),
            "change_events" => self.tell_change(draft),
            "event" => self.tell_typed(draft, "occurred_at", "event_type"),
            "log_entries" | "log_entry" => self.tell_typed(draft, "created_at", "type"),
            _ => self.tell_note(draft),
        }
    }

    fn time(&self, draft: &mut Draft, key: &str) -> Option<At> {
        let zone = draft.incident.zone;
        draft.time(self.node.get(key), self.node.span, zone)
    }

    /// A log entry or a webhook: its type says what happened.
    fn tell_typed(&self, draft: &mut Draft, at: &str, kind: &str) {
        let Some((at, place)) = self.time(draft, at) else { return };
        let word = self.node.text(kind).unwrap_or_default();
        let word = word.trim_end_matches("_log_entry").trim_start_matches("incident.");
        let (kind, phase) = meaning(word);
        let said = self.node.text("summary").unwrap_or_default();
        let mut event = told(at, kind, said, &word.replace('_', " "));
        let details = [
            self.node.dig(&["event_details", "description"]),
            self.node.dig(&["channel", "details"]),
            self.node.dig(&["channel", "summary"]),
            self.node.get("note"),
            self.node.dig(&["data", "content"]),
        ];
        let details: Vec<&str> = details.into_iter().flatten().filter_map(Node::scalar).collect();
        event.body = draft::body(&details.join("\n\n"));
        event.phase = phase;
        event.tags.push(draft::line(word));
        self.sign(&mut event);
        let status = match phase {
            Some(Phase::Detected) => Some(Status::Degraded),
            Some(Phase::Resolved) => Some(Status::Operational),
            _ => None,
        };
        self.lane(draft, &mut event, status);
        draft.event(event, place);
    }

    /// The service of the entry, or of its incident.
    fn lane(&self, draft: &mut Draft, event: &mut Event, status: Option<Status>) {
        let own = self.node.get("service");
        let service = own.or_else(|| self.incident()?.get("service"));
        let agent = self.node.get("agent");
        let agent = agent
            .filter(|agent| agent.text("type").is_some_and(|word| word.starts_with("service")));
        let (key, name, place) = if let Some(service) = service.or(agent) {
            let name = service.text("summary").or_else(|| service.text("name")).unwrap_or_default();
            (service.text("id").unwrap_or(name), name, service.span)
        } else {
            // A row of the analytics has it in columns of its own.
            let Some(name) = self.node.text("service_name") else { return };
            (self.node.text("service_id").unwrap_or(name), name, self.node.span)
        };
        let Some(id) = draft.service(key, name, place) else { return };
        match status {
            Some(status) => set(event, id, status, true),
            None => event.services.push(id),
        }
    }

    /// Who did it, and where it is to be read.
    fn sign(&self, event: &mut Event) {
        let by = ["agent", "user", "sender", "requester"].iter().find_map(|key| self.node.get(key));
        event.author = by.and_then(|by| by.text("summary")).map(draft::line);
        let url = self.node.text("html_url");
        event.sources.extend(url.map(|url| source("PagerDuty", Some(url))));
    }

    fn tell_note(&self, draft: &mut Draft) {
        let key = if self.key == "responder_request" { "requested_at" } else { "created_at" };
        let Some((at, place)) = self.time(draft, key) else { return };
        let text = self.node.text("content").or_else(|| self.node.text("message"));
        let is_update = self.key == "status_update";
        let kind = if is_update { Kind::Communication } else { Kind::Note };
        let text = prose::from_html(text.unwrap_or_default());
        let mut event = told(at, kind, &text, self.node.text("subject").unwrap_or_default());
        self.sign(&mut event);
        draft.event(event, place);
    }

    fn tell_change(&self, draft: &mut Draft) {
        let Some((at, place)) = self.time(draft, "timestamp") else { return };
        let text = self.node.text("summary").unwrap_or_default();
        let mut event = told(at, Kind::Change, text, "change");
        event.author = self.node.text("source").map(draft::line);
        let details = self.node.get("custom_details").map_or(&[][..], Node::pairs);
        let details =
            details.iter().filter_map(|(key, value)| Some((key.scalar()?, value.scalar()?)));
        let details: Vec<String> =
            details.map(|(key, value)| format!("- {key}: {value}")).collect();
        event.body = draft::body(&details.join("\n"));
        for link in self.node.list("links") {
            let name = link.text("text").unwrap_or("PagerDuty");
            event.sources.push(source(name, link.text("href")));
        }
        for service in self.node.list("services") {
            let name = service.text("summary").unwrap_or_default();
            let key = service.text("id").unwrap_or(name);
            event.services.extend(draft.service(key, name, service.span));
        }
        draft.event(event, place);
    }

    /// An incident as such: when it was opened and, if it was, when it was resolved.
    fn tell_incident(&self, draft: &mut Draft, opened: &str, resolved: &str) {
        let said = self.incident_title().unwrap_or_default();
        if let Some((at, place)) = self.time(draft, opened) {
            let mut event = told(at, Kind::Alert, said, "triggered");
            event.phase = Some(Phase::Detected);
            self.lane(draft, &mut event, Some(Status::Degraded));
            draft.event(event, place);
        }
        let given = |key: &&str| self.node.text(key).is_some();
        let is_over = self.node.text("status") == Some("resolved") || self.key == "data";
        let end = [resolved, "last_status_change_at"].into_iter().find(|key| given(key));
        if let Some((at, place)) = end.filter(|_| is_over).and_then(|key| self.time(draft, key)) {
            let title = own_title(Msg::PhaseResolved, &[]);
            let mut event = Event { at, kind: Kind::Recovery, title, ..Event::default() };
            event.phase = Some(Phase::Resolved);
            self.lane(draft, &mut event, Some(Status::Operational));
            draft.event(event, place);
        }
    }

    /// One that was like another: no more is known than when it was opened.
    fn tell_past(&self, draft: &mut Draft) {
        let Some(incident) = self.incident() else {
            draft.left_out(self.node.span, Msg::ImportNoTime);
            return;
        };
        Entry { key: "incident", node: incident }.tell_incident(draft, "created_at", "resolved_at");
    }

    /// A row of the analytics has lengths, counted from the opening.
    fn tell_measured(&self, draft: &mut Draft) {
        self.tell_incident(draft, "created_at", "resolved_at");
        let seconds = self.node.text("seconds_to_first_ack").and_then(|text| text.parse().ok());
        let opened = draft.events.first().map(|event| event.at);
        if let (Some(opened), Some(seconds)) = (opened, seconds) {
            let title = own_title(Msg::PhaseAcknowledged, &[]);
            let at = opened.plus_seconds(seconds);
            let phase = Some(Phase::Acknowledged);
            let event = Event { at, kind: Kind::Action, phase, title, ..Event::default() };
            draft.event(event, self.node.span);
        }
    }
}

/// The kind of event that a type stands for, and the milestone it may be.
fn meaning(word: &str) -> (Kind, Option<Phase>) {
    match word {
        "trigger" | "triggered" | "reopened" => (Kind::Alert, Some(Phase::Detected)),
        "acknowledge" | "acknowledged" => (Kind::Action, Some(Phase::Acknowledged)),
        "resolve" | "resolved" => (Kind::Recovery, Some(Phase::Resolved)),
        "notify" | "status_update_published" => (Kind::Communication, None),
        "assign"
        | "delegate"
        | "delegated"
        | "escalate"
        | "escalated"
        | "reassigned"
        | "snooze"
        | "unacknowledge"
        | "unacknowledged"
        | "repeat_escalation_path" => (Kind::Action, None),
        _ => (Kind::Note, None),
    }
}
