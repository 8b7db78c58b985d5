//! Bundles of mortician: `meta.yaml`, `timeline.yaml`, `actions.yaml` and the document `index.md`,
//! each by itself, or all of them where the folder is opened (see [`crate::load::fetch`]).
//!
//! A bundle names no services and no milestones: its entries are a time and a text.

use super::{
    Wanted,
    draft::{self, Draft, line, own_title, told},
};
use crate::{
    load::{code::Code, diagnostic::Diagnostic, tree::Node},
    model::{Action, Event, Kind, Localized, Precision, Severity},
    text::Msg,
};

/// The files of a bundle and the keys under which they stand when a folder is opened. A folder
/// without the first is none.
pub(crate) const FILES: [(&str, &str); 4] = [
    ("timeline.yaml", "timeline"),
    ("meta.yaml", "meta"),
    ("actions.yaml", "actions"),
    ("index.md", "document"),
];

/// The parts of a bundle that a document holds.
#[derive(Default)]
struct Bundle<'a, 's> {
    meta: Option<&'a Node<'s>>,
    timeline: Option<&'a Node<'s>>,
    actions: Option<&'a Node<'s>>,
    document: Option<&'a str>,
}

impl<'a, 's> Bundle<'a, 's> {
    fn new(root: &'a Node<'s>) -> Self {
        let part = |key: &str, is: fn(&Node<'s>) -> bool| root.get(key).filter(|node| is(node));
        if let Some(timeline) = part("timeline", is_timeline) {
            return Self {
                timeline: Some(timeline),
                meta: part("meta", Node::is_map),
                actions: part("actions", Node::is_map),
                document: root.get("document").and_then(Node::scalar),
            };
        }
        let own = |is: fn(&Node<'s>) -> bool| Some(root).filter(|root| is(root));
        Self {
            meta: own(is_meta),
            timeline: own(is_timeline),
            actions: own(is_actions),
            document: None,
        }
    }
}

fn is_timeline(node: &Node<'_>) -> bool {
    let first = node.list("events").first();
    node.get("title").is_none()
        && first.is_some_and(|event| event.get("time").is_some() && event.get("action").is_some())
}

fn is_meta(node: &Node<'_>) -> bool {
    let has = |key: &str| node.get(key).is_some();
    has("title") && has("created_at") && has("participants") && !has("events")
}

fn is_actions(node: &Node<'_>) -> bool {
    let first = node.list("items").first();
    first.is_some_and(|item| item.get("task").is_some() && item.get("done").is_some())
}

pub(super) fn is_one(root: &Node<'_>) -> bool {
    let bundle = Bundle::new(root);
    [bundle.meta, bundle.timeline, bundle.actions].iter().any(Option::is_some)
}

pub(super) fn read(root: &Node<'_>, wanted: &Wanted) -> Vec<Draft> {
    let bundle = Bundle::new(root);
    let text = |key: &str| bundle.meta.and_then(|meta| meta.text(key));
    let title = text("title").unwrap_or_default();
    let mut draft = Draft::new(title, Msg::FormatMortician, root.span).id(text("id"));
    draft.incident.zone = wanted.zone.unwrap_or_default();
    draft.incident.severity = text("severity").and_then(Severity::parse);
    for entry in bundle.timeline.map_or(&[][..], |timeline| timeline.list("events")) {
        event(entry, &mut draft);
    }
    if let Some(meta) = bundle.meta {
        opened(meta, &mut draft);
    }
    for item in bundle.actions.map_or(&[][..], |actions| actions.list("items")) {
        action(item, &mut draft);
    }
    if let Some(document) = bundle.document {
        draft.incident.summary = draft::body(&section(document, "summary"));
        draft.incident.cause = draft::body(&section(document, "root cause"));
    }
    draft.sort();
    if bundle.timeline.is_none() && bundle.meta.is_none() {
        let fault = Diagnostic::at(Code::NoEvents, root.span, Msg::ImportActionsAlone);
        draft.note(fault.help(Msg::ImportActionsHelp));
    }
    vec![draft]
}

fn event(entry: &Node<'_>, draft: &mut Draft) {
    let zone = draft.incident.zone;
    let Some((at, place)) = draft.time(entry.get("time"), entry.span, zone) else { return };
    let text = entry.text("action").unwrap_or_default();
    if text.is_empty() {
        draft.left_out(entry.span, Msg::ImportNoText);
        return;
    }
    let mut event = told(at, Kind::Note, text, "");
    let written = entry.text("time").unwrap_or_default();
    if written.matches(':').count() < 2 {
        event.precision = Precision::Minute;
    }
    draft.event(event, place);
}

/// When the record was opened, and what of it is nowhere else.
fn opened(meta: &Node<'_>, draft: &mut Draft) {
    let zone = draft.incident.zone;
    let Some((at, place)) = draft.time(meta.get("created_at"), meta.span, zone) else { return };
    let title = own_title(Msg::ImportRecordOpened, &[]);
    let details = ["status", "participants"].into_iter().filter_map(|key| {
        let value = meta.text(key)?;
        Some(format!("- {key}: {value}"))
    });
    let body = draft::body(&details.collect::<Vec<_>>().join("\n"));
    let author = meta.text("owner").map(line);
    draft.event(Event { at, title, body, author, ..Event::default() }, place);
}

fn action(item: &Node<'_>, draft: &mut Draft) {
    let Some(task) = item.text("task") else {
        draft.left_out(item.span, Msg::ImportNoText);
        return;
    };
    let task = match item.text("docs_ref") {
        Some(file) => format!("{task} ({file})"),
        None => task.to_owned(),
    };
    draft.incident.actions.push(Action {
        task: Localized::plain(line(&task)),
        owner: item.text("owner").map(line),
        due: item.text("due").map(|due| line(&date(due).unwrap_or_else(|| due.to_owned()))),
        done: item.text("done") == Some("true"),
        priority: item.text("priority").map(line),
    });
}

/// `04-02-26` is 2 April 2026.
fn date(text: &str) -> Option<String> {
    let parts: Vec<&str> = text.split('-').collect();
    let &[month, day, year] = &parts[..] else { return None };
    let number = |part: &str, most: u32| {
        let number = part.parse::<u32>().ok().filter(|number| (1..=most).contains(number))?;
        (part.len() == 2).then_some(number)
    };
    let (month, day, year) = (number(month, 12)?, number(day, 31)?, number(year, 99)?);
    Some(format!("20{year:02}-{month:02}-{day:02}"))
}

/// What stands below the heading of the second level with that name.
fn section(document: &str, name: &str) -> String {
    let is_heading = |line: &&str| line.starts_with("## ");
    let is_named = |line: &&str| is_heading(line) && line[3..].trim().to_lowercase() == name;
    let mut lines = document.lines().skip_while(|line| !is_named(line)).skip(1);
    let found: Vec<&str> = lines.by_ref().take_while(|line| !is_heading(line)).collect();
    found.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_of_the_month_first() {
        assert_eq!(date("04-02-26").as_deref(), Some("2026-04-02"));
        for text in ["13-02-26", "2026-04-02", "soon", "4-2-26", "04-02"] {
            assert_eq!(date(text), None, "{text}");
        }
    }

    #[test]
    fn sections_end_at_the_next_heading() {
        let text = "# x\n## Summary\n\none\n### more\n## Root Cause\ntwo";
        assert_eq!(section(text, "summary").trim(), "one\n### more");
        assert_eq!(section(text, "root cause"), "two");
        assert_eq!(section(text, "impact"), "");
    }
}
