//! A Markdown report of this program, read again: into the same tree that YAML gives, so that
//! everything after it is the same too.
//!
//! A report is known by its title and by the head of its timeline, in any language. What it says
//! of times, services, actions and sources comes back; what Markdown does not carry is named by a
//! warning. `export/report/markdown.rs` writes what is read here.

mod cell;
mod prose;
mod scan;

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use super::{
    code::Code,
    diagnostic::{Diagnostic, Span},
    report::Faults,
    tree::{Node, Value},
};
use crate::{
    model::{Basis, Kind, Phase, Precision, Status, Zone},
    text::{Lang, Msg, Words},
};
use cell::{Cell, Moment, Stamp, groups, plain, split_marks, stamp};
use scan::{Line, Scanned};

pub(crate) use scan::is_report;

/// The tree of a report; a warning says what it does not hold.
pub(crate) fn parse<'s>(text: &'s str, faults: &mut Faults) -> Node<'s> {
    let scanned = scan::scan(text);
    let from_report = Diagnostic::at(Code::FromReport, scanned.title.span, Msg::FaultFromReport);
    faults.push(from_report.help(Msg::FaultFromReportHelp));
    if let Some(span) = scanned.filtered {
        let part = Diagnostic::at(Code::FromReport, span, Msg::FaultFiltered);
        faults.push(part.help(Msg::FaultFromReportHelp));
    }
    Builder::new(&scanned).incident(Span::new(0, text.len()))
}

/// Whether a label of the interface, in any language, is this word.
fn is(msg: Msg, word: &str) -> bool {
    Lang::ALL.into_iter().any(|lang| msg.text(lang) == word)
}

fn scalar(text: impl Into<Cow<'static, str>>, span: Span) -> Node<'static> {
    Node { span, value: Value::Scalar(text.into()) }
}

fn list(items: Vec<Node<'_>>, span: Span) -> Node<'_> {
    Node { span, value: Value::List(items) }
}

/// A map from the names of fields; those of nothing are left out.
fn map<'s>(
    span: Span,
    fields: impl IntoIterator<Item = (&'static str, Option<Node<'s>>)>,
) -> Node<'s> {
    let given = fields.into_iter().filter_map(|(name, node)| {
        let node = node?;
        Some((scalar(name, node.span), node))
    });
    Node { span, value: Value::Map(given.collect()) }
}

/// The text of a cell, if there is any.
fn told(cell: Option<&Cell>) -> Option<Node<'static>> {
    let cell = cell?;
    let text = plain(cell.raw);
    (!text.is_empty()).then(|| scalar(text, cell.span))
}

struct Builder<'a, 's> {
    scanned: &'a Scanned<'s>,
    services: Vec<Node<'static>>,
    /// The id of each service by its name.
    ids: HashMap<String, String>,
    taken: HashSet<String>,
    zone: Zone,
    /// Readings, until the first event of their time takes one.
    readings: HashMap<Moment, Node<'static>>,
    /// The given phases, without those that an event has taken: it knows how exact it is and whether it
    /// is private, a milestone does not.
    given: Vec<Given>,
    /// When there is an event that is not private.
    public: HashSet<Moment>,
}

impl<'a, 's> Builder<'a, 's> {
    fn new(scanned: &'a Scanned<'s>) -> Self {
        let clocks = scanned.clocks;
        let given: Vec<Given> = scanned.times.iter().filter_map(|row| given(row, clocks)).collect();
        let zone = scanned.zone.and_then(|zone| Zone::parse(&plain(zone.raw))).unwrap_or_default();
        let public = scanned
            .timeline
            .iter()
            .filter(|row| !is_private(row, clocks))
            .map(|row| when(&row[..clocks.min(row.len())]).moment(zone));
        let mut builder = Self {
            scanned,
            given,
            public: public.collect(),
            zone,
            services: Vec::new(),
            ids: HashMap::new(),
            taken: HashSet::new(),
            readings: scanned
                .recovery
                .iter()
                .filter_map(|row| reading(row, clocks, zone))
                .collect(),
        };
        for row in &scanned.harm {
            if let Some(name) = row.first() {
                let uncounted = name.raw.strip_suffix(" †");
                let counts = uncounted.is_none();
                builder.service(&plain(uncounted.unwrap_or(name.raw)), name.span, counts);
            }
        }
        builder
    }

    /// Adds a service and gives it an id: its name, made unique.
    fn service(&mut self, name: &str, span: Span, counts: bool) -> String {
        let mut id = name.to_owned();
        let mut copy = 1;
        while !self.taken.insert(id.clone()) {
            copy += 1;
            id = format!("{name} ({copy})");
        }
        let counts = (!counts).then(|| "false".to_owned());
        let fields =
            [("id", Some(id.clone())), ("name", Some(name.to_owned())), ("counts", counts)];
        let fields = fields.map(|(field, text)| (field, text.map(|text| scalar(text, span))));
        self.services.push(map(span, fields));
        self.ids.entry(name.to_owned()).or_insert_with(|| id.clone());
        id
    }

