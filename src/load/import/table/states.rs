//! Snapshots: rows that say what each of many services is, changed or not.

use std::collections::HashMap;

use crate::{
    load::import::draft::{Draft, line},
    model::{Kind, Localized, ServiceId, Status},
    text::{Lang, Msg, Words},
};

/// How many changes a title names.
const NAMED: usize = 3;

/// The states that a map of names and words gives; none unless each of its words is a status.
pub(super) fn of<'a>(
    pairs: impl Iterator<Item = (&'a str, Option<&'a str>)>,
) -> Option<Vec<(String, Status)>> {
    let state =
        |(name, word): (&str, Option<&str>)| Some((name.to_owned(), Status::parse(word?.trim())?));
    pairs.map(state).collect::<Option<Vec<_>>>().filter(|states| !states.is_empty())
}

/// Of states that are said again only the changes are left; an event without a title is called by
/// what changed. The events stand in the order of time.
pub(super) fn settle(draft: &mut Draft) {
    let mut last: HashMap<ServiceId, Status> = HashMap::new();
    let names: Vec<Localized> =
        draft.incident.services.iter().map(|service| service.name.clone()).collect();
    for event in &mut draft.events {
        let mut worse = false;
        let mut better = false;
        event.status.retain(|(id, status)| {
            let before = last.insert(*id, *status);
            worse |= before.is_some_and(|before| *status > before);
            better |= before.is_some_and(|before| *status < before);
            before != Some(*status)
        });
        if event.kind == Kind::Note && (worse || better) {
            event.kind = if worse { Kind::Impact } else { Kind::Recovery };
        }
        if event.title.is_empty() {
            event.title = title(&event.status, &names);
        }
    }
}

/// `API: degraded · Search: major outage · +2`.
fn title(changes: &[(ServiceId, Status)], names: &[Localized]) -> Localized {
    let say = |lang: Lang| {
        let words = Words::new(lang);
        if changes.is_empty() {
            return (line(lang.code()), line(words.say(Msg::ImportNoChange)));
        }
        let told = changes.iter().take(NAMED).map(|(id, status)| {
            let name = names.get(id.0).map_or("", |name| name.get(lang));
            format!("{name}: {}", words.say(status.label()))
        });
        let mut parts: Vec<String> = told.collect();
        if changes.len() > NAMED {
            parts.push(format!("+{}", words.number((changes.len() - NAMED) as u64)));
        }
        (line(lang.code()), line(&parts.join(" · ")))
    };
    Localized::new(Lang::ALL.map(say).to_vec())
}
