//! One action, one change. No input, no output, no clock.

use super::jump::takes_count;
use super::{
    Action, App, Count, Door, Effect, Extent, Filter, LaneOrder, Line, Listing, Narrow, Overlay,
    Panel, Search, entries, play,
};
use crate::text::Msg;

/// Changes the state by one action; what the world outside must do is returned.
pub fn update(app: &mut App, action: Action) -> Effect {
    if let Action::Digit(digit) = action {
        type_digit(app, digit);
        return Effect::None;
    }
    let count = match action {
        Action::Tick(_) | Action::Laid(_) => None,
        _ => app.count.take(),
    };
    if let Some(count) = count.filter(|_| takes_count(action)) {
        app.frame.focus = count.focus_before;
    }
    let times = count.map_or(1, |count| count.number.max(1));
    apply(app, action, times)
}

fn apply(app: &mut App, action: Action, times: u32) -> Effect {
    match action {
        Action::Down => app.walk(i64::from(times)),
        Action::Up => app.walk(-i64::from(times)),
        Action::HalfDown => app.walk(app.page() / 2 * i64::from(times)),
        Action::HalfUp => app.walk(-app.page() / 2 * i64::from(times)),
        Action::PageDown => app.walk(app.page() * i64::from(times)),
        Action::PageUp => app.walk(-app.page() * i64::from(times)),
        Action::Top => app.go_end(false),
        Action::Bottom => app.go_end(true),
        Action::Select(row) => app.stand_on(row),
        Action::Jump(jump) => app.jump(jump, times as usize),
        Action::GoTo(phase) => {
            app.overlay = None;
            if let Some(milestone) = app.timeline.milestone(phase) {
                app.go_to(milestone.at);
            }
        }
        Action::ClockBy(cells) => app.move_clock(i64::from(cells) * i64::from(times)),
        Action::ClockTo(at) => app.set_clock(at),
        Action::NextHit => app.next_hit(i64::from(times)),
        Action::PreviousHit => app.next_hit(-i64::from(times)),
        Action::ZoomIn => app.zoom(times as i8),
        Action::ZoomOut => app.zoom(-(times as i8)),
        Action::ZoomFit => app.frame.zoom = 0,
        Action::PlayPause => play::toggle(app),
        Action::Faster => app.play.pace = app.play.pace.faster(),
        Action::Slower => app.play.pace = app.play.pace.slower(),
        Action::Tick(millis) => play::tick(app, millis),
        Action::Scroll(panel, lines) => app.scroll(panel, i64::from(lines)),
        Action::Laid(extent) => lay(app, extent),
        Action::Type(c) => edit(app, |line| line.insert(c)),
        Action::Edit(change) => edit(app, |line| line.edit(change)),
        Action::Quit => return Effect::Quit,
        Action::Redraw => return Effect::Redraw,
        Action::Accept => return accept(app),
        Action::Copy => return app.selected_as_text().map_or(Effect::None, Effect::Copy),
        Action::Mouse => {
            app.settings.mouse = !app.settings.mouse;
            return Effect::Mouse(app.settings.mouse);
        }
        other => frame(app, other),
    }
    Effect::None
}

/// Actions on what is looked at and how.
fn frame(app: &mut App, action: Action) {
    match action {
        Action::Focus(panel) => app.frame.focus = panel,
        Action::FocusNext => turn_focus(app, 1),
        Action::FocusPrevious => turn_focus(app, Panel::ALL.len() - 1),
        Action::PanelZoom => app.frame.alone = !app.frame.alone,
        Action::NextClock => app.settings.clock = app.settings.clock.next(),
        Action::LaneOrder => {
            app.settings.order = match app.settings.order {
                LaneOrder::File => LaneOrder::Worst,
                LaneOrder::Worst => LaneOrder::File,
            }
        }
        Action::NextLang => app.settings.words.lang = app.settings.words.lang.next(),
        Action::NextTheme => app.settings.theme = app.settings.theme.next(),
        Action::Open(door) => open(app, door),
        Action::Back => back(app),
        Action::ClearFilter => set_filter(app, ""),
        _ => {}
    }
}

