//! What `report` writes, stored; and that nothing of a hostile incident becomes a mark or a link.

mod common;

use common::{OCTOBER, bytes, read};
use outage_tui::app::Filter;
use outage_tui::export::{ReportOptions, report_markdown};
use outage_tui::text::{Lang, Words};
use outage_tui::timeline::Timeline;
use pulldown_cmark::{Event, Options, Parser, Tag};

fn report(timeline: &Timeline, lang: Lang, filter: &str) -> String {
    let options = ReportOptions {
        words: Words::new(lang),
        zone: timeline.incident().zone,
        filter: Filter::parse(filter).unwrap_or_default(),
        private: false,
    };
    report_markdown(timeline, &options)
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
  - {at: 2026-01-01T10:01:00Z, title: 'SECRET', private: true}
actions: [{task: '~~x~~ | y', owner: '*me*'}]
";

#[test]
fn nothing_that_we_did_not_write_appears() {
    let told = report(&read(HOSTILE), Lang::En, "");
    assert!(!told.contains("SECRET"));
    let mut links = Vec::new();
    let mut columns = Vec::new();
    for event in Parser::new_ext(&told, Options::all()) {
        match event {
            Event::Html(_) | Event::InlineHtml(_) | Event::Code(_) => {
                unreachable!("an element appeared: {event:?}")
            }
            Event::Start(Tag::Image { .. } | Tag::Emphasis | Tag::Strong | Tag::Strikethrough) => {
                unreachable!("a mark appeared: {event:?}")
            }
            Event::Start(Tag::Link { dest_url, .. }) => links.push(dest_url.to_string()),
            Event::Start(Tag::Table(alignments)) => columns.push(alignments.len()),
            _ => {}
        }
    }
    assert!(links.iter().all(|link| link.starts_with("https://good.example/")), "{links:?}");
    assert_eq!(links.len(), 2);
    assert_eq!(columns, [4, 4, 2, 5, 5], "no table has more columns than its head");
    assert!(!told.contains("://evil"), "bare addresses are no links: {told}");
}
