//! Who is driven, on which file, and how.

use std::fmt::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use crate::session::Session;

/// A viewer and what it is given.
pub struct Tool {
    pub name: &'static str,
    command: &'static [&'static str],
    /// Of the file that is opened.
    suffix: &'static str,
    /// What the first screen has, whichever end of the file the viewer begins at.
    first: &'static str,
    to_the_end: &'static str,
    quit: &'static str,
}

pub const OURS: &str = "outage-tui";
pub const LESS: &str = "less -S";
pub const JLESS: &str = "jless, YAML";

#[rustfmt::skip]
pub const TOOLS: [Tool; 6] = [
    Tool { name: OURS, command: &[], suffix: "yaml", first: "(2)", to_the_end: "G", quit: "q" },
    Tool { name: LESS, command: &["less", "-S"], suffix: "yaml", first: "Many alerts", to_the_end: "G", quit: "q" },
    Tool { name: JLESS, command: &["jless"], suffix: "yaml", first: "Many alerts", to_the_end: "G", quit: "q" },
    Tool { name: "jless, JSON", command: &["jless"], suffix: "json", first: "Many alerts", to_the_end: "G", quit: "q" },
    Tool { name: "lnav, log", command: &["lnav", "-N"], suffix: "log", first: "2031-", to_the_end: "G", quit: "q" },
    Tool { name: "csvlens, CSV", command: &["csvlens"], suffix: "csv", first: "(2)", to_the_end: "G", quit: "q" },
];

/// What one run took: milliseconds and MiB.
#[derive(Debug, Clone, Copy)]
pub struct Run {
    pub first: f64,
    pub last: f64,
    pub peak: f64,
    pub cpu: f64,
}

impl Tool {
    pub fn is_there(&self) -> bool {
        let Some(name) = self.command.first() else { return true };
        let said = Command::new(name).arg("--version").stdout(Stdio::null()).status();
        said.is_ok_and(|status| status.success())
    }

    /// Opens the file, goes to its end, and quits.
    pub fn run(&self, program: &str, folder: &Path, events: usize) -> Option<Run> {
        let file = folder.join(format!("{events}.{}", self.suffix));
        let mut command: Vec<String> = self.command.iter().map(|part| (*part).to_owned()).collect();
        if command.is_empty() {
            command.push(program.to_owned());
        }
        command.push(file.to_string_lossy().into_owned());
        let mut session = Session::start(&command)?;
        let first = session.until(|text| text.contains(self.first));
        let Some(first) = first else {
            eprintln!("{}: no first screen of {events}:\n{}", self.name, session.text());
            session.end(self.quit);
            return None;
        };
        session.send(self.to_the_end);
        let mark = format!("({})", events - 1);
        let last = session.until(|text| text.contains(&mark));
        if last.is_none() {
            eprintln!("{}: no last screen of {events}:\n{}", self.name, session.text());
        }
        let (first, last) =
            (session.since_start(first), last.map(|last| session.since_start(last)));
        let peak = session.peak();
        session.quiet(Duration::from_millis(30));
        let cpu = session.end(self.quit);
        Some(Run { first, last: last.unwrap_or(f64::NAN), peak, cpu })
    }
}

/// Writes the twins of a YAML file as a log and as a table; both hold what the JSON holds.
pub fn twins(folder: &Path, events: usize) -> std::io::Result<()> {
    let path = |suffix: &str| folder.join(format!("{events}.{suffix}"));
    let json = std::fs::read_to_string(path("json"))?;
    let (mut log, mut table) = (String::new(), String::from("at,title,kind,services,body\n"));
    // One event a line.
    for line in json.lines().filter(|line| line.starts_with("{\"at\"")) {
        let Ok(event) = sonic_rs::from_str::<Event>(line.trim_end_matches(',')) else { continue };
        let body = event.body.unwrap_or_default();
        let services = event.services.join(" ");
        let (at, kind, title) = (event.at, event.kind, event.title);
        let _ = writeln!(log, "{at} {kind}: {title} [{services}] {}", body.replace('\n', " "));
        let _ = writeln!(table, "{at},{title},{kind},{services},\"{}\"", body.replace('"', "\"\""));
    }
    std::fs::write(path("log"), log)?;
    std::fs::write(path("csv"), table)
}

#[derive(serde::Deserialize)]
struct Event {
    at: String,
    title: String,
    kind: String,
    services: Vec<String>,
    body: Option<String>,
}

/// The same content outside of what is read in pieces: `outside` has an anchor at the top and an alias
/// in one more event; of `plain` it is clear at once that the parser has to read all of it.
pub fn variants(folder: &Path, events: usize) -> std::io::Result<[String; 2]> {
    let text = std::fs::read_to_string(folder.join(format!("{events}.yaml")))?;
    let start = text.rfind("  - at: ").unwrap_or_default();
    let stamp = text[start..].lines().next().unwrap_or_default();
    let more = format!("{text}{stamp}\n    title: ");
    let outside = more.replacen("title: Many", "title: &title Many", 1) + "*title\n";
    let plain = more.replacen("\nevents:\n", "\n\"events\":\n", 1) + "Many alerts\n";
    let files = ["outside", "plain"].map(|name| folder.join(format!("{events}-{name}.yaml")));
    std::fs::write(&files[0], outside)?;
    std::fs::write(&files[1], plain)?;
    Ok(files.map(|file| file.to_string_lossy().into_owned()))
}
