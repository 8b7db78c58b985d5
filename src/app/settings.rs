//! How things are shown: language, clock, colours, order.

use super::keyboard::{Keyboard, is_letter};
use super::{Action, Key, Mode, resolve};
use crate::model::Zone;
use crate::text::{Msg, Words};

/// What a person sets, on the command line or while looking.
#[derive(Debug, Clone, Copy)]
pub struct Settings {
    pub words: Words,
    pub theme: Theme,
    /// Only ASCII in borders and glyphs.
    pub ascii: bool,
    pub clock: Clock,
    /// The zone of the reader.
    pub local: Zone,
    pub order: LaneOrder,
    /// Whether clicks and the wheel come to the program.
    pub mouse: bool,
    /// What letters mean as commands.
    pub keyboard: Keyboard,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            words: Words::default(),
            theme: Theme::default(),
            ascii: false,
            clock: Clock::default(),
            local: Zone::UTC,
            order: LaneOrder::default(),
            mouse: true,
            keyboard: Keyboard::default(),
        }
    }
}

impl Settings {
    /// What a key means in a mode; a letter of another layout that means nothing says what would.
    pub(super) fn resolve(&self, key: Key, mode: Mode, counting: bool) -> Option<Action> {
        let sent = if mode.types() { key } else { self.keyboard.latin(key) };
        let lost = !mode.types() && is_letter(sent);
        let hint = match self.keyboard {
            Keyboard::Latin => Msg::LayoutHint,
            _ => Msg::LetterHint,
        };
        resolve(sent, mode, counting).or(lost.then_some(Action::Say(hint)))
    }
}

/// In what the times of the screen are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Clock {
    /// The incident's own zone.
    #[default]
    Incident,
    /// The reader's zone.
    Local,
    Utc,
    /// Time since the start.
    SinceStart,
    /// Time since the event before.
    SinceLast,
}

impl Clock {
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Incident => Self::Local,
            Self::Local => Self::Utc,
            Self::Utc => Self::SinceStart,
            Self::SinceStart => Self::SinceLast,
            Self::SinceLast => Self::Incident,
        }
    }

    pub fn label(self) -> Msg {
        match self {
            Self::Incident => Msg::ClockIncident,
            Self::Local => Msg::ClockLocal,
            Self::Utc => Msg::ClockUtc,
            Self::SinceStart => Msg::ClockSinceStart,
            Self::SinceLast => Msg::ClockSinceLast,
        }
    }
}

/// Which service stands first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum LaneOrder {
    /// As the file has them: the lanes do not move while the clock does.
    #[default]
    File,
    /// Worst at the cursor first.
    Worst,
}

/// Which colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    #[default]
    Dark,
    Light,
    /// The terminal's own sixteen.
    Ansi,
    /// None at all.
    Mono,
}

impl Theme {
    pub const ALL: [Self; 4] = [Self::Dark, Self::Light, Self::Ansi, Self::Mono];

    #[must_use]
    pub fn next(self) -> Self {
        Self::ALL[(self as usize + 1) % Self::ALL.len()]
    }

    /// The word on the command line.
    pub fn word(self) -> &'static str {
        match self {
            Self::Dark => "dark",
            Self::Light => "light",
            Self::Ansi => "ansi",
            Self::Mono => "mono",
        }
    }

    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.word() == word)
    }

    pub fn label(self) -> Msg {
        match self {
            Self::Dark => Msg::ThemeDark,
            Self::Light => Msg::ThemeLight,
            Self::Ansi => Msg::ThemeAnsi,
            Self::Mono => Msg::ThemeMono,
        }
    }
}
