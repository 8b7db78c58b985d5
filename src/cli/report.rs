//! `report`: the postmortem's facts, to a file or to standard output.

mod pictures;

use std::path::Path;

use super::args::{Report, View};
use super::input::Input;
use super::output::write_new;
use super::{FINE, USAGE, environment, refuse, say, say_error};
use crate::app::{File, Filter};
use crate::export::{ReportOptions, TemplateError, report_html, report_markdown, report_template};
use crate::load::fetch;
use crate::text::{Cover, SafeText, Words};
use crate::timeline::Timeline;

/// What the report is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Markdown,
    Html,
}

impl Form {
    pub(super) const ALL: [Self; 2] = [Self::Markdown, Self::Html];

    /// The word on the command line.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Markdown => "md",
            Self::Html => "html",
        }
    }

    /// From its word.
    pub(super) fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|form| form.word() == word)
    }

    /// What the name of a file asks for.
    fn of(path: &Path) -> Self {
        let ending = path.extension().unwrap_or_default().to_ascii_lowercase();
        if ending == "html" || ending == "htm" { Self::Html } else { Self::Markdown }
    }
}

pub(super) fn run(report: &Report, options: &View) -> color_eyre::Result<u8> {
    let words = environment::words(options);
    let input = Input::new(&report.files, options, words).public(options.all && !report.private);
    let (whole, doubts, mark) = match input.open_marked() {
        Ok(opened) => opened,
        Err(faults) => return Ok(refuse(&faults, options)),
    };
    let covers: Vec<Cover> = report.redact.iter().filter_map(|word| Cover::new(word)).collect();
    let timeline = Timeline::new(whole.incident().clone().redacted(&covers));
    let mut told = match asked(report, options, &timeline) {
        Ok(told) => told,
        Err(code) => return Ok(code),
    };
    let beside = match &report.output {
        Some(path) if report.pictures => {
            let file = File { name: input.into_name(), report: doubts };
            pictures::beside(path, &pictures::Seen { file, timeline: &timeline, mark }, &told)?
        }
        _ => Vec::new(),
    };
    told.pictures = beside.iter().map(|one| one.shown.clone()).collect();
    let template = match report.template.as_deref().map(read).transpose() {
        Ok(template) => template,
        Err(faults) => return Ok(refuse(&faults, options)),
    };
    let written = match write(&timeline, &told, report, template.as_deref()) {
        Ok(written) => written,
        Err(error) => {
            say_error(&error.say(words));
            return Ok(USAGE);
        }
    };
    let Some(path) = &report.output else { return say(&written) };
    let mut files: Vec<(&Path, &[u8])> =
        beside.iter().map(|one| (one.path.as_path(), one.bytes.as_slice())).collect();
    files.push((path, written.as_bytes()));
    Ok(put(&files, report.force, words))
}

/// What is to be told, by the words of the command line.
fn asked(report: &Report, options: &View, timeline: &Timeline) -> Result<ReportOptions, u8> {
    let words = environment::words(options);
    let asked = report.filter.as_deref().unwrap_or_default();
    let filter = Filter::parse(asked).map_err(|error| {
        say_error(&format!("--filter: {}", error.say(words)));
        USAGE
    })?;
    Ok(ReportOptions {
        words,
        zone: options.zone.unwrap_or(timeline.incident().zone),
        filter,
        asked: SafeText::line(asked),
        private: report.private,
        gantt: report.gantt,
        pictures: Vec::new(),
    })
}

/// Writes files, the last of which shows the others.
fn put(files: &[(&Path, &[u8])], force: bool, words: Words) -> u8 {
    for (path, bytes) in files {
        if let Err(refused) = write_new(path, bytes, force) {
            let name = SafeText::line(&path.display().to_string());
            say_error(&format!("{name}: {}", refused.say(words)));
            return super::FAULTY;
        }
    }
    FINE
}

/// The text of a template; bytes that are no text show as such in what it writes.
fn read(path: &Path) -> Result<String, crate::load::Report> {
    fetch(path).map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
}

fn write(
    timeline: &Timeline,
    told: &ReportOptions,
    report: &Report,
    template: Option<&str>,
) -> Result<String, TemplateError> {
    if let (Some(path), Some(source)) = (&report.template, template) {
        return report_template(timeline, told, &path.display().to_string(), source);
    }
    let by_name = || report.output.as_deref().map_or(Form::Markdown, Form::of);
    match report.form.unwrap_or_else(by_name) {
        Form::Markdown => Ok(report_markdown(timeline, told)),
        Form::Html => report_html(timeline, told),
    }
}
