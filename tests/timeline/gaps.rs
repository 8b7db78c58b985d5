//! Where the story is thin.

use outage_tui::timeline::Timeline;

use super::{at, day};

fn gaps(timeline: &Timeline) -> Vec<(usize, i64)> {
    timeline.gaps().iter().map(|gap| (gap.row, gap.seconds())).collect()
}

/// From ten to twelve, something every few minutes, but nothing for most of an hour.
fn thin(middle: &str) -> Timeline {
    day(
        "",
        &[
            ("10:00", "status: {web: down}"),
            ("10:02", "kind: note"),
            ("10:04", middle),
            ("10:52", "kind: note"),
            ("10:54", "kind: note"),
            ("10:56", "kind: note"),
            ("10:58", "status: {web: up}"),
        ],
    )
}

#[test]
fn a_silence_is_a_gap_behind_the_event_before_it() {
    let timeline = thin("kind: note");
    assert_eq!(gaps(&timeline), [(2, 48 * 60)]);
    let gap = timeline.gaps()[0];
    assert_eq!((gap.from, gap.to), (at("10:04"), at("10:52")));
}

#[test]
fn a_span_covers_a_silence_or_shortens_it() {
    let covered = thin("kind: note, until: 2031-05-06T10:52:00Z");
    assert_eq!(gaps(&covered), []);
    let shortened = thin("kind: note, until: 2031-05-06T10:30:00Z");
    assert_eq!(gaps(&shortened), [(2, 22 * 60)]);
    assert_eq!(shortened.gaps()[0].from, at("10:30"));
}

#[test]
fn an_early_span_covers_what_comes_long_after_it() {
    let timeline = day(
        "",
        &[
            ("10:00", "status: {web: down}"),
            ("10:01", "until: 2031-05-06T10:50:00Z"),
            ("10:02", "kind: note"),
            ("10:03", "kind: note"),
            ("10:51", "status: {web: up}"),
        ],
    );
    assert_eq!(gaps(&timeline), []);
}

#[test]
fn before_the_start_and_after_the_end_silence_is_no_gap() {
    let timeline = day(
        "",
        &[
            ("01:00", "kind: note"),
            ("10:00", "status: {web: down}"),
            ("10:02", "kind: note"),
            ("10:04", "status: {web: up}"),
            ("20:00", "kind: note"),
        ],
    );
    assert_eq!(gaps(&timeline), []);
}

#[test]
fn under_five_minutes_is_no_gap_however_quick_the_rest() {
    let story = |clock: &str| {
        day(
            "",
            &[
                ("10:00:00", "status: {web: down}"),
                ("10:00:01", "kind: note"),
                ("10:00:02", "kind: note"),
                (clock, "status: {web: up}"),
            ],
        )
    };
    assert_eq!(gaps(&story("10:05:01")), []);
    assert_eq!(gaps(&story("10:05:02")), [(2, 300)]);
}

#[test]
fn where_events_are_usually_rare_a_longer_silence_is_usual() {
    let story = |clock: &str| {
        day(
            "",
            &[
                ("10:00", "status: {web: down}"),
                ("10:10", "kind: note"),
                ("10:20", "kind: note"),
                ("10:30", "kind: note"),
                (clock, "status: {web: up}"),
            ],
        )
    };
    assert_eq!(gaps(&story("11:09:59")), [], "four times the usual ten minutes");
    assert_eq!(gaps(&story("11:10:00")), [(3, 40 * 60)]);
}

#[test]
fn in_a_long_incident_a_gap_is_at_least_a_thirtieth_of_it() {
    let minutes: Vec<String> = (1..60).map(|minute| format!("00:{minute:02}:00")).collect();
    let mut events = vec![("00:00", "status: {web: down}")];
    events.extend(minutes.iter().map(|clock| (&**clock, "kind: note")));
    events.extend([("01:20", "kind: note"), ("20:00", "status: {web: up}")]);
    let seconds: Vec<i64> = gaps(&day("", &events)).iter().map(|gap| gap.1).collect();
    assert_eq!(seconds, [67_200], "twenty-one minutes of twenty hours are none");
}
