//! Tables: CSV, TSV, JSON Lines and lists of flat objects. Every row is an event.
//!
//! The columns are found by their heads, or named with `--map`. A column that tells nothing that
//! an event has is kept in the body. What stands under `status` changes a lane only if it is a
//! status; otherwise it is a tag. An object in which every name has a status is a snapshot of
//! lanes, of which the changes are kept.

mod columns;
mod csv;
mod states;
mod wide;

use std::{borrow::Cow, collections::HashMap};

use super::{
    Wanted,
    draft::{self, Draft, line, set, told},
};
use crate::{
    load::{
        diagnostic::{Phrase, Span},
        tree::{Node, Value},
    },
    model::{Event, Kind, Localized, Status, Zone},
    text::Msg,
};

pub use columns::Target;
use columns::{Columns, normal};

/// The most keys that the objects of one file may have between them.
const HEADS: usize = 200;

/// One row and where it stands.
#[derive(Debug)]
struct Record<'t> {
    cells: Vec<Cow<'t, str>>,
    /// What it says of many services at once.
    states: Vec<(String, Status)>,
    span: Span,
}

impl Record<'_> {
    fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", |cell| cell.trim())
    }
}

/// Whether a text is rows of cells below a head that names a time.
pub(super) fn is_rows(text: &str, wanted: &Wanted) -> bool {
    let head = csv::head(text);
    let is_name =
        |cell: &Cow<'_, str>| !cell.contains(": ") && !cell.starts_with(['{', '[', '<', '-']);
    let names: Vec<&str> = head.cells.iter().map(|cell| &**cell).collect();
    head.cells.len() > 1
        && head.cells.iter().all(is_name)
        && (Columns::new(&names, &wanted.map).has(Target::At) || wide::is_one(&names))
}

pub(super) fn read_rows(text: &str, wanted: &Wanted) -> Vec<Draft> {
    let mut rows = csv::rows(text).into_iter();
    let Some(head) = rows.next() else { return Vec::new() };
    let names: Vec<String> = head.cells.iter().map(|cell| cell.trim().to_owned()).collect();
    let rows: Vec<Record<'_>> = rows.collect();
    if wide::is_one(&names.iter().map(String::as_str).collect::<Vec<_>>()) {
        return wide::read(&names, &rows, wanted);
    }
    Table::new(names, wanted).read(&rows, Msg::FormatTable, head.span)
}

/// Whether each line of a text is an object of its own.
pub(super) fn is_lines(text: &str) -> bool {
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let is_object = |line: &str| {
        line.starts_with('{')
            && serde_json::from_str::<serde_json::Map<String, serde_json::Value>>(line).is_ok()
    };
    // One object alone is a document.
    lines.next().is_some_and(is_object) && lines.next().is_some_and(|line| line.starts_with('{'))
}

pub(super) fn read_lines(text: &str, wanted: &Wanted) -> Vec<Draft> {
    let mut objects = Vec::new();
    let mut broken = Vec::new();
    let mut start = 0;
    for raw in text.split_inclusive('\n') {
        let span = Span::new(start, start + raw.trim_end().len());
        start += raw.len();
        match serde_json::from_str(raw) {
            Ok(serde_json::Value::Object(object)) => {
                objects.push((flat(object), span));
            }
            _ if raw.trim().is_empty() => {}
            _ => broken.push(span),
        }
    }
    let mut drafts = of_objects(objects, Msg::FormatLines, Span::new(0, text.len()), wanted);
    if let Some(first) = drafts.first_mut() {
        for span in broken {
            first.left_out(span, Msg::ImportNotAnObject);
        }
    }
    drafts
}

/// The texts of an object, and the states in it.
fn flat(object: serde_json::Map<String, serde_json::Value>) -> Object {
    let mut found = Object::default();
    for (key, value) in object {
        let states = value.as_object().and_then(|map| {
            states::of(map.iter().map(|(name, word)| (name.as_str(), word.as_str())))
        });
        match states {
            Some(states) => found.states.extend(states),
            None => found.texts.push((key, plain(&value))),
        }
    }
    found
}

fn plain(value: &serde_json::Value) -> String {
    match value {
        serde_json::Value::Null => String::new(),
        serde_json::Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// Whether a list holds flat objects with a time.
pub(super) fn is_objects(root: &Node<'_>) -> bool {
    let Some(first) = root.items().first() else { return false };
    let names: Vec<&str> = first.pairs().iter().filter_map(|(key, _)| key.scalar()).collect();
    let columns = Columns::new(&names, &[]);
    columns.has(Target::At) && columns.has(Target::Title)
}

pub(super) fn read_objects(root: &Node<'_>, wanted: &Wanted) -> Vec<Draft> {
    let objects = root.items().iter().map(|item| {
        let mut found = Object::default();
        for (key, value) in item.pairs() {
            let Some(key) = key.scalar() else { continue };
            let pairs = value.pairs().iter();
            let states =
                states::of(pairs.map(|(name, word)| (name.scalar().unwrap_or(""), word.scalar())));
            match states {
                Some(states) => found.states.extend(states),
                None => found.texts.push((key.to_owned(), written(value))),
            }
        }
        (found, item.span)
    });
    of_objects(objects.collect(), Msg::FormatLines, root.span, wanted)
}

/// A value as one text; what is nested deeper than a list is not told.
fn written(value: &Node<'_>) -> String {
    match &value.value {
        Value::List(items) => items.iter().filter_map(Node::scalar).collect::<Vec<_>>().join(" "),
        _ => value.scalar().unwrap_or_default().to_owned(),
    }
}

/// What an object holds.
#[derive(Default)]
struct Object {
    texts: Vec<(String, String)>,
    states: Vec<(String, Status)>,
}

fn of_objects(objects: Vec<(Object, Span)>, title: Msg, all: Span, wanted: &Wanted) -> Vec<Draft> {
    let mut heads: Vec<String> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    let mut beyond = Vec::new();
    let rows: Vec<Record<'_>> = objects
        .into_iter()
        .map(|(object, span)| {
            let mut cells = Vec::new();
            for (key, text) in object.texts {
                let place = places.get(&key).copied().or_else(|| {
                    (heads.len() < HEADS).then(|| {
                        heads.push(key.clone());
                        places.insert(key.clone(), heads.len() - 1);
                        heads.len() - 1
                    })
                });
                let Some(place) = place else {
                    beyond.push((key, span));
                    continue;
                };
                cells.resize(cells.len().max(place + 1), Cow::Borrowed(""));
                cells[place] = Cow::Owned(text);
            }
            Record { cells, states: object.states, span }
        })
        .collect();
    let mut drafts = Table::new(heads, wanted).read(&rows, title, all);
    if let Some(first) = drafts.first_mut() {
        for (key, span) in beyond {
            first.left_out(span, Phrase::from(Msg::ImportManyKeys).number(HEADS).quote(&key));
        }
    }
    drafts
}

struct Table {
    heads: Vec<String>,
    columns: Columns,
    zone: Zone,
}

impl Table {
    fn new(heads: Vec<String>, wanted: &Wanted) -> Self {
        let names: Vec<&str> = heads.iter().map(String::as_str).collect();
        let columns = Columns::new(&names, &wanted.map);
        Self { columns, heads, zone: wanted.zone.unwrap_or_default() }
    }

    fn read(&self, rows: &[Record<'_>], title: Msg, all: Span) -> Vec<Draft> {
        let mut drafts: Vec<Draft> = Vec::new();
        let mut known: HashMap<String, usize> = HashMap::new();
        for row in rows {
            let key = self.joined(row, Target::Incident);
            let index = *known.entry(key).or_insert_with_key(|key| {
                let mut draft = Draft::new(key, title, all).id(Some(key));
                draft.incident.zone = self.zone;
                drafts.push(draft);
                drafts.len() - 1
            });
            if let Some(draft) = drafts.get_mut(index) {
                self.event(row, draft);
            }
        }
        let has_states = rows.iter().any(|row| !row.states.is_empty());
        for draft in &mut drafts {
            draft.sort();
            if has_states {
                states::settle(draft);
            }
            for column in self.columns.missing() {
                draft.left_out(all, Phrase::from(Msg::ImportNoColumn).quote(column));
            }
        }
        drafts
    }

    /// The texts of a target's columns.
    fn joined(&self, row: &Record<'_>, target: Target) -> String {
        let cells = self.columns.of(target).iter().map(|column| row.cell(*column));
        cells.filter(|cell| !cell.is_empty()).collect::<Vec<_>>().join(" ")
    }

    fn event(&self, row: &Record<'_>, draft: &mut Draft) {
        if row.cells.len() > self.heads.len() {
            let phrase = Phrase::from(Msg::ImportManyCells);
            let phrase = phrase.number(row.cells.len()).number(self.heads.len());
            draft.left_out(row.span, phrase);
        }
        let at = self.joined(row, Target::At);
        if at.is_empty() {
            draft.left_out(row.span, Msg::ImportNoTime);
            return;
        }
        let day = self.joined(row, Target::Date);
        let is_clock = !day.is_empty() && at.len() <= 12 && at.contains(':');
        let written = if is_clock { format!("{day} {at}") } else { at };
        let Some((at, place)) = draft.moment(&written, row.span, self.zone) else { return };
        let text = self.joined(row, Target::Title);
        let said = [Target::Body, Target::Status, Target::Service];
        let otherwise = said.iter().map(|target| self.joined(row, *target));
        let otherwise = otherwise.into_iter().find(|text| !text.is_empty()).unwrap_or_default();
        let word = self.joined(row, Target::Kind);
        let kind = Kind::parse(&normal(&word));
        let mut event = told(at, kind.unwrap_or_default(), &text, &otherwise);
        if text.is_empty() && otherwise.is_empty() && !row.states.is_empty() {
            event.title = Localized::default();
        }
        let until = self.joined(row, Target::Until);
        if !until.is_empty() {
            let end = draft.moment(&until, row.span, self.zone).map(|(end, _)| end);
            event.until = end.filter(|end| *end >= at);
        }
        let author = self.joined(row, Target::Author);
        event.author = (!author.is_empty()).then(|| line(&author));
        let tags = self.joined(row, Target::Tags);
        event.tags = tags.split([',', ' ', ';']).map(line).filter(|tag| !tag.is_empty()).collect();
        // A word that is no kind of ours is kept as what it is called there.
        event.tags.extend((kind.is_none() && !word.is_empty()).then(|| line(&word)));
        self.body(row, &mut event, &text);
        self.lane(row, &mut event, draft);
        draft.event(event, place);
    }

    /// The rest of the text, and the columns that tell nothing an event has.
    fn body(&self, row: &Record<'_>, event: &mut Event, text: &str) {
        let mut parts = Vec::new();
        if !event.body.is_empty() {
            parts.push(text.trim().to_owned());
        }
        parts.push(self.joined(row, Target::Body));
        let details =
            self.heads.iter().enumerate().filter(|(column, _)| {
                self.columns.is_detail(*column) && !row.cell(*column).is_empty()
            });
        let details: Vec<String> =
            details.map(|(column, head)| format!("- {head}: {}", row.cell(column))).collect();
        parts.push(details.join("\n"));
        parts.retain(|part| !part.trim().is_empty());
        event.body = draft::body(&parts.join("\n\n"));
    }

    fn lane(&self, row: &Record<'_>, event: &mut Event, draft: &mut Draft) {
        let word = self.joined(row, Target::Status);
        let status = Status::parse(&normal(&word));
        if status.is_none() && !word.is_empty() {
            event.tags.push(line(&word));
        }
        for (name, status) in &row.states {
            if let Some(id) = draft.service(name, name, row.span) {
                set(event, id, *status, false);
            }
        }
        let service = self.joined(row, Target::Service);
        if service.is_empty() {
            event.tags.extend(status.map(|_| line(&word)));
            return;
        }
        let Some(id) = draft.service(&service, "", row.span) else { return };
        match status {
            Some(status) => set(event, id, status, false),
            None => event.services.push(id),
        }
    }
}
