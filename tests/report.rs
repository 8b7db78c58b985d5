//! What `report` writes, stored; and that nothing of a hostile incident becomes a mark or a link.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod common;

use std::fmt::Write;

use common::{OCTOBER, SMALLEST, bytes, read};
use outage_tui::app::Filter;
use outage_tui::export::{ReportOptions, report_markdown, report_template};
use outage_tui::text::{Lang, SafeText, Words};
use outage_tui::timeline::Timeline;
use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag};

fn options(timeline: &Timeline, lang: Lang, filter: &str) -> ReportOptions {
    ReportOptions {
        filter: Filter::parse(filter).unwrap_or_default(),
        asked: SafeText::line(filter),
        ..ReportOptions::new(Words::new(lang), timeline.incident().zone)
    }
}

fn report(timeline: &Timeline, lang: Lang, filter: &str) -> String {
    report_markdown(timeline, &options(timeline, lang, filter))
}

fn october() -> Timeline {
    read(&String::from_utf8_lossy(&bytes(OCTOBER)))
}

#[test]
fn the_october_outage_in_both_languages() {
    let timeline = october();
    insta::assert_snapshot!("english", report(&timeline, Lang::En, ""));
    insta::assert_snapshot!("bengali", report(&timeline, Lang::Bn, "kind:recovery"));
}

#[test]
fn the_table_holds_exactly_what_the_filter_leaves() {
    let timeline = october();
    let filter = Filter::parse("service:whatsapp kind:impact").unwrap_or_default();
    let wanted = timeline.events().filter(|event| filter.holds(event, &timeline)).count();
    let told = report(&timeline, Lang::En, "service:whatsapp kind:impact");
    let (_, table) = told.split_once("## Timeline").unwrap_or_default();
    let table = table.split("##").next().unwrap_or_default();
    let rows = table.lines().filter(|line| line.starts_with("| 2021") || line.starts_with("| \\~"));
    assert!(wanted > 3);
    assert_eq!(rows.count(), wanted);
    assert!(table.contains("service:whatsapp kind:impact: "), "the filter is named");
}

const HOSTILE: &str = "
title: '<script>alert(1)</script> [x](javascript:alert(1)) | # h'
id: '`id` https://evil.example'
summary: |
  # Not a heading

  - not a list <b>not bold</b>

  ![not](a-picture)
cause: '**not bold** | www.evil.example @team'
services: [{id: a, name: 'a | <i>b</i>'}]
links: [{title: '](https://evil.example)', url: 'https://good.example/a>b'}]
events:
  - at: 2026-01-01T10:00:00Z
    title: '| cell | <img src=x> &lt;u&gt;'
    status: {a: major_outage}
    sources: [{name: '[s](https://evil.example)', url: 'https://good.example/c|d'}]
  - {at: 2026-01-01T10:01:00Z, title: 'x'}
actions: [{task: '~~x~~ | y', owner: '*me*'}]
";

#[test]
fn nothing_that_we_did_not_write_appears() {
    let told = report(&read(HOSTILE), Lang::En, "");
    let mut links = Vec::new();
    let mut columns = Vec::new();
    let (mut strong, mut headings) = (0, 0);
    for event in Parser::new_ext(&told, Options::all()) {
        match event {
            Event::Html(_) | Event::InlineHtml(_) | Event::Code(_) => {
                unreachable!("an element appeared: {event:?}")
            }
            Event::Start(Tag::Image { .. } | Tag::Emphasis | Tag::Strikethrough) => {
                unreachable!("a mark appeared: {event:?}")
            }
            Event::Start(Tag::Strong) => strong += 1,
            Event::Start(Tag::Heading { level, .. }) => {
                assert!(level <= HeadingLevel::H2);
                headings += 1;
            }
            Event::Start(Tag::Link { dest_url, .. }) => links.push(dest_url.to_string()),
            Event::Start(Tag::Table(alignments)) => columns.push(alignments.len()),
            _ => {}
        }
    }
    assert!(links.iter().all(|link| link.starts_with("https://good.example/")), "{links:?}");
    assert_eq!(links.len(), 2);
    // The heading of the summary and what the cause stresses, which are Markdown; ours are eight.
    assert_eq!((strong, headings), (2, told.lines().filter(|line| line.starts_with('#')).count()));
    assert_eq!(columns, [3, 4, 2, 5, 5], "no table has more columns than its head");
    assert!(!told.contains("://evil"), "bare addresses are no links: {told}");
}

