//! What the README says is so.
#![expect(clippy::panic, reason = "a test that cannot go on has failed")]

use std::process::Command;

use outage_tui::export::{ReportOptions, report_template};
use outage_tui::model::Phase;
use outage_tui::text::{Lang, Words};
use outage_tui::timeline;

const README: &str = include_str!("../README.md");

/// The text between two marks.
fn between(start: &str, end: &str) -> &'static str {
    let (_, rest) = README.split_once(start).unwrap_or_else(|| panic!("no {start}"));
    rest.split_once(end).unwrap_or_else(|| panic!("no {end}")).0
}

#[test]
fn the_keys_are_those_of_the_table() {
    let output = Command::new(env!("CARGO_BIN_EXE_outage-tui"))
        .args(["keys", "--markdown", "--lang", "en"])
        .output()
        .unwrap();
    let keys = String::from_utf8(output.stdout).unwrap();
    let start = "<!-- keys: written by `outage-tui keys --markdown`, checked by a test -->";
    assert_eq!(
        between(start, "<!-- /keys -->").trim(),
        keys.trim(),
        "run `cargo run -- keys --markdown` and put its output into the README"
    );
}

fn example() -> &'static str {
    between("```yaml\n", "```")
}

#[test]
fn the_example_opens_and_its_milestones_are_derived() {
    assert!(example().lines().count() <= 15);
    let (timeline, report) = timeline::open("checkout.yaml", example().as_bytes()).unwrap();
    assert_eq!(report.warnings(), 0);
    for phase in Phase::MILESTONES {
        assert!(timeline.milestone(phase).is_some(), "{phase:?}");
    }
}

#[test]
fn the_template_writes_what_it_says() {
    let template = between("```jinja\n", "```");
    assert!(template.lines().count() <= 12);
    let (timeline, _) = timeline::open("checkout.yaml", example().as_bytes()).unwrap();
    let options = ReportOptions::new(Words::new(Lang::En), timeline.incident().zone);
    let told = report_template(&timeline, &options, "mine.md", template).unwrap();
    insta::assert_snapshot!("template", told);
}

#[test]
fn the_fault_is_told_as_the_readme_shows_it() {
    let wrong = example().replace("status: {payments: major", "status: {paymets: major");
    let report = timeline::open("checkout.yaml", wrong.as_bytes()).unwrap_err();
    let text = report.render(Words::new(Lang::En), false);
    let shown = between("```text\n", "```");
    assert!(text.contains(shown.trim()), "{text}");
}
