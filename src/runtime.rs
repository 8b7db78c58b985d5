//! The viewer in a terminal. The only module that names crossterm, and the only one that reads a
//! clock.
//!
//! ```text
//!   terminal ──input──▶ Key, mouse, size ──▶ Stage ──draw──▶ cells ──anchored──▶ terminal
//! ```

mod anchored;
mod input;
mod signals;
mod terminal;

use std::io;
use std::time::{Duration, Instant};

use crossterm::event::{self, Event, KeyEventKind};
use ratatui::buffer::Buffer;

use crate::app::{Action, App, Effect};
use crate::headless::Stage;
use terminal::Terminal;

/// How often what depends on time is looked at, while something does.
const FRAME: Duration = Duration::from_millis(50);

/// Shows the viewer until the user quits.
pub fn run(app: App) -> io::Result<()> {
    let mouse = app.settings.mouse;
    let mut terminal = Terminal::enter(mouse)?;
    let (width, height) = crossterm::terminal::size()?;
    let mut stage = Stage::new(app, width, height);
    terminal.draw(&stage.draw())?;
    let mut last = now();
    loop {
        let effects = wait(&mut stage, &mut last)?;
        for effect in effects {
            match effect {
                Effect::None => {}
                Effect::Quit => return Ok(()),
                Effect::Redraw => terminal.forget(),
                Effect::Mouse(on) => terminal.mouse(on)?,
                Effect::Copy(text) => terminal.copy(&text)?,
                Effect::Suspend => signals::suspend()?,
            }
        }
        terminal.draw(&stage.draw())?;
    }
}

/// The bytes that turn a screen with the cells of `shown` into one with those of `next`; `anew`
/// when nothing is known of what stands there. What a terminal is sent, for tests.
pub fn bytes(shown: &Buffer, next: &Buffer, anew: bool) -> String {
    anchored::frame(shown, next, anew)
}

/// Waits for the next event, or, while playing or counting, for the next frame; all events that are there
/// already are taken before the screen is drawn again.
fn wait(stage: &mut Stage, last: &mut Instant) -> io::Result<Vec<Effect>> {
    let mut effects = Vec::new();
    if stage.app.play.running || stage.app.count.is_some() {
        if event::poll(FRAME)? {
            effects.push(take(stage, &event::read()?));
        }
        let passed = now().duration_since(*last).as_millis().min(1_000) as u32;
        effects.push(stage.act(Action::Tick(passed)));
    } else {
        effects.push(take(stage, &event::read()?));
    }
    *last = now();
    while effects.last() != Some(&Effect::Quit) && event::poll(Duration::ZERO)? {
        effects.push(take(stage, &event::read()?));
    }
    Ok(effects)
}

fn take(stage: &mut Stage, event: &Event) -> Effect {
    match event {
        Event::Key(key) if key.kind != KeyEventKind::Release => {
            input::key(key).map_or(Effect::None, |key| stage.press(key))
        }
        Event::Mouse(mouse) => {
            input::mouse(stage, *mouse).map_or(Effect::None, |action| stage.act(action))
        }
        Event::Resize(width, height) => {
            stage.resize(*width, *height);
            Effect::Redraw
        }
        _ => Effect::None,
    }
}

#[expect(clippy::disallowed_methods, reason = "the one place that reads a clock")]
fn now() -> Instant {
    Instant::now()
}
