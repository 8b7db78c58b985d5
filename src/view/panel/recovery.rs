//! How far the whole has recovered, and how long each phase took.
//!
//! ```text
//! ████████░░░░░░░░░░░░░░░░  ~25 % estimate   2 of 10 back · 1 recovering · 7 down
//! started 21:09 → detected +12 min → acknowledged +37 min → mitigated – → resolved –
//! ```

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::super::Scene;
use super::super::paper::{Mark, Paper, Piece};
use super::super::theme::Role;
use crate::model::{Phase, Status, Tone};
use crate::text::{Msg, Words, columns};
use crate::timeline::tell::{self, About};
use crate::timeline::{Measure, Recovery};

/// What the marks mean.
pub fn note(scene: &Scene) -> String {
    let known = scene.app.timeline.measures_at(scene.app.cursor.at);
    let derived = known.iter().any(|measure| measure.to.is_some_and(|end| end.derived));
    if derived { scene.app.words().say(Msg::DerivedNote).to_owned() } else { String::new() }
}

/// Rows of the panel alone: the bar, the figure, an empty one, and those of phases and measures.
pub fn rows_alone(scene: &Scene, width: u16) -> u16 {
    ABOVE + below(scene, width).len() as u16
}

/// Rows of the panel alone above the phases.
const ABOVE: u16 = 3;

/// The phases and the measures, whole, on as many rows as they take.
fn below(scene: &Scene, width: u16) -> Vec<Vec<Said>> {
    let both = [phases(scene, width), measures(scene)];
    both.iter().flat_map(|pieces| wrapped(pieces, width)).collect()
}

pub fn draw(scene: &Scene, paper: &mut Paper, area: Rect) {
    if area.is_empty() {
        return;
    }
    let is_alone = scene.app.frame.alone && area.height >= ABOVE + 2;
    if is_alone {
        alone(scene, paper, area);
    } else {
        bar(scene, paper, area);
    }
    let above = if is_alone { ABOVE } else { 1 };
    let fits = |rows: &Vec<_>| rows.len() <= usize::from(area.height - above);
    let whole = is_alone.then(|| below(scene, area.width)).filter(fits);
    // Where there is no room for all of them, each has one row.
    let rows = whole.unwrap_or_else(|| {
        let mut phases = phases(scene, area.width);
        keep_current(scene, &mut phases, area.width);
        vec![phases, measures(scene)]
    });
    for (y, row) in (area.y + above..area.bottom()).zip(&rows) {
        put(paper, Rect { y, height: 1, ..area }, row);
    }
}

/// The bar over the whole width, and its figure below.
fn alone(scene: &Scene, paper: &mut Paper, area: Rect) {
    let Some(recovery) = scene.moment.recovery else { return bar(scene, paper, area) };
    track(paper, area, recovery);
    let text = text(scene, recovery);
    let counts = counts(scene, paper, area.width.saturating_sub(columns(&text) + 2), 0);
    figure(paper, Rect { y: area.y + 1, ..area }, &text, &counts);
}

fn bar(scene: &Scene, paper: &mut Paper, area: Rect) {
    let words = scene.app.words();
    let Some(recovery) = scene.moment.recovery else {
        let text = words.say(Msg::NothingToRecover);
        paper.put(area.x, area.y, area.width, text, paper.role(Role::Dim));
        return;
    };
    let text = text(scene, recovery);
    let rest = area.width.saturating_sub(columns(&text) + 3);
    let counts = counts(scene, paper, rest, 1);
    let told: u16 = counts.iter().map(|(text, _)| columns(text)).sum();
    let cells = rest.saturating_sub(told);
    track(paper, Rect { width: cells, ..area }, recovery);
    let after = Rect { x: area.x + cells + 1, width: area.width.saturating_sub(cells + 1), ..area };
    figure(paper, after, &text, &counts);
}

