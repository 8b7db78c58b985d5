//! A Markdown report opens again and says the same.
#![expect(clippy::panic, reason = "a test that cannot go on has failed")]

mod common;

use common::{OCTOBER, SMALLEST, bytes, read};
use outage_tui::export::{ReportOptions, report_markdown};
use outage_tui::load::Report;
use outage_tui::model::{Event, Kind, Precision, Status, Time};
use outage_tui::text::{Lang, Words};
use outage_tui::timeline::{self, Timeline};
use proptest::prelude::*;

fn report(timeline: &Timeline, lang: Lang) -> String {
    let options = ReportOptions {
        gantt: true,
        ..ReportOptions::new(Words::new(lang), timeline.incident().zone)
    };
    report_markdown(timeline, &options)
}

fn again(markdown: &str) -> (Timeline, Report) {
    timeline::open("report.md", markdown.as_bytes()).unwrap_or_else(|report| {
        panic!("{}\n{markdown}", report.render(Words::new(Lang::En), false))
    })
}

/// What an event keeps through Markdown.
type Kept = (Time, Option<Time>, Kind, String, Vec<(String, Option<Status>)>, Vec<String>);

fn kept(timeline: &Timeline, event: &Event, lang: Lang) -> Kept {
    let status = |id| event.status.iter().find(|(changed, _)| *changed == id).map(|(_, s)| *s);
    let name = |id| timeline.service(id).name.get(lang).to_owned();
    let mut services: Vec<_> = event.touched().map(|id| (name(id), status(id))).collect();
    services.sort();
    let sources = event.sources.iter().map(|source| source.name.to_string()).collect();
    let title = event.title.get(lang).to_owned();
    (event.at, event.until, event.kind, title, services, sources)
}

fn kept_all(timeline: &Timeline) -> Vec<Kept> {
    timeline.events().map(|event| kept(timeline, &event, Lang::En)).collect()
}

fn same(timeline: &Timeline, lang: Lang) {
    let markdown = report(timeline, lang);
    let (back, warnings) = again(&markdown);
    let before: Vec<Kept> = timeline.events().map(|event| kept(timeline, &event, lang)).collect();
    let after: Vec<Kept> = back.events().map(|event| kept(&back, &event, lang)).collect();
    assert_eq!(after, before);
    assert_eq!(back.incident().title.get(lang), timeline.incident().title.get(lang));
    assert_eq!(back.incident().id, timeline.incident().id);
    assert_eq!(back.incident().zone, timeline.incident().zone);
    assert!(warnings.iter().any(|warning| warning.code().as_str() == "W111"));
}

#[test]
fn every_incident_comes_back() {
    for path in [OCTOBER, SMALLEST, "tests/data/every-field.yaml"] {
        let timeline = read(&String::from_utf8_lossy(&bytes(path)));
        for lang in Lang::ALL {
            same(&timeline, lang);
        }
    }
}

#[test]
fn october_is_the_same_report_the_second_time() {
    let timeline = read(&String::from_utf8_lossy(&bytes(OCTOBER)));
    for lang in Lang::ALL {
        // The texts of the events do not come back, nor what is said of them.
        let note = outage_tui::text::Msg::TextsNote.text(lang);
        let first = report(&timeline, lang).replace(&format!("{note}\n\n"), "");
        assert_eq!(report(&again(&first).0, lang), first);
        assert_eq!(report(&again(&first.replace('\n', "\r\n")).0, lang), first);
        let renamed = first.replace("## Timeline", "## What happened");
        assert_eq!(report(&again(&renamed).0, lang), first);
    }
}

#[test]
fn every_built_in_incident_is_the_same_report_the_second_time() {
    let files = std::fs::read_dir("incidents").unwrap().map(|entry| entry.unwrap().path());
    let files: Vec<_> =
        files.filter(|path| path.extension().is_some_and(|e| e == "yaml")).collect();
    assert!(files.len() > 15);
    for path in files {
        let timeline = read(&String::from_utf8_lossy(&bytes(&path.to_string_lossy())));
        for lang in Lang::ALL {
            let note = outage_tui::text::Msg::TextsNote.text(lang);
            let first = report(&timeline, lang).replace(&format!("\n{note}\n"), "");
            assert_eq!(report(&again(&first).0, lang), first, "{}", path.display());
        }
    }
}

