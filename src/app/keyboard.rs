//! Bengali keyboards: which Latin key sends a letter.
//!
//! The same letter sits on different keys of different layouts (ক is on `j` of the National layout
//! and on `k` of the others), so one press cannot be guessed; the layout is a setting. The tables
//! are those of xkb-data (`bd`, `bd(probhat)`, `in(ben)`).

use super::{Code, Key};
use crate::text::is_bengali;

/// A layout of the keyboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Keyboard {
    #[default]
    Latin,
    /// Jatiya, the national layout of Bangladesh.
    National,
    Probhat,
    InScript,
}

/// Where a key has no letter of its own.
const NONE: char = ' ';

/// For each of the keys a to z: what it sends, and what it sends with shift, or [`NONE`].
type Layout = [(char, char); 26];

const NATIONAL: Layout = [
    ('ৃ', 'ৗ'),
    ('ন', 'ণ'),
    ('ে', 'ৈ'),
    ('ি', 'ী'),
    ('ড', 'ঢ'),
    ('ব', 'ভ'),
    ('্', '।'),
    ('া', 'অ'),
    ('হ', 'ঞ'),
    ('ক', 'খ'),
    ('ত', 'থ'),
    ('দ', 'ধ'),
    ('ম', 'শ'),
    ('স', 'ষ'),
    ('গ', 'ঘ'),
    ('\u{9DC}', '\u{9DD}'),
    ('ঙ', 'ং'),
    ('প', 'ফ'),
    ('ু', 'ূ'),
    ('ট', 'ঠ'),
    ('জ', 'ঝ'),
    ('র', 'ল'),
    ('য', '\u{9DF}'),
    ('ো', 'ৌ'),
    ('চ', 'ছ'),
    ('ঁ', 'ঃ'),
];

const PROBHAT: Layout = [
    ('া', 'অ'),
    ('ব', 'ভ'),
    ('চ', 'ছ'),
    ('ড', 'ঢ'),
    ('ী', 'ঈ'),
    ('ত', 'থ'),
    ('গ', 'ঘ'),
    ('হ', 'ঃ'),
    ('ি', 'ই'),
    ('জ', 'ঝ'),
    ('ক', 'খ'),
    ('ল', 'ং'),
    ('ম', 'ঙ'),
    ('ন', 'ণ'),
    ('ও', 'ঔ'),
    ('প', 'ফ'),
    ('দ', 'ধ'),
    ('র', '\u{9DC}'),
    ('স', 'ষ'),
    ('ট', 'ঠ'),
    ('ু', 'উ'),
    ('আ', 'ঋ'),
    ('ূ', 'ঊ'),
    ('শ', '\u{9DD}'),
    ('এ', 'ঐ'),
    ('\u{9DF}', 'য'),
];

const INSCRIPT: Layout = [
    ('ো', 'ও'),
    ('ব', ' '),
    ('ম', 'ণ'),
    ('্', 'অ'),
    ('া', 'আ'),
    ('ি', 'ই'),
    ('ু', 'উ'),
    ('প', 'ফ'),
    ('গ', 'ঘ'),
    ('র', '\u{9DD}'),
    ('ক', 'খ'),
    ('ত', 'থ'),
    ('স', 'শ'),
    ('ল', ' '),
    ('দ', 'ধ'),
    ('জ', 'ঝ'),
    ('ৌ', 'ঔ'),
    ('ী', 'ঈ'),
    ('ে', 'এ'),
    ('ূ', 'ঊ'),
    ('হ', 'ঙ'),
    ('ন', ' '),
    ('ৈ', 'ঐ'),
    ('ং', 'ঁ'),
    ('ব', 'ভ'),
    ('z', 'Z'),
];

impl Keyboard {
    pub const ALL: [Self; 4] = [Self::Latin, Self::National, Self::Probhat, Self::InScript];

