//! Writing into cells.
//!
//! The rule that keeps borders whole in every terminal: one cell for each cluster, as wide as the
//! upper bound of [`crate::text::cluster_width`] says, the cells behind it empty. Nothing else
//! in this program writes text into a buffer.

use std::num::NonZeroU16;

use ratatui::buffer::{Buffer, CellDiffOption};
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::theme::{Palette, Role};
use crate::app::Settings;
use crate::model::Status;
use crate::text::{ascii_signs, cluster_width, clusters, columns, cut, width};

/// A buffer and how to write on it.
#[derive(Debug)]
pub struct Paper<'a> {
    buffer: &'a mut Buffer,
    pub palette: Palette,
    pub ascii: bool,
}

/// Marks of the screen itself, with their ASCII twins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// The selected row.
    Here,
    /// Where the clock stands, on the axis.
    Clock,
    /// Where the clock stands, on the lanes.
    Hair,
    /// A tick of the axis.
    Tick,
    /// Points back at the event it is about.
    Points,
    /// From one phase to the next, from one status to another.
    Then,
    Playing,
    Full,
    Empty,
    Gap,
    Dot,
}

impl Mark {
    fn both(self) -> (&'static str, &'static str) {
        match self {
            Self::Here => ("▸", ">"),
            Self::Clock => ("▼", "v"),
            Self::Hair | Self::Tick => ("│", "|"),
            Self::Points => ("◂", "<"),
            Self::Then => ("→", "->"),
            Self::Playing => ("►", ">"),
            Self::Full => ("█", "#"),
            Self::Empty => ("░", "-"),
            Self::Gap => ("┄", "."),
            Self::Dot => ("·", "-"),
        }
    }
}

/// A text and its style.
pub type Piece<'a> = (&'a str, Style);

impl<'a> Paper<'a> {
    pub fn new(buffer: &'a mut Buffer, settings: &Settings) -> Self {
        Self { buffer, palette: Palette::new(settings.theme), ascii: settings.ascii }
    }

