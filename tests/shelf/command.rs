//! The commands, as a shell runs them.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use super::{BROKEN, OPEN, SHORT};

/// A folder of its own for each test, with three incidents, a page and a readme.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("outage-tui-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import/data/statuspage.json");
        std::fs::copy(page, folder.join("page.json")).unwrap();
        let made = Self(folder);
        let texts = [("pool.yaml", SHORT), ("slow.yaml", OPEN), ("README.md", "# Ours\n")];
        for (name, text) in texts {
            made.write(name, text);
        }
        made
    }

    #[expect(clippy::disallowed_methods, reason = "incidents are files")]
    fn write(&self, name: &str, text: &str) {
        std::fs::write(self.0.join(name), text).unwrap();
    }

    /// Runs the program in the folder: its code, what it says, and what it complains of.
    fn run(&self, words: &[&str]) -> (i32, String, String) {
        let output = Command::new(env!("CARGO_BIN_EXE_outage-tui"))
            .args(words)
            .current_dir(&self.0)
            .env("LC_ALL", "C.UTF-8")
            .env("NO_COLOR", "1")
            .output()
            .unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
    }

    fn json(&self, words: &[&str]) -> Value {
        serde_json::from_str(&self.run(words).1).unwrap()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

#[test]
fn a_folder_is_listed_in_the_order_of_time() {
    let folder = Folder::new("list");
    let (code, listed, _) = folder.run(&["list", "."]);
    assert_eq!(code, 0);
    let places = ["slow", "pool", "first", "second"].map(|id| listed.find(id).unwrap());
    assert!(places.is_sorted(), "{listed}");
    assert!(!listed.contains("README"), "{listed}");
    assert!(listed.contains("time to resolve") && listed.contains("config"), "{listed}");
    // Where nobody can see the viewer, a folder is its list.
    assert_eq!(folder.run(&["."]).1, listed);
    let json = folder.json(&["list", ".", "--json"]);
    assert_eq!(json["schema"], "outage-tui/list/1");
    assert_eq!(json["incidents"].as_array().map(Vec::len), Some(4));
    assert_eq!(json["incidents"][1]["resolve_s"], 29 * 60);
    assert_eq!(json["incidents"][1]["file"], "pool.yaml");
    assert!(json["measures"]["acknowledge"]["median_s"].is_null());
    assert_eq!(json["measures"]["resolve"]["known"], 2);
    assert_eq!(json["causes"][0]["cause"], "config");
    assert_eq!(json["maintenances_left_out"], 1);
}

#[test]
fn what_cannot_be_read_is_listed_with_its_reason() {
    let folder = Folder::new("broken");
    folder.write("broken.yaml", BROKEN);
    let (code, listed, _) = folder.run(&["list", "."]);
    assert_eq!(code, 1);
    assert!(listed.contains("broken.yaml: cannot be read: `yesterday`"), "{listed}");
    assert_eq!(folder.json(&["list", ".", "--json"])["unreadable"][0]["code"], "E040");
    let (code, _, told) = folder.run(&["list", "broken.yaml"]);
    assert!(code == 1 && told.contains("E040"), "one file alone is told in full: {told}");
    let (code, shown, _) = folder.run(&["show", ".", "--all"]);
    assert!(code == 0 && shown.contains("Reports come late"), "{shown}");
}

#[test]
fn one_of_a_folder_is_chosen_by_its_id() {
    let folder = Folder::new("chosen");
    for (id, title) in [("slow", "Reports come late"), ("second", "Ledger slow")] {
        let (code, shown, told) = folder.run(&["show", ".", "--incident", id]);
        assert!(code == 0 && shown.starts_with(title), "{id}: {shown}{told}");
    }
    let (code, _, told) = folder.run(&["show", ".", "--incident", "nobody"]);
    assert!(code == 1 && told.contains("E061"), "{told}");
    let (code, shown, _) = folder.run(&["show", "--incident", "2021-10-04-facebook"]);
    assert!(code == 0 && shown.starts_with("Facebook"), "{shown}");
    assert_eq!(folder.run(&["show", "oct-outage"]).1, shown, "the name of a built-in incident");
    folder.write("oct-outage", SHORT);
    assert!(folder.run(&["show", "oct-outage"]).1.starts_with("Connection pool"), "a file first");
}

#[test]
fn all_incidents_stand_on_one_axis() {
    let folder = Folder::new("all");
    let shown = folder.json(&["show", "pool.yaml", "slow.yaml", "--all", "--json"]);
    let lanes: Vec<&str> = shown["services"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|lane| lane["id"].as_str())
        .collect();
    assert_eq!(lanes, ["slow", "pool"], "in the order of time");
    assert_eq!(shown["events"], 6, "with a word that nothing more is told of one of them");
    let page = folder.json(&["show", "page.json", "--all", "--json"]);
    assert_eq!(page["services"].as_array().map(Vec::len), Some(2));
    assert_eq!(folder.run(&["show", ".", "--all", "--incident", "slow"]).0, 2);
    folder.write("hush.yaml", "title: Hush\nevents:\n  - {at: 2026-01-01T00:00Z, title: told, status: {x: \
                 degraded}}\n  - {at: 2026-01-01T00:01Z, title: hushed, private: true, status: {x: major_outage}}\n  \
                 - {at: 2026-01-01T00:02Z, title: later, status: {y: degraded}}\n");
    let files = ["hush.yaml", "slow.yaml", "--all"];
    let shot = |words: &[&str]| {
        let at = ["--at", "2026-01-01T00:01Z", "--size", "200x60", "--force", "-o", "all.txt"];
        let (code, _, told) = folder.run(&[&["shot"], words, &at, &files].concat());
        assert_eq!(code, 0, "{told}");
        String::from_utf8(crate::bytes(&folder.0.join("all.txt").to_string_lossy())).unwrap()
    };
    let public = shot(&[]);
    assert!(
        public.contains("later") && !public.contains("hushed") && !public.contains("major outage")
    );
    assert!(shot(&["--private"]).contains("hushed"));
    let (code, _, told) = folder.run(&[&["report"][..], &files].concat());
    assert!(code == 2 && told.contains("--incident"), "a report is of one: {told}");
}

#[test]
fn several_files_are_one_incident_each_event_with_its_source() {
    let folder = Folder::new("merged");
    folder.write("copy.yaml", &SHORT.replace("title: Push", "title: Pushed"));
    let (code, both, _) = folder.run(&["import", "pool.yaml", "copy.yaml"]);
    assert_eq!(code, 0);
    assert_eq!(both.matches("title: \"Down\"").count(), 1, "told twice, joined: {both}");
    let shown = folder.json(&["show", "pool.yaml", "copy.yaml", "--json"]);
    assert_eq!(shown["events"], 4);
    assert_eq!(folder.run(&["report", "pool.yaml", "copy.yaml"]).0, 0);
    let (code, _, told) =
        folder.run(&["shot", "pool.yaml", "copy.yaml", "-o", "both.txt", "--at", "resolved"]);
    assert_eq!(code, 0, "{told}");
    let (code, _, told) = folder.run(&["show", "page.json", "pool.yaml"]);
    assert!(code == 1 && told.contains("E060"), "{told}");
    let (code, shown, told) =
        folder.run(&["show", "page.json", "pool.yaml", "--incident", "first"]);
    assert!(code == 0 && shown.starts_with("Payments fail"), "{shown}{told}");
    let (code, _, told) = folder.run(&["show", "copy.yaml", "pool.yaml", "--incident", "nobody"]);
    assert!(code == 1 && told.contains("E061"), "{told}");
}

#[test]
fn a_wrong_clock_is_put_right() {
    let folder = Folder::new("offset");
    let start = |words: &[&str]| {
        let json = folder.json(&[&["list", "--json"], words].concat());
        json["incidents"][0]["started"].as_str().unwrap().to_owned()
    };
    assert_eq!(start(&["pool.yaml"]), "2026-03-02T14:02:00Z");
    assert_eq!(start(&["pool.yaml", "--offset", "pool.yaml=+1h"]), "2026-03-02T15:02:00Z");
    assert_eq!(start(&["pool.yaml", "--offset", "pool.yaml=-90s"]), "2026-03-02T14:00:30Z");
    assert_eq!(start(&[".", "--offset", "slow.yaml=+5m30s"]), "2025-11-01T08:05:30Z");
    assert_eq!(start(&["./pool.yaml", "--offset", "pool.yaml=-5m"]), "2026-03-02T13:57:00Z");
    let shown =
        folder.json(&["show", "pool.yaml", "slow.yaml", "--offset", "slow.yaml=+1d", "--json"]);
    assert_eq!(shown["at"], "2026-03-02T14:31:00Z");
    for (wrong, says) in [
        ("pol.yaml=+1h", "pol.yaml: none of the files"),
        ("pool.yaml=soon", "not a length"),
        ("pool.yaml", "write FILE"),
    ] {
        let (code, _, told) = folder.run(&["show", "pool.yaml", "--offset", wrong]);
        assert!(code == 2 && told.contains(says), "{wrong}: {told}");
    }
}
