//! The frame of a panel: a quiet box where there is room, a rule with a title where there is not.

use ratatui::layout::Rect;

use super::paper::Paper;
use super::theme::Role;
use crate::text::width;

/// How much of a frame there is room for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Edge {
    /// A line all round.
    Box,
    /// A line with the title above.
    Rule,
    #[default]
    None,
}

/// What stands in the frame.
#[derive(Debug, Clone, Copy)]
pub struct Pane<'a> {
    pub edge: Edge,
    pub focused: bool,
    pub title: &'a str,
    /// At the right of the title line.
    pub note: &'a str,
}

/// Corners and lines: top left, top right, bottom left, bottom right, horizontal, vertical.
const DRAWN: [&str; 6] = ["╭", "╮", "╰", "╯", "─", "│"];
const ASCII: [&str; 6] = ["+", "+", "+", "+", "-", "|"];

/// What is left of an area inside such an edge.
pub fn inside(area: Rect, edge: Edge) -> Rect {
    match edge {
        Edge::Box => Rect {
            x: area.x + 2.min(area.width),
            y: area.y + 1.min(area.height),
            width: area.width.saturating_sub(4),
            height: area.height.saturating_sub(2),
        },
        Edge::Rule => Rect {
            x: area.x + 1.min(area.width),
            y: area.y + 1.min(area.height),
            width: area.width.saturating_sub(2),
            height: area.height.saturating_sub(1),
        },
        Edge::None => {
            Rect { x: area.x + 1.min(area.width), width: area.width.saturating_sub(2), ..area }
        }
    }
}

/// The cells beside a title that a note has, and between the two a stretch of the line.
pub fn note_room(area: Rect, title: &str) -> usize {
    usize::from(area.width.saturating_sub(4)).saturating_sub(width(title) + 5)
}

impl Pane<'_> {
    /// Draws the frame; returns what is inside.
    pub fn draw(&self, paper: &mut Paper, area: Rect) -> Rect {
        if area.is_empty() || self.edge == Edge::None {
            return inside(area, self.edge);
        }
        let lines = if paper.ascii { &ASCII } else { &DRAWN };
        let style = paper.role(if self.focused { Role::Accent } else { Role::Line });
        paper.repeat(area.x, area.y, area.width, lines[4], style);
        if self.edge == Edge::Box {
            self.draw_box(paper, area, lines);
        }
        self.draw_title(paper, area);
        inside(area, self.edge)
    }

    fn draw_box(&self, paper: &mut Paper, area: Rect, lines: &[&str; 6]) {
        let style = paper.role(if self.focused { Role::Accent } else { Role::Line });
        let (right, bottom) = (area.right() - 1, area.bottom() - 1);
        paper.repeat(area.x, bottom, area.width, lines[4], style);
        for y in area.y..=bottom {
            paper.set(area.x, y, lines[5], style);
            paper.set(right, y, lines[5], style);
        }
        for (x, y, corner) in
            [(area.x, area.y, 0), (right, area.y, 1), (area.x, bottom, 2), (right, bottom, 3)]
        {
            paper.set(x, y, lines[corner], style);
        }
    }

    fn draw_title(&self, paper: &mut Paper, area: Rect) {
        let room = area.width.saturating_sub(4);
        if room < 4 {
            return;
        }
        let role = if self.focused { Role::Accent } else { Role::Title };
        let style = paper.role(role);
        let title = format!(" {} ", self.title);
        paper.put(area.x + 2, area.y, room, &title, style);
        // Of a note that does not fit the last parts give way.
        let mut note = self.note;
        while width(note) > note_room(area, self.title) {
            note = note.rsplit_once(" · ").map_or("", |(kept, _)| kept);
        }
        if !note.is_empty() {
            let style = paper.role(Role::Dim);
            paper.put_right(area.x + 2, area.right() - 2, area.y, &format!(" {note} "), style);
        }
    }
}
