//! The other formats, each by what is particular about it.

use outage_tui::load::{self, Wanted};
use outage_tui::model::{Kind, Phase, Precision, Status, Time};
use outage_tui::text::Lang;

use crate::{bytes, codes, milestone, open, refusal, status, titles};

#[test]
fn pagerduty_opens_again_and_the_last_resolution_counts() {
    let (pages, report) = open("pagerduty.json", None);
    assert_eq!(pages.incident().title.get(Lang::En), "[#7] Payments fail");
    assert_eq!(pages.len(), 6);
    assert_eq!(milestone(&pages, Phase::Detected).unwrap().0, "2031-03-01T10:01:00Z");
    assert_eq!(milestone(&pages, Phase::Acknowledged).unwrap().0, "2031-03-01T10:04:00Z");
    assert_eq!(milestone(&pages, Phase::Resolved).unwrap().0, "2031-03-01T11:20:00Z");
    let at = |clock: &str| status(&pages, "payments", &format!("2031-03-01T{clock}:00Z"));
    assert_eq!(at("10:30"), (Status::Degraded, "inferred"));
    assert_eq!(at("10:50"), (Status::Operational, "inferred"));
    assert_eq!(at("11:10"), (Status::Degraded, "inferred"));
    let note = pages.events().find(|event| event.title.get(Lang::En) == "Disk 4 is full.").unwrap();
    assert_eq!(note.at.rfc3339(), "2031-03-01T10:10:00Z");
    assert_eq!(note.author.as_deref(), Some("Bo"));
    assert!(codes(&report).contains(&"W120"));
}

#[test]
fn google_gives_the_impact_and_one_word_for_all() {
    let (storage, _) = open("google.json", Some("G1"));
    assert_eq!(
        milestone(&storage, Phase::Started),
        Some(("2031-03-01T10:00:00Z".to_owned(), false))
    );
    assert_eq!(
        milestone(&storage, Phase::Detected),
        Some(("2031-03-01T10:30:00Z".to_owned(), true))
    );
    assert_eq!(
        milestone(&storage, Phase::Resolved),
        Some(("2031-03-01T11:00:00Z".to_owned(), false))
    );
    assert_eq!(
        status(&storage, "queues", "2031-03-01T10:45:00Z"),
        (Status::MajorOutage, "inferred")
    );
    assert_eq!(
        status(&storage, "queues", "2031-03-01T11:00:00Z"),
        (Status::Operational, "reported")
    );
    let (old, report) = open("google.json", Some("2"));
    assert_eq!(titles(&old), ["Impact begins", "We look."]);
    assert!(codes(&report).contains(&"W120"));
}

#[test]
fn a_lane_is_well_when_its_last_alert_has_ended() {
    let (alerts, report) = open("alerts.json", None);
    let api = |clock: &str| status(&alerts, "api", &format!("2031-03-01T10:{clock}:00Z"));
    assert_eq!(api("05"), (Status::Degraded, "inferred"));
    assert_eq!(api("25"), (Status::Degraded, "inferred"));
    assert_eq!(api("30"), (Status::Operational, "inferred"));
    assert_eq!(status(&alerts, "node", "2031-03-01T10:30:00Z").0, Status::Degraded);
    assert!(codes(&report).contains(&"W120"));
}

#[test]
fn slack_is_read_as_people_wrote_it() {
    let (day, report) = open("slack.json", None);
    let said = ["Deploy", "Payments <fail>, see [the graph](https://e.example/x) @U2"];
    assert_eq!(titles(&day), said);
    assert_eq!(codes(&report).iter().filter(|code| **code == "W120").count(), 2);
}

#[test]
fn grafana_marks_changes_by_their_tags() {
    let (marks, _) = open("grafana.json", None);
    let kinds: Vec<Kind> = marks.events().map(|event| event.kind).collect();
    assert_eq!(kinds, [Kind::Note, Kind::Change]);
    let (first, second) = (marks.event(0).unwrap(), marks.event(1).unwrap());
    assert_eq!(first.until, None);
    assert_eq!(second.until.map(|end| end.since(second.at)), Some(60));
}

#[test]
fn tables_have_lanes_where_their_columns_say_so() {
    let (table, report) = open("table.csv", None);
    let payments = |clock: &str| status(&table, "payments", &format!("2031-03-01T10:{clock}:00Z"));
    assert_eq!(payments("00"), (Status::MajorOutage, "reported"));
    assert_eq!(payments("20"), (Status::Degraded, "reported"));
    assert_eq!(payments("30"), (Status::Operational, "reported"));
    assert_eq!(titles(&table)[0], "Payments fail, all of them");
    assert!(table.event(0).unwrap().body.get(Lang::En).contains("Region: north"));
    assert_eq!(table.event(3).unwrap().tags.len(), 1);
    for code in ["W120", "W122"] {
        assert!(codes(&report).contains(&code), "{code}");
    }
}

