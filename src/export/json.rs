//! `show --json`: the contract `outage-tui/show/1`.
//!
//! Fields are only ever added under this name. Times are RFC 3339 in UTC, lengths whole seconds,
//! what is not known is null.

use std::collections::BTreeMap;

use serde::Serialize;

use super::ShowOptions;
use crate::model::{self, Confidence, Event, Phase, Severity, Status, Time};
use crate::timeline::{self, Counts, MeasureKind, Timeline};

/// The name of this shape.
const SCHEMA: &str = "outage-tui/show/1";

/// The incident at a moment.
#[derive(Debug, Serialize)]
pub(super) struct Show<'a> {
    schema: &'static str,
    id: Option<&'a str>,
    title: &'a str,
    severity: Option<&'static str>,
    summary: &'a str,
    cause: &'a str,
    timezone: String,
    at: String,
    since_start_s: Option<i64>,
    phase: &'static str,
    phase_since: Option<String>,
    milestones: BTreeMap<&'static str, Option<End>>,
    recovery: Option<Recovery>,
    counts: Harmed,
    services: Vec<Service<'a>>,
    measures: Measures,
    gaps: Vec<Gap>,
    /// Those that may be told.
    events: usize,
    /// Those at or before `at`: the length of `timeline`.
    events_so_far: usize,
    /// Those that nothing here tells of.
    private_left_out: usize,
    timeline: Vec<Entry<'a>>,
}

/// A milestone, and whether this program derived it.
#[derive(Debug, Clone, Serialize)]
struct End {
    at: String,
    derived: bool,
}

#[derive(Debug, Serialize)]
struct Recovery {
    /// 0 to 100.
    percent: f64,
    basis: &'static str,
    read_at: Option<String>,
}

/// The counted services that were harmed so far.
#[derive(Debug, Serialize)]
struct Harmed {
    back: usize,
    recovering: usize,
    degraded: usize,
    down: usize,
    unknown: usize,
    total: usize,
}

#[derive(Debug, Serialize)]
struct Service<'a> {
    id: &'a str,
    name: &'a str,
    counts: bool,
    status: &'static str,
    /// `reported`, `inferred` or `unknown`.
    known: &'static str,
    since: Option<String>,
    down_s: i64,
    seconds_in: BTreeMap<&'static str, i64>,
}

/// The lengths, and both ends of each.
#[derive(Debug, Serialize)]
struct Measures {
    detect_s: Option<i64>,
    acknowledge_s: Option<i64>,
    mitigate_s: Option<i64>,
    resolve_s: Option<i64>,
    ends: BTreeMap<&'static str, Ends>,
}

#[derive(Debug, Serialize)]
struct Ends {
    from: Option<End>,
    to: Option<End>,
}

#[derive(Debug, Serialize)]
struct Gap {
    from: String,
    to: String,
    seconds: i64,
}

#[derive(Debug, Serialize)]
struct Entry<'a> {
    at: String,
    until: Option<String>,
    precision: &'static str,
    kind: &'static str,
    title: String,
    confidence: Option<&'static str>,
    services: Vec<&'a str>,
    status: BTreeMap<&'a str, &'static str>,
    /// Those of `status` that nobody said.
    inferred: Vec<&'a str>,
    tags: Vec<String>,
}

/// The incident at a moment, as indented JSON.
///
/// # Errors
///
/// None that a file can cause: the shape has no map whose keys are not text.
pub fn show_json(timeline: &Timeline, options: &ShowOptions) -> serde_json::Result<String> {
    serde_json::to_string_pretty(&show(timeline, options))
}

