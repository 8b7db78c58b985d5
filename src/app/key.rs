//! Keys, as people name them; nothing here knows a terminal library.

use std::fmt;

/// A key without its modifiers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Code {
    /// What was typed, shift already applied.
    Char(char),
    Up,
    Down,
    Left,
    Right,
    PageUp,
    PageDown,
    Home,
    End,
    Enter,
    Esc,
    Tab,
    BackTab,
    Backspace,
    Delete,
    /// F1 to F12.
    F(u8),
}

/// A key press.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Key {
    pub code: Code,
    pub ctrl: bool,
    pub alt: bool,
    /// Only for keys that type nothing; a shifted letter is another letter.
    pub shift: bool,
}

impl Key {
    pub const fn plain(code: Code) -> Self {
        Self { code, ctrl: false, alt: false, shift: false }
    }

    pub const fn char(c: char) -> Self {
        Self::plain(Code::Char(c))
    }

    pub const fn ctrl(c: char) -> Self {
        Self { ctrl: true, ..Self::char(c) }
    }

    #[must_use]
    pub const fn with_ctrl(self) -> Self {
        Self { ctrl: true, ..self }
    }

    #[must_use]
    pub const fn with_alt(self) -> Self {
        Self { alt: true, ..self }
    }

    #[must_use]
    pub const fn with_shift(self) -> Self {
        Self { shift: true, ..self }
    }

    /// Reads a name as [`fmt::Display`] writes it, and the longer names (`space`, `pgdn`).
    pub fn parse(name: &str) -> Option<Self> {
        if name.chars().count() == 1 {
            return Some(Self::char(name.chars().next()?));
        }
        if let Some(rest) = name.strip_prefix('^').filter(|rest| rest.chars().count() == 1) {
            return Some(Self::ctrl(rest.chars().next()?.to_ascii_lowercase()));
        }
        let lower = name.to_ascii_lowercase();
        if let Some((key, _)) = NAMES.iter().find(|(_, names)| names.contains(&lower.as_str())) {
            return Some(*key);
        }
        if let Some((modifier, rest)) = name.split_once('-').filter(|(_, rest)| !rest.is_empty()) {
            let key = Self::parse(rest)?;
            return match modifier.to_ascii_lowercase().as_str() {
                "ctrl" => Some(key.with_ctrl()),
                "alt" => Some(key.with_alt()),
                "shift" => Some(key.with_shift()),
                _ => None,
            };
        }
        if let Some(number) = lower.strip_prefix('f').and_then(|n| n.parse::<u8>().ok()) {
            return (1..=12).contains(&number).then_some(Self::plain(Code::F(number)));
        }
        None
    }
}

/// Keys with names longer than a letter; the first name is for scripts, `Display` has its own.
const NAMES: [(Key, &[&str]); 16] = [
    (Key::char(' '), &["space"]),
    (Key::plain(Code::Up), &["up"]),
    (Key::plain(Code::Down), &["down"]),
    (Key::plain(Code::Left), &["left"]),
    (Key::plain(Code::Right), &["right"]),
    (Key::plain(Code::PageUp), &["pgup", "pageup"]),
    (Key::plain(Code::PageDown), &["pgdn", "pagedown"]),
    (Key::plain(Code::Home), &["home"]),
    (Key::plain(Code::End), &["end"]),
    (Key::plain(Code::Enter), &["enter"]),
    (Key::plain(Code::Esc), &["esc"]),
    (Key::plain(Code::Tab), &["tab"]),
    (Key::plain(Code::BackTab), &["shift-tab", "backtab"]),
    (Key::plain(Code::Backspace), &["backspace"]),
    (Key::plain(Code::Delete), &["del", "delete"]),
    (Key::char(' '), &["spc"]),
];

/// As a person reads it; the alternate form (`{:#}`) is ASCII alone.
impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let (true, Code::Char(c)) = (self.ctrl, self.code) {
            return write!(f, "^{c}");
        }
        for (on, name) in [(self.ctrl, "Ctrl-"), (self.alt, "Alt-"), (self.shift, "Shift-")] {
            if on {
                f.write_str(name)?;
            }
        }
        let arrow = |sign, name| if f.alternate() { name } else { sign };
        match self.code {
            Code::Char(' ') => f.write_str("Space"),
            Code::Char(c) => write!(f, "{c}"),
            Code::Up => f.write_str(arrow("↑", "Up")),
            Code::Down => f.write_str(arrow("↓", "Down")),
            Code::Left => f.write_str(arrow("←", "Left")),
            Code::Right => f.write_str(arrow("→", "Right")),
            Code::PageUp => f.write_str("PgUp"),
            Code::PageDown => f.write_str("PgDn"),
            Code::BackTab => f.write_str("Shift-Tab"),
            Code::Delete => f.write_str("Del"),
            Code::F(number) => write!(f, "F{number}"),
            other => write!(f, "{other:?}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_read_back() {
        for name in
            ["j", "^d", "Ctrl-→", "Alt-↓", "F12", "PgDn", "Shift-Tab", "Shift-F3", "-", "Enter"]
        {
            let arrow = name.replace('→', "right").replace('↓', "down");
            assert_eq!(Key::parse(&arrow).map(|key| key.to_string()).as_deref(), Some(name));
        }
        assert_eq!(Key::parse("space").map(|key| key.to_string()).as_deref(), Some("Space"));
        assert_eq!(Key::parse("hyper-x"), None);
        assert_eq!(Key::parse("F13"), None);
    }
}
