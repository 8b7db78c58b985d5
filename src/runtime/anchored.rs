//! From cells to bytes, by the rule that no terminal breaks.
//!
//! Terminals disagree about how far a Bengali letter moves the cursor. So a run of such cells is
//! first blanked in its own colours, then each cluster is written at its own column, and whatever
//! follows is put in its place again. Plain cells (ASCII, lines and blocks), about which all
//! agree, are written one after the other.

mod word;

use std::fmt::Write;

use ratatui::buffer::{Buffer, Cell, CellWidth};
use ratatui::style::{Color, Modifier, Style};

use crate::view::of_256;

/// How a screen is written.
#[derive(Debug, Clone, Copy, Default)]
pub struct Manner {
    /// Whether nothing is known of what stands there.
    pub anew: bool,
    /// Whether whole words of Bengali go out in one piece (`OSC 66`).
    pub words: bool,
    /// Whether painted colours go out as the nearest of 256.
    pub few_colors: bool,
}

/// The bytes that turn a screen with the cells of `shown` into one with those of `next`.
pub(super) fn frame(shown: &Buffer, next: &Buffer, manner: Manner) -> String {
    let mut pen = Pen { manner, ..Pen::default() };
    if manner.anew {
        pen.out.push_str("\x1b[0m\x1b[2J");
    }
    let forgotten;
    let shown = if manner.words {
        forgotten = word::forget(shown, next);
        &forgotten
    } else {
        shown
    };
    let cells: Vec<(u16, u16, &Cell)> = shown.diff(next);
    let mut rest = cells.as_slice();
    while let Some(&(x, y, cell)) = rest.first() {
        if is_plain(cell) {
            pen.plain(x, y, cell);
            rest = &rest[1..];
        } else {
            let length = doubtful_run(rest);
            pen.doubtful(&rest[..length]);
            rest = &rest[length..];
        }
    }
    pen.end()
}

