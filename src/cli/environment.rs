//! What the shell, the locale and the terminal say about how to show things.

use std::io::IsTerminal;

use super::args::View;
use crate::app::{Settings, Theme};
use crate::model::Zone;
use crate::text::{Lang, Words};

fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

/// A terminal that cannot be drawn on.
pub(super) fn is_dumb() -> bool {
    variable("TERM").is_none_or(|term| term == "dumb")
}

/// The locale, by the order of POSIX.
fn locale() -> String {
    ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(variable).unwrap_or_default()
}

pub(super) fn words(options: &View) -> Words {
    let spoken = || if locale().starts_with("bn") { Lang::Bn } else { Lang::En };
    Words { lang: options.lang.unwrap_or_else(spoken), digits: options.digits.unwrap_or_default() }
}

/// Whether to colour what is written to a stream.
pub(super) fn color(options: &View, stream: &impl IsTerminal) -> bool {
    let wanted = options.theme != Some(Theme::Mono);
    wanted && variable("NO_COLOR").is_none() && stream.is_terminal() && !is_dumb()
}

pub(super) fn settings(options: &View) -> Settings {
    Settings {
        words: words(options),
        theme: theme(options),
        ascii: ascii(options),
        local: local_zone(options),
        mouse: !options.no_mouse,
        keyboard: options.keyboard.unwrap_or_default(),
        ..Settings::default()
    }
}

/// Painted colours only where the terminal says that it has them all.
fn theme(options: &View) -> Theme {
    let truecolor = matches!(variable("COLORTERM").as_deref(), Some("truecolor" | "24bit"));
    match options.theme {
        Some(theme) => theme,
        None if variable("NO_COLOR").is_some() => Theme::Mono,
        None if truecolor => Theme::Dark,
        None => Theme::Ansi,
    }
}

/// Asked for, or a locale whose characters are not UTF-8.
pub(super) fn ascii(options: &View) -> bool {
    let charset = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(variable);
    let utf8 = charset.is_none_or(|charset| {
        let charset = charset.to_ascii_lowercase();
        charset.contains("utf-8") || charset.contains("utf8")
    });
    options.ascii || !utf8
}

/// The zone of the command line, of `TZ`, or of the machine.
pub(super) fn local_zone(options: &View) -> Zone {
    let machine = || Zone::parse(&iana_time_zone::get_timezone().ok()?);
    let tz = || Zone::parse(variable("TZ")?.trim_start_matches(':'));
    options.zone.or_else(tz).or_else(machine).unwrap_or(Zone::UTC)
}