    fn incident(mut self, whole: Span) -> Node<'static> {
        let scanned = self.scanned;
        let events = scanned.timeline.iter().map(|row| self.event(row)).collect();
        let services = std::mem::take(&mut self.services);
        let head = scanned.title.span;
        let milestones = self
            .given
            .drain(..)
            .map(|given| (given.phase.word(), Some(scalar(given.stamp.at, given.span))));
        let milestones = map(head, milestones);
        let (severity, id) = scanned.facts.as_ref().map(facts).unwrap_or_default();
        map(
            whole,
            [
                ("id", id),
                ("title", Some(scalar(plain(scanned.title.text), head))),
                ("severity", severity),
                ("timezone", told(scanned.zone.as_ref())),
                ("summary", prose(&scanned.summary)),
                ("cause", prose(&scanned.cause)),
                ("milestones", Some(milestones)),
                ("services", (!services.is_empty()).then(|| list(services, head))),
                ("events", Some(list(events, scanned.head.unwrap_or(head)))),
                (
                    "actions",
                    Some(list(scanned.actions.iter().map(|row| action(row)).collect(), head)),
                ),
                ("links", Some(list(scanned.links.iter().filter_map(link).collect(), head))),
            ],
        )
    }

    fn event(&mut self, row: &[Cell]) -> Node<'static> {
        let (clock, row) = row.split_at(self.scanned.clocks.min(row.len()));
        let span = clock.first().map(|cell| cell.span).unwrap_or_default();
        let place = |at: usize| row.get(at).map_or(span, |cell| cell.span);
        let stamp = when(clock);
        let moment = stamp.moment(self.zone);
        let Stamp { at, until, precision } = stamp;
        let stamped = clock.last().map_or(span, |cell| cell.span);
        let kind = row.get(1).map(|cell| plain(cell.raw)).unwrap_or_default();
        let (kind, private) = match split_private(&kind) {
            Some(kind) => (kind.to_owned(), Some(scalar("true", place(1)))),
            None => (kind, None),
        };
        let known = Kind::ALL.into_iter().find(|known| is(known.label(), &kind));
        let kind = known.map_or(kind, |known| known.word().to_owned());
        let (title, marks) = row.get(2).map(|cell| split_marks(cell.raw)).unwrap_or_default();
        let sources = marks.iter().filter_map(|number| self.source(*number, place(2))).collect();
        let Touched { status, inferred, services } = self.touched(row.get(3));
        let reading = self.readings.remove(&moment);
        let is_exact = precision == Precision::Exact;
        let is_its_own = !is_exact || private.is_some() && !self.public.contains(&moment);
        let phase = if is_its_own { self.take_phase(&moment) } else { None };
        let precision = (!is_exact).then(|| precision.word());
        map(
            span,
            [
                ("at", Some(scalar(at, stamped))),
                ("until", until.map(|until| scalar(until, stamped))),
                ("precision", precision.map(|word| scalar(word, span))),
                ("kind", (!kind.is_empty()).then(|| scalar(kind, place(1)))),
                ("phase", phase.map(|phase| scalar(phase.word(), stamped))),
                ("private", private),
                ("title", Some(scalar(plain(title), place(2)))),
                ("status", status),
                ("inferred", inferred),
                ("services", services),
                ("sources", Some(list(sources, place(2)))),
                ("recovery", reading),
            ],
        )
    }

    /// The first of the given phases of that moment.
    fn take_phase(&mut self, moment: &Moment) -> Option<Phase> {
        let place = self.given.iter().position(|given| given.stamp.moment(self.zone) == *moment)?;
        Some(self.given.remove(place).phase)
    }

    fn source(&self, number: usize, span: Span) -> Option<Node<'static>> {
        let line = self.scanned.sources.get(&number)?;
        let (name, url) = line.split_address(", <");
        let fields = [("name", Some(plain(name))), ("url", url.map(str::to_owned))];
        Some(map(span, fields.map(|(field, text)| (field, text.map(|text| scalar(text, span))))))
    }

    /// The services of a row.
    fn touched(&mut self, cell: Option<&Cell>) -> Touched {
        let Some(cell) = cell else { return Touched::default() };
        let (mut changed, mut inferred, mut only_touched) = (Vec::new(), Vec::new(), Vec::new());
        let mut seen = HashSet::new();
        for (names, status) in groups(cell.raw) {
            let (word, is_inferred) = status_word(status);
            for name in names {
                let known = self.ids.get(&name).cloned();
                let id = known.unwrap_or_else(|| self.service(&name, cell.span, true));
                if !seen.insert(id.clone()) {
                    continue;
                }
                let id = scalar(id, cell.span);
                if word.is_empty() {
                    only_touched.push(id);
                } else {
                    inferred.extend(is_inferred.then(|| id.clone()));
                    changed.push((id, scalar(word.clone(), cell.span)));
                }
            }
        }
        Touched {
            status: Some(Node { span: cell.span, value: Value::Map(changed) }),
            inferred: (!inferred.is_empty()).then(|| list(inferred, cell.span)),
            services: Some(list(only_touched, cell.span)),
        }
    }
}

