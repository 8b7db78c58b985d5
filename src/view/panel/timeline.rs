//! The events in the order of time, with the days and the gaps between them.
//!
//! ```text
//!    ── 2021-10-04 ──
//!    21:09:00  T+00:00  ■ impact   Backbone          routes withdrawn      ◂ 1st symptom
//!  ▸ ~21:10    T+00:01  ■ impact   Facebook +5       all three go dark
//!             ┄ 48 min with no entry ┄
//! ```
//!
//! What lies after the clock is dimmed. The first row on the screen follows from the selected row
//! and the height alone, so the selected row never leaves the screen. In
//! a film the rows stand still and the cursor wanders, page by page.

use std::collections::VecDeque;

use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use super::super::Scene;
use super::super::paper::{Mark, Paper};
use super::super::theme::Role;
use super::super::{stamp, styled};
use crate::app::{App, Clock, Extension, Loading};
use crate::model::{Event, Kind, Phase, Time};
use crate::text::{Msg, Words, width};
use crate::timeline::{Gap, tell};

/// One row of the panel.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Row {
    /// An event, by its row in the timeline.
    Event(usize),
    /// A stretch without an entry.
    Gap(Gap),
    /// A new day begins with the event of this row.
    Day(usize),
    /// The file goes on beyond what is shown.
    More,
}

/// How many events there are, and what narrows them; while the file is read, how far that is.
pub fn note(scene: &Scene, paper: &Paper) -> String {
    let app = scene.app;
    let words = app.words();
    let number = |n: usize| words.number(n as u64);
    let shown = app.listing.rows().len();
    let place = app.listing.place(app.cursor.row).map_or(0, |place| place + 1);
    let counts = if app.listing.text.is_empty() {
        format!("{}/{}", number(place), number(shown))
    } else {
        let counts = words.fill(Msg::Shown, &[&number(shown), &number(app.timeline.len())]);
        format!("{} · {counts}", app.listing.text)
    };
    match app.extension {
        Extension::Whole => counts,
        Extension::Loading(loading) => format!("{} · {counts}", progress(words, paper, loading)),
        Extension::Incomplete => format!("{} · {counts}", words.say(Msg::LoadingIncomplete)),
    }
}

/// How far the reading is, a tenth of the file for each cell.
fn progress(words: Words, paper: &Paper, loading: Loading) -> String {
    let percent = loading.percent();
    let full = (percent / 10) as usize;
    let bar = paper.mark(Mark::Full).repeat(full) + &paper.mark(Mark::Empty).repeat(10 - full);
    let said = words.fill(Msg::LoadingShort, &[&words.number(percent)]);
    format!("{said} {bar}")
}

/// The rows that are in sight.
pub fn rows(app: &App, height: u16) -> Vec<Row> {
    let height = usize::from(height);
    let Some(place) = app.listing.place(app.cursor.row) else { return Vec::new() };
    if app.frame.film {
        return page(app, place, height);
    }
    let shown = app.listing.rows();
    let mut rows = VecDeque::from([Row::Event(shown[place])]);
    let mut above: Vec<Row> = Vec::new();
    for index in (0..=place).rev() {
        if index < place {
            above.push(Row::Event(shown[index]));
        }
        above.extend(between(app, index.checked_sub(1).map(|i| shown[i]), shown[index]));
        if above.len() >= height {
            break;
        }
    }
    let mut below: Vec<Row> = Vec::new();
    for pair in shown[place..].windows(2).take(height) {
        let mut gap: Vec<Row> = between(app, Some(pair[0]), pair[1]).collect();
        gap.reverse();
        below.extend(gap);
        below.push(Row::Event(pair[1]));
    }
    let reaches_end = place + below_events(&below) + 1 >= shown.len();
    below.extend((reaches_end && app.extension != Extension::Whole).then_some(Row::More));
    let room = height.saturating_sub(1);
    let up = above.len().min((height * 2 / 5).max(room.saturating_sub(below.len())));
    for row in &above[..up] {
        rows.push_front(*row);
    }
    rows.extend(below.into_iter().take(room - up.min(room)));
    rows.truncate(height);
    keep_day(app, rows.make_contiguous());
    rows.into()
}

/// Where there are several days, the day of the first row stands in its place, unless it is the
/// selected one or the next day begins below it.
fn keep_day(app: &App, rows: &mut [Row]) {
    let [first, second, _, ..] = rows else { return };
    let row = match *first {
        Row::Event(row) if row != app.cursor.row => row,
        Row::Gap(gap) => gap.row,
        _ => return,
    };
    if tells_days(app) && stamp::has_days(app) && !matches!(second, Row::Day(_)) {
        *first = Row::Day(row);
    }
}

fn tells_days(app: &App) -> bool {
    !matches!(app.settings.clock, Clock::SinceStart | Clock::SinceLast)
}

fn below_events(rows: &[Row]) -> usize {
    rows.iter().filter(|row| matches!(row, Row::Event(_))).count()
}

