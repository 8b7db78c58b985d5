//! Every service as it was at the clock, worst first.
//!
//! ```text
//! ■ WhatsApp      major outage  21:20   1 h 50 min  ▁▁██████
//! ```

use ratatui::layout::Rect;

use super::super::Scene;
use super::super::paper::Paper;
use super::super::styled;
use super::super::theme::Role;
use super::lanes;
use crate::model::{Known, Status};
use crate::text::{Msg, width};
use crate::timeline::{Borders, Scale, ServiceNow, tell};

/// How they are ordered, and which of them are in sight where not all are.
pub fn note(scene: &Scene, area: Rect) -> String {
    let words = scene.app.words();
    let order = words.say(Msg::WorstFirst);
    let starred = format!("{} · {order}", words.say(Msg::InferredNote));
    let order = if Columns::new(scene, area).starred { &starred } else { order };
    let number = |n: usize| words.number(n as u64);
    let (all, room) = (scene.moment.services.len(), usize::from(area.height.saturating_sub(1)));
    if all <= room {
        return order.to_owned();
    }
    let first = usize::from(scene.app.frame.scroll[3]).min(all - room);
    format!("{}–{} / {} · {order}", number(first + 1), number(first + room), number(all))
}

/// Services that do not fit below the headings.
pub fn beyond(scene: &Scene, area: Rect) -> u16 {
    let room = Rect { height: area.height.saturating_sub(1), ..area };
    styled::beyond(scene.moment.services.len(), room)
}

/// Where the columns begin, from the left edge; columns of no width are left out.
struct Columns {
    name: u16,
    status: u16,
    since: u16,
    down: u16,
    strip: u16,
    /// What is inferred has a star instead of the word, so that names have room.
    starred: bool,
}

impl Columns {
    fn new(scene: &Scene, area: Rect) -> Self {
        let words = scene.app.words();
        let status = Status::ALL.iter().map(|s| width(words.say(s.label()))).max().unwrap_or(0);
        let inferred = scene.moment.services.iter().filter(|now| now.known == Known::Inferred);
        let inferred = inferred.map(|now| width(&tell::status(now.status, now.known, words))).max();
        let widest = scene
            .app
            .timeline
            .incident()
            .services
            .iter()
            .map(|service| width(service.name.get(words.lang)))
            .max()
            .unwrap_or(0);
        let since = if area.width >= 41 { 7 } else { 0 };
        let down = if area.width >= 47 { 8 } else { 0 };
        let most = (widest.min(100) as u16 + 1).min(32);
        let fits = |cells: usize| 3 + cells as u16 + since + down + most <= area.width;
        let starred = inferred.is_some_and(|cells| !fits(cells.max(status)));
        let inferred = if starred { 0 } else { inferred.unwrap_or(0) };
        let status = status.max(inferred) as u16 + if starred { 2 } else { 1 };
        let spare = area.width.saturating_sub(2 + status + since + down);
        // A strip of fewer cells than four shows nothing.
        let name = most.min(spare.saturating_sub(4)).max(8);
        let rest = spare.saturating_sub(name);
        let most = if scene.app.frame.alone { rest } else { rest.min(24) };
        let strip = if rest >= 4 { most } else { 0 };
        Self { name, status, since, down, strip, starred }
    }
}

pub fn draw(scene: &Scene, paper: &mut Paper, area: Rect) {
    if area.height < 2 {
        return;
    }
    let columns = Columns::new(scene, area);
    headings(scene, paper, area, &columns);
    let room = usize::from(area.height - 1);
    let timeline = &scene.app.timeline;
    let borders = timeline.borders(Scale::new(scene.app.window(), columns.strip));
    let services = scene.moment.worst_first(timeline);
    let scroll = usize::from(scene.app.frame.scroll[3]).min(services.len().saturating_sub(room));
    for (y, now) in (area.y + 1..area.bottom()).zip(services.iter().skip(scroll)) {
        row(scene, paper, now, &columns, &borders, Rect { y, height: 1, ..area });
    }
}

fn headings(scene: &Scene, paper: &mut Paper, area: Rect, columns: &Columns) {
    let words = scene.app.words();
    let dim = paper.role(Role::Dim);
    let mut x = area.x + 2 + columns.name + columns.status;
    for (cells, msg) in [(columns.since, Msg::ColumnSince), (columns.down, Msg::ColumnDown)] {
        if cells > 0 {
            paper.put(x, area.y, cells - 1, words.say(msg), dim);
        }
        x += cells;
    }
}

fn row(
    scene: &Scene,
    paper: &mut Paper,
    now: &ServiceNow,
    columns: &Columns,
    borders: &Borders,
    line: Rect,
) {
    let app = scene.app;
    let words = app.words();
    let service = app.timeline.service(now.id);
    let style = paper.palette.status(now.status);
    let dim = paper.role(Role::Dim);
    let mut bytes = [0; 4];
    paper.put(line.x, line.y, 1, paper.glyph(now.status).encode_utf8(&mut bytes), style);
    let mut x = line.x + 2;
    let role = if service.counts { Role::Text } else { Role::Dim };
    let name = service.name.get(words.lang);
    paper.put(x, line.y, columns.name.saturating_sub(1), name, paper.role(role));
    x += columns.name;
    let room = columns.status.min(line.right().saturating_sub(x));
    let status = match now.known {
        Known::Inferred if columns.starred => format!("{}*", words.say(now.status.label())).into(),
        known => tell::status(now.status, known, words),
    };
    paper.put(x, line.y, room.saturating_sub(1), &status, style);
    x += columns.status;
    if columns.since > 0 {
        let since = now.since.map_or_else(
            || "–".to_owned(),
            |since| tell::recent(since, now.since_precision, app.cursor.at, app.zone()),
        );
        paper.put(x, line.y, columns.since - 1, &since, dim);
        x += columns.since;
    }
    if columns.down > 0 {
        let down = match now.down_seconds {
            0 => "–".to_owned(),
            seconds => tell::compact_length(seconds, now.down_precision, words),
        };
        paper.put(x, line.y, columns.down - 1, &down, dim);
        x += columns.down;
    }
    if columns.strip > 0 {
        lanes::strip(scene, paper, now.id, borders, x, line.y);
    }
}
