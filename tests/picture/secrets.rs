//! Private events and covered words stand in nothing that is written.
#![expect(clippy::disallowed_methods, reason = "incidents are files")]

use std::path::Path;

use super::pixels::Pixels;
use super::shot::Folder;

const INCIDENT: &str = "
title: Alice Example broke the build
id: alice-1
summary: Alice  example, again.
services: [{id: db, name: Database of ALICE EXAMPLE}]
events:
  - {at: 2026-01-01T10:00:00Z, title: Down, status: {db: major_outage}}
  - at: 2026-01-01T10:05:00Z
    title: alice example was called
    body: Number of Alice Example is 555-0100
    author: Alice Example
    tags: [alice example]
    sources: [{name: Alice Example, url: 'https://example.org/alice'}]
  - {at: 2026-01-01T10:06:00Z, title: SECRETWORD, private: true}
  - {at: 2026-01-01T10:09:00Z, title: Up, status: {db: operational}}
";

/// Everything that a picture says, in each form.
fn said(folder: &Folder, options: &[&str]) -> String {
    std::fs::write(folder.0.join("in.yaml"), INCIDENT).unwrap();
    let path = folder.0.join("in.yaml");
    let mut all = String::new();
    for form in ["svg", "png", "html", "ans", "txt"] {
        for select in ["1", "2", "3"] {
            let name = format!("{select}.{form}");
            let options = [&["--alt", "--select", select, "--scale", "1"], options].concat();
            let output = folder.shot(path.to_str().unwrap(), &name, &options);
            assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
            let file = folder.read(&name);
            if form == "png" {
                all.push_str(&Pixels::read(&file).alt);
            }
            all.push_str(&String::from_utf8_lossy(&file));
            all.push_str(&String::from_utf8_lossy(&folder.read(&format!("{name}.alt.txt"))));
        }
    }
    all
}

#[test]
fn a_private_event_is_left_out_unless_it_is_asked_for() {
    let told = said(&Folder::new("private"), &[]);
    assert!(!told.contains("SECRETWORD"));
    assert!(told.contains("1 private event left out"));
    let told = said(&Folder::new("shown"), &["--private"]);
    assert!(told.contains("SECRETWORD") && !told.contains("left out"));
}

#[test]
fn a_covered_word_is_in_no_text_whatever_its_case() {
    let told = said(&Folder::new("redact"), &["--redact", "alice EXAMPLE", "--redact", "alice"]);
    let lost = told.to_lowercase();
    assert!(
        !lost.contains("alice"),
        "{}",
        lost.find("alice").map_or("", |at| &lost[at - 80..at + 80])
    );
    assert!(told.contains("█████ was called") && told.contains("555-0100"));
}

#[test]
fn a_report_covers_the_same_words() {
    let folder = Folder::new("report");
    std::fs::write(folder.0.join("in.yaml"), INCIDENT).unwrap();
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_outage-tui"));
    command.current_dir(&folder.0).args(["report", "in.yaml", "--redact", "alice"]);
    let told = String::from_utf8(command.output().unwrap().stdout).unwrap();
    assert!(told.contains("█████ Example broke the build"));
    assert!(!told.to_lowercase().contains("alice") && !told.contains("SECRETWORD"));
}

/// A story, some events of which only its tellers know: they tell states, readings, milestones and,
/// where none are listed, services.
fn story(private: bool, listed: bool) -> String {
    let mut told = "title: A shop\nid: shop-1\ntimezone: UTC\n\
                    milestones: {detected: 2026-01-01T10:20:00Z}\n"
        .to_owned();
    if listed {
        told += "services: [{id: db, name: Database}, {id: web, name: Site}, {id: vault}]\n";
    }
    told += "events:\n";
    for (is_private, event) in [
        (
            true,
            "at: 2026-01-01T09:11:11Z, title: Quiet, status: {vault: major_outage, db: degraded}, phase: started",
        ),
        (false, "at: 2026-01-01T10:00:00Z, title: Down, status: {db: major_outage}"),
        (
            true,
            "at: 2026-01-01T10:13:13Z, title: Hush, status: {web: partial_outage}, recovery: {percent: 7}",
        ),
        (true, "at: 2026-01-01T10:14:14Z, title: Page, phase: acknowledged, kind: alert"),
        (false, "at: 2026-01-01T10:30:00Z, title: Taken on, phase: acknowledged"),
        (false, "at: 2026-01-01T12:00:00Z, title: Up, status: {db: operational, web: operational}"),
        (true, "at: 2026-01-01T15:16:17Z, title: Lawyers, status: {db: degraded}, phase: resolved"),
    ] {
        if private || !is_private {
            let mark = if is_private { ", private: true" } else { "" };
            told.extend(["  - {", event, mark, "}\n"]);
        }
    }
    told
}

/// What a command prints, or writes into files of that name.
fn printed(folder: &Folder, args: &[&str]) -> String {
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_outage-tui"));
    let output = command.current_dir(&folder.0).args(args).args(["--lang", "en"]).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let mut all = String::from_utf8(output.stdout).unwrap();
    let made = folder.names().into_iter().filter(|name| name.starts_with("out"));
    for name in made.collect::<Vec<_>>() {
        let bytes = folder.read(&name);
        if Path::new(&name).extension().is_some_and(|ending| ending == "png") {
            all.push_str(&Pixels::read(&bytes).alt);
        } else {
            all.push_str(&String::from_utf8_lossy(&bytes));
        }
        std::fs::remove_file(folder.0.join(name)).unwrap();
    }
    all
}

