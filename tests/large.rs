//! Files of which there is too much to wait for.

mod common;

use std::fmt::Write as _;

use common::drive;
use outage_tui::app::{Action, App, File, Filter, Settings};
use outage_tui::export::text;
use outage_tui::headless::Stage;
use outage_tui::load::{self, Report};
use outage_tui::model::Localized;
use outage_tui::text::{Needle, SafeText};
use outage_tui::timeline::{self, Timeline};

/// So many that neither a filter nor a search looks at all of them in one go.
const MANY: usize = 20_000;

/// Events a second apart, in which a few words are rare.
fn yaml(events: usize) -> String {
    let mut yaml =
        String::from("title: Many\nservices: [{id: web, name: Zebra}, {id: db}]\nevents:\n");
    for n in 0..events {
        let (hour, minute, second) = (n / 3_600, n / 60 % 60, n % 60);
        let _ = writeln!(yaml, "  - at: 2031-03-01T{hour:02}:{minute:02}:{second:02}Z");
        let _ = match n % 1_000 {
            7 => writeln!(yaml, "    title: Needle number {n}\n    kind: impact"),
            8 => writeln!(yaml, "    title: \"\\u004Eeedle {n}\"\n    status: {{web: degraded}}"),
            9 => writeln!(yaml, "    title: ত্রুটি ৫০৩ {n}\n    tags: [needle]"),
            10 => writeln!(yaml, "    title: Back {n}\n    status: {{web: operational}}"),
            _ => writeln!(yaml, "    title: Nothing {n}\n    kind: alert\n    services: [db]"),
        };
    }
    yaml
}

fn open(yaml: &str) -> (Timeline, Report) {
    timeline::open("many.yaml", yaml.as_bytes())
        .unwrap_or_else(|_| unreachable!("it is well formed"))
}

fn file(report: Report) -> File {
    File { name: SafeText::line("many.yaml"), report }
}

/// The first part of the file, the rest still to come.
fn beginning(yaml: &str) -> Stage {
    let incident = load::read_beginning("many.yaml", &yaml.as_bytes()[..yaml.len() / 10]);
    let timeline =
        Timeline::new(incident.unwrap_or_else(|| unreachable!("the beginning is well formed")));
    let file = file(Report::clean("many.yaml"));
    let app = App::beginning(file, timeline, Settings::default(), yaml.len() as u64);
    Stage::new(app, 100, 30)
}

fn rest(yaml: &str) -> Result<(Timeline, Report), Report> {
    timeline::open("many.yaml", yaml.as_bytes())
}

#[test]
fn the_beginning_says_that_more_comes() {
    let yaml = yaml(1_000);
    let mut stage = beginning(&yaml);
    let shown = stage.app.timeline.len();
    assert!((50..150).contains(&shown), "{shown}");
    stage.act(Action::Read { events: 430, bytes: yaml.len() as u64 * 43 / 100 });
    let screen = text(&stage.draw());
    assert!(screen.contains("reading 42 % ████░░░░░░ · 1/100"), "{screen}");
    assert!(screen.contains("read: 0.0 of 0.1 MB, 430 events"), "{screen}");
    assert!(!screen.contains("more is being read"), "the end is not in sight\n{screen}");
    stage.act(Action::Select(shown - 1));
    let screen = text(&stage.draw());
    assert!(screen.contains("┄┄┄ more is being read ┄┄┄"), "{screen}");
    // No picture of a part.
    assert_eq!(stage.act(Action::Picture), outage_tui::app::Effect::None);
    assert!(stage.app.notice.is_some());
    // Where the clock stands it stays.
    let at = stage.app.cursor.at;
    stage.take(rest(&yaml));
    assert_eq!((stage.app.cursor.at, stage.app.selected()), (at, Some(shown - 1)));
    let screen = text(&stage.draw());
    assert!(screen.contains("1,000 events") && !screen.contains("more is being read"), "{screen}");
}

