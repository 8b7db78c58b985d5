//! The colours of a film that can only have a few.

use std::collections::{BTreeMap, HashMap};

use super::super::color::Rgb;
use super::patch::{Patch, Pixel};
use super::shared;

/// The most colours. A byte could name eight times as many; but the fewer steps there are from a
/// letter's ink to its ground, the more rows of letters are alike, and the smaller is the file.
const MOST: usize = 28;

/// The colours, and which of them stands for each that is used. Number 0 is see-through.
pub(super) struct Palette {
    colors: Vec<Rgb>,
    /// For looking up only.
    numbers: HashMap<Rgb, u8>,
}

impl Palette {
    /// All colours if they are few; else those that, one after the other, are the most missed: the
    /// more the further they are from all that is there and the more they are used. Broad colours
    /// stay exact, and a small lamp keeps its own.
    pub(super) fn new(patches: &[Patch]) -> Self {
        let used = used(patches);
        let colors = if used.len() <= MOST {
            used.iter().map(|(color, _)| *color).collect()
        } else {
            chosen(&used)
        };
        let nearest = |color: Rgb| {
            let distances = colors.iter().map(|other| distance(color, *other));
            let number = distances.enumerate().min_by_key(|(_, distance)| *distance);
            number.map_or(0, |(number, _)| number as u8 + 1)
        };
        let numbers = used.iter().map(|(color, _)| (*color, nearest(*color))).collect();
        Self { colors, numbers }
    }

    /// The number of a pixel's colour.
    pub(super) fn number(&self, pixel: Pixel) -> u8 {
        solid(pixel).and_then(|color| self.numbers.get(&color)).copied().unwrap_or_default()
    }

    /// How many numbers there are.
    pub(super) fn len(&self) -> usize {
        self.colors.len() + 1
    }

    /// The colours as a file has them, number 0 first.
    pub(super) fn bytes(&self) -> Vec<u8> {
        let all = self.colors.iter().flat_map(|Rgb(r, g, b)| [*r, *g, *b]);
        [0; 3].into_iter().chain(all).collect()
    }
}

/// The colour of a pixel that covers at least half of what is behind it.
fn solid([r, g, b, a]: Pixel) -> Option<Rgb> {
    (a >= 128).then_some(Rgb(r, g, b))
}

/// The colours that are used and how often, in the order of the colours.
fn used(patches: &[Patch]) -> Vec<(Rgb, u64)> {
    let parts = shared(patches, |_, part| {
        let mut counts: HashMap<Pixel, u64> = HashMap::new();
        for patch in part {
            for same in patch.pixels().chunk_by(|one, other| one.now == other.now) {
                *counts.entry(same[0].now).or_default() += same.len() as u64;
            }
        }
        vec![counts]
    });
    let mut all: BTreeMap<Rgb, u64> = BTreeMap::new();
    for (pixel, count) in parts.into_iter().flatten() {
        if let Some(color) = solid(pixel) {
            *all.entry(color).or_default() += count;
        }
    }
    all.into_iter().collect()
}

fn chosen(used: &[(Rgb, u64)]) -> Vec<Rgb> {
    let mut colors: Vec<Rgb> = Vec::new();
    let mut wrong: Vec<u64> = vec![u64::from(u32::MAX); used.len()];
    while colors.len() < MOST {
        let cost = |place: &usize| used[*place].1.isqrt().isqrt() * wrong[*place];
        let Some(worst) = (0..used.len()).max_by_key(cost) else { break };
        let color = used[worst].0;
        colors.push(color);
        for (wrong, (other, _)) in wrong.iter_mut().zip(used) {
            *wrong = (*wrong).min(distance(color, *other));
        }
    }
    colors
}

/// How different two colours look, roughly: the eye knows green best and blue least.
fn distance(one: Rgb, other: Rgb) -> u64 {
    let square = |a: u8, b: u8| u64::from(a.abs_diff(b)).pow(2);
    3 * square(one.0, other.0) + 6 * square(one.1, other.1) + 2 * square(one.2, other.2)
}
