//! The viewer in a terminal. The only module that names crossterm, and the only one that reads a
//! clock.
//!
//! ```text
//!   terminal ──input──▶ Key, mouse, size ──▶ Stage ──draw──▶ cells ──anchored──▶ terminal
//! ```

mod anchored;
mod ask;
mod input;
mod signals;
mod terminal;

use std::io;
use std::time::{Duration, Instant};

use crossterm::event::{self, Event, KeyEventKind};
use ratatui::buffer::Buffer;

use crate::app::{Action, App, Effect, Key, Theme};
use crate::headless::Stage;
use crate::text::SafeText;
pub use anchored::Manner;
use ask::Late;
pub use ask::{Ask, WholeWords};
use terminal::Terminal;

/// How often what depends on time is looked at, while something does.
const FRAME: Duration = Duration::from_millis(50);

/// Keeps a picture of what a stage shows; what to say about it.
pub type Keep<'a> = &'a mut dyn FnMut(&Stage) -> SafeText;

/// Shows the viewer until the user quits.
pub fn run(mut app: App, questions: Ask, keep: Keep) -> io::Result<()> {
    let mut terminal = Terminal::enter(app.settings.mouse)?;
    let (answers, late) = terminal.ask(questions)?;
    terminal.words = questions.words == WholeWords::On || answers.words;
    match answers.light {
        Some(true) => app.settings.theme = Theme::Light,
        Some(false) => app.settings.theme = Theme::Dark,
        None => {}
    }
    let (width, height) = crossterm::terminal::size()?;
    let stage = Stage::new(app, width, height);
    let mut session = Session { terminal, stage, late, last: now(), keep };
    for c in answers.typed.chars() {
        let effect = session.stage.press(Key::char(c));
        if session.obey(effect)? {
            return Ok(());
        }
    }
    session.go()
}

/// The bytes that turn a screen with the cells of `shown` into one with those of `next`: what a
/// terminal is sent, for tests.
pub fn bytes(shown: &Buffer, next: &Buffer, manner: Manner) -> String {
    anchored::frame(shown, next, manner)
}

/// The viewer while it is shown.
struct Session<'a> {
    terminal: Terminal,
    stage: Stage,
    late: Late,
    /// When the passing of time was last told.
    last: Instant,
    keep: Keep<'a>,
}

impl Session<'_> {
    fn go(&mut self) -> io::Result<()> {
        loop {
            self.terminal.draw(&self.stage.draw())?;
            for effect in self.wait()? {
                if self.obey(effect)? {
                    return Ok(());
                }
            }
        }
    }

    /// Does what the viewer wants done outside; whether that is to end.
    fn obey(&mut self, effect: Effect) -> io::Result<bool> {
        match effect {
            Effect::None => {}
            Effect::Quit => return Ok(true),
            Effect::Redraw => self.terminal.forget(),
            Effect::Mouse(on) => self.terminal.mouse(on)?,
            Effect::Copy(text) => self.terminal.copy(&text)?,
            Effect::Suspend => signals::suspend()?,
            Effect::Picture => {
                let said = (self.keep)(&self.stage);
                self.stage.app.notice = Some(said);
            }
        }
        Ok(false)
    }

    /// Waits for the next event, or, while playing or counting, for the next frame; all events that
    /// are there already are taken before the screen is drawn again.
    fn wait(&mut self) -> io::Result<Vec<Effect>> {
        let mut effects = Vec::new();
        if self.stage.app.play.running || self.stage.app.count.is_some() {
            if event::poll(FRAME)? {
                effects.push(self.take(&event::read()?));
            }
            let passed = now().duration_since(self.last).as_millis().min(1_000) as u32;
            effects.push(self.stage.act(Action::Tick(passed)));
        } else {
            effects.push(self.take(&event::read()?));
        }
        self.last = now();
        while effects.last() != Some(&Effect::Quit) && event::poll(Duration::ZERO)? {
            effects.push(self.take(&event::read()?));
        }
        Ok(effects)
    }

    fn take(&mut self, event: &Event) -> Effect {
        match event {
            Event::Key(key) if self.late.swallows(key) => Effect::None,
            Event::Key(key) if key.kind != KeyEventKind::Release => {
                input::key(key).map_or(Effect::None, |key| self.stage.press(key))
            }
            Event::Mouse(mouse) => input::mouse(&self.stage, *mouse)
                .map_or(Effect::None, |action| self.stage.act(action)),
            Event::Resize(width, height) => {
                self.stage.resize(*width, *height);
                Effect::Redraw
            }
            _ => Effect::None,
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "the one place that reads a clock")]
fn now() -> Instant {
    Instant::now()
}