    pub fn mark(&self, mark: Mark) -> &'static str {
        let (drawn, ascii) = mark.both();
        if self.ascii { ascii } else { drawn }
    }

    /// The sign of a status.
    pub fn glyph(&self, status: Status) -> char {
        if self.ascii { status.ascii() } else { status.glyph() }
    }

    /// What a lane is filled with.
    pub fn lane(&self, status: Status) -> char {
        if self.ascii { status.ascii() } else { status.lane() }
    }

    pub fn role(&self, role: Role) -> Style {
        self.palette.role(role)
    }

    /// Blanks with the background of everything; what stood there is gone.
    pub fn clear(&mut self, area: Rect) {
        let style = self.palette.ground();
        self.mend(area);
        for y in area.top()..area.bottom() {
            for x in area.left()..area.right() {
                self.blank(x, y, style);
            }
        }
    }

    fn blank(&mut self, x: u16, y: u16, style: Style) {
        if let Some(cell) = self.buffer.cell_mut((x, y)) {
            cell.reset();
            cell.set_style(style);
        }
    }

    /// A cluster that an area cuts through loses all its cells: half a letter is never shown, and
    /// a border that lands on its empty cells would never be sent.
    fn mend(&mut self, area: Rect) {
        for y in area.top()..area.bottom() {
            for edge in [area.left(), area.right()] {
                self.mend_at(edge, y);
            }
        }
    }

    fn mend_at(&mut self, edge: u16, y: u16) {
        let Some(cell) = self.buffer.cell((edge, y)) else { return };
        if !cell.symbol().is_empty() {
            return;
        }
        let is_tail = |paper: &Self, x| {
            paper.buffer.cell((x, y)).is_some_and(|cell| cell.symbol().is_empty())
        };
        let mut first = edge;
        while first > 0 && is_tail(self, first) {
            first -= 1;
        }
        let mut last = edge;
        while is_tail(self, last + 1) {
            last += 1;
        }
        for x in first..=last {
            if let Some(cell) = self.buffer.cell_mut((x, y)) {
                cell.set_symbol(" ").set_diff_option(CellDiffOption::None);
            }
        }
    }

    /// Writes a text into at most `max` cells, cut with `…`; returns the cells it took.
    pub fn put(&mut self, x: u16, y: u16, max: u16, text: &str, style: Style) -> u16 {
        let text = if self.ascii { ascii_signs(text) } else { text.into() };
        let shown = cut(&text, usize::from(max));
        let mut at = x;
        for cluster in clusters(&shown) {
            // In ASCII every `…` is the mark of a cut.
            let cluster = if self.ascii && cluster == "…" { ">" } else { cluster };
            let cells = cluster_width(cluster) as u16;
            self.write(at, y, cluster, cells, style);
            at += cells;
        }
        at - x
    }

    fn write(&mut self, x: u16, y: u16, cluster: &str, cells: u16, style: Style) {
        let end = x.saturating_add(cells);
        if !self.buffer.area.contains((x, y).into()) || end > self.buffer.area.right() {
            return;
        }
        // All text is safe before it comes here; should one ever not be, it is not sent.
        let cluster = if cluster.contains(char::is_control) { "\u{FFFD}" } else { cluster };
        let cell = &mut self.buffer[(x, y)];
        cell.set_symbol(cluster).set_style(style);
        if cluster.is_ascii() {
            cell.set_diff_option(CellDiffOption::None);
            return;
        }
        if let Some(forced) = NonZeroU16::new(cells) {
            cell.set_diff_option(CellDiffOption::ForcedWidth(forced));
        }
        for behind in 1..cells {
            let tail = &mut self.buffer[(x + behind, y)];
            tail.set_symbol("").set_style(style).set_diff_option(CellDiffOption::None);
        }
    }

    /// Writes pieces one after the other; returns the cells they took.
    pub fn put_all(&mut self, x: u16, y: u16, max: u16, pieces: &[Piece]) -> u16 {
        let mut used = 0;
        for (text, style) in pieces {
            let room = max - used;
            used += self.put(x + used, y, room, text, *style);
            if width(text) > usize::from(room) {
                break;
            }
        }
        used
    }

    /// Writes a text so that it ends before column `end`; returns where it begins.
    pub fn put_right(&mut self, start: u16, end: u16, y: u16, text: &str, style: Style) -> u16 {
        let cells = columns(text).min(end.saturating_sub(start));
        self.put(end - cells, y, cells, text, style);
        end - cells
    }

    /// The same character in each of `cells` cells.
    pub fn repeat(&mut self, x: u16, y: u16, cells: u16, symbol: &str, style: Style) {
        for column in x..x.saturating_add(cells) {
            self.write(column, y, symbol, 1, style);
        }
    }

    /// Lays a style over cells, whatever stands in them.
    pub fn tint(&mut self, area: Rect, style: Style) {
        self.buffer.set_style(area, style);
    }

    /// Lays a style over the cells of a row between two columns.
    pub fn tint_row(&mut self, x: u16, y: u16, cells: u16, style: Style) {
        self.tint(Rect::new(x, y, cells, 1).intersection(self.buffer.area), style);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(buffer: &Buffer) -> String {
        (0..buffer.area.width).map(|x| buffer[(x, 0)].symbol()).collect()
    }

    #[test]
    fn a_cluster_has_one_cell_and_empty_ones_behind_it() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 8, 1));
        let mut paper = Paper::new(&mut buffer, &Settings::default());
        assert_eq!(paper.put(0, 0, 8, "কাx", Style::new()), 3);
        assert_eq!(buffer[(0, 0)].symbol(), "কা");
        assert_eq!(buffer[(1, 0)].symbol(), "");
        assert_eq!(buffer[(2, 0)].symbol(), "x");
    }

    #[test]
    fn a_popup_at_any_column_leaves_no_half_letter() {
        for left in 0..8 {
            for right in left + 1..=9 {
                let mut buffer = Buffer::empty(Rect::new(0, 0, 9, 1));
                let mut paper = Paper::new(&mut buffer, &Settings::default());
                paper.put(0, 0, 9, "ন্ত্রন্ত্রন্ত্র", Style::new());
                let popup = Rect::new(left, 0, right - left, 1);
                paper.clear(popup);
                paper.repeat(left, 0, right - left, "|", Style::new());
                let mut x = 0;
                while x < 9 {
                    let symbol = buffer[(x, 0)].symbol().to_owned();
                    assert!(!symbol.is_empty(), "{left}..{right}: {:?}", row(&buffer));
                    x += if symbol == "ন্ত্র" { 3 } else { 1 };
                }
            }
        }
    }
}
