//! Documents in JSON, well and badly written.

use fastrand::Rng;

use super::hold;

/// Texts between quotation marks, as a file may have them.
#[rustfmt::skip]
const TEXTS: [&str; 48] = [
    "down", "a b", "কখ গ", "x-1", "a: b", "a #b", "- a", "", " ", "~", "null", "a\\nb", "\\n",
    "\\u0995", "\\ud83d\\ude00", "\\ud83d", "\\ude00", "\\u00zz", "\\u0000", "\\u001b[31m", "\\/",
    "\\b\\f\\t\\r", "\\q", "\\\"", "\\\\", "'", "}", "]", "{", "[", ",", "},{\\\"at\\\"", "\u{a0}a",
    "\u{85}", "\u{2028}", "\u{feff}a", "\u{7f}", "⚠\u{fe0f}", "ａ，", "\u{fffd}", "\u{fffe}", "é",
    "e\u{301}", "\u{200d}", "a\tb", "a\nb", "🙂", "\\u200d",
];

/// Values that are no text.
#[rustfmt::skip]
const BARE: [&str; 30] = [
    "0", "-0", "1", "-1.5", "1e3", "1E+3", "01", "1.", ".5", "+1", "1e999", "0x1", "NaN", "true",
    "false", "True", "null", "Null", "~", "[]", "{}", "[ ]", "{ }", "[1,2]", "[,]", "[1,]", "{,}",
    "2031-03-01", "[[\"a\"],[{}]]", "{\"a\":{\"a\":[1]}}",
];

/// What may stand around a value.
#[derive(Clone, Copy)]
struct Style {
    comma: &'static str,
    colon: &'static str,
    item: &'static str,
}

#[rustfmt::skip]
const STYLES: [Style; 9] = [
    Style { comma: ",", colon: ":", item: "," },
    Style { comma: ", ", colon: ": ", item: ",\n" },
    Style { comma: ",\n      ", colon: ": ", item: ",\n    " },
    Style { comma: ",\n\t\t\t", colon: ": ", item: ",\n\t\t" },
    Style { comma: ",\r\n      ", colon: ": ", item: ",\r\n    " },
    Style { comma: " ,", colon: " :", item: "\n," },
    Style { comma: ",\n", colon: ":\n", item: ",\n" },
    Style { comma: ",", colon: "\n:", item: ",\t" },
    Style { comma: ",\r", colon: ":\t", item: ",  " },
];

fn text(random: &mut Rng) -> String {
    format!("\"{}\"", random.choice(TEXTS).unwrap_or(""))
}

fn value(random: &mut Rng, style: Style) -> String {
    match random.u8(0..8) {
        0..4 => text(random),
        4 => format!("[{}{}{}]", text(random), style.comma, text(random)),
        5 => format!("{{{}{}{}}}", text(random), style.colon, text(random)),
        _ => random.choice(BARE).unwrap_or("").to_owned(),
    }
}

/// An event without a fault.
fn good(random: &mut Rng, style: Style) -> String {
    let title = random.choice(["down", "a\\nb", "কখ গ", "\\u0995", "x \\\"y\\\"", "⚠\u{fe0f} z"]);
    let mut pairs = vec![
        "\"at\":\"2031-03-01T10:00Z\"".to_owned(),
        format!("\"title\":\"{}\"", title.unwrap_or("")),
    ];
    let fields = [
        "\"kind\":\"alert\"",
        "\"status\":{\"api\":\"degraded\",\"a\":\"ok\"}",
        "\"status\":{}",
        "\"services\":[\"a\",\"b\"]",
        "\"services\":\"\\u0061\"",
        "\"body\":\"one\\n\\ntwo\"",
        "\"tags\":[\"x\",\"y z\"]",
        "\"tags\":[1,true]",
        "\"author\":\"me\"",
        "\"phase\":\"detected\"",
        "\"until\":\"2031-03-01T11:00Z\"",
        "\"recovery\":10",
        "\"recovery\":{\"percent\":12.5}",
        "\"sources\":[{\"name\":\"x\"},{\"at\":1}]",
        "\"sources\":[{\"name\":\"x\"},{\"name\":\"y\"}]",
        "\"pinned\":true",
        "\"private\":null",
        "\"set\":{\"a\":\"down\"}",
    ];
    let first = random.usize(0..fields.len());
    for step in 0..random.usize(0..4) {
        pairs.push(fields[(first + step * 5) % fields.len()].to_owned());
    }
    if random.u8(0..4) == 0 {
        pairs.rotate_left(1);
    }
    object(&pairs, style)
}

