//! `check`: all that is wrong or doubtful about files.

use serde_json::{Value, json};

use super::args::{Check, View};
use super::input::Input;
use super::{FAULTY, FINE, environment, say};
use crate::load::Report;
use crate::text::Msg;

pub(super) fn run(check: &Check, options: &View) -> color_eyre::Result<u8> {
    let words = environment::words(options);
    let color = environment::color(options, &std::io::stdout());
    let mut code = FINE;
    let mut files: Vec<Value> = Vec::new();
    for path in &check.files {
        let input = Input::new(std::slice::from_ref(path), options, words);
        let opened = input.open();
        let report: &Report = match &opened {
            Ok((_, report)) | Err(report) => report,
        };
        if report.has_errors() || (check.strict && report.warnings() > 0) {
            code = FAULTY;
        }
        if check.json {
            files.push(report.json(words));
            continue;
        }
        say(&report.render(words, color))?;
        if let Ok((timeline, report)) = &opened {
            let events = words.count(timeline.len(), Msg::EventsOne, Msg::EventsMany);
            let warnings = match report.warnings() {
                0 => words.say(Msg::CheckClean).to_owned(),
                n => words.count(n, Msg::CheckWarningsOne, Msg::CheckWarningsMany),
            };
            say(&format!("{}: {events}, {warnings}\n", input.name))?;
        }
    }
    if check.json {
        let answer = match <[Value; 1]>::try_from(files) {
            Ok([only]) => only,
            Err(files) => json!({"schema": "outage-tui/check/1", "files": files}),
        };
        say(&format!("{answer:#}\n"))?;
    }
    Ok(code)
}
