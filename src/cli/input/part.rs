//! One file, standard input, or an incident of the program itself.

use std::borrow::Cow;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::thread;

use crate::cli::args::View;
use crate::cli::help;
use crate::cli::library::{self, BUILT_IN};
use crate::load::{self, Format, LARGEST, Listed, Progress, Report, Wanted, fetch_among, shift};
use crate::text::{Msg, SafeText, Words};
use crate::timeline::{self, Timeline};

/// A place that incidents are read from.
#[derive(Debug, Clone)]
pub(in crate::cli) struct Part {
    place: Place,
    /// What messages call it.
    pub(in crate::cli) name: SafeText,
    /// The same without its folder.
    pub(in crate::cli) short: SafeText,
    pub(super) wanted: Wanted,
    /// Seconds by which its clock was wrong.
    offset: i64,
    /// It was found in a folder, not named.
    pub(super) found: bool,
    /// It is the first of the words without a command: one may have been meant.
    first: bool,
}

#[derive(Debug, Clone)]
enum Place {
    BuiltIn(usize),
    Stdin,
    File(PathBuf),
}

/// Standard input comes but once.
static STDIN: OnceLock<Vec<u8>> = OnceLock::new();

/// What a part holds, where that is one incident.
pub(super) struct Whole {
    pub(super) timeline: Timeline,
    pub(super) report: Report,
    pub(super) format: Option<Format>,
    /// The checksum of its bytes.
    pub(super) mark: u32,
    /// How many private events are gone.
    pub(super) left_out: usize,
}

impl Part {
    /// `-` is standard input; a name of no file may be that of a built-in incident.
    pub(super) fn new(path: &Path, options: &View, words: Words) -> Self {
        let built_in = || library::named(path).filter(|_| path.symlink_metadata().is_err());
        if path.as_os_str() == "-" {
            return Self::of(Place::Stdin, words.say(Msg::InputStandard), "", options);
        }
        if let Some(which) = built_in() {
            return Self::built_in(which, options, words);
        }
        let short = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
        let name = path.display().to_string();
        let first = options.files.first().is_some_and(|first| first == path);
        Self { first, ..Self::of(Place::File(path.to_owned()), &name, &short, options) }
    }

    /// A file of a folder.
    pub(super) fn found(path: &Path, options: &View, words: Words) -> Self {
        Self { found: true, ..Self::new(path, options, words) }
    }

    pub(super) fn built_in(which: usize, options: &View, words: Words) -> Self {
        let (name, _) = BUILT_IN.get(which).copied().unwrap_or_default();
        let short = format!("{name}.yaml");
        let name = words.fill(Msg::InputBuiltIn, &[&short]);
        Self::of(Place::BuiltIn(which), &name, &short, options)
    }

    fn of(place: Place, name: &str, short: &str, options: &View) -> Self {
        let stem = match &place {
            Place::File(path) => path.file_stem().map(|stem| stem.to_string_lossy().into_owned()),
            Place::BuiltIn(_) | Place::Stdin => None,
        };
        let wanted = Wanted {
            name: stem,
            incident: options.incident.clone(),
            nth: None,
            zone: options.zone,
            map: options.map.clone(),
        };
        let is_this = |wrong: &str| match &place {
            Place::File(path) => is_called(path, wrong),
            Place::Stdin => wrong == "-",
            Place::BuiltIn(_) => {
                library::named(Path::new(wrong)).is_some_and(|_| short.starts_with(wrong))
            }
        };
        let offset = options.offset.iter().filter(|(wrong, _)| is_this(wrong));
        let offset = offset.map(|(_, seconds)| *seconds).sum();
        let short = SafeText::line(if short.is_empty() { name } else { short });
        let name = SafeText::line(name);
        Self { place, name, short, wanted, offset, found: false, first: false }
    }

    /// What messages call it, without its folder.
    pub(super) fn called(&self) -> SafeText {
        if self.path().is_some() { self.short.clone() } else { self.name.clone() }
    }

    /// The path of its file, if it is one.
    pub(in crate::cli) fn path(&self) -> Option<&Path> {
        match &self.place {
            Place::File(path) => Some(path),
            Place::BuiltIn(_) | Place::Stdin => None,
        }
    }

