//! Time laid over columns.

use outage_tui::model::{Time, Zone};
use outage_tui::timeline::{Axis, Scale, Tick, Window};
use proptest::prelude::*;

use super::at;

fn zone(name: &str) -> Zone {
    Zone::parse(name).unwrap_or_else(|| panic!("no zone {name}"))
}

/// What the clocks of the axis show at each tick.
fn clocks(ticks: &[Tick], zone: Zone) -> Vec<String> {
    ticks.iter().map(|tick| zone.civil(tick.at).short_clock()).collect()
}

#[test]
fn ticks_are_round_in_a_zone_of_half_an_hour() {
    let kolkata = zone("Asia/Kolkata");
    let window = Window::new(at("2021-10-04T15:09:00Z"), at("2021-10-04T23:30:00Z"));
    let ticks = Scale::new(window, 96).ticks(Axis::Clock(kolkata), 10);
    let expected =
        ["21:00", "22:00", "23:00", "00:00", "01:00", "02:00", "03:00", "04:00", "05:00"];
    assert_eq!(clocks(&ticks, kolkata), expected);
    assert!(ticks.iter().all(|tick| tick.step == 3_600));
}

#[test]
fn ticks_since_a_moment_count_from_it() {
    let zero = at("10:07");
    let window = Window::new(at("10:00"), at("11:00"));
    let ticks = Scale::new(window, 60).ticks(Axis::Since(zero), 8);
    let minutes: Vec<i64> = ticks.iter().map(|tick| tick.at.since(zero) / 60).collect();
    assert_eq!(minutes, [0, 10, 20, 30, 40, 50]);
    assert_eq!(ticks[0].column, 7);
}

#[test]
fn across_a_change_of_clocks_ticks_stay_round_and_in_order() {
    let zone = zone("America/New_York");
    for (from, to) in [
        ("2025-03-09T05:10:00Z", "2025-03-09T09:10:00Z"),
        ("2025-11-02T03:10:00Z", "2025-11-02T08:10:00Z"),
        ("2025-03-08T12:00:00Z", "2025-03-10T12:00:00Z"),
        ("2025-10-30T12:00:00Z", "2025-11-05T12:00:00Z"),
    ] {
        for columns in [60, 100, 200, 400] {
            let scale = Scale::new(Window::new(at(from), at(to)), columns);
            let ticks = scale.ticks(Axis::Clock(zone), 8);
            assert!(ticks.len() > 1, "{from} {columns}");
            check(&scale, Axis::Clock(zone), 8).unwrap_or_else(|fault| panic!("{from}: {fault}"));
        }
    }
}

#[test]
fn the_ends_of_the_calendar_have_no_ticks_beyond_them() {
    for window in [
        Window::new(Time::MIN, Time::MAX),
        Window::new(Time::MIN, at("0001-01-03T00:00:00Z")),
        Window::new(at("9999-12-30T00:00:00Z"), Time::MAX),
        Window::new(Time::MAX, Time::MAX),
    ] {
        for columns in [1, 10, 80, 300] {
            for axis in [Axis::Clock(zone("Asia/Kolkata")), Axis::Since(at("10:00"))] {
                let scale = Scale::new(window, columns);
                check(&scale, axis, 6).unwrap_or_else(|fault| panic!("{window:?}: {fault}"));
            }
        }
    }
}

#[test]
fn a_window_is_never_empty_and_stays_in_the_calendar() {
    for (from, to) in [(Time::MAX, Time::MIN), (Time::MIN, Time::MIN), (Time::MAX, Time::MAX)] {
        let window = Window::new(from, to);
        assert!(window.millis() >= 1_000, "{from:?} {to:?}");
        assert!(window.widened(0.1).millis() >= window.millis());
        assert_eq!(window.zoomed(from, 1, window).millis(), 1_000);
    }
}

#[test]
fn moments_outside_the_window_have_no_column() {
    let scale = Scale::new(Window::new(at("10:00"), at("11:00")), 60);
    assert_eq!(scale.column(at("09:59:59")), None);
    assert_eq!(scale.column(at("10:00")), Some(0));
    assert_eq!(scale.column(at("10:59:59")), Some(59));
    assert_eq!(scale.column(at("11:00")), Some(59), "the end belongs to the last");
    assert_eq!(scale.column(at("11:00:01")), None);
    assert_eq!(Scale::new(scale.window, 0).column(at("10:30")), None);
}

