//! Random walks: keys, text, clicks, the wheel, time and sizes, in any order.

mod common;

use common::{KEYS, OCTOBER, SMALLEST, assert_whole, bengali, stage};
use outage_tui::app::{Action, Effect, Key, Overlay, Panel, Settings};
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

fn steps() -> impl Strategy<Value = Step> {
    prop_oneof![
        8 => prop::sample::select(KEYS).prop_map(Step::Keys),
        2 => prop::sample::select(LETTERS).prop_map(Step::Type),
        2 => (0_u16..220, 0_u16..70).prop_map(|(width, height)| Step::Resize(width, height)),
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

fn check(stage: &Stage) -> Result<(), TestCaseError> {
    let app = &stage.app;
    prop_assert!(app.cursor.row < app.timeline.len());
    prop_assert!(app.whole().contains(app.cursor.at), "the clock left the incident");
    prop_assert!(app.window().contains(app.cursor.at), "the clock left the lanes");
    let shown = app.listing.rows();
    prop_assert_eq!(app.selected().is_some(), !shown.is_empty());
    prop_assert!(app.selected().is_none_or(|row| shown.contains(&row)));
    let buffer = stage.draw();
    assert_whole(&buffer);
    if shows_timeline(stage) && !shown.is_empty() {
        let screen = text(&buffer);
        prop_assert!(screen.contains('▶'), "no selected row in\n{screen}");
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

    #[test]
    fn a_walk_never_loses_the_clock_or_the_selected_row(
        steps in prop::collection::vec(steps(), 1..30),
        in_bengali: bool,
        small: bool,
    ) {
        let settings = if in_bengali { bengali() } else { Settings::default() };
        let mut stage = stage(if small { SMALLEST } else { OCTOBER }, settings, 120, 40);
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
