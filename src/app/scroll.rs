//! Lines, pages and ends, of whatever has the keys.

use super::{App, Extent, Overlay, Panel, entries};
use crate::model::Phase;

impl App {
    /// Lines down (up, where negative).
    pub(super) fn walk(&mut self, lines: i64) {
        let home = self.home();
        match &mut self.overlay {
            Some(Overlay::Help { line, chosen, below }) => {
                let from = Overlay::mode_of(below.as_deref(), home);
                let last = entries(line.text(), from).len().saturating_sub(1);
                *chosen = moved(*chosen, lines).min(last);
            }
            Some(Overlay::Problems { scroll } | Overlay::Detail { scroll }) => {
                let most = usize::from(self.frame.extent.overlay);
                *scroll = moved(usize::from(*scroll), lines).min(most) as u16;
            }
            Some(_) => {}
            None => match self.frame.focus {
                Panel::Timeline | Panel::Recovery => self.step(lines),
                panel => self.scroll(panel, lines),
            },
        }
    }

    /// To the top or the bottom.
    pub(super) fn go_end(&mut self, bottom: bool) {
        if matches!(self.overlay, Some(Overlay::GoTo)) {
            self.overlay = None;
        }
        if self.overlay.is_some() {
            return self.walk(if bottom { i64::from(u16::MAX) } else { -i64::from(u16::MAX) });
        }
        if bottom && self.wait_for_the_end() {
            return;
        }
        let rows = self.listing.rows();
        let end = if bottom { rows.last() } else { rows.first() };
        let Some(&row) = end else { return };
        self.stand_on(row);
        // A milestone may lie after the last event: the end is where nothing more happens.
        let milestones = Phase::MILESTONES.into_iter();
        let last =
            milestones.filter_map(|phase| self.timeline.milestone(phase)).map(|m| m.at).max();
        if let Some(at) = last.filter(|&at| bottom && at > self.timeline.last_event()) {
            self.set_clock(at);
        }
    }

    pub(super) fn scroll(&mut self, panel: Panel, lines: i64) {
        if panel == Panel::Timeline {
            return self.step(lines);
        }
        let most = usize::from(self.most(panel));
        let scroll = &mut self.frame.scroll[panel as usize];
        *scroll = moved(usize::from(*scroll), lines).min(most) as u16;
    }

    /// How far a panel can scroll.
    fn most(&self, panel: Panel) -> u16 {
        match panel {
            Panel::Lanes => self.frame.extent.lanes,
            Panel::Services => self.frame.extent.services,
            Panel::Detail => self.frame.extent.detail,
            Panel::Recovery | Panel::Timeline => 0,
        }
    }

    /// What was drawn bounds what can be scrolled.
    pub(super) fn lay(&mut self, extent: Extent) {
        self.frame.extent = extent;
        for panel in Panel::ALL {
            let most = self.most(panel);
            let scroll = &mut self.frame.scroll[panel as usize];
            *scroll = (*scroll).min(most);
        }
        if let Some(scroll) = self.overlay.as_mut().and_then(Overlay::scroll_mut) {
            *scroll = (*scroll).min(extent.overlay);
        }
    }

    /// Lines in a page, one of them kept from the page before.
    pub(super) fn page(&self) -> i64 {
        let extent = &self.frame.extent;
        let lines = match (&self.overlay, self.frame.focus) {
            (Some(_), _) => extent.overlay_page,
            (None, panel) => extent.pages[panel as usize],
        };
        i64::from(lines.max(2)) - 1
    }

    pub(super) fn half_page(&self) -> i64 {
        (self.page() / 2).max(1)
    }

    /// The lanes closer by halves, until the whole window is a second.
    pub(super) fn zoom(&mut self, by: i64) {
        let most = (self.fit_window().millis() / 1_000).max(1).ilog2().min(30);
        let zoom = i64::from(self.frame.zoom).saturating_add(by).clamp(-1, i64::from(most));
        self.frame.zoom = zoom as i8;
    }
}

fn moved(from: usize, by: i64) -> usize {
    let distance = usize::try_from(by.unsigned_abs()).unwrap_or(usize::MAX);
    if by < 0 { from.saturating_sub(distance) } else { from.saturating_add(distance) }
}
