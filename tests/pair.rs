//! Two incidents side by side.

mod common;

use common::{OCTOBER, assert_whole, at, bengali, bytes, drive, open};
use outage_tui::app::{Action, App, BINDINGS, Binding, Clock, File, Mode, Settings};
use outage_tui::export::text;
use outage_tui::headless::Stage;
use outage_tui::text::SafeText;

const SHORT: &str = "title: Checkout fails
severity: SEV2
services: [{id: pay, name: Payments}]
events:
  - {at: 2031-03-01T10:02Z, kind: impact, title: Payments time out, status: {pay: down}}
  - {at: 2031-03-01T10:06Z, kind: alert, title: An alert fires}
  - {at: 2031-03-01T10:31Z, kind: recovery, title: All green, status: {pay: ok}}
";

fn app(name: &str, yaml: &str, settings: Settings) -> App {
    let (timeline, report) = open(yaml);
    App::new(File { name: SafeText::line(name), report }, timeline, settings)
}

fn pair(settings: Settings, width: u16, height: u16) -> Stage {
    let settings = Settings { clock: Clock::SinceStart, ..settings };
    let october = String::from_utf8_lossy(&bytes(OCTOBER)).into_owned();
    let left = app("october.yaml", &october, settings);
    Stage::new(left.beside(app("short.yaml", SHORT, settings)), width, height)
}

fn screen(stage: &Stage) -> String {
    text(&stage.draw())
}

#[test]
fn both_stand_at_the_same_distance_from_their_starts() {
    let mut stage = pair(Settings::default(), 120, 40);
    for keys in ["j j j", "shift-right", "G", "g m", "home"] {
        drive(&mut stage, None, keys);
        let [left, right] = stage.app.sides().unwrap_or_else(|| panic!("no pair"));
        let since = |app: &App| app.since_start(app.cursor.at).map(|since| since.0);
        assert_eq!(since(left), since(right), "{keys}");
    }
    drive(&mut stage, None, "tab G");
    assert_eq!(stage.app.cursor.at, at("2031-03-01T10:31:00Z"));
    let [left, _] = stage.app.sides().unwrap_or_else(|| panic!("no pair"));
    assert_eq!(left.cursor.at, at("2021-10-04T16:08:00Z"));
}

#[test]
fn the_measures_stand_next_to_each_other() {
    for (width, height) in [(120, 40), (100, 24), (80, 24), (60, 16)] {
        let shown = screen(&pair(Settings::default(), width, height));
        let row = shown.lines().find(|line| line.contains("TTR")).unwrap_or_default();
        for figure in ["7 h 6 min", "29 min", "-6 h 37 min"] {
            assert!(row.contains(figure), "{width}×{height}\n{shown}");
        }
        assert!(shown.contains("Checkout fails"), "{shown}");
    }
}

#[test]
fn below_a_hundred_columns_one_list_is_left() {
    let mut stage = pair(Settings::default(), 80, 24);
    let shown = screen(&stage);
    assert!(!shown.contains("All green"), "{shown}");
    drive(&mut stage, None, "tab");
    let shown = screen(&stage);
    assert!(shown.contains("All green"), "{shown}");
}

#[test]
fn the_keys_go_from_one_to_the_other_and_settings_to_both() {
    let mut stage = pair(Settings::default(), 120, 40);
    assert!(screen(&stage).starts_with('▸'));
    drive(&mut stage, None, "tab L");
    let shown = screen(&stage);
    assert!(!shown.starts_with('▸') && shown.contains("পরিমাপ"), "{shown}");
    let [left, right] = stage.app.sides().unwrap_or_else(|| panic!("no pair"));
    assert_eq!(left.words(), right.words());
    assert_eq!(&*right.file.name, "short.yaml");
}

#[test]
fn an_incident_without_a_start_is_counted_from_its_first_event() {
    let settings = Settings { clock: Clock::SinceStart, ..Settings::default() };
    let notes = "title: Notes\nevents:\n  - {at: 2031-01-01T00:00Z, title: one}\n";
    let left = app("short.yaml", SHORT, settings);
    let stage = Stage::new(left.beside(app("notes.yaml", notes, settings)), 120, 40);
    let shown = screen(&stage);
    assert!(shown.contains("T+00:00:00 from the first event"), "{shown}");
}

#[test]
fn no_key_and_no_size_breaks_it() {
    let keys: Vec<String> = BINDINGS
        .iter()
        .filter(|binding| matches!(binding.mode, Mode::Pair | Mode::Any))
        .filter(|binding| binding.action != Action::Quit)
        .flat_map(Binding::all_keys)
        .map(|key| key.to_string())
        .collect();
    for settings in [Settings::default(), bengali()] {
        for (width, height) in [(0, 0), (59, 16), (60, 16), (99, 31), (100, 29), (131, 37)] {
            let mut stage = pair(settings, width, height);
            for key in &keys {
                let _ = stage.script(&key.replace(' ', "space"));
                assert_whole(&stage.draw());
                stage.act(Action::Tick(900));
            }
            stage.resize(height + 60, width);
            assert_whole(&stage.draw());
        }
    }
}

#[test]
fn what_the_help_runs_leaves_it_whole() {
    let mut stage = pair(Settings::default(), 120, 40);
    drive(&mut stage, None, "? 'other incident' enter");
    assert!(!screen(&stage).starts_with('▸'));
    drive(&mut stage, None, "? 'only this panel' enter esc j");
    assert_whole(&stage.draw());
}
