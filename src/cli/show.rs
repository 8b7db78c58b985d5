//! `show`: the incident at a moment, without a screen.

use std::path::Path;

use super::args::{Show, View};
use super::input::Input;
use super::{environment, refuse, say, say_not_a_moment};
use crate::export::{ShowOptions, show_json, show_plain, show_text};

/// How it is told.
#[derive(Debug, Clone, Copy)]
enum Form {
    Text,
    Plain,
    Json,
}

pub(super) fn run(show: &Show, options: &View) -> color_eyre::Result<u8> {
    let form = match (show.json, show.plain) {
        (true, _) => Form::Json,
        (_, true) => Form::Plain,
        _ => Form::Text,
    };
    print(show.file.as_deref(), show.at.as_deref(), form, options)
}

/// What the viewer prints where there is no terminal.
pub(super) fn plain(options: &View) -> color_eyre::Result<u8> {
    print(options.file.as_deref(), options.at.as_deref(), Form::Text, options)
}

fn print(
    file: Option<&Path>,
    at: Option<&str>,
    form: Form,
    options: &View,
) -> color_eyre::Result<u8> {
    let words = environment::words(options);
    let (timeline, _) = match Input::new(file, words).open() {
        Ok(opened) => opened,
        Err(report) => return Ok(refuse(&report, options)),
    };
    let own = timeline.incident().zone;
    let at = match at {
        None => timeline.last(),
        Some(text) => match timeline.parse_when(text, own, timeline.first()) {
            Ok(at) => at,
            Err(error) => return Ok(say_not_a_moment(text, &error, options)),
        },
    };
    let zone = options.zone.unwrap_or(own);
    let show = ShowOptions { at, words, zone, ascii: environment::ascii(options) };
    match form {
        Form::Json => say(&(show_json(&timeline, &show)? + "\n")),
        Form::Plain => say(&show_plain(&timeline, &show)),
        Form::Text => say(&show_text(&timeline, &show)),
    }
}