#[test]
fn the_end_is_waited_for_and_the_wait_can_be_given_up() {
    let yaml = yaml(1_000);
    for (keys, row) in [("G", 999), ("G Esc", 0), ("G Esc G", 999)] {
        let mut stage = beginning(&yaml);
        drive(&mut stage, None, keys);
        assert_eq!(stage.app.selected(), Some(0), "{keys}: nothing moves yet");
        stage.take(rest(&yaml));
        assert_eq!(stage.app.selected(), Some(row), "{keys}");
    }
}

#[test]
fn the_end_of_a_filter_is_waited_for() {
    for (keys, row) in [("G", MANY - 1), ("G Esc", 0)] {
        let (timeline, report) = open(&yaml(MANY));
        let mut stage = Stage::new(App::new(file(report), timeline, Settings::default()), 100, 30);
        drive(&mut stage, None, "g g f '-#needle' Enter");
        assert!(stage.app.is_looking());
        drive(&mut stage, None, keys);
        assert_eq!(stage.app.selected(), Some(0), "{keys}: nothing moves yet");
        while stage.app.is_looking() {
            stage.act(Action::Look);
        }
        assert_eq!(stage.app.selected(), Some(row), "{keys}");
    }
}

#[test]
fn playing_waits_at_the_end_of_what_was_read() {
    let yaml = yaml(1_000);
    let mut stage = beginning(&yaml);
    let shown = stage.app.timeline.len();
    stage.act(Action::Select(shown - 1));
    drive(&mut stage, None, "Space");
    stage.act(Action::Tick(1_000));
    assert_eq!((stage.app.selected(), stage.app.play.running), (Some(shown - 1), true));
    stage.take(rest(&yaml));
    stage.act(Action::Tick(1_000));
    assert_eq!((stage.app.selected(), stage.app.play.running), (Some(shown), true));
}

#[test]
fn a_reader_that_breaks_off_is_told() {
    let mut stage = beginning(&yaml(1_000));
    stage.take(Err(Report::broken_off("many.yaml")));
    drive(&mut stage, None, "!");
    let screen = text(&stage.draw());
    assert!(screen.contains("E003") && screen.contains("reading ended"), "{screen}");
}

/// The same events in JSON and as lines of JSON.
fn json(events: usize, lines: bool) -> String {
    let event = |n: usize| {
        let clock = format!("{:02}:{:02}:{:02}", n / 3_600, n / 60 % 60, n % 60);
        format!("{{\"at\":\"2031-03-01T{clock}Z\",\"title\":\"Event {n}\",\"services\":[\"db\"]}}")
    };
    let all: Vec<String> = (0..events).map(event).collect();
    if lines {
        all.join("\n") + "\n"
    } else {
        format!(
            "{{\"title\":\"Many\",\"services\":[\"db\"],\"events\":[\n{}\n]}}\n",
            all.join(",\n")
        )
    }
}

#[test]
fn the_beginning_of_json_is_shown_too() {
    for text in [json(1_000, false), json(1_000, false).replace('\n', "")] {
        let part = &text.as_bytes()[..text.len() / 10];
        let incident = load::read_beginning("many.json", part).unwrap();
        assert!((80..101).contains(&incident.events.len()), "{}", incident.events.len());
    }
}

#[test]
fn lines_of_our_own_events_are_read_as_such() {
    let lines = json(500, true);
    let (timeline, report) = timeline::open("many.jsonl", lines.as_bytes()).unwrap();
    assert_eq!((timeline.len(), report.warnings()), (500, 0));
    let event = timeline.event(499).unwrap().into_owned();
    assert_eq!(event.title.all().next(), Some("Event 499"));
    assert_eq!(event.touched().count(), 1);
    // One line in other words, and the whole is what any program writes.
    let other = lines.replacen("\"title\"", "\"message\"", 1);
    let (timeline, _) = timeline::open("many.jsonl", other.as_bytes()).unwrap();
    assert_eq!(timeline.len(), 500);
}

#[test]
fn one_event_of_very_many_services_is_read_at_once() {
    let names: Vec<String> = (0..30_000).map(|n| format!("s{n}")).collect();
    let states: Vec<String> = names.iter().map(|name| format!("{name}: degraded")).collect();
    let yaml = format!(
        "title: x\nevents:\n  - at: 2031-03-01T10:00Z\n    title: y\n    status: {{{}}}\n    services: [{}]\n    \
         inferred: [{}]\n",
        states.join(", "),
        names.join(", "),
        names.join(", ")
    );
    let (timeline, _) = open(&yaml);
    assert_eq!(timeline.event(0).unwrap().touched().count(), 30_000);
}

