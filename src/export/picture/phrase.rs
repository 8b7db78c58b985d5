//! A row of cells as drawn symbols and phrases.
//!
//! A phrase is what is set as one piece of text: cells of one look, with at most one blank between
//! them. Two blanks, a drawn symbol or another look end it; so columns that must line up are kept
//! apart. Within a sentence another colour or weight is emphasis, and the sentence goes on.

use ratatui::buffer::Buffer;

use super::color::{Look, Page};
use super::symbol;

/// How far a letter may reach out of its cell, in units.
const INSET: f32 = 1.0;

/// Stands between the facts of a line.
const DOT: &str = "·";

/// What stands between words begins no column, whatever happens to stand above or below.
const BETWEEN: [&str; 2] = [DOT, "→"];

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
    /// Blanks included, but none at either end.
    pub(super) clusters: Vec<Cluster<'a>>,
    /// Blank cells that follow, at most one: a symbol may reach into it.
    pub(super) room: u16,
    /// On a ground of its own, with a blank at either side: it stands in the middle.
    pub(super) badge: bool,
    /// Kept free on the left and the right, where a letter that may reach out of its cell stands
    /// beside a drawn symbol.
    pub(super) inset: (f32, f32),
}

/// A cluster, the cells it owns and how it looks.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cluster<'a> {
    pub(super) text: &'a str,
    pub(super) cells: u16,
    pub(super) look: Look,
    column: u16,
}

impl<'a> Phrase<'a> {
    /// A line that is no part of the screen, each cluster as wide as the screen would have it.
    pub(super) fn of_line(line: &'a str, look: Look) -> Self {
        let clusters = crate::text::clusters(line).map(|text| {
            let cells = crate::text::cluster_width(text) as u16;
            Cluster { text, cells, look, column: 0 }
        });
        Self { column: 0, clusters: clusters.collect(), room: 0, badge: false, inset: (0.0, 0.0) }
    }

    pub(super) fn cells(&self) -> u16 {
        self.clusters.iter().map(|cluster| cluster.cells).sum()
    }

    /// Three words and more are a sentence, in which another colour or weight is no column.
    fn is_sentence(&self) -> bool {
        self.clusters.iter().filter(|cluster| cluster.is_blank()).count() >= 2
    }

    /// Whether the phrase goes on with the first of the clusters behind it. What begins where the
    /// row above or below begins with the same look is a column, whatever stands before it.
    fn takes(&self, behind: &[Cluster], row: Row) -> bool {
        let (Some(last), [cluster, after @ ..]) = (self.clusters.last(), behind) else {
            return false;
        };
        let fits = |cluster: &Cluster| {
            let same = cluster.look == last.look;
            let level = cluster.look.ground == last.look.ground;
            let flows = || level && self.is_sentence() && !row.is_column(cluster);
            cluster.symbol().is_none() && (same || flows())
        };
        let is_text = |cluster: &Cluster| fits(cluster) && !cluster.is_blank();
        fits(cluster)
            && match after {
                _ if !cluster.is_blank() => true,
                [next, ..] if is_text(next) => true,
                // Two blanks beside a dot are no more than one.
                [next, then, ..] if next.is_blank() && fits(next) => {
                    is_text(then) && (last.text == DOT || then.text == DOT)
                }
                _ => false,
            }
    }
}

impl Cluster<'_> {
    pub(super) fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    fn symbol(&self) -> Option<char> {
        self.text.chars().next().filter(|c| symbol::is_drawn(*c))
    }
}

/// Where a row stands among others.
#[derive(Clone, Copy)]
struct Row<'a> {
    buffer: &'a Buffer,
    y: u16,
    page: Page,
}

impl Row<'_> {
    /// Whether something of the same look begins right above or below.
    fn is_column(self, cluster: &Cluster) -> bool {
        let area = self.buffer.area;
        let x = area.left() + cluster.column;
        let begins = |y: u16| {
            let (Some(cell), Some(before)) = (
                self.buffer.cell((x, y)),
                x.checked_sub(1).and_then(|before| self.buffer.cell((before, y))),
            ) else {
                return false;
            };
            !cell.symbol().trim().is_empty()
                && before.symbol() == " "
                && Look::of(cell, self.page) == cluster.look
        };
        let is_between = cluster.is_blank() || BETWEEN.contains(&cluster.text);
        !is_between && (begins(self.y + 1) || self.y > 0 && begins(self.y - 1))
    }
}

/// The parts of a row, from left to right.
pub(super) fn parts(buffer: &Buffer, y: u16, page: Page) -> Vec<Part<'_>> {
    let clusters = clusters(buffer, y, page);
    let row = Row { buffer, y, page };
    let mut parts = Vec::new();
    let mut rest = clusters.as_slice();
    let mut before: &[Cluster] = &[];
    while let Some((first, behind)) = rest.split_first() {
        let length = match first.symbol() {
            Some(c) => {
                parts.push(Part::Symbol(c, first.column, first.look));
                1
            }
            None if first.is_blank() => 1,
            None => {
                let phrase = phrase(first, behind, before, row);
                let length = phrase.clusters.len();
                parts.push(Part::Phrase(phrase));
                length
            }
        };
        before = &clusters[..clusters.len() - rest.len() + length];
        rest = &rest[length..];
    }
    parts
}

/// The phrase that begins with a cluster.
fn phrase<'a>(
    first: &Cluster<'a>,
    behind: &[Cluster<'a>],
    before: &[Cluster],
    row: Row,
) -> Phrase<'a> {
    let mut phrase = Phrase {
        column: first.column,
        clusters: vec![*first],
        room: 0,
        badge: false,
        inset: (0.0, 0.0),
    };
    for (index, cluster) in behind.iter().enumerate() {
        if !phrase.takes(&behind[index..], row) {
            break;
        }
        phrase.clusters.push(*cluster);
    }
    let after = &behind[phrase.clusters.len() - 1..];
    phrase.room = u16::from(after.first().is_some_and(Cluster::is_blank));
    let presses = |outside: Option<&Cluster>, inside: Option<&Cluster>| {
        outside.is_some_and(|c| c.symbol().is_some()) && inside.is_some_and(|c| !c.text.is_ascii())
    };
    if presses(before.last(), Some(first)) {
        phrase.inset.0 = INSET;
    }
    if presses(after.first(), phrase.clusters.last()) {
        phrase.inset.1 = INSET;
    }
    let ground = first.look.ground;
    let is_edge = |one: Option<&Cluster>, two: Option<&Cluster>| {
        one.is_some_and(|one| one.is_blank() && one.look.ground == ground)
            && two.is_none_or(|two| two.look.ground != ground)
    };
    let mut back = before.iter().rev();
    phrase.badge = ground != row.page.back
        && is_edge(back.next(), back.next())
        && is_edge(after.first(), after.get(1));
    phrase
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
                cells: 1,
                look: Look::of(cell, page),
                column: x - area.left(),
            }),
        }
    }
    found
}