    /// The one incident that is wanted of it.
    pub(super) fn open(&self, wanted: &Wanted) -> Result<Whole, Report> {
        let bytes = self.bytes()?;
        let mark = mark(&bytes);
        let (timeline, report, format) = timeline::open_wanted(&self.name, bytes, wanted)?;
        let timeline = match self.offset {
            0 => timeline,
            seconds => Timeline::new(shift(timeline.incident().clone(), seconds)),
        };
        Ok(Whole { timeline, report, format, mark, left_out: 0 })
    }

    /// Whether it is shown as it is: not one of many, and its clock was right.
    pub(super) fn is_plain(&self) -> bool {
        self.offset == 0 && self.wanted.incident.is_none()
    }

    /// The same of a plain one; `progress` is counted up on the way.
    pub(in crate::cli) fn open_watched(
        &self,
        progress: &Progress,
    ) -> Result<(Timeline, Report, String), Report> {
        let bytes = self.bytes()?;
        let mark = mark(&bytes);
        let (timeline, report, _) =
            timeline::open_watched(&self.name, bytes, &self.wanted, progress)?;
        Ok((timeline, report, format!("{mark:08x}")))
    }

    /// The one incident of that place in the order of time.
    pub(in crate::cli) fn nth(&self, nth: usize) -> Result<(Timeline, Report, String), Report> {
        let wanted = Wanted { nth: Some(nth), incident: None, ..self.wanted.clone() };
        let Whole { timeline, report, mark, .. } = self.open(&wanted)?;
        Ok((timeline, report, format!("{mark:08x}")))
    }

    /// All of its incidents, in the order of time, what is doubtful about them, and the checksum of
    /// its bytes.
    pub(in crate::cli) fn list(&self) -> Result<(Vec<Listed>, Report, u32), Report> {
        let bytes = self.bytes()?;
        let (mut listed, report) = load::incidents(&self.name, &bytes, &self.wanted)?;
        if self.offset != 0 {
            for one in &mut listed {
                one.incident = one.incident.clone().map(|incident| shift(incident, self.offset));
            }
        }
        Ok((listed, report, mark(&bytes)))
    }

    /// What may have been meant by the name of a file that is not there.
    fn names(&self) -> Vec<String> {
        let mut names: Vec<String> = BUILT_IN.iter().map(|(name, _)| (*name).to_owned()).collect();
        if self.first {
            let program = help::command();
            names.extend(program.get_subcommands().map(|command| command.get_name().to_owned()));
        }
        names
    }

    fn bytes(&self) -> Result<Cow<'_, [u8]>, Report> {
        match &self.place {
            Place::BuiltIn(which) => {
                Ok(Cow::Borrowed(BUILT_IN.get(*which).map_or(&[], |(_, bytes)| bytes)))
            }
            Place::File(path) => fetch_among(path, || self.names()).map(Cow::Owned),
            Place::Stdin => Ok(Cow::Borrowed(STDIN.get_or_init(standard_input))),
        }
    }
}

/// Whether a file is called so on the command line: by its path or by its name alone.
pub(in crate::cli) fn is_called(path: &Path, name: &str) -> bool {
    path == Path::new(name) || path.file_name().is_some_and(|short| short == name)
}

/// The checksum of some bytes; of many, two processors make it.
fn mark(bytes: &[u8]) -> u32 {
    const MANY: usize = 16 << 20;
    let (first, second) = bytes.split_at(if bytes.len() > MANY { bytes.len() / 2 } else { 0 });
    let of = |bytes: &[u8]| {
        let mut hasher = crc32fast::Hasher::new();
        hasher.update(bytes);
        hasher
    };
    if first.is_empty() {
        return of(second).finalize();
    }
    thread::scope(|scope| {
        let later = thread::Builder::new().spawn_scoped(scope, || of(second)).ok();
        let mut all = of(first);
        let later = later.and_then(|later| later.join().ok());
        all.combine(&later.unwrap_or_else(|| of(second)));
        all.finalize()
    })
}

fn standard_input() -> Vec<u8> {
    let mut bytes = Vec::new();
    // What came before an error is judged like any other file; a byte more than is read, so that `load`
    // sees that it is too large.
    let _ = std::io::stdin().lock().take(LARGEST as u64 + 1).read_to_end(&mut bytes);
    bytes
}