#[test]
fn a_milestone_is_as_exact_as_its_event() {
    let told = read(
        "title: x\ntimezone: Asia/Dhaka\nevents:\n\
         - {at: 2026-01-01 09:00, precision: minute, title: Down, status: {a: major_outage}}\n\
         - {at: 2026-01-05, precision: day, title: Up, status: {a: operational}}\n",
    );
    let told = report(&told, Lang::En, "");
    for said in [
        r"| started | 2026-01-01 \~09:00 +06:00 | \~2026-01-01T03:00:00Z | derived |",
        r"| resolved | \~2026-01-05 | – | derived |",
        r"| \~4 d\* | 2026-01-01 \~09:00 +06:00 (derived) | \~2026-01-05 (derived) |",
    ] {
        assert!(told.contains(said), "{said}\n{told}");
    }
}

/// The lines of the one diagram in a report.
fn gantt(timeline: &Timeline) -> Vec<String> {
    let asked = ReportOptions { gantt: true, ..options(timeline, Lang::En, "") };
    let told = report_markdown(timeline, &asked);
    let mut fences = 0;
    let mut inside = false;
    let mut text = String::new();
    for event in Parser::new_ext(&told, Options::all()) {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(kind))) => {
                assert_eq!(&*kind, "mermaid");
                fences += 1;
                inside = true;
            }
            Event::End(pulldown_cmark::TagEnd::CodeBlock) => inside = false,
            Event::Text(part) if inside => text.push_str(&part),
            _ => {}
        }
    }
    assert_eq!(fences, 1);
    text.lines().map(|line| line.trim().to_owned()).collect()
}

#[test]
fn the_diagram_shows_the_services_in_trouble() {
    let lines = gantt(&october());
    assert!(lines[0].starts_with("%%{init:"), "{}", lines[0]);
    assert_eq!(lines[1..3], ["gantt", "title Asia/Kolkata"]);
    let bars = lines.iter().filter(|line| line.contains(" :")).count();
    assert!((10..=60).contains(&bars), "{bars}");
    assert!(lines.contains(&"section WhatsApp".to_owned()));
    assert!(
        lines.contains(&"major outage :crit, 2021-10-04 21:09:00, 2021-10-05 02:20:00".to_owned()),
        "{lines:#?}"
    );
    // It ends where the service is back, not where the drawing would.
    let web = "recovering :active, 2021-10-05 04:04:00, 2021-10-05 05:30:00";
    assert!(lines.contains(&web.to_owned()), "{lines:#?}");
}

#[test]
fn what_nobody_said_is_not_told_as_said() {
    let told = read(
        "title: x\nevents:\n\
         - {at: 2026-01-01T10:00:00Z, title: Down, status: {a: degraded, b: degraded}, inferred: [b]}\n\
         - {at: 2026-01-01T11:00:00Z, title: Up, status: {a: operational, b: operational}}\n\
         - {at: 2026-01-01T12:00:00Z, title: Well}\n",
    );
    let asked = ReportOptions { gantt: true, ..options(&told, Lang::En, "") };
    let markdown = report_markdown(&told, &asked);
    for said in [
        "| Down | a: degraded; b: degraded (inferred) |",
        "| a | 1 h | 1 h |",
        "| b | 1 h ‡ | 1 h |",
        "‡: inferred",
        "    degraded (inferred) :2026",
    ] {
        assert!(markdown.contains(said), "{said}\n{markdown}");
    }
    let back = read(&markdown);
    let inferred = |told: &Timeline| told.event(0).map(|event| event.inferred.clone());
    assert_eq!(inferred(&back), inferred(&told));
}

