//! Milestones given and derived, the phase at a moment, and the lengths between them.

use outage_tui::model::{Phase, Time};
use outage_tui::timeline::{MeasureKind, Timeline};

use super::{at, day};

/// A milestone's time, and whether it was derived.
fn milestone(timeline: &Timeline, phase: Phase) -> Option<(Time, bool)> {
    timeline.milestone(phase).map(|milestone| (milestone.at, milestone.derived))
}

fn derived(clock: &str) -> (Time, bool) {
    (at(clock), true)
}

fn given(clock: &str) -> (Time, bool) {
    (at(clock), false)
}

/// Down at ten, better at eleven, up at twelve.
const PLAIN: [(&str, &str); 5] = [
    ("09:00", "status: {web: up, db: up}"),
    ("10:00", "status: {web: down}"),
    ("10:05", "kind: alert"),
    ("11:00", "status: {web: recovering}"),
    ("12:00", "status: {web: up}"),
];

#[test]
fn what_is_not_given_is_derived_and_says_so() {
    let timeline = day("", &PLAIN);
    assert_eq!(milestone(&timeline, Phase::Started), Some(derived("10:00")));
    assert_eq!(milestone(&timeline, Phase::Detected), Some(derived("10:05")));
    assert_eq!(milestone(&timeline, Phase::Acknowledged), None);
    assert_eq!(milestone(&timeline, Phase::Mitigated), Some(derived("11:00")));
    assert_eq!(milestone(&timeline, Phase::Resolved), Some(derived("12:00")));
    assert_eq!(milestone(&timeline, Phase::Before), None);
}

#[test]
fn what_the_file_gives_beats_what_is_derived() {
    let head = "milestones: {started: 2031-05-06T09:55:00Z, resolved: 2031-05-06T13:00:00Z}";
    let timeline = day(head, &PLAIN);
    assert_eq!(milestone(&timeline, Phase::Started), Some(given("09:55")));
    assert_eq!(milestone(&timeline, Phase::Resolved), Some(given("13:00")));
    assert_eq!(milestone(&timeline, Phase::Mitigated), Some(derived("11:00")));
}

#[test]
fn an_event_with_a_phase_is_that_milestone() {
    let timeline = day(
        "milestones: {detected: 2031-05-06T10:01:00Z}",
        &[
            ("10:00", "status: {web: down}"),
            ("10:20", "phase: acknowledged"),
            ("10:30", "phase: acknowledged"),
            ("10:40", "phase: detected"),
        ],
    );
    assert_eq!(
        milestone(&timeline, Phase::Acknowledged),
        Some(given("10:20")),
        "the earlier of two"
    );
    assert_eq!(
        milestone(&timeline, Phase::Detected),
        Some(given("10:01")),
        "the list beats the event"
    );
}

#[test]
fn the_phase_is_the_last_milestone_reached() {
    let timeline = day("", &PLAIN);
    for (clock, phase, since) in [
        ("09:59:59", Phase::Before, None),
        ("10:00:00", Phase::Started, Some("10:00")),
        ("10:05:00", Phase::Detected, Some("10:05")),
        ("11:30:00", Phase::Mitigated, Some("11:00")),
        ("12:00:00", Phase::Resolved, Some("12:00")),
        ("23:00:00", Phase::Resolved, Some("12:00")),
    ] {
        assert_eq!(timeline.phase_at(at(clock)), (phase, since.map(at)), "{clock}");
    }
}

#[test]
fn milestones_widen_the_whole() {
    let head = "milestones: {started: 2031-05-06T08:00:00Z, resolved: 2031-05-06T13:00:00Z}";
    let timeline = day(head, &PLAIN);
    assert_eq!((timeline.first(), timeline.last()), (at("08:00"), at("13:00")));
    assert_eq!(timeline.last_event(), at("12:00"));
}

