//! Sequences of keys, and what they lead to.

mod common;

use common::{OCTOBER, at, bengali, drive, read, stage};
use outage_tui::app::{
    Action, App, BINDINGS, Clock, Effect, File, Keyboard, LaneOrder, Mode, Overlay, Pace, Panel,
    Settings, entries,
};
use outage_tui::export::text;
use outage_tui::headless::Stage;
use outage_tui::text::{Lang, SafeText};
use outage_tui::timeline;
use proptest::prelude::*;

/// Twelve events, a minute apart unless the title says otherwise.
const STORY: &str = "
title: Story
milestones: {acknowledged: 2026-01-01T10:05:00Z}
services: [{id: web, name: Web}, {id: db, name: ডেটাবেস}]
events:
  - {at: 2026-01-01T10:00:00Z, kind: change, title: zero}
  - {at: 2026-01-01T10:01:00Z, kind: impact, title: one, status: {web: major_outage}, pinned: true}
  - {at: 2026-01-01T10:02:00Z, kind: alert, title: two needle, tags: [page]}
  - {at: 2026-01-01T10:03:00Z, kind: note, title: three, services: [db]}
  - {at: 2026-01-01T10:04:00Z, kind: impact, title: four, status: {db: degraded}}
  - {at: 2026-01-01T10:05:00Z, kind: action, title: five, tags: [page], pinned: true}
  - {at: 2026-01-01T10:06:00Z, kind: note, title: six needle}
  - {at: 2026-01-01T10:30:00Z, kind: note, title: seven}
  - {at: 2026-01-01T10:31:00Z, kind: recovery, title: eight, status: {web: recovering}}
  - {at: 2026-01-01T10:32:00Z, kind: recovery, title: nine, status: {web: operational}}
  - {at: 2026-01-01T10:33:00Z, kind: recovery, title: ten, status: {db: operational}, pinned: true}
  - {at: 2026-01-01T10:34:00Z, kind: note, title: eleven ৫০৩ needle}
";

fn story() -> Stage {
    let (timeline, report) = timeline::open("story.yaml", STORY.as_bytes())
        .unwrap_or_else(|_| unreachable!("the story is well formed"));
    let file = File { name: SafeText::line("story.yaml"), report };
    Stage::new(App::new(file, timeline, Settings::default()), 100, 40)
}

/// The number of the selected event after some keys.
fn row_after(keys: &str) -> usize {
    let mut stage = story();
    drive(&mut stage, None, keys);
    stage.app.selected().unwrap_or(usize::MAX)
}

/// Keys, and the event they lead to. The viewer opens at the first symptom, event 1.
const PATHS: &[(&str, usize)] = &[
    ("", 1),
    ("j", 2),
    ("k", 0),
    ("k k k", 0),
    ("down down up", 2),
    ("5 j", 6),
    ("৫ j", 6),
    ("1 2 j", 11),
    ("G", 11),
    ("G home", 0),
    ("end", 11),
    ("G 3 k", 8),
    ("g g", 0),
    ("g e", 11),
    ("g s", 1),
    ("g i", 1),
    ("g d", 2),
    ("g a", 5),
    ("g m", 10),
    ("g r", 10),
    ("g q", 1),
    ("e", 4),
    ("e e", 8),
    ("3 e", 9),
    ("G E", 10),
    ("home e", 1),
    ("i", 5),
    ("i i", 10),
    ("G 2 I", 5),
    ("p", 2),
    ("p p", 5),
    ("9 p", 10),
    ("G P", 10),
    ("}", 6),
    ("G {", 6),
    ("home }", 6),
    ("alt-down", 4),
    ("ctrl-right", 2),
    ("alt-right", 5),
    ("/ 'needle' enter", 2),
    ("/ 'needle' enter n", 6),
    ("/ 'needle' enter n n n", 2),
    ("/ 'needle' enter N", 11),
    ("/ 'needle' esc", 1),
    ("/ '503' enter", 11),
    ("/ 'ডেটাবেস' enter", 3),
    ("/ 'nothing' enter", 1),
    ("g t '10:31' enter", 8),
    ("g t 'T+2m' enter", 3),
    ("g t 'resolved' enter", 10),
    ("g t 'never' enter", 1),
    ("g t '2026-01-01T10:06Z' enter", 6),
    ("f 'kind:recovery' enter", 8),
    ("f 'kind:recovery' enter j", 8),
    ("f 'kind:recovery' enter G", 10),
    ("f 'kind:recovery' esc G", 11),
    ("? 'last event' enter", 11),
    ("ctrl-p 'শেষ' enter", 11),
];

