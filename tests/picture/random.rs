//! Whatever stands in the cells: a picture comes of it, and a tame one.

use std::num::NonZeroU16;

use outage_tui::app::Theme;
use outage_tui::export::ansi;
use outage_tui::export::picture::{Fonts, to_png, to_svg};
use outage_tui::text::{Lang, SafeText, cut};
use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};

use super::scene::put;
use super::vector::assert_tame;
use super::{CAPTION, october, painted};

/// Letters of many scripts, drawn symbols, blanks, marks.
const LETTERS: &str = "[ a-z<&\"'=ক-হা-ৌ্০-৯ঁ-ঃ।\u{200D}─│╭╬█░▒⣿●◐→日é\u{301}🔥א]{0,24}";

fn style() -> impl Strategy<Value = Style> {
    (any::<u8>(), any::<bool>(), 0_u16..512).prop_map(|(color, ground, bits)| {
        let style = Style::new().fg(Color::Indexed(color));
        let style = if ground { style.bg(Color::Indexed(255 - color)) } else { style };
        style.add_modifier(Modifier::from_bits_truncate(bits))
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_cells_make_a_tame_picture(
        rows in prop::collection::vec(prop::collection::vec((LETTERS, style()), 0..4), 1..6),
    ) {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 60, 6));
        for (y, pieces) in rows.iter().enumerate() {
            let mut x = 0;
            for (text, style) in pieces {
                let text = SafeText::line(text);
                x = put(&mut buffer, x, y as u16, &cut(&text, usize::from(60 - x)), *style);
            }
        }
        let fonts = Fonts::default();
        let drawing = painted(&buffer, Theme::Dark, &fonts);
        assert_tame(&to_svg(&drawing, &fonts, CAPTION, false));
        prop_assert!(to_png(&drawing, &fonts, 1, "alt").is_ok());
    }
}

#[test]
fn a_terminal_that_takes_fewer_cells_for_bengali_still_keeps_the_borders() {
    let buffer = october(Theme::Dark, Lang::Bn, (120, 40));
    let [rows, columns] = [41, 120].map(|size| NonZeroU16::new(size).unwrap());
    let mut terminal = vt100::Parser::new(rows, columns, 0);
    terminal.process(ansi(&buffer).replace('\n', "\r\n").as_bytes());
    for y in 0..40 {
        for x in 0..120 {
            let symbol = buffer[(x, y)].symbol();
            if symbol.starts_with(|c| ('\u{2500}'..='\u{257F}').contains(&c)) {
                let cell = terminal.screen().cell(y, x).unwrap();
                assert_eq!(cell.contents(), symbol, "{x},{y}");
            }
        }
    }
}
