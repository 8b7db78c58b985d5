//! The popup after `g`: where one can go, and when that was.

use ratatui::layout::Rect;

use super::super::Scene;
use super::super::pane::{Edge, Pane};
use super::super::paper::Paper;
use super::super::theme::Role;
use super::footer::rows_of;
use crate::app::{Action, Mode};
use crate::model::Head;
use crate::text::{Msg, width};
use crate::timeline::tell;

pub fn draw(scene: &Scene, paper: &mut Paper, area: Rect) {
    let words = scene.app.words();
    let rows: Vec<(String, String, String)> = rows_of(Mode::GoTo)
        .map(|binding| {
            let key = binding.all_keys().next().map(|key| key.to_string()).unwrap_or_default();
            (key, words.say(binding.label).to_owned(), when(scene, binding.action))
        })
        .collect();
    let labels = rows.iter().map(|(_, label, _)| width(label)).max().unwrap_or(0) as u16;
    let size = (labels + 36, rows.len() as u16 + 2);
    let popup = Rect {
        x: area.x + area.width.saturating_sub(size.0) / 2,
        y: area.bottom().saturating_sub(size.1 + 2),
        width: size.0.min(area.width),
        height: size.1.min(area.height),
    };
    paper.clear(popup);
    let title = words.say(Msg::GoToTitle);
    let pane = Pane { edge: Edge::Box, focused: true, title, note: "" };
    let inside = pane.draw(paper, popup);
    for (y, (key, label, when)) in (inside.y..inside.bottom()).zip(&rows) {
        paper.put(inside.x, y, 3, key, paper.role(Role::Key));
        paper.put(inside.x + 4, y, labels, label, paper.role(Role::Text));
        paper.put_right(inside.x + 4 + labels, inside.right(), y, when, paper.role(Role::Dim));
    }
}

/// The time of the milestone; derived ones are marked, unknown ones have none.
fn when(scene: &Scene, action: Action) -> String {
    let (timeline, zone) = (&scene.app.timeline, scene.app.zone());
    let event = |head: Option<Head>| {
        head.map(|head| tell::known(head.at, head.precision, zone)).unwrap_or_default()
    };
    match action {
        Action::Top => event(timeline.heads().next()),
        Action::Bottom => event(timeline.heads().next_back()),
        Action::GoTo(phase) => match timeline.milestone(phase) {
            Some(milestone) => {
                let mark = if milestone.derived { "*" } else { "" };
                format!("{}{mark}", tell::milestone(milestone, zone))
            }
            None => "–".to_owned(),
        },
        _ => String::new(),
    }
}
