//! Upptime: the page's `summary.json`, and the history file of one site.
//!
//! The summary says for how many minutes each site was down on which day, not when: each such day
//! is an event that touches the site, and its lane stays unknown. A history file says what a site
//! was when it was last looked at; since when, nobody says.

use super::{
    Wanted,
    draft::{Draft, line, own_title, set, told},
};
use crate::{
    load::{
        diagnostic::{Phrase, Span},
        tree::Node,
    },
    model::{Event, Kind, Localized, Precision, Status},
    text::{Lang, Msg, Words},
};

pub(super) fn is_one(root: &Node<'_>) -> bool {
    is_history(root) || root.items().first().is_some_and(is_site)
}

/// A site of the summary.
fn is_site(node: &Node<'_>) -> bool {
    node.get("slug").is_some() && node.get("uptime").is_some() && node.get("url").is_some()
}

fn is_history(root: &Node<'_>) -> bool {
    let has = |key: &str| root.get(key).is_some();
    has("url") && has("status") && has("lastUpdated") && has("responseTime")
}

pub(super) fn read(root: &Node<'_>, wanted: &Wanted) -> Vec<Draft> {
    if is_history(root) {
        return vec![history(root, wanted)];
    }
    let sites = root.items().iter().map(|node| site(node, wanted));
    // A site that was never down had no incident.
    sites.filter(|draft| !draft.is_bare()).collect()
}

fn status(word: &str) -> Option<Status> {
    Some(match word {
        "up" => Status::Operational,
        "degraded" => Status::Degraded,
        "down" => Status::MajorOutage,
        _ => return None,
    })
}

/// One site and its days.
fn site(node: &Node<'_>, wanted: &Wanted) -> Draft {
    let name = node.text("name").unwrap_or_default();
    let slug = node.text("slug").unwrap_or(name);
    let mut draft = Draft::new(name, Msg::FormatUpptime, node.span).id(Some(slug));
    draft.incident.zone = wanted.zone.unwrap_or_default();
    draft.link(node.text("url"));
    let days = node.get("dailyMinutesDown").map_or(&[][..], Node::pairs);
    for (day, minutes) in days {
        self::day(day, minutes, (slug, name), &mut draft);
    }
    draft.sort();
    draft
}

fn day(day: &Node<'_>, minutes: &Node<'_>, (slug, name): (&str, &str), draft: &mut Draft) {
    let place = Span::new(day.span.start as usize, minutes.span.end as usize);
    let written = minutes.scalar().map(str::trim).unwrap_or_default();
    let Some(minutes) = written.parse::<u32>().ok().filter(|minutes| *minutes <= 1_440) else {
        draft.left_out(place, Phrase::from(Msg::ImportNotMinutes).quote(written));
        return;
    };
    let zone = draft.incident.zone;
    let Some((at, _)) = draft.time(Some(day), place, zone) else { return };
    if minutes == 0 {
        return;
    }
    let down = |lang: Lang| {
        let words = Words::new(lang);
        let length = words.duration(i64::from(minutes) * 60);
        (line(lang.code()), line(&words.fill(Msg::ImportDownThatDay, &[&length])))
    };
    let title = Localized::new(Lang::ALL.map(down).to_vec());
    let precision = Precision::Day;
    let mut event = Event { at, kind: Kind::Impact, title, precision, ..Event::default() };
    event.services.extend(draft.service(slug, name, place));
    draft.event(event, place);
}

/// What one site was when it was last looked at.
fn history(root: &Node<'_>, wanted: &Wanted) -> Draft {
    let url = root.text("url").unwrap_or_default();
    let mut draft = Draft::new(url, Msg::FormatUpptime, root.span);
    draft.incident.zone = wanted.zone.unwrap_or_default();
    draft.link(Some(url));
    let id = draft.service(url, url, root.span);
    let zone = draft.incident.zone;
    if let Some((at, place)) = draft.optional_time(root.get("startTime"), zone) {
        let title = own_title(Msg::ImportWatched, &[]);
        let services = id.into_iter().collect();
        draft.event(Event { at, title, services, ..Event::default() }, place);
    }
    let Some((at, place)) = draft.time(root.get("lastUpdated"), root.span, zone) else {
        return draft;
    };
    let word = root.text("status").unwrap_or_default();
    let said = status(word);
    // Not an alert: that would be when it was detected, and this is when it was last looked at.
    let mut event = told(at, Kind::Note, "", word);
    let details = ["code", "responseTime"].into_iter().filter_map(|key| {
        let value = root.text(key)?;
        Some(format!("- {key}: {value}"))
    });
    event.body = super::draft::body(&details.collect::<Vec<_>>().join("\n"));
    match (id, said) {
        (Some(id), Some(said)) => set(&mut event, id, said, false),
        _ => draft.left_out(place, Phrase::from(Msg::FaultUnknownStatus).quote(word)),
    }
    draft.event(event, place);
    draft
}
