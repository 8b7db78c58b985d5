//! Private events and covered words stand in nothing that is written.
#![expect(clippy::disallowed_methods, reason = "incidents are files")]

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
