//! What a parser takes for a whole file: each in a process of its own, so that its peak is its own.

use std::borrow::Cow;
use std::collections::HashMap;
use std::time::Instant;

use nix::sys::resource::UsageWho;
use outage_tui::load::Wanted;
use serde::Deserialize;

use crate::session::{cpu_of, millis, peak_in};

/// The fields that generated incidents have.
#[derive(Deserialize)]
#[expect(dead_code, reason = "read, and then measured")]
struct Incident<'a> {
    #[serde(borrow)]
    title: Cow<'a, str>,
    events: Vec<Event<'a>>,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "read, and then measured")]
struct Event<'a> {
    #[serde(borrow)]
    at: Cow<'a, str>,
    #[serde(borrow)]
    title: Cow<'a, str>,
    kind: Cow<'a, str>,
    #[serde(default)]
    status: HashMap<Cow<'a, str>, Cow<'a, str>>,
    services: Vec<Cow<'a, str>>,
    body: Option<Cow<'a, str>>,
    author: Option<Cow<'a, str>>,
    #[serde(default)]
    tags: Vec<Cow<'a, str>>,
}

/// What one run took.
#[derive(Debug, Clone, Copy)]
pub struct Cost {
    pub wall: f64,
    pub cpu: f64,
    pub peak: f64,
}

/// Runs this program again for one parser and one file.
pub fn measure(parser: &str, file: &str) -> Option<Cost> {
    let this = std::env::current_exe().ok()?;
    let told = std::process::Command::new(this).args(["parse", parser, file]).output().ok()?;
    let text = String::from_utf8(told.stdout).ok()?;
    let mut numbers = text.split_whitespace().map_while(|number| number.parse().ok());
    Some(Cost { wall: numbers.next()?, cpu: numbers.next()?, peak: numbers.next()? })
}

/// The run itself: prints milliseconds of wall time and of CPU, and the peak in MiB.
pub fn run(parser: &str, file: &str) {
    let bytes = std::fs::read(file).expect("the file is there");
    let (cpu, begun) = (cpu_of(UsageWho::RUSAGE_SELF), Instant::now());
    let events = parse(parser, bytes);
    let (wall, cpu) = (millis(begun.elapsed()), cpu_of(UsageWho::RUSAGE_SELF) - cpu);
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    println!("{wall} {cpu} {} {events}", peak_in(&status));
    // What was read is not taken down again: nobody waits for that.
    std::process::exit(0);
}

fn parse(parser: &str, bytes: Vec<u8>) -> usize {
    if parser == "ours" {
        let opened = outage_tui::timeline::open_wanted("big.yaml", bytes, &Wanted::default());
        let Ok((timeline, report, _)) = opened else { panic!("{file} has faults", file = parser) };
        let events = timeline.len();
        std::mem::forget((timeline, report));
        return events;
    }
    let text: &str = String::from_utf8(bytes).expect("the file is text").leak();
    let incident: Incident = match parser {
        "serde_yaml" => serde_yaml::from_str(text).expect("the file is YAML"),
        "serde-saphyr" => {
            let options = serde_saphyr::options! { budget: None };
            serde_saphyr::from_str_with_options(text, options).expect("the file is YAML")
        }
        "sonic-rs" => sonic_rs::from_str(text).expect("the file is JSON"),
        other => panic!("no parser `{other}`"),
    };
    let events = incident.events.len();
    std::mem::forget(incident);
    events
}