#[test]
fn a_fault_found_late_leaves_what_was_read() {
    let mut broken = yaml(1_000);
    broken.push_str("  - at: yesterday\n    title: x\n");
    let mut stage = beginning(&broken);
    let shown = stage.app.timeline.len();
    stage.take(rest(&broken));
    assert_eq!(stage.app.timeline.len(), shown);
    stage.act(Action::Select(shown - 1));
    let screen = text(&stage.draw());
    assert!(screen.contains("the rest has faults: !") && screen.contains("incomplete"), "{screen}");
    drive(&mut stage, None, "!");
    let screen = text(&stage.draw());
    assert!(screen.contains("many.yaml:4000:") && screen.contains("yesterday"), "{screen}");
}

#[test]
fn what_narrows_the_beginning_narrows_the_whole() {
    let yaml = yaml(1_000);
    let mut stage = beginning(&yaml);
    drive(&mut stage, None, "f 'kind:impact' Enter / 'number' Enter");
    assert_eq!(stage.app.listing.rows().len(), 1);
    stage.take(rest(&yaml));
    assert_eq!(stage.app.listing.rows().len(), 1);
    assert_eq!(stage.app.search.hits(), [7]);
    drive(&mut stage, None, "Esc Esc / 'needle' Enter");
    assert_eq!(stage.app.search.hits(), [7, 8, 9]);
}

#[test]
fn a_search_in_goes_finds_what_reading_everything_finds() {
    let (timeline, report) = open(&yaml(MANY));
    let mut stage = Stage::new(App::new(file(report), timeline, Settings::default()), 100, 30);
    for query in ["needle", "number 7007", "৫০৩", "503", "zebra", "n", "N", "nothing 19", "missing"]
    {
        let needle = Needle::new(query).unwrap();
        let says = |row: &usize| {
            let event = stage.app.timeline.event(*row).unwrap();
            let names = event.touched().map(|id| stage.app.timeline.service(id).name.clone());
            let names: Vec<_> = names.collect();
            let mut texts = event.title.all().chain(names.iter().flat_map(Localized::all));
            texts.any(|text| needle.is_in(text)) || event.tags.iter().any(|tag| needle.is_in(tag))
        };
        let expected: Vec<usize> = (0..MANY).filter(says).collect();
        stage.act(Action::Select(MANY / 2));
        drive(&mut stage, None, &format!("/ '{query}'"));
        let mut goes = 0;
        while stage.app.is_looking() {
            stage.act(Action::Look);
            goes += 1;
        }
        assert_eq!(stage.app.search.hits(), expected, "{query}");
        // The first hit from where the search began is selected as soon as it is known.
        let first = expected.iter().find(|row| **row >= MANY / 2).or(expected.first());
        assert_eq!(stage.app.selected(), Some(first.copied().unwrap_or(MANY / 2)), "{query}");
        assert!(goes > 0 || query != "n", "one go is enough for anything");
        drive(&mut stage, None, "Esc");
    }
}

#[test]
fn a_filter_in_goes_leaves_what_holds() {
    let (timeline, report) = open(&yaml(MANY));
    let mut stage = Stage::new(App::new(file(report), timeline, Settings::default()), 100, 30);
    for query in
        ["needle", "tag:needle", "-nothing", "kind:impact", "service:zebra status:degraded"]
    {
        let filter = Filter::parse(query).unwrap();
        let holds = |row: &usize| {
            let event = stage.app.timeline.event(*row).unwrap();
            filter.holds(&event, &stage.app.timeline)
        };
        let expected: Vec<usize> = (0..MANY).filter(holds).collect();
        assert!(!expected.is_empty(), "{query}");
        stage.app.filter(query);
        while stage.app.is_looking() {
            stage.act(Action::Look);
        }
        assert_eq!(stage.app.listing.rows(), expected, "{query}");
    }
}
