//! The incidents that come with the program: every one opens clean, tells everything in both
//! languages, says how sure it is, and gives the lengths that follow from its sources by hand.
#![expect(clippy::disallowed_methods, reason = "a test may read its files")]
#![expect(clippy::panic, clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod common;

use std::path::{Path, PathBuf};

use outage_tui::model::{Event, Kind, Localized, Phase};
use outage_tui::text::{Lang, Words};
use outage_tui::timeline::{self, Timeline};

use common::is_bengali;

/// What a file of the library may have in bytes: all of them are built in.
const LARGEST: usize = 25_000;

/// Kinds of cause: the end of the tag `cause:…`.
const CAUSES: [&str; 6] = ["automation", "bug", "capacity", "config", "network", "operation"];

/// A file by its name without the ending, its text and what it says.
struct Book {
    name: String,
    text: String,
    timeline: Timeline,
}

fn files() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("incidents");
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "yaml"))
        .collect();
    files.sort();
    files
}

fn open(path: &Path) -> Book {
    let text = std::fs::read_to_string(path).unwrap();
    let name = path.file_stem().unwrap().to_string_lossy().into_owned();
    let (timeline, report) = timeline::open(&name, text.as_bytes())
        .unwrap_or_else(|report| panic!("{}", report.render(Words::new(Lang::En), false)));
    let warnings = report.render(Words::new(Lang::En), false);
    assert_eq!(report.warnings(), 0, "{warnings}");
    Book { name, text, timeline }
}

/// Every file but the smallest, which has one language and no sources.
fn books() -> Vec<Book> {
    files().iter().map(|path| open(path)).filter(|book| book.name != "smallest").collect()
}

/// English in English, and in Bengali either Bengali or the same proper name.
fn is_named_twice(name: &Localized) -> bool {
    let (en, bn) = (name.get(Lang::En), name.get(Lang::Bn));
    !en.is_empty() && !is_bengali(en) && (is_bengali(bn) || bn == en)
}

fn is_told_twice(text: &Localized) -> bool {
    !text.get(Lang::En).is_empty()
        && !is_bengali(text.get(Lang::En))
        && is_bengali(text.get(Lang::Bn))
}

/// A remark of the file itself: what it starts from, and where the sources say nothing.
fn is_remark(event: &Event) -> bool {
    let is_tagged = |name: &str| event.tags.iter().any(|tag| &**tag == name);
    event.kind == Kind::Note && (is_tagged("silence") || is_tagged("baseline"))
}

fn cause(event: &Event) -> impl Iterator<Item = &str> {
    event.tags.iter().filter_map(|tag| tag.strip_prefix("cause:"))
}

#[test]
fn every_file_opens_without_errors_and_warnings() {
    let files = files();
    assert!(files.len() >= 19, "{files:?}");
    for file in files {
        assert!(!open(&file).timeline.is_empty(), "{}", file.display());
    }
}

#[test]
fn everything_is_told_in_both_languages() {
    for Book { name, timeline, .. } in books() {
        let incident = timeline.incident();
        for text in [&incident.title, &incident.summary, &incident.cause] {
            assert!(is_told_twice(text), "{name}: {}", text.get(Lang::En));
        }
        for id in timeline.services() {
            let service = timeline.service(id);
            assert!(is_named_twice(&service.name), "{name}: {}", service.id);
            let group = &service.group;
            assert!(group.is_empty() || is_named_twice(group), "{name}: {}", service.id);
        }
        for action in &incident.actions {
            assert!(is_told_twice(&action.task), "{name}: {}", action.task.get(Lang::En));
        }
        for event in timeline.events() {
            let title = event.title.get(Lang::En);
            assert!(is_told_twice(&event.title), "{name}: {title}");
            assert!(event.body.is_empty() || is_told_twice(&event.body), "{name}: {title}");
        }
    }
}

#[test]
fn every_event_says_how_sure_it_is_and_who_says_so() {
    for Book { name, text, timeline } in books() {
        for event in timeline.events() {
            let title = event.title.get(Lang::En);
            let is_sourced = event.sources.iter().any(|source| !source.name.is_empty());
            assert!(is_sourced || is_remark(&event), "{name}: no source: {title}");
            assert!(event.confidence.is_some() || is_remark(&event), "{name}: how sure? {title}");
            assert!(!event.private, "{name}: {title}");
        }
        let precisions = text.lines().filter(|line| line.starts_with("    precision: ")).count();
        assert_eq!(precisions, timeline.len(), "{name}: an event without `precision`");
        assert!(!timeline.incident().links.is_empty(), "{name}: no links");
    }
}

#[test]
fn every_file_checks_itself_from_before_the_start_to_after_the_end() {
    for Book { name, timeline, .. } in books() {
        let expected = &timeline.incident().expect;
        let covers = |phase| expected.iter().any(|claim| claim.phase == Some(phase));
        assert!(expected.len() >= 5, "{name}: {} claims", expected.len());
        assert!(covers(Phase::Before) && covers(Phase::Resolved), "{name}");
        let last = timeline.last();
        for id in timeline.counted().filter(|&id| timeline.harmed_by(last).any(|h| h == id)) {
            assert!(timeline.status_at(id, last).is_up(), "{name}: {}", timeline.service(id).id);
        }
    }
}