/// Ticks are round on their axis, in the window, in their columns, in order and apart.
fn check(scale: &Scale, axis: Axis, apart: u16) -> Result<(), String> {
    let ticks = scale.ticks(axis, apart);
    for tick in &ticks {
        let counted = match axis {
            Axis::Clock(zone) => tick.at.millis() + i64::from(zone.civil(tick.at).offset) * 1_000,
            Axis::Since(zero) => tick.at.millis() - zero.millis(),
        };
        if counted % (tick.step * 1_000) != 0 {
            return Err(format!("{} is not round", tick.at.rfc3339()));
        }
        if scale.column(tick.at) != Some(tick.column) {
            return Err(format!("{} is not in column {}", tick.at.rfc3339(), tick.column));
        }
    }
    for pair in ticks.windows(2) {
        if pair[0].at >= pair[1].at {
            return Err(format!("{} comes twice or too late", pair[1].at.rfc3339()));
        }
        // Rounding to cells may take one; where clocks are put forward, an hour is missing.
        let steady = matches!(axis, Axis::Since(_));
        if steady && pair[1].column + 1 < pair[0].column + apart {
            return Err(format!("{} is too near", pair[1].at.rfc3339()));
        }
    }
    Ok(())
}

/// Windows from a second to the whole calendar, of every order of magnitude.
fn windows() -> impl Strategy<Value = Window> {
    (Time::MIN.millis()..Time::MAX.millis(), 0_u32..49, 1_i64..1_000).prop_map(
        |(from, magnitude, share)| {
            let from = Time::default().plus_millis(from);
            Window::new(from, from.plus_millis((1_i64 << magnitude).saturating_mul(share) / 500))
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_column_holds_the_moment_it_begins_with(window in windows(), columns in 1_u16..1_000, share in 0.0..1.0) {
        let scale = Scale::new(window, columns);
        let column = (f64::from(columns) * share) as u16;
        prop_assert_eq!(scale.column(scale.time(column)), Some(column));
        let (from, to) = scale.slice(column);
        prop_assert!(from < to);
        prop_assert_eq!(scale.column(to.plus_millis(-1)), Some(column));
    }

    #[test]
    fn a_later_moment_has_no_earlier_column(window in windows(), columns in 1_u16..1_000, a in 0.0..=1.0, b in 0.0..=1.0) {
        let scale = Scale::new(window, columns);
        let moment = |share: f64| window.from.plus_millis((window.millis() as f64 * share) as i64);
        let (first, second) = (moment(f64::min(a, b)), moment(f64::max(a, b)).min(window.to));
        prop_assert!(scale.column(first) <= scale.column(second));
    }

    #[test]
    fn ticks_of_any_window(window in windows(), columns in 0_u16..400, apart in 0_u16..30) {
        let scale = Scale::new(window, columns);
        for axis in [Axis::Clock(zone("Asia/Kolkata")), Axis::Clock(zone("Australia/Lord_Howe")), Axis::Since(window.from)] {
            let checked = check(&scale, axis, apart);
            prop_assert!(checked.is_ok(), "{:?}", checked);
            prop_assert!(scale.ticks(axis, apart).len() <= usize::from(columns) + 1);
        }
    }

    #[test]
    fn zooming_stays_inside(outer in windows(), from in 0.0..1.0, to in 0.0..1.0, millis in 1_i64..1_i64 << 50, cursor in 0.0..1.0) {
        let moment = |share: f64| outer.from.plus_millis((outer.millis() as f64 * share) as i64);
        let window = Window::new(moment(f64::min(from, to)), moment(f64::max(from, to)));
        let zoomed = window.zoomed(moment(cursor), millis, outer);
        prop_assert!(zoomed.from >= outer.from && zoomed.to <= outer.to, "{:?}", zoomed);
        prop_assert_eq!(zoomed.millis(), millis.clamp(1_000, outer.millis()));
    }
}
