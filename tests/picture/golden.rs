//! Stored pictures, compared pixel by pixel; and the same bytes each time.
//!
//! `UPDATE_PICTURES=1 cargo test --test picture` stores them anew: look at them then.
#![expect(clippy::disallowed_methods, reason = "stored pictures are files")]

use std::path::Path;

use outage_tui::app::Theme;
use outage_tui::export::picture::{Fonts, to_html, to_png, to_svg};
use outage_tui::text::Lang;
use ratatui::style::Color;

use super::pixels::Pixels;
use super::scene::scene;
use super::{CAPTION, october, painted};

const STORED: [(&str, Theme, u8); 4] = [
    ("light-1", Theme::Light, 1),
    ("light-2", Theme::Light, 2),
    ("dark-1", Theme::Dark, 1),
    ("mono-1", Theme::Mono, 1),
];

#[test]
fn stored_pictures_are_still_what_is_painted() {
    let fonts = Fonts::default();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/picture/golden");
    for (name, theme, scale) in STORED {
        let (ground, _) = outage_tui::view::around(theme);
        let color = |color: Option<Color>| color.unwrap_or_default();
        let buffer = scene(color(ground.fg), color(ground.bg));
        let drawing = painted(&buffer, theme, &fonts);
        let made = to_png(&drawing, &fonts, scale, "").unwrap();
        let path = folder.join(format!("{name}.png"));
        if std::env::var_os("UPDATE_PICTURES").is_some() {
            std::fs::write(&path, &made).unwrap();
        }
        let (found, stored) = (Pixels::read(&made), Pixels::read(&std::fs::read(&path).unwrap()));
        let same = found.width == stored.width && found.bytes == stored.bytes;
        if !same {
            let beside = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.png"));
            std::fs::write(&beside, &made).unwrap();
            let pairs = found.bytes.chunks(4).zip(stored.bytes.chunks(4));
            let others = pairs.filter(|(one, other)| one != other).count();
            panic!("{name}: {others} other pixels; painted now: {}", beside.display());
        }
    }
}

#[test]
fn the_stored_pictures_are_small() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/picture/golden");
    let files = std::fs::read_dir(folder).unwrap();
    let bytes: u64 = files.map(|file| file.unwrap().metadata().unwrap().len()).sum();
    assert!(bytes < 300_000, "{bytes} bytes");
}

#[test]
fn the_same_screen_gives_the_same_bytes() {
    let once = || {
        let fonts = Fonts::default();
        let drawing = painted(&october(Theme::Dark, Lang::Bn, (100, 30)), Theme::Dark, &fonts);
        (
            to_png(&drawing, &fonts, 2, "alt").unwrap(),
            to_svg(&drawing, &fonts, CAPTION, true),
            to_html(&drawing, &fonts, CAPTION, "As text", false),
        )
    };
    assert!(once() == once());
}

#[test]
fn the_measures_are_exact() {
    let fonts = Fonts::default();
    let drawing = painted(&october(Theme::Light, Lang::En, (120, 40)), Theme::Light, &fonts);
    assert_eq!((drawing.width, drawing.height), (1112, 858 + 16), "bar and note");
    let file = to_png(&drawing, &fonts, 3, "").unwrap();
    let pixels = Pixels::read(&file);
    assert_eq!((pixels.width, pixels.height), (3336, 2622));
    assert_eq!(pixels.pixel(0, 0), [0, 0, 0, 0], "the corners are round");
}
