//! A model of a terminal: a grid, a cursor, and a table of how far each text moves it.
//!
//! The tables were measured in twenty-one terminals by asking for the cursor's place after
//! Bengali texts; terminals that gave the same places are one class.

use unicode_properties::{GeneralCategory, UnicodeGeneralCategory};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthChar;

/// Terminals that move the cursor alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    Alacritty,
    /// xterm, VTE, st, urxvt, tmux.
    Wcwidth,
    Konsole,
    Kitty026,
    /// Ghostty, and xterm.js with graphemes.
    Ghostty,
    Mlterm,
    Foot,
    Kitty048,
    Screen5,
}

pub const CLASSES: [Class; 9] = [
    Class::Alacritty,
    Class::Wcwidth,
    Class::Konsole,
    Class::Kitty026,
    Class::Ghostty,
    Class::Mlterm,
    Class::Foot,
    Class::Kitty048,
    Class::Screen5,
];

/// What a character is for the tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sort {
    /// A letter, a sign, a blank: as wide as `wcwidth` says.
    Letter(usize),
    /// A spacing mark.
    Mc,
    /// A mark without width.
    Mn,
    Joiner,
}

fn sort(c: char) -> Sort {
    match c.general_category() {
        GeneralCategory::SpacingMark => Sort::Mc,
        GeneralCategory::NonspacingMark | GeneralCategory::EnclosingMark => Sort::Mn,
        GeneralCategory::Format => Sort::Joiner,
        _ => Sort::Letter(UnicodeWidthChar::width(c).unwrap_or(0)),
    }
}

impl Class {
    /// How far `c` moves the cursor after `before` in a text.
    fn advance(self, before: Option<char>, c: char) -> usize {
        let after = before.map(sort);
        let moves = match (self, sort(c)) {
            (Self::Screen5, Sort::Letter(cells)) => return cells.max(1),
            (_, Sort::Letter(cells)) => return cells,
            (Self::Screen5, _) | (Self::Mlterm, Sort::Joiner) => true,
            (Self::Mlterm, _) => matches!(after, None | Some(Sort::Joiner)),
            (_, Sort::Joiner | Sort::Mn) => false,
            (_, Sort::Mc) => match self {
                Self::Alacritty => !matches!(c, '\u{9BE}' | '\u{9D7}'),
                Self::Konsole => matches!(after, Some(Sort::Letter(_))),
                Self::Ghostty => after.is_none(),
                _ => self == Self::Wcwidth,
            },
        };
        usize::from(moves)
    }

    /// How far a cluster moves the cursor.
    pub fn cluster(self, cluster: &str) -> usize {
        let mut before = None;
        let mut cells = 0;
        for c in cluster.chars() {
            cells += self.advance(before, c);
            before = Some(c);
        }
        match self {
            Self::Foot => cells.min(2),
            // Not measured: what these two say of themselves.
            Self::Ghostty | Self::Kitty048 if is_emoji(cluster) => 2,
            Self::Kitty048 if cluster.chars().count() > 1 && is_indic(cluster) => cells.min(1),
            _ => cells,
        }
    }
}

/// Pictographs, and what is turned into one.
fn is_emoji(cluster: &str) -> bool {
    cluster.chars().any(|c| matches!(c, '\u{FE0F}' | '\u{1F300}'..='\u{1FAFF}'))
}

fn is_indic(cluster: &str) -> bool {
    cluster.chars().any(|c| ('\u{900}'..='\u{DFF}').contains(&c))
}

/// A grid of cells and a cursor; a cell holds the clusters that began in it.
pub struct Terminal {
    class: Class,
    width: usize,
    cells: Vec<Vec<String>>,
    at: (usize, usize),
    /// The rows that scroll.
    region: std::ops::Range<usize>,
}

/// What no screen shows: rows that came in, of whose look nothing is promised.
const ANYTHING: &str = "\u{FFFD}";

impl Terminal {
    pub fn new(class: Class, width: u16, height: u16) -> Self {
        let (width, height) = (usize::from(width), usize::from(height));
        let cells = vec![vec![" ".to_owned(); width]; height];
        Self { class, width, cells, at: (0, 0), region: 0..height }
    }

