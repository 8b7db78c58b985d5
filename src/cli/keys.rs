//! `keys`: the key table as text, and as the table of the README.

use std::fmt::Write;

use crate::app::{BINDINGS, Binding, Mode};
use crate::text::{Words, pad, width};

fn rows(mode: Mode) -> impl Iterator<Item = &'static Binding> {
    BINDINGS.iter().filter(move |binding| binding.mode == mode)
}

/// Aligned columns under a heading for each mode.
pub(super) fn plain(words: Words, ascii: bool) -> String {
    let keys = BINDINGS.iter().map(|b| width(&b.keys_text(ascii))).max().unwrap_or(0);
    let free = BINDINGS.iter().map(|b| width(&b.free_text(ascii))).max().unwrap_or(0);
    let mut out = String::new();
    for mode in Mode::ALL {
        // Writing to a string cannot fail.
        let _ = writeln!(out, "{}", words.say(mode.label()));
        for binding in rows(mode) {
            let keys = pad(&binding.keys_text(ascii), keys);
            let free = pad(&binding.free_text(ascii), free);
            let _ = writeln!(out, "  {keys}  {free}  {}", words.say(binding.label));
        }
        out.push('\n');
    }
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}

/// One Markdown table for each mode.
pub fn markdown(words: Words) -> String {
    let mut out = String::new();
    for mode in Mode::ALL {
        let _ = writeln!(
            out,
            "**{}**\n\n| key | on every layout | does |\n|---|---|---|",
            words.say(mode.label())
        );
        for binding in rows(mode) {
            let code = |keys: &str| {
                let keys: Vec<String> = keys.split(' ').map(|key| format!("`{key}`")).collect();
                if keys == ["``"] { String::new() } else { keys.join(" ") }
            };
            let _ = writeln!(
                out,
                "| {} | {} | {} |",
                code(&binding.keys_text(false)),
                code(&binding.free_text(false)),
                words.say(binding.label)
            );
        }
        out.push('\n');
    }
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}