#[test]
fn a_file_of_the_library_is_small_and_names_one_kind_of_cause() {
    for Book { name, text, timeline } in books().iter().filter(|book| book.name != "oct-outage") {
        assert!(text.len() <= LARGEST, "{name}: {} bytes", text.len());
        assert_eq!(timeline.incident().id.as_deref(), Some(&**name));
        let events: Vec<_> = timeline.events().collect();
        let causes: Vec<&str> = events.iter().flat_map(|event| cause(event)).collect();
        let [one] = causes[..] else { panic!("{name}: {causes:?}") };
        assert!(CAUSES.contains(&one), "{name}: {one}");
    }
}

const MINUTE: i64 = 60;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

/// Seconds to detect, to acknowledge, to mitigate, to resolve; worked out by hand from what the
/// sources say.
#[rustfmt::skip]
const LENGTHS: [(&str, [Option<i64>; 4]); 17] = [
    ("atlassian-2022-04", [None, None, Some(9 * DAY + 16 * HOUR + 22 * MINUTE), Some(13 * DAY + 16 * HOUR + 19 * MINUTE)]),
    ("aws-2017-02", [None, None, Some(4 * HOUR + 17 * MINUTE), Some(4 * HOUR + 17 * MINUTE)]),
    ("aws-2021-12", [None, None, Some(6 * HOUR + 52 * MINUTE), Some(9 * HOUR + 14 * MINUTE)]),
    ("aws-2025-10", [Some(50 * MINUTE), None, Some(14 * HOUR + 32 * MINUTE), Some(14 * HOUR + 32 * MINUTE)]),
    ("cloudflare-2019-07", [Some(3 * MINUTE), None, Some(27 * MINUTE), Some(HOUR + 10 * MINUTE)]),
    ("cloudflare-2020-07", [None, None, Some(27 * MINUTE), Some(58 * MINUTE)]),
    ("cloudflare-2022-06", [Some(5 * MINUTE), Some(5 * MINUTE), Some(31 * MINUTE), Some(HOUR + 15 * MINUTE)]),
    ("cloudflare-2025-11", [Some(11 * MINUTE), Some(15 * MINUTE), Some(3 * HOUR + 10 * MINUTE), Some(5 * HOUR + 46 * MINUTE)]),
    ("cloudflare-2025-12", [Some(3 * MINUTE), Some(3 * MINUTE), Some(24 * MINUTE), Some(25 * MINUTE)]),
    ("crowdstrike-2024-07", [Some(78 * MINUTE), Some(5 * HOUR + 36 * MINUTE), Some(5 * DAY + 19 * HOUR + 51 * MINUTE), Some(10 * DAY + 19 * HOUR + 51 * MINUTE)]),
    ("fastly-2021-06", [Some(MINUTE), Some(11 * MINUTE), Some(2 * HOUR + 48 * MINUTE), Some(2 * HOUR + 57 * MINUTE)]),
    ("github-2018-10", [Some(2 * MINUTE), Some(17 * MINUTE + 19), Some(17 * HOUR + 53 * MINUTE), Some(24 * HOUR + 11 * MINUTE + 58)]),
    ("gitlab-2017-01", [Some(34 * MINUTE + 16), Some(34 * MINUTE + 16), Some(21 * HOUR + 14 * MINUTE), Some(21 * HOUR + 14 * MINUTE)]),
    ("google-cloud-2019-06", [Some(40 * MINUTE), Some(40 * MINUTE), Some(3 * HOUR + 19 * MINUTE), Some(4 * HOUR + 15 * MINUTE)]),
    ("google-cloud-2025-06", [Some(10 * MINUTE), Some(73 * MINUTE), Some(2 * HOUR + 40 * MINUTE), Some(7 * HOUR + 29 * MINUTE)]),
    ("roblox-2021-10", [None, None, Some(68 * HOUR + 23 * MINUTE), Some(75 * HOUR + 8 * MINUTE)]),
    ("slack-2021-01", [Some(45 * MINUTE), None, Some(4 * HOUR + 40 * MINUTE), Some(13 * HOUR + 16 * MINUTE)]),
];

#[test]
fn the_four_lengths_of_each_incident() {
    let books: Vec<Book> = books().into_iter().filter(|book| book.name != "oct-outage").collect();
    let found: Vec<(&str, [Option<i64>; 4])> = books
        .iter()
        .map(|Book { name, timeline, .. }| {
            (&**name, timeline.measures_at(timeline.last()).map(|measure| measure.seconds()))
        })
        .collect();
    assert_eq!(found, LENGTHS);
}

/// Seconds in partial or major outage, by hand from what the sources say.
const DOWN: [(&str, &str, i64); 9] = [
    ("aws-2017-02", "read", 2 * HOUR + 49 * MINUTE),
    ("aws-2025-10", "dynamodb", 2 * HOUR + 37 * MINUTE),
    ("aws-2025-10", "nlb", 4 * HOUR + 6 * MINUTE),
    ("cloudflare-2020-07", "cities", 27 * MINUTE),
    ("cloudflare-2022-06", "tokyo", 31 * MINUTE),
    ("fastly-2021-06", "edge", 49 * MINUTE),
    ("github-2018-10", "webhooks", 17 * HOUR + 26 * MINUTE),
    ("google-cloud-2025-06", "central", 2 * HOUR + 40 * MINUTE),
    ("roblox-2021-10", "game", 65 * HOUR + 25 * MINUTE),
];

#[test]
fn how_long_services_were_down() {
    let books = books();
    for (name, service, seconds) in DOWN {
        let book = books.iter().find(|book| book.name == name).unwrap();
        let moment = book.timeline.moment(book.timeline.last());
        let named = |id| &*book.timeline.service(id).id == service;
        let down = moment.services.iter().find(|now| named(now.id)).map(|now| now.down_seconds);
        assert_eq!(down, Some(seconds), "{name}: {service}");
    }
}