    /// What stands in the cells of a row from `x` on.
    pub fn text(&self, x: u16, y: u16, cells: usize) -> String {
        let row = &self.cells[usize::from(y)];
        row.iter().skip(usize::from(x)).take(cells).map(String::as_str).collect()
    }

    /// Takes what the program writes.
    pub fn take(&mut self, bytes: &str) {
        let mut rest = bytes;
        while let Some((text, after)) = rest.split_once('\x1b') {
            self.print(text);
            if let Some((command, after)) =
                after.strip_prefix(']').and_then(|t| t.split_once('\x07'))
            {
                self.piece(command);
                rest = after;
                continue;
            }
            let after = &after[1..];
            let end = after.find(|c: char| c.is_ascii_alphabetic()).unwrap_or(after.len() - 1);
            let (numbers, tail) = after.split_at(end);
            self.control(numbers, tail.as_bytes()[0]);
            rest = &tail[1..];
        }
        self.print(rest);
        assert_eq!(self.region, 0..self.cells.len(), "a region is left behind");
    }

    fn control(&mut self, numbers: &str, last: u8) {
        let mut parts = numbers.split(';').map(|n| n.parse::<usize>().unwrap_or(1));
        let mut next = || parts.next().unwrap_or(1) - 1;
        match last {
            b'H' => {
                let row = next();
                self.at = (next(), row);
            }
            b'G' => self.at.0 = next(),
            b'X' => {
                let (x, y) = self.at;
                self.clear_around(x, y, (next() + 1).min(self.width - x));
            }
            b'r' if numbers.is_empty() => (self.region, self.at) = (0..self.cells.len(), (0, 0)),
            b'r' => (self.region, self.at) = (next()..next() + 1, (0, 0)),
            b'S' | b'T' => self.scroll(next() + 1, last == b'S'),
            b'J' => {
                let (width, height) = (self.width, self.cells.len());
                self.cells = vec![vec![" ".to_owned(); width]; height];
            }
            b'm' => {}
            other => unreachable!("CSI {numbers} {}", other as char),
        }
    }

    fn scroll(&mut self, by: usize, up: bool) {
        let rows = &mut self.cells[self.region.clone()];
        let come_in = if up {
            rows.rotate_left(by);
            rows.len() - by..rows.len()
        } else {
            rows.rotate_right(by);
            0..by
        };
        rows[come_in].fill(vec![ANYTHING.to_owned(); self.width]);
    }

    /// A text in as many cells as told, which is gone whole when a part of it is written over.
    fn piece(&mut self, command: &str) {
        let (cells, text) = command
            .strip_prefix("66;w=")
            .and_then(|said| said.split_once(';'))
            .unwrap_or_else(|| unreachable!("OSC {command}"));
        self.put(text, cells.parse().unwrap_or_else(|_| unreachable!("OSC {command}")));
    }

    fn print(&mut self, text: &str) {
        for cluster in text.graphemes(true) {
            let cells = self.class.cluster(cluster);
            if cells == 0 {
                // Marks without a cell of their own stay with what stands before them.
                let before = self.at.0.saturating_sub(1);
                self.cells[self.at.1][before].push_str(cluster);
                continue;
            }
            self.put(cluster, cells);
        }
    }

    fn put(&mut self, text: &str, cells: usize) {
        if self.at.0 + cells > self.width {
            self.at = (0, (self.at.1 + 1).min(self.cells.len() - 1));
        }
        let (x, y) = self.at;
        self.clear_around(x, y, cells);
        text.clone_into(&mut self.cells[y][x]);
        for behind in 1..cells {
            self.cells[y][x + behind] = String::new();
        }
        self.at.0 += cells;
    }

    /// What is written over in part is gone whole.
    fn clear_around(&mut self, x: usize, y: usize, cells: usize) {
        let row = &mut self.cells[y];
        let mut first = x;
        while first > 0 && row[first].is_empty() {
            first -= 1;
        }
        let mut end = x + cells;
        while end < row.len() && row[end].is_empty() {
            end += 1;
        }
        for cell in &mut row[first..end] {
            " ".clone_into(cell);
        }
    }
}
