//! The events that are shown.

use std::ops::Range;

use super::filter::Filter;
use crate::model::Kind;
use crate::timeline::Timeline;

/// The rows that a filter leaves. An index over (timeline, filter), made by [`Listing::new`]; of a
/// long timeline in several goes, each of which adds rows at the end.
#[derive(Debug, Clone, Default)]
pub struct Listing {
    /// As it was typed.
    pub text: String,
    filter: Filter,
    rows: Vec<usize>,
    /// The kinds of each [`BLOCK`] rows, a bit for each.
    kinds: Vec<u16>,
    /// The first row that was not looked at yet.
    next: usize,
    /// Rows of the timeline.
    all: usize,
    /// The user asked for the last row and waits until it is known.
    pub(super) to_the_end: bool,
}

const BLOCK: usize = 64;
/// What one go may cost, so that no key waits for it: an event read whole costs [`WHOLE`], any other 1.
pub(super) const GO: usize = 100_000;
pub(super) const WHOLE: usize = 32;

impl Listing {
    /// What a filter leaves, as far as one go finds it; of most files that is all.
    pub fn new(timeline: &Timeline, text: &str, filter: &Filter) -> Self {
        let text = if filter.is_empty() { "" } else { text.trim() };
        let mut listing = Self {
            text: text.to_owned(),
            filter: filter.clone(),
            all: timeline.len(),
            ..Self::default()
        };
        listing.advance(timeline);
        listing
    }

    /// What leaves these rows.
    pub fn filter(&self) -> &Filter {
        &self.filter
    }

    /// Whether every row was looked at.
    pub fn is_complete(&self) -> bool {
        self.next >= self.all
    }

    /// Looks at some more rows.
    pub(super) fn advance(&mut self, timeline: &Timeline) {
        if self.filter.is_empty() {
            self.rows = (0..self.all).collect();
            self.next = self.all;
        }
        let mut cost = 0;
        while self.next < self.all && cost < GO {
            let row = self.next;
            let (holds, paid) = self.filter.looks(row, timeline);
            self.rows.extend(holds.then_some(row));
            (self.next, cost) = (row + 1, cost + paid);
        }
        let summed = self.kinds.len() * BLOCK;
        let full = self.rows[summed..].chunks_exact(BLOCK);
        self.kinds.extend(full.map(|rows| kinds(timeline, rows)));
    }

    /// The kinds of the events of some places of [`Self::rows`], those first that say most.
    pub fn kinds_among(
        &self,
        timeline: &Timeline,
        places: Range<usize>,
    ) -> impl Iterator<Item = Kind> + use<> {
        let (first, last) = (places.start.div_ceil(BLOCK), places.end / BLOCK);
        let of = |places: Range<usize>| kinds(timeline, self.rows.get(places).unwrap_or_default());
        let found = if first < last {
            let blocks = self.kinds[first..last].iter().fold(0, |all, kinds| all | kinds);
            blocks | of(places.start..first * BLOCK) | of(last * BLOCK..places.end)
        } else {
            of(places)
        };
        Kind::ALL.into_iter().filter(move |kind| found & bit(*kind) != 0)
    }

    /// Rows of the timeline, in order.
    pub fn rows(&self) -> &[usize] {
        &self.rows
    }

    /// The place in [`Self::rows`] of `row`, or of the last shown one before it, or of the first.
    pub fn place(&self, row: usize) -> Option<usize> {
        if self.rows.is_empty() {
            return None;
        }
        Some(self.rows.partition_point(|&shown| shown <= row).saturating_sub(1))
    }
}

fn kinds(timeline: &Timeline, rows: &[usize]) -> u16 {
    let heads = rows.iter().filter_map(|row| timeline.head(*row));
    heads.fold(0, |all, head| all | bit(head.kind))
}

fn bit(kind: Kind) -> u16 {
    1 << kind as u16
}
