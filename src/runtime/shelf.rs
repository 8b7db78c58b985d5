//! The list of incidents in a terminal, and the viewer that is opened from it.
//!
//! Files are read on a thread of their own, one after the other, and so is the incident that is to be
//! shown: however large they are, a key is answered at once.

use std::fmt;
use std::io;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::Builder;
use std::time::Duration;

use crossterm::event;

use super::ask::{Ask, Late};
use super::terminal::Terminal;
use super::{FRAME, Session, catch_up, enter, now, pass_on};
use crate::app::shelf::{Found, Slot};
use crate::app::{App, Effect, Settings, Shelf};
use crate::headless::Stage;
use crate::text::SafeText;

/// What is read within this stands on the first screen, so that a short list does not flicker.
const FIRST: Duration = Duration::from_millis(50);

/// Where the incidents of a list come from. It is asked on other threads.
pub trait Stock: Send + Sync {
    /// What the file of that place holds.
    fn read(&self, file: usize) -> Found;

    /// One incident of it, to be shown; or why it is not.
    fn open(&self, slot: Slot, settings: Settings) -> Result<Opened, SafeText>;
}

/// An incident, and how pictures of it are kept.
pub struct Opened {
    pub app: Box<App>,
    pub keep: Box<dyn FnMut(&Stage) -> SafeText + Send>,
}

impl fmt::Debug for Opened {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Opened").field("app", &self.app).finish_non_exhaustive()
    }
}

/// What the threads tell.
enum Told {
    Found(Found),
    Opened(Slot, Box<Result<Opened, SafeText>>),
}

/// Shows the list, and what is opened from it, until the user quits.
pub fn browse(mut shelf: Shelf, stock: Arc<dyn Stock>, questions: Ask) -> io::Result<()> {
    let (sender, told) = channel();
    let (files, reader, found) = (shelf.unread, Arc::clone(&stock), sender.clone());
    Builder::new().name("reader".to_owned()).spawn(move || {
        // Nobody listens any more once the program ends.
        (0..files).all(|file| found.send(Told::Found(reader.read(file))).is_ok())
    })?;
    let (terminal, late, pressed) = enter(&mut shelf.settings, questions)?;
    let (width, height) = crossterm::terminal::size()?;
    let stage = Stage::new(shelf, width, height);
    let mut browser = Browser { terminal, stage, late, stock, sender, told };
    browser.wait_for_the_first();
    for key in pressed {
        let effect = browser.stage.press(key);
        if browser.obey(&effect)? {
            return Ok(());
        }
    }
    browser.go()
}

/// The list while it is shown.
struct Browser {
    terminal: Terminal,
    stage: Stage<Shelf>,
    late: Late,
    stock: Arc<dyn Stock>,
    sender: Sender<Told>,
    told: Receiver<Told>,
}

impl Browser {
    fn go(&mut self) -> io::Result<()> {
        loop {
            self.terminal.draw(self.stage.draw())?;
            if self.wait()? || self.listen()? {
                return Ok(());
            }
        }
    }

    fn wait_for_the_first(&mut self) {
        let begun = now();
        while self.stage.app.unread > 0 {
            let left = FIRST.saturating_sub(now().duration_since(begun));
            match self.told.recv_timeout(left) {
                Ok(Told::Found(found)) => self.stage.app.take(found),
                Ok(Told::Opened(..)) | Err(_) => break,
            }
        }
    }

    /// Waits for the next event, or, while the threads are at work, for the next frame; events that
    /// are there already are taken before the screen is drawn again. Whether that is the end.
    fn wait(&mut self) -> io::Result<bool> {
        let waiting = self.stage.app.unread > 0 || self.stage.app.opening.is_some();
        if waiting && !event::poll(FRAME)? {
            return Ok(false);
        }
        if self.next()? {
            return Ok(true);
        }
        catch_up(|| self.next())
    }

    /// Takes what the threads have told; whether that ended in the end.
    fn listen(&mut self) -> io::Result<bool> {
        while let Ok(told) = self.told.try_recv() {
            match told {
                Told::Found(found) => self.stage.app.take(found),
                // What was given up meanwhile is not shown.
                Told::Opened(slot, _) if self.stage.app.opening != Some(slot) => {}
                Told::Opened(_, opened) => match *opened {
                    Ok(opened) => return self.view(opened),
                    Err(why) => self.stage.app.opened(Some(why)),
                },
            }
        }
        Ok(false)
    }

    /// Shows one incident; whether that was the end, and not the way back to the list.
    fn view(&mut self, opened: Opened) -> io::Result<bool> {
        let area = self.stage.area();
        let Opened { app, mut keep } = opened;
        let mut session = Session {
            terminal: &mut self.terminal,
            stage: Stage::new(*app, area.width, area.height),
            late: &mut self.late,
            last: now(),
            keep: &mut *keep,
            left: false,
            behind: None,
        };
        session.go()?;
        // What was set while looking stays so.
        self.stage.app.settings = session.stage.app.settings;
        let (area, left) = (session.stage.area(), session.left);
        self.stage.app.opened(None);
        self.stage.resize(area.width, area.height);
        Ok(!left)
    }

    /// Takes an event and does what follows from it; whether that is the end.
    fn next(&mut self) -> io::Result<bool> {
        let effect = pass_on(&mut self.stage, &mut self.late)?;
        self.obey(&effect)
    }

    /// Does what the list wants done outside; whether that is to end.
    fn obey(&mut self, effect: &Effect) -> io::Result<bool> {
        let &Effect::OpenIncident(slot) = effect else { return self.terminal.obey(effect) };
        let settings = self.stage.app.settings;
        let (stock, sender) = (Arc::clone(&self.stock), self.sender.clone());
        Builder::new().name("opener".to_owned()).spawn(move || {
            // Nobody listens any more once the program ends.
            let _ = sender.send(Told::Opened(slot, Box::new(stock.open(slot, settings))));
        })?;
        Ok(false)
    }
}
