//! Where an incident comes from: a file, several, a folder, standard input, or the program itself.

mod part;

use std::path::{Path, PathBuf};

use super::args::{Args, View};
use super::library::{self, BUILT_IN};
use super::{environment, say_error};
use crate::load::{self, Code, Format, Report, Wanted, merge, side_by_side};
use crate::model::{Incident, Localized};
use crate::text::{Msg, SafeText, Words};
use crate::timeline::Timeline;
pub(super) use part::Part;
use part::is_called;

/// What is opened as one incident, and what messages call it.
#[derive(Debug, Clone)]
pub(super) struct Input {
    parts: Vec<Part>,
    how: How,
    /// Without private events and what they tell.
    public: bool,
    pub(super) name: SafeText,
    /// The same without folders.
    short: SafeText,
    words: Words,
}

/// How one incident is made of several files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum How {
    /// They are about one.
    Merged,
    /// All their incidents stand beside each other, each a lane.
    Beside,
    /// One of them holds the one that is wanted by its id.
    Searched,
}

/// The files that are read one by one: those that are named, those of a folder, and, where nothing is
/// named, the built-in ones.
pub(super) fn parts(files: &[PathBuf], options: &View, words: Words) -> Vec<Part> {
    if files.is_empty() {
        return (0..BUILT_IN.len()).map(|which| Part::built_in(which, options, words)).collect();
    }
    let mut parts = Vec::new();
    for path in files {
        match library::is_folder(path).then(|| library::files(path)).flatten() {
            Some(inside) => {
                parts.extend(inside.iter().map(|path| Part::found(path, options, words)));
            }
            None => parts.push(Part::new(path, options, words)),
        }
    }
    parts
}

/// What messages call them all.
pub(super) fn name(files: &[PathBuf], words: Words) -> SafeText {
    let names: Vec<String> = files.iter().map(|path| call(path, words)).collect();
    let name =
        if names.is_empty() { words.say(Msg::InputLibrary).to_owned() } else { names.join(" + ") };
    SafeText::line(&name)
}

fn call(path: &Path, words: Words) -> String {
    if path.as_os_str() == "-" {
        return words.say(Msg::InputStandard).to_owned();
    }
    path.display().to_string()
}

impl Input {
    /// Several files are one incident. `-` is standard input, nothing the first built-in incident.
    pub(super) fn new(files: &[PathBuf], options: &View, words: Words) -> Self {
        Self::of(files, options, options.incident.as_ref(), words)
    }

    /// The same with another incident than `--incident` names.
    pub(super) fn of(
        files: &[PathBuf],
        options: &View,
        incident: Option<&String>,
        words: Words,
    ) -> Self {
        let has_many = files.is_empty() || files.iter().any(|path| library::is_folder(path));
        let how = match incident {
            _ if options.all => How::Beside,
            Some(_) if has_many => How::Searched,
            _ => How::Merged,
        };
        let mut parts = match files {
            _ if how != How::Merged => parts(files, options, words),
            [] => vec![Part::built_in(0, options, words)],
            files => files.iter().map(|path| Part::new(path, options, words)).collect(),
        };
        for part in &mut parts {
            part.wanted.incident = incident.cloned();
        }
        let (name, short) = match &parts[..] {
            [only] => (only.name.clone(), only.called()),
            _ => {
                let last = |path: &PathBuf| path.file_name().unwrap_or(path.as_os_str()).into();
                let short: Vec<PathBuf> = files.iter().map(last).collect();
                (name(files, words), name(&short, words))
            }
        };
        Self { parts, how, public: false, name, short, words }
    }

    /// The one file that it is, as it stands in the file.
    pub(super) fn only(&self) -> Option<&Part> {
        let [only] = &self.parts[..] else { return None };
        (self.how == How::Merged && !self.public && only.is_plain()).then_some(only)
    }

    /// Without what others may not see.
    #[must_use]
    pub(super) fn public(self, public: bool) -> Self {
        Self { public, ..self }
    }

    pub(super) fn open(&self) -> Result<(Timeline, Report), Report> {
        self.read().map(|whole| (whole.timeline, whole.report))
    }

