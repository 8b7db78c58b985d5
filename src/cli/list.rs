//! `list`: the incidents in a file of many.

use serde_json::{Value, json};

use super::args::{List, View};
use super::input::Input;
use super::{FAULTY, environment, refuse, say, say_error};
use crate::load::Listed;
use crate::model::{Incident, Phase, Severity, Time, Zone};
use crate::text::{Msg, Words, pad, width};
use crate::timeline::Timeline;

pub(super) fn run(list: &List, options: &View) -> color_eyre::Result<u8> {
    let words = environment::words(options);
    let input = Input::new(Some(&list.file), words).wanting(options);
    let listed = match input.list(list.maintenance) {
        Ok(found) => found,
        Err(report) => return Ok(refuse(&report, options)),
    };
    if list.json {
        let rows = listed.incidents.into_iter().map(|incident| Row::new(incident).json(words));
        let all = json!({
            "schema": "outage-tui/list/1",
            "incidents": rows.collect::<Vec<Value>>(),
            "maintenances_left_out": listed.planned,
            "unread": listed.unread.json(words)["diagnostics"],
            "warnings": listed.warnings,
        });
        return say(&format!("{all:#}\n"));
    }
    say(&table(listed, options))
}

/// The list in place of the viewer, where the file holds several incidents and none is chosen:
/// on standard output, or, where a person looks, beside it with a word how to go on.
pub(super) fn instead(input: &Input, options: &View, terminal: bool) -> color_eyre::Result<u8> {
    let table = match input.list(false) {
        Ok(listed) => table(listed, options),
        Err(report) => return Ok(refuse(&report, options)),
    };
    if !terminal {
        return say(&table);
    }
    say_error(table.trim_end());
    say_error(environment::words(options).say(Msg::ListPick));
    Ok(FAULTY)
}

/// One incident of the list.
struct Row {
    incident: Incident,
    start: Time,
    /// In seconds.
    length: i64,
    /// Whether it was over by the end of the file.
    over: bool,
}

impl Row {
    fn new(incident: Incident) -> Self {
        let timeline = Timeline::new(incident);
        let milestone = |phase| timeline.milestone(phase).map(|milestone| milestone.at);
        let start = milestone(Phase::Started).unwrap_or(timeline.first());
        let resolved = milestone(Phase::Resolved);
        let length = resolved.unwrap_or(timeline.last()).since(start);
        let incident = timeline.incident().clone();
        Self { incident, start, length, over: resolved.is_some() }
    }

    fn cells(&self, words: Words, zone: Option<Zone>) -> [String; 5] {
        let zone = zone.unwrap_or(self.incident.zone);
        let civil = zone.civil(self.start);
        let (date, clock) = (civil.date(), civil.short_clock());
        let length = words.duration(self.length);
        [
            self.incident.id.as_deref().unwrap_or("–").to_owned(),
            format!("{date} {clock} {}", zone.abbreviation(self.start)),
            if self.over { length } else { words.fill(Msg::ListAtLeast, &[&length]) },
            self.incident.severity.map_or("–", Severity::word).to_owned(),
            self.incident.title.get(words.lang).to_owned(),
        ]
    }

    fn json(&self, words: Words) -> Value {
        json!({
            "id": self.incident.id.as_deref(),
            "started": self.start.rfc3339(),
            "length_s": self.length,
            "resolved": self.over,
            "severity": self.incident.severity.map(Severity::word),
            "title": self.incident.title.get(words.lang),
            "events": self.incident.events.len(),
            "services": self.incident.services.len(),
        })
    }
}

/// The table, and below it what is left out; what could not be read goes to the error stream.
fn table(listed: Listed, options: &View) -> String {
    let words = environment::words(options);
    let (planned, warnings) = (listed.planned, listed.warnings);
    if listed.unread.iter().next().is_some() {
        let color = environment::color(options, &std::io::stderr());
        say_error(listed.unread.render(words, color).trim_end());
    }
    let rows: Vec<Row> = listed.incidents.into_iter().map(Row::new).collect();
    let heads = [Msg::ListStart, Msg::ListLength, Msg::ListSeverity, Msg::ListTitle];
    let [start, length, severity, title] = heads.map(|head| words.say(head).to_owned());
    let mut lines = vec![["id".to_owned(), start, length, severity, title]];
    lines.extend(rows.iter().map(|row| row.cells(words, options.zone)));
    let widest =
        |column: usize| lines.iter().map(|line| width(&line[column])).max().unwrap_or_default();
    let widths = [widest(0), widest(1), widest(2), widest(3)];
    let mut out = String::new();
    for line in &lines {
        for (cell, width) in line.iter().zip(widths) {
            out.push_str(&pad(cell, width));
            out.push_str("  ");
        }
        out.push_str(&line[4]);
        out.push('\n');
    }
    if planned > 0 {
        out.push_str(&words.count(planned, Msg::ListPlannedOne, Msg::ListPlannedMany));
        out.push('\n');
    }
    if warnings > 0 {
        out.push_str(&words.count(warnings, Msg::ListWarningsOne, Msg::ListWarningsMany));
        out.push('\n');
    }
    out
}
