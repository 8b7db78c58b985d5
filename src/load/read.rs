//! From the tree to the incident, with every fault on the way.
//!
//! A fault is noted and reading goes on with a value that stands for nothing; since one error
//! keeps the whole incident from being used, such a value is never seen.

mod bare;
mod event;
mod extras;
mod fields;
mod ground;
mod scalar;
mod service;
mod time;

pub(super) use bare::Bare;
pub(super) use extras::is_address;
pub(super) use ground::Ground;

use std::{collections::BTreeMap, sync::Arc};

use super::{
    code::Code,
    diagnostic::{Diagnostic, Phrase},
    grammar::{INCIDENT, MILESTONES, VERSION},
    places::Places,
    report::Faults,
    tree::{Node, Value},
};
use crate::{
    model::{Events, Incident, Milestones, Phase},
    text::Msg,
};

use fields::Fields;
use ground::Synonym;
use scalar::SEVERITY;
use service::Services;
use time::{Clock, Start};

/// Reads the incident of a document; `None` if there is nothing to read.
pub(crate) fn incident(root: Option<Node<'_>>, faults: &mut Faults) -> Option<(Incident, Places)> {
    let Some(root) = root.filter(|root| !matches!(root.value, Value::Null)) else {
        faults.push(Diagnostic::whole(Code::Empty, Msg::FaultEmpty).help(Msg::FaultEmptyHelp));
        return None;
    };
    let mut reader = Reader::default();
    let incident = reader.head(root).map(|mut fields| {
        let events = fields.take("events").map(|events| reader.events(events));
        reader.rest(fields, events.unwrap_or_default().into())
    });
    let places = reader.finish(faults);
    Some((incident?, places))
}

/// What the events of a root are read against.
pub(crate) fn ground(root: Node<'_>) -> Ground {
    let mut reader = Reader::default();
    reader.head(root);
    reader.ground()
}

/// A file of which all but the events has been read.
pub(crate) struct Whole<'s> {
    reader: Reader,
    fields: Fields<'s>,
}

impl<'s> Whole<'s> {
    /// `None` if the root is no map.
    pub(crate) fn new(root: Node<'s>) -> Option<Self> {
        let mut reader = Reader::default();
        let mut fields = reader.head(root)?;
        fields.take("events");
        reader.base = reader.services.len();
        Some(Self { reader, fields })
    }

    pub(crate) fn ground(&self) -> Ground {
        self.reader.ground()
    }

    /// Whether nothing is at fault so far.
    pub(crate) fn is_well(&self) -> bool {
        self.reader.is_well()
    }

    /// Takes over what was found in the events.
    pub(crate) fn absorb(&mut self, events: Reader) {
        self.reader.absorb(events);
    }

    /// Reads what may name services and moments of the events.
    pub(crate) fn finish(mut self, events: Events, faults: &mut Faults) -> (Incident, Places) {
        let incident = self.reader.rest(self.fields, events);
        (incident, self.reader.finish(faults))
    }
}

/// What is known while a file is read.
#[derive(Debug, Default)]
pub(crate) struct Reader {
    faults: Faults,
    clock: Clock,
    milestones: Milestones,
    services: Arc<Services>,
    /// How many of the services were known before the first event.
    base: usize,
    places: Places,
    /// The synonyms that were met, each where it was first.
    synonyms: BTreeMap<Synonym, Diagnostic>,
}

impl Reader {
    /// Reads what stands around the events, in the order in which the fields depend on each other:
    /// the zone before any time, the start before what counts from it.
    fn head<'s>(&mut self, root: Node<'s>) -> Option<Fields<'s>> {
        let mut fields = self.fields(root, &INCIDENT)?;
        if let Some(version) = fields.take("schema") {
            self.version(&version);
        }
        self.clock.zone =
            fields.take("timezone").and_then(|zone| self.zone(&zone)).unwrap_or_default();
        if let Some(milestones) = fields.take("milestones") {
            self.milestones(milestones);
        }
        if let Some(services) = fields.take("services") {
            self.services(services);
        }
        Some(fields)
    }

    /// Gives up what was found; the faults go to those of the file.
    fn finish(self, faults: &mut Faults) -> Places {
        faults.append(self.faults);
        self.synonyms.into_values().for_each(|fault| faults.push(fault));
        self.places
    }

    fn rest(&mut self, mut fields: Fields<'_>, events: Events) -> Incident {
        let mut take = |name| fields.take(name);
        Incident {
            id: take("id").and_then(|id| self.line(&id)),
            title: take("title").map(|title| self.title(&title)).unwrap_or_default(),
            severity: take("severity").and_then(|severity| self.choice(&severity, &SEVERITY)),
            zone: self.clock.zone,
            summary: take("summary").map(|summary| self.prose(&summary)).unwrap_or_default(),
            cause: take("cause").map(|cause| self.prose(&cause)).unwrap_or_default(),
            links: take("links").map(|links| self.links(links)).unwrap_or_default(),
            actions: take("actions").map(|actions| self.actions(actions)).unwrap_or_default(),
            expect: take("expect").map(|expect| self.expectations(expect)).unwrap_or_default(),
            milestones: self.milestones,
            services: self.services.all(),
            events,
        }
    }

    fn version(&mut self, node: &Node<'_>) {
        let Some(version) = self.plain(node, Msg::ShapeText) else { return };
        if version.trim() != VERSION {
            let message = Phrase::from(Msg::FaultSchema).quote(version);
            let expected = Phrase::from(Msg::FaultExpected).text(VERSION);
            self.faults.push(Diagnostic::at(Code::Schema, node.span, message).expected(expected));
        }
    }

    fn milestones(&mut self, node: Node<'_>) {
        let Some(mut fields) = self.fields(node, &MILESTONES) else {
            self.clock.start = Start::Broken;
            return;
        };
        for phase in Phase::MILESTONES {
            let Some(node) = fields.take(phase.word()) else { continue };
            let at = self.stamp(&node);
            if phase == Phase::Started {
                self.clock.start = at.map_or(Start::Broken, Start::At);
            }
            if let Some(at) = at {
                self.milestones.set(phase, at);
                self.places.milestones[phase as usize] = Some(node.span);
            }
        }
    }
}
