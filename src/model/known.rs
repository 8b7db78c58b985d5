//! How a status is known.

use crate::text::Msg;

/// Whether somebody said that a service is in a status.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Known {
    /// The source says so.
    #[default]
    Reported,
    /// Concluded from something else that the source says.
    Inferred,
    /// Nobody says anything.
    Unknown,
}

impl Known {
    /// The word in JSON.
    pub fn word(self) -> &'static str {
        match self {
            Self::Reported => "reported",
            Self::Inferred => "inferred",
            Self::Unknown => "unknown",
        }
    }

    /// The word on the screen.
    pub fn label(self) -> Msg {
        match self {
            Self::Reported => Msg::KnownReported,
            Self::Inferred => Msg::KnownInferred,
            Self::Unknown => Msg::StatusUnknown,
        }
    }
}
