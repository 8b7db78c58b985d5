//! Telling answers from keys.

use crate::app::{Code, Key};

/// What came back.
#[derive(Debug, Default, PartialEq, Eq)]
pub(in super::super) struct Answers {
    /// Whether the background is light.
    pub(in super::super) background: Option<Shade>,
    /// Whether text is set in as many cells as told.
    pub(in super::super) words: bool,
    /// What a person pressed in the meantime.
    pub(in super::super) pressed: Vec<Key>,
    /// Whether the last answer is here.
    pub(super) whole: bool,
    /// The beginning of something whose end has not come.
    pub(super) unfinished: String,
}

/// A background, as far as themes go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Shade {
    Dark,
    Light,
    /// It was told in a way that we do not read.
    Unread,
}

impl Answers {
    /// Reads the answers out of what came; the rest was pressed.
    pub(super) fn read(mut rest: &str) -> Self {
        let mut answers = Self::default();
        while let Some(c) = rest.chars().next() {
            let taken = match c {
                '\x1b' => answers.escape(&rest[1..]).map(|length| 1 + length),
                c => {
                    answers.pressed.push(key(c));
                    Some(c.len_utf8())
                }
            };
            match taken {
                Some(length) => rest = &rest[length..],
                None => {
                    rest.clone_into(&mut answers.unfinished);
                    return answers;
                }
            }
        }
        answers
    }

    /// A lone escape at the end was pressed.
    pub(super) fn finished(mut self) -> Self {
        if self.unfinished == "\x1b" {
            self.pressed.push(Key::plain(Code::Esc));
        }
        self
    }

    /// What follows an escape; its length, if it has an end.
    fn escape(&mut self, body: &str) -> Option<usize> {
        if let Some(sequence) = body.strip_prefix('[') {
            let last = sequence.find(|c| matches!(c, '@'..='~'))?;
            self.sequence(&sequence[..=last]);
            return Some(1 + last + 1);
        }
        if let Some(command) = body.strip_prefix(']') {
            let end = command.find(['\x07', '\x1b'])?;
            let length = if command[end..].starts_with('\x07') { 1 } else { 2 };
            command.get(end..end + length)?;
            self.command(&command[..end]);
            return Some(1 + end + length);
        }
        let mut chars = body.chars();
        match (chars.next()?, chars.next()) {
            ('O', Some(last)) => {
                self.pressed.extend(named(last));
                Some(1 + last.len_utf8())
            }
            ('O', None) => None,
            (c, _) => {
                self.pressed.push(key(c).with_alt());
                Some(c.len_utf8())
            }
        }
    }

    /// What follows `CSI`.
    fn sequence(&mut self, text: &str) {
        if let Some((_, column)) = text.strip_suffix('R').and_then(|place| place.split_once(';')) {
            self.words = column == "3";
        } else if text.starts_with('?') {
            self.whole |= text.ends_with('c');
        } else if let Some(last) = text.chars().next().filter(|_| text.len() == 1) {
            self.pressed.extend(named(last));
        }
    }

    /// What stands between `OSC` and its end.
    fn command(&mut self, text: &str) {
        if let Some(color) = text.strip_prefix("11;") {
            self.background = Some(shade(color).unwrap_or(Shade::Unread));
        }
    }
}

/// A key that sends one character.
fn key(c: char) -> Key {
    match c {
        '\r' | '\n' => Key::plain(Code::Enter),
        '\t' => Key::plain(Code::Tab),
        '\x08' | '\x7f' => Key::plain(Code::Backspace),
        '\x01'..='\x1a' => Key::ctrl(char::from(c as u8 - 1 + b'a')),
        c => Key::char(c),
    }
}

/// A key that sends a sequence with that end.
fn named(last: char) -> Option<Key> {
    let code = match last {
        'A' => Code::Up,
        'B' => Code::Down,
        'C' => Code::Right,
        'D' => Code::Left,
        'H' => Code::Home,
        'F' => Code::End,
        'P'..='S' => Code::F(last as u8 - b'P' + 1),
        _ => return None,
    };
    Some(Key::plain(code))
}

/// A colour as terminals tell it: `rgb:1e1e/2222/2a2a`, or with fewer digits.
fn shade(color: &str) -> Option<Shade> {
    let (_, channels) = color.split_once(':')?;
    let mut channels = channels.split('/').map(|digits| {
        let most = 16_u32.checked_pow(digits.len().try_into().ok()?)?.checked_sub(1)?;
        Some(f64::from(u32::from_str_radix(digits, 16).ok()?) / f64::from(most))
    });
    let mut next = || channels.next().flatten();
    // How bright the eye finds red, green and blue (Rec. 601).
    let bright = 0.299 * next()? + 0.587 * next()? + 0.114 * next()?;
    Some(if bright > 0.5 { Shade::Light } else { Shade::Dark })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(names: &[&str]) -> Vec<Key> {
        names.iter().map(|name| Key::parse(name).unwrap()).collect()
    }

    #[test]
    fn answers_are_told_from_keys() {
        let dark = Answers::read("j\x1b]11;rgb:1e1e/2222/2a2a\x07\x1b[1;3R/\x1b[?62;22c");
        let (background, pressed) = (Some(Shade::Dark), keys(&["j", "/"]));
        assert_eq!(
            dark,
            Answers { background, words: true, pressed, whole: true, ..Answers::default() }
        );
        let light = Answers::read("\x1b]11;rgb:ff/fd/f0\x1b\\\x1b[1;1R\x1b[A");
        let (background, pressed) = (Some(Shade::Light), keys(&["up"]));
        assert_eq!(light, Answers { background, pressed, ..Answers::default() });
        let told = Answers::read("\x1b]11;rgb:/x/\x07").background;
        assert_eq!(told, Some(Shade::Unread));
    }

    #[test]
    fn half_an_answer_is_no_keys() {
        for half in ["\x1b]11;rgb:ff", "\x1b]11;rgb:ff/fd/f0\x1b", "\x1b[1;", "\x1bO", "\x1b"] {
            let read = Answers::read(half);
            assert_eq!((read.unfinished.as_str(), read.pressed.len()), (half, 0), "{half:?}");
        }
        assert_eq!(Answers::read("\x1b").finished().pressed, keys(&["esc"]));
    }

    #[test]
    fn what_was_pressed_is_what_it_is_later() {
        let pressed = Answers::read("/dns\rq\x03\x7f\t\x1bq\x1bOP\x1b[Fক").pressed;
        let names = ["/", "d", "n", "s", "enter", "q", "^c", "backspace", "tab", "alt-q", "f1"];
        assert_eq!(pressed[..11], keys(&names)[..]);
        assert_eq!(pressed[11..], keys(&["end", "ক"])[..]);
    }
}
