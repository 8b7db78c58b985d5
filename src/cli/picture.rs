//! What all pictures have in common: the incident that may be shown, the stage, the line below.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use super::args::{Picture, View};
use super::input::Input;
use super::output::{Refused, write_new};
use super::{FAULTY, FINE, USAGE, environment, refuse, say_error};
use crate::app::{Action, App, Clock, Door, File, Filter, Settings, Theme};
use crate::export::picture::{Fonts, Page};
use crate::export::{ShowOptions, alt_text};
use crate::headless::Stage;
use crate::load::{Report, fetch};
use crate::text::{Cover, Msg, SafeText, Words};
use crate::timeline::Timeline;
use crate::view;

/// Where pictures of one incident are made.
pub(super) struct Desk {
    pub(super) stage: Stage,
    pub(super) around: Around,
}

impl Desk {
    /// As the command line says; what is wrong with it, or with the file, is said at once.
    pub(super) fn new(picture: &Picture, options: &View) -> Result<Self, u8> {
        let words = environment::words(options);
        if let Err(error) = Filter::parse(picture.filter.as_deref().unwrap_or_default()) {
            return Err(wrong("--filter", &error.say(words)));
        }
        let open = |file: Option<&Path>| {
            let opened = Opened::new(file, picture, options, words);
            opened.map_err(|report| refuse(&report, options))
        };
        let opened = open(picture.file.as_deref())?;
        let other = picture.beside.as_deref().map(|file| open(Some(file))).transpose()?;
        let fonts = fonts(picture, words)?;
        let all = || std::iter::once(&opened).chain(&other);
        let marks = all().map(|opened| opened.mark.clone()).collect();
        let left_out = all().map(|opened| opened.left_out).sum();
        let stage = stage(picture, opened, other, settings(picture, options, words));
        let around = Around { fonts, framed: !picture.no_frame, marks, left_out };
        Ok(Self { stage, around })
    }
}

/// What is around the cells and beside the picture.
#[derive(Debug)]
pub(super) struct Around {
    pub(super) fonts: Fonts,
    /// A window around the screen.
    pub(super) framed: bool,
    /// Of the bytes of each file.
    pub(super) marks: Vec<String>,
    /// How many private events are left out.
    pub(super) left_out: usize,
}

impl Around {
    /// The title of the window, if there is one.
    pub(super) fn window(&self, app: &App) -> Option<String> {
        self.framed.then(|| format!("outage-tui — {}", title(app)))
    }

    /// The line below the screen: which incident, in which zone, from which bytes, without what.
    pub(super) fn note(&self, app: &App) -> String {
        let mut parts = Vec::new();
        for (app, mark) in incidents(app).into_iter().zip(&self.marks) {
            parts.extend(app.timeline.incident().id.as_ref().map(ToString::to_string));
            parts.push(app.zone().name());
            parts.push(mark.clone());
        }
        if self.left_out > 0 {
            parts.push(app.words().count(self.left_out, Msg::PrivateOne, Msg::PrivateMany));
        }
        parts.join(" · ")
    }
}

/// What is seen, as text.
pub(super) fn alt(app: &App) -> String {
    let told = incidents(app).into_iter().map(|app| {
        let (at, words, zone) = (app.cursor.at, app.words(), app.zone());
        alt_text(&app.timeline, &ShowOptions { at, words, zone, ascii: false })
    });
    told.collect::<Vec<_>>().join("\n")
}

/// The title of the incident, or of both.
pub(super) fn title(app: &App) -> String {
    let title = |app: &App| app.timeline.incident().title.get(app.words().lang).to_owned();
    incidents(app).into_iter().map(title).collect::<Vec<_>>().join(" | ")
}

/// The incidents that are shown, from the left.
pub(super) fn incidents(app: &App) -> Vec<&App> {
    app.sides().map_or_else(|| vec![app], |sides| sides.to_vec())
}

/// What stands under the cells and around them.
pub(super) fn page(app: &App) -> Page {
    let (ground, dim) = view::around(app.settings.theme);
    Page::new(ground, dim)
}

/// A message about what the command line says.
pub(super) fn wrong(what: &str, why: &str) -> u8 {
    say_error(&format!("{what}: {why}"));
    USAGE
}

