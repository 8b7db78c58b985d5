//! The states of a service, the phases of an incident, and the bases of a figure.
//!
//! One table: the word in files and JSON, the words on the screen, the glyphs and what a state
//! counts for. Schema, theme, legend and reports all read it.

use crate::text::Msg;

/// What state a service is in. The words are Statuspage's, with `recovering` and `unknown` added.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Status {
    Operational,
    Maintenance,
    /// Before the first known state, or when nobody knows any more. Never drawn as operational.
    #[default]
    Unknown,
    Recovering,
    Degraded,
    PartialOutage,
    MajorOutage,
}

/// What a theme gives a colour to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Tone {
    Good,
    Planned,
    Unknown,
    Rising,
    Slow,
    Partial,
    Down,
}

/// One row of the status table.
struct Row {
    status: Status,
    word: &'static str,
    synonyms: &'static [&'static str],
    label: Msg,
    glyph: char,
    ascii: char,
    lane: char,
    tone: Tone,
    quarters: u32,
}

const TABLE: [Row; 7] = [
    Row {
        status: Status::Operational,
        word: "operational",
        synonyms: &["up", "ok"],
        label: Msg::StatusOperational,
        glyph: '●',
        ascii: '.',
        lane: '▁',
        tone: Tone::Good,
        quarters: 4,
    },
    Row {
        status: Status::Maintenance,
        word: "maintenance",
        synonyms: &["under_maintenance"],
        label: Msg::StatusMaintenance,
        glyph: '◆',
        ascii: '=',
        lane: '▂',
        tone: Tone::Planned,
        quarters: 4,
    },
    Row {
        status: Status::Unknown,
        word: "unknown",
        synonyms: &[],
        label: Msg::StatusUnknown,
        glyph: '?',
        ascii: '?',
        lane: '┄',
        tone: Tone::Unknown,
        quarters: 0,
    },
    Row {
        status: Status::Recovering,
        word: "recovering",
        synonyms: &[],
        label: Msg::StatusRecovering,
        glyph: '▲',
        ascii: '+',
        lane: '▒',
        tone: Tone::Rising,
        quarters: 2,
    },
    Row {
        status: Status::Degraded,
        word: "degraded",
        synonyms: &["degraded_performance"],
        label: Msg::StatusDegraded,
        glyph: '◐',
        ascii: '~',
        lane: '▄',
        tone: Tone::Slow,
        quarters: 2,
    },
    Row {
        status: Status::PartialOutage,
        word: "partial_outage",
        synonyms: &["partial"],
        label: Msg::StatusPartialOutage,
        glyph: '▼',
        ascii: '%',
        lane: '▆',
        tone: Tone::Partial,
        quarters: 1,
    },
    Row {
        status: Status::MajorOutage,
        word: "major_outage",
        synonyms: &["down", "major"],
        label: Msg::StatusMajorOutage,
        glyph: '■',
        ascii: '#',
        lane: '█',
        tone: Tone::Down,
        quarters: 0,
    },
];

impl Status {
    /// Every status, best first; `Ord` is the same order.
    pub const ALL: [Self; 7] = [
        Self::Operational,
        Self::Maintenance,
        Self::Unknown,
        Self::Recovering,
        Self::Degraded,
        Self::PartialOutage,
        Self::MajorOutage,
    ];

    fn row(self) -> &'static Row {
        &TABLE[self as usize]
    }

    /// The word in files and JSON.
    pub fn word(self) -> &'static str {
        self.row().word
    }

    /// From a word or one of its synonyms.
    pub fn parse(word: &str) -> Option<Self> {
        TABLE
            .iter()
            .find(|row| row.word == word || row.synonyms.contains(&word))
            .map(|row| row.status)
    }

    /// What else is read as this status.
    pub fn synonyms(self) -> &'static [&'static str] {
        self.row().synonyms
    }

    /// The word on the screen.
    pub fn label(self) -> Msg {
        self.row().label
    }

    pub fn glyph(self) -> char {
        self.row().glyph
    }

    /// The glyph where only ASCII can be shown.
    pub fn ascii(self) -> char {
        self.row().ascii
    }

    /// What a lane is filled with: the worse, the higher.
    pub fn lane(self) -> char {
        self.row().lane
    }

    /// Whether a lane of it fills its cells to the top.
    pub fn fills(self) -> bool {
        self.lane() == '█'
    }

    pub fn tone(self) -> Tone {
        self.row().tone
    }

    /// What the service counts for in a computed recovery, in quarters; nobody knows that the
    /// unknown is back, so it counts for nothing.
    pub fn quarters(self) -> u32 {
        self.row().quarters
    }

    /// Whether users get what they came for.
    pub fn is_up(self) -> bool {
        matches!(self, Self::Operational | Self::Maintenance)
    }

    /// Whether users are kept from it, wholly or in part.
    pub fn is_down(self) -> bool {
        matches!(self, Self::PartialOutage | Self::MajorOutage)
    }
}

