//! The command: what it writes, says and refuses.
#![expect(clippy::disallowed_methods, reason = "pictures are files")]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use super::common::{OCTOBER, SMALLEST};
use super::pixels::Pixels;

/// A folder of its own for each test.
pub struct Folder(pub PathBuf);

impl Folder {
    pub fn new(name: &str) -> Self {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("shot-{name}"));
        let _ = std::fs::remove_dir_all(&path);
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    pub fn read(&self, name: &str) -> Vec<u8> {
        let path = self.0.join(name);
        std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }

    pub fn names(&self) -> Vec<String> {
        let files = std::fs::read_dir(&self.0).unwrap();
        let mut names: Vec<String> =
            files.map(|file| file.unwrap().file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    /// Runs `shot FILE -o OUT …` here.
    pub fn shot(&self, file: &str, out: &str, options: &[&str]) -> Output {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
        let mut command = Command::new(env!("CARGO_BIN_EXE_outage-tui"));
        command.current_dir(&self.0).args(["shot", "--lang", "en", "-o", out]).arg(file);
        command.args(options).output().unwrap()
    }
}

fn assert_fine(output: &Output) {
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}

#[test]
fn the_ending_says_what_is_made() {
    let folder = Folder::new("endings");
    for ending in ["svg", "png", "html", "ans", "txt"] {
        assert_fine(&folder.shot(SMALLEST, &format!("a.{ending}"), &["--size", "60x16"]));
    }
    assert!(folder.read("a.svg").starts_with(b"<svg"));
    assert!(folder.read("a.png").starts_with(b"\x89PNG"));
    assert!(folder.read("a.html").starts_with(b"<!DOCTYPE html>"));
    assert!(folder.read("a.ans").windows(3).any(|bytes| bytes == b"\x1b[2"));
    assert_eq!(folder.read("a.txt").split(|byte| *byte == b'\n').count(), 19, "and the line below");
    let refused = folder.shot(SMALLEST, "a.gif", &[]);
    assert_eq!(refused.status.code(), Some(2));
}

#[test]
fn several_moments_make_several_pictures() {
    let folder = Folder::new("several");
    let size = ["--size", "60x16", "--scale", "1"];
    let twice = ["--at", "detected", "--at", "T+2h"];
    assert_fine(&folder.shot(OCTOBER, "a.txt", &[&size[..], &twice].concat()));
    assert_fine(&folder.shot(OCTOBER, "m.svg", &[&size[..], &["--at-milestones"]].concat()));
    let names = "a-1.txt a-2.txt m-acknowledged.svg m-detected.svg m-mitigated.svg \
                 m-resolved.svg m-started.svg";
    assert_eq!(folder.names().join(" "), names);
    assert_ne!(folder.read("a-1.txt"), folder.read("a-2.txt"));
}

#[test]
fn what_is_there_stays() {
    let folder = Folder::new("force");
    let size = ["--size", "60x16"];
    assert_fine(&folder.shot(SMALLEST, "a.svg", &size));
    assert_eq!(folder.shot(SMALLEST, "a.svg", &size).status.code(), Some(1));
    assert_fine(&folder.shot(SMALLEST, "a.svg", &[&size[..], &["--force"]].concat()));
}

#[test]
fn a_picture_says_what_it_shows() {
    let folder = Folder::new("alt");
    let options = ["--at", "2021-10-04T21:25Z", "--size", "60x16", "--scale", "1", "--alt"];
    assert_fine(&folder.shot(OCTOBER, "a.png", &options));
    assert_fine(&folder.shot(OCTOBER, "a.svg", &options));
    let alt = String::from_utf8(folder.read("a.png.alt.txt")).unwrap();
    assert!(alt.starts_with("Facebook, WhatsApp and Instagram go dark.\nSeverity SEV1.\n"));
    assert!(alt.contains("the phase is “acknowledged”") && alt.contains("Recovery 25 percent"));
    assert_eq!(Pixels::read(&folder.read("a.png")).alt, alt);
    let svg = String::from_utf8(folder.read("a.svg")).unwrap();
    assert!(svg.contains(&format!("<desc>{}</desc>", alt.trim_end())));
    assert_eq!(folder.read("a.svg.alt.txt"), alt.as_bytes());
}

#[test]
fn the_same_file_gives_the_same_picture_wherever_it_lies() {
    let folder = Folder::new("elsewhere");
    std::fs::write(folder.0.join("smallest.yaml"), super::common::bytes(SMALLEST)).unwrap();
    let moved = folder.0.join("smallest.yaml");
    assert_fine(&folder.shot(SMALLEST, "a.svg", &[]));
    let mut command = Command::new(env!("CARGO_BIN_EXE_outage-tui"));
    let strange = [("TZ", "Asia/Tokyo"), ("NO_COLOR", "1"), ("COLUMNS", "40"), ("LC_CTYPE", "C")];
    command.args(["shot", "--lang", "en", "-o", "b.svg"]).arg(moved).envs(strange);
    assert_fine(&command.current_dir(&folder.0).output().unwrap());
    assert!(folder.read("a.svg") == folder.read("b.svg"));
}

#[test]
fn panel_cursor_filter_and_frame_are_obeyed() {
    let folder = Folder::new("options");
    let text = |name: &str, options: &[&str]| {
        assert_fine(&folder.shot(OCTOBER, name, options));
        String::from_utf8(folder.read(name)).unwrap()
    };
    let services = text("services.txt", &["--panel", "services"]);
    assert!(services.contains("4 Services") && !services.contains("3 Timeline"));
    assert!(text("third.txt", &["--select", "3"]).contains("3 of 78"));
    assert!(text("filter.txt", &["--filter", "kind:communication"]).contains("of 78 shown"));
    assert!(text("zone.txt", &["--zone", "UTC"]).contains("2021-10-04 15:39:00 UTC"));
    let framed = text("a.svg", &[]);
    let bare = text("b.svg", &["--no-frame"]);
    assert!(framed.contains("height=\"874\"") && bare.contains("height=\"848\""));
    assert!(framed.contains("2021-10-04-facebook · Asia/Kolkata · "));
    for wrong in [["--select", "79"], ["--select", "0"], ["--filter", "kind:xyz"], ["--at", "noon"]]
    {
        assert_eq!(folder.shot(OCTOBER, "c.svg", &wrong).status.code(), Some(2), "{wrong:?}");
    }
}

#[test]
fn nothing_is_written_where_one_picture_may_not_be() {
    let folder = Folder::new("all-or-none");
    std::fs::write(folder.0.join("m-resolved.svg"), "mine").unwrap();
    let output = folder.shot(OCTOBER, "m.svg", &["--at-milestones", "--size", "60x16"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(folder.names(), ["m-resolved.svg"]);
}

#[test]
fn what_is_probably_wrong_is_said() {
    let folder = Folder::new("said");
    for (options, code, said) in [
        (&["--at", "resolvd"][..], 2, "did you mean `resolved`?"),
        (&["--at", "2031-01-01T00:00Z"], 0, "far from the incident, which runs from 2021-10-04"),
        (&["--filter", "tag:nobody"], 0, "no event matches"),
        (&["--scale", "1.5"], 2, "write 1, 2 or 3"),
        (&["--font", "nowhere.ttf"], 1, "no such file"),
    ] {
        let name = format!("{}.svg", said.len());
        let output = folder.shot(OCTOBER, &name, options);
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(code), "{options:?}: {told}");
        assert!(told.contains(said), "{told}");
    }
}

#[test]
fn a_panel_alone_is_as_high_as_it_needs() {
    let folder = Folder::new("height");
    let rows = |panel: &str, options: &[&str]| {
        let name = format!("{panel}{}.txt", options.len());
        let options = [&["--panel", panel], options].concat();
        assert_fine(&folder.shot(OCTOBER, &name, &options));
        String::from_utf8(folder.read(&name)).unwrap()
    };
    let heights = ["recovery", "services", "lanes"].map(|panel| rows(panel, &[]).lines().count());
    // Header, frame, what is in it, footer, and the line below with an empty one before it.
    assert_eq!(heights, [2 + 2 + 5 + 1 + 2, 2 + 2 + 15 + 1 + 2, 2 + 2 + 17 + 2 + 2]);
    assert!(rows("event", &[]).lines().count() < 30);
    assert_eq!(rows("recovery", &["--size", "80x24"]).lines().count(), 24 + 2);
    let lanes = rows("lanes", &["--filter", "service:whatsapp"]);
    assert!(lanes.contains("WhatsApp Web") && !lanes.contains("Messenger"), "{lanes}");
    assert!(!lanes.contains("move") && lanes.contains("R\u{a0}recovery"), "{lanes}");
}

#[test]
fn the_clocks_line_leaves_bars_their_height() {
    let folder = Folder::new("hair");
    // Operational at 21:25 UTC, and crossed.
    let options = [
        "--at",
        "2021-10-04T21:25Z",
        "--panel",
        "lanes",
        "--filter",
        "service:dns",
        "--no-frame",
        "--scale",
        "1",
    ];
    assert_fine(&folder.shot(OCTOBER, "a.png", &options));
    let pixels = Pixels::read(&folder.read("a.png"));
    let line = [0x0b, 0x5c, 0xad, 0xff];
    let (top, bottom) = (16 + 4 * 20, 16 + 5 * 20);
    let crossed = |x: &u32| (top..bottom).all(|y| pixels.pixel(*x, y) == line);
    let found: Vec<u32> = (60..pixels.width - 60).filter(crossed).collect();
    let [x] = found[..] else { panic!("one line of one pixel: {found:?}") };
    let green = [0x05, 0x6b, 0x4d, 0xff];
    for beside in [x - 4, x + 4] {
        let inked = (top..bottom).filter(|y| pixels.pixel(beside, *y) == green).count();
        assert!((2..=3).contains(&inked), "{inked} pixels of an operational lane");
    }
}

#[test]
fn a_missing_letter_is_a_warning_and_a_font_helps() {
    let folder = Folder::new("missing");
    let yaml = "title: 停电\nevents: [{at: 2026-01-01T10:00:00Z, title: Down}]\n";
    std::fs::write(folder.0.join("cjk.yaml"), yaml).unwrap();
    let path = folder.0.join("cjk.yaml");
    let output = folder.shot(path.to_str().unwrap(), "a.png", &["--size", "60x16"]);
    assert_eq!(output.status.code(), Some(0));
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.contains("停 (U+505C)") && told.contains("电 (U+7535)"), "{told}");
    let wrong = folder.shot(path.to_str().unwrap(), "b.png", &["--font", "cjk.yaml"]);
    assert_eq!(wrong.status.code(), Some(2));
}
