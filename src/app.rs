//! What the viewer knows, and how it changes.
//!
//! The state is small: a cursor, what is focused, narrowed and open. Everything on the screen
//! follows from it and the incident. Keys become actions through one table ([`binding`]), actions
//! change the state through one function ([`update`]), which does no input or output and reads
//! no clock: time comes in as [`Action::Tick`].
//!
//! ```text
//!   key ──resolve──▶ Action ──update──▶ App ──view──▶ cells
//!                                  └──▶ Effect ──▶ runtime
//! ```

mod action;
pub mod binding;
mod dialog;
mod filter;
mod jump;
mod key;
mod keyboard;
mod line;
mod listing;
mod loading;
mod overlay;
mod pair;
mod palette;
mod play;
mod scroll;
mod search;
mod settings;
pub mod shelf;
mod update;

use crate::load::Report;
use crate::model::{Phase, Time, Zone, time::SinceStart};
use crate::text::{Msg, SafeText, Words};
use crate::timeline::{Axis, Moment, Timeline, Window};

pub use action::{Action, Door, Edit, Effect, Extent, Jump, Panel};
pub use binding::{BINDINGS, Binding, Group, Mode, resolve};
pub use filter::{Filter, FilterError};
pub use key::{Code, Key};
pub use keyboard::Keyboard;
pub use line::Line;
pub use listing::Listing;
pub use loading::{Extension, Loading};
pub use overlay::{Narrow, Overlay};
pub use pair::Beside;
pub use palette::entries;
pub use play::{Pace, Play};
pub use search::Search;
pub use settings::{Clock, LaneOrder, Settings, Theme};
pub use shelf::Shelf;
pub use update::update;

/// The viewer.
#[derive(Debug)]
pub struct App {
    pub file: File,
    pub timeline: Timeline,
    pub settings: Settings,
    pub cursor: Cursor,
    pub frame: Frame,
    pub listing: Listing,
    pub search: Search,
    pub play: Play,
    /// Whether all of the file is on the screen.
    pub extension: Extension,
    pub overlay: Option<Overlay>,
    /// A number typed before a key.
    pub count: Option<Count>,
    /// Said in the last row until the next key.
    pub notice: Option<SafeText>,
    /// It was opened from a list, to which it goes back.
    pub shelved: bool,
    /// Another incident that stands beside this one.
    pub other: Option<Beside>,
    /// The stretch of time that both show: as long as the longer of them, from their starts.
    together: Option<Window>,
}

/// Where the incident came from.
#[derive(Debug)]
pub struct File {
    pub name: SafeText,
    /// Its warnings.
    pub report: Report,
}

/// The clock, and the event it stands on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cursor {
    pub at: Time,
    /// A row of the timeline: the event chosen, or the last one at or before `at`; the first where
    /// none is.
    pub row: usize,
}

/// What of the screen is looked at, and how.
#[derive(Debug, Clone, Copy, Default)]
pub struct Frame {
    pub focus: Panel,
    /// The focused panel fills the screen.
    pub alone: bool,
    pub sight: Sight,
    /// What is shown is a frame of a film: the timeline turns pages, on which the cursor wanders.
    pub film: bool,
    /// It is seen for a moment only: the event is told without its text, which nobody could read.
    pub glance: bool,
    /// Halvings of the lanes' window; -1 is the whole time.
    pub zoom: i8,
    /// Lines scrolled away, by panel.
    pub scroll: [u16; 5],
    /// What the last drawing learned.
    pub extent: Extent,
}

/// How a screen comes to be seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sight {
    /// By somebody who presses keys.
    #[default]
    Live,
    /// As cells that somebody keeps: no keys, nothing about the file's faults.
    Cells,
    /// As a picture that is painted: the same, and lines finer than a cell.
    Painted,
}

impl Sight {
    /// Whether nobody presses keys.
    pub fn is_still(self) -> bool {
        self != Self::Live
    }
}

/// A number that is being typed, and the focus it took while it may still mean a panel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Count {
    pub number: u32,
    pub focus_before: Panel,
    /// Milliseconds since the last digit.
    pub age: u32,
}

