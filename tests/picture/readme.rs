//! The pictures of the README are what the commands below them make.
//!
//! `UPDATE_PICTURES=1 cargo test --test picture` makes them anew: look at them then.
#![expect(clippy::disallowed_methods, reason = "pictures are files")]

use std::path::Path;
use std::process::Command;

use super::pixels::Pixels;
use super::shot::Folder;

const SHOTS: &str = "assets/screenshots/";

#[test]
fn the_pictures_are_what_the_commands_make() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let readme = std::fs::read_to_string(root.join("README.md")).unwrap();
    let folder = Folder::new("readme");
    let commands = readme.lines().filter_map(|line| line.strip_prefix("outage-tui shot "));
    let made: Vec<&str> = commands.filter(|words| words.contains(SHOTS)).collect();
    assert!(made.len() >= 3, "{made:?}");
    for words in &made {
        let words: Vec<&str> = words.split_whitespace().collect();
        let place = words.iter().position(|word| word.starts_with(SHOTS)).unwrap();
        let name = &words[place][SHOTS.len()..];
        assert!(readme.contains(&format!("({SHOTS}{name})")), "{name} is shown");
        let mut command = Command::new(env!("CARGO_BIN_EXE_outage-tui"));
        command.current_dir(root).env("LC_ALL", "C.UTF-8").arg("shot");
        command.args(&words[..place]).arg(folder.0.join(name)).args(&words[place + 1..]);
        let output = command.output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let (found, stored) = (folder.read(name), root.join(SHOTS).join(name));
        if std::env::var_os("UPDATE_PICTURES").is_some() {
            std::fs::write(&stored, &found).unwrap();
        }
        let (found, stored) = (Pixels::read(&found), Pixels::read(&std::fs::read(stored).unwrap()));
        assert_eq!(
            (found.width, found.height, found.alt),
            (stored.width, stored.height, stored.alt)
        );
        assert!(found.bytes == stored.bytes, "{name} has other pixels now");
    }
}
