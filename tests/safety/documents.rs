//! Random documents, each drawn in some states on a small screen: what the terminal is sent has
//! no byte that is not by the grammar.
//!
//! A document is made from its number alone, so the number in a failure makes it again.

use outage_tui::app::{Clock, LaneOrder, Settings, Theme};
use outage_tui::export::text;
use outage_tui::text::{Digits, Lang, Words};
use outage_tui::timeline;

use crate::common::{KEYS, assert_whole, some_of};
use crate::random::Random;
use crate::shown::{Viewer, assert_plain, assert_report, texts};

/// What happened to the documents, to see that the test looks at something.
#[derive(Debug, Default)]
struct Tally {
    drawn: u32,
    refused: u32,
    /// Screens on which the mark of a hidden character stood.
    marked: u32,
}

/// Says which document it was when a test fails over it.
struct Number(u32);

impl Drop for Number {
    #[expect(clippy::print_stderr, reason = "a test that failed says with what")]
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("this was document {}", self.0);
        }
    }
}

impl Random {
    fn settings(&mut self) -> Settings {
        let clocks =
            [Clock::Incident, Clock::Local, Clock::Utc, Clock::SinceStart, Clock::SinceLast];
        Settings {
            words: Words { lang: self.one(&Lang::ALL), digits: self.one(&Digits::ALL) },
            theme: self.one(&Theme::ALL),
            ascii: self.often(4),
            clock: self.one(&clocks),
            order: self.one(&[LaneOrder::File, LaneOrder::Worst]),
            ..Settings::default()
        }
    }

    /// Now and then less than what anything but one line is drawn on.
    fn size(&mut self) -> (u16, u16) {
        if self.often(8) {
            (self.below(60) as u16, self.below(16) as u16)
        } else {
            (60 + self.below(60) as u16, 16 + self.below(24) as u16)
        }
    }

    /// A key, or the beginning of a hostile text, typed where something can be typed.
    fn key(&mut self) -> String {
        if self.often(6) {
            let typed: String = self.text().replace('\'', "").chars().take(12).collect();
            return format!("{} '{typed}'", self.one(&["/", "f", "g t", "?", "/ 'a' enter f"]));
        }
        self.one(KEYS).to_owned()
    }
}

fn try_document(number: u32, tally: &mut Tally) {
    let _number = Number(number);
    let mut random = Random::new(number);
    let document = random.document();
    let opened = match timeline::open(&random.text(), document.as_bytes()) {
        Ok(opened) => opened,
        Err(report) => {
            tally.refused += 1;
            return assert_report(&report);
        }
    };
    let settings = random.settings();
    if random.often(8) {
        assert_report(&opened.1);
        for printed in texts(&opened.0, settings.words, settings.ascii) {
            assert_plain(&printed, "printed");
        }
    }
    let mut viewer = Viewer::new(opened, &random.text(), settings, random.size());
    for _ in 0..=random.below(3) {
        let buffer = viewer.frame("a frame");
        assert_whole(&buffer);
        tally.drawn += 1;
        tally.marked += u32::from(text(&buffer).contains("<U+"));
        for _ in 0..=random.below(4) {
            viewer.press(&random.key());
        }
        if random.often(3) {
            let (width, height) = random.size();
            viewer.stage.resize(width, height);
        }
    }
    viewer.frame("the last frame");
}

#[test]
fn random_documents_are_drawn_by_the_grammar() {
    let documents = some_of(100_000, 2_000);
    let mut tally = Tally::default();
    for number in 0..documents {
        try_document(number, &mut tally);
    }
    assert!(tally.refused < documents / 10, "{tally:?}");
    assert!(tally.marked > tally.drawn / 10, "{tally:?}");
}
