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
mod stamp;
mod styled;
mod theme;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::app::{App, Extent, Overlay, Panel, Theme};
use crate::text::Msg;
use crate::timeline::Moment;

pub use hit::{hit, wheel};
pub use palette::{of_256, rgb_of};
pub use regions::LEAST;

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
pub fn render(app: &App, area: Rect, buffer: &mut Buffer) {
    let area = area.intersection(buffer.area);
    if area.is_empty() {
        return;
    }
    let mut paper = Paper::new(buffer, &app.settings);
    paper.clear(area);
    if is_too_small(area) {
        return too_small(app, area, &mut paper);
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

/// The styles of a theme's ground and of its dim text, for what is painted around a screen.
pub fn around(theme: Theme) -> (Style, Style) {
    let palette = Palette::new(theme);
    (palette.ground(), palette.role(Role::Dim))
}

fn is_too_small(area: Rect) -> bool {
    area.width < LEAST.0 || area.height < LEAST.1
}

fn layout(app: &App, area: Rect) -> Regions {
    let services = app.timeline.incident().services.len().min(1_000) as u16;
    regions(area, Wanted { focus: app.frame.focus, alone: app.frame.alone, services })
}

fn too_small(app: &App, area: Rect, paper: &mut Paper) {
    let size = |(width, height): (u16, u16)| format!("{width}×{height}");
    let needed = size(LEAST);
    let found = size((area.width, area.height));
    let text = app.words().fill(Msg::TooSmall, &[&needed, &found]);
    paper.put(area.x, area.y + area.height / 2, area.width, &text, paper.role(Role::Warning));
}

fn draw_panel(scene: &Scene, paper: &mut Paper, panel: Panel, regions: &Regions) {
    let area = regions.panel(panel);
    if area.is_empty() {
        return;
    }
    let inner = inside(scene.app, regions, panel);
    let words = scene.app.words();
    let (title, note) = match panel {
        Panel::Lanes => (words.say(Msg::PanelLanes), panel::lanes::note(scene, inner)),
        Panel::Recovery => (words.say(Msg::PanelRecovery), panel::recovery::note(scene)),
        Panel::Timeline => (words.say(Msg::PanelTimeline), panel::timeline::note(scene)),
        Panel::Services => (words.say(Msg::PanelServices), panel::services::note(scene, inner)),
        Panel::Detail => (words.say(Msg::PanelDetail), panel::detail::note(scene)),
    };
    let focused = scene.app.frame.focus == panel;
    let pane = Pane {
        edge: edge(scene.app, regions, panel),
        focused,
        title: &format!("{} {title}", panel.number()),
        note: &note,
    };
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
            panel::help::draw(scene, paper, area, line, *chosen, from);
        }
        Some(Overlay::Problems { scroll }) => panel::problems::draw(scene, paper, area, *scroll),
        Some(Overlay::Detail { scroll }) => panel::detail::draw_full(scene, paper, area, *scroll),
        Some(Overlay::Search { .. } | Overlay::Filter { .. } | Overlay::Time { .. }) | None => {}
    }
}

/// How far each part can scroll on a screen of this size.
pub fn extent(app: &App, area: Rect) -> Extent {
    if is_too_small(area) {
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
        lane_columns: panel::lanes::columns(&scene, place(Panel::Lanes)),
        lanes: panel::lanes::beyond(&scene, place(Panel::Lanes)),
        services: panel::services::beyond(&scene, place(Panel::Services)),
        detail: panel::detail::beyond(&scene, place(Panel::Detail)),
        overlay,
    }
}
