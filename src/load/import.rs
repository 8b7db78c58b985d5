//! What others write: recognised by its content, read into the same incident as our own format.
//!
//! Each format is one small module that makes [`Draft`]s. Nothing after this knows where an
//! incident came from. What an entry does not say is not made up: a status that is concluded
//! from something else is marked as inferred, and an entry that cannot be read is a warning with
//! its place and its reason.

mod alerts;
mod draft;
mod format;
mod google;
mod grafana;
mod look;
mod moment;
mod pagerduty;
mod prose;
mod slack;
mod statuspage;

use super::{
    code::Code,
    diagnostic::{Diagnostic, Phrase},
    report::Faults,
    tree::Node,
};
use crate::{model::Zone, text::Msg};

pub(crate) use draft::Draft;
pub use format::Format;

/// What of a file is wanted, and how to read what it does not say.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// The id of one incident of many.
    pub incident: Option<String>,
    /// The zone of times that name none; UTC if not given.
    pub zone: Option<Zone>,
}

/// The incidents in a file, in the order of time.
#[derive(Debug, Default)]
pub(crate) struct Import {
    /// None for our own.
    pub(crate) format: Option<Format>,
    pub(crate) drafts: Vec<Draft>,
}

/// How a document is recognised by its keys, and read.
type ByKeys = (Format, fn(&Node<'_>) -> bool, fn(&Node<'_>, &Wanted) -> Vec<Draft>);

/// The first that fits is taken.
const BY_KEYS: [ByKeys; 6] = [
    (Format::Statuspage, statuspage::is_one, statuspage::read),
    (Format::PagerDuty, pagerduty::is_one, pagerduty::read),
    (Format::Google, google::is_one, google::read),
    (Format::Alerts, alerts::is_one, alerts::read),
    (Format::Slack, slack::is_one, slack::read),
    (Format::Grafana, grafana::is_one, grafana::read),
];

/// Reads a document whose keys are those of another program; none if they are not.
pub(crate) fn from_tree(root: &Node<'_>, wanted: &Wanted) -> Option<Import> {
    let (format, _, read) = BY_KEYS.iter().find(|(_, is_one, _)| is_one(root))?;
    let mut drafts = read(root, wanted);
    drafts.sort_by_key(Draft::first);
    Some(Import { format: Some(*format), drafts })
}

impl Import {
    /// The one incident that is wanted, or why there is not one.
    pub(crate) fn choose(mut self, wanted: &Wanted, faults: &mut Faults) -> Option<Draft> {
        let Some(format) = self.format else { return self.drafts.pop() };
        let is_wanted = |draft: &Draft| match &wanted.incident {
            Some(id) => draft.incident.id.as_deref() == Some(id),
            None => !draft.planned,
        };
        let (all, planned) = self.count();
        let (mut found, others): (Vec<Draft>, Vec<Draft>) =
            self.drafts.into_iter().partition(is_wanted);
        // A file of nothing but one piece of announced work is about that.
        if wanted.incident.is_none() && found.is_empty() && others.len() == 1 {
            found = others;
        }
        let fault = match (found.len(), &wanted.incident) {
            (1, _) => {
                let mut draft = found.pop()?;
                draft.check();
                return Some(draft);
            }
            (0, Some(id)) => Diagnostic::whole(
                Code::NoSuchIncident,
                Phrase::from(Msg::ImportNoSuchIncident).quote(id),
            )
            .help(Msg::ImportChoose),
            (0, None) => Diagnostic::whole(
                Code::NoIncident,
                Phrase::from(Msg::ImportNoIncident).msg(format.label()).number(planned),
            ),
            _ => Diagnostic::whole(
                Code::ManyIncidents,
                Phrase::from(Msg::ImportMany).msg(format.label()).number(all - planned),
            )
            .help(Msg::ImportChoose),
        };
        faults.push(fault);
        None
    }

    /// How many there are, and how many of them are announced work.
    fn count(&self) -> (usize, usize) {
        (self.drafts.len(), self.drafts.iter().filter(|draft| draft.planned).count())
    }
}
