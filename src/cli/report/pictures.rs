//! The pictures that stand beside a report: the lanes, and the screen at the incident's end.

use std::path::{Path, PathBuf};

use super::super::picture::Around;
use super::super::shot::form::Maker;
use crate::app::{Action, App, Clock, File, Panel, Settings, Theme};
use crate::export::picture::Fonts;
use crate::export::{ReportOptions, ReportPicture};
use crate::headless::Stage;
use crate::text::SafeText;
use crate::timeline::Timeline;

/// What a picture's name ends in, the panel that fills it, and the size of its screen.
const PICTURES: [(&str, Option<Panel>, (u16, u16)); 2] =
    [("lanes", Some(Panel::Lanes), (120, 24)), ("screen", None, (120, 40))];

/// A picture, where it goes, and how the report shows it.
pub(super) struct Beside {
    pub(super) path: PathBuf,
    pub(super) bytes: Vec<u8>,
    pub(super) shown: ReportPicture,
}

/// What pictures are made of.
pub(super) struct Seen<'a> {
    pub(super) file: File,
    pub(super) timeline: &'a Timeline,
    /// Of the file's bytes.
    pub(super) mark: String,
}

/// Makes them for a report at `path`: `postmortem-lanes.png` beside `postmortem.md`.
pub(super) fn beside(
    path: &Path,
    seen: &Seen,
    told: &ReportOptions,
) -> color_eyre::Result<Vec<Beside>> {
    let mut incident = seen.timeline.incident().clone();
    let all = incident.events.len();
    if !told.private {
        incident = incident.without_private();
    }
    let maker = Maker::plain(Around {
        fonts: Fonts::default(),
        framed: false,
        marks: vec![seen.mark.clone()],
        left_out: all - incident.events.len(),
    });
    let timeline = Timeline::new(incident);
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    PICTURES
        .into_iter()
        .map(|(ending, panel, size)| {
            let made = maker.make(&stage(&seen.file, &timeline, told, panel, size))?;
            let file = format!("{stem}-{ending}.png");
            let alt = made.alt.lines().collect::<Vec<_>>().join(" ");
            let shown = ReportPicture { file: SafeText::line(&file), alt: SafeText::line(&alt) };
            Ok(Beside { path: path.with_file_name(file), bytes: made.bytes, shown })
        })
        .collect()
}

fn stage(
    file: &File,
    timeline: &Timeline,
    told: &ReportOptions,
    panel: Option<Panel>,
    size: (u16, u16),
) -> Stage {
    let settings = Settings {
        words: told.words,
        theme: Theme::Light,
        clock: Clock::Local,
        local: told.zone,
        ..Settings::default()
    };
    let file = File { name: file.name.clone(), report: file.report.clone() };
    let mut stage = Stage::new(App::new(file, timeline.clone(), settings), size.0, size.1);
    if let Some(panel) = panel {
        stage.act(Action::Focus(panel));
        stage.act(Action::PanelZoom);
    }
    stage.act(Action::Bottom);
    stage
}
