//! The warnings of the file, as `check` prints them.

use ratatui::layout::Rect;

use super::super::Scene;
use super::super::pane::{self, Edge, Pane};
use super::super::paper::Paper;
use super::super::styled::{self, Line};
use super::super::theme::Role;
use crate::text::Msg;

pub fn draw(scene: &Scene, paper: &mut Paper, area: Rect, scroll: u16) {
    let words = scene.app.words();
    let popup = place(area);
    paper.clear(popup);
    let title = words.say(Msg::ProblemsTitle);
    let report = &scene.app.file.report;
    let note = match report.errors() {
        0 => words.count(report.warnings(), Msg::WarningsOne, Msg::WarningsMany),
        errors => words.count(errors, Msg::ErrorsOne, Msg::ErrorsMany),
    };
    let pane = Pane { edge: Edge::Box, focused: true, title, note: &note };
    let inside = pane.draw(paper, popup);
    styled::draw(paper, inside, &lines(scene, paper, inside.width), scroll);
}

/// Lines that do not fit.
pub fn beyond(scene: &Scene, area: Rect) -> u16 {
    let mut nothing = ratatui::buffer::Buffer::empty(Rect::default());
    let paper = Paper::new(&mut nothing, &scene.app.settings);
    let inside = pane::inside(place(area), Edge::Box);
    styled::beyond(lines(scene, &paper, inside.width).len(), inside)
}

fn place(area: Rect) -> Rect {
    Rect { height: area.height.saturating_sub(1), ..area }
}

fn lines(scene: &Scene, paper: &Paper, width: u16) -> Vec<Line> {
    let words = scene.app.words();
    let report = &scene.app.file.report;
    if report.warnings() + report.errors() == 0 {
        return styled::wrapped(words.say(Msg::NoProblems), paper.role(Role::Text), width, 0);
    }
    let style = paper.role(Role::Text);
    let text = report.render(words, false);
    // Cut, not wrapped: the marks under a line point at its columns.
    text.lines().map(|line| vec![(line.to_owned(), style)]).collect()
}
