//! What others may see of files: pictures, films, reports and `show` are made of this alone.

use std::path::PathBuf;

use super::args::View;
use super::environment;
use super::input::Input;
use super::picture::wrong;
use super::say_error;
use crate::app::File;
use crate::load::Report;
use crate::text::{Cover, Msg, SafeText, Words, cover_all};
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

/// A filter that asks for what is to be covered would show it: the filter stands in what is made.
pub(super) fn refuse_covered(filter: Option<&str>, redact: &[String], words: Words) -> Option<u8> {
    let filter = filter?;
    let mut covers = redact.iter().filter_map(|phrase| Cover::new(phrase));
    covers
        .any(|cover| !cover.hits(filter).is_empty())
        .then(|| wrong("--filter", words.say(Msg::FilterCovered)))
}

/// The name and the incident with the phrases covered. One that stands nowhere is said to: what it was
/// meant to cover is still to be read.
fn covered(
    phrases: &[String],
    name: &SafeText,
    timeline: &Timeline,
    words: Words,
) -> (SafeText, Timeline) {
    let covers: Vec<Cover> = phrases.iter().filter_map(|phrase| Cover::new(phrase)).collect();
    let (incident, found) = timeline.incident().clone().redacted(&covers);
    let mut stands = found.into_iter();
    for phrase in phrases {
        let is_covered = Cover::new(phrase)
            .is_some_and(|cover| stands.next() == Some(true) || !cover.hits(name).is_empty());
        if !is_covered {
            let why = words.say(Msg::RedactNothing);
            say_error(&format!("--redact {:?}: {why}", SafeText::line(phrase)));
        }
    }
    let name = SafeText::line(&cover_all(name, &covers));
    (name, Timeline::new(incident))
}

impl Seen {
    /// Opens what the command line names; what is wrong with it is the error.
    pub(super) fn open(asked: Asked, options: &View) -> Result<Self, Report> {
        let words = environment::words(options);
        let input = Input::new(asked.files, options, words).public(!asked.private);
        let (timeline, mark, left_out) = input.open_told()?;
        let name = input.into_short_name();
        let (name, timeline) = match asked.redact {
            [] => (name, timeline),
            phrases => covered(phrases, &name, &timeline, words),
        };
        Ok(Self { name, timeline, mark, left_out })
    }

    /// For a viewer. What is doubtful about the files speaks of private events too, so nothing is.
    pub(super) fn file(&self) -> File {
        File { name: self.name.clone(), report: Report::clean(&self.name) }
    }
}
