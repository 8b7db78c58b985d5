//! The recovery never invents.

use outage_tui::model::{Basis, Rule};
use outage_tui::timeline::{Recovery, Timeline, audit};

use super::{at, day};

fn recovery(timeline: &Timeline, clock: &str) -> Option<Recovery> {
    timeline.moment(at(clock)).recovery
}

/// The figure on the screen, and where it comes from.
fn figure(timeline: &Timeline, clock: &str) -> Option<(u64, Basis)> {
    recovery(timeline, clock).map(|recovery| (recovery.rounded(), recovery.basis))
}

fn computed(percent: u64) -> (u64, Basis) {
    (percent, Basis::Computed)
}

#[test]
fn before_the_first_harm_there_is_no_figure() {
    let timeline = day(
        "",
        &[
            ("09:00", "status: {web: up, db: maintenance}"),
            ("10:00", "status: {web: down}"),
            ("11:00", "status: {web: up}"),
        ],
    );
    assert_eq!(figure(&timeline, "08:00"), None);
    assert_eq!(figure(&timeline, "09:59:59"), None);
    assert_eq!(figure(&timeline, "10:00"), Some(computed(0)));
    assert_eq!(figure(&timeline, "11:00"), Some(computed(100)));
}

#[test]
fn each_status_counts_for_its_share() {
    for (status, percent) in [
        ("up", 100),
        ("maintenance", 100),
        ("recovering", 50),
        ("degraded", 50),
        ("partial_outage", 25),
        ("major_outage", 0),
    ] {
        let fields = format!("status: {{web: {status}}}");
        let timeline = day("", &[("10:00", "status: {web: down}"), ("11:00", &fields)]);
        assert_eq!(figure(&timeline, "11:00"), Some(computed(percent)), "{status}");
    }
}

#[test]
fn only_harmed_services_and_those_that_count_are_in_it() {
    let timeline = day(
        "services: [{id: web}, {id: db}, {id: well}, {id: outside, counts: false}]",
        &[
            ("09:00", "status: {web: up, db: up, well: up, outside: down}"),
            ("10:00", "status: {web: down}"),
            ("11:00", "status: {db: degraded}"),
        ],
    );
    assert_eq!(figure(&timeline, "09:30"), None);
    assert_eq!(figure(&timeline, "10:30"), Some(computed(0)));
    assert_eq!(figure(&timeline, "11:00"), Some(computed(25)));
    let counts = timeline.moment(at("11:00")).counts;
    assert_eq!((counts.down, counts.degraded, counts.back, counts.total()), (1, 1, 0, 2));
}

#[test]
fn weights_weigh() {
    let timeline = day(
        "services: [{id: web, weight: 3}, {id: db, weight: 0.5}]",
        &[("10:00", "status: {web: down, db: down}"), ("11:00", "status: {web: up}")],
    );
    let percent = recovery(&timeline, "11:00").unwrap().percent;
    assert!((percent - 100.0 * 3.0 / 3.5).abs() < 1e-9, "{percent}");
}

#[test]
fn the_unknown_is_not_back() {
    let timeline = day(
        "",
        &[
            ("10:00", "status: {web: down, db: down}"),
            ("11:00", "status: {web: unknown, db: up}"),
            ("12:00", "status: {db: unknown}"),
        ],
    );
    assert_eq!(figure(&timeline, "11:00"), Some(computed(50)));
    assert_eq!(timeline.moment(at("11:00")).counts.unknown, 1);
    assert_eq!(figure(&timeline, "12:00"), Some(computed(0)));
}

