//! Formats of small tools, and cases in which a source says less than it seems to.

use std::path::Path;

use outage_tui::load::{self, Listed, Wanted};
use outage_tui::model::{Known, Phase, Precision, Severity, Status};
use outage_tui::text::Lang;
use outage_tui::timeline;

use crate::{bytes, codes, milestone, open, refusal, status, titles};

#[test]
fn upptime_knows_for_how_long_and_not_when() {
    let (shop, report) = open("upptime.json", Some("shop"));
    assert_eq!(titles(&shop), ["Down for 17 min on this day", "Down for 1 d on this day"]);
    assert!(shop.events().all(|event| event.precision == Precision::Day));
    let service = shop.services().next().unwrap();
    assert_eq!(shop.status_at(service, shop.last()), Status::Unknown);
    // A day that is none, minutes that are none, a day that no calendar has.
    assert_eq!(codes(&report).iter().filter(|code| **code == "W120").count(), 3);
    let (bazar, _) = open("upptime.json", Some("bazar"));
    let title = bazar.event(0).unwrap().title.get(Lang::Bn).to_owned();
    assert_eq!(title, "এই দিন মোট ১ ঘ ৩০ মি অচল");
    // A site that was never down had no incident.
    assert_eq!(codes(&refusal("upptime.json", Some("blog"))), ["E061"]);
}

#[test]
fn upptime_says_what_a_site_is_and_not_since_when() {
    let (site, report) = open("upptime-site.yml", None);
    let id = "https-shop-example";
    assert_eq!(status(&site, id, "2031-03-01T10:40:00Z").1, Known::Unknown.word());
    assert_eq!(status(&site, id, "2031-03-01T10:41:00Z"), (Status::Degraded, "reported"));
    assert_eq!(milestone(&site, Phase::Detected), None);
    assert_eq!(codes(&report), ["W102"]);
    let (broken, report) = open("upptime-broken.yml", None);
    assert_eq!(titles(&broken), ["asleep"]);
    assert_eq!(codes(&report), ["W108", "W120", "W120"]);
}

#[test]
fn a_bundle_is_read_from_its_folder() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import/data/bundle");
    let joined = load::fetch(&folder).unwrap();
    let (bundle, report, _) = timeline::open_wanted("bundle", &joined, &Wanted::default()).unwrap();
    let incident = bundle.incident();
    assert_eq!(incident.title.get(Lang::En), "The ledger stops");
    assert_eq!(incident.severity.map(Severity::word), Some("SEV2"));
    assert_eq!(incident.summary.get(Lang::En), "Payments **failed** for forty minutes.");
    assert!(incident.cause.get(Lang::En).ends_with("1. It was full."));
    let told = ["The record is opened", "Alert on failed payments.", "টাকা যাচ্ছে না।"];
    assert_eq!(titles(&bundle), [&told[..], &["Payments go through again."]].concat());
    let due: Vec<Option<&str>> =
        incident.actions.iter().map(|action| action.due.as_deref()).collect();
    assert_eq!(due, [Some("2031-04-02"), Some("soon")]);
    assert_eq!(incident.actions[1].task.get(Lang::En), "Write it down (runbooks/ledger.md)");
    // No time, no such time, no text, no task; and the record's own time has no zone.
    assert_eq!(codes(&report).iter().filter(|code| **code == "W120").count(), 4);
    assert!(codes(&report).contains(&"W122"));
}

#[test]
fn the_files_of_a_bundle_open_by_themselves() {
    assert_eq!(open("mortician-timeline.yaml", None).0.len(), 3);
    assert_eq!(open("mortician-meta.yaml", None).0.len(), 1);
    // Tasks alone are no story.
    assert_eq!(codes(&refusal("mortician-actions.yaml", None)), ["E053", "W120"]);
}

