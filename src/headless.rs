//! The viewer and the list before it without a terminal: actions and keys in, cells out.
//!
//! The runtime, the tests and the pictures all drive them through a [`Stage`].

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::{Action, App, Effect, Extent, Key, Shelf, update};
use crate::load::Report;
use crate::text::SafeText;
use crate::timeline::Timeline;
use crate::view;

/// The largest screen that is drawn. A terminal may claim 65,535 × 65,535 cells.
const MOST: (u16, u16) = (1_000, 500);

/// What a stage shows.
pub trait Screen {
    fn update(&mut self, action: Action) -> Effect;
    /// What a key means just now.
    fn resolve(&self, key: Key) -> Option<Action>;
    /// What is said in the footer, until the next key.
    fn notice(&mut self) -> &mut Option<SafeText>;
    /// How much of it an area can show.
    fn extent(&self, area: Rect) -> Extent;
    fn render(&self, area: Rect) -> Buffer;
    /// What a click on a cell means.
    fn hit(&self, area: Rect, column: u16, row: u16) -> Option<Action>;
    /// What so many lines of the wheel over a cell mean, downwards.
    fn wheel(&self, area: Rect, column: u16, row: u16, lines: i16) -> Option<Action>;
}

impl Screen for App {
    fn update(&mut self, action: Action) -> Effect {
        update(self, action)
    }

    fn resolve(&self, key: Key) -> Option<Action> {
        self.resolve(key)
    }

    fn notice(&mut self) -> &mut Option<SafeText> {
        &mut self.notice
    }

    fn extent(&self, area: Rect) -> Extent {
        view::extent(self, area)
    }

    fn render(&self, area: Rect) -> Buffer {
        view::render(self, area)
    }

    fn hit(&self, area: Rect, column: u16, row: u16) -> Option<Action> {
        view::hit(self, area, column, row)
    }

    fn wheel(&self, area: Rect, column: u16, row: u16, lines: i16) -> Option<Action> {
        view::wheel(self, area, column, row, lines)
    }
}

impl Screen for Shelf {
    fn update(&mut self, action: Action) -> Effect {
        self.update(action)
    }

    fn resolve(&self, key: Key) -> Option<Action> {
        self.resolve(key)
    }

    fn notice(&mut self) -> &mut Option<SafeText> {
        &mut self.notice
    }

    fn extent(&self, area: Rect) -> Extent {
        view::shelf_extent(self, area)
    }

    fn render(&self, area: Rect) -> Buffer {
        view::render_shelf(self, area)
    }

    /// A click on the incident under the cursor opens it.
    fn hit(&self, area: Rect, column: u16, row: u16) -> Option<Action> {
        match view::shelf_hit(self, area, column, row)? {
            Action::Select(place) if place == self.cursor() => Some(Action::Accept),
            other => Some(other),
        }
    }

    fn wheel(&self, _: Rect, _: u16, _: u16, lines: i16) -> Option<Action> {
        Some(if lines > 0 { Action::Down } else { Action::Up })
    }
}

/// A viewer, or the list before it, and the size of its screen.
#[derive(Debug)]
pub struct Stage<S = App> {
    pub app: S,
    area: Rect,
}

impl<S: Screen> Stage<S> {
    pub fn new(app: S, width: u16, height: u16) -> Self {
        let mut stage = Self { app, area: Rect::default() };
        stage.resize(width, height);
        stage
    }

    pub fn area(&self) -> Rect {
        self.area
    }

    /// Another size; of one that no screen has, as much as some screen might.
    pub fn resize(&mut self, width: u16, height: u16) {
        self.area = screen(width, height);
        self.lay();
    }

    /// One action; what the screen can show of the result is known before the next.
    pub fn act(&mut self, action: Action) -> Effect {
        let effect = self.app.update(action);
        self.lay();
        effect
    }

    /// One key; a key without a meaning does nothing.
    pub fn press(&mut self, key: Key) -> Effect {
        match self.app.resolve(key) {
            Some(action) => self.act(action),
            None => {
                *self.app.notice() = None;
                Effect::None
            }
        }
    }

    /// Keys by their names, separated by blanks; a text between `'` is typed.
    ///
    /// # Errors
    ///
    /// The first name that is not a key.
    pub fn script(&mut self, keys: &str) -> Result<Effect, String> {
        let keys = keys_of(keys)?;
        Ok(keys.into_iter().map(|key| self.press(key)).last().unwrap_or(Effect::None))
    }

    /// The cells of the screen.
    pub fn draw(&self) -> Buffer {
        self.app.render(self.area)
    }

    fn lay(&mut self) {
        let extent = self.app.extent(self.area);
        self.app.update(Action::Laid(extent));
    }
}

impl Stage {
    /// Looks until the filter and the search have seen every row: for pictures, which cannot wait.
    pub fn settle(&mut self) {
        self.app.settle();
        self.lay();
    }

    /// The rest of the file, or why it cannot be shown.
    pub fn take(&mut self, rest: Result<(Timeline, Report), Report>) {
        match rest {
            Ok((timeline, report)) => self.app.arrive(timeline, report),
            Err(report) => self.app.fail(report),
        }
        self.lay();
    }
}

fn screen(width: u16, height: u16) -> Rect {
    Rect::new(0, 0, width.min(MOST.0), height.min(MOST.1))
}

/// Keys by their names, separated by blanks; a text between `'` is typed.
fn keys_of(script: &str) -> Result<Vec<Key>, String> {
    let mut keys = Vec::new();
    for (index, part) in script.split('\'').enumerate() {
        if index % 2 == 1 {
            keys.extend(part.chars().map(Key::char));
            continue;
        }
        for name in part.split_whitespace() {
            keys.push(Key::parse(name).ok_or_else(|| name.to_owned())?);
        }
    }
    Ok(keys)
}
