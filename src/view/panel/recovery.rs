//! How far the whole has recovered, and how long each phase took.
//!
//! ```text
//! ████████░░░░░░░░░░░░░░░░  ~25 % estimate   2 of 10 back · 1 recovering · 7 down
//! started 21:09 → detected 12 min → acknowledged 25 min → mitigated – → resolved –
//! ```

use ratatui::layout::Rect;

use super::super::Scene;
use super::super::paper::{Mark, Paper, Piece};
use super::super::theme::Role;
use crate::model::{Phase, Status, Tone};
use crate::text::{Msg, width};
use crate::timeline::{Measure, MeasureKind, Recovery};

/// What the marks mean.
pub fn note(scene: &Scene) -> String {
    let known = scene.app.timeline.measures_at(scene.app.cursor.at);
    let derived = known.iter().any(|measure| measure.to.is_some_and(|end| end.derived));
    if derived { scene.app.words().say(Msg::DerivedNote).to_owned() } else { String::new() }
}

pub fn draw(scene: &Scene, paper: &mut Paper, area: Rect) {
    if area.is_empty() {
        return;
    }
    bar(scene, paper, area);
    if area.height > 1 {
        phases(scene, paper, Rect { y: area.y + 1, ..area });
    }
    if area.height > 2 {
        measures(scene, paper, Rect { y: area.y + 2, ..area });
    }
}

fn bar(scene: &Scene, paper: &mut Paper, area: Rect) {
    let words = scene.app.words();
    let Some(recovery) = scene.moment.recovery else {
        let text = words.say(Msg::NothingToRecover);
        paper.put(area.x, area.y, area.width, text, paper.role(Role::Dim));
        return;
    };
    let counts = counts(scene, area.width < 90);
    let figure = figure(scene, recovery);
    let texts = width(&figure) + counts.iter().map(|(text, _)| width(text)).sum::<usize>() + 4;
    let cells = area.width.saturating_sub(texts as u16).min(area.width * 2 / 3);
    let full = (f64::from(cells) * recovery.percent / 100.0).round() as u16;
    // Anything short of the end is drawn short of the end.
    let full = if recovery.percent < 100.0 { full.min(cells.saturating_sub(1)) } else { cells };
    let style = paper.palette.tone(tone(recovery));
    let line = paper.role(Role::Line);
    paper.repeat(area.x, area.y, full, paper.mark(Mark::Full), style);
    paper.repeat(area.x + full, area.y, cells - full, paper.mark(Mark::Empty), line);
    let mut x = area.x + cells + 1;
    x += paper.put(x, area.y, area.right().saturating_sub(x), &figure, paper.role(Role::Title)) + 2;
    let pieces: Vec<Piece> = counts
        .iter()
        .map(|(text, status)| {
            let style = status.map_or(paper.role(Role::Dim), |s| paper.palette.status(s));
            (text.as_str(), style)
        })
        .collect();
    paper.put_all(x, area.y, area.right().saturating_sub(x), &pieces);
}

fn tone(recovery: Recovery) -> Tone {
    if recovery.percent >= 100.0 { Tone::Good } else { Tone::Rising }
}

/// `~25 % estimate`; what nobody measured is marked.
fn figure(scene: &Scene, recovery: Recovery) -> String {
    let words = scene.app.words();
    let mark = if recovery.basis.is_approximate() { words.say(Msg::Approximately) } else { "" };
    let percent = words.digits(&recovery.rounded().to_string());
    format!("{mark}{percent}% {}", words.say(recovery.basis.label()))
}

/// How many services are what, each with the status it is coloured by; the short form where the
/// screen is narrow.
fn counts(scene: &Scene, short: bool) -> Vec<(String, Option<Status>)> {
    let words = scene.app.words();
    let counts = scene.moment.counts;
    let number = |n: usize| words.number(n as u64);
    let mut parts = vec![(
        words.fill(Msg::BackOf, &[&number(counts.back), &number(counts.total())]),
        Some(Status::Operational),
    )];
    for (n, msg, status) in [
        (counts.recovering, Msg::CountRecovering, Status::Recovering),
        (counts.degraded, Msg::CountDegraded, Status::Degraded),
        (counts.down, Msg::CountDown, Status::MajorOutage),
        (counts.unknown, Msg::CountUnknown, Status::Unknown),
    ] {
        if n > 0 || (!short && status != Status::Unknown) {
            parts.push((" · ".to_owned(), None));
            parts.push((words.fill(msg, &[&number(n)]), Some(status)));
        }
    }
    parts
}

/// The phases in their order, each with the length since the one before; the current one runs.
fn phases(scene: &Scene, paper: &mut Paper, area: Rect) {
    let words = scene.app.words();
    let at = scene.app.cursor.at;
    let mut pieces: Vec<(String, Role)> = Vec::new();
    let mut before = None;
    for phase in Phase::MILESTONES {
        if before.is_some() || phase != Phase::Started {
            pieces.push((format!(" {} ", paper.mark(Mark::Then)), Role::Line));
        }
        let known = scene.app.timeline.milestone(phase).filter(|m| m.at <= at);
        let name = words.say(phase.label());
        let text = match known {
            Some(milestone) => {
                let mark = if milestone.derived { "*" } else { "" };
                let length = match before {
                    Some(before) => {
                        let length = milestone.at.since(before);
                        let narrow = area.width < 100;
                        let told = if narrow {
                            words.compact_duration(length)
                        } else {
                            words.duration(length)
                        };
                        format!("+{told}")
                    }
                    None => scene.app.zone().civil(milestone.at).short_clock(),
                };
                before = Some(milestone.at);
                format!("{name}{mark} {length}")
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
    put(paper, area, &pieces);
}

/// TTD, TTA, TTM, TTR: what has not happened has no length.
fn measures(scene: &Scene, paper: &mut Paper, area: Rect) {
    let mut pieces = Vec::new();
    for measure in scene.app.timeline.measures_at(scene.app.cursor.at) {
        if !pieces.is_empty() {
            pieces.push(("    ".to_owned(), Role::Dim));
        }
        let role = if measure.seconds().is_some() { Role::Text } else { Role::Dim };
        pieces.push((measure_text(scene, measure), role));
    }
    put(paper, area, &pieces);
}

fn measure_text(scene: &Scene, measure: Measure) -> String {
    let words = scene.app.words();
    let name = match measure.kind {
        MeasureKind::Detect => Msg::Ttd,
        MeasureKind::Acknowledge => Msg::Tta,
        MeasureKind::Mitigate => Msg::Ttm,
        MeasureKind::Resolve => Msg::Ttr,
    };
    let length = match measure.seconds() {
        Some(seconds) => {
            let sign = if seconds < 0 { "-" } else { "" };
            let mark = if measure.is_derived() { "*" } else { "" };
            format!("{sign}{}{mark}", words.duration(seconds))
        }
        None => "–".to_owned(),
    };
    format!("{} {length}", words.say(name))
}

fn put(paper: &mut Paper, area: Rect, pieces: &[(String, Role)]) {
    let pieces: Vec<Piece> =
        pieces.iter().map(|(text, role)| (text.as_str(), paper.role(*role))).collect();
    paper.put_all(area.x, area.y, area.width, &pieces);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Basis;

    #[test]
    fn a_figure_that_is_not_there_yet_is_not_drawn_as_whole() {
        let recovery = Recovery { percent: 99.9, basis: Basis::Computed, read_at: None };
        assert_eq!(tone(recovery), Tone::Rising);
        assert_eq!(recovery.rounded(), 99);
    }
}
