//! The moving SVG, read back by a parser that is not ours.

use std::collections::BTreeMap;

use outage_tui::app::Theme;
use outage_tui::export::picture::{Fonts, Layers, Studio, to_moving_svg, to_svg};
use outage_tui::text::Lang;
use outage_tui::view;
use roxmltree::{Document, Node};

use super::{CAPTION, STORY, frames, october, studio};

const ELEMENTS: [&str; 9] = ["svg", "g", "rect", "path", "text", "tspan", "style", "title", "desc"];
const ATTRIBUTES: [&str; 14] = [
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
];

/// When the groups of a class are seen: parts of the whole in percent, and what begins there.
type Motion<'a> = BTreeMap<&'a str, Vec<(f64, bool)>>;

fn motion(css: &str) -> Motion<'_> {
    let rule = |rule: &'_ str| -> Option<(f64, bool)> {
        let (part, what) = rule.split_once("%{visibility:")?;
        Some((part.parse().unwrap(), what == "visible"))
    };
    css.split("@keyframes ")
        .skip(1)
        .map(|keyframes| {
            let (name, rules) = keyframes.split_once('{').unwrap();
            (name, rules.split('}').filter_map(rule).collect())
        })
        .collect()
}

/// The places and words of all texts, of those groups only that are seen at a moment.
fn texts(document: &Document, seen: impl Fn(&str) -> bool) -> Vec<String> {
    let is_seen = |node: Node| {
        let mut groups = node.ancestors().filter(|node| node.tag_name().name() == "g");
        groups.all(|group| seen(group.attribute("class").unwrap()))
    };
    let told = |node: Node| {
        let words: String =
            node.descendants().filter_map(|n| n.text().filter(|_| n.is_text())).collect();
        let x = node.descendants().find_map(|node| node.attribute("x")).unwrap_or_default();
        format!("{x} {} {words}", node.attribute("y").unwrap_or_default())
    };
    let all = document.descendants().filter(|node| node.tag_name().name() == "text");
    let mut all: Vec<String> = all.filter(|node| is_seen(*node)).map(told).collect();
    all.sort();
    all
}

#[test]
fn each_frame_shows_its_texts_and_no_other() {
    let fonts = Fonts::default();
    for (yaml, lang) in [(STORY, Lang::En), (&october(), Lang::Bn)] {
        let frames = frames(yaml, lang, Theme::Light, (100, 30));
        let studio = studio(&fonts, Theme::Light, 1);
        let layers = Layers::new(frames.iter().cloned(), studio, |_| ());
        let told = to_moving_svg(&layers, &fonts, CAPTION, false);
        let document = Document::parse(&told).unwrap_or_else(|error| panic!("{error}"));
        let style = document.descendants().find(|node| node.tag_name().name() == "style");
        let motion = motion(style.and_then(|style| style.text()).unwrap());
        for (number, frame) in frames.iter().enumerate() {
            let now = (number as f64 + 0.5) / frames.len() as f64 * 100.0;
            let found = texts(&document, |class| {
                let name = class.split(' ').nth(1).unwrap();
                let turns = &motion[name];
                assert!(turns[0].0 == 0.0, "it is said from the beginning");
                turns.iter().rfind(|turn| turn.0 <= now).unwrap().1
            });
            let still = to_svg(&studio.paint(&frame.cells), &fonts, CAPTION, false);
            let still = Document::parse(&still).unwrap_or_else(|error| panic!("{error}"));
            assert_eq!(found, texts(&still, |_| true), "{lang:?} frame {number}");
        }
        // Who asks for less motion, or has a viewer without it, sees the last frame.
        let found = texts(&document, |class| !class.ends_with(" h"));
        let last = frames.last().map(|frame| studio.paint(&frame.cells)).unwrap();
        let still = to_svg(&last, &fonts, CAPTION, false);
        let still = Document::parse(&still).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(found, texts(&still, |_| true));
    }
}

#[test]
fn lanes_are_apart_in_every_frame() {
    let fonts = Fonts::default();
    let (hair, lane) = view::painted(Theme::Light);
    let studio = studio(&fonts, Theme::Light, 1);
    let studio = Studio { page: studio.page.with_lanes(hair, lane), ..studio };
    let frames = frames(&october(), Lang::En, Theme::Light, (100, 30));
    let layers = Layers::new(frames.into_iter(), studio, |_| ());
    let told = to_moving_svg(&layers, &fonts, CAPTION, false);
    let style = told.split("<style>").nth(1).unwrap().split("</style>").next().unwrap();
    let class = |color: &str| {
        let rule =
            style.split('}').find(|rule| rule.ends_with(&format!("{{fill:{color}"))).unwrap();
        format!("<path class=\"{} x\"", rule.split('{').next().unwrap().trim_start_matches('.'))
    };
    // The ground of the page keeps them apart; the bars of a major outage are red.
    let (ground, red) = (class("#fdfdfb"), class("#bf301a"));
    let first_seam = told.find(&ground).unwrap();
    assert!(told.rfind(&red).unwrap() < first_seam);
    assert!(told[first_seam..].contains("v1h-"), "they are a unit high");
}

#[test]
fn it_has_only_what_we_write_and_moves_by_css_alone() {
    let fonts = Fonts::default();
    let frames = frames(STORY, Lang::Bn, Theme::Dark, (80, 24));
    let layers = Layers::new(frames.into_iter(), studio(&fonts, Theme::Dark, 1), |_| ());
    let told = to_moving_svg(&layers, &fonts, CAPTION, true);
    let document = Document::parse(&told).unwrap_or_else(|error| panic!("{error}"));
    for node in document.descendants().filter(Node::is_element) {
        assert!(ELEMENTS.contains(&node.tag_name().name()), "{node:?}");
        for attribute in node.attributes() {
            assert!(ATTRIBUTES.contains(&attribute.name()), "{attribute:?}");
            assert!(!attribute.value().contains("url("), "{attribute:?}");
        }
    }
    let still = told.find("@media (prefers-reduced-motion:no-preference){").unwrap();
    assert_eq!(told.matches("animation:").count(), 1);
    assert!(told.find("animation:").unwrap() > still, "only for those who like it");
}
