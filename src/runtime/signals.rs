//! The signals that end a program: the terminal is given back first, then the program ends with
//! 128 and the signal's number.
//!
//! A thread waits for them, because the event loop may be waiting for a key. It does not use
//! standard output, whose lock the drawing holds while the terminal does not read, and it waits
//! no longer than a moment for the terminal.

use std::fs::OpenOptions;
use std::io;
use std::process::exit;
use std::sync::mpsc::channel;
use std::thread::{Builder, spawn};
use std::time::Duration;

use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM};
use signal_hook::iterator::Signals;

use super::terminal::give_back;

/// How long a terminal may take to be given back.
const PATIENCE: Duration = Duration::from_millis(300);

/// Waits for the first of them.
pub(super) fn watch() -> io::Result<()> {
    let mut signals = Signals::new([SIGHUP, SIGINT, SIGQUIT, SIGTERM])?;
    Builder::new().name("signals".to_owned()).spawn(move || {
        if let Some(signal) = signals.forever().next() {
            let (done, waiting) = channel();
            spawn(move || {
                if let Ok(terminal) = OpenOptions::new().write(true).open("/dev/tty") {
                    give_back(terminal);
                } else {
                    give_back(io::stdout());
                }
                let _ = done.send(());
            });
            let _ = waiting.recv_timeout(PATIENCE);
            exit(128 + signal);
        }
    })?;
    Ok(())
}
