//! Where each panel stands, for any size of the screen.
//!
//! ```text
//!   narrow and low          two columns               wide
//!   header                  header (2)                header (2)
//!   lanes                   lanes                     lanes
//!   recovery                recovery                  recovery
//!   timeline                timeline │ services       timeline │ services
//!   detail                  detail                             │ detail
//!   footer                  footer (2)                footer (2)
//! ```
//!
//! What does not fit gives way in this order: the services panel (its rows stand in the lanes),
//! the second rows of header and footer, the boxes, the detail, the lanes beyond two. A panel
//! that has no place of its own takes that of the timeline while it has the focus.

use ratatui::layout::Rect;

use super::pane::Edge;
use crate::app::Panel;

/// The least screen that shows anything but one line.
pub const LEAST: (u16, u16) = (60, 16);

/// The places of the panels; those without one are empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Regions {
    pub header: Rect,
    pub lanes: Rect,
    pub recovery: Rect,
    pub timeline: Rect,
    pub services: Rect,
    pub detail: Rect,
    pub footer: Rect,
    /// The frames of the large panels.
    pub edge: Edge,
    /// The frames of lanes and recovery.
    pub strip_edge: Edge,
}

/// What the layout depends on besides the size.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wanted {
    pub focus: Panel,
    /// The focused panel alone.
    pub alone: bool,
    /// The number of lanes.
    pub services: u16,
    /// It is a picture: nobody needs to know of keys.
    pub still: bool,
}

/// The least rows of a picture of one panel.
pub const LEAST_ALONE: u16 = 7;

/// Lays out a screen of at least [`LEAST`].
pub fn regions(area: Rect, wanted: Wanted) -> Regions {
    let cut = wanted.alone && wanted.still;
    let tall = area.height >= 30 || cut;
    let bars = if tall { 2 } else { 1 };
    // Below a panel alone there is nothing to say but what the letters of the lanes mean.
    let lines = if cut && wanted.focus != Panel::Lanes { 1 } else { bars };
    let mut rest = area;
    let mut regions = Regions {
        edge: if tall { Edge::Box } else { Edge::Rule },
        strip_edge: if tall { Edge::Box } else { Edge::None },
        ..Regions::default()
    };
    regions.header = top(&mut rest, bars);
    regions.footer = bottom(&mut rest, lines);
    if wanted.alone {
        *regions.panel_mut(wanted.focus) = rest;
        return regions;
    }
    let frame = if tall { 2 } else { 0 };
    regions.lanes = top(&mut rest, lane_rows(area.height, wanted.services) + frame);
    let wide = area.width >= 160 && tall;
    // A panel of nothing would only take room from the events.
    let has_services = wanted.services > 0 || wanted.focus == Panel::Services;
    regions.recovery = top(&mut rest, 2 + u16::from(wide) + frame);
    if wide {
        let mut side = right(&mut rest, (area.width * 2 / 5).min(100));
        let services = if has_services { wanted.services + 3 } else { 0 };
        let services = services.min(side.height / 2);
        regions.services = top(&mut side, services);
        regions.detail = side;
        regions.timeline = rest;
        return regions;
    }
    regions.detail = bottom(&mut rest, detail_rows(area.height));
    if area.width >= 100 && tall && has_services {
        regions.services = right(&mut rest, (area.width * 46 / 100).min(64));
    }
    regions.timeline = rest;
    let homeless = regions.panel(wanted.focus).is_empty();
    if homeless {
        *regions.panel_mut(wanted.focus) = std::mem::take(&mut regions.timeline);
    }
    regions
}

/// Axis, services, row of events and, where there is room, the row of phases.
fn lane_rows(height: u16, services: u16) -> u16 {
    let rows = match height {
        ..18 => 2,
        18..24 => 4,
        24..36 => 5,
        36..44 => 7,
        44..52 => 10,
        _ => 16,
    };
    let extra = if height >= 36 { 3 } else { 2 };
    services.min(rows).max(1) + extra
}

fn detail_rows(height: u16) -> u16 {
    match height {
        ..20 => 0,
        20..30 => 4,
        30..36 => 5,
        36..48 => 8,
        _ => 12,
    }
}

/// Takes rows from the top of what is left.
pub fn top(rest: &mut Rect, rows: u16) -> Rect {
    let rows = rows.min(rest.height);
    let taken = Rect { height: rows, ..*rest };
    rest.y += rows;
    rest.height -= rows;
    taken
}

/// Takes rows from the bottom of what is left.
pub fn bottom(rest: &mut Rect, rows: u16) -> Rect {
    let rows = rows.min(rest.height);
    rest.height -= rows;
    Rect { y: rest.bottom(), height: rows, ..*rest }
}

fn right(rest: &mut Rect, columns: u16) -> Rect {
    let columns = columns.min(rest.width);
    rest.width -= columns;
    Rect { x: rest.right(), width: columns, ..*rest }
}

impl Regions {
    pub fn panel(&self, panel: Panel) -> Rect {
        match panel {
            Panel::Lanes => self.lanes,
            Panel::Recovery => self.recovery,
            Panel::Timeline => self.timeline,
            Panel::Services => self.services,
            Panel::Detail => self.detail,
        }
    }

    fn panel_mut(&mut self, panel: Panel) -> &mut Rect {
        match panel {
            Panel::Lanes => &mut self.lanes,
            Panel::Recovery => &mut self.recovery,
            Panel::Timeline => &mut self.timeline,
            Panel::Services => &mut self.services,
            Panel::Detail => &mut self.detail,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_size_has_a_timeline_and_no_two_panels_overlap() {
        for width in LEAST.0..210 {
            for height in LEAST.1..70 {
                let area = Rect::new(0, 0, width, height);
                for (focus, services) in
                    Panel::ALL.into_iter().flat_map(|focus| [(focus, 14), (focus, 0)])
                {
                    let wanted = Wanted { focus, alone: false, services, still: false };
                    let regions = regions(area, wanted);
                    assert!(regions.panel(focus).height >= 2, "{width}×{height} {focus:?}");
                    let mut covered = 0;
                    for panel in Panel::ALL.map(|panel| regions.panel(panel)) {
                        assert_eq!(panel.intersection(area), panel);
                        covered += u32::from(panel.height) * u32::from(panel.width);
                    }
                    let bars = [regions.header, regions.footer];
                    covered += bars.iter().map(|r| u32::from(r.height * r.width)).sum::<u32>();
                    assert_eq!(covered, u32::from(width) * u32::from(height), "{width}×{height}");
                }
            }
        }
    }
}
