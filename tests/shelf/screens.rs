//! What the list looks like, stored. After a change that is meant:
//! `INSTA_UPDATE=always cargo test --test shelf`, then look.

use outage_tui::app::{Settings, Shelf, Theme};
use outage_tui::export::text;
use outage_tui::headless::Stage;
use outage_tui::model::Localized;
use outage_tui::text::SafeText;
use outage_tui::timeline::Timeline;

use super::common::{OCTOBER, bengali, bytes, stage_of};
use super::{OPEN, SHORT, drive, stage};

fn store(name: &str, screen: &str) {
    insta::with_settings!({prepend_module_to_snapshot => false, omit_expression => true}, {
        insta::assert_snapshot!(name, screen);
    });
}

fn list(settings: Settings, width: u16, height: u16, keys: &str) -> Stage<Shelf> {
    let mut stage = stage(settings, width, height);
    drive(&mut stage, keys);
    stage
}

const SIZES: [(u16, u16); 3] = [(80, 24), (120, 40), (200, 60)];

#[test]
fn at_every_size_in_both_languages() {
    for (lang, settings) in [("en", Settings::default()), ("bn", bengali())] {
        for (width, height) in SIZES {
            let stage = list(settings, width, height, "");
            store(&format!("shelf-{lang}-{width}x{height}"), &text(&stage.draw()));
        }
        for (name, keys) in [("measures", "m"), ("search", "/ 'whats'"), ("broken", "G enter")] {
            let stage = list(settings, 80, 24, keys);
            store(&format!("shelf-{name}-{lang}-80x24"), &text(&stage.draw()));
        }
    }
}

#[test]
fn helps_narrow_screens_and_ascii() {
    store("shelf-help-80x24", &text(&list(Settings::default(), 80, 24, "?").draw()));
    store("shelf-60x16", &text(&list(Settings::default(), 60, 16, "/ 'out' enter").draw()));
    let settings = Settings { ascii: true, theme: Theme::Mono, ..Settings::default() };
    let plain = text(&list(settings, 120, 40, "j").draw());
    // But for the name of the other language.
    assert!(plain.replace("বাংলা", "").is_ascii(), "{plain}");
    store("shelf-ascii-120x40", &plain);
}

#[test]
fn while_files_are_read() {
    let mut stage = list(Settings::default(), 80, 24, "");
    stage.app.unread = 495;
    stage.app.planned = 2;
    stage.act(outage_tui::app::Action::RowOrder);
    let screen = text(&stage.draw());
    assert!(screen.contains("5 incidents, 495 files to read · oldest first"), "{screen}");
    assert!(screen.contains("2 announced maintenances left out"), "{screen}");
}

/// All three on one axis.
fn side_by_side(settings: Settings, width: u16, height: u16) -> Stage {
    let october = bytes(OCTOBER);
    let incidents = [&*october, SHORT.as_bytes(), OPEN.as_bytes()].map(|text| {
        let loaded = outage_tui::load::read("x", text);
        loaded.map(|loaded| loaded.incident).unwrap_or_default()
    });
    let title = Localized::plain(SafeText::line("incidents: all incidents"));
    let all = outage_tui::load::side_by_side(incidents.to_vec(), title);
    let opened = (Timeline::new(all), outage_tui::load::nothing("incidents"));
    stage_of("incidents", opened, settings, (width, height))
}

#[test]
fn all_on_one_axis() {
    for (lang, settings) in [("en", Settings::default()), ("bn", bengali())] {
        for (width, height) in SIZES {
            let stage = side_by_side(settings, width, height);
            store(&format!("all-{lang}-{width}x{height}"), &text(&stage.draw()));
        }
    }
}
