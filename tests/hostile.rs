//! Files made to hurt: each is refused, with a sentence, and before long.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::fmt::Write;

use outage_tui::{
    load::{self, Report},
    text::{Lang, Words},
};
use proptest::prelude::*;

const EVERY_FIELD: &str = include_str!("data/every-field.yaml");

fn refused(bytes: &[u8]) -> Report {
    let report = load::read("hostile.yaml", bytes).unwrap_err();
    let text = report.render(Words::new(Lang::En), false);
    assert!(text.len() < 200_000, "{} bytes of report", text.len());
    assert!(!text.contains('\x1b'));
    report
}

/// The code of the first error.
fn code(text: &str) -> &'static str {
    refused(text.as_bytes()).iter().next().unwrap().code().as_str()
}

#[test]
fn nesting() {
    for piece in ["[", "{a: ", "- ", "? ", "&a [", "!!seq [", "[{", "{["] {
        assert_eq!(code(&piece.repeat(100_000)), "E012", "{piece}");
    }
    let mut stairs = String::new();
    for depth in 0..1_000 {
        let _ = writeln!(stairs, "{}a:", " ".repeat(depth));
    }
    assert_eq!(code(&stairs), "E012");
}

#[test]
fn aliases() {
    let mut laughs = String::from("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for level in 1..10 {
        let aliases = vec![format!("*a{}", level - 1); 9].join(", ");
        let _ = writeln!(laughs, "a{level}: &a{level} [{aliases}]");
    }
    assert_eq!(code(&laughs), "E013");
    let long = format!("a: &a \"{}\\n\"\nb: [{}]", "x".repeat(100_000), "*a, ".repeat(1_000));
    assert_eq!(code(&long), "E013");
    assert_eq!(code("a: &a [*a]"), "E010");
    assert_eq!(code("title: *nobody"), "E010");
}

#[test]
fn very_many_faults_are_counted_and_a_few_are_shown() {
    let tags = format!("a: [{}]", "!x y, ".repeat(100_000));
    let report = refused(tags.as_bytes());
    assert!(report.errors() > 100_000);
    assert_eq!(report.iter().count(), 1_000);
    let keys: String = (0..100_000).fold("title: x\n".to_owned(), |mut keys, key| {
        let _ = writeln!(keys, "key{key}: 1");
        keys
    });
    assert!(refused(keys.as_bytes()).errors() > 100_000);
    let same = "title: x\n".repeat(100_000);
    assert_eq!(refused(same.as_bytes()).errors(), 100_000);
    let anchors: String = (0..100_000).fold(String::new(), |mut anchors, anchor| {
        let _ = writeln!(anchors, "- &a{anchor} x");
        anchors
    });
    assert_eq!(code(&anchors), "E021");
}

#[test]
fn long_scalars() {
    let long = "x".repeat(10_000_000);
    assert_eq!(code(&long), "E021");
    assert_eq!(code(&format!("title: \"{long}")), "E010");
    assert_eq!(code(&format!("title: x\nevents: [{{at: {long}, title: x}}]")), "E040");
    assert_eq!(code(&format!("{long}: x")), "E010");
    let marks = format!("title: e{}\nevents: no", "\u{301}".repeat(1_000_000));
    assert_eq!(code(&marks), "E021");
    assert_eq!(code(&format!("title: {}", "x ".repeat(9 << 20))), "E008");
    assert_eq!(code(&format!("title: |\n{}", "  ক,\n".repeat(4 << 20))), "E008");
    let good = format!("title: {long}\nevents: [{{at: 2031-05-06, title: x}}]");
    assert!(load::read("x", good.as_bytes()).is_ok());
}

#[test]
fn numbers_and_times_at_the_ends() {
    for value in ["1e999", "-1e999", "NaN", ".inf", "0x10", "१२"] {
        let text = format!(
            "title: x\nevents: [{{at: 2031-05-06, title: x, recovery: {{percent: {value}}}}}]"
        );
        assert_eq!(code(&text), "E021", "{value}");
    }
    for length in ["+9223372036854775807s", "-99999999d"] {
        let text = format!(
            "title: x\nmilestones: {{started: 2031-05-06}}\nevents: [{{at: {length}, title: x}}]"
        );
        assert!(load::read("x", text.as_bytes()).is_ok(), "{length}");
    }
}

#[test]
fn all_faults_at_once() {
    let text = include_str!("data/many-faults.yaml");
    insta::assert_snapshot!(
        "many_faults",
        refused(text.as_bytes()).render(Words::new(Lang::En), false)
    );
    insta::assert_snapshot!(
        "many_faults_bn",
        refused(text.as_bytes()).render(Words::new(Lang::Bn), false)
    );
    let json = refused(text.as_bytes()).json(Words::new(Lang::En));
    insta::assert_snapshot!("many_faults_json", serde_json::to_string_pretty(&json).unwrap());
}

#[test]
fn styles_only_when_asked_for() {
    let report = refused(b"title: 1\nevnts: []");
    assert!(report.render(Words::new(Lang::En), true).contains("\x1b["));
    assert!(!report.render(Words::new(Lang::En), false).contains('\x1b'));
}

/// Twenty thousand here; a hundred thousand and a million are for the release build.
#[test]
fn a_long_file_loads() {
    let loaded = load::read("long.yaml", long(20_000).as_bytes()).unwrap();
    assert_eq!(loaded.incident.events.len(), 20_000);
    assert_eq!(loaded.report.warnings(), 0);
}

fn long(events: usize) -> String {
    let mut text =
        String::from("title: A long day\nmilestones: {started: 2031-05-06T08:00:00Z}\nevents:\n");
    for event in 0..events {
        let status = ["degraded", "major_outage", "recovering", "operational"][event % 4];
        let _ = write!(
            text,
            "  - at: +{event}s\n    kind: note\n    title: Event {event} of a long day\n    status: {{s{}: {status}}}\n",
            event % 50
        );
    }
    text
}

/// Loaded, or refused with a reason.
fn holds(bytes: &[u8]) -> Result<(), TestCaseError> {
    match load::read("random", bytes) {
        Ok(loaded) => prop_assert!(!loaded.report.has_errors()),
        Err(report) => {
            prop_assert!(report.has_errors());
            for lang in Lang::ALL {
                let text = report.render(Words::new(lang), false);
                prop_assert!(!text.chars().any(|c| c.is_control() && c != '\n'), "{text:?}");
            }
            prop_assert_eq!(&report.json(Words::new(Lang::En))["errors"], report.errors());
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn random_bytes(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        holds(&bytes)?;
    }

    #[test]
    fn random_text(text in "[ \\n\\t:,{}\\[\\]&*!|>'\"#%@`a-zA-Z0-9ক-হ\\PC-]{0,120}") {
        holds(text.as_bytes())?;
    }

    /// Some bytes of a good file replaced, cut out or doubled.
    #[test]
    fn mutated_files(cuts in prop::collection::vec((any::<prop::sample::Index>(), 0..40_usize, ".{0,6}"), 1..6)) {
        let mut text: Vec<char> = EVERY_FIELD.chars().collect();
        for (at, length, insert) in cuts {
            let start = at.index(text.len() + 1);
            let end = (start + length).min(text.len());
            text.splice(start..end, insert.chars());
        }
        let text: String = text.into_iter().collect();
        holds(text.as_bytes())?;
    }
}
