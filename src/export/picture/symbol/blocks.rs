//! Blocks in eighths, shades, quadrants and braille.

use tiny_skia::PathBuilder;

use super::super::grid::CELL;
use super::super::list::Ink;
use super::Pen;

const DOT: f32 = 1.2;

/// U+2580 to U+259F.
pub(super) fn draw(pen: &mut Pen, c: char) {
    let (width, height) = CELL;
    let code = u32::from(c);
    match c {
        '▀' => pen.rect(0.0, 0.0, width, height / 2.0),
        '▁'..='█' => {
            let eighths = (code - 0x2580) as f32;
            pen.rect(0.0, height - height * eighths / 8.0, width, height);
        }
        '▉'..='▏' => {
            let eighths = (0x2590 - code) as f32;
            pen.rect(0.0, 0.0, width * eighths / 8.0, height);
        }
        '▐' => pen.rect(width / 2.0, 0.0, width, height),
        '░'..='▓' => shade(pen, c),
        '▔' => pen.rect(0.0, 0.0, width, height / 8.0),
        '▕' => pen.rect(width * 7.0 / 8.0, 0.0, width, height),
        _ => quadrants(pen, QUADRANTS[(code - 0x2596) as usize % QUADRANTS.len()]),
    }
}

/// U+2596 to U+259F: upper left, upper right, lower left, lower right, from the highest bit.
const QUADRANTS: [u8; 10] =
    [0b0010, 0b0001, 0b1000, 0b1011, 0b1001, 0b1110, 0b1101, 0b0100, 0b0110, 0b0111];

fn quadrants(pen: &mut Pen, mask: u8) {
    let (width, height) = CELL;
    for (bit, left, top) in [(3, 0.0, 0.0), (2, 0.5, 0.0), (1, 0.0, 0.5), (0, 0.5, 0.5)] {
        if mask >> bit & 1 == 1 {
            let (x, y) = (left * width, top * height);
            pen.rect(x, y, x + width / 2.0, y + height / 2.0);
        }
    }
}

/// Dots in a pattern that goes on from cell to cell: their number divides the cell's measures.
fn shade(pen: &mut Pen, c: char) {
    // Dots across, rows down, the size of a dot.
    let (across, down, size) = match c {
        '░' => (3, 4, (1.0, 1.0)),
        '▒' => (3, 10, (1.5, 1.0)),
        _ => (3, 20, (1.5, 1.0)),
    };
    let step = (CELL.0 / across as f32, CELL.1 / down as f32);
    let corners = (0..down).flat_map(move |row| {
        let shift = if row % 2 == 1 { step.0 / 2.0 } else { 0.0 };
        (0..across).map(move |column| (step.0 * column as f32 + shift, step.1 * row as f32))
    });
    pen.dots(corners, size);
}

/// U+2800 to U+28FF: the bits count down the left column, then the right, then the lowest row.
pub(super) fn braille(pen: &mut Pen, c: char) {
    let bits = u32::from(c) - 0x2800;
    let mut path = PathBuilder::new();
    for bit in (0..8).filter(|bit| bits >> bit & 1 == 1) {
        let (column, row) = if bit < 6 { (bit / 3, bit % 3) } else { (bit - 6, 3) };
        let x = CELL.0 * (0.25 + 0.5 * column as f32);
        let y = CELL.1 * (0.125 + 0.25 * row as f32);
        path.push_circle(pen.at.0 + x, pen.at.1 + y, DOT);
    }
    pen.shape(path.finish(), Ink::Fill);
}
