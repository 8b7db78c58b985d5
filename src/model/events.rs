//! The events of an incident, of which there may be a million.
//!
//! Of each event a [`Head`] is kept, some thirty bytes: what the clock, the states and the lanes
//! ask of it. The rest is either kept as well, or stays in the file and is read again when
//! somebody looks at the event.

mod heads;

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use super::{Event, Kind, Time};
use crate::text::Scent;
pub use heads::{Change, Head, Heads};

/// Events in the order of the file.
#[derive(Debug, Clone, Default)]
pub struct Events {
    heads: Arc<Heads>,
    whole: Whole,
}

/// Where an event is read again, whole.
pub trait Archive: fmt::Debug + Send + Sync {
    /// The event at a place in the order of the file; places beyond the last are never asked for.
    fn event(&self, index: usize) -> Event;

    /// The first event among some in the order of the file whose texts may hold a scent; names of
    /// services apart. That those before it do not is certain.
    fn next_saying(&self, among: Range<usize>, scent: &Scent) -> Option<usize>;
}

#[derive(Debug, Clone)]
enum Whole {
    Kept(Arc<Vec<Event>>),
    /// Those at the given places of the archive; all of them where none are given.
    Filed(Arc<dyn Archive>, Option<Vec<u32>>),
}

impl Default for Whole {
    fn default() -> Self {
        Self::Kept(Arc::default())
    }
}

impl Events {
    /// Events that stay where they are; `heads` are theirs, in the same order.
    pub fn filed(heads: Heads, archive: Arc<dyn Archive>) -> Self {
        Self { heads: Arc::new(heads), whole: Whole::Filed(archive, None) }
    }

    pub fn len(&self) -> usize {
        self.heads.len()
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// What is at hand of an event.
    pub fn head(&self, index: usize) -> Option<Head<'_>> {
        self.heads.get(index)
    }

    /// When it is; cheaper than asking its head, since nothing else is looked at.
    pub fn at(&self, index: usize) -> Option<Time> {
        self.heads.at(index)
    }

    /// What kind it is; as cheap.
    pub fn kind(&self, index: usize) -> Option<Kind> {
        self.heads.kind(index)
    }

    /// What is at hand of each.
    pub fn heads(&self) -> impl ExactSizeIterator<Item = Head<'_>> + DoubleEndedIterator {
        self.heads.iter()
    }

    /// The whole event.
    pub fn get(&self, index: usize) -> Option<Cow<'_, Event>> {
        match &self.whole {
            Whole::Kept(events) => events.get(index).map(Cow::Borrowed),
            Whole::Filed(archive, None) if index < self.len() => {
                Some(Cow::Owned(archive.event(index)))
            }
            Whole::Filed(archive, places) => {
                let place = *places.as_ref()?.get(index)?;
                Some(Cow::Owned(archive.event(place as usize)))
            }
        }
    }

    /// The first event among some whose texts may hold a scent; see [`Archive::next_saying`].
    pub fn next_saying(&self, mut among: Range<usize>, scent: &Scent) -> Option<usize> {
        among.end = among.end.min(self.len());
        match &self.whole {
            Whole::Kept(_) => Some(among.start).filter(|index| *index < among.end),
            Whole::Filed(archive, None) => archive.next_saying(among, scent),
            Whole::Filed(archive, Some(places)) => among.into_iter().find(|&index| {
                let place = places.get(index).map_or(0, |place| *place as usize);
                archive.next_saying(place..place + 1, scent).is_some()
            }),
        }
    }

    /// Each whole event.
    pub fn iter(&self) -> impl Iterator<Item = Cow<'_, Event>> {
        (0..self.len()).filter_map(|index| self.get(index))
    }

    /// Leaves out the events whose heads do not meet a condition.
    #[must_use]
    pub fn only(self, keeps: impl Fn(&Head) -> bool) -> Self {
        if self.heads().all(|head| keeps(&head)) {
            return self;
        }
        let kept: Vec<bool> = self.heads().map(|head| keeps(&head)).collect();
        let places = |len: usize| (0..len as u32).filter(|&place| kept[place as usize]);
        let whole = match self.whole {
            Whole::Kept(events) => {
                let mut kept = kept.iter();
                let is_kept = |_: &Event| kept.next().copied().unwrap_or_default();
                Whole::Kept(filter(Arc::unwrap_or_clone(events), is_kept).into())
            }
            Whole::Filed(archive, None) => {
                Whole::Filed(archive, Some(places(kept.len()).collect()))
            }
            Whole::Filed(archive, Some(old)) => {
                let left = places(old.len()).map(|place| old[place as usize]).collect();
                Whole::Filed(archive, Some(left))
            }
        };
        let mut heads = Heads::default();
        self.heads.iter().filter(|head| keeps(head)).for_each(|head| heads.push(&head));
        Self { heads: Arc::new(heads), whole }
    }
}

fn filter(mut events: Vec<Event>, keeps: impl FnMut(&Event) -> bool) -> Vec<Event> {
    events.retain(keeps);
    events
}

impl From<Vec<Event>> for Events {
    fn from(events: Vec<Event>) -> Self {
        let mut heads = Heads::default();
        for event in &events {
            heads.add(event);
        }
        Self { heads: Arc::new(heads), whole: Whole::Kept(events.into()) }
    }
}

impl FromIterator<Event> for Events {
    fn from_iter<I: IntoIterator<Item = Event>>(events: I) -> Self {
        events.into_iter().collect::<Vec<_>>().into()
    }
}

impl From<Events> for Vec<Event> {
    fn from(events: Events) -> Self {
        match events.whole {
            Whole::Kept(events) => Arc::unwrap_or_clone(events),
            Whole::Filed(..) => events.iter().map(Cow::into_owned).collect(),
        }
    }
}

impl PartialEq for Events {
    fn eq(&self, other: &Self) -> bool {
        self.len() == other.len() && self.iter().eq(other.iter())
    }
}
