//! The events that a search found.

use std::ops::Range;

use super::filter::mentions;
use super::listing::{GO, Listing, WHOLE};
use super::{App, Overlay};
use crate::text::{Needle, Scent};
use crate::timeline::Timeline;

/// What the first go may cost: it is made for every letter that is typed.
const FIRST: usize = GO / 5;
/// So many events that are passed over cost as much as one of which the head is looked at.
const PASSED: usize = 2;

/// A search and its hits among the shown rows. In a long timeline it is made in several goes, from
/// the cursor on and round to it again.
#[derive(Debug, Clone, Default)]
pub struct Search {
    /// As it was typed.
    pub text: String,
    sought: Option<Sought>,
    /// It stands in the name of a service, which need not stand in an event.
    is_named: bool,
    hits: Vec<usize>,
    /// The row it was begun in.
    start: usize,
    /// It has just been typed: its first hit is shown.
    pub(super) typed: bool,
    scan: Option<Scan>,
}

/// What is still to be looked at, in places of the listing.
#[derive(Debug, Clone, Copy)]
struct Scan {
    next: usize,
    end: usize,
    /// From the top to where it began comes last: so many places, and where their hits belong.
    first_part: usize,
    insert_at: usize,
}

impl Search {
    /// What is found in one short go, from the event in `row` on; in most files that is all.
    pub fn new(timeline: &Timeline, listing: &Listing, text: &str, row: usize) -> Self {
        let sought = Sought::new(text);
        let start = listing.rows().partition_point(|&shown| shown < row);
        let end = listing.rows().len();
        let scan = Scan { next: start, end, first_part: start, insert_at: 0 };
        let scan = sought.is_some().then_some(scan);
        let mut search = Self {
            text: text.to_owned(),
            is_named: sought.as_ref().is_some_and(|sought| sought.is_named(timeline)),
            sought,
            hits: Vec::new(),
            start: row,
            typed: false,
            scan,
        };
        search.go(timeline, listing, FIRST);
        search
    }

    /// What is looked for.
    pub fn needle(&self) -> Option<&Needle> {
        self.sought.as_ref().map(|sought| &sought.needle)
    }

    pub fn is_on(&self) -> bool {
        self.sought.is_some()
    }

    /// The row it was begun in.
    pub fn start(&self) -> usize {
        self.start
    }

    /// Whether every shown row was looked at.
    pub fn is_complete(&self) -> bool {
        self.scan.is_none()
    }

    /// Looks at some more rows.
    pub(super) fn advance(&mut self, timeline: &Timeline, listing: &Listing) {
        self.go(timeline, listing, GO);
    }

