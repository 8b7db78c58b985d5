//! The page of `report`, read by a parser that browsers' rules were written into.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod common;

use std::collections::BTreeSet;

use common::{OCTOBER, SMALLEST, bytes, read};
use outage_tui::app::Filter;
use outage_tui::export::{ReportOptions, report_html};
use outage_tui::text::{Lang, SafeText, Words};
use outage_tui::timeline::Timeline;
use scraper::{ElementRef, Html, Selector};

fn page(timeline: &Timeline, lang: Lang, filter: &str) -> String {
    let options = ReportOptions {
        filter: Filter::parse(filter).unwrap(),
        asked: SafeText::line(filter),
        ..ReportOptions::new(Words::new(lang), timeline.incident().zone)
    };
    report_html(timeline, &options).unwrap()
}

fn file(path: &str) -> Timeline {
    read(&String::from_utf8_lossy(&bytes(path)))
}

fn parse(page: &str) -> Html {
    let html = Html::parse_document(page);
    assert!(html.errors.is_empty(), "{:?}", html.errors);
    html
}

fn all<'a>(html: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    html.select(&Selector::parse(selector).unwrap()).collect()
}

fn text(element: ElementRef) -> String {
    element.text().collect()
}

/// Names of elements, each with those of its attributes.
fn vocabulary(html: &Html) -> BTreeSet<String> {
    let mut words = BTreeSet::new();
    for element in all(html, "*") {
        let name = element.value().name();
        words.insert(name.to_owned());
        words.extend(element.value().attrs().map(|(attribute, _)| format!("{name} {attribute}")));
    }
    words
}

