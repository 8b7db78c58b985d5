//! One action, one change. No input, no output, no clock.

use super::jump::takes_count;
use super::{Action, App, Count, Effect, Extension, LaneOrder, Narrow, Panel, dialog, pair, play};
use crate::model::Precision;
use crate::text::Msg;

/// Changes the state by one action; what the world outside must do is returned.
pub fn update(app: &mut App, action: Action) -> Effect {
    if !matches!(action, Action::Tick(_) | Action::Laid(_) | Action::Read { .. } | Action::Look) {
        app.notice = None;
        // Who goes on does not wait for the end any more; Esc says so itself.
        if !matches!(action, Action::Back | Action::Bottom) {
            app.wait_no_longer();
        }
    }
    if let Action::Digit(digit) = action {
        type_digit(app, digit);
        return Effect::None;
    }
    let count = match action {
        Action::Tick(_) | Action::Laid(_) | Action::Read { .. } | Action::Look => None,
        // Esc takes back the number, and nothing else.
        Action::Back if app.count.take().is_some() => return Effect::None,
        _ => app.count.take(),
    };
    if let Some(count) = count.filter(|_| takes_count(action)) {
        app.frame.focus = count.focus_before;
    }
    let times = count.map_or(1, |count| count.number.max(1));
    let effect = apply(app, action, times);
    pair::follow(app);
    effect
}

fn apply(app: &mut App, action: Action, times: u32) -> Effect {
    let n = i64::from(times);
    match action {
        Action::Down => app.walk(n),
        Action::Up => app.walk(-n),
        Action::HalfDown => app.walk(app.half_page() * n),
        Action::HalfUp => app.walk(-app.half_page() * n),
        Action::PageDown => app.walk(app.page() * n),
        Action::PageUp => app.walk(-app.page() * n),
        Action::Top => app.go_end(false),
        Action::Bottom => app.go_end(true),
        Action::Select(row) => app.stand_on(row),
        Action::Jump(jump) => app.jump(jump, times as usize),
        Action::GoTo(phase) => {
            app.overlay = None;
            app.go_to_milestone(phase);
        }
        Action::ClockBy(cells) => app.move_clock(i64::from(cells) * n),
        Action::ClockTo(at) => app.set_clock(at),
        Action::NextHit => app.next_hit(n),
        Action::PreviousHit => app.next_hit(-n),
        Action::ZoomIn => app.zoom(n),
        Action::ZoomOut => app.zoom(-n),
        Action::ZoomFit => app.frame.zoom = 0,
        Action::PlayPause => play::toggle(app),
        Action::Faster => app.play.pace = app.play.pace.faster(),
        Action::Slower => app.play.pace = app.play.pace.slower(),
        Action::Tick(millis) => {
            forget_count(app, millis);
            play::tick(app, millis);
        }
        Action::Scroll(panel, lines) => app.scroll(panel, i64::from(lines)),
        Action::Laid(extent) => app.lay(extent),
        Action::Type(c) => dialog::edit(app, |line| line.insert(c)),
        Action::Edit(change) => dialog::edit(app, |line| line.edit(change)),
        Action::Accept => return dialog::accept(app),
        Action::Quit => return Effect::Quit,
        Action::Back if app.shelved && app.is_bare() => return Effect::Leave,
        Action::ToShelf if app.shelved => return Effect::Leave,
        Action::ToShelf => app.say(Msg::NoticeNoShelf),
        Action::Redraw => return Effect::Redraw,
        Action::Suspend => return Effect::Suspend,
        Action::Copy => return copy(app),
        Action::Picture => return picture(app),
        Action::Mouse => return mouse(app),
        other => frame(app, other),
    }
    Effect::None
}

/// Gives the mouse to the terminal, or takes it.
fn mouse(app: &mut App) -> Effect {
    app.settings.mouse = !app.settings.mouse;
    Effect::Mouse(app.settings.mouse)
}

/// A picture of a beginning would pass for the whole.
fn picture(app: &mut App) -> Effect {
    if app.extension == Extension::Whole {
        return Effect::Picture;
    }
    let why = if app.loading().is_some() { Msg::LoadingPicture } else { Msg::LoadingFailed };
    app.say(why);
    Effect::None
}

fn copy(app: &mut App) -> Effect {
    let Some(text) = app.selected_as_text() else { return Effect::None };
    app.say(Msg::NoticeCopied);
    Effect::Copy(text)
}

/// Actions on what is looked at and how.
fn frame(app: &mut App, action: Action) {
    match action {
        Action::Focus(panel) => app.frame.focus = panel,
        Action::FocusNext => turn_focus(app, 1),
        Action::FocusPrevious => turn_focus(app, Panel::ALL.len() - 1),
        Action::OtherSide => pair::swap(app),
        Action::PanelZoom => app.frame.alone = !app.frame.alone,
        Action::NextClock => {
            app.settings.clock = app.settings.clock.next();
            app.say(app.settings.clock.label());
        }
        Action::LaneOrder => {
            app.settings.order = match app.settings.order {
                LaneOrder::File => LaneOrder::Worst,
                LaneOrder::Worst => LaneOrder::File,
            }
        }
        Action::NextLang => app.settings.words.lang = app.settings.words.lang.next(),
        Action::NextTheme => {
            app.settings.theme = app.settings.theme.next();
            app.say_of(Msg::NoticeTheme, app.settings.theme.label());
        }
        Action::Read { events, bytes } => app.read_so_far(events, bytes),
        Action::Look => app.look(),
        Action::Open(door) => dialog::open(app, door),
        Action::Back => dialog::back(app),
        Action::ClearFilter => dialog::set_filter(app, ""),
        Action::Say(msg) => app.say(msg),
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
        count.age = 0;
        app.frame.focus = count.focus_before;
    } else {
        let focus_before = app.frame.focus;
        app.count = Some(Count { number: digit.into(), focus_before, age: 0 });
        if let Some(panel) = Panel::by_number(digit) {
            app.frame.focus = panel;
        }
    }
}

/// A number that nothing followed for a second was a panel.
fn forget_count(app: &mut App, millis: u32) {
    if let Some(count) = &mut app.count {
        count.age = count.age.saturating_add(millis);
        if count.age >= 1_000 {
            app.count = None;
        }
    }
}

impl App {
    fn next_hit(&mut self, n: i64) {
        match self.search.step(self.next_from(), self.previous_to(), n) {
            Some(row) => self.stand_on(row),
            None if self.search.is_on() => {}
            None => self.say(Msg::NoticeNoSearch),
        }
    }

    /// Whether Esc has nothing to undo.
    fn is_bare(&self) -> bool {
        self.overlay.is_none() && self.narrowed().is_none() && !self.play.running
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
        let exact = event.precision == Precision::Exact;
        let approximate = if exact { "" } else { self.words().say(Msg::Approximately) };
        let title = event.title.get(self.words().lang);
        Some(format!("{approximate}{}  {title}", event.at.rfc3339()))
    }
}
