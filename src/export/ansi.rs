//! A buffer as text with colours, for `cat`.
//!
//! Terminals disagree about how wide a Bengali letter is. So the ground of a row is laid first, and
//! then each word goes to its own column: borders stay whole in every terminal, whatever the
//! letters do.

use std::fmt::Write;

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier, Style};

/// The rows of the buffer, each ended and without a style.
pub fn ansi(buffer: &Buffer) -> String {
    let mut pen = Pen::default();
    for y in buffer.area.top()..buffer.area.bottom() {
        pen.ground(buffer, y, (buffer.area.left(), buffer.area.right()));
        pen.words(buffer, y, (buffer.area.left(), buffer.area.right()));
        pen.out.push_str("\x1b[0m\n");
        pen.style = Style::new();
    }
    pen.out
}

/// The part of a style that a blank shows.
fn ground(cell: &Cell) -> Style {
    let shown = Modifier::REVERSED | Modifier::UNDERLINED;
    let style = Style::new().bg(cell.bg).add_modifier(cell.modifier & shown);
    if cell.modifier.contains(Modifier::REVERSED) { style.fg(cell.fg) } else { style }
}

fn full(cell: &Cell) -> Style {
    Style::new().fg(cell.fg).bg(cell.bg).add_modifier(cell.modifier)
}

/// Whether all terminals agree about the width of a symbol.
pub(super) fn is_plain(symbol: &str) -> bool {
    let mut chars = symbol.chars();
    let first = chars.next();
    matches!(first, Some(' '..='~' | '\u{2500}'..='\u{259F}')) && chars.next().is_none()
}

#[derive(Default)]
pub(super) struct Pen {
    pub(super) out: String,
    style: Style,
}

// Writing to a string cannot fail.
impl Pen {
    /// A stretch of a row, wherever the cursor is.
    pub(super) fn stretch(&mut self, buffer: &Buffer, y: u16, columns: (u16, u16)) {
        let _ = write!(self.out, "\x1b[{};{}H", y + 1, columns.0 + 1);
        if (columns.0..columns.1).all(|x| is_plain(buffer[(x, y)].symbol())) {
            for x in columns.0..columns.1 {
                let cell = &buffer[(x, y)];
                let blank = cell.symbol() == " ";
                self.style(if blank { ground(cell) } else { full(cell) });
                self.out.push_str(cell.symbol());
            }
            return;
        }
        self.ground(buffer, y, columns);
        self.words(buffer, y, columns);
    }

    /// The ground of a stretch, from where the cursor is.
    fn ground(&mut self, buffer: &Buffer, y: u16, (from, to): (u16, u16)) {
        for x in from..to {
            self.style(ground(&buffer[(x, y)]));
            self.out.push(' ');
        }
    }

    /// The cells that are not blank, each stretch of one style at its column. A stretch goes on
    /// while it is sure where the cursor stands: not past a letter that terminals disagree about,
    /// but for the rest of its word.
    fn words(&mut self, buffer: &Buffer, y: u16, (from, to): (u16, u16)) {
        let (mut open, mut sure) = (false, true);
        for x in from..to {
            let cell = &buffer[(x, y)];
            if cell.symbol().trim().is_empty() {
                open &= cell.symbol().is_empty();
                continue;
            }
            let style = full(cell);
            let plain = is_plain(cell.symbol());
            if !open || style != self.style || (plain && !sure) {
                let _ = write!(self.out, "\x1b[{}G", x - buffer.area.left() + 1);
                self.style(style);
            }
            self.out.push_str(cell.symbol());
            (open, sure) = (true, plain);
        }
    }

    fn style(&mut self, style: Style) {
        if style == self.style {
            return;
        }
        self.style = style;
        self.out.push_str("\x1b[0");
        let set = [
            (Modifier::BOLD, 1),
            (Modifier::DIM, 2),
            (Modifier::ITALIC, 3),
            (Modifier::UNDERLINED, 4),
            (Modifier::REVERSED, 7),
        ];
        for (_, code) in set.iter().filter(|(one, _)| style.add_modifier.contains(*one)) {
            let _ = write!(self.out, ";{code}");
        }
        self.color(style.fg, 30);
        self.color(style.bg, 40);
        self.out.push('m');
    }

    /// `base` is 30 for the text and 40 for the ground.
    fn color(&mut self, color: Option<Color>, base: u8) {
        let sixteen = [
            Color::Black,
            Color::Red,
            Color::Green,
            Color::Yellow,
            Color::Blue,
            Color::Magenta,
            Color::Cyan,
            Color::Gray,
            Color::DarkGray,
            Color::LightRed,
            Color::LightGreen,
            Color::LightYellow,
            Color::LightBlue,
            Color::LightMagenta,
            Color::LightCyan,
            Color::White,
        ];
        let _ = match color {
            None | Some(Color::Reset) => Ok(()),
            Some(Color::Rgb(r, g, b)) => write!(self.out, ";{};2;{r};{g};{b}", base + 8),
            Some(Color::Indexed(index)) => write!(self.out, ";{};5;{index}", base + 8),
            Some(named) => {
                let place = sixteen.iter().position(|color| *color == named).unwrap_or(7) as u8;
                write!(self.out, ";{}", if place < 8 { base + place } else { base + 52 + place })
            }
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::layout::Rect;

    #[test]
    fn every_word_stands_at_its_column() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 8, 1));
        buffer.set_string(0, 0, "ab", Style::new().fg(Color::LightRed));
        buffer[(3, 0)].set_symbol("কা");
        buffer[(4, 0)].set_symbol("");
        buffer.set_string(6, 0, "│", Style::new());
        let expected = "\x1b[0m        \x1b[1G\x1b[0;91mab\x1b[4G\x1b[0mকা\x1b[7G│\x1b[0m\n";
        let told = ansi(&buffer);
        assert_eq!(told, expected, "{told:?}");
    }
}
