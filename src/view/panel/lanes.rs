//! One row a service over the window of time, an axis above and the events below.
//!
//! ```text
//!              │21:00     │22:00   ▼ │23:00
//! WhatsApp    ▁▁▁▁█████████████████│███████▒▒▒▒▁▁  ■ 2 h 10 min
//! events          CI D m  A   m    ┃ R   R
//! ```

mod legend;

use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use super::super::Scene;
use super::super::paper::{Dots, Mark, Paper};
use super::super::styled;
use super::super::theme::Role;
use crate::app::{App, LaneOrder, Sight};
use crate::model::time::SinceStart;
use crate::model::{Kind, Known, Phase, ServiceId, Status};
use crate::text::{Msg, columns, width};
use crate::timeline::{Borders, Scale, ServiceNow, Tick, Worst, tell};

pub use legend::{letters, note};

/// What a painter may do about a cell of a lane: keep its bar apart from the one above, and draw
/// the clock's line over it. Cells that are painted have these in place of a slow and of a rapid
/// blinking, which nothing else here asks for.
pub const LANE: Modifier = Modifier::SLOW_BLINK;
pub const HAIR: Modifier = Modifier::RAPID_BLINK;

/// The columns of a lane's row.
struct Columns {
    name: u16,
    cells: u16,
    state: u16,
}

impl Columns {
    fn new(scene: &Scene, area: Rect) -> Self {
        let lang = scene.app.words().lang;
        let incident = scene.app.timeline.incident();
        let widest = incident.services.iter().map(|service| width(service.name.get(lang))).max();
        let label = width(scene.app.words().say(Msg::LaneEvents));
        let state = if area.width >= 100 { 14 } else { 12 };
        // Beside a hundred cells of time names have whatever is left, up to a third.
        let left = area.width.saturating_sub(100 + state + 2).min(area.width / 3);
        let most = (area.width / 5).min(15).max(area.width / 6).max(left);
        let name = widest.unwrap_or(0).max(label).min(usize::from(most)) as u16;
        let cells = area.width.saturating_sub(name + state + 2);
        Self { name, cells, state }
    }
}

/// How many columns of time there are.
pub fn time_columns(scene: &Scene, area: Rect) -> u16 {
    Columns::new(scene, area).cells
}

/// The scale of the lanes and the first column of it.
pub fn scale(scene: &Scene, area: Rect) -> (Scale, u16) {
    let columns = Columns::new(scene, area);
    (Scale::new(scene.app.window(), columns.cells), area.x + columns.name + 1)
}

/// Rows that are not services: the axis, the events, and the phases where there is room.
fn extra_rows(scene: &Scene, area: Rect) -> u16 {
    let services = count(scene.app);
    if area.height >= services.min(7) + 3 { 3 } else { 2 }
}

/// Rows that show everything: the axis, a lane for each service, the events and the phases.
pub fn rows(app: &App) -> u16 {
    count(app) + 3
}

/// Services that do not fit.
pub fn beyond(scene: &Scene, area: Rect) -> u16 {
    let room = Rect { height: area.height.saturating_sub(extra_rows(scene, area)), ..area };
    styled::beyond(usize::from(count(scene.app)), room)
}

/// The cells of a lane: what each shows, and whether it is dotted.
fn cells<'a>(
    app: &'a App,
    id: ServiceId,
    borders: &'a Borders,
) -> impl Iterator<Item = (Status, bool)> + 'a {
    let mut dots = Dots::default();
    app.timeline.lane(id, borders).map(move |worst| {
        let status = worst.map_or(Status::Unknown, Worst::status);
        (status, dots.next(status, worst.is_some_and(Worst::is_inferred)))
    })
}

pub fn draw(scene: &Scene, paper: &mut Paper, area: Rect) {
    if area.height < 2 || area.width < 30 {
        return;
    }
    let columns = Columns::new(scene, area);
    let (scale, x) = scale(scene, area);
    let borders = scene.app.timeline.borders(scale);
    axis(scene, paper, scale, x, area.y);
    let (first, all) = (scroll(scene, area), usize::from(count(scene.app)));
    let services = in_sight(scene, area);
    if services.len() < all {
        let number = |n: usize| scene.app.words().number(n as u64);
        let (first, last) = (number(first + 1), number(first + services.len()));
        let text = format!("{first}–{last} / {}", number(all));
        paper.put(area.x, area.y, columns.name, &text, paper.role(Role::Dim));
    }
    let mut y = area.y + 1;
    for now in &services {
        service(scene, paper, now, &columns, &borders, Rect { y, height: 1, ..area });
        y += 1;
    }
    events(scene, paper, &borders, x, area, y);
    if extra_rows(scene, area) == 3 {
        phases(scene, paper, scale, x, area, y + 1);
    }
    legend::draw(scene, paper, area);
}

