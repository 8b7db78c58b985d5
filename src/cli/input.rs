//! Where an incident comes from: a file, standard input, or the program itself.

use std::cell::OnceCell;
use std::io::Read;
use std::path::{Path, PathBuf};

use super::args::View;
use crate::load::{self, Format, Listed, Report, Wanted, fetch};
use crate::text::{Msg, SafeText, Words};
use crate::timeline::{self, Timeline};

/// The outage of 4 October 2021.
const BUILT_IN: &[u8] = include_bytes!("../../incidents/oct-outage.yaml");

/// A place that an incident is read from, and what messages call it.
#[derive(Debug, Clone)]
pub(super) struct Input {
    place: Place,
    pub(super) name: SafeText,
    wanted: Wanted,
    /// What was read, for a second look at it: standard input comes but once.
    read: OnceCell<Vec<u8>>,
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
        Self {
            place,
            name: SafeText::line(&name),
            wanted: Wanted::default(),
            read: OnceCell::new(),
        }
    }

    /// What of it the command line asks for.
    #[must_use]
    pub(super) fn wanting(self, options: &View) -> Self {
        let file = match &self.place {
            Place::File(path) => path.file_stem(),
            Place::BuiltIn | Place::Stdin => None,
        };
        let name = file.map(|stem| stem.to_string_lossy().into_owned());
        Self {
            wanted: Wanted {
                name,
                incident: options.incident.clone(),
                zone: options.zone,
                map: options.map.clone(),
            },
            ..self
        }
    }

    /// The same; of a file of many, another of them than `--incident` names, where one is asked for.
    #[must_use]
    pub(super) fn wanting_id(self, options: &View, id: Option<&String>) -> Self {
        let mut input = self.wanting(options);
        input.wanted.incident = id.or(options.incident.as_ref()).cloned();
        input
    }

    pub(super) fn open(&self) -> Result<(Timeline, Report), Report> {
        self.import().map(|(timeline, report, _)| (timeline, report))
    }

    /// The same, and which program's format it was.
    pub(super) fn import(&self) -> Result<(Timeline, Report, Option<Format>), Report> {
        timeline::open_wanted(&self.name, self.bytes()?, &self.wanted)
    }

    /// All incidents of a file, and what of it is left out.
    pub(super) fn list(&self, planned: bool) -> Result<Listed, Report> {
        load::list(&self.name, self.bytes()?, &self.wanted, planned)
    }

    fn bytes(&self) -> Result<&[u8], Report> {
        if let Some(bytes) = self.read.get() {
            return Ok(bytes);
        }
        let bytes = self.fetch()?;
        Ok(self.read.get_or_init(|| bytes))
    }

    /// The same, with a short mark of the bytes, by which two versions of a file are told apart.
    pub(super) fn open_marked(&self) -> Result<(Timeline, Report, String), Report> {
        let (timeline, report) = self.open()?;
        Ok((timeline, report, format!("{:08x}", crc32fast::hash(self.bytes()?))))
    }

    /// Its name; the bytes are given up.
    pub(super) fn into_name(self) -> SafeText {
        self.name
    }

    fn fetch(&self) -> Result<Vec<u8>, Report> {
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
