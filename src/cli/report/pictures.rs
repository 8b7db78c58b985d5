//! The pictures that stand beside a report: the lanes, and the screen at the incident's end.

use std::path::{Path, PathBuf};

use super::super::args::View;
use super::super::environment;
use super::super::picture::{Around, settings, staged};
use super::super::seen::Seen;
use super::super::shot::form::Maker;
use crate::app::{Action, App, Panel};
use crate::export::ReportPicture;
use crate::export::picture::Fonts;
use crate::headless::Stage;
use crate::model::Phase;
use crate::text::SafeText;
use crate::view;

/// What a picture's name ends in, the panel that fills it, and the size of its screen.
const PICTURES: [(&str, Option<Panel>, (u16, u16)); 2] =
    [("lanes", Some(Panel::Lanes), (120, 40)), ("screen", None, (120, 40))];

/// A picture, where it goes, and how the report shows it.
pub(super) struct Beside {
    pub(super) path: PathBuf,
    pub(super) bytes: Vec<u8>,
    pub(super) shown: ReportPicture,
}

/// Makes them for a report at `path`: `postmortem-lanes.png` beside `postmortem.md`. They show what
/// `shot` shows of the same file.
pub(super) fn beside(path: &Path, seen: &Seen, options: &View) -> color_eyre::Result<Vec<Beside>> {
    let maker = Maker::plain(Around::of(seen, Fonts::default()));
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    PICTURES
        .into_iter()
        .map(|(ending, panel, size)| {
            let made = maker.make(&stage(seen, options, panel, size))?;
            let file = format!("{stem}-{ending}.png");
            let alt = made.alt.lines().collect::<Vec<_>>().join(" ");
            let shown = ReportPicture { file: SafeText::line(&file), alt: SafeText::line(&alt) };
            Ok(Beside { path: path.with_file_name(file), bytes: made.bytes, shown })
        })
        .collect()
}

fn stage(seen: &Seen, options: &View, panel: Option<Panel>, size: (u16, u16)) -> Stage {
    let settings = settings(options, environment::words(options));
    let app = App::new(seen.file(), seen.timeline.clone(), settings);
    let mut stage = staged(app, size, panel);
    // At its end, so that the lanes show the incident alone.
    let is_over = stage.app.timeline.milestone(Phase::Resolved).is_some();
    stage.act(if is_over { Action::GoTo(Phase::Resolved) } else { Action::Bottom });
    let rows = view::needed(&stage.app, stage.area());
    stage.resize(size.0, rows);
    stage
}
