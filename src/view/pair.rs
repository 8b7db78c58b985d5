//! Two incidents side by side, both at the same `T+`.
//!
//! ```text
//!   wide                         narrow
//!   head      │ head             head, head
//!   recovery  │ recovery         recovery, recovery
//!   measures next to each other  measures next to each other
//!   timeline  │ timeline         timeline of the one that has the keys
//!   services  │ services
//!   footer                       footer
//! ```

use ratatui::layout::{Position, Rect};

use super::pane::{self, Edge, Pane};
use super::panel::{self, timeline::Row};
use super::paper::{Mark, Paper};
use super::regions::{Regions, bottom, top};
use super::theme::Role;
use super::{Scene, draw_overlay, stamp};
use crate::app::{Action, App, Extent, Panel};
use crate::model::Tone;
use crate::model::time::SinceStart;
use crate::text::Msg;

/// From this width on two columns stand side by side.
const WIDE: u16 = 100;
/// From this height on there are frames, and room for services.
const TALL: u16 = 30;
/// The most services that are in sight.
const SERVICES: u16 = 8;

/// Where everything stands; the first of two is the incident at the left.
struct Places {
    heads: [Rect; 2],
    recovery: [Rect; 2],
    measures: Rect,
    lists: [Rect; 2],
    services: [Rect; 2],
    footer: Rect,
    edge: Edge,
}

impl Places {
    fn new(app: &App, area: Rect) -> Self {
        let (wide, tall) = (area.width >= WIDE, area.height >= TALL);
        let mut rest = area;
        let footer = bottom(&mut rest, if tall { 2 } else { 1 });
        let edge = if tall { Edge::Box } else { Edge::Rule };
        let frame = if tall { 2 } else { 0 };
        let head = if tall { 2 } else { 1 };
        let strip = |rest: &mut Rect, rows: u16| {
            if wide { halves(top(rest, rows)) } else { [top(rest, rows), top(rest, rows)] }
        };
        let heads = strip(&mut rest, head);
        let recovery = strip(&mut rest, if wide { 2 + frame } else { 1 });
        let measures = top(&mut rest, 5 + if wide { frame } else { 0 });
        let most = |app: &App| app.timeline.incident().services.len().min(1_000) as u16;
        let services =
            app.sides().map_or(0, |sides| sides.map(most).into_iter().max().unwrap_or(0));
        let services = services.min(SERVICES).min(rest.height / 3);
        let has_services = wide && tall && services > 0;
        let below = if has_services { bottom(&mut rest, services + 1 + frame) } else { Rect::ZERO };
        let at_right = app.other.as_ref().is_some_and(|beside| beside.left);
        let lists = match (wide, at_right) {
            (true, _) => halves(rest),
            (false, false) => [rest, Rect::ZERO],
            (false, true) => [Rect::ZERO, rest],
        };
        Self { heads, recovery, measures, lists, services: halves(below), footer, edge }
    }

    fn strip_edge(&self) -> Edge {
        if self.edge == Edge::Box && self.recovery[0].height > 2 { Edge::Box } else { Edge::None }
    }

    /// The list of the incident that has the keys.
    fn list(&self, app: &App) -> Rect {
        let at_right = app.other.as_ref().is_some_and(|beside| beside.left);
        self.lists[usize::from(at_right)]
    }
}

fn halves(area: Rect) -> [Rect; 2] {
    let left = Rect { width: area.width / 2, ..area };
    [left, Rect { x: left.right(), width: area.width - left.width, ..area }]
}

/// Draws both incidents of a pair.
pub(super) fn draw(app: &App, paper: &mut Paper, area: Rect) {
    let Some(sides) = app.sides() else { return };
    let places = Places::new(app, area);
    for (index, side) in sides.into_iter().enumerate() {
        let moment = side.moment();
        let scene = Scene { app: side, moment: &moment };
        draw_side(&scene, paper, &places, index, std::ptr::eq(side, app));
    }
    panel::measures::draw(sides, paper, places.measures, places.strip_edge());
    let moment = app.moment();
    let regions = Regions { footer: places.footer, ..Regions::default() };
    draw_overlay(&Scene { app, moment: &moment }, paper, &regions, area);
}

