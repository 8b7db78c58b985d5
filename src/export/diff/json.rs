//! `diff --json`: the contract `outage-tui/diff/1`.
//!
//! Fields are only ever added under this name. Times are RFC 3339 in UTC, lengths whole seconds,
//! what is not there is null.

use serde_json::{Value as Json, json};

use super::{DiffOptions, Told, Writer, moved};
use crate::model::Event;
use crate::timeline::Timeline;
use crate::timeline::compare::{Change, Field, Part, Value};

/// The differences as indented JSON, its last line ended, and whether there are any.
pub fn diff_json(before: &Timeline, after: &Timeline, options: &DiffOptions) -> (String, bool) {
    let told = Told::new(before, after, options);
    let writer = Writer { before: &told.before, after: &told.after, options, out: String::new() };
    let side = |timeline: &Timeline, name: &str| {
        let incident = timeline.incident();
        let title = incident.title.get(options.words.lang);
        json!({"file": name, "id": incident.id.as_deref(), "title": title})
    };
    let all = json!({
        "schema": "outage-tui/diff/1",
        "equal": !told.differ(),
        "before": side(before, &options.names[0]),
        "after": side(after, &options.names[1]),
        "private_left_out": told.left_out,
        "changes": told.changes.iter().map(|change| writer.change_json(change)).collect::<Vec<_>>(),
    });
    (format!("{all:#}\n"), told.differ())
}

impl Writer<'_> {
    fn change_json(&self, change: &Change) -> Json {
        let (part, name) = match change.part {
            Part::Whole => ("incident", Json::Null),
            Part::Milestone(phase) => ("milestone", phase.word().into()),
            Part::Measure(kind) => ("measure", kind.word().into()),
            Part::Service(pair) => {
                let id = self.found(pair).map(|(timeline, id)| &*timeline.service(id).id);
                ("service", id.into())
            }
            Part::Event(pair) => {
                let event = |timeline: &Timeline, row: Option<usize>| {
                    row.and_then(|row| timeline.event(row)).map(|event| self.event_json(&event))
                };
                let before = event(self.before, pair.before);
                let after = event(self.after, pair.after);
                ("event", json!({"before": before, "after": after}))
            }
            Part::Action(pair) => {
                let lang = self.options.words.lang;
                let task = self.found(pair).and_then(|(timeline, index)| {
                    Some(timeline.incident().actions.get(index)?.task.get(lang))
                });
                ("action", task.into())
            }
        };
        json!({
            "part": part,
            "fate": change.fate().word(),
            "which": name,
            "private": change.private,
            "fields": change.fields.iter().map(field).collect::<Vec<_>>(),
        })
    }

    fn event_json(&self, event: &Event) -> Json {
        json!({
            "at": event.at.rfc3339(),
            "kind": event.kind.word(),
            "title": event.title.get(self.options.words.lang),
        })
    }
}

fn field(field: &Field) -> Json {
    json!({
        "field": field.aspect.word(),
        "of": field.of.as_deref(),
        "before": value(&field.before),
        "after": value(&field.after),
        "moved_s": moved(field),
    })
}

fn value(value: &Value) -> Json {
    match value {
        Value::Nothing => Json::Null,
        Value::At(at) => at.rfc3339().into(),
        Value::Seconds(seconds) => (*seconds).into(),
        Value::Number(number) => (*number).into(),
        Value::Text(text) => text.as_str().into(),
        Value::Word(word, _) => (*word).into(),
        Value::Severity(severity) => severity.word().into(),
        Value::Status(status, known) => {
            json!({"status": status.word(), "known": known.word()})
        }
        Value::Percent(percent, basis) => json!({"percent": percent, "basis": basis.word()}),
        Value::Switch(on) => (*on).into(),
        Value::Texts(texts) => json!(texts),
    }
}
