//! Issues of cState: front matter, then updates that end with `{{< track "…" >}}`, the newest
//! first.

use super::{
    Wanted,
    draft::{Draft, line, set, told},
};
use crate::{
    load::diagnostic::{Phrase, Span},
    model::{Kind, Phase, Severity, Status, Zone},
    text::Msg,
};

pub(super) fn is_one(text: &str) -> bool {
    let Some((front, _)) = front_matter(text) else { return false };
    let has = |key: &str| front.lines().any(|line| line.starts_with(key));
    has("title:") && (has("resolved:") || has("section: issue")) && has("severity:")
}

/// What stands between the first two `---`, and the text after it.
fn front_matter(text: &str) -> Option<(&str, usize)> {
    let rest = text.strip_prefix("---")?;
    let end = rest.find("\n---")?;
    Some((&rest[..end], "---".len() + end + "\n---".len()))
}

fn field<'t>(front: &'t str, name: &str) -> Option<&'t str> {
    let value = front.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'))?.trim();
    let value = value.trim_matches(['"', '\'']);
    (!value.is_empty()).then_some(value)
}

pub(super) fn read(text: &str, wanted: &Wanted) -> Vec<Draft> {
    let Some((front, body)) = front_matter(text) else { return Vec::new() };
    let zone = wanted.zone.unwrap_or_default();
    let head = Span::new(0, body);
    let title = field(front, "title").unwrap_or_default();
    let mut draft = Draft::new(title, Msg::FormatCstate, head).id(field(front, "id"));
    draft.incident.zone = zone;
    let (severity, status) = match field(front, "severity") {
        Some("down") => (Some("major"), Some(Status::MajorOutage)),
        Some("disrupted") => (Some("minor"), Some(Status::Degraded)),
        _ => (None, None),
    };
    draft.incident.severity = severity.and_then(Severity::parse);
    updates(text, body, zone, &mut draft);
    let date = field(front, "date").and_then(|date| draft.moment(date, head, zone));
    if let Some((at, _)) = date.filter(|(at, _)| draft.first().is_none_or(|first| *at < first)) {
        draft.event(told(at, Kind::Detection, title, "started"), head);
    }
    let is_over = field(front, "resolved") == Some("true");
    let end = field(front, "resolvedWhen").filter(|_| is_over);
    if let Some((at, _)) = end.and_then(|end| draft.moment(end, head, zone)) {
        draft.milestone(Phase::Resolved, at, head);
    }
    draft.sort();
    lanes(front, status, is_over, &mut draft);
    vec![draft]
}

/// `*Phase* - text {{< track "2018-04-13 16:50:00" >}}`; what stands after the last track of the
/// body has no time.
fn updates(text: &str, body: usize, zone: Zone, draft: &mut Draft) {
    let mut start = body;
    let whole = |at: usize| text[at..].trim_matches(['-', '\n', '\r', ' ']);
    while let Some(found) = text[start..].find("{{< track ") {
        let end = text[start + found..].find(">}}").map_or(text.len(), |at| start + found + at + 3);
        let said = text[start..start + found].trim();
        let place = Span::new(start, end);
        // Of several paragraphs only the last belongs to the time that follows.
        let (before, own) = match said.rfind("\n\n*").or_else(|| said.rfind("\n*")) {
            Some(at) => (said[..at].trim_matches(['-', '\n', ' ']), said[at..].trim()),
            None => ("", said.trim_start_matches(['-', '\n', ' '])),
        };
        if !before.is_empty() {
            draft.left_out(place, Phrase::from(Msg::ImportNoTimeFor).quote(before));
        }
        let stamp = text[start + found..end].split('"').nth(1).unwrap_or_default();
        if let Some((at, _)) = draft.moment(stamp, place, zone) {
            let (word, told_text) = own.split_once("* - ").unwrap_or(("", own));
            let word = word.trim_matches(['*', ' ']);
            let mut event = told(at, Kind::Communication, told_text, word);
            event.tags.extend((!word.is_empty()).then(|| line(&word.to_lowercase())));
            draft.event(event, place);
        }
        start = end;
    }
    if !whole(start).is_empty() {
        let phrase = Phrase::from(Msg::ImportNoTimeFor).quote(whole(start));
        draft.left_out(Span::new(start, text.len()), phrase);
    }
}

/// The front matter names the systems and one severity for all of them: their lanes are inferred.
fn lanes(front: &str, status: Option<Status>, is_over: bool, draft: &mut Draft) {
    let listed = field(front, "affected").unwrap_or_default().trim_matches(['[', ']']);
    let mut names: Vec<String> =
        listed.split(',').map(|name| name.trim().trim_matches(['"', '\'']).to_owned()).collect();
    let mut lines = front.lines().skip_while(|line| !line.starts_with("affected:")).skip(1);
    names.extend(std::iter::from_fn(|| {
        lines.next()?.trim_start().strip_prefix("- ").map(|name| name.trim().to_owned())
    }));
    names.retain(|name| !name.is_empty());
    for name in names {
        let Some(id) = draft.service(&name, &name, draft.place) else { continue };
        let end = draft.events.len().saturating_sub(1);
        if let Some(first) = draft.events.first_mut() {
            match status {
                Some(status) => set(first, id, status, true),
                None => first.services.push(id),
            }
        }
        let last = draft.events.get_mut(end).filter(|_| is_over && end > 0);
        if let Some(last) = last {
            set(last, id, Status::Operational, true);
        }
    }
}
