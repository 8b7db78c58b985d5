//! `shot`: pictures of the screen, to files.

pub(super) mod form;

use std::path::{Path, PathBuf};

use super::args::{Shot, View};
use super::picture::{Desk, fit, unnamed, write_all, wrong};
use super::{environment, say_not_a_moment, warn_if_far};
use crate::app::{Action, App};
use crate::headless::Stage;
use crate::model::Phase;
use crate::text::Msg;
use form::{Form, Maker};

pub(super) fn run(shot: &Shot, options: &View) -> color_eyre::Result<u8> {
    let Some(form) = Form::of(&shot.output) else {
        return Ok(unnamed(&shot.output, Msg::ShotEnding, environment::words(options)));
    };
    let Desk { mut stage, around } = match Desk::new(&shot.picture, options) {
        Ok(desk) => desk,
        Err(code) => return Ok(code),
    };
    stage.app.frame.sight = form.sight();
    let stops = match stops(shot, &stage.app, options) {
        Ok(stops) => stops,
        Err(code) => return Ok(code),
    };
    let (scale, embed_fonts) = (shot.picture.scale.unwrap_or(2), shot.picture.embed_fonts);
    let maker = Maker { form, scale, embed_fonts, around };
    let mut made = Vec::new();
    for stop in stops {
        stop.place.into_iter().for_each(|place| go(&mut stage, place));
        fit(&mut stage, &shot.picture);
        made.push((stop.path, maker.make(&stage)?));
    }
    Ok(write_all(&shot.picture, &made, stage.app.words()))
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
        let stops: Vec<Stop> = known.map(stop).collect();
        if stops.is_empty() {
            return Err(wrong("--at-milestones", words.say(Msg::NoMilestones)));
        }
        return Ok(stops);
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
        warn_if_far(at, text, &app.timeline, options);
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
