//! What others may see of files: pictures, films, reports and `show` are made of this alone.

use std::path::PathBuf;

use super::args::View;
use super::environment;
use super::input::Input;
use crate::app::File;
use crate::load::Report;
use crate::text::{Cover, SafeText};
use crate::timeline::Timeline;

/// What the command line says of it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Asked<'a> {
    pub(super) files: &'a [PathBuf],
    /// Private events too.
    pub(super) private: bool,
    /// Phrases to be covered.
    pub(super) redact: &'a [String],
}

impl<'a> Asked<'a> {
    /// Nothing private, and nothing covered.
    pub(super) fn of(files: &'a [PathBuf]) -> Self {
        Self { files, private: false, redact: &[] }
    }
}

/// An incident without what is private, its words covered.
#[derive(Debug)]
pub(super) struct Seen {
    /// What the files are called. Where they lie on this machine is nobody's business.
    pub(super) name: SafeText,
    pub(super) timeline: Timeline,
    /// A short mark of the files' bytes.
    pub(super) mark: String,
    /// How many private events are left out.
    pub(super) left_out: usize,
}

impl Seen {
    /// Opens what the command line names; what is wrong with it is the error.
    pub(super) fn open(asked: Asked, options: &View) -> Result<Self, Report> {
        let words = environment::words(options);
        let input = Input::new(asked.files, options, words).public(!asked.private);
        let (timeline, mark, left_out) = input.open_told()?;
        let covers: Vec<Cover> = asked.redact.iter().filter_map(|word| Cover::new(word)).collect();
        let name = input.into_short_name();
        let timeline = match &covers[..] {
            [] => timeline,
            covers => Timeline::new(timeline.incident().clone().redacted(covers)),
        };
        Ok(Self {
            name: covers.iter().fold(name, |name, cover| SafeText::line(&cover.apply(&name))),
            timeline,
            mark,
            left_out,
        })
    }

    /// For a viewer. What is doubtful about the files speaks of private events too, so nothing is.
    pub(super) fn file(&self) -> File {
        File { name: self.name.clone(), report: Report::clean(&self.name) }
    }
}
