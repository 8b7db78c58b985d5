//! The signals, and a terminal that goes away.
//!
//! A thread waits for the signals, because the event loop may be waiting for a key. It does not use
//! standard output, whose lock the drawing holds while the terminal does not read, and it waits
//! no longer than a moment for the terminal.
//!
//! | signal | what happens |
//! |---|---|
//! | TERM, INT, HUP, QUIT | the terminal is given back, the program ends with 128 + the number |
//! | TSTP | the terminal is given back, the program stops |
//! | CONT | the terminal is taken again and drawn anew |

use std::fs::{File, OpenOptions};
use std::io::{self, IsTerminal, Write};
use std::process::exit;
use std::sync::mpsc::channel;
use std::thread::{Builder, sleep, spawn};
use std::time::Duration;

use crossterm::terminal::disable_raw_mode;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::iterator::Signals;
use signal_hook::low_level::{emulate_default_handler, raise, signal_name};

use super::terminal::{close, give_back, take};
use crate::text::{Msg, Words};

/// How long a terminal may take to be given back.
const PATIENCE: Duration = Duration::from_millis(300);
/// How often it is asked whether the terminal is still there, should its end not be told.
const GLANCE: Timespec = Timespec { tv_sec: 0, tv_nsec: 500_000_000 };

/// Waits for signals, and for the terminal to go away, from now on.
pub(super) fn watch(words: Words) -> io::Result<()> {
    let mut signals = Signals::new([SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGCONT])?;
    Builder::new().name("signals".to_owned()).spawn(move || {
        for signal in signals.forever() {
            match signal {
                SIGTSTP => stop(),
                SIGCONT => go_on(),
                _ => end(signal, words),
            }
        }
    })?;
    Builder::new().name("glance".to_owned()).spawn(watch_terminal)?;
    Ok(())
}

/// Asks for what Ctrl-Z asks for.
pub(super) fn suspend() -> io::Result<()> {
    raise(SIGTSTP)
}

/// The terminal, without the lock of standard output.
fn tty() -> io::Result<File> {
    OpenOptions::new().write(true).open("/dev/tty")
}

fn end(signal: i32, words: Words) -> ! {
    in_a_moment(|| match tty() {
        Ok(terminal) => close(terminal),
        Err(_) => close(io::stdout()),
    });
    let name = signal_name(signal).map_or_else(|| signal.to_string(), ToOwned::to_owned);
    in_a_moment(move || {
        let _ = writeln!(io::stderr(), "{}", words.fill(Msg::EndedBy, &[&name]));
    });
    exit(128 + signal);
}

/// Does something that a stalled terminal may hold up, and waits for it only so long.
fn in_a_moment(work: impl FnOnce() + Send + 'static) {
    let (done, waiting) = channel();
    spawn(move || {
        work();
        let _ = done.send(());
    });
    let _ = waiting.recv_timeout(PATIENCE);
}

fn stop() {
    match tty() {
        Ok(terminal) => give_back(terminal),
        Err(_) => give_back(io::stdout()),
    }
    // The program stands still in here until it is continued; SIGCONT does the rest.
    let _ = emulate_default_handler(SIGTSTP);
}

/// The shell may have changed the terminal in the meantime, so it is taken from the beginning; a
/// change of size, real or not, makes the event loop ask for the size and draw.
fn go_on() {
    let _ = disable_raw_mode();
    let taken = match tty() {
        Ok(terminal) => take(terminal),
        Err(_) => take(io::stdout()),
    };
    let _ = taken.and_then(|()| raise(SIGWINCH));
}

/// Without its terminal the program has nothing to do, and waiting for keys may spin; SIGHUP does
/// not come where it was ignored.
fn watch_terminal() {
    let terminal = io::stdout();
    while terminal.is_terminal() {
        let mut watched = [PollFd::new(&terminal, PollFlags::empty())];
        let polled = poll(&mut watched, Some(&GLANCE));
        let told = watched[0].revents();
        if told.contains(PollFlags::HUP) {
            break;
        }
        if polled.is_err() || !told.is_empty() {
            // The system cannot watch this terminal; asking it still works.
            sleep(PATIENCE);
        }
    }
    exit(128 + SIGHUP);
}
