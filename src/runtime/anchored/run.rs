//! Cells that are written in one go: side by side on one row, in one style.

use ratatui::buffer::{Buffer, Cell, CellWidth};
use ratatui::style::{Modifier, Style};

use crate::text::ends_in_virama;

/// So many bytes are rather written again than jumped over.
const GAP: usize = 4;
/// What shows on a blank too, beside its ground.
const SHOWS: Modifier = Modifier::UNDERLINED.union(Modifier::REVERSED);

/// A run of cells.
#[derive(Debug)]
pub(super) struct Run<'a> {
    pub x: u16,
    pub y: u16,
    pub style: Style,
    pub cells: Vec<Set<'a>>,
    /// Nothing but blanks, which any style of the same ground can write.
    pub blank: bool,
    /// From where to where it is wiped first.
    pub wipe: Option<(u16, u16)>,
}

/// A cell and its column.
pub(super) type Set<'a> = (u16, &'a Cell);

impl<'a> Run<'a> {
    fn new(x: u16, y: u16, cell: &'a Cell) -> Self {
        Self {
            x,
            y,
            style: cell.style(),
            cells: vec![(x, cell)],
            blank: is_blank(cell),
            wipe: None,
        }
    }

    /// The column behind it.
    pub(super) fn end(&self) -> u16 {
        self.cells.last().map_or(self.x, |(x, cell)| x + cells_of(cell))
    }

    /// Takes a cell that follows, if it can be written in the same go.
    fn take(&mut self, x: u16, y: u16, cell: &'a Cell, next: &'a Buffer) -> bool {
        let from = self.end();
        if y != self.y || x < from {
            return false;
        }
        let between = (from..x).map(|x| (x, &next[(x, y)]));
        let mut bytes = 0;
        let cheap = between.clone().all(|(_, cell)| {
            bytes += cell.symbol().len();
            bytes <= GAP && is_plain(cell) && !cell.symbol().is_empty() && self.suits(cell)
        });
        if !cheap || !self.suits(cell) {
            return false;
        }
        for (x, cell) in between.chain([(x, cell)]) {
            if self.blank && !is_blank(cell) {
                self.style = cell.style();
                self.blank = false;
            }
            self.cells.push((x, cell));
        }
        true
    }

    fn suits(&self, cell: &Cell) -> bool {
        let style = cell.style();
        style == self.style || (self.blank || is_blank(cell)) && alike_on_a_blank(style, self.style)
    }

    /// Finds what must be blanked first: the columns from the first to the last cluster of which
    /// nobody knows how many it fills, unless they are blank already.
    /// A word in one piece wipes what it covers only in part, so each of its letters counts.
    fn settle(&mut self, shown: &Buffer, words: bool) {
        let sure = |cell: &Cell| is_plain(cell) || is_sign(cell) || !words && is_agreed(cell);
        let unsure = |(_, cell): &&Set| !sure(cell);
        let first = self.cells.iter().find(unsure);
        let last = self.cells.iter().rfind(unsure);
        if let (Some((first, _)), Some((last, cell))) = (first, last) {
            let end = last + cells_of(cell);
            let blank = |x| {
                let cell = &shown[(x, self.y)];
                cell.symbol() == " " && looks_like(cell, self.style)
            };
            self.wipe = (!(*first..end).all(blank)).then_some((*first, end));
        }
    }
}

/// What changes, in the order of the screen.
pub(super) fn changed<'a>(shown: &Buffer, next: &'a Buffer, words: bool) -> Vec<Run<'a>> {
    let mut runs: Vec<Run> = Vec::new();
    for (x, y, cell) in shown.diff(next) {
        let before = &shown[(x, y)];
        if cell.symbol() == " " && before.symbol() == " " && looks_like(before, cell.style()) {
            continue;
        }
        if !runs.last_mut().is_some_and(|run| run.take(x, y, cell, next)) {
            runs.push(Run::new(x, y, cell));
        }
    }
    for run in &mut runs {
        run.settle(shown, words);
    }
    runs
}

/// The same runs with those of one style together.
pub(super) fn by_style<'r, 'a>(runs: &'r [Run<'a>]) -> Vec<&'r Run<'a>> {
    let first = |same: &dyn Fn(&Style) -> bool| runs.iter().position(|run| same(&run.style));
    let mut sorted: Vec<&Run> = runs.iter().collect();
    sorted.sort_by_cached_key(|run| {
        let ground = first(&|style| style.bg == run.style.bg);
        let color = first(&|style| (style.bg, style.fg) == (run.style.bg, run.style.fg));
        (ground, !run.blank, color, first(&|style| *style == run.style))
    });
    sorted
}

/// How many cells are reserved.
pub(super) fn cells_of(cell: &Cell) -> u16 {
    cell.cell_width().max(1)
}

/// An empty cell is the tail of a cluster that is gone.
pub(super) fn is_blank(cell: &Cell) -> bool {
    matches!(cell.symbol(), " " | "")
}

/// Whether blanks of both styles look alike: only the ground shows.
pub(super) fn alike_on_a_blank(one: Style, other: Style) -> bool {
    one.bg == other.bg && !(one.add_modifier | other.add_modifier).intersects(SHOWS)
}

/// Whether a blank that stands there looks as one in this style would.
fn looks_like(cell: &Cell, style: Style) -> bool {
    !cell.modifier.contains(Modifier::HIDDEN) && alike_on_a_blank(cell.style(), style)
}

/// Cells about whose width all terminals agree.
pub(super) fn is_plain(cell: &Cell) -> bool {
    let mut chars = cell.symbol().chars();
    match (chars.next(), chars.next()) {
        (Some(c), None) => matches!(c, ' '..='~' | '\u{2500}'..='\u{259F}'),
        (None, _) => true,
        _ => false,
    }
}

/// A sign of Latin, of punctuation, an arrow or a shape: it shows itself in every terminal, though
/// some give it two cells.
fn is_sign(cell: &Cell) -> bool {
    let mut chars = cell.symbol().chars();
    let first = chars.next();
    let sign = matches!(first, Some('\u{A1}'..='\u{FF}' | '\u{2010}'..='\u{27FF}'));
    sign && chars.next().is_none() && cell.cell_width() == 1
}

/// A letter or digit of Bengali, alone or with marks above and below it: one cell in every terminal
/// but GNU screen, which gives each mark one. A virama at the end may draw the next letter to it.
pub(super) fn is_agreed(cell: &Cell) -> bool {
    let mut chars = cell.symbol().chars();
    let letter = matches!(
        chars.next(),
        Some('\u{985}'..='\u{9B9}' | '\u{9CE}' | '\u{9DC}'..='\u{9E1}' | '\u{9E6}'..='\u{9F1}')
    );
    let mark =
        |c| matches!(c, '\u{981}' | '\u{9BC}' | '\u{9C1}'..='\u{9C4}' | '\u{9E2}' | '\u{9E3}');
    letter && chars.all(mark) && !ends_in_virama(cell.symbol())
}
