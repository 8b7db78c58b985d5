//! What must hold for any bytes; shared by the fuzz targets and by a test that runs on stable.
#![allow(dead_code, reason = "each of them runs some")]

use outage_tui::export::{DiffOptions, diff_text, yaml};
use outage_tui::load::{self, Format, Report, Wanted};
use outage_tui::model::{Incident, Localized, Zone};
use outage_tui::text::{Lang, SafeText, Words};
use outage_tui::timeline::{self, Heading, Timeline, audit};

/// An incident or a named error; what is read comes back from our own format as the same.
pub fn any(bytes: &[u8]) -> Option<Timeline> {
    open(bytes).map(|(timeline, _)| timeline)
}

/// The same for a format by its word: whether the file may be one of it, and is not one of another.
pub fn of(word: &str, bytes: &[u8]) -> bool {
    assert!(Format::ALL.iter().any(|format| format.word() == word), "there is no format {word}");
    many(bytes);
    open(bytes).is_none_or(|(_, format)| format.is_some_and(|format| format.word() == word))
}

fn open(bytes: &[u8]) -> Option<(Timeline, Option<Format>)> {
    let (timeline, _, format) = match timeline::open_wanted("file", bytes, &Wanted::default()) {
        Ok(opened) => opened,
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
    Some((timeline, format))
}

/// A file whose events are read one by one says what the parser says of the whole: below a mark of
/// its end nothing changes, and it is read in one piece.
pub fn same(bytes: &[u8]) {
    let Ok(text) = str::from_utf8(bytes) else { return };
    // Ours alone, and not the report's Markdown, of which the mark would be a line.
    let is_list = |line: &str| {
        line.strip_prefix("events:").is_some_and(is_filler) || line.trim_start().starts_with('{')
    };
    if !text.split('\n').any(is_list) || text.trim_start().starts_with("# ") {
        return;
    }
    let text = format!("{text}\n");
    let in_pieces = load::read("file", text.as_bytes());
    if in_pieces.as_ref().is_ok_and(|loaded| loaded.format.is_some()) {
        return;
    }
    let whole = load::read("file", format!("{text}...\n").as_bytes());
    let refusal = [&in_pieces, &whole].into_iter().find_map(|read| read.as_ref().err());
    let refusal = refusal.map(|report| report.render(Words::new(Lang::En), false));
    assert_eq!(in_pieces.is_ok(), whole.is_ok(), "{}", refusal.unwrap_or_default());
    if let (Ok(pieces), Ok(whole)) = (&in_pieces, &whole) {
        assert_eq!(pieces.incident, whole.incident);
        assert_eq!(told(&pieces.report), told(&whole.report));
    }
}

fn is_filler(text: &str) -> bool {
    let text = text.trim_matches(' ');
    text.is_empty() || text.starts_with(['#', '\r'])
}

fn told(report: &Report) -> String {
    report.json(Words::new(Lang::En)).to_string()
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
