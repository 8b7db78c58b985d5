//! Large files of other programs, made up: what the example `large_export` writes and a test opens.

use std::fmt::Write;

/// A file of at least so many bytes.
pub type Make = fn(usize) -> String;

/// How each of them is made, by the word of its format.
pub const ALL: [(&str, Make); 4] = [
    ("statuspage", status_page),
    ("statuspage-one", one_incident),
    ("csv", table),
    ("jsonl", lines),
];

fn stamp(n: usize) -> String {
    let (day, hour) = (1 + n / 86_400 % 28, n / 3_600 % 24);
    format!("2031-03-{day:02}T{hour:02}:{:02}:{:02}Z", n / 60 % 60, n % 60)
}

/// A text of at least `size` bytes, put together of pieces.
fn text(
    size: usize,
    head: &str,
    piece: impl Fn(usize) -> String,
    between: &str,
    end: &str,
) -> String {
    let mut text = head.to_owned();
    let mut n = 0;
    while text.len() < size {
        if n > 0 {
            text.push_str(between);
        }
        text.push_str(&piece(n));
        n += 1;
    }
    text + end
}

/// A page of many incidents, twenty updates each.
pub fn status_page(size: usize) -> String {
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
    text(size, r#"{"page":{"name":"x"},"incidents":["#, incident, ",\n", "]}")
}

/// One incident of very many updates.
pub fn one_incident(size: usize) -> String {
    let update = |n: usize| {
        format!(
            r#"{{"id":"u{n}","status":"monitoring","body":"Still looking, number {n}.","display_at":"{}","affected_components":[{{"code":"c{}","name":"API","old_status":"operational","new_status":"operational"}}]}}"#,
            stamp(n),
            n % 300,
        )
    };
    let head = r#"{"page":{"name":"x"},"incident":{"id":"one","name":"One","incident_updates":["#;
    text(size, head, update, ",", "]}}")
}

/// A table in which each row is a change.
pub fn table(size: usize) -> String {
    let row = |n: usize| {
        format!("{},api-{},Something happened to request {n},degraded", stamp(n), n % 50)
    };
    text(size, "time,service,message,status\n", row, "\n", "\n")
}

/// Lines, each an object.
pub fn lines(size: usize) -> String {
    let line = |n: usize| {
        format!(
            r#"{{"time":"{}","service":"api-{}","message":"Something happened to {n}"}}"#,
            stamp(n),
            n % 50
        )
    };
    text(size, "", line, "\n", "\n")
}
