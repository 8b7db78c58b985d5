//! What a terminal says of itself when asked.
//!
//! All questions go out in one write, the last of them one that every terminal answers (its device
//! attributes), so that the end of the answers is known. Who answers nothing costs [`PATIENCE`]; an
//! answer that comes still later is kept from the viewer by [`Late`].
//!
//! | question | answer | says |
//! |---|---|---|
//! | `OSC 11 ; ?` | `OSC 11 ; rgb:RRRR/GGGG/BBBB` | the colour of the background |
//! | `OSC 66 ; w=2 ; blank`, `CSI 6n` | `CSI row ; 3 R` | text is set in as many cells as told |
//! | `CSI c` | `CSI ? … c` | that was all |

use std::fs::{File, OpenOptions};
use std::io::{self, Read, Write};
use std::time::Duration;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use rustix::event::{PollFd, PollFlags, Timespec, poll};

use super::now;

/// How long the answers may take.
const PATIENCE: Duration = Duration::from_millis(150);
/// No answer has as many bytes.
const MOST_BYTES: usize = 4_096;

/// What the terminal is asked before the first frame.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Ask {
    /// Whether its background is light, so that the theme follows.
    pub background: bool,
    pub words: WholeWords,
}

/// Whether whole words of Bengali are sent in one piece, by the text-sizing protocol of kitty. A
/// terminal without it shows nothing of such a word.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum WholeWords {
    #[default]
    Off,
    /// If the terminal shows that it has the protocol.
    Ask,
    On,
}

/// What came back.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Answers {
    pub(super) light: Option<bool>,
    pub(super) words: bool,
    /// What a person typed in the meantime.
    pub(super) typed: String,
    /// Whether all answers are here.
    whole: bool,
}

/// Asks, and waits for the answers as long as [`PATIENCE`] allows.
pub(super) fn ask(ask: Ask, mut out: impl Write) -> io::Result<(Answers, Late)> {
    let questions = questions(ask);
    if questions.is_empty() {
        return Ok((Answers::default(), Late::default()));
    }
    // Without a place to read answers from, nothing is asked.
    let Ok(mut terminal) = OpenOptions::new().read(true).open("/dev/tty") else {
        return Ok((Answers::default(), Late::default()));
    };
    out.write_all(questions.as_bytes())?;
    out.flush()?;
    let answers = listen(&mut terminal)?;
    let late = Late { expected: !answers.whole, inside: 0 };
    Ok((answers, late))
}

fn questions(ask: Ask) -> String {
    let mut questions = String::new();
    if ask.words == WholeWords::Ask {
        questions.push_str("\x1b[H\x1b]66;w=2; \x07\x1b[6n");
    }
    if ask.background {
        questions.push_str("\x1b]11;?\x07");
    }
    if !questions.is_empty() {
        questions.push_str("\x1b[c");
    }
    questions
}

fn listen(terminal: &mut File) -> io::Result<Answers> {
    let begun = now();
    let mut bytes = Vec::new();
    let mut buffer = [0; 256];
    loop {
        let answers = parse(&String::from_utf8_lossy(&bytes));
        let rest = PATIENCE.saturating_sub(now().duration_since(begun));
        if answers.whole || rest.is_zero() || bytes.len() > MOST_BYTES {
            return Ok(answers);
        }
        let wait = Timespec { tv_sec: 0, tv_nsec: rest.subsec_nanos().into() };
        match poll(&mut [PollFd::new(terminal, PollFlags::IN)], Some(&wait)) {
            Ok(1..) => match terminal.read(&mut buffer)? {
                0 => return Ok(answers),
                length => bytes.extend_from_slice(&buffer[..length]),
            },
            Ok(0) | Err(rustix::io::Errno::INTR) => {}
            Err(error) => return Err(error.into()),
        }
    }
}

/// Reads the answers out of what came; the rest was typed.
fn parse(mut rest: &str) -> Answers {
    let mut answers = Answers::default();
    while let Some(at) = rest.find('\x1b') {
        answers.typed.extend(rest[..at].chars().filter(|c| !c.is_control()));
        let body = &rest[at + 1..];
        let end = if let Some(sequence) = body.strip_prefix('[') {
            sequence.find(|c| matches!(c, '@'..='~')).map(|last| {
                answers.sequence(&sequence[..=last]);
                last + 2
            })
        } else if let Some(command) = body.strip_prefix(']') {
            command.find(['\x07', '\x1b']).map(|end| {
                answers.command(&command[..end]);
                end + if command[end..].starts_with("\x1b\\") { 3 } else { 2 }
            })
        } else {
            Some(0)
        };
        match end {
            Some(end) => rest = &body[end..],
            None => return answers,
        }
    }
    answers.typed.extend(rest.chars().filter(|c| !c.is_control()));
    answers
}