/// The page that an event is on; its last two rows are the first of the next.
fn page(app: &App, place: usize, height: usize) -> Vec<Row> {
    let shown = app.listing.rows();
    let (mut rows, mut at) = (Vec::new(), 0);
    for (index, &row) in shown.iter().enumerate() {
        let mut gap: Vec<Row> = between(app, index.checked_sub(1).map(|i| shown[i]), row).collect();
        gap.reverse();
        rows.append(&mut gap);
        if index == place {
            at = rows.len();
        }
        rows.push(Row::Event(row));
    }
    let step = height.saturating_sub(2).max(1);
    let first = (at / step * step).min(rows.len().saturating_sub(height));
    rows.into_iter().skip(first).take(height).collect()
}

/// What stands between two events that follow each other on the screen, from below.
fn between(app: &App, before: Option<usize>, after: usize) -> impl Iterator<Item = Row> {
    let gap = before.and_then(|row| {
        let gaps = app.timeline.gaps();
        gaps.binary_search_by_key(&row, |gap| gap.row).ok().map(|index| Row::Gap(gaps[index]))
    });
    let day_of = |row| app.timeline.at(row).map(|at| app.zone().day(at));
    let new_day = tells_days(app) && before.and_then(day_of) != day_of(after);
    new_day.then_some(Row::Day(after)).into_iter().chain(gap)
}

/// Where the columns of a row begin.
struct Columns {
    time: u16,
    since: u16,
    kind: u16,
    services: u16,
}

impl Columns {
    fn new(app: &App, area: Rect) -> Self {
        let words = app.words();
        let kinds = Kind::ALL.iter().map(|kind| width(words.say(kind.label()))).max();
        let relative = matches!(app.settings.clock, Clock::SinceStart | Clock::SinceLast);
        Self {
            time: if relative { 14 } else { 10 },
            since: if area.width >= 60 && !relative { 10 } else { 0 },
            kind: if area.width >= 52 { kinds.unwrap_or(0) as u16 + 3 } else { 2 },
            services: match area.width {
                ..88 => 0,
                88..116 => 18,
                _ => 24,
            },
        }
    }
}

pub fn draw(scene: &Scene, paper: &mut Paper, area: Rect) {
    let columns = Columns::new(scene.app, area);
    let rows = rows(scene.app, area.height);
    if rows.is_empty() {
        let text = scene.app.words().say(Msg::NothingShown);
        paper.put(area.x, area.y, area.width, text, paper.role(Role::Warning));
    }
    let selected = scene.app.selected();
    for (y, row) in (area.y..).zip(rows) {
        let line = Rect { y, height: 1, ..area };
        match row {
            Row::Event(row) => {
                if let Some(event) = scene.app.timeline.event(row) {
                    event_row(scene, paper, line, &columns, row, &event);
                }
                if selected == Some(row) {
                    // In a film the arrow and the dimmed rows below it say enough.
                    if !scene.app.frame.film {
                        paper.tint_row(area.x, y, area.width, paper.palette.selected());
                    }
                    paper.put(area.x, y, 1, paper.mark(Mark::Here), paper.role(Role::Accent));
                }
            }
            Row::Gap(gap) => {
                let length = tell::length(gap.seconds(), gap.precision(), scene.app.words());
                let text = scene.app.words().fill(Msg::NoEntry, &[&length]);
                let dots = paper.mark(Mark::Gap).repeat(3);
                let text = format!("{dots} {text} {dots}");
                let x = area.x + 2 + columns.time;
                let room = area.right().saturating_sub(x);
                paper.put(x, y, room, &text, paper.role(Role::Warning));
            }
            Row::Day(row) => day_row(scene, paper, line, row),
            Row::More => more_row(scene, paper, line, columns.time),
        }
    }
}

/// That the file goes on.
fn more_row(scene: &Scene, paper: &mut Paper, line: Rect, time: u16) {
    let words = scene.app.words();
    let coming = scene.app.loading().is_some();
    let text = words.say(if coming { Msg::LoadingMore } else { Msg::LoadingRest });
    let dots = paper.mark(Mark::Gap).repeat(3);
    let x = line.x + 2 + time;
    let style = paper.role(Role::Warning);
    paper.put(x, line.y, line.right().saturating_sub(x), &format!("{dots} {text} {dots}"), style);
}

fn day_row(scene: &Scene, paper: &mut Paper, line: Rect, row: usize) {
    let Some(at) = scene.app.timeline.at(row) else { return };
    let zone = scene.app.zone();
    let date = stamp::date(scene.app, at);
    let text = format!("{date}  {}", zone.abbreviation(at));
    let rule = if paper.ascii { "-" } else { "─" };
    let style = paper.role(Role::Line);
    paper.repeat(line.x + 2, line.y, line.width.saturating_sub(2), rule, style);
    let text = format!(" {text} ");
    paper.put(line.x + 4, line.y, line.width.saturating_sub(4), &text, paper.role(Role::Dim));
}

