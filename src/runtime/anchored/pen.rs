//! The hand that writes: where the cursor stands, and in which style it writes.

use std::fmt::Write;

use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier, Style};

use super::run::{Run, Set, alike_on_a_blank, cells_of, is_agreed, is_blank, is_plain};
use super::scroll::Shift;
use super::{Manner, word};
use crate::view::{blanks, of_256};

/// So many blanks are rather erased than written: no more bytes, with the move behind them.
const MANY: usize = 9;

/// Where the cursor stands and in which style it writes.
#[derive(Debug, Clone)]
pub(super) struct Pen {
    out: String,
    row: Option<u16>,
    /// Unknown after a doubtful cluster.
    column: Option<u16>,
    style: Option<Style>,
    manner: Manner,
}

impl Pen {
    pub(super) fn new(manner: Manner) -> Self {
        Self { out: String::new(), row: None, column: None, style: None, manner }
    }

    /// Wipes the screen, where that is possible in the ground of what comes; what it shows then.
    pub(super) fn clear(&mut self, next: &Buffer) -> Buffer {
        let ground = next.content.first().map_or(Color::Reset, |cell| cell.bg);
        let erased = self.manner.erases && ground != Color::Reset;
        if erased {
            self.style(Style::reset().bg(ground));
        } else {
            self.out.push_str("\x1b[0m");
        }
        self.out.push_str("\x1b[2J");
        blanks(next.area, if erased { Style::new().bg(ground) } else { Style::new() })
    }

    /// Moves rows up or down; the cursor is at home then.
    pub(super) fn scroll(&mut self, shift: Shift) {
        let Shift { top, bottom, by } = shift;
        let rows = Count(by.unsigned_abs());
        let way = if by > 0 { 'S' } else { 'T' };
        let _ = write!(self.out, "\x1b[{};{bottom}r\x1b[{rows}{way}\x1b[r", top + 1);
    }

    /// The bytes of these runs and of all before them.
    pub(super) fn written(mut self, runs: &[&Run]) -> String {
        for run in runs {
            self.run(run);
        }
        if self.style.is_some() {
            self.out.push_str("\x1b[0m");
        }
        self.out
    }

    fn run(&mut self, run: &Run) {
        let (from, end) = run.wipe.unwrap_or_default();
        let mut rest = run.cells.as_slice();
        while let Some(&(x, _)) = rest.first() {
            if x == from && end > from {
                self.wipe(run, from, end);
            }
            let blanks = rest.iter().take_while(|(_, cell)| is_blank(cell)).count();
            let done = if blanks == 0 {
                self.text(run, rest)
            } else if (from..end).contains(&x) && !self.stands(x, run.y) {
                1
            } else {
                self.blanks(run, x, blanks)
            };
            rest = &rest[done..];
        }
    }

    /// Writes the first cell, or the first word; how many cells that are.
    fn text(&mut self, run: &Run, rest: &[Set]) -> usize {
        let (x, cell) = rest[0];
        self.move_to(x, run.y);
        self.style(run.style);
        let word = if self.manner.words { word::length(rest) } else { 0 };
        if word > 0 {
            let width = word::write(&mut self.out, &rest[..word]);
            self.column = Some(x + width);
            return word;
        }
        self.out.push_str(cell.symbol());
        self.column = (is_plain(cell) || is_agreed(cell)).then_some(x + cells_of(cell));
        1
    }

    fn blanks(&mut self, run: &Run, x: u16, blanks: usize) -> usize {
        self.move_to(x, run.y);
        self.ground(run.style);
        if blanks > MANY && self.erases(run.style) {
            let _ = write!(self.out, "\x1b[{blanks}X");
        } else {
            self.out.extend(std::iter::repeat_n(' ', blanks));
            self.column = Some(x + blanks as u16);
        }
        blanks
    }

    /// Wipes a stretch, in which clusters come.
    fn wipe(&mut self, run: &Run, from: u16, end: u16) {
        self.move_to(from, run.y);
        if self.erases(run.style) {
            self.ground(run.style);
            let _ = write!(self.out, "\x1b[{}X", Count(end - from));
        } else {
            // xterm loses a letter that is drawn right after bold blanks.
            self.style(run.style.remove_modifier(Modifier::BOLD | Modifier::ITALIC));
            self.out.extend(std::iter::repeat_n(' ', usize::from(end - from)));
            self.column = Some(end);
        }
    }

