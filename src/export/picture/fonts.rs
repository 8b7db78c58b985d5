//! The fonts of pictures: those in `assets/fonts`, and those that are given; never the system's.

use std::fmt;

use skrifa::font::glyph::outline::{DrawMemory, DrawOptions, PathSink};
use skrifa::{Font, GlyphId};
use tiny_skia::{Path, PathBuilder};

/// What a face is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Use {
    Mono,
    MonoBold,
    MonoItalic,
    Bengali,
    BengaliBold,
    Symbols,
    /// Given by the user, for what the others lack.
    Given,
}

/// A face of [`Fonts`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FaceId(pub(super) usize);

/// A font that comes with the program: what it is for, the font, the same for the web.
type Bundled = (Use, &'static [u8], &'static [u8]);

macro_rules! bundled {
    ($($purpose:ident $name:literal;)*) => {
        [$((
            Use::$purpose,
            include_bytes!(concat!("../../../assets/fonts/", $name, ".ttf")),
            include_bytes!(concat!("../../../assets/fonts/", $name, ".woff2")),
        )),*]
    };
}

static BUNDLED: [Bundled; 6] = bundled! {
    Mono "JetBrainsMono-Regular";
    MonoBold "JetBrainsMono-Bold";
    MonoItalic "JetBrainsMono-Italic";
    Bengali "HindSiliguri-Regular";
    BengaliBold "HindSiliguri-Bold";
    Symbols "DejaVuSansMono-Symbols";
};

/// A chain of fonts.
#[derive(Debug)]
pub struct Fonts {
    faces: Vec<Face>,
}

/// One font.
pub(super) struct Face {
    pub(super) purpose: Use,
    pub(super) font: Font,
    pub(super) units_per_em: f32,
    /// For the web; a given font is not passed on.
    pub(super) web: Option<&'static [u8]>,
}

impl fmt::Debug for Face {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Face").field("purpose", &self.purpose).finish_non_exhaustive()
    }
}

impl Face {
    fn new(purpose: Use, font: Font, web: Option<&'static [u8]>) -> Self {
        let units_per_em = f32::from(font.units_per_em().max(1));
        Self { purpose, font, units_per_em, web }
    }

    fn has(&self, c: char) -> bool {
        is_unseen(c) || self.font.charmap().map_unicode(c).is_some()
    }

    fn has_all(&self, cluster: &str) -> bool {
        cluster.chars().all(|c| self.has(c))
    }
}

/// Joiners and selectors: no font needs a form for them.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{200C}' | '\u{200D}' | '\u{FE0E}' | '\u{FE0F}')
}

/// Letters of the Bengali script, and the full stops that it shares.
pub(super) fn is_bengali(c: char) -> bool {
    matches!(c, '\u{980}'..='\u{9FF}' | '\u{964}' | '\u{965}')
}

/// Discs, squares and triangles.
pub(super) fn is_shape(c: char) -> bool {
    matches!(c, '\u{25A0}'..='\u{25FF}')
}

impl Default for Fonts {
    fn default() -> Self {
        let faces = BUNDLED.iter().filter_map(|(purpose, ttf, web)| {
            Some(Face::new(*purpose, Font::new(*ttf, 0)?, Some(*web)))
        });
        Self { faces: faces.collect() }
    }
}

impl Fonts {
    /// Adds a font to the end of the chain; whether it is one.
    pub fn add(&mut self, bytes: Vec<u8>) -> bool {
        // The faces of a collection beyond the first are other cuts of the same letters.
        let font = Font::new(bytes, 0).filter(|font| font.charmap().has_unicode());
        let found = font.is_some();
        self.faces.extend(font.map(|font| Face::new(Use::Given, font, None)));
        found
    }

    /// The glyph of a character in a face.
    pub fn glyph(&self, face: FaceId, c: char) -> Option<u32> {
        self.faces[face.0].font.charmap().map_unicode(c).map(GlyphId::to_u32)
    }

    /// How far a glyph moves on, in parts of the font's size.
    pub(super) fn advance(&self, face: FaceId, glyph: u32) -> f32 {
        let face = &self.faces[face.0];
        face.font.glyph_metrics().h_advance(GlyphId::new(glyph)) / face.units_per_em
    }

    pub(super) fn face(&self, face: FaceId) -> &Face {
        &self.faces[face.0]
    }

    pub(super) fn is_symbol(&self, face: FaceId) -> bool {
        self.face(face).purpose == Use::Symbols
    }

    pub(super) fn ids(&self) -> impl Iterator<Item = FaceId> + use<> {
        (0..self.faces.len()).map(FaceId)
    }

    /// The face for a cluster; none where no font has all of it.
    pub(super) fn choose(&self, cluster: &str, bold: bool, italic: bool) -> Option<FaceId> {
        // Shapes are of one font, so that they are of one size.
        let wanted: &[Use] = match (cluster.chars().any(is_bengali), bold, italic) {
            _ if cluster.starts_with(is_shape) => &[Use::Symbols, Use::Mono],
            (true, true, _) => &[Use::BengaliBold, Use::Bengali],
            (true, false, _) => &[Use::Bengali],
            (false, true, _) => &[Use::MonoBold, Use::Mono, Use::Symbols],
            (false, false, true) => &[Use::MonoItalic, Use::Mono, Use::Symbols],
            (false, false, false) => &[Use::Mono, Use::Symbols],
        };
        let chain = wanted.iter().chain(&[Use::Given]);
        chain.copied().find_map(|purpose| self.first(purpose, cluster))
    }

    /// The first face of a purpose that has all of a cluster.
    fn first(&self, purpose: Use, cluster: &str) -> Option<FaceId> {
        let mut faces = self.ids().filter(|id| self.face(*id).purpose == purpose);
        faces.find(|id| self.face(*id).has_all(cluster))
    }

    /// The characters of a cluster that no font has; all of them where each has its own font.
    pub(super) fn missing(&self, cluster: &str) -> impl Iterator<Item = char> {
        let lost = |c: &char| !self.faces.iter().any(|face| face.has(*c));
        let some = cluster.chars().any(|c| lost(&c));
        cluster.chars().filter(move |c| !is_unseen(*c) && (!some || lost(c)))
    }

    /// The form of a glyph in font units, `y` upwards; none for a blank.
    pub(super) fn outline(&self, face: FaceId, glyph: u32) -> Option<Path> {
        let glyph = self.faces[face.0].font.outline_glyphs().get(GlyphId::new(glyph))?;
        let mut sink = Sink(PathBuilder::new());
        glyph.draw(&DrawOptions::new(), DrawMemory::default(), &mut sink).ok()?;
        sink.0.finish()
    }
}

/// Writes an outline down as a path.
struct Sink(PathBuilder);

impl PathSink for Sink {
    fn move_to(&mut self, x: f32, y: f32) {
        self.0.move_to(x, y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.0.line_to(x, y);
    }

    fn quad_to(&mut self, cx0: f32, cy0: f32, x: f32, y: f32) {
        self.0.quad_to(cx0, cy0, x, y);
    }

    fn curve_to(&mut self, cx0: f32, cy0: f32, cx1: f32, cy1: f32, x: f32, y: f32) {
        self.0.cubic_to(cx0, cy0, cx1, cy1, x, y);
    }

    fn close(&mut self) {
        self.0.close();
    }
}
