//! The `incidents.json` of Google Cloud's status page.
//!
//! Each update gives one word for the incident as a whole, so the lane of a product is inferred
//! wherever there are several. `begin` and `end` are the impact itself.

use super::{
    Wanted,
    draft::{At, Draft, own_title, set, told},
};
use crate::{
    load::{diagnostic::Phrase, tree::Node},
    model::{Event, Kind, Phase, ServiceId, Severity, Status, Zone},
    text::Msg,
};

/// The address that the `uri` of an incident stands behind.
const PAGE: &str = "https://status.cloud.google.com/";

pub(super) fn is_one(root: &Node<'_>) -> bool {
    let first = root.items().first().unwrap_or(root);
    first.get("external_desc").is_some()
}

pub(super) fn read(root: &Node<'_>, _: &Wanted) -> Vec<Draft> {
    let items = if root.is_list() { root.items() } else { std::slice::from_ref(root) };
    items.iter().map(incident).collect()
}

fn incident(node: &Node<'_>) -> Draft {
    let title = node.text("external_desc").unwrap_or_default();
    let id = node.text("id").or_else(|| node.text("number"));
    let mut draft = Draft::new(title, Msg::FormatGoogle, node.span).id(id);
    draft.incident.severity = node.text("severity").and_then(Severity::parse);
    if let Some(uri) = node.text("uri") {
        draft.link(Some(&format!("{PAGE}{}", uri.trim_start_matches('/'))));
    }
    let products = products(node, &mut draft);
    let begin = draft.time(node.get("begin"), node.span, Zone::UTC);
    let end = draft.optional_time(node.get("end"), Zone::UTC);
    let mut course = Course { draft: &mut draft, products, end, last: None };
    if let Some(begin) = begin {
        course.begin(begin, first_status(node));
    }
    for (at, update) in updates(node, course.draft) {
        course.update(at, update);
    }
    course.finish();
    draft.sort();
    draft
}

/// The updates in the order of time; those without a time are left out.
fn updates<'n, 's>(node: &'n Node<'s>, draft: &mut Draft) -> Vec<(At, &'n Node<'s>)> {
    let mut found = Vec::new();
    // The newest comes first; of two of the same time the later in the file is the earlier.
    for update in node.list("updates").iter().rev() {
        let when = ["when", "created", "modified"].iter().find_map(|key| update.get(key));
        let at = draft.time(when, update.span, Zone::UTC);
        found.extend(at.map(|at| (at, update)));
    }
    found.sort_by_key(|((at, _), _)| *at);
    found
}

/// A lane for each product; older incidents name one service.
fn products(node: &Node<'_>, draft: &mut Draft) -> Vec<ServiceId> {
    let mut found = Vec::new();
    for product in node.list("affected_products") {
        let name = product.text("title").unwrap_or_default();
        let key = product.text("id").unwrap_or(name);
        found.extend(draft.service(key, name, product.span));
    }
    if let Some(name) = node.text("service_name").filter(|_| found.is_empty()) {
        let key = node.text("service_key").unwrap_or(name);
        found.extend(draft.service(key, name, node.span));
    }
    found
}

/// What the first update that says something says.
fn first_status(node: &Node<'_>) -> Option<Status> {
    let updates = node.list("updates").iter().rev();
    let mut said = updates.filter_map(|update| update.text("status"));
    said.find_map(status).or_else(|| node.text("status_impact").and_then(status))
}

/// That something is being looked into is no more than a sign of trouble.
fn status(word: &str) -> Option<Status> {
    Some(match word {
        "AVAILABLE" => Status::Operational,
        "SERVICE_INFORMATION" => Status::Degraded,
        "SERVICE_DISRUPTION" => Status::PartialOutage,
        "SERVICE_OUTAGE" => Status::MajorOutage,
        _ => return None,
    })
}

/// One incident while its updates are gone through.
struct Course<'d> {
    draft: &'d mut Draft,
    products: Vec<ServiceId>,
    end: Option<At>,
    last: Option<Status>,
}

impl Course<'_> {
    /// The page learnt of it later than it began: the status then is inferred.
    fn begin(&mut self, (at, place): At, status: Option<Status>) {
        let title = own_title(Msg::ImportBegins, &[]);
        let phase = Some(Phase::Started);
        let mut event = Event { at, kind: Kind::Impact, phase, title, ..Event::default() };
        self.set_all(&mut event, status, true);
        self.draft.event(event, place);
    }

    fn update(&mut self, (at, place): At, update: &Node<'_>) {
        let word = update.text("status").unwrap_or_default();
        let text = update.text("text").unwrap_or_default();
        let places: Vec<&str> =
            update.list("affected_locations").iter().filter_map(|at| at.text("title")).collect();
        let text = match places.len() {
            0 => text.to_owned(),
            _ => format!("{text}\n\n{}", places.join(" · ")),
        };
        let mut event = told(at, Kind::Communication, &text, word);
        let said = status(word);
        if said.is_none() && !word.is_empty() {
            let phrase = Phrase::from(Msg::FaultUnknownStatus).quote(word);
            self.draft.left_out(update.span, phrase);
        }
        let is_over = self.end.is_some_and(|(end, _)| at >= end);
        if !is_over && said != self.last {
            let inferred = self.products.len() > 1 || said == Some(Status::Degraded);
            self.set_all(&mut event, said, inferred);
        }
        let is_first = !self.draft.events.iter().any(|event| event.kind.detects());
        event.kind = if is_first { Kind::Detection } else { event.kind };
        self.draft.event(event, place);
    }

    fn finish(&mut self) {
        let Some((at, place)) = self.end else { return };
        let title = own_title(Msg::ImportEnds, &[]);
        let phase = Some(Phase::Resolved);
        let mut event = Event { at, kind: Kind::Recovery, phase, title, ..Event::default() };
        self.set_all(&mut event, Some(Status::Operational), false);
        self.draft.event(event, place);
    }

    fn set_all(&mut self, event: &mut Event, status: Option<Status>, inferred: bool) {
        let Some(status) = status else { return };
        self.last = Some(status);
        for &product in &self.products {
            set(event, product, status, inferred);
        }
    }
}
