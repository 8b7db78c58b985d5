//! From bytes to an incident, or to all that is wrong with them.
//!
//! ```text
//!   path ──fetch──▶ bytes ──source──▶ text ──yaml or markdown──▶ tree ──read──▶ incident
//!                     └────────┴────────┴───────────────────┴──▶ diagnostics ──▶ report
//! ```
//!
//! A file may come from a stranger, so every step refuses what it cannot bound; and it may be
//! written in a hurry, so a fault never hides the ones after it. What the steps know about the
//! format is one table, [`grammar`].

mod beside;
mod code;
mod diagnostic;
mod fetch;
mod grammar;
mod import;
mod listed;
mod markdown;
mod merge;
mod nearest;
mod pieces;
mod places;
mod progress;
mod read;
mod render;
mod report;
mod schema;
mod source;
mod tree;
mod yaml;

use std::borrow::Cow;
use std::sync::Arc;

use crate::model::{Finding, Incident};

pub use beside::side_by_side;
pub use code::{Code, Level};
pub use diagnostic::{Diagnostic, Position};
pub use fetch::{fetch, fetch_among, is_bundle, peek};
pub use import::{Format, Target, Wanted};
pub use listed::{Listed, incidents, nothing};
pub use merge::{far_apart, merge, shift};
pub(crate) use nearest::nearest;
pub use progress::Progress;
pub use report::Report;
pub use schema::schema;
pub(crate) use source::LARGEST;

use import::{Draft, Import};
use places::Places;
use report::Faults;
use source::Source;

/// An incident, and what is doubtful about its file.
#[derive(Debug, Clone)]
pub struct Loaded {
    pub incident: Incident,
    /// Warnings; errors too once [`Loaded::note`] has been told of them.
    pub report: Report,
    /// The format of another program that the file was in.
    pub format: Option<Format>,
    places: Places,
}

impl Loaded {
    /// Adds what the timeline noticed, each at its place in the file. An expectation that does
    /// not hold is an error, everything else a warning.
    pub fn note(&mut self, findings: &[Finding]) {
        let mut faults = Faults::default();
        for finding in findings {
            faults.push(self.places.diagnostic(finding, &self.incident));
        }
        self.report.add(faults);
    }
}

/// What the timeline noticed about an incident that no one file tells, such as one of several.
pub fn doubts(name: &str, incident: &Incident, findings: &[Finding]) -> Report {
    let mut faults = Faults::default();
    let places = Places::default();
    for finding in findings {
        faults.push(places.diagnostic(finding, incident));
    }
    Report::new(Source::without_text(name), faults)
}

/// Reads a file's bytes. `name` is what messages call it.
pub fn read(name: &str, bytes: &[u8]) -> Result<Loaded, Report> {
    read_wanted(name, bytes, &Wanted::default())
}

/// Reads a file's bytes: our own format, or one of those of other programs. Of a file of many
/// incidents the one that is wanted.
pub fn read_wanted<'b>(
    name: &str,
    bytes: impl Into<Cow<'b, [u8]>>,
    wanted: &Wanted,
) -> Result<Loaded, Report> {
    read_watched(name, bytes, wanted, &Progress::default())
}

/// The same; `progress` is counted up on the way.
pub fn read_watched<'b>(
    name: &str,
    bytes: impl Into<Cow<'b, [u8]>>,
    wanted: &Wanted,
    progress: &Progress,
) -> Result<Loaded, Report> {
    let source = Arc::new(Source::decode(name, bytes.into())?);
    let mut faults = Faults::default();
    let import = parse(&source, wanted, &mut faults, progress);
    let format = import.format;
    let read = import.choose(wanted, &mut faults).map(|mut draft| {
        draft.faults.drain(..).for_each(|fault| faults.push(fault));
        draft
    });
    let report = Report::new(source, faults);
    match read.filter(|_| !report.has_errors()).map(Draft::finish) {
        Some((incident, places)) => Ok(Loaded { incident, report, format, places }),
        None => Err(report),
    }
}

/// Reads what surely stands in the beginning of a file in our own format, events included; none
/// where that is not certain, or where something is wrong with it.
pub fn read_beginning(name: &str, bytes: &[u8]) -> Option<Incident> {
    // The last line may be cut anywhere, in the middle of a letter too.
    let whole = memchr::memrchr(pieces::last_byte(bytes), bytes)? + 1;
    let source = Source::decode(name, bytes[..whole].into()).ok()?;
    let text = pieces::beginning(source.text())?;
    let loaded = read(name, text.as_bytes()).ok()?;
    loaded.format.is_none().then_some(loaded.incident)
}

/// Recognises what a text is, and reads it.
fn parse(
    source: &Arc<Source>,
    wanted: &Wanted,
    faults: &mut Faults,
    progress: &Progress,
) -> Import {
    if markdown::is_report(source.text()) {
        let root = markdown::parse(source.text(), faults);
        return own(read::incident(Some(root), faults));
    }
    if let Some(import) = import::own_lines(source, wanted, progress) {
        return import;
    }
    if let Some(import) = import::from_text(source.text(), wanted) {
        return import;
    }
    if let Some((incident, places)) = pieces::read(source, faults, progress) {
        return own(Some((incident, places)));
    }
    let root = match yaml::parse(source.text(), faults) {
        Ok(root) => root,
        Err(fault) => {
            faults.push(import::strange_text(source.text()).unwrap_or(*fault));
            return Import::default();
        }
    };
    if let Some(import) = root.as_ref().and_then(|root| import::from_tree(root, wanted)) {
        return import;
    }
    let stranger = root.as_ref().and_then(|root| import::stranger(root, source.text()));
    if let Some(fault) = stranger {
        faults.push(fault);
        return Import::default();
    }
    own(read::incident(root, faults))
}

/// What is in our own format, whatever it was written in.
fn own(read: Option<(Incident, Places)>) -> Import {
    let drafts = read.into_iter().map(|(incident, places)| Draft::of(incident, places)).collect();
    Import { format: None, drafts }
}
