//! What the screen looks like, stored; and that it can be drawn at any size.
//!
//! After a change that is meant: `INSTA_UPDATE=always cargo test --test screens`, then look.

mod common;

use common::{OCTOBER, SMALLEST, assert_whole, bengali, drive, stage};
use outage_tui::app::{Settings, Theme};
use outage_tui::export::{styles, text};
use outage_tui::headless::Stage;
use unicode_properties::UnicodeEmoji;

/// The screen as text, with its right edge marked, so that a row that is too short shows.
fn framed(stage: &Stage) -> String {
    let buffer = stage.draw();
    let (width, height) = (buffer.area.width, buffer.area.height);
    format!("{width}×{height}\n{}", text(&buffer))
}

/// Stores the screen under a name.
macro_rules! screen {
    ($name:literal, $stage:expr) => {
        insta::with_settings!({prepend_module_to_snapshot => false, omit_expression => true}, {
            insta::assert_snapshot!($name, framed(&$stage));
        });
    };
}

fn october(width: u16, height: u16, clock: Option<&str>, keys: &str) -> Stage {
    let mut stage = stage(OCTOBER, Settings::default(), width, height);
    drive(&mut stage, clock, keys);
    stage
}

#[test]
fn the_october_outage_at_every_size() {
    screen!("october-0x0", october(0, 0, None, ""));
    screen!("october-1x1", october(1, 1, None, ""));
    screen!("october-59x16", october(59, 16, None, ""));
    screen!("october-60x16", october(60, 16, None, ""));
    screen!("october-80x24", october(80, 24, None, ""));
    screen!("october-120x40", october(120, 40, None, ""));
    screen!("october-200x60", october(200, 60, None, ""));
}

#[test]
fn the_october_outage_at_its_turning_points() {
    screen!("october-before-80x24", october(80, 24, Some("2021-10-04T15:31Z"), ""));
    screen!("october-18h-80x24", october(80, 24, Some("2021-10-04T18:00Z"), ""));
    screen!("october-18h-120x40", october(120, 40, Some("2021-10-04T18:00Z"), ""));
    screen!("october-22h10-120x40", october(120, 40, Some("2021-10-04T22:10Z"), ""));
    screen!("october-22h10-200x60", october(200, 60, Some("2021-10-04T22:10Z"), ""));
    screen!("october-end-80x24", october(80, 24, None, "end"));
    screen!("october-end-120x40", october(120, 40, None, "end"));
}

#[test]
fn the_smallest_incident() {
    for (name, width, height) in [("60x16", 60, 16), ("80x24", 80, 24), ("200x60", 200, 60)] {
        insta::with_settings!({prepend_module_to_snapshot => false, omit_expression => true}, {
            let stage = stage(SMALLEST, Settings::default(), width, height);
            insta::assert_snapshot!(format!("smallest-{name}"), framed(&stage));
        });
    }
}

#[test]
fn overlays_and_lines() {
    screen!("goto-80x24", october(80, 24, None, "g"));
    screen!("goto-time-80x24", october(80, 24, None, "g t '25:61'"));
    screen!("goto-time-wrong-80x24", october(80, 24, None, "g t '25:61' enter"));
    screen!("help-80x24", october(80, 24, None, "?"));
    screen!("help-narrowed-120x40", october(120, 40, None, "? 'phase'"));
    screen!("detail-80x24", october(80, 24, Some("2021-10-04T22:10Z"), "enter"));
    screen!("problems-80x24", october(80, 24, None, "!"));
    screen!("search-80x24", october(80, 24, None, "/ 'cloudflare'"));
    screen!("search-on-80x24", october(80, 24, None, "/ 'cloudflare' enter n"));
    screen!("filter-80x24", october(80, 24, None, "f 'kind:recovery'"));
    screen!("filter-wrong-80x24", october(80, 24, None, "f 'kind:xyz'"));
    screen!("filter-on-120x40", october(120, 40, None, "f 'kind:recovery' enter"));
    screen!("filter-empty-80x24", october(80, 24, None, "f 'zzz' enter"));
}

#[test]
fn panels_alone_and_clocks() {
    screen!("lanes-alone-80x24", october(80, 24, Some("2021-10-04T18:00Z"), "1 z"));
    screen!("recovery-alone-80x24", october(80, 24, Some("2021-10-04T18:00Z"), "2 z"));
    screen!("services-focused-80x24", october(80, 24, Some("2021-10-04T18:00Z"), "4"));
    screen!("since-start-80x24", october(80, 24, Some("2021-10-04T18:00Z"), "t t t"));
    screen!("since-last-80x24", october(80, 24, Some("2021-10-04T18:00Z"), "t t t t"));
    screen!("zoomed-120x40", october(120, 40, Some("2021-10-04T21:17Z"), "+ + +"));
    screen!("worst-first-120x40", october(120, 40, Some("2021-10-04T22:10Z"), "s"));
}

