//! The program in a pseudo-terminal, and a model of the screen that it draws on.

use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, SlavePty, native_pty_system};

/// What of the environment decides how things look: nothing of who runs the tests has a say.
pub const OURS_TO_SAY: [&str; 9] = [
    "NO_COLOR",
    "CLICOLOR",
    "CLICOLOR_FORCE",
    "COLORFGBG",
    "STY",
    "LANG",
    "LC_MESSAGES",
    "OUTAGE_TUI_KEYBOARD",
    "TZ",
];

/// How long anything may take before the test has failed.
const PATIENCE: Duration = Duration::from_secs(30);

/// A child that a test that failed does not leave behind.
struct Reaped(Box<dyn Child + Send + Sync>);

impl std::ops::Deref for Reaped {
    type Target = Box<dyn Child + Send + Sync>;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl std::ops::DerefMut for Reaped {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.0
    }
}

impl Drop for Reaped {
    fn drop(&mut self) {
        // One that has ended cannot be killed, and need not be.
        let _ = self.0.kill();
    }
}

/// A running program, its terminal, and all it has written.
pub struct Session {
    child: Reaped,
    master: Box<dyn MasterPty + Send>,
    // Kept open, so that the terminal outlives the program and can be looked at.
    slave: Box<dyn SlavePty + Send>,
    keys: Box<dyn Write + Send>,
    output: Receiver<Vec<u8>>,
    screen: vt100::Parser,
    pub bytes: Vec<u8>,
    pub before: String,
}

fn size(columns: u16, rows: u16) -> PtySize {
    PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 }
}

fn cells(n: u16) -> NonZeroU16 {
    NonZeroU16::new(n).expect("a screen has cells")
}

impl Session {
    /// The program itself.
    pub fn start(columns: u16, rows: u16, args: &[&str]) -> Self {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_outage-tui"));
        command.args(args);
        Self::spawn(columns, rows, command)
    }

    /// A line of shell, in which `$OUTAGE_TUI` is the program.
    pub fn shell(columns: u16, rows: u16, line: &str) -> Self {
        let mut command = CommandBuilder::new("sh");
        command.args(["-c", line]);
        Self::spawn(columns, rows, command)
    }

    pub fn spawn(columns: u16, rows: u16, mut command: CommandBuilder) -> Self {
        command.cwd(env!("CARGO_MANIFEST_DIR"));
        command.env("OUTAGE_TUI", env!("CARGO_BIN_EXE_outage-tui"));
        for (name, value) in
            [("TERM", "xterm-256color"), ("COLORTERM", "truecolor"), ("LC_ALL", "C.UTF-8")]
        {
            command.env(name, value);
        }
        for name in OURS_TO_SAY {
            command.env_remove(name);
        }
        let pair = native_pty_system().openpty(size(columns, rows)).expect("a pseudo-terminal");
        let before = format!("{:?}", pair.master.get_termios());
        let child = Reaped(pair.slave.spawn_command(command).expect("the program starts"));
        let mut reader = pair.master.try_clone_reader().expect("a reader");
        let (sender, output) = channel();
        std::thread::spawn(move || {
            let mut buffer = [0; 16_000];
            while let Ok(n @ 1..) = reader.read(&mut buffer) {
                if sender.send(buffer[..n].to_vec()).is_err() {
                    return;
                }
            }
        });
        Self {
            child,
            keys: pair.master.take_writer().expect("a writer"),
            master: pair.master,
            slave: pair.slave,
            output,
            screen: vt100::Parser::new(cells(rows), cells(columns), 0),
            bytes: Vec::new(),
            before,
        }
    }

    pub fn screen(&self) -> &vt100::Screen {
        self.screen.screen()
    }

    /// The settings of the terminal, to be compared with `before`.
    pub fn settings(&self) -> String {
        format!("{:?}", self.master.get_termios())
    }

    pub fn send(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).expect("the terminal takes keys");
        self.keys.flush().expect("the terminal takes keys");
    }

    pub fn resize(&mut self, columns: u16, rows: u16) {
        self.screen.screen_mut().set_size(cells(rows), cells(columns));
        self.master.resize(size(columns, rows)).expect("the terminal takes a size");
    }

    /// A size that no model of a screen can hold.
    pub fn resize_only_the_terminal(&self, columns: u16, rows: u16) {
        self.master.resize(size(columns, rows)).expect("the terminal takes a size");
    }

    /// Takes what the program writes and looks at none of it.
    pub fn drain(&self, time: Duration) -> usize {
        self.output.recv_timeout(time).map_or(0, |bytes| bytes.len())
    }

    /// Sends a signal, by its name.
    pub fn signal(&self, name: &str) {
        let pid = self.child.process_id().expect("the program runs").to_string();
        let status = std::process::Command::new("kill").args(["-s", name, &pid]).status();
        assert!(status.expect("kill runs").success());
    }

    /// Whether the program is stopped, by the word of the system.
    pub fn is_stopped(&self) -> bool {
        let pid = self.child.process_id().expect("the program runs").to_string();
        let told = std::process::Command::new("ps").args(["-o", "state=", "-p", &pid]).output();
        told.expect("ps runs").stdout.starts_with(b"T")
    }

    /// The terminal goes away. How long the program lived on.
    pub fn hang_up(self) -> Duration {
        let pid = self.child.process_id().expect("the program runs").to_string();
        let Self { mut child, master, slave, keys, output, .. } = self;
        drop((master, slave, keys, output));
        let begun = Instant::now();
        while child.try_wait().expect("the program can be waited for").is_none() {
            assert!(begun.elapsed() < PATIENCE, "{pid} lives on");
            std::thread::sleep(Duration::from_millis(10));
        }
        begun.elapsed()
    }

    /// Takes what the program writes until the screen is as wanted.
    pub fn until(&mut self, what: &str, wanted: impl Fn(&vt100::Screen) -> bool) {
        let end = Instant::now() + PATIENCE;
        while !wanted(self.screen.screen()) {
            assert!(Instant::now() < end, "no {what} in:\n{}", self.screen().contents());
            self.take(Duration::from_millis(50));
        }
    }

    /// Takes what the program writes until those bytes are among it.
    pub fn until_bytes(&mut self, wanted: &str) {
        let end = Instant::now() + PATIENCE;
        while !String::from_utf8_lossy(&self.bytes).contains(wanted) {
            assert!(Instant::now() < end, "no {wanted:?} in {:?}", self.screen().contents());
            self.take(Duration::from_millis(50));
        }
    }

    pub fn until_text(&mut self, text: &str) {
        self.until(text, |screen| screen.contents().contains(text));
    }

    /// Takes what is written until nothing comes for a moment; all that was written so far.
    pub fn until_quiet(&mut self) -> usize {
        while self.take(Duration::from_millis(60)) > 0 {}
        self.bytes.len()
    }

    /// Takes what comes within a time; returns how many bytes.
    pub fn take(&mut self, time: Duration) -> usize {
        match self.output.recv_timeout(time) {
            Ok(bytes) => {
                self.screen.process(&bytes);
                self.bytes.extend_from_slice(&bytes);
                bytes.len()
            }
            Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => 0,
        }
    }

    /// Waits for the end of the program and takes all that it still wrote; its exit code.
    pub fn end(&mut self) -> u32 {
        let end = Instant::now() + PATIENCE;
        let code = loop {
            self.take(Duration::from_millis(20));
            if let Some(status) = self.child.try_wait().expect("the program can be waited for") {
                break status.exit_code();
            }
            assert!(Instant::now() < end, "the program does not end");
        };
        while self.take(Duration::from_millis(100)) > 0 {}
        code
    }
}