#[test]
fn an_incident_that_is_not_over_says_so() {
    let told = read(
        "title: x\nevents:\n\
         - {at: 2026-01-01T10:00:00Z, title: Down, status: {a: degraded, b: degraded}}\n\
         - {at: 2026-01-01T11:00:00Z, title: Up, status: {b: operational}}\n\
         - {at: 2026-01-01T12:00:00Z, title: Still looking}\n",
    );
    let told = report(&told, Lang::En, "");
    for said in [
        "| resolved | – | not by the last entry, 2026-01-01 12:00:00 UTC |",
        "| a | ≥2 h | – |",
        "| b | 1 h | 1 h |",
        "≥: still so at the last entry.",
    ] {
        assert!(told.contains(said), "{said}\n{told}");
    }
}

#[test]
fn lengths_reach_to_the_end_of_the_last_span_as_exactly_as_that_is_known() {
    let told = read(
        "title: x\nevents:\n\
         - {at: 2026-01-01T10:00:00Z, title: Down, status: {a: degraded}}\n\
         - {at: 2026-01-02T00:00:00Z, until: 2026-01-05T00:00:00Z, precision: day, title: Repairs}\n\
         - {at: 2026-01-03T12:00:00Z, title: Still looking}\n",
    );
    let told = report(&told, Lang::En, "");
    for said in ["| a | ≥3 d |", "to the last entry, \\~2026-01-05;"] {
        assert!(told.contains(said), "{said}\n{told}");
    }
}

#[test]
fn a_private_event_that_is_asked_for_is_marked_and_stays_private() {
    let told = read(
        "title: x\nevents:\n\
         - {at: 2026-01-01T10:00:00Z, title: Down, status: {a: degraded}}\n\
         - {at: 2026-01-01T11:00:00Z, title: Names, private: true}\n",
    );
    for lang in Lang::ALL {
        let told = report(&told, lang, "");
        let private: Vec<bool> = read(&told).events().map(|event| event.private).collect();
        assert_eq!(private, [false, true], "{told}");
    }
    assert!(report(&told, Lang::En, "").contains("2 events, 1 of them private"));
}

#[test]
fn summaries_keep_their_lists_and_come_back() {
    let summary =
        "Two things:\n\n- *one*, `a | b`\n- two, $6\n\n```\n## x\n```\n\n[more](https://e.example)";
    let told = read(&serde_json::json!({
        "title": "x", "summary": summary, "cause": "**it**\n\n> said", "events": [{"at": "2026-01-01T10:00:00Z", "title": "y"}],
    }).to_string());
    let markdown = report(&told, Lang::En, "");
    assert!(
        markdown.contains(
            "- *one*, `a | b`\n- two, \\$6\n\n```\n## x\n```\n\n[more](<https://e.example>)\n"
        ),
        "{markdown}"
    );
    let back = read(&markdown);
    assert_eq!(report(&back, Lang::En, ""), markdown);
    assert_eq!(back.incident().cause.get(Lang::En), "**it**\n\n> said");
    assert!(back.incident().summary.get(Lang::En).contains("- two, $6\n"));
}

#[test]
fn the_texts_of_the_events_stand_behind_the_table_if_asked_for() {
    let told = read(
        "title: x\nevents:\n\
         - {at: 2026-01-01T10:00:00Z, title: 'Down #1', body: \"## Why\\n\\n- <b>a</b>\\n\\n| x | y |\\n|---|---|\"}\n\
         - {at: 2026-01-01T11:00:00Z, title: Up}\n",
    );
    let plain = report(&told, Lang::En, "");
    assert!(plain.contains("told here by their titles") && !plain.contains("in full"), "{plain}");
    let asked = ReportOptions { texts: true, ..options(&told, Lang::En, "") };
    let markdown = report_markdown(&told, &asked);
    let wanted = "## The events in full\n\n**2026-01-01 10:00:00: Down \\#1**\n\n**Why**\n\n- \\<b\\>a\\</b\\>\n\n";
    assert!(markdown.contains(wanted) && !markdown.contains("told here"), "{markdown}");
    let back = read(&markdown);
    assert_eq!(back.len(), 2);
    assert_eq!(
        report(&back, Lang::En, ""),
        plain.replace(&format!("\n{}\n", outage_tui::text::Msg::TextsNote.text(Lang::En)), "")
    );
}

