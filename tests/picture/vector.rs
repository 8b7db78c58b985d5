//! The SVG, read back by a parser that is not ours.

use std::collections::BTreeSet;

use outage_tui::app::{Sight, Theme};
use outage_tui::export::picture::{Caption, Fonts, Sheet, paint, to_html, to_svg};
use outage_tui::text::Lang;
use outage_tui::view;
use roxmltree::Document;

use super::common::{OCTOBER, drive, stage};
use super::{CAPTION, october, page, painted, settings};

const ELEMENTS: [&str; 10] =
    ["svg", "g", "rect", "path", "text", "tspan", "style", "title", "desc", "defs"];
const ATTRIBUTES: [&str; 17] = [
    "class",
    "d",
    "fill",
    "font-size",
    "height",
    "lang",
    "lengthAdjust",
    "role",
    "rx",
    "textLength",
    "viewBox",
    "width",
    "x",
    "y",
    "dx",
    "dy",
    "id",
];

/// Fails on anything but what we write; returns the texts in order.
pub fn assert_tame(told: &str) -> Vec<String> {
    let document = Document::parse(told).unwrap_or_else(|error| panic!("{error}\n{told}"));
    let mut texts = Vec::new();
    for node in document.descendants().filter(roxmltree::Node::is_element) {
        let name = node.tag_name().name();
        assert!(ELEMENTS.contains(&name), "<{name}> appeared");
        for attribute in node.attributes() {
            assert!(ATTRIBUTES.contains(&attribute.name()), "{} appeared", attribute.name());
            assert!(!attribute.value().contains("url("), "{attribute:?}");
        }
        if name == "text" {
            let whole = node.descendants().filter(roxmltree::Node::is_text);
            texts.push(whole.filter_map(|node| node.text()).collect());
        }
        if name == "style" {
            let css = node.text().unwrap_or_default();
            assert!(!css.contains("http") && !css.contains("@import"), "nothing is fetched");
        }
    }
    texts
}

#[test]
fn only_known_elements_and_attributes() {
    let fonts = Fonts::default();
    for (theme, lang) in [(Theme::Light, Lang::Bn), (Theme::Dark, Lang::En)] {
        let drawing = painted(&october(theme, lang, (120, 40)), theme, &fonts);
        for embed in [false, true] {
            assert_tame(&to_svg(&drawing, &fonts, CAPTION, embed));
        }
    }
}

#[test]
fn title_and_description_come_first_and_the_words_can_be_found() {
    let fonts = Fonts::default();
    let drawing = painted(&october(Theme::Light, Lang::En, (120, 40)), Theme::Light, &fonts);
    let told = to_svg(&drawing, &fonts, CAPTION, false);
    let texts = assert_tame(&told);
    let document = Document::parse(&told).unwrap();
    let names: Vec<&str> = document
        .root_element()
        .children()
        .filter(roxmltree::Node::is_element)
        .map(|node| node.tag_name().name())
        .collect();
    assert_eq!(names[..3], ["title", "desc", "style"]);
    assert!(told.contains("<desc>What is seen.</desc>"));
    for words in
        ["Facebook, WhatsApp and Instagram go dark", "facebook.com resolves again on 1.1.1.1"]
    {
        assert!(texts.iter().any(|text| text == words), "{words} is one text");
    }
}

#[test]
fn every_text_and_run_has_its_place_and_length() {
    let fonts = Fonts::default();
    let drawing = painted(&october(Theme::Dark, Lang::Bn, (120, 40)), Theme::Dark, &fonts);
    let told = to_svg(&drawing, &fonts, CAPTION, false);
    let document = Document::parse(&told).unwrap();
    for node in document
        .descendants()
        .filter(|node| node.has_tag_name(("http://www.w3.org/2000/svg", "text")))
    {
        assert!(["x", "y", "textLength"].iter().all(|name| node.has_attribute(*name)));
        for run in node.children().filter(roxmltree::Node::is_element) {
            assert!(["x", "textLength"].iter().all(|name| run.has_attribute(*name)));
            let said = run.text().unwrap();
            assert_eq!(said, said.trim(), "no blank at either edge of a run");
        }
    }
}

#[test]
fn what_lies_over_the_lanes_is_painted_over_them() {
    let fonts = Fonts::default();
    for theme in [Theme::Light, Theme::Dark] {
        let (hair, lane) = view::painted(theme);
        let mut stage = stage(OCTOBER, settings(theme, Lang::En), 120, 40);
        stage.app.frame.sight = Sight::Painted;
        drive(&mut stage, Some("2021-10-04T21:25:00Z"), "");
        let lanes = page(theme).with_lanes(hair, lane);
        let drawing = paint(&stage.draw(), lanes, &fonts, Sheet::default());
        let told = to_svg(&drawing, &fonts, CAPTION, false);
        let paths: Vec<&str> = told
            .split("<text")
            .next()
            .unwrap()
            .lines()
            .filter(|line| line.starts_with("<path"))
            .collect();
        let [.., seams, sides, clock] = paths[..] else { panic!("{paths:?}") };
        // What keeps lanes apart is a unit high; the clock's line has some ground at both of its sides.
        for (path, part) in [(seams, "v1h"), (sides, "h3v20"), (clock, "h1v20")] {
            assert!(path.contains(part), "{theme:?}: {part} is not in {path}");
        }
        assert!(
            !clock.contains("h3v20")
                && paths[..paths.len() - 3].iter().all(|path| !path.contains("h3v20h"))
        );
    }
}

const HOSTILE: &str = r#"
title: "</text></svg><script>alert(1)</script> & \" ' ]]> <!-- --> \u0000\u001b[31m\u202e"
id: "\"><script>alert(2)</script>"
services: [{id: a, name: "<a href='x'>&amp;&#60;"}]
events:
  - at: 2026-01-01T10:00:00Z
    title: "</title></desc><style>*{}</style><image href=\"http://evil.example\"/>\u0007\uFFFE"
    body: "]]></style><foreignObject/>"
    status: {a: major_outage}
    tags: ["onload=alert(3)"]
"#;

#[test]
fn nothing_of_a_hostile_incident_becomes_an_element() {
    let fonts = Fonts::default();
    let opened = outage_tui::timeline::open("x.yaml", HOSTILE.as_bytes());
    let (timeline, report) = opened.unwrap_or_else(|_| panic!("it is a good file"));
    let title = timeline.incident().title.get(Lang::En).to_owned();
    let file =
        outage_tui::app::File { name: outage_tui::text::SafeText::line("</x>.yaml"), report };
    let app = outage_tui::app::App::new(file, timeline, settings(Theme::Light, Lang::En));
    let stage = outage_tui::headless::Stage::new(app, 120, 40);
    let drawing = painted(&stage.draw(), Theme::Light, &fonts);
    // Even text that did not come through the loader.
    let raw = format!("{title}\u{0}\u{1b}\u{FFFF}</desc><script>");
    let caption = Caption { title: &raw, alt: &raw, lang: "en\" onload=\"x" };
    let told = to_svg(&drawing, &fonts, caption, false);
    let texts = assert_tame(&told);
    assert!(texts.iter().any(|text| text.contains("<script>alert(1)</script>")), "as text");
    let marks: BTreeSet<char> = told.chars().filter(|c| c.is_control() && *c != '\n').collect();
    assert!(marks.is_empty(), "{marks:?}");
    let page = to_html(&drawing, &fonts, caption, "As text", false);
    assert!(!page.contains("<script") && !page.contains("<image") && !page.contains("<foreign"));
    assert!(page.contains("default-src 'none'"));
}
