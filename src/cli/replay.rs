//! `replay`: a film of the incident, to a file.

mod form;
mod script;

use std::io::{IsTerminal, Write};

use super::args::{Replay, View};
use super::picture::{Desk, fit, unnamed, write_all};
use super::{USAGE, environment, say_error};
use crate::app::Panel;
use crate::text::{Msg, Words};
use form::{Form, make};
use script::{MOST, script};

/// From so many pictures on it is said how far it is.
const LONG: usize = 200;

pub(super) fn run(replay: &Replay, options: &View) -> color_eyre::Result<u8> {
    let Some(form) = Form::of(&replay.output) else {
        return Ok(unnamed(&replay.output, Msg::ReplayEnding, environment::words(options)));
    };
    let mut desk = match Desk::new(&replay.picture, options) {
        Ok(desk) => desk,
        Err(code) => return Ok(code),
    };
    let words = desk.stage.app.words();
    // Of other panels no two events need as many rows.
    if !matches!(replay.picture.panel, Some(Panel::Timeline | Panel::Detail)) {
        fit(&mut desk.stage, &replay.picture);
    }
    let steps = match script(&desk.stage.app, replay.speed) {
        Ok(steps) => steps,
        Err(pictures) => {
            let numbers = [words.number(pictures), words.number(MOST)];
            say_error(&words.fill(Msg::ReplayTooLong, &[&numbers[0], &numbers[1]]));
            return Ok(USAGE);
        }
    };
    let mut progress = Progress::new(steps.len(), words);
    let made = make(&mut desk, form, &replay.picture, &steps, |done| progress.tell(done));
    progress.end();
    Ok(write_all(&replay.picture, &[(replay.output.clone(), made?)], words))
}

/// How far it is, on the error stream, while somebody may be waiting.
struct Progress {
    all: usize,
    words: Words,
    shown: bool,
}

// That the error stream is gone is no reason to stop.
impl Progress {
    fn new(all: usize, words: Words) -> Self {
        Self { all, words, shown: all >= LONG && std::io::stderr().is_terminal() }
    }

    fn tell(&mut self, done: usize) {
        if self.shown {
            let numbers = [done, self.all].map(|number| self.words.number(number as u64));
            let told = self.words.fill(Msg::ReplayProgress, &[&numbers[0], &numbers[1]]);
            let _ = write!(std::io::stderr().lock(), "\r\x1b[K{told}");
        }
    }

    fn end(&self) {
        if self.shown {
            let _ = write!(std::io::stderr().lock(), "\r\x1b[K");
        }
    }
}
