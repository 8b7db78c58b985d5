//! Times as the screen tells them.

use crate::app::{App, Clock};
use crate::model::{Event, Precision, Time};

/// A time of day: seconds where the stamp has them, `~` where it is not exact.
pub(super) fn clock(app: &App, event: &Event) -> String {
    let civil = app.zone().civil(event.at);
    match event.precision {
        Precision::Exact => civil.clock(),
        Precision::Minute | Precision::Quarter | Precision::Hour => {
            format!("~{}", civil.short_clock())
        }
        Precision::Day => format!("~{}", &civil.date()[5..]),
    }
}

/// The time column of a row: the clock, `T+`, or the distance from the event before.
pub(super) fn column(app: &App, row: usize, event: &Event) -> String {
    match app.settings.clock {
        Clock::SinceStart => match app.since_start(event.at) {
            Some(since) => format!("{}{since}", approximately(event)),
            None => clock(app, event),
        },
        Clock::SinceLast => {
            let before = row.checked_sub(1).and_then(|row| app.timeline.event(row));
            let distance = before.map_or(0, |before| event.at.since(before.at));
            format!("{}+{}", approximately(event), app.words().duration(distance))
        }
        _ => clock(app, event),
    }
}

fn approximately(event: &Event) -> &'static str {
    if event.precision == Precision::Exact { "" } else { "~" }
}

/// The date in the zone that is shown.
pub(super) fn date(app: &App, at: Time) -> String {
    app.zone().civil(at).date()
}

/// `2021-10-04 21:10:00 IST`.
pub(super) fn full(app: &App, at: Time) -> String {
    let zone = app.zone();
    let civil = zone.civil(at);
    format!("{} {} {}", civil.date(), civil.clock(), zone.abbreviation(at))
}

/// `15:40:00Z`.
pub(super) fn utc(at: Time) -> String {
    format!("{}Z", crate::model::Zone::UTC.civil(at).clock())
}
