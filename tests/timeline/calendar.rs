//! Clocks that jump, zones of half an hour, the ends of the calendar, and what a person types.

use outage_tui::model::{Phase, Status, Time, Zone, time::StampError};
use outage_tui::timeline::{Timeline, WhenError};

use super::{at, read, service, web};

#[test]
fn the_hour_that_comes_twice_is_two_hours_where_offsets_are_written() {
    let timeline = read(
        "title: Fold\ntimezone: America/New_York\nevents:\n\
         - {at: 2025-11-02T01:30:00-05:00, title: second, status: {web: up}}\n\
         - {at: 2025-11-02T01:30:00-04:00, title: first, status: {web: down}}\n",
    );
    let first = timeline.first();
    assert_eq!(first, at("2025-11-02T05:30:00Z"));
    assert_eq!(timeline.last().since(first), 3_600);
    let times = timeline.time_in_status(service(&timeline, "web"), timeline.last());
    assert_eq!(times[Status::MajorOutage as usize], 3_600);
}

#[test]
fn across_the_hour_that_is_left_out_no_time_passes() {
    let timeline = read(
        "title: Gap\ntimezone: Europe/Berlin\nevents:\n\
         - {at: 2031-03-30 01:59, title: x, status: {web: down}}\n\
         - {at: 2031-03-30 03:01, title: x, status: {web: up}}\n",
    );
    assert_eq!(timeline.last().since(timeline.first()), 120);
}

#[test]
fn stamps_without_an_offset_are_in_the_incidents_zone() {
    let timeline = read(
        "title: Half\ntimezone: Asia/Kolkata\nevents:\n\
         - {at: 2031-05-06 00:10, title: night, status: {web: down}}\n\
         - {at: 2031-05-05T18:45:00Z, title: UTC, status: {web: up}}\n",
    );
    assert_eq!(timeline.first(), at("2031-05-05T18:40:00Z"));
    assert_eq!(web(&timeline, "2031-05-05T18:44:59Z"), Status::MajorOutage);
    assert_eq!(timeline.last().since(timeline.first()), 300);
}

#[test]
fn a_leap_second_is_the_second_before_it() {
    let timeline = read(
        "title: Leap\nevents:\n\
         - {at: 2016-12-31T23:59:59Z, title: x, status: {web: up}}\n\
         - {at: 2016-12-31T23:59:60Z, title: x, status: {web: down}}\n\
         - {at: 2017-01-01T00:00:00Z, title: x, status: {web: degraded}}\n",
    );
    assert_eq!(web(&timeline, "2016-12-31T23:59:59Z"), Status::MajorOutage);
    assert_eq!(timeline.last().since(timeline.first()), 1);
}

/// From the first second of the calendar to the last.
fn everything() -> Timeline {
    read(
        "title: All of it\ntimezone: Pacific/Kiritimati\nevents:\n\
         - {at: 0001-01-01T00:00:00Z, title: x, status: {web: down}}\n\
         - {at: 9999-12-31T23:59:59Z, title: x, until: 9999-12-31T23:59:59.999Z, status: {web: up}}\n",
    )
}

#[test]
fn the_years_1_and_9999() {
    let timeline = everything();
    assert_eq!((timeline.first(), timeline.last()), (Time::MIN, Time::MAX));
    let moment = timeline.moment(Time::MAX);
    assert_eq!(moment.phase, Phase::Resolved);
    assert_eq!(moment.services[0].down_seconds, 315_537_897_599);
    assert_eq!(timeline.moment(Time::MIN).services[0].status, Status::MajorOutage);
    assert_eq!(timeline.measures_at(Time::MAX)[3].seconds(), Some(315_537_897_599));
}

#[test]
fn years_outside_are_refused() {
    for stamp in ["0000-12-31T23:59:59Z", "10000-01-01T00:00:00Z"] {
        let yaml = format!("title: x\nevents: [{{at: {stamp}, title: x}}]");
        assert!(outage_tui::timeline::open("t", yaml.as_bytes()).is_err(), "{stamp}");
    }
}

