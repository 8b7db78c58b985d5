//! Annotations of Grafana: what was marked on a graph.

use super::{
    Wanted,
    draft::{Draft, line, told},
    prose,
};
use crate::{
    load::tree::Node,
    model::{Kind, Zone},
    text::Msg,
};

/// Tags of annotations that mark a change of the system.
const CHANGES: [&str; 5] = ["deploy", "deployment", "release", "change", "config"];

pub(super) fn is_one(root: &Node<'_>) -> bool {
    let is_count =
        |text: &str| text.len() >= 12 && text.bytes().all(|digit| digit.is_ascii_digit());
    root.items().first().is_some_and(|item| {
        item.text("time").is_some_and(is_count)
            && item.get("text").is_some()
            && ["tags", "timeEnd", "dashboardId", "dashboardUID", "panelId"]
                .iter()
                .any(|key| item.get(key).is_some())
    })
}

pub(super) fn read(root: &Node<'_>, wanted: &Wanted) -> Vec<Draft> {
    Draft::of_items(root, wanted, Msg::FormatGrafana, event)
}

fn event(item: &Node<'_>, draft: &mut Draft) {
    let Some((at, place)) = draft.time(item.get("time"), item.span, Zone::UTC) else { return };
    let text = prose::from_html(item.text("text").unwrap_or_default());
    let tags: Vec<&str> = item.list("tags").iter().filter_map(Node::scalar).collect();
    let is_change = tags.iter().any(|tag| CHANGES.contains(&tag.to_ascii_lowercase().as_str()));
    let is_alert = item.text("alertName").is_some() || item.text("newState").is_some();
    let kind = match (is_change, is_alert) {
        (true, _) => Kind::Change,
        (_, true) => Kind::Alert,
        _ => Kind::Note,
    };
    let marks = tags.join(" ");
    let mut event = told(at, kind, &text, item.text("alertName").unwrap_or(&marks));
    let end = item.get("timeEnd").filter(|end| end.scalar() != Some("0"));
    let end = draft.optional_time(end, Zone::UTC);
    event.until = end.map(|(end, _)| end).filter(|end| *end > at);
    event.author = item.text("login").or_else(|| item.text("email")).map(line);
    event.tags = tags.into_iter().map(line).filter(|tag| !tag.is_empty()).collect();
    draft.event(event, place);
}
