//! From letters to forms: the only part that knows the shaping library.

use std::collections::HashMap;

use harfrust::{Buffer, Direction, Script, ShapeOptions, ShapePlan, ShaperFont, shape};

use super::fonts::{FaceId, Fonts, Use};
use super::list::Glyph;

/// Shapes text in the faces of some fonts, and remembers what was costly to find out.
pub(super) struct Shaper<'a> {
    fonts: &'a Fonts,
    faces: HashMap<FaceId, Prepared<'a>>,
    buffer: Buffer,
}

/// A face ready for shaping; without a plan where the script is only known from the text.
struct Prepared<'a> {
    font: ShaperFont<'a, 'static>,
    script: Option<Script>,
    plan: Option<ShapePlan>,
    per_em: f32,
}

impl<'a> Shaper<'a> {
    pub(super) fn new(fonts: &'a Fonts) -> Self {
        Self { fonts, faces: HashMap::new(), buffer: Buffer::new() }
    }

    /// The glyphs of a text and their whole advance, at a size. No text is an error: what the font
    /// cannot shape has no glyphs.
    pub(super) fn shape(&mut self, face: FaceId, text: &str, size: f32) -> (Vec<Glyph>, f32) {
        let fonts = self.fonts;
        let prepared = self.faces.entry(face).or_insert_with(|| Prepared::new(fonts, face));
        let buffer = &mut self.buffer;
        buffer.reset();
        buffer.push_str(text);
        if prepared.plan.is_some() {
            buffer.set_script(prepared.script);
            buffer.set_direction(Direction::LeftToRight);
        } else {
            buffer.guess_segment_properties();
        }
        let options = ShapeOptions::new().plan(prepared.plan.as_ref());
        if shape(&prepared.font, buffer, options).is_err() {
            return (Vec::new(), 0.0);
        }
        let unit = size / prepared.per_em;
        let mut x = 0;
        let mut glyphs = Vec::with_capacity(buffer.len());
        for (info, place) in buffer.glyph_infos().iter().zip(buffer.glyph_positions()) {
            let left = (x + place.x_offset) as f32 * unit;
            glyphs.push(Glyph { id: info.glyph_id, x: left, y: place.y_offset as f32 * unit });
            x += place.x_advance;
        }
        (glyphs, x as f32 * unit)
    }
}

impl<'a> Prepared<'a> {
    fn new(fonts: &'a Fonts, id: FaceId) -> Self {
        let face = fonts.face(id);
        let script = match face.purpose {
            Use::Bengali | Use::BengaliBold => Some(Script::BENGALI),
            Use::Mono | Use::MonoBold | Use::MonoItalic => Some(Script::LATIN),
            Use::Symbols => Some(Script::COMMON),
            Use::Given => None,
        };
        let plan = script.map(|script| {
            ShapePlan::new(&face.font, Direction::LeftToRight, Some(script), None, &[])
        });
        Self { font: ShaperFont::new(&face.font), script, plan, per_em: face.units_per_em }
    }
}
