//! Files that we write: nothing that a user has is lost.
//!
//! The bytes go to a new file in the same folder first, which then takes the name. So a full disk
//! or an end in the middle leaves what was there whole, and a reader never sees half a file.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::{FAULTY, FINE, say_error};
use crate::text::{Msg, SafeText, Words};

/// Why a file was not written.
#[derive(Debug)]
pub(super) enum Refused {
    /// There is one of that name.
    Exists,
    /// There is something that is not a file: a folder, a link, a device.
    NotAFile,
    /// There is no such folder.
    NoFolder,
    Io(io::Error),
}

impl Refused {
    pub(super) fn say(&self, words: Words) -> String {
        match self {
            Self::Exists => words.say(Msg::OutputExists).to_owned(),
            Self::NotAFile => words.say(Msg::OutputNotAFile).to_owned(),
            Self::NoFolder => words.say(Msg::OutputNoFolder).to_owned(),
            Self::Io(error) if error.kind() == io::ErrorKind::PermissionDenied => {
                words.say(Msg::OutputDenied).to_owned()
            }
            Self::Io(error) => {
                words.fill(Msg::OutputFailed, &[&SafeText::line(&error.to_string())])
            }
        }
    }
}

/// Writes files, or none where one of them may not be written; what stopped it is said.
pub(super) fn write_all(files: &[(&Path, &[u8])], force: bool, words: Words) -> u8 {
    let told = |path: &Path, refused: Refused| {
        let name = SafeText::line(&path.display().to_string());
        say_error(&format!("{name}: {}", refused.say(words)));
        FAULTY
    };
    let refused = files.iter().find_map(|(path, _)| Some((path, may_write(path, force).err()?)));
    if let Some((path, refused)) = refused {
        return told(path, refused);
    }
    for (path, bytes) in files {
        if let Err(refused) = write_new(path, bytes, force) {
            return told(path, refused);
        }
    }
    FINE
}

/// Whether a file of that name may be written.
fn may_write(path: &Path, force: bool) -> Result<(), Refused> {
    match fs::symlink_metadata(path) {
        Ok(found) if !found.is_file() => Err(Refused::NotAFile),
        Ok(_) if !force => Err(Refused::Exists),
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(Refused::Io(error)),
        Ok(_) => Ok(()),
        Err(_) => {
            let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
            match folder.unwrap_or(Path::new(".")).metadata() {
                Ok(found) if found.is_dir() => Ok(()),
                _ => Err(Refused::NoFolder),
            }
        }
    }
}

/// Writes a file whole, or not at all; one that is there only with `force`.
pub(super) fn write_new(path: &Path, bytes: &[u8], force: bool) -> Result<(), Refused> {
    may_write(path, force)?;
    let beside = beside(path);
    let written = write_beside(&beside, bytes).and_then(|()| fs::rename(&beside, path));
    if written.is_err() {
        // The half-written file is ours; that it cannot be removed either changes nothing.
        let _ = fs::remove_file(&beside);
    }
    written.map_err(Refused::Io)
}

/// A name in the same folder that nobody else uses.
fn beside(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.{}.tmp", std::process::id()))
}

fn write_beside(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_there_stays_unless_it_is_given_up() {
        let folder = std::env::temp_dir().join(format!("outage-tui-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let path = folder.join("report.md");
        write_new(&path, b"one", false).unwrap();
        assert!(matches!(write_new(&path, b"two", false), Err(Refused::Exists)));
        assert_eq!(fs::metadata(&path).unwrap().len(), 3);
        write_new(&path, b"three", true).unwrap();
        assert_eq!(fs::metadata(&path).unwrap().len(), 5);
        let link = folder.join("link.md");
        std::os::unix::fs::symlink(&path, &link).unwrap();
        for other in [&link, &folder] {
            assert!(matches!(write_new(other, b"x", true), Err(Refused::NotAFile)));
        }
        let lost = folder.join("missing").join("report.md");
        assert!(matches!(write_new(&lost, b"x", true), Err(Refused::NoFolder)));
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 2, "nothing is left behind");
        fs::remove_dir_all(&folder).unwrap();
    }
}
