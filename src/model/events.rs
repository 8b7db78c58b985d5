//! The events of an incident, of which there may be a million.
//!
//! Of each event a [`Head`] is kept, some thirty bytes: what the clock, the states and the lanes
//! ask of it. The rest is either kept as well, or stays in the file and is read again when
//! somebody looks at the event.

mod heads;

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use super::{Event, Kind, Time};
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

    /// Whether a word of ASCII letters and digits may stand in its texts, whatever the case of its letters; names of
    /// services apart. False is certain.
    fn may_say(&self, index: usize, word: &str) -> bool;
}

#[derive(Debug, Clone)]
enum Whole {
    Kept(Vec<Event>),
    /// Those at the given places of the archive; all of them where none are given.
    Filed(Arc<dyn Archive>, Option<Vec<u32>>),
}

impl Default for Whole {
    fn default() -> Self {
        Self::Kept(Vec::new())
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

    /// Whether an ASCII word may stand in the texts of an event; see [`Archive::may_say`].
    pub fn may_say(&self, index: usize, word: &str) -> bool {
        match &self.whole {
            Whole::Kept(_) => true,
            Whole::Filed(archive, None) => archive.may_say(index, word),
            Whole::Filed(archive, Some(places)) => {
                places.get(index).is_some_and(|place| archive.may_say(*place as usize, word))
            }
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
                Whole::Kept(filter(events, is_kept))
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
        Self { heads: Arc::new(heads), whole: Whole::Kept(events) }
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
            Whole::Kept(events) => events,
            Whole::Filed(..) => events.iter().map(Cow::into_owned).collect(),
        }
    }
}

impl PartialEq for Events {
    fn eq(&self, other: &Self) -> bool {
        self.len() == other.len() && self.iter().eq(other.iter())
    }
}
