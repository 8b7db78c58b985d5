//! The signals that end a program: the terminal is given back first, then the program ends with
//! 128 and the signal's number.
//!
//! A thread waits for them, because the event loop may be waiting for a key.

use std::io;
use std::process::exit;

use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM};
use signal_hook::iterator::Signals;

/// Waits for the first of them.
pub(super) fn watch(restore: fn() -> io::Result<()>) -> io::Result<()> {
    let mut signals = Signals::new([SIGHUP, SIGINT, SIGQUIT, SIGTERM])?;
    let waiting = std::thread::Builder::new().name("signals".to_owned());
    waiting.spawn(move || {
        if let Some(signal) = signals.forever().next() {
            // A terminal that is gone cannot be restored; the exit code still tells the signal.
            let _ = restore();
            exit(128 + signal);
        }
    })?;
    Ok(())
}
