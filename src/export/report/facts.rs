//! What a report says: typed, in the words of its language, marked up for nothing yet.
//!
//! Markdown, HTML and the templates of users are all written from this. Times are told in the
//! zone of the report and in UTC (RFC 3339); what is not known is null.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Serialize;

use super::super::json::Show;

/// The whole report.
#[derive(Debug, Serialize)]
pub(in crate::export) struct Facts<'a> {
    /// The code of the language of all words.
    pub lang: &'static str,
    pub title: &'a str,
    pub severity: Option<&'static str>,
    pub id: Option<&'a str>,
    /// The name of the zone of all times that do not end in `Z`.
    pub zone: String,
    /// How many events there are, and how many private ones are left out.
    pub events: String,
    /// Markdown, like the cause.
    pub summary: &'a str,
    pub times: Vec<Milestone>,
    pub measures: Vec<Measure>,
    pub harm: Harm<'a>,
    pub cause: &'a str,
    pub recovery: Vec<Reading>,
    /// The filter as it was asked for, and how many events meet it; none without a filter.
    pub filter: Option<Filter>,
    pub timeline: Vec<Row<'a>>,
    pub gaps: Vec<Gap>,
    pub actions: Vec<Action<'a>>,
    /// Those of the timeline, in the order of their numbers.
    pub sources: Vec<Source>,
    pub links: Vec<Link<'a>>,
    /// Headings and labels.
    pub words: BTreeMap<&'static str, &'static str>,
    /// What `show --json` says of the end of the incident.
    pub show: Show<'a>,
}

impl Facts<'_> {
    /// Whether the report's zone is UTC itself.
    pub fn is_utc(&self) -> bool {
        self.zone == "UTC"
    }
}

/// One of the five times.
#[derive(Debug, Serialize)]
pub(in crate::export) struct Milestone {
    pub phase: &'static str,
    pub label: &'static str,
    pub end: Option<End>,
    /// Of an incident that is not over, that it is not.
    pub note: Option<String>,
}

/// A moment of the report.
#[derive(Debug, Clone, Serialize)]
pub(in crate::export) struct At {
    pub local: String,
    /// RFC 3339, or a date of the report's zone where only the day is known.
    pub utc: String,
    /// What this program knows beyond what is told, for when it reads the report again.
    pub kept: Option<String>,
}

/// A milestone as an end of something, and where it is known from.
#[derive(Debug, Clone, Serialize)]
pub(in crate::export) struct End {
    #[serde(flatten)]
    pub at: At,
    /// Whether the time is not exact.
    pub about: bool,
    pub derived: bool,
    pub origin: &'static str,
}

/// A length that postmortems compare.
#[derive(Debug, Serialize)]
pub(in crate::export) struct Measure {
    pub name: &'static str,
    pub short: &'static str,
    /// From which milestone to which.
    pub definition: String,
    pub seconds: Option<i64>,
    pub length: String,
    pub from: Option<End>,
    pub to: Option<End>,
}

/// Time in each status.
#[derive(Debug, Serialize)]
pub(in crate::export) struct Harm<'a> {
    /// The statuses that some service had, the worst first.
    pub statuses: Vec<Status>,
    pub services: Vec<Service<'a>>,
    /// From when to when is counted, and what the marks mean that stand in it.
    pub notes: Vec<String>,
}

#[derive(Debug, Clone, Serialize)]
pub(in crate::export) struct Status {
    pub word: &'static str,
    /// Where nobody said it, that it is inferred.
    pub label: Cow<'static, str>,
    pub glyph: char,
}

#[derive(Debug, Serialize)]
pub(in crate::export) struct Service<'a> {
    pub name: &'a str,
    pub counts: bool,
    /// By the order of the statuses; none where it never had one. With a `≥` where it still had it at the
    /// last entry, a `‡` where it is inferred in part.
    pub lengths: Vec<Option<String>>,
}

/// A reading of the recovery.
#[derive(Debug, Serialize)]
pub(in crate::export) struct Reading {
    pub at: At,
    /// Date and time of day, as exactly as they are known.
    pub when: String,
    /// Whether the time is not exact.
    pub about: bool,
    pub percent: String,
    pub basis: &'static str,
}

#[derive(Debug, Serialize)]
pub(in crate::export) struct Filter {
    pub text: String,
    pub shown: String,
}

/// An event of the timeline.
#[derive(Debug, Serialize)]
pub(in crate::export) struct Row<'a> {
    /// RFC 3339, or a date of the report's zone where only the day is known.
    pub utc: String,
    pub until_utc: Option<String>,
    /// What this program knows beyond what is told, for when it reads the report again: where it
    /// stands (RFC 3339, of a span two with a slash between), and the word of how exact it is.
    pub kept: Option<String>,
    /// Date and time of day, as exactly as they are known.
    pub when: String,
    pub until: Option<String>,
    /// Whether the time is not exact.
    pub about: bool,
    pub private: bool,
    pub author: Option<String>,
    /// From the start, with a `~` where it is not exact; none where only the day is known.
    pub since: Option<String>,
    pub kind: &'static str,
    pub kind_label: &'static str,
    pub title: String,
    /// Markdown.
    pub body: String,
    /// How exact and how sure it is, and who wrote it.
    pub known: Vec<String>,
    pub changes: Vec<Change<'a>>,
    /// Numbers of its sources.
    pub sources: Vec<usize>,
}

/// Services that an event puts into one status, or touches without a change.
#[derive(Debug, Serialize)]
pub(in crate::export) struct Change<'a> {
    pub services: Vec<&'a str>,
    pub status: Option<Status>,
}

#[derive(Debug, Serialize)]
pub(in crate::export) struct Gap {
    pub from: At,
    pub to: At,
    pub seconds: i64,
    pub told: String,
}

#[derive(Debug, Serialize)]
pub(in crate::export) struct Action<'a> {
    pub task: &'a str,
    pub owner: Option<&'a str>,
    pub due: Option<&'a str>,
    pub priority: Option<&'a str>,
    pub done: bool,
    pub state: &'static str,
}

#[derive(Debug, Serialize)]
pub(in crate::export) struct Source {
    pub number: usize,
    pub name: String,
    pub url: Option<String>,
    /// The address if it may be a link of a page: `http` and `https` only.
    pub href: Option<String>,
}

#[derive(Debug, Serialize)]
pub(in crate::export) struct Link<'a> {
    pub title: &'a str,
    pub url: &'a str,
    /// The address if it may be a link of a page: `http` and `https` only.
    pub href: Option<&'a str>,
}
