//! Where each part of the incident stands in the file, for what is noticed about it later.

use std::sync::Arc;

use super::{
    code::Code,
    diagnostic::{Diagnostic, Phrase, Span},
    pieces::Archive,
};
use crate::{
    model::{Finding, Incident, Place, Rule, ServiceId},
    text::Msg,
};

/// The place of everything a finding can be about, by its index in the incident.
#[derive(Debug, Clone, Default)]
pub(crate) struct Places {
    /// The time of each event.
    pub(crate) events: Vec<Span>,
    /// Where the events are not kept, who knows their places.
    pub(crate) archive: Option<Arc<Archive>>,
    /// The id of each service, where it is listed or first used.
    pub(crate) services: Vec<Span>,
    /// By the number of the phase; `Before` has none.
    pub(crate) milestones: [Option<Span>; 6],
    pub(crate) expect: Vec<ExpectPlace>,
}

/// The places of one expectation.
#[derive(Debug, Clone, Default)]
pub(crate) struct ExpectPlace {
    at: Span,
    pub(crate) phase: Option<Span>,
    /// Of each status, in the order of the model.
    pub(crate) status: Vec<Span>,
}

impl ExpectPlace {
    pub(crate) fn at(at: Span) -> Self {
        Self { at, ..Self::default() }
    }
}

impl Places {
    fn find(&self, place: Place) -> Option<Span> {
        match place {
            Place::Whole => None,
            Place::Event(index) => match &self.archive {
                Some(archive) => archive.place(index),
                None => self.events.get(index).copied(),
            },
            Place::Service(index) => self.services.get(index).copied(),
            Place::Milestone(phase) => self.milestones[phase as usize],
            Place::Expect(index) => {
                self.expect.get(index).map(|expect| expect.phase.unwrap_or(expect.at))
            }
        }
    }

    /// What the timeline noticed, as a fault of the file.
    pub(crate) fn diagnostic(&self, finding: &Finding, incident: &Incident) -> Diagnostic {
        let Finding { place, rule } = finding;
        let (code, phrase) = wording(*place, rule, incident);
        let own_place = match rule {
            Rule::ExpectedStatus { service, .. } => self.status_place(*place, *service, incident),
            _ => None,
        };
        let fault = match own_place.or(self.find(*place)) {
            Some(span) => Diagnostic::at(code, span, phrase),
            None => Diagnostic::whole(code, phrase),
        };
        match rule {
            Rule::LooksLike { other } => match self.services.get(other.0) {
                Some(span) => fault.beside(*span, Msg::FaultOtherHere),
                None => fault,
            },
            _ => fault,
        }
    }

    /// Where an expectation names the status of a service.
    fn status_place(&self, place: Place, service: ServiceId, incident: &Incident) -> Option<Span> {
        let Place::Expect(index) = place else { return None };
        let status = &incident.expect.get(index)?.status;
        let entry = status.iter().position(|(id, _)| *id == service)?;
        self.expect.get(index)?.status.get(entry).copied()
    }
}

fn wording(place: Place, rule: &Rule, incident: &Incident) -> (Code, Phrase) {
    let own = match place {
        Place::Service(index) => id(incident, ServiceId(index)),
        _ => "",
    };
    match rule {
        Rule::OutOfOrder => (Code::OutOfOrder, Msg::FaultOutOfOrder.into()),
        Rule::NeverReturns { last } => {
            let phrase = Phrase::from(Msg::FaultNeverReturns).quote(own).msg(last.label());
            (Code::NeverReturns, phrase)
        }
        Rule::Gap { seconds } => (Code::Gap, Phrase::from(Msg::FaultGap).duration(*seconds)),
        Rule::MilestonesReversed { phase, earlier } => {
            let phrase = Phrase::from(Msg::FaultMilestonesReversed);
            let phrase = phrase.msg(phase.label()).msg(earlier.label());
            (Code::MilestonesReversed, phrase)
        }
        Rule::ReadingContradicts { percent, back, total } => {
            let phrase = Phrase::from(Msg::FaultReadingContradicts).figure(*percent);
            (Code::ReadingContradicts, phrase.number(*back).number(*total))
        }
        Rule::ServiceUnused => {
            (Code::ServiceUnused, Phrase::from(Msg::FaultServiceUnused).quote(own))
        }
        Rule::LooksLike { other } => {
            let phrase = Phrase::from(Msg::FaultLooksLike).quote(own).quote(id(incident, *other));
            (Code::LooksLike, phrase)
        }
        Rule::ExpectedPhase { expected, found } => {
            let phrase = Phrase::from(Msg::FaultExpectedPhase);
            (Code::ExpectedPhase, phrase.text(expected.word()).text(found.word()))
        }
        Rule::ExpectedStatus { service, expected, found } => {
            let phrase = Phrase::from(Msg::FaultExpectedStatus).quote(id(incident, *service));
            (Code::ExpectedStatus, phrase.text(expected.word()).text(found.word()))
        }
    }
}

fn id(incident: &Incident, service: ServiceId) -> &str {
    incident.services.get(service.0).map_or("", |service| &service.id)
}
