//! The picture that a key of the viewer keeps: in `shots/` beside the incident, never over another.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use super::input::Shared;
use super::output::{Refused, write_new};
use super::picture::Around;
use super::shot::form::Maker;
use crate::app::{Action, App, File, Frame, Overlay, Search, Sight};
use crate::export::picture::Fonts;
use crate::headless::Stage;
use crate::load::Report;
use crate::model::Zone;
use crate::text::{Msg, SafeText};
use crate::timeline::Timeline;

/// Where pictures of one incident go.
#[derive(Debug)]
pub(super) struct Keeper {
    folder: PathBuf,
    stem: String,
    /// Of each incident, as soon as it is known.
    shared: Arc<OnceLock<Vec<Shared>>>,
}

impl Keeper {
    pub(super) fn new(file: Option<&Path>, shared: Arc<OnceLock<Vec<Shared>>>) -> Self {
        let file = file.filter(|file| file.as_os_str() != "-");
        let beside = file.and_then(Path::parent).unwrap_or_else(|| Path::new(""));
        let stem = file.and_then(Path::file_stem).map(|stem| stem.to_string_lossy().into_owned());
        let stem = stem.unwrap_or_else(|| "outage".to_owned());
        Self { folder: beside.join("shots"), stem, shared }
    }

    /// Writes a picture of a stage; what to say about it.
    pub(super) fn keep(&self, stage: &Stage) -> SafeText {
        let words = stage.app.words();
        let said = match self.picture(stage) {
            Err(error) => words.fill(Msg::OutputFailed, &[&error.to_string()]),
            Ok(picture) => match self.write(&moment(&stage.app), &picture) {
                Ok(path) => words.fill(Msg::NoticeKept, &[&path.display().to_string()]),
                Err(refused) => refused.say(words),
            },
        };
        SafeText::line(&said)
    }

    /// As the screen stands, but for events that are private: pictures travel.
    fn picture(&self, stage: &Stage) -> color_eyre::Result<Vec<u8>> {
        let shared = self.shared.get().map_or(&[][..], Vec::as_slice);
        let (shown, left_out) = for_others(stage, shared);
        let marks = shared.iter().map(|shared| shared.mark.clone()).collect();
        let maker = Maker::plain(Around { fonts: Fonts::default(), framed: true, marks, left_out });
        Ok(maker.make(&shown)?.bytes)
    }

    /// The first name that nobody has: `story-2021-10-04T174900Z.png`, then `…-2.png`.
    fn write(&self, moment: &str, picture: &[u8]) -> Result<PathBuf, Refused> {
        fs::create_dir_all(&self.folder).map_err(Refused::Io)?;
        for number in 1_u32.. {
            let suffix = if number == 1 { String::new() } else { format!("-{number}") };
            let path = self.folder.join(format!("{}-{moment}{suffix}.png", self.stem));
            match write_new(&path, picture, false) {
                Ok(()) => return Ok(path),
                Err(Refused::Exists) => {}
                Err(refused) => return Err(refused),
            }
        }
        Err(Refused::Exists)
    }
}

/// What is known already.
pub(super) fn known(shared: Vec<Shared>) -> Arc<OnceLock<Vec<Shared>>> {
    Arc::new(OnceLock::from(shared))
}

/// The clock, for the name of a file.
fn moment(app: &App) -> String {
    let clock = Zone::UTC.civil(app.cursor.at);
    format!("{}T{}Z", clock.date(), clock.clock()).replace(':', "")
}

/// The same screen of what others may see, and how many events it lacks.
fn for_others(stage: &Stage, shared: &[Shared]) -> (Stage, usize) {
    let app = &stage.app;
    let public = |side: usize| shared.get(side).and_then(|shared| shared.public.clone());
    let (shown, left_out) = match app.sides() {
        Some([left, right]) => {
            let [(left, some), (right, more)] = [open(left, public(0)), open(right, public(1))];
            (left.beside(right), some + more)
        }
        None => open(app, public(0)),
    };
    let mut shown = Stage::new(shown, stage.area().width, stage.area().height);
    if app.other.as_ref().is_some_and(|other| other.left) {
        shown.act(Action::OtherSide);
    }
    shown.app.start_at(app.cursor.at);
    if left_out == 0 {
        shown.app.cursor = app.cursor;
    }
    (shown, left_out)
}

