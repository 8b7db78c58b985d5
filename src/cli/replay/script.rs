//! What is played: where the clock stands in each frame, and for how long.

use crate::app::{Action, App};

/// How long an event is seen, in milliseconds.
const EVENT: u32 = 1_000;
/// Nobody reads a text in so many milliseconds.
pub(super) const GLANCE: u32 = 1_000;
/// An event with which the incident enters another phase.
const MILESTONE: u32 = 1_500;
/// The last picture.
const END: u32 = 4_000;
/// A picture of the running clock: five a second.
const TICK: u32 = 200;
/// The most pictures in a film.
pub(super) const MOST: u64 = 10_000;

/// A frame to be drawn.
#[derive(Debug, Clone, Copy)]
pub(super) struct Step {
    pub(super) action: Action,
    pub(super) millis: u32,
}

/// Event by event, or at so many seconds in a second. Too long a film is refused with its length.
pub(super) fn script(app: &App, speed: Option<u32>) -> Result<Vec<Step>, u64> {
    let mut steps = match speed {
        None => events(app)?,
        Some(speed) => clock(app, speed)?,
    };
    if let Some(last) = steps.last_mut() {
        last.millis = END;
    }
    Ok(steps)
}

/// The events that are shown. One that is not may still have been a milestone: the next that is
/// shown stays longer for it.
fn events(app: &App) -> Result<Vec<Step>, u64> {
    let rows = app.listing.rows();
    affordable(rows.len() as u64)?;
    let mut from = 0;
    let step = |&row: &usize| {
        let milestone = (from..=row).any(|row| app.timeline.milestones_in(row).next().is_some());
        from = row + 1;
        let millis = if milestone { MILESTONE } else { EVENT };
        Step { action: Action::Select(row), millis }
    };
    Ok(rows.iter().map(step).collect())
}

/// From the first event to the last.
fn clock(app: &App, speed: u32) -> Result<Vec<Step>, u64> {
    let (first, last) = (app.timeline.first(), app.timeline.last());
    let tick = i64::from(speed) * i64::from(TICK);
    let ticks = (last.since(first).max(0).saturating_add(1) * 1_000 + tick - 1) / tick;
    affordable(ticks.unsigned_abs() + 1)?;
    let at = |n: i64| first.plus_millis(n * tick).min(last);
    Ok((0..=ticks).map(|n| Step { action: Action::ClockTo(at(n)), millis: TICK }).collect())
}

fn affordable(pictures: u64) -> Result<(), u64> {
    if pictures > MOST { Err(pictures) } else { Ok(()) }
}