    /// The same, and which programs' formats it was in.
    pub(super) fn import(&self) -> Result<(Timeline, Report, Vec<Format>), Report> {
        self.read().map(|whole| (whole.timeline, whole.report, whole.formats))
    }

    /// The same for the viewer, which shows private events too, and what pictures show of it.
    pub(super) fn open_shown(&self) -> Result<(Timeline, Report, Shared), Report> {
        let whole = self.read()?;
        let is_joined = self.how == How::Beside || self.parts.len() > 1;
        let has_private = || whole.timeline.heads().any(|head| head.private);
        let shared = if is_joined && has_private() {
            let (timeline, mark, left_out) = self.clone().public(true).open_counted()?;
            Shared { mark, public: Some((timeline, left_out)) }
        } else {
            Shared { mark: format!("{:08x}", whole.mark), public: None }
        };
        Ok((whole.timeline, whole.report, shared))
    }

    /// The same with a short mark of the bytes, by which two versions of a file are told apart, and
    /// in place of the report how many private events are gone.
    pub(super) fn open_counted(&self) -> Result<(Timeline, String, usize), Report> {
        self.read().map(|whole| (whole.timeline, format!("{:08x}", whole.mark), whole.left_out))
    }

    /// The same; where not all of it is in what was read, that is said on the error stream.
    pub(super) fn open_told(&self) -> Result<(Timeline, String, usize), Report> {
        let whole = self.read()?;
        self.warn(&whole.report);
        Ok((whole.timeline, format!("{:08x}", whole.mark), whole.left_out))
    }

    /// What a file of our own leaves in doubt is for `check` to tell.
    fn warn(&self, report: &Report) {
        let (name, words) = (&self.name, self.words);
        if report.has(Code::LeftOut) || report.has(Code::FileLeftOut) {
            let told = words.count(report.warnings(), Msg::LeftOutOne, Msg::LeftOutMany);
            say_error(&format!("outage-tui: {name}: {told}"));
        }
        for apart in report.iter().filter(|fault| fault.code() == Code::FarApart) {
            say_error(&format!("outage-tui: {name}: {}", apart.message(words)));
        }
    }

    fn read(&self) -> Result<Whole, Report> {
        match &self.parts[..] {
            _ if self.how == How::Beside => self.beside(),
            [only] => self.part(only, &only.wanted).map(Whole::from),
            _ if self.how == How::Searched => self.searched(),
            _ => self.merged(),
        }
    }

    /// What a part holds. What is private is gone before several become one, so that nothing of it
    /// reaches into the rest.
    fn part(&self, part: &Part, wanted: &Wanted) -> Result<part::Whole, Report> {
        let whole = part.open(wanted)?;
        let has_private = || whole.timeline.incident().events.heads().any(|head| head.private);
        if !self.public || !has_private() {
            return Ok(whole);
        }
        let (incident, left_out) = whole.timeline.incident().clone().without_private();
        Ok(part::Whole { timeline: Timeline::new(incident), left_out, ..whole })
    }

    /// The incident of the id that is wanted, in the first file that holds it.
    fn searched(&self) -> Result<Whole, Report> {
        let mut opened = self.parts.iter().map(|part| self.part(part, &part.wanted));
        let found = opened.by_ref().find(Result::is_ok);
        let missing = || self.parts.first().map(|part| part.open(&part.wanted));
        let found = found.or_else(missing).unwrap_or_else(|| Err(load::nothing(&self.name)));
        found.map(Whole::from)
    }

    /// Several files about one incident.
    fn merged(&self) -> Result<Whole, Report> {
        let (mut incidents, mut reports, mut formats) = (Vec::new(), Vec::new(), Vec::new());
        let (mut marks, mut strangers, mut left_out) = (Vec::new(), Vec::new(), 0);
        for part in &self.parts {
            // The one that is chosen by its id need not be in each of the files.
            let one = match self.part(part, &part.wanted) {
                Err(report) if report.has(Code::NoSuchIncident) => {
                    strangers.push(report);
                    self.part(part, &Wanted { incident: None, ..part.wanted.clone() })?
                }
                Ok(one) => one,
                Err(report) => return Err(report),
            };
            incidents.push((part.short.clone(), one.timeline.incident().clone()));
            reports.push(one.report);
            formats.extend(one.format.filter(|format| !formats.contains(format)));
            marks.extend(one.mark.to_be_bytes());
            left_out += one.left_out;
        }
        if strangers.len() == self.parts.len()
            && let Some(stranger) = strangers.pop()
        {
            return Err(stranger);
        }
        reports.extend(load::far_apart(&self.name, &incidents));
        let timeline = Timeline::new(merge(incidents));
        let report = joined(reports).ok_or_else(|| load::nothing(&self.name))?;
        Ok(Whole { timeline, report, formats, mark: crc32fast::hash(&marks), left_out })
    }