#[test]
fn of_two_milestones_at_one_moment_the_further_holds() {
    let head = "milestones: {started: 2031-05-06T10:00:00Z, acknowledged: 2031-05-06T10:00:00Z}";
    let timeline = day(head, &[("10:00", "kind: detection, status: {web: down}")]);
    assert_eq!(timeline.phase_at(at("10:00")).0, Phase::Acknowledged);
    assert_eq!(timeline.phase_at(at("09:59:59")).0, Phase::Before);
}

#[test]
fn a_detection_before_the_start_counts_only_where_there_is_no_other() {
    let early = ("09:30", "kind: detection");
    let only = day("", &[early, ("10:00", "status: {web: down}")]);
    assert_eq!(milestone(&only, Phase::Detected), Some(derived("09:30")));
    let two = day("", &[early, ("10:00", "status: {web: down}"), ("10:10", "kind: alert")]);
    assert_eq!(milestone(&two, Phase::Detected), Some(derived("10:10")));
}

#[test]
fn services_that_do_not_count_move_no_milestone() {
    let timeline = day(
        "services: [{id: web}, {id: other, counts: false}]",
        &[
            ("09:00", "status: {other: down}"),
            ("10:00", "status: {web: down}"),
            ("11:00", "status: {web: up}"),
            ("12:00", "status: {other: up}"),
        ],
    );
    assert_eq!(milestone(&timeline, Phase::Started), Some(derived("10:00")));
    assert_eq!(milestone(&timeline, Phase::Resolved), Some(derived("11:00")));
}

#[test]
fn a_relapse_moves_the_derived_end() {
    let timeline = day(
        "",
        &[
            ("10:00", "status: {web: down}"),
            ("11:00", "status: {web: up}"),
            ("12:00", "status: {web: degraded}"),
            ("13:00", "status: {web: up}"),
        ],
    );
    assert_eq!(milestone(&timeline, Phase::Mitigated), Some(derived("13:00")));
    assert_eq!(milestone(&timeline, Phase::Resolved), Some(derived("13:00")));
    assert_eq!(timeline.phase_at(at("11:30")).0, Phase::Started);
}

#[test]
fn a_relapse_after_a_given_end_does_not_move_the_mitigation() {
    let timeline = day(
        "milestones: {resolved: 2031-05-06T11:30:00Z}",
        &[
            ("10:00", "status: {web: down}"),
            ("11:00", "status: {web: recovering}"),
            ("12:00", "status: {web: up}"),
            ("18:00", "status: {web: down}"),
            ("19:00", "status: {web: up}"),
        ],
    );
    assert_eq!(milestone(&timeline, Phase::Mitigated), Some(derived("11:00")));
    assert_eq!(milestone(&timeline, Phase::Resolved), Some(given("11:30")));
    assert_eq!(timeline.phase_at(at("18:30")).0, Phase::Resolved);
}

#[test]
fn what_is_lost_sight_of_is_neither_mitigated_nor_back() {
    let events = [
        ("10:00", "status: {web: down, db: down, mail: down}"),
        ("10:25", "status: {web: up, db: unknown, mail: unknown}"),
    ];
    let lost = day("", &events);
    assert_eq!(milestone(&lost, Phase::Mitigated), None);
    assert_eq!(milestone(&lost, Phase::Resolved), None);
    assert_eq!(lost.phase_at(at("23:00")).0, Phase::Started);
    let found = [("11:00", "status: {db: recovering}"), ("11:30", "status: {mail: up}")];
    let found = day("", &[&events[..], &found].concat());
    assert_eq!(milestone(&found, Phase::Mitigated), Some(derived("11:30")));
    assert_eq!(milestone(&found, Phase::Resolved), None);
}

#[test]
fn unknown_before_the_harm_delays_no_mitigation() {
    let timeline = day(
        "",
        &[
            ("10:00", "status: {web: down, db: unknown, mail: unknown}"),
            ("11:00", "status: {web: recovering}"),
            ("12:00", "status: {db: recovering}"),
        ],
    );
    assert_eq!(milestone(&timeline, Phase::Mitigated), Some(derived("11:00")));
}

