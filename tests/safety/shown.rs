//! Everything that can be seen of an incident, and the proof that it is clean.

use std::cell::RefCell;

use outage_tui::app::{Effect, Settings};
use outage_tui::export::{
    ReportOptions, ShowOptions, report_markdown, show_json, show_plain, show_text,
};
use outage_tui::headless::Stage;
use outage_tui::load::Report;
use outage_tui::runtime::{self, Manner};
use outage_tui::text::{Lang, Words};
use outage_tui::timeline::Timeline;
use ratatui::buffer::Buffer;
use serde_json::Value;

use crate::common::stage_of;
use crate::grammar::{foreign_in_frame, is_text};

/// Fails where a text holds anything but lines of text.
pub fn assert_plain(text: &str, what: &str) {
    for line in text.split('\n') {
        let before = std::iter::once(' ').chain(line.chars());
        let wrong = before.zip(line.chars()).find(|(before, c)| !is_text(*c, *before));
        assert!(wrong.is_none(), "{what}: {:?} in {:?}", wrong, line.escape_unicode().to_string());
    }
}

/// The same for all texts of a JSON value, whatever their escapes.
pub fn assert_plain_json(value: &Value, what: &str) {
    match value {
        Value::String(text) => assert_plain(text, what),
        Value::Array(items) => items.iter().for_each(|item| assert_plain_json(item, what)),
        Value::Object(pairs) => {
            for (key, value) in pairs {
                assert_plain(key, what);
                assert_plain_json(value, what);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// A faulty file's report, or a good one's warnings, in both languages.
pub fn assert_report(report: &Report) {
    for lang in Lang::ALL {
        let words = Words::new(lang);
        assert_plain(&report.render(words, false), "check");
        assert_plain_json(&report.json(words), "check --json");
    }
}

/// What `show`, `show --json`, `show --plain` and `report` print.
pub fn texts(timeline: &Timeline, words: Words, ascii: bool) -> [String; 4] {
    let zone = timeline.incident().zone;
    let show = ShowOptions { at: timeline.last(), words, zone, ascii, left_out: 0 };
    let report = ReportOptions { gantt: true, ..ReportOptions::new(words, zone) };
    let json = show_json(timeline, &show).expect("it is JSON");
    assert_plain_json(&serde_json::from_str(&json).expect("it is JSON"), "show --json");
    [
        show_text(timeline, &show),
        json,
        show_plain(timeline, &show),
        report_markdown(timeline, &report),
    ]
}

/// A viewer and the screen that its terminal still shows.
pub struct Viewer {
    pub stage: Stage,
    shown: RefCell<Buffer>,
}

impl Viewer {
    pub fn new(
        opened: (Timeline, Report),
        name: &str,
        settings: Settings,
        size: (u16, u16),
    ) -> Self {
        Self { stage: stage_of(name, opened, settings, size), shown: RefCell::default() }
    }

    /// Keys by their names; what goes to the clipboard is looked at as well.
    pub fn press(&mut self, keys: &str) {
        match self.stage.script(keys) {
            Ok(Effect::Copy(text)) => assert_plain(&text, "the clipboard"),
            Ok(_) => {}
            Err(key) => panic!("no key is called {key}"),
        }
    }

    /// What the terminal is sent for the next screen, proved to be ours; and that screen.
    pub fn frame(&self, what: &str) -> Buffer {
        let next = self.stage.draw();
        let shown = self.shown.replace(next.clone());
        let anew = shown.area != next.area;
        let shown = if anew { Buffer::empty(next.area) } else { shown };
        for words in [false, true] {
            let manner = Manner { anew, words, erases: true, ..Manner::default() };
            let bytes = runtime::bytes(&shown, &next, manner);
            assert_eq!(foreign_in_frame(bytes.as_bytes()), None, "{what}");
        }
        next
    }
}
