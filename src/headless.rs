//! The viewer and the list before it without a terminal: actions and keys in, cells out.
//!
//! The runtime, the tests and the pictures all drive the viewer through a [`Stage`], the list through
//! a [`ShelfStage`].

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::{Action, App, Effect, Key, Shelf, update};
use crate::load::Report;
use crate::timeline::Timeline;
use crate::view;

/// The largest screen that is drawn. A terminal may claim 65,535 × 65,535 cells.
const MOST: (u16, u16) = (1_000, 500);

/// A viewer and the size of its screen.
#[derive(Debug)]
pub struct Stage {
    pub app: App,
    area: Rect,
}

impl Stage {
    pub fn new(app: App, width: u16, height: u16) -> Self {
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
        let effect = update(&mut self.app, action);
        self.lay();
        effect
    }

    /// One key; a key without a meaning does nothing.
    pub fn press(&mut self, key: Key) -> Effect {
        match self.app.resolve(key) {
            Some(action) => self.act(action),
            None => {
                self.app.notice = None;
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

    /// The rest of the file, or why it cannot be shown.
    pub fn take(&mut self, rest: Result<(Timeline, Report), Report>) {
        match rest {
            Ok((timeline, report)) => self.app.arrive(timeline, report),
            Err(report) => self.app.fail(report),
        }
        self.lay();
    }

    /// The cells of the screen.
    pub fn draw(&self) -> Buffer {
        view::render(&self.app, self.area)
    }

    fn lay(&mut self) {
        let extent = view::extent(&self.app, self.area);
        update(&mut self.app, Action::Laid(extent));
    }
}

/// The list of incidents and the size of its screen.
#[derive(Debug)]
pub struct ShelfStage {
    pub shelf: Shelf,
    area: Rect,
}

impl ShelfStage {
    pub fn new(shelf: Shelf, width: u16, height: u16) -> Self {
        let mut stage = Self { shelf, area: Rect::default() };
        stage.resize(width, height);
        stage
    }

    pub fn area(&self) -> Rect {
        self.area
    }

    /// Another size, as of a [`Stage`].
    pub fn resize(&mut self, width: u16, height: u16) {
        self.area = screen(width, height);
        self.lay();
    }

    /// One action; what the screen can show of the result is known before the next.
    pub fn act(&mut self, action: Action) -> Effect {
        let effect = self.shelf.update(action);
        self.lay();
        effect
    }

    /// One key; a key without a meaning does nothing.
    pub fn press(&mut self, key: Key) -> Effect {
        match self.shelf.resolve(key) {
            Some(action) => self.act(action),
            None => {
                self.shelf.notice = None;
                Effect::None
            }
        }
    }

    /// Keys by their names, as of a [`Stage`].
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
        let mut buffer = Buffer::empty(self.area);
        view::render_shelf(&self.shelf, self.area, &mut buffer);
        buffer
    }

    fn lay(&mut self) {
        let extent = view::shelf_extent(&self.shelf, self.area);
        self.shelf.update(Action::Laid(extent));
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
