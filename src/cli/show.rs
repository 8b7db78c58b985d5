//! `show`: the incident at a moment, without a screen.

use super::args::{Show, View};
use super::input::Input;
use super::seen::{Asked, Seen};
use super::{environment, list, refuse, say, say_not_a_moment, warn_if_far};
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
    let asked = Asked { file: show.file.as_deref(), private: false, redact: &[] };
    print(Seen::open(asked, options), show.at.as_deref(), form, options)
}

/// What the viewer prints where there is no terminal; of a file of many incidents their list.
pub(super) fn plain(options: &View) -> color_eyre::Result<u8> {
    let asked = Asked { file: options.file.as_deref(), private: false, redact: &[] };
    let input = Input::new(asked.file, environment::words(options)).wanting(options);
    match Seen::of(&input, asked, options) {
        Err(report) if report.has(Code::ManyIncidents) => list::instead(&input, options, false),
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