/// Started at 21:10 in India on 4 October; resolved, never acknowledged.
fn typed_at() -> Timeline {
    read(
        "title: x\ntimezone: Asia/Kolkata\nevents:\n\
         - {at: 2021-10-04T15:40:00Z, title: x, status: {web: down}}\n\
         - {at: 2021-10-05T03:00:00Z, title: x, status: {web: up}}\n",
    )
}

#[test]
fn moments_as_people_type_them() {
    let timeline = typed_at();
    let zone = timeline.incident().zone;
    let near = at("2021-10-04T20:00:00Z");
    for (text, expected) in [
        ("2021-10-04T18:00:00Z", "2021-10-04T18:00:00Z"),
        ("2021-10-04 23:30", "2021-10-04T18:00:00Z"),
        ("2021-10-04T13:00:00-05:00", "2021-10-04T18:00:00Z"),
        ("23:30", "2021-10-05T18:00:00Z"),
        ("1:30:05", "2021-10-04T20:00:05Z"),
        ("18:00Z", "2021-10-05T18:00:00Z"),
        ("২১:১০", "2021-10-05T15:40:00Z"),
        ("T+2h10m", "2021-10-04T17:50:00Z"),
        ("t+2h10m", "2021-10-04T17:50:00Z"),
        ("+90s", "2021-10-04T15:41:30Z"),
        ("T-5m", "2021-10-04T15:35:00Z"),
        ("T−5m", "2021-10-04T15:35:00Z"),
        ("T+02:10", "2021-10-04T17:50:00Z"),
        ("  resolved ", "2021-10-05T03:00:00Z"),
        ("Started", "2021-10-04T15:40:00Z"),
        ("সমাধান", "2021-10-05T03:00:00Z"),
        ("2021-10-05", "2021-10-04T18:30:00Z"),
    ] {
        assert_eq!(timeline.parse_when(text, zone, near), Ok(at(expected)), "{text}");
    }
}

#[test]
fn the_day_of_a_bare_clock_time_is_that_of_the_clock_in_the_zone() {
    let timeline = typed_at();
    let late = at("2021-10-04T19:00:00Z");
    assert_eq!(timeline.parse_when("18:00", Zone::UTC, late), Ok(at("2021-10-04T18:00:00Z")));
    let kolkata = timeline.incident().zone;
    assert_eq!(timeline.parse_when("18:00", kolkata, late), Ok(at("2021-10-05T12:30:00Z")));
}

#[test]
fn what_is_no_moment_says_why() {
    let timeline = typed_at();
    let zone = Zone::parse("America/New_York").unwrap();
    let when = |text: &str| timeline.parse_when(text, zone, timeline.first());
    for text in ["", "soon", "T", "T+", "T+soon", "18", "18:00 tomorrow", "ক"] {
        assert_eq!(when(text), Err(WhenError::Stamp(StampError::Shape)), "{text}");
    }
    assert_eq!(when("25:00"), Err(WhenError::Stamp(StampError::NoSuchDate)));
    assert_eq!(when("2025-03-09 02:30"), Err(WhenError::Stamp(StampError::Gap)));
    assert!(matches!(when("2025-11-02 01:30"), Err(WhenError::Stamp(StampError::Fold(_, _)))));
    assert_eq!(when("acknowledged"), Err(WhenError::NoMilestone(Phase::Acknowledged)));
    // With the letter that NFC takes apart.
    assert_eq!(when("দা\u{9DF}িত্বগ্রহণ"), when("acknowledged"));
    assert_eq!(when("before"), Err(WhenError::NoMilestone(Phase::Before)));
    let quiet = read("title: x\nevents: [{at: 2031-05-06, title: x}]");
    assert_eq!(quiet.parse_when("T+1h", Zone::UTC, quiet.first()), Err(WhenError::NoStart));
}
