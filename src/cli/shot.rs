//! `shot`: pictures of the screen, to files.

mod form;

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use super::args::{Shot, View};
use super::input::Input;
use super::output::{Refused, write_new};
use super::{FAULTY, FINE, USAGE, environment, refuse, say_error, say_not_a_moment};
use crate::app::{Action, App, Clock, Door, File, Filter, Settings, Theme};
use crate::export::picture::Fonts;
use crate::headless::Stage;
use crate::load::{Report, fetch};
use crate::model::Phase;
use crate::text::{Cover, Msg, SafeText, Words};
use crate::timeline::{self, Timeline};
use form::{Form, Made, Maker};

pub(super) fn run(shot: &Shot, options: &View) -> color_eyre::Result<u8> {
    let words = environment::words(options);
    let Some(form) = Form::of(&shot.output) else {
        return Ok(wrong(&name_of(&shot.output), words.say(Msg::ShotEnding)));
    };
    if let Err(error) = Filter::parse(shot.filter.as_deref().unwrap_or_default()) {
        return Ok(wrong("--filter", &error.say(words)));
    }
    let opened = match Opened::new(shot) {
        Ok(opened) => opened,
        Err(report) => return Ok(refuse(&report, options)),
    };
    let fonts = match fonts(shot, words) {
        Ok(fonts) => fonts,
        Err(code) => return Ok(code),
    };
    let mut stage = stage(shot, &opened, settings(options, words));
    let stops = match stops(shot, &stage.app, options) {
        Ok(stops) => stops,
        Err(code) => return Ok(code),
    };
    let maker = Maker { shot, form, fonts, words, mark: opened.mark, left_out: opened.left_out };
    let mut made = Vec::new();
    for stop in stops {
        stop.place.into_iter().for_each(|place| go(&mut stage, place));
        made.push((stop.path, maker.make(&stage)?));
    }
    Ok(write_all(shot, &made, words))
}

/// A message about what the command line says.
fn wrong(what: &str, why: &str) -> u8 {
    say_error(&format!("{what}: {why}"));
    USAGE
}

fn name_of(path: &Path) -> SafeText {
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
    fn new(shot: &Shot) -> Result<Self, Report> {
        let input = Input::new(shot.file.as_deref());
        let bytes = input.bytes()?;
        let (whole, report) = timeline::open(&input.name(), &bytes)?;
        let covers: Vec<Cover> = shot.redact.iter().filter_map(|word| Cover::new(word)).collect();
        let mut incident = whole.incident().clone();
        let events = incident.events.len();
        if !shot.private {
            incident = incident.without_private();
        }
        let left_out = events - incident.events.len();
        let timeline = Timeline::new(incident.redacted(&covers));
        let mark = format!("{:08x}", crc32fast::hash(&bytes));
        // Where the file lies on this machine is nobody's business.
        let file = shot.file.as_deref().and_then(Path::file_name).map(Path::new);
        let name = Input::new(file).name();
        Ok(Self { name, timeline, report, mark, left_out })
    }
}

/// What of the machine has a say is the language alone, so that the picture is the same elsewhere.
fn settings(options: &View, words: Words) -> Settings {
    Settings {
        words,
        theme: options.theme.unwrap_or(Theme::Light),
        ascii: options.ascii,
        clock: if options.zone.is_some() { Clock::Local } else { Clock::Incident },
        local: options.zone.unwrap_or_default(),
        ..Settings::default()
    }
}

fn fonts(shot: &Shot, words: Words) -> Result<Fonts, u8> {
    let mut fonts = Fonts::default();
    for path in &shot.font {
        let is_font = fetch(path).is_ok_and(|bytes| fonts.add(bytes));
        if !is_font {
            return Err(wrong(&name_of(path), words.say(Msg::ShotNotAFont)));
        }
    }
    Ok(fonts)
}

fn stage(shot: &Shot, opened: &Opened, settings: Settings) -> Stage {
    let file = File { name: opened.name.clone(), report: opened.report.clone() };
    let app = App::new(file, opened.timeline.clone(), settings);
    let mut stage = Stage::new(app, shot.size.0, shot.size.1);
    if let Some(filter) = &shot.filter {
        stage.act(Action::Open(Door::Filter));
        filter.chars().for_each(|c| drop(stage.act(Action::Type(c))));
        stage.act(Action::Accept);
    }
    if let Some(panel) = shot.panel {
        stage.act(Action::Focus(panel));
        stage.act(Action::PanelZoom);
    }
    stage
}

/// A picture to be made: where the clock goes, and the file.
struct Stop {
    place: Option<Action>,
    path: PathBuf,
}

/// A clock that is put somewhere stands on the event that is exactly there.
fn go(stage: &mut Stage, action: Action) {
    match action {
        Action::ClockTo(at) => stage.app.start_at(at),
        other => drop(stage.act(other)),
    }
}

fn stops(shot: &Shot, app: &App, options: &View) -> Result<Vec<Stop>, u8> {
    let words = app.words();
    if shot.at_milestones {
        let known =
            Phase::MILESTONES.into_iter().filter(|phase| app.timeline.milestone(*phase).is_some());
        let stop = |phase: Phase| Stop {
            place: Some(Action::GoTo(phase)),
            path: numbered(&shot.output, phase.word()),
        };
        return Ok(known.map(stop).collect());
    }
    if let Some(number) = shot.select {
        let events = app.timeline.len();
        let row = number.checked_sub(1).filter(|row| *row < events).ok_or_else(|| {
            let numbers = [words.number(number as u64), words.number(events as u64)];
            wrong("--select", &words.fill(Msg::ShotNoEvent, &[&numbers[0], &numbers[1]]))
        })?;
        return Ok(vec![Stop { place: Some(Action::Select(row)), path: shot.output.clone() }]);
    }
    if shot.at.is_empty() {
        return Ok(vec![Stop { place: None, path: shot.output.clone() }]);
    }
    let stop = |(index, text): (usize, &String)| {
        let at = app.timeline.parse_when(text, app.timeline.incident().zone, app.cursor.at);
        let at = at.map_err(|error| say_not_a_moment(text, &error, options))?;
        let number = (index + 1).to_string();
        let several = shot.at.len() > 1;
        let path = if several { numbered(&shot.output, &number) } else { shot.output.clone() };
        Ok(Stop { place: Some(Action::ClockTo(at)), path })
    };
    shot.at.iter().enumerate().map(stop).collect()
}

/// `shot.png` as `shot-1.png`.
fn numbered(path: &Path, mark: &str) -> PathBuf {
    let mut name = path.file_stem().unwrap_or_default().to_owned();
    name.push(format!("-{mark}"));
    if let Some(ending) = path.extension() {
        name.push(".");
        name.push(ending);
    }
    path.with_file_name(name)
}

/// Writes what was made; of what no font has, one warning.
fn write_all(shot: &Shot, made: &[(PathBuf, Made)], words: Words) -> u8 {
    let write = |path: &Path, bytes: &[u8]| {
        let told = |refused: Refused| {
            say_error(&format!("{}: {}", name_of(path), refused.say(words)));
            FAULTY
        };
        write_new(path, bytes, shot.force).map_err(told)
    };
    for (path, made) in made {
        let alt = || write(&beside(path), made.alt.as_bytes());
        let written = write(path, &made.bytes).and_then(|()| shot.alt.then(alt).unwrap_or(Ok(())));
        if let Err(code) = written {
            return code;
        }
    }
    let missing: std::collections::BTreeSet<char> =
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