pub(super) fn show<'a>(timeline: &'a Timeline, options: &ShowOptions) -> Show<'a> {
    let at = options.at;
    let lang = options.words.lang;
    let incident = timeline.incident();
    let moment = timeline.moment(at);
    let so_far = timeline.row_at(at).map_or(0, |row| row + 1);
    Show {
        schema: SCHEMA,
        id: incident.id.as_deref(),
        title: incident.title.get(lang),
        severity: incident.severity.map(Severity::word),
        summary: incident.summary.get(lang),
        cause: incident.cause.get(lang),
        timezone: incident.zone.name(),
        at: at.rfc3339(),
        since_start_s: moment.since_start.map(|since| since.0),
        phase: moment.phase.word(),
        phase_since: moment.phase_since.map(Time::rfc3339),
        milestones: Phase::MILESTONES
            .into_iter()
            .map(|phase| {
                let known = timeline.milestone(phase).filter(|milestone| milestone.at <= at);
                (phase.word(), known.map(End::from))
            })
            .collect(),
        recovery: moment.recovery.map(|recovery| Recovery {
            percent: recovery.percent,
            basis: recovery.basis.word(),
            read_at: recovery.read_at.map(Time::rfc3339),
        }),
        counts: Harmed::from(moment.counts),
        services: moment.services.iter().map(|now| service(timeline, now, options)).collect(),
        measures: measures(timeline, at),
        gaps: timeline.gaps().iter().filter(|gap| gap.to <= at).map(Gap::from).collect(),
        events: timeline.len(),
        events_so_far: so_far,
        private_left_out: options.left_out,
        timeline: timeline
            .events()
            .take(so_far)
            .map(|event| entry(timeline, &event, options))
            .collect(),
    }
}

fn service<'a>(
    timeline: &'a Timeline,
    now: &timeline::ServiceNow,
    options: &ShowOptions,
) -> Service<'a> {
    let service: &model::Service = timeline.service(now.id);
    let times = timeline.time_in_status(now.id, options.at);
    Service {
        id: &service.id,
        name: service.name.get(options.words.lang),
        counts: service.counts,
        status: now.status.word(),
        known: now.known.word(),
        since: now.since.map(Time::rfc3339),
        down_s: now.down_seconds,
        seconds_in: Status::ALL
            .into_iter()
            .map(|status| (status.word(), times[status as usize]))
            .collect(),
    }
}

fn measures(timeline: &Timeline, at: Time) -> Measures {
    let all = timeline.measures_at(at);
    let seconds = |kind: MeasureKind| all.iter().find(|m| m.kind == kind)?.seconds();
    Measures {
        detect_s: seconds(MeasureKind::Detect),
        acknowledge_s: seconds(MeasureKind::Acknowledge),
        mitigate_s: seconds(MeasureKind::Mitigate),
        resolve_s: seconds(MeasureKind::Resolve),
        ends: all
            .iter()
            .map(|measure| {
                let (from, to) = (measure.from.map(End::from), measure.to.map(End::from));
                (measure.kind.word(), Ends { from, to })
            })
            .collect(),
    }
}

fn entry<'a>(timeline: &'a Timeline, event: &Event, options: &ShowOptions) -> Entry<'a> {
    let id = |id| &*timeline.service(id).id;
    Entry {
        at: event.at.rfc3339(),
        until: event.until.map(Time::rfc3339),
        precision: event.precision.word(),
        kind: event.kind.word(),
        title: event.title.get(options.words.lang).to_owned(),
        confidence: event.confidence.map(Confidence::word),
        services: event.touched().map(id).collect(),
        status: event
            .status
            .iter()
            .map(|&(service, status)| (id(service), status.word()))
            .collect(),
        inferred: event.inferred.iter().map(|&service| id(service)).collect(),
        tags: event.tags.iter().map(ToString::to_string).collect(),
    }
}

impl From<timeline::Milestone> for End {
    fn from(milestone: timeline::Milestone) -> Self {
        Self { at: milestone.at.rfc3339(), derived: milestone.derived }
    }
}

impl From<Counts> for Harmed {
    fn from(counts: Counts) -> Self {
        let Counts { back, recovering, degraded, down, unknown } = counts;
        Self { back, recovering, degraded, down, unknown, total: counts.total() }
    }
}

impl From<&timeline::Gap> for Gap {
    fn from(gap: &timeline::Gap) -> Self {
        Self { from: gap.from.rfc3339(), to: gap.to.rfc3339(), seconds: gap.seconds() }
    }
}