impl Answers {
    /// What follows `CSI`.
    fn sequence(&mut self, text: &str) {
        match text.strip_suffix('R').and_then(|place| place.split_once(';')) {
            Some((_, column)) => self.words = column == "3",
            None => self.whole |= text.starts_with('?') && text.ends_with('c'),
        }
    }

    /// What stands between `OSC` and its end.
    fn command(&mut self, text: &str) {
        if let Some(color) = text.strip_prefix("11;") {
            self.light = is_light(color);
        }
    }
}

/// Whether a colour as terminals tell it (`rgb:1e1e/2222/2a2a`, or with fewer digits) is nearer to
/// white than to black.
fn is_light(color: &str) -> Option<bool> {
    let (_, channels) = color.split_once(':')?;
    let mut channels = channels.split('/').map(|digits| {
        let most = 16_u32.checked_pow(digits.len().try_into().ok()?)?.checked_sub(1)?;
        Some(f64::from(u32::from_str_radix(digits, 16).ok()?) / f64::from(most.max(1)))
    });
    let mut next = || channels.next().flatten();
    // How bright the eye finds red, green and blue (Rec. 601).
    Some(0.299 * next()? + 0.587 * next()? + 0.114 * next()? > 0.5)
}

/// Keeps the answer that comes too late from being read as keys.
#[derive(Debug, Default)]
pub(super) struct Late {
    expected: bool,
    /// How many keys of an answer have come.
    inside: usize,
}

impl Late {
    /// Whether the key is a part of an answer: `Alt-]`, which nobody presses, begins it.
    pub(super) fn swallows(&mut self, key: &KeyEvent) -> bool {
        let is = |c, modifiers| key.code == KeyCode::Char(c) && key.modifiers.contains(modifiers);
        if self.inside == 0 {
            let begins = self.expected && is(']', KeyModifiers::ALT);
            self.inside = usize::from(begins);
            return begins;
        }
        self.inside += 1;
        let ends = is('g', KeyModifiers::CONTROL) || is('\\', KeyModifiers::ALT);
        if ends || self.inside > 40 {
            *self = Self::default();
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_told_from_keys() {
        let dark = parse("j\x1b]11;rgb:1e1e/2222/2a2a\x07\x1b[1;3R/\x1b[?62;22c");
        assert_eq!(
            dark,
            Answers { light: Some(false), words: true, typed: "j/".into(), whole: true }
        );
        let light = parse("\x1b]11;rgb:ff/fd/f0\x1b\\\x1b[1;1R\x1b[A");
        assert_eq!(light, Answers { light: Some(true), ..Answers::default() });
        for half in ["\x1b", "\x1b]11;rgb:ff", "\x1b[1;", "\x1b]11;?\x07", "\x1b]11;rgb:/x/\x07"] {
            assert_eq!(parse(half), Answers::default(), "{half:?}");
        }
    }

    #[test]
    fn only_what_is_wanted_is_asked() {
        assert_eq!(questions(Ask::default()), "");
        assert_eq!(questions(Ask { words: WholeWords::On, ..Ask::default() }), "");
        let background = Ask { background: true, ..Ask::default() };
        assert_eq!(questions(background), "\x1b]11;?\x07\x1b[c");
    }

    #[test]
    fn a_late_answer_is_no_keys() {
        let key = |c, modifiers| KeyEvent::new(KeyCode::Char(c), modifiers);
        let plain = |c| key(c, KeyModifiers::NONE);
        let mut late = Late { expected: true, inside: 0 };
        assert!(!late.swallows(&plain('j')));
        assert!(late.swallows(&key(']', KeyModifiers::ALT)));
        for c in "11;rgb:1e1e/2222/2a2a".chars() {
            assert!(late.swallows(&plain(c)));
        }
        assert!(late.swallows(&key('g', KeyModifiers::CONTROL)));
        assert!(!late.swallows(&plain('g')));
        assert!(!late.swallows(&key(']', KeyModifiers::ALT)), "one answer is all there is");
    }
}