#[test]
fn where_keys_lead() {
    for &(keys, row) in PATHS {
        assert_eq!(row_after(keys), row, "{keys}");
    }
}

/// The titles that a filter leaves.
fn shown(filter: &str) -> Vec<String> {
    let mut stage = story();
    drive(&mut stage, None, "f");
    for c in filter.chars() {
        stage.act(Action::Type(c));
    }
    let rows = stage.app.listing.rows();
    rows.iter()
        .filter_map(|&row| stage.app.timeline.event(row))
        .map(|event| event.title.get(Lang::En).to_owned())
        .collect()
}

#[test]
fn what_filters_leave() {
    for (filter, titles) in [
        ("service:web", &["one", "eight", "nine"][..]),
        ("service:ডেটা", &["three", "four", "ten"]),
        ("service:web service:db kind:impact", &["one", "four"]),
        ("kind:action", &["five"]),
        ("kind:পদক্ষেপ", &["five"]),
        ("status:major", &["one"]),
        ("status:operational kind:recovery", &["nine", "ten"]),
        ("tag:page", &["two needle", "five"]),
        ("tag:page -kind:alert", &["five"]),
        ("needle -two", &["six needle", "eleven ৫০৩ needle"]),
        ("zzz", &[]),
    ] {
        assert_eq!(shown(filter), titles, "{filter}");
    }
    assert_eq!(shown("kind:").len(), 12);
    assert_eq!(shown("kind:zz").len(), 12, "a wrong filter changes nothing");
}

#[test]
fn narrowing_is_told_and_undone_from_the_outside_in() {
    let mut stage = story();
    drive(&mut stage, None, "f 'kind:recovery' enter / 'nine' enter z");
    let screen = text(&stage.draw());
    assert!(screen.contains("3 of 12 shown"), "{screen}");
    assert!(screen.contains("/nine 1 of 1"), "{screen}");
    for narrowed in [true, true, true, false] {
        assert_eq!(stage.app.narrowed().is_some(), narrowed);
        assert_eq!(stage.script("esc"), Ok(Effect::None), "Esc never quits");
    }
    assert_eq!(stage.app.listing.rows().len(), 12);
    assert!(!stage.app.search.is_on());
}

#[test]
fn a_search_given_up_brings_the_one_before_back() {
    let mut stage = story();
    drive(&mut stage, None, "/ 'needle' enter / 'one' esc");
    assert_eq!(stage.app.search.text, "needle");
    assert_eq!(stage.app.search.hits().len(), 3);
    drive(&mut stage, None, "/ enter");
    assert_eq!(stage.app.search.text, "needle");
}

#[test]
fn digits_focus_or_count() {
    let mut stage = story();
    drive(&mut stage, None, "4");
    assert_eq!(stage.app.frame.focus, Panel::Services);
    stage.act(Action::Tick(1_100));
    assert_eq!(stage.app.count, None);
    assert_eq!(stage.app.frame.focus, Panel::Services, "a digit alone was a panel");
    drive(&mut stage, None, "3 tab");
    assert_eq!(stage.app.frame.focus, Panel::Services);
    drive(&mut stage, None, "shift-tab 2 j");
    assert_eq!(stage.app.frame.focus, Panel::Timeline, "a digit with a motion was a number");
    drive(&mut stage, None, "5 esc");
    assert_eq!(stage.app.count, None);
}

