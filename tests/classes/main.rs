//! Real sessions in every class of terminal: no border broken, no letter lost.
//!
//! GNU screen 5 gives every code point a cell of its own, marks too, which is more than the upper
//! bound reserves. It is the one class in which letters are lost; mlterm loses signs that a joiner
//! joins. The tests say so as well.
#![expect(clippy::expect_used, reason = "a test that cannot go on has failed")]

#[path = "../common/mod.rs"]
mod common;

mod model;

use common::{OCTOBER, bengali, bytes, drive, open, stage, stage_of};
use model::{CLASSES, Class, Terminal};
use outage_tui::app::Settings;
use outage_tui::export::text;
use outage_tui::headless::Stage;
use outage_tui::load::Report;
use outage_tui::runtime::{self, Manner};
use outage_tui::text::{cluster_width, clusters, is_bengali};
use outage_tui::timeline::Timeline;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The measured advances of some texts, cluster by cluster, in the order of [`CLASSES`].
const MEASURED: [(&str, [usize; 9]); 9] = [
    ("ক", [1, 1, 1, 1, 1, 1, 1, 1, 1]),
    ("কা", [1, 2, 2, 1, 1, 1, 1, 1, 2]),
    ("কি", [2, 2, 2, 1, 1, 1, 1, 1, 2]),
    ("কু", [1, 1, 1, 1, 1, 1, 1, 1, 2]),
    ("ক্ষ", [2, 2, 2, 2, 2, 2, 2, 1, 3]),
    ("স্ট্র", [3, 3, 3, 3, 3, 3, 2, 1, 5]),
    ("a", [1, 1, 1, 1, 1, 1, 1, 1, 1]),
    ("日", [2, 2, 2, 2, 2, 2, 2, 2, 2]),
    ("■", [1, 1, 1, 1, 1, 1, 1, 1, 1]),
];

#[test]
fn the_model_moves_as_was_measured() {
    for (text, cells) in MEASURED {
        for (class, cells) in CLASSES.into_iter().zip(cells) {
            assert_eq!(class.cluster(text), cells, "{text} in {class:?}");
        }
    }
}

#[test]
fn what_is_reserved_is_enough_but_for_screen() {
    let words = "বিভ্রাট হোয়াটসঅ্যাপ ত্রূটি ফেসবুক ইনস্টাগ্রাম হঠাৎ বিশ্বজুড়ে সার্ভার র্‍যাম \
                 हिन्दी தமிழ் മലയാളം ಕನ್ನಡ 日本語 é … → ■";
    for cluster in clusters(words) {
        for class in CLASSES.into_iter().filter(|&class| class != Class::Screen5) {
            let taken = class.cluster(cluster);
            assert!(taken <= cluster_width(cluster), "{cluster} takes {taken} in {class:?}");
        }
    }
    assert!(Class::Screen5.cluster("ক্ষ") > cluster_width("ক্ষ"));
}

/// The first cell that is not as the buffer has it. Letters that stand side by side may have been
/// sent as one piece, and are looked at as one.
fn difference(terminal: &Terminal, wanted: &Buffer) -> Option<String> {
    let is_bengali = |text: &str| text.chars().all(|c| is_bengali(c) || c == '\u{200D}');
    for y in 0..wanted.area.height {
        let mut x = 0;
        while x < wanted.area.width {
            let from = x;
            let mut text = String::new();
            loop {
                let symbol = wanted[(x, y)].symbol();
                text.push_str(symbol);
                x += cluster_width(symbol).max(1) as u16;
                let goes_on = x < wanted.area.width && is_bengali(wanted[(x, y)].symbol());
                if symbol.is_empty() || !is_bengali(symbol) || !goes_on {
                    break;
                }
            }
            let found = terminal.text(from, y, usize::from(x - from));
            if !text.is_empty() && found.replace(' ', "") != text.replace(' ', "") {
                return Some(format!("{text:?} at {from},{y} is {found:?}"));
            }
        }
    }
    None
}

/// Keys of a session; what they do is of no matter, as long as the screen changes in many ways.
const KEYS: &[&str] = &[
    "j",
    "j",
    "k",
    "pgdn",
    "pgup",
    "end",
    "home",
    "e",
    "p",
    "h",
    "l",
    "+",
    "-",
    "t",
    "tab",
    "z",
    "s",
    "L",
    "g",
    "esc",
    "enter",
    "esc",
    "?",
    "esc",
    "/ 'অ্যা' enter",
    "n",
    "esc",
    "f 'kind:impact' enter",
    "esc",
    "!",
    "esc",
    "4",
    "j",
];

fn october() -> (Timeline, Report) {
    open(&String::from_utf8_lossy(&bytes(OCTOBER)))
}

