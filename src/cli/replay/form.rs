//! What a film is made as.

use std::collections::BTreeSet;
use std::path::Path;

use super::super::args::Picture;
use super::super::picture::{Desk, Made, alt, page, title};
use super::script::{GLANCE, Step};
use crate::app::Sight;
use crate::export::picture::{
    Caption, Film, Frame, Layers, Sheet, Studio, to_apng, to_gif, to_moving_svg,
};
use crate::export::to_cast;
use crate::headless::Stage;
use crate::text::Msg;
use crate::timeline::tell;

/// By the ending of the file's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Gif,
    Apng,
    Svg,
    Cast,
}

impl Form {
    pub(super) fn of(path: &Path) -> Option<Self> {
        match path.extension()?.to_str()?.to_ascii_lowercase().as_str() {
            "gif" => Some(Self::Gif),
            "apng" => Some(Self::Apng),
            "svg" => Some(Self::Svg),
            "cast" => Some(Self::Cast),
            _ => None,
        }
    }
}

/// The film of these steps; `told` hears how many are done.
pub(super) fn make(
    desk: &mut Desk,
    form: Form,
    picture: &Picture,
    steps: &[Step],
    told: impl FnMut(usize),
) -> color_eyre::Result<Made> {
    desk.stage.app.frame.film = true;
    if form == Form::Cast {
        desk.stage.app.frame.sight = Sight::Cells;
    }
    let alt = played(&mut desk.stage, steps);
    let Desk { stage, around } = desk;
    let (window, note) = (around.window(&stage.app), around.note(&stage.app));
    let (words, title) = (stage.app.words(), title(&stage.app));
    let sheet = Sheet { window: window.as_deref(), note: Some(&note) };
    let (page, scale) = (page(&stage.app), picture.scale.unwrap_or(1));
    let studio = Studio { page, fonts: &around.fonts, sheet, scale };
    let frames = steps.iter().map(|step| {
        stage.app.frame.glance = step.millis <= GLANCE;
        stage.act(step.action);
        Frame { cells: stage.draw(), millis: step.millis }
    });
    let caption = Caption { title: &title, alt: &alt, lang: words.lang.code() };
    let (bytes, missing) = match form {
        Form::Gif => {
            let film = Film::new(frames, studio, told)?;
            (to_gif(&film, &alt)?, film.missing)
        }
        Form::Apng => {
            let film = Film::new(frames, studio, told)?;
            (to_apng(&film, &alt)?, film.missing)
        }
        Form::Svg => {
            let layers = Layers::new(frames, studio, told);
            let told = to_moving_svg(&layers, &around.fonts, caption, picture.embed_fonts);
            (told.into_bytes(), layers.missing().clone())
        }
        Form::Cast => (to_cast(frames, &title, told).into_bytes(), BTreeSet::new()),
    };
    Ok(Made { bytes, alt, missing })
}

/// What is played, and how it ends.
fn played(stage: &mut Stage, steps: &[Step]) -> String {
    let mut at = |step: Option<&Step>| {
        if let Some(step) = step {
            stage.act(step.action);
        }
        tell::full(stage.app.cursor.at, stage.app.zone())
    };
    let (from, to) = (at(steps.first()), at(steps.last()));
    stage.app.words().fill(Msg::ReplayAlt, &[&from, &to]) + "\n" + &alt(stage)
}
