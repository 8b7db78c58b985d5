//! Symbols that are geometry: boxes, blocks, shades and braille, so that borders have no seams
//! whatever the font.

mod blocks;
mod lines;

use tiny_skia::{Path, PathBuilder, Rect};

use super::color::Rgb;
use super::grid::CELL;
use super::list::{Area, Ink, Item};

/// Whether a character is drawn rather than set.
pub(super) fn is_drawn(c: char) -> bool {
    matches!(c, '\u{2500}'..='\u{259F}' | '\u{2800}'..='\u{28FF}')
}

/// What to paint for a drawn character in the cell whose top left corner stands at `at`.
pub(super) fn items(c: char, at: (f32, f32), color: Rgb) -> Vec<Item> {
    let mut pen = Pen { at, color, items: Vec::new() };
    match c {
        '\u{2500}'..='\u{257F}' => lines::draw(&mut pen, c),
        '\u{2580}'..='\u{259F}' => blocks::draw(&mut pen, c),
        _ => blocks::braille(&mut pen, c),
    }
    pen.items
}

/// Paints into one cell.
struct Pen {
    at: (f32, f32),
    color: Rgb,
    items: Vec<Item>,
}

impl Pen {
    /// From `left` to `right` and from `top` to `bottom`, as units of the cell.
    fn rect(&mut self, left: f32, top: f32, right: f32, bottom: f32) {
        let (x, y) = self.at;
        let area = Area { x: x + left, y: y + top, width: right - left, height: bottom - top };
        if area.width > 0.0 && area.height > 0.0 {
            self.items.push(Item::Rect(area, self.color));
        }
    }

    fn shape(&mut self, path: Option<Path>, ink: Ink) {
        self.items.extend(path.map(|path| Item::Shape(path, ink, self.color)));
    }

    /// Small marks, all of them one path: their corners, each `size` large.
    fn dots(&mut self, corners: impl Iterator<Item = (f32, f32)>, size: (f32, f32)) {
        let mut path = PathBuilder::new();
        for (x, y) in corners {
            // A dot at the edge is cut, so that no cell paints into another.
            let (width, height) = (size.0.min(CELL.0 - x), size.1.min(CELL.1 - y));
            if let Some(dot) = Rect::from_xywh(self.at.0 + x, self.at.1 + y, width, height) {
                path.push_rect(dot);
            }
        }
        self.shape(path.finish(), Ink::Fill);
    }
}