    /// The word on the command line and in the environment.
    pub fn word(self) -> &'static str {
        match self {
            Self::Latin => "latin",
            Self::National => "national",
            Self::Probhat => "probhat",
            Self::InScript => "inscript",
        }
    }

    /// From its word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|keyboard| keyboard.word() == word)
    }

    fn layout(self) -> Option<&'static Layout> {
        match self {
            Self::Latin => None,
            Self::National => Some(&NATIONAL),
            Self::Probhat => Some(&PROBHAT),
            Self::InScript => Some(&INSCRIPT),
        }
    }

    /// The key as a Latin keyboard would have sent it.
    pub fn latin(self, key: Key) -> Key {
        let (Code::Char(c), Some(layout)) = (key.code, self.layout()) else { return key };
        let is_sent = |(plain, shifted): &(char, char)| c != NONE && (*plain == c || *shifted == c);
        let place = layout.iter().position(is_sent);
        let Some(place) = place else { return key };
        let letter = char::from(b'a' + place as u8);
        let letter = if layout[place].0 == c { letter } else { letter.to_ascii_uppercase() };
        Key { code: Code::Char(letter), ..key }
    }
}

/// Whether a key sent a Bengali letter, not a digit: a Bengali layout is on.
pub(super) fn is_letter(key: Key) -> bool {
    matches!(key.code, Code::Char(c) if is_bengali(c) && !matches!(c, '০'..='৯'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::{BINDINGS, Mode};

    #[test]
    fn keys_without_a_letter_of_the_layout_stay_what_they_are() {
        for keyboard in Keyboard::ALL {
            for key in [' ', '5', '/', '?', '!', '+', '-', 'x'].map(Key::char) {
                let sent = keyboard.latin(key);
                assert_eq!(sent, key, "{keyboard:?}");
            }
        }
    }

    #[test]
    fn a_letter_of_the_key_table_is_reached_unless_the_layout_has_none_of_its_own() {
        let letters = BINDINGS
            .iter()
            .filter(|binding| binding.mode == Mode::Walk)
            .flat_map(|binding| binding.keys)
            .filter(|key| !key.ctrl && matches!(key.code, Code::Char('a'..='z' | 'A'..='Z')));
        for key in letters {
            let Code::Char(c) = key.code else { continue };
            let place = usize::from(c.to_ascii_lowercase() as u8 - b'a');
            for keyboard in [Keyboard::National, Keyboard::Probhat, Keyboard::InScript] {
                let layout = keyboard.layout().unwrap();
                let (plain, shifted) = layout[place];
                let sent = if c.is_ascii_lowercase() { plain } else { shifted };
                // What a layout sends for two keys reaches the first of them; the other one's
                // action is in the list of commands.
                let twice = layout.iter().any(|(a, b)| *a == sent && *b == ' ') || sent == ' ';
                if !twice {
                    assert_eq!(keyboard.latin(Key::char(sent)), *key, "{keyboard:?} {sent}");
                }
            }
        }
    }

    #[test]
    fn no_letter_of_a_layout_is_on_two_keys() {
        for keyboard in [Keyboard::National, Keyboard::Probhat, Keyboard::InScript] {
            let mut sent: Vec<char> = keyboard
                .layout()
                .unwrap()
                .iter()
                .flat_map(|(plain, shifted)| [*plain, *shifted])
                .filter(|c| *c != ' ')
                .collect();
            sent.sort_unstable();
            let all = sent.len();
            sent.dedup();
            // InScript has ব on two keys.
            let doubled = usize::from(keyboard == Keyboard::InScript);
            assert_eq!(sent.len() + doubled, all, "{keyboard:?}");
        }
    }

    #[test]
    fn one_letter_means_another_key_on_another_layout() {
        let key = Key::char('ক');
        assert_eq!(Keyboard::National.latin(key), Key::char('j'));
        assert_eq!(Keyboard::Probhat.latin(key), Key::char('k'));
        assert_eq!(Keyboard::Latin.latin(key), key);
        assert_eq!(Keyboard::National.latin(Key::char('থ')), Key::char('K'));
    }
}
