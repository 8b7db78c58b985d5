//! From a file's bytes to a timeline, with everything that is wrong or doubtful about them.

use super::{Timeline, audit};
use std::borrow::Cow;

use crate::load::{self, Format, Progress, Report, Wanted};

/// Reads, indexes and audits. The report of a good file holds its warnings; an `expect` that does
/// not hold is an error like any other.
pub fn open(name: &str, bytes: &[u8]) -> Result<(Timeline, Report), Report> {
    open_wanted(name, bytes, &Wanted::default()).map(|(timeline, report, _)| (timeline, report))
}

/// The same for one incident of a file that may be another program's; which program's it is.
pub fn open_wanted<'b>(
    name: &str,
    bytes: impl Into<Cow<'b, [u8]>>,
    wanted: &Wanted,
) -> Result<(Timeline, Report, Option<Format>), Report> {
    open_watched(name, bytes, wanted, &Progress::default())
}

/// The same; `progress` is counted up on the way.
pub fn open_watched<'b>(
    name: &str,
    bytes: impl Into<Cow<'b, [u8]>>,
    wanted: &Wanted,
    progress: &Progress,
) -> Result<(Timeline, Report, Option<Format>), Report> {
    let mut loaded = load::read_watched(name, bytes, wanted, progress)?;
    let timeline = Timeline::new(loaded.incident.clone());
    loaded.note(&audit(&timeline));
    if loaded.report.has_errors() {
        Err(loaded.report)
    } else {
        Ok((timeline, loaded.report, loaded.format))
    }
}