/// Cells about whose width all terminals agree.
fn is_plain(cell: &Cell) -> bool {
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

/// How many of the cells stand side by side and are doubtful.
fn doubtful_run(cells: &[(u16, u16, &Cell)]) -> usize {
    let mut end = (cells[0].0, cells[0].1);
    cells
        .iter()
        .take_while(|(x, y, cell)| {
            let follows = (*x, *y) == end && !is_plain(cell);
            end = (x + cell.cell_width().max(1), *y);
            follows
        })
        .count()
}

/// Where the cursor stands and in which style it writes.
#[derive(Default)]
struct Pen {
    out: String,
    /// Unknown after a doubtful cluster.
    at: Option<(u16, u16)>,
    style: Option<Style>,
    manner: Manner,
}

impl Pen {
    fn plain(&mut self, x: u16, y: u16, cell: &Cell) {
        self.move_to(x, y);
        // An empty cell is the tail of a cluster that is gone.
        let symbol = if cell.symbol().is_empty() { " " } else { cell.symbol() };
        if symbol != " " || !self.looks_the_same_on_a_blank(cell.style()) {
            self.style(cell.style());
        }
        self.out.push_str(symbol);
        self.at = Some((x + 1, y));
    }

    fn doubtful(&mut self, run: &[(u16, u16, &Cell)]) {
        let (x, y, _) = run[0];
        self.move_to(x, y);
        if let [(_, _, cell)] = run
            && is_sign(cell)
        {
            // One sign in one cell writes over whatever stood there.
            self.style(cell.style());
            self.out.push_str(cell.symbol());
            self.at = None;
            return;
        }
        for (_, _, cell) in run {
            // xterm loses a letter that is drawn right after bold blanks.
            self.style(cell.style().remove_modifier(Modifier::BOLD | Modifier::ITALIC));
            for _ in 0..cell.cell_width().max(1) {
                self.out.push(' ');
            }
        }
        self.at = None;
        let mut rest = run;
        while let Some(&(x, y, cell)) = rest.first() {
            self.move_to(x, y);
            self.style(cell.style());
            let word = if self.manner.words { word::length(rest) } else { 0 };
            if word > 0 {
                let width = word::write(&mut self.out, &rest[..word]);
                self.at = Some((x + width, y));
            } else {
                self.out.push_str(cell.symbol());
                self.at = None;
            }
            rest = &rest[word.max(1)..];
        }
    }

    fn move_to(&mut self, x: u16, y: u16) {
        if self.at == Some((x, y)) {
            return;
        }
        let same_row = self.at.is_some_and(|(_, row)| row == y);
        // Writing to a string cannot fail.
        let _ = if same_row {
            write!(self.out, "\x1b[{}G", u32::from(x) + 1)
        } else {
            write!(self.out, "\x1b[{};{}H", u32::from(y) + 1, u32::from(x) + 1)
        };
        self.at = Some((x, y));
    }

    /// Whether a blank in the pen's style looks like one in this style: only the ground shows.
    fn looks_the_same_on_a_blank(&self, style: Style) -> bool {
        let shows = Modifier::UNDERLINED | Modifier::REVERSED;
        self.style.is_some_and(|pen| {
            pen.bg == style.bg
                && !pen.add_modifier.intersects(shows)
                && !style.add_modifier.intersects(shows)
        })
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
        let mut codes = String::new();
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
            color(&mut codes, color_of(style.fg), 30);
        }
        if color_of(before.bg) != color_of(style.bg) {
            color(&mut codes, color_of(style.bg), 40);
        }
        if let Some(codes) = codes.strip_prefix(';') {
            let _ = write!(self.out, "\x1b[{codes}m");
        }
    }

    fn end(mut self) -> String {
        if self.style.is_some() {
            self.out.push_str("\x1b[0m");
        }
        self.out
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
        Color::Rgb(r, g, b) => {
            let _ = write!(out, ";{};2;{r};{g};{b}", base + 8);
            return;
        }
        Color::Indexed(index) => {
            let _ = write!(out, ";{};5;{index}", base + 8);
            return;
        }
        Color::Reset => 9,
    };
    let _ = write!(out, ";{}", base + ansi);
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Rect;

    use super::*;
    use crate::app::Settings;
    use crate::text::SafeText;

    #[test]
    fn an_unchanged_screen_costs_nothing() {
        let buffer = Buffer::with_lines(["one", "two"]);
        assert_eq!(frame(&buffer, &buffer, Manner::default()), "");
    }

    #[test]
    fn plain_cells_are_one_run_and_clusters_are_anchored() {
        let before = Buffer::empty(Rect::new(0, 0, 6, 1));
        let mut next = before.clone();
        next.set_string(0, 0, "ab", Style::new());
        assert_eq!(frame(&before, &next, Manner::default()), "\x1b[1;1H\x1b[0mab\x1b[0m");
        let mut next = before.clone();
        next[(1, 0)]
            .set_symbol("কা")
            .set_diff_option(ratatui::buffer::CellDiffOption::ForcedWidth(2.try_into().unwrap()));
        next[(2, 0)].set_symbol("");
        next[(3, 0)].set_symbol("|");
        assert_eq!(
            frame(&before, &next, Manner::default()),
            "\x1b[1;2H\x1b[0m  \x1b[1;2Hকা\x1b[1;4H|\x1b[0m"
        );
    }

    #[test]
    fn only_our_own_sequences_leave() {
        let hostile = SafeText::line("\x1b]0;x\x07\u{9b}31m\u{202e}");
        let settings = Settings::default();
        assert!(!settings.ascii);
        let mut next = Buffer::empty(Rect::new(0, 0, 40, 1));
        next.set_string(0, 0, &*hostile, Style::new());
        let bytes = frame(&Buffer::empty(next.area), &next, Manner::default());
        let rest = bytes.replace("\x1b[", "");
        assert!(!rest.contains(|c: char| c.is_control()));
    }
}
