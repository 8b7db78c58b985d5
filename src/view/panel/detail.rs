//! The selected event, whole: what is known about it, its text, its sources, what it changed.

use ratatui::layout::Rect;

use super::super::pane::{Edge, Pane};
use super::super::paper::{Mark, Paper};
use super::super::styled::{self, Line};
use super::super::theme::Role;
use super::super::{Scene, markdown, stamp};
use crate::model::{Event, Known, Precision, ServiceId, Status};
use crate::text::Msg;
use crate::timeline::tell;

/// Which event it is.
pub fn note(scene: &Scene) -> String {
    let words = scene.app.words();
    let number = |n: usize| words.number(n as u64);
    scene.app.selected().map_or_else(String::new, |row| {
        words.fill(Msg::EventOf, &[&number(row + 1), &number(scene.app.timeline.len())])
    })
}

/// Draws the panel.
pub fn draw(scene: &Scene, paper: &mut Paper, area: Rect) {
    let lines = lines(scene, paper, area.width);
    let scroll = scene.app.frame.scroll[4];
    styled::draw(paper, area, &lines, scroll);
    if styled::beyond(lines.len(), area) > scroll && !area.is_empty() {
        // More follows.
        paper.clear(Rect::new(area.right() - 1, area.bottom() - 1, 1, 1));
        paper.put(area.right() - 1, area.bottom() - 1, 1, "…", paper.role(Role::Key));
    }
}

/// Lines that do not fit in the panel.
pub fn beyond(scene: &Scene, area: Rect) -> u16 {
    if area.is_empty() { 0 } else { measure(scene, area) }
}

/// Draws it over everything.
pub fn draw_full(scene: &Scene, paper: &mut Paper, area: Rect, scroll: u16) {
    paper.clear(area);
    let words = scene.app.words();
    let title = words.say(Msg::PanelDetail);
    let note = note(scene);
    let body = Rect { height: area.height - 1, ..area };
    let pane = Pane { edge: Edge::Box, focused: true, title, note: &note };
    let inside = pane.draw(paper, body);
    let text = readable(inside);
    styled::draw(paper, text, &lines(scene, paper, text.width), scroll);
    super::footer::draw(scene, paper, Rect { y: area.bottom() - 1, height: 1, ..area });
}

/// Lines that do not fit on the whole screen.
pub fn beyond_full(scene: &Scene, area: Rect) -> u16 {
    let body = Rect { height: area.height.saturating_sub(1), ..area };
    measure(scene, readable(super::super::pane::inside(body, Edge::Box)))
}

/// Lines longer than a hundred cells are hard to read.
fn readable(area: Rect) -> Rect {
    Rect { width: area.width.min(100), ..area }
}

fn measure(scene: &Scene, area: Rect) -> u16 {
    styled::beyond(usize::from(rows(scene, area.width)), area)
}

/// How many lines there are in so many columns.
pub fn rows(scene: &Scene, width: u16) -> u16 {
    let mut nothing = ratatui::buffer::Buffer::empty(Rect::default());
    let paper = Paper::new(&mut nothing, &scene.app.settings);
    lines(scene, &paper, width).len().min(usize::from(u16::MAX)) as u16
}

fn lines(scene: &Scene, paper: &Paper, width: u16) -> Vec<Line> {
    let Some(row) = scene.app.selected() else { return Vec::new() };
    let Some(event) = scene.app.timeline.event(row) else { return Vec::new() };
    let lang = scene.app.words().lang;
    let mut lines = styled::wrapped(event.title.get(lang), paper.role(Role::Title), width, 0);
    lines.extend(facts(scene, paper, &event, width));
    lines.extend(changes(scene, paper, row, &event, width));
    if scene.app.frame.glance {
        return lines;
    }
    let body = event.body.get(lang);
    if !body.trim().is_empty() {
        lines.push(Line::new());
        lines.extend(markdown::lines(body, width, paper.palette));
    }
    if !event.sources.is_empty() {
        lines.push(Line::new());
        lines.extend(sources(scene, paper, &event, width));
    }
    lines
}

