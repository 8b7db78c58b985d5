//! `diff` and `compare`, as a shell runs them.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
#![expect(clippy::disallowed_methods, reason = "incidents are files")]

mod common;

use std::path::PathBuf;

use common::run;

const BEFORE: &str = "title: {en: Payments fail, bn: টাকা যাচ্ছে না}
severity: SEV2
services: [{id: pay, name: Payments}, {id: db}]
events:
  - {at: 2031-03-01T10:00Z, kind: impact, title: Payments time out, status: {pay: down}}
  - {at: 2031-03-01T10:05Z, kind: detection, title: An alert fires, body: \"one\\ntwo\\nthree\"}
  - {at: 2031-03-01T10:07Z, title: hushed words, private: true}
  - {at: 2031-03-01T10:30Z, kind: recovery, title: Back, status: {pay: ok}}
actions: [{task: Test the alert}]
";

struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("outage-tui-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn file(&self, name: &str, text: &str) -> String {
        let path = self.0.join(name);
        std::fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

#[test]
fn equal_differing_and_unreadable_files_have_codes_of_their_own() {
    let folder = Folder::new("diff-codes");
    let one = folder.file("one.yaml", BEFORE);
    let two = folder.file("two.yaml", &BEFORE.replace("SEV2", "SEV1"));
    let bad = folder.file("bad.yaml", "title: [");
    assert_eq!(run(&["diff", &one, &one]).0, 0);
    let (code, told, _) = run(&["diff", &one, &two]);
    assert!(code == 1 && told.contains("severity: SEV2 → SEV1"), "{told}");
    let (code, told, faults) = run(&["diff", &one, &bad]);
    assert!(code == 2 && told.is_empty() && faults.contains("E010"), "{faults}");
    assert_eq!(run(&["diff", &one]).0, 2);
}

#[test]
fn what_was_done_to_an_incident_is_told() {
    let folder = Folder::new("diff-told");
    let after = BEFORE
        .replace("10:05", "10:08")
        .replace("two", "2")
        .replace("{pay: down}", "{pay: degraded, db: down}")
        .replace("যাচ্ছে না", "আটকে")
        .replace("{id: db}", "{id: db, name: Ledger}")
        .replace("actions: [", "actions: [{task: Write it down}, ")
        .replace("kind: recovery, title: Back", "kind: recovery, title: All is back");
    let (one, two) = (folder.file("one.yaml", BEFORE), folder.file("two.yaml", &after));
    let (code, told, _) = run(&["diff", &one, &two]);
    assert_eq!(code, 1);
    for line in [
        "title (bn): “টাকা যাচ্ছে না” → “টাকা আটকে”",
        "~ detected: 2031-03-01 10:05:00 UTC → 2031-03-01 10:08:00 UTC (+3 min)",
        "~ TTD: 5 min → 8 min (+3 min)",
        "~ Ledger (db)",
        "~ 2031-03-01 10:08:00 UTC  An alert fires",
        "time: 2031-03-01 10:05:00 UTC → 2031-03-01 10:08:00 UTC (+3 min)",
        "text: “one",
        "status (pay): major outage → degraded",
        "status (db): – → major outage",
        "title: “Back” → “All is back”",
        "+ Write it down",
    ] {
        let wanted = line.strip_prefix("text: “one").map_or(line, |_| "- two");
        assert!(told.contains(wanted), "{wanted}\n{told}");
    }
    let (_, bengali, _) = run(&["diff", &one, &two, "--lang", "bn"]);
    assert!(bengali.contains("ঘটনাক্রম") && bengali.contains("(+৩ মি)"), "{bengali}");
    let (_, ascii, _) = run(&["diff", &one, &one, "--ascii"]);
    assert!(ascii.is_ascii(), "{ascii}");
}

#[test]
fn private_events_are_counted_and_told_only_where_asked_for() {
    let folder = Folder::new("diff-private");
    let after = BEFORE.replace("hushed words", "whispered words");
    let (one, two) = (folder.file("one.yaml", BEFORE), folder.file("two.yaml", &after));
    for json in [&[][..], &["--json"]] {
        let (code, told, _) = run(&[&["diff", &one, &two], json].concat());
        assert!(code == 1 && !told.contains("words"), "{told}");
        let (code, told, _) = run(&[&["diff", &one, &two, "--private"], json].concat());
        assert!(code == 1 && told.contains("whispered words"), "{told}");
    }
    // One that becomes public shows nothing of what it was.
    let public = folder.file("public.yaml", &BEFORE.replace(", private: true", ""));
    let (code, told, _) = run(&["diff", &one, &public]);
    assert!(code == 1 && told.contains("(1 private event differs"), "{told}");
}

#[test]
fn what_private_events_set_is_not_told_either() {
    let folder = Folder::new("diff-private-set");
    let hushed = "title: hushed words, status: {pay: degraded}, phase: detected, private: true";
    let before = BEFORE.replace("title: hushed words, private: true", hushed);
    let after = before.replace("10:07Z", "10:09Z");
    let (one, two) = (folder.file("one.yaml", &before), folder.file("two.yaml", &after));
    for json in [&[][..], &["--json"]] {
        let (code, told, _) = run(&[&["diff", &one, &two], json].concat());
        assert!(code == 1 && !told.contains("10:0"), "{told}");
        let (code, told, _) = run(&[&["diff", &one, &two, "--private"], json].concat());
        assert!(code == 1 && told.contains("10:09"), "{told}");
    }
}

#[test]
fn the_json_has_a_shape() {
    let folder = Folder::new("diff-json");
    let (one, two) = (
        folder.file("one.yaml", BEFORE),
        folder.file("two.yaml", &BEFORE.replace("10:05", "10:06")),
    );
    let (code, told, _) = run(&["diff", "--json", &one, &two]);
    let told: serde_json::Value = serde_json::from_str(&told).unwrap();
    assert_eq!((code, &told["schema"]), (1, &"outage-tui/diff/1".into()));
    let changes = told["changes"].as_array().unwrap();
    let event = changes.iter().find(|change| change["part"] == "event").unwrap();
    assert_eq!(event["fate"], "changed");
    assert_eq!(event["fields"][0]["field"], "at");
    assert_eq!(event["fields"][0]["moved_s"], 60);
    assert_eq!(event["which"]["after"]["at"], "2031-03-01T10:06:00Z");
}

#[test]
fn bytes_that_steer_a_terminal_are_not_passed_on() {
    let folder = Folder::new("diff-hostile");
    let hostile = BEFORE.replace("An alert fires", "\"An \\e]0;x\\a alert \\u202E fires\"");
    let (one, two) = (folder.file("one.yaml", BEFORE), folder.file("t\u{1b}[31mwo.yaml", &hostile));
    for more in [&[][..], &["--json"]] {
        let (_, told, _) = run(&[&["diff", &one, &two], more].concat());
        assert!(
            !told.chars().any(|c| (c.is_control() && c != '\n') || c == '\u{202E}'),
            "{told:?}"
        );
    }
}

#[test]
fn without_a_terminal_the_measures_are_compared() {
    let folder = Folder::new("compare");
    let (one, two) = (
        folder.file("one.yaml", BEFORE),
        folder.file("two.yaml", &BEFORE.replace("10:30", "11:30")),
    );
    let (code, told, _) = run(&["compare", &one, &two]);
    assert_eq!(code, 0);
    let row = told.lines().find(|line| line.contains("(TTR)")).unwrap();
    assert!(
        row.contains("30 min*") && row.contains("1 h 30 min*") && row.contains("+1 h"),
        "{row}"
    );
}

#[test]
fn a_picture_of_two_leaves_private_events_out_of_both() {
    let folder = Folder::new("beside");
    let (one, two) = (folder.file("one.yaml", BEFORE), folder.file("two.yaml", BEFORE));
    let out = folder.0.join("both.svg");
    let out = out.to_str().unwrap();
    let (code, _, faults) = run(&["shot", &one, "--beside", &two, "-o", out, "--alt"]);
    assert_eq!(code, 0, "{faults}");
    let shown = std::fs::read_to_string(out).unwrap();
    assert!(shown.matches("Payments time out").count() >= 2, "{shown}");
    assert!(!shown.contains("hushed") && shown.contains("2 private events left out"), "{shown}");
    let alt = std::fs::read_to_string(format!("{out}.alt.txt")).unwrap();
    assert_eq!(alt.matches("Payments fail").count(), 2, "{alt}");
}
