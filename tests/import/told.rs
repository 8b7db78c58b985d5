//! What is said where not all of a file is shown, or a word is not the one that was meant.

use std::path::{Path, PathBuf};

use crate::common::run;

const ROWS: &str =
    "when,what,details\n2024-03-04T10:05:00Z,api down,x\n03/04/2026 10:05,api up,y\n";

/// A new folder of the temporary ones.
fn folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("outage-tui-{name}-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

fn incident(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("incidents").join(name);
    path.to_str().unwrap().to_owned()
}

#[test]
fn a_row_that_is_left_out_is_told_everywhere() {
    let folder = folder("left-out");
    let (file, shot) = (folder.join("a.csv"), folder.join("a.svg"));
    std::fs::write(&file, ROWS).unwrap();
    let (file, shot) = (file.to_str().unwrap(), shot.to_str().unwrap());
    let map = ["--map", "at=when,title=what+details"];
    for words in [
        &["show", file][..],
        &["report", file],
        &["compare", file, file],
        &["shot", file, "-o", shot],
    ] {
        let (code, _, told) = run(&[words, &map].concat());
        assert_eq!(code, 0, "{words:?}: {told}");
        assert!(told.contains("a.csv: 1 warning, something is left out"), "{words:?}: {told}");
    }
    let (.., told) = run(&[&["show", file, "--lang", "bn"][..], &map].concat());
    assert!(told.contains("১টি সতর্কতা"), "{told}");
    std::fs::write(file, ROWS.lines().take(2).collect::<Vec<_>>().join("\n")).unwrap();
    assert_eq!(run(&[&["show", file][..], &map].concat()).2, "");
    // What is merely doubtful about a file of our own is not.
    assert_eq!(run(&["show", &incident("oct-outage.yaml")]).2, "");
    std::fs::remove_dir_all(folder).unwrap();
}

#[test]
fn files_that_are_years_apart_are_hardly_one_incident() {
    let [first, second] = ["oct-outage.yaml", "gitlab-2017-01.yaml"].map(incident);
    let (code, _, told) = run(&["show", &first, &second]);
    assert_eq!(code, 0);
    assert!(told.contains("these files are 1,705 days apart; `--all`"), "{told}");
    assert_eq!(run(&["show", &first, &first]).2, "");
    assert_eq!(run(&["show", "--all", &first, &second]).2, "");
}

#[test]
fn a_table_of_unknown_heads_asks_for_its_columns() {
    let folder = folder("heads");
    let file = folder.join("a.csv");
    std::fs::write(&file, ROWS).unwrap();
    let file = file.to_str().unwrap();
    let (code, told, _) = run(&["check", file]);
    assert!(code == 1 && told.contains("`--map at=when,title=what`"), "{told}");
    let (_, told, _) = run(&["check", file, "--map", "at=wann"]);
    assert!(told.contains("no column `wann`; there are: when, what, details"), "{told}");
    assert!(told.contains("did you mean `when`?"), "{told}");
    std::fs::remove_dir_all(folder).unwrap();
}

#[test]
fn nothing_found_is_a_sentence() {
    let folder = folder("nothing");
    std::fs::create_dir_all(folder.join("below")).unwrap();
    let (code, _, told) = run(&["list", folder.to_str().unwrap()]);
    assert_eq!(code, 0);
    assert!(told.contains("folders below are not read") && told.contains("yaml, yml"), "{told}");
    assert_eq!(run(&["list"]).2, "");
    std::fs::remove_dir_all(folder).unwrap();
}

#[test]
fn a_command_that_is_nearly_named_is_offered() {
    let (code, _, told) = run(&["shwo", &incident("oct-outage.yaml")]);
    assert!(code == 1 && told.contains("did you mean `show`?"), "{told}");
    // Behind a command it cannot be meant.
    let (_, told, _) = run(&["check", "shwo"]);
    assert!(told.contains("E001") && !told.contains("did you mean"), "{told}");
}

#[test]
fn doubtful_incidents_of_many_are_named() {
    let folder = folder("doubtful");
    let file = folder.join("a.csv");
    let rows = "incident,at,title,service,status\n\
                a,2024-03-04T10:00:00Z,Down,api,down\na,2024-03-04T10:05:00Z,Still,api,down\n\
                b,2024-04-04T10:05:00Z,Up,api,operational\n";
    std::fs::write(&file, rows).unwrap();
    let file = file.to_str().unwrap();
    let (_, told, _) = run(&["check", file]);
    assert!(told.contains("1 incident has warnings of its own"), "{told}");
    assert!(told.trim_end().ends_with(": a"), "{told}");
    assert!(run(&["check", file, "--incident", "a"]).1.contains("W102"));
    assert!(!run(&["check", file, "--incident", "b"]).1.contains("W102"));
    std::fs::remove_dir_all(folder).unwrap();
}

#[test]
fn an_incident_of_which_all_is_private_is_in_no_list() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR"));
    let file = folder.join("hush.yaml");
    let text = "title: hush\nevents:\n- {at: 2031-03-01T10:00Z, title: x, private: true}\n";
    std::fs::write(&file, text).unwrap();
    let told = std::process::Command::new(env!("CARGO_BIN_EXE_outage-tui"))
        .args(["list", "--lang", "en"])
        .arg(&file)
        .output()
        .unwrap();
    let out = String::from_utf8_lossy(&told.stdout);
    assert!(out.contains("1 private event left out"), "{out}");
    assert!(!out.contains("1970") && !out.contains("hush") && told.stderr.is_empty(), "{out}");
}
