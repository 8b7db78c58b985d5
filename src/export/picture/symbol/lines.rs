//! Lines of boxes: up to four arms from the middle of the cell to its edges.

use tiny_skia::PathBuilder;

use super::super::grid::{self, CELL};
use super::super::list::Ink;
use super::Pen;

/// The left and upper edge of a light line through the middle.
const MIDDLE: (f32, f32) = (grid::MIDDLE, 10.0);

/// The arms of U+2500 to U+257F: left, right, up, down; 1 light, 2 heavy, 3 double. Dashes, arcs
/// and diagonals have none and are drawn on their own.
#[rustfmt::skip]
const ARMS: [[u8; 4]; 128] = [
    *b"1100", *b"2200", *b"0011", *b"0022", *b"0000", *b"0000", *b"0000", *b"0000",
    *b"0000", *b"0000", *b"0000", *b"0000", *b"0101", *b"0201", *b"0102", *b"0202",
    *b"1001", *b"2001", *b"1002", *b"2002", *b"0110", *b"0210", *b"0120", *b"0220",
    *b"1010", *b"2010", *b"1020", *b"2020", *b"0111", *b"0211", *b"0121", *b"0112",
    *b"0122", *b"0221", *b"0212", *b"0222", *b"1011", *b"2011", *b"1021", *b"1012",
    *b"1022", *b"2021", *b"2012", *b"2022", *b"1101", *b"2101", *b"1201", *b"2201",
    *b"1102", *b"2102", *b"1202", *b"2202", *b"1110", *b"2110", *b"1210", *b"2210",
    *b"1120", *b"2120", *b"1220", *b"2220", *b"1111", *b"2111", *b"1211", *b"2211",
    *b"1121", *b"1112", *b"1122", *b"2121", *b"1221", *b"2112", *b"1212", *b"2221",
    *b"2212", *b"2122", *b"1222", *b"2222", *b"0000", *b"0000", *b"0000", *b"0000",
    *b"3300", *b"0033", *b"0301", *b"0103", *b"0303", *b"3001", *b"1003", *b"3003",
    *b"0310", *b"0130", *b"0330", *b"3010", *b"1030", *b"3030", *b"0311", *b"0133",
    *b"0333", *b"3011", *b"1033", *b"3033", *b"3301", *b"1103", *b"3303", *b"3310",
    *b"1130", *b"3330", *b"3311", *b"1133", *b"3333", *b"0000", *b"0000", *b"0000",
    *b"0000", *b"0000", *b"0000", *b"0000", *b"1000", *b"0010", *b"0100", *b"0001",
    *b"2000", *b"0020", *b"0200", *b"0002", *b"1200", *b"0012", *b"2100", *b"0021",
];

/// U+2500 to U+257F.
pub(super) fn draw(pen: &mut Pen, c: char) {
    match c {
        '┄' | '┅' | '┈' | '┉' | '╌' | '╍' => dashes_across(pen, weight(c)),
        '┆' | '┇' | '┊' | '┋' | '╎' | '╏' => dashes_down(pen, weight(c)),
        '╭' => arc(pen, (1.0, 1.0)),
        '╮' => arc(pen, (-1.0, 1.0)),
        '╯' => arc(pen, (-1.0, -1.0)),
        '╰' => arc(pen, (1.0, -1.0)),
        '╱' => diagonals(pen, true, false),
        '╲' => diagonals(pen, false, true),
        '╳' => diagonals(pen, true, true),
        _ => {
            let arms = ARMS[(u32::from(c) - 0x2500) as usize % ARMS.len()];
            let [left, right, up, down] = arms.map(|weight| weight - b'0');
            across(pen, (left, right), (up, down));
            along(pen, (up, down), (left, right));
        }
    }
}

/// Light dashes have even code points.
fn weight(c: char) -> f32 {
    if u32::from(c).is_multiple_of(2) { 1.0 } else { 2.0 }
}

/// An arm's lines: how far from the middle each stands, and how thick it is.
fn strokes(weight: u8) -> &'static [(f32, f32)] {
    match weight {
        0 => &[],
        1 => &[(0.0, 1.0)],
        2 => &[(0.0, 2.0)],
        _ => &[(-1.0, 1.0), (1.0, 1.0)],
    }
}

/// The left and the right arm.
fn across(pen: &mut Pen, (left, right): (u8, u8), crossing: (u8, u8)) {
    for (offset, thick) in strokes(left) {
        let end = MIDDLE.0 + reach(left, *offset, right > 0, crossing, true);
        pen.rect(0.0, MIDDLE.1 + offset, end, MIDDLE.1 + offset + thick);
    }
    for (offset, thick) in strokes(right) {
        let start = MIDDLE.0 + reach(right, *offset, left > 0, crossing, false);
        pen.rect(start, MIDDLE.1 + offset, CELL.0, MIDDLE.1 + offset + thick);
    }
}

