//! From a file's bytes to a timeline, with everything that is wrong or doubtful about them.

use super::{Timeline, audit};
use crate::load::{self, Format, Report, Wanted};

/// Reads, indexes and audits. The report of a good file holds its warnings; an `expect` that does
/// not hold is an error like any other.
pub fn open(name: &str, bytes: &[u8]) -> Result<(Timeline, Report), Report> {
    open_wanted(name, bytes, &Wanted::default()).map(|(timeline, report, _)| (timeline, report))
}

/// The same for one incident of a file that may be another program's; which program's it is.
pub fn open_wanted(
    name: &str,
    bytes: &[u8],
    wanted: &Wanted,
) -> Result<(Timeline, Report, Option<Format>), Report> {
    let mut loaded = load::read_wanted(name, bytes, wanted)?;
    let timeline = Timeline::new(loaded.incident.clone());
    loaded.note(&audit(&timeline));
    if loaded.report.has_errors() {
        Err(loaded.report)
    } else {
        Ok((timeline, loaded.report, loaded.format))
    }
}
