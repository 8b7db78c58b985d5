//! The list of incidents as cells.
//!
//! ```text
//! ── Incidents · built in ──────────────────────── 15 incidents · newest first ──
//!   start       sev   course            TTR      svc  title
//! ▸ 2021-10-04  SEV1  ▁████████▒▒▁      7h6m      14  Facebook, WhatsApp and …
//! ── Facebook, WhatsApp and Instagram go dark ───────────────── oct-outage.yaml ──
//!   2021-10-04 21:09:00 IST · 14 services · 62 events
//!   TTD 12 min   TTA 37 min 18 s   TTM 6 h 21 min*   TTR 7 h 6 min
//!  15 incidents   median: TTD 12 min of 9   TTM …   TTR …
//!  j k move  Enter open  / search …
//! ```

mod overall;
mod rows;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::pane::{self, Edge, Pane};
use super::panel::{footer, help};
use super::paper::{Paper, Piece, blanks};
use super::styled;
use super::theme::{Palette, Role};
use super::{LEAST, is_too_small, too_small};
use crate::app::shelf::{Entry, Over};
use crate::app::{Action, Extent, Shelf};
use crate::text::Msg;
use crate::timeline::tell;

/// Where each part stands.
struct Regions {
    list: Rect,
    /// The incident that the cursor stands on.
    chosen: Rect,
    overall: Rect,
    footer: Rect,
    edge: Edge,
}

impl Regions {
    fn new(area: Rect) -> Self {
        let tall = area.height >= 30;
        let (edge, below) = if tall { (Edge::Box, 6) } else { (Edge::Rule, 3) };
        let row = |from_below| Rect { y: area.bottom() - from_below, height: 1, ..area };
        let list = Rect { height: area.height - below - 2, ..area };
        let chosen = Rect { y: list.bottom(), height: below, ..area };
        Self { list, chosen, overall: row(2), footer: row(1), edge }
    }

    /// The rows of incidents, below their heads.
    fn rows(&self) -> Rect {
        let inside = pane::inside(self.list, self.edge);
        let heads = 1.min(inside.height);
        Rect { y: inside.y + heads, height: inside.height - heads, ..inside }
    }
}

/// Draws everything.
pub fn render(shelf: &Shelf, area: Rect) -> Buffer {
    let mut buffer = blanks(area, Palette::new(shelf.settings.theme).ground());
    if !area.is_empty() {
        draw(shelf, area, Paper::new(&mut buffer, &shelf.settings));
    }
    buffer
}

/// The same on blank paper.
fn draw(shelf: &Shelf, area: Rect, mut paper: Paper) {
    if is_too_small(area, LEAST.1) {
        return too_small(shelf.words(), area, &mut paper);
    }
    let regions = Regions::new(area);
    let title = format!("{} · {}", shelf.words().say(Msg::ShelfTitle), shelf.name);
    let pane = Pane { edge: regions.edge, focused: true, title: &title, note: &note(shelf) };
    let inside = pane.draw(&mut paper, regions.list);
    rows::heads(shelf, &mut paper, Rect { height: 1, ..inside });
    rows::draw(shelf, &mut paper, regions.rows());
    chosen(shelf, &mut paper, &regions);
    overall::line(shelf, &mut paper, regions.overall);
    foot(shelf, &mut paper, regions.footer);
    match &shelf.over {
        Some(Over::Help { line, chosen, below }) => {
            let from = Over::mode(below.as_deref());
            help::draw(shelf.words(), &mut paper, area, line, *chosen, from);
        }
        Some(Over::Measures { scroll }) => overall::draw(shelf, &mut paper, area, *scroll),
        Some(Over::Search { .. }) | None => {}
    }
}

/// How much of it there is, in which order, and what is missing.
fn note(shelf: &Shelf) -> String {
    let words = shelf.words();
    let (shown, all) = (shelf.shown().len(), shelf.entries().len());
    let count = if shelf.query.trim().is_empty() {
        words.count(shown, Msg::ShelfCountOne, Msg::ShelfCountMany)
    } else {
        words.fill(Msg::Shown, &[&words.number(shown as u64), &words.number(all as u64)])
    };
    let count = match shelf.unread {
        0 => count,
        unread => words.fill(Msg::ShelfReading, &[&count, &words.number(unread as u64)]),
    };
    format!("{count} · {}", words.say(shelf.order.label()))
}

