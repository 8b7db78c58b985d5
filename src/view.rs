//! The viewer as cells of a buffer.
//!
//! [`render`] draws the whole screen from the state and nothing else; terminal, tests and
//! pictures all use it. What a drawing learns about its own size ([`extent`]) and what stands
//! under the mouse ([`hit`]) are questions of their own, answered from the same layout.
//!
//! ```text
//! ╭ header: severity, title, phase, clock ───────────────╮
//! │ lanes:    one row a service, coloured by status      │
//! │ recovery: bar, counts, phases and lengths            │
//! │ timeline                        │ services           │
//! │ detail of the selected event                         │
//! ╰ footer: keys, or the line that is being typed ───────╯
//! ```

mod hit;
mod markdown;

mod pair;
mod palette;
mod pane;
mod panel;
mod paper;
mod regions;
mod shelf;
mod stamp;
mod styled;
mod theme;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use crate::app::{App, Extent, Frame, Overlay, Panel, Theme};
use crate::text::{Msg, Words};
use crate::timeline::Moment;

pub use hit::{hit, wheel};
pub use palette::{of_256, rgb_of};
pub use paper::blanks;
pub use regions::LEAST;
pub use shelf::{extent as shelf_extent, hit as shelf_hit, render as render_shelf};

use pane::{Edge, Pane};
use paper::Paper;
use regions::{Regions, Wanted, regions};
use theme::{Palette, Role};

/// What every panel needs to draw itself.
struct Scene<'a> {
    app: &'a App,
    moment: &'a Moment,
}

/// Draws everything.
pub fn render(app: &App, area: Rect) -> Buffer {
    let mut buffer = blanks(area, Palette::new(app.settings.theme).ground());
    if !area.is_empty() {
        draw(app, area, Paper::new(&mut buffer, &app.settings));
    }
    buffer
}

/// The same on blank paper.
fn draw(app: &App, area: Rect, mut paper: Paper) {
    if is_too_small(area, least(app)) {
        return too_small(app.words(), area, &mut paper);
    }
    if app.other.is_some() {
        return pair::draw(app, &mut paper, area);
    }
    let moment = app.moment();
    let scene = Scene { app, moment: &moment };
    let regions = layout(app, area);
    panel::header::draw(&scene, &mut paper, regions.header);
    for panel in Panel::ALL {
        draw_panel(&scene, &mut paper, panel, &regions);
    }
    draw_overlay(&scene, &mut paper, &regions, area);
}

/// For the painter of a picture: what the clock's line is drawn in, and the marks of the cells that
/// it crosses and of all cells of lanes.
pub fn painted(theme: Theme) -> ((Style, Modifier), Modifier) {
    ((Palette::new(theme).role(Role::Accent), panel::lanes::HAIR), panel::lanes::LANE)
}

/// The styles of a theme's ground and of its dim text, for what is painted around a screen.
pub fn around(theme: Theme) -> (Style, Style) {
    let palette = Palette::new(theme);
    (palette.ground(), palette.role(Role::Dim))
}

fn is_too_small(area: Rect, rows: u16) -> bool {
    area.width < LEAST.0 || area.height < rows
}

/// The rows that are needed at least: a picture of one panel may be lower than a screen.
fn least(app: &App) -> u16 {
    if is_cut(app) { regions::LEAST_ALONE } else { LEAST.1 }
}

/// Whether it is a picture of one panel.
fn is_cut(app: &App) -> bool {
    app.frame.alone && app.frame.sight.is_still()
}

/// How many rows a picture of one panel takes that shows all there is, at most those of the area;
/// of the whole screen all of them.
pub fn needed(app: &App, area: Rect) -> u16 {
    if !is_cut(app) || is_too_small(area, least(app)) {
        return area.height;
    }
    let moment = app.moment();
    let scene = Scene { app, moment: &moment };
    let panel = app.frame.focus;
    let place = inside(app, &layout(app, area), panel);
    let rows = match panel {
        Panel::Lanes => panel::lanes::rows(app),
        Panel::Recovery => panel::recovery::rows_alone(&scene, place.width),
        Panel::Timeline => panel::timeline::rows(app, place.height).len() as u16,
        Panel::Services => moment.services.len().min(1_000) as u16 + 1,
        Panel::Detail => panel::detail::rows(&scene, place.width),
    };
    (area.height - place.height + rows.min(place.height)).max(regions::LEAST_ALONE)
}

/// The rows of the events that the timeline shows.
pub fn events_in_sight(app: &App, area: Rect) -> Vec<usize> {
    let place = inside(app, &layout(app, area), Panel::Timeline);
    let rows = panel::timeline::rows(app, place.height).into_iter();
    let events = rows.filter_map(|row| match row {
        panel::timeline::Row::Event(row) => Some(row),
        _ => None,
    });
    events.collect()
}

