//! The command: what it writes, says and refuses.
#![expect(clippy::disallowed_methods, reason = "films are files")]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use super::common::{OCTOBER, SMALLEST};

/// A folder of its own for each test.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("replay-{name}"));
        let _ = std::fs::remove_dir_all(&path);
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn read(&self, name: &str) -> Vec<u8> {
        std::fs::read(self.0.join(name)).unwrap()
    }

    fn text(&self, name: &str) -> String {
        String::from_utf8_lossy(&self.read(name)).into_owned()
    }

    /// Runs `replay FILE -o OUT …` here.
    fn replay(&self, file: &str, out: &str, options: &[&str]) -> Output {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
        let mut command = Command::new(env!("CARGO_BIN_EXE_outage-tui"));
        command.current_dir(&self.0).args(["replay", "--lang", "en", "-o", out]).arg(file);
        command.args(options).output().unwrap()
    }
}

fn assert_fine(output: &Output) {
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "", "no progress where nobody looks");
}

#[test]
fn the_ending_says_what_is_made() {
    let folder = Folder::new("endings");
    for ending in ["gif", "apng", "svg", "cast"] {
        assert_fine(&folder.replay(
            SMALLEST,
            &format!("a.{ending}"),
            &["--size", "60x16", "--alt"],
        ));
        let alt = folder.text(&format!("a.{ending}.alt.txt"));
        assert!(alt.starts_with("Played from "), "{alt}");
    }
    assert!(folder.read("a.gif").starts_with(b"GIF89a"));
    assert!(folder.read("a.apng").starts_with(b"\x89PNG"));
    assert!(folder.read("a.svg").starts_with(b"<svg"));
    assert!(folder.read("a.cast").starts_with(b"{\"height\":16,"));
    assert!(
        folder.text("a.gif").contains("Played from ") && folder.text("a.svg").contains("Played")
    );
    assert_eq!(folder.replay(SMALLEST, "a.mp4", &[]).status.code(), Some(2));
    assert_eq!(folder.replay(SMALLEST, "a.gif", &[]).status.code(), Some(1), "it is there");
}

#[test]
fn the_october_outage_is_small() {
    let folder = Folder::new("october");
    assert_fine(&folder.replay(OCTOBER, "a.gif", &[]));
    let bytes = folder.read("a.gif").len();
    assert!(bytes < 1_000_000, "{bytes} bytes");
}

#[test]
fn the_clock_runs_at_a_speed() {
    let folder = Folder::new("speed");
    assert_fine(&folder.replay(OCTOBER, "a.cast", &["--speed", "36000", "--size", "60x16"]));
    let frames: Vec<(f64, String, String)> =
        folder.text("a.cast").lines().skip(1).map(|l| serde_json::from_str(l).unwrap()).collect();
    let (first, second) = (&frames[0], &frames[1]);
    assert!((second.0 - first.0 - 0.2).abs() < 0.001, "five pictures a second");
    assert_eq!(folder.replay(OCTOBER, "b.cast", &["--speed", "1"]).status.code(), Some(2));
    assert_eq!(folder.replay(OCTOBER, "b.cast", &["--speed", "0"]).status.code(), Some(2));
}

#[test]
fn what_others_may_not_see_is_in_no_frame() {
    let folder = Folder::new("secrets");
    let yaml = "title: Alice broke it\nevents:\n  - {at: 2026-01-01T10:00:00Z, title: Down}\n  \
                - {at: 2026-01-01T10:06:00Z, title: SECRETWORD, private: true}\n  \
                - {at: 2026-01-01T10:09:00Z, title: Alice mended it}\n";
    std::fs::write(folder.0.join("in.yaml"), yaml).unwrap();
    let file = folder.0.join("in.yaml");
    for form in ["svg", "cast"] {
        let out = format!("a.{form}");
        let options = ["--redact", "alice", "--alt"];
        assert_fine(&folder.replay(file.to_str().unwrap(), &out, &options));
        let told = folder.text(&out) + &folder.text(&format!("{out}.alt.txt"));
        assert!(!told.contains("SECRETWORD") && !told.to_lowercase().contains("alice"), "{form}");
        let out = format!("b.{form}");
        assert_fine(&folder.replay(file.to_str().unwrap(), &out, &["--private"]));
        assert!(folder.text(&out).contains("SECRETWORD"), "{form}");
    }
}