#[test]
fn the_clock_moves_along_the_lanes_and_the_event_follows() {
    let mut stage = story();
    let start = stage.app.cursor.at;
    drive(&mut stage, None, "l");
    let cell = stage.app.cursor.at.since(start);
    assert!(cell > 0);
    drive(&mut stage, None, "9 l 1 0 h");
    assert_eq!(stage.app.cursor.at, start);
    drive(&mut stage, None, "+ +");
    assert_eq!(stage.app.frame.zoom, 2);
    assert!(stage.app.window().millis() * 4 <= stage.app.whole().millis());
    drive(&mut stage, None, "9 9 9 +");
    assert!(stage.app.window().millis() >= 1_000);
    drive(&mut stage, None, "9 9 9 -");
    assert_eq!(stage.app.window(), stage.app.whole());
    drive(&mut stage, None, "0");
    assert_eq!(stage.app.frame.zoom, 0);
    drive(&mut stage, Some("2026-01-01T10:20:00Z"), "");
    assert_eq!(stage.app.selected(), Some(6));
    drive(&mut stage, None, "k");
    assert_eq!(stage.app.selected(), Some(6), "back from between two events is the one before");
    drive(&mut stage, Some("2026-01-01T10:20:00Z"), "j");
    assert_eq!(stage.app.selected(), Some(7));
}

#[test]
fn playing() {
    let mut stage = story();
    drive(&mut stage, None, "home space");
    assert!(stage.app.play.running);
    for _ in 0..3 {
        stage.act(Action::Tick(1_000));
    }
    assert_eq!(stage.app.selected(), Some(3));
    drive(&mut stage, None, "] space space");
    assert_eq!(stage.app.play.pace, Pace::X60);
    let before = stage.app.cursor.at;
    stage.act(Action::Tick(500));
    assert_eq!(stage.app.cursor.at.since(before), 30);
    drive(&mut stage, None, "] ] ]");
    assert_eq!(stage.app.play.pace, Pace::X3600);
    stage.act(Action::Tick(1_000));
    assert_eq!(stage.app.cursor.at, at("2026-01-01T10:34:00Z"));
    assert!(!stage.app.play.running, "it stops at the end");
    drive(&mut stage, None, "space");
    assert_eq!(stage.app.selected(), Some(0), "and starts again from the beginning");
    drive(&mut stage, None, "space [ [ [");
    assert_eq!(stage.app.play.pace, Pace::Events);
}

#[test]
fn settings_and_effects() {
    let mut stage = story();
    for clock in [Clock::Local, Clock::Utc, Clock::SinceStart, Clock::SinceLast, Clock::Incident] {
        drive(&mut stage, None, "t");
        assert_eq!(stage.app.settings.clock, clock);
    }
    drive(&mut stage, None, "s L");
    assert_eq!(stage.app.settings.order, LaneOrder::Worst);
    assert_eq!(stage.app.words().lang, Lang::Bn);
    assert_eq!(stage.script("f2"), Ok(Effect::Mouse(false)));
    assert_eq!(stage.script("f2"), Ok(Effect::Mouse(true)));
    assert_eq!(stage.script("^l"), Ok(Effect::Redraw));
    let copied = Effect::Copy("2026-01-01T10:01:00Z  one".to_owned());
    assert_eq!(stage.script("y"), Ok(copied));
    for keys in ["q", "^c", "/ ^c", "f ^c", "g ^c", "g t ^c", "? ^c", "! ^c", "enter ^c"] {
        assert_eq!(story().script(keys), Ok(Effect::Quit), "{keys}");
    }
    assert_eq!(story().script("/ 'q'"), Ok(Effect::None), "q is a letter while typing");
}

#[test]
fn help_is_narrowed_runs_commands_and_comes_back() {
    let mut stage = story();
    drive(&mut stage, None, "? 'theme'");
    assert!(matches!(stage.app.overlay, Some(Overlay::Help { .. })));
    drive(&mut stage, None, "ctrl-u 'show times as' enter");
    assert_eq!(stage.app.settings.clock, Clock::Local);
    assert!(stage.app.overlay.is_none());
    drive(&mut stage, None, "enter ? esc");
    assert!(matches!(stage.app.overlay, Some(Overlay::Detail { .. })), "back to what was below");
    drive(&mut stage, None, "? 'end of the text' enter");
    assert!(matches!(stage.app.overlay, Some(Overlay::Detail { .. })));
    assert_eq!(stage.app.selected(), Some(1));
}

