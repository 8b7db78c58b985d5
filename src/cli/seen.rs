//! What others may see of a file: pictures, films, reports and `show` are made of this alone.

use std::path::Path;

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
    pub(super) file: Option<&'a Path>,
    /// Private events too.
    pub(super) private: bool,
    /// Phrases to be covered.
    pub(super) redact: &'a [String],
}

/// An incident without what is private, its words covered.
#[derive(Debug)]
pub(super) struct Seen {
    /// What the file is called. Where it lies on this machine is nobody's business.
    pub(super) name: SafeText,
    pub(super) timeline: Timeline,
    /// A short mark of the file's bytes.
    pub(super) mark: String,
    /// How many private events are left out.
    pub(super) left_out: usize,
}

impl Seen {
    /// Opens a file; what is wrong with it is the error.
    pub(super) fn open(asked: Asked, options: &View) -> Result<Self, Report> {
        let words = environment::words(options);
        Self::of(&Input::new(asked.file, words).wanting(options), asked, options)
    }

    /// The same of what is open already.
    pub(super) fn of(input: &Input, asked: Asked, options: &View) -> Result<Self, Report> {
        let words = environment::words(options);
        let (whole, _, mark) = input.open_marked()?;
        let covers: Vec<Cover> = asked.redact.iter().filter_map(|word| Cover::new(word)).collect();
        let incident = whole.incident().clone();
        let (incident, left_out) =
            if asked.private { (incident, 0) } else { incident.without_private() };
        let named = asked.file.and_then(Path::file_name).map(Path::new);
        let name = Input::new(named, words).into_name();
        Ok(Self {
            name: covers.iter().fold(name, |name, cover| SafeText::line(&cover.apply(&name))),
            timeline: Timeline::new(incident.redacted(&covers)),
            mark,
            left_out,
        })
    }

    /// For a viewer. What is doubtful about the file speaks of private events too, so nothing is.
    pub(super) fn file(&self) -> File {
        File { name: self.name.clone(), report: Report::clean(&self.name) }
    }
}
