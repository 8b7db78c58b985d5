//! Keys, and what the list makes of them.

use outage_tui::app::shelf::Slot;
use outage_tui::app::{Action, BINDINGS, Effect, Key, Mode, Settings, Shelf, entries};
use outage_tui::headless::Stage;
use outage_tui::text::SafeText;
use proptest::prelude::*;

use super::common::{assert_whole, bengali, some_of};
use super::{drive, files, stage};

fn list() -> Stage<Shelf> {
    stage(Settings::default(), 100, 30)
}

/// The files that are shown, in their order.
fn shown(stage: &Stage<Shelf>) -> Vec<&str> {
    let names = stage.app.shown().map(|entry| entry.file.trim_end_matches(".yaml"));
    names.collect()
}

/// The file under the cursor after some keys.
fn after(keys: &str) -> String {
    let mut stage = list();
    drive(&mut stage, keys);
    stage.app.selected().map(|entry| entry.file.to_string()).unwrap_or_default()
}

#[test]
fn the_newest_stands_first_and_what_cannot_be_read_last() {
    let mut stage = list();
    let newest = ["pool", "smallest", "slow", "oct-outage", "broken"];
    assert_eq!(shown(&stage), newest);
    for order in [
        ["oct-outage", "slow", "smallest", "pool", "broken"],
        ["oct-outage", "slow", "pool", "smallest", "broken"],
        ["oct-outage", "slow", "pool", "smallest", "broken"],
        newest,
    ] {
        drive(&mut stage, "s");
        assert_eq!(shown(&stage), order);
    }
}

#[test]
fn where_keys_lead() {
    for (keys, file) in [
        ("", "pool.yaml"),
        ("j", "smallest.yaml"),
        ("j k k", "pool.yaml"),
        ("G", "broken.yaml"),
        ("end home", "pool.yaml"),
        ("pgdn", "broken.yaml"),
        ("^f ^b", "pool.yaml"),
        ("^d", "broken.yaml"),
        ("j j s", "slow.yaml"),
        ("/ 'november' enter", ""),
        ("/ 'whatsapp' enter", "oct-outage.yaml"),
        ("/ 'whatsapp' esc", "pool.yaml"),
        ("/ 'whatsapp' enter esc", "pool.yaml"),
        ("/ '2021-10' enter", "oct-outage.yaml"),
        ("/ 'config pool' enter", "pool.yaml"),
        ("/ 'config whatsapp' enter", ""),
        ("/ 'হোয়াটসঅ্যাপ' enter", "oct-outage.yaml"),
        ("/ 'broken' enter", "broken.yaml"),
        ("/ 'slow' enter / enter", "slow.yaml"),
        ("/ 'slow' enter / 'pool' esc", "slow.yaml"),
        ("? 'last incident' enter", "broken.yaml"),
    ] {
        assert_eq!(after(keys), file, "{keys}");
    }
}

#[test]
fn the_cursor_stays_on_its_incident_while_files_are_read() {
    let mut waiting: Vec<_> = files();
    let last = waiting.split_off(3);
    let shelf = Shelf::new(SafeText::line("x"), 5, Settings::default());
    let mut stage = Stage::new(shelf, 80, 24);
    assert_eq!(stage.press(Key::char('j')), Effect::None);
    for found in waiting {
        stage.app.take(found);
    }
    assert_eq!((stage.app.unread, shown(&stage)[stage.app.cursor()]), (2, "pool"));
    drive(&mut stage, "j");
    assert_eq!(shown(&stage)[stage.app.cursor()], "oct-outage");
    for found in last {
        stage.app.take(found);
    }
    assert_eq!(stage.app.unread, 0);
    assert_eq!(shown(&stage)[stage.app.cursor()], "oct-outage");
}