impl App {
    /// Opens at the first symptom, or, while the incident is not over, at the last event.
    pub fn new(file: File, timeline: Timeline, settings: Settings) -> Self {
        let listing = Listing::new(&timeline, "", &Filter::default());
        let over = timeline.milestone(Phase::Resolved).is_some();
        let start = timeline.milestone(Phase::Started).filter(|_| over);
        let row = start
            .and_then(|started| timeline.row_from(started.at))
            .unwrap_or(timeline.len().saturating_sub(1));
        let at = timeline.at(row).unwrap_or_else(|| timeline.first());
        Self {
            file,
            timeline,
            settings,
            cursor: Cursor { at, row },
            frame: Frame::default(),
            listing,
            search: Search::default(),
            play: Play::default(),
            extension: Extension::Whole,
            overlay: None,
            count: None,
            notice: None,
            shelved: false,
            other: None,
            together: None,
        }
    }

    pub fn words(&self) -> Words {
        self.settings.words
    }

    /// Says something in the last row, until the next key.
    pub fn say(&mut self, msg: Msg) {
        self.notice = Some(SafeText::line(self.words().say(msg)));
    }

    /// The same of something.
    fn say_of(&mut self, msg: Msg, what: Msg) {
        let said = self.words().fill(msg, &[self.words().say(what)]);
        self.notice = Some(SafeText::line(&said));
    }

    /// What is true at the cursor.
    pub fn moment(&self) -> Moment {
        self.timeline.moment(self.cursor.at)
    }

    /// The zone times are shown in.
    pub fn zone(&self) -> Zone {
        match self.settings.clock {
            Clock::Local => self.settings.local,
            Clock::Utc => Zone::UTC,
            Clock::Incident | Clock::SinceStart | Clock::SinceLast => self.timeline.incident().zone,
        }
    }

    /// How the lanes' axis counts.
    pub fn axis(&self) -> Axis {
        match (self.settings.clock, self.timeline.milestone(Phase::Started)) {
            (Clock::SinceStart, Some(started)) => Axis::Since(started.at),
            _ => Axis::Clock(self.zone()),
        }
    }

    /// `T+…` of a moment, where a start is known.
    pub fn since_start(&self, at: Time) -> Option<SinceStart> {
        self.timeline.milestone(Phase::Started).map(|started| SinceStart(at.since(started.at)))
    }

    /// The selected row of the timeline, always one that is shown.
    pub fn selected(&self) -> Option<usize> {
        self.listing.place(self.cursor.row).map(|place| self.listing.rows()[place])
    }

    /// From the first event to the last, with a little room at both ends; the clock, where it was
    /// put beyond them, is inside too.
    pub fn whole(&self) -> Window {
        let story = self.timeline.story();
        Window::new(story.from.min(self.cursor.at), story.to.max(self.cursor.at))
    }

    /// Puts the clock to a moment, on the event that stands exactly there.
    pub fn start_at(&mut self, at: Time) {
        self.go_to(at);
        pair::follow(self);
    }

    /// Shows only the events that meet a filter; one that is wrong changes nothing.
    pub fn filter(&mut self, text: &str) {
        dialog::set_filter(self, text);
    }

    /// The stretch of time the lanes show. Unzoomed it is the incident itself while the clock is
    /// inside it, and the whole time when it is not; zoomed in, the clock stays in the middle.
    pub fn window(&self) -> Window {
        if let Some(window) = self.together {
            return window;
        }
        let fit = self.fit_window();
        match self.frame.zoom {
            ..0 => self.whole(),
            0 => fit,
            zoom => {
                let millis = fit.millis() >> zoom.min(30);
                let start = self.cursor.at.plus_millis(-millis / 2);
                Window::new(start, start.plus_millis(millis)).zoomed(self.cursor.at, millis, fit)
            }
        }
    }

    /// The stretch that the lanes show unzoomed.
    fn fit_window(&self) -> Window {
        let incident = self.incident_window();
        incident.filter(|w| w.contains(self.cursor.at)).unwrap_or_else(|| self.whole())
    }

    /// From a little before the start to a little after the resolution.
    fn incident_window(&self) -> Option<Window> {
        self.timeline.incident_window(self.whole())
    }

    /// What a key means now.
    pub fn resolve(&self, key: Key) -> Option<Action> {
        self.settings.resolve(key, self.mode(), self.count.is_some())
    }

    /// Which keys mean what now.
    pub fn mode(&self) -> Mode {
        self.overlay.as_ref().map_or(self.home(), Overlay::mode)
    }

    /// Which keys mean what while nothing is open.
    pub fn home(&self) -> Mode {
        if self.other.is_some() { Mode::Pair } else { Mode::Walk }
    }
}
