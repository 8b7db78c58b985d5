//! Status pages: lanes that are reported and lanes that are not.

use outage_tui::app::{App, File, Settings};
use outage_tui::export::{ShowOptions, show_json, show_text, text};
use outage_tui::headless::Stage;
use outage_tui::model::{Phase, Status, Zone};
use outage_tui::text::{Lang, SafeText, Words};

use crate::{at, codes, milestone, open, refusal, status, titles};

#[test]
fn a_recovery_may_go_down_again() {
    let (first, report) = open("statuspage.json", Some("first"));
    let at = |clock: &str| status(&first, "europe-payments", &format!("2031-03-01T10:{clock}:00Z"));
    assert_eq!(at("05"), (Status::PartialOutage, "reported"));
    assert_eq!(at("15"), (Status::PartialOutage, "reported"));
    assert_eq!(at("25"), (Status::Operational, "reported"));
    assert_eq!(at("35"), (Status::MajorOutage, "reported"));
    assert_eq!(at("40"), (Status::Operational, "reported"));
    assert!(!report.has_errors());
}

#[test]
fn what_nobody_says_is_inferred_or_unknown() {
    let (first, _) = open("statuspage.json", Some("first"));
    let at = |clock: &str| status(&first, "asia-payments", &format!("2031-03-01T{clock}:00Z"));
    assert_eq!(at("09:59"), (Status::Unknown, "unknown"));
    // The update that first names it says what it was before.
    assert_eq!(at("10:05"), (Status::Operational, "inferred"));
    assert_eq!(at("10:25"), (Status::Degraded, "reported"));
    // The page calls the incident resolved, and says nothing of this lane.
    assert_eq!(at("10:40"), (Status::Operational, "inferred"));
}

#[test]
fn an_inferred_status_looks_different() {
    let (first, _) = open("statuspage.json", Some("first"));
    let options = ShowOptions {
        at: at("2031-03-01T10:05:00Z"),
        words: Words::new(Lang::En),
        zone: Zone::UTC,
        ascii: false,
        left_out: 0,
    };
    let shown = show_text(&first, &options);
    assert!(shown.contains("operational (inferred)"), "{shown}");
    assert!(show_json(&first, &options).unwrap().contains("\"known\": \"inferred\""));
    let file = File { name: SafeText::line("x"), report: refusal("statuspage.json", None) };
    let mut app = App::new(file, first, Settings::default());
    app.start_at(options.at);
    let screen = text(&Stage::new(app, 120, 40).draw());
    let lane = screen.lines().find(|line| line.contains("Asia")).unwrap_or_default();
    assert!(lane.contains("▁·▁·"), "{screen}");
}

#[test]
fn an_entry_without_a_change_draws_nothing() {
    let (first, _) = open("statuspage.json", Some("first"));
    let payments = first.services().next().unwrap();
    assert_eq!(first.runs(payments).len(), 4);
}

#[test]
fn no_state_leaks_into_the_next_incident() {
    let (second, report) = open("statuspage.json", Some("second"));
    let ids: Vec<&str> = second.services().map(|id| &*second.service(id).id).collect();
    assert_eq!(ids, ["zürich-ledger", "europe-payments"]);
    let payments = status(&second, "europe-payments", "2031-03-01T11:30:00Z");
    assert_eq!(payments, (Status::Unknown, "unknown"));
    // The page shows the ledger degraded, its updates leave it in partial outage.
    assert!(codes(&report).contains(&"W121"));
}

#[test]
fn the_course_is_the_pages_where_it_says_so() {
    let (first, _) = open("statuspage.json", Some("first"));
    let given = |clock: &str| Some((format!("2031-03-01T10:{clock}:00Z"), false));
    let derived = |clock: &str| Some((format!("2031-03-01T10:{clock}:00Z"), true));
    assert_eq!(milestone(&first, Phase::Started), given("00"));
    assert_eq!(milestone(&first, Phase::Detected), derived("00"));
    assert_eq!(milestone(&first, Phase::Mitigated), derived("40"));
    assert_eq!(milestone(&first, Phase::Resolved), given("40"));
}

#[test]
fn bodies_become_text_and_times_of_any_offset_fall_into_order() {
    let (first, _) = open("statuspage.json", Some("first"));
    assert_eq!(titles(&first)[4], "Fixed.");
    let (second, _) = open("statuspage.json", Some("second"));
    assert_eq!(titles(&second), ["investigating", "Still slow & looking."]);
    assert_eq!(second.event(1).unwrap().at.rfc3339(), "2031-03-01T11:30:00Z");
}

#[test]
fn what_cannot_be_read_is_told_and_the_rest_is_shown() {
    let (broken, report) = open("statuspage-broken.json", None);
    assert_eq!(titles(&broken), ["The good one.", "No such status."]);
    let left_out = codes(&report).into_iter().filter(|code| *code == "W120").count();
    assert!(left_out >= 4, "{:?}", codes(&report));
    assert!(report.iter().all(|fault| fault.position().is_some()));
}

#[test]
fn one_of_many_must_be_named() {
    assert_eq!(codes(&refusal("statuspage.json", None)), ["E060"]);
    assert_eq!(codes(&refusal("statuspage.json", Some("third"))), ["E061"]);
    let (work, _) = open("statuspage.json", Some("work"));
    assert_eq!(titles(&work), ["We change disks."]);
}