/// The services of a row: those that change, those of them of which nobody said it, and those that
/// are only touched.
#[derive(Default)]
struct Touched {
    status: Option<Node<'static>>,
    inferred: Option<Node<'static>>,
    services: Option<Node<'static>>,
}

/// The word of a status from what is told of it, and whether that is only inferred.
fn status_word(told: String) -> (String, bool) {
    let inferred = |status: &Status| {
        let said = |lang| {
            let words = Words::new(lang);
            words.fill(Msg::StatusInferred, &[words.say(status.label())])
        };
        Lang::ALL.into_iter().any(|lang| said(lang) == told)
    };
    if let Some(known) = Status::ALL.into_iter().find(|known| is(known.label(), &told)) {
        return (known.word().to_owned(), false);
    }
    match Status::ALL.into_iter().find(inferred) {
        Some(known) => (known.word().to_owned(), true),
        None => (told, false),
    }
}

/// Severity and id from the line below the title: `SEV1 · an-id · 78 events · Asia/Kolkata`.
fn facts(line: &Line) -> (Option<Node<'static>>, Option<Node<'static>>) {
    let mut parts: Vec<&str> = line.text.split(" · ").collect();
    parts.truncate(parts.len().saturating_sub(2));
    let severity = parts.first().filter(|part| part.starts_with("SEV") && part.len() == 4).copied();
    if severity.is_some() {
        parts.remove(0);
    }
    let id = plain(&parts.join(" · "));
    let node = |text: String| (!text.is_empty()).then(|| scalar(text, line.span));
    (severity.and_then(|severity| node(severity.to_owned())), node(id))
}

fn prose(lines: &Line) -> Option<Node<'static>> {
    (!lines.text.is_empty()).then(|| scalar(prose::prose(lines.text), lines.span))
}

/// A phase that the file gave the time of; the others are derived anew.
struct Given {
    phase: Phase,
    stamp: Stamp,
    span: Span,
}

fn given(row: &[Cell], clocks: usize) -> Option<Given> {
    let (label, row) = row.split_first()?;
    let (clock, origin) = row.split_at_checked(clocks)?;
    let phase = Phase::MILESTONES.into_iter().find(|p| is(p.label(), &plain(label.raw)))?;
    is(Msg::OriginGiven, &plain(origin.first()?.raw)).then_some(())?;
    Some(Given { phase, stamp: when(clock), span: clock.last()?.span })
}

/// The kind of an event that is private.
fn split_private(kind: &str) -> Option<&str> {
    let (kind, word) = kind.rsplit_once(" · ")?;
    is(Msg::FieldPrivate, word).then_some(kind)
}

fn is_private(row: &[Cell], clocks: usize) -> bool {
    row.get(clocks + 1).is_some_and(|kind| split_private(&plain(kind.raw)).is_some())
}

/// When something was, from the columns that say it.
fn when(clock: &[Cell]) -> Stamp {
    stamp(clock.first().map_or("", |cell| cell.raw), clock.get(1).map(|cell| cell.raw))
}

/// A reading and its time.
fn reading(row: &[Cell], clocks: usize, zone: Zone) -> Option<(Moment, Node<'static>)> {
    let (clock, row) = row.split_at_checked(clocks)?;
    let [percent, basis] = row else { return None };
    let span = clock.first()?.span;
    let word = plain(basis.raw);
    let known = Basis::IN_FILES.into_iter().find(|known| is(known.label(), &word));
    let word = known.map_or(word, |known| known.word().to_owned());
    let fields = [("percent", told(Some(percent))), ("basis", Some(scalar(word, basis.span)))];
    Some((when(clock).moment(zone), map(span, fields)))
}

fn action(row: &[Cell]) -> Node<'static> {
    let span = row.first().map(|cell| cell.span).unwrap_or_default();
    let done = row.get(4).is_some_and(|cell| is(Msg::ActionDone, &plain(cell.raw)));
    map(
        span,
        [
            ("task", told(row.first())),
            ("owner", told(row.get(1))),
            ("due", told(row.get(2))),
            ("priority", told(row.get(3))),
            ("done", done.then(|| scalar("true", span))),
        ],
    )
}

fn link(line: &Line) -> Option<Node<'static>> {
    let (title, url) = line.split_address(": <");
    let node = |text: String| Some(scalar(text, line.span));
    Some(map(line.span, [("title", node(plain(title))), ("url", node(url?.to_owned()))]))
}