fn layout(app: &App, area: Rect) -> Regions {
    let Frame { focus, alone, sight, .. } = app.frame;
    let still = sight.is_still();
    regions(area, Wanted { focus, alone, services: panel::lanes::count(app), still })
}

fn too_small(words: Words, area: Rect, paper: &mut Paper) {
    let size = |(width, height): (u16, u16)| words.digits(&format!("{width}×{height}"));
    let needed = size(LEAST);
    let found = size((area.width, area.height));
    let text = words.fill(Msg::TooSmall, &[&needed, &found]);
    paper.put(area.x, area.y + area.height / 2, area.width, &text, paper.role(Role::Warning));
}

fn draw_panel(scene: &Scene, paper: &mut Paper, panel: Panel, regions: &Regions) {
    let area = regions.panel(panel);
    if area.is_empty() {
        return;
    }
    let inner = inside(scene.app, regions, panel);
    let name = match panel {
        Panel::Lanes => Msg::PanelLanes,
        Panel::Recovery => Msg::PanelRecovery,
        Panel::Timeline => Msg::PanelTimeline,
        Panel::Services => Msg::PanelServices,
        Panel::Detail => Msg::PanelDetail,
    };
    let title = format!("{} {}", panel.number(), scene.app.words().say(name));
    let edge = edge(scene.app, regions, panel);
    let note = match panel {
        _ if edge == Edge::None => String::new(),
        Panel::Lanes => panel::lanes::note(scene, paper, inner, pane::note_room(area, &title)),
        Panel::Recovery => panel::recovery::note(scene),
        Panel::Timeline => panel::timeline::note(scene, paper),
        Panel::Services => panel::services::note(scene, inner),
        Panel::Detail => panel::detail::note(scene),
    };
    let focused = scene.app.frame.focus == panel;
    let pane = Pane { edge, focused, title: &title, note: &note };
    let inside = pane.draw(paper, area);
    match panel {
        Panel::Lanes => panel::lanes::draw(scene, paper, inside),
        Panel::Recovery => panel::recovery::draw(scene, paper, inside),
        Panel::Timeline => panel::timeline::draw(scene, paper, inside),
        Panel::Services => panel::services::draw(scene, paper, inside),
        Panel::Detail => panel::detail::draw(scene, paper, inside),
    }
}

/// Lanes and recovery do without a frame where the screen is low, unless they are alone.
fn edge(app: &App, regions: &Regions, panel: Panel) -> Edge {
    match panel {
        Panel::Lanes | Panel::Recovery if !app.frame.alone => regions.strip_edge,
        _ => regions.edge,
    }
}

fn inside(app: &App, regions: &Regions, panel: Panel) -> Rect {
    pane::inside(regions.panel(panel), edge(app, regions, panel))
}

fn draw_overlay(scene: &Scene, paper: &mut Paper, regions: &Regions, area: Rect) {
    panel::footer::draw(scene, paper, regions.footer);
    match &scene.app.overlay {
        Some(Overlay::GoTo) => panel::goto::draw(scene, paper, area),
        Some(Overlay::Help { line, chosen, below }) => {
            let from = Overlay::mode_of(below.as_deref(), scene.app.home());
            panel::help::draw(scene.app.words(), paper, area, line, *chosen, from);
        }
        Some(Overlay::Problems { scroll }) => panel::problems::draw(scene, paper, area, *scroll),
        Some(Overlay::Detail { scroll }) => panel::detail::draw_full(scene, paper, area, *scroll),
        Some(Overlay::Search { .. } | Overlay::Filter { .. } | Overlay::Time { .. }) | None => {}
    }
}

/// How far each part can scroll on a screen of this size.
pub fn extent(app: &App, area: Rect) -> Extent {
    if is_too_small(area, least(app)) {
        return Extent::default();
    }
    let moment = app.moment();
    let scene = Scene { app, moment: &moment };
    let regions = layout(app, area);
    let place = |panel| inside(app, &regions, panel);
    let overlay = match &app.overlay {
        Some(Overlay::Problems { .. }) => panel::problems::beyond(&scene, area),
        Some(Overlay::Detail { .. }) => panel::detail::beyond_full(&scene, area),
        _ => 0,
    };
    if app.other.is_some() {
        return pair::extent(app, area, overlay);
    }
    Extent {
        pages: Panel::ALL.map(|panel| place(panel).height),
        overlay_page: area.height.saturating_sub(3),
        lane_columns: panel::lanes::time_columns(&scene, place(Panel::Lanes)),
        lanes: panel::lanes::beyond(&scene, place(Panel::Lanes)),
        services: panel::services::beyond(&scene, place(Panel::Services)),
        detail: panel::detail::beyond(&scene, place(Panel::Detail)),
        overlay,
    }
}
