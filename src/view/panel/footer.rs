//! The last rows: the keys that matter here, and what narrows the screen; or the line that is
//! being typed.

use ratatui::layout::Rect;
use ratatui::style::Modifier;

use super::super::Scene;
use super::super::paper::{Mark, Paper, Piece};
use super::super::theme::Role;
use super::lanes;
use crate::app::{
    Action, App, BINDINGS, Binding, Door, Line, Loading, Mode, Overlay, Pace, Panel, Settings,
};
use crate::text::{Msg, Words, cut_start, width};
use crate::timeline::tell;

pub fn draw(scene: &Scene, paper: &mut Paper, area: Rect) {
    if area.is_empty() {
        return;
    }
    let last = Rect { y: area.bottom() - 1, height: 1, ..area };
    if area.height > 1 {
        state(scene, paper, Rect { height: 1, ..area });
    }
    match &scene.app.overlay {
        Some(Overlay::Search { .. } | Overlay::Filter { .. } | Overlay::Time { .. }) => {
            line(scene, paper, last);
        }
        _ => match &scene.app.notice {
            Some(text) => {
                paper.put(
                    last.x + 1,
                    last.y,
                    last.width.saturating_sub(1),
                    text,
                    paper.role(Role::Warning),
                );
            }
            None if scene.app.frame.sight.is_still() => letters(scene, paper, area),
            None => keys(scene, paper, last, area.height == 1),
        },
    }
}

/// In a picture: what the letters of the lanes stand for, as many as there is room for, and how many
/// more there are; in the only row, after what narrows the screen.
fn letters(scene: &Scene, paper: &mut Paper, area: Rect) {
    let frame = scene.app.frame;
    let is_pair = scene.app.other.is_some();
    let has_lanes = !is_pair && (!frame.alone || frame.focus == Panel::Lanes);
    let mut row = Rect { y: area.bottom() - 1, height: 1, ..area };
    if area.height == 1 {
        let used = if frame.alone {
            state(scene, paper, row);
            row.width
        } else {
            brief(scene, paper, row)
        };
        row.x += used;
        row.width -= used;
    }
    let told = if has_lanes { lanes::letters(scene) } else { Vec::new() };
    let fit = fitting(&told, usize::from(row.width.saturating_sub(2)));
    let words = scene.app.words();
    let more = (fit < told.len()).then(|| words.digits(&format!("+{}", told.len() - fit)));
    let mut x = row.x + 1;
    for text in told.iter().take(fit).chain(&more) {
        x += paper.put(x, row.y, row.right() - x, text, paper.role(Role::Dim)) + GAP as u16;
    }
}

/// Between two letters and their words.
const GAP: usize = 2;

/// How many of the texts there is room for; where that is not for all, with a number behind them of
/// how many more there are.
fn fitting(texts: &[String], room: usize) -> usize {
    let ends: Vec<usize> = texts
        .iter()
        .scan(0, |end, text| {
            *end += width(text) + GAP;
            Some(*end)
        })
        .collect();
    let fits = |count: &usize| {
        let end = count.checked_sub(1).map_or(0, |last| ends[last]);
        let more = if *count < texts.len() { "+9".len() } else { 0 };
        (end + more).saturating_sub(if more == 0 { GAP } else { 0 }) <= room
    };
    (0..=texts.len()).rev().find(fits).unwrap_or_default()
}

/// The keys that matter here; in the only row, after what narrows the screen.
fn keys(scene: &Scene, paper: &mut Paper, mut row: Rect, only: bool) {
    if only && scene.app.overlay.is_none() {
        let used = brief(scene, paper, row);
        row.x += used;
        row.width -= used;
    }
    let app = scene.app;
    let is_offered = |binding: &Binding| app.shelved || binding.action != Action::ToShelf;
    hints(app.mode(), &app.settings, is_offered, paper, row);
}

/// The hints of a mode that fit, each whole, in the order of the table; `?` is always the last.
pub fn hints(
    mode: Mode,
    settings: &Settings,
    is_offered: impl Fn(&Binding) -> bool,
    paper: &mut Paper,
    area: Rect,
) {
    let mut rows: Vec<(usize, &Binding)> = BINDINGS
        .iter()
        .enumerate()
        .filter(|(_, binding)| binding.mode == mode && binding.hint.is_some())
        .filter(|(_, binding)| is_offered(binding))
        .collect();
    rows.sort_by_key(|(_, binding)| binding.hint.map(|hint| hint.rank));
    let mut room = usize::from(area.width).saturating_sub(1);
    let mut shown: Vec<(usize, String, &str)> = Vec::new();
    for (index, binding) in rows {
        let Some((keys, text)) = hint(settings, index, binding) else { continue };
        let needed = width(&keys) + width(text) + 3;
        if needed > room {
            break;
        }
        room -= needed;
        shown.push((index, keys, text));
    }
    let help = Action::Open(Door::Help);
    shown.sort_by_key(|(index, ..)| (BINDINGS[*index].action == help, *index));
    let mut x = area.x + 1;
    for (_, keys, text) in &shown {
        let pieces: [Piece; 4] = [
            (keys, paper.role(Role::Key)),
            (" ", paper.role(Role::Dim)),
            (text, paper.role(Role::Dim)),
            ("  ", paper.role(Role::Dim)),
        ];
        x += paper.put_all(x, area.y, area.right().saturating_sub(x), &pieces);
    }
}

