//! The viewer without a terminal: actions and keys in, cells out.
//!
//! The runtime, the tests and the pictures all drive the viewer through a [`Stage`].

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::{Action, App, Effect, Key, update};
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
        self.area = Rect::new(0, 0, width.min(MOST.0), height.min(MOST.1));
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
        let mut effect = Effect::None;
        for (index, part) in keys.split('\'').enumerate() {
            if index % 2 == 1 {
                for c in part.chars() {
                    effect = self.press(Key::char(c));
                }
                continue;
            }
            for name in part.split_whitespace() {
                let key = Key::parse(name).ok_or_else(|| name.to_owned())?;
                effect = self.press(key);
            }
        }
        Ok(effect)
    }

    /// The cells of the screen.
    pub fn draw(&self) -> Buffer {
        let mut buffer = Buffer::empty(self.area);
        view::render(&self.app, self.area, &mut buffer);
        buffer
    }

    fn lay(&mut self) {
        let extent = view::extent(&self.app, self.area);
        update(&mut self.app, Action::Laid(extent));
    }
}
