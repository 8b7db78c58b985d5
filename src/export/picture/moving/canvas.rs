//! One frame after the other as pixels. Only rows of cells that changed are drawn again.

use ratatui::buffer::Buffer;
use tiny_skia::{BlendMode, Color, Paint, Pixmap, Rect, Shader, Transform};

use super::super::color::Rgb;
use super::super::grid::{CELL, PADDING};
use super::super::list::{Drawing, Item};
use super::super::png::Raster;
use super::Studio;
use super::patch::{Patch, Pixel};

/// So many rows beside a changed one are drawn again: letters reach a little out of their row.
const REACH: u16 = 1;

/// What was drawn last.
pub(super) struct Canvas<'a> {
    studio: Studio<'a>,
    raster: Raster<'a>,
    shown: Option<Shown>,
}

struct Shown {
    cells: Buffer,
    pixels: Pixmap,
    /// Where rows are drawn before they are compared.
    scratch: Pixmap,
}

impl<'a> Canvas<'a> {
    pub(super) fn new(studio: Studio<'a>) -> Self {
        Self { studio, raster: Raster::new(studio.fonts, studio.scale), shown: None }
    }

    /// Draws the next frame and says what it changes. `None` if there are too many pixels.
    pub(super) fn next(&mut self, cells: &Buffer, drawing: &Drawing) -> Option<Patch> {
        match self.shown.take() {
            Some(mut shown) if shown.cells.area == cells.area => {
                let patch = self.change(&mut shown, cells, drawing);
                shown.cells.clone_from(cells);
                self.shown = Some(shown);
                Some(patch)
            }
            _ => self.first(cells, drawing),
        }
    }

    fn first(&mut self, cells: &Buffer, drawing: &Drawing) -> Option<Patch> {
        let mut pixels = self.raster.sheet(drawing)?;
        let scratch = pixels.clone();
        self.raster.page(&mut pixels, drawing);
        self.raster.items(&mut pixels, drawing.items.iter());
        let mut patch = Patch::default();
        for (y, row) in rows(&pixels).enumerate() {
            patch.row(y as u32, &[], &row);
        }
        self.shown = Some(Shown { cells: cells.clone(), pixels, scratch });
        Some(patch)
    }

    /// Draws the rows that changed and what may reach into them, and compares.
    fn change(&mut self, shown: &mut Shown, cells: &Buffer, drawing: &Drawing) -> Patch {
        let mut patch = Patch::default();
        for (top, bottom) in bands(&shown.cells, cells) {
            let top = self.studio.edge(top.saturating_sub(REACH));
            let bottom = self.studio.edge((bottom + REACH).min(cells.area.height));
            let reach = (f32::from(REACH) + 0.5) * CELL.1;
            let near = |item: &&Item| {
                let (from, to) = extent(item);
                to > top - reach && from < bottom + reach
            };
            clear(
                &mut shown.scratch,
                drawing.back,
                self.studio.scale,
                (top - reach, bottom + reach),
            );
            self.raster.items(&mut shown.scratch, drawing.items.iter().filter(near));
            let by = f32::from(self.studio.scale.max(1));
            take(shown, ((top * by) as usize, (bottom * by) as usize), &mut patch);
        }
        patch
    }
}

impl Studio<'_> {
    /// Where a row of cells begins, in units.
    fn edge(&self, row: u16) -> f32 {
        let bar = if self.sheet.window.is_some() { super::super::grid::BAR } else { 0.0 };
        PADDING + bar + f32::from(row) * CELL.1
    }
}

/// Rows of cells that changed, from and to, those that touch or nearly do as one.
fn bands(before: &Buffer, now: &Buffer) -> Vec<(u16, u16)> {
    let width = usize::from(now.area.width).max(1);
    let changed = before.content.chunks(width).zip(now.content.chunks(width));
    let mut found: Vec<(u16, u16)> = Vec::new();
    for (row, _) in changed.enumerate().filter(|(_, (before, now))| before != now) {
        let row = row as u16;
        match found.last_mut() {
            Some((_, end)) if row <= *end + 2 * REACH => *end = row + 1,
            _ => found.push((row, row + 1)),
        }
    }
    found
}

/// From where to where down the page an item may leave ink.
fn extent(item: &Item) -> (f32, f32) {
    match item {
        Item::Rect(area, _) => (area.y, area.y + area.height),
        Item::Shape(path, ..) => (path.bounds().top() - 1.0, path.bounds().bottom() + 1.0),
        Item::Text(text) => (text.baseline - 2.0 * CELL.1, text.baseline + CELL.1),
    }
}

/// Lays the ground of whole rows; the corners of the window are not among them.
fn clear(pixels: &mut Pixmap, Rgb(r, g, b): Rgb, scale: u8, (top, bottom): (f32, f32)) {
    let by = f32::from(scale.max(1));
    let shader = Shader::SolidColor(Color::from_rgba8(r, g, b, 255));
    let paint =
        Paint { shader, anti_alias: false, blend_mode: BlendMode::Source, ..Paint::default() };
    let (width, height) = (pixels.width() as f32, pixels.height() as f32);
    if let Some(rect) = Rect::from_ltrb(0.0, (top * by).max(0.0), width, (bottom * by).min(height))
    {
        pixels.fill_rect(rect, &paint, Transform::identity(), None);
    }
}

/// Takes rows of pixels over from the scratch, and notes what is new.
fn take(shown: &mut Shown, (top, bottom): (usize, usize), patch: &mut Patch) {
    let width = shown.pixels.width() as usize * 4;
    let drawn = shown.scratch.data().chunks_exact(width);
    let kept = shown.pixels.data_mut().chunks_exact_mut(width);
    for (y, (kept, drawn)) in kept.zip(drawn).enumerate().take(bottom).skip(top) {
        if kept != drawn {
            patch.row(y as u32, &pixels_of(kept), &pixels_of(drawn));
            kept.copy_from_slice(drawn);
        }
    }
}

fn rows(pixels: &Pixmap) -> impl Iterator<Item = Vec<Pixel>> {
    pixels.data().chunks_exact(pixels.width() as usize * 4).map(pixels_of)
}

fn pixels_of(row: &[u8]) -> Vec<Pixel> {
    row.chunks_exact(4).map(|p| plain([p[0], p[1], p[2], p[3]])).collect()
}

/// A pixel whose colour is not multiplied by how much it covers.
fn plain(pixel: Pixel) -> Pixel {
    let [r, g, b, a] = pixel;
    match a {
        255 => pixel,
        _ => tiny_skia::PremultipliedColorU8::from_rgba(r, g, b, a).map_or([0; 4], |color| {
            let color = color.demultiply();
            [color.red(), color.green(), color.blue(), color.alpha()]
        }),
    }
}
