//! Tables: CSV, TSV, JSON Lines and lists of flat objects. Every row is an event.
//!
//! The columns are found by their heads, or named with `--map`. A column that tells nothing that
//! an event has is kept in the body. What stands under `status` changes a lane only if it is a
//! status; otherwise it is a tag. An object in which every name has a status is a snapshot of
//! lanes, of which the changes are kept.

mod columns;
mod csv;
mod flat;
mod states;
mod wide;

use std::{borrow::Cow, collections::HashMap};

use super::{
    Wanted,
    draft::{self, Draft, line, set, told},
};
use crate::{
    load::{
        code::Code,
        diagnostic::{Diagnostic, Phrase, Span},
        nearest::nearest,
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

/// What stands in the first line of a text, if that is several cells.
pub(super) fn heads(text: &str) -> Option<Vec<String>> {
    let names = csv::head(text).cells.into_iter().map(|cell| cell.trim().to_owned());
    let names: Vec<String> = names.filter(|name| !name.is_empty()).collect();
    (names.len() > 1).then_some(names)
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
    // One object alone is a document; it may be long.
    let (first, second) = (lines.next(), lines.next());
    second.is_some_and(|line| line.starts_with('{')) && first.is_some_and(is_object)
}

pub(super) fn read_lines(text: &str, wanted: &Wanted) -> Vec<Draft> {
    let mut rows = Rows::default();
    let mut broken = Vec::new();
    let mut start = 0;
    for raw in text.split_inclusive('\n') {
        let span = Span::new(start, start + raw.trim_end().len());
        start += raw.len();
        match flat::object(raw) {
            Some(object) => rows.add(object, span),
            None if raw.trim().is_empty() => {}
            None => broken.push(span),
        }
    }
    let mut drafts = rows.read(Msg::FormatLines, Span::new(0, text.len()), wanted);
    if let Some(first) = drafts.first_mut() {
        for span in broken {
            first.left_out(span, Msg::ImportNotAnObject);
        }
    }
    drafts
}

/// Whether a list holds flat objects with a time.
pub(super) fn is_objects(root: &Node<'_>) -> bool {
    let Some(first) = root.items().first() else { return false };
    let names: Vec<&str> = first.pairs().iter().filter_map(|(key, _)| key.scalar()).collect();
    let columns = Columns::new(&names, &[]);
    columns.has(Target::At) && columns.has(Target::Title)
}

pub(super) fn read_objects(root: &Node<'_>, wanted: &Wanted) -> Vec<Draft> {
    let mut rows = Rows::default();
    for item in root.items() {
        let mut found = Object::default();
        for (key, value) in item.pairs() {
            let Some(key) = key.scalar() else { continue };
            let pairs = value.pairs().iter();
            let states =
                states::of(pairs.map(|(name, word)| (name.scalar().unwrap_or(""), word.scalar())));
            match states {
                Some(states) => found.states.extend(states),
                None => found.texts.push((key.into(), written(value).into())),
            }
        }
        rows.add(found, item.span);
    }
    rows.read(Msg::FormatLines, root.span, wanted)
}

/// A value as one text; what is nested deeper than a list is not told.
fn written(value: &Node<'_>) -> String {
    match &value.value {
        Value::List(items) => items.iter().filter_map(Node::scalar).collect::<Vec<_>>().join(" "),
        _ => value.scalar().unwrap_or_default().to_owned(),
    }
}

/// What an object holds.
#[derive(Debug, Default)]
struct Object<'t> {
    texts: Vec<(Cow<'t, str>, Cow<'t, str>)>,
    states: Vec<(String, Status)>,
}

/// The objects of a file as rows below one head.
#[derive(Default)]
struct Rows<'t> {
    heads: Vec<String>,
    places: HashMap<String, usize>,
    all: Vec<Record<'t>>,
    /// Keys that are too many, and where they stand.
    beyond: Vec<(String, Span)>,
}

impl<'t> Rows<'t> {
    fn add(&mut self, object: Object<'t>, span: Span) {
        let mut cells = Vec::with_capacity(self.heads.len());
        for (place, (key, text)) in object.texts.into_iter().enumerate() {
            // Most objects have the keys of the one before.
            let same = self.heads.get(place).filter(|head| **head == key).map(|_| place);
            let Some(place) = same.or_else(|| self.place(&key)) else {
                self.beyond.push((key.into_owned(), span));
                continue;
            };
            cells.resize(cells.len().max(place + 1), Cow::Borrowed(""));
            cells[place] = text;
        }
        self.all.push(Record { cells, states: object.states, span });
    }

    /// The column of a key.
    fn place(&mut self, key: &str) -> Option<usize> {
        let known = self.places.get(key).copied();
        let next = self.heads.len();
        known.or_else(|| {
            (next < HEADS).then(|| {
                self.heads.push(key.to_owned());
                self.places.insert(key.to_owned(), next);
                next
            })
        })
    }

    fn read(self, title: Msg, all: Span, wanted: &Wanted) -> Vec<Draft> {
        let mut drafts = Table::new(self.heads, wanted).read(&self.all, title, all);
        if let Some(first) = drafts.first_mut() {
            for (key, span) in self.beyond {
                first.left_out(span, Phrase::from(Msg::ImportManyKeys).number(HEADS).quote(&key));
            }
        }
        drafts
    }
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
            let index = known.get(&*key).copied().unwrap_or_else(|| {
                let mut draft = Draft::new(&key, title, all).id(Some(&key));
                draft.incident.zone = self.zone;
                drafts.push(draft);
                known.insert(key.into_owned(), drafts.len() - 1);
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
                let phrase = Phrase::from(Msg::ImportNoColumn).quote(column);
                let fault =
                    Diagnostic::at(Code::LeftOut, all, phrase.quote(&self.heads.join(", ")));
                let near = nearest(column, self.heads.iter().map(String::as_str));
                draft.note(fault.help(Msg::ImportLeftOut).suggest(near));
            }
        }
        drafts
    }

    /// The texts of a target's columns.
    fn joined<'r>(&self, row: &'r Record<'_>, target: Target) -> Cow<'r, str> {
        let cells = self.columns.of(target).iter().map(|column| row.cell(*column));
        let mut cells = cells.filter(|cell| !cell.is_empty());
        let first = cells.next().unwrap_or_default();
        cells.fold(first.into(), |all, cell| format!("{all} {cell}").into())
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
        let written = if is_clock { format!("{day} {at}").into() } else { at };
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
        // What is not surely public is private.
        let private = self.joined(row, Target::Private).trim().to_lowercase();
        event.private = !matches!(&*private, "" | "false" | "no" | "0" | "null");
        self.body(row, &mut event, &text);
        self.lane(row, &mut event, draft);
        draft.event(event, place);
    }

    /// The rest of the text, and the columns that tell nothing an event has.
    fn body(&self, row: &Record<'_>, event: &mut Event, text: &str) {
        let mut parts = Vec::new();
        if !event.body.is_empty() {
            parts.push(text.trim().into());
        }
        parts.push(self.joined(row, Target::Body));
        let details =
            self.heads.iter().enumerate().filter(|(column, _)| {
                self.columns.is_detail(*column) && !row.cell(*column).is_empty()
            });
        let details: Vec<String> =
            details.map(|(column, head)| format!("- {head}: {}", row.cell(column))).collect();
        parts.push(details.join("\n").into());
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
