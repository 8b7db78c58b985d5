//! The measures of a picture, in units; a picture at scale 2 has two pixels to the unit.
//!
//! Every edge of a cell is a whole number, so that edges stay sharp at any whole scale.

/// A cell.
pub(super) const CELL: (f32, f32) = (9.0, 20.0);
/// The size of the text; the mono font's advance is 0.6 of it, which is a cell.
pub(super) const SIZE: f32 = 15.0;
/// From the top of a cell to the line that letters stand on.
pub(super) const BASELINE: f32 = 15.0;
/// The left edge of a line through the middle of a cell.
pub(super) const MIDDLE: f32 = 4.0;
/// Between two lanes.
pub(super) const SEAM: f32 = 1.0;
/// Around the cells.
pub(super) const PADDING: f32 = 16.0;
/// The title bar.
pub(super) const BAR: f32 = 26.0;
/// The line below the screen.
pub(super) const NOTE: f32 = 16.0;
/// The size of the line below the screen.
pub(super) const NOTE_SIZE: f32 = 11.0;
/// The corners of the window.
pub(super) const CORNER: f32 = 10.0;

/// The place of a cell's top left corner on a page whose cells begin at `top`.
pub(super) fn corner(column: u16, row: u16, top: f32) -> (f32, f32) {
    (PADDING + f32::from(column) * CELL.0, top + f32::from(row) * CELL.1)
}

/// So many cells, as units.
pub(super) fn across(cells: u16) -> f32 {
    f32::from(cells) * CELL.0
}
