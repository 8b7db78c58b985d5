//! What the program asks the terminal, what the answers change, and what becomes of a thread that
//! panics.

use std::time::Duration;

use outage_tui::app::Settings;
use outage_tui::runtime::{self, Ask};
use outage_tui::text::SafeText;
use portable_pty::CommandBuilder;

use super::common::{OCTOBER, stage};
use super::session::Session;
use super::{INCIDENT, assert_restored};

const BACKGROUND: &str = "\x1b]11;?\x07";
const KIND: &str = "\x1b[c";
/// A colour of text that only the theme of that name has.
const DARK: &str = "38;2;221;227;234";
const LIGHT: &str = "38;2;31;39;48";

fn told(session: &Session, text: &str) -> bool {
    String::from_utf8_lossy(&session.bytes).contains(text)
}

/// A session whose terminal answers as told, as soon as it is asked.
fn answered(arguments: &[&str], answer: &str) -> Session {
    let mut session = Session::start(80, 24, arguments);
    session.until_bytes(KIND);
    session.send(answer);
    session.until_text("STARTED");
    session
}

fn quit(mut session: Session) {
    session.send("q");
    assert_eq!(session.end(), 0);
    assert_restored(&session);
}

#[test]
fn the_theme_follows_the_background() {
    let light = answered(&[INCIDENT], "\x1b]11;rgb:ffff/fdfd/f0f0\x1b\\\x1b[?62;22c");
    assert!(told(&light, BACKGROUND) && told(&light, LIGHT) && !told(&light, DARK));
    quit(light);
    let dark = answered(&[INCIDENT], "\x1b]11;rgb:1e/22/2a\x07\x1b[?62c");
    assert!(told(&dark, DARK) && !told(&dark, LIGHT));
    quit(dark);
}

#[test]
fn who_chose_a_theme_is_not_asked() {
    let mut session = Session::start(80, 24, &[INCIDENT, "--theme", "light"]);
    session.until_text("STARTED");
    assert!(told(&session, LIGHT) && !told(&session, BACKGROUND) && !told(&session, KIND));
    quit(session);
}

#[test]
fn the_environment_decides_about_colours() {
    // What is set, and which colours there are: painted dark or light, of 256, the sixteen, none.
    for (environment, dark, light, indexed, any) in [
        ("NO_COLOR=1", false, false, false, false),
        ("CLICOLOR=0", false, false, false, false),
        ("NO_COLOR=", true, false, false, true),
        ("COLORFGBG='0;15'", false, true, false, true),
        ("COLORFGBG='15;0'", true, false, false, true),
        ("COLORTERM=", false, false, true, true),
        ("COLORTERM= TERM=vt100", false, false, false, true),
    ] {
        let line = format!("{environment} exec \"$OUTAGE_TUI\" oct-outage");
        let mut session = Session::shell(80, 24, &line);
        session.until_text("STARTED");
        let colours = [DARK, LIGHT, "8;5;"].map(|colour| told(&session, colour));
        assert_eq!(colours, [dark, light, indexed], "{environment}");
        let screen = session.screen();
        let plain = |cell: &vt100::Cell| {
            (cell.fgcolor(), cell.bgcolor()) == (vt100::Color::Default, vt100::Color::Default)
        };
        let places = (0..24).flat_map(|row| (0..80).map(move |column| (row, column)));
        let colourful =
            places.filter_map(|(row, column)| screen.cell(row, column)).any(|c| !plain(c));
        assert_eq!(colourful, any, "{environment}");
        quit(session);
    }
}

#[test]
fn an_answer_that_is_still_owed_does_not_reach_the_shell() {
    let line = "\"$OUTAGE_TUI\"; printf 'rest:'; IFS= read -r rest; printf '[%s]' \"$rest\"";
    let mut session = Session::shell(80, 24, line);
    session.until_bytes(KIND);
    session.send("q");
    std::thread::sleep(Duration::from_millis(160));
    session.send("\x1b]11;rgb:1e1e/2222/2a2a\x07\x1b[?62c");
    session.until_bytes("rest:");
    session.send("typed\r");
    session.until_bytes("[typed]");
    assert_eq!(session.end(), 0);
}

#[test]
fn an_answer_that_comes_late_is_no_keys() {
    let mut session = Session::start(80, 24, &[INCIDENT]);
    session.until_text("STARTED");
    // Read as keys, `g` would open the go-to dialog and `/` the search.
    session.send("\x1b]11;rgb:aaaa/bbbb/0000\x07\x1b[?62;22c");
    session.send("\x1b[F");
    session.until_text("RESOLVED");
    quit(session);
}

#[test]
fn what_was_typed_before_the_answers_is_not_lost() {
    let mut session = Session::start(80, 24, &[INCIDENT]);
    session.until_bytes(KIND);
    session.send("/dns\x1b[?62c");
    session.until_text("/dns");
    session.send("\x1b");
    session.until("no search", |screen| !screen.contents().contains("/dns"));
    quit(session);
}

#[test]
fn in_kitty_whole_words_are_sent_if_it_can() {
    let start = "TERM=xterm-kitty exec \"$OUTAGE_TUI\" oct-outage --lang bn --theme dark";
    for (column, wanted) in [("3", true), ("1", false)] {
        let mut session = Session::shell(80, 24, start);
        session.until_bytes(KIND);
        session.send(&format!("\x1b[1;{column}R\x1b[?62c"));
        session.until("the first frame", |screen| screen.contents().contains("DNS"));
        while session.take(Duration::from_millis(200)) > 0 {}
        let pieces = String::from_utf8_lossy(&session.bytes).matches("\x1b]66;w=").count();
        assert_eq!(super::foreign(&session.bytes), None);
        // One is the question.
        assert_eq!(pieces > 20, wanted, "{pieces} pieces");
        quit(session);
    }
}

#[test]
fn a_panic_beside_the_main_thread_gives_the_terminal_back() {
    let mut command = CommandBuilder::new(std::env::current_exe().expect("this test is a program"));
    command.args(["--ignored", "--exact", "asked::a_thread_that_panics", "--nocapture"]);
    let mut session = Session::spawn(80, 24, command);
    session.until("the screen", vt100::Screen::alternate_screen);
    assert_eq!(session.end(), 101);
    assert_restored(&session);
    assert!(session.screen().contents().contains("on purpose"), "{}", session.screen().contents());
}

/// The program that the test above runs: the viewer, and a thread with a fault.
#[test]
#[ignore = "run by the test above, in a terminal of its own"]
fn a_thread_that_panics() {
    std::thread::spawn(|| {
        std::thread::sleep(Duration::from_millis(400));
        panic!("on purpose");
    });
    let app = stage(OCTOBER, Settings::default(), 80, 24).app;
    runtime::run(app, Ask::default(), &mut |_| SafeText::line("")).expect("a terminal");
}
