//! Stopping, going on, and ends of every kind.

use std::time::Duration;

use super::session::Session;
use super::{INCIDENT, assert_restored};

/// Waits until something is so.
fn until(what: &str, mut wanted: impl FnMut() -> bool) {
    for _ in 0..3_000 {
        if wanted() {
            return;
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    unreachable!("never: {what}");
}

#[test]
fn stopped_from_inside_and_outside_it_goes_on() {
    let mut session = Session::start(80, 24, &[INCIDENT]);
    session.until_text("STARTED");
    for stop in ["\u{1a}", "TSTP"] {
        match stop {
            "TSTP" => session.signal(stop),
            key => session.send(key),
        }
        until("stopped", || session.is_stopped());
        while session.take(Duration::from_millis(100)) > 0 {}
        assert_restored(&session);
        session.resize(100, 30);
        session.signal("CONT");
        session.until("the second screen", vt100::Screen::alternate_screen);
        session.until_text("3 Timeline");
        session.send("j");
        session.until_text("/78");
        session.resize(80, 24);
    }
    session.send("q");
    assert_eq!(session.end(), 0);
    assert_restored(&session);
}

#[test]
fn without_its_terminal_it_is_gone_within_a_second() {
    for start in ["exec \"$OUTAGE_TUI\" oct-outage", "trap '' HUP; exec \"$OUTAGE_TUI\" oct-outage"]
    {
        let mut session = Session::shell(80, 24, start);
        session.until_text("STARTED");
        let lived = session.hang_up();
        assert!(lived < Duration::from_secs(1), "it lived on for {lived:?}");
    }
}

/// How often it is tried; `OUTAGE_TUI_LONG=1` tries as often as it takes to believe it.
fn times() -> u64 {
    if std::env::var_os("OUTAGE_TUI_LONG").is_some() { 200 } else { 24 }
}

#[test]
fn a_signal_at_any_moment_leaves_the_terminal_as_it_was() {
    let mut moment = 12_345_u64;
    for round in 0..times() {
        moment = moment.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695);
        let name = ["TERM", "INT", "HUP", "QUIT"][(round % 4) as usize];
        let mut session = Session::start(80, 24, &[INCIDENT]);
        // Not to wait for something, but to meet the program wherever it is.
        std::thread::sleep(Duration::from_micros((moment >> 33) % 120_000));
        session.send("jjG/a");
        session.signal(name);
        session.end();
        assert_eq!(session.settings(), session.before, "{name} in round {round}");
        assert!(!session.screen().alternate_screen(), "{name} in round {round}");
        assert!(!session.screen().hide_cursor(), "{name} in round {round}");
    }
}

#[test]
fn screens_of_absurd_sizes() {
    let mut session = Session::start(80, 24, &[INCIDENT]);
    session.until_text("STARTED");
    for (columns, rows) in [(1, 1), (65_535, 1), (1, 65_535), (1_000, 500), (65_535, 65_535)] {
        session.resize_only_the_terminal(columns, rows);
        while session.drain(Duration::from_millis(200)) > 0 {}
    }
    session.resize(80, 24);
    session.until_text("STARTED");
    session.send("q");
    assert_eq!(session.end(), 0);
    assert_restored(&session);
}

#[test]
fn what_cannot_be_written_is_one_clear_line() {
    for line in [
        "\"$OUTAGE_TUI\" show > /dev/full",
        "\"$OUTAGE_TUI\" check incidents/smallest.yaml > /dev/full",
        "\"$OUTAGE_TUI\" --help > /dev/full",
    ] {
        let mut session = Session::shell(80, 24, line);
        assert_eq!(session.end(), 74, "{line}");
        let told = session.screen().contents();
        assert_eq!(told.trim().lines().count(), 1, "{told}");
    }
    for line in ["\"$OUTAGE_TUI\" show >&-", "TERM= \"$OUTAGE_TUI\" < /dev/null | head -1"] {
        assert_eq!(Session::shell(80, 24, line).end(), 0, "{line}");
    }
    let mut dumb = Session::shell(80, 24, "TERM=dumb HOME= LC_ALL=C \"$OUTAGE_TUI\"");
    assert_eq!(dumb.end(), 0);
    assert!(!String::from_utf8_lossy(&dumb.bytes).contains('\u{1b}'));
    assert!(dumb.bytes.is_ascii());
}
