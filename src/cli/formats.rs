//! `formats`: what opens besides our own format, and what each file tells and does not tell.

use std::fmt::Write;

use crate::load::Format;
use crate::text::{Msg, Words};

/// The list as text.
pub(super) fn plain(words: Words) -> String {
    let mut out = String::new();
    for format in Format::ALL {
        let (gives, lacks) = (words.say(format.gives()), words.say(format.lacks()));
        // Writing to a string cannot fail.
        let _ = writeln!(out, "{}  ({})", words.say(format.label()), format.word());
        let _ = writeln!(out, "  {}", words.fill(Msg::FormatGives, &[gives]));
        let _ = writeln!(out, "  {}", words.fill(Msg::FormatLacks, &[lacks]));
    }
    out
}