#[test]
fn snapshots_become_lanes_of_what_changed() {
    let (page, _) = open("snapshots.jsonl", None);
    let api = |clock: &str| status(&page, "api", &format!("2031-03-01T10:{clock}:00Z"));
    assert_eq!(api("15"), (Status::MajorOutage, "reported"));
    assert_eq!(api("25"), (Status::Operational, "reported"));
    let told = [
        "API: operational · Search: operational",
        "API: major outage · Search: degraded",
        "API: operational · Search: partial outage",
        "Nothing has changed",
    ];
    assert_eq!(titles(&page)[..4], told);
    let changes: Vec<usize> = page.events().map(|event| event.status.len()).collect();
    assert_eq!(changes, [2, 2, 2, 0, 0]);
    // A word that is no kind of ours is kept, and so is a word that is no status.
    assert_eq!(page.event(1).unwrap().tags.len(), 1);
    assert!(page.event(4).unwrap().body.get(Lang::En).contains("asleep"));
}

#[test]
fn an_alert_that_is_listed_still_fires() {
    let (alerts, _) = open("alerts-api.json", None);
    assert_eq!(alerts.len(), 1);
    assert_eq!(status(&alerts, "payments", "2031-03-01T10:30:00Z").0, Status::Degraded);
}

#[test]
fn what_names_no_incident_of_many_is_nobodys() {
    let found = load::incidents("x", &bytes("pagerduty-many.json"), &Wanted::default());
    let events = |one: Listed| one.incident.unwrap().events.len();
    let events: Vec<usize> = found.unwrap().0.into_iter().map(events).collect();
    assert_eq!(events, [1, 1, 1]);
}

#[test]
fn an_incident_that_was_opened_again_is_not_over() {
    let (again, _) = open("pagerduty-reopened.json", None);
    assert_eq!(milestone(&again, Phase::Resolved), None);
    assert_eq!(milestone(&again, Phase::Detected).unwrap().0, "2031-03-01T10:00:00Z");
}

#[test]
fn updates_count_in_the_order_of_time_whatever_theirs_is() {
    let (storage, _) = open("google-oldest-first.json", None);
    let at = |clock: &str| status(&storage, "storage", &format!("2031-03-01T10:{clock}:00Z")).0;
    assert_eq!(at("15"), Status::PartialOutage);
    assert_eq!(at("25"), Status::MajorOutage);
    assert_eq!(at("30"), Status::Operational);
}

#[test]
fn a_feed_does_not_say_when_it_began() {
    let (entry, report) = open("feed-broken.atom", None);
    assert_eq!(milestone(&entry, Phase::Started), None);
    assert_eq!(milestone(&entry, Phase::Resolved).unwrap().0, "2031-03-01T10:30:00Z");
    assert_eq!(codes(&report), ["W120"], "a stamp that is none is told");
}

#[test]
fn a_day_below_the_times_is_not_theirs() {
    assert_eq!(codes(&refusal("late-day.md", None)), ["E053", "W120", "W120", "W120"]);
}

#[test]
fn severities_of_a_log_are_no_statuses() {
    let table = "time,service,message,severity\n2031-03-01T10:00:00Z,api,Payments fail,major\n";
    let (timeline, ..) =
        timeline::open_wanted("log.csv", table.as_bytes(), &Wanted::default()).unwrap();
    let event = timeline.event(0).unwrap();
    assert!(event.status.is_empty());
    assert_eq!(&*event.tags[0], "major");
}

#[test]
fn a_list_tells_what_could_not_be_read() {
    let json = br#"{"page":{"name":"x"},"incidents":[
        {"id":"a","name":"Empty","incident_updates":[{"body":"no time"}]},
        {"id":"b","name":"Full","incident_updates":[{"body":"x","display_at":"2031-03-01T10:00:00Z"}]}]}"#;
    let (listed, report) = load::incidents("x", json, &Wanted::default()).unwrap();
    let told: Vec<_> = listed.iter().map(|one| one.incident.as_ref().err()).collect();
    let codes_of: Vec<_> = told.iter().map(|why| why.map(|why| why.code().as_str())).collect();
    assert_eq!(codes_of.iter().flatten().collect::<Vec<_>>(), [&"E053"]);
    assert_eq!(listed.len(), 2);
    assert_eq!(codes(&report).iter().filter(|code| **code == "W120").count(), 2);
}
