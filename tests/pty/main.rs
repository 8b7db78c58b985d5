//! The program in a real pseudo-terminal: it starts, it is walked through, and the terminal is
//! found again as it was left.
#![expect(clippy::expect_used, reason = "a test that cannot go on has failed")]
#![expect(clippy::disallowed_methods, reason = "a test may read a clock, to give up")]

#[path = "../common/mod.rs"]
mod common;

mod asked;
mod grammar;
mod large;
mod life;
mod plain;
mod same;
mod session;
mod shelf;

use std::time::Duration;

use grammar::foreign;
use session::Session;

const INCIDENT: &str = "incidents/oct-outage.yaml";

/// Everything is as before the program.
fn assert_restored(session: &Session) {
    assert_eq!(session.settings(), session.before);
    let screen = session.screen();
    assert!(!screen.alternate_screen(), "still on the alternate screen");
    assert!(!screen.hide_cursor(), "the cursor is hidden");
    assert_eq!(screen.mouse_protocol_mode(), vt100::MouseProtocolMode::None);
}

#[test]
fn start_walk_search_resize_quit() {
    let mut session = Session::start(80, 24, &[INCIDENT]);
    session.until_text("Facebook, WhatsApp and");
    session.until_text("STARTED");
    assert!(session.screen().alternate_screen());
    assert!(session.screen().hide_cursor());
    session.send("\x1b[F");
    session.until_text("~100% estimate");
    session.until_text("RESOLVED");
    session.send("gg");
    session.until_text("1/78");
    session.send("/cloudflare");
    session.until_text("/cloudflare");
    session.send("\r");
    session.until_text("1 of ");
    session.resize(120, 40);
    session.until_text("4 Services");
    session.resize(50, 10);
    session.until_text("needs 60×16, has 50×10");
    session.resize(80, 24);
    session.until_text("3 Timeline");
    session.send("q");
    assert_eq!(session.end(), 0);
    assert_restored(&session);
    assert_eq!(foreign(&session.bytes), None);
}

#[test]
fn keys_come_from_the_terminal_when_the_file_comes_from_a_pipe() {
    let mut session = Session::shell(80, 24, &format!("cat {INCIDENT} | \"$OUTAGE_TUI\" -"));
    session.until_text("STARTED");
    session.send("j");
    session.until_text("3/78");
    session.send("\x03");
    assert_eq!(session.end(), 0);
    assert_restored(&session);
}

/// The most bytes of a first screen at 80×24.
const FIRST: usize = 6_000;
/// The most bytes of half of the steps through the timeline and of any one of them, which may change
/// every panel: in English and in Bengali, whose letters have three bytes each.
const STEPS: [(&str, usize, usize); 2] = [("en", 1_024, 1_600), ("bn", 1_650, 2_500)];

#[test]
fn idle_writes_nothing_and_a_step_little() {
    for (lang, half, most) in STEPS {
        let mut session = Session::start(80, 24, &[INCIDENT, "--lang", lang]);
        session.until_text("IST");
        let first = session.until_quiet();
        assert!(first < FIRST, "the first screen took {first} bytes");
        assert_eq!(session.take(Duration::from_secs(2)), 0);
        let mut before = first;
        let mut steps = Vec::new();
        for key in ["j"; 60].into_iter().chain(["k"; 60]) {
            session.send(key);
            session.take(Duration::from_secs(5));
            let after = session.until_quiet();
            steps.push(after - before);
            before = after;
        }
        steps.sort_unstable();
        assert!(steps[0] > 0 && steps[60] <= half && steps[119] <= most, "{lang}: {steps:?}");
        session.send("q");
        assert_eq!(session.end(), 0);
        assert_eq!(foreign(&session.bytes), None);
    }
}

#[test]
fn a_signal_gives_the_terminal_back() {
    for (name, number) in [("HUP", 1), ("INT", 2), ("QUIT", 3), ("TERM", 15)] {
        let mut session = Session::start(80, 24, &[INCIDENT]);
        session.until_text("STARTED");
        session.signal(name);
        assert_eq!(session.end(), 128 + number, "{name}");
        assert_restored(&session);
        let written = String::from_utf8_lossy(&session.bytes).into_owned();
        let (ours, after) = written.rsplit_once("\x1b[?1049l").expect("the first screen");
        assert_eq!(foreign(ours.as_bytes()), None);
        assert_eq!(after.trim(), format!("outage-tui: ended by SIG{name}"));
    }
}

#[test]
fn playing_moves_by_itself_and_stops() {
    let mut session = Session::start(80, 24, &[INCIDENT]);
    session.until_text("2/78");
    session.send(" ");
    session.until_text("4/78");
    session.send(" ");
    session.send("q");
    assert_eq!(session.end(), 0);
}

#[test]
fn the_mouse_selects_and_is_given_back() {
    let mut session = Session::start(80, 24, &[INCIDENT]);
    session.until_text("In India the apps");
    assert_ne!(session.screen().mouse_protocol_mode(), vt100::MouseProtocolMode::None);
    let row = (0..24)
        .find(|&y| session.screen().contents_between(y, 0, y, 80).contains("In India the apps"))
        .expect("the event is on the screen");
    session.send(&format!("\x1b[<0;20;{}M\x1b[<0;20;{}m", row + 1, row + 1));
    session.until_text("7/78");
    session.send("\x1bOQ");
    session.until("mouse", |s| s.mouse_protocol_mode() == vt100::MouseProtocolMode::None);
    session.until_text("COPY MODE");
    session.send("q");
    assert_eq!(session.end(), 0);
}

#[test]
fn a_wrong_file_is_refused_before_the_screen_is_taken() {
    let mut session = Session::start(80, 24, &["tests/faults/E031-service-misspelt.yaml"]);
    assert_eq!(session.end(), 1);
    assert!(session.screen().contents().contains("E031"));
    assert!(!String::from_utf8_lossy(&session.bytes).contains("1049"));
}

#[test]
fn in_bengali_the_borders_hold() {
    let mut session = Session::start(120, 40, &[INCIDENT, "--lang", "bn"]);
    session.until_text("৭৮");
    session.send("\x1b[6~\x1b[6~");
    session.until("the next page", |screen| screen.contents().contains("২০/৭৮"));
    for row in [3, 14, 35] {
        let border = session.screen().cell(row, 119).expect("a cell").contents();
        assert!("│╮╯".contains(border), "row {row}: {border:?}");
    }
    session.send("q");
    assert_eq!(session.end(), 0);
    assert_eq!(foreign(&session.bytes), None);
}
