//! The viewer in a terminal. The only module that names crossterm and rustix, and the only one that
//! reads a clock.
//!
//! ```text
//!   terminal ──input──▶ Key, mouse, size ──▶ Stage ──draw──▶ cells ──anchored──▶ terminal
//! ```

mod anchored;
mod ask;
mod input;
mod shelf;
mod signals;
mod terminal;

use std::io;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, TryRecvError};
use std::time::{Duration, Instant};

use crossterm::event::{self, Event, KeyEventKind};
use ratatui::buffer::Buffer;

use crate::app::{Action, App, Effect, Key, Settings, Theme};
use crate::headless::{Screen, Stage};
use crate::load::{Progress, Report};
use crate::text::SafeText;
use crate::timeline::Timeline;
pub use anchored::Manner;
pub use ask::{Ask, WholeWords};
use ask::{Late, Shade};
pub use shelf::{Opened, Stock, browse};
use terminal::Terminal;

/// How often what depends on time is looked at, while something does.
const FRAME: Duration = Duration::from_millis(50);
/// An event that is there shows within this; crossterm finds none in no time at all.
const MOMENT: Duration = Duration::from_millis(1);
/// What is read within this after the first screen is not told as being read.
const SOON: Duration = Duration::from_millis(15);
/// So many events may pass before the screen is drawn.
const AT_ONCE: usize = 64;

/// Keeps a picture of what a stage shows; what to say about it.
pub type Keep<'a> = &'a mut dyn FnMut(&Stage) -> SafeText;

/// The rest of a file, which another thread reads.
#[derive(Debug)]
pub struct Behind {
    pub progress: Arc<Progress>,
    pub rest: Receiver<Rest>,
}

/// The whole of a file, or why it cannot be shown.
pub type Rest = Result<(Timeline, Report), Report>;

/// Begins to read the rest, once the beginning is on the screen: until then nothing is to be faster.
pub type Begin = Box<dyn FnOnce() -> io::Result<Behind>>;

/// Shows the viewer until the user quits.
pub fn run(app: App, questions: Ask, keep: Keep) -> io::Result<()> {
    run_before(app, None, questions, keep)
}

/// The same of the beginning of a file, while the rest of it is read.
pub fn run_before(app: App, begin: Option<Begin>, questions: Ask, keep: Keep) -> io::Result<()> {
    let (mut terminal, asked) = take(&app.settings, questions)?;
    let (width, height) = crossterm::terminal::size()?;
    let mut stage = Stage::new(app, width, height);
    // While the terminal answers, the first frame is made as if it said nothing new.
    let first = terminal.prepare(stage.draw());
    let settings = &mut stage.app.settings;
    let (mut late, pressed, is_new) = hear(&mut terminal, settings, questions, asked)?;
    let now_has = crossterm::terminal::size()?;
    if now_has != (width, height) {
        stage.resize(now_has.0, now_has.1);
    }
    let is_old = is_new || now_has != (width, height) || !pressed.is_empty();
    let first = Some(first).filter(|_| !is_old);
    let (terminal, late) = (&mut terminal, &mut late);
    let (last, left, behind) = (now(), false, None);
    let mut session = Session { terminal, stage, late, last, keep, left, behind };
    for key in pressed {
        let effect = session.stage.press(key);
        if session.obey(effect)? {
            return Ok(());
        }
    }
    match first {
        Some(first) => session.terminal.show(first)?,
        None => session.draw()?,
    }
    session.behind = begin.map(|begin| begin()).transpose()?;
    if !session.has_the_rest_soon() && session.wait()? {
        return Ok(());
    }
    session.go()
}

/// Takes the terminal over and asks what it says of itself; whether there was anything to ask.
fn take(settings: &Settings, questions: Ask) -> io::Result<(Terminal, bool)> {
    let mut terminal = Terminal::enter(settings.mouse, settings.words)?;
    let asked = terminal.ask(questions)?;
    terminal.manner = Manner {
        words: questions.words == WholeWords::On,
        few_colors: questions.few_colors,
        erases: questions.erases,
        ..Manner::default()
    };
    Ok((terminal, asked))
}

/// Takes in what the terminal answered; what was pressed meanwhile, and whether anything is drawn
/// differently now.
fn hear(
    terminal: &mut Terminal,
    settings: &mut Settings,
    questions: Ask,
    asked: bool,
) -> io::Result<(Late, Vec<Key>, bool)> {
    let (answers, late) = if asked { questions.listen()? } else { Default::default() };
    let before = (settings.theme, terminal.manner.words);
    terminal.manner.words |= answers.words;
    match answers.background {
        Some(Shade::Light) => settings.theme = Theme::Light,
        Some(Shade::Dark) => settings.theme = Theme::Dark,
        Some(Shade::Unread) | None => {}
    }
    let is_new = before != (settings.theme, terminal.manner.words);
    Ok((late, answers.pressed, is_new))
}

/// Takes the terminal over; what it says of itself is known then, and what was pressed meanwhile.
fn enter(settings: &mut Settings, questions: Ask) -> io::Result<(Terminal, Late, Vec<Key>)> {
    let (mut terminal, asked) = take(settings, questions)?;
    let (late, pressed, _) = hear(&mut terminal, settings, questions, asked)?;
    Ok((terminal, late, pressed))
}

