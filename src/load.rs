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

mod code;
mod diagnostic;
mod fetch;
mod grammar;
mod import;
mod markdown;
mod merge;
mod nearest;
mod places;
mod read;
mod render;
mod report;
mod schema;
mod source;
mod tree;
mod yaml;

use crate::model::{Finding, Incident};

pub use code::{Code, Level};
pub use diagnostic::{Diagnostic, Position};
pub use fetch::fetch;
pub use import::{Format, Target, Wanted};
pub use merge::merge;
pub use report::Report;
pub use schema::schema;

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

/// Reads a file's bytes. `name` is what messages call it.
pub fn read(name: &str, bytes: &[u8]) -> Result<Loaded, Report> {
    read_wanted(name, bytes, &Wanted::default())
}

/// Reads a file's bytes: our own format, or one of those of other programs. Of a file of many
/// incidents the one that is wanted.
pub fn read_wanted(name: &str, bytes: &[u8], wanted: &Wanted) -> Result<Loaded, Report> {
    let source = Source::decode(name, bytes)?;
    let mut faults = Faults::default();
    let import = parse(&source, wanted, &mut faults);
    let format = import.format;
    let read = import.choose(wanted, &mut faults).map(|mut draft| {
        draft.faults.drain(..).for_each(|fault| faults.push(fault));
        draft
    });
    let report = Report::new(source, faults);
    match read {
        Some(Draft { incident, places, .. }) if !report.has_errors() => {
            Ok(Loaded { incident, report, format, places })
        }
        _ => Err(report),
    }
}

/// The incidents of a file.
#[derive(Debug, Clone)]
pub struct Listed {
    /// In the order of time.
    pub incidents: Vec<Incident>,
    /// Pieces of announced work that are not among them.
    pub planned: usize,
    /// Incidents of which nothing could be read, each with the reasons; and how many warnings the
    /// others have.
    pub unread: Report,
    pub warnings: usize,
}

/// The incidents of a file, and how many pieces of announced work it holds besides, which are
/// among them only if `planned` is set.
pub fn incidents(
    name: &str,
    bytes: &[u8],
    wanted: &Wanted,
    planned: bool,
) -> Result<(Vec<Incident>, usize), Report> {
    list(name, bytes, wanted, planned).map(|listed| (listed.incidents, listed.planned))
}

/// The same, with what could not be read.
///
/// # Errors
///
/// What is wrong with a file of which nothing can be read.
pub fn list(name: &str, bytes: &[u8], wanted: &Wanted, planned: bool) -> Result<Listed, Report> {
    let source = Source::decode(name, bytes)?;
    let mut faults = Faults::default();
    let Import { format, drafts } = parse(&source, wanted, &mut faults);
    let (works, others): (Vec<Draft>, Vec<Draft>) =
        drafts.into_iter().partition(|draft| draft.planned && !planned);
    let (mut incidents, mut warnings) = (Vec::new(), 0);
    let is_broken = faults.errors() > 0;
    for mut draft in others {
        if format.is_some() {
            draft.check();
            draft.call(wanted.name.as_deref());
        }
        if draft.incident.events.is_empty() {
            draft.faults.drain(..).for_each(|fault| faults.push(fault));
        } else {
            warnings += draft.faults.len();
            incidents.push(draft.incident);
        }
    }
    let unread = Report::new(source, faults);
    if is_broken || (incidents.is_empty() && unread.has_errors()) {
        return Err(unread);
    }
    Ok(Listed { incidents, planned: works.len(), unread, warnings })
}

/// Recognises what a text is, and reads it.
fn parse(source: &Source, wanted: &Wanted, faults: &mut Faults) -> Import {
    if markdown::is_report(source.text()) {
        let root = markdown::parse(source.text(), faults);
        return own(Some(root), faults);
    }
    if let Some(import) = import::from_text(source.text(), wanted) {
        return import;
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
    own(root, faults)
}

/// What is in our own format, whatever it was written in.
fn own(root: Option<tree::Node>, faults: &mut Faults) -> Import {
    let own = read::incident(root, faults);
    let drafts = own.into_iter().map(|(incident, places)| Draft::of(incident, places)).collect();
    Import { format: None, drafts }
}
