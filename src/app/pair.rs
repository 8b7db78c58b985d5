//! Two incidents side by side, each counted from its own start.
//!
//! The viewer is that of the incident which has the keys; the other stands [`Beside`] it and
//! follows: after every action its clock is put to the same `T+`. So all that the viewer can do
//! with one incident, it can do here, and nothing of a moment is kept twice.

use super::{App, Frame, Panel};
use crate::model::{Phase, Time};
use crate::timeline::Window;

/// The incident that has not the keys.
#[derive(Debug)]
pub struct Beside {
    pub app: Box<App>,
    /// Whether it stands at the left.
    pub left: bool,
}

impl App {
    /// Puts another incident at the right of this one, both at their starts.
    #[must_use]
    pub fn beside(mut self, mut other: App) -> Self {
        let origins = [self.origin(), other.origin()];
        let ends = [(&self, origins[0]), (&other, origins[1])].map(|(app, origin)| {
            let story = Window::new(app.timeline.first(), app.timeline.last()).widened(0.02);
            (origin.since(story.from), story.to.since(origin))
        });
        let before = ends[0].0.max(ends[1].0);
        let after = ends[0].1.max(ends[1].1);
        let window =
            |origin: Time| Window::new(origin.plus_seconds(-before), origin.plus_seconds(after));
        self.together = Some(window(origins[0]));
        other.together = Some(window(origins[1]));
        self.set_clock(origins[0]);
        self.other = Some(Beside { app: Box::new(other), left: false });
        follow(&mut self);
        self
    }

    /// The moment from which an incident is counted beside another: its start, or, where nobody
    /// knows that, its first event.
    pub fn origin(&self) -> Time {
        let started = self.timeline.milestone(Phase::Started);
        started.map_or_else(|| self.timeline.first(), |milestone| milestone.at)
    }

    /// The incident at the left and the one at the right, where there are two.
    pub fn sides(&self) -> Option<[&App; 2]> {
        let beside = self.other.as_ref()?;
        Some(if beside.left { [&beside.app, self] } else { [self, &beside.app] })
    }
}

/// Gives the keys to the other incident.
pub(super) fn swap(app: &mut App) {
    let Some(mut beside) = app.other.take() else { return };
    app.play.running = false;
    std::mem::swap(app, &mut *beside.app);
    beside.left = !beside.left;
    app.other = Some(beside);
}

/// The other incident at the same distance from its start, in the same words and colours. Both
/// have one list and no panels to choose from.
pub(super) fn follow(app: &mut App) {
    let Some(mut beside) = app.other.take() else { return };
    let since = app.cursor.at.millis() - app.origin().millis();
    beside.app.settings = app.settings;
    let Frame { sight, film, glance, .. } = app.frame;
    beside.app.frame = Frame { sight, film, glance, ..beside.app.frame };
    let at = beside.app.origin().plus_millis(since);
    if beside.app.cursor.at != at {
        beside.app.set_clock(at);
    }
    for side in [&mut *app, &mut *beside.app] {
        side.frame.focus = Panel::Timeline;
        side.frame.alone = false;
        side.frame.zoom = 0;
    }
    app.other = Some(beside);
}