#[test]
fn a_day_is_told_as_a_day_and_comes_back_as_one() {
    let told = read(
        "title: x\ntimezone: Asia/Dhaka\nevents:\n\
         - {at: 2026-01-01 09:00, title: Down, status: {a: major_outage}}\n\
         - {at: 2026-01-02, precision: day, title: Notice, recovery: 40}\n\
         - {at: 2026-01-03, until: 2026-01-05, precision: day, title: Repairs}\n\
         - {at: 2026-01-05 12:00, precision: day, title: Somewhen}\n\
         - {at: 2026-01-06 09:00, title: Up, status: {a: operational}}\n",
    );
    let markdown = report(&told, Lang::En);
    for row in [
        r"| \~2026-01-02 | – | 40% |",
        r"| \~2026-01-02 | – |  | note | Notice |",
        r"| \~2026-01-03 – \~2026-01-05 | – |  |",
        // It stands where somebody put it within its day, which no page shows.
        r"| \~2026-01-05 | – <!-- 2026-01-05T06:00:00Z --> |  |",
    ] {
        assert!(markdown.contains(row), "{row}\n{markdown}");
    }
    same(&told, Lang::En);
    let (back, _) = again(&markdown);
    let days =
        |told: &Timeline| told.events().filter(|event| event.precision == Precision::Day).count();
    assert_eq!((days(&back), days(&told)), (3, 3));
    let readings = |told: &Timeline| told.heads().filter(|head| head.recovery.is_some()).count();
    assert_eq!(readings(&back), readings(&told));
}

#[test]
fn where_the_zone_is_utc_one_column_says_when() {
    let told = read(
        "title: x\nevents:\n\
         - {at: 2026-01-01T09:00:07Z, title: Down, status: {a: major_outage}}\n\
         - {at: 2026-01-01T09:00:07.25Z, title: Sharp, recovery: 10}\n\
         - {at: 2026-01-01T09:10:30Z, until: 2026-01-01T09:20:00Z, precision: minute, title: Tried, recovery: 20}\n\
         - {at: 2026-01-01T09:30:00Z, until: 2026-01-02T09:20:00Z, precision: hour, title: Tried on}\n\
         - {at: 2026-01-02T10:00:00Z, precision: minute, phase: resolved, title: Up, status: {a: operational}}\n\
         - {at: 2026-01-03T06:00:00Z, precision: day, title: Notice}\n",
    );
    let markdown = report(&told, Lang::En);
    for row in [
        "| UTC | T+ | kind |",
        "| 2026-01-01 09:00:07 | T+00:00 |",
        "| 2026-01-01 09:00:07 <!-- 2026-01-01T09:00:07.250Z --> | T+00:00 |",
        r"| 2026-01-01 \~09:10 – \~09:20 <!-- 2026-01-01T09:10:30Z/2026-01-01T09:20:00Z --> | \~T+00:10 |",
        r"| 2026-01-01 \~09:30 – 2026-01-02 \~09:20 <!-- hour --> |",
        r"| \~2026-01-03 <!-- 2026-01-03T06:00:00Z --> |  |",
        r"| resolved | 2026-01-02 \~10:00 UTC | given |",
        "| 2026-01-01 09:00:07 <!-- 2026-01-01T09:00:07.250Z --> | 10% |",
    ] {
        assert!(markdown.contains(row), "{row}\n{markdown}");
    }
    for lang in Lang::ALL {
        same(&told, lang);
        let back = again(&report(&told, lang)).0;
        assert_eq!(report(&back, lang), report(&told, lang));
    }
}

