//! `compare`: two incidents side by side, in the viewer; where there is no terminal, their measures.

use std::io::IsTerminal;
use std::slice;

use super::args::{Compare, View};
use super::input::Input;
use super::{FINE, environment, keep, refuse, say};
use crate::app::{App, Clock, File};
use crate::export::measures_text;
use crate::runtime;

pub(super) fn run(compare: &Compare, options: &View) -> color_eyre::Result<u8> {
    let mut settings = environment::settings(options);
    let words = settings.words;
    let left = Input::new(slice::from_ref(&compare.left), options, words);
    let other = compare.other.as_ref().or(options.incident.as_ref());
    let right = Input::of(slice::from_ref(&compare.right), options, other, words);
    if !std::io::stdout().is_terminal() || environment::is_dumb() {
        return told([left, right], options);
    }
    let opened = left.open_shown().and_then(|first| Ok((first, right.open_shown()?)));
    let ((first, first_report, shared), (second, second_report, other)) = match opened {
        Ok(opened) => opened,
        Err(report) => return Ok(refuse(&report, options)),
    };
    settings.clock = Clock::SinceStart;
    let file = |input: Input, report| File { name: input.into_name(), report };
    let beside = App::new(file(right, second_report), second, settings);
    let app = App::new(file(left, first_report), first, settings).beside(beside);
    let keep = keep::Keeper::new(Some(&compare.left), keep::known(vec![shared, other]));
    runtime::run(app, environment::questions(options), &mut |stage| keep.keep(stage))?;
    Ok(FINE)
}

/// The measures as text, without what is private.
fn told(both: [Input; 2], options: &View) -> color_eyre::Result<u8> {
    let [left, right] = both.map(|input| input.public(true));
    let opened = left.open_told().and_then(|first| Ok((first, right.open_told()?)));
    match opened {
        Ok(((first, ..), (second, ..))) => {
            say(&measures_text([&first, &second], environment::words(options)))
        }
        Err(report) => Ok(refuse(&report, options)),
    }
}
