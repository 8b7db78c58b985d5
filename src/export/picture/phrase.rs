//! A row of cells as drawn symbols and phrases.
//!
//! A phrase is what is set as one piece of text: cells of one look, with at most one blank between
//! them. Two blanks, a drawn symbol or another look end it; so columns that must line up are kept
//! apart, and a sentence is not.

use ratatui::buffer::Buffer;

use super::color::{Look, Page};
use super::symbol;

/// A piece of a row.
#[derive(Debug)]
pub(super) enum Part<'a> {
    /// A symbol that is geometry, and its column.
    Symbol(char, u16, Look),
    Phrase(Phrase<'a>),
}

/// Text that is set whole.
#[derive(Debug)]
pub(super) struct Phrase<'a> {
    pub(super) column: u16,
    pub(super) look: Look,
    /// Clusters and the cells they own, blanks included; no blank at either end.
    pub(super) clusters: Vec<(&'a str, u16)>,
    /// Blank cells that follow, at most one: a symbol may reach into it.
    pub(super) room: u16,
}

impl<'a> Phrase<'a> {
    /// A line that is no part of the screen, each cluster as wide as the screen would have it.
    pub(super) fn of_line(text: &'a str, look: Look) -> Self {
        let width = |cluster| crate::text::cluster_width(cluster) as u16;
        let clusters = crate::text::clusters(text).map(|c| (c, width(c))).collect();
        Self { column: 0, look, clusters, room: 0 }
    }

    pub(super) fn cells(&self) -> u16 {
        self.clusters.iter().map(|(_, cells)| cells).sum()
    }
}

/// A cluster of a row, the cells it owns and how it looks.
struct Cluster<'a> {
    text: &'a str,
    column: u16,
    cells: u16,
    look: Look,
}

impl Cluster<'_> {
    fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    fn symbol(&self) -> Option<char> {
        self.text.chars().next().filter(|c| symbol::is_drawn(*c))
    }
}

/// The parts of a row, from left to right.
pub(super) fn parts(buffer: &Buffer, y: u16, page: Page) -> Vec<Part<'_>> {
    let clusters = clusters(buffer, y, page);
    let mut parts = Vec::new();
    let mut open: Option<Phrase> = None;
    for (index, cluster) in clusters.iter().enumerate() {
        let goes_on = |phrase: &Phrase| {
            let is_text = |c: &Cluster| c.look == phrase.look && c.symbol().is_none();
            let next = clusters.get(index + 1);
            is_text(cluster) && (!cluster.is_blank() || next.is_some_and(|c| is_text(c) && !c.is_blank()))
        };
        if let Some(phrase) = open.as_mut().filter(|phrase| goes_on(phrase)) {
            phrase.clusters.push((cluster.text, cluster.cells));
            continue;
        }
        if let Some(mut phrase) = open.take() {
            phrase.room = u16::from(cluster.is_blank());
            parts.push(Part::Phrase(phrase));
        }
        let (column, look) = (cluster.column, cluster.look);
        if let Some(c) = cluster.symbol() {
            parts.push(Part::Symbol(c, column, look));
        } else if !cluster.is_blank() {
            let clusters = vec![(cluster.text, cluster.cells)];
            open = Some(Phrase { column, look, clusters, room: 0 });
        }
    }
    parts.extend(open.map(Part::Phrase));
    parts
}

/// The clusters of a row; the empty cells behind one are its own.
fn clusters(buffer: &Buffer, y: u16, page: Page) -> Vec<Cluster<'_>> {
    let area = buffer.area;
    let mut found: Vec<Cluster> = Vec::new();
    for x in area.left()..area.right() {
        let cell = &buffer[(x, y)];
        match found.last_mut() {
            Some(last) if cell.symbol().is_empty() => last.cells += 1,
            _ => found.push(Cluster {
                text: cell.symbol(),
                column: x - area.left(),
                cells: 1,
                look: Look::of(cell, page),
            }),
        }
    }
    found
}