fn event_row(
    scene: &Scene,
    paper: &mut Paper,
    line: Rect,
    columns: &Columns,
    row: usize,
    event: &Event,
) {
    let app = scene.app;
    let future = event.at > app.cursor.at;
    let base = paper.role(if future { Role::Dim } else { Role::Text });
    let dim = paper.role(Role::Dim);
    let mut x = line.x + 2;
    let time = stamp::column(app, row, event);
    paper.put(x, line.y, columns.time - 1, &time, base);
    x += columns.time;
    if columns.since > 0 {
        if let Some(since) = stamp::since(app, event) {
            paper.put(x, line.y, columns.since - 1, &since, dim);
        }
        x += columns.since;
    }
    sign(paper, x, line.y, event, future);
    if columns.kind > 2 {
        let label = app.words().say(event.kind.label());
        paper.put(x + 2, line.y, columns.kind - 3, label, dim);
    }
    x += columns.kind;
    if columns.services > 0 {
        paper.put(x, line.y, columns.services - 1, &services(app, event), dim);
        x += columns.services;
    }
    let end = marks(scene, paper, line, row, x);
    title(scene, paper, Rect { x, width: end.saturating_sub(x), ..line }, event, base);
}

/// The worst status that the event sets; a dot where it sets none.
fn sign(paper: &mut Paper, x: u16, y: u16, event: &Event, future: bool) {
    let mut bytes = [0; 4];
    let worst = event.status.iter().map(|(_, status)| *status).max();
    match worst {
        Some(status) => {
            let dim = paper.role(Role::Dim);
            let style = if future { dim } else { paper.palette.status(status) };
            paper.put(x, y, 1, paper.glyph(status).encode_utf8(&mut bytes), style);
        }
        None => {
            let dot = paper.mark(Mark::Dot);
            paper.put(x, y, 1, dot, paper.role(Role::Line));
        }
    }
}

/// The first touched service, and how many more.
fn services(app: &App, event: &Event) -> String {
    let mut touched = event.touched();
    let Some(first) = touched.next() else { return String::new() };
    let name = app.timeline.service(first).name.get(app.words().lang);
    match touched.count() {
        0 => name.to_owned(),
        more => format!("{name} +{}", app.words().number(more as u64)),
    }
}

/// The part of the room that a title keeps beside cause and symptom, in fifths.
const TITLE_FIFTHS: usize = 3;

/// The cells that a title keeps beside milestones.
const TITLE_LEAST: usize = 3;

/// Milestones, cause and first symptom, at the right edge, as many as there is room for; returns
/// where they begin. The name of a moment matters more than the end of a title.
fn marks(scene: &Scene, paper: &mut Paper, line: Rect, row: usize, x: u16) -> u16 {
    let app = scene.app;
    let words = app.words();
    let milestones = app.timeline.milestones_in(row).filter(|&phase| phase != Phase::Started);
    let mut found: Vec<&str> = milestones.map(|phase| words.say(phase.label())).collect();
    let named = found.len();
    if app.timeline.last_change() == Some(row) && is_before(app, row) {
        found.push(words.say(Msg::MarkCause));
    }
    if app.timeline.first_symptom() == Some(row) {
        found.push(words.say(Msg::MarkSymptom));
    }
    let all = usize::from(line.right().saturating_sub(x));
    let text = |found: &[&str]| format!("{} {}", paper.mark(Mark::Points), found.join(", "));
    let room = |found: &[&str]| {
        if found.len() > named {
            all * (5 - TITLE_FIFTHS) / 5
        } else {
            all.saturating_sub(TITLE_LEAST + 1)
        }
    };
    while !found.is_empty() && width(&text(&found)) > room(&found) {
        // Of milestones the furthest stays the longest.
        if found.len() > named {
            found.pop()
        } else {
            Some(found.remove(0))
        };
    }
    if found.is_empty() {
        return line.right();
    }
    let text = text(&found);
    paper.put_right(x, line.right(), line.y, &text, paper.role(Role::Accent)) - 1
}

/// Whether a change comes before what it may have led to: the first symptom, and the start.
fn is_before(app: &App, row: usize) -> bool {
    let start = app.timeline.milestone(Phase::Started).map_or(Time::MAX, |start| start.at);
    Some(row) <= app.timeline.first_symptom() && app.timeline.at(row) <= Some(start)
}

/// The title, and how long it lasted where there is room for all of that.
fn title(scene: &Scene, paper: &mut Paper, line: Rect, event: &Event, base: Style) {
    let app = scene.app;
    let style = if event.pinned { base.add_modifier(Modifier::BOLD) } else { base };
    let text = event.title.get(app.words().lang);
    let matched = paper.role(Role::Match);
    let mut pieces = styled::highlighted(text, app.search.needle(), style, matched);
    let span = event.until.map(|until| {
        let length = tell::length(until.since(event.at), event.precision, app.words());
        format!("  {}", app.words().fill(Msg::Lasting, &[&length]))
    });
    let fits = |span: &&str| width(text) + width(span) <= usize::from(line.width);
    pieces.extend(span.as_deref().filter(fits).map(|span| (span, paper.role(Role::Dim))));
    paper.put_all(line.x, line.y, line.width, &pieces);
}
