//! Large files of other programs, made up here: 25 MB open, and in time. A debug build of a busy
//! machine gets as much time as it needs to be sure that no step is quadratic.

#[path = "../../benches/big/others.rs"]
#[expect(dead_code, reason = "the example chooses by their words")]
mod others;

use std::time::{Duration, Instant};

use outage_tui::load::{self, Wanted};
use outage_tui::timeline;

const SIZE: usize = 25 << 20;
const TIME: Duration = Duration::from_secs(60);

#[expect(clippy::print_stdout, reason = "the figure is worth seeing")]
fn timed(name: &str, text: &str, least: usize) {
    #[expect(clippy::disallowed_methods, reason = "this is what is measured")]
    let begun = Instant::now();
    let (listed, _) = load::incidents(name, text.as_bytes(), &Wanted::default()).unwrap();
    let incidents: Vec<_> = listed.into_iter().map(|one| one.incident.unwrap()).collect();
    let events: usize = incidents.iter().map(|incident| incident.events.len()).sum();
    assert!(events >= least, "{name}: {events}");
    if incidents.len() == 1 {
        timeline::open_wanted(name, text.as_bytes(), &Wanted::default()).unwrap();
    }
    let passed = begun.elapsed();
    println!("{name}: {events} events in {} ms", passed.as_millis());
    assert!(passed < TIME, "{name}: {passed:?}");
}

#[test]
fn a_large_status_page_opens() {
    timed("statuspage", &others::status_page(SIZE), 20_000);
}

#[test]
fn one_large_incident_opens() {
    timed("one incident", &others::one_incident(SIZE), 100_000);
}

#[test]
fn a_large_table_opens() {
    timed("csv", &others::table(SIZE), 200_000);
}

#[test]
fn large_json_lines_open() {
    timed("json lines", &others::lines(SIZE), 200_000);
}

#[test]
fn large_files_of_nothing_end_in_time() {
    #[expect(clippy::disallowed_methods, reason = "this is what is measured")]
    let begun = Instant::now();
    for (head, piece) in [
        ("<feed>", "<a"),
        ("<feed>", "<entry><title>"),
        ("<feed><entry><content>", "&lt;small&gt;x"),
        ("time,message\n", "\""),
        ("", "- 10:00 - x\n"),
        ("---\ntitle: x\nresolved: true\nseverity: down\n---\n", "{{< track "),
        ("", "{\"a\":1}\n{"),
        (
            "{\"page\":{},\"incidents\":[{\"incident_updates\":[{\"display_at\":\"2031-03-01\",\"body\":\"",
            "<",
        ),
    ] {
        // No longer than the longest text that is read at all.
        let text = head.to_owned() + &piece.repeat((8 << 20) / piece.len());
        if let Err(report) = load::incidents("nothing", text.as_bytes(), &Wanted::default()) {
            assert!(report.has_errors());
        }
        println!("{head:?} {piece:?}: {:?}", begun.elapsed());
    }
    assert!(begun.elapsed() < TIME, "{:?}", begun.elapsed());
}