/// The bar, over all of an area's first row.
fn track(paper: &mut Paper, area: Rect, recovery: Recovery) {
    let cells = area.width;
    let full = (f64::from(cells) * recovery.percent / 100.0).round() as u16;
    // Anything short of the end is drawn short of the end.
    let full = if recovery.percent < 100.0 { full.min(cells.saturating_sub(1)) } else { cells };
    let style = paper.palette.tone(tone(recovery));
    let line = paper.role(Role::Line);
    paper.repeat(area.x, area.y, full, paper.mark(Mark::Full), style);
    paper.repeat(area.x + full, area.y, cells - full, paper.mark(Mark::Empty), line);
}

/// The figure as it is told.
fn text(scene: &Scene, recovery: Recovery) -> String {
    tell::figure(recovery, scene.app.cursor.at, scene.app.zone(), scene.app.words())
}

/// The figure, and how many services are what.
fn figure(paper: &mut Paper, area: Rect, text: &str, counts: &[(String, Style)]) {
    let mut x = area.x;
    x += paper.put(x, area.y, area.width, text, paper.role(Role::Title)) + 2;
    let pieces: Vec<Piece> = counts.iter().map(|(text, style)| (text.as_str(), *style)).collect();
    paper.put_all(x, area.y, area.right().saturating_sub(x), &pieces);
}

/// How many services are what, with room for so many bars to spare: as sentences, or, where there is no
/// room, as sentences about what there is, or as signs and numbers.
fn counts(scene: &Scene, paper: &Paper, room: u16, bars: u16) -> Vec<(String, Style)> {
    let words = scene.app.words();
    let counts = scene.moment.counts;
    for (brief, bar) in [(false, 24), (true, 12)] {
        let mut sentences = Vec::new();
        for (text, status) in tell::counts(counts, words, brief) {
            if !sentences.is_empty() {
                sentences.push((" · ".to_owned(), paper.role(Role::Dim)));
            }
            sentences.push((text, paper.palette.status(status)));
        }
        let needed: u16 = sentences.iter().map(|(text, _)| columns(text)).sum();
        if needed + bars * bar <= room {
            return sentences;
        }
    }
    let number = |n: usize| words.number(n as u64);
    let back = format!("{}/{}", number(counts.back), number(counts.total()));
    [
        (back, Status::Operational),
        (number(counts.recovering), Status::Recovering),
        (number(counts.degraded), Status::Degraded),
        (number(counts.down), Status::MajorOutage),
        (number(counts.unknown), Status::Unknown),
    ]
    .into_iter()
    .filter(|(_, status)| *status != Status::Unknown || counts.unknown > 0)
    .map(|(text, status)| (format!("{}{text} ", paper.glyph(status)), paper.palette.status(status)))
    .collect()
}

fn tone(recovery: Recovery) -> Tone {
    if recovery.percent >= 100.0 { Tone::Good } else { Tone::Rising }
}

/// The phases in their order, each with the length that the measures count, or its time where they have
/// no start; those that have not begun have none.
fn phases(scene: &Scene, width: u16) -> Vec<Said> {
    let words = scene.app.words();
    let at = scene.app.cursor.at;
    let mut pieces = Vec::new();
    let measures = scene.app.timeline.measures_at(at);
    for phase in Phase::MILESTONES {
        if phase != Phase::Started {
            pieces.push(then(scene));
        }
        let known = scene.app.timeline.milestone(phase).filter(|m| m.at <= at);
        let name = words.say(phase.label());
        let text = match known {
            Some(milestone) => {
                let mark = if milestone.derived { "*" } else { "" };
                let measure = measures.iter().find(|measure| measure.kind.to() == phase);
                let length = match measure.filter(|measure| measure.from.is_some()) {
                    Some(measure) => since(words, measure, width < 100),
                    None => tell::short(milestone.at, milestone.precision, scene.app.zone()),
                };
                format!("{name}{mark} {length}").trim_end().to_owned()
            }
            None => format!("{name} –"),
        };
        let role = match known {
            _ if phase == scene.moment.phase => Role::Accent,
            Some(_) => Role::Text,
            None => Role::Dim,
        };
        pieces.push((text, role));
    }
    pieces
}

