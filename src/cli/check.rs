//! `check`: all that is wrong or doubtful about files: about each by itself, since files that are
//! checked together need not be about one incident; with `--joined` about what they make together.

use serde_json::{Value, json};

use super::args::{Check, View};
use super::input::Input;
use super::{FAULTY, FINE, environment, say};
use crate::load::{self, Code, Listed, Report};
use crate::text::{Msg, Words};
use crate::timeline::{Timeline, audit};

/// So many incidents that are doubtful are named; the rest are only counted.
const NAMED: usize = 8;

pub(super) fn run(check: &Check, options: &View) -> color_eyre::Result<u8> {
    let words = environment::words(options);
    let color = environment::color(options, &std::io::stdout());
    let inputs = check.files.iter().map(std::slice::from_ref);
    let mut checked: Vec<Checked> =
        inputs.map(|file| Checked::of(&Input::new(file, options, words), words)).collect();
    if check.joined && checked.len() > 1 {
        checked.extend(Checked::joined(&Input::new(&check.files, options, words), words));
    }
    let is_bad = |report: &Report| report.has_errors() || (check.strict && report.warnings() > 0);
    let code = if checked.iter().any(|one| is_bad(&one.report)) { FAULTY } else { FINE };
    if check.json {
        let files: Vec<Value> = checked.iter().map(|one| one.report.json(words)).collect();
        let answer = match <[Value; 1]>::try_from(files) {
            Ok([only]) => only,
            Err(files) => json!({"schema": "outage-tui/check/1", "files": files}),
        };
        say(&format!("{answer:#}\n"))?;
        return Ok(code);
    }
    for Checked { report, summary } in &checked {
        say(&report.render(words, color))?;
        say(&summary.as_ref().map_or_else(String::new, |line| format!("{line}\n")))?;
    }
    Ok(code)
}

/// What was found, and how much there is where it could be read.
struct Checked {
    report: Report,
    summary: Option<String>,
}

impl Checked {
    /// A file; of one of many incidents all.
    fn of(input: &Input, words: Words) -> Self {
        match input.open() {
            Ok((timeline, report)) => {
                let summary = summary(input, &timeline, &report, words);
                Self { report, summary: Some(summary) }
            }
            Err(report) if report.has(Code::ManyIncidents) => {
                Self::many(input, words).unwrap_or(Self { report, summary: None })
            }
            Err(report) => Self { report, summary: None },
        }
    }

    /// None where the file shall be one incident.
    fn many(input: &Input, words: Words) -> Option<Self> {
        let (listed, report, _) = input.only()?.list().ok()?;
        let incidents: Vec<_> = listed.iter().filter(|one| !one.planned).collect();
        let read = incidents.iter().filter_map(|one| one.incident.as_ref().ok());
        let events: usize = read.map(|incident| incident.events.len()).sum();
        let parts = [
            input.name.to_string(),
            words.number(incidents.len() as u64),
            words.count(events, Msg::EventsOne, Msg::EventsMany),
            doubtful(&report, words),
        ];
        let mut summary = words.fill(Msg::CheckIncidents, &parts.each_ref().map(String::as_str));
        if let Some(doubted) = doubted(listed, words) {
            summary = format!("{summary}\n{}: {doubted}", input.name);
        }
        Some(Self { report, summary: Some(summary) })
    }

    /// What several files make together; what is wrong with one of them has been said.
    fn joined(input: &Input, words: Words) -> Option<Self> {
        let timeline = match input.open() {
            Ok((timeline, _)) => timeline,
            // Each file is whole by itself, and yet it cannot be joined.
            Err(report) if report.has(Code::ManyIncidents) => {
                return Some(Self { report, summary: None });
            }
            Err(_) => return None,
        };
        let report = load::doubts(&input.name, timeline.incident(), &audit(&timeline));
        let summary = summary(input, &timeline, &report, words);
        Some(Self { report, summary: Some(summary) })
    }
}

fn summary(input: &Input, timeline: &Timeline, report: &Report, words: Words) -> String {
    let events = words.count(timeline.len(), Msg::EventsOne, Msg::EventsMany);
    format!("{}: {events}, {}", input.name, doubtful(report, words))
}

/// How many incidents of a file of many are doubtful each by itself, and which.
fn doubted(listed: Vec<Listed>, words: Words) -> Option<String> {
    let read = listed.into_iter().filter(|one| !one.planned).filter_map(|one| one.incident.ok());
    let timelines = read.map(Timeline::new).filter(|timeline| !audit(timeline).is_empty());
    let name = |timeline: Timeline| timeline.incident().id.as_deref().unwrap_or("–").to_owned();
    let names: Vec<String> = timelines.map(name).collect();
    let more = if names.len() > NAMED { ", …" } else { "" };
    let list = names.iter().take(NAMED).cloned().collect::<Vec<_>>().join(", ") + more;
    let count = words.count(names.len(), Msg::CheckDoubtedOne, Msg::CheckDoubtedMany);
    (!names.is_empty()).then(|| format!("{count}: {list}"))
}

fn doubtful(report: &Report, words: Words) -> String {
    match report.warnings() {
        0 => words.say(Msg::CheckClean).to_owned(),
        n => words.count(n, Msg::CheckWarningsOne, Msg::CheckWarningsMany),
    }
}
