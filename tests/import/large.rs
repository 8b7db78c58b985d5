//! Large files of other programs, made up here: 25 MB open, and in time. A debug build of a busy
//! machine gets as much time as it needs to be sure that no step is quadratic.

use std::fmt::Write;
use std::time::{Duration, Instant};

use outage_tui::load::{self, Wanted};
use outage_tui::timeline;

const SIZE: usize = 25 << 20;
const TIME: Duration = Duration::from_secs(60);

fn stamp(n: usize) -> String {
    let (day, hour) = (1 + n / 86_400 % 28, n / 3_600 % 24);
    format!("2031-03-{day:02}T{hour:02}:{:02}:{:02}Z", n / 60 % 60, n % 60)
}

/// A text of at least [`SIZE`], put together of pieces.
fn text(head: &str, piece: impl Fn(usize) -> String, between: &str, end: &str) -> String {
    let mut text = head.to_owned();
    let mut n = 0;
    while text.len() < SIZE {
        if n > 0 {
            text.push_str(between);
        }
        text.push_str(&piece(n));
        n += 1;
    }
    text + end
}

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
    let incident = |n: usize| {
        let mut updates = String::new();
        for update in 0..20 {
            let comma = if update > 0 { "," } else { "" };
            let at = stamp(n * 100 + 60 - update);
            let _ = write!(
                updates,
                r#"{comma}{{"id":"u{n}-{update}","status":"investigating","body":"<p>We look into &amp; at it, {update}.</p>","display_at":"{at}","affected_components":[{{"code":"c{}","name":"API {}","old_status":"operational","new_status":"partial_outage"}}]}}"#,
                update % 5,
                update % 5,
            );
        }
        format!(
            r#"{{"id":"i{n}","name":"Incident {n}","impact":"minor","incident_updates":[{updates}]}}"#
        )
    };
    let text = text(r#"{"page":{"name":"x"},"incidents":["#, incident, ",\n", "]}");
    timed("statuspage", &text, 20_000);
}

#[test]
fn one_large_incident_opens() {
    let update = |n: usize| {
        format!(
            r#"{{"id":"u{n}","status":"monitoring","body":"Still looking, number {n}.","display_at":"{}","affected_components":[{{"code":"c{}","name":"API","old_status":"operational","new_status":"operational"}}]}}"#,
            stamp(n),
            n % 300,
        )
    };
    let head = r#"{"page":{"name":"x"},"incident":{"id":"one","name":"One","incident_updates":["#;
    timed("one incident", &text(head, update, ",", "]}}"), 100_000);
}

#[test]
fn a_large_table_opens() {
    let row = |n: usize| {
        format!("{},api-{},Something happened to request {n},degraded", stamp(n), n % 50)
    };
    timed("csv", &text("time,service,message,status\n", row, "\n", "\n"), 200_000);
}

#[test]
fn large_json_lines_open() {
    let line = |n: usize| {
        format!(
            r#"{{"time":"{}","service":"api-{}","message":"Something happened to {n}"}}"#,
            stamp(n),
            n % 50
        )
    };
    timed("json lines", &text("", line, "\n", "\n"), 200_000);
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
