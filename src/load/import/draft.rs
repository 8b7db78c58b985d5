//! An incident while it is put together from what another program wrote.

use std::collections::{HashMap, HashSet};

use super::{Wanted, moment, prose::headline};
use crate::{
    load::{
        code::Code,
        diagnostic::{Diagnostic, Phrase, Span},
        places::Places,
        read::is_address,
        tree::Node,
    },
    model::{
        Event, Incident, Kind, Link, Localized, Phase, Service, ServiceId, Source, Status, Time,
        Zone,
    },
    text::{Msg, SafeText, Words},
};

/// A time and where it stands.
pub(super) type At = (Time, Span);

/// How many services an incident may have; that there are more is a warning.
const SERVICES: usize = 2_000;

/// An incident, where its parts stand, and what of it could not be read.
#[derive(Debug, Default)]
pub(crate) struct Draft {
    /// All but its events; of one in our own format everything.
    pub(crate) incident: Incident,
    pub(super) events: Vec<Event>,
    pub(crate) places: Places,
    pub(crate) faults: Vec<Diagnostic>,
    /// Announced work, not an incident.
    pub(crate) planned: bool,
    /// Where it stands.
    pub(crate) place: Span,
    /// Whether its source gives it no title.
    untitled: bool,
    /// The first time whose zone had to be assumed.
    unzoned: Option<Span>,
    /// Whether it has been noted that there are too many services.
    crowded: bool,
    /// The service of each key by which its source calls it.
    keys: HashMap<String, ServiceId>,
    ids: HashSet<SafeText>,
}

impl Draft {
    /// An incident of that title, or of one of the program's own where that is empty.
    pub(super) fn new(title: &str, otherwise: Msg, place: Span) -> Self {
        let title = line(title);
        let mut draft = Self { place, untitled: title.is_empty(), ..Self::default() };
        draft.incident.title =
            if title.is_empty() { own_title(otherwise, &[]) } else { Localized::plain(title) };
        draft
    }

