//! `report`: the postmortem's facts, to a file or to standard output.

mod pictures;

use std::path::Path;

use super::args::{Report, View};
use super::output::write_all;
use super::picture::{unnamed, wrong};
use super::seen::{Asked, Seen, refuse_covered};
use super::{USAGE, environment, refuse, say, say_error, warn_if_empty};
use crate::app::Filter;
use crate::export::{ReportOptions, TemplateError, report_html, report_markdown, report_template};
use crate::load::fetch;
use crate::text::{Msg, SafeText};
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

    /// What the name of a file asks for: one without an ending Markdown, one with another ending
    /// nothing that we write.
    fn of(path: &Path) -> Option<Self> {
        let Some(ending) = path.extension() else { return Some(Self::Markdown) };
        match ending.to_str()?.to_ascii_lowercase().as_str() {
            "md" | "markdown" => Some(Self::Markdown),
            "html" | "htm" => Some(Self::Html),
            _ => None,
        }
    }
}

/// What the report is written by.
enum Maker {
    Form(Form),
    /// A template: its name, and what it says.
    Template(String, String),
}

pub(super) fn run(report: &Report, options: &View) -> color_eyre::Result<u8> {
    let words = environment::words(options);
    let maker = match maker(report, options) {
        Ok(maker) => maker,
        Err(code) => return Ok(code),
    };
    let asked = Asked { files: &report.files, private: report.private, redact: &report.redact };
    let seen = match Seen::open(asked, options) {
        Ok(seen) => seen,
        Err(faults) => return Ok(refuse(&faults, options)),
    };
    let mut told = match told(report, options, &seen) {
        Ok(told) => told,
        Err(code) => return Ok(code),
    };
    let beside = match &report.output {
        Some(path) if report.pictures => pictures::beside(path, &seen, options)?,
        _ => Vec::new(),
    };
    told.pictures = beside.iter().map(|one| one.shown.clone()).collect();
    let written = match write(&seen.timeline, &told, &maker) {
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
    Ok(write_all(&files, report.force, words))
}

/// What is to be written, and whether that can be what the command line asks for.
fn maker(report: &Report, options: &View) -> Result<Maker, u8> {
    let words = environment::words(options);
    if options.all {
        return Err(wrong("--all", words.say(Msg::ReportOneIncident)));
    }
    if let Some(path) = &report.template {
        let source = fetch(path).map_err(|faults| refuse(&faults, options))?;
        // Bytes that are no text show as such in what it writes.
        let source = String::from_utf8_lossy(&source).into_owned();
        return Ok(Maker::Template(path.display().to_string(), source));
    }
    let output = report.output.as_deref();
    let by_name = output.map_or(Some(Form::Markdown), Form::of);
    let Some(form) = report.form.or(by_name) else {
        return Err(unnamed(output.unwrap_or(Path::new("")), Msg::ReportEnding, words));
    };
    for (option, is_given) in
        [("--gantt", report.gantt), ("--texts", report.texts), ("--pictures", report.pictures)]
    {
        if is_given && form != Form::Markdown {
            return Err(wrong(option, words.say(Msg::ReportMarkdownOnly)));
        }
    }
    Ok(Maker::Form(form))
}

/// What is to be told, by the words of the command line.
fn told(report: &Report, options: &View, seen: &Seen) -> Result<ReportOptions, u8> {
    let words = environment::words(options);
    if let Some(code) = refuse_covered(report.filter.as_deref(), &report.redact, words) {
        return Err(code);
    }
    let asked = report.filter.as_deref().unwrap_or_default();
    let filter = Filter::parse(asked).map_err(|error| wrong("--filter", &error.say(words)))?;
    let events = seen.timeline.events();
    let shown = events.filter(|event| filter.holds(event, &seen.timeline)).count();
    warn_if_empty(shown, asked, words);
    Ok(ReportOptions {
        filter,
        asked: SafeText::line(asked),
        left_out: seen.left_out,
        gantt: report.gantt,
        texts: report.texts,
        ..ReportOptions::new(words, options.zone.unwrap_or(seen.timeline.incident().zone))
    })
}

fn write(
    timeline: &Timeline,
    told: &ReportOptions,
    maker: &Maker,
) -> Result<String, TemplateError> {
    match maker {
        Maker::Template(name, source) => report_template(timeline, told, name, source),
        Maker::Form(Form::Markdown) => Ok(report_markdown(timeline, told)),
        Maker::Form(Form::Html) => report_html(timeline, told),
    }
}
