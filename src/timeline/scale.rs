//! Time as columns: which moment stands in which cell, and where the axis has its ticks.

use super::Timeline;
use crate::model::{Phase, Time, Zone};

/// A stretch of time, never empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    pub from: Time,
    pub to: Time,
}

impl Window {
    /// From `from` to `to`, at least one second long.
    pub fn new(from: Time, to: Time) -> Self {
        let to = to.max(from.plus_seconds(1));
        Self { from: from.min(to.plus_seconds(-1)), to }
    }

    /// In milliseconds.
    pub fn millis(&self) -> i64 {
        self.to.millis() - self.from.millis()
    }

    pub fn contains(&self, at: Time) -> bool {
        (self.from..=self.to).contains(&at)
    }

    /// A part of its length more at both ends.
    #[must_use]
    pub fn widened(&self, part: f64) -> Self {
        let more = (self.millis() as f64 * part) as i64;
        Self::new(self.from.plus_millis(-more), self.to.plus_millis(more))
    }

    /// The window of `millis` that has `at` at the same share of its length, kept inside `outer`.
    #[must_use]
    pub fn zoomed(&self, at: Time, millis: i64, outer: Self) -> Self {
        let millis = millis.clamp(1_000, outer.millis());
        let at = at.clamp(self.from, self.to);
        let share = (at.millis() - self.from.millis()) as f64 / self.millis() as f64;
        let from = at.plus_millis(-((millis as f64 * share) as i64));
        let from = from.clamp(outer.from, outer.to.plus_millis(-millis));
        Self::new(from, from.plus_millis(millis))
    }
}

impl Timeline {
    /// From a little before the start to a little after the resolution, as far as that lies in
    /// `outer`; none where one of them is not known.
    pub fn incident_window(&self, outer: Window) -> Option<Window> {
        let started = self.milestone(Phase::Started)?.at;
        let resolved = self.milestone(Phase::Resolved)?.at;
        let window = Window::new(started, resolved).widened(0.08);
        Some(Window::new(window.from.max(outer.from), window.to.min(outer.to)))
    }

    /// From the first event to the last, with a little room at both ends.
    pub fn story(&self) -> Window {
        Window::new(self.first(), self.last()).widened(0.02)
    }
}

/// How the axis counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Axis {
    /// By the clock of a zone.
    Clock(Zone),
    /// From a moment.
    Since(Time),
}

/// A round moment on the axis.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tick {
    pub at: Time,
    pub column: u16,
    /// Seconds to the next tick; tells how fine a label must be.
    pub step: i64,
}

/// A window laid over a number of columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scale {
    pub window: Window,
    pub columns: u16,
}

impl Scale {
    pub fn new(window: Window, columns: u16) -> Self {
        Self { window, columns }
    }

    /// The column in which `at` falls; the end of the window belongs to the last one.
    pub fn column(&self, at: Time) -> Option<u16> {
        if !self.window.contains(at) || self.columns == 0 {
            return None;
        }
        let offset = i128::from(at.millis() - self.window.from.millis());
        let column = offset * i128::from(self.columns) / i128::from(self.window.millis());
        Some((column as u16).min(self.columns - 1))
    }

    /// The first moment of a column.
    pub fn time(&self, column: u16) -> Time {
        let share = i128::from(self.window.millis()) * i128::from(column);
        // Rounded up, so that `column(time(c)) == c`.
        let columns = i128::from(self.columns.max(1));
        self.window.from.plus_millis(((share + columns - 1) / columns) as i64)
    }

    /// The first moment of a column and that of the next.
    pub fn slice(&self, column: u16) -> (Time, Time) {
        (self.time(column), self.time(column.saturating_add(1)))
    }

    /// Milliseconds in one column, rounded down, at least 1.
    pub fn cell_millis(&self) -> i64 {
        (self.window.millis() / i64::from(self.columns.max(1))).max(1)
    }

    /// Round moments at least `apart` columns from each other; where clocks are put back, an hour
    /// may have none.
    pub fn ticks(&self, axis: Axis, apart: u16) -> Vec<Tick> {
        let least = self.cell_millis().saturating_mul(i64::from(apart.max(1)));
        let Some(step) = STEPS.into_iter().find(|step| step * 1_000 >= least) else {
            return Vec::new();
        };
        let start = self.window.from;
        let first = on_axis(start, axis).div_euclid(step * 1_000);
        (0..=i64::from(self.columns) + 1)
            .filter_map(|n| from_axis((first + n) * step * 1_000, axis, start))
            .take_while(|at| *at <= self.window.to)
            .filter_map(|at| Some(Tick { at, column: self.column(at)?, step }))
            .collect()
    }
}

/// Lengths between ticks, in seconds.
const STEPS: [i64; 24] = [
    1,
    5,
    15,
    30,
    60,
    120,
    300,
    600,
    900,
    1_800,
    3_600,
    7_200,
    10_800,
    21_600,
    43_200,
    86_400,
    2 * 86_400,
    7 * 86_400,
    14 * 86_400,
    28 * 86_400,
    91 * 86_400,
    365 * 86_400,
    3_650 * 86_400,
    36_500 * 86_400,
];

/// Milliseconds as the axis counts them: of the wall clock, or since its zero.
fn on_axis(at: Time, axis: Axis) -> i64 {
    match axis {
        Axis::Clock(zone) => at.millis() + i64::from(zone.civil(at).offset) * 1_000,
        Axis::Since(zero) => at.millis() - zero.millis(),
    }
}

/// The moment of an axis value; none where clocks jump over it or the calendar ends before it.
/// Where the clocks change inside the window, the offset of the moment itself counts.
fn from_axis(value: i64, axis: Axis, near: Time) -> Option<Time> {
    let at = match axis {
        Axis::Since(zero) => zero.plus_millis(value),
        Axis::Clock(zone) => {
            let guess =
                Time::default().plus_millis(value - i64::from(zone.civil(near).offset) * 1_000);
            Time::default().plus_millis(value - i64::from(zone.civil(guess).offset) * 1_000)
        }
    };
    (on_axis(at, axis) == value).then_some(at)
}
