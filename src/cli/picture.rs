//! What all pictures have in common: the incident that may be shown, the stage, the line below.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use super::args::{Picture, View};
use super::output;
use super::seen::{Asked, Seen};
use super::{FINE, USAGE, environment, refuse, say_error, warn_if_empty};
use crate::app::{Action, App, Clock, Filter, Panel, Settings, Sight, Theme};
use crate::export::picture::{Fonts, Page};
use crate::export::{ShowOptions, alt_text, lanes_alt_text};
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
        let asked =
            Asked { files: &picture.files, private: picture.private, redact: &picture.redact };
        let seen = Seen::open(asked, options).map_err(|report| refuse(&report, options))?;
        let around =
            Around { framed: !picture.no_frame, ..Around::of(&seen, fonts(picture, options)?) };
        let app = App::new(seen.file(), seen.timeline, settings(options, words));
        Ok(Self { stage: stage(picture, app), around })
    }
}

/// What is around the cells and beside the picture.
#[derive(Debug)]
pub(super) struct Around {
    pub(super) fonts: Fonts,
    /// A window around the screen.
    pub(super) framed: bool,
    /// Of the file's bytes.
    pub(super) mark: String,
    /// How many private events are left out.
    pub(super) left_out: usize,
}

impl Around {
    /// No window; what the line below says of a file.
    pub(super) fn of(seen: &Seen, fonts: Fonts) -> Self {
        Self { fonts, framed: false, mark: seen.mark.clone(), left_out: seen.left_out }
    }

    /// The title of the window, if there is one.
    pub(super) fn window(&self, app: &App) -> Option<String> {
        self.framed.then(|| format!("outage-tui — {}", title(app)))
    }

    /// The line below the screen: which incident, in which zone, from which bytes, without what.
    pub(super) fn note(&self, app: &App) -> String {
        let mut parts = Vec::new();
        parts.extend(app.timeline.incident().id.as_ref().map(ToString::to_string));
        parts.push(app.zone().name());
        parts.push(format!("CRC-32 {}", self.mark));
        parts.extend(tell::left_out(self.left_out, app.words()));
        parts.join(" · ")
    }
}

/// What is seen, as text.
pub(super) fn alt(app: &App) -> String {
    let (at, words, zone) = (app.cursor.at, app.words(), app.zone());
    let options = ShowOptions { at, words, zone, ascii: false, left_out: 0 };
    if app.frame.alone && app.frame.focus == Panel::Lanes {
        return lanes_alt_text(&app.timeline, &options, app.window());
    }
    alt_text(&app.timeline, &options)
}

/// The title of the incident.
pub(super) fn title(app: &App) -> &str {
    app.timeline.incident().title.get(app.words().lang)
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