#[test]
fn strange_heads_can_be_mapped() {
    let (table, _) = open("odd.tsv", None);
    let times: Vec<String> = table.events().map(|event| event.at.rfc3339()).collect();
    let expected = ["2031-03-01T10:00:00Z", "2031-03-01T10:01:00.123Z", "2031-03-01T10:02:00.123Z"];
    assert_eq!(times, expected);
    // Without the mapping it is a file of nothing that is known.
    assert_eq!(codes(&refusal("odd.tsv", None)), ["E063"]);
}

#[test]
fn wide_tables_have_an_incident_in_each_row() {
    let (row, _) = open("wide.csv", Some("w1"));
    assert_eq!(status(&row, "api", "2031-03-01T10:10:00Z"), (Status::PartialOutage, "inferred"));
    assert_eq!(status(&row, "api", "2031-03-01T10:30:00Z"), (Status::Operational, "inferred"));
    assert_eq!(milestone(&row, Phase::Started).unwrap().0, "2031-03-01T09:58:00Z");
    assert_eq!(row.incident().services.len(), 1);
}

#[test]
fn a_broken_line_is_left_out() {
    let (lines, report) = open("lines.jsonl", None);
    assert_eq!(titles(&lines), ["Payments fail", "Payments back"]);
    let broken = report.iter().find(|fault| fault.code().as_str() == "W120").unwrap();
    assert_eq!(broken.position().map(|place| place.line), Some(4));
}

#[test]
fn markdown_walks_over_midnight() {
    let (notes, report) = open("timeline.md", None);
    let times: Vec<String> = notes.events().map(|event| event.at.rfc3339()).collect();
    let expected = ["01T23:58", "02T00:05", "02T00:12", "02T00:31", "02T00:41"];
    assert_eq!(times, expected.map(|time| format!("2031-03-{time}:00Z")));
    assert_eq!(notes.event(1).unwrap().precision, Precision::Quarter);
    assert_eq!(notes.event(1).unwrap().body.get(Lang::En), "It is the ledger.");
    assert_eq!(
        notes.event(2).unwrap().until.map(Time::rfc3339).as_deref(),
        Some("2031-03-02T00:20:00Z")
    );
    assert_eq!(titles(&notes)[3], "Recovered – Ada");
    // IST is three zones.
    assert_eq!(codes(&report), ["W122"]);
}

#[test]
fn times_without_a_day_are_not_guessed() {
    let report = refusal("undated.md", None);
    assert_eq!(codes(&report), ["E053", "W120", "W120", "W120"]);
}

#[test]
fn cstate_says_what_has_no_time() {
    let (issue, report) = open("cstate.md", None);
    assert_eq!(titles(&issue), ["We look.", "All is well."]);
    assert_eq!(status(&issue, "ledger", "2031-03-01T10:20:00Z"), (Status::MajorOutage, "inferred"));
    assert!(codes(&report).contains(&"W120"));
}

#[test]
fn feeds_have_no_years_and_strange_zones() {
    let (entry, _) = open("feed.atom", Some("abc"));
    let times: Vec<String> = entry.events().map(|event| event.at.rfc3339()).collect();
    assert_eq!(times, ["2030-12-31T23:50:00Z", "2031-01-01T00:20:00Z"]);
    assert_eq!(entry.incident().title.get(Lang::En), "Payments & ledger fail");
    let (item, _) = open("feed.rss", None);
    assert_eq!(item.event(0).unwrap().at.rfc3339(), "2031-03-01T10:00:00Z");
}

#[test]
fn each_of_a_list_is_found_by_its_place() {
    let (listed, report) =
        load::incidents("x", &bytes("statuspage.json"), &Wanted::default()).unwrap();
    let ids = listed.iter().map(|one| {
        let id = one.incident.as_ref().unwrap().id.as_deref().unwrap_or_default();
        (one.nth, id, one.planned)
    });
    let expected = [(0, "work", true), (1, "first", false), (2, "second", false)];
    assert_eq!(ids.collect::<Vec<_>>(), expected);
    assert!(!report.has_errors());
    for (nth, id, _) in expected {
        let wanted = Wanted { nth: Some(nth), ..Wanted::default() };
        let loaded = load::read_wanted("x", bytes("statuspage.json"), &wanted).unwrap();
        assert_eq!(loaded.incident.id.as_deref(), Some(id));
    }
    let wanted = Wanted { nth: Some(9), ..Wanted::default() };
    assert!(load::read_wanted("x", bytes("statuspage.json"), &wanted).is_err());
}

#[test]
fn what_is_nobodys_is_refused_in_a_sentence() {
    assert_eq!(codes(&refusal("unknown.json", None)), ["E063"]);
}
