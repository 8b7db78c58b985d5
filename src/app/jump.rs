//! Moving the cursor: by rows, by what happened, by the clock.

use super::{Action, App, Cursor, Jump, Panel};
use crate::model::{Phase, Time};
use crate::text::Msg;

impl App {
    /// Stands on the event in a row of the timeline.
    pub(super) fn stand_on(&mut self, row: usize) {
        if let Some(at) = self.timeline.at(row) {
            self.place(Cursor { at, row });
        }
    }

    /// The text of another event is read from its top.
    fn place(&mut self, cursor: Cursor) {
        if cursor.row != self.cursor.row {
            self.frame.scroll[Panel::Detail as usize] = 0;
        }
        self.cursor = cursor;
    }

    /// Moves the clock; the event is the last one at or before it.
    pub(super) fn set_clock(&mut self, at: Time) {
        self.place(Cursor { at, row: self.timeline.row_at(at).unwrap_or(0) });
    }

    /// Steps over shown events. From a clock between two events, one step back is the event
    /// before it.
    pub(super) fn step(&mut self, by: i64) {
        let Some(place) = self.listing.place(self.cursor.row) else { return };
        let rows = self.listing.rows();
        let by = match by {
            ..=-1 if self.stands_after(rows[place]) => by + 1,
            1.. if self.stands_before(rows[place]) => by - 1,
            _ => by,
        };
        let last = rows.len() - 1;
        let target = if by < 0 {
            place.saturating_sub(usize::try_from(-by).unwrap_or(usize::MAX))
        } else {
            place.saturating_add(usize::try_from(by).unwrap_or(usize::MAX)).min(last)
        };
        self.stand_on(rows[target]);
    }

    /// Moves the clock by cells of the lanes, at least by a second, and not beyond the story. The
    /// cells are those of the incident also where the lanes show more than it, so that a step back
    /// undoes a step on.
    pub(super) fn move_clock(&mut self, cells: i64) {
        let columns = self.frame.extent.lane_columns.max(1);
        let window = self.window();
        let incident = self.incident_window().filter(|_| self.frame.zoom == 0);
        let millis = incident.map_or(window.millis(), |w| w.millis().min(window.millis()));
        let cell = (millis / i64::from(columns)).max(1_000);
        let story = self.timeline.story();
        let at = self.cursor.at.plus_millis(cell.saturating_mul(cells));
        let (from, to) = (story.from.min(self.cursor.at), story.to.max(self.cursor.at));
        self.set_clock(at.clamp(from, to));
    }

    pub(super) fn jump(&mut self, jump: Jump, times: usize) {
        for _ in 0..times {
            let found = match jump {
                Jump::NextChange => self.next_row(super::App::changes),
                Jump::PreviousChange => self.previous_row(super::App::changes),
                Jump::NextPinned => self.next_row(super::App::is_pinned),
                Jump::PreviousPinned => self.previous_row(super::App::is_pinned),
                Jump::NextGap => self.next_row(super::App::is_before_gap),
                Jump::PreviousGap => self.previous_row(super::App::is_before_gap),
                Jump::NextPhase => return self.next_phase(times),
                Jump::PreviousPhase => return self.previous_phase(times),
            };
            match found {
                Some(row) => self.stand_on(row),
                None => {
                    let is_known = self.listing.is_complete() && self.loading().is_none();
                    self.say(if is_known { Msg::NoticeNoMore } else { Msg::LookingOn });
                    return;
                }
            }
        }
    }

    /// Whether the clock stands after that event.
    fn stands_after(&self, row: usize) -> bool {
        self.timeline.at(row).is_some_and(|at| at < self.cursor.at)
    }

    /// Whether the clock stands before that event.
    fn stands_before(&self, row: usize) -> bool {
        self.timeline.at(row).is_some_and(|at| at > self.cursor.at)
    }

    /// The first row that comes next: the cursor's own while the clock stands before it.
    pub(super) fn next_from(&self) -> usize {
        self.cursor.row + usize::from(!self.stands_before(self.cursor.row))
    }

    /// Rows before this one came before: the cursor's own too while the clock stands after it.
    pub(super) fn previous_to(&self) -> usize {
        self.cursor.row + usize::from(self.stands_after(self.cursor.row))
    }

    fn next_row(&self, is: impl Fn(&Self, usize) -> bool) -> Option<usize> {
        let rows = self.listing.rows();
        let next = rows.partition_point(|&row| row < self.next_from());
        rows[next..].iter().copied().find(|&row| is(self, row))
    }

    fn previous_row(&self, is: impl Fn(&Self, usize) -> bool) -> Option<usize> {
        let rows = self.listing.rows();
        let before = rows.partition_point(|&row| row < self.previous_to());
        rows[..before].iter().rev().copied().find(|&row| is(self, row))
    }

    /// Whether a run of a service begins with the event: it says something new.
    fn changes(&self, row: usize) -> bool {
        let Some(head) = self.timeline.head(row) else { return false };
        head.changes().any(|(id, ..)| {
            let runs = self.timeline.runs(id);
            let at = runs.partition_point(|run| run.row() < row);
            runs.get(at).is_some_and(|run| run.row() == row)
        })
    }

    fn is_pinned(&self, row: usize) -> bool {
        self.timeline.head(row).is_some_and(|head| head.pinned)
    }

    fn is_before_gap(&self, row: usize) -> bool {
        self.timeline.gaps().binary_search_by_key(&row, |gap| gap.row).is_ok()
    }

    fn milestones(&self) -> Vec<Time> {
        let mut times: Vec<Time> = Phase::MILESTONES
            .into_iter()
            .filter_map(|phase| self.timeline.milestone(phase).map(|m| m.at))
            .collect();
        times.sort_unstable();
        times.dedup();
        times
    }

    fn next_phase(&mut self, times: usize) {
        let milestones = self.milestones();
        let later = milestones.into_iter().filter(|&at| at > self.cursor.at);
        self.go_to_phase(later.take(times).last());
    }

    fn previous_phase(&mut self, times: usize) {
        let milestones = self.milestones();
        let earlier = milestones.into_iter().rev().filter(|&at| at < self.cursor.at);
        self.go_to_phase(earlier.take(times).last());
    }

    /// To a milestone, if the incident has it.
    pub(super) fn go_to_milestone(&mut self, phase: Phase) {
        if let Some(milestone) = self.timeline.milestone(phase) {
            self.go_to(milestone.at);
        }
    }

    fn go_to_phase(&mut self, at: Option<Time>) {
        match at {
            Some(at) => self.go_to(at),
            None => self.say(Msg::NoticeNoMore),
        }
    }

    /// To a moment: the event that stands exactly there, or the clock alone.
    pub(super) fn go_to(&mut self, at: Time) {
        self.set_clock(at);
        let first = self.timeline.row_from(at);
        if let Some(row) = first.filter(|&row| self.timeline.at(row) == Some(at)) {
            self.stand_on(row);
        }
    }
}

/// Whether a number typed before it repeats the action.
pub(super) fn takes_count(action: Action) -> bool {
    matches!(
        action,
        Action::Down
            | Action::Up
            | Action::HalfDown
            | Action::HalfUp
            | Action::PageDown
            | Action::PageUp
            | Action::Jump(_)
            | Action::ClockBy(_)
            | Action::NextHit
            | Action::PreviousHit
            | Action::ZoomIn
            | Action::ZoomOut
    )
}
