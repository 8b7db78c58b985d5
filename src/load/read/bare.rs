//! What the head of an event needs, read without its texts.
//!
//! A short way for events about which there is nothing to say: only words that are written as the
//! format has them, each field once, every service known. Whatever else there is, the event is read
//! in full, which finds what is wrong with it.

use super::Reader;
use crate::{
    load::{
        grammar::EVENT,
        tree::{Node, Value},
    },
    model::{Confidence, Event, Kind, Precision, ServiceId, Status, time::parse_stamp},
};

/// An event that is being read without its texts.
#[derive(Debug, Default)]
pub(crate) struct Bare {
    /// Without title, text, author, tags.
    pub(crate) event: Event,
    /// The fields that were there, a bit for each.
    seen: u32,
}

/// The place of a field among those of an event.
fn place(key: &str) -> Option<usize> {
    EVENT.fields.iter().position(|field| field.name == key)
}

/// A bit for each field that must be there.
const REQUIRED: u32 = {
    let (mut bits, mut place) = (0, 0);
    while place < EVENT.fields.len() {
        if EVENT.fields[place].required {
            bits |= 1 << place;
        }
        place += 1;
    }
    bits
};

impl Bare {
    /// Makes it ready for the next event.
    pub(crate) fn clear(&mut self) {
        // What may have been set; to make a whole event anew costs more than to read one.
        let Event { status, services, kind, precision, confidence, pinned, .. } = &mut self.event;
        status.clear();
        services.clear();
        (*kind, *precision, *confidence, *pinned) = Default::default();
        self.seen = 0;
    }

    /// Whether nothing is missing.
    pub(crate) fn is_whole(&self) -> bool {
        self.seen & REQUIRED == REQUIRED
    }
}

impl Reader {
    /// Takes a field of an event; none if the event has to be read in full.
    pub(crate) fn bare(&self, bare: &mut Bare, key: &Node<'_>, value: &Node<'_>) -> Option<()> {
        let key = key.scalar()?;
        let bit = 1 << place(key)?;
        if bare.seen & bit != 0 {
            return None;
        }
        bare.seen |= bit;
        let event = &mut bare.event;
        match key {
            "status" => self.bare_status(event, value)?,
            "services" => self.bare_services(event, value)?,
            "tags" => is_words(value).then_some(())?,
            _ => {
                let text = value.scalar()?;
                match key {
                    "at" => event.at = self.bare_stamp(text)?,
                    "kind" => event.kind = Kind::parse(text)?,
                    "title" => (!text.trim().is_empty()).then_some(())?,
                    "precision" => event.precision = Precision::parse(text)?,
                    "confidence" => event.confidence = Some(Confidence::parse(text)?),
                    "pinned" => event.pinned = bare_switch(text)?,
                    "body" | "author" => {}
                    _ => return None,
                }
            }
        }
        Some(())
    }

    fn bare_stamp(&self, text: &str) -> Option<crate::model::Time> {
        let is_clock = text.starts_with(|first: char| first.is_ascii_digit());
        let stamp = is_clock.then(|| parse_stamp(text, self.clock.zone).ok()).flatten()?;
        (!stamp.leap).then_some(stamp.at)
    }

    fn bare_status(&self, event: &mut Event, value: &Node<'_>) -> Option<()> {
        let Value::Map(pairs) = &value.value else { return None };
        few(pairs.len())?;
        for (service, status) in pairs {
            let id = self.bare_service(service)?;
            if event.status.iter().any(|(known, _)| *known == id) {
                return None;
            }
            event.status.push((id, Status::parse(status.scalar()?)?));
        }
        Some(())
    }

    fn bare_services(&self, event: &mut Event, value: &Node<'_>) -> Option<()> {
        match &value.value {
            Value::Scalar(_) => event.services.push(self.bare_service(value)?),
            Value::List(items) => {
                few(items.len())?;
                for item in items {
                    event.services.push(self.bare_service(item)?);
                }
            }
            Value::Null | Value::Map(_) => return None,
        }
        Some(())
    }

    fn bare_service(&self, node: &Node<'_>) -> Option<ServiceId> {
        self.services.find(node.scalar().filter(|id| !id.is_empty())?)
    }
}

/// Of more services each would be compared with all.
fn few(services: usize) -> Option<()> {
    (services <= 64).then_some(())
}

fn bare_switch(text: &str) -> Option<bool> {
    match text {
        "true" => Some(true),
        "false" => Some(false),
        _ => None,
    }
}

fn is_words(value: &Node<'_>) -> bool {
    match &value.value {
        Value::Scalar(_) => true,
        Value::List(items) => items.iter().all(|item| item.scalar().is_some()),
        Value::Null | Value::Map(_) => false,
    }
}