#[test]
fn a_report_with_both_columns_of_utc_opens_still() {
    let told = read("title: x\nevents: [{at: 2026-01-01T09:00:07.25Z, title: Down}]");
    let markdown = report(&told, Lang::En)
        .replace("| UTC | T+ |", "| UTC | UTC | T+ |")
        .replace("07 <!-- 2026-01-01T09:00:07.250Z --> |", "07 | 2026-01-01T09:00:07.250Z |");
    assert!(markdown.contains("| 2026-01-01 09:00:07 | 2026-01-01T09:00:07.250Z |"));
    assert_eq!(kept_all(&again(&markdown).0), kept_all(&told));
}

#[test]
fn what_stands_at_one_moment_is_not_mixed_up() {
    let told = read(
        "title: x\ntimezone: Asia/Kolkata\nevents:\n\
         - {at: 2031-03-01 00:00, until: 2031-03-02 12:00, precision: day, title: Span, recovery: {percent: 40, basis: estimate}}\n\
         - {at: 2031-03-02 10:00, title: Down, status: {a: major_outage}}\n\
         - {at: 2031-03-02 11:00, precision: hour, phase: mitigated, title: Calm, status: {a: recovering}}\n\
         - {at: 2031-03-02 11:00, precision: hour, phase: resolved, title: Well, status: {a: operational}}\n\
         - {at: 2031-03-02 11:00, precision: minute, title: Said}\n",
    );
    for lang in Lang::ALL {
        let first = report(&told, lang);
        assert_eq!(report(&again(&first).0, lang), first);
    }
    assert!(report(&told, Lang::En).contains("## Recovery"));
}

#[test]
fn what_private_events_gave_is_private_again() {
    let told = read(
        "title: x\nevents:\n\
         - {at: 2026-05-04T10:00:00Z, title: Down, status: {a: major_outage}}\n\
         - {at: 2026-05-04T10:03:00Z, kind: alert, private: true, phase: detected, title: Page}\n\
         - {at: 2026-05-04T10:12:00Z, kind: detection, title: Seen}\n",
    );
    let back = again(&report(&told, Lang::En)).0;
    let detected = |timeline: &Timeline| timeline.milestone(outage_tui::model::Phase::Detected);
    assert_eq!(detected(&back), detected(&told));
    let public = Timeline::new(back.incident().clone().without_private().0);
    assert!(detected(&public).is_some_and(|detected| detected.derived));
}

#[test]
fn a_code_at_the_beginning_of_a_line_hides_nothing() {
    for text in
        ["```a``b``` is down", "`|- ````a` x\n\n```\n## Timeline\n```", "~~~ x\n\n## Timeline"]
    {
        let told = serde_json::json!({
            "title": "x", "summary": text, "cause": text,
            "events": [{"at": "2026-01-01T10:00:00Z", "title": "y", "body": text}],
        });
        let told = read(&told.to_string());
        let first = report(&told, Lang::En);
        let back = again(&first).0;
        assert_eq!(back.len(), 1, "{first}");
        assert_eq!(back.events().next().unwrap().title.get(Lang::En), "y");
    }
}

#[test]
fn a_report_of_a_part_says_so_when_it_is_read() {
    let told = read(
        "title: x\nevents: [{at: 2026-01-01T10:00:00Z, title: y}, {at: 2026-01-01T11:00:00Z, title: z}]",
    );
    let markdown = report(&told, Lang::En)
        .replace("## Timeline\n\n", "## Timeline\n\nz: 1 of 2 shown <!-- filtered -->\n\n");
    let report = again(&markdown).1;
    assert_eq!(report.iter().filter(|fault| fault.code().as_str() == "W111").count(), 2);
}

