//! What all pictures have in common: the incident that may be shown, the stage, the line below.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::slice;

use super::args::{Picture, View};
use super::output;
use super::seen::{Asked, Seen, refuse_covered};
use super::{FINE, USAGE, environment, refuse, say_error, warn_if_empty};
use crate::app::{Action, App, Clock, Filter, Panel, Settings, Sight, Theme};
use crate::export::picture::{Fonts, Page};
use crate::export::{ShowOptions, Shown, alt_text};
use crate::headless::Stage;
use crate::load::fetch;
use crate::text::{Msg, SafeText, Words};
use crate::timeline::tell;
use crate::view;

/// The screen of a picture that asks for none.
const SIZE: (u16, u16) = (120, 40);

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
        if let Some(code) = refuse_covered(picture.filter.as_deref(), &picture.redact, words) {
            return Err(code);
        }
        let open = |files| {
            let asked = Asked { files, private: picture.private, redact: &picture.redact };
            Seen::open(asked, options).map_err(|report| refuse(&report, options))
        };
        let seen = open(&picture.files)?;
        let other = picture.beside.as_ref().map(|file| open(slice::from_ref(file))).transpose()?;
        let mut around = Around::of(&seen, fonts(picture, options)?);
        around.framed = !picture.no_frame;
        let mut settings = settings(options, words);
        if other.is_some() && options.zone.is_none() {
            settings.clock = Clock::SinceStart;
        }
        let mut app = App::new(seen.file(), seen.timeline, settings);
        if let Some(other) = other {
            around.marks.extend([other.mark.clone()]);
            around.left_out += other.left_out;
            app = app.beside(App::new(other.file(), other.timeline, settings));
        }
        Ok(Self { stage: stage(picture, app), around })
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
    /// No window; what the line below says of a file.
    pub(super) fn of(seen: &Seen, fonts: Fonts) -> Self {
        Self { fonts, framed: false, marks: vec![seen.mark.clone()], left_out: seen.left_out }
    }

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
            parts.push(format!("CRC-32 {mark}"));
        }
        parts.extend(tell::left_out(self.left_out, app.words()));
        parts.join(" · ")
    }
}

/// What is seen, as text.
pub(super) fn alt(stage: &Stage) -> String {
    let told = incidents(&stage.app).into_iter().map(|app| {
        let (at, words, zone) = (app.cursor.at, app.words(), app.zone());
        let options = ShowOptions { at, words, zone, ascii: false, left_out: 0 };
        let row = app.cursor.row;
        let shown = match app.frame.focus {
            _ if !app.frame.alone => Shown::All { row },
            Panel::Lanes => Shown::Lanes(app.window()),
            Panel::Recovery => Shown::Recovery,
            Panel::Timeline => Shown::Timeline(view::events_in_sight(app, stage.area())),
            Panel::Services => Shown::Services,
            Panel::Detail => Shown::Event { row },
        };
        alt_text(&app.timeline, &options, &shown)
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
    let (hair, lane) = view::painted(app.settings.theme);
    Page::new(ground, dim).with_lanes(hair, lane)
}

/// A message about what the command line says.
pub(super) fn wrong(what: &str, why: &str) -> u8 {
    say_error(&format!("{what}: {why}"));
    USAGE
}

/// A message about a file of which the name does not say what it is to be: a folder, or an ending that is
/// none of ours.
pub(super) fn unnamed(path: &Path, endings: Msg, words: Words) -> u8 {
    let why = if path.is_dir() { Msg::OutputNotAFile } else { endings };
    wrong(&name_of(path), words.say(why))
}

pub(super) fn name_of(path: &Path) -> SafeText {
    SafeText::line(&path.display().to_string())
}

/// What of the machine has a say is the language alone, so that the picture is the same elsewhere.
pub(super) fn settings(options: &View, words: Words) -> Settings {
    Settings {
        words,
        theme: options.theme.unwrap_or(Theme::Light),
        ascii: options.ascii,
        clock: if options.zone.is_some() { Clock::Local } else { Clock::Incident },
        local: options.zone.unwrap_or_default(),
        ..Settings::default()
    }
}

fn fonts(picture: &Picture, options: &View) -> Result<Fonts, u8> {
    let words = environment::words(options);
    let mut fonts = Fonts::default();
    for path in &picture.font {
        let bytes = fetch(path).map_err(|report| refuse(&report, options))?;
        if !fonts.add(bytes) {
            return Err(wrong(&name_of(path), words.say(Msg::ShotNotAFont)));
        }
    }
    Ok(fonts)
}

fn stage(picture: &Picture, app: App) -> Stage {
    let mut stage = staged(app, picture.size.unwrap_or(SIZE), picture.panel);
    if let Some(filter) = &picture.filter {
        stage.app.filter(filter);
        stage.settle();
        warn_if_empty(stage.app.listing.rows().len(), filter, stage.app.words());
    }
    stage
}

/// Takes away the rows that nothing stands in, unless a size is asked for.
pub(super) fn fit(stage: &mut Stage, picture: &Picture) {
    if picture.size.is_none() {
        stage.resize(SIZE.0, SIZE.1);
        let rows = view::needed(&stage.app, stage.area());
        stage.resize(SIZE.0, rows);
    }
}

/// A screen at which nobody presses keys, or one panel of it.
pub(super) fn staged(app: App, (columns, rows): (u16, u16), panel: Option<Panel>) -> Stage {
    let mut stage = Stage::new(app, columns, rows);
    stage.app.frame.sight = Sight::Painted;
    if let Some(panel) = panel {
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
    let alts: Vec<(PathBuf, &[u8])> =
        made.iter().map(|(path, made)| (beside(path), made.alt.as_bytes())).collect();
    let pictures = made.iter().map(|(path, made)| (path.as_path(), made.bytes.as_slice()));
    let alts = alts.iter().filter(|_| picture.alt).map(|(path, alt)| (path.as_path(), *alt));
    let code = output::write_all(&pictures.chain(alts).collect::<Vec<_>>(), picture.force, words);
    if code != FINE {
        return code;
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
