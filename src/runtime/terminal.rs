//! Taking the terminal over, and giving it back as it was, whatever happens.

use std::io::{self, Stdout, Write};

use crossterm::clipboard::CopyToClipboard;
use crossterm::cursor::{Hide, Show};
use crossterm::event::{DisableMouseCapture, EnableMouseCapture};
use crossterm::terminal::{
    EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use crossterm::{execute, queue};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{anchored, signals};

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
        let mut terminal = Self { out: io::stdout(), shown: Buffer::empty(Rect::default()) };
        restore_on_panic();
        signals::watch(restore)?;
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
        self.out.write_all(bytes.as_bytes())?;
        self.out.flush()?;
        self.shown.clone_from(next);
        Ok(())
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
        // A terminal that is gone cannot be restored, and there is nobody to tell.
        let _ = restore();
    }
}

/// May be called any number of times.
fn restore() -> io::Result<()> {
    let mut out = io::stdout();
    let written = queue!(out, DisableMouseCapture, Show, LeaveAlternateScreen);
    let flushed = out.flush();
    let raw = disable_raw_mode();
    written.and(flushed).and(raw)
}

/// The report of a panic must not be written onto the alternate screen.
fn restore_on_panic() {
    let report = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |info| {
        let _ = restore();
        report(info);
    }));
}