/// Plays a session in one class of terminal; the first thing that went wrong.
fn play(
    (class, words): (Class, bool),
    opened: (Timeline, Report),
    settings: Settings,
    mut seed: u64,
) -> Option<String> {
    let (mut width, mut height) = (80, 24);
    let mut stage: Stage = stage_of("a.yaml", opened, settings, (width, height));
    let mut terminal = Terminal::new(class, width, height);
    let mut shown = Buffer::empty(Rect::default());
    let manner = Manner { words, erases: seed.is_multiple_of(2), ..Manner::default() };
    for step in 0..160 {
        let next = stage.draw();
        let anew = shown.area != next.area;
        if anew {
            shown = Buffer::empty(next.area);
        }
        terminal.take(&runtime::bytes(&shown, &next, Manner { anew, ..manner }));
        if let Some(difference) = difference(&terminal, &next) {
            return Some(format!("{class:?}, step {step}: {difference}"));
        }
        shown = next;
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695);
        if step % 40 == 39 {
            (width, height) = [(120, 40), (60, 16), (200, 60), (80, 24)][step / 40 % 4];
            stage.resize(width, height);
            terminal = Terminal::new(class, width, height);
            shown = Buffer::empty(Rect::default());
        } else {
            drive(&mut stage, None, KEYS[(seed >> 33) as usize % KEYS.len()]);
        }
    }
    None
}

#[test]
fn sessions_survive_in_every_class_but_screen() {
    for class in CLASSES.into_iter().filter(|&class| class != Class::Screen5) {
        for (settings, seed) in [(bengali(), 1), (bengali(), 2), (Settings::default(), 3)] {
            assert_eq!(play((class, false), october(), settings, seed), None);
        }
    }
}

#[test]
fn whole_words_survive_where_a_part_written_over_is_gone_whole() {
    for seed in 1..4 {
        assert_eq!(play((Class::Kitty048, true), october(), bengali(), seed), None);
    }
}

#[test]
fn in_screen_bengali_loses_letters_and_english_does_not() {
    assert!(play((Class::Screen5, false), october(), bengali(), 1).is_some());
    let settings = Settings::default();
    let mut stage = stage(OCTOBER, settings, 80, 24);
    let mut terminal = Terminal::new(Class::Screen5, 80, 24);
    let mut shown = Buffer::empty(Rect::new(0, 0, 80, 24));
    for key in ["", "j", "pgdn", "end", "g", "esc", "enter"] {
        drive(&mut stage, None, key);
        let next = stage.draw();
        terminal.take(&runtime::bytes(
            &shown,
            &next,
            Manner { anew: key.is_empty(), ..Manner::default() },
        ));
        assert_eq!(difference(&terminal, &next), None, "{key}");
        shown = next;
    }
}

/// A file of many scripts; of its signs of several, only the flags, where they are not `joined`.
fn scripts(joined: bool) -> (Timeline, Report) {
    let yaml = String::from_utf8(bytes("tests/data/scripts.yaml")).expect("UTF-8");
    assert!(yaml.contains(JOINED));
    open(&if joined { yaml } else { yaml.replace(JOINED, "👩💻") })
}

/// A sign of two with a joiner between them.
const JOINED: &str = "👩\u{200D}💻";

#[test]
fn all_scripts_are_drawn() {
    let stage = stage_of("a.yaml", scripts(true), Settings::default(), (200, 60));
    let screen = text(&stage.draw());
    for word in
        "العربية עברית ไทย தமிழ் हिन्दी 日本語 한국어 👩\u{200D}💻 🇧🇩🇮🇳🇧 1️⃣ 👍🏽 ❤︎ stacks".split(' ')
    {
        assert!(screen.contains(word), "{word}");
    }
}

#[test]
fn all_scripts_survive_in_every_class_but_screen() {
    for class in CLASSES.into_iter().filter(|&class| class != Class::Screen5) {
        let opened = scripts(class != Class::Mlterm);
        for (settings, seed) in [(bengali(), 1), (Settings::default(), 2)] {
            assert_eq!(play((class, false), opened.clone(), settings, seed), None);
        }
    }
}

/// mlterm gives a joiner a cell of its own. One is reserved where letters need joiners, not
/// between signs, which all other terminals then would show with a hole behind them.
#[test]
fn in_mlterm_joined_signs_are_lost() {
    assert!(Class::Mlterm.cluster(JOINED) > cluster_width(JOINED));
    let lost = play((Class::Mlterm, false), scripts(true), Settings::default(), 2);
    assert!(lost.as_deref().is_some_and(|lost| lost.contains('👩')), "{lost:?}");
}
