//! What stands under the mouse.

use ratatui::layout::{Position, Rect};

use super::panel::timeline::Row;
use super::{Scene, inside, is_too_small, layout, least, pair, panel};
use crate::app::{Action, App, Panel};

/// What a click means; nothing while an overlay is open.
pub fn hit(app: &App, area: Rect, column: u16, row: u16) -> Option<Action> {
    if is_too_small(area, least(app)) || app.overlay.is_some() {
        return None;
    }
    let at = Position::new(column, row);
    if app.other.is_some() {
        return pair::hit(app, area, at);
    }
    let regions = layout(app, area);
    let panel = Panel::ALL.into_iter().find(|&panel| regions.panel(panel).contains(at))?;
    let inside = inside(app, &regions, panel);
    match panel {
        Panel::Timeline if inside.contains(at) => {
            let rows = panel::timeline::rows(app, inside.height);
            match rows.get(usize::from(row - inside.y)) {
                Some(Row::Event(row)) => Some(Action::Select(*row)),
                Some(Row::Gap(gap)) => Some(Action::ClockTo(gap.from)),
                _ => None,
            }
        }
        Panel::Lanes if inside.contains(at) => {
            let moment = app.moment();
            let (scale, x) = panel::lanes::scale(&Scene { app, moment: &moment }, inside);
            let lane = column.checked_sub(x).filter(|&lane| lane < scale.columns);
            Some(lane.map_or(Action::Focus(panel), |lane| Action::ClockTo(scale.time(lane))))
        }
        _ => Some(Action::Focus(panel)),
    }
}

/// What the wheel means: it scrolls what is under the pointer.
pub fn wheel(app: &App, area: Rect, column: u16, row: u16, lines: i16) -> Option<Action> {
    if is_too_small(area, least(app)) {
        return None;
    }
    if app.overlay.is_some() {
        return Some(if lines < 0 { Action::Up } else { Action::Down });
    }
    if app.other.is_some() {
        return Some(Action::Scroll(Panel::Timeline, lines.signum()));
    }
    let at = Position::new(column, row);
    let regions = layout(app, area);
    let panel = Panel::ALL.into_iter().find(|&panel| regions.panel(panel).contains(at))?;
    let lines = if panel == Panel::Timeline { lines.signum() } else { lines };
    Some(Action::Scroll(panel, lines))
}