fn object(pairs: &[String], style: Style) -> String {
    let colons = |pair: &String| match pair.split_once("\":") {
        Some((key, value)) => format!("{key}\"{}{value}", style.colon),
        None => pair.clone(),
    };
    format!("{{{}}}", pairs.iter().map(colons).collect::<Vec<_>>().join(style.comma))
}

fn item(random: &mut Rng, style: Style) -> String {
    let at = if random.u8(0..9) > 0 { "2031-03-01T10:00Z" } else { "soon" };
    let mut pairs = vec![format!("\"at\":\"{at}\"")];
    let keys = [
        "title", "title", "kind", "status", "services", "body", "tags", "author", "pinned",
        "phase", "nope", "at", "message", "recovery", "sources", "\\u0061t",
    ];
    for _ in 0..random.usize(0..5) {
        let key = random.choice(keys).unwrap_or("");
        pairs.push(format!("\"{key}\":{}", value(random, style)));
    }
    if random.u8(0..20) == 0 { value(random, style) } else { object(&pairs, style) }
}

/// A document in which something may be wrong.
fn document(random: &mut Rng) -> String {
    let style = *random.choice(&STYLES).unwrap_or(&STYLES[0]);
    let is_good = random.bool();
    let mut parts = vec!["\"title\":\"x\"".to_owned()];
    let more = [
        "\"timezone\":\"Asia/Kolkata\"",
        "\"services\":[\"api\",\"a\",{\"id\":\"b\",\"weight\":2}]",
        "\"milestones\":{\"started\":\"2031-03-01T09:00Z\"}",
        "\"actions\":[\"a\",{\"task\":\"b\",\"done\":false}]",
        "\"links\":[\"https://example.org\"]",
        "\"nope\":1",
        "\"schema\":1",
        "\"title\":\"y\"",
        "\"page\":{\"id\":1}",
    ];
    let known = if is_good { 5 } else { more.len() };
    for _ in 0..random.usize(0..3) {
        parts.push(more[random.usize(0..known)].to_owned());
    }
    let events: Vec<String> = (0..random.usize(1..5))
        .map(|_| if is_good { good(random, style) } else { item(random, style) })
        .collect();
    let space = if style.item.len() > 1 { &style.item[1..] } else { "" };
    let events = format!("\"events\":[{space}{}{space}]", events.join(style.item));
    let place = random.usize(0..=parts.len());
    parts.insert(if random.bool() { parts.len() } else { place }, events);
    let mut text = object(&parts, style);
    if random.u8(0..3) == 0 {
        mutate(random, &mut text);
    }
    let after =
        ["", "", "", "\n", "\r\n\n", " ", "\t", "# c", "\n---\n", "{}", ",", "\u{feff}", "\n...\n"];
    text += random.choice(after).unwrap_or("");
    match random.u8(0..20) {
        0 => text.insert_str(
            0,
            random.choice(["\u{feff}", "\n", " \n ", "\t", "--- ", "# c\n"]).unwrap_or(""),
        ),
        1 => {
            let places: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
            text.truncate(random.choice(&places).copied().unwrap_or_default());
        }
        _ => {}
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
                "\n",
                " ",
                "\t",
                "'",
                "\"",
                "[",
                "]",
                "{",
                "}",
                ",",
                ":",
                "#",
                " #",
                "&a ",
                "*a",
                "!t ",
                "- ",
                "? ",
                "\\",
                "\\u",
                "\r\n",
                "ক",
                "\u{2028}",
                "null",
                "1",
                "\"a\":1,",
                "\r",
                " # {\n} # } , ",
                " # ]\n",
                "'}'",
            ];
            text.insert_str(at, random.choice(nasty).unwrap_or(""));
        }
    }
}

#[test]
fn the_pieces_are_the_whole() {
    hold(document);
}