#[test]
fn what_the_diagram_leaves_out_is_said() {
    let told = read(
        "title: x\nmilestones: {started: 2026-01-01T10:00:00Z, resolved: 2026-01-01T11:00:00Z}\nevents:\n\
         - {at: 2026-01-01T01:00:00Z, title: Before, status: {a: degraded}}\n\
         - {at: 2026-01-01T01:10:00Z, title: Well, status: {a: operational}}\n\
         - {at: 2026-01-01T10:00:00Z, title: Down, status: {a: major_outage}}\n\
         - {at: 2026-01-01T11:00:00Z, title: Up, status: {a: operational}}\n",
    );
    let asked = ReportOptions { gantt: true, ..options(&told, Lang::En, "") };
    let markdown = report_markdown(&told, &asked);
    assert!(
        markdown.contains("\n1 bar before or after the incident is not drawn.\n"),
        "{markdown}"
    );
}

#[test]
fn who_does_not_count_is_marked_and_so_read_again() {
    let told = read(
        "title: x\nservices:\n- {id: a, name: A}\n- {id: b, name: 'B †', counts: false}\n- {id: c, name: 'C †'}\n\
         events:\n- {at: 2026-01-01T10:00:00Z, title: Down, status: {a: degraded, b: degraded, c: operational}}\n\
         - {at: 2026-01-01T11:00:00Z, title: Up, status: {a: operational}}\n",
    );
    let markdown = report(&told, Lang::En, "");
    for row in ["| A | ", "| B &#8224; † | ", "| C &#8224; | ", "† does not count"] {
        assert!(markdown.contains(row), "{row}\n{markdown}");
    }
    let back = read(&markdown);
    let services: Vec<_> = back.services().map(|id| back.service(id)).collect();
    let counts = services.iter().map(|service| service.counts).collect::<Vec<_>>();
    assert_eq!(counts, [true, false, true]);
    let names = services.iter().map(|service| service.name.get(Lang::En)).collect::<Vec<_>>();
    assert_eq!(names, ["A", "B †", "C †"]);
    assert!(!report(&october(), Lang::En, "kind:impact").contains("| Facebook † |"));
}

#[test]
fn a_length_is_as_exact_as_its_ends() {
    let told = read(
        "title: x\nevents:\n\
         - {at: 2026-01-01T10:00:00Z, title: Down, status: {a: degraded, b: degraded, c: degraded}}\n\
         - {at: 2026-01-01T11:00:00Z, title: Up, status: {a: operational}}\n\
         - {at: 2026-01-01T12:00:00Z, precision: hour, title: Up, status: {b: operational}}\n\
         - {at: 2026-01-09T12:00:00Z, precision: day, title: Up, status: {c: operational}}\n\
         - {at: 2026-01-10T12:00:00Z, title: Well}\n",
    );
    let told = report(&told, Lang::En, "");
    for row in [r"| a | 1 h | 9 d 1 h |", r"| b | \~2 h | \~9 d |", r"| c | \~8 d | \~1 d |"] {
        assert!(told.contains(row), "{row}\n{told}");
    }
}

#[test]
fn the_diagram_has_an_end() {
    let mut yaml = "title: x\nservices: [{id: a, name: \"b: c; #d\\n```\"}]\nevents:\n".to_owned();
    for minute in 0..600 {
        let status = if minute % 2 == 0 { "major_outage" } else { "operational" };
        let at =
            format!("2026-01-{:02}T{:02}:{:02}:00Z", 1 + minute / 1_440, minute / 60, minute % 60);
        let _ = writeln!(yaml, "  - {{at: {at}, title: x, status: {{a: {status}}}}}");
    }
    let lines = gantt(&read(&yaml));
    assert_eq!(lines.iter().filter(|line| line.contains(" :crit")).count(), 60);
    assert_eq!(lines.iter().filter(|line| line.starts_with("section")).count(), 1);
}

