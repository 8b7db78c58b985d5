//! A program in a pseudo-terminal of 200×60 that answers what it is asked, as a real one does.

use std::io::{Read, Write};
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use nix::sys::resource::{UsageWho, getrusage};
use nix::sys::time::TimeValLike;
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

pub const COLUMNS: u16 = 200;
pub const ROWS: u16 = 60;
/// After so long without a wanted screen it is said not to come.
const PATIENCE: Duration = Duration::from_secs(40);
/// Questions, and what a terminal with a dark ground answers.
const ANSWERS: [(&str, &str); 4] = [
    ("\x1b]11;?", "\x1b]11;rgb:1e1e/2222/2a2a\x1b\\"),
    ("\x1b]10;?", "\x1b]10;rgb:dddd/dddd/dddd\x1b\\"),
    ("\x1b[6n", "\x1b[1;1R"),
    ("\x1b[c", "\x1b[?62;22c"),
];

/// A running program and its screen.
pub struct Session {
    child: Box<dyn Child + Send + Sync>,
    keys: Arc<Mutex<Box<dyn Write + Send>>>,
    output: Receiver<(Instant, Vec<u8>)>,
    screen: vt100::Parser,
    begun: Instant,
    /// CPU of the children before it.
    cpu_before: f64,
    pub bytes: usize,
    _master: Box<dyn MasterPty + Send>,
}

impl Session {
    pub fn start(command: &[String]) -> Option<Self> {
        let size = PtySize { rows: ROWS, cols: COLUMNS, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).ok()?;
        let mut builder = CommandBuilder::new(&command[0]);
        builder.args(&command[1..]);
        for (name, value) in [
            ("TERM", "xterm-256color"),
            ("COLORTERM", "truecolor"),
            ("LC_ALL", "C.UTF-8"),
            ("LESS", ""),
        ] {
            builder.env(name, value);
        }
        for name in ["NO_COLOR", "COLORFGBG", "TMUX", "STY", "LESSOPEN"] {
            builder.env_remove(name);
        }
        let mut reader = pair.master.try_clone_reader().ok()?;
        let keys = Arc::new(Mutex::new(pair.master.take_writer().ok()?));
        let (sender, output) = channel();
        let answers = Arc::clone(&keys);
        std::thread::spawn(move || {
            let mut buffer = [0; 65_536];
            while let Ok(n @ 1..) = reader.read(&mut buffer) {
                let now = Instant::now();
                answer(&buffer[..n], &answers);
                if sender.send((now, buffer[..n].to_vec())).is_err() {
                    return;
                }
            }
        });
        let cpu_before = cpu_of(UsageWho::RUSAGE_CHILDREN);
        let begun = Instant::now();
        let child = pair.slave.spawn_command(builder).ok()?;
        let screen = vt100::Parser::new(ROWS.try_into().ok()?, COLUMNS.try_into().ok()?, 0);
        Some(Self {
            child,
            keys,
            output,
            screen,
            begun,
            cpu_before,
            bytes: 0,
            _master: pair.master,
        })
    }

    pub fn send(&self, keys: &str) -> Instant {
        let now = Instant::now();
        if let Ok(mut writer) = self.keys.lock() {
            let _ = writer.write_all(keys.as_bytes()).and_then(|()| writer.flush());
        }
        now
    }

    pub fn text(&self) -> String {
        self.screen.screen().contents()
    }

    /// When the bytes came that made the screen as wanted.
    pub fn until(&mut self, wanted: impl Fn(&str) -> bool) -> Option<Instant> {
        let end = Instant::now() + PATIENCE;
        while let Some(left) = end.checked_duration_since(Instant::now()) {
            let (at, bytes) = self.output.recv_timeout(left).ok()?;
            self.bytes += bytes.len();
            self.screen.process(&bytes);
            if wanted(&self.text()) {
                return Some(at);
            }
        }
        None
    }

    /// Takes what comes until nothing does for so long; how many bytes that were.
    pub fn quiet(&mut self, silence: Duration) -> usize {
        let before = self.bytes;
        while let Ok((_, bytes)) = self.output.recv_timeout(silence) {
            self.bytes += bytes.len();
            self.screen.process(&bytes);
        }
        self.bytes - before
    }

    /// Milliseconds from the start.
    pub fn since_start(&self, at: Instant) -> f64 {
        millis(at.duration_since(self.begun))
    }

    /// The most memory it ever had, in MiB.
    pub fn peak(&self) -> f64 {
        let Some(pid) = self.child.process_id() else { return f64::NAN };
        let status = std::fs::read_to_string(format!("/proc/{pid}/status")).unwrap_or_default();
        peak_in(&status)
    }

    /// Milliseconds of CPU so far, to a hundredth of a second.
    pub fn cpu_so_far(&self) -> f64 {
        let Some(pid) = self.child.process_id() else { return f64::NAN };
        let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
        let fields = stat.rsplit(')').next().unwrap_or_default().split_whitespace();
        fields.skip(11).take(2).filter_map(|ticks| ticks.parse::<f64>().ok()).sum::<f64>() * 10.0
    }

    /// Ends it; milliseconds of CPU that it took, of user and system.
    pub fn end(mut self, quit: &str) -> f64 {
        self.send(quit);
        let end = Instant::now() + Duration::from_secs(2);
        while matches!(self.child.try_wait(), Ok(None)) {
            if Instant::now() > end {
                let _ = self.child.kill();
                let _ = self.child.wait();
                break;
            }
            let _ = self.output.recv_timeout(Duration::from_millis(2));
        }
        cpu_of(UsageWho::RUSAGE_CHILDREN) - self.cpu_before
    }
}

fn answer(bytes: &[u8], keys: &Mutex<Box<dyn Write + Send>>) {
    let mut rest = String::from_utf8_lossy(bytes).into_owned();
    let mut said = String::new();
    // In the order in which they were asked.
    while let Some((at, question, reply)) = ANSWERS
        .iter()
        .filter_map(|(question, reply)| Some((rest.find(question)?, question, reply)))
        .min()
    {
        said.push_str(reply);
        rest.drain(..at + question.len());
    }
    if let (false, Ok(mut writer)) = (said.is_empty(), keys.lock()) {
        let _ = writer.write_all(said.as_bytes()).and_then(|()| writer.flush());
    }
}

/// Milliseconds of CPU, of user and system.
pub fn cpu_of(who: UsageWho) -> f64 {
    let Ok(usage) = getrusage(who) else { return f64::NAN };
    (usage.user_time().num_microseconds() + usage.system_time().num_microseconds()) as f64 / 1e3
}

/// The most memory of a process, in MiB, by what the system says of it.
pub fn peak_in(status: &str) -> f64 {
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.split_whitespace().next()?.parse::<f64>().ok());
    kilobytes.map_or(f64::NAN, |kilobytes| kilobytes / 1_024.0)
}

pub fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}
