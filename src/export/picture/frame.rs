//! What stands around the screen: the window's bar and the line below.

use tiny_skia::{Path, PathBuilder};

use super::color::{Look, Rgb};
use super::grid::{CORNER, NOTE_SIZE, PADDING};
use super::list::{Ink, Item};
use super::paint::{Painter, Sheet};
use super::phrase::Phrase;

/// The three discs of a window, and where they stand.
const DISCS: [(f32, Rgb); 3] =
    [(20.0, Rgb(0xFF, 0x5F, 0x57)), (40.0, Rgb(0xFE, 0xBC, 0x2E)), (60.0, Rgb(0x28, 0xC8, 0x40))];
const DISC_HEIGHT: f32 = 19.0;
const DISC_RADIUS: f32 = 6.0;
const TITLE_BASELINE: f32 = 24.0;

/// Paints the bar and the line, as far as the sheet has them.
pub(super) fn draw(painter: &mut Painter, sheet: Sheet, (width, height): (f32, f32)) {
    if let Some(title) = sheet.window {
        edge(painter, width, height);
        for (x, color) in DISCS {
            let disc = PathBuilder::from_circle(x, DISC_HEIGHT, DISC_RADIUS);
            painter.symbols.extend(disc.map(|disc| Item::Shape(disc, Ink::Fill, color)));
        }
        let free = DISCS[2].0 + 2.0 * DISC_RADIUS;
        line(painter, title, super::grid::SIZE, |advance| {
            (((width - advance) / 2.0).max(free), TITLE_BASELINE, width - free - PADDING)
        });
    }
    if let Some(note) = sheet.note {
        // In line with the screen's own text, which keeps a cell from its edge.
        let left = PADDING + super::grid::CELL.0;
        line(painter, note, NOTE_SIZE, |_| (left, height - PADDING + 1.0, width - 2.0 * left));
    }
}

/// A hairline along the edge, by which a light window is seen on a white page.
fn edge(painter: &mut Painter, width: f32, height: f32) {
    let color = painter.page.back.mixed(painter.page.dim, 72);
    let path = rounded((0.5, 0.5), (width - 0.5, height - 0.5), CORNER - 0.5);
    painter.symbols.extend(path.map(|path| Item::Shape(path, Ink::Line, color)));
}

/// A rectangle with round corners.
pub(super) fn rounded(from: (f32, f32), to: (f32, f32), radius: f32) -> Option<Path> {
    let control = radius * 0.447_715_25;
    let ((left, top), (right, bottom)) = (from, to);
    let mut path = PathBuilder::new();
    path.move_to(left + radius, top);
    path.line_to(right - radius, top);
    path.cubic_to(right - control, top, right, top + control, right, top + radius);
    path.line_to(right, bottom - radius);
    path.cubic_to(right, bottom - control, right - control, bottom, right - radius, bottom);
    path.line_to(left + radius, bottom);
    path.cubic_to(left + control, bottom, left, bottom - control, left, bottom - radius);
    path.line_to(left, top + radius);
    path.cubic_to(left, top + control, left + control, top, left + radius, top);
    path.close();
    path.finish()
}

/// A dim line; `place` says, from its advance, where it begins and how much room there is.
fn line(painter: &mut Painter, text: &str, size: f32, place: impl Fn(f32) -> (f32, f32, f32)) {
    let page = painter.page;
    let look =
        Look { ink: page.dim, ground: page.back, bold: false, italic: false, underlined: false };
    let mut set = painter.setter.set_line(&Phrase::of_line(text, look), size);
    let (x, baseline, room) = place(set.text.advance);
    set.text.x = x;
    set.text.baseline = baseline;
    set.text.squeeze = (room / set.text.advance.max(1.0)).min(1.0);
    painter.set(set);
}
