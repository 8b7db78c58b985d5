//! Films: the same everywhere, and each frame of them what the painter paints.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

mod cast;
mod command;
#[path = "../common/mod.rs"]
mod common;
mod pixels;
mod vector;

use common::OCTOBER;
use outage_tui::app::{Action, App, File, Settings, Sight, Theme};
use outage_tui::export::picture::{
    Caption, Film, Fonts, Frame, Layers, Page, Sheet, Studio, to_apng, to_gif, to_moving_svg,
};
use outage_tui::export::to_cast;
use outage_tui::headless::Stage;
use outage_tui::text::{Lang, SafeText, Words};
use outage_tui::timeline;
use outage_tui::view;

const CAPTION: Caption = Caption { title: "A film", alt: "What is seen.", lang: "en" };

/// A story with few frames, the words of which are of several widths.
const STORY: &str = "
title: {en: The shop is shut, bn: দোকান বন্ধ}
services: [{id: till, name: {en: Till, bn: ক্যাশ}}, {id: door, name: {en: Door, bn: দরজা}}]
events:
  - {at: 2026-01-01T10:00:00Z, title: {en: The till is stuck, bn: ক্যাশ আটকে গেছে}, status: {till: major_outage}}
  - {at: 2026-01-01T10:05:00Z, title: {en: So is the door, bn: দরজাও}, status: {door: degraded}, pinned: true}
  - {at: 2026-01-01T10:06:00Z, title: A kick, kind: action}
  - {at: 2026-01-01T10:30:00Z, title: {en: Open again, bn: আবার খোলা}, status: {till: operational, door: operational}}
";

/// The text of the October outage.
fn october() -> String {
    String::from_utf8(common::bytes(OCTOBER)).unwrap()
}

/// A frame of each event, and one that changes nothing.
fn frames(yaml: &str, lang: Lang, theme: Theme, (width, height): (u16, u16)) -> Vec<Frame> {
    let settings = Settings { theme, words: Words::new(lang), ..Settings::default() };
    let Ok((timeline, report)) = timeline::open("story.yaml", yaml.as_bytes()) else {
        panic!("it is a good file")
    };
    let file = File { name: SafeText::line("story.yaml"), report };
    let mut stage = Stage::new(App::new(file, timeline, settings), width, height);
    stage.app.frame.film = true;
    stage.app.frame.sight = Sight::Painted;
    let rows = stage.app.listing.rows().to_vec();
    let mut frame = |row: usize| {
        stage.act(Action::Select(row));
        Frame { cells: stage.draw(), millis: 600 }
    };
    let mut frames: Vec<Frame> = rows.iter().map(|row| frame(*row)).collect();
    frames.insert(1, frames[0].clone());
    frames
}

fn studio(fonts: &Fonts, theme: Theme, scale: u8) -> Studio<'_> {
    let (ground, dim) = view::around(theme);
    let sheet = Sheet { window: Some("A film"), note: Some("a note") };
    Studio { page: Page::new(ground, dim), fonts, sheet, scale }
}

#[test]
fn the_same_frames_give_the_same_bytes() {
    let once = || {
        let fonts = Fonts::default();
        let studio = studio(&fonts, Theme::Dark, 1);
        let frames = frames(STORY, Lang::Bn, Theme::Dark, (60, 16));
        let film = Film::new(frames.iter().cloned(), studio, |_| ()).unwrap();
        let layers = Layers::new(frames.iter().cloned(), studio, |_| ());
        (
            to_gif(&film, "alt").unwrap(),
            to_apng(&film, "alt").unwrap(),
            to_moving_svg(&layers, &fonts, CAPTION, true),
            to_cast(frames.into_iter(), "A film", |_| ()),
        )
    };
    assert!(once() == once());
}

#[test]
fn it_is_told_how_far_it_is() {
    let fonts = Fonts::default();
    let frames = frames(STORY, Lang::En, Theme::Mono, (60, 16));
    let (all, mut told) = (frames.len(), Vec::new());
    let film = Film::new(frames.into_iter(), studio(&fonts, Theme::Mono, 1), |done| {
        told.push(done);
    });
    assert_eq!(told.last(), Some(&all));
    assert_eq!(film.unwrap().len(), all - 1, "a frame that changes nothing is none");
}
