//! What of a part differs.

use std::collections::HashMap;

use super::super::{Milestone, Timeline};
use crate::model::{
    Action, Basis, Confidence, Event, Expectation, Kind, Known, Link, Localized, Phase, Precision,
    Service, ServiceId, Severity, Status, Time,
};
use crate::text::{Msg, SafeText};

/// Which of its properties.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Aspect {
    Id,
    Title,
    Severity,
    Zone,
    Summary,
    Cause,
    Links,
    Checks,
    At,
    Origin,
    Length,
    Name,
    Group,
    Weight,
    Counts,
    Until,
    Precision,
    Kind,
    Phase,
    Body,
    Status,
    Services,
    Recovery,
    Confidence,
    Sources,
    Author,
    Tags,
    Pinned,
    Private,
    Task,
    Owner,
    Due,
    Done,
    Priority,
}

impl Aspect {
    /// The word in files and JSON, and the word on the screen.
    fn row(self) -> (&'static str, Msg) {
        match self {
            Self::Id => ("id", Msg::FieldId),
            Self::Title => ("title", Msg::ListTitle),
            Self::Severity => ("severity", Msg::ListSeverity),
            Self::Zone => ("timezone", Msg::FieldZone),
            Self::Summary => ("summary", Msg::FieldSummary),
            Self::Cause => ("cause", Msg::FieldCause),
            Self::Links => ("links", Msg::FieldLinks),
            Self::Checks => ("expect", Msg::FieldChecks),
            Self::At => ("at", Msg::FieldAt),
            Self::Origin => ("origin", Msg::ColumnOrigin),
            Self::Length => ("seconds", Msg::ColumnLength),
            Self::Name => ("name", Msg::FieldName),
            Self::Group => ("group", Msg::FieldGroup),
            Self::Weight => ("weight", Msg::FieldWeight),
            Self::Counts => ("counts", Msg::FieldCounts),
            Self::Until => ("until", Msg::ColumnTo),
            Self::Precision => ("precision", Msg::FieldPrecision),
            Self::Kind => ("kind", Msg::ColumnKind),
            Self::Phase => ("phase", Msg::RowPhase),
            Self::Body => ("body", Msg::FieldBody),
            Self::Status => ("status", Msg::FieldStatus),
            Self::Services => ("services", Msg::PanelServices),
            Self::Recovery => ("recovery", Msg::RowRecovery),
            Self::Confidence => ("confidence", Msg::FieldConfidence),
            Self::Sources => ("sources", Msg::SourcesTitle),
            Self::Author => ("author", Msg::FieldAuthor),
            Self::Tags => ("tags", Msg::FieldTags),
            Self::Pinned => ("pinned", Msg::FieldPinned),
            Self::Private => ("private", Msg::FieldPrivate),
            Self::Task => ("task", Msg::ColumnTask),
            Self::Owner => ("owner", Msg::ColumnOwner),
            Self::Due => ("due", Msg::ColumnDue),
            Self::Done => ("done", Msg::ActionDone),
            Self::Priority => ("priority", Msg::ColumnPriority),
        }
    }

    /// The word in files and JSON.
    pub fn word(self) -> &'static str {
        self.row().0
    }

    /// The word on the screen.
    pub fn label(self) -> Msg {
        self.row().1
    }
}

/// What a property was or is.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// There is none.
    Nothing,
    At(Time),
    Seconds(i64),
    Number(f64),
    /// A text of the file.
    Text(String),
    /// One of a few words: in files, and on the screen.
    Word(&'static str, Msg),
    Severity(Severity),
    Status(Status, Known),
    /// 0 to 100, and who says so.
    Percent(f64, Basis),
    Switch(bool),
    /// Texts of a list that stand only there.
    Texts(Vec<String>),
}

impl Value {
    /// What is there, or nothing.
    pub(super) fn of<T: Into<Self>>(value: Option<T>) -> Self {
        value.map_or(Self::Nothing, Into::into)
    }

    pub(super) fn origin(milestone: Milestone) -> Self {
        if milestone.derived {
            Self::Word("derived", Msg::OriginDerived)
        } else {
            Self::Word("given", Msg::OriginGiven)
        }
    }
}

impl From<Time> for Value {
    fn from(at: Time) -> Self {
        Self::At(at)
    }
}

