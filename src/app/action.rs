//! Everything that can happen to the viewer; also the language of its tests.

use super::shelf::Slot;
use crate::model::{Phase, Time};
use crate::text::Msg;

/// One thing to do.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Action {
    /// One line down in the focused panel; in the timeline, to the next event.
    Down,
    Up,
    HalfDown,
    HalfUp,
    PageDown,
    PageUp,
    /// To the first event, or to the top of a text.
    Top,
    Bottom,
    /// To the event in this row of the whole timeline.
    Select(usize),
    /// The next or previous event of a sort.
    Jump(Jump),
    /// To the time of a milestone.
    GoTo(Phase),
    /// The clock alone, by cells of the lanes.
    ClockBy(i32),
    /// The clock to a moment.
    ClockTo(Time),
    ZoomIn,
    ZoomOut,
    ZoomFit,
    /// Which of incident zone, local, UTC, T+ and distance the times are shown in.
    NextClock,
    /// Services by how bad they are, or as in the file.
    LaneOrder,
    Focus(Panel),
    FocusNext,
    FocusPrevious,
    /// The keys to the other of two incidents.
    OtherSide,
    /// The focused panel alone, or all again.
    PanelZoom,
    /// Open an overlay.
    Open(Door),
    /// Close the overlay, or undo the last narrowing: zoomed panel, search, filter.
    Back,
    /// Take what is typed or chosen.
    Accept,
    NextHit,
    PreviousHit,
    ClearFilter,
    PlayPause,
    Faster,
    Slower,
    NextLang,
    NextTheme,
    /// Whether clicks come here or stay with the terminal.
    Mouse,
    /// The selected event to the clipboard.
    Copy,
    /// A picture of the screen to a file.
    Picture,
    Redraw,
    /// Stop until the shell continues the program.
    Suspend,
    Quit,
    /// From an incident to the list that it was opened from.
    ToShelf,
    /// The next order of the list of incidents.
    RowOrder,

    /// Something worth knowing that changes nothing.
    Say(Msg),
    /// A digit of a count, or of a panel.
    Digit(u8),
    /// A character for the line that is being typed.
    Type(char),
    Edit(Edit),
    /// Scroll a panel without focusing it, by lines.
    Scroll(Panel, i16),
    /// Milliseconds went by.
    Tick(u32),
    /// A filter or a search looks on.
    Look,
    /// So much of the file has been read.
    Read {
        events: usize,
        bytes: u64,
    },
    /// What was drawn, and how much of it there is.
    Laid(Extent),
}

/// What to look for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Jump {
    NextChange,
    PreviousChange,
    NextPhase,
    PreviousPhase,
    NextPinned,
    PreviousPinned,
    NextGap,
    PreviousGap,
}

/// Which overlay.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Door {
    Search,
    Filter,
    GoTo,
    Time,
    Help,
    Problems,
    Detail,
    /// The measures over all incidents of a list.
    Measures,
}

/// A change to the line that is being typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edit {
    Left,
    Right,
    Home,
    End,
    Backspace,
    Delete,
    DeleteWord,
    Clear,
}

/// The parts of the screen, in the order of their numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Panel {
    Lanes,
    Recovery,
    #[default]
    Timeline,
    Services,
    Detail,
}

impl Panel {
    pub const ALL: [Self; 5] =
        [Self::Lanes, Self::Recovery, Self::Timeline, Self::Services, Self::Detail];

    /// The panel of a digit, 1 to 5.
    pub fn by_number(number: u8) -> Option<Self> {
        Self::ALL.get(usize::from(number).checked_sub(1)?).copied()
    }

    /// 1 to 5.
    pub fn number(self) -> u8 {
        self as u8 + 1
    }
}

/// What the last drawing learned: how far each part can scroll, and how long a page is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Extent {
    /// Lines of each panel on the screen, and of the overlay.
    pub pages: [u16; 5],
    pub overlay_page: u16,
    /// Columns of the lanes.
    pub lane_columns: u16,
    /// Lines beyond what fits.
    pub lanes: u16,
    pub services: u16,
    pub detail: u16,
    /// Of the overlay: lines beyond what fits.
    pub overlay: u16,
}

/// What the world outside must do after an update.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    None,
    /// Draw everything anew.
    Redraw,
    /// Take or give back the mouse.
    Mouse(bool),
    /// Stop the program, as the shell's job control does.
    Suspend,
    /// Put this on the clipboard.
    Copy(String),
    /// Keep a picture of the screen.
    Picture,
    /// Read that incident of the list and show it.
    OpenIncident(Slot),
    /// Back to the list of incidents.
    Leave,
    Quit,
}
