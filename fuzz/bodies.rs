//! What must hold for any bytes; shared by the fuzz targets and by a test that runs on stable.

use outage_tui::export::{DiffOptions, diff_text, yaml};
use outage_tui::load::{self, Wanted};
use outage_tui::model::{Incident, Localized, Zone};
use outage_tui::text::{Lang, SafeText, Words};
use outage_tui::timeline::{self, Heading, Timeline, audit};

/// An incident or a named error; what is read comes back from our own format as the same.
pub fn any(bytes: &[u8]) -> Option<Timeline> {
    let timeline = match timeline::open_wanted("file", bytes, &Wanted::default()) {
        Ok((timeline, ..)) => timeline,
        Err(report) => {
            assert!(report.iter().next().is_some(), "refused without a word");
            report.render(Words::new(Lang::Bn), false);
            return None;
        }
    };
    let written = yaml(&timeline, &[], Words::new(Lang::En));
    let again = load::read("again", written.as_bytes());
    let again = again
        .map(|loaded| loaded.incident)
        .map_err(|report| format!("{}\n{written}", report.render(Words::new(Lang::En), false)));
    assert_eq!(again.as_ref(), Ok(timeline.incident()));
    Some(timeline)
}

/// Each incident of a file of many has a heading and a lane beside the others, or the file is
/// refused with a reason. How many there are.
pub fn many(bytes: &[u8]) -> usize {
    let listed = match load::incidents("file", bytes, &Wanted::default()) {
        Ok((listed, _)) => listed,
        Err(report) => {
            assert!(report.has_errors(), "refused without a word");
            return 0;
        }
    };
    let incidents: Vec<Incident> = listed.into_iter().filter_map(|one| one.incident.ok()).collect();
    for incident in &incidents {
        assert!(!incident.events.is_empty(), "listed and empty");
        let heading = Heading::new(&Timeline::new(incident.clone()));
        assert_eq!(heading.strip(12).count(), 12);
    }
    let count = incidents.len();
    let all = load::side_by_side(incidents, Localized::default());
    let _ = audit(&Timeline::new(all));
    count
}

/// A file is equal to itself; two that differ do so in both directions; and neither comparison
/// lets anything out that steers a terminal.
pub fn diff(before: &[u8], after: &[u8]) {
    let (Some(before), Some(after)) = (any(before), any(after)) else { return };
    let options = DiffOptions {
        words: Words::new(Lang::En),
        zone: Zone::UTC,
        private: true,
        ascii: false,
        names: ["before", "after"].map(SafeText::line),
    };
    assert!(!diff_text(&before, &before, &options).1, "it differs from itself");
    let (text, differ) = diff_text(&before, &after, &options);
    assert_eq!(differ, diff_text(&after, &before, &options).1, "{text}");
    assert!(!text.chars().any(|c| c.is_control() && c != '\n'), "{text:?}");
}