fn hint(settings: &Settings, index: usize, binding: &Binding) -> Option<(String, &'static str)> {
    let hint = binding.hint?;
    let mut keys = binding.first_key(settings.ascii)?;
    if hint.paired {
        let partner = BINDINGS.get(index + 1)?.first_key(settings.ascii)?;
        keys = format!("{keys} {partner}");
    }
    Some((keys, settings.words.say(hint.text)))
}

/// Search, filter, playing and mouse in one row.
fn state(scene: &Scene, paper: &mut Paper, area: Rect) {
    let app = scene.app;
    let words = app.words();
    let mut parts: Vec<(String, Role)> = narrowing(app);
    let clock = words.fill(Msg::ClockIs, &[words.say(app.settings.clock.label()), &zone(app)]);
    parts.push((clock, Role::Dim));
    if app.play.running || app.play.pace != Pace::Events {
        let role = if app.play.running { Role::Accent } else { Role::Dim };
        parts.extend(pace(app, paper).map(|pace| (pace, role)));
    }
    if !app.settings.mouse {
        parts.push((words.say(Msg::MouseIsTheTerminals).to_owned(), Role::Warning));
    }
    parts.push((app.file.name.to_string(), Role::Dim));
    if let Some(count) = app.count {
        parts.insert(0, (words.digits(&count.number.to_string()), Role::Accent));
    }
    put_parts(paper, area, &parts);
}

/// The same for screens with one row: only what is not as usual.
fn brief(scene: &Scene, paper: &mut Paper, area: Rect) -> u16 {
    let app = scene.app;
    let mut parts: Vec<(String, Role)> = narrowing(app);
    if app.play.running {
        parts.extend(pace(app, paper).map(|pace| (pace, Role::Accent)));
    }
    if !app.settings.mouse {
        parts.push((app.words().say(Msg::MouseIsTheTerminals).to_owned(), Role::Warning));
    }
    let warnings = app.file.report.warnings();
    if warnings > 0 && parts.is_empty() {
        let text = app.words().count(warnings, Msg::WarningsOne, Msg::WarningsMany);
        parts.push((text, Role::Warning));
    }
    if let Some(count) = app.count {
        parts.push((app.words().digits(&count.number.to_string()), Role::Accent));
    }
    let half = Rect { width: area.width / 5 * 3, ..area };
    if parts.is_empty() { 0 } else { put_parts(paper, half, &parts) }
}

fn put_parts(paper: &mut Paper, area: Rect, parts: &[(String, Role)]) -> u16 {
    let mut x = area.x + 1;
    for (text, role) in parts {
        let room = area.right().saturating_sub(x);
        x += paper.put(x, area.y, room, text, paper.role(*role)) + 3;
    }
    (x - area.x).min(area.width)
}

/// The search with its count, and the filter.
fn narrowing(app: &App) -> Vec<(String, Role)> {
    let words = app.words();
    let number = |n: usize| words.number(n as u64);
    let mut parts = Vec::new();
    parts.extend(app.loading().map(|loading| (read(words, loading), Role::Accent)));
    if app.search.is_on() {
        let hits = so_far(number(app.search.hits().len()), app.has_all_hits());
        let count = match app.search.number(app.cursor.row) {
            Some(n) => words.fill(Msg::HitOf, &[&number(n), &hits]),
            None => hits_so_far(app),
        };
        parts.push((format!("/{} {count}", app.search.text), Role::Accent));
    }
    if !app.listing.text.is_empty() {
        let shown = so_far(number(app.listing.rows().len()), app.has_all_rows());
        let counts = words.fill(Msg::Shown, &[&shown, &number(app.timeline.len())]);
        parts.push((format!("{} · {counts}", app.listing.text), Role::Accent));
    }
    parts
}

fn zone(app: &App) -> String {
    app.zone().abbreviation(app.cursor.at)
}

/// The pace, and whether it plays: not by colour alone.
fn pace(app: &App, paper: &Paper) -> Option<String> {
    let words = app.words();
    let speed = match app.play.pace {
        Pace::Events => words.say(Msg::PaceEvents).to_owned(),
        pace => words.digits(&format!("{}×", pace.speed()?)),
    };
    let state = if app.play.running { Msg::Playing } else { Msg::Paused };
    Some(format!("{} {} {speed}", paper.mark(Mark::Playing), words.say(state)))
}

