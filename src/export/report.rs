//! `report`: the postmortem's facts as Markdown, as a page, or in a template of the user's.
//!
//! Everything that can be told from the file, in the order in which a postmortem tells it; whether
//! each end of a measure is given or derived, and the basis of each figure, stand beside it.

mod facts;
mod gantt;
mod gather;
mod markdown;
mod words;

use super::html;
use super::template::{self, TemplateError};
use crate::app::Filter;
use crate::model::Zone;
use crate::text::{SafeText, Words};
use crate::timeline::Timeline;

pub(super) use facts::Facts;

/// What is reported, and how.
#[derive(Debug, Clone)]
pub struct ReportOptions {
    pub words: Words,
    /// The zone times are told in, beside UTC.
    pub zone: Zone,
    /// Which events the timeline's table holds.
    pub filter: Filter,
    /// The filter as it was typed.
    pub asked: SafeText,
    /// How many private events the incident lacks.
    pub left_out: usize,
    /// Also the services in trouble as a diagram in Mermaid; Markdown only.
    pub gantt: bool,
    /// The texts of the events behind the table; Markdown only, a page always has them.
    pub texts: bool,
    /// Pictures that lie beside it; Markdown only.
    pub pictures: Vec<ReportPicture>,
}

impl ReportOptions {
    /// All events, and nothing that has to be asked for.
    pub fn new(words: Words, zone: Zone) -> Self {
        Self {
            words,
            zone,
            filter: Filter::default(),
            asked: SafeText::default(),
            left_out: 0,
            gantt: false,
            texts: false,
            pictures: Vec::new(),
        }
    }
}

/// A picture that a report shows.
#[derive(Debug, Clone)]
pub struct ReportPicture {
    /// Its name, in the folder of the report.
    pub file: SafeText,
    /// What it shows, in sentences.
    pub alt: SafeText,
}

/// The report, as Markdown for GitHub, GitLab and pandoc.
pub fn report_markdown(timeline: &Timeline, options: &ReportOptions) -> String {
    let gantt = if options.gantt { gantt::gantt(timeline, options) } else { String::new() };
    markdown::write(&gather::facts(timeline, options), &gantt, options)
}

/// The report, as one page of HTML that refers to nothing outside itself.
///
/// # Errors
///
/// None that a file can cause: the template is the program's own.
pub fn report_html(timeline: &Timeline, options: &ReportOptions) -> Result<String, TemplateError> {
    html::page(&gather::facts(timeline, options), timeline, options)
}

/// The report, written by a template. What its name ends in decides what is escaped.
pub fn report_template(
    timeline: &Timeline,
    options: &ReportOptions,
    name: &str,
    source: &str,
) -> Result<String, TemplateError> {
    template::render(name, source, &gather::facts(timeline, options))
}
