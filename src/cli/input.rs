//! Where an incident comes from: a file, standard input, or the program itself.

use std::io::Read;
use std::path::{Path, PathBuf};

use crate::load::{Report, fetch};
use crate::text::SafeText;
use crate::timeline::{self, Timeline};

/// The outage of 4 October 2021.
const BUILT_IN: &[u8] = include_bytes!("../../incidents/oct-outage.yaml");

/// A place that incidents are read from.
#[derive(Debug, Clone)]
pub(super) enum Input {
    BuiltIn,
    Stdin,
    File(PathBuf),
}

impl Input {
    /// `-` is standard input, nothing the built-in incident.
    pub(super) fn new(path: Option<&Path>) -> Self {
        match path {
            None => Self::BuiltIn,
            Some(path) if path.as_os_str() == "-" => Self::Stdin,
            Some(path) => Self::File(path.to_owned()),
        }
    }

    /// What messages call it.
    pub(super) fn name(&self) -> SafeText {
        SafeText::line(&match self {
            Self::BuiltIn => "oct-outage.yaml (built in)".to_owned(),
            Self::Stdin => "standard input".to_owned(),
            Self::File(path) => path.display().to_string(),
        })
    }

    pub(super) fn open(&self) -> Result<(Timeline, Report), Report> {
        timeline::open(&self.name(), &self.bytes()?)
    }

    pub(super) fn bytes(&self) -> Result<Vec<u8>, Report> {
        match self {
            Self::BuiltIn => Ok(BUILT_IN.to_vec()),
            Self::File(path) => fetch(path),
            Self::Stdin => {
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