impl From<Severity> for Value {
    fn from(severity: Severity) -> Self {
        Self::Severity(severity)
    }
}

impl From<Phase> for Value {
    fn from(phase: Phase) -> Self {
        Self::Word(phase.word(), phase.label())
    }
}

impl From<Kind> for Value {
    fn from(kind: Kind) -> Self {
        Self::Word(kind.word(), kind.label())
    }
}

impl From<Precision> for Value {
    fn from(precision: Precision) -> Self {
        Self::Word(precision.word(), precision.label())
    }
}

impl From<Confidence> for Value {
    fn from(confidence: Confidence) -> Self {
        Self::Word(confidence.word(), confidence.label())
    }
}

/// One property that differs.
#[derive(Debug, Clone, PartialEq)]
pub struct Field {
    pub aspect: Aspect,
    /// Of which: the language of a text, or the service of a status.
    pub of: Option<SafeText>,
    pub before: Value,
    pub after: Value,
}

/// The properties that differ so far.
#[derive(Debug, Default)]
pub(super) struct Fields(pub(super) Vec<Field>);

impl Fields {
    fn push(&mut self, aspect: Aspect, of: Option<SafeText>, before: Value, after: Value) {
        if before != after {
            self.0.push(Field { aspect, of, before, after });
        }
    }

    pub(super) fn value(&mut self, aspect: Aspect, before: Value, after: Value) {
        self.push(aspect, None, before, after);
    }

    pub(super) fn text(
        &mut self,
        aspect: Aspect,
        before: Option<&SafeText>,
        after: Option<&SafeText>,
    ) {
        let value =
            |text: Option<&SafeText>| text.map_or(Value::Nothing, |t| Value::Text(t.to_string()));
        self.push(aspect, None, value(before), value(after));
    }

    /// Each language by itself.
    pub(super) fn localized(&mut self, aspect: Aspect, before: &Localized, after: &Localized) {
        let text = |of: &Localized, code: &str| {
            let found = of.entries().find(|(known, _)| *known == code);
            found.map_or(Value::Nothing, |(_, text)| Value::Text(text.to_owned()))
        };
        let mut codes: Vec<&str> = before.entries().map(|(code, _)| code).collect();
        codes.extend(after.entries().map(|(code, _)| code));
        let mut seen = Vec::new();
        for code in codes {
            if !seen.contains(&code) {
                seen.push(code);
                let of = (!code.is_empty()).then(|| SafeText::line(code));
                self.push(aspect, of, text(before, code), text(after, code));
            }
        }
    }

    /// What each of two lists has more than the other.
    pub(super) fn list(&mut self, aspect: Aspect, before: Vec<String>, after: Vec<String>) {
        let mut counts: HashMap<String, usize> = HashMap::new();
        for text in &after {
            *counts.entry(text.clone()).or_default() += 1;
        }
        let mut is_more = |text: &String| match counts.get_mut(text) {
            Some(left) if *left > 0 => {
                *left -= 1;
                false
            }
            _ => true,
        };
        let gone: Vec<String> = before.into_iter().filter(&mut is_more).collect();
        let is_new = |text: &String| {
            let left = counts.get_mut(text).filter(|left| **left > 0);
            left.is_some_and(|left| {
                *left -= 1;
                true
            })
        };
        let new: Vec<String> = after.into_iter().filter(is_new).collect();
        let value = |texts: Vec<String>| {
            if texts.is_empty() { Value::Nothing } else { Value::Texts(texts) }
        };
        self.push(aspect, None, value(gone), value(new));
    }

    /// The status that each service is set to.
    fn statuses(&mut self, (old, before): Of<'_>, (new, after): Of<'_>) {
        let id = |timeline: &Timeline, id: ServiceId| timeline.service(id).id.clone();
        let of = |timeline: &Timeline, event: &Event| -> Vec<(SafeText, Value)> {
            let told = event.status.iter();
            told.map(|(of, status)| (id(timeline, *of), Value::Status(*status, event.known(*of))))
                .collect()
        };
        let (before, after) = (of(old, before), of(new, after));
        let find = |all: &[(SafeText, Value)], id: &SafeText| {
            let found = all.iter().find(|(known, _)| known == id);
            found.map_or(Value::Nothing, |(_, value)| value.clone())
        };
        for (id, value) in &before {
            self.push(Aspect::Status, Some(id.clone()), value.clone(), find(&after, id));
        }
        for (id, value) in after {
            if find(&before, &id) == Value::Nothing {
                self.push(Aspect::Status, Some(id), Value::Nothing, value);
            }
        }
    }
}

