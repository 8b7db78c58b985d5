//! The commands, as a shell runs them.

use std::path::{Path, PathBuf};

use outage_tui::load::Format;
use outage_tui::text::Lang;

use crate::common::run;

fn data(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import/data").join(name)
}

#[test]
fn a_file_of_many_prints_its_list() {
    let file = data("statuspage.json");
    let file = file.to_str().unwrap();
    let (code, listed, _) = run(&["list", file]);
    assert_eq!(code, 0);
    assert!(listed.contains("first") && listed.contains("40 min") && !listed.contains("work"));
    let (code, instead, _) = run(&[file]);
    assert_eq!((code, instead), (0, listed));
    let (code, shown, _) = run(&[file, "--incident", "first"]);
    assert!(code == 0 && shown.starts_with("Payments fail\n"), "{shown}");
    let (code, json, _) = run(&["list", "--json", "--maintenance", file]);
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(code, 0);
    assert_eq!(json["incidents"].as_array().map(Vec::len), Some(3));
    assert_eq!(json["incidents"][1]["length_s"], 2_400);
    let (code, _, refused) = run(&["show", file]);
    assert!(code == 1 && refused.contains("E060"), "{refused}");
}

#[test]
fn an_import_is_written_once() {
    let folder = std::env::temp_dir().join(format!("outage-tui-import-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let (out, page) = (folder.join("incident.yaml"), data("statuspage.json"));
    let (pager, out) = (data("pagerduty.json"), out.to_str().unwrap());
    let words = ["import", page.to_str().unwrap(), "--incident", "first", "-o", out];
    assert_eq!(run(&words).0, 0);
    let (code, _, refused) = run(&words);
    assert!(code == 1 && refused.contains("--force"), "{refused}");
    let (code, checked, _) = run(&["check", out]);
    assert!(code == 0 && checked.contains("5 events"), "{checked}");
    let (code, both, _) = run(&["import", out, pager.to_str().unwrap()]);
    assert!(code == 0 && both.contains("- name: \"pagerduty.json\""), "{both}");
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn a_file_of_many_is_checked_whole() {
    let file = data("statuspage.json");
    let (code, told, _) = run(&["check", file.to_str().unwrap()]);
    assert_eq!(code, 0);
    assert!(told.contains("2 incidents, 7 events, ") && told.contains("W121"), "{told}");
    let (code, told, _) = run(&["check", file.to_str().unwrap(), "--incident", "first"]);
    assert!(code == 0 && told.contains("5 events"), "{told}");
}

#[test]
fn files_are_checked_alone_and_together_if_asked() {
    let (one, two) = (data("mortician-timeline.yaml"), data("pagerduty.json"));
    let (one, two) = (one.to_str().unwrap(), two.to_str().unwrap());
    let (_, alone, _) = run(&["check", one, two]);
    assert!(alone.contains(": 3 events") && alone.contains(": 6 events"), "{alone}");
    assert!(!alone.contains(" + "), "{alone}");
    let (_, both, _) = run(&["check", "--joined", one, two]);
    assert!(both.contains(&format!("{one} + {two}: 9 events")), "{both}");
    let (_, json, _) = run(&["check", "--joined", "--json", one, two]);
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["files"].as_array().map(Vec::len), Some(3));
}

#[test]
fn the_formats_are_listed_in_both_languages() {
    for lang in Lang::ALL {
        let (code, listed, _) = run(&["formats", "--lang", lang.code()]);
        assert_eq!(code, 0);
        for format in Format::ALL {
            assert!(listed.contains(format.gives().text(lang)), "{format:?}");
            assert!(listed.contains(format.lacks().text(lang)), "{format:?}");
        }
    }
}

#[test]
fn columns_are_named_on_the_command_line() {
    let file = data("odd.tsv");
    let file = file.to_str().unwrap();
    let (code, shown, _) = run(&["show", file, "--map", "at=when,title=what"]);
    assert!(code == 0 && shown.starts_with("odd\n3 events"), "{shown}");
    let (_, checked, _) = run(&["check", file, "--map", "at=when,title=nothing"]);
    assert!(checked.contains("no column `nothing`"), "{checked}");
    assert_eq!(run(&["show", file, "--map", "when"]).0, 2);
}
