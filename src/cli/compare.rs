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
    let opened = left.open_marked().and_then(|first| Ok((first, right.open_marked()?)));
    let ((first, first_report, mark), (second, second_report, other_mark)) = match opened {
        Ok(opened) => opened,
        Err(report) => return Ok(refuse(&report, options)),
    };
    if !std::io::stdout().is_terminal() || environment::is_dumb() {
        return say(&measures_text([&first, &second], words));
    }
    settings.clock = Clock::SinceStart;
    let file = |input: Input, report| File { name: input.into_name(), report };
    let other = App::new(file(right, second_report), second, settings);
    let app = App::new(file(left, first_report), first, settings).beside(other);
    let keep = keep::Keeper::new(Some(&compare.left), keep::known(vec![mark, other_mark]));
    runtime::run(app, environment::questions(options), &mut |stage| keep.keep(stage))?;
    Ok(FINE)
}
