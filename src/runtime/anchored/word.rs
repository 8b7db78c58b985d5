//! Whole words of Bengali in one piece, for terminals with the text-sizing protocol of kitty:
//! `OSC 66 ; w=cells ; text BEL` sets a text in exactly so many cells, shaped as one.
//!
//! Writing over a part of such a piece wipes out all of it, so a row in which one stands or will
//! stand is written whole when anything in it changes.

use std::fmt::Write;

use ratatui::buffer::{Buffer, Cell, CellWidth};

use super::run::Set;
use super::scroll;
use crate::text::{ends_in_virama, is_bengali};

/// The most cells of one piece, by the protocol.
const MOST_CELLS: u16 = 7;

/// Forgets what is shown on the rows that must be written whole.
pub(super) fn forget(shown: &mut Buffer, next: &Buffer) {
    // A screen without columns has no rows either.
    let width = usize::from(next.area.width).max(1);
    let rows = shown.content.chunks_mut(width).zip(next.content.chunks(width));
    for (before, after) in rows {
        if before != after && before.iter().chain(after).any(is_of_a_word) {
            before.iter_mut().for_each(scroll::forget);
        }
    }
}

/// Whether the cell holds Bengali and nothing else.
fn is_of_a_word(cell: &Cell) -> bool {
    let symbol = cell.symbol();
    !symbol.is_empty()
        && symbol.chars().all(|c| is_bengali(c) || matches!(c, '\u{200C}' | '\u{200D}'))
}

/// How many of the cells are one piece: Bengali in one style, side by side, and cut only where a
/// word may be cut. 0 when the first is none, or is too wide for one.
pub(super) fn length(cells: &[Set]) -> usize {
    let style = cells[0].1.style();
    let goes_on = |(_, cell): &Set| is_of_a_word(cell) && cell.style() == style;
    let word = cells.iter().take_while(|cell| goes_on(cell)).count();
    let mut width = 0;
    let fits = |(_, cell): &&Set| {
        width += cell.cell_width();
        width <= MOST_CELLS
    };
    let fitting = cells[..word].iter().take_while(fits).count();
    let leans = |length: &usize| ends_in_virama(cells[length - 1].1.symbol());
    let cut = (1..=fitting).rev().find(|length| *length == word || !leans(length));
    cut.unwrap_or(fitting)
}

/// Writes a piece; its width in cells.
pub(super) fn write(out: &mut String, word: &[Set]) -> u16 {
    let width = word.iter().map(|(_, cell)| cell.cell_width()).sum();
    // Writing to a string cannot fail.
    let _ = write!(out, "\x1b]66;w={width};");
    out.extend(word.iter().map(|(_, cell)| cell.symbol()));
    out.push('\x07');
    width
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    use super::super::Manner;
    use super::*;
    use crate::runtime::bytes as frame;
    use crate::text::{cluster_width, clusters};

    fn row(text: &str) -> Buffer {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 20, 1));
        let mut x = 0;
        for cluster in clusters(text) {
            let width = cluster_width(cluster) as u16;
            let forced = std::num::NonZeroU16::new(width).unwrap();
            buffer[(x, 0)]
                .set_symbol(cluster)
                .set_diff_option(ratatui::buffer::CellDiffOption::ForcedWidth(forced))
                .set_style(Style::new());
            for tail in x + 1..x + width {
                buffer[(tail, 0)].set_symbol("");
            }
            x += width;
        }
        buffer
    }

    #[test]
    fn a_word_is_one_piece_and_a_long_one_several() {
        let words = Manner { words: true, ..Manner::default() };
        let empty = Buffer::empty(Rect::new(0, 0, 20, 1));
        let bytes = frame(&empty, &row("ab বিভ্রাট"), words);
        assert!(bytes.contains("\x1b[1;1H\x1b[0mab "), "{bytes:?}");
        assert!(bytes.contains("\x1b]66;w=6;বিভ্রাট\x07"), "{bytes:?}");
        let long = frame(&empty, &row("হোয়াটসঅ্যাপ"), words);
        let pieces: Vec<&str> = long.split("\x1b]66;w=").skip(1).collect();
        assert_eq!(pieces.len(), 2, "{long:?}");
        assert!(pieces[1].contains("অ্যা"), "no piece ends in a bare virama: {long:?}");
        let text: String =
            pieces.iter().map(|piece| &piece[2..piece.find('\x07').unwrap()]).collect();
        assert_eq!(text, "হোয়াটসঅ্যাপ");
    }

    #[test]
    fn a_change_writes_the_whole_row_and_no_other() {
        let words = Manner { words: true, ..Manner::default() };
        let (before, after) = (row("কখ গ x"), row("কখ গ y"));
        let bytes = frame(&before, &after, words);
        assert!(bytes.contains(";কখ\x07") && bytes.contains(";গ\x07"), "{bytes:?}");
        assert_eq!(frame(&after, &after, words), "");
        assert_eq!(frame(&row("ab x"), &row("ab y"), words), "\x1b[1;4H\x1b[0my\x1b[0m");
    }
}
