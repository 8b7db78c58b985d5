//! What no font has: a box with the code point in it, so that nothing is lost in silence.

use tiny_skia::{PathBuilder, Rect, Transform};

use super::color::Rgb;
use super::fonts::{FaceId, Fonts};
use super::grid::{CELL, across};
use super::list::{Ink, Item};

/// The box of a cluster that owns `cells` cells, its top left corner at `x`, `y`.
pub(super) fn boxed(
    fonts: &Fonts,
    cluster: &str,
    (x, y): (f32, f32),
    cells: u16,
    color: Rgb,
) -> Vec<Item> {
    let width = across(cells);
    let Some(frame) = Rect::from_xywh(x + 0.5, y + 1.5, width - 2.0, CELL.1 - 3.0) else {
        return Vec::new();
    };
    let mut items = vec![Item::Shape(PathBuilder::from_rect(frame), Ink::Line, color)];
    let code = fonts.missing(cluster).next().map_or(0, u32::from);
    let digits: Vec<char> = format!("{code:04X}").chars().collect();
    let across = digits.len().div_ceil(if cells > 1 || digits.len() < 5 { 2 } else { 3 });
    let rows = digits.len().div_ceil(across);
    let step = ((width - 3.0) / across as f32, (CELL.1 - 4.0) / rows as f32);
    let size = (step.0 / 0.6).min(step.1 / 0.8);
    for (index, digit) in digits.into_iter().enumerate() {
        let (column, row) = ((index % across) as f32, (index / across) as f32);
        let left = x + 1.0 + step.0 * column + (step.0 - size * 0.6) / 2.0;
        let foot = y + 2.0 + step.1 * (row + 0.5) + size * 0.365;
        items.extend(digit_shape(fonts, digit, (left, foot), size, color));
    }
    items
}

fn digit_shape(fonts: &Fonts, c: char, at: (f32, f32), size: f32, color: Rgb) -> Option<Item> {
    let mono = FaceId(0);
    let outline = fonts.outline(mono, fonts.glyph(mono, c)?)?;
    let unit = size / fonts.face(mono).units_per_em;
    let place = Transform::from_row(unit, 0.0, 0.0, -unit, at.0, at.1);
    Some(Item::Shape(outline.transform(place)?, Ink::Fill, color))
}
