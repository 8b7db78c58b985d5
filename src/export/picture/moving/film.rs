//! All frames as patches.

use std::collections::BTreeSet;

use super::canvas::Canvas;
use super::patch::Patch;
use super::{FilmError, Frame, Studio, shared, threads};

/// Frames that are drawn at a time, by each thread.
const BATCH: usize = 40;

/// A film, ready to be written down.
#[derive(Debug)]
pub struct Film {
    pub(super) width: u32,
    pub(super) height: u32,
    /// The first is a whole picture; none is empty.
    pub(super) patches: Vec<Patch>,
    /// The characters that no font has.
    pub missing: BTreeSet<char>,
}

impl Film {
    /// Draws all frames; `told` hears how many are done.
    pub fn new(
        frames: impl Iterator<Item = Frame>,
        studio: Studio,
        mut told: impl FnMut(usize),
    ) -> Result<Self, FilmError> {
        let mut film = Self { width: 0, height: 0, patches: Vec::new(), missing: BTreeSet::new() };
        let (mut frames, mut done) = (frames, 0);
        // The last frame of a batch is the one before the next.
        let mut batch: Vec<Frame> = Vec::new();
        loop {
            let before = batch.pop();
            let drawn = usize::from(before.is_some());
            batch = before.into_iter().chain(frames.by_ref().take(BATCH * threads())).collect();
            if batch.len() == drawn {
                return Ok(film);
            }
            for made in drawn_batch(&batch, drawn, studio) {
                film.add(made.ok_or(FilmError::TooLarge)?);
            }
            done += batch.len() - drawn;
            told(done);
        }
    }

    /// How many pictures there are; frames that change nothing are none.
    pub fn len(&self) -> usize {
        self.patches.len()
    }

    pub fn is_empty(&self) -> bool {
        self.patches.is_empty()
    }

    fn add(&mut self, made: Made) {
        self.missing.extend(made.missing);
        match self.patches.last_mut() {
            Some(last) if made.patch.is_empty() => {
                last.millis = last.millis.saturating_add(made.patch.millis);
            }
            Some(_) => self.patches.push(made.patch),
            None => {
                let place = made.patch.place();
                (self.width, self.height) = (place.width, place.height);
                self.patches.push(made.patch);
            }
        }
    }
}

/// A frame that is drawn.
struct Made {
    patch: Patch,
    missing: BTreeSet<char>,
}

/// Draws the frames from `first` on, each thread a stretch of them and the frame before it.
fn drawn_batch(batch: &[Frame], first: usize, studio: Studio) -> Vec<Option<Made>> {
    shared(&batch[first..], |from, stretch| {
        let mut canvas = Canvas::new(studio);
        if let Some(before) = (from + first).checked_sub(1).and_then(|at| batch.get(at)) {
            canvas.next(&before.cells, &studio.paint(&before.cells));
        }
        let draw = |frame: &Frame| {
            let drawing = studio.paint(&frame.cells);
            let mut patch = canvas.next(&frame.cells, &drawing)?;
            patch.millis = frame.millis;
            Some(Made { patch, missing: drawing.missing })
        };
        stretch.iter().map(draw).collect()
    })
}
