//! Without colours: each status is told from each other, and the selected row from the rest.

use std::collections::HashSet;

use outage_tui::app::{Settings, Theme};
use outage_tui::headless::Stage;
use outage_tui::model::Status;
use outage_tui::text::{Lang, Words};
use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier};

use crate::common::{drive, open, stage_of};

/// Each service has one status, set by an event of its own.
fn every_status() -> String {
    let event = |(minute, status): (usize, Status)| {
        let word = status.word();
        format!(
            "  - {{at: '2031-05-06T08:0{minute}:00Z', title: is {word}, status: {{s-{word}: {word}}}}}\n"
        )
    };
    let events: String = Status::ALL.into_iter().enumerate().map(event).collect();
    format!("title: x\nmilestones: {{resolved: 2031-05-06T10:00:00Z}}\nevents:\n{events}")
}

/// Only ASCII or not, in each language.
fn settings() -> impl Iterator<Item = Settings> {
    let mono = |lang, ascii| Settings {
        words: Words::new(lang),
        theme: Theme::Mono,
        ascii,
        ..Settings::default()
    };
    Lang::ALL.into_iter().flat_map(move |lang| [mono(lang, false), mono(lang, true)])
}

fn screen(settings: Settings, keys: &str) -> (Stage, Buffer) {
    let mut stage = stage_of("x", open(&every_status()), settings, (120, 40));
    drive(&mut stage, Some("2031-05-06T09:00:00Z"), keys);
    let buffer = stage.draw();
    (stage, buffer)
}

fn symbols(buffer: &Buffer, y: u16) -> Vec<&str> {
    (0..buffer.area.width).map(|x| buffer[(x, y)].symbol()).collect()
}

/// The line that a text stands on.
fn line_of(buffer: &Buffer, text: &str) -> u16 {
    let holds = |&y: &u16| symbols(buffer, y).concat().contains(text);
    (0..buffer.area.height).find(holds).expect(text)
}

/// What stands in a column on the lines of the services, each once.
fn cells_of_statuses(buffer: &Buffer, x: u16) -> HashSet<String> {
    let cell = |status: Status| {
        let y = line_of(buffer, &format!("s-{}", status.word()));
        buffer[(x, y)].symbol().to_owned()
    };
    Status::ALL.into_iter().map(cell).collect()
}

fn assert_no_colour(buffer: &Buffer) {
    for cell in buffer.content() {
        assert_eq!((cell.fg, cell.bg), (Color::Reset, Color::Reset), "{:?}", cell.symbol());
    }
}

#[test]
fn every_status_has_a_sign_and_a_word_of_its_own() {
    for settings in settings() {
        let (_, buffer) = screen(settings, "4 z");
        assert_no_colour(&buffer);
        assert_eq!(cells_of_statuses(&buffer, 2).len(), Status::ALL.len());
        let words: HashSet<&str> =
            Status::ALL.into_iter().map(|status| settings.words.say(status.label())).collect();
        assert_eq!(words.len(), Status::ALL.len());
        for status in Status::ALL {
            let row = symbols(&buffer, line_of(&buffer, &format!("s-{}", status.word()))).concat();
            let word = settings.words.say(status.label());
            assert!(row.contains(&format!("{word} ")), "{row:?} does not say {word}");
        }
    }
}

#[test]
fn every_status_has_a_lane_of_its_own() {
    for settings in settings() {
        let (_, buffer) = screen(settings, "1 z");
        assert_no_colour(&buffer);
        let clock = if settings.ascii { "v" } else { "▼" };
        let axis = symbols(&buffer, line_of(&buffer, "s-operational") - 1);
        let column = axis.iter().position(|symbol| *symbol == clock).expect("a clock") as u16;
        assert_eq!(cells_of_statuses(&buffer, column - 1).len(), Status::ALL.len());
    }
}

#[test]
fn no_bar_is_higher_where_the_clock_stands() {
    let themes = [Theme::Mono, Theme::Ansi, Theme::Dark, Theme::Light];
    for theme in themes {
        let settings = Settings { theme, words: Words::new(Lang::En), ..Settings::default() };
        let (_, buffer) = screen(settings, "1 z");
        let axis = symbols(&buffer, line_of(&buffer, "s-operational") - 1);
        let column = axis.iter().position(|symbol| *symbol == "▼").expect("a clock") as u16;
        for status in Status::ALL {
            let y = line_of(&buffer, &format!("s-{}", status.word()));
            let (cell, beside) = (&buffer[(column, y)], &buffer[(column - 1, y)]);
            let is_painted = matches!(theme, Theme::Dark | Theme::Light);
            let keeps_bar = is_painted && !status.fills();
            let wanted = if keeps_bar { beside.symbol() } else { "│" };
            assert_eq!(cell.symbol(), wanted, "{theme:?} {status:?}");
            let is_filled = if is_painted {
                cell.bg == beside.fg
            } else {
                cell.modifier.contains(Modifier::REVERSED)
            };
            assert_eq!(is_filled, status.fills(), "{theme:?} {status:?}");
        }
    }
}

#[test]
fn every_event_has_the_sign_of_its_status() {
    for settings in settings() {
        let (_, buffer) = screen(settings, "3 z");
        for status in Status::ALL {
            let row = symbols(&buffer, line_of(&buffer, &format!("is {}", status.word())));
            let sign = if settings.ascii { status.ascii() } else { status.glyph() };
            assert!(row.contains(&&*sign.to_string()), "{row:?} has no {sign}");
        }
    }
}

/// The lines on which something is reversed between the frames of a panel that is alone.
fn reversed(buffer: &Buffer) -> Vec<u16> {
    let inside = 2..buffer.area.width - 2;
    let is_reversed = |x: u16, y: u16| buffer[(x, y)].modifier.contains(Modifier::REVERSED);
    (3..buffer.area.height - 2).filter(|&y| inside.clone().all(|x| is_reversed(x, y))).collect()
}

#[test]
fn the_selected_row_is_marked_and_reversed() {
    for settings in settings() {
        let mark = if settings.ascii { ">" } else { "▸" };
        for keys in ["3 z home", "3 z end", "? down down down"] {
            let (_, buffer) = screen(settings, keys);
            assert_no_colour(&buffer);
            let lines = reversed(&buffer);
            assert_eq!(lines.len(), 1, "{keys}: {lines:?}");
            let marked: Vec<u16> =
                (4..buffer.area.height).filter(|&y| buffer[(2, y)].symbol() == mark).collect();
            assert_eq!(marked, lines, "{keys}");
        }
    }
}
