//! Taking the terminal over, and giving it back as it was, whatever happens.

use std::io::{self, Stdout, Write};
use std::sync::atomic::{AtomicBool, Ordering};

use crossterm::clipboard::CopyToClipboard;
use crossterm::cursor::Hide;
use crossterm::event::{DisableMouseCapture, EnableMouseCapture};
use crossterm::execute;
use crossterm::terminal::{EnterAlternateScreen, disable_raw_mode, enable_raw_mode};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{anchored, signals};

/// Mouse off, cursor on, back to the first screen: what takes back all that [`Terminal::enter`]
/// and its like have asked for.
const GIVE_BACK: &str =
    "\x1b[0m\x1b[?1006l\x1b[?1015l\x1b[?1003l\x1b[?1002l\x1b[?1000l\x1b[?25h\x1b[?1049l";

/// Whether the terminal is ours. Whoever turns it off gives it back, and nobody writes to it
/// afterwards.
static OURS: AtomicBool = AtomicBool::new(false);

/// The terminal while it is ours. Dropping it gives it back.
#[derive(Debug)]
pub(super) struct Terminal {
    out: Stdout,
    /// What stands on the screen.
    shown: Buffer,
}

impl Terminal {
    pub(super) fn enter(mouse: bool) -> io::Result<Self> {
        enable_raw_mode()?;
        OURS.store(true, Ordering::SeqCst);
        let mut terminal = Self { out: io::stdout(), shown: Buffer::empty(Rect::default()) };
        restore_on_panic();
        signals::watch()?;
        execute!(terminal.out, EnterAlternateScreen, Hide)?;
        terminal.mouse(mouse)?;
        Ok(terminal)
    }

    /// Writes what differs from what stands there.
    pub(super) fn draw(&mut self, next: &Buffer) -> io::Result<()> {
        let anew = self.shown.area != next.area;
        if anew {
            self.shown = Buffer::empty(next.area);
        }
        let bytes = anchored::frame(&self.shown, next, anew);
        self.shown.clone_from(next);
        self.write(bytes.as_bytes())
    }

    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        if !OURS.load(Ordering::SeqCst) {
            return Ok(());
        }
        self.out.write_all(bytes)?;
        self.out.flush()
    }

    /// The next drawing writes every cell.
    pub(super) fn forget(&mut self) {
        self.shown = Buffer::empty(Rect::default());
    }

    pub(super) fn mouse(&mut self, on: bool) -> io::Result<()> {
        if on {
            execute!(self.out, EnableMouseCapture)
        } else {
            execute!(self.out, DisableMouseCapture)
        }
    }

    pub(super) fn copy(&mut self, text: &str) -> io::Result<()> {
        execute!(self.out, CopyToClipboard::to_clipboard_from(text))
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        give_back(io::stdout());
    }
}

/// Gives the terminal back, once; whoever comes later finds it done. A terminal that is gone
/// cannot be given back, and there is nobody to tell.
pub(super) fn give_back(mut out: impl Write) {
    if OURS.swap(false, Ordering::SeqCst) {
        let _ = disable_raw_mode();
        let _ = out.write_all(GIVE_BACK.as_bytes()).and_then(|()| out.flush());
    }
}

/// The report of a panic must not be written onto the alternate screen.
fn restore_on_panic() {
    let report = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |info| {
        give_back(io::stdout());
        report(info);
    }));
}