#[test]
fn a_reading_holds_until_the_next() {
    let timeline = day(
        "",
        &[
            ("10:00", "status: {web: down}"),
            ("10:30", "recovery: {percent: 40, basis: reported}"),
            ("11:00", "status: {web: up}"),
            ("11:30", "recovery: {percent: 60, basis: measured}"),
        ],
    );
    assert_eq!(figure(&timeline, "10:29:59"), Some(computed(0)));
    assert_eq!(figure(&timeline, "10:30"), Some((40, Basis::Reported)));
    assert_eq!(figure(&timeline, "11:15"), Some((40, Basis::Reported)));
    assert_eq!(recovery(&timeline, "11:15").unwrap().read_at, Some(at("10:30")));
    assert_eq!(figure(&timeline, "11:30"), Some((60, Basis::Measured)));
    assert_eq!(figure(&timeline, "10:00"), Some(computed(0)), "going back shows what was so then");
    assert_eq!(recovery(&timeline, "10:00").unwrap().read_at, None);
}

#[test]
fn a_reading_before_the_first_harm_is_no_figure_unless_no_harm_is_known() {
    let reading = ("09:00", "recovery: {percent: 40, basis: reported}");
    let harmed = day("", &[reading, ("10:00", "status: {web: down}")]);
    assert_eq!(figure(&harmed, "09:59:59"), None);
    assert_eq!(figure(&harmed, "10:00"), Some((40, Basis::Reported)));
    let silent = day("", &[reading, ("10:00", "status: {web: up}")]);
    assert_eq!(figure(&silent, "09:00"), Some((40, Basis::Reported)));
    assert_eq!(figure(&silent, "08:59:59"), None);
}

#[test]
fn of_two_readings_at_one_time_the_last_holds() {
    let timeline = day(
        "",
        &[
            ("10:00", "status: {web: down}"),
            ("11:00", "recovery: {percent: 40, basis: reported}"),
            ("11:00", "recovery: {percent: 30, basis: estimate}"),
        ],
    );
    assert_eq!(figure(&timeline, "11:00"), Some((30, Basis::Estimate)));
}

#[test]
fn it_goes_down_when_things_get_worse_again() {
    let timeline = day(
        "",
        &[
            ("10:00", "status: {web: down, db: down}"),
            ("11:00", "status: {web: up, db: recovering}"),
            ("12:00", "status: {web: partial}"),
        ],
    );
    assert_eq!(figure(&timeline, "11:00"), Some(computed(75)));
    assert_eq!(figure(&timeline, "12:00"), Some(computed(38)));
}

#[test]
fn nearly_all_is_not_all_and_hardly_anything_is_not_nothing() {
    for (percent, rounded) in
        [("99.9", 99), ("99.5", 99), ("100", 100), ("0.1", 1), ("0", 0), ("0.6", 1), ("49.5", 50)]
    {
        let reading = format!("recovery: {{percent: {percent}, basis: measured}}");
        let timeline = day("", &[("10:00", "status: {web: down}"), ("11:00", &reading)]);
        assert_eq!(figure(&timeline, "11:00"), Some((rounded, Basis::Measured)), "{percent}");
    }
}

#[test]
fn a_reading_is_doubted_only_where_the_states_do_not_allow_it() {
    for (web, db, percent, is_doubted) in [
        ("recovering", "recovering", 1, false),
        ("recovering", "recovering", 99, false),
        ("recovering", "recovering", 100, true),
        ("up", "recovering", 10, false),
        ("up", "recovering", 9, true),
        ("down", "recovering", 90, false),
        ("down", "recovering", 91, true),
        ("down", "down", 40, false),
        ("down", "down", 41, true),
        ("up", "up", 60, false),
        ("up", "up", 59, true),
        ("unknown", "unknown", 1, false),
        ("unknown", "unknown", 99, false),
        ("unknown", "unknown", 100, true),
        ("down", "unknown", 91, true),
    ] {
        let fields = format!("status: {{web: {web}, db: {db}}}, recovery: {percent}");
        let timeline = day("", &[("10:00", "status: {web: down, db: down}"), ("11:00", &fields)]);
        let found = audit(&timeline);
        let is_found = found.iter().any(|f| matches!(f.rule, Rule::ReadingContradicts { .. }));
        assert_eq!(is_found, is_doubted, "{fields}");
    }
}