/// One incident for others.
fn open(app: &App, public: Option<(Timeline, usize)>) -> (App, usize) {
    let (timeline, left_out) = public.unwrap_or_else(|| {
        let (incident, left_out) = app.timeline.incident().clone().without_private();
        (Timeline::new(incident), left_out)
    });
    // Where a file lies on this machine is nobody's business.
    let short = |word: &str| word.rsplit('/').next().unwrap_or_default().to_owned();
    let name: Vec<String> = app.file.name.split(' ').map(short).collect();
    let name = SafeText::line(&name.join(" "));
    let file = File { report: Report::clean(&name), name };
    let mut open = App::new(file, timeline, app.settings);
    open.filter(&app.listing.text);
    open.settle();
    open.frame = Frame { sight: Sight::Painted, ..app.frame };
    open.search = Search::new(&open.timeline, &open.listing, &app.search.text, app.search.start());
    open.settle();
    open.overlay = app.overlay.clone().filter(|open| matches!(open, Overlay::Detail { .. }));
    open.play = app.play;
    (open, left_out)
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::super::args::Args;
    use super::super::input::Input;
    use super::*;
    use crate::app::Settings;
    use crate::timeline::open;

    const STORY: &str = "title: Story\nevents:\n  - {at: 2026-01-01T00:00Z, title: told}\n  - {at: \
                         2026-01-01T00:01Z, title: hushed, private: true}\n";

    fn stage() -> Stage {
        let (timeline, report) = open("story.yaml", STORY.as_bytes()).unwrap();
        let file = File { name: SafeText::line("story.yaml"), report };
        Stage::new(App::new(file, timeline, Settings::default()), 80, 24)
    }

    #[test]
    fn private_events_are_not_kept() {
        let stage = stage();
        let screen = |stage: &Stage| crate::export::text(&stage.draw());
        assert!(screen(&stage).contains("hushed"));
        let (others, left_out) = for_others(&stage, &[]);
        assert_eq!(left_out, 1);
        assert!(!screen(&others).contains("hushed"));
        assert!(screen(&others).contains("told"));
    }

    /// What is private in one file has gone into what several became.
    #[test]
    fn of_joined_files_the_picture_is_as_if_it_had_never_been() {
        let folder = std::env::temp_dir().join(format!("outage-tui-join-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let secret = "  - {at: 2026-01-01T00:01Z, title: hushed, private: true, status: {x: major_outage}, phase: started}\n";
        let told =
            "title: A\nevents:\n  - {at: 2026-01-01T00:00Z, title: told, status: {x: degraded}}\n";
        let later = "  - {at: 2026-01-01T00:05Z, title: later, status: {y: degraded}}\n";
        let files = ["a.yaml", "b.yaml"].map(|name| folder.join(name));
        let other = b"title: B\nevents:\n  - {at: 2026-01-01T00:02Z, title: other}\n";
        write_new(&files[1], other, true).unwrap();
        for all in ["--all", "--offset=b.yaml=+1s"] {
            let words = ["outage-tui", all];
            let args = Args::try_parse_from(words).unwrap();
            let shown = |text: String| {
                write_new(&files[0], text.as_bytes(), true).unwrap();
                let input = Input::new(&files, &args.view, Settings::default().words);
                let (timeline, report, shared) = input.open_shown().unwrap();
                let file = File { name: SafeText::line("a + b"), report };
                let mut stage = Stage::new(App::new(file, timeline, Settings::default()), 120, 40);
                stage.act(Action::Bottom);
                let (mut others, left_out) = for_others(&stage, &[shared]);
                others.act(Action::Bottom);
                (crate::export::text(&others.draw()), left_out)
            };
            let (with, left_out) = shown([told, secret, later].concat());
            let (without, none) = shown([told, later].concat());
            assert_eq!((left_out, none), (1, 0));
            assert_eq!(with, without, "{all}");
        }
        fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn each_picture_has_a_name_of_its_own() {
        let folder = std::env::temp_dir().join(format!("outage-tui-keep-{}", std::process::id()));
        let keeper = Keeper::new(Some(&folder.join("story.yaml")), known(vec![Shared::default()]));
        let mut stage = stage();
        stage.act(Action::Top);
        for wanted in ["story-2026-01-01T000000Z.png", "story-2026-01-01T000000Z-2.png"] {
            let said = keeper.keep(&stage);
            assert!(said.ends_with(wanted), "{said:?}");
            let path = folder.join("shots").join(wanted);
            let picture = crate::load::fetch(&path).unwrap();
            assert_eq!(&picture[1..4], b"PNG");
        }
        fs::remove_dir_all(&folder).unwrap();
    }
}
