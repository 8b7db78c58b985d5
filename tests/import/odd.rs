//! What is odd about a file is said in a sentence, and shown as what it is.

use outage_tui::load::{self, Wanted};
use outage_tui::model::{Phase, Status};
use outage_tui::text::{Lang, Words};
use outage_tui::timeline::{self, Timeline};

use crate::{bytes, codes, milestone, refusal, status, titles};

fn read(text: &str) -> (Timeline, Vec<&'static str>) {
    match timeline::open_wanted("x", text.as_bytes(), &Wanted::default()) {
        Ok((timeline, report, _)) => (timeline, codes(&report)),
        Err(report) => panic!("{}", report.render(Words::new(Lang::En), false)),
    }
}

fn sentence(text: &[u8], incident: Option<&str>) -> String {
    let wanted = Wanted { incident: incident.map(str::to_owned), ..Wanted::default() };
    match load::read_wanted("x", text, &wanted) {
        Ok(_) => panic!("it opens"),
        Err(report) => report.render(Words::new(Lang::En), false),
    }
}

#[test]
fn a_text_without_times_says_so() {
    let told = sentence(b"## Summary\n\nPayments failed.\n\n- We look.\n", None);
    assert!(told.contains("none of its lines begins with a time"), "{told}");
    assert!(told.contains("- 14:02 - text"), "{told}");
    // Comments of YAML are no headings.
    assert!(sentence(b"#!/bin/sh\nrm x\n", None).contains("E063"));
}

#[test]
fn tasks_without_their_timeline_say_where_it_is() {
    let told = sentence(&bytes("mortician-actions.yaml"), None);
    assert!(told.contains("none of them has a time"), "{told}");
    assert!(told.contains("timeline.yaml"), "{told}");
    assert_eq!(codes(&refusal("mortician-actions.yaml", None)), ["E053", "W120"]);
}

#[test]
fn when_it_was_written_down_is_not_when_it_began() {
    let page = r#"{"incident_updates":[
        {"display_at":"2031-03-01T10:02:00Z","body":"We look."},
        {"display_at":"2031-03-01T10:05:00Z","body":"Down.","affected_components":[
            {"code":"c","name":"API","old_status":"operational","new_status":"major_outage"}]}],
        "name":"x","created_at":"2031-03-01T10:00:00Z"}"#;
    let started = |text: &str| milestone(&read(text).0, Phase::Started);
    assert_eq!(started(page), Some(("2031-03-01T10:05:00Z".to_owned(), true)));
    let said = page.replace("created_at", "started_at");
    assert_eq!(started(&said), Some(("2031-03-01T10:00:00Z".to_owned(), false)));
}

#[test]
fn two_of_one_id_are_told_as_such() {
    let page = br#"{"page":{},"incidents":[
        {"id":"a","incident_updates":[{"display_at":"2031-03-01","body":"x"}]},
        {"id":"b","incident_updates":[{"display_at":"2031-03-02","body":"x"}]},
        {"id":"a","incident_updates":[{"display_at":"2031-03-03","body":"x"}]}]}"#;
    let told = sentence(page, Some("a"));
    assert!(told.contains("2 incidents of this file have the id `a`"), "{told}");
    assert!(sentence(page, None).contains("3 incidents in one file"));
}

#[test]
fn a_front_matter_of_another_day_is_not_followed() {
    let issue = "---\ntitle: API slow\ndate: 2031-02-01 10:00:00\nresolved: true\n\
        resolvedWhen: 2031-02-01 10:30:00\nseverity: down\naffected:\n  - API\n---\n\
        *Resolved* -\nAll is well. {{< track \"2031-03-01 10:40:00\" >}}\n\n\
        *Investigating* - We look. {{< track \"2031-03-01 10:00:00\" >}}\n";
    let (timeline, codes) = read(issue);
    assert!(codes.contains(&"W121"), "{codes:?}");
    assert_eq!(titles(&timeline), ["We look.", "All is well."]);
    assert_eq!(milestone(&timeline, Phase::Resolved).unwrap().0, "2031-03-01T10:40:00Z");
    assert_eq!(status(&timeline, "api", "2031-03-01T10:20:00Z").0, Status::MajorOutage);
    let (timeline, codes) = read(&issue.replace("-02-", "-03-"));
    assert!(!codes.contains(&"W121"), "{codes:?}");
    assert_eq!(milestone(&timeline, Phase::Resolved).unwrap().0, "2031-03-01T10:30:00Z");
}

#[test]
fn services_that_only_events_name_are_in_no_list_once_written() {
    let text =
        "title: x\nevents: [{at: 2031-03-01T10:00Z, title: y, status: {api: down, b: ok}}]\n";
    assert!(crate::bodies::any(text.as_bytes()).is_some());
}

#[test]
fn a_row_of_the_analytics_has_its_service() {
    let row = r#"{"data":[{"id":"P1","created_at":"2031-03-01T10:00:00","service_id":"S",
        "service_name":"Shop","description":"Slow","resolved_at":"2031-03-01T10:10:00",
        "seconds_to_resolve":600}]}"#;
    let (timeline, _) = read(row);
    assert_eq!(status(&timeline, "shop", "2031-03-01T10:05:00Z"), (Status::Degraded, "inferred"));
}

#[test]
fn what_a_table_calls_private_is() {
    let private =
        |text: &str| -> Vec<bool> { read(text).0.events().map(|event| event.private).collect() };
    let table = "at,title,private\n2031-03-01T10:00Z,a,true\n2031-03-01T10:01Z,b,\n2031-03-01T10:02Z,c,no\n2031-03-01T10:03Z,d,x\n";
    assert_eq!(private(table), [true, false, false, true]);
    // The second line is none of our own events, so all are rows.
    let lines = "{\"at\":\"2031-03-01T10:00Z\",\"title\":\"a\",\"private\":true}\n{\"at\":\"2031-03-01T10:01Z\",\"title\":\"b\",\"x\":1}\n";
    assert_eq!(private(lines), [true, false]);
}
