//! What all incidents that are shown have in common: a line, and a table over everything.

use ratatui::layout::Rect;

use crate::app::Shelf;
use crate::text::{Msg, Words, columns, pad, width};
use crate::timeline::{Heading, Overall, Spread, tell};
use crate::view::pane::{self, Edge, Pane};
use crate::view::paper::Paper;
use crate::view::styled::{self, Line};
use crate::view::theme::Role;

/// The medians, in the row above the keys; before them what is missing.
pub fn line(shelf: &Shelf, paper: &mut Paper, area: Rect) {
    let words = shelf.words();
    let overall = shelf.overall();
    let mut parts: Vec<(String, Role)> = Vec::new();
    let unreadable = shelf.entries().iter().filter(|entry| entry.told.is_err()).count();
    if unreadable > 0 {
        let text = words.count(unreadable, Msg::ShelfUnreadableOne, Msg::ShelfUnreadableMany);
        parts.push((text, Role::Warning));
    }
    if overall.open > 0 {
        let open = words.number(overall.open as u64);
        parts.push((words.fill(Msg::ShelfOpen, &[&open]), Role::Text));
    }
    if shelf.planned > 0 {
        let text = words.count(shelf.planned, Msg::ShelfPlannedOne, Msg::ShelfPlannedMany);
        parts.push((text, Role::Dim));
    }
    let medians = overall.spreads.iter().filter_map(|it| median(it, words));
    parts.extend(medians.enumerate().map(|(index, median)| match index {
        0 => (words.fill(Msg::ShelfMedian, &[&median]), Role::Dim),
        _ => (median, Role::Dim),
    }));
    let mut x = area.x + 1;
    for (text, role) in &parts {
        // What does not fit is left out whole; the overlay has everything.
        if x + columns(text) <= area.right() {
            x += paper.put(x, area.y, area.right() - x, text, paper.role(*role)) + 3;
        }
    }
}

/// `TTD 12m* of 9`.
fn median(spread: &Spread, words: Words) -> Option<String> {
    let seconds = spread.median?;
    let (sign, mark) = (if seconds < 0 { "-" } else { "" }, if spread.derived { "*" } else { "" });
    let length = format!("{sign}{}{mark}", words.compact_duration(seconds));
    let name = words.say(tell::measure_name(spread.kind));
    Some(words.fill(Msg::ShelfMedianOf, &[name, &length, &words.number(spread.known as u64)]))
}

fn length(seconds: i64, derived: bool, words: Words) -> String {
    format!("{}{}", words.signed_duration(seconds), if derived { "*" } else { "" })
}

pub fn draw(shelf: &Shelf, paper: &mut Paper, area: Rect, scroll: u16) {
    let words = shelf.words();
    let popup = place(area);
    paper.clear(popup);
    let title = words.say(Msg::OverallTitle);
    let incidents = shelf.overall().incidents;
    let note = words.count(incidents, Msg::ShelfCountOne, Msg::ShelfCountMany);
    let pane = Pane { edge: Edge::Box, focused: true, title, note: &note };
    let inside = pane.draw(paper, popup);
    styled::draw(paper, inside, &lines(shelf, paper), scroll);
}

/// Lines that do not fit.
pub fn beyond(shelf: &Shelf, area: Rect) -> u16 {
    let mut nothing = ratatui::buffer::Buffer::empty(Rect::default());
    let paper = Paper::new(&mut nothing, &shelf.settings);
    styled::beyond(lines(shelf, &paper).len(), pane::inside(place(area), Edge::Box))
}

fn place(area: Rect) -> Rect {
    Rect { height: area.height.saturating_sub(1), ..area }
}

fn lines(shelf: &Shelf, paper: &Paper) -> Vec<Line> {
    let words = shelf.words();
    let overall = shelf.overall();
    let headings: Vec<&Heading> =
        shelf.shown().filter_map(|entry| entry.told.as_deref().ok()).collect();
    let mut lines = table(&measures(&overall, &headings, words), paper);
    if overall.spreads.iter().any(|spread| spread.derived) {
        let note = words.say(Msg::DerivedNote).to_owned();
        lines.push(vec![(note, paper.role(Role::Dim))]);
    }
    lines.push(Vec::new());
    if overall.knows_causes() {
        lines.extend(table(&causes(&overall, words), paper));
    } else {
        lines.push(vec![(words.say(Msg::CausesUntold).to_owned(), paper.role(Role::Dim))]);
    }
    lines
}

fn measures(overall: &Overall, headings: &[&Heading], words: Words) -> Vec<Vec<String>> {
    let heads = [Msg::ColumnMeasure, Msg::ColumnMedian, Msg::ColumnOf, Msg::ColumnLongest];
    let mut rows = vec![heads.map(|head| words.say(head).to_owned()).to_vec()];
    rows.extend(overall.spreads.iter().map(|spread| {
        let none = || "–".to_owned();
        let longest = spread.longest.and_then(|(seconds, place)| {
            let title = headings.get(place)?.title.get(words.lang);
            Some(format!("{}   {title}", words.signed_duration(seconds)))
        });
        vec![
            words.say(tell::measure_label(spread.kind)).to_owned(),
            spread.median.map_or_else(none, |median| length(median, spread.derived, words)),
            words.number(spread.known as u64),
            longest.unwrap_or_else(none),
        ]
    }));
    rows
}

fn causes(overall: &Overall, words: Words) -> Vec<Vec<String>> {
    let heads = [Msg::ColumnCause, Msg::ColumnIncidents, Msg::MedianToResolve, Msg::ColumnOf];
    let mut rows = vec![heads.map(|head| words.say(head).to_owned()).to_vec()];
    rows.extend(overall.causes.iter().map(|group| {
        let (median, known) = group.resolve;
        let untold = words.say(Msg::CauseUntold);
        vec![
            group.cause.as_deref().unwrap_or(untold).to_owned(),
            words.number(group.incidents as u64),
            median.map_or_else(|| "–".to_owned(), |median| words.signed_duration(median)),
            words.number(known as u64),
        ]
    }));
    rows
}

/// Columns under their heads.
fn table(rows: &[Vec<String>], paper: &Paper) -> Vec<Line> {
    let widest = |column: usize| {
        rows.iter().filter_map(|row| row.get(column)).map(|cell| width(cell)).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..rows.first().map_or(0, Vec::len)).map(widest).collect();
    let line = |(index, row): (usize, &Vec<String>)| {
        let last = row.len().saturating_sub(1);
        let role = if index == 0 { Role::Dim } else { Role::Text };
        let cells =
            row.iter().zip(&widths).take(last).map(|(cell, width)| pad(cell, *width) + "   ");
        let text = cells.chain(row.last().cloned()).collect::<String>();
        vec![(text, paper.role(role))]
    };
    rows.iter().enumerate().map(line).collect()
}
