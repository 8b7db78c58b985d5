//! Times as the screen tells them.

use crate::app::{App, Clock};
use crate::model::{Event, Phase, Precision, Time, Zone};
use crate::timeline::tell;

/// The time column of a row: the clock, `T+`, or the distance from the event before.
pub(super) fn column(app: &App, row: usize, event: &Event) -> String {
    match app.settings.clock {
        // Of a day it is not known how far it is from anything.
        _ if event.precision == Precision::Day => tell::clock(event, app.zone()),
        Clock::SinceStart => match app.since_start(event.at) {
            Some(since) if event.precision == Precision::Exact => since.to_string(),
            _ => since(app, event).unwrap_or_else(|| tell::clock(event, app.zone())),
        },
        Clock::SinceLast => {
            let before = row.checked_sub(1).and_then(|row| app.timeline.event(row));
            let distance = before.map_or(0, |before| event.at.since(before.at));
            format!("{}+{}", approximately(event), app.words().duration(distance))
        }
        _ => tell::clock(event, app.zone()),
    }
}

/// `T+00:12` or `~T+00:12`; none where only the day is known.
pub(super) fn since(app: &App, event: &Event) -> Option<String> {
    tell::since(event, app.timeline.milestone(Phase::Started)?.at)
}

fn approximately(event: &Event) -> &'static str {
    if event.precision == Precision::Exact { "" } else { "~" }
}

/// Whether the events are of more than one day.
pub(super) fn has_days(app: &App) -> bool {
    let (timeline, zone) = (&app.timeline, app.zone());
    zone.day(timeline.first()) != zone.day(timeline.last())
}

/// The date in the zone that is shown.
pub(super) fn date(app: &App, at: Time) -> String {
    app.zone().civil(at).date()
}

/// `2021-10-04 21:10:00 IST`.
pub(super) fn full(app: &App, at: Time) -> String {
    tell::full(at, app.zone())
}

/// `15:40:00Z`.
pub(super) fn utc(at: Time) -> String {
    format!("{}Z", Zone::UTC.civil(at).clock())
}