/// A text without what tells of events that are left out, and without the line below a picture.
fn common(told: &str) -> String {
    let told =
        told.replace(", 4 private events left out", "").replace(" · 4 private events left out", "");
    let told = told.replace("\"private_left_out\": 4", "\"private_left_out\": 0");
    let is_said = |line: &&str| {
        !line.contains("CRC-32") && line.trim_end_matches('.') != "4 private events left out"
    };
    told.lines().filter(is_said).collect::<Vec<_>>().join("\n")
}

#[test]
fn nothing_follows_from_what_is_private() {
    let folder = Folder::new("derived");
    std::fs::write(folder.0.join("template.md"), "{{ times }}{{ measures }}{{ harm }}{{ gaps }}{{ timeline }}{{ recovery }}{{ show.measures }}").unwrap();
    for args in [
        &["report"][..],
        &["report", "--gantt", "--pictures", "-o", "out.md"],
        &["report", "-o", "out.html"],
        &["report", "--offset", "in.yaml=+1h"],
        &["show", "--all"],
        &["report", "--template", "template.md"],
        &["show"],
        &["show", "--plain"],
        &["show", "--json"],
        &["show", "--at", "2026-01-01T10:14:30Z"],
        &["shot", "-o", "out.svg", "--at", "resolved", "--alt"],
        &["shot", "-o", "out.txt", "--at", "T+20m"],
        &["shot", "-o", "out.ans", "--panel", "services"],
        &["replay", "-o", "out.cast"],
        &["replay", "-o", "out.svg", "--panel", "lanes"],
        &[],
        &["list"],
        &["list", "--json"],
    ] {
        let made = |private, listed| {
            std::fs::write(folder.0.join("in.yaml"), story(private, listed)).unwrap();
            printed(&folder, &[args, &["in.yaml"]].concat())
        };
        let with = made(true, true);
        assert_eq!(common(&with), common(&made(false, true)), "{args:?}");
        assert_eq!(common(&made(true, false)), common(&made(false, false)), "{args:?}, unlisted");
        let is_said =
            with.contains("4 private events left out") || with.contains("\"private_left_out\": 4");
        let has_room = !args.contains(&"template.md") && args != ["replay", "-o", "out.cast"];
        assert!(is_said || !has_room, "{args:?}: {with}");
        assert!(!with.replace("\"warnings\": 0", "").contains("warning"), "{args:?}");
    }
}

/// Another file about the same, in which nothing is private.
const OTHER: &str = "title: The pager\nevents:\n  - {at: 2026-01-01T10:01:00Z, title: Page, kind: alert, services: [db]}\n";

#[test]
fn nothing_private_reaches_into_what_several_files_become() {
    let folder = Folder::new("joined");
    std::fs::write(folder.0.join("other.yaml"), OTHER).unwrap();
    for args in [
        &["report", "in.yaml", "other.yaml"][..],
        &["show", "in.yaml", "other.yaml", "--all"],
        &["show", "--json", "in.yaml", "other.yaml"],
        &["shot", "-o", "out.svg", "in.yaml", "other.yaml"],
        &["shot", "-o", "out.svg", "in.yaml", "other.yaml", "--all"],
        &["in.yaml", "other.yaml"],
        &["in.yaml", "other.yaml", "--all"],
        &["list", "in.yaml", "other.yaml"],
        &["list", "--json", "."],
        &["compare", "in.yaml", "other.yaml"],
        &["compare", "other.yaml", "in.yaml"],
    ] {
        let made = |private, listed| {
            std::fs::write(folder.0.join("in.yaml"), story(private, listed)).unwrap();
            common(&printed(&folder, args))
        };
        assert_eq!(made(true, true), made(false, true), "{args:?}");
        assert_eq!(made(true, false), made(false, false), "{args:?}, unlisted");
    }
}

#[test]
fn neither_the_file_name_nor_a_phrase_in_marks_is_told() {
    let folder = Folder::new("marks");
    let yaml = "title: x\nsummary: Zebra **Corp** called.\nevents:\n  - {at: 2026-01-01T10:00:00Z, title: Down, \
                body: \"[Zebra](https://x.example) Corp said\\n\\nthat Zebra\\n*Corp* is out\"}\n";
    std::fs::write(folder.0.join("zebra corp.yaml"), yaml).unwrap();
    for args in [
        &["report"][..],
        &["report", "--pictures", "-o", "out.md"],
        &["report", "-o", "out.html"],
        &["shot", "-o", "out.svg", "--alt"],
        &["shot", "-o", "out.txt"],
        &["replay", "-o", "out.cast"],
    ] {
        let hidden = ["zebra corp.yaml", "--redact", "zebra corp"];
        let told = printed(&folder, &[args, &hidden].concat());
        let lost = told.to_lowercase();
        assert!(!lost.contains("zebra") && !lost.contains("corp"), "{args:?}: {told}");
    }
    let told = printed(&folder, &["report", "zebra corp.yaml", "--redact", "zebra corp"]);
    assert!(told.contains("█████ called."), "{told}");
    let told = printed(&folder, &["report", "--pictures", "-o", "out.md", "zebra corp.yaml"]);
    assert!(!told.contains(&*folder.0.to_string_lossy()), "where the file lies is not told");
}
