//! An answer that comes after the viewer was told not to wait for it.

use std::time::{Duration, Instant};

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::super::now;

/// An answer that has not come by then does not come.
const AT_LAST: Duration = Duration::from_secs(5);

/// Keeps a late answer from being read as keys.
#[derive(Debug, Default)]
pub(in super::super) struct Late {
    /// Until when the colour of the background may still be told.
    until: Option<Instant>,
    inside: Inside,
}

/// What is being swallowed.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum Inside {
    #[default]
    Nothing,
    /// `OSC 11 ; …`
    Command,
    /// `CSI …`
    Sequence,
}

impl Late {
    /// `unfinished` is what has come of an answer that has no end yet.
    pub(super) fn new(owed: bool, unfinished: &str) -> Self {
        let inside = match unfinished.as_bytes() {
            [b'\x1b', b']', ..] => Inside::Command,
            [b'\x1b', b'[', ..] => Inside::Sequence,
            _ => Inside::Nothing,
        };
        Self { until: owed.then(|| now() + AT_LAST), inside }
    }

    /// Whether the key is a part of an answer. `Alt-]` begins one; a key that no answer holds ends
    /// it, and is a key.
    pub(in super::super) fn swallows(&mut self, key: &KeyEvent) -> bool {
        let KeyCode::Char(c) = key.code else {
            self.inside = Inside::Nothing;
            return false;
        };
        let alt = key.modifiers.contains(KeyModifiers::ALT);
        let ctrl = key.modifiers.contains(KeyModifiers::CONTROL);
        let (part, end) = match self.inside {
            Inside::Nothing => {
                let begins =
                    c == ']' && alt && self.until.take_if(|until| now() < *until).is_some();
                if begins {
                    self.inside = Inside::Command;
                }
                return begins;
            }
            Inside::Command => (
                !alt && !ctrl
                    && matches!(c, '0'..='9' | 'a'..='f' | 'A'..='F' | 'r' | 'g' | ';' | ':' | '/'),
                (c == 'g' && ctrl) || (c == '\\' && alt),
            ),
            Inside::Sequence => {
                (matches!(c, '0'..='9' | ';' | '?'), matches!(c, 'R' | 'c') && !ctrl)
            }
        };
        if !part || end {
            self.inside = Inside::Nothing;
        }
        part || end
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(c: char, modifiers: KeyModifiers) -> KeyEvent {
        KeyEvent::new(KeyCode::Char(c), modifiers)
    }

    fn plain(c: char) -> KeyEvent {
        key(c, KeyModifiers::NONE)
    }

    fn begin() -> KeyEvent {
        key(']', KeyModifiers::ALT)
    }

    #[test]
    fn a_late_answer_is_no_keys() {
        let mut late = Late::new(true, "");
        assert!(!late.swallows(&plain('j')));
        assert!(late.swallows(&begin()));
        assert!("11;rgb:1e1e/2222/2a2a".chars().all(|c| late.swallows(&plain(c))));
        assert!(late.swallows(&key('g', KeyModifiers::CONTROL)));
        assert!(!late.swallows(&plain('g')));
        assert!(!late.swallows(&begin()), "one answer is all there is");
    }

    #[test]
    fn the_second_half_of_an_answer_is_no_keys_either() {
        let mut late = Late::new(true, "\x1b]11;rgb:1e1e/22");
        assert!("22/2a2a".chars().all(|c| late.swallows(&plain(c))));
        assert!(late.swallows(&key('\\', KeyModifiers::ALT)));
        assert!(!late.swallows(&plain('/')));
        let mut late = Late::new(false, "\x1b[1;");
        assert!(late.swallows(&plain('3')) && late.swallows(&plain('R')));
        assert!(!late.swallows(&plain('3')));
    }

    #[test]
    fn nothing_else_is_swallowed() {
        let mut late = Late::new(false, "");
        assert!(!late.swallows(&begin()), "nothing is owed");
        let mut late = Late::new(true, "");
        assert!(late.swallows(&begin()));
        assert!(!late.swallows(&key('c', KeyModifiers::CONTROL)), "Ctrl-C is Ctrl-C");
        assert!(!late.swallows(&plain('1')));
    }
}
