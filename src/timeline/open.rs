//! From a file's bytes to a timeline, with everything that is wrong or doubtful about them.

use super::{Timeline, audit};
use crate::load::{self, Report};

/// Reads, indexes and audits. The report of a good file holds its warnings; an `expect` that does
/// not hold is an error like any other.
pub fn open(name: &str, bytes: &[u8]) -> Result<(Timeline, Report), Report> {
    let mut loaded = load::read(name, bytes)?;
    let timeline = Timeline::new(loaded.incident.clone());
    loaded.note(&audit(&timeline));
    if loaded.report.has_errors() { Err(loaded.report) } else { Ok((timeline, loaded.report)) }
}