#[test]
fn texts_made_of_marks_come_back() {
    let texts = [
        "a | b \\| c \\\\",
        "`x` ``` [1] [link](https://e.example) \\[2\\]",
        "ends [3]",
        "ends \\[4\\]",
        "[5]",
        "# h",
        "- l",
        "1. n",
        "a, b: major outage; c",
        "<b> &amp; &#44; &lt;",
        "|",
        "\\",
        "~ *x* _y_",
        "line\\nbreak",
        "https://www.e.example @me $x$ ^y^ !z",
        "## Timeline",
        "সব | বন্ধ, এখন: হ্যাঁ",
    ];
    let quoted = |text: &str| format!("'{}'", text.replace('\'', "''"));
    let services: Vec<String> = (0..texts.len())
        .map(|n| format!("  - {{id: s{n}, name: {}}}\n", quoted(texts[n])))
        .collect();
    let events: Vec<String> = (0..texts.len())
        .map(|n| {
            let (text, next) = (quoted(texts[n]), (n + 1) % texts.len());
            format!(
                "  - {{at: 2026-01-01T10:{n:02}:00Z, title: {text}, status: {{s{n}: degraded}}, services: [s{next}],
     sources: [{{name: {text}, url: 'https://e.example/{n}'}}]}}\n"
            )
        })
        .collect();
    for text in texts {
        let text = quoted(text);
        let yaml = format!(
            "title: {text}\nid: {text}\nsummary: {text}\ncause: {text}\nservices:\n{}events:\n{}",
            services.concat(),
            events.concat()
        );
        same(&read(&yaml), Lang::En);
    }
    let broken =
        read("title: \"a\\nb\"\nevents: [{at: 2026-01-01T10:00:00Z, title: \"c\\r\\n| d\\te\"}]");
    same(&broken, Lang::En);
}

#[test]
fn faults_of_a_changed_report_stand_in_its_lines() {
    let timeline = read("title: x\nevents: [{at: 2026-01-01T10:00:00Z, title: y, kind: alert}]");
    let markdown = report(&timeline, Lang::En);
    for (from, to, code) in [
        ("| alert |", "| alrt |", "E032"),
        ("| 2026-01-01 10:00:00 |  |", "| at ten |  |", "E040"),
        ("| y |", "| |", "E056"),
    ] {
        let changed = markdown.replace(from, to);
        assert_ne!(changed, markdown, "{from}");
        let report = timeline::open("report.md", changed.as_bytes()).unwrap_err();
        let fault = report.iter().find(|fault| fault.code().as_str() == code);
        let line = changed.lines().position(|line| line.contains(to)).unwrap() + 1;
        assert_eq!(fault.unwrap().position().unwrap().line, line, "{code}");
    }
    let empty = markdown.lines().filter(|line| !line.starts_with("| 2026")).collect::<Vec<_>>();
    let report = timeline::open("report.md", empty.join("\n").as_bytes()).unwrap_err();
    assert_eq!(report.iter().last().unwrap().code().as_str(), "E053");
}

proptest! {
    #[test]
    fn any_text_comes_back(title in "\\PC{0,40}", name in "[ -~]{1,20}", mark in "[\\[\\]\\\\|0-9]{0,8}") {
        let json = serde_json::json!({
            "title": format!("t{title}"),
            "services": [{"id": "a", "name": format!("n{name}")}, {"id": "b", "name": "other"}],
            "events": [
                {"at": "2026-01-01T10:00:00Z", "title": format!("{title}{mark}x"), "status": {"a": "degraded"},
                 "services": ["b"], "sources": [{"name": format!("s{name}")}]},
                {"at": "2026-01-01T10:00:00Z", "title": format!("x{mark}"), "sources": [{"name": "s"}]},
            ],
        });
        same(&read(&json.to_string()), Lang::En);
    }

    #[test]
    fn nothing_makes_the_reader_fall(middle in "[|\\\\\\[\\]<>&;:,# \n\r`\\-~0-9aবT/]{0,200}") {
        let head = "# x\n\n## Timeline\n\n| UTC | UTC | T+ | kind | Event | Services |\n| --- | --- | --- | --- | --- | --- |\n";
        let _ = timeline::open("report.md", format!("{head}{middle}").as_bytes());
    }
}
