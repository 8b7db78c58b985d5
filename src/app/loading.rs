//! A file of which only the beginning has been read yet.

use super::{App, File, Listing, Settings};
use crate::load::Report;
use crate::text::Msg;
use crate::timeline::Timeline;

/// How far the reading of the file has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Loading {
    /// Events read so far; those on the screen are the first of them.
    pub events: usize,
    /// Bytes read so far.
    pub bytes: u64,
    /// Bytes of the file.
    pub total: u64,
    /// The user asked for the last event and waits for it.
    pub to_the_end: bool,
}

impl Loading {
    /// 0 to 100, and 100 only when all is there.
    pub fn percent(self) -> u64 {
        (self.bytes.saturating_mul(100) / self.total.max(1)).min(99)
    }
}

/// Whether the screen has the whole file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Extension {
    #[default]
    Whole,
    /// The rest is being read.
    Loading(Loading),
    /// The rest has faults; what is shown is the beginning.
    Incomplete,
}

impl App {
    /// The beginning of a file of so many bytes, at its first event.
    pub fn beginning(file: File, timeline: Timeline, settings: Settings, total: u64) -> Self {
        let events = timeline.len();
        let mut app = Self::new(file, timeline, settings);
        app.go_end(false);
        app.extension = Extension::Loading(Loading { events, total, ..Loading::default() });
        app
    }

    /// While the file is being read: how far that has come.
    pub fn loading(&self) -> Option<Loading> {
        match self.extension {
            Extension::Loading(loading) => Some(loading),
            Extension::Whole | Extension::Incomplete => None,
        }
    }

    /// So much has been read.
    pub(super) fn read_so_far(&mut self, events: usize, bytes: u64) {
        if let Extension::Loading(loading) = &mut self.extension {
            (loading.events, loading.bytes) = (events, bytes);
        }
    }

    /// Goes to the last event once it is there, or known to be the last that a filter leaves; whether it
    /// is not yet.
    pub(super) fn wait_for_the_end(&mut self) -> bool {
        if let Extension::Loading(loading) = &mut self.extension {
            loading.to_the_end = true;
            self.say(Msg::LoadingWait);
            return true;
        }
        self.listing.to_the_end = !self.listing.is_complete();
        if self.listing.to_the_end {
            self.say(Msg::LookingWait);
        }
        self.listing.to_the_end
    }

    /// Stands on the last event that is shown, once that is known.
    pub(super) fn stand_at_the_end(&mut self) {
        self.listing.to_the_end = !self.listing.is_complete();
        if let (false, Some(&row)) = (self.listing.to_the_end, self.listing.rows().last()) {
            self.notice = None;
            self.stand_on(row);
        }
    }

    /// Waits no longer; whether it did.
    pub(super) fn wait_no_longer(&mut self) -> bool {
        let waited = std::mem::take(&mut self.listing.to_the_end);
        match &mut self.extension {
            Extension::Loading(loading) => std::mem::take(&mut loading.to_the_end),
            Extension::Whole | Extension::Incomplete => waited,
        }
    }

    /// The whole file is there. The clock stays where it is, and so does what narrows the screen.
    pub fn arrive(&mut self, timeline: Timeline, report: Report) {
        let to_the_end = self.loading().is_some_and(|loading| loading.to_the_end);
        let seeks = self.search.typed
            && self.search.hits().is_empty()
            && self.cursor.row == self.search.start();
        let stood = self.timeline.at(self.cursor.row) == Some(self.cursor.at);
        let place = self.timeline.place(self.cursor.row).filter(|_| stood);
        self.file.report = report;
        self.extension = Extension::Whole;
        self.timeline = timeline;
        match place.and_then(|place| self.timeline.row_of(place)) {
            Some(row) => self.cursor.row = row,
            None => self.set_clock(self.cursor.at),
        }
        self.listing = Listing::new(&self.timeline, &self.listing.text, self.listing.filter());
        if to_the_end {
            self.stand_at_the_end();
        }
        self.search_anew();
        if seeks {
            self.search.typed = true;
            self.show_first_hit();
        }
    }

    /// The rest of the file cannot be shown; what is wrong with it can.
    pub fn fail(&mut self, report: Report) {
        self.file.report = report;
        self.extension = Extension::Incomplete;
        self.say(Msg::LoadingFailed);
    }
}
