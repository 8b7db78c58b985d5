//! What the shell, the locale and the terminal say about how to show things.

use std::io::IsTerminal;

use super::args::{Colors, Osc66, View};
use crate::app::{Keyboard, Settings, Theme};
use crate::model::Zone;
use crate::runtime::{Ask, WholeWords};
use crate::text::{Lang, Msg, Words};

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

/// The language of the locale.
fn spoken() -> Lang {
    if locale().starts_with("bn") { Lang::Bn } else { Lang::En }
}

pub(super) fn words(options: &View) -> Words {
    Words { lang: options.lang.unwrap_or_else(spoken), digits: options.digits.unwrap_or_default() }
}

/// The language of the help, which is made before the command line is read.
pub(super) fn lang_before_reading() -> Lang {
    let arguments: Vec<String> =
        std::env::args_os().map(|argument| argument.to_string_lossy().into_owned()).collect();
    let apart =
        arguments.windows(2).filter(|pair| pair[0] == "--lang").map(|pair| pair[1].as_str());
    let joined = arguments.iter().filter_map(|argument| argument.strip_prefix("--lang="));
    apart.chain(joined).find_map(Lang::parse).unwrap_or_else(spoken)
}

/// Whether to colour what is written to a stream (<https://bixense.com/clicolors/>).
pub(super) fn color(options: &View, stream: &impl IsTerminal) -> bool {
    let forced = variable("CLICOLOR_FORCE").is_some_and(|value| value != "0");
    match options.color {
        Some(Colors::Always) => true,
        _ if is_colorless(options) => false,
        _ => forced || (stream.is_terminal() && !is_dumb()),
    }
}

/// Whether somebody wants no colours.
fn is_colorless(options: &View) -> bool {
    let forced = variable("CLICOLOR_FORCE").is_some_and(|value| value != "0");
    match options.color {
        Some(Colors::Always) => false,
        Some(Colors::Never) => true,
        _ if options.theme == Some(Theme::Mono) || variable("NO_COLOR").is_some() => true,
        _ => !forced && variable("CLICOLOR").is_some_and(|value| value == "0"),
    }
}

pub(super) fn settings(options: &View) -> Settings {
    Settings {
        words: words(options),
        theme: theme(options),
        ascii: ascii(options),
        local: local_zone(options),
        mouse: !options.no_mouse,
        keyboard: options.keyboard.or_else(keyboard).unwrap_or_default(),
        ..Settings::default()
    }
}

/// Painted colours only where the terminal says that it has them all.
fn theme(options: &View) -> Theme {
    match options.theme {
        Some(theme) => theme,
        None if is_colorless(options) => Theme::Mono,
        None if !has_all_colors() && !has_256_colors() => Theme::Ansi,
        None if is_said_to_be_light() => Theme::Light,
        None => Theme::Dark,
    }
}

fn has_all_colors() -> bool {
    matches!(variable("COLORTERM").as_deref(), Some("truecolor" | "24bit"))
}

/// By the names of terminals that have at least 256.
fn has_256_colors() -> bool {
    let term = variable("TERM").unwrap_or_default();
    ["256color", "direct", "kitty", "alacritty", "foot", "ghostty", "wezterm", "konsole"]
        .iter()
        .any(|name| term.contains(name))
}

/// What some terminals say of their background: `COLORFGBG=0;15`, of the sixteen colours.
fn is_said_to_be_light() -> bool {
    let colors = variable("COLORFGBG").unwrap_or_default();
    matches!(colors.rsplit(';').next(), Some("7" | "9" | "10" | "11" | "12" | "13" | "14" | "15"))
}

/// What is said at the beginning: GNU screen counts every mark of a Bengali letter as a column.
pub(super) fn warning(words: Words) -> Option<Msg> {
    (words.lang == Lang::Bn && variable("STY").is_some()).then_some(Msg::NoticeScreen)
}

/// What is left to ask the terminal itself. The console of Linux has its own meaning for such
/// questions, and is dark.
pub(super) fn questions(options: &View) -> Ask {
    let term = variable("TERM").unwrap_or_default();
    let painted = matches!(theme(options), Theme::Dark | Theme::Light);
    Ask {
        few_colors: !has_all_colors(),
        // GNU screen erases to the background of the terminal.
        erases: !term.starts_with("screen") && variable("STY").is_none(),
        background: options.theme.is_none() && painted && term != "linux",
        words: match options.osc66 {
            Some(Osc66::On) => WholeWords::On,
            Some(Osc66::Auto) | None if term == "xterm-kitty" => WholeWords::Ask,
            Some(Osc66::Auto | Osc66::Off) | None => WholeWords::Off,
        },
    }
}

/// The layout of the environment; a word that is none is none.
fn keyboard() -> Option<Keyboard> {
    Keyboard::parse(&variable("OUTAGE_TUI_KEYBOARD")?)
}

/// Asked for, or a locale whose characters are not UTF-8. One that names no characters (`bn_IN`)
/// has UTF-8 today, but for `C` and `POSIX`.
pub(super) fn ascii(options: &View) -> bool {
    let charset = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(variable);
    let utf8 = charset.is_none_or(|charset| {
        let charset = charset.to_ascii_lowercase();
        let named = charset.contains('.');
        (!named && charset != "c" && charset != "posix")
            || charset.contains("utf-8")
            || charset.contains("utf8")
    });
    options.ascii || !utf8
}

/// The zone of the command line, of `TZ`, or of the machine.
pub(super) fn local_zone(options: &View) -> Zone {
    let machine = || Zone::parse(&iana_time_zone::get_timezone().ok()?);
    let tz = || Zone::parse(variable("TZ")?.trim_start_matches(':'));
    options.zone.or_else(tz).or_else(machine).unwrap_or(Zone::UTC)
}
