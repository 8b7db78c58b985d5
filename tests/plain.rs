//! `show --plain`: sentences for screen readers.

mod common;

use common::{OCTOBER, at, bytes, read};
use outage_tui::export::{ShowOptions, show_plain};
use outage_tui::text::{Lang, Words};

fn plain(lang: Lang, clock: &str) -> String {
    let timeline = read(&String::from_utf8_lossy(&bytes(OCTOBER)));
    let zone = timeline.incident().zone;
    let options =
        ShowOptions { at: at(clock), words: Words::new(lang), zone, ascii: false, left_out: 0 };
    show_plain(&timeline, &options)
}

#[test]
fn sentences_in_both_languages() {
    insta::assert_snapshot!("english", plain(Lang::En, "2021-10-04T22:10Z"));
    insta::assert_snapshot!("bengali", plain(Lang::Bn, "2021-10-04T16:00Z"));
}

#[test]
fn nothing_that_a_screen_reader_stumbles_over() {
    for lang in Lang::ALL {
        for line in plain(lang, "2021-10-10T00:00Z").lines() {
            let odd = |c: char| matches!(c, '\u{2190}'..='\u{25FF}' | '~' | '*' | '|' | '\t');
            assert!(!line.contains(odd), "{line}");
            assert!(!line.contains("  "), "{line}");
            assert!(line.is_empty() || line.ends_with(['.', '!', '?', '।', '’', '”']), "{line}");
        }
    }
}
