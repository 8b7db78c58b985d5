//! What others write: recognised by its content, read into the same incident as our own format.
//!
//! Each format is one small module that makes [`Draft`]s. Nothing after this knows where an
//! incident came from. What an entry does not say is not made up: a status that is concluded
//! from something else is marked as inferred, and an entry that cannot be read is a warning with
//! its place and its reason.

mod alerts;
mod cstate;
mod draft;
mod feed;
mod format;
mod google;
mod grafana;
mod look;
mod markdown;
mod moment;
mod mortician;
mod pagerduty;
mod prose;
mod slack;
mod statuspage;
mod table;
mod upptime;
mod xml;

use std::sync::Arc;

use super::{
    code::Code,
    diagnostic::{Diagnostic, Phrase, Span},
    pieces,
    progress::Progress,
    report::Faults,
    source::Source,
    tree::Node,
};
use crate::{model::Zone, text::Msg};

pub(crate) use draft::Draft;
pub use format::Format;
pub(crate) use mortician::FILES;
pub use table::Target;

/// What of a file is wanted, and how to read what it does not say.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// The id of one incident of many.
    pub incident: Option<String>,
    /// The place of one of many in the order of time, as [`super::incidents`] counts: one that has
    /// no id, or shares it, is found too.
    pub nth: Option<usize>,
    /// The zone of times that name none; UTC if not given.
    pub zone: Option<Zone>,
    /// What an incident is called that has no title: the name of its file.
    pub name: Option<String>,
    /// Which columns of a table tell what.
    pub map: Vec<(Target, String)>,
}

/// The incidents in a file, in the order of time.
#[derive(Debug, Default)]
pub(crate) struct Import {
    /// None for our own.
    pub(crate) format: Option<Format>,
    pub(crate) drafts: Vec<Draft>,
}

/// The keys of which our own format has one at least.
const OWN: [&str; 6] = ["schema", "title", "events", "timeline", "services", "milestones"];

/// A document that is neither ours nor one that is read; said in one sentence instead of a fault
/// for every key.
pub(crate) fn stranger(root: &Node<'_>, text: &str) -> Option<Diagnostic> {
    if !root.is_map()
        && !root.is_null()
        && let Some(fault) = strange_text(text)
    {
        return Some(fault);
    }
    let has_own = |node: &Node<'_>| OWN.iter().any(|key| node.get(key).is_some());
    let first = root.items().first();
    let is_list = first.is_some_and(|first| first.is_map() && !has_own(first));
    let is_map = root.pairs().len() > 1 || root.pairs().iter().any(|(_, value)| value.is_map());
    let is_row = root.scalar().is_some_and(|text| text.contains([',', ';', '\t']));
    if is_row && let Some([at, title, ..]) = table::heads(text).as_deref() {
        let help = Phrase::from(Msg::ImportTableHelp).quote(at).quote(title);
        return Some(unknown().help(help));
    }
    (is_list || (is_map && !has_own(root)) || is_row).then(unknown)
}

/// The same for what begins like Markdown or markup and is no document at all. One of our keys at
/// the beginning of a line says that it is meant to be one.
pub(crate) fn strange_text(text: &str) -> Option<Diagnostic> {
    let is_own = |line: &str| {
        OWN.iter().any(|key| line.strip_prefix(key).is_some_and(|rest| rest.starts_with(':')))
    };
    let text_only = text.trim_start();
    if !text_only.starts_with(['#', '<']) || text.lines().any(is_own) {
        return None;
    }
    // A heading, not a comment of YAML: what else there is is no key and value.
    let is_heading = |line: &str| line.trim_start_matches('#').starts_with(' ');
    let is_prose =
        text_only.starts_with('#') && text_only.lines().any(|line| !line.starts_with('#'));
    let is_prose = is_prose && text_only.lines().next().is_some_and(is_heading);
    Some(if is_prose { prose() } else { unknown() })
}

/// Markdown in which nothing has a time.
fn prose() -> Diagnostic {
    let fault = Diagnostic::at(Code::UnknownFormat, Span::new(0, 1), Msg::ImportProse);
    fault.help(Msg::ImportProseHelp)
}

fn unknown() -> Diagnostic {
    let fault = Diagnostic::at(Code::UnknownFormat, Span::new(0, 1), Msg::ImportUnknown);
    fault.help(Msg::ImportUnknownHelp)
}

/// How a document is recognised by its keys, and read.
type ByKeys = (Format, fn(&Node<'_>) -> bool, fn(&Node<'_>, &Wanted) -> Vec<Draft>);

