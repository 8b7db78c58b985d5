//! What is kept of every event, in columns.

use crate::model::{Event, Kind, Known, Precision, Reading, ServiceId, Status, Time};

/// What the clock, the states and the lanes ask of an event.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Head<'a> {
    pub at: Time,
    /// Where the event is a span: its end.
    pub until: Option<Time>,
    pub kind: Kind,
    /// How exactly it is known when it was.
    pub precision: Precision,
    pub pinned: bool,
    pub private: bool,
    pub recovery: Option<Reading>,
    /// The services it changes, in the order of the file, then those it only touches.
    pub touched: &'a [Change],
}

impl<'a> Head<'a> {
    /// The changes of status, in the order of the file.
    pub fn changes(&self) -> impl Iterator<Item = (ServiceId, Status, Known)> + use<'a> {
        self.touched
            .iter()
            .filter_map(|change| Some((change.service(), change.status?, change.known)))
    }

    /// The services it changes or touches, each once, changed ones first.
    pub fn services(&self) -> impl Iterator<Item = ServiceId> + use<'a> {
        self.touched.iter().map(Change::service)
    }

    /// The end of the span, or the moment itself.
    pub fn end(&self) -> Time {
        self.until.unwrap_or(self.at).max(self.at)
    }
}

/// A service, and the status it takes, if the event says one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change {
    service: u32,
    pub status: Option<Status>,
    pub known: Known,
}

impl Change {
    pub fn service(&self) -> ServiceId {
        ServiceId(self.service as usize)
    }
}

/// The heads of many events; what few events have stands apart, by the event's place.
#[derive(Debug, Clone, Default)]
pub struct Heads {
    at: Vec<Time>,
    marks: Vec<Mark>,
    /// Where the changes of each event end.
    ends: Vec<u32>,
    changes: Vec<Change>,
    until: Vec<(u32, Time)>,
    readings: Vec<(u32, Reading)>,
}

#[derive(Debug, Clone, Copy)]
struct Mark {
    kind: Kind,
    precision: Precision,
    pinned: bool,
    private: bool,
}

impl Heads {
    pub fn len(&self) -> usize {
        self.at.len()
    }

    pub fn is_empty(&self) -> bool {
        self.at.is_empty()
    }

    pub fn get(&self, index: usize) -> Option<Head<'_>> {
        (index < self.len()).then(|| self.head(index))
    }

    /// When an event is, without looking at the rest of it.
    pub fn at(&self, index: usize) -> Option<Time> {
        self.at.get(index).copied()
    }

    /// What kind an event is, without looking at the rest of it.
    pub fn kind(&self, index: usize) -> Option<Kind> {
        Some(self.marks.get(index)?.kind)
    }

    fn head(&self, index: usize) -> Head<'_> {
        let mark = self.marks[index];
        let start = index.checked_sub(1).map_or(0, |before| self.ends[before] as usize);
        Head {
            at: self.at[index],
            until: sparse(&self.until, index),
            kind: mark.kind,
            precision: mark.precision,
            pinned: mark.pinned,
            private: mark.private,
            recovery: sparse(&self.readings, index),
            touched: &self.changes[start..self.ends[index] as usize],
        }
    }

    pub fn iter(&self) -> impl ExactSizeIterator<Item = Head<'_>> + DoubleEndedIterator {
        (0..self.len()).map(|index| self.head(index))
    }

    /// Adds the head of an event.
    pub fn add(&mut self, event: &Event) {
        for (service, status, known) in event.changes() {
            self.changes.push(Change { service: service.0 as u32, status: Some(status), known });
        }
        for service in event.only_touched() {
            let known = Known::Unknown;
            self.changes.push(Change { service: service.0 as u32, status: None, known });
        }
        let Event { kind, precision, pinned, private, .. } = *event;
        let mark = Mark { kind, precision, pinned, private };
        self.close(event.at, mark, event.until, event.recovery);
    }

    /// Adds a head of other heads.
    pub fn push(&mut self, head: &Head) {
        self.changes.extend_from_slice(head.touched);
        let Head { kind, precision, pinned, private, .. } = *head;
        let mark = Mark { kind, precision, pinned, private };
        self.close(head.at, mark, head.until, head.recovery);
    }

    fn close(&mut self, at: Time, mark: Mark, until: Option<Time>, reading: Option<Reading>) {
        let index = self.at.len() as u32;
        self.until.extend(until.map(|until| (index, until)));
        self.readings.extend(reading.map(|reading| (index, reading)));
        self.at.push(at);
        self.marks.push(mark);
        self.ends.push(self.changes.len() as u32);
    }

    /// Makes room for other heads.
    pub fn reserve<'h>(&mut self, others: impl Iterator<Item = &'h Self> + Clone) {
        let events = others.clone().map(Self::len).sum();
        self.at.reserve_exact(events);
        self.marks.reserve_exact(events);
        self.ends.reserve_exact(events);
        self.changes.reserve_exact(others.map(|other| other.changes.len()).sum());
    }

    /// Adds other heads, whose services are `services[id]` here.
    pub fn append(&mut self, other: &Self, services: &[ServiceId]) {
        let (index, change) = (self.at.len() as u32, self.changes.len() as u32);
        self.at.extend_from_slice(&other.at);
        self.marks.extend_from_slice(&other.marks);
        self.ends.extend(other.ends.iter().map(|end| end + change));
        self.changes.extend(other.changes.iter().map(|change| Change {
            service: services.get(change.service as usize).map_or(change.service, |id| id.0 as u32),
            ..*change
        }));
        self.until.extend(other.until.iter().map(|(at, until)| (at + index, *until)));
        self.readings.extend(other.readings.iter().map(|(at, reading)| (at + index, *reading)));
    }
}

fn sparse<T: Copy>(column: &[(u32, T)], index: usize) -> Option<T> {
    let found = column.binary_search_by_key(&(index as u32), |(at, _)| *at).ok()?;
    Some(column[found].1)
}
