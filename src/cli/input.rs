//! Where an incident comes from: a file, standard input, or the program itself.

use std::io::Read;
use std::path::{Path, PathBuf};

use crate::load::{Report, fetch};
use crate::text::{Msg, SafeText, Words};
use crate::timeline::{self, Timeline};

/// The outage of 4 October 2021.
const BUILT_IN: &[u8] = include_bytes!("../../incidents/oct-outage.yaml");

/// A place that an incident is read from, and what messages call it.
#[derive(Debug, Clone)]
pub(super) struct Input {
    place: Place,
    pub(super) name: SafeText,
}

#[derive(Debug, Clone)]
enum Place {
    BuiltIn,
    Stdin,
    File(PathBuf),
}

impl Input {
    /// `-` is standard input, nothing the built-in incident.
    pub(super) fn new(path: Option<&Path>, words: Words) -> Self {
        let (place, name) = match path {
            None => (Place::BuiltIn, words.fill(Msg::InputBuiltIn, &["oct-outage.yaml"])),
            Some(path) if path.as_os_str() == "-" => {
                (Place::Stdin, words.say(Msg::InputStandard).to_owned())
            }
            Some(path) => (Place::File(path.to_owned()), path.display().to_string()),
        };
        Self { place, name: SafeText::line(&name) }
    }

    pub(super) fn open(&self) -> Result<(Timeline, Report), Report> {
        timeline::open(&self.name, &self.bytes()?)
    }

    /// The same, with a short mark of the bytes, by which two versions of a file are told apart.
    pub(super) fn open_marked(&self) -> Result<(Timeline, Report, String), Report> {
        let bytes = self.bytes()?;
        let (timeline, report) = timeline::open(&self.name, &bytes)?;
        Ok((timeline, report, format!("{:08x}", crc32fast::hash(&bytes))))
    }

    fn bytes(&self) -> Result<Vec<u8>, Report> {
        match &self.place {
            Place::BuiltIn => Ok(BUILT_IN.to_vec()),
            Place::File(path) => fetch(path),
            Place::Stdin => {
                let mut bytes = Vec::new();
                // What came before an error is judged like any other file.
                let _ = std::io::stdin().lock().take(LIMIT).read_to_end(&mut bytes);
                Ok(bytes)
            }
        }
    }
}

/// More than this is no incident: 1 GiB and a byte, so that `load` sees that it is too large.
const LIMIT: u64 = (1 << 30) + 1;
