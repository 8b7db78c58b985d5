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
    /// The kind that says most of all of them.
    most: u16,
    /// The first row that was not looked at yet.
    next: usize,
    /// Rows of the timeline.
    all: usize,
    /// The user asked for the last row and waits until it is known.
    pub(super) to_the_end: bool,
}

const BLOCK: usize = 16;
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
        let rest = kinds(timeline, &self.rows[self.kinds.len() * BLOCK..]);
        let seen = self.kinds.iter().fold(rest, |all, kinds| all | kinds);
        self.most = most(seen).map_or(0, bit);
    }

    /// The kinds of the events of some places of [`Self::rows`], those first that say most.
    pub fn kinds_among(
        &self,
        timeline: &Timeline,
        places: Range<usize>,
    ) -> impl Iterator<Item = Kind> + use<> {
        let of = |places: Range<usize>| kinds(timeline, self.rows.get(places).unwrap_or_default());
        let (first, last) = (places.start.div_ceil(BLOCK), places.end / BLOCK);
        let found = match self.kinds.get(first..last) {
            Some([]) | None => of(places),
            Some(blocks) => {
                let edges = of(places.start..first * BLOCK) | of(last * BLOCK..places.end);
                blocks.iter().fold(edges, |all, kinds| all | kinds)
            }
        };
        Kind::ALL.into_iter().filter(move |kind| found & bit(*kind) != 0)
    }

    /// The one that says most. Once nothing can say more, no further row is looked at.
    pub fn strongest(&self, timeline: &Timeline, places: Range<usize>) -> Option<Kind> {
        let of = |places: Range<usize>| kinds(timeline, self.rows.get(places).unwrap_or_default());
        let (first, last) = (places.start.div_ceil(BLOCK), places.end / BLOCK);
        let blocks = match self.kinds.get(first..last) {
            Some([]) | None => return most(of(places)),
            Some(blocks) => blocks,
        };
        let mut found = 0;
        for kinds in blocks {
            found |= kinds;
            if found & self.most != 0 {
                return most(found);
            }
        }
        let says_more =
            |block: usize| self.kinds.get(block).is_none_or(|kinds| kinds & more(found) != 0);
        let before =
            Some(places.start..first * BLOCK).filter(|_| says_more(first.saturating_sub(1)));
        let behind = Some(last * BLOCK..places.end).filter(|_| says_more(last));
        most(found | before.map_or(0, of) | behind.map_or(0, of))
    }

    /// The first place in [`Self::rows`] of `row` or a later one.
    pub fn from(&self, row: usize) -> usize {
        if self.filter.is_empty() {
            return row.min(self.rows.len());
        }
        self.rows.partition_point(|&shown| shown < row)
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
    rows.iter().filter_map(|row| timeline.kind(*row)).fold(0, |all, kind| all | bit(kind))
}

/// The kind that says most of some, which is the first of the table.
fn most(kinds: u16) -> Option<Kind> {
    Kind::ALL.get(kinds.trailing_zeros() as usize).copied()
}

/// All kinds that say more than any of some.
fn more(kinds: u16) -> u16 {
    (kinds & kinds.wrapping_neg()).wrapping_sub(1)
}

fn bit(kind: Kind) -> u16 {
    1 << kind as u16
}
