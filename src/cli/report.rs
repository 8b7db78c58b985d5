//! `report`: the postmortem's facts, to a file or to standard output.

use super::args::{Report, View};
use super::input::Input;
use super::output::write_new;
use super::{FINE, USAGE, environment, refuse, say, say_error};
use crate::app::Filter;
use crate::export::{ReportOptions, report_markdown};
use crate::text::{Cover, SafeText};
use crate::timeline::Timeline;

pub(super) fn run(report: &Report, options: &View) -> color_eyre::Result<u8> {
    let words = environment::words(options);
    let (timeline, _) = match Input::new(report.file.as_deref(), words).open() {
        Ok(opened) => opened,
        Err(faults) => return Ok(refuse(&faults, options)),
    };
    let covers: Vec<Cover> = report.redact.iter().filter_map(|word| Cover::new(word)).collect();
    let timeline = Timeline::new(timeline.incident().clone().redacted(&covers));
    let filter = match Filter::parse(report.filter.as_deref().unwrap_or_default()) {
        Ok(filter) => filter,
        Err(error) => {
            say_error(&format!("--filter: {}", error.say(words)));
            return Ok(USAGE);
        }
    };
    let zone = options.zone.unwrap_or(timeline.incident().zone);
    let told = ReportOptions { words, zone, filter, private: report.private };
    let markdown = report_markdown(&timeline, &told);
    let Some(path) = &report.output else { return say(&markdown) };
    match write_new(path, markdown.as_bytes(), report.force) {
        Ok(()) => Ok(FINE),
        Err(refused) => {
            let name = SafeText::line(&path.display().to_string());
            say_error(&format!("{name}: {}", refused.say(words)));
            Ok(super::FAULTY)
        }
    }
}