fn draw_side(scene: &Scene, paper: &mut Paper, places: &Places, index: usize, focused: bool) {
    let words = scene.app.words();
    head(scene, paper, places.heads[index], focused);
    let strip = places.strip_edge();
    let frame = |paper: &mut Paper, area: Rect, edge: Edge, title: Msg, note: &str| {
        let pane = Pane { edge, focused, title: words.say(title), note };
        pane.draw(paper, area)
    };
    let note = panel::recovery::note(scene);
    let inside = frame(paper, places.recovery[index], strip, Msg::PanelRecovery, &note);
    panel::recovery::draw(scene, paper, inside);
    let (list, services) = (places.lists[index], places.services[index]);
    if !list.is_empty() {
        let note = panel::timeline::note(scene, paper);
        let inside = frame(paper, list, places.edge, Msg::PanelTimeline, &note);
        panel::timeline::draw(scene, paper, inside);
    }
    if !services.is_empty() {
        let note = panel::services::note(scene, pane::inside(services, places.edge));
        let inside = frame(paper, services, places.edge, Msg::PanelServices, &note);
        panel::services::draw(scene, paper, inside);
    }
}

/// What it is called and how bad it was; below, or behind where there is one row, its phase and
/// the clock.
fn head(scene: &Scene, paper: &mut Paper, area: Rect, focused: bool) {
    if area.is_empty() {
        return;
    }
    let app = scene.app;
    let incident = app.timeline.incident();
    let (phase, tone) = panel::header::badge(scene);
    let clock = match scene.moment.since_start {
        Some(since) => since.to_string(),
        None => {
            let since = SinceStart(app.cursor.at.since(app.origin()));
            app.words().fill(Msg::CompareFromFirst, &[&since.to_string()])
        }
    };
    let low = area.height < 2;
    let end = area.right().saturating_sub(1);
    let told = if low { clock } else { format!("{clock}  {}", stamp::full(app, app.cursor.at)) };
    let badge = paper.palette.badge(tone);
    let title_end = if low {
        let at = paper.put_right(area.x, end, area.y, &told, paper.role(Role::Accent));
        paper.put_right(area.x, at.saturating_sub(1), area.y, &phase, badge).saturating_sub(1)
    } else {
        let x = area.x + 3 + paper.put(area.x + 2, area.y + 1, area.width / 2, &phase, badge);
        paper.put(x, area.y + 1, end.saturating_sub(x), &told, paper.role(Role::Accent));
        end
    };
    if focused {
        paper.put(area.x, area.y, 1, paper.mark(Mark::Here), paper.role(Role::Accent));
    }
    let mut x = area.x + 2;
    if let Some(severity) = incident.severity {
        let tone = if severity.level() <= 2 { Tone::Down } else { Tone::Slow };
        let badge = paper.palette.badge(tone);
        let text = format!(" {} ", severity.word());
        x += paper.put(x, area.y, title_end.saturating_sub(x), &text, badge) + 1;
    }
    let title = incident.title.get(app.words().lang);
    let role = if focused { Role::Title } else { Role::Text };
    paper.put(x, area.y, title_end.saturating_sub(x), title, paper.role(role));
}

/// How far the parts can scroll.
pub(super) fn extent(app: &App, area: Rect, overlay: u16) -> Extent {
    let places = Places::new(app, area);
    let mut pages = [0; 5];
    let list = pane::inside(places.list(app), places.edge);
    pages[Panel::Timeline as usize] = list.height;
    let lane_columns = places.recovery[0].width;
    let overlay_page = area.height.saturating_sub(3);
    Extent { pages, overlay_page, lane_columns, overlay, ..Extent::default() }
}

/// What a click means: an event of the list that has the keys, or the keys for the other side.
pub(super) fn hit(app: &App, area: Rect, at: Position) -> Option<Action> {
    let places = Places::new(app, area);
    let list = places.list(app);
    let inside = pane::inside(list, places.edge);
    if inside.contains(at) {
        let rows = panel::timeline::rows(app, inside.height);
        return match rows.get(usize::from(at.y - inside.y)) {
            Some(Row::Event(row)) => Some(Action::Select(*row)),
            Some(Row::Gap(gap)) => Some(Action::ClockTo(gap.from)),
            _ => None,
        };
    }
    let other = places.lists.into_iter().find(|other| *other != list)?;
    other.contains(at).then_some(Action::OtherSide)
}
