//! A large file in a terminal: its beginning at once, the rest behind it.

use std::fmt::Write as _;

use super::session::Session;
use super::{assert_restored, foreign};

/// A file of so many events; the name it has.
fn file(name: &str, events: usize, end: &str) -> String {
    let mut yaml = String::from("title: Many\nevents:\n");
    for n in 0..events {
        let _ = writeln!(
            yaml,
            "  - at: 2031-03-{:02}T{:02}:{:02}:{:02}Z\n    title: Event number {n}\n    body: |\n      Text.",
            n / 86_400 + 1,
            n / 3_600 % 24,
            n / 60 % 60,
            n % 60
        );
    }
    yaml.push_str(end);
    let path = std::env::temp_dir().join(format!("outage-tui-{name}-{}.yaml", std::process::id()));
    std::fs::write(&path, yaml).expect("a file");
    path.display().to_string()
}

#[test]
fn the_end_comes_after_the_beginning() {
    let file = file("large", 100_000, "");
    let mut session = Session::start(80, 24, &[&file]);
    session.until_text("Event number 0");
    session.send("G");
    session.until_text("Event number 99999");
    session.until_text("100,000/100,000");
    session.send("/number 50000\r");
    session.until_text("1 of 1");
    session.send("q");
    assert_eq!(session.end(), 0);
    assert_restored(&session);
    assert_eq!(foreign(&session.bytes), None);
    std::fs::remove_file(file).expect("the file");
}

#[test]
fn who_quits_does_not_wait() {
    let file = file("quit", 300_000, "");
    let mut session = Session::start(80, 24, &[&file]);
    session.until_text("Event number 0");
    session.send("q");
    assert_eq!(session.end(), 0);
    assert_restored(&session);
    std::fs::remove_file(file).expect("the file");
}

#[test]
fn a_fault_at_the_end_is_told_beside_what_was_read() {
    let file = file("faulty", 20_000, "  - at: never\n    title: x\n");
    let mut session = Session::start(80, 24, &[&file]);
    session.until_text("Event number 0");
    session.until_text("incomplete");
    session.send("!");
    session.until_text("never");
    session.send("\x1b");
    session.until("the viewer", |screen| !screen.contents().contains("never"));
    session.send("q");
    assert_eq!(session.end(), 0);
    assert_restored(&session);
    std::fs::remove_file(file).expect("the file");
}
