//! All incidents of a file, for a list.

use std::sync::Arc;

use super::{
    code::{Code, Level},
    diagnostic::Diagnostic,
    import::Wanted,
    parse,
    progress::Progress,
    report::{Faults, Report},
    source::Source,
};
use crate::{model::Incident, text::Msg};

/// One incident of a file.
#[derive(Debug, Clone)]
pub struct Listed {
    /// Or why it cannot be shown.
    pub incident: Result<Incident, Box<Diagnostic>>,
    /// By which [`Wanted::nth`] asks for it.
    pub nth: usize,
    /// Announced work, not an incident.
    pub planned: bool,
}

/// The incidents of a file, in the order of time, announced work among them, and what is doubtful
/// about any of them. A file that cannot be read at all is its report.
pub fn incidents(
    name: &str,
    bytes: &[u8],
    wanted: &Wanted,
) -> Result<(Vec<Listed>, Report), Report> {
    let source = Arc::new(Source::decode(name, bytes.into())?);
    let mut faults = Faults::default();
    let import = parse(&source, wanted, &mut faults, &Progress::default());
    let is_own = import.format.is_none();
    if faults.errors() > 0 {
        return Err(Report::new(source, faults));
    }
    let drafts = import.drafts.into_iter().enumerate();
    let listed = drafts.map(|(nth, draft)| {
        let planned = draft.planned;
        let mut draft = if is_own { draft } else { draft.checked(wanted) };
        let error = draft.faults.iter().find(|fault| fault.level() == Level::Error).cloned();
        let doubts = draft.faults.drain(..).filter(|fault| fault.level() == Level::Warning);
        doubts.for_each(|doubt| faults.push(doubt));
        if let Some(error) = &error {
            faults.push(error.clone().instead(Code::LeftOut).help(Msg::ImportLeftOut));
        }
        let incident = error.map_or(Ok(draft.finish().0), |error| Err(Box::new(error)));
        Listed { incident, nth, planned }
    });
    let listed = listed.collect();
    Ok((listed, Report::new(source, faults)))
}

/// The report of a place in which no incident is.
pub fn nothing(name: &str) -> Report {
    let fault = Diagnostic::whole(Code::NoIncident, Msg::ImportNothing);
    Report::of(Source::without_text(name), fault)
}