pub(super) fn name_of(path: &Path) -> SafeText {
    SafeText::line(&path.display().to_string())
}

/// The incident without what others may not see.
struct Opened {
    name: SafeText,
    timeline: Timeline,
    report: Report,
    /// A short mark of the file's bytes.
    mark: String,
    /// How many private events are left out.
    left_out: usize,
}

impl Opened {
    fn new(
        file: Option<&Path>,
        picture: &Picture,
        options: &View,
        words: Words,
    ) -> Result<Self, Report> {
        let input = Input::new(file, words).wanting(options);
        let (whole, report, mark) = input.open_marked()?;
        let covers: Vec<Cover> =
            picture.redact.iter().filter_map(|word| Cover::new(word)).collect();
        let mut incident = whole.incident().clone();
        let events = incident.events.len();
        if !picture.private {
            incident = incident.without_private();
        }
        let left_out = events - incident.events.len();
        let timeline = Timeline::new(incident.redacted(&covers));
        // Where the file lies on this machine is nobody's business.
        let name = Input::new(file.and_then(Path::file_name).map(Path::new), words).name;
        Ok(Self { name, timeline, report, mark, left_out })
    }
}

/// What of the machine has a say is the language alone, so that the picture is the same elsewhere.
fn settings(picture: &Picture, options: &View, words: Words) -> Settings {
    let own = if picture.beside.is_some() { Clock::SinceStart } else { Clock::Incident };
    Settings {
        words,
        theme: options.theme.unwrap_or(Theme::Light),
        ascii: options.ascii,
        clock: if options.zone.is_some() { Clock::Local } else { own },
        local: options.zone.unwrap_or_default(),
        ..Settings::default()
    }
}

fn fonts(picture: &Picture, words: Words) -> Result<Fonts, u8> {
    let mut fonts = Fonts::default();
    for path in &picture.font {
        let is_font = fetch(path).is_ok_and(|bytes| fonts.add(bytes));
        if !is_font {
            return Err(wrong(&name_of(path), words.say(Msg::ShotNotAFont)));
        }
    }
    Ok(fonts)
}

fn stage(picture: &Picture, opened: Opened, other: Option<Opened>, settings: Settings) -> Stage {
    let app = |opened: Opened| {
        let file = File { name: opened.name, report: opened.report };
        App::new(file, opened.timeline, settings)
    };
    let first = app(opened);
    let app = match other {
        Some(other) => first.beside(app(other)),
        None => first,
    };
    let mut stage = Stage::new(app, picture.size.0, picture.size.1);
    if let Some(filter) = &picture.filter {
        stage.act(Action::Open(Door::Filter));
        filter.chars().for_each(|c| drop(stage.act(Action::Type(c))));
        stage.act(Action::Accept);
    }
    if let Some(panel) = picture.panel {
        stage.act(Action::Focus(panel));
        stage.act(Action::PanelZoom);
    }
    stage
}

/// A picture, ready to be written.
pub(super) struct Made {
    pub(super) bytes: Vec<u8>,
    pub(super) alt: String,
    pub(super) missing: BTreeSet<char>,
}

/// Writes what was made; of what no font has, one warning.
pub(super) fn write_all(picture: &Picture, made: &[(PathBuf, Made)], words: Words) -> u8 {
    let write = |path: &Path, bytes: &[u8]| {
        let told = |refused: Refused| {
            say_error(&format!("{}: {}", name_of(path), refused.say(words)));
            FAULTY
        };
        write_new(path, bytes, picture.force).map_err(told)
    };
    for (path, made) in made {
        let alt = || write(&beside(path), made.alt.as_bytes());
        let written =
            write(path, &made.bytes).and_then(|()| picture.alt.then(alt).unwrap_or(Ok(())));
        if let Err(code) = written {
            return code;
        }
    }
    let missing: BTreeSet<char> =
        made.iter().flat_map(|(_, made)| made.missing.iter().copied()).collect();
    if !missing.is_empty() {
        let named: Vec<String> =
            missing.iter().map(|c| format!("{c} (U+{:04X})", u32::from(*c))).collect();
        say_error(&words.fill(Msg::ShotMissing, &[&named.join(", ")]));
    }
    FINE
}

fn beside(path: &Path) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(".alt.txt");
    PathBuf::from(name)
}
