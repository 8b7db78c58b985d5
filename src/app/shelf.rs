//! The list of incidents: what it knows, and how it changes.
//!
//! A state of its own beside [`super::App`], with the same keys, actions and effects. It holds
//! headings, not incidents: an incident is read when it is opened, and forgotten when it is left.
//! Which rows are shown, and in which order, follows from the entries, the query and the order.

mod update;

use std::cmp::Reverse;

use super::{Action, Extent, Key, Line, Mode, Settings};
use crate::load::Diagnostic;
use crate::text::{Msg, Needle, SafeText, Words};
use crate::timeline::{Heading, Overall};

/// Where an incident is read from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Slot {
    /// The place of its file among those that are read.
    pub file: usize,
    /// Its place in that file, in the order of time.
    pub nth: usize,
}

/// One row of the list.
#[derive(Debug, Clone)]
pub struct Entry {
    pub slot: Slot,
    pub file: SafeText,
    /// Or why it cannot be shown.
    pub told: Result<Box<Heading>, Box<Diagnostic>>,
}

/// What a file holds.
#[derive(Debug, Clone, Default)]
pub struct Found {
    pub entries: Vec<Entry>,
    /// How many pieces of announced work are left out.
    pub planned: usize,
    /// How many warnings there are about it.
    pub warnings: usize,
    /// How many private events the entries leave out.
    pub private: usize,
}

/// Which incident stands first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    #[default]
    Newest,
    Oldest,
    Longest,
    /// By severity; those without one last.
    Worst,
}

impl Order {
    const ALL: [Self; 4] = [Self::Newest, Self::Oldest, Self::Longest, Self::Worst];

    fn next(self) -> Self {
        Self::ALL[(self as usize + 1) % Self::ALL.len()]
    }

    pub fn label(self) -> Msg {
        match self {
            Self::Newest => Msg::OrderNewest,
            Self::Oldest => Msg::OrderOldest,
            Self::Longest => Msg::OrderLongest,
            Self::Worst => Msg::OrderWorst,
        }
    }

    /// What cannot be read has no time and stands last.
    fn key(self, entry: &Entry) -> (bool, Reverse<i64>, Reverse<i64>) {
        let Ok(heading) = &entry.told else { return (true, Reverse(0), Reverse(0)) };
        let start = heading.start.millis();
        let first = match self {
            Self::Newest => start,
            Self::Oldest => -start,
            Self::Longest => heading.length,
            Self::Worst => -heading.severity.map_or(i64::MAX, |severity| severity.level().into()),
        };
        (false, Reverse(first), Reverse(start))
    }
}

/// What stands over the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Over {
    /// The search line; Esc brings the query before it back.
    Search { line: Line, before: String },
    /// Keys and commands; Esc goes back to what was open below.
    Help { line: Line, chosen: usize, below: Option<Box<Over>> },
    /// The measures over all incidents that are shown.
    Measures { scroll: u16 },
}

/// The list.
#[derive(Debug)]
pub struct Shelf {
    /// Where its incidents come from.
    pub name: SafeText,
    pub settings: Settings,
    pub order: Order,
    /// Words that must all be found in what is shown.
    pub query: String,
    pub over: Option<Over>,
    /// How many files are still to be read.
    pub unread: usize,
    /// How many pieces of announced work are left out.
    pub planned: usize,
    /// What is being read to be shown.
    pub opening: Option<Slot>,
    /// Said in the last row until the next key.
    pub notice: Option<SafeText>,
    pub extent: Extent,
    entries: Vec<Entry>,
    /// Places of the entries that are shown. An index that only [`Shelf::arrange`] makes.
    rows: Vec<usize>,
    /// Where the cursor was put; the first row until then.
    chosen: Option<Slot>,
}

impl Shelf {
    /// A list that is still empty, of so many files.
    pub fn new(name: SafeText, files: usize, settings: Settings) -> Self {
        Self {
            name,
            settings,
            order: Order::default(),
            query: String::new(),
            over: None,
            unread: files,
            planned: 0,
            opening: None,
            notice: None,
            extent: Extent::default(),
            entries: Vec::new(),
            rows: Vec::new(),
            chosen: None,
        }
    }

    pub fn words(&self) -> Words {
        self.settings.words
    }

    /// A file has been read. The cursor stays on its incident.
    pub fn take(&mut self, found: Found) {
        self.unread = self.unread.saturating_sub(1);
        self.planned += found.planned;
        self.entries.extend(found.entries);
        self.arrange();
    }

    /// The incident that was to be shown is, or is not.
    pub fn opened(&mut self, said: Option<SafeText>) {
        self.opening = None;
        self.notice = said;
    }

    /// All entries, in the order in which they were read.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The entries that are shown, in their order.
    pub fn shown(&self) -> impl ExactSizeIterator<Item = &Entry> {
        self.rows.iter().map(|&row| &self.entries[row])
    }

    /// The place of the cursor among those.
    pub fn cursor(&self) -> usize {
        let is_chosen = |entry: &Entry| Some(entry.slot) == self.chosen;
        self.shown().position(is_chosen).unwrap_or(0)
    }

    /// The entry that the cursor stands on.
    pub fn selected(&self) -> Option<&Entry> {
        self.shown().nth(self.cursor())
    }

    /// What the incidents that are shown have in common.
    pub fn overall(&self) -> Overall {
        let headings: Vec<&Heading> =
            self.shown().filter_map(|entry| entry.told.as_deref().ok()).collect();
        Overall::new(&headings)
    }

    /// What the query looks for.
    pub fn needles(&self) -> Vec<Needle> {
        self.query.split_whitespace().filter_map(Needle::new).collect()
    }

    fn arrange(&mut self) {
        let needles = self.needles();
        let is_shown = |entry: &Entry| needles.iter().all(|needle| mentions(entry, needle));
        self.rows = (0..self.entries.len()).filter(|&row| is_shown(&self.entries[row])).collect();
        let Self { rows, entries, order, .. } = self;
        rows.sort_by_key(|&row| order.key(&entries[row]));
    }

    /// What a key means now.
    pub fn resolve(&self, key: Key) -> Option<Action> {
        self.settings.resolve(key, self.mode(), false)
    }

    /// Which keys mean what now.
    pub fn mode(&self) -> Mode {
        Over::mode(self.over.as_ref())
    }
}

impl Over {
    /// The mode of what is open, or of the list.
    pub fn mode(over: Option<&Self>) -> Mode {
        match over {
            None => Mode::Shelf,
            Some(Self::Search { .. }) => Mode::Line,
            Some(Self::Help { .. }) => Mode::Palette,
            Some(Self::Measures { .. }) => Mode::Read,
        }
    }
}

fn mentions(entry: &Entry, needle: &Needle) -> bool {
    let in_heading = entry.told.as_ref().is_ok_and(|heading| heading.mentions(needle));
    in_heading || needle.is_in(&entry.file)
}