/// Everything a text can try, in every place that takes one.
fn hostile() -> Timeline {
    let texts = [
        "</td><script>alert(1)</script>",
        "\\\"><img src=x onerror=alert(1)>",
        "' onmouseover='alert(1)",
        "</title><style>*{display:none}</style>",
        "--><svg onload=alert(1)>",
        "{{ 7 * 7 }} {% raw %}",
        "a\\u0000b\\u001b[2Jc\\u202Ed",
        "&lt;b&gt; &#60;i&#62;",
    ];
    let text = texts.join(" ");
    let events: Vec<String> = (0..texts.len())
        .map(|n| {
            format!(
                "  - {{at: 2026-01-01T10:0{n}:00Z, title: \"{}\", status: {{\"{text}\": major_outage}},
     body: \"{text} *a* **b** `<c>` [d](https://good.example/\\\"onx=) [e](javascript:f) ![g](h)\",
     tags: [\"{text}\"], author: \"{text}\", recovery: {n},
     sources: [{{name: \"{text}\", url: \"https://good.example/'><b>\"}}, {{name: x, url: \"javascript:alert(1)\"}},
               {{name: \"data:text/html,<b>\", url: \"mailto:a@b.example\"}}]}}\n",
                texts[n]
            )
        })
        .collect();
    read(&format!(
        "title: \"{text}\"\nid: \"{text}\"\nsummary: \"{text}\"\ncause: \"{text}\"
services: [{{id: \"{text}\", name: \"{text}\"}}]
links: [{{title: \"{text}\", url: \"http://good.example/\"}}, {{title: x, url: \"JavaScript:alert(1)\"}}]
events:\n{}actions: [{{task: \"{text}\", owner: \"{text}\", due: \"{text}\", priority: \"{text}\"}}]\n",
        events.concat()
    ))
}

#[test]
fn no_element_attribute_or_link_that_we_did_not_write() {
    let plain = read(
        "title: t\nid: i\nsummary: s\ncause: c\nservices: [{id: a, name: n}]
links: [{title: l, url: 'http://good.example/'}]
events:
  - at: 2026-01-01T10:00:00Z
    title: e
    body: 'p *a* **b** `c` [d](https://good.example/)'
    confidence: low
    status: {a: major_outage}
    recovery: 1
    sources: [{name: x, url: 'https://good.example/'}]
  - {at: 2026-01-01T10:07:00Z, title: e, status: {a: major_outage}}
actions: [{task: t}]\n",
    );
    for lang in Lang::ALL {
        let tame = vocabulary(&parse(&page(&plain, lang, "")));
        let page = page(&hostile(), lang, "");
        let html = parse(&page);
        let strange: Vec<_> = vocabulary(&html).difference(&tame).cloned().collect();
        // Texts of another language than the page's are marked so.
        let strange: Vec<_> = strange.iter().filter(|word| !word.ends_with(" lang")).collect();
        assert!(strange.is_empty(), "{strange:?}");
        for link in all(&html, "[href]") {
            let href = link.attr("href").unwrap();
            let good = href.starts_with('#') || href.contains("://good.example/");
            assert!(good && link.value().name() == "a", "{href}");
        }
        assert!(all(&html, "[style], [src], script, img, iframe, object, link, base").is_empty());
        assert!(!page.contains(['\0', '\x1b', '\u{202E}']));
        assert!(text(all(&html, "h1")[0]).contains("{{ 7 * 7 }}"));
    }
}

#[test]
fn the_page_refers_to_nothing_and_runs_nothing() {
    let page = page(&file(OCTOBER), Lang::En, "");
    let html = parse(&page);
    let policy = all(&html, "meta[http-equiv]");
    assert_eq!(
        policy[0].attr("content"),
        Some("default-src 'none'; style-src 'unsafe-inline'; img-src data:")
    );
    for element in all(&html, "*") {
        for (name, value) in element.value().attrs() {
            assert!(!name.starts_with("on"), "{name}");
            let refers = value.contains("url(") && !value.starts_with("url(#p-");
            assert!(!refers, "{value}");
        }
    }
    let style = text(all(&html, "style")[0]);
    assert!(!style.contains("url(") && !style.contains("@import"));
}

#[test]
fn the_table_has_every_row_and_its_heads() {
    let timeline = file(OCTOBER);
    for (lang, filter) in [(Lang::En, ""), (Lang::Bn, "service:whatsapp kind:impact")] {
        let chosen = Filter::parse(filter).unwrap();
        let titles: Vec<String> = timeline
            .events()
            .filter(|event| chosen.holds(event, &timeline))
            .map(|event| event.title.get(lang).to_owned())
            .collect();
        let html = parse(&page(&timeline, lang, filter));
        let rows = all(&html, "table.timeline tbody tr");
        assert_eq!(rows.len(), titles.len());
        let title = Selector::parse(".title").unwrap();
        for (row, title_of) in rows.iter().zip(titles) {
            assert!(text(row.select(&title).next().unwrap()).starts_with(&title_of), "{title_of}");
        }
        assert_eq!(all(&html, "table.timeline caption").len(), 1);
        assert_eq!(all(&html, "table.timeline thead th[scope=col]").len(), 5);
        for table in all(&html, "table") {
            let heads = table.select(&Selector::parse("thead th[scope=col]").unwrap()).count();
            for row in table.select(&Selector::parse("tbody tr").unwrap()) {
                assert_eq!(row.child_elements().count(), heads);
                assert_eq!(row.child_elements().next().unwrap().attr("scope"), Some("row"));
            }
        }
    }
}

#[test]
fn readers_of_screens_find_their_way() {
    for (path, lang) in [(OCTOBER, Lang::En), (OCTOBER, Lang::Bn), (SMALLEST, Lang::En)] {
        let html = parse(&page(&file(path), lang, ""));
        assert_eq!(all(&html, "html")[0].attr("lang"), Some(lang.code()));
        for landmark in ["header", "nav[aria-label]", "main", "footer", "h1"] {
            assert_eq!(all(&html, landmark).len(), 1, "{landmark}");
        }
        assert!(all(&html, "h3, h4, h5, h6").is_empty());
        let skip = all(&html, "body > *")[0];
        assert_eq!(skip.attr("href"), Some("#timeline"));
        let ids: Vec<&str> = all(&html, "[id]").iter().filter_map(|e| e.attr("id")).collect();
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "an id stands twice");
        let targets = all(&html, "a[href^='#']");
        let links = targets.iter().filter_map(|link| link.attr("href")?.strip_prefix('#'));
        let labels = all(&html, "[aria-labelledby]");
        let labels =
            labels.iter().filter_map(|e| e.attr("aria-labelledby")).flat_map(str::split_whitespace);
        for target in links.chain(labels) {
            assert!(ids.contains(&target), "{target}");
        }
        for picture in all(&html, "svg[role=img]") {
            let inside = |name| picture.select(&Selector::parse(name).unwrap()).count();
            assert!(inside("title") > 0 && inside("desc") == 1);
        }
        for element in all(&html, "h1, h2, p, td, th, li") {
            let bengali = text(element).chars().any(|c| ('\u{980}'..='\u{9FF}').contains(&c));
            assert!(lang == Lang::Bn || !bengali, "Bengali in an English page");
        }
    }
}

#[test]
fn texts_of_another_language_are_marked() {
    let timeline = read(
        "title: {en: Down, bn: অচল}\nevents: [{at: 2026-01-01, title: {bn: সব বন্ধ}, sources: [Kentik]}]\n",
    );
    let english = parse(&page(&timeline, Lang::En, ""));
    assert_eq!(all(&english, ".title [lang=bn]").len(), 1);
    assert!(all(&english, "h1[lang]").is_empty());
    let bengali = parse(&page(&timeline, Lang::Bn, ""));
    assert!(all(&bengali, ".title [lang]").is_empty());
    assert_eq!(text(all(&bengali, "li [lang=en]")[0]), "Kentik");
}

#[test]
fn no_status_is_told_by_colour_alone() {
    let html = parse(&page(&file(OCTOBER), Lang::En, ""));
    for key in all(&html, ".state, .legend li") {
        assert!(!text(key).trim().is_empty());
    }
    let bar = Selector::parse("title").unwrap();
    let bars = all(&html, ".lanes > svg svg");
    assert!(bars.len() > 30);
    for element in bars {
        assert!(text(element.select(&bar).next().unwrap()).contains(" – "));
    }
}

#[test]
fn a_lane_of_very_many_changes_stays_a_picture() {
    let events: Vec<String> = (0..3_600)
        .map(|n| {
            let status = ["major_outage", "operational"][n % 2];
            let at = format!("2026-01-01T10:{:02}:{:02}Z", n / 60, n % 60);
            format!("  - {{at: {at}, title: x, status: {{a: {status}}}}}\n")
        })
        .collect();
    let timeline = read(&format!("title: x\nevents:\n{}", events.concat()));
    let html = parse(&page(&timeline, Lang::En, "kind:cause"));
    let bars = all(&html, ".lanes > svg svg");
    assert!((1..=500).contains(&bars.len()), "{}", bars.len());
    assert!(text(bars[0]).contains("major outage"), "the worst of a slice is shown");
}

#[test]
fn the_same_incident_gives_the_same_page() {
    let timeline = file(OCTOBER);
    assert_eq!(page(&timeline, Lang::Bn, ""), page(&timeline, Lang::Bn, ""));
    insta::assert_snapshot!(
        "smallest",
        page(&file(SMALLEST), Lang::En, "").split_once("</head>").unwrap().1
    );
}
