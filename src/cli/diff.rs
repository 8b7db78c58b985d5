//! `diff`: what became of an incident between two versions of its file.

use std::slice;

use super::args::{Diff, View};
use super::input::Input;
use super::{FAULTY, FINE, USAGE, environment, refuse, say};
use crate::export::{DiffOptions, diff_json, diff_text};

/// The versions are equal, or differ; as `diff` has it, what cannot be compared is 2.
pub(super) fn run(diff: &Diff, options: &View) -> color_eyre::Result<u8> {
    let words = environment::words(options);
    let [before, after] =
        [&diff.before, &diff.after].map(|path| Input::new(slice::from_ref(path), options, words));
    let opened = before.open().and_then(|first| Ok((first, after.open()?)));
    let ((old, _), (new, _)) = match opened {
        Ok(opened) => opened,
        Err(report) => {
            refuse(&report, options);
            return Ok(USAGE);
        }
    };
    let told = DiffOptions {
        words,
        zone: options.zone.unwrap_or(new.incident().zone),
        private: diff.private,
        ascii: environment::ascii(options),
        names: [before.into_name(), after.into_name()],
    };
    let (text, differ) =
        if diff.json { diff_json(&old, &new, &told) } else { diff_text(&old, &new, &told) };
    say(&text)?;
    Ok(if differ { FAULTY } else { FINE })
}
