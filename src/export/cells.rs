//! A buffer as text.

use std::collections::HashMap;
use std::fmt::Write;

use ratatui::buffer::Buffer;
use ratatui::style::Style;

/// The characters of every row, without the blanks at its end.
pub fn text(buffer: &Buffer) -> String {
    let mut out = String::new();
    for y in buffer.area.top()..buffer.area.bottom() {
        let row: String =
            (buffer.area.left()..buffer.area.right()).map(|x| buffer[(x, y)].symbol()).collect();
        out.push_str(row.trim_end());
        out.push('\n');
    }
    out
}

/// The styles of every cell as letters, `a` for the first style on the screen, and a key below:
/// what [`text`] cannot show, for tests.
pub fn styles(buffer: &Buffer) -> String {
    let mut names: HashMap<Style, char> = HashMap::new();
    let mut order: Vec<(char, Style)> = Vec::new();
    let mut out = String::new();
    for y in buffer.area.top()..buffer.area.bottom() {
        for x in buffer.area.left()..buffer.area.right() {
            let style = buffer[(x, y)].style();
            let name = *names.entry(style).or_insert_with(|| {
                let next = LETTERS.chars().nth(order.len()).unwrap_or('?');
                order.push((next, style));
                next
            });
            out.push(name);
        }
        out.push('\n');
    }
    for (name, style) in order {
        let (fg, bg, modifiers) = (style.fg, style.bg, style.add_modifier);
        // Writing to a string cannot fail.
        let _ = writeln!(out, "{name} {fg:?} on {bg:?} {modifiers:?}");
    }
    out
}

const LETTERS: &str = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