/// The bytes that turn a screen with the cells of `shown` into one with those of `next`: what a
/// terminal is sent, for tests.
pub fn bytes(shown: &Buffer, next: &Buffer, manner: Manner) -> String {
    anchored::frame(shown.clone(), next, manner)
}

/// The viewer while it is shown.
struct Session<'a> {
    terminal: &'a mut Terminal,
    stage: Stage,
    late: &'a mut Late,
    /// When the passing of time was last told.
    last: Instant,
    keep: Keep<'a>,
    /// It ended to go back to the list.
    left: bool,
    /// While not all of the file is there.
    behind: Option<Behind>,
}

impl Drop for Session<'_> {
    fn drop(&mut self) {
        if let Some(behind) = &self.behind {
            behind.progress.stop();
        }
    }
}

impl Session<'_> {
    fn go(&mut self) -> io::Result<()> {
        loop {
            self.look_behind();
            self.draw()?;
            if self.wait()? {
                return Ok(());
            }
        }
    }

    fn draw(&mut self) -> io::Result<()> {
        self.terminal.draw(self.stage.draw())
    }

    /// Takes the rest of a file that is read before anybody could have seen that it was not there.
    fn has_the_rest_soon(&mut self) -> bool {
        let Some(behind) = &self.behind else { return false };
        let Ok(rest) = behind.rest.recv_timeout(SOON) else { return false };
        self.stage.take(rest);
        self.behind = None;
        true
    }

    /// How far the rest of the file is, and the rest itself once it is there.
    fn look_behind(&mut self) {
        let Some(behind) = &self.behind else { return };
        match behind.rest.try_recv() {
            Err(TryRecvError::Empty) => {
                let (events, bytes) = (behind.progress.events(), behind.progress.bytes() as u64);
                self.stage.act(Action::Read { events, bytes });
            }
            Ok(rest) => {
                self.stage.take(rest);
                self.behind = None;
            }
            // The reader has panicked.
            Err(TryRecvError::Disconnected) => {
                let name = self.stage.app.file.name.clone();
                self.stage.take(Err(Report::broken_off(&name)));
                self.behind = None;
            }
        }
    }

    /// Does what the viewer wants done outside; whether that is to end.
    fn obey(&mut self, effect: Effect) -> io::Result<bool> {
        match effect {
            Effect::Picture => {
                let said = (self.keep)(&self.stage);
                self.stage.app.notice = Some(said);
                Ok(false)
            }
            Effect::Leave => {
                self.left = true;
                Ok(true)
            }
            other => self.terminal.obey(&other),
        }
    }

    /// Waits for the next event, or, while playing or counting, for the next frame; events that are
    /// there already are taken before the screen is drawn again. Whether that is the end.
    fn wait(&mut self) -> io::Result<bool> {
        let app = &self.stage.app;
        if app.is_looking() {
            if !self.look()? {
                self.last = now();
                return Ok(false);
            }
            if self.next()? {
                return Ok(true);
            }
        } else if app.play.running || app.count.is_some() || self.behind.is_some() {
            if event::poll(FRAME)? && self.next()? {
                return Ok(true);
            }
            let passed = now().duration_since(self.last).as_millis().min(1_000) as u32;
            let effect = self.stage.act(Action::Tick(passed));
            self.obey(effect)?;
        } else if self.next()? {
            return Ok(true);
        }
        self.last = now();
        catch_up(|| self.next())
    }

    /// Looks on until something is found, or for the time between two frames; whether an event came
    /// first.
    fn look(&mut self) -> io::Result<bool> {
        let begun = now();
        let row = self.stage.app.cursor.row;
        loop {
            // In no time at all crossterm would find none.
            if event::poll(MOMENT)? {
                return Ok(true);
            }
            self.stage.act(Action::Look);
            let app = &self.stage.app;
            if !app.is_looking() || app.cursor.row != row || begun.elapsed() >= FRAME {
                return Ok(false);
            }
        }
    }

    /// Takes an event and does what follows from it; whether that is the end.
    fn next(&mut self) -> io::Result<bool> {
        let effect = pass_on(&mut self.stage, self.late)?;
        self.obey(effect)
    }
}

/// Waits for an event and passes it on to a stage; what follows from it.
fn pass_on<S: Screen>(stage: &mut Stage<S>, late: &mut Late) -> io::Result<Effect> {
    Ok(match event::read()? {
        Event::Key(key) if late.swallows(&key) => Effect::None,
        Event::Key(key) if key.kind != KeyEventKind::Release => {
            input::key(&key).map_or(Effect::None, |key| stage.press(key))
        }
        Event::Mouse(mouse) => {
            input::mouse(stage, mouse).map_or(Effect::None, |action| stage.act(action))
        }
        Event::Resize(width, height) => {
            stage.resize(width, height);
            Effect::Redraw
        }
        _ => Effect::None,
    })
}

/// Takes the events that are there already, but not so many that the screen would stand still;
/// whether one of them is the end.
fn catch_up(mut next: impl FnMut() -> io::Result<bool>) -> io::Result<bool> {
    for _ in 0..AT_ONCE {
        if !event::poll(MOMENT)? {
            break;
        }
        if next()? {
            return Ok(true);
        }
    }
    Ok(false)
}

#[expect(clippy::disallowed_methods, reason = "the one place that reads a clock")]
fn now() -> Instant {
    Instant::now()
}
