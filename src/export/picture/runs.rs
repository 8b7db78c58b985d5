//! A phrase as runs of one font each, shaped whole.
//!
//! Bengali takes its natural advances, a Latin letter its cell; a symbol is fitted into the cells
//! it owns. A blank is one cell. Where the sum is more than the phrase owns, all of it is squeezed.

use super::color::{Look, Rgb};
use super::fonts::{FaceId, Fonts, Use, is_shape};
use super::grid::{CELL, SIZE, across};
use super::list::{Glyph, Run, Text};
use super::phrase::Phrase;
use super::shaper::Shaper;

/// How far shapes are lifted, in parts of the font's size.
const RISE: f32 = 0.08;

/// What a phrase becomes.
#[derive(Debug)]
pub(super) struct Set {
    pub(super) text: Text,
    pub(super) missing: Vec<Missing>,
}

/// A cluster that no font has.
#[derive(Debug)]
pub(super) struct Missing {
    pub(super) cluster: String,
    /// From the beginning of the phrase.
    pub(super) x: f32,
    pub(super) cells: u16,
    pub(super) color: Rgb,
}

/// Sets phrases.
pub(super) struct Setter<'a> {
    pub(super) fonts: &'a Fonts,
    shaper: Shaper<'a>,
}

/// Neighbouring clusters of one face and one look.
struct Stretch {
    face: Option<FaceId>,
    look: Look,
    said: String,
    cells: u16,
    /// Before it.
    blanks: u16,
}

impl<'a> Setter<'a> {
    pub(super) fn new(fonts: &'a Fonts) -> Self {
        Self { fonts, shaper: Shaper::new(fonts) }
    }

    /// Sets a phrase at a place, in at most the cells that it owns.
    pub(super) fn set(&mut self, phrase: &Phrase, x: f32, baseline: f32) -> Set {
        let (left, right) = phrase.inset;
        let owned = across(phrase.cells()) - left - right;
        self.set_in(phrase, (x + left, baseline), SIZE, owned)
    }

    /// Sets a line at a size of its own, as wide as it likes.
    pub(super) fn set_line(&mut self, line: &Phrase, size: f32) -> Set {
        self.set_in(line, (0.0, 0.0), size, f32::INFINITY)
    }

    fn set_in(&mut self, phrase: &Phrase, at: (f32, f32), size: f32, owned: f32) -> Set {
        let cell = CELL.0 * size / SIZE;
        let stretches = self.stretches(phrase);
        let last = stretches.len().saturating_sub(1);
        let mut set = Set {
            text: Text {
                x: at.0,
                baseline: at.1,
                squeeze: 1.0,
                advance: 0.0,
                said: phrase.clusters.iter().map(|cluster| cluster.text).collect(),
                runs: Vec::new(),
            },
            missing: Vec::new(),
        };
        let mut x = 0.0;
        for (index, stretch) in stretches.into_iter().enumerate() {
            x += f32::from(stretch.blanks) * cell;
            let width = f32::from(stretch.cells) * cell;
            let room = if index == last { f32::from(phrase.room) * cell } else { 0.0 };
            let Some(face) = stretch.face else {
                let (cells, color) = (stretch.cells, stretch.look.ink);
                set.missing.push(Missing { cluster: stretch.said, x, cells, color });
                x += width;
                continue;
            };
            let run = self.run(face, &stretch, (x, width, room), size);
            x += if self.is_bengali(face) { run.advance } else { width };
            set.text.runs.push(run);
        }
        set.text.advance = x;
        set.text.squeeze = if x > owned { owned / x } else { 1.0 };
        if phrase.badge {
            set.text.x += ((owned - x) / 2.0).max(0.0);
        }
        set
    }

    fn is_bengali(&self, face: FaceId) -> bool {
        matches!(self.fonts.face(face).purpose, Use::Bengali | Use::BengaliBold)
    }

    /// One run at `x`; `width` is what its cells measure, `room` a blank that follows.
    fn run(&mut self, face: FaceId, stretch: &Stretch, place: (f32, f32, f32), size: f32) -> Run {
        let (mut x, width, room) = place;
        let mut run_size = size;
        let (mut glyphs, mut advance) = self.shape(face, &stretch.said, size);
        if matches!(self.fonts.face(face).purpose, Use::Symbols | Use::Given) {
            if advance > width + room + 0.5 {
                let fit = (width + room) / advance;
                run_size *= fit;
                advance *= fit;
                for glyph in &mut glyphs {
                    glyph.x *= fit;
                }
            }
            x += ((width - advance) / 2.0).max(0.0);
        }
        let (said, blanks) = (stretch.said.clone(), stretch.blanks);
        let Look { ink: color, underlined, .. } = stretch.look;
        // Shapes stand between the baseline and the top of the capitals.
        let shape = stretch.said.starts_with(is_shape) && self.fonts.is_symbol(face);
        let rise = if shape { RISE * size } else { 0.0 };
        Run { face, color, underlined, size: run_size, rise, x, advance, said, blanks, glyphs }
    }

    /// The glyphs of a text whose blanks are each one cell wide.
    fn shape(&mut self, face: FaceId, said: &str, size: f32) -> (Vec<Glyph>, f32) {
        if !self.is_bengali(face) || !said.contains(' ') {
            return self.shaper.shape(face, said, size);
        }
        let mut all = Vec::new();
        let mut x = 0.0;
        for word in said.split(' ') {
            let (glyphs, advance) = self.shaper.shape(face, word, size);
            all.extend(glyphs.into_iter().map(|glyph| Glyph { x: glyph.x + x, ..glyph }));
            x += advance + CELL.0 * size / SIZE;
        }
        (all, x - CELL.0 * size / SIZE)
    }

    fn stretches(&self, phrase: &Phrase) -> Vec<Stretch> {
        let mut found: Vec<Stretch> = Vec::new();
        let mut blanks = 0;
        for cluster in &phrase.clusters {
            if cluster.is_blank() {
                blanks += cluster.cells;
                continue;
            }
            let look = cluster.look;
            let face = self.fonts.choose(cluster.text, look.bold, look.italic);
            // Symbols are fitted one by one, and so is what has no font.
            let joins = face.is_some_and(|face| self.fonts.face(face).purpose != Use::Symbols);
            let alike =
                |last: &&mut Stretch| joins && blanks < 2 && last.face == face && last.look == look;
            if let Some(last) = found.last_mut().filter(alike) {
                if std::mem::take(&mut blanks) == 1 {
                    last.said.push(' ');
                    last.cells += 1;
                }
                last.said.push_str(cluster.text);
                last.cells += cluster.cells;
                continue;
            }
            let (said, cells) = (cluster.text.to_owned(), cluster.cells);
            let blanks = std::mem::take(&mut blanks);
            found.push(Stretch { face, look, said, cells, blanks });
        }
        found
    }
}