    /// The same for so much as that may cost.
    fn go(&mut self, timeline: &Timeline, listing: &Listing, most: usize) {
        let (Some(mut scan), Some(sought)) = (self.scan, &self.sought) else { return };
        let rows = listing.rows();
        let mut cost = 0;
        let mut found = Vec::new();
        while scan.next < scan.end && cost < most {
            let end = scan.end.min(scan.next + PASSED * (most - cost));
            // Of rows that are all shown those between two hits are passed over together.
            let next = if rows.len() == timeline.len() && !self.is_named {
                sought.next_row(scan.next..end, timeline)
            } else {
                (scan.next..end).find(|&place| sought.may_stand_in(rows[place], timeline))
            };
            cost += (next.unwrap_or(end) - scan.next).div_ceil(PASSED);
            scan.next = next.unwrap_or(end);
            let Some(&row) = next.and_then(|place| rows.get(place)) else { continue };
            let event = timeline.event(row);
            if event.is_some_and(|event| mentions(&event, timeline, &sought.needle)) {
                found.push(row);
            }
            scan.next += 1;
            cost += WHOLE;
        }
        let at = scan.insert_at;
        scan.insert_at += found.len();
        self.hits.splice(at..at, found);
        self.scan = match scan {
            scan if scan.next < scan.end => Some(scan),
            Scan { first_part: 0, .. } => None,
            scan => Some(Scan { next: 0, end: scan.first_part, first_part: 0, insert_at: 0 }),
        };
        if cost < most && self.scan.is_some() {
            self.go(timeline, listing, most - cost);
        }
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

/// A text that is looked for in what events say.
#[derive(Debug, Clone)]
pub(super) struct Sought {
    pub(super) needle: Needle,
    /// What of it must stand in the bytes of an event.
    scent: Option<Box<Scent>>,
}

impl PartialEq for Sought {
    fn eq(&self, other: &Self) -> bool {
        self.needle == other.needle
    }
}

impl Eq for Sought {}

impl Sought {
    pub(super) fn new(text: &str) -> Option<Self> {
        let needle = Needle::new(text)?;
        Some(Self { scent: needle.scent().map(Box::new), needle })
    }

    /// The first of some rows whose event may mention it by itself, names of services apart; the others
    /// are not read.
    fn next_row(&self, mut rows: Range<usize>, timeline: &Timeline) -> Option<usize> {
        match &self.scent {
            Some(scent) => timeline.next_saying(rows, scent),
            None => rows.next(),
        }
    }

    /// Whether the event in a row may mention it; if not, it is not read.
    pub(super) fn may_stand_in(&self, row: usize, timeline: &Timeline) -> bool {
        let Some(scent) = &self.scent else { return true };
        let is_in = |id| timeline.service(id).name.all().any(|name| self.needle.is_in(name));
        timeline.next_saying(row..row + 1, scent).is_some()
            || timeline.head(row).is_some_and(|head| head.services().any(is_in))
    }

    /// Whether it stands in the name of a service.
    fn is_named(&self, timeline: &Timeline) -> bool {
        let mut names = timeline.services().flat_map(|id| timeline.service(id).name.all());
        names.any(|name| self.needle.is_in(name))
    }
}

impl App {
    /// Whether a filter or a search has not looked at everything yet.
    pub fn is_looking(&self) -> bool {
        !self.listing.is_complete() || !self.search.is_complete()
    }

    /// Looks until nothing is left.
    pub fn settle(&mut self) {
        while self.is_looking() {
            self.look();
        }
    }

    /// Looks on. The first hit is shown when it is found, unless the user has gone elsewhere.
    pub(super) fn look(&mut self) {
        if !self.listing.is_complete() {
            self.listing.advance(&self.timeline);
            if self.listing.is_complete() {
                if self.listing.to_the_end {
                    self.stand_at_the_end();
                }
                self.search_anew();
            }
            return;
        }
        let had_none = self.search.hits().is_empty();
        self.search.advance(&self.timeline, &self.listing);
        if had_none && self.search.typed && self.cursor.row == self.search.start {
            self.show_first_hit();
        }
    }

    /// Stands on the first hit from where the search began, where there is one.
    pub(super) fn show_first_hit(&mut self) {
        if let Some(row) = self.search.from(self.search.start) {
            self.stand_on(row);
        }
    }

    /// Whether all hits are known: every shown row was looked at, and none is still to be read.
    pub fn has_all_hits(&self) -> bool {
        self.search.is_complete() && self.loading().is_none()
    }

    /// The same of the rows that the filter leaves.
    pub fn has_all_rows(&self) -> bool {
        self.listing.is_complete() && self.loading().is_none()
    }

    /// Searches once more, where what is searched has changed; also what would come back if the
    /// search that is being typed were given up.
    pub(super) fn search_anew(&mut self) {
        self.search = self.search_for(&self.search.text);
        if let Some(Overlay::Search { before, origin, .. }) = &mut self.overlay {
            *origin = self.cursor;
            let row = self.cursor.row;
            *before = Search::new(&self.timeline, &self.listing, &before.text, row);
        }
    }

    /// A search from the cursor on.
    pub(super) fn search_for(&self, text: &str) -> Search {
        Search::new(&self.timeline, &self.listing, text, self.cursor.row)
    }
}
