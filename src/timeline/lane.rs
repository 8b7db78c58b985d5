//! The states of a service from cell to cell, in one walk.

use super::marks::Marks;
use super::run::Worst;
use super::{Scale, Timeline};
use crate::model::{ServiceId, Time};

/// Where the cells of a scale begin and the last one ends, the same for the lanes of all services.
#[derive(Debug, Clone)]
pub struct Borders {
    pub scale: Scale,
    list: Vec<Border>,
}

/// A moment, and the last mark at or before it.
#[derive(Debug, Clone, Copy)]
struct Border {
    at: Time,
    mark: Option<usize>,
}

impl Border {
    fn new(at: Time, marks: &Marks) -> Self {
        Self { at, mark: marks.until(at) }
    }
}

impl Timeline {
    /// The borders of the cells of a scale.
    pub fn borders(&self, scale: Scale) -> Borders {
        let times = (0..=scale.columns).map(|column| scale.time(column));
        Borders { scale, list: times.map(|at| Border::new(at, &self.marks)).collect() }
    }

    /// For each cell the worst status of a service in it, what holds at its beginning included; none
    /// where nothing is known yet.
    pub fn lane<'a>(
        &'a self,
        id: ServiceId,
        borders: &'a Borders,
    ) -> impl Iterator<Item = Option<Worst>> + 'a {
        let runs = &self.runs[id.0];
        let mut places = borders.list.iter().map(move |border| {
            runs.place(border.at, self.marks.among(border.mark, id, runs.list.len()))
        });
        let mut from = places.next();
        places.map(move |to| runs.worst(from.replace(to)?, to))
    }

    /// How many rows come before each border.
    pub fn rows_at<'a>(&'a self, borders: &'a Borders) -> impl Iterator<Item = usize> + 'a {
        borders.list.iter().map(|&Border { at, mark }| match mark {
            Some(mark) if self.marks.at[mark] < at => self.rows_after(mark, |row| row < at),
            Some(_) => self.rows_before(at),
            None => 0,
        })
    }
}
