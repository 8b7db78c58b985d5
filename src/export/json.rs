//! `show --json`: the contract `outage-tui/show/1`.
//!
//! Fields are only ever added under this name. Times are RFC 3339 in UTC, lengths whole seconds,
//! what is not known is null.

use serde_json::{Value, json};

use super::ShowOptions;
use crate::model::{Confidence, Event, Localized, Phase, Severity, Status, Time};
use crate::timeline::{Counts, Measure, Milestone, ServiceNow, Timeline};

/// The incident at a moment.
pub fn show_json(timeline: &Timeline, options: &ShowOptions) -> Value {
    let at = options.at;
    let incident = timeline.incident();
    let moment = timeline.moment(at);
    let so_far = timeline.row_at(at).map_or(0, |row| row + 1);
    let text = |text: &Localized| text.get(options.words.lang).to_owned();
    json!({
        "schema": "outage-tui/show/1",
        "id": incident.id.as_deref(),
        "title": text(&incident.title),
        "severity": incident.severity.map(Severity::word),
        "summary": text(&incident.summary),
        "cause": text(&incident.cause),
        "timezone": incident.zone.name(),
        "at": at.rfc3339(),
        "since_start_s": moment.since_start.map(|since| since.0),
        "phase": moment.phase.word(),
        "phase_since": moment.phase_since.map(Time::rfc3339),
        "milestones": milestones(timeline),
        "recovery": moment.recovery.map(|recovery| json!({
            "percent": recovery.percent,
            "basis": recovery.basis.word(),
            "read_at": recovery.read_at.map(Time::rfc3339),
        })),
        "counts": counts(moment.counts),
        "services": moment
            .services
            .iter()
            .map(|now| service(timeline, now, options))
            .collect::<Vec<_>>(),
        "measures": measures(timeline, at),
        "gaps": timeline.gaps().iter().map(|gap| json!({
            "from": gap.from.rfc3339(),
            "to": gap.to.rfc3339(),
            "seconds": gap.seconds(),
        })).collect::<Vec<_>>(),
        "events": timeline.len(),
        "events_so_far": so_far,
        "timeline": timeline
            .events()
            .take(so_far)
            .map(|entry| event(timeline, entry, options))
            .collect::<Vec<_>>(),
    })
}

fn counts(counts: Counts) -> Value {
    json!({
        "back": counts.back,
        "recovering": counts.recovering,
        "degraded": counts.degraded,
        "down": counts.down,
        "unknown": counts.unknown,
        "total": counts.total(),
    })
}

fn event(timeline: &Timeline, event: &Event, options: &ShowOptions) -> Value {
    json!({
        "at": event.at.rfc3339(),
        "precision": event.precision.word(),
        "until": event.until.map(Time::rfc3339),
        "kind": event.kind.word(),
        "title": event.title.get(options.words.lang),
        "confidence": event.confidence.map(Confidence::word),
        "services": event.touched().map(|id| &*timeline.service(id).id).collect::<Vec<_>>(),
        "tags": event.tags.iter().map(|tag| &**tag).collect::<Vec<_>>(),
    })
}

fn milestones(timeline: &Timeline) -> Value {
    Phase::MILESTONES
        .into_iter()
        .map(|phase| {
            let value = timeline.milestone(phase).map(
                |milestone| json!({"at": milestone.at.rfc3339(), "derived": milestone.derived}),
            );
            (phase.word().to_owned(), json!(value))
        })
        .collect::<serde_json::Map<_, _>>()
        .into()
}

fn service(timeline: &Timeline, now: &ServiceNow, options: &ShowOptions) -> Value {
    let service = timeline.service(now.id);
    let times = timeline.time_in_status(now.id, options.at);
    let times: serde_json::Map<String, Value> = Status::ALL
        .into_iter()
        .map(|status| (status.word().to_owned(), json!(times[status as usize])))
        .collect();
    json!({
        "id": &*service.id,
        "name": service.name.get(options.words.lang),
        "counts": service.counts,
        "status": now.status.word(),
        "since": now.since.map(Time::rfc3339),
        "down_s": now.down_seconds,
        "seconds_in": times,
    })
}

/// Each length in seconds, with both its ends beside it.
fn measures(timeline: &Timeline, at: Time) -> Value {
    let mut all = serde_json::Map::new();
    let mut ends = serde_json::Map::new();
    for measure in timeline.measures_at(at) {
        let word = measure.kind.word();
        all.insert(format!("{word}_s"), json!(measure.seconds()));
        ends.insert(word.to_owned(), both_ends(measure));
    }
    all.insert("ends".to_owned(), ends.into());
    all.into()
}

fn both_ends(measure: Measure) -> Value {
    let end = |milestone: Option<Milestone>| {
        milestone.map(|m| json!({"at": m.at.rfc3339(), "derived": m.derived}))
    };
    json!({"from": end(measure.from), "to": end(measure.to)})
}
