//! The key table: the only place that says which key does what.
//!
//! The handler, the footer, the help screen, `outage-tui keys` and the README all read it.

mod table;

use super::{Action, Code, Key};
use crate::text::{Msg, fold_digits};

pub use table::BINDINGS;

/// One row of the table.
#[derive(Debug)]
pub struct Binding {
    pub mode: Mode,
    /// The first one is the one that is shown.
    pub keys: &'static [Key],
    /// Keys that no keyboard layout changes.
    pub free: &'static [Key],
    pub action: Action,
    pub label: Msg,
    pub group: Group,
    /// Whether and how the footer shows it.
    pub hint: Option<Hint>,
}

/// A row's place in the footer.
#[derive(Debug, Clone, Copy)]
pub struct Hint {
    /// The lower, the longer it stays when the footer gets narrow.
    pub rank: u8,
    pub text: Msg,
    /// The next row's key stands beside this one: `j/k move`.
    pub paired: bool,
}

/// Which keys mean what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Mode {
    /// In every mode.
    Any,
    /// The panels.
    Walk,
    /// The list of incidents.
    Shelf,
    /// Two incidents side by side.
    Pair,
    /// After `g`.
    GoTo,
    /// A line is being typed.
    Line,
    /// The list of keys and commands.
    Palette,
    /// A text is being read.
    Read,
}

impl Mode {
    pub const ALL: [Self; 8] = [
        Self::Walk,
        Self::Shelf,
        Self::Pair,
        Self::Any,
        Self::GoTo,
        Self::Read,
        Self::Line,
        Self::Palette,
    ];

    /// The heading of its rows.
    pub fn label(self) -> Msg {
        match self {
            Self::Any => Msg::ModeAny,
            Self::Walk => Msg::ModeWalk,
            Self::Shelf => Msg::ModeShelf,
            Self::Pair => Msg::ModePair,
            Self::GoTo => Msg::ModeGoTo,
            Self::Line => Msg::ModeLine,
            Self::Palette => Msg::ModePalette,
            Self::Read => Msg::ModeRead,
        }
    }

    /// Whether letters are text.
    pub(super) fn types(self) -> bool {
        matches!(self, Self::Line | Self::Palette)
    }
}

/// What a row is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Group {
    Move,
    Time,
    Find,
    Panels,
    Show,
    General,
}

impl Group {
    pub fn label(self) -> Msg {
        match self {
            Self::Move => Msg::GroupMove,
            Self::Time => Msg::GroupTime,
            Self::Find => Msg::GroupFind,
            Self::Panels => Msg::GroupPanels,
            Self::Show => Msg::GroupShow,
            Self::General => Msg::GroupGeneral,
        }
    }
}

impl Binding {
    pub fn all_keys(&self) -> impl Iterator<Item = Key> {
        self.keys.iter().chain(self.free).copied()
    }

    /// The keys as a person reads them; those after `g` with their prefix.
    pub fn keys_text(&self, ascii: bool) -> String {
        let names: Vec<String> = self.keys.iter().map(|key| self.name(*key, ascii)).collect();
        names.join(" ")
    }

    /// The keys that no layout changes, as a person reads them.
    pub fn free_text(&self, ascii: bool) -> String {
        let names: Vec<String> = self.free.iter().map(|key| key_name(*key, ascii)).collect();
        names.join(" ")
    }

    /// The key that the footer names.
    pub fn first_key(&self, ascii: bool) -> Option<String> {
        self.keys.iter().chain(self.free).next().map(|key| self.name(*key, ascii))
    }

    fn name(&self, key: Key, ascii: bool) -> String {
        let prefix = if self.mode == Mode::GoTo { "g" } else { "" };
        format!("{prefix}{}", key_name(key, ascii))
    }
}

fn key_name(key: Key, ascii: bool) -> String {
    if ascii { format!("{key:#}") } else { key.to_string() }
}

/// What a key means. `counting`: a number has been begun, so that `0` belongs to it.
pub fn resolve(key: Key, mode: Mode, counting: bool) -> Option<Action> {
    if let (Mode::Walk, Some(digit)) = (mode, digit(key))
        && (digit > 0 || counting)
    {
        return Some(Action::Digit(digit));
    }
    let bound = BINDINGS
        .iter()
        .filter(|binding| binding.mode == mode || binding.mode == Mode::Any)
        .find(|binding| binding.all_keys().any(|bound| bound == key))
        .map(|binding| binding.action);
    match key {
        Key { code: Code::Char(c), ctrl: false, alt: false, .. } if mode.types() => {
            Some(Action::Type(c))
        }
        _ => bound,
    }
}

/// A digit of any keyboard that has them.
fn digit(key: Key) -> Option<u8> {
    let Key { code: Code::Char(c), ctrl: false, alt: false, .. } = key else { return None };
    fold_digits(c.encode_utf8(&mut [0; 4])).parse().ok()
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn no_key_means_two_things() {
        for mode in Mode::ALL {
            let mut seen = HashSet::new();
            for binding in BINDINGS.iter().filter(|b| b.mode == mode || b.mode == Mode::Any) {
                for key in binding.all_keys() {
                    assert!(seen.insert(key), "{key} twice in {mode:?}");
                }
            }
        }
    }

    #[test]
    fn letters_are_text_while_typing_and_control_c_always_quits() {
        assert_eq!(resolve(Key::char('q'), Mode::Line, false), Some(Action::Type('q')));
        assert_eq!(resolve(Key::char('q'), Mode::Walk, false), Some(Action::Quit));
        for mode in Mode::ALL {
            assert_eq!(resolve(Key::ctrl('c'), mode, false), Some(Action::Quit), "{mode:?}");
        }
        assert_eq!(resolve(Key::plain(Code::Esc), Mode::Walk, false), Some(Action::Back));
        assert_eq!(resolve(Key::char('ক'), Mode::Walk, false), None);
    }

    #[test]
    fn digits_of_both_scripts_count() {
        for c in ['5', '৫'] {
            assert_eq!(resolve(Key::char(c), Mode::Walk, false), Some(Action::Digit(5)));
        }
        assert_eq!(resolve(Key::char('0'), Mode::Walk, false), Some(Action::ZoomFit));
        assert_eq!(resolve(Key::char('0'), Mode::Walk, true), Some(Action::Digit(0)));
    }

    #[test]
    fn the_palette_is_reachable_on_every_layout() {
        let is_free = |key: &Key| key.ctrl || !matches!(key.code, Code::Char(_));
        let help = BINDINGS
            .iter()
            .find(|b| b.action == Action::Open(super::super::Door::Help) && b.mode == Mode::Any)
            .expect("help is bound everywhere");
        assert!(help.free.iter().any(is_free));
        for binding in BINDINGS {
            assert!(binding.free.iter().all(is_free), "{:?}", binding.action);
        }
    }

    #[test]
    fn a_pair_is_followed_by_its_partner() {
        for (index, binding) in BINDINGS.iter().enumerate() {
            if binding.hint.is_some_and(|hint| hint.paired) {
                assert_eq!(BINDINGS[index + 1].mode, binding.mode);
            }
        }
    }
}
