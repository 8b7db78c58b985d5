//! The file in pieces says what the file in one piece says.

mod json;
mod scent;

use fastrand::Rng;

use super::{Form, Next};
use crate::load::{Progress, Report, report::Faults, source::Source, yaml};
use crate::text::Words;

/// The incident and everything that is wrong with it, by the parser alone.
fn in_one_piece(text: &str) -> String {
    let source = Source::decode("x", text.as_bytes().into()).unwrap();
    let mut faults = Faults::default();
    let read = match yaml::parse(source.text(), &mut faults) {
        Ok(root) => crate::load::read::incident(root, &mut faults).map(|(incident, _)| incident),
        Err(fault) => {
            faults.push(*fault);
            None
        }
    };
    let report = Report::new(source.clone(), faults);
    let read = read.filter(|_| !report.has_errors());
    told(&report, read.as_ref())
}

fn told(report: &Report, incident: Option<&crate::model::Incident>) -> String {
    let incident = incident.map(|incident| {
        let events: Vec<_> = incident.events.iter().collect();
        let heads: Vec<_> = incident.events.heads().collect();
        format!("{events:#?}{heads:#?}{:#?}{:?}", incident.services, incident.milestones)
    });
    format!("{:#}\n{incident:#?}", report.json(Words::default()))
}

/// The same in pieces; none if it does not come apart.
fn in_pieces(text: &str) -> Option<String> {
    let source = std::sync::Arc::new(Source::decode("x", text.as_bytes().into()).ok()?);
    let mut faults = Faults::default();
    let (incident, _) = super::read(&source, &mut faults, &Progress::default())?;
    let report = Report::new(source, faults);
    let read = Some(incident).filter(|_| !report.has_errors());
    Some(told(&report, read.as_ref()))
}

/// Every item that the short way reads, read by the parser too.
fn both_ways(text: &str) -> (usize, usize) {
    let (mut short, mut all) = (0, 0);
    let Some((form, _)) = Form::find(text) else { return (0, 0) };
    let mut at = form.start();
    while let Some(next) = form.after(text, at) {
        let (Next::Item(end) | Next::End(end)) = next;
        all += 1;
        if let Some(node) = form.plain(text, at, end) {
            short += 1;
            let whole = form.parsed(text, at, end).map(|node| format!("{node:?}"));
            assert_eq!(Some(format!("{node:?}")), whole, "{}", &text[at..end]);
        }
        match next {
            Next::Item(_) if end < text.len() => at = end,
            _ => break,
        }
    }
    (short, all)
}

/// What stands behind a colon, well or badly.
#[rustfmt::skip]
const WORDS: [&str; 80] = [
    "down", "a b", "কখ গ", "x-1", "12:30", "a:b", "a: b", "a #b", "a#b", "-1", "- a", "?x", "~",
    "null", "", "[a, b]", "[a , 'b' ]", "[]", "[ ]", "[a,]", "[a: b]", "{a: b, c: d e}",
    "{a: b,}", "{}", "{a : b}", "{a:b}", "{a}", "[a, [b]]", "\"a\"", "\"a\\n\"", "'it''s'",
    "'a' # c", "\"a: #\"", "'ab", "\"a", "a  ", "a\tb", "*x", "&x a", "!t a", "%a", "@a", "`a",
    "yes", "\u{a0}a", "…", "a\u{2028}b", "\u{feff}a", "a:", ":a", "a,b", "a]b", "[a]b",
    "{a: b} c", "a\\", "'a\\'", "--- a", "...", "x: |", "a\n\n", "null ", "NULL", "<<", "=",
    "1_0", "0x1", "2031-03-01T10:00Z", "a'b", "a\"b", "#a", "é", "\u{85}", "a - b", "a ? b",
    "a ⚠\u{fe0f}", "ａ，", "\u{fffd}", "\u{fffe}a", "\u{7f}", "\u{9f}a",
];

/// A value of a field, `depth` blanks before its key.
fn value(random: &mut Rng, depth: usize) -> String {
    let pad = " ".repeat(depth);
    match random.u8(0..12) {
        0..7 => random.choice(WORDS).unwrap_or("").to_owned(),
        7 => format!(
            "|{}\n{pad}  one\n{}{pad}  two\n{}",
            random.choice(["", "-", "+", "2", " # c", " "]).unwrap_or(""),
            random.choice(["", "\n", "      \n", "    deeper\n", " \n", "\t\n"]).unwrap_or(""),
            random.choice(["", "\n", "\n\n", "# c\n"]).unwrap_or("")
        ),
        8 => format!(
            "\n{pad}  a: {}\n{pad}  b: d",
            random.choice(["b", "'c'", "|\n        t"]).unwrap_or("")
        ),
        9 => format!(
            "\n{pad}{}- a b\n{pad}{}- c",
            random.choice(["", "  "]).unwrap_or(""),
            random.choice(["", "  "]).unwrap_or("")
        ),
        10 => format!(">\n{pad}  one\n{pad}  two"),
        _ => format!("plain\n{pad}  goes on"),
    }
}

