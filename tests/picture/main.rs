//! Pictures: the same everywhere, whole, safe, and nothing in them that may not be.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

mod beside;
mod borders;
#[path = "../common/mod.rs"]
mod common;
mod golden;
mod letters;
mod pixels;
mod random;
mod readme;
mod scene;
mod secrets;
mod shot;
mod vector;

use common::{OCTOBER, drive, stage};
use outage_tui::app::{Settings, Theme};
use outage_tui::export::picture::{Caption, Drawing, Fonts, Page, Sheet, paint};
use outage_tui::text::{Lang, Words};
use outage_tui::view;
use ratatui::buffer::Buffer;

fn settings(theme: Theme, lang: Lang) -> Settings {
    Settings { theme, words: Words::new(lang), ..Settings::default() }
}

fn page(theme: Theme) -> Page {
    let (ground, dim) = view::around(theme);
    Page::new(ground, dim)
}

/// The October outage at 21:25, as cells.
fn october(theme: Theme, lang: Lang, (width, height): (u16, u16)) -> Buffer {
    let mut stage = stage(OCTOBER, settings(theme, lang), width, height);
    drive(&mut stage, Some("2021-10-04T21:25:00Z"), "");
    stage.draw()
}

fn painted(buffer: &Buffer, theme: Theme, fonts: &Fonts) -> Drawing {
    let sheet = Sheet { window: Some("October"), note: Some("a note") };
    paint(buffer, page(theme), fonts, sheet)
}

const CAPTION: Caption = Caption { title: "October", alt: "What is seen.", lang: "en" };
