//! What others write: the good, the odd and the broken of every format.
//!
//! Every file in `data` is made up.
#![expect(clippy::panic, reason = "a test that cannot go on has failed")]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
#![expect(clippy::disallowed_methods, reason = "fixtures are files")]

#[path = "../../fuzz/bodies.rs"]
mod bodies;
mod command;
#[path = "../common/mod.rs"]
mod common;
mod formats;
mod large;
mod more;
mod odd;
mod pages;
mod random;
mod round;
mod shapes;
mod told;

use outage_tui::load::{self, Format, Report, Target, Wanted};
use outage_tui::model::{Phase, Status, Time, Zone, time::parse_stamp};
use outage_tui::text::{Lang, Words};
use outage_tui::timeline::{self, Timeline};

/// The files that hold one incident, or that one of several is chosen from.
const ONES: [(&str, Option<&str>, Format); 31] = [
    ("statuspage.json", Some("first"), Format::Statuspage),
    ("statuspage.json", Some("second"), Format::Statuspage),
    ("statuspage.json", Some("work"), Format::Statuspage),
    ("statuspage-broken.json", None, Format::Statuspage),
    ("pagerduty.json", None, Format::PagerDuty),
    ("google.json", Some("G1"), Format::Google),
    ("google.json", Some("2"), Format::Google),
    ("alerts.json", None, Format::Alerts),
    ("slack.json", None, Format::Slack),
    ("grafana.json", None, Format::Grafana),
    ("table.csv", None, Format::Table),
    ("wide.csv", Some("w1"), Format::Table),
    ("wide.csv", Some("w2"), Format::Table),
    ("lines.jsonl", None, Format::Lines),
    ("timeline.md", None, Format::Markdown),
    ("cstate.md", None, Format::Cstate),
    ("feed.atom", Some("abc"), Format::Feed),
    ("feed.rss", None, Format::Feed),
    ("odd.tsv", None, Format::Table),
    ("upptime.json", Some("shop"), Format::Upptime),
    ("upptime.json", Some("bazar"), Format::Upptime),
    ("upptime-site.yml", None, Format::Upptime),
    ("upptime-broken.yml", None, Format::Upptime),
    ("mortician-timeline.yaml", None, Format::Mortician),
    ("mortician-meta.yaml", None, Format::Mortician),
    ("snapshots.jsonl", None, Format::Lines),
    ("alerts-api.json", None, Format::Alerts),
    ("pagerduty-many.json", Some("P2"), Format::PagerDuty),
    ("pagerduty-reopened.json", None, Format::PagerDuty),
    ("google-oldest-first.json", None, Format::Google),
    ("feed-broken.atom", None, Format::Feed),
];

fn bytes(name: &str) -> Vec<u8> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/import/data/");
    std::fs::read(format!("{folder}{name}")).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn wanted(incident: Option<&str>) -> Wanted {
    let map = [(Target::At, "when"), (Target::Title, "what")];
    let map = map.map(|(target, column)| (target, column.to_owned())).to_vec();
    Wanted { incident: incident.map(str::to_owned), map, ..Wanted::default() }
}

/// One incident of a file, and what is doubtful about it.
fn open(name: &str, incident: Option<&str>) -> (Timeline, Report) {
    // Only the file with strange heads is told what they mean.
    let wanted = match name {
        "odd.tsv" => wanted(incident),
        _ => Wanted { map: Vec::new(), ..wanted(incident) },
    };
    match timeline::open_wanted(name, bytes(name), &wanted) {
        Ok((timeline, report, _)) => (timeline, report),
        Err(report) => panic!("{}", report.render(Words::new(Lang::En), false)),
    }
}

/// Why a file is not opened.
fn refusal(name: &str, incident: Option<&str>) -> Report {
    let wanted = Wanted { map: Vec::new(), ..wanted(incident) };
    match timeline::open_wanted(name, bytes(name), &wanted) {
        Ok(_) => panic!("{name} opens"),
        Err(report) => report,
    }
}

fn at(text: &str) -> Time {
    parse_stamp(text, Zone::UTC).unwrap().at
}

/// The status of the service of that id, and whether it was only inferred.
fn status(timeline: &Timeline, id: &str, moment: &str) -> (Status, &'static str) {
    let moment = timeline.moment(at(moment));
    let now = moment.services.iter().find(|now| &*timeline.service(now.id).id == id);
    let now = now.unwrap_or_else(|| panic!("no service {id}"));
    (now.status, now.known.word())
}

fn titles(timeline: &Timeline) -> Vec<String> {
    timeline.events().map(|event| event.title.get(Lang::En).to_owned()).collect()
}

fn codes(report: &Report) -> Vec<&'static str> {
    report.iter().map(|fault| fault.code().as_str()).collect()
}

fn milestone(timeline: &Timeline, phase: Phase) -> Option<(String, bool)> {
    timeline.milestone(phase).map(|found| (found.at.rfc3339(), found.derived))
}

#[test]
fn every_format_is_recognised_by_its_content() {
    for (name, incident, format) in ONES {
        let wanted = if name == "odd.tsv" {
            wanted(incident)
        } else {
            Wanted { map: Vec::new(), ..wanted(incident) }
        };
        // The name says nothing: it is the same for all.
        let loaded = load::read_wanted("file", bytes(name), &wanted);
        let found = loaded.map(|loaded| loaded.format).map_err(|report| codes(&report));
        assert_eq!(found, Ok(Some(format)), "{name}");
    }
}

#[test]
fn every_format_has_a_file() {
    for format in Format::ALL {
        assert!(ONES.iter().any(|(.., known)| *known == format), "{format:?}");
    }
}

#[test]
fn our_own_format_is_never_taken_for_another() {
    for name in
        ["incidents/oct-outage.yaml", "incidents/smallest.yaml", "tests/data/every-field.yaml"]
    {
        let path = format!("{}/{name}", env!("CARGO_MANIFEST_DIR"));
        let loaded = load::read(name, &std::fs::read(path).unwrap());
        assert_eq!(loaded.unwrap().format, None, "{name}");
    }
}
