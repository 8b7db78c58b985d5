//! Texts of others: HTML to plain text, and the sentence that can stand for a whole text.

/// The longest title that is made from a text, in characters.
const TITLE: usize = 100;

/// The longest tag, in bytes; without an end to the search a text of nothing but `<` takes for ever.
const LONGEST_TAG: usize = 4_096;

/// The elements after which a line ends.
const BLOCKS: [&str; 12] =
    ["br", "p", "div", "li", "ul", "ol", "tr", "h1", "h2", "h3", "h4", "blockquote"];

/// Text without tags; paragraphs and breaks become lines, entities what they stand for. Text
/// that holds no markup stays as it is.
pub(super) fn from_html(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find(['<', '&']) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        rest = if rest.starts_with('<') { tag(rest, &mut out) } else { entity(rest, &mut out) };
    }
    out.push_str(rest);
    tidy(&out)
}

/// Entities as what they stand for; nothing else changes.
pub(super) fn entities(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = entity(&rest[at..], &mut out);
    }
    out.push_str(rest);
    out
}

/// Reads past one tag. A `<` that begins none stays what it is.
fn tag<'a>(text: &'a str, out: &mut String) -> &'a str {
    let name: String = text[1..]
        .trim_start_matches('/')
        .chars()
        .take_while(char::is_ascii_alphanumeric)
        .collect::<String>()
        .to_ascii_lowercase();
    let is_tag = !name.is_empty() || text.starts_with("<!--");
    let end = text.bytes().take(LONGEST_TAG).position(|byte| byte == b'>');
    let Some(end) = end.filter(|_| is_tag) else {
        out.push('<');
        return &text[1..];
    };
    let closes = text.starts_with("</");
    if BLOCKS.contains(&name.as_str()) && !(name == "li" && closes) {
        out.push('\n');
        if name == "li" {
            out.push_str("- ");
        }
        if name == "p" && closes {
            out.push('\n');
        }
    }
    &text[end + 1..]
}

/// Reads past one entity. An `&` that begins none stays what it is.
fn entity<'a>(text: &'a str, out: &mut String) -> &'a str {
    let known = text.get(1..).and_then(|rest| {
        let end = rest.bytes().take(10).position(|byte| byte == b';')?;
        Some((character(&rest[..end])?, &rest[end + 1..]))
    });
    match known {
        Some((c, rest)) => {
            out.push(c);
            rest
        }
        None => {
            out.push('&');
            &text[1..]
        }
    }
}

/// The character that an entity stands for.
pub(super) fn character(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        return char::from_u32(code);
    }
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" | "rsquo" => '\'',
        "nbsp" => ' ',
        "ndash" => '–',
        "mdash" => '—',
        "hellip" => '…',
        _ => return None,
    })
}

/// Lines without blanks around them, at most one empty one between two others.
fn tidy(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut empty = 0;
    for line in text.lines().map(str::trim) {
        if line.is_empty() {
            empty += 1;
            continue;
        }
        if !out.is_empty() {
            out.push_str(if empty > 0 { "\n\n" } else { "\n" });
        }
        out.push_str(line);
        empty = 0;
    }
    out
}

/// What can stand as the title of a text, and whether it is the whole of it: the first sentence,
/// or as many of its words as fit.
pub(super) fn headline(text: &str) -> (String, bool) {
    let text = text.trim();
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let first = lines.clone().next().unwrap_or_default();
    // Signs alone say nothing, nor does the word behind the mark of a block of code.
    let says = |line: &&str| {
        let is_mark = line.strip_prefix("```").is_some_and(|word| !word.contains(' '));
        !is_mark && line.chars().any(char::is_alphanumeric)
    };
    let line = lines.find(says).unwrap_or(first).trim_start_matches("```");
    let line = line.trim_start_matches(['#', '*', '>', ' ']).replace("**", "");
    let line = line.trim_end_matches(['*', ' ']);
    let sentence = first_sentence(line);
    if sentence.chars().count() <= TITLE {
        return (sentence.to_owned(), sentence == text);
    }
    let cut: String = sentence.chars().take(TITLE - 1).collect();
    let end = cut.rfind(' ').filter(|end| *end > TITLE / 2).unwrap_or(cut.len());
    (format!("{}…", cut[..end].trim_end_matches([',', ';', ':', ' '])), false)
}

/// Up to the first full stop that a blank and a capital letter follow.
fn first_sentence(line: &str) -> &str {
    let ends = line.char_indices().filter(|(_, c)| matches!(c, '.' | '!' | '?' | '।'));
    for (at, stop) in ends {
        let after = &line[at + stop.len_utf8()..];
        let mut next = after.chars();
        let is_end = next.next() == Some(' ')
            && next.next().is_none_or(|c| c.is_uppercase() || !c.is_ascii());
        if is_end && at > 2 {
            return &line[..at + stop.len_utf8()];
        }
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_becomes_text() {
        for (html, text) in [
            ("Fixed.<br />Thanks.", "Fixed.\nThanks."),
            ("<p>One &amp; two</p><p>three</p>", "One & two\n\nthree"),
            ("a < b && c > d", "a < b && c > d"),
            ("<ul><li>x</li><li>y</li></ul>", "- x\n- y"),
            ("&#2453;&#x995; &lt;b&gt; &nope; &", "কক <b> &nope; &"),
            ("<a href='x'>link</a> <", "link <"),
            ("<!-- no --> yes", "yes"),
        ] {
            assert_eq!(from_html(html), text, "{html}");
        }
    }

    #[test]
    fn headlines() {
        assert_eq!(headline("Down. We look."), ("Down.".to_owned(), false));
        assert_eq!(headline(" All of it "), ("All of it".to_owned(), true));
        assert_eq!(headline("v1.2 is out, e.g. here").0, "v1.2 is out, e.g. here");
        let (title, whole) = headline(&"word ".repeat(60));
        assert!(title.ends_with("word…") && title.chars().count() <= TITLE && !whole);
        assert_eq!(headline("").0, "");
        assert_eq!(headline("```\n{\n  \"ok\": false\n}```").0, "\"ok\": false");
        assert_eq!(headline("```E0326 no route").0, "E0326 no route");
        assert_eq!(headline("**All** is **well**"), ("All is well".to_owned(), false));
        assert_eq!(headline("!!!").0, "!!!");
        assert_eq!(headline("```json\na: b").0, "a: b");
    }
}
