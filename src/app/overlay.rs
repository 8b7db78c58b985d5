//! What can stand over the panels, one at a time.

use super::{Cursor, FilterError, Line, Mode, Search};
use crate::timeline::WhenError;

/// The one overlay that is open.
#[derive(Debug, Clone)]
pub enum Overlay {
    /// The search line; Esc goes back to where the search began, and to the search before.
    Search { line: Line, origin: Cursor, before: Search },
    /// The filter line; Esc brings the old filter back.
    Filter { line: Line, before: String, error: Option<FilterError> },
    /// The keys after `g`.
    GoTo,
    /// The line for a moment.
    Time { line: Line, error: Option<WhenError> },
    /// Keys and commands, narrowed by typing; Enter runs the chosen one. Esc goes back to what
    /// was open below.
    Help { line: Line, chosen: usize, below: Option<Box<Overlay>> },
    /// The warnings of the file.
    Problems { scroll: u16 },
    /// The selected event, full size.
    Detail { scroll: u16 },
}

/// What Esc undoes when nothing is open, outermost first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Narrow {
    Panel,
    Search,
    Filter,
}

impl Overlay {
    /// Which keys mean what while it is open.
    pub fn mode(&self) -> Mode {
        match self {
            Self::Search { .. } | Self::Filter { .. } | Self::Time { .. } => Mode::Line,
            Self::Help { .. } => Mode::Palette,
            Self::GoTo => Mode::GoTo,
            Self::Problems { .. } | Self::Detail { .. } => Mode::Read,
        }
    }

    /// The mode under the help: that of what is open below it, or the one of nothing open.
    pub fn mode_of(below: Option<&Self>, home: Mode) -> Mode {
        below.map_or(home, Self::mode)
    }

    /// The line that is being typed, if there is one.
    pub fn line(&self) -> Option<&Line> {
        match self {
            Self::Search { line, .. }
            | Self::Filter { line, .. }
            | Self::Time { line, .. }
            | Self::Help { line, .. } => Some(line),
            Self::GoTo | Self::Problems { .. } | Self::Detail { .. } => None,
        }
    }

    pub(super) fn line_mut(&mut self) -> Option<&mut Line> {
        match self {
            Self::Search { line, .. }
            | Self::Filter { line, .. }
            | Self::Time { line, .. }
            | Self::Help { line, .. } => Some(line),
            Self::GoTo | Self::Problems { .. } | Self::Detail { .. } => None,
        }
    }

    pub(super) fn scroll_mut(&mut self) -> Option<&mut u16> {
        match self {
            Self::Problems { scroll } | Self::Detail { scroll } => Some(scroll),
            _ => None,
        }
    }
}