/// The services that there is room for.
fn in_sight(scene: &Scene, area: Rect) -> Vec<ServiceNow> {
    let room = usize::from(area.height.saturating_sub(extra_rows(scene, area)));
    in_order(scene).into_iter().skip(scroll(scene, area)).take(room).collect()
}

/// How many services stand above them.
fn scroll(scene: &Scene, area: Rect) -> usize {
    usize::from(scene.app.frame.scroll[0].min(beyond(scene, area)))
}

fn in_order(scene: &Scene) -> Vec<ServiceNow> {
    let services = match scene.app.settings.order {
        LaneOrder::File => scene.moment.services.clone(),
        LaneOrder::Worst => scene.moment.worst_first(&scene.app.timeline),
    };
    let laned = with_lane(scene.app);
    services.into_iter().filter(|now| laned.binary_search(&now.id).is_ok()).collect()
}

/// The services that have a lane, by their ids: those that the filter names, or all where it names
/// none.
fn with_lane(app: &App) -> Vec<ServiceId> {
    let is_named = |id: &ServiceId| app.listing.filter().names(app.timeline.service(*id));
    let found: Vec<ServiceId> = app.timeline.services().filter(is_named).collect();
    if found.is_empty() { app.timeline.services().collect() } else { found }
}

/// How many lanes there are.
pub fn count(app: &App) -> u16 {
    with_lane(app).len().min(1_000) as u16
}

fn axis(scene: &Scene, paper: &mut Paper, scale: Scale, x: u16, y: u16) {
    let style = paper.role(Role::Dim);
    let here = scale.column(scene.app.cursor.at);
    for tick in scale.ticks(scene.app.axis(), 9) {
        let text = format!("{}{}", paper.mark(Mark::Tick), label(scene, tick));
        let taken = tick.column..tick.column + width(&text) as u16;
        // The clock's mark is never put into the middle of a label.
        let is_free = here.is_none_or(|here| !taken.contains(&here));
        if taken.end <= scale.columns && is_free {
            paper.put(x + tick.column, y, taken.end - taken.start, &text, style);
        }
    }
    if let Some(column) = here {
        paper.put(x + column, y, 1, paper.mark(Mark::Clock), paper.role(Role::Accent));
    }
}

const DAY: i64 = 86_400;
const MONTH: i64 = 28 * DAY;

/// As fine as the step asks for: `2021-12`, `10-04`, `21:10`, `21:10:07`; midnight is its date.
fn label(scene: &Scene, tick: Tick) -> String {
    if let crate::timeline::Axis::Since(zero) = scene.app.axis() {
        let since = SinceStart(tick.at.since(zero));
        return match tick.step {
            ..60 => since.to_string(),
            DAY.. => since.short().trim_end_matches("00h").to_owned(),
            _ => since.short(),
        };
    }
    let civil = scene.app.zone().civil(tick.at);
    match tick.step {
        MONTH.. => format!("{:04}-{:02}", civil.year, civil.month),
        DAY.. => civil.month_and_day(),
        _ if civil.second_of_day() == 0 => civil.month_and_day(),
        60.. => civil.short_clock(),
        _ => civil.clock(),
    }
}

fn service(
    scene: &Scene,
    paper: &mut Paper,
    now: &ServiceNow,
    columns: &Columns,
    borders: &Borders,
    row: Rect,
) {
    let app = scene.app;
    let service = app.timeline.service(now.id);
    let role = if service.counts { Role::Text } else { Role::Dim };
    let name = service.name.get(app.words().lang);
    paper.put(row.x, row.y, columns.name, name, paper.role(role));
    let x = row.x + columns.name + 1;
    strip(scene, paper, now.id, borders, x, row.y);
    let state = state(scene, paper, now, columns.state);
    let x = x + columns.cells + 1;
    paper.put(x, row.y, columns.state, &state, paper.palette.status(now.status));
}

/// The sign of a service's status, dotted as its lane is where nobody said it, and how long one that
/// is not up has been so, or that it is up.
fn state(scene: &Scene, paper: &Paper, now: &ServiceNow, room: u16) -> String {
    let inferred = now.known == Known::Inferred;
    let dot = if inferred { paper.mark(Mark::Inferred) } else { "" };
    let sign = format!("{}{dot}", paper.glyph(now.status));
    let words = scene.app.words();
    let told = match now.since {
        Some(since) if !now.status.is_up() => {
            let seconds = scene.moment.at.since(since);
            let long = tell::length(seconds, now.since_precision, words);
            let fits = columns(&sign) + 1 + columns(&long) <= room;
            if fits { long } else { tell::compact_length(seconds, now.since_precision, words) }
        }
        Some(_) => words.say(Msg::Up).to_owned(),
        None => words.say(now.status.label()).to_owned(),
    };
    format!("{sign} {told}")
}