#[test]
fn an_incident_is_opened_and_a_broken_file_says_why_not() {
    let mut stage = list();
    let slot = Slot { file: 2, nth: 0 };
    assert_eq!(stage.script("enter"), Ok(Effect::OpenIncident(slot)));
    assert_eq!(stage.app.opening, Some(slot));
    assert_eq!(stage.script("esc"), Ok(Effect::None));
    assert_eq!(stage.app.opening, None, "given up");
    assert_eq!(stage.script("G enter"), Ok(Effect::None));
    assert!(stage.app.notice.as_ref().is_some_and(|said| said.contains("yesterday")));
    assert_eq!(stage.script("q"), Ok(Effect::Quit));
    stage.app.opened(Some(SafeText::line("it is gone")));
    assert_eq!(stage.app.notice.as_deref(), Some("it is gone"));
}

#[test]
fn escape_never_ends_the_list() {
    let mut stage = list();
    for keys in ["esc", "/ 'x' esc esc", "m esc", "? esc", "m ? esc esc esc"] {
        assert_eq!(stage.script(keys), Ok(Effect::None), "{keys}");
    }
    assert_eq!(stage.app.mode(), Mode::Shelf);
    drive(&mut stage, "m ?");
    assert_eq!(stage.app.mode(), Mode::Palette);
    drive(&mut stage, "esc");
    assert_eq!(stage.app.mode(), Mode::Read, "back to what was open below");
}

#[test]
fn list_and_viewer_know_nothing_of_each_others_keys() {
    let modes =
        |from| entries("", from).into_iter().map(|binding| binding.mode).collect::<Vec<_>>();
    assert!(!modes(Mode::Shelf).contains(&Mode::Walk));
    assert!(!modes(Mode::Walk).contains(&Mode::Shelf));
    let all = BINDINGS.iter().filter(|binding| binding.mode == Mode::Shelf).count();
    assert_eq!(modes(Mode::Shelf).iter().filter(|mode| **mode == Mode::Shelf).count(), all);
}

#[test]
fn the_measures_are_of_what_is_shown() {
    let mut stage = list();
    assert_eq!((stage.app.overall().incidents, stage.app.overall().open), (4, 2));
    drive(&mut stage, "/ 'pool' enter");
    let overall = stage.app.overall();
    assert_eq!((overall.incidents, overall.open), (1, 0));
    assert_eq!(overall.causes[0].cause.as_deref(), Some("config"));
}

#[test]
fn a_click_selects_a_row() {
    let mut stage = list();
    let hit = |stage: &Stage<Shelf>, y| outage_tui::view::shelf_hit(&stage.app, stage.area(), 9, y);
    let rows: Vec<Option<Action>> = (0..30).map(|y| hit(&stage, y)).collect();
    let places: Vec<_> = rows.iter().flatten().copied().collect();
    assert_eq!(places, [0, 1, 2, 3, 4].map(Action::Select));
    stage.act(Action::Select(3));
    assert_eq!(stage.app.cursor(), 3);
    drive(&mut stage, "m");
    assert!((0..30).all(|y| hit(&stage, y).is_none()));
}

const KEYS: &[&str] = &[
    "j",
    "k",
    "^d",
    "^u",
    "pgdn",
    "pgup",
    "g",
    "G",
    "home",
    "end",
    "enter",
    "/",
    "m",
    "s",
    "L",
    "T",
    "f2",
    "?",
    "esc",
    "backspace",
    "del",
    "left",
    "'pool'",
    "'ক্ষ'",
    "'x'",
    "^w",
    "^u",
    "^l",
    "space",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(some_of(2_000, 40)))]

    #[test]
    fn whatever_is_pressed_the_list_can_be_drawn(
        keys in prop::collection::vec(prop::sample::select(KEYS), 1..40),
        width in 0_u16..130, height in 0_u16..45, unread in 0_usize..3,
    ) {
        let mut stage = stage(bengali(), 80, 24);
        stage.app.unread = unread;
        for key in keys {
            drive(&mut stage, key);
            let shown = stage.app.shown().len();
            prop_assert!(stage.app.cursor() < shown.max(1));
            assert_whole(&stage.draw());
        }
        stage.resize(width, height);
        assert_whole(&stage.draw());
    }
}
