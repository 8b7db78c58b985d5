//! Every letter on every screen of the two painted themes, on whatever ground it stands, has a
//! contrast of 4.5 at least.

use outage_tui::app::{Settings, Theme};
use outage_tui::text::{Lang, Words};
use outage_tui::view::{of_256, rgb_of};
use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier};

use crate::common::{OCTOBER, drive, stage};

/// Relative luminance after WCAG 2.
fn luminance(color: Color) -> f64 {
    let [r, g, b] = match color {
        Color::Rgb(r, g, b) => [r, g, b],
        Color::Indexed(index @ 16..) => rgb_of(index),
        other => panic!("{other:?} is not painted"),
    };
    let channel = |c: u8| {
        let c = f64::from(c) / 255.0;
        if c <= 0.040_45 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b)
}

fn contrast(ink: Color, ground: Color) -> f64 {
    let (ink, ground) = (luminance(ink), luminance(ground));
    (ink.max(ground) + 0.05) / (ink.min(ground) + 0.05)
}

/// Blanks and what is drawn rather than written: lines, blocks, and the dots and arrows between
/// words.
fn is_drawn(symbol: &str) -> bool {
    symbol.trim().is_empty()
        || symbol.chars().all(|c| matches!(c, '\u{2500}'..='\u{259F}' | '·' | '→'))
}

fn assert_readable(buffer: &Buffer, what: &str) {
    for cell in buffer.content().iter().filter(|cell| !is_drawn(cell.symbol())) {
        // As painted, and on a terminal of 256 colours.
        for (ink, ground) in [(cell.fg, cell.bg), (of_256(cell.fg), of_256(cell.bg))] {
            let found = contrast(ink, ground);
            let how = (ink, ground, cell.modifier & Modifier::REVERSED);
            assert!(found >= 4.5, "{what}: {:?} in {how:?} has {found:.2}", cell.symbol());
        }
    }
}

const SCREENS: &[&str] = &[
    "",
    "end",
    "e e e",
    "j j j",
    "1 z",
    "2 z",
    "3 z",
    "4 z",
    "5 z",
    "? down",
    "? 'zzzz'",
    "g",
    "!",
    "enter",
    "/ 'facebook'",
    "/ 'facebook' enter n",
    "/ 'a' enter",
    "f 'kind:x'",
    "f 'kind:impact' enter",
    "f 'zzz' enter",
    "g t '99' enter",
    "space",
    "f2",
    "s",
    "t t t",
    "+ + +",
];

#[test]
fn every_letter_on_every_screen_can_be_read() {
    for theme in [Theme::Dark, Theme::Light] {
        for lang in Lang::ALL {
            let settings = Settings { theme, words: Words::new(lang), ..Settings::default() };
            for keys in SCREENS {
                for (width, height) in [(200, 60), (100, 30), (60, 16), (40, 10)] {
                    let mut stage = stage(OCTOBER, settings, width, height);
                    drive(&mut stage, Some("2021-10-04T22:10Z"), keys);
                    assert_readable(&stage.draw(), &format!("{theme:?} {keys:?} {width}×{height}"));
                }
            }
        }
    }
}
