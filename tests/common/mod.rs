//! Opening incidents for tests.
#![allow(dead_code, reason = "each test uses what it needs of this")]
#![expect(clippy::disallowed_methods, reason = "incidents are files")]
#![expect(clippy::panic, reason = "a test that cannot go on has failed")]

use std::path::Path;
use std::process::Command;

use outage_tui::app::{Action, App, File, Settings};
use outage_tui::headless::Stage;
use outage_tui::load::Report;
use outage_tui::model::{Time, Zone, time::parse_stamp};
use outage_tui::text::{Lang, SafeText, Words, cluster_width};
use outage_tui::timeline::{self, Timeline};
use ratatui::buffer::Buffer;

pub const OCTOBER: &str = "incidents/oct-outage.yaml";
pub const SMALLEST: &str = "incidents/smallest.yaml";

/// Keys and what they are pressed for, by their names; none of them ends the program.
#[rustfmt::skip]
pub const KEYS: &[&str] = &[
    "j", "k", "down", "up", "pgdn", "pgup", "^d", "^u", "home", "end", "G", "g g", "g e", "e", "E",
    "p", "P", "i", "I", "}", "{", "h", "l", "shift-left", "shift-right", "+", "-", "0", "9 +", "9 -",
    "space", "[", "]", "t", "g", "g s", "g r", "g t", "/", "n", "N", "f", "F", "tab", "shift-tab",
    "1", "2", "3", "4", "5", "7 5", "z", "enter", "s", "!", "L", "T", "y", "f2", "?", "esc", "^l",
    "backspace", "del", "^w", "left", "right", "/ 'dns'", "f 'kind:recovery' enter",
    "f 'zzz' enter", "g t '18:00' enter", "g t 'T+9999h' enter",
];

/// How many of many are tried: a part of them, or all where `OUTAGE_TUI_LONG` is `1`.
pub fn some_of(all: u32, part: u32) -> u32 {
    let long = std::env::var("OUTAGE_TUI_LONG").is_ok_and(|value| value == "1");
    if long { all } else { part }
}

/// Whether there is Bengali in a text.
pub fn is_bengali(text: &str) -> bool {
    text.chars().any(|c| ('\u{980}'..='\u{9FF}').contains(&c))
}

/// The program, as a shell runs it: its code, and what it says on its two streams.
pub fn run(words: &[&str]) -> (i32, String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_outage-tui"))
        .args(words)
        .env("LC_ALL", "C.UTF-8")
        .env("NO_COLOR", "1")
        .output();
    let output = output.unwrap_or_else(|error| panic!("{words:?}: {error}"));
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (output.status.code().unwrap_or(-1), text(&output.stdout), text(&output.stderr))
}

/// A file of this package.
pub fn bytes(path: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// An incident and its warnings, from its text.
pub fn open(yaml: &str) -> (Timeline, Report) {
    opened("test.yaml", yaml.as_bytes())
}

/// An incident, from its text.
pub fn read(yaml: &str) -> Timeline {
    open(yaml).0
}

fn opened(name: &str, bytes: &[u8]) -> (Timeline, Report) {
    match timeline::open(name, bytes) {
        Ok(opened) => opened,
        Err(report) => panic!("{}", report.render(Words::new(Lang::En), false)),
    }
}

/// A viewer of a file, on a screen of that size.
pub fn stage(path: &str, settings: Settings, width: u16, height: u16) -> Stage {
    stage_of(path, opened(path, &bytes(path)), settings, (width, height))
}

/// A viewer of an incident, whatever its file is called.
pub fn stage_of(
    name: &str,
    (timeline, report): (Timeline, Report),
    settings: Settings,
    (width, height): (u16, u16),
) -> Stage {
    let file = File { name: SafeText::line(name), report };
    Stage::new(App::new(file, timeline, settings), width, height)
}

/// A moment, in UTC unless the text says otherwise.
pub fn at(text: &str) -> Time {
    match parse_stamp(text, Zone::UTC) {
        Ok(stamp) => stamp.at,
        Err(error) => panic!("{text}: {error:?}"),
    }
}

/// Puts the clock somewhere and presses keys.
pub fn drive(stage: &mut Stage, clock: Option<&str>, keys: &str) {
    if let Some(clock) = clock {
        stage.act(Action::ClockTo(at(clock)));
    }
    if let Err(key) = stage.script(keys) {
        panic!("no key is called {key}");
    }
}

pub fn bengali() -> Settings {
    Settings { words: Words::new(Lang::Bn), ..Settings::default() }
}

/// Every cell is a cluster with as many cells as it takes, the ones behind it empty.
pub fn assert_whole(buffer: &Buffer) {
    for y in 0..buffer.area.height {
        let mut x = 0;
        while x < buffer.area.width {
            let symbol = buffer[(x, y)].symbol();
            assert!(!symbol.is_empty(), "a tail without a head at {x},{y}");
            let cells = cluster_width(symbol) as u16;
            for behind in 1..cells {
                assert_eq!(buffer[(x + behind, y)].symbol(), "", "{symbol:?} at {x},{y} is torn");
            }
            x += cells;
        }
        assert_eq!(x, buffer.area.width, "row {y} is too long");
    }
}