/// The incident under the cursor: its title in full, what it is, and its measures.
fn chosen(shelf: &Shelf, paper: &mut Paper, regions: &Regions) {
    let words = shelf.words();
    let entry = shelf.selected();
    let title = entry.map_or("", |entry| rows::title(entry, words));
    let file = entry.map_or("", |entry| &*entry.file);
    let pane = Pane { edge: regions.edge, focused: false, title, note: file };
    let area = pane.draw(paper, regions.chosen);
    let Some(Entry { told, .. }) = entry else { return };
    let heading = match told {
        Ok(heading) => heading,
        Err(why) => {
            let why = why.message(words);
            let lines = styled::wrapped(&why, paper.role(Role::Warning), area.width, 0);
            return styled::draw(paper, area, &lines, 0);
        }
    };
    let mut parts = vec![tell::full(heading.start, heading.zone)];
    parts.extend(heading.id.iter().map(ToString::to_string));
    parts.push(words.count(heading.services, Msg::ShelfServicesOne, Msg::ShelfServicesMany));
    parts.push(words.count(heading.events, Msg::EventsOne, Msg::EventsMany));
    parts.extend(heading.causes.iter().map(ToString::to_string));
    let what = parts.join(" · ");
    let measures: Vec<String> = heading
        .measures
        .iter()
        .map(|it| {
            format!("{} {}", words.say(tell::measure_name(it.kind)), tell::measure(*it, words))
        })
        .collect();
    let lines = [(what, Role::Dim), (measures.join("    "), Role::Text)];
    for (y, (text, role)) in (area.y..area.bottom()).zip(&lines) {
        paper.put(area.x, y, area.width, text, paper.role(*role));
    }
    if area.height > 3 {
        rows::strip(paper, heading, area.x, area.y + 3, area.width);
    }
}

/// The keys that matter here, the line that is being typed, or what is to be said.
fn foot(shelf: &Shelf, paper: &mut Paper, area: Rect) {
    let words = shelf.words();
    let opening = shelf.opening.map(|_| words.say(Msg::ShelfOpening));
    let said = shelf.notice.as_deref().or(opening);
    match (&shelf.over, said) {
        (Some(Over::Search { line, .. }), _) => {
            let shown = shelf.shown().len();
            let note = match line.text() {
                "" => words.say(Msg::ShelfForms).to_owned(),
                _ => words.count(shown, Msg::HitsOne, Msg::HitsMany),
            };
            footer::typed(paper, area, "/", line, (&note, Role::Dim));
        }
        (_, Some(text)) => {
            let room = area.width.saturating_sub(1);
            paper.put(area.x + 1, area.y, room, text, paper.role(Role::Warning));
        }
        (_, None) => {
            let mut area = area;
            if !shelf.query.is_empty() && shelf.over.is_none() {
                let query = format!("/{}", shelf.query);
                let pieces: [Piece; 1] = [(&query, paper.role(Role::Accent))];
                let used = paper.put_all(area.x + 1, area.y, area.width / 3, &pieces) + 2;
                area = Rect { x: area.x + used, width: area.width - used, ..area };
            }
            footer::hints(shelf.mode(), &shelf.settings, |_| true, paper, area);
        }
    }
}

/// How far each part can scroll on a screen of this size.
pub fn extent(shelf: &Shelf, area: Rect) -> Extent {
    if is_too_small(area, LEAST.1) {
        return Extent::default();
    }
    let (page, overlay) = match shelf.over {
        Some(Over::Measures { .. }) => (area.height - 3, overall::beyond(shelf, area)),
        _ => (Regions::new(area).rows().height, 0),
    };
    Extent { overlay_page: page, overlay, ..Extent::default() }
}

/// What a click means; nothing while something is open.
pub fn hit(shelf: &Shelf, area: Rect, column: u16, row: u16) -> Option<Action> {
    let is_free =
        !is_too_small(area, LEAST.1) && matches!(shelf.over, None | Some(Over::Search { .. }));
    let rows = is_free.then(|| Regions::new(area).rows())?;
    rows.contains(Position::new(column, row)).then_some(())?;
    let place = rows::first(shelf, rows.height) + usize::from(row - rows.y);
    (place < shelf.shown().len()).then_some(Action::Select(place))
}
