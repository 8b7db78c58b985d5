//! `list`: the incidents of files and folders, or those that are built in, with their measures.

use std::fmt::Write;
use std::path::PathBuf;

use serde_json::{Value, json};

use super::args::{List, View};
use super::input::parts;
use super::library::ENDINGS;
use super::{FAULTY, FINE, environment, refuse, say, say_error, shelf};
use crate::app::shelf::{Entry, Found};
use crate::model::Severity;
use crate::text::{Msg, Words, ascii_signs, pad, width};
use crate::timeline::{Heading, MeasureKind, Overall, tell};

pub(super) fn run(list: &List, options: &View) -> color_eyre::Result<u8> {
    print(&list.files, list.maintenance, list.json, options)
}

/// The list in place of the viewer, where nobody could see that.
pub(super) fn instead(options: &View) -> color_eyre::Result<u8> {
    print(&options.files, false, false, options)
}

fn print(
    files: &[PathBuf],
    planned: bool,
    as_json: bool,
    options: &View,
) -> color_eyre::Result<u8> {
    let words = environment::words(options);
    let parts = parts(files, options, words);
    // One file that cannot be read is no list of faults: it is told in full.
    if let ([_], [part]) = (files, &parts[..])
        && let Err(report) = part.list()
    {
        return Ok(refuse(&report, options));
    }
    let mut all = Found::default();
    for (file, part) in parts.iter().enumerate() {
        let found = shelf::found(part, file, planned);
        all.planned += found.planned;
        all.warnings += found.warnings;
        all.private += found.private;
        all.entries.extend(found.entries);
    }
    if all.entries.is_empty() && all.planned + all.private == 0 {
        let told = words.fill(Msg::ListNothing, &[&ENDINGS.join(", ")]);
        say_error(&format!("outage-tui: {told}"));
    }
    let start = |entry: &Entry| entry.told.as_ref().map(|heading| heading.start).ok();
    all.entries.sort_by_key(|entry| (entry.told.is_err(), start(entry)));
    let unread = all.entries.iter().any(|entry| entry.told.is_err());
    if as_json {
        say(&format!("{:#}\n", json_of(&all, words)))?;
    } else {
        let table = table(&all, options);
        say(&if environment::ascii(options) { ascii_signs(&table) } else { table.into() })?;
    }
    Ok(if unread { FAULTY } else { FINE })
}

fn headings(all: &Found) -> Vec<&Heading> {
    all.entries.iter().filter_map(|entry| entry.told.as_deref().ok()).collect()
}

/// The measures that have columns of their own; the length is the time to resolve.
const MEASURES: [MeasureKind; 2] = [MeasureKind::Detect, MeasureKind::Mitigate];

fn cells(heading: &Heading, options: &View) -> [String; 7] {
    let words = environment::words(options);
    let zone = options.zone.unwrap_or(heading.zone);
    let start = tell::listed(heading.start, heading.start_precision, zone);
    let [detect, mitigate] = MEASURES.map(|kind| tell::measure(heading.measure(kind), words));
    [
        heading.id.as_deref().unwrap_or("–").to_owned(),
        format!("{start} {}", zone.abbreviation(heading.start)),
        lasted(heading, words),
        detect,
        mitigate,
        heading.severity.map_or("–", Severity::word).to_owned(),
        heading.title.get(words.lang).to_owned(),
    ]
}

/// Of what was not resolved, how long it is known to have lasted.
fn lasted(heading: &Heading, words: Words) -> String {
    let length = tell::length(heading.length, heading.length_precision, words);
    if heading.over {
        length
    } else if heading.length > 0 {
        words.fill(Msg::ListAtLeast, &[&length])
    } else {
        "–".to_owned()
    }
}

fn table(all: &Found, options: &View) -> String {
    let words = environment::words(options);
    let name = |kind| words.say(tell::measure_name(kind)).to_owned();
    let heads = [Msg::ListStart, Msg::ListLength, Msg::ListSeverity, Msg::ListTitle];
    let [start, length, severity, title] = heads.map(|head| words.say(head).to_owned());
    let [detect, mitigate] = MEASURES.map(name);
    let mut rows = vec![["id".to_owned(), start, length, detect, mitigate, severity, title]];
    let headings = headings(all);
    rows.extend(headings.iter().map(|heading| cells(heading, options)));
    let mut out = columns(&rows);
    for entry in &all.entries {
        if let Err(why) = &entry.told {
            let why = why.message(words);
            // Writing to a string cannot fail.
            let _ = writeln!(out, "{}: {}: {why}", entry.file, words.say(Msg::ShelfUnreadable));
        }
    }
    if all.planned > 0 {
        out.push_str(&words.count(all.planned, Msg::ListPlannedOne, Msg::ListPlannedMany));
        out.push('\n');
    }
    if all.warnings > 0 {
        out.push_str(&words.count(all.warnings, Msg::ListWarningsOne, Msg::ListWarningsMany));
        out.push('\n');
    }
    if let Some(left_out) = tell::left_out(all.private, words) {
        out.push_str(&left_out);
        out.push('\n');
    }
    if headings.len() > 1 {
        out.push('\n');
        out.push_str(&overall(&Overall::new(&headings), &headings, words));
    }
    out
}

