//! `show`: the incident at a moment, without a screen.

use super::args::{Show, View};
use super::seen::{Asked, Seen};
use super::{environment, list, refuse, say, say_not_a_moment, shelf, warn_if_far};
use crate::export::{ShowOptions, show_json, show_plain, show_text};
use crate::load::{Code, Report};

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
    print(Seen::open(Asked::of(&show.files), options), show.at.as_deref(), form, options)
}

/// What the viewer prints where there is no terminal; of a file of many incidents their list.
pub(super) fn plain(options: &View) -> color_eyre::Result<u8> {
    if shelf::is_asked_for(options) {
        return list::instead(options);
    }
    match Seen::open(Asked::of(&options.files), options) {
        Err(report) if report.has(Code::ManyIncidents) && options.files.len() == 1 => {
            list::instead(options)
        }
        seen => print(seen, options.at.as_deref(), Form::Text, options),
    }
}

fn print(
    seen: Result<Seen, Report>,
    at: Option<&str>,
    form: Form,
    options: &View,
) -> color_eyre::Result<u8> {
    let words = environment::words(options);
    let Seen { timeline, left_out, .. } = match seen {
        Ok(seen) => seen,
        Err(report) => return Ok(refuse(&report, options)),
    };
    let own = timeline.incident().zone;
    let at = match at {
        None => timeline.last(),
        Some(text) => match timeline.parse_when(text, own, timeline.first()) {
            Ok(at) => {
                warn_if_far(at, text, &timeline, options);
                at
            }
            Err(error) => return Ok(say_not_a_moment(text, &error, options)),
        },
    };
    let zone = options.zone.unwrap_or(own);
    let ascii = environment::ascii(options);
    let show = ShowOptions { at, words, zone, ascii, left_out };
    match form {
        Form::Json => say(&(show_json(&timeline, &show)? + "\n")),
        Form::Plain => say(&show_plain(&timeline, &show)),
        Form::Text => say(&show_text(&timeline, &show)),
    }
}
