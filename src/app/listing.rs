//! The events that are shown, and those that a search found among them.

use std::ops::Range;

use super::filter::{Filter, mentions};
use crate::model::Kind;
use crate::text::Needle;
use crate::timeline::Timeline;

/// The rows that a filter leaves. An index over (timeline, filter): made only by
/// [`Listing::new`], never changed.
#[derive(Debug, Clone, Default)]
pub struct Listing {
    /// As it was typed.
    pub text: String,
    rows: Vec<usize>,
    /// The kinds of each [`BLOCK`] rows, a bit for each.
    kinds: Vec<u16>,
}

const BLOCK: usize = 64;

impl Listing {
    pub fn new(timeline: &Timeline, text: &str, filter: &Filter) -> Self {
        let rows: Vec<usize> = if filter.is_empty() {
            (0..timeline.len()).collect()
        } else {
            let holds = |row: &usize| {
                timeline.event(*row).is_some_and(|event| filter.holds(&event, timeline))
            };
            (0..timeline.len()).filter(holds).collect()
        };
        let kinds = rows.chunks(BLOCK).map(|rows| kinds(timeline, rows)).collect();
        let text = if filter.is_empty() { "" } else { text.trim() };
        Self { text: text.to_owned(), rows, kinds }
    }

    /// The kind that says most among the events of some places of [`Self::rows`].
    pub fn strongest(&self, timeline: &Timeline, places: Range<usize>) -> Option<Kind> {
        let (first, last) = (places.start.div_ceil(BLOCK), places.end / BLOCK);
        let of = |places: Range<usize>| kinds(timeline, self.rows.get(places).unwrap_or_default());
        let found = if first < last {
            let blocks = self.kinds[first..last].iter().fold(0, |all, kinds| all | kinds);
            blocks | of(places.start..first * BLOCK) | of(last * BLOCK..places.end)
        } else {
            of(places)
        };
        Kind::ALL.into_iter().find(|kind| found & bit(*kind) != 0)
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

/// A search and its hits among the shown rows.
#[derive(Debug, Clone, Default)]
pub struct Search {
    /// As it was typed.
    pub text: String,
    pub needle: Option<Needle>,
    hits: Vec<usize>,
}

impl Search {
    pub fn new(timeline: &Timeline, listing: &Listing, text: &str) -> Self {
        let needle = Needle::new(text);
        let hits = match &needle {
            Some(needle) => listing
                .rows()
                .iter()
                .copied()
                .filter(|&row| {
                    timeline.event(row).is_some_and(|event| mentions(&event, timeline, needle))
                })
                .collect(),
            None => Vec::new(),
        };
        Self { text: text.to_owned(), needle, hits }
    }

    pub fn is_on(&self) -> bool {
        self.needle.is_some()
    }

    /// Rows of the timeline, in order.
    pub fn hits(&self) -> &[usize] {
        &self.hits
    }

    /// The first hit at or after `row`, or the very first.
    pub fn from(&self, row: usize) -> Option<usize> {
        let next = self.hits.partition_point(|&hit| hit < row);
        self.hits.get(next).or(self.hits.first()).copied()
    }

    /// The `n`-th hit from row `next` on, going round; where `n` is negative, before row
    /// `previous`.
    pub fn step(&self, next: usize, previous: usize, n: i64) -> Option<usize> {
        let len = i64::try_from(self.hits.len()).ok().filter(|&len| len > 0)?;
        let at = if n >= 0 {
            self.hits.partition_point(|&hit| hit < next) as i64 + n - 1
        } else {
            self.hits.partition_point(|&hit| hit < previous) as i64 + n
        };
        self.hits.get(usize::try_from(at.rem_euclid(len)).ok()?).copied()
    }

    /// Which hit `row` is, counted from 1.
    pub fn number(&self, row: usize) -> Option<usize> {
        self.hits.binary_search(&row).ok().map(|index| index + 1)
    }
}