/// An event without a fault, in words of which some must be parsed.
fn good(random: &mut Rng, indent: usize) -> String {
    let pad = " ".repeat(indent + 2);
    let title = random.choice(["down", "'a # b'", "a, b", "\"a\\tb\"", "a\\b", "কখ গ", "… x"]);
    let mut text = format!(
        "{}- at: 2031-03-01T10:00Z\n{pad}title: {}\n",
        " ".repeat(indent),
        title.unwrap_or("")
    );
    let fields = [
        "kind: alert",
        "status: {api: degraded, a: ok}",
        "status:\n    P  b: major_outage",
        "services: [a, 'b']",
        "services:\n    P  - api",
        "body: |\n    P  one  \n\n    P    two",
        "body: >-\n    P  one\n    P  two",
        "tags: [x, y z]",
        "author: me # c",
        "phase: detected",
        "until: 2031-03-01T11:00Z",
        "recovery: 10",
        "set: {a: down}",
    ];
    let first = random.usize(0..fields.len());
    for step in 0..random.usize(0..4) {
        let field = fields[(first + step * 4) % fields.len()].replace("    P", &pad);
        text.extend([&pad, &*field, "\n"]);
    }
    text += random.choice(["", "", "", "\n", "# c\n"]).unwrap_or("");
    text
}

fn item(random: &mut Rng, indent: usize) -> String {
    let mut text = format!("{}- at: ", " ".repeat(indent));
    text += if random.u8(0..9) > 0 { "2031-03-01T10:00Z\n" } else { "soon\n" };
    let keys = [
        "title", "kind", "status", "services", "body", "tags", "author", "pinned", "phase", "nope",
        "at", "summary",
    ];
    for _ in 0..random.usize(0..5) {
        let key = random.choice(keys).unwrap_or("");
        let depth = indent + 2;
        let line = format!("{}{key}: {}\n", " ".repeat(depth), value(random, depth));
        text += &line;
    }
    if random.u8(0..6) == 0 {
        text += random.choice(["\n", "# c\n", "  # c\n", "   \n", "\t\n"]).unwrap_or("");
    }
    text
}

/// A document in which something may be wrong.
fn document(random: &mut Rng) -> String {
    let mut text = String::from("title: x\n");
    text += random
        .choice([
            "",
            "",
            "timezone: Asia/Kolkata\n",
            "services: [api, a, b]\n",
            "--- \n",
            "x: &x 1\n",
        ])
        .unwrap_or("");
    text += random
        .choice(["events:\n", "events:\n", "events: # c\n\n# c\n", "events: \n"])
        .unwrap_or("");
    let (indent, is_good) = (random.usize(0..3), random.bool());
    for _ in 0..random.usize(1..5) {
        text += &if is_good { good(random, indent) } else { item(random, indent) };
    }
    text += random
        .choice([
            "",
            "",
            "actions: [a]\n",
            "zone: UTC\n",
            "timezone: Asia/Kolkata\n",
            "milestones: {started: 2031-03-01T09:00Z}\n",
            "...\n",
            "events: []\n",
            "  x: y\n",
            "]\n",
        ])
        .unwrap_or("");
    if random.u8(0..3) == 0 {
        mutate(random, &mut text);
    }
    if random.u8(0..8) == 0 {
        let places: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
        text.truncate(random.choice(&places).copied().unwrap_or_default());
    }
    text
}

/// Puts something where it may not belong, or takes something away.
fn mutate(random: &mut Rng, text: &mut String) {
    for _ in 0..random.usize(1..3) {
        let places: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
        let Some(&at) = random.choice(&places) else { return };
        if random.bool() {
            text.remove(at);
        } else {
            let nasty = [
                "\n", "  ", "\t", "'", "\"", "[", "}", "|", "#", "- ", ": ", "&", "*", "\r\n",
                "---\n", "\n- ", "\\", "ক", "\r",
            ];
            text.insert_str(at, random.choice(nasty).unwrap_or(""));
        }
    }
}

/// How many documents are tried; ten million where there is time.
fn documents() -> u64 {
    if std::env::var_os("OUTAGE_TUI_LONG").is_some() { 10_000_000 } else { 20_000 }
}

#[test]
fn the_pieces_are_the_whole() {
    hold(document);
}

#[test]
fn a_line_shallower_than_its_item_is_for_the_parser() {
    let text = "title: x\nevents:\n - at: 2031-03-01T10:00Z\n   title: y\n   body: |\n     one\n \n  phase: detected\n";
    assert_eq!(in_pieces(text), None);
    let text = "title: x\nservices: [api, a, b]\nevents: \n - at: 2031-03-01T10:00Z\n   title: কখ গ\n   status: {api: degraded, a: ok}\n   body: |\n     one  \n\n       two\n \r  phase: detected\n";
    assert_eq!(in_pieces(text), None);
    let text = "{\"title\":\"x\",\"events\":[{\"at\":\"2031-03-01T10:00Z\",\"title\":down\"} #,{\"title\":\"x\"}]}";
    assert_eq!(in_pieces(text), None);
}

/// Holds documents of a kind in pieces to the same in one piece.
fn hold(document: fn(&mut Rng) -> String) {
    let (mut short, mut all, mut apart) = (0, 0, 0);
    for seed in 0..documents() {
        let text = document(&mut Rng::with_seed(seed));
        let (read, seen) = both_ways(&text);
        (short, all) = (short + read, all + seen);
        if let Some(pieces) = in_pieces(&text) {
            apart += 1;
            assert_eq!(pieces, in_one_piece(&text), "seed {seed}:\n{text}");
        }
    }
    // Neither way is tried on nothing; most documents are at fault and read in one piece.
    assert!(short * 10 > all && apart * 50 > documents(), "{short} of {all}, {apart} apart");
}
