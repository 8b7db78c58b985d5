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
mod markdown;
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
pub use report::Report;
pub use schema::schema;

use places::Places;
use report::Faults;
use source::Source;

/// An incident, and what is doubtful about its file.
#[derive(Debug, Clone)]
pub struct Loaded {
    pub incident: Incident,
    /// Warnings; errors too once [`Loaded::note`] has been told of them.
    pub report: Report,
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
    let source = Source::decode(name, bytes)?;
    let mut faults = Faults::default();
    let parsed = if markdown::is_report(source.text()) {
        Ok(Some(markdown::parse(source.text(), &mut faults)))
    } else {
        yaml::parse(source.text(), &mut faults)
    };
    let read = match parsed {
        Ok(root) => read::incident(root, &mut faults),
        Err(fault) => {
            faults.push(*fault);
            None
        }
    };
    let report = Report::new(source, faults);
    match read {
        Some((incident, places)) if !report.has_errors() => Ok(Loaded { incident, report, places }),
        _ => Err(report),
    }
}
