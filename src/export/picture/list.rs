//! What is painted, in the order in which it is painted.

use std::collections::BTreeSet;

use tiny_skia::Path;

use super::color::Rgb;
use super::fonts::FaceId;

/// A picture, ready to be written down. All lengths are units, `y` grows downwards.
#[derive(Debug, Clone)]
pub struct Drawing {
    pub width: u32,
    pub height: u32,
    pub back: Rgb,
    /// The radius of the corners; 0 for a picture without a window.
    pub corner: f32,
    pub items: Vec<Item>,
    /// Where each level of the items ends.
    pub levels: [usize; LEVELS],
    /// The characters that no font has.
    pub missing: BTreeSet<char>,
}

/// What lies on what, from below: the grounds of cells, symbols, the seams between lanes, the line of the
/// clock, texts. Only what lies on one level may be painted in another order.
pub const LEVELS: usize = 5;

impl Drawing {
    /// The items of each level.
    pub fn levels(&self) -> impl Iterator<Item = &[Item]> {
        let starts = std::iter::once(0).chain(self.levels);
        starts.zip(self.levels).map(|(start, end)| self.items.get(start..end).unwrap_or_default())
    }
}

/// One thing to paint.
#[derive(Debug, Clone)]
pub enum Item {
    /// With edges on whole pixels.
    Rect(Area, Rgb),
    /// With soft edges.
    Shape(Path, Ink, Rgb),
    Text(Text),
}

/// A rectangle.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Area {
    pub x: f32,
    pub y: f32,
    pub width: f32,
    pub height: f32,
}

/// How a path is painted.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Ink {
    /// Filled by the winding rule.
    Fill,
    /// Drawn along, one unit wide.
    Line,
}

/// A phrase.
#[derive(Debug, Clone, PartialEq)]
pub struct Text {
    pub x: f32,
    pub baseline: f32,
    /// How much of its natural width is left to it: 1 or a little less.
    pub squeeze: f32,
    /// The natural width.
    pub advance: f32,
    /// What it says, the blanks between its runs included.
    pub said: String,
    pub runs: Vec<Run>,
}

/// A stretch of a phrase in one font and one colour.
#[derive(Debug, Clone, PartialEq)]
pub struct Run {
    pub face: FaceId,
    pub color: Rgb,
    pub underlined: bool,
    /// The size of the font.
    pub size: f32,
    /// How far above the baseline it stands.
    pub rise: f32,
    /// From the beginning of the phrase, at its natural width.
    pub x: f32,
    pub advance: f32,
    /// Neither begins nor ends with a blank.
    pub said: String,
    /// The blanks between this run and the one before.
    pub blanks: u16,
    pub glyphs: Vec<Glyph>,
}

/// A letter's form and its place in the run.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Glyph {
    pub id: u32,
    pub x: f32,
    /// Upwards from the baseline.
    pub y: f32,
}
