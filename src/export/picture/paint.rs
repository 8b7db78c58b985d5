//! The painter: cells in, a list of what to paint out.

use std::collections::BTreeSet;

use ratatui::buffer::Buffer;

use super::color::{Look, Page, Rgb};
use super::fonts::Fonts;
use super::frame;
use super::grid::{BAR, BASELINE, CELL, MIDDLE, NOTE, PADDING, SEAM, across, corner};
use super::list::{Area, Drawing, Item};
use super::missing::boxed;
use super::phrase::{Part, Phrase, parts};
use super::runs::{Set, Setter};
use super::symbol;

/// What stands around the screen.
#[derive(Debug, Clone, Copy, Default)]
pub struct Sheet<'a> {
    /// The title of a window around the screen; without one there is no window.
    pub window: Option<&'a str>,
    /// A line below the screen; without one there is no room for it.
    pub note: Option<&'a str>,
}

/// Paints the cells of a screen.
pub fn paint(buffer: &Buffer, page: Page, fonts: &Fonts, sheet: Sheet) -> Drawing {
    let bar = if sheet.window.is_some() { BAR } else { 0.0 };
    let note = if sheet.note.is_some() { NOTE } else { 0.0 };
    let size = buffer.area.as_size();
    let width = across(size.width) + 2.0 * PADDING;
    let height = f32::from(size.height) * CELL.1 + 2.0 * PADDING + bar + note;
    let mut painter = Painter {
        page,
        setter: Setter::new(fonts),
        top: PADDING + bar,
        grounds: Vec::new(),
        symbols: Vec::new(),
        seams: Vec::new(),
        lines: Vec::new(),
        texts: Vec::new(),
        missing: BTreeSet::new(),
    };
    for y in buffer.area.top()..buffer.area.bottom() {
        painter.grounds(buffer, y);
        painter.lanes(buffer, y);
        for part in parts(buffer, y, page) {
            painter.part(part, y - buffer.area.top());
        }
    }
    frame::draw(&mut painter, sheet, (width, height));
    let Painter { grounds, symbols, seams, lines, texts, missing, .. } = painter;
    let mut items = Vec::new();
    let levels = [grounds, symbols, seams, lines, texts].map(|mut level| {
        items.append(&mut level);
        items.len()
    });
    Drawing {
        width: width as u32,
        height: height as u32,
        back: page.back,
        corner: if sheet.window.is_some() { super::grid::CORNER } else { 0.0 },
        items,
        levels,
        missing,
    }
}

/// What is painted so far, in the levels of a picture.
pub(super) struct Painter<'a> {
    pub(super) page: Page,
    pub(super) setter: Setter<'a>,
    /// Where the cells begin.
    top: f32,
    grounds: Vec<Item>,
    pub(super) symbols: Vec<Item>,
    /// Over the symbols: what keeps lanes apart, and what crosses them.
    seams: Vec<Item>,
    lines: Vec<Item>,
    texts: Vec<Item>,
    missing: BTreeSet<char>,
}

impl Painter<'_> {
    /// One rectangle for each stretch of a row with a background of its own.
    fn grounds(&mut self, buffer: &Buffer, y: u16) {
        for x in buffer.area.left()..buffer.area.right() {
            let ground = Look::of(&buffer[(x, y)], self.page).ground;
            if ground != self.page.back {
                let (left, top) = corner(x - buffer.area.left(), y - buffer.area.top(), self.top);
                let area = Area { x: left, y: top, width: CELL.0, height: CELL.1 };
                push_rect(&mut self.grounds, area, ground);
            }
        }
    }

    /// The seam above a lane's cells, and the line over the one where the clock stands, with some
    /// ground at its sides, so that it is seen on any colour.
    fn lanes(&mut self, buffer: &Buffer, y: u16) {
        for x in buffer.area.left()..buffer.area.right() {
            let cell = &buffer[(x, y)];
            let (left, top) = corner(x - buffer.area.left(), y - buffer.area.top(), self.top);
            if self.page.is_apart(cell) {
                let seam = Area { x: left, y: top, width: CELL.0, height: SEAM };
                push_rect(&mut self.seams, seam, self.page.back);
            }
            if let Some(ink) = self.page.line_over(cell) {
                let line = |x: f32, width: f32| Area { x, y: top, width, height: CELL.1 };
                self.lines.push(Item::Rect(line(left + MIDDLE - 1.0, 3.0), self.page.back));
                self.lines.push(Item::Rect(line(left + MIDDLE, 1.0), ink));
            }
        }
    }

    fn part(&mut self, part: Part, row: u16) {
        match part {
            Part::Symbol(c, column, look) => {
                for item in symbol::items(c, corner(column, row, self.top), look.ink) {
                    match item {
                        Item::Rect(area, color) => push_rect(&mut self.symbols, area, color),
                        other => self.symbols.push(other),
                    }
                }
            }
            Part::Phrase(phrase) => self.phrase(&phrase, row),
        }
    }

    fn phrase(&mut self, phrase: &Phrase, row: u16) {
        let (x, y) = corner(phrase.column, row, self.top);
        let set = self.setter.set(phrase, x, y + BASELINE);
        self.set(set);
    }

    /// Adds a text that is set, and a box for each cluster of it that no font has.
    pub(super) fn set(&mut self, set: Set) {
        let Set { text, missing } = set;
        for lost in missing {
            let place = (text.x + lost.x * text.squeeze, text.baseline - BASELINE);
            let fonts = self.setter.fonts;
            self.symbols.extend(boxed(fonts, &lost.cluster, place, lost.cells, lost.color));
            self.missing.extend(fonts.missing(&lost.cluster));
        }
        for run in text.runs.iter().filter(|run| run.underlined) {
            let (x, y) = (text.x + run.x * text.squeeze, text.baseline + 2.0);
            let line = Area { x, y, width: run.advance * text.squeeze, height: 1.0 };
            push_rect(&mut self.symbols, line, run.color);
        }
        if !text.runs.is_empty() {
            self.texts.push(Item::Text(text));
        }
    }
}

/// Adds a rectangle, or makes the last one longer where it only goes on.
fn push_rect(items: &mut Vec<Item>, area: Area, color: Rgb) {
    if let Some(Item::Rect(last, same)) = items.last_mut() {
        let meets = (last.x + last.width, last.y, last.height) == (area.x, area.y, area.height);
        if meets && *same == color {
            last.width += area.width;
            return;
        }
    }
    items.push(Item::Rect(area, color));
}
