//! An export that is killed at any moment leaves the old file or the new one, whole.
//!
//! `OUTAGE_TUI_LONG=1 cargo test --test kills` kills ten thousand times.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
#![expect(clippy::disallowed_methods, reason = "exports are files")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

fn times() -> u64 {
    if std::env::var_os("OUTAGE_TUI_LONG").is_some() { 10_000 } else { 100 }
}

fn export(out: &Path, command: &str, lang: &str) -> Command {
    let mut export = Command::new(env!("CARGO_BIN_EXE_outage-tui"));
    export.current_dir(env!("CARGO_MANIFEST_DIR")).args([command, "incidents/oct-outage.yaml"]);
    export.args(["--force", "--lang", lang, "-o"]).arg(out).stderr(Stdio::null());
    export
}

fn folder() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("kills");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// What a whole export writes, and how long it takes.
fn whole(out: &Path, command: &str, lang: &str) -> (Vec<u8>, Duration) {
    let begun = Instant::now();
    assert!(export(out, command, lang).status().unwrap().success());
    (fs::read(out).unwrap(), begun.elapsed())
}

#[test]
fn a_kill_leaves_the_old_file_or_the_new_one() {
    let folder = folder();
    let mut seed = 2_021_u64;
    for (command, name) in [("report", "out.md"), ("report", "out.html"), ("shot", "out.svg")] {
        let out = folder.join(name);
        let (english, _) = whole(&out, command, "en");
        let (bengali, long) = whole(&out, command, "bn");
        let mut ended = [0; 2];
        for round in 0..times() / 3 {
            let tongue = ["en", "bn"][(round % 2) as usize];
            let mut child = export(&out, command, tongue).spawn().unwrap();
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695);
            // Anywhere in its life, and sometimes after it.
            let moment = (seed >> 33) % (long.as_micros() as u64 * 5 / 4).max(1);
            std::thread::sleep(Duration::from_micros(moment));
            // One that has ended cannot be killed, and need not be.
            let _ = child.kill();
            let status = child.wait().unwrap();
            let found = fs::read(&out).unwrap();
            assert!(found == english || found == bengali, "{name}: neither, after {moment} µs");
            ended[usize::from(!status.success())] += 1;
        }
        assert!(ended[1] > 0, "{name}: none was killed in time: {ended:?}");
    }
    // What a kill may leave behind is hidden, and beside the file that was to be written.
    for file in fs::read_dir(&folder).unwrap() {
        let name = file.unwrap().file_name().to_string_lossy().into_owned();
        let ours = ["out.md", "out.html", "out.svg"].contains(&name.as_str());
        assert!(ours || (name.starts_with(".out.") && name.contains(".tmp")), "{name}");
    }
    fs::remove_dir_all(&folder).unwrap();
}
