//! A film as things that are seen for a while: each is stored once, with the frames that show it.

use std::collections::{BTreeSet, HashMap};

use super::super::color::Rgb;
use super::super::list::{Drawing, Item, LEVELS};
use super::super::moving::{Frame, Studio};
use super::write::{path_data, rect_data};

/// Frames that show something: from each number up to the next but one, and so on.
pub(super) type Span = Vec<u32>;

/// All that is ever seen, from the ground up.
#[derive(Debug)]
pub struct Layers {
    /// What the things stand on, with the characters that no font has in any frame.
    pub(super) ground: Drawing,
    /// By their levels.
    pub(super) things: [Vec<Thing>; LEVELS],
    /// When each frame begins, in milliseconds, and when the last ends.
    pub(super) times: Vec<u64>,
}

/// An item, and when it is seen.
#[derive(Debug)]
pub(super) struct Thing {
    pub(super) item: Item,
    pub(super) span: Span,
}

impl Layers {
    /// Sorts the items of all frames; `told` hears how many are done.
    pub fn new(
        frames: impl Iterator<Item = Frame>,
        studio: Studio,
        mut told: impl FnMut(usize),
    ) -> Self {
        let mut layers = Self {
            ground: Drawing {
                width: 0,
                height: 0,
                back: Rgb::default(),
                corner: 0.0,
                items: Vec::new(),
                levels: [0; LEVELS],
                missing: BTreeSet::new(),
            },
            things: Default::default(),
            times: vec![0],
        };
        let mut known: [HashMap<String, usize>; LEVELS] = Default::default();
        for (number, frame) in frames.enumerate() {
            layers.add(studio.paint(&frame.cells), number as u32, &mut known);
            let begin = layers.times.last().copied().unwrap_or_default();
            layers.times.push(begin + u64::from(frame.millis));
            told(number + 1);
        }
        layers
    }

    /// The characters that no font has.
    pub fn missing(&self) -> &BTreeSet<char> {
        &self.ground.missing
    }

    fn add(
        &mut self,
        mut drawing: Drawing,
        number: u32,
        known: &mut [HashMap<String, usize>; LEVELS],
    ) {
        let items = std::mem::take(&mut drawing.items);
        let levels = drawing.levels;
        drawing.missing.append(&mut self.ground.missing);
        self.ground = drawing;
        for (index, item) in items.into_iter().enumerate() {
            let level = levels.partition_point(|&end| end <= index);
            let things = &mut self.things[level];
            let place = *known[level].entry(name(&item)).or_insert(things.len());
            if place == things.len() {
                things.push(Thing { item, span: Span::new() });
            }
            show(&mut things[place].span, number);
        }
    }
}

/// Notes that a thing is seen in one more frame.
fn show(span: &mut Span, number: u32) {
    match span.last_mut() {
        // Twice in a frame.
        Some(end) if *end == number + 1 => {}
        Some(end) if *end == number => *end = number + 1,
        _ => span.extend([number, number + 1]),
    }
}

/// What is the same for two items that look alike.
fn name(item: &Item) -> String {
    match item {
        Item::Rect(area, color) => format!("{}{color:?}", rect_data(*area)),
        Item::Shape(path, ink, color) => format!("{}{ink:?}{color:?}", path_data(path)),
        Item::Text(text) => format!("{text:?}"),
    }
}
