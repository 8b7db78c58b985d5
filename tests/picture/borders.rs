//! No text crosses a border, and no border has a seam.

use outage_tui::app::Theme;
use outage_tui::export::picture::{Fonts, Sheet, paint};
use outage_tui::text::Lang;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::pixels::Pixels;
use super::{october, page};

const CELL: (u32, u32) = (9, 20);
const PADDING: u32 = 16;

fn cell(pixels: &Pixels, (x, y): (u16, u16), scale: u32) -> Vec<[u8; 4]> {
    let left = (PADDING + u32::from(x) * CELL.0) * scale;
    let top = (PADDING + u32::from(y) * CELL.1) * scale;
    let rows = top..top + CELL.1 * scale;
    rows.flat_map(|y| (left..left + CELL.0 * scale).map(move |x| pixels.pixel(x, y))).collect()
}

fn is_drawn(symbol: &str) -> bool {
    symbol.starts_with(|c| ('\u{2500}'..='\u{259F}').contains(&c))
}

/// Every drawn cell of a screen looks as it does alone.
fn assert_borders(buffer: &Buffer, theme: Theme, scale: u8, fonts: &Fonts) {
    let all = Pixels::of(&paint(buffer, page(theme), fonts, Sheet::default()), fonts, scale);
    let mut bare = buffer.clone();
    for cell in bare.content.iter_mut().filter(|cell| !is_drawn(cell.symbol())) {
        cell.set_symbol(" ");
    }
    let bare = Pixels::of(&paint(&bare, page(theme), fonts, Sheet::default()), fonts, scale);
    let mut touched = Vec::new();
    for y in 0..buffer.area.height {
        for x in 0..buffer.area.width {
            if is_drawn(buffer[(x, y)].symbol()) {
                let (found, alone) =
                    (cell(&all, (x, y), scale.into()), cell(&bare, (x, y), scale.into()));
                if found != alone {
                    touched.push((buffer[(x, y)].symbol(), x, y));
                }
            }
        }
    }
    assert!(touched.is_empty(), "letters touch {touched:?}");
}

#[test]
fn no_letter_touches_a_border() {
    let fonts = Fonts::default();
    for (theme, lang, scale) in
        [(Theme::Light, Lang::Bn, 1), (Theme::Dark, Lang::Bn, 2), (Theme::Light, Lang::En, 3)]
    {
        for size in [(80, 24), (120, 40)] {
            assert_borders(&october(theme, lang, size), theme, scale, &fonts);
        }
    }
}

#[test]
fn neighbours_meet_without_a_seam() {
    let fonts = Fonts::default();
    for (rows, what) in [
        (["┏━┳━┓", "┣━╋━┫", "┗━┻━┛"], "heavy"),
        (["┌─┬─┐", "├─┼─┤", "└─┴─┘"], "light"),
        (["╔═╦═╗", "╠═╬═╣", "╚═╩═╝"], "double"),
        (["╒═╤═╕", "╞═╪═╡", "╘═╧═╛"], "double across"),
        (["╓─╥─╖", "╟─╫─╢", "╙─╨─╜"], "double down"),
        (["╭─┬─╮", "├─┼─┤", "╰─┴─╯"], "round"),
    ] {
        let buffer = Buffer::with_lines(rows);
        let drawing = paint(&buffer, page(Theme::Mono), &fonts, Sheet::default());
        let pixels = Pixels::of(&drawing, &fonts, 1);
        let ink = |x: u32, y: u32| pixels.pixel(PADDING + x, PADDING + y)[0] < 128;
        // On both sides of each inner edge of a cell the same pixels are inked.
        for edge in [9, 18, 27, 36] {
            for y in 0..60 {
                assert_eq!(ink(edge - 1, y), ink(edge, y), "{what}: {edge},{y}");
            }
        }
        for edge in [20, 40] {
            for x in 0..45 {
                assert_eq!(ink(x, edge - 1), ink(x, edge), "{what}: {x},{edge}");
            }
        }
        // And something goes through each of them.
        assert!((0..60).any(|y| ink(9, y)) && (0..45).any(|x| ink(x, 20)), "{what}");
    }
}

#[test]
fn a_full_block_fills_its_cell_and_nothing_else() {
    let fonts = Fonts::default();
    let buffer = Buffer::with_lines([" █ "]);
    let drawing = paint(&buffer, page(Theme::Mono), &fonts, Sheet::default());
    let pixels = Pixels::of(&drawing, &fonts, 2);
    let is_full = |at| cell(&pixels, at, 2).iter().all(|pixel| pixel[0] == 24);
    let is_empty = |at| cell(&pixels, at, 2).iter().all(|pixel| pixel[0] == 255);
    assert!(is_empty((0, 0)) && is_full((1, 0)) && is_empty((2, 0)));
}

#[test]
fn every_drawn_character_stays_in_its_cell() {
    let fonts = Fonts::default();
    for c in ('\u{2500}'..='\u{259F}').chain('\u{2801}'..='\u{28FF}') {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 3, 3));
        buffer[(1, 1)].set_char(c);
        let drawing = paint(&buffer, page(Theme::Mono), &fonts, Sheet::default());
        assert!(drawing.missing.is_empty(), "{c} is drawn, not set");
        let pixels = Pixels::of(&drawing, &fonts, 1);
        let inked = |at| cell(&pixels, at, 1).iter().any(|pixel| pixel[0] < 250);
        assert!(inked((1, 1)), "{c} is nothing");
        for (x, y) in [(0, 0), (1, 0), (2, 0), (0, 1), (2, 1), (0, 2), (1, 2), (2, 2)] {
            let around = cell(&pixels, (x, y), 1);
            assert!(around.iter().all(|pixel| pixel[0] == 255), "{c} leaves its cell at {x},{y}");
        }
    }
}
