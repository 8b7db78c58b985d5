//! Taking the terminal over, and giving it back as it was, whatever happens.

use std::io::{self, Stdout, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use crossterm::Command;
use crossterm::clipboard::CopyToClipboard;
use crossterm::terminal::{disable_raw_mode, enable_raw_mode};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::anchored::Manner;
use super::ask::{Ask, owe, settle};
use super::{anchored, signals};
use crate::app::Effect;
use crate::text::Words;

/// The second screen, no cursor, and each row in the order in which it is written (explicit mode of
/// ECMA TR/53): else a terminal that turns Hebrew and Arabic round turns the borders round too.
const TAKE: &str = "\x1b[?1049h\x1b[?25l\x1b[8l";
/// Clicks, drags and the wheel, with places beyond column 223.
const MOUSE_ON: &str = "\x1b[?1000h\x1b[?1002h\x1b[?1006h";
const MOUSE_OFF: &str = "\x1b[?1006l\x1b[?1002l\x1b[?1000l";
/// After the end of a frame and of the mouse: plain style, no region that scrolls alone, the order
/// of rows, the cursor, the first screen. So all that we ever ask for is taken back.
const GIVE_BACK: &str = "\x1b[0m\x1b[r\x1b[8h\x1b[?25h\x1b[?1049l";
/// Around a frame of many bytes, which a terminal then shows in one piece. Not around a small one:
/// some multiplexers send a whole pane anew at the end of each.
const HOLD: &str = "\x1b[?2026h";
const RELEASE: &str = "\x1b[?2026l";
const LARGE: usize = 4_096;

/// Whose the terminal is. Held while it changes hands, so that a signal never comes between.
static HANDS: Mutex<Hands> = Mutex::new(Hands::Shell);
/// The same for those who only want to write: whether the terminal is ours.
static OURS: AtomicBool = AtomicBool::new(false);
/// Whether the mouse is ours, for when the terminal is taken again.
static MOUSE: AtomicBool = AtomicBool::new(false);

/// Whose the terminal is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Hands {
    Shell,
    Ours,
    /// The program ends; nobody takes it any more.
    Closed,
}

/// The terminal while it is ours. Dropping it gives it back.
#[derive(Debug)]
pub(super) struct Terminal {
    out: Stdout,
    /// What stands on the screen.
    shown: Buffer,
    /// How it is written to, but for what stands there.
    pub(super) manner: Manner,
}

/// Cells, and the bytes that make a screen show them.
#[derive(Debug)]
pub(super) struct Frame {
    cells: Buffer,
    bytes: String,
}

impl Terminal {
    pub(super) fn enter(mouse: bool, words: Words) -> io::Result<Self> {
        MOUSE.store(mouse, Ordering::SeqCst);
        let terminal = Self {
            out: io::stdout(),
            shown: Buffer::empty(Rect::default()),
            manner: Manner::default(),
        };
        report_panics_on_the_first_screen();
        signals::watch(words)?;
        take(io::stdout())?;
        Ok(terminal)
    }

    /// Asks the terminal what it says of itself; whether there was anything to ask.
    pub(super) fn ask(&mut self, questions: Ask) -> io::Result<bool> {
        let sent = questions.questions();
        if sent.is_empty() || !OURS.load(Ordering::SeqCst) {
            return Ok(false);
        }
        owe();
        self.write(&sent)?;
        Ok(true)
    }

    /// Writes what differs from what stands there.
    pub(super) fn draw(&mut self, next: Buffer) -> io::Result<()> {
        let frame = self.prepare(next);
        self.show(frame)
    }

    /// What is to be written for these cells. Until that is done nothing is known of what stands there.
    pub(super) fn prepare(&mut self, next: Buffer) -> Frame {
        let shown = std::mem::take(&mut self.shown);
        let anew = shown.area != next.area;
        let mut bytes = anchored::frame(shown, &next, Manner { anew, ..self.manner });
        if bytes.len() > LARGE {
            bytes = [HOLD, &bytes, RELEASE].concat();
        }
        Frame { cells: next, bytes }
    }

    /// Writes what was prepared.
    pub(super) fn show(&mut self, frame: Frame) -> io::Result<()> {
        self.shown = frame.cells;
        self.write(&frame.bytes)
    }

    fn write(&mut self, bytes: &str) -> io::Result<()> {
        if bytes.is_empty() || !OURS.load(Ordering::SeqCst) {
            return Ok(());
        }
        self.out.write_all(bytes.as_bytes())?;
        self.out.flush()
    }

    /// The next drawing writes every cell.
    fn forget(&mut self) {
        self.shown = Buffer::empty(Rect::default());
    }

    /// Does what the viewer wants of the terminal; whether that is to end.
    pub(super) fn obey(&mut self, effect: &Effect) -> io::Result<bool> {
        match effect {
            Effect::Redraw => self.forget(),
            Effect::Mouse(on) => self.mouse(*on)?,
            Effect::Copy(text) => self.copy(text)?,
            Effect::Suspend => signals::suspend()?,
            Effect::None | Effect::Picture | Effect::OpenIncident(_) => {}
            Effect::Quit | Effect::Leave => return Ok(true),
        }
        Ok(false)
    }

    fn mouse(&mut self, on: bool) -> io::Result<()> {
        MOUSE.store(on, Ordering::SeqCst);
        self.write(if on { MOUSE_ON } else { MOUSE_OFF })
    }

    fn copy(&mut self, text: &str) -> io::Result<()> {
        let mut bytes = String::new();
        // Writing to a string cannot fail.
        let _ = CopyToClipboard::to_clipboard_from(text).write_ansi(&mut bytes);
        self.write(&bytes)
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        give_back(io::stdout());
    }
}

fn hands() -> MutexGuard<'static, Hands> {
    HANDS.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Takes the terminal, for the first time or again.
pub(super) fn take(mut out: impl Write) -> io::Result<()> {
    let mut hands = hands();
    if *hands == Hands::Closed {
        return Err(io::ErrorKind::Interrupted.into());
    }
    enable_raw_mode()?;
    *hands = Hands::Ours;
    OURS.store(true, Ordering::SeqCst);
    let mouse = if MOUSE.load(Ordering::SeqCst) { MOUSE_ON } else { "" };
    out.write_all(TAKE.as_bytes())?;
    out.write_all(mouse.as_bytes())?;
    out.flush()
}

/// Gives the terminal back, once; whoever comes later finds it done. A terminal that is gone
/// cannot be given back, and there is nobody to tell.
pub(super) fn give_back(out: impl Write) {
    pass_to(Hands::Shell, out);
}

/// The same for good.
pub(super) fn close(out: impl Write) {
    pass_to(Hands::Closed, out);
}

fn pass_to(next: Hands, mut out: impl Write) {
    let mut hands = hands();
    let was = *hands;
    if was != Hands::Closed {
        *hands = next;
    }
    OURS.store(false, Ordering::SeqCst);
    if was == Hands::Ours {
        settle();
        let _ = disable_raw_mode();
        let bytes = [RELEASE, MOUSE_OFF, GIVE_BACK].concat();
        let _ = out.write_all(bytes.as_bytes()).and_then(|()| out.flush());
    }
}

/// The report of a panic must not be written onto the second screen; and a panic beside the main
/// thread ends the program too, which would stand there without one of its parts.
fn report_panics_on_the_first_screen() {
    let report = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |info| {
        give_back(io::stdout());
        report(info);
        if std::thread::current().name() != Some("main") {
            std::process::exit(101);
        }
    }));
}