fn turn_focus(app: &mut App, by: usize) {
    app.frame.focus = Panel::ALL[(app.frame.focus as usize + by) % Panel::ALL.len()];
}

/// The first digit may mean a panel and takes the focus there; a key that counts gives it back.
fn type_digit(app: &mut App, digit: u8) {
    if let Some(count) = &mut app.count {
        count.number = count.number.saturating_mul(10).saturating_add(digit.into()).min(9_999);
        app.frame.focus = count.focus_before;
    } else {
        let focus_before = app.frame.focus;
        app.count = Some(Count { number: digit.into(), focus_before });
        if let Some(panel) = Panel::by_number(digit) {
            app.frame.focus = panel;
        }
    }
}

fn open(app: &mut App, door: Door) {
    app.play.running = false;
    let from = app.mode();
    app.overlay = Some(match door {
        Door::Search => Overlay::Search { line: Line::default(), origin: app.cursor },
        Door::Filter => Overlay::Filter {
            line: Line::new(&app.listing.text),
            before: app.listing.text.clone(),
            error: None,
        },
        Door::GoTo => Overlay::GoTo,
        Door::Time => Overlay::Time { line: Line::default(), error: None },
        Door::Help => Overlay::Help { line: Line::default(), chosen: 0, from },
        Door::Problems => Overlay::Problems { scroll: 0 },
        Door::Detail => Overlay::Detail { scroll: 0 },
    });
}

fn back(app: &mut App) {
    match app.overlay.take() {
        Some(Overlay::Search { origin, .. }) => {
            app.search = Search::default();
            app.cursor = origin;
        }
        Some(Overlay::Filter { before, .. }) => set_filter(app, &before),
        Some(_) => {}
        None => match app.narrowed() {
            Some(Narrow::Panel) => app.frame.alone = false,
            Some(Narrow::Search) => app.search = Search::default(),
            Some(Narrow::Filter) => set_filter(app, ""),
            None => app.play.running = false,
        },
    }
}

fn accept(app: &mut App) -> Effect {
    match app.overlay.take() {
        Some(Overlay::Filter { line, before, error: Some(error) }) => {
            app.overlay = Some(Overlay::Filter { line, before, error: Some(error) });
        }
        Some(Overlay::Time { line, .. }) if !line.text().trim().is_empty() => {
            match app.timeline.parse_when(line.text(), app.zone(), app.cursor.at) {
                Ok(at) => app.go_to(at),
                Err(error) => app.overlay = Some(Overlay::Time { line, error: Some(error) }),
            }
        }
        Some(Overlay::Help { line, chosen, from }) => {
            if let Some(binding) = entries(line.text(), from).get(chosen) {
                return update(app, binding.action);
            }
        }
        _ => {}
    }
    Effect::None
}

/// Typing acts at once: the search jumps, the filter narrows, the list of commands shrinks.
fn edit(app: &mut App, change: impl FnOnce(&mut Line)) {
    let Some(overlay) = &mut app.overlay else { return };
    let Some(line) = overlay.line_mut() else { return };
    change(line);
    let text = line.text().to_owned();
    match overlay {
        Overlay::Search { origin, .. } => {
            let origin = *origin;
            app.search = Search::new(&app.timeline, &app.listing, &text);
            match app.search.from(origin.row) {
                Some(row) => app.stand_on(row),
                None => app.cursor = origin,
            }
        }
        Overlay::Filter { error, .. } => match Filter::parse(&text) {
            Ok(_) => {
                *error = None;
                set_filter(app, &text);
            }
            Err(fault) => *error = Some(fault),
        },
        Overlay::Help { chosen, .. } => *chosen = 0,
        Overlay::Time { error, .. } => *error = None,
        Overlay::GoTo | Overlay::Problems { .. } | Overlay::Detail { .. } => {}
    }
}

fn set_filter(app: &mut App, text: &str) {
    if let Ok(filter) = Filter::parse(text) {
        app.listing = Listing::new(&app.timeline, text, &filter);
        app.search = Search::new(&app.timeline, &app.listing, &app.search.text);
    }
}