/// The prompt, the text with its cursor, and what is wrong with it or how many it finds.
fn line(scene: &Scene, paper: &mut Paper, area: Rect) {
    let app = scene.app;
    let words = app.words();
    let Some(overlay) = &app.overlay else { return };
    let Some(line) = overlay.line() else { return };
    let (prompt, note, role) = match overlay {
        Overlay::Search { .. } => ("/".to_owned(), search_note(app), Role::Dim),
        Overlay::Filter { error: Some(error), .. } => {
            (words.say(Msg::PromptFilter).to_owned(), error.say(words), Role::Warning)
        }
        Overlay::Filter { .. } => {
            (words.say(Msg::PromptFilter).to_owned(), filter_note(app), Role::Dim)
        }
        Overlay::Time { error: Some(error), .. } => {
            (words.say(Msg::PromptTime).to_owned(), tell::not_a_moment(error, words), Role::Warning)
        }
        _ => {
            let forms = words.fill(Msg::TimeForms, &[&app.zone().name()]);
            (words.say(Msg::PromptTime).to_owned(), forms, Role::Dim)
        }
    };
    let used = width(&prompt) + width(line.text()) + 5;
    let is_refused = role == Role::Warning && used + width(&note) > usize::from(area.width);
    // A reason that would be cut stands in the row above, whole.
    if let Some(y) = area.y.checked_sub(1).filter(|_| is_refused) {
        let above = Rect { y, ..area };
        paper.clear(above);
        paper.put(above.x + 1, y, above.width.saturating_sub(1), &note, paper.role(role));
        return typed(paper, area, &prompt, line, ("", role));
    }
    typed(paper, area, &prompt, line, (&note, role));
}

/// A line that is being typed, behind its prompt and before a note.
pub fn typed(paper: &mut Paper, area: Rect, prompt: &str, line: &Line, note: (&str, Role)) {
    paper.clear(area);
    let mut x = area.x + 1;
    x += paper.put(x, area.y, area.width / 3, prompt, paper.role(Role::Key));
    let (before, after) = line.halves();
    let text = paper.role(Role::Text);
    // A long line shows its end, where the typing goes on.
    let room = area.right().saturating_sub(x + 2);
    x += paper.put(x, area.y, room, &cut_start(before, usize::from(room)), text);
    let (under, rest) = split_first(after);
    let caret = text.add_modifier(Modifier::REVERSED);
    x += paper.put(x, area.y, area.right().saturating_sub(x), under, caret);
    x += paper.put(x, area.y, area.right().saturating_sub(x), rest, text) + 3;
    let (note, role) = note;
    paper.put(x, area.y, area.right().saturating_sub(x), note, paper.role(role));
}

/// What the cursor stands on: a letter, or a blank at the end.
fn split_first(text: &str) -> (&str, &str) {
    crate::text::units(text).next().map_or((" ", ""), |first| text.split_at(first.len()))
}

fn search_note(app: &App) -> String {
    let words = app.words();
    let typed = app.overlay.as_ref().and_then(Overlay::line).is_some_and(|l| !l.text().is_empty());
    if !typed {
        return words.say(Msg::SearchForms).to_owned();
    }
    let hits = words.number(app.search.hits().len() as u64);
    match app.search.number(app.cursor.row) {
        Some(n) => {
            let hits = so_far(hits, app.has_all_hits());
            words.fill(Msg::HitOf, &[&words.number(n as u64), &hits])
        }
        None => hits_so_far(app),
    }
}

/// Bytes and events that have been read.
fn read(words: Words, loading: Loading) -> String {
    let megabytes = |bytes: u64| words.digits(&format!("{:.1}", bytes as f64 / 1e6));
    let events = words.number(loading.events as u64);
    let (bytes, total) = (megabytes(loading.bytes), megabytes(loading.total));
    words.fill(Msg::LoadingRead, &[&bytes, &total, &events])
}

fn hits_so_far(app: &App) -> String {
    let hits = app.search.hits().len();
    let hits = app.words().count(hits, Msg::HitsOne, Msg::HitsMany);
    so_far(hits, app.has_all_hits())
}

/// A count that may still grow.
fn so_far(count: String, is_complete: bool) -> String {
    if is_complete { count } else { format!("{count}…") }
}

fn filter_note(app: &App) -> String {
    let words = app.words();
    if app.listing.text.is_empty() {
        return words.say(Msg::FilterForms).to_owned();
    }
    let number = |n: usize| words.number(n as u64);
    words.fill(Msg::Shown, &[&number(app.listing.rows().len()), &number(app.timeline.len())])
}

/// The footer's hints of a mode, for the rows of a popup.
pub fn rows_of(mode: Mode) -> impl Iterator<Item = &'static Binding> {
    BINDINGS.iter().filter(move |binding| binding.mode == mode && binding.hint.is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_fit_is_counted() {
        let texts = ["C cause", "I impact", "n note"].map(str::to_owned);
        for (room, fit) in [(0, 0), (10, 0), (11, 1), (20, 1), (21, 2), (24, 2), (25, 3), (80, 3)] {
            assert_eq!(fitting(&texts, room), fit, "{room}");
        }
        assert_eq!(fitting(&[], 0), 0);
    }
}