/// What stands between two phases.
fn then(scene: &Scene) -> Said {
    (format!(" {} ", Mark::Then.sign(scene.app.settings.ascii)), Role::Line)
}

/// Pieces, of which every second stands between two, on as many rows as they take.
fn wrapped(pieces: &[Said], width: u16) -> Vec<Vec<Said>> {
    let Some((first, rest)) = pieces.split_first() else { return Vec::new() };
    let (mut rows, mut row) = (Vec::new(), vec![first.clone()]);
    for pair in rest.chunks(2) {
        row.extend_from_slice(pair);
        if length(&row) > width {
            let mut next = row.split_off(row.len() - pair.len());
            next[0].0 = next[0].0.trim_start().into();
            rows.push(std::mem::replace(&mut row, next));
        }
    }
    rows.push(row);
    rows
}

fn length(pieces: &[Said]) -> u16 {
    pieces.iter().map(|(text, _)| columns(text)).sum()
}

/// Where the row is too long what has not happened yet gives way, or, near the end of the incident, what
/// was first.
fn keep_current(scene: &Scene, pieces: &mut Vec<Said>, room: u16) {
    let then = then(scene);
    let more = ("…".to_owned(), Role::Dim);
    let needed = columns(&then.0) + columns(&more.0);
    let all = pieces.len();
    let fits = |pieces: &[Said]| {
        let cut = if pieces.len() < all { needed } else { 0 };
        pieces.len() <= 2 || length(pieces) + cut <= room
    };
    if scene.moment.phase >= Phase::Mitigated {
        while !fits(pieces) {
            pieces.drain(..2);
        }
        if pieces.len() < all {
            pieces.splice(..0, [more, then]);
        }
        return;
    }
    while !fits(pieces) {
        pieces.truncate(pieces.len() - 2);
    }
    if pieces.len() < all {
        pieces.extend([then, more]);
    }
}

/// Nothing where it is not known; `+12 min`, `~+12 min`, or `+12m` where the screen is narrow.
fn since(words: Words, measure: &Measure, narrow: bool) -> String {
    let Some(seconds) = measure.seconds() else { return String::new() };
    let (about, seconds) = tell::rounded(seconds, measure.precision());
    let sign = match seconds {
        _ if about == About::LessThan => "",
        ..0 => "-",
        _ => "+",
    };
    let about = about.mark();
    let length = if narrow { words.compact_duration(seconds) } else { words.duration(seconds) };
    format!("{about}{sign}{length}")
}

/// TTD, TTA, TTM, TTR: what has not happened has no length.
fn measures(scene: &Scene) -> Vec<Said> {
    let words = scene.app.words();
    let mut pieces = Vec::new();
    for measure in scene.app.timeline.measures_at(scene.app.cursor.at) {
        if !pieces.is_empty() {
            pieces.push(("    ".to_owned(), Role::Dim));
        }
        let role = if measure.seconds().is_some() { Role::Text } else { Role::Dim };
        let name = words.say(tell::measure_name(measure.kind));
        pieces.push((format!("{name} {}", tell::measure(measure, words)), role));
    }
    pieces
}

/// A text and what it is for.
type Said = (String, Role);

fn put(paper: &mut Paper, area: Rect, pieces: &[Said]) {
    let pieces: Vec<Piece> =
        pieces.iter().map(|(text, role)| (text.as_str(), paper.role(*role))).collect();
    paper.put_all(area.x, area.y, area.width, &pieces);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Basis, Precision};

    #[test]
    fn a_figure_that_is_not_there_yet_is_not_drawn_as_whole() {
        let recovery = Recovery {
            percent: 99.9,
            basis: Basis::Computed,
            read_at: None,
            read_precision: Precision::Exact,
        };
        assert_eq!(tone(recovery), Tone::Rising);
        assert_eq!(recovery.rounded(), 99);
    }
}
