//! Every code in everything that a report of faults quotes, and in the words of the shell.

use std::io::Write;
use std::process::{Command, Output, Stdio};

use outage_tui::text::{Lang, Words};
use outage_tui::timeline;

use crate::codes;
use crate::fields::{incident, quoted};
use crate::shown::{assert_plain, assert_plain_json, assert_report};

/// Files with one fault, told with the text that stands for `<x>`.
const FAULTY: [&str; 22] = [
    "{title: x, events: [{at: 2031-05-06, title: x}], <x>: 1}",
    "{title: x, events: [{at: 2031-05-06, title: x, <x>: 1}]}",
    "{title: x, title: y, <x>: 1, events: [{at: 2031-05-06, title: x}]}",
    "{title: {<x>: x}, events: [{at: 2031-05-06, title: x}]}",
    "{title: {en: x, en: <x>}, events: [{at: 2031-05-06, title: x}]}",
    "{schema: <x>, title: x, events: [{at: 2031-05-06, title: x}]}",
    "{severity: <x>, title: x, events: [{at: 2031-05-06, title: x}]}",
    "{timezone: <x>, title: x, events: [{at: 2031-05-06, title: x}]}",
    "{milestones: {started: <x>}, title: x, events: [{at: 2031-05-06, title: x}]}",
    "{links: [{url: <x>}], title: x, events: [{at: 2031-05-06, title: x}]}",
    "{title: x, events: <x>}",
    "{title: x, events: [<x>]}",
    "{title: x, events: [{at: <x>, title: x}]}",
    "{title: x, events: [{at: 2031-05-06, until: <x>, title: x}]}",
    "{title: x, events: [{at: 2031-05-06, kind: <x>, title: x}]}",
    "{title: x, events: [{at: 2031-05-06, phase: <x>, title: x}]}",
    "{title: x, events: [{at: 2031-05-06, title: x, status: {a: <x>}}]}",
    "{title: x, events: [{at: 2031-05-06, title: x, recovery: <x>}]}",
    "{title: x, events: [{at: 2031-05-06, title: x, pinned: <x>}]}",
    "{services: [a], title: x, events: [{at: 2031-05-06, title: x, status: {<x>: down}}]}",
    "{services: [<x>, <x>], title: x, events: [{at: 2031-05-06, title: x}]}",
    "{title: x, events: [{at: 2031-05-06, title: x, status: {<x>: down}}], \
      expect: [{at: 2031-05-06, status: {<x>: up}}]}",
];

#[test]
fn no_code_leaves_a_report() {
    for code in codes::all() {
        for raw in [false, true] {
            let hurt = quoted(&format!("hurt{code}z"), raw);
            for faulty in FAULTY {
                let file = faulty.replace("<x>", &hurt);
                let opened = timeline::open("x", file.as_bytes());
                let report = opened.map_or_else(|refused| refused, |(_, warned)| warned);
                assert_report(&report);
                let told = report.render(Words::new(Lang::En), false);
                assert!(raw || told.contains("hurt"), "{file:?} is told as {told}");
            }
        }
    }
}

/// What no quotation marks are round is the parser's own complaint.
#[test]
fn no_code_leaves_a_complaint_about_the_syntax() {
    for code in codes::all() {
        for broken in
            ["title: \"x<c>", "title: *x<c>", "title: !x<c> y", "? [<c>\n", "<c>", "- x\n<c>: ["]
        {
            let file = broken.replace("<c>", &format!("{code}z"));
            if let Err(report) = timeline::open("x", file.as_bytes()) {
                assert_report(&report);
            }
            let latin = [file.as_bytes(), b"\xE9"].concat();
            assert_report(&timeline::open("x", &latin).expect_err("this is not UTF-8"));
        }
    }
}

/// Runs the program with a file on its standard input.
fn run(args: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_outage-tui"))
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut stdin = child.stdin.take().expect("it has an input");
    // A program that has refused its words does not read.
    let _ = stdin.write_all(input.as_bytes());
    drop(stdin);
    child.wait_with_output().expect("the program ends")
}

/// What was printed, both streams, proved to be clean.
fn printed(args: &[&str], input: &str) -> String {
    let output = run(args, input);
    let text = [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).expect("UTF-8"));
    for stream in &text {
        assert_plain(stream, &format!("{args:?}"));
    }
    text.concat()
}

/// Every code that a word of the shell can hold and that is no blank, one after the other.
fn every_code() -> String {
    let codes = codes::all().filter(|code| *code != '\0' && !code.is_whitespace());
    codes.flat_map(|code| ['x', code]).collect()
}

#[test]
fn the_program_prints_no_code_of_a_file() {
    let everything = incident(&every_code(), false);
    for lang in ["en", "bn"] {
        for args in
            [&["show", "-"][..], &["show", "-", "--plain"], &["report", "-"], &["check", "-"]]
        {
            let text = printed(&[args, &["--lang", lang]].concat(), &everything);
            assert!(text.contains("U+202E") || args[0] == "check", "{args:?}");
        }
        for args in [&["show", "-", "--json"][..], &["check", "-", "--json"]] {
            let text = printed(&[args, &["--lang", lang]].concat(), &everything);
            assert_plain_json(
                &serde_json::from_str(&text).expect("it is JSON"),
                &format!("{args:?}"),
            );
        }
    }
}

#[test]
fn the_program_prints_no_code_of_its_words() {
    let hurt = every_code();
    let good = "{title: x, events: [{at: 2031-05-06, title: x}]}";
    for args in [
        &["check", &hurt][..],
        &["show", &hurt],
        &["report", &hurt],
        &["show", "-", "--at", &hurt],
        &["report", "-", "--filter", &format!("kind:{hurt}")],
        &["report", "-", "--output", &format!("/nowhere/{hurt}")],
        &["show", "-", "--theme", &hurt],
        &["show", "-", "--zone", &hurt],
        &["show", "-", &format!("--{hurt}")],
    ] {
        let text = printed(args, good);
        assert!(text.contains("U+202E"), "{args:?}: {text}");
    }
}
