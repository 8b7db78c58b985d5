//! One frame after the other as pixels. Only rows of cells that changed are drawn again.

use ratatui::buffer::Buffer;
use tiny_skia::{BlendMode, Color, Paint, Pixmap, Rect, Shader, Transform};

use super::super::color::Rgb;
use super::super::grid::{CELL, PADDING};
use super::super::list::{Drawing, Item};
use super::super::png::{Raster, unmix};
use super::Studio;
use super::columns::{Columns, Extent, texts};
use super::patch::{Change, Patch, Pixel};

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
    texts: Vec<Extent>,
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
        let width = pixels.width() as usize * 4;
        for (y, row) in pixels.data().chunks_exact(width).enumerate() {
            patch.push(0, y as u32, changes(&vec![0; width], row));
        }
        self.shown = Some(Shown { cells: cells.clone(), pixels, texts: texts(drawing), scratch });
        Some(patch)
    }

    /// Draws what changed and what may reach into it, and compares.
    fn change(&mut self, shown: &mut Shown, cells: &Buffer, drawing: &Drawing) -> Patch {
        let mut patch = Patch::default();
        let by = |units: f32| (units * f32::from(self.studio.scale.max(1))) as usize;
        let cell = Cell { width: by(CELL.0), height: by(CELL.1), left: by(PADDING) };
        let texts: Vec<Extent> = texts(drawing);
        for (first, end) in bands(&shown.cells, cells) {
            let top = self.studio.edge(first.saturating_sub(REACH));
            let bottom = self.studio.edge((end + REACH).min(cells.area.height));
            let reach = (f32::from(REACH) + 0.5) * CELL.1;
            let (above, below) = (top - reach, bottom + reach);
            let mut columns = Columns::of(&shown.cells, cells, (first, end));
            let all = shown.texts.iter().chain(&texts);
            columns.add(all.filter(|text| text.bottom > above && text.top < below));
            clear(&mut shown.scratch, drawing.back, self.studio.scale, (above, below));
            let near = |item: &&Item| {
                let extent = Extent::of(item);
                extent.bottom > above && extent.top < below && columns.meet(extent)
            };
            self.raster.items(&mut shown.scratch, drawing.items.iter().filter(near));
            take(shown, (by(top), by(bottom)), (cell, &columns), &mut patch);
        }
        shown.texts = texts;
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

/// Takes rows of pixels over from the scratch, a row of cells at a time, and notes what is new.
fn take(
    shown: &mut Shown,
    (top, bottom): (usize, usize),
    (cell, columns): (Cell, &Columns),
    patch: &mut Patch,
) {
    let width = shown.pixels.width() as usize * 4;
    for top in (top..bottom).step_by(cell.height) {
        let rows = top * width..(top + cell.height) * width;
        let kept = &mut shown.pixels.data_mut()[rows.clone()];
        let drawn = &shown.scratch.data()[rows];
        let news = news(kept, drawn, width, (cell, columns));
        let rows = kept.chunks_exact_mut(width).zip(drawn.chunks_exact(width));
        for (y, (kept, drawn)) in rows.enumerate() {
            for (from, to) in &news {
                let (kept, drawn) = (&mut kept[*from..*to], &drawn[*from..*to]);
                patch.push((from / 4) as u32, (top + y) as u32, changes(kept, drawn));
                kept.copy_from_slice(drawn);
            }
        }
    }
}

/// A cell in pixels, and where the first column begins.
#[derive(Clone, Copy)]
struct Cell {
    width: usize,
    height: usize,
    left: usize,
}

/// From where to where some row has other bytes, by blocks of a cell's width; two blocks that
/// nearly touch are one. A letter is new as a whole: its rows repeat themselves from frame to
/// frame, and the difference of two letters does not.
fn news(
    kept: &[u8],
    drawn: &[u8],
    width: usize,
    (cell, columns): (Cell, &Columns),
) -> Vec<(usize, usize)> {
    let mut found: Vec<(usize, usize)> = Vec::new();
    let block = cell.width * 4;
    let first = cell.left * 4 % block;
    // Between two blocks there may be one that was not drawn.
    let mut joined = false;
    for from in std::iter::once(0).chain((first..width).step_by(block)) {
        let to = if from == 0 { first } else { (from + block).min(width) };
        if !columns.has((from / 4 + cell.width - 1).saturating_sub(cell.left) / cell.width) {
            joined = false;
            continue;
        }
        let mut rows = kept.chunks_exact(width).zip(drawn.chunks_exact(width));
        if rows.all(|(kept, drawn)| kept[from..to] == drawn[from..to]) {
            continue;
        }
        match found.last_mut() {
            Some((_, end)) if joined && from <= *end + 2 * block => *end = to,
            _ => found.push((from, to)),
        }
        joined = true;
    }
    found
}

fn changes<'p>(kept: &'p [u8], drawn: &'p [u8]) -> impl Iterator<Item = Change> + 'p {
    pixels(kept).zip(pixels(drawn)).map(|(before, now)| Change { before, now })
}

fn pixels(row: &[u8]) -> impl Iterator<Item = Pixel> + '_ {
    row.chunks_exact(4).map(|p| unmix([p[0], p[1], p[2], p[3]]))
}
