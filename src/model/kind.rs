//! What kind of thing an event is. One table for files, screen and schema.

use crate::text::Msg;

/// The kind of an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Kind {
    Cause,
    Impact,
    Detection,
    Action,
    Communication,
    Recovery,
    Milestone,
    External,
    Change,
    Alert,
    #[default]
    Note,
}

impl Kind {
    pub const ALL: [Self; 11] = [
        Self::Cause,
        Self::Impact,
        Self::Detection,
        Self::Action,
        Self::Communication,
        Self::Recovery,
        Self::Milestone,
        Self::External,
        Self::Change,
        Self::Alert,
        Self::Note,
    ];

    /// The word in files, the letter in the lanes' row of events, the word on the screen.
    fn row(self) -> (&'static str, char, Msg) {
        match self {
            Self::Cause => ("cause", 'C', Msg::KindCause),
            Self::Impact => ("impact", 'I', Msg::KindImpact),
            Self::Detection => ("detection", 'D', Msg::KindDetection),
            Self::Action => ("action", 'A', Msg::KindAction),
            Self::Communication => ("communication", 'm', Msg::KindCommunication),
            Self::Recovery => ("recovery", 'R', Msg::KindRecovery),
            Self::Milestone => ("milestone", 'M', Msg::KindMilestone),
            Self::External => ("external", 'x', Msg::KindExternal),
            Self::Change => ("change", 'c', Msg::KindChange),
            Self::Alert => ("alert", '!', Msg::KindAlert),
            Self::Note => ("note", 'n', Msg::KindNote),
        }
    }

    /// The word in files and JSON.
    pub fn word(self) -> &'static str {
        self.row().0
    }

    /// From its word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }

    /// One letter for the row of events under the lanes.
    pub fn letter(self) -> char {
        self.row().1
    }

    /// The short word on the screen.
    pub fn label(self) -> Msg {
        self.row().2
    }

    /// Whether such an event can be how people found out.
    pub fn detects(self) -> bool {
        matches!(self, Self::Detection | Self::Alert)
    }

    /// Whether such an event can be what set the incident off.
    pub fn changes(self) -> bool {
        matches!(self, Self::Cause | Self::Change)
    }

    /// Whether such an event can be what users noticed first.
    pub fn hurts(self) -> bool {
        matches!(self, Self::Impact | Self::Alert)
    }
}
