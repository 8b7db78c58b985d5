//! Random walks: keys, text, clicks, the wheel, time and sizes, in any order.

mod common;

use common::{KEYS, OCTOBER, SMALLEST, assert_whole, bengali, some_of, stage};
use outage_tui::app::{Action, App, Effect, Filter, Key, Mode, Overlay, Panel, Settings, entries};
use outage_tui::export::text;
use outage_tui::headless::Stage;
use outage_tui::view::{LEAST, hit, wheel};
use proptest::prelude::*;

#[derive(Debug, Clone)]
enum Step {
    /// Keys by their names.
    Keys(&'static str),
    Type(char),
    Resize(u16, u16),
    Click(u16, u16),
    Wheel(u16, u16, i16),
    Wait(u32),
}

const LETTERS: &[char] = &['a', '1', ':', '-', 'ক', '্', 'ষ', 'ি', '\u{9DF}', '\u{200D}', '日'];

/// Sizes of screens; now and then one that nothing but a sentence, or not even that, fits on.
fn sizes() -> impl Strategy<Value = (u16, u16)> {
    prop_oneof![1 => (0_u16..62, 0_u16..18), 4 => (60_u16..130, 16_u16..46), 1 => (130_u16..220, 46_u16..70)]
}

fn steps() -> impl Strategy<Value = Step> {
    prop_oneof![
        8 => prop::sample::select(KEYS).prop_map(Step::Keys),
        2 => prop::sample::select(LETTERS).prop_map(Step::Type),
        2 => sizes().prop_map(|(width, height)| Step::Resize(width, height)),
        2 => (0_u16..220, 0_u16..70).prop_map(|(x, y)| Step::Click(x, y)),
        1 => (0_u16..220, 0_u16..70, -3_i16..=3).prop_map(|(x, y, lines)| Step::Wheel(x, y, lines)),
        1 => (0_u32..5_000).prop_map(Step::Wait),
    ]
}

fn take(stage: &mut Stage, step: &Step) -> Effect {
    let action = match *step {
        Step::Keys(keys) => return stage.script(keys).unwrap_or(Effect::Quit),
        Step::Type(c) => return stage.press(Key::char(c)),
        Step::Resize(width, height) => {
            stage.resize(width, height);
            None
        }
        Step::Click(x, y) => hit(&stage.app, stage.area(), x, y),
        Step::Wheel(x, y, lines) => wheel(&stage.app, stage.area(), x, y, lines),
        Step::Wait(millis) => Some(Action::Tick(millis)),
    };
    action.map_or(Effect::None, |action| stage.act(action))
}

/// Whether the timeline is drawn, by the rules of the layout.
fn shows_timeline(stage: &Stage) -> bool {
    let app = &stage.app;
    let large = stage.area().width >= LEAST.0 && stage.area().height >= LEAST.1;
    let covered = !matches!(
        app.overlay,
        None | Some(Overlay::Search { .. } | Overlay::Filter { .. } | Overlay::Time { .. })
    );
    let focus = app.frame.focus;
    let at_home = focus == Panel::Timeline
        || (!app.frame.alone && matches!(focus, Panel::Lanes | Panel::Recovery));
    large && !covered && at_home
}

/// The rows of events that stand on the screen, by the lines on which a click would take them.
fn rows_on_screen(stage: &Stage) -> Vec<(u16, usize)> {
    let area = stage.area();
    let row = |y| match hit(&stage.app, area, 3, y) {
        Some(Action::Select(row)) => Some((y, row)),
        _ => None,
    };
    (0..area.height).filter_map(row).collect()
}

/// The clock is inside the incident and the lanes, the list goes on in time, and what is selected
/// is a part of it.
fn check_cursor(app: &App) -> Result<(), TestCaseError> {
    prop_assert!(app.cursor.row < app.timeline.len());
    prop_assert!(app.whole().contains(app.cursor.at), "the clock left the incident");
    prop_assert!(app.window().contains(app.cursor.at), "the clock left the lanes");
    let shown = app.listing.rows();
    prop_assert_eq!(app.selected().is_some(), !shown.is_empty());
    prop_assert!(app.selected().is_none_or(|row| shown.contains(&row)));
    prop_assert!(app.search.hits().iter().all(|hit| shown.contains(hit)));
    for pair in shown.windows(2) {
        let at = |row| app.timeline.event(row).map(|event| event.at);
        prop_assert!(pair[0] < pair[1] && at(pair[0]) <= at(pair[1]), "rows {pair:?}");
    }
    Ok(())
}

/// What is open goes with what is typed, found and scrolled.
fn check_overlay(app: &App) -> Result<(), TestCaseError> {
    let Some(overlay) = &app.overlay else { return Ok(()) };
    prop_assert!(!app.play.running && app.count.is_none());
    let has_line = matches!(app.mode(), Mode::Line | Mode::Palette);
    prop_assert_eq!(has_line, overlay.line().is_some());
    match overlay {
        Overlay::Search { line, .. } => prop_assert_eq!(line.text(), &app.search.text),
        Overlay::Filter { line, error, .. } => match Filter::parse(line.text()) {
            Ok(filter) => {
                let typed = if filter.is_empty() { "" } else { line.text().trim() };
                prop_assert!(error.is_none() && app.listing.text == typed);
            }
            Err(wrong) => prop_assert_eq!(error.as_ref(), Some(&wrong)),
        },
        Overlay::Time { line, error } => {
            let read = app.timeline.parse_when(line.text(), app.zone(), app.cursor.at);
            prop_assert!(error.is_none() || read.is_err());
        }
        Overlay::Help { line, chosen, below } => {
            let from = Overlay::mode_of(below.as_deref(), app.home());
            prop_assert!(*chosen < entries(line.text(), from).len().max(1));
            prop_assert_ne!(from, Mode::Palette, "help over help");
        }
        Overlay::Problems { scroll } | Overlay::Detail { scroll } => {
            prop_assert!(*scroll <= app.frame.extent.overlay);
        }
        Overlay::GoTo => {}
    }
    Ok(())
}

/// The selected event stands on the screen, alone with the mark, among rows in their order.
fn check_screen(stage: &Stage) -> Result<(), TestCaseError> {
    let buffer = stage.draw();
    assert_whole(&buffer);
    let Some(selected) = stage.app.selected().filter(|_| shows_timeline(stage)) else {
        return Ok(());
    };
    let marked: Vec<u16> = (0..buffer.area.height)
        .filter(|&y| (0..4).any(|x| buffer[(x, y)].symbol() == "▸"))
        .collect();
    prop_assert_eq!(marked.len(), 1, "no selected row, or two, in\n{}", text(&buffer));
    if stage.app.overlay.is_none() {
        let rows = rows_on_screen(stage);
        prop_assert!(rows.contains(&(marked[0], selected)), "{selected} is not among {rows:?}");
        prop_assert!(rows.windows(2).all(|pair| pair[0].1 < pair[1].1), "{rows:?}");
    }
    Ok(())
}

fn check(stage: &Stage) -> Result<(), TestCaseError> {
    check_cursor(&stage.app)?;
    check_overlay(&stage.app)?;
    check_screen(stage)
}

fn config() -> ProptestConfig {
    let cases = some_of(10_000, 500);
    ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(cases) }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_walk_never_loses_the_clock_or_the_selected_row(
        steps in prop::collection::vec(steps(), 20),
        in_bengali: bool,
        small: bool,
        (width, height) in sizes(),
    ) {
        let settings = if in_bengali { bengali() } else { Settings::default() };
        let mut stage = stage(if small { SMALLEST } else { OCTOBER }, settings, width, height);
        for step in &steps {
            prop_assert_ne!(take(&mut stage, step), Effect::Quit, "after {:?}", step);
            check(&stage)?;
        }
        for _ in 0..8 {
            prop_assert_eq!(stage.script("esc"), Ok(Effect::None));
        }
        prop_assert!(stage.app.overlay.is_none() && stage.app.narrowed().is_none());
        prop_assert!(!stage.app.play.running);
        check(&stage)?;
    }
}