    /// An incident of which each item of a list is an event; one without a title.
    pub(super) fn of_items(
        root: &Node<'_>,
        wanted: &Wanted,
        otherwise: Msg,
        event: fn(&Node<'_>, &mut Self),
    ) -> Vec<Self> {
        let mut draft = Self::new("", otherwise, root.span);
        draft.incident.zone = wanted.zone.unwrap_or_default();
        for item in root.items() {
            event(item, &mut draft);
        }
        draft.sort();
        vec![draft]
    }

    /// An incident of our own format, whole as it is.
    pub(crate) fn of(incident: Incident, places: Places) -> Self {
        Self { incident, places, ..Self::default() }
    }

    /// One of lines that are events of our own; they give no title.
    pub(super) fn of_lines(mut incident: Incident, places: Places) -> Self {
        incident.title = own_title(Msg::FormatLines, &[]);
        Self { untitled: true, ..Self::of(incident, places) }
    }

    /// The whole incident, and where its parts stand.
    pub(crate) fn finish(mut self) -> (Incident, Places) {
        if !self.events.is_empty() {
            self.incident.events = self.events.into();
        }
        (self.incident, self.places)
    }

    /// Ready to be shown, with the name of its file where it has no title.
    pub(crate) fn checked(mut self, wanted: &Wanted) -> Self {
        self.check();
        self.call(wanted.name.as_deref());
        self
    }

    /// Gives one without a title the name of its file.
    fn call(&mut self, name: Option<&str>) {
        let name = name.map(line).filter(|name| self.untitled && !name.is_empty());
        if let Some(name) = name {
            self.incident.title = Localized::plain(name);
        }
    }

    /// The id by which one of many is chosen.
    pub(super) fn id(mut self, id: Option<&str>) -> Self {
        self.incident.id = id.map(line).filter(|id| !id.is_empty());
        self
    }

    pub(super) fn link(&mut self, url: Option<&str>) {
        let url = url.map(line).filter(|url| is_address(url));
        self.incident
            .links
            .extend(url.map(|url| Link { title: Localized::plain(url.clone()), url }));
    }

    /// The service that its source calls `key`; a new one gets an id that people can read. None
    /// where there are too many, which is noted once.
    pub(super) fn service(&mut self, key: &str, name: &str, place: Span) -> Option<ServiceId> {
        if let Some(id) = self.keys.get(key) {
            return Some(*id);
        }
        if self.incident.services.len() >= SERVICES {
            if !std::mem::replace(&mut self.crowded, true) {
                self.left_out(place, Phrase::from(Msg::ImportManyServices).number(SERVICES));
            }
            return None;
        }
        let shown = if name.trim().is_empty() { key } else { name };
        let base = slug(shown);
        let shown = if shown.trim().is_empty() { &base } else { shown };
        let id = (1..=SERVICES)
            .map(|n| if n == 1 { line(&base) } else { line(&format!("{base}-{n}")) })
            .find(|id| !self.ids.contains(id))?;
        self.ids.insert(id.clone());
        let id = self.push(Service { id, name: Localized::plain(line(shown)), ..service() }, place);
        self.keys.insert(key.to_owned(), id);
        Some(id)
    }

    fn push(&mut self, service: Service, place: Span) -> ServiceId {
        let id = ServiceId(self.incident.services.len());
        self.incident.services.push(service);
        self.places.services.push(place);
        id
    }

    /// The heading that a service stands under.
    pub(super) fn group(&mut self, service: ServiceId, group: Option<&str>) {
        let group = group.map(line).filter(|group| !group.is_empty());
        if let (Some(group), Some(service)) = (group, self.incident.services.get_mut(service.0)) {
            service.group = Localized::plain(group);
        }
    }

    pub(super) fn event(&mut self, event: Event, place: Span) {
        if let Some(phase) = event.phase.filter(|p| self.incident.milestones.get(*p).is_none()) {
            self.milestone(phase, event.at, place);
        }
        self.events.push(event);
        self.places.events.push(place);
    }

    pub(super) fn milestone(&mut self, phase: Phase, at: Time, place: Span) {
        self.incident.milestones.set(phase, at);
        self.places.milestones[phase as usize] = Some(place);
    }

    pub(super) fn note(&mut self, fault: Diagnostic) {
        self.faults.push(fault);
    }

    /// An entry, or a part of one, that is left out.
    pub(super) fn left_out(&mut self, place: Span, why: impl Into<Phrase>) {
        self.note(Diagnostic::at(Code::LeftOut, place, why).help(Msg::ImportLeftOut));
    }

    /// The time that a value gives; where it gives none, the entry `of` is left out. One without
    /// a zone is in `zone`.
    pub(super) fn time(&mut self, at: Option<&Node<'_>>, of: Span, zone: Zone) -> Option<At> {
        let written = at.and_then(|at| Some((at.scalar()?.trim(), at.span)));
        let Some((text, place)) = written.filter(|(text, _)| !text.is_empty()) else {
            self.left_out(of, Msg::ImportNoTime);
            return None;
        };
        self.moment(text, place, zone)
    }

    /// The time that a value gives, if there is one and it is not empty.
    pub(super) fn optional_time(&mut self, at: Option<&Node<'_>>, zone: Zone) -> Option<At> {
        let at = at.filter(|at| at.scalar().is_none_or(|text| !text.trim().is_empty()))?;
        self.time(Some(at), at.span, zone)
    }

    /// The time that a text gives; where it gives none, that is noted.
    pub(super) fn moment(&mut self, text: &str, place: Span, zone: Zone) -> Option<At> {
        match moment::parse(text, zone) {
            Ok(read) => {
                self.unzoned = self.unzoned.or(read.assumed.then_some(place));
                Some((read.at, place))
            }
            Err(error) => {
                self.note(moment::fault(text, &error, place));
                None
            }
        }
    }

    /// A time there has no zone, and the incident's is taken.
    pub(super) fn assume_zone(&mut self, place: Span) {
        self.unzoned = self.unzoned.or(Some(place));
    }

    /// Whether it says nothing at all, not even that something could not be read.
    pub(super) fn is_bare(&self) -> bool {
        self.events.is_empty() && self.incident.events.is_empty() && self.faults.is_empty()
    }

    /// What keeps it from being shown, and what had to be assumed for all of it.
    fn check(&mut self) {
        let is_said = self.faults.iter().any(|fault| fault.code() == Code::NoEvents);
        if self.events.is_empty() && self.incident.events.is_empty() && !is_said {
            self.note(Diagnostic::at(Code::NoEvents, self.place, Msg::ImportNoEvents));
        }
        if let Some(place) = self.unzoned {
            let phrase = Phrase::from(Msg::ImportNoZone).text(&self.incident.zone.name());
            let help = Msg::ImportNoZoneHelp;
            self.note(Diagnostic::at(Code::ZoneAssumed, place, phrase).help(help));
        }
    }

    /// Brings the events into the order of time, the places with them.
    pub(super) fn sort(&mut self) {
        if self.events.is_sorted_by_key(|event| event.at) {
            return;
        }
        let events = std::mem::take(&mut self.events);
        let places = std::mem::take(&mut self.places.events);
        let mut both: Vec<(Event, Span)> = events.into_iter().zip(places).collect();
        both.sort_by_key(|(event, _)| event.at);
        (self.events, self.places.events) = both.into_iter().unzip();
    }

    /// When it began and ended, as far as its events tell.
    pub(crate) fn first(&self) -> Option<Time> {
        let own = self.incident.events.heads().map(|head| head.at);
        own.chain(self.events.iter().map(|event| event.at)).min()
    }
}

fn service() -> Service {
    Service { weight: 1.0, counts: true, ..Service::default() }
}

/// An event with a text: its first sentence is the title, the whole of it the body where that
/// says more. Where there is no text, `otherwise` is the title.
pub(super) fn told(at: Time, kind: Kind, text: &str, otherwise: &str) -> Event {
    let (title, whole) = headline(text);
    let title = line(&title);
    let title = if title.is_empty() { line(otherwise) } else { title };
    let title = if title.is_empty() { line(kind.word()) } else { title };
    let body = body(if whole { "" } else { text });
    Event { at, kind, title: Localized::plain(title), body, ..Event::default() }
}

/// A text of several lines; nothing where there is none.
pub(super) fn body(text: &str) -> Localized {
    let text = SafeText::block(text.trim());
    let text = SafeText::block(text.trim());
    if text.is_empty() { Localized::default() } else { Localized::plain(text) }
}

/// A title of the program's own, in each of its languages; the slots are filled with `args`.
pub(super) fn own_title(msg: Msg, args: &[&str]) -> Localized {
    Localized::own(|lang| line(&Words::new(lang).fill(msg, args)).to_string())
}

/// Who says it, and where.
pub(super) fn source(name: &str, url: Option<&str>) -> Source {
    Source { name: line(name), url: url.map(line).filter(|url| is_address(url)) }
}

/// One line, without blanks around it.
pub(super) fn line(text: &str) -> SafeText {
    SafeText::line(SafeText::line(text.trim()).trim())
}

/// Sets a service's status in an event, once.
pub(super) fn set(event: &mut Event, service: ServiceId, status: Status, inferred: bool) {
    match event.status.iter_mut().find(|(known, _)| *known == service) {
        Some(entry) => entry.1 = status,
        None => event.status.push((service, status)),
    }
    event.inferred.retain(|known| *known != service);
    if inferred {
        event.inferred.push(service);
    }
}

/// An id made from a name: small letters, hyphens for all that is not a letter or a digit.
fn slug(name: &str) -> String {
    let lower = name.trim().to_lowercase();
    let is_mark = |c: char| c.is_ascii_punctuation() || ('\u{2010}'..='\u{206F}').contains(&c);
    let is_gap = |c: char| c.is_whitespace() || c.is_control() || is_mark(c);
    let words: Vec<&str> = lower.split(is_gap).filter(|word| !word.is_empty()).collect();
    if words.is_empty() { "service".to_owned() } else { words.join("-") }
}
