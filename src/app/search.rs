//! The events that a search found.

use super::filter::mentions;
use super::listing::{GO, Listing, WHOLE};
use super::{App, Overlay};
use crate::text::Needle;
use crate::timeline::Timeline;

/// A search and its hits among the shown rows. In a long timeline it is made in several goes, from
/// the cursor on and round to it again.
#[derive(Debug, Clone, Default)]
pub struct Search {
    /// As it was typed.
    pub text: String,
    pub needle: Option<Needle>,
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
    /// What is found in one go, from the event in `row` on; in most files that is all.
    pub fn new(timeline: &Timeline, listing: &Listing, text: &str, row: usize) -> Self {
        let needle = Needle::new(text);
        let start = listing.rows().partition_point(|&shown| shown < row);
        let end = listing.rows().len();
        let scan = Scan { next: start, end, first_part: start, insert_at: 0 };
        let scan = needle.is_some().then_some(scan);
        let mut search = Self {
            text: text.to_owned(),
            needle,
            hits: Vec::new(),
            start: row,
            typed: false,
            scan,
        };
        search.advance(timeline, listing);
        search
    }

    pub fn is_on(&self) -> bool {
        self.needle.is_some()
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
        let (Some(mut scan), Some(needle)) = (self.scan, &self.needle) else { return };
        let word = needle.word();
        let mut cost = 0;
        let mut found = Vec::new();
        while scan.next < scan.end && cost < GO {
            let row = listing.rows()[scan.next];
            let may = word.is_none_or(|word| may_mention(timeline, row, needle, word));
            cost += if may { WHOLE } else { 1 };
            let event = may.then(|| timeline.event(row)).flatten();
            if event.is_some_and(|event| mentions(&event, timeline, needle)) {
                found.push(row);
            }
            scan.next += 1;
        }
        let at = scan.insert_at;
        scan.insert_at += found.len();
        self.hits.splice(at..at, found);
        self.scan = match scan {
            scan if scan.next < scan.end => Some(scan),
            Scan { first_part: 0, .. } => None,
            scan => Some(Scan { next: 0, end: scan.first_part, first_part: 0, insert_at: 0 }),
        };
        if cost < GO && self.scan.is_some() {
            self.advance(timeline, listing);
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

/// Whether the event in a row may mention a word; if not, it is not read.
pub(super) fn may_mention(timeline: &Timeline, row: usize, needle: &Needle, word: &str) -> bool {
    timeline.may_say(row, word)
        || timeline.head(row).is_some_and(|head| {
            head.services().any(|id| timeline.service(id).name.all().any(|name| needle.is_in(name)))
        })
}

impl App {
    /// Whether a filter or a search has not looked at everything yet.
    pub fn is_looking(&self) -> bool {
        !self.listing.is_complete() || !self.search.is_complete()
    }

    /// Looks on. The first hit is shown when it is found, unless the user has gone elsewhere.
    pub(super) fn look(&mut self) {
        if !self.listing.is_complete() {
            self.listing.advance(&self.timeline);
            if self.listing.is_complete() {
                self.search_anew();
            }
            return;
        }
        let had_none = self.search.hits().is_empty();
        self.search.advance(&self.timeline, &self.listing);
        let stays = self.search.typed && self.cursor.row == self.search.start;
        if let Some(row) = self.search.from(self.search.start).filter(|_| had_none && stays) {
            self.stand_on(row);
        }
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
