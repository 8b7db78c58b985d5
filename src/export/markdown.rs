//! Markdown that says what its text says: nothing of an incident becomes a mark, an element or a
//! link that was not written here.

mod prose;

use std::borrow::Borrow;
use std::fmt::Write;

use crate::text::width;

pub(super) use prose::prose;

/// A text of one line as Markdown for GitHub, GitLab and pandoc, also inside a table.
pub(super) fn text(raw: &str) -> String {
    written(raw, Place::Line)
}

/// Where a text stands: only at the beginning of a line can it begin a list or the like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Line,
    Within,
}

fn written(raw: &str, place: Place) -> String {
    let begins = place == Place::Line;
    let mut out = String::with_capacity(raw.len());
    let mut before = None;
    for (at, c) in raw.char_indices() {
        match c {
            '\n' => out.push(' '),
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '~' | '$' | '!' | '^'
            | '{' | '}' => {
                out.push('\\');
                out.push(c);
            }
            '&' => out.push_str("&amp;"),
            // Bare addresses and names with an @ become links by themselves; their marks as
            // entities do not.
            ':' if raw[at..].starts_with("://") || is_emoji(&raw[at + 1..]) => {
                out.push_str("&#58;");
            }
            '/' if raw[..at].ends_with('/') && !raw[..at].ends_with(":/") => {
                out.push_str("&#47;");
            }
            '@' => out.push_str("&#64;"),
            // Two hyphens become a dash for pandoc, and an empty pair of brackets a box to tick.
            '-' if raw[..at].ends_with('-') => out.push_str("\\-"),
            ' ' if raw[..at].ends_with('[') && raw[at..].starts_with(" ]") => out.push_str("&#32;"),
            '.' if raw[..at].ends_with("www") => out.push_str("&#46;"),
            // At the beginning these make lists and rules.
            ':' if begins && before.is_none() => out.push_str("&#58;"),
            '-' | '+' | '=' | '(' if begins && before.is_none() => {
                out.push('\\');
                out.push(c);
            }
            '.' | ')' if begins && ends_word(&raw[at + 1..]) && is_numeral(&out) => {
                out.push('\\');
                out.push(c);
            }
            c => out.push(c),
        }
        before = Some(c);
    }
    out
}

/// Whether a colon before this begins the name of an emoji: `tada:`. A time of day has two digits there.
fn is_emoji(after: &str) -> bool {
    let in_name = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "+-_".contains(c);
    let name = after.split_once(':').map_or("", |(name, _)| name);
    name.chars().all(in_name) && name.chars().any(|c| !c.is_ascii_digit()) || name == "100"
}

/// Whether a list might be counted by this: nothing, `12`, `b`, `iv`.
fn is_numeral(text: &str) -> bool {
    /// No list is counted further, `MMMDCCCLXXXVIII` included.
    const LONGEST: usize = 15;
    if text.len() > LONGEST {
        return false;
    }
    let is_roman = |c: char| "ivxlcdm".contains(c.to_ascii_lowercase());
    text.chars().all(|c| c.is_ascii_digit())
        || text.chars().all(is_roman)
        || text.len() == 1 && text.chars().all(char::is_alphabetic)
}

fn ends_word(after: &str) -> bool {
    after.chars().next().is_none_or(char::is_whitespace)
}

/// A text that stands in a list of such texts: what separates them is escaped too.
pub(super) fn item(raw: &str) -> String {
    let mut out = String::new();
    for part in raw.split_inclusive([',', ':', ';']) {
        let (name, mark) = match part.char_indices().next_back() {
            Some((at, mark @ (',' | ':' | ';'))) => (&part[..at], Some(mark)),
            _ => (part, None),
        };
        out.push_str(&text(name));
        if let Some(mark) = mark {
            let _ = write!(out, "&#{};", u32::from(mark));
        }
    }
    out
}

/// A title and the numbers of its sources: `Routes gone [1][2]`, which no link has as its name. A title that ends as the
/// numbers do has its last bracket written otherwise, so that the two can be told apart.
pub(super) fn marked_title(title: &str, numbers: &[usize]) -> String {
    let title = text(title);
    let title = match title.strip_suffix("\\]") {
        Some(title) => format!("{title}&#93;"),
        None => title,
    };
    let mut out = title + " ";
    for number in numbers {
        let _ = write!(out, "[{number}]");
    }
    out.truncate(out.trim_end().len());
    out
}

