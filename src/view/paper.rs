//! Writing into cells.
//!
//! The rule that keeps borders whole in every terminal: one cell for each cluster, as wide as the
//! upper bound of [`crate::text::cluster_width`] says, the cells behind it empty. Nothing else
//! in this program writes text into a buffer.

use std::num::NonZeroU16;

use ratatui::buffer::{Buffer, Cell, CellDiffOption};
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
    /// Every second cell of a lane whose status nobody said.
    Inferred,
}

impl Mark {
    pub fn sign(self, ascii: bool) -> &'static str {
        let (drawn, twin) = self.both();
        if ascii { twin } else { drawn }
    }

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
            Self::Inferred => ("·", "'"),
        }
    }
}

/// Which cells of a lane are dotted: of each stretch that is only inferred every second one, so
/// that its first is a bar, however short it is.
#[derive(Debug, Default)]
pub struct Dots {
    last: Option<(Status, bool)>,
    dotted: bool,
}

impl Dots {
    /// Whether the next cell is.
    pub fn next(&mut self, status: Status, inferred: bool) -> bool {
        let same = self.last.replace((status, inferred)) == Some((status, inferred));
        self.dotted = inferred && same && !self.dotted;
        self.dotted
    }
}

/// A text and its style.
pub type Piece<'a> = (&'a str, Style);

impl<'a> Paper<'a> {
    pub fn new(buffer: &'a mut Buffer, settings: &Settings) -> Self {
        Self { buffer, palette: Palette::new(settings.theme), ascii: settings.ascii }
    }

    pub fn mark(&self, mark: Mark) -> &'static str {
        mark.sign(self.ascii)
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
        self.mend(area);
        let blank = blank(self.palette.ground());
        let area = area.intersection(self.buffer.area);
        for y in area.top()..area.bottom() {
            self.cells(area.left(), y, area.width).fill(blank.clone());
        }
    }

    /// Cells side by side, all of them in the buffer.
    fn cells(&mut self, x: u16, y: u16, cells: u16) -> &mut [Cell] {
        if cells == 0 {
            return &mut [];
        }
        let start = self.buffer.index_of(x, y);
        &mut self.buffer.content[start..start + usize::from(cells)]
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
        let ascii = self.ascii;
        let text = if ascii { ascii_signs(text) } else { text.into() };
        let shown = cut(&text, usize::from(max));
        let row = self.row(x, y);
        let mut at = 0;
        for cluster in clusters(&shown) {
            // In ASCII every `…` is the mark of a cut.
            let cluster = if ascii && cluster == "…" { ">" } else { cluster };
            let end = at + cluster_width(cluster);
            if let Some(cells) = row.get_mut(at..end) {
                write(cells, cluster, style);
            }
            at = end;
        }
        at as u16
    }

    /// The cells from a place to the end of its row; none for a place outside.
    fn row(&mut self, x: u16, y: u16) -> &mut [Cell] {
        let area = self.buffer.area;
        let cells = if area.contains((x, y).into()) { area.right() - x } else { 0 };
        self.cells(x, y, cells)
    }

    /// One sign of the screen itself.
    pub fn set(&mut self, x: u16, y: u16, symbol: &str, style: Style) {
        self.repeat(x, y, 1, symbol, style);
    }

    /// The same character in each of `cells` cells.
    pub fn repeat(&mut self, x: u16, y: u16, cells: u16, symbol: &str, style: Style) {
        for cell in self.row(x, y).iter_mut().take(usize::from(cells)) {
            write(std::slice::from_mut(cell), symbol, style);
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

    /// Lays a style over cells, whatever stands in them.
    pub fn tint(&mut self, area: Rect, style: Style) {
        self.buffer.set_style(area, style);
    }

    /// Lays a style over the cells of a row between two columns.
    pub fn tint_row(&mut self, x: u16, y: u16, cells: u16, style: Style) {
        self.tint(Rect::new(x, y, cells, 1).intersection(self.buffer.area), style);
    }
}

/// A cell with nothing but a ground.
fn blank(ground: Style) -> Cell {
    let mut cell = Cell::EMPTY;
    cell.set_style(ground);
    cell
}

/// A screen of such cells; made one by one, which is quicker than to copy the first.
pub fn blanks(area: Rect, ground: Style) -> Buffer {
    let cells = std::iter::repeat_with(|| blank(ground)).take(area.area() as usize);
    Buffer { area, content: cells.collect() }
}

/// Writes a cluster into as many cells as it takes.
fn write(cells: &mut [Cell], cluster: &str, style: Style) {
    let width = cells.len() as u16;
    let [cell, tails @ ..] = cells else { return };
    if let [b' '..=b'~'] = cluster.as_bytes() {
        cell.set_symbol(cluster).set_style(style).set_diff_option(CellDiffOption::None);
        return;
    }
    // All text is safe before it comes here; should one ever not be, it is not sent.
    let cluster = if cluster.contains(char::is_control) { "\u{FFFD}" } else { cluster };
    cell.set_symbol(cluster).set_style(style);
    if cluster.is_ascii() {
        cell.set_diff_option(CellDiffOption::None);
        return;
    }
    if let Some(forced) = NonZeroU16::new(width) {
        cell.set_diff_option(CellDiffOption::ForcedWidth(forced));
    }
    for tail in tails {
        tail.set_symbol("").set_style(style).set_diff_option(CellDiffOption::None);
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
    fn an_inferred_stretch_begins_with_a_bar_wherever_it_lies() {
        for left in 0..3 {
            let mut dots = Dots::default();
            let up = std::iter::repeat_n((Status::Operational, false), left);
            let down = std::iter::repeat_n((Status::MajorOutage, true), 4);
            let one = [(Status::Degraded, true), (Status::MajorOutage, true)];
            let cells = up.chain(down).chain(one).chain([(Status::MajorOutage, false); 2]);
            let drawn: Vec<bool> =
                cells.map(|(status, inferred)| dots.next(status, inferred)).collect();
            let expected = [false, true, false, true, false, false, false, false];
            assert_eq!(drawn[left..], expected, "from {left}");
        }
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