    /// Whether erasing does the same as blanks in this style.
    fn erases(&self, style: Style) -> bool {
        let ground = self.manner.erases || style.bg.unwrap_or_default() == Color::Reset;
        ground && alike_on_a_blank(style, style)
    }

    fn stands(&self, x: u16, y: u16) -> bool {
        (self.column, self.row) == (Some(x), Some(y))
    }

    fn move_to(&mut self, x: u16, y: u16) {
        if self.stands(x, y) {
            return;
        }
        self.out.push_str("\x1b[");
        if self.row != Some(y) {
            decimal(&mut self.out, u32::from(y) + 1);
            self.out.push(';');
        }
        decimal(&mut self.out, u32::from(x) + 1);
        self.out.push(if self.row == Some(y) { 'G' } else { 'H' });
        (self.column, self.row) = (Some(x), Some(y));
    }

    /// A style in which blanks look as in this one.
    fn ground(&mut self, style: Style) {
        if !self.style.is_some_and(|pen| alike_on_a_blank(pen, style)) {
            self.style(style);
        }
    }

    /// Only what differs from the style before is written; most of a screen's bytes are colours.
    fn style(&mut self, mut style: Style) {
        if self.manner.few_colors {
            style.fg = style.fg.map(of_256);
            style.bg = style.bg.map(of_256);
        }
        let before = self.style.replace(style);
        if before == Some(style) {
            return;
        }
        let start = self.out.len();
        let codes = &mut self.out;
        codes.push('\x1b');
        let before = before.unwrap_or_else(|| {
            codes.push_str(";0");
            Style::reset()
        });
        for (modifier, on, off) in MODIFIERS {
            match (before.add_modifier.contains(modifier), style.add_modifier.contains(modifier)) {
                (false, true) => codes.push_str(on),
                (true, false) => codes.push_str(off),
                _ => {}
            }
        }
        let color_of = |color: Option<Color>| color.unwrap_or_default();
        if color_of(before.fg) != color_of(style.fg) {
            color(codes, color_of(style.fg), 30);
        }
        if color_of(before.bg) != color_of(style.bg) {
            color(codes, color_of(style.bg), 40);
        }
        if codes.len() == start + 1 {
            codes.truncate(start);
        } else {
            codes.replace_range(start + 1..start + 2, "[");
            codes.push('m');
        }
    }
}

/// A number as it is written; most of a frame's bytes are such.
fn decimal(out: &mut String, number: u32) {
    if number >= 10 {
        decimal(out, number / 10);
    }
    out.push(char::from(b'0' + (number % 10) as u8));
}

/// The numbers of a colour, each behind its `;`.
fn numbers(out: &mut String, numbers: &[u8]) {
    for number in numbers {
        out.push(';');
        decimal(out, u32::from(*number));
    }
}

/// A count that is left out when it is one.
struct Count(u16);

impl std::fmt::Display for Count {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        if self.0 == 1 { Ok(()) } else { self.0.fmt(f) }
    }
}

/// Modifiers, what turns them on and what off. Bold and dim are turned off together, so no style
/// has both.
const MODIFIERS: [(Modifier, &str, &str); 4] = [
    (Modifier::BOLD, ";1", ";22"),
    (Modifier::ITALIC, ";3", ";23"),
    (Modifier::UNDERLINED, ";4", ";24"),
    (Modifier::REVERSED, ";7", ";27"),
];

/// The parameters of a colour; `base` is 30 for the foreground, 40 for the background.
fn color(out: &mut String, color: Color, base: u8) {
    let ansi = match color {
        Color::Black => 0,
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::Gray => 7,
        Color::DarkGray => 60,
        Color::LightRed => 61,
        Color::LightGreen => 62,
        Color::LightYellow => 63,
        Color::LightBlue => 64,
        Color::LightMagenta => 65,
        Color::LightCyan => 66,
        Color::White => 67,
        Color::Rgb(r, g, b) => return numbers(out, &[base + 8, 2, r, g, b]),
        Color::Indexed(index) => return numbers(out, &[base + 8, 5, index]),
        Color::Reset => 9,
    };
    numbers(out, &[base + ansi]);
}