/// What was drawn bounds what can be scrolled.
fn lay(app: &mut App, extent: Extent) {
    app.frame.extent = extent;
    for panel in Panel::ALL {
        let most = app.most(panel);
        let scroll = &mut app.frame.scroll[panel as usize];
        *scroll = (*scroll).min(most);
    }
    if let Some(scroll) = app.overlay.as_mut().and_then(Overlay::scroll_mut) {
        *scroll = (*scroll).min(extent.overlay);
    }
}

impl App {
    /// Lines down (up, where negative) in whatever has the keys.
    fn walk(&mut self, lines: i64) {
        match &mut self.overlay {
            Some(Overlay::Help { line, chosen, from }) => {
                let last = entries(line.text(), *from).len().saturating_sub(1);
                *chosen = moved(*chosen, lines).min(last);
            }
            Some(Overlay::Problems { scroll } | Overlay::Detail { scroll }) => {
                let most = usize::from(self.frame.extent.overlay);
                *scroll = moved(usize::from(*scroll), lines).min(most) as u16;
            }
            Some(_) => {}
            None => match self.frame.focus {
                Panel::Timeline | Panel::Recovery => self.step(lines),
                panel => self.scroll(panel, lines),
            },
        }
    }

    /// To the top or the bottom of whatever has the keys.
    fn go_end(&mut self, bottom: bool) {
        if matches!(self.overlay, Some(Overlay::GoTo)) {
            self.overlay = None;
        }
        if self.overlay.is_some() {
            return self.walk(if bottom { i64::from(u16::MAX) } else { -i64::from(u16::MAX) });
        }
        let rows = self.listing.rows();
        let end = if bottom { rows.last() } else { rows.first() };
        if let Some(&row) = end {
            self.stand_on(row);
        }
    }

    fn scroll(&mut self, panel: Panel, lines: i64) {
        if panel == Panel::Timeline {
            return self.step(lines);
        }
        let most = usize::from(self.most(panel));
        let scroll = &mut self.frame.scroll[panel as usize];
        *scroll = moved(usize::from(*scroll), lines).min(most) as u16;
    }

    /// How far a panel can scroll.
    fn most(&self, panel: Panel) -> u16 {
        match panel {
            Panel::Lanes => self.frame.extent.lanes,
            Panel::Services => self.frame.extent.services,
            Panel::Detail => self.frame.extent.detail,
            Panel::Recovery | Panel::Timeline => 0,
        }
    }

    /// Lines in a page of the timeline.
    fn page(&self) -> i64 {
        i64::from(self.frame.extent.page.max(2)) - 1
    }

    fn zoom(&mut self, by: i8) {
        self.frame.zoom = self.frame.zoom.saturating_add(by).clamp(-1, 16);
    }

    fn next_hit(&mut self, n: i64) {
        if let Some(row) = self.search.step(self.cursor.row, n) {
            self.stand_on(row);
        }
    }

    /// What Esc would undo.
    pub fn narrowed(&self) -> Option<Narrow> {
        if self.frame.alone {
            Some(Narrow::Panel)
        } else if self.search.is_on() {
            Some(Narrow::Search)
        } else if !self.listing.text.is_empty() {
            Some(Narrow::Filter)
        } else {
            None
        }
    }

    /// The selected event in one line, for the clipboard.
    fn selected_as_text(&self) -> Option<String> {
        let event = self.timeline.event(self.selected()?)?;
        let approximate = if event.precision == crate::model::Precision::Exact {
            ""
        } else {
            self.words().say(Msg::Approximately)
        };
        let title = event.title.get(self.words().lang);
        Some(format!("{approximate}{}  {title}", event.at.rfc3339()))
    }
}

fn moved(from: usize, by: i64) -> usize {
    let distance = usize::try_from(by.unsigned_abs()).unwrap_or(usize::MAX);
    if by < 0 { from.saturating_sub(distance) } else { from.saturating_add(distance) }
}
