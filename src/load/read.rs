//! From the tree to the incident, with every fault on the way.
//!
//! A fault is noted and reading goes on with a value that stands for nothing; since one error
//! keeps the whole incident from being used, such a value is never seen.

mod event;
mod extras;
mod fields;
mod scalar;
mod service;
mod time;

pub(super) use extras::is_address;

use std::collections::HashSet;

use super::{
    code::Code,
    diagnostic::{Diagnostic, Phrase},
    grammar::{INCIDENT, MILESTONES, VERSION},
    places::Places,
    report::Faults,
    tree::{Node, Value},
};
use crate::{
    model::{Event, Incident, Milestones, Phase},
    text::Msg,
};

use fields::Fields;
use scalar::SEVERITY;
use service::Services;
use time::{Clock, Start};

/// Reads the incident of a document; `None` if there is nothing to read.
pub(crate) fn incident(root: Option<Node<'_>>, faults: &mut Faults) -> Option<(Incident, Places)> {
    let Some(root) = root.filter(|root| !matches!(root.value, Value::Null)) else {
        faults.push(Diagnostic::whole(Code::Empty, Msg::FaultEmpty).help(Msg::FaultEmptyHelp));
        return None;
    };
    let mut reader = Reader {
        faults,
        clock: Clock::default(),
        milestones: Milestones::default(),
        services: Services::default(),
        places: Places::default(),
        synonyms: HashSet::new(),
    };
    let incident = reader.incident(root)?;
    Some((incident, reader.places))
}

/// What is known while a file is read.
struct Reader<'f> {
    faults: &'f mut Faults,
    clock: Clock,
    milestones: Milestones,
    services: Services,
    places: Places,
    /// The synonyms that were mentioned already: object and word.
    synonyms: HashSet<(&'static str, &'static str)>,
}

impl Reader<'_> {
    /// Reads the fields in the order in which they depend on each other: the zone before any
    /// time, the start before what counts from it, the services before the events.
    fn incident(&mut self, root: Node<'_>) -> Option<Incident> {
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
        let events = fields.take("events").map(|events| self.events(events)).unwrap_or_default();
        Some(self.rest(fields, events))
    }

    fn rest(&mut self, mut fields: Fields<'_>, events: Vec<Event>) -> Incident {
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
            services: std::mem::take(&mut self.services.list),
            events: events.into(),
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
