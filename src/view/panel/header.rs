//! The first row: severity, title, phase, and the clock that everything follows.
//!
//! ```text
//!  SEV1  Facebook, WhatsApp and Instagram go dark    DETECTED   2021-10-04 21:21:00 IST  T+00:12:00
//!  2021-10-04-facebook · 62 events · 3 warnings (!)   for 9 min           Asia/Kolkata  15:51:00Z
//! ```

use std::ops::Range;

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::super::Scene;
use super::super::paper::{Paper, Piece};
use super::super::stamp;
use super::super::theme::Role;
use crate::model::{Phase, Tone};
use crate::text::{Msg, columns};
use crate::timeline::tell;

pub fn draw(scene: &Scene, paper: &mut Paper, area: Rect) {
    if area.is_empty() {
        return;
    }
    let app = scene.app;
    let incident = app.timeline.incident();
    let clock = clock(scene, area.width);
    let clock_at =
        paper.put_right(area.x, area.right() - 1, area.y, &clock, paper.role(Role::Accent));
    let (phase, tone) = badge(scene);
    let phase_at = clock_at.saturating_sub(columns(&phase) + 2);
    let style = paper.palette.badge(tone);
    paper.put(phase_at, area.y, clock_at - phase_at, &phase, style);
    let mut x = area.x + 1;
    if let Some(severity) = incident.severity {
        let tone = if severity.level() <= 2 { Tone::Down } else { Tone::Slow };
        let badge = format!(" {} ", severity.word());
        x += paper.put(x, area.y, phase_at.saturating_sub(x), &badge, paper.palette.badge(tone));
        x += 2;
    }
    let title = incident.title.get(app.words().lang);
    let room = phase_at.saturating_sub(x + 2);
    paper.put(x, area.y, room, title, paper.role(Role::Title));
    if area.height > 1 {
        let badge = phase_at..phase_at + columns(&phase);
        second(scene, paper, Rect { y: area.y + 1, height: 1, ..area }, badge);
    }
}

/// The time at the cursor, and T+. Where the screen is narrow the year is left out, and where it is
/// narrower or all is on one day the date, since the timeline has both.
fn clock(scene: &Scene, width: u16) -> String {
    let at = scene.app.cursor.at;
    let since = scene.moment.since_start.map(|since| format!("  {since}")).unwrap_or_default();
    let full = stamp::full(scene.app, at);
    let without = |sign| full.split_once(sign).map_or(&*full, |(_, rest)| rest);
    let told = match width {
        100.. => &full,
        80.. if stamp::has_days(scene.app) => without('-'),
        _ => without(' '),
    };
    format!("{told}{since}")
}

/// The phase; where it is over by the milestones but services are down again, that too.
pub fn badge(scene: &Scene) -> (String, Tone) {
    let words = scene.app.words();
    let phase = scene.moment.phase;
    let name = words.say(phase.label()).to_uppercase();
    let counts = scene.moment.counts;
    if phase >= Phase::Mitigated && counts.down > 0 {
        let down = words.number(counts.down as u64);
        let again = words.fill(Msg::CountDown, &[&down]).to_uppercase();
        return (format!(" {name}, {again} "), Tone::Down);
    }
    (format!(" {name} "), tone(phase))
}

/// The colour that a phase has at a glance.
fn tone(phase: Phase) -> Tone {
    match phase {
        Phase::Before => Tone::Unknown,
        Phase::Started => Tone::Down,
        Phase::Detected => Tone::Partial,
        Phase::Acknowledged => Tone::Slow,
        Phase::Mitigated => Tone::Rising,
        Phase::Resolved => Tone::Good,
    }
}

/// The file and what is in it, for how long the phase below whose badge this stands has lasted, and
/// the zone.
fn second(scene: &Scene, paper: &mut Paper, area: Rect, badge: Range<u16>) {
    let app = scene.app;
    let words = app.words();
    let dim = paper.role(Role::Dim);
    let zone = format!("{}  {}", app.zone().name(), stamp::utc(app.cursor.at));
    let zone_at = paper.put_right(area.x, area.right() - 1, area.y, &zone, dim);
    let file = file(scene, paper);
    let x = area.x + 1;
    let file_end = x + file.iter().map(|(text, _)| columns(text)).sum::<u16>();
    let mut end = badge.start.min(zone_at);
    if let Some(since) = scene.moment.phase_since {
        let text = match app.cursor.at.since(since) {
            0 => words.say(Msg::JustNow).to_owned(),
            seconds => {
                let length = tell::length(seconds, scene.moment.phase_precision, words);
                words.fill(Msg::PhaseFor, &[&length])
            }
        };
        let before = |end: u16| end.saturating_sub(columns(&text));
        // A long one ends with the badge, unless something else stands there.
        let below = before(badge.end).min(badge.start + 1).max(file_end + GAP);
        let start = below.min(before(zone_at.saturating_sub(GAP))).max(x);
        paper.put(start, area.y, zone_at.saturating_sub(start + GAP), &text, dim);
        end = start;
    }
    let pieces: Vec<Piece> = file.iter().map(|(text, style)| (text.as_str(), *style)).collect();
    paper.put_all(x, area.y, end.saturating_sub(x + GAP), &pieces);
}

/// Between what stands side by side.
const GAP: u16 = 2;

/// What the file is called, what is in it, and how much of that is doubtful.
fn file(scene: &Scene, paper: &Paper) -> Vec<(String, Style)> {
    let app = scene.app;
    let words = app.words();
    let mut parts = Vec::new();
    if let Some(id) = &app.timeline.incident().id {
        parts.push(id.to_string());
    }
    parts.push(words.count(app.timeline.len(), Msg::EventsOne, Msg::EventsMany));
    let gaps = app.timeline.gaps().len();
    if gaps > 0 {
        parts.push(words.count(gaps, Msg::GapsOne, Msg::GapsMany));
    }
    let mut pieces = vec![(parts.join(" · "), paper.role(Role::Dim))];
    let warnings = app.file.report.warnings();
    if warnings > 0 {
        let text = words.count(warnings, Msg::WarningsOne, Msg::WarningsMany);
        pieces.push((format!(" · {text}"), paper.role(Role::Warning)));
    }
    pieces
}
