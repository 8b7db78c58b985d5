//! What stands on the terminal, drawn by differences, is what a drawing from nothing has.

use outage_tui::app::Settings;
use outage_tui::export::text;
use outage_tui::headless::Stage;
use ratatui::buffer::Buffer;

use super::common::{OCTOBER, bengali, drive, stage};
use super::session::Session;

/// Keys by their names, and as a terminal sends them.
const WALK: &[(&str, &str)] = &[
    ("j", "j"),
    ("pgdn", "\x1b[6~"),
    ("e", "e"),
    ("end", "\x1b[F"),
    ("g", "g"),
    ("s", "s"),
    ("+", "+"),
    ("shift-right", "\x1b[1;2C"),
    ("0", "0"),
    ("?", "?"),
    ("'phase'", "phase"),
    ("esc", "\x1b"),
    ("enter", "\r"),
    ("pgdn", "\x1b[6~"),
    ("esc", "\x1b"),
    ("/", "/"),
    ("'dns'", "dns"),
    ("enter", "\r"),
    ("n", "n"),
    ("f", "f"),
    ("'kind:recovery'", "kind:recovery"),
    ("enter", "\r"),
    ("shift-tab", "\x1b[Z"),
    ("z", "z"),
    ("esc", "\x1b"),
    ("t", "t"),
    ("home", "\x1b[H"),
];

/// Whether every cell whose width all terminals agree about stands where it was drawn. Of the
/// others only the place is known, and that the cells beside them are whole shows it.
fn is_drawn(screen: &vt100::Screen, buffer: &Buffer) -> bool {
    buffer.area.positions().all(|at| {
        let drawn = buffer[at].symbol();
        let is_plain = drawn.is_ascii() || drawn.chars().all(|c| ('─'..='▟').contains(&c));
        let shown = screen.cell(at.y, at.x).map(vt100::Cell::contents).unwrap_or_default();
        drawn.is_empty() || !is_plain || shown == drawn || (shown.is_empty() && drawn == " ")
    })
}

fn meet(session: &mut Session, expected: &Stage, after: &str) {
    let buffer = expected.draw();
    let what = format!("screen after {after}:\n{}\n", text(&buffer));
    session.until(&what, |screen| is_drawn(screen, &buffer));
}

fn walk(settings: Settings, width: u16, height: u16, options: &[&str]) {
    let mut expected = stage(OCTOBER, settings, width, height);
    let mut session =
        Session::start(width, height, &[&[OCTOBER, "--zone", "UTC"], options].concat());
    meet(&mut session, &expected, "the start");
    for (name, keys) in WALK {
        drive(&mut expected, None, name);
        session.send(keys);
        meet(&mut session, &expected, name);
    }
    for (width, height) in [(100, 33), (62, 17), (40, 10), (width, height)] {
        expected.resize(width, height);
        session.resize(width, height);
        meet(&mut session, &expected, &format!("{width}×{height}"));
    }
    session.send("q");
    assert_eq!(session.end(), 0);
}

#[test]
fn on_a_small_terminal() {
    walk(Settings::default(), 80, 24, &[]);
}

#[test]
fn on_a_large_terminal() {
    walk(Settings::default(), 200, 60, &[]);
}

#[test]
fn in_bengali() {
    walk(bengali(), 120, 40, &["--lang", "bn"]);
}

#[test]
fn in_ascii() {
    walk(Settings { ascii: true, ..Settings::default() }, 120, 40, &["--ascii"]);
}