/// How far an incident has come. Each but `Before` begins with the milestone of its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Phase {
    #[default]
    Before,
    Started,
    Detected,
    Acknowledged,
    Mitigated,
    Resolved,
}

impl Phase {
    /// The five that a milestone begins, in order.
    pub const MILESTONES: [Self; 5] =
        [Self::Started, Self::Detected, Self::Acknowledged, Self::Mitigated, Self::Resolved];

    /// The word in files and JSON.
    pub fn word(self) -> &'static str {
        match self {
            Self::Before => "before",
            Self::Started => "started",
            Self::Detected => "detected",
            Self::Acknowledged => "acknowledged",
            Self::Mitigated => "mitigated",
            Self::Resolved => "resolved",
        }
    }

    /// From its word.
    pub fn parse(word: &str) -> Option<Self> {
        std::iter::once(Self::Before).chain(Self::MILESTONES).find(|phase| phase.word() == word)
    }

    /// The word on the screen.
    pub fn label(self) -> Msg {
        match self {
            Self::Before => Msg::PhaseBefore,
            Self::Started => Msg::PhaseStarted,
            Self::Detected => Msg::PhaseDetected,
            Self::Acknowledged => Msg::PhaseAcknowledged,
            Self::Mitigated => Msg::PhaseMitigated,
            Self::Resolved => Msg::PhaseResolved,
        }
    }
}

/// Where a recovery figure comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Basis {
    /// Measured by instruments.
    Measured,
    /// Said by the operator.
    Reported,
    /// Somebody's estimate.
    Estimate,
    /// Made by this program from the states of the services.
    Computed,
}

impl Basis {
    /// The ones a file may give; `computed` is the program's own.
    pub const IN_FILES: [Self; 3] = [Self::Measured, Self::Reported, Self::Estimate];

    /// The word in files and JSON.
    pub fn word(self) -> &'static str {
        match self {
            Self::Measured => "measured",
            Self::Reported => "reported",
            Self::Estimate => "estimate",
            Self::Computed => "computed",
        }
    }

    /// From the word of a basis that a file may give.
    pub fn parse(word: &str) -> Option<Self> {
        Self::IN_FILES.into_iter().find(|basis| basis.word() == word)
    }

    /// The word on the screen.
    pub fn label(self) -> Msg {
        match self {
            Self::Measured => Msg::BasisMeasured,
            Self::Reported => Msg::BasisReported,
            Self::Estimate => Msg::BasisEstimate,
            Self::Computed => Msg::BasisComputed,
        }
    }

    /// Whether the figure is marked with a `~`: somebody guessed it. One that is computed from the
    /// states says so in a word.
    pub fn is_approximate(self) -> bool {
        self == Self::Estimate
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_stands_in_the_order_of_the_enum() {
        for (index, status) in Status::ALL.into_iter().enumerate() {
            assert_eq!(TABLE[index].status, status);
            assert_eq!(Status::parse(status.word()), Some(status));
        }
        assert!(Status::ALL.is_sorted());
    }

    #[test]
    fn no_two_statuses_look_alike_without_colour() {
        for (index, a) in TABLE.iter().enumerate() {
            for b in &TABLE[index + 1..] {
                assert_ne!(a.glyph, b.glyph);
                assert_ne!(a.ascii, b.ascii);
                assert_ne!(a.lane, b.lane);
                assert_ne!(a.tone, b.tone);
            }
        }
    }

    #[test]
    fn unknown_is_not_back_and_not_up() {
        assert_eq!(Status::Unknown.quarters(), 0);
        assert!(!Status::Unknown.is_up());
        assert_eq!(Status::parse("0perational"), None);
    }
}
