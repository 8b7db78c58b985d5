//! The wide shape of spreadsheets: a row for each incident, columns for each of its phases
//! (`identified_timestamp`, `identified_description`), and a column of 0 and 1 for each service.
//!
//! A row says which services were touched and how bad the whole was, so the lanes are inferred.

use super::{Record, columns::normal};
use crate::{
    load::import::{
        Wanted,
        draft::{Draft, line, set, told},
    },
    model::{Kind, Phase, ServiceId, Severity, Status, Zone},
    text::Msg,
};

/// The phases that have columns of their own.
const PHASES: [&str; 5] = ["investigating", "identified", "monitoring", "resolved", "postmortem"];

pub(super) fn is_one(head: &[&str]) -> bool {
    let has = |phase: &&&str| head.iter().any(|name| normal(name) == format!("{phase}_timestamp"));
    PHASES.iter().filter(has).count() > 1
}

pub(super) fn read(heads: &[String], rows: &[Record<'_>], wanted: &Wanted) -> Vec<Draft> {
    let heads: Vec<String> = heads.iter().map(|head| normal(head)).collect();
    let zone = wanted.zone.unwrap_or_default();
    let services = services(&heads, rows);
    let wide = Wide { heads, services, zone };
    rows.iter().map(|row| wide.incident(row)).collect()
}

/// The columns that hold nothing but 0 and 1.
fn services(heads: &[String], rows: &[Record<'_>]) -> Vec<usize> {
    let is_switch = |column: &usize| {
        !heads[*column].contains("_flag")
            && !heads[*column].contains("level")
            && rows.iter().all(|row| matches!(row.cell(*column), "0" | "1"))
    };
    (0..heads.len()).filter(is_switch).collect()
}

struct Wide {
    heads: Vec<String>,
    services: Vec<usize>,
    zone: Zone,
}

impl Wide {
    fn cell<'r>(&self, row: &'r Record<'_>, names: &[&str]) -> &'r str {
        let found = names.iter().find_map(|name| self.heads.iter().position(|head| head == name));
        found.map_or("", |column| row.cell(column))
    }

    fn incident(&self, row: &Record<'_>) -> Draft {
        let title = self.cell(row, &["incident_title", "title", "name"]);
        let id = self.cell(row, &["incident_id", "id"]);
        let mut draft = Draft::new(title, Msg::FormatTable, row.span).id(Some(id));
        draft.incident.zone = self.zone;
        let level = self.cell(row, &["incident_impact_level", "impact_level", "impact"]);
        let (severity, status) = impact(level);
        draft.incident.severity = severity.and_then(Severity::parse);
        for phase in PHASES {
            self.phase(row, phase, &mut draft);
        }
        draft.sort();
        self.lanes(row, status, &mut draft);
        draft
    }

    fn phase(&self, row: &Record<'_>, phase: &str, draft: &mut Draft) {
        let column = |end: &str| self.cell(row, &[&format!("{phase}_{end}")]).to_owned();
        let at = column("timestamp");
        if at.is_empty() || column("flag") == "0" {
            return;
        }
        let Some((at, place)) = draft.moment(&at, row.span, self.zone) else { return };
        let mut event = told(at, Kind::Communication, &column("description"), phase);
        event.tags.push(line(phase));
        if phase == "resolved" {
            event.kind = Kind::Recovery;
            event.phase = Some(Phase::Resolved);
        }
        draft.event(event, place);
    }

    /// From the first event to the resolution each service is what the whole was.
    fn lanes(&self, row: &Record<'_>, status: Option<Status>, draft: &mut Draft) {
        let start = self.cell(row, &["start_timestamp", "start"]);
        if let Some((at, place)) =
            (!start.is_empty()).then(|| draft.moment(start, row.span, self.zone)).flatten()
        {
            let first = draft.first().unwrap_or(at);
            draft.milestone(Phase::Started, at.min(first), place);
        }
        let touched = self.services.iter().filter(|column| row.cell(**column) == "1");
        let touched: Vec<ServiceId> = touched
            .filter_map(|column| draft.service(&self.heads[*column], "", row.span))
            .collect();
        let Some(status) = status else {
            if let Some(first) = draft.events.first_mut() {
                first.services = touched;
            }
            return;
        };
        if let Some(first) = draft.events.first_mut() {
            first.kind = Kind::Detection;
            for id in &touched {
                set(first, *id, status, true);
            }
        }
        let over = |event: &&mut crate::model::Event| event.phase == Some(Phase::Resolved);
        if let Some(end) = draft.events.iter_mut().rev().find(over) {
            for id in &touched {
                set(end, *id, Status::Operational, true);
            }
        }
    }
}

/// Levels 0 to 3, or their words.
fn impact(level: &str) -> (Option<&'static str>, Option<Status>) {
    match level {
        "1" | "minor" => (Some("minor"), Some(Status::Degraded)),
        "2" | "major" => (Some("major"), Some(Status::PartialOutage)),
        "3" | "critical" => (Some("critical"), Some(Status::MajorOutage)),
        _ => (None, None),
    }
}
