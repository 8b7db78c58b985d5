//! Issues of cState: front matter, then updates that end with `{{< track "…" >}}`, the newest
//! first.

use super::{
    Wanted,
    draft::{Draft, line, set, told},
};
use crate::{
    load::{
        code::Code,
        diagnostic::{Diagnostic, Phrase, Span},
    },
    model::{Kind, Phase, Severity, Status, Time, Zone},
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
    draft.sort();
    let is_over = field(front, "resolved") == Some("true");
    let mut time = |name| Some(draft.moment(field(front, name)?, head, zone)?.0);
    let begun = time("date");
    let end = if is_over { time("resolvedWhen") } else { None };
    course(begun, end, title, &mut draft);
    lanes(front, status, is_over, &mut draft);
    vec![draft]
}

/// When it began and ended. Where the updates begin only after the end of it, what the front matter
/// says is about another day, and is not followed.
fn course(begun: Option<Time>, end: Option<Time>, title: &str, draft: &mut Draft) {
    let head = draft.place;
    let (first, last) = (draft.first(), draft.events.last().map(|event| event.at));
    if let (Some(end), Some(first), Some(last)) = (end, first, last)
        && end < first
    {
        let zone = draft.incident.zone;
        let phrase = Phrase::from(Msg::ImportFrontMatter);
        let phrase = phrase.text(&tell(end, zone)).text(&tell(last, zone));
        draft.note(Diagnostic::at(Code::Disagrees, head, phrase));
        draft.milestone(Phase::Resolved, last, head);
        return;
    }
    if let Some(at) = begun.filter(|at| first.is_none_or(|first| *at < first)) {
        draft.event(told(at, Kind::Detection, title, "started"), head);
        draft.sort();
    }
    if let Some(at) = end {
        draft.milestone(Phase::Resolved, at, head);
    }
}

fn tell(at: Time, zone: Zone) -> String {
    let civil = zone.civil(at);
    format!("{} {}", civil.date(), civil.short_clock())
}

/// `*Phase* - text {{< track "2018-04-13 16:50:00" >}}`; what stands after the last track of the
/// body has no time.
fn updates(text: &str, body: usize, zone: Zone, draft: &mut Draft) {
    let mut start = body;
    let whole = |at: usize| text[at..].trim_matches(['-', '\n', '\r', ' ']);
    while let Some(found) = text[start..].find("{{< track ") {
        let end = text[start + found..].find(">}}").map_or(text.len(), |at| start + found + at + 3);
        let said = text[start..start + found].trim();
        let blank = said.len() - said.trim_start_matches(['-', '\n', '\r', ' ']).len();
        let lead = text[start..].len() - text[start..].trim_start().len();
        let place = Span::new(start + lead + blank, end);
        let track = Span::new(start + found, end);
        // Of several paragraphs only the last belongs to the time that follows.
        let (before, own) = match said.rfind("\n\n*").or_else(|| said.rfind("\n*")) {
            Some(at) => (said[..at].trim_matches(['-', '\n', ' ']), said[at..].trim()),
            None => ("", said.trim_start_matches(['-', '\n', ' '])),
        };
        if !before.is_empty() {
            draft.left_out(place, Phrase::from(Msg::ImportNoTimeFor).quote(before));
        }
        let stamp = text[start + found..end].split('"').nth(1).unwrap_or_default();
        if let Some((at, _)) = draft.moment(stamp, track, zone) {
            let (word, told_text) = own.split_once("* -").unwrap_or(("", own));
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
