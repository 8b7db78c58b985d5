//! An event that says what is looked for is never passed over.

use fastrand::Rng;

use super::super::read;
use super::documents;
use crate::load::{Progress, report::Faults, source::Source};
use crate::model::Event;
use crate::text::Needle;

/// What texts and searches are made of.
#[rustfmt::skip]
const PARTS: [&str; 62] = [
    "a", "down", "Queue", "BGP", "k", "K", "\u{212a}", "s\u{17f}", "\u{130}", "503", "42", "9", "4711",
    "৫০৩", "৪", "ক", "ক্ষ", "য়", "\u{9df}", "\u{9dc}", "ড়", "ো", "ো", "ে", "া", "র\u{200d}্য", "র্য",
    "\u{200c}", "\u{200d}", "শেয়ার", "শেয়ারে", "ত্রুটি", "পূর্বাঞ্চলের", "্", "়", "\u{9cd}\u{9bc}", "…", "—", "“x”", "é",
    "e\u{301}", "\u{301}", "\u{feff}", "\u{202e}", "\u{e000}", "\u{378}", "\u{f0000}", "\u{ad}", "\u{a0}",
    "⚠\u{fe0f}", "5\u{fe0f}", "ａ", "中", "が", "b\\n", "\\u0061", " ", "-", "x", "U", "ff", "e0",
];

fn words(random: &mut Rng, most: usize) -> String {
    let mut text = String::new();
    for _ in 0..random.usize(1..most) {
        text += random.choice(PARTS).unwrap_or("");
        if random.u8(0..3) == 0 {
            text.push(' ');
        }
    }
    if random.u8(0..200) == 0 {
        let long = random.choice(["\u{9c1}", "\u{9df}\u{9cd}", "\u{9dd}\u{9cd}"]).unwrap_or("");
        text += &long.repeat(random.usize(1..130));
    }
    text
}

/// A file of a few events, in YAML or in JSON.
fn file(random: &mut Rng) -> String {
    let is_json = random.bool();
    let events: Vec<String> = (0..random.usize(1..6))
        .map(|_| {
            let (title, body) = (words(random, 5), words(random, 5));
            if is_json {
                format!("{{\"at\":\"2031-03-01T10:00Z\",\"title\":\"x{title}\",\"body\":\"{body}\"}}")
            } else {
                let mark = random.choice(["", "\"", "'"]).unwrap_or("");
                format!(
                    "- at: 2031-03-01T10:00Z\n  title: {mark}x{title}{mark}\n  body: |\n    {}\n  tags: [{}]\n",
                    body.trim(),
                    random.choice(["a", "Queue 503", "ত্রুটি"]).unwrap_or("")
                )
            }
        })
        .collect();
    if is_json {
        format!("{{\"title\":\"x\",\"events\":[{}]}}", events.join(","))
    } else {
        format!("title: x\nevents:\n{}", events.concat())
    }
}

fn says(event: &Event, needle: &Needle) -> bool {
    let texts = event.title.all().chain(event.body.all());
    texts.chain(event.tags.iter().map(|tag| &**tag)).any(|text| needle.is_in(text))
}

#[test]
fn what_says_it_is_not_passed_over() {
    let (mut judged, mut passed, mut found) = (0, 0, 0);
    for seed in 0..documents() {
        let random = &mut Rng::with_seed(seed);
        let text = file(random);
        let source = std::sync::Arc::new(Source::decode("x", text.as_bytes().into()).unwrap());
        let mut faults = Faults::default();
        let Some((incident, _)) = read(&source, &mut faults, &Progress::default()) else {
            continue;
        };
        for _ in 0..4 {
            let event = incident.events.get(random.usize(0..incident.events.len())).unwrap();
            let of = random.choice([event.title.all().next(), event.body.all().next()]).flatten();
            // A part of what an event says, or anything.
            let places: Vec<usize> = of.unwrap_or("").char_indices().map(|(at, _)| at).collect();
            let query = match (of, random.choice(&places), random.choice(&places)) {
                (Some(text), Some(&from), Some(&to)) if random.bool() => {
                    text[from.min(to)..from.max(to)].to_owned()
                }
                _ => words(random, 3),
            };
            let Some(needle) = Needle::new(&query) else { continue };
            let Some(scent) = needle.scent() else { continue };
            judged += 1;
            let mut from = 0;
            while from < incident.events.len() {
                let next = incident.events.next_saying(from..incident.events.len(), &scent);
                let end = next.unwrap_or(incident.events.len());
                for index in from..end {
                    passed += 1;
                    let event = incident.events.get(index).unwrap();
                    assert!(!says(&event, &needle), "seed {seed}: {query:?} in {index} of\n{text}");
                }
                found += usize::from(end < incident.events.len());
                from = end + 1;
            }
        }
    }
    assert!(
        judged > 1_000 && passed > judged / 4 && found > judged / 4,
        "{judged} {passed} {found}"
    );
}