/// Cells under each other; the last column is as long as it is.
fn columns<const N: usize>(rows: &[[String; N]]) -> String {
    let widest =
        |column: usize| rows.iter().map(|row| width(&row[column])).max().unwrap_or_default();
    let widths: Vec<usize> = (0..N - 1).map(widest).collect();
    let line = |row: &[String; N]| {
        let cells = row.iter().zip(&widths).map(|(cell, width)| pad(cell, *width) + "  ");
        cells.collect::<String>() + &row[N - 1] + "\n"
    };
    rows.iter().map(line).collect()
}

/// Medians, the longest, and the kinds of cause.
fn overall(overall: &Overall, headings: &[&Heading], words: Words) -> String {
    let none = || "–".to_owned();
    let heads = [Msg::ColumnMeasure, Msg::ColumnMedian, Msg::ColumnOf, Msg::ColumnLongest];
    let mut rows = vec![heads.map(|head| words.say(head).to_owned())];
    rows.extend(overall.spreads.iter().map(|spread| {
        let mark = if spread.derived { "*" } else { "" };
        let longest = spread.longest.and_then(|(seconds, place)| {
            let title = headings.get(place)?.title.get(words.lang);
            Some(format!("{}  {title}", words.signed_duration(seconds)))
        });
        let median = spread.median.map(|it| format!("{}{mark}", words.signed_duration(it)));
        [
            words.say(tell::measure_label(spread.kind)).to_owned(),
            median.unwrap_or_else(none),
            words.number(spread.known as u64),
            longest.unwrap_or_else(none),
        ]
    }));
    let mut out = columns(&rows);
    if overall.knows_causes() {
        let heads = [Msg::ColumnCause, Msg::ColumnIncidents, Msg::MedianToResolve];
        let mut rows = vec![heads.map(|head| words.say(head).to_owned())];
        rows.extend(overall.causes.iter().map(|group| {
            let median = group.resolve.0.map(|median| words.signed_duration(median));
            let cause = group.cause.as_deref().unwrap_or(words.say(Msg::CauseUntold));
            let incidents = words.number(group.incidents as u64);
            [cause.to_owned(), incidents, median.unwrap_or_else(none)]
        }));
        out = out + "\n" + &columns(&rows);
    }
    out
}

fn json_of(all: &Found, words: Words) -> Value {
    let headings = headings(all);
    let overall = Overall::new(&headings);
    let rows =
        all.entries.iter().filter_map(|entry| Some(row(entry, entry.told.as_ref().ok()?, words)));
    let unread = all.entries.iter().filter_map(|entry| {
        let why = entry.told.as_ref().err()?;
        let (code, message) = (why.code().as_str(), why.message(words));
        Some(json!({"file": &*entry.file, "code": code, "message": message}))
    });
    let spreads = overall.spreads.iter().map(|spread| {
        let longest = spread.longest.map(|(seconds, _)| seconds);
        let figures = json!({
            "known": spread.known, "median_s": spread.median, "longest_s": longest,
            "derived": spread.derived,
        });
        (spread.kind.word().to_owned(), figures)
    });
    let causes = overall.causes.iter().map(|group| {
        json!({
            "cause": group.cause.as_deref(), "incidents": group.incidents,
            "median_resolve_s": group.resolve.0,
        })
    });
    json!({
        "schema": "outage-tui/list/1",
        "incidents": rows.collect::<Vec<_>>(),
        "unreadable": unread.collect::<Vec<_>>(),
        "maintenances_left_out": all.planned,
        "private_left_out": all.private,
        "warnings": all.warnings,
        "measures": spreads.collect::<serde_json::Map<_, _>>(),
        "causes": causes.collect::<Vec<_>>(),
    })
}

fn row(entry: &Entry, heading: &Heading, words: Words) -> Value {
    let mut row = json!({
        "id": heading.id.as_deref(),
        "file": &*entry.file,
        "started": heading.start.rfc3339(),
        "length_s": heading.length,
        "resolved": heading.over,
        "severity": heading.severity.map(Severity::word),
        "title": heading.title.get(words.lang),
        "events": heading.events,
        "services": heading.services,
        "causes": heading.causes.iter().map(|cause| &**cause).collect::<Vec<_>>(),
    });
    for measure in heading.measures {
        row[format!("{}_s", measure.kind.word())] = json!(measure.seconds());
    }
    row
}