#[test]
fn in_bengali() {
    for (name, width, height, keys) in [
        ("bengali-80x24", 80, 24, ""),
        ("bengali-120x40", 120, 40, "3 j"),
        ("bengali-200x60", 200, 60, ""),
        ("bengali-help-80x24", 80, 24, "?"),
        ("bengali-detail-80x24", 80, 24, "enter"),
    ] {
        insta::with_settings!({prepend_module_to_snapshot => false, omit_expression => true}, {
            let mut stage = stage(OCTOBER, bengali(), width, height);
            drive(&mut stage, Some("2021-10-04T22:10Z"), keys);
            insta::assert_snapshot!(name, framed(&stage));
        });
    }
}

#[test]
fn without_colours_and_in_ascii() {
    let settings = Settings { ascii: true, theme: Theme::Mono, ..Settings::default() };
    let mut plain = stage(OCTOBER, settings, 80, 24);
    drive(&mut plain, Some("2021-10-04T22:10Z"), "");
    screen!("ascii-80x24", plain);
    let shown = text(&plain.draw());
    assert!(shown.is_ascii(), "{shown}");
    insta::with_settings!({prepend_module_to_snapshot => false, omit_expression => true}, {
        insta::assert_snapshot!("styles-mono-80x24", styles(&plain.draw()));
        let dark = october(80, 24, Some("2021-10-04T22:10Z"), "/ 'cloudflare'");
        insta::assert_snapshot!("styles-dark-80x24", styles(&dark.draw()));
    });
}

#[test]
fn every_size_can_be_drawn() {
    for settings in [Settings::default(), bengali()] {
        let mut october = stage(OCTOBER, settings, 80, 24);
        drive(&mut october, Some("2021-10-04T22:10Z"), "");
        let small = stage(SMALLEST, settings, 80, 24);
        for mut stage in [october, small] {
            for height in 0..=60 {
                for width in 0..=120 {
                    stage.resize(width, height);
                    assert_whole(&stage.draw());
                }
            }
        }
    }
}

#[test]
fn overlays_can_be_drawn_at_every_size() {
    for keys in ["g", "? 'a'", "!", "enter", "/ 'ক'", "f 'x'", "g t '1'", "1 z", "4 z", "5 z"] {
        let mut stage = stage(OCTOBER, bengali(), 80, 24);
        drive(&mut stage, Some("2021-10-04T22:10Z"), keys);
        for height in (0..=60).step_by(10).chain([15, 16, 17, 29, 35, 36]) {
            for width in (0..=120).step_by(15).chain([1, 59, 61, 99, 100]) {
                stage.resize(width, height);
                assert_whole(&stage.draw());
            }
        }
    }
}

#[test]
fn borders_are_unbroken_beside_bengali() {
    for (width, height) in [(100, 30), (120, 40), (133, 44), (160, 50), (200, 60)] {
        let mut stage = stage(OCTOBER, bengali(), width, height);
        for _ in 0..78 {
            drive(&mut stage, None, "j");
            let buffer = stage.draw();
            for y in 2..height - 2 {
                let edge = buffer[(width - 1, y)].symbol();
                assert!("│╮╯".contains(edge), "{edge:?} at row {y} of {width}×{height}");
            }
        }
    }
}

#[test]
fn a_hint_is_shown_whole_or_not_at_all() {
    let whole = october(200, 24, None, "");
    let all = text(&whole.draw());
    let hints: Vec<&str> =
        all.lines().last().unwrap_or_default().split("  ").map(str::trim).collect();
    for width in 60..200 {
        let narrow = text(&october(width, 24, None, "").draw());
        for hint in narrow.lines().last().unwrap_or_default().split("  ").map(str::trim) {
            assert!(hints.contains(&hint), "{hint:?} at {width}");
        }
        assert!(narrow.trim_end().ends_with("? help"), "{width}");
    }
}

/// Terminals draw emoji two cells wide, or as pictures, even where they are asked for a sign.
#[test]
fn nothing_of_our_own_is_an_emoji() {
    assert!('▶'.is_emoji_char() && '⚠'.is_emoji_char());
    for settings in [Settings::default(), bengali()] {
        for keys in ["", "?", "g", "!", "space", "z", "/ 'dns' enter", "f 'kind:' enter", "enter"] {
            let mut stage = stage(OCTOBER, settings, 200, 60);
            drive(&mut stage, None, keys);
            let screen = text(&stage.draw());
            let emoji: String =
                screen.chars().filter(|c| !c.is_ascii() && c.is_emoji_char()).collect();
            assert_eq!(emoji, "", "after {keys:?}");
        }
    }
}
