//! Every code in every text of an incident, on every screen and in every text that is printed.

use std::fmt::Write;

use outage_tui::app::{Settings, Theme};
use outage_tui::export::text;
use outage_tui::text::{Lang, Words};
use outage_tui::timeline;

use crate::codes;
use crate::shown::{Viewer, assert_plain, assert_report, texts};

/// The fields that hold text, by the word that each begins with here.
const FIELDS: &str = "incident-id title-en title-bn summary-en summary-bn cause-en cause-bn \
    link-title link-url service-id name-en name-bn group unused-id event-en event-bn body-en \
    body-bn source-name source-url author tag task-en task-bn owner due priority";

/// The one that no screen and no text shows. Whoever shows it takes it from here.
const UNSHOWN: &str = "group";

/// A text in YAML's double quotation marks; the code as an escape, or as itself.
pub fn quoted(text: &str, raw: bool) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            ' '..='~' => out.push(c),
            _ if raw => out.push(c),
            _ => {
                let _ = write!(out, "\\U{:08X}", u32::from(c));
            }
        }
    }
    out + "\""
}

/// An incident in which every text ends in `end`.
pub fn incident(end: &str, raw: bool) -> String {
    // No address holds a blank, and a tab would be one.
    let end_of = |name: &str| {
        if name.ends_with("url") { end.replace(['\t', ' '], "") } else { end.to_owned() }
    };
    let mut text = include_str!("every-text.yaml").to_owned();
    for name in FIELDS.split(' ') {
        let address = if name.ends_with("url") { "https://e.example/" } else { "" };
        let value = quoted(&format!("{address}{name}{}", end_of(name)), raw);
        text = text.replace(&format!("<{name}>"), &value);
    }
    text
}

/// Keys to every panel alone and every overlay; `end` is typed wherever something can be.
fn scripts(end: &str) -> Vec<String> {
    let end = end.replace('\'', "");
    let mut scripts: Vec<String> =
        ["", "?", "g", "!", "enter", "enter pgdn", "y", "t t t", "home", "end"]
            .map(str::to_owned)
            .into();
    scripts.extend((1..=5).map(|panel| format!("{panel} z")));
    for typed in [
        "? 'x{}'",
        "g t 'x{}' enter",
        "/ 'x{}'",
        "/ 'event-' enter",
        "f 'tag:tag{}'",
        "f 'kind:x{}'",
        "f '-tag:x{}' enter",
        "f 'zzz{}' enter",
    ] {
        scripts.push(typed.replace("{}", &end));
    }
    scripts
}

/// How a screen is set, and its size.
type Screen = (Settings, (u16, u16));

/// The screens that are looked at: both languages, and only ASCII without colours.
fn screens() -> [Screen; 3] {
    let in_words = |lang| Settings { words: Words::new(lang), ..Settings::default() };
    let plain = Settings { ascii: true, theme: Theme::Mono, ..Settings::default() };
    [(in_words(Lang::En), (200, 60)), (in_words(Lang::Bn), (80, 24)), (plain, (120, 40))]
}

/// Looks at everything there is to see of a file; all of it, for what must be found there.
fn look(yaml: &str, end: &str, screens: &[Screen]) -> Option<String> {
    let name = format!("file{end}.yaml");
    let opened = match timeline::open(&name, yaml.as_bytes()) {
        Ok(opened) => opened,
        Err(report) => {
            assert_report(&report);
            return None;
        }
    };
    assert_report(&opened.1);
    let mut seen = String::new();
    for &(settings, size) in screens {
        for printed in texts(&opened.0, settings.words, settings.ascii) {
            assert_plain(&printed, "printed");
            seen.push_str(&printed);
        }
        let mut viewer = Viewer::new(opened.clone(), &name, settings, size);
        for keys in scripts(end) {
            viewer.press(&keys);
            seen.push_str(&text(&viewer.frame(&keys)));
            viewer.press("esc esc esc esc");
        }
    }
    Some(seen)
}

#[test]
fn no_code_leaves_a_field() {
    for code in codes::all() {
        let end = format!("{code}z");
        let seen = look(&incident(&end, false), &end, &screens());
        assert!(seen.is_some(), "U+{:04X} is refused as an escape", u32::from(code));
    }
}

/// YAML forbids most of them as themselves; then the refusal quotes them.
#[test]
fn no_code_leaves_a_file_that_holds_it_bare() {
    for code in codes::all() {
        let end = format!("{code}z");
        look(&incident(&end, true), &end, &screens()[1..2]);
    }
}

/// Without this the test above could look where nothing is.
#[test]
fn every_field_is_seen_somewhere() {
    let seen = look(&incident("-z", false), "-z", &screens()).expect("the file is good");
    for name in FIELDS.split(' ').filter(|name| *name != UNSHOWN) {
        assert!(seen.contains(&format!("{name}-z")), "{name} is shown nowhere");
    }
    assert!(!seen.contains(&format!("{UNSHOWN}-z")), "{UNSHOWN} is shown");
    assert!(seen.contains("file-z.yaml"));
}
