//! From cells to bytes, by the rule that no terminal breaks.
//!
//! Terminals disagree about how far a Bengali letter moves the cursor. So where such letters will
//! stand is blanked first, then each cluster is written at its own column, and whatever follows is
//! put in its place again. Cells about which all agree (ASCII, lines and blocks, a letter alone)
//! are written one after the other.
//!
//! Few bytes matter on a slow line: rows that only moved are scrolled ([`scroll`]), and cells of
//! one style may be written together, since a colour costs more than a move.

mod pen;
mod run;
mod scroll;
mod word;

use ratatui::buffer::Buffer;
use ratatui::style::Color;

use pen::Pen;
use run::Run;

/// How a screen is written.
#[derive(Debug, Clone, Copy, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub struct Manner {
    /// Whether nothing is known of what stands there.
    pub anew: bool,
    /// Whether whole words of Bengali go out in one piece (`OSC 66`).
    pub words: bool,
    /// Whether painted colours go out as the nearest of 256.
    pub few_colors: bool,
    /// Whether erased cells take the background of the moment, as in all but GNU screen.
    pub erases: bool,
}

/// The bytes that turn a screen with the cells of `shown` into one with those of `next`.
pub(super) fn frame(mut shown: Buffer, next: &Buffer, manner: Manner) -> String {
    let mut pen = Pen::new(manner);
    if manner.anew {
        shown = pen.clear(next);
    } else if let Some(shift) = scroll::found(&shown, next) {
        pen.scroll(shift);
        shift.apply(&mut shown);
    }
    if manner.words {
        word::forget(&mut shown, next);
    }
    let runs = run::changed(&shown, next, manner.words);
    let by_style = run::by_style(&runs);
    if manner.anew && !manner.few_colors && is_painted(next) {
        return pen.written(&by_style);
    }
    // Where there are few colours, or few runs, a move may cost more than a colour.
    let in_order: Vec<&Run> = runs.iter().collect();
    let [one, other] = [in_order, by_style].map(|runs| pen.clone().written(&runs));
    if other.len() < one.len() { other } else { one }
}

/// Whether a colour takes some eighteen bytes, more than any move.
fn is_painted(next: &Buffer) -> bool {
    next.content.first().is_some_and(|cell| matches!(cell.bg, Color::Rgb(..)))
}

#[cfg(test)]
mod tests {
    use ratatui::buffer::CellDiffOption;
    use ratatui::layout::Rect;
    use ratatui::style::{Color, Modifier, Style};

    use super::*;
    use crate::app::Settings;
    use crate::runtime::bytes as frame;
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
        put(&mut next, "কা", 2);
        next[(3, 0)].set_symbol("|");
        let over = frame(&row("abcdef"), &next, Manner::default());
        assert_eq!(over, "\x1b[1;2H\x1b[0m\x1b[2Xকা\x1b[4G|  \x1b[0m");
        let over_blanks = frame(&before, &next, Manner::default());
        assert_eq!(over_blanks, "\x1b[1;1H\x1b[0maকা\x1b[4G|\x1b[0m");
    }

    /// A cluster behind an `a`, in so many cells.
    fn put(buffer: &mut Buffer, cluster: &str, cells: u16) {
        let width = CellDiffOption::ForcedWidth(cells.try_into().unwrap());
        buffer[(1, 0)].set_symbol(cluster).set_diff_option(width);
        for behind in 1..cells {
            buffer[(1 + behind, 0)].set_symbol("");
        }
    }

    fn row(text: &str) -> Buffer {
        Buffer::with_lines([text])
    }

    #[test]
    fn a_letter_alone_needs_no_anchor() {
        for (cluster, cells, anchored) in
            [("ক", 1, false), ("কু", 1, false), ("ক্", 1, true), ("কি", 2, true), ("ক্ষ", 2, true)]
        {
            let mut next = row("a    b");
            put(&mut next, cluster, cells);
            next[(1 + cells, 0)].set_symbol("|");
            let bytes = frame(&row("a    b"), &next, Manner::default());
            let behind = if anchored { format!("\x1b[{}G|", cells + 2) } else { "|".to_owned() };
            assert!(bytes.contains(&format!("{cluster}{behind}")), "{bytes:?}");
        }
    }

    #[test]
    fn blanks_are_erased_where_erasing_takes_their_ground() {
        let (before, mut next) = (row(&"x".repeat(40)), row(&" ".repeat(40)));
        next.set_style(next.area, Style::new().bg(Color::Blue));
        let erases = Manner { erases: true, ..Manner::default() };
        assert_eq!(frame(&before, &next, erases), "\x1b[1;1H\x1b[0;44m\x1b[40X\x1b[0m");
        let blanks = frame(&before, &next, Manner::default());
        assert_eq!(blanks, format!("\x1b[1;1H\x1b[0;44m{}\x1b[0m", " ".repeat(40)));
        next.set_style(next.area, Modifier::UNDERLINED);
        assert!(!frame(&before, &next, erases).contains('X'));
        let anew = Manner { anew: true, ..erases };
        let next = row("  a ").clone();
        assert_eq!(frame(&row("    "), &next, anew), "\x1b[0m\x1b[2J\x1b[1;3H\x1b[0ma\x1b[0m");
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
