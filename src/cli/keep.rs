//! The picture that a key of the viewer keeps: `shots/` beside the incident, never over another.

use std::fs;
use std::path::{Path, PathBuf};

use super::output::{Refused, write_new};
use crate::headless::Stage;
use crate::model::Zone;
use crate::text::{Msg, SafeText};

/// Where pictures of one incident go.
#[derive(Debug)]
pub(super) struct Keeper {
    folder: PathBuf,
    stem: String,
}

impl Keeper {
    pub(super) fn new(file: Option<&Path>) -> Self {
        let file = file.filter(|file| file.as_os_str() != "-");
        let beside = file.and_then(Path::parent).unwrap_or_else(|| Path::new(""));
        let stem = file.and_then(Path::file_stem).map(|stem| stem.to_string_lossy().into_owned());
        Self { folder: beside.join("shots"), stem: stem.unwrap_or_else(|| "outage".to_owned()) }
    }

    /// Writes the screen of a stage; what to say about it.
    pub(super) fn keep(&self, stage: &Stage) -> SafeText {
        let words = stage.app.words();
        let clock = Zone::UTC.civil(stage.app.cursor.at);
        let moment = format!("{}T{}Z", clock.date(), clock.clock()).replace(':', "");
        let said = match self.write(&moment, stage) {
            Ok(path) => words.fill(Msg::NoticeKept, &[&path.display().to_string()]),
            Err(refused) => refused.say(words),
        };
        SafeText::line(&said)
    }

    /// The first name that nobody has: `story-2021-10-04T174900Z.png`, then `…-2.png`.
    fn write(&self, moment: &str, stage: &Stage) -> Result<PathBuf, Refused> {
        fs::create_dir_all(&self.folder).map_err(Refused::Io)?;
        let picture = crate::export::text(&stage.draw()).into_bytes();
        for number in 1_u32.. {
            let suffix = if number == 1 { String::new() } else { format!("-{number}") };
            let path = self.folder.join(format!("{}-{moment}{suffix}.txt", self.stem));
            match write_new(&path, &picture, false) {
                Ok(()) => return Ok(path),
                Err(Refused::Exists) => {}
                Err(refused) => return Err(refused),
            }
        }
        Err(Refused::Exists)
    }
}