#[test]
fn templates_get_what_the_report_says() {
    let timeline = read(HOSTILE);
    let asked = options(&timeline, Lang::En, "");
    let render = |name: &str, source: &str| report_template(&timeline, &asked, name, source);
    let list = "{% for row in timeline %}\n{{ row.utc }} {{ row.title }}\n{% endfor %}\n";
    let plain = render("x.txt", list).unwrap();
    assert_eq!(
        plain,
        "2026-01-01T10:00:00Z | cell | <img src=x> &lt;u&gt;\n2026-01-01T10:01:00Z x\n"
    );
    let html = render("x.html", list).unwrap();
    assert!(html.contains("&lt;img src=x&gt;"), "{html}");
    let all =
        "{{ show.schema }} {{ show.measures.detect_s }} {{ times[0].end.utc }} {{ words.gaps }}";
    let all = render("x.md", all).unwrap();
    assert_eq!(all, "outage-tui/show/1 None 2026-01-01T10:00:00Z Gaps in the timeline");
    let fault = render("mine.md", "\n{{ tmeline }}").unwrap_err().say(Words::new(Lang::En));
    assert!(fault.starts_with("mine.md:2: the template cannot be used"), "{fault}");
}

/// Runs the program and gives what it wrote to both streams, and its exit code.
fn run(args: &[&str]) -> (String, String, Option<i32>) {
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_outage-tui"))
        .args(["report", SMALLEST, "--lang", "en"])
        .args(args)
        .output()
        .unwrap();
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (text(&output.stdout), text(&output.stderr), output.status.code())
}

#[test]
fn what_a_form_cannot_show_is_refused() {
    for (args, why) in [
        (&["-o", "x.pdf"][..], ".md, .markdown, .html or .htm"),
        (&["-o", "x.html", "--gantt"], "--gantt: only a Markdown report"),
        (&["-o", "x.html", "--pictures"], "--pictures: only a Markdown report"),
        (&["--form", "html", "--gantt"], "--gantt: only"),
        (&["--form", "html", "--texts"], "--texts: only"),
    ] {
        let (out, told, code) = run(args);
        assert_eq!((out.as_str(), code), ("", Some(2)), "{args:?}");
        assert!(told.contains(why), "{told}");
    }
    let (_, told, code) = run(&["--filter", "tag:nobody"]);
    assert_eq!(code, Some(0));
    assert!(told.contains("--filter tag:nobody: no event matches"), "{told}");
    let (_, told, code) = run(&["-o", "/no-such-folder/x.md"]);
    assert_eq!(code, Some(1));
    assert!(told.contains("there is no such folder"), "{told}");
}

#[test]
#[expect(clippy::disallowed_methods, reason = "a test may write and read its files")]
fn the_name_of_the_output_says_what_is_written() {
    let folder = std::env::temp_dir().join(format!("outage-tui-report-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    for (name, begins) in
        [("a.md", "# A very"), ("a.html", "<!DOCTYPE html>"), ("a.HTM", "<!DOCTYPE html>")]
    {
        let path = folder.join(name);
        assert_eq!(run(&["-o", path.to_str().unwrap()]).2, Some(0));
        assert!(std::fs::read_to_string(&path).unwrap().starts_with(begins), "{name}");
    }
    let template = folder.join("mine.txt");
    std::fs::write(&template, "{{ title }}!\n{{ titel }}").unwrap();
    let (out, fault, code) = run(&["--template", template.to_str().unwrap()]);
    assert_eq!((out.as_str(), code), ("", Some(2)));
    assert!(
        fault.contains("mine.txt:2: the template cannot be used: undefined value in `{{ titel }}`"),
        "{fault}"
    );
    std::fs::write(&template, "{{ title }}!\n").unwrap();
    assert_eq!(run(&["--template", template.to_str().unwrap()]).0, "A very small incident!\n");
    std::fs::remove_dir_all(&folder).unwrap();
    let (_, fault, code) = run(&["--template", template.to_str().unwrap()]);
    assert_eq!(code, Some(1));
    assert!(fault.contains("E001"), "{fault}");
    assert!(run(&["--form", "html"]).0.starts_with("<!DOCTYPE html>"));
}
