//! What is true at a moment: the rules of the format, on incidents made for each of them.
#![expect(clippy::panic, reason = "a test that cannot go on has failed")]

#[path = "../common/mod.rs"]
mod common;

mod calendar;
mod fold;
mod gaps;
mod lanes;
mod phases;
mod recovery;
mod scale;
mod states;

use outage_tui::model::{ServiceId, Status, Time};
use outage_tui::timeline::Timeline;

use common::read;

/// An incident of 6 May 2031, in UTC: each event a clock time and its other fields.
fn day(head: &str, events: &[(&str, &str)]) -> Timeline {
    let mut yaml = format!("title: A day\n{head}\nevents:\n");
    for (clock, fields) in events {
        let at = format!("2031-05-06T{clock}Z");
        yaml.extend(["  - {at: ", &at, ", title: x, ", fields, "}\n"]);
    }
    read(&yaml)
}

/// A clock time of that day, or a whole stamp.
fn at(text: &str) -> Time {
    let whole = text.contains('T');
    common::at(&if whole { text.to_owned() } else { format!("2031-05-06T{text}Z") })
}

fn service(timeline: &Timeline, id: &str) -> ServiceId {
    let found = timeline.services().find(|&service| &*timeline.service(service).id == id);
    found.unwrap_or_else(|| panic!("no service {id}"))
}

/// What the service `web` is at a time.
fn web(timeline: &Timeline, when: &str) -> Status {
    timeline.status_at(service(timeline, "web"), at(when))
}
