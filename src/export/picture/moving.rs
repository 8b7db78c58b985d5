//! A moving picture: frames one after the other, each stored as what it changes of the one before.
//!
//! ```text
//!   cells ──paint──▶ Drawing ──canvas──▶ Patch ──┬──▶ gif
//!   (several frames at a time,                   └──▶ apng
//!    in the order of the film)
//! ```
//!
//! How many threads work on it changes nothing: what a frame changes depends on itself and on the
//! frame before alone.

mod apng;
mod canvas;
mod columns;
mod film;
mod gif;
mod lzw;
mod palette;
mod patch;

use std::fmt;

use ratatui::buffer::Buffer;

use super::color::Page;
use super::fonts::Fonts;
use super::list::Drawing;
use super::paint::{Sheet, paint};

pub use apng::to_apng;
pub use film::Film;
pub use gif::to_gif;

/// A screen, and how long it is seen.
#[derive(Debug, Clone)]
pub struct Frame {
    pub cells: Buffer,
    pub millis: u32,
}

/// What all frames of a film are painted with.
#[derive(Debug, Clone, Copy)]
pub struct Studio<'a> {
    pub page: Page,
    pub fonts: &'a Fonts,
    pub sheet: Sheet<'a>,
    /// Pixels to the unit.
    pub scale: u8,
}

impl Studio<'_> {
    /// The drawing of one screen.
    pub fn paint(&self, cells: &Buffer) -> Drawing {
        paint(cells, self.page, self.fonts, self.sheet)
    }
}

/// Why there is no film.
#[derive(Debug)]
pub enum FilmError {
    /// More pixels than can be kept, or than the form can say.
    TooLarge,
    Gif(::gif::EncodingError),
    Png(::png::EncodingError),
}

impl fmt::Display for FilmError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge => f.write_str("too many pixels"),
            Self::Gif(error) => error.fmt(f),
            Self::Png(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for FilmError {}

impl From<::gif::EncodingError> for FilmError {
    fn from(error: ::gif::EncodingError) -> Self {
        Self::Gif(error)
    }
}

impl From<::png::EncodingError> for FilmError {
    fn from(error: ::png::EncodingError) -> Self {
        Self::Png(error)
    }
}

/// How many threads are worth their while here.
fn threads() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from).min(8)
}

/// What `work` makes of each part of a list, in the list's order. A part is a stretch of it with
/// the place where it begins.
fn shared<T: Sync, R: Send>(list: &[T], work: impl Fn(usize, &[T]) -> Vec<R> + Sync) -> Vec<R> {
    let part = list.len().div_ceil(threads()).max(1);
    std::thread::scope(|scope| {
        let work = &work;
        let parts: Vec<_> = list
            .chunks(part)
            .enumerate()
            .map(|(index, stretch)| scope.spawn(move || work(index * part, stretch)))
            .collect();
        let join = |part: std::thread::ScopedJoinHandle<'_, Vec<R>>| match part.join() {
            Ok(made) => made,
            Err(fault) => std::panic::resume_unwind(fault),
        };
        parts.into_iter().flat_map(join).collect()
    })
}
