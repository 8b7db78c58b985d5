//! An incident in our own format: what `import` writes and `load` reads back to the same.

mod scalar;

use crate::load::Format;
use crate::model::{
    Action, Confidence, Event, Expectation, Incident, Localized, Phase, Precision, Service,
    ServiceId, Severity, Source, Status,
};
use crate::text::{Msg, Words};
use crate::timeline::Timeline;
use scalar::{key, quoted};

/// The incident as a file. Comments say which formats it came from and what was derived.
pub fn yaml(timeline: &Timeline, from: &[Format], words: Words) -> String {
    let mut writer = Writer { out: String::new(), incident: timeline.incident() };
    writer.origin(from, words);
    writer.head(timeline, words);
    writer.services();
    writer.events();
    writer.rest();
    writer.out
}

struct Writer<'a> {
    out: String,
    incident: &'a Incident,
}

impl Writer<'_> {
    fn line(&mut self, indent: usize, text: &str) {
        self.out.extend(std::iter::repeat_n(' ', indent));
        self.out.push_str(text);
        self.out.push('\n');
    }

    fn comment(&mut self, indent: usize, text: &str) {
        for line in text.lines() {
            self.line(indent, format!("# {line}").trim_end());
        }
    }

    /// `name: value`.
    fn field(&mut self, indent: usize, name: &str, value: &str) {
        self.line(indent, &format!("{name}: {value}"));
    }

    fn origin(&mut self, from: &[Format], words: Words) {
        for format in from {
            self.comment(0, &words.fill(Msg::MadeFrom, &[words.say(format.label())]));
            self.comment(0, &words.fill(Msg::FormatGives, &[words.say(format.gives())]));
            self.comment(0, &words.fill(Msg::FormatLacks, &[words.say(format.lacks())]));
        }
        if self.incident.events.iter().any(|event| !event.inferred.is_empty()) {
            self.comment(0, words.say(Msg::MadeInferred));
        }
    }

    fn head(&mut self, timeline: &Timeline, words: Words) {
        let incident = self.incident;
        self.field(0, "schema", "outage/1");
        if let Some(id) = &incident.id {
            self.field(0, "id", &key(id));
        }
        self.text(0, "title", &incident.title);
        if let Some(severity) = incident.severity {
            self.field(0, "severity", Severity::word(severity));
        }
        self.field(0, "timezone", &key(&incident.zone.name()));
        self.text(0, "summary", &incident.summary);
        self.text(0, "cause", &incident.cause);
        if !incident.links.is_empty() {
            self.line(0, "links:");
            for link in &incident.links {
                self.line(2, &format!("- url: {}", quoted(&link.url)));
                self.text(4, "title", &link.title);
            }
        }
        self.milestones(timeline, words);
    }

    /// Those that are given, and as comments those that follow from the events.
    fn milestones(&mut self, timeline: &Timeline, words: Words) {
        let given = |phase: &Phase| self.incident.milestones.get(*phase).is_some();
        let has_given = Phase::MILESTONES.iter().any(given);
        if has_given {
            self.line(0, "milestones:");
        }
        for phase in Phase::MILESTONES {
            let Some(milestone) = timeline.milestone(phase) else { continue };
            let indent = if has_given { 2 } else { 0 };
            let told = format!("{}: {}", phase.word(), milestone.at.rfc3339());
            if milestone.derived {
                self.comment(indent, &words.fill(Msg::MadeDerived, &[&told]));
            } else {
                self.line(indent, &told);
            }
        }
    }

    /// Where no file listed any, the events name them, and one that only private events name is in no
    /// list that others read.
    fn services(&mut self) {
        if self.incident.services.iter().all(|service| service.unlisted) {
            return;
        }
        self.line(0, "services:");
        for service in &self.incident.services {
            self.service(service);
        }
    }

    fn service(&mut self, service: &Service) {
        self.line(2, &format!("- id: {}", key(&service.id)));
        self.text(4, "name", &service.name);
        self.text(4, "group", &service.group);
        if (service.weight - 1.0).abs() > f64::EPSILON {
            self.field(4, "weight", &service.weight.to_string());
        }
        if !service.counts {
            self.field(4, "counts", "false");
        }
    }

    fn events(&mut self) {
        self.line(0, "events:");
        for event in self.incident.events.iter() {
            self.event(&event);
        }
    }

    fn event(&mut self, event: &Event) {
        self.line(2, &format!("- at: {}", event.at.rfc3339()));
        if event.precision != Precision::Exact {
            self.field(4, "precision", event.precision.word());
        }
        if let Some(until) = event.until {
            self.field(4, "until", &until.rfc3339());
        }
        self.field(4, "kind", event.kind.word());
        if let Some(phase) = event.phase {
            self.field(4, "phase", phase.word());
        }
        self.text(4, "title", &event.title);
        self.text(4, "body", &event.body);
        self.statuses(4, &event.status);
        self.names(4, "inferred", &event.inferred);
        self.names(4, "services", &event.services);
        if let Some(reading) = event.recovery {
            let basis = reading.basis.word();
            let value = format!("{{percent: {}, basis: {basis}}}", reading.percent);
            self.field(4, "recovery", &value);
        }
        if let Some(confidence) = event.confidence {
            self.field(4, "confidence", Confidence::word(confidence));
        }
        self.sources(&event.sources);
        if let Some(author) = &event.author {
            self.field(4, "author", &key(author));
        }
        if !event.tags.is_empty() {
            let tags: Vec<String> = event.tags.iter().map(|tag| key(tag)).collect();
            self.field(4, "tags", &format!("[{}]", tags.join(", ")));
        }
        for (name, is_set) in [("pinned", event.pinned), ("private", event.private)] {
            if is_set {
                self.field(4, name, "true");
            }
        }
    }

    fn sources(&mut self, sources: &[Source]) {
        if sources.is_empty() {
            return;
        }
        self.line(4, "sources:");
        for source in sources {
            self.line(6, &format!("- name: {}", quoted(&source.name)));
            if let Some(url) = &source.url {
                self.field(8, "url", &quoted(url));
            }
        }
    }

    fn id(&self, service: ServiceId) -> String {
        self.incident.services.get(service.0).map_or_else(String::new, |service| key(&service.id))
    }

    fn statuses(&mut self, indent: usize, statuses: &[(ServiceId, Status)]) {
        if statuses.is_empty() {
            return;
        }
        self.line(indent, "status:");
        for (service, status) in statuses {
            let id = self.id(*service);
            self.field(indent + 2, &id, status.word());
        }
    }

    fn names(&mut self, indent: usize, name: &str, services: &[ServiceId]) {
        if !services.is_empty() {
            let ids: Vec<String> = services.iter().map(|service| self.id(*service)).collect();
            self.field(indent, name, &format!("[{}]", ids.join(", ")));
        }
    }

    /// A text in its languages; nothing where there is none.
    fn text(&mut self, indent: usize, name: &str, text: &Localized) {
        let entries: Vec<(&str, &str)> = text.entries().collect();
        match entries[..] {
            [] => {}
            [("", text)] => self.scalar(indent, name, text),
            _ => {
                self.line(indent, &format!("{name}:"));
                for (code, text) in entries {
                    self.scalar(indent + 2, code, text);
                }
            }
        }
    }

    fn scalar(&mut self, indent: usize, name: &str, text: &str) {
        if !scalar::is_block(text) {
            self.field(indent, name, &quoted(text));
            return;
        }
        self.line(indent, &format!("{name}: |"));
        for line in text.lines() {
            self.line(if line.is_empty() { 0 } else { indent + 2 }, line);
        }
    }

    fn rest(&mut self) {
        if !self.incident.actions.is_empty() {
            self.line(0, "actions:");
        }
        for action in &self.incident.actions {
            self.action(action);
        }
        if !self.incident.expect.is_empty() {
            self.line(0, "expect:");
        }
        for expect in &self.incident.expect {
            self.expectation(expect);
        }
    }

    fn action(&mut self, action: &Action) {
        self.line(2, &format!("- done: {}", action.done));
        self.text(4, "task", &action.task);
        let lines =
            [("owner", &action.owner), ("due", &action.due), ("priority", &action.priority)];
        for (name, text) in lines {
            if let Some(text) = text {
                self.field(4, name, &quoted(text));
            }
        }
    }

    fn expectation(&mut self, expect: &Expectation) {
        self.line(2, &format!("- at: {}", expect.at.rfc3339()));
        if let Some(phase) = expect.phase {
            self.field(4, "phase", phase.word());
        }
        self.statuses(4, &expect.status);
    }
}
