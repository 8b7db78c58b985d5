//! Compares what a status page's updates tell with what the page showed at the time.
//!
//! ```console
//! $ cargo run --release --example against_history -- incidents.json history.jsonl
//! ```
//!
//! Each line of the history is a moment: `{"at": …, "components": {NAME: STATUS}, "active_incidents":
//! [{"id": …}]}`. For each incident that was open then, the components that its updates had named are
//! compared by their names. Ends with 1 where one differs.
#![expect(clippy::print_stdout, reason = "that is what it is for")]
#![expect(clippy::disallowed_methods, reason = "an example reads files")]

use std::collections::HashMap;
use std::process::ExitCode;

use outage_tui::load::{self, Wanted};
use outage_tui::model::{Known, Status, Time, Zone, time::parse_stamp};
use outage_tui::text::{Lang, Words};
use outage_tui::timeline::Timeline;
use serde_json::Value;

/// How many were compared, and how many of them differ.
#[derive(Default)]
struct Tally {
    moments: usize,
    moments_off: usize,
    states: usize,
    states_off: usize,
}

fn main() -> Result<ExitCode, Box<dyn std::error::Error>> {
    let mut files = std::env::args().skip(1);
    let (Some(page), Some(history)) = (files.next(), files.next()) else {
        return Err("two files: the page's incidents, and its history".into());
    };
    let read = load::incidents(&page, &std::fs::read(&page)?, &Wanted::default());
    let (listed, _) = read.map_err(|report| report.render(Words::new(Lang::En), false))?;
    let incidents = listed.into_iter().filter_map(|one| one.incident.ok());
    let by_id: HashMap<String, Timeline> = incidents
        .filter_map(|incident| Some((incident.id.as_ref()?.to_string(), Timeline::new(incident))))
        .collect();
    let mut tally = Tally::default();
    for line in std::fs::read_to_string(&history)?.lines() {
        tally.moment(&serde_json::from_str(line)?, &by_id).ok_or("a moment without a time")?;
    }
    let Tally { moments, moments_off, states, states_off } = tally;
    println!("{moments_off} of {moments} moments differ, {states_off} of {states} states");
    Ok(if moments_off == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

impl Tally {
    fn moment(&mut self, moment: &Value, by_id: &HashMap<String, Timeline>) -> Option<()> {
        let at = parse_stamp(moment["at"].as_str()?, Zone::UTC).ok()?.at;
        let open = moment["active_incidents"].as_array().into_iter().flatten();
        let open = open.filter_map(|incident| by_id.get(incident["id"].as_str()?));
        let before = self.states_off;
        for timeline in open {
            self.incident(timeline, at, &moment["components"]);
        }
        self.moments += 1;
        self.moments_off += usize::from(self.states_off > before);
        Some(())
    }

    fn incident(&mut self, timeline: &Timeline, at: Time, shown: &Value) {
        for now in timeline.moment(at).services {
            let name = timeline.service(now.id).name.get(Lang::En);
            let status = shown[name].as_str().and_then(Status::parse);
            // What no update had named says nothing.
            let Some(status) = status.filter(|_| now.known != Known::Unknown) else { continue };
            self.states += 1;
            if status != now.status {
                self.states_off += 1;
                println!(
                    "{} {name}: shown {}, told {}",
                    at.rfc3339(),
                    status.word(),
                    now.status.word()
                );
            }
        }
    }
}