/// The upper and the lower arm.
fn along(pen: &mut Pen, (up, down): (u8, u8), crossing: (u8, u8)) {
    for (offset, thick) in strokes(up) {
        let end = MIDDLE.1 + reach(up, *offset, down > 0, crossing, true);
        pen.rect(MIDDLE.0 + offset, 0.0, MIDDLE.0 + offset + thick, end);
    }
    for (offset, thick) in strokes(down) {
        let start = MIDDLE.1 + reach(down, *offset, up > 0, crossing, false);
        pen.rect(MIDDLE.0 + offset, start, MIDDLE.0 + offset + thick, CELL.1);
    }
}

/// Where an arm's line ends, from the middle. `through` is whether there is an arm opposite,
/// `crossing` the arms to the line's two sides (the lower offset first), and `far` whether the arm
/// comes from the left or from above and so ends at the far edge of what it meets.
fn reach(weight: u8, offset: f32, through: bool, crossing: (u8, u8), far: bool) -> f32 {
    let thick = f32::from(crossing.0.max(crossing.1).clamp(1, 2));
    let doubled = crossing.0 == 3 || crossing.1 == 3;
    if !doubled {
        return if far { thick } else { 0.0 };
    }
    let both = crossing.0 == 3 && crossing.1 == 3;
    // The line on this arm's own side of the crossing, or the one beyond it.
    let (near, beyond) = if far { (0.0, 2.0) } else { (1.0, -1.0) };
    if weight != 3 {
        return match (through, both) {
            (true, _) => {
                if far {
                    1.0
                } else {
                    0.0
                }
            }
            (false, true) => near,
            (false, false) => beyond,
        };
    }
    let beside = if offset < 0.0 { crossing.0 } else { crossing.1 };
    match (beside, through) {
        (3, _) => near,
        (_, true) => {
            if far {
                1.0
            } else {
                0.0
            }
        }
        _ => beyond,
    }
}

fn dashes_across(pen: &mut Pen, thick: f32) {
    for x in [1.0, 5.0] {
        pen.rect(x, MIDDLE.1, x + 2.0, MIDDLE.1 + thick);
    }
}

fn dashes_down(pen: &mut Pen, thick: f32) {
    for y in [1.0, 8.0, 15.0] {
        pen.rect(MIDDLE.0, y, MIDDLE.0 + thick, y + 4.0);
    }
}

/// A quarter of a circle between two straight pieces, open to the right and down for (1, 1).
fn arc(pen: &mut Pen, (right, down): (f32, f32)) {
    let (x, y) = (pen.at.0 + MIDDLE.0 + 0.5, pen.at.1 + MIDDLE.1 + 0.5);
    let edge_x = if right > 0.0 { pen.at.0 + CELL.0 } else { pen.at.0 };
    let edge_y = if down > 0.0 { pen.at.1 + CELL.1 } else { pen.at.1 };
    let mut path = PathBuilder::new();
    path.move_to(x, edge_y);
    path.line_to(x, y + 4.0 * down);
    path.quad_to(x, y, x + 4.0 * right, y);
    path.line_to(edge_x, y);
    pen.shape(path.finish(), Ink::Line);
}

/// Lines from corner to corner, cut where the cell ends.
fn diagonals(pen: &mut Pen, rising: bool, falling: bool) {
    let (width, height) = CELL;
    // How far along each edge the line is wide.
    let (across, down) = (0.6, 0.6 * height / width);
    let mut path = PathBuilder::new();
    let mut line = |corners: [(f32, f32); 6]| {
        path.move_to(pen.at.0 + corners[0].0, pen.at.1 + corners[0].1);
        for (x, y) in &corners[1..] {
            path.line_to(pen.at.0 + x, pen.at.1 + y);
        }
        path.close();
    };
    let (left, top, right, bottom) = (across, down, width - across, height - down);
    if rising {
        let up = [(0.0, height), (0.0, bottom), (right, 0.0)];
        line([up[0], up[1], up[2], (width, 0.0), (width, top), (left, height)]);
    }
    if falling {
        let first = [(0.0, 0.0), (left, 0.0), (width, bottom)];
        line([first[0], first[1], first[2], (width, height), (right, height), (0.0, top)]);
    }
    pen.shape(path.finish(), Ink::Fill);
}