/// Time (a date where no more is known), precision, kind, confidence, author, tags.
fn facts(scene: &Scene, paper: &Paper, event: &Event, width: u16) -> Vec<Line> {
    let words = scene.app.words();
    let told = |at| tell::known(at, event.precision, scene.app.zone());
    let mut parts = vec![told(event.at)];
    if let Some(until) = event.until {
        parts.push(words.fill(Msg::Until, &[&told(until)]));
    }
    parts.extend(match event.precision {
        Precision::Exact => scene.app.since_start(event.at).map(|since| since.to_string()),
        _ => stamp::since(scene.app, event),
    });
    parts.push(words.say(event.kind.label()).to_owned());
    if event.precision != Precision::Exact {
        parts.push(words.fill(Msg::Precise, &[words.say(event.precision.label())]));
    }
    if let Some(confidence) = event.confidence {
        parts.push(words.fill(Msg::ConfidenceOf, &[words.say(confidence.label())]));
    }
    if let Some(author) = &event.author {
        parts.push(words.fill(Msg::By, &[author]));
    }
    if let Some(reading) = event.recovery {
        let percent = words.digits(&format!("{}", reading.percent));
        let basis = words.say(reading.basis.label());
        parts.push(words.fill(Msg::ReadingOf, &[&percent, basis]));
    }
    if !event.tags.is_empty() {
        let tags: Vec<String> = event.tags.iter().map(|tag| format!("#{tag}")).collect();
        parts.push(tags.join(" "));
    }
    styled::wrapped(&parts.join("  ·  "), paper.role(Role::Dim), width, 0)
}

/// From a status to another, and how that is known.
type Change = (Status, Status, Known);

/// The services that it names, and what changed with it: those that changed alike stand together.
fn changes(scene: &Scene, paper: &Paper, row: usize, event: &Event, width: u16) -> Vec<Line> {
    let words = scene.app.words();
    let timeline = &scene.app.timeline;
    let mut alike: Vec<(Change, Vec<&str>)> = Vec::new();
    for &(id, status) in &event.status {
        let runs = timeline.runs(id);
        let earlier = runs.partition_point(|run| run.row() < row).checked_sub(1);
        let before = earlier.map(|index| runs[index].status).unwrap_or_default();
        let change = (before, status, event.known(id));
        let name = timeline.service(id).name.get(words.lang);
        match alike.iter_mut().find(|(known, _)| *known == change) {
            Some((_, names)) => names.push(name),
            None => alike.push((change, vec![name])),
        }
    }
    let untouched = |id: &&ServiceId| event.status.iter().all(|(changed, _)| changed != *id);
    let only_named = event.services.iter().filter(untouched);
    let named: Vec<&str> =
        only_named.map(|&id| timeline.service(id).name.get(words.lang)).collect();
    let mut lines = styled::wrapped(&named.join(", "), paper.role(Role::Text), width, 0);
    for ((before, status, known), names) in alike {
        let mut runs: Line = vec![(names.join(", "), paper.role(Role::Text))];
        if before != status {
            let text = format!("  {} {}", words.say(before.label()), paper.mark(Mark::Then));
            runs.push((text, paper.role(Role::Dim)));
        }
        let status_told = tell::status(status, known, words);
        let text = format!(" {} {status_told}", paper.glyph(status));
        runs.push((text, paper.palette.status(status)));
        lines.extend(styled::flow(&runs, width, 0));
    }
    lines
}

fn sources(scene: &Scene, paper: &Paper, event: &Event, width: u16) -> Vec<Line> {
    let words = scene.app.words();
    let mut lines = Vec::new();
    for (index, source) in event.sources.iter().enumerate() {
        let number = words.number(index as u64 + 1);
        let mut runs = vec![
            (format!("[{number}] "), paper.role(Role::Dim)),
            (source.name.to_string(), paper.role(Role::Text)),
        ];
        if let Some(url) = &source.url {
            runs.push((format!("  {url}"), paper.role(Role::Dim)));
        }
        lines.extend(styled::flow(&runs, width, 0));
    }
    lines
}
