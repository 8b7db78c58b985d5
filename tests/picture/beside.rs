//! Pictures beside a report.

use std::process::Command;

use super::common::OCTOBER;
use super::pixels::Pixels;
use super::shot::Folder;

fn report(folder: &Folder, options: &[&str]) -> std::process::Output {
    let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(OCTOBER);
    let mut command = Command::new(env!("CARGO_BIN_EXE_outage-tui"));
    command.current_dir(&folder.0).args(["report", "--pictures", "--lang", "en"]).arg(file);
    command.args(options).output().unwrap()
}

#[test]
fn a_report_shows_the_pictures_that_lie_beside_it() {
    let folder = Folder::new("beside");
    assert!(report(&folder, &["-o", "my story.md", "--redact", "Telegram"]).status.success());
    assert_eq!(folder.names(), ["my story-lanes.png", "my story-screen.png", "my story.md"]);
    let text = String::from_utf8(folder.read("my story.md")).unwrap();
    for name in ["my story-lanes.png", "my story-screen.png"] {
        let ending = format!("](<{}>)", name.replace(' ', "%20"));
        let line = text.lines().find(|line| line.ends_with(&ending)).unwrap();
        assert!(line.starts_with("![Facebook, WhatsApp and Instagram go dark"), "{line}");
        let alt = Pixels::read(&folder.read(name)).alt;
        let seen = if name.contains("lanes") {
            "WhatsApp: major outage from about 2021-10-04 21:09 to about 2021-10-05 04:04, recovering from"
        } else {
            "the phase is “resolved”"
        };
        assert!(alt.contains(seen) && !alt.contains("Telegram"), "{alt}");
    }
    let again = report(&folder, &["-o", "my story.md"]);
    assert_eq!(again.status.code(), Some(1), "nothing is written over");
    assert_eq!(report(&folder, &[]).status.code(), Some(2), "pictures need a place");
}