#[test]
fn every_command_without_a_free_key_is_in_the_list_in_both_languages() {
    for binding in BINDINGS.iter().filter(|b| b.free.is_empty() && b.mode == Mode::Walk) {
        for lang in Lang::ALL {
            let found = entries(binding.label.text(lang), Mode::Walk);
            assert!(
                found.iter().any(|entry| entry.action == binding.action),
                "{:?} by {:?}",
                binding.action,
                binding.label.text(lang)
            );
        }
    }
}

#[test]
fn a_milestone_after_the_last_event_can_be_reached() {
    let timeline = read(
        "
title: t
milestones: {started: 2026-01-01T10:00:00Z, resolved: 2026-01-01T12:00:00Z}
events: [{at: 2026-01-01T10:00:00Z, title: a}, {at: 2026-01-01T11:00:00Z, title: b}]
",
    );
    let (_, report) = timeline::open("smallest", &common::bytes(common::SMALLEST))
        .unwrap_or_else(|_| unreachable!("the smallest file is well formed"));
    let file = File { name: SafeText::line("t"), report };
    let mut stage = Stage::new(App::new(file, timeline, Settings::default()), 80, 24);
    for keys in ["end", "home g r"] {
        drive(&mut stage, None, keys);
        assert_eq!(stage.app.cursor.at, at("2026-01-01T12:00:00Z"), "{keys}");
    }
}

/// Keys that are pressed at random, letters of both scripts among them.
#[rustfmt::skip]
const ANY: &[&str] = &[
    "j", "k", "G", "g", "e", "E", "p", "P", "i", "I", "}", "{", "h", "l", "+", "-", "0", "5",
    "9", "/", "n", "N", "f", "F", "t", "z", "s", "!", "L", "T", "?", ":", "[", "]", "space",
    "enter", "esc", "tab", "shift-tab", "up", "down", "left", "right", "pgup", "pgdn", "home",
    "end", "backspace", "del", "^d", "^u", "^f", "^b", "^w", "f2", "f6", "'ক্ষ'", "'a'",
    "'kind:'", "'10:31'", "y",
];

#[test]
fn a_bengali_layout_is_told_of_until_a_key_means_something() {
    let mut stage = story();
    drive(&mut stage, None, "ক");
    assert_eq!(stage.app.selected(), Some(1));
    assert!(text(&stage.draw()).contains("--keyboard"));
    drive(&mut stage, None, "down");
    assert!(!text(&stage.draw()).contains("--keyboard"));
    stage.app.settings.keyboard = Keyboard::National;
    drive(&mut stage, None, "ক");
    assert_eq!(stage.app.selected(), Some(3), "ক is j on the National layout");
    drive(&mut stage, None, "ই");
    assert!(text(&stage.draw()).contains("no command on this letter"));
    drive(&mut stage, None, "/ 'ক'");
    assert_eq!(stage.app.search.text, "ক", "while typing it is itself");
}

#[test]
fn what_a_key_cannot_do_is_said_until_the_next_one() {
    let mut stage = story();
    for (keys, said) in [
        ("n", "no search yet"),
        ("end }", "nothing further"),
        ("P P P P P P", "nothing further"),
        ("y", "clipboard"),
    ] {
        drive(&mut stage, None, keys);
        assert!(text(&stage.draw()).contains(said), "{keys}:\n{}", text(&stage.draw()));
    }
    drive(&mut stage, None, "down");
    assert_eq!(stage.app.notice, None);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn the_selected_row_is_always_on_the_screen(
        keys in prop::collection::vec(prop::sample::select(ANY), 1..20),
        width in 60_u16..130,
        height in 16_u16..50,
        in_bengali: bool,
    ) {
        let settings = if in_bengali { bengali() } else { Settings::default() };
        let mut stage = stage(OCTOBER, settings, width, height);
        for key in &keys {
            prop_assert!(stage.script(key).is_ok());
            let app = &stage.app;
            prop_assert!(app.cursor.row < app.timeline.len());
            prop_assert!(app.whole().contains(app.cursor.at));
            let hides = app.overlay.is_some() || app.listing.rows().is_empty();
            let elsewhere = app.frame.alone || app.frame.focus != Panel::Timeline;
            let screen = text(&stage.draw());
            if !hides && !elsewhere {
                prop_assert!(screen.contains('▸'), "after {keys:?}:\n{screen}");
            }
        }
    }
}
