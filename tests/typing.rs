//! Lines that are typed: every letter of a Bengali keyboard, and nothing that is not text.

mod common;

use common::{OCTOBER, SMALLEST, drive, stage};
use outage_tui::app::{Action, Effect, Key, Overlay, Settings};
use outage_tui::export::text;
use outage_tui::headless::Stage;
use outage_tui::text::{Lang, Msg};

fn october() -> Stage {
    stage(OCTOBER, Settings::default(), 120, 40)
}

fn typed(stage: &Stage) -> &str {
    stage.app.overlay.as_ref().and_then(Overlay::line).map_or("", |line| line.text())
}

/// The keys that open a line.
const LINES: [&str; 4] = ["/", "f", "g t", "?"];

#[test]
fn every_letter_of_the_interface_can_be_typed_in_every_line() {
    let mut letters: Vec<char> = Msg::ALL
        .iter()
        .flat_map(|msg| Lang::ALL.map(|lang| msg.text(lang)).concat().chars().collect::<Vec<_>>())
        .collect();
    letters.sort_unstable();
    letters.dedup();
    // What keyboards send for these is not what files hold.
    letters.extend(['\u{9DC}', '\u{9DD}', '\u{9DF}', '\u{E9}']);
    for keys in LINES {
        let mut stage = stage(SMALLEST, Settings::default(), 80, 24);
        drive(&mut stage, None, keys);
        for &letter in letters.iter().filter(|letter| !letter.is_control()) {
            drive(&mut stage, None, "^u");
            stage.press(Key::char(letter));
            assert_eq!(
                typed(&stage),
                letter.to_string(),
                "U+{:04X} after {keys}",
                u32::from(letter)
            );
        }
    }
}

#[test]
fn a_joiner_can_be_typed_behind_a_bengali_letter_in_every_line() {
    for keys in LINES {
        for letters in ["র\u{200D}্যাম", "ক্\u{200C}ষ"] {
            let mut stage = stage(SMALLEST, Settings::default(), 80, 24);
            drive(&mut stage, None, &format!("{keys} '{letters}'"));
            assert_eq!(typed(&stage), letters, "after {keys}");
        }
    }
}

#[test]
fn what_would_not_show_is_not_typed() {
    let mut stage = stage(SMALLEST, Settings::default(), 80, 24);
    drive(&mut stage, None, "/");
    for letter in [
        '\u{1b}',
        '\u{7}',
        '\u{7f}',
        '\u{9b}',
        '\u{202e}',
        '\u{2066}',
        '\u{feff}',
        '\u{200b}',
        '\u{e0041}',
        '\u{e000}',
    ] {
        drive(&mut stage, None, "^u 'a'");
        stage.act(Action::Type(letter));
        drive(&mut stage, None, "'b'");
        assert_eq!(typed(&stage), "ab", "U+{:04X}", u32::from(letter));
    }
}

#[test]
fn a_search_finds_what_keyboards_spell_otherwise() {
    let hits = |spelt: &str| {
        let mut stage = october();
        drive(&mut stage, None, &format!("/ '{spelt}'"));
        stage.app.search.hits().to_vec()
    };
    let composed = hits("সম\u{9DF}");
    assert!(composed.len() >= 5, "{composed:?}");
    assert_eq!(composed, hits("সম\u{9AF}\u{9BC}"));
    assert!(!hits("৫০").is_empty());
    assert_eq!(hits("৫০"), hits("50"));
    assert_eq!(hits("ROUTES"), hits("routes"));
}

#[test]
fn keys_of_the_panels_are_letters_in_a_line() {
    for keys in LINES {
        let mut stage = october();
        drive(&mut stage, None, keys);
        let row = stage.app.cursor.row;
        assert_eq!(stage.script("'q j G ? 5'"), Ok(Effect::None), "{keys}");
        assert_eq!(typed(&stage), "q j G ? 5", "{keys}");
        assert!(keys == "/" || stage.app.cursor.row == row, "{keys}");
    }
}

#[test]
fn a_line_is_edited_with_the_usual_keys() {
    let mut stage = october();
    for (keys, left) in [
        ("/ 'whats app'", "whats app"),
        ("^w", "whats "),
        ("'up'", "whats up"),
        ("home 'x'", "xwhats up"),
        ("del", "xhats up"),
        ("end backspace", "xhats u"),
        ("left left 'y'", "xhatsy u"),
        ("^a right ^u", ""),
        ("backspace del left", ""),
    ] {
        drive(&mut stage, None, keys);
        assert_eq!(typed(&stage), left, "{keys}");
    }
}

#[test]
fn what_is_wrong_with_a_line_is_said_beside_it() {
    for (keys, said) in [
        ("f 'kind:xyz'", "no kind \"xyz\""),
        ("f 'state:down'", "no field \"state\""),
        ("f 'status:fine'", "no status \"fine\""),
        ("g t 'soon' enter", "not a time"),
        ("g t '25:61' enter", "no such"),
        ("/ 'zzzz'", "0 hits"),
        ("f 'kind:recovery'", "of 78 shown"),
        ("? 'zzzz'", "no key or command matches"),
    ] {
        let mut stage = october();
        drive(&mut stage, None, keys);
        let screen = text(&stage.draw());
        assert!(screen.contains(said), "{keys}: no {said:?} in\n{screen}");
        assert!(stage.app.overlay.is_some(), "{keys}: a wrong line stays open");
        drive(&mut stage, None, "esc");
        assert!(stage.app.overlay.is_none());
        assert_eq!(stage.app.listing.rows().len(), stage.app.timeline.len());
    }
}