/// The states of one service along the scale, with the clock's line.
pub fn strip(scene: &Scene, paper: &mut Paper, id: ServiceId, borders: &Borders, x: u16, y: u16) {
    let here = borders.scale.column(scene.app.cursor.at);
    let painted = scene.app.frame.sight == Sight::Painted;
    let looks = Status::ALL.map(|status| {
        let style = paper.palette.status(status);
        let style = if painted { style.add_modifier(LANE) } else { style };
        (paper.lane(status), style)
    });
    for (column, (status, dotted)) in (0..).zip(cells(scene.app, id, borders)) {
        let (bar, style) = looks[status as usize];
        let mut symbol = [0; 4];
        let bar = if dotted { paper.mark(Mark::Inferred) } else { &*bar.encode_utf8(&mut symbol) };
        let (symbol, style) = match here == Some(column) {
            true if painted => (bar, style.add_modifier(HAIR)),
            true => hair(paper, status, (bar, style)),
            false => (bar, style),
        };
        paper.set(x + column, y, symbol, style);
    }
}

/// The cell of a lane where the clock stands. A bar that leaves room above it keeps its height, on
/// a ground of its own; where cells have no such ground, a line takes its place.
fn hair<'b>(paper: &Paper, status: Status, (bar, style): (&'b str, Style)) -> (&'b str, Style) {
    let line = paper.mark(Mark::Hair);
    match paper.palette.band() {
        _ if status.fills() && !paper.ascii => (line, paper.palette.hair_over(status)),
        Some(band) => (bar, style.patch(band)),
        None => (line, style.add_modifier(Modifier::BOLD)),
    }
}

/// A letter for each cell in which something happened; of several the one that says most.
fn events(scene: &Scene, paper: &mut Paper, borders: &Borders, x: u16, area: Rect, y: u16) {
    if y >= area.bottom() {
        return;
    }
    let dim = paper.role(Role::Dim);
    paper.put(area.x, y, x - area.x, scene.app.words().say(Msg::LaneEvents), dim);
    let cells = strongest(scene.app, borders);
    let here = borders.scale.column(scene.app.cursor.at).map(usize::from);
    for (column, kind) in cells.iter().enumerate() {
        let style = if here == Some(column) { paper.role(Role::Accent) } else { dim };
        let mut letter = [0; 4];
        let text = match kind {
            Some(kind) => &*kind.letter().encode_utf8(&mut letter),
            None if here == Some(column) => paper.mark(Mark::Hair),
            None => continue,
        };
        paper.set(x + column as u16, y, text, style);
    }
}

/// For each cell the kind that says most of the shown events in it.
fn strongest(app: &App, borders: &Borders) -> Vec<Option<Kind>> {
    let mut begins: Vec<usize> = app.timeline.rows_at(borders).collect();
    // The end of the window belongs to the last cell.
    if let Some(last) = begins.last_mut() {
        *last = app.timeline.rows_until(borders.scale.window.to);
    }
    let shown = |pair: &[usize]| app.listing.from(pair[0])..app.listing.from(pair[1]);
    begins.windows(2).map(|pair| app.listing.strongest(&app.timeline, shown(pair))).collect()
}

/// The phases as stretches with their names; that of the present stands before its tick where behind it
/// there is no room.
fn phases(scene: &Scene, paper: &mut Paper, scale: Scale, x: u16, area: Rect, y: u16) {
    if y >= area.bottom() {
        return;
    }
    let words = scene.app.words();
    let dim = paper.role(Role::Dim);
    paper.put(area.x, y, x - area.x, words.say(Msg::LanePhases), dim);
    let mut marks: Vec<(u16, Phase)> = Phase::MILESTONES
        .into_iter()
        .filter_map(|phase| Some((scale.column(scene.app.timeline.milestone(phase)?.at)?, phase)))
        .collect();
    marks.sort_by_key(|(column, _)| *column);
    let (tick, mut free) = (paper.mark(Mark::Tick), 0);
    for (index, &(column, phase)) in marks.iter().enumerate() {
        let is_present = phase == scene.moment.phase;
        let end = marks.get(index + 1).map_or(scale.columns, |(next, _)| *next);
        if end == column && !is_present {
            continue;
        }
        let name = words.say(phase.label());
        let behind = format!("{tick}{name}");
        let before = column.checked_sub(columns(name)).filter(|&begin| is_present && begin >= free);
        let (begin, text) = match before {
            _ if column + columns(&behind) <= end => (column, behind),
            Some(begin) => (begin, format!("{name}{tick}")),
            None => (column, tick.to_owned()),
        };
        let style = if is_present { paper.role(Role::Accent) } else { dim };
        free = begin + paper.put(x + begin, y, columns(&text), &text, style) + 1;
    }
}
