//! Playing the incident: event by event, or with the clock running fast.

use super::App;

/// Milliseconds an event stays when playing event by event.
const DWELL: u32 = 900;

/// Whether it plays, and how fast.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Play {
    pub running: bool,
    pub pace: Pace,
    /// Milliseconds since the last event was shown.
    waited: u32,
}

/// How fast it plays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Pace {
    /// One event after the other, whatever lies between them.
    #[default]
    Events,
    X60,
    X600,
    X3600,
}

impl Pace {
    pub const ALL: [Self; 4] = [Self::Events, Self::X60, Self::X600, Self::X3600];

    /// Seconds of the incident in one second; none for event by event.
    pub fn speed(self) -> Option<u32> {
        match self {
            Self::Events => None,
            Self::X60 => Some(60),
            Self::X600 => Some(600),
            Self::X3600 => Some(3_600),
        }
    }

    #[must_use]
    pub(super) fn faster(self) -> Self {
        Self::ALL[(self as usize + 1).min(3)]
    }

    #[must_use]
    pub(super) fn slower(self) -> Self {
        Self::ALL[(self as usize).saturating_sub(1)]
    }
}

/// Starts or stops; at the end it starts from the beginning.
pub(super) fn toggle(app: &mut App) {
    let Some(&first) = app.listing.rows().first() else { return };
    app.play.running = !app.play.running;
    app.play.waited = 0;
    if app.play.running && is_at_end(app) && !waits(app) {
        app.stand_on(first);
    }
}

/// Whether there is more than the end that is known.
fn waits(app: &App) -> bool {
    app.loading().is_some() || !app.listing.is_complete()
}

fn is_at_end(app: &App) -> bool {
    match app.play.pace {
        Pace::Events => app.listing.rows().last().is_none_or(|&last| app.cursor.row >= last),
        _ => app.cursor.at >= app.timeline.last(),
    }
}

/// Milliseconds went by.
pub(super) fn tick(app: &mut App, millis: u32) {
    if !app.play.running {
        return;
    }
    if let Some(speed) = app.play.pace.speed() {
        let at = app.cursor.at.plus_millis(i64::from(millis) * i64::from(speed));
        let at = at.min(app.timeline.last());
        app.set_clock(at);
    } else {
        app.play.waited = app.play.waited.saturating_add(millis);
        if app.play.waited >= DWELL {
            app.play.waited = 0;
            app.step(1);
        }
    }
    app.play.running = !is_at_end(app) || waits(app);
}
