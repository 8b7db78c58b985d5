//! A drawing as a PNG.

use std::collections::HashMap;
use std::fmt;

use tiny_skia::{Color, FillRule, Paint, Path, Pixmap, Rect, Shader, Stroke, Transform};

use super::color::Rgb;
use super::fonts::{FaceId, Fonts};
use super::frame::rounded;
use super::list::{Area, Drawing, Ink, Item, Text};
use super::packed::packed;

/// Why there is no picture.
#[derive(Debug)]
pub enum PngError {
    /// More pixels than can be kept.
    TooLarge,
    Encoding(png::EncodingError),
}

impl fmt::Display for PngError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge => f.write_str("too many pixels"),
            Self::Encoding(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for PngError {}

impl From<std::io::Error> for PngError {
    fn from(error: std::io::Error) -> Self {
        Self::Encoding(error.into())
    }
}

impl From<png::EncodingError> for PngError {
    fn from(error: png::EncodingError) -> Self {
        Self::Encoding(error)
    }
}

/// The drawing with `scale` pixels to the unit, the alt text inside as its description.
pub fn to_png(drawing: &Drawing, fonts: &Fonts, scale: u8, alt: &str) -> Result<Vec<u8>, PngError> {
    let pixels = pixels(drawing, fonts, scale).ok_or(PngError::TooLarge)?;
    let mut out = Vec::new();
    let mut encoder = png::Encoder::new(&mut out, pixels.width(), pixels.height());
    // A picture without a window has no corners to see through.
    let opaque = drawing.corner <= 0.0;
    encoder.set_color(if opaque { png::ColorType::Rgb } else { png::ColorType::Rgba });
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_source_srgb(png::SrgbRenderingIntent::Perceptual);
    encoder.add_itxt_chunk("Description".to_owned(), alt.to_owned())?;
    let mut writer = encoder.write_header()?;
    let tell: fn(&[u8], &mut Vec<u8>) = if opaque { tell_opaque } else { tell_unmixed };
    let packed = packed(pixels.data(), pixels.width() as usize, tell)?;
    writer.write_chunk(png::chunk::IDAT, &packed)?;
    writer.finish()?;
    Ok(out)
}

fn tell_opaque(row: &[u8], out: &mut Vec<u8>) {
    out.extend(row.chunks_exact(4).flat_map(|pixel| [pixel[0], pixel[1], pixel[2]]));
}

/// The colours of the few pixels that can be seen through, as a PNG has them.
fn tell_unmixed(row: &[u8], out: &mut Vec<u8>) {
    let from = out.len();
    out.extend(row);
    for pixel in out[from..].chunks_exact_mut(4).filter(|pixel| !matches!(pixel[3], 0 | 255)) {
        pixel.copy_from_slice(&unmix([pixel[0], pixel[1], pixel[2], pixel[3]]));
    }
}

/// The colour of a pixel without what it takes from being see-through.
pub(super) fn unmix([r, g, b, alpha]: [u8; 4]) -> [u8; 4] {
    let whole = |channel: u8| match alpha {
        0 | 255 => channel,
        _ => (u16::from(channel) * 255 / u16::from(alpha)).min(255) as u8,
    };
    [whole(r), whole(g), whole(b), alpha]
}

fn pixels(drawing: &Drawing, fonts: &Fonts, scale: u8) -> Option<Pixmap> {
    let mut raster = Raster::new(fonts, scale);
    let mut pixels = raster.sheet(drawing)?;
    raster.page(&mut pixels, drawing);
    raster.items(&mut pixels, drawing.items.iter());
    Some(pixels)
}

/// Draws lists of items as pixels.
pub(super) struct Raster<'a> {
    fonts: &'a Fonts,
    scale: f32,
    /// Forms already read, for looking up only.
    outlines: HashMap<(FaceId, u32), Option<Path>>,
}

impl<'a> Raster<'a> {
    pub(super) fn new(fonts: &'a Fonts, scale: u8) -> Self {
        Self { fonts, scale: f32::from(scale.max(1)), outlines: HashMap::new() }
    }

    /// As many pixels as the drawing takes, nothing on them.
    pub(super) fn sheet(&self, drawing: &Drawing) -> Option<Pixmap> {
        let by = self.scale as u32;
        Pixmap::new(drawing.width.checked_mul(by)?, drawing.height.checked_mul(by)?)
    }

    pub(super) fn items<'i>(&mut self, pixels: &mut Pixmap, items: impl Iterator<Item = &'i Item>) {
        for item in items {
            match item {
                Item::Rect(area, color) => self.rect(pixels, *area, *color),
                Item::Shape(path, ink, color) => self.shape(pixels, path, *ink, *color),
                Item::Text(text) => self.text(pixels, text),
            }
        }
    }

    fn whole(&self) -> Transform {
        Transform::from_scale(self.scale, self.scale)
    }

    /// The ground of the whole drawing.
    pub(super) fn page(&self, pixels: &mut Pixmap, drawing: &Drawing) {
        let Rgb(r, g, b) = drawing.back;
        let (width, height) = (drawing.width as f32, drawing.height as f32);
        let round = drawing.corner > 0.0;
        match round.then(|| rounded((0.0, 0.0), (width, height), drawing.corner)).flatten() {
            Some(window) => {
                let paint = paint(drawing.back, true);
                pixels.fill_path(&window, &paint, FillRule::Winding, self.whole(), None);
            }
            None => pixels.fill(Color::from_rgba8(r, g, b, 255)),
        }
    }

    /// Edges on whole pixels, so that neighbours meet.
    fn rect(&self, pixels: &mut Pixmap, area: Area, color: Rgb) {
        let edge = |at: f32| (at * self.scale).round();
        let (left, top) = (edge(area.x), edge(area.y));
        let (right, bottom) = (edge(area.x + area.width), edge(area.y + area.height));
        if let Some(rect) = Rect::from_ltrb(left, top, right, bottom) {
            pixels.fill_rect(rect, &paint(color, false), Transform::identity(), None);
        }
    }

    fn shape(&self, pixels: &mut Pixmap, path: &Path, ink: Ink, color: Rgb) {
        let paint = paint(color, true);
        match ink {
            Ink::Fill => pixels.fill_path(path, &paint, FillRule::Winding, self.whole(), None),
            Ink::Line => {
                let stroke = Stroke { width: 1.0, ..Stroke::default() };
                pixels.stroke_path(path, &paint, &stroke, self.whole(), None);
            }
        }
    }

    fn text(&mut self, pixels: &mut Pixmap, text: &Text) {
        for run in &text.runs {
            let paint = paint(run.color, true);
            let unit = run.size / self.fonts.face(run.face).units_per_em * self.scale;
            for glyph in &run.glyphs {
                let fonts = self.fonts;
                let outline = self
                    .outlines
                    .entry((run.face, glyph.id))
                    .or_insert_with(|| fonts.outline(run.face, glyph.id));
                let Some(outline) = outline else { continue };
                let x = (text.x + (run.x + glyph.x) * text.squeeze) * self.scale;
                let y = (text.baseline - run.rise - glyph.y) * self.scale;
                let place = Transform::from_row(unit * text.squeeze, 0.0, 0.0, -unit, x, y);
                pixels.fill_path(outline, &paint, FillRule::Winding, place, None);
            }
        }
    }
}

fn paint(Rgb(r, g, b): Rgb, soft: bool) -> Paint<'static> {
    let shader = Shader::SolidColor(Color::from_rgba8(r, g, b, 255));
    Paint { shader, anti_alias: soft, ..Paint::default() }
}