/// An address as a link that shows itself; what could end the link is percent-encoded.
pub(super) fn link(url: &str) -> String {
    let mut out = String::from("<");
    for c in url.chars() {
        match c {
            '<' | '>' | ' ' | '\\' | '"' | '`' | '|' => {
                // Writing to a string cannot fail.
                let _ = write!(out, "%{:02X}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('>');
    out
}

/// The address of a file beside the document. In an address `#`, `?`, `%` and `:` are marks, in the name
/// of a file they are not.
pub(super) fn beside(file: &str) -> String {
    let mut out = String::from("<");
    for c in file.chars() {
        if c.is_ascii() && !c.is_ascii_alphanumeric() && !"-_.~()+,@=".contains(c) {
            // Writing to a string cannot fail.
            let _ = write!(out, "%{:02X}", u32::from(c));
        } else {
            out.push(c);
        }
    }
    out.push('>');
    out
}

/// A table: its head, and rows of as many cells.
pub(super) fn table<S: Borrow<str>>(head: &[S], rows: &[Vec<String>]) -> String {
    let mut out = line(head) + &line(&rule(head, rows));
    for row in rows {
        out.push_str(&line(row));
    }
    out + "\n"
}

/// As many dashes as a column is wide, within reason: pandoc shares a page out by them.
fn rule<S: Borrow<str>>(head: &[S], rows: &[Vec<String>]) -> Vec<String> {
    let shown = |cell: &str| width(cell.split(" <!--").next().unwrap_or_default());
    let cells =
        |column: usize| rows.iter().filter_map(move |row| row.get(column)).map(|c| shown(c));
    let widest = |(column, name): (usize, &S)| cells(column).fold(width(name.borrow()), usize::max);
    head.iter().enumerate().map(widest).map(|widest| "-".repeat(widest.clamp(3, 50))).collect()
}

fn line<S: Borrow<str>>(cells: &[S]) -> String {
    format!("| {} |\n", cells.join(" | "))
}

#[cfg(test)]
mod tests {
    use pulldown_cmark::{Event, Options, Parser, Tag};

    use super::*;

    /// What an independent parser makes of it: the text, and whether it is nothing but text.
    fn read(markdown: &str) -> (String, bool) {
        let mut plain = true;
        let mut text = String::new();
        let all = Options::all() - Options::ENABLE_SMART_PUNCTUATION;
        for event in Parser::new_ext(markdown, all) {
            match event {
                Event::Text(part) => text.push_str(&part),
                Event::Start(Tag::Paragraph) | Event::End(_) => {}
                _ => plain = false,
            }
        }
        (text, plain)
    }

    #[test]
    fn hostile_texts_stay_text() {
        for raw in [
            "<script>alert(1)</script>",
            "[a](javascript:alert(1)) ![b](c)",
            "*a* _b_ ~~c~~ `d` $e$ ^f^",
            "# h",
            "- item",
            "1. item",
            "12) item",
            "+ item",
            "=== ",
            "| a | b |",
            "&lt;b&gt; &#60;",
            "https://example.org www.example.org a@example.org",
            "\\*a\\*",
            "> quote",
            "--- ",
            "(a) item",
            "b) item",
            "iv. item",
            "x {.c onclick=\"alert(1)\"}",
            ":tada: :+1: 10:00:30",
            "http&#58;//example.org //example.org",
        ] {
            let (found, plain) = read(&text(raw));
            assert!(plain, "{raw:?} became {:?}", text(raw));
            assert_eq!(found.trim(), raw.trim(), "{raw:?}");
        }
    }

    /// What the parser above does not know and pandoc, GitHub or others do.
    #[test]
    fn what_only_some_renderers_read_is_escaped() {
        for (raw, written) in [
            // Attributes of a heading: `onclick` among them.
            ("x {.c onclick=1}", "x \\{.c onclick=1\\}"),
            ("(a) x", "\\(a) x"),
            ("a) x", "a\\) x"),
            ("iv. x", "iv\\. x"),
            ("DNS. x", "DNS. x"),
            ("1.1.1.1 is slow", "1.1.1.1 is slow"),
            (":tada: x", "&#58;tada: x"),
            ("at 10:00:30, a:b", "at 10:00:30, a:b"),
            ("//e.example https://e.example", "/&#47;e.example https&#58;//e.example"),
            ("use --force", "use -\\-force"),
            ("[ ] x", "\\[&#32;\\] x"),
        ] {
            assert_eq!(text(raw), written);
        }
    }

    #[test]
    fn a_file_beside_it_is_found_whatever_it_is_called() {
        assert_eq!(beside("a b-1.png"), "<a%20b-1.png>");
        assert_eq!(beside("50% #1?.png"), "<50%25%20%231%3F.png>");
        assert_eq!(beside("js:x<y>.png"), "<js%3Ax%3Cy%3E.png>");
        assert_eq!(beside("বিভ্রাট.png"), "<বিভ্রাট.png>");
    }

    #[test]
    fn an_address_stays_one_link() {
        let markdown = link("https://example.org/a b>c|d");
        let links = Parser::new(&markdown)
            .filter(|event| matches!(event, Event::Start(Tag::Link { .. })))
            .count();
        assert_eq!(links, 1);
        assert!(!markdown[1..markdown.len() - 1].contains(['<', '>', ' ', '|']));
    }
}