/// An event, and the timeline that knows its services.
type Of<'a> = (&'a Timeline, &'a Event);

fn texts(all: &[SafeText]) -> Vec<String> {
    all.iter().map(ToString::to_string).collect()
}

pub(super) fn event(before: Of<'_>, after: Of<'_>) -> Vec<Field> {
    let (a, b) = (before.1, after.1);
    let mut fields = Fields::default();
    fields.value(Aspect::At, a.at.into(), b.at.into());
    fields.value(Aspect::Until, Value::of(a.until), Value::of(b.until));
    fields.value(Aspect::Precision, a.precision.into(), b.precision.into());
    fields.value(Aspect::Kind, a.kind.into(), b.kind.into());
    fields.value(Aspect::Phase, Value::of(a.phase), Value::of(b.phase));
    fields.localized(Aspect::Title, &a.title, &b.title);
    fields.localized(Aspect::Body, &a.body, &b.body);
    fields.statuses(before, after);
    let touched = |(timeline, event): Of<'_>| -> Vec<String> {
        event.services.iter().map(|id| timeline.service(*id).id.to_string()).collect()
    };
    fields.list(Aspect::Services, touched(before), touched(after));
    let reading = |event: &Event| {
        event.recovery.map_or(Value::Nothing, |read| Value::Percent(read.percent, read.basis))
    };
    fields.value(Aspect::Recovery, reading(a), reading(b));
    fields.value(Aspect::Confidence, Value::of(a.confidence), Value::of(b.confidence));
    let sources = |event: &Event| -> Vec<String> {
        let url = |url: &SafeText| format!(" <{url}>");
        let one = |source: &crate::model::Source| {
            format!("{}{}", source.name, source.url.as_ref().map(url).unwrap_or_default())
        };
        event.sources.iter().map(one).collect()
    };
    fields.list(Aspect::Sources, sources(a), sources(b));
    fields.text(Aspect::Author, a.author.as_ref(), b.author.as_ref());
    fields.list(Aspect::Tags, texts(&a.tags), texts(&b.tags));
    fields.value(Aspect::Pinned, Value::Switch(a.pinned), Value::Switch(b.pinned));
    fields.value(Aspect::Private, Value::Switch(a.private), Value::Switch(b.private));
    fields.0
}

pub(super) fn service(a: &Service, b: &Service) -> Vec<Field> {
    let mut fields = Fields::default();
    fields.localized(Aspect::Name, &a.name, &b.name);
    fields.localized(Aspect::Group, &a.group, &b.group);
    fields.value(Aspect::Weight, Value::Number(a.weight), Value::Number(b.weight));
    fields.value(Aspect::Counts, Value::Switch(a.counts), Value::Switch(b.counts));
    fields.0
}

pub(super) fn action(a: &Action, b: &Action) -> Vec<Field> {
    let mut fields = Fields::default();
    fields.localized(Aspect::Task, &a.task, &b.task);
    fields.text(Aspect::Owner, a.owner.as_ref(), b.owner.as_ref());
    fields.text(Aspect::Due, a.due.as_ref(), b.due.as_ref());
    fields.value(Aspect::Done, Value::Switch(a.done), Value::Switch(b.done));
    fields.text(Aspect::Priority, a.priority.as_ref(), b.priority.as_ref());
    fields.0
}

/// A link with its titles in one line.
pub(super) fn link(link: &Link) -> String {
    let titles: Vec<&str> = link.title.all().filter(|title| **title != *link.url).collect();
    if titles.is_empty() {
        link.url.to_string()
    } else {
        format!("{} <{}>", titles.join(" / "), link.url)
    }
}

/// A check of the file in one line.
pub(super) fn check(check: &Expectation, timeline: &Timeline) -> String {
    let mut parts = vec![check.at.rfc3339()];
    parts.extend(check.phase.map(|phase| format!("phase={}", phase.word())));
    let statuses = check.status.iter();
    parts.extend(
        statuses.map(|(id, status)| format!("{}={}", timeline.service(*id).id, status.word())),
    );
    parts.join(" ")
}
