//! What a click and the wheel mean, on screens of several layouts.

mod common;

use common::{OCTOBER, bengali, drive, stage};
use outage_tui::app::{Action, Panel, Settings};
use outage_tui::export::text;
use outage_tui::headless::Stage;
use outage_tui::text::{Lang, clusters};
use outage_tui::view::{hit, wheel};

const SIZES: [(u16, u16); 4] = [(60, 16), (80, 24), (120, 40), (200, 60)];

/// The evening, where several events stand side by side.
fn evening(settings: Settings, (width, height): (u16, u16)) -> Stage {
    let mut stage = stage(OCTOBER, settings, width, height);
    drive(&mut stage, Some("2021-10-04T21:17:00Z"), "");
    stage
}

/// Every cell of the screen and what a click on it means.
fn clicks(stage: &Stage) -> Vec<(u16, u16, Action)> {
    let area = stage.area();
    area.positions()
        .filter_map(|at| Some((at.x, at.y, hit(&stage.app, area, at.x, at.y)?)))
        .collect()
}

#[test]
fn a_click_selects_the_event_that_is_drawn_there() {
    for settings in [Settings::default(), bengali()] {
        for size in SIZES {
            let mut stage = evening(settings, size);
            let drawn = text(&stage.draw());
            let lines: Vec<&str> = drawn.lines().collect();
            let mut rows = Vec::new();
            for (_, y, action) in clicks(&stage) {
                let Action::Select(row) = action else { continue };
                let event = stage.app.timeline.event(row).unwrap();
                let title = event.title.get(settings.words.lang);
                let beginning: String = clusters(title).take(6).collect();
                assert!(lines[usize::from(y)].contains(&beginning), "{title}: {drawn}");
                rows.push(row);
            }
            rows.dedup();
            assert!(rows.len() >= 3 && rows.is_sorted(), "{size:?}: {rows:?}");
            for row in rows {
                stage.act(Action::Select(row));
                assert_eq!(stage.app.selected(), Some(row));
                assert_eq!(Some(stage.app.cursor.at), stage.app.timeline.event(row).map(|e| e.at));
            }
        }
    }
}

#[test]
fn a_click_on_the_lanes_puts_the_clock_there() {
    for size in SIZES {
        let mut stage = evening(Settings::default(), size);
        let lanes: Vec<(u16, u16)> = clicks(&stage)
            .into_iter()
            .filter(|(.., action)| matches!(action, Action::ClockTo(_)))
            .map(|(x, y, _)| (x, y))
            .collect();
        let axis = lanes.iter().map(|(_, y)| *y).min().unwrap();
        let on_axis: Vec<u16> = lanes.iter().filter(|(_, y)| *y == axis).map(|(x, _)| *x).collect();
        assert!(on_axis.len() >= 20, "{size:?}");
        for x in on_axis {
            let action = hit(&stage.app, stage.area(), x, axis).unwrap();
            stage.act(action);
            assert_eq!(stage.draw()[(x, axis)].symbol(), "▼", "column {x} of {size:?}");
        }
    }
}

#[test]
fn other_clicks_focus_the_panel_under_them() {
    let mut stage = evening(Settings::default(), (120, 40));
    for panel in Panel::ALL {
        let found = clicks(&stage).into_iter().find(|(.., action)| *action == Action::Focus(panel));
        let (_, _, action) = found.unwrap_or_else(|| unreachable!("no way to focus {panel:?}"));
        stage.act(action);
        assert_eq!(stage.app.frame.focus, panel);
    }
}

#[test]
fn while_something_stands_over_the_panels_a_click_means_nothing() {
    for keys in ["g", "?", "!", "enter", "/", "f", "g t"] {
        let mut stage = evening(Settings::default(), (120, 40));
        drive(&mut stage, None, keys);
        assert_eq!(clicks(&stage), [], "{keys}");
    }
    assert_eq!(clicks(&evening(Settings::default(), (59, 16))), []);
    assert_eq!(clicks(&evening(Settings::default(), (0, 0))), []);
}

/// A cell inside a panel.
fn inside(stage: &Stage, panel: Panel) -> (u16, u16) {
    let focuses = |action: Action| match (action, panel) {
        (Action::Focus(focused), _) => focused == panel,
        (Action::Select(_), Panel::Timeline) | (Action::ClockTo(_), Panel::Lanes) => true,
        _ => false,
    };
    let found: Vec<_> = clicks(stage).into_iter().filter(|(.., a)| focuses(*a)).collect();
    let (x, y, _) = found[found.len() / 2];
    (x, y)
}

fn turn(stage: &mut Stage, panel: Panel, lines: i16) {
    let (x, y) = inside(stage, panel);
    if let Some(action) = wheel(&stage.app, stage.area(), x, y, lines) {
        stage.act(action);
    }
}

#[test]
fn the_wheel_scrolls_what_is_under_it_and_leaves_the_focus() {
    let mut stage = stage(OCTOBER, Settings::default(), 120, 30);
    drive(&mut stage, Some("2021-10-04T22:45:00Z"), "");
    let row = stage.app.cursor.row;
    for panel in [Panel::Lanes, Panel::Detail] {
        turn(&mut stage, panel, 3);
        assert_eq!(stage.app.frame.scroll[panel as usize], 3, "{panel:?}");
        turn(&mut stage, panel, -3);
        assert_eq!(stage.app.frame.scroll[panel as usize], 0, "{panel:?}");
    }
    assert_eq!(stage.app.cursor.row, row);
    turn(&mut stage, Panel::Timeline, 3);
    assert_eq!(stage.app.cursor.row, row + 1, "one notch is one event");
    turn(&mut stage, Panel::Timeline, -3);
    assert_eq!(stage.app.cursor.row, row);
    assert_eq!(stage.app.frame.focus, Panel::Timeline);
    let title = stage.app.timeline.event(row).unwrap().title.get(Lang::En).to_owned();
    drive(&mut stage, None, "enter");
    let action = wheel(&stage.app, stage.area(), 50, 10, 3).unwrap();
    assert_eq!(action, Action::Down);
    stage.act(action);
    assert_eq!(stage.app.cursor.row, row, "the wheel reads on in {title}");
}