/// The first that fits is taken.
const BY_KEYS: [ByKeys; 9] = [
    (Format::Statuspage, statuspage::is_one, statuspage::read),
    (Format::PagerDuty, pagerduty::is_one, pagerduty::read),
    (Format::Google, google::is_one, google::read),
    (Format::Alerts, alerts::is_one, alerts::read),
    (Format::Slack, slack::is_one, slack::read),
    (Format::Grafana, grafana::is_one, grafana::read),
    (Format::Upptime, upptime::is_one, upptime::read),
    (Format::Mortician, mortician::is_one, mortician::read),
    (Format::Lines, table::is_objects, table::read_objects),
];

/// Reads a text that is no document of keys and values; none if it may be one.
pub(crate) fn from_text(text: &str, wanted: &Wanted) -> Option<Import> {
    let (format, drafts) = if feed::is_one(text) {
        (Format::Feed, feed::read(text, wanted))
    } else if cstate::is_one(text) {
        (Format::Cstate, cstate::read(text, wanted))
    } else if table::is_lines(text) {
        (Format::Lines, table::read_lines(text, wanted))
    } else if table::is_rows(text, wanted) {
        (Format::Table, table::read_rows(text, wanted))
    } else if markdown::is_one(text) {
        (Format::Markdown, markdown::read(text, wanted))
    } else {
        return None;
    };
    Some(Import::new(format, drafts))
}

/// An incident of lines of JSON whose objects are events of our own, with a title to be replaced by
/// the name of its file; none if they are not.
pub(crate) fn own_lines(
    source: &Arc<Source>,
    wanted: &Wanted,
    progress: &Progress,
) -> Option<Import> {
    if !wanted.map.is_empty() || !table::is_lines(source.text()) {
        return None;
    }
    let (incident, places) = pieces::read_lines(source, "…", wanted.zone, progress)?;
    Some(Import::new(Format::Lines, vec![Draft::of_lines(incident, places)]))
}

/// Whether a document's keys are those of another program.
pub(crate) fn is_known(root: &Node<'_>) -> bool {
    BY_KEYS.iter().any(|(_, is_one, _)| is_one(root))
}

/// Reads a document whose keys are those of another program; none if they are not.
pub(crate) fn from_tree(root: &Node<'_>, wanted: &Wanted) -> Option<Import> {
    let (format, _, read) = BY_KEYS.iter().find(|(_, is_one, _)| is_one(root))?;
    Some(Import::new(*format, read(root, wanted)))
}

impl Import {
    fn new(format: Format, mut drafts: Vec<Draft>) -> Self {
        drafts.sort_by_key(Draft::first);
        Self { format: Some(format), drafts }
    }

    /// The one incident that is wanted, or why there is not one.
    pub(crate) fn choose(self, wanted: &Wanted, faults: &mut Faults) -> Option<Draft> {
        let Some(format) = self.format else { return self.own(wanted, faults) };
        if let Some(nth) = wanted.nth {
            let found = self.drafts.into_iter().nth(nth).map(|draft| draft.checked(wanted));
            if found.is_none() {
                faults.push(no_such(&(nth + 1).to_string()));
            }
            return found;
        }
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
                return found.pop().map(|draft| draft.checked(wanted));
            }
            (0, Some(id)) => no_such(id),
            (0, None) => Diagnostic::whole(
                Code::NoIncident,
                Phrase::from(Msg::ImportNoIncident).msg(format.label()).number(planned),
            ),
            (several, Some(id)) => Diagnostic::whole(
                Code::ManyIncidents,
                Phrase::from(Msg::ImportSameId).quote(id).number(several),
            )
            .help(Msg::ImportSameIdHelp),
            _ => Diagnostic::whole(
                Code::ManyIncidents,
                Phrase::from(Msg::ImportMany).msg(format.label()).number(all - planned),
            )
            .help(Msg::ImportChoose),
        };
        faults.push(fault);
        None
    }

    /// A file of our own holds one; another id than its own names none.
    fn own(mut self, wanted: &Wanted, faults: &mut Faults) -> Option<Draft> {
        let draft = self.drafts.pop()?;
        let other = |id: &&String| draft.incident.id.as_deref() != Some(id);
        if let Some(id) = wanted.incident.as_ref().filter(other) {
            faults.push(no_such(id));
            return None;
        }
        Some(draft)
    }

    /// How many there are, and how many of them are announced work.
    fn count(&self) -> (usize, usize) {
        (self.drafts.len(), self.drafts.iter().filter(|draft| draft.planned).count())
    }
}

fn no_such(id: &str) -> Diagnostic {
    let phrase = Phrase::from(Msg::ImportNoSuchIncident).quote(id);
    Diagnostic::whole(Code::NoSuchIncident, phrase).help(Msg::ImportChoose)
}