#[test]
fn an_alert_after_the_end_detects_nothing() {
    let events = [
        ("22:00", "status: {web: down}"),
        ("22:52", "status: {web: up}"),
        ("23:52", "kind: alert"),
    ];
    for head in ["", "milestones: {resolved: 2031-05-06T23:51:59Z}"] {
        let timeline = day(head, &events);
        assert_eq!(milestone(&timeline, Phase::Detected), None, "{head}");
        assert_eq!(timeline.phase_at(timeline.last()).0, Phase::Resolved, "{head}");
    }
    let open = day("", &[events[0], events[2]]);
    assert_eq!(milestone(&open, Phase::Detected), Some(derived("23:52")));
    let last = day("milestones: {resolved: 2031-05-06T23:52:00Z}", &events);
    assert_eq!(milestone(&last, Phase::Detected), Some(derived("23:52")), "not after it");
    assert_eq!(last.phase_at(last.last()).0, Phase::Resolved);
}

#[test]
fn what_never_comes_back_is_not_resolved() {
    for last in ["down", "recovering", "unknown"] {
        let fields = format!("status: {{web: {last}}}");
        let events = [("10:00", "status: {web: down, db: down}"), ("11:00", "status: {db: up}")];
        let timeline = day("", &[&events[..], &[("12:00", &fields)]].concat());
        assert_eq!(milestone(&timeline, Phase::Resolved), None, "{last}");
        let calm = (last == "recovering").then(|| (at("12:00"), true));
        assert_eq!(milestone(&timeline, Phase::Mitigated), calm, "{last}");
    }
}

#[test]
fn maintenance_is_no_harm_and_counts_as_back() {
    let quiet = day("", &[("10:00", "status: {web: maintenance}")]);
    assert_eq!(milestone(&quiet, Phase::Started), None);
    let timeline =
        day("", &[("10:00", "status: {web: down}"), ("11:00", "status: {web: maintenance}")]);
    assert_eq!(milestone(&timeline, Phase::Resolved), Some(derived("11:00")));
}

#[test]
fn a_measure_without_an_end_has_no_length() {
    let timeline = day("", &PLAIN);
    let seconds = |clock: &str| timeline.measures_at(at(clock)).map(|measure| measure.seconds());
    assert_eq!(seconds("12:00"), [Some(300), None, Some(3_600), Some(7_200)]);
    assert_eq!(seconds("10:05"), [Some(300), None, None, None]);
    assert_eq!(seconds("09:00"), [None; 4]);
    let kinds = timeline.measures_at(at("12:00")).map(|measure| measure.kind);
    assert_eq!(kinds, MeasureKind::ALL);
    assert!(timeline.measures_at(at("12:00"))[0].is_derived());
}

#[test]
fn a_detection_before_the_start_is_a_negative_length() {
    let head = "milestones: {started: 2031-05-06T10:00:00Z, detected: 2031-05-06T09:58:00Z}";
    let timeline = day(head, &[("10:00", "status: {web: down}")]);
    assert_eq!(timeline.measures_at(at("12:00"))[0].seconds(), Some(-120));
}

#[test]
fn the_rows_a_reader_looks_for_first() {
    let timeline = day(
        "services: [{id: web}, {id: other, counts: false}]",
        &[
            ("08:00", "kind: change"),
            ("09:00", "kind: change"),
            ("09:10", "kind: impact, status: {other: down}"),
            ("10:00", "kind: impact, status: {web: down}"),
            ("10:00", "kind: alert"),
            ("11:00", "kind: change, status: {web: up}"),
        ],
    );
    assert_eq!(timeline.first_symptom(), Some(3));
    assert_eq!(timeline.last_change(), Some(1));
    let milestones = |row| timeline.milestones_in(row).collect::<Vec<_>>();
    assert_eq!(milestones(3), [Phase::Started]);
    assert_eq!(milestones(4), [Phase::Detected], "it stands at the event that it comes from");
    let silent = day("", &[("10:00", "kind: note"), ("10:10", "kind: impact")]);
    assert_eq!((silent.first_symptom(), silent.last_change()), (Some(1), None));
}