    /// All incidents of the files, each a lane; a single one as it is.
    fn beside(&self) -> Result<Whole, Report> {
        let (mut incidents, mut reports, mut marks) = (Vec::new(), Vec::new(), Vec::new());
        for part in &self.parts {
            match part.list() {
                Ok((listed, report, mark)) => {
                    let those = listed.into_iter().filter(|one| !one.planned);
                    incidents.extend(those.filter_map(|one| one.incident.ok()));
                    reports.push(report);
                    marks.extend(mark.to_be_bytes());
                }
                Err(report) if part.found => reports.push(report.left_out()),
                Err(report) => return Err(report),
            }
        }
        let mut left_out = 0;
        if self.public {
            let open = incidents.into_iter().map(Incident::without_private);
            incidents = open.map(|(incident, events)| (left_out += events, incident).1).collect();
        }
        let incident = match <[Incident; 1]>::try_from(incidents) {
            Ok([only]) => only,
            Err(none) if none.is_empty() => return Err(load::nothing(&self.name)),
            Err(several) => side_by_side(several, self.title()),
        };
        let report = joined(reports).ok_or_else(|| load::nothing(&self.name))?;
        let timeline = Timeline::new(incident);
        let mark = crc32fast::hash(&marks);
        Ok(Whole { timeline, report, formats: Vec::new(), mark, left_out })
    }

    fn title(&self) -> Localized {
        let of = |lang| Words { lang, ..self.words }.fill(Msg::AllTitle, &[&self.short]);
        Localized::own(of)
    }

    /// Its name; the rest is given up.
    pub(super) fn into_name(self) -> SafeText {
        self.name
    }

    /// The same without the folder: where a file lies on this machine is nobody's business.
    pub(super) fn into_short_name(self) -> SafeText {
        self.short
    }
}

/// What pictures of an incident in the viewer need besides the incident.
#[derive(Debug, Clone, Default)]
pub(super) struct Shared {
    /// Of the files' bytes.
    pub(super) mark: String,
    /// What others may see, and how many private events that lacks; none where it is what is shown
    /// without its private events. It is not where those of one file have gone into what was made of
    /// several.
    pub(super) public: Option<(Timeline, usize)>,
}

/// What was read.
struct Whole {
    timeline: Timeline,
    report: Report,
    formats: Vec<Format>,
    mark: u32,
    /// How many private events are gone.
    left_out: usize,
}

impl From<part::Whole> for Whole {
    fn from(one: part::Whole) -> Self {
        let part::Whole { timeline, report, format, mark, left_out } = one;
        Self { timeline, report, formats: format.into_iter().collect(), mark, left_out }
    }
}

fn joined(reports: Vec<Report>) -> Option<Report> {
    let mut reports = reports.into_iter();
    Some(reports.next()?.with(reports))
}

/// An `--offset` for a file that nobody named: what is wrong, and what there is.
pub(super) fn stray_offset(args: &Args) -> Option<String> {
    let files = args.files();
    let has = |wrong: &str| {
        files.iter().any(|path| {
            let inside = || library::files(path).unwrap_or_default();
            is_called(path, wrong) || inside().iter().any(|path| is_called(path, wrong))
        })
    };
    let (stray, _) = args.view.offset.iter().find(|(wrong, _)| !has(wrong))?;
    let words = environment::words(&args.view);
    let named: Vec<String> = files.iter().map(|path| call(path, words)).collect();
    let named = if named.is_empty() { "–".to_owned() } else { named.join(", ") };
    Some(words.fill(Msg::OffsetStray, &[&SafeText::line(stray), &SafeText::line(&named)]))
}
