//! The inside of a line of Markdown: cells, and text freed of its escapes.

use crate::load::diagnostic::Span;
use crate::model::time::parse_stamp;
use crate::model::{Precision, Time, Zone};

/// A cell of a table, as it is written.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cell<'s> {
    pub(super) raw: &'s str,
    pub(super) span: Span,
}

const BLANKS: [char; 2] = [' ', '\t'];

/// When something was: as it is told, or where a comment says it more exactly, as that does.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Stamp {
    pub(super) at: String,
    pub(super) until: Option<String>,
    pub(super) precision: Precision,
}

/// A moment and how exactly it is known; what is no time is what it says.
pub(super) type Moment = (Result<Time, String>, Precision);

impl Stamp {
    /// When it begins, however that is written.
    pub(super) fn moment(&self, zone: Zone) -> Moment {
        let at = parse_stamp(&self.at, zone).map(|stamp| stamp.at);
        (at.map_err(|_| self.at.clone()), self.precision)
    }
}

/// Reads `2021-10-04 21:10:07 – 21:45:00` or, of two columns, `2021-10-04T15:40:07Z/…` behind the same
/// in the zone of the report.
pub(super) fn stamp(local: &str, utc: Option<&str>) -> Stamp {
    let (local, mut kept) = split_comment(local);
    let utc = utc.map(|utc| {
        let (utc, comment) = split_comment(utc);
        kept = comment;
        plain(utc)
    });
    let local = plain(local);
    let words = || kept.unwrap_or_default().split_ascii_whitespace();
    let is_about = local.contains('~') || utc.as_ref().is_some_and(|utc| utc.starts_with('~'));
    let told = match (local.starts_with('~'), is_about) {
        (true, _) => Precision::Day,
        (_, true) => Precision::Minute,
        _ => Precision::Exact,
    };
    let precision = words().find_map(Precision::parse).unwrap_or(told);
    let place = words().find(|word| word.starts_with(|c: char| c.is_ascii_digit()));
    let split = |text: &str| match text.trim_start_matches('~').split_once('/') {
        Some((at, until)) => (at.to_owned(), Some(until.trim_start_matches('~').to_owned())),
        None => (text.trim_start_matches('~').to_owned(), None),
    };
    let (at, until) = match (place, utc) {
        (Some(place), _) => split(place),
        // Of a day there is no time in UTC.
        (None, Some(utc)) if utc.starts_with(['~', '0', '1', '2']) => split(&utc),
        _ => ends(&local),
    };
    Stamp { at, until, precision }
}

/// Both ends of a span; of the second the day may go unsaid.
fn ends(local: &str) -> (String, Option<String>) {
    let bare = |text: &str| text.trim_end_matches(" UTC").replace('~', "");
    let Some((at, until)) = local.split_once(" – ") else { return (bare(local), None) };
    let (at, mut until) = (bare(at), bare(until));
    if let (false, Some((day, _))) = (until.contains('-'), at.split_once(' ')) {
        until = format!("{day} {until}");
    }
    (at, Some(until))
}

/// What stands before a comment at the end of a cell, and what the comment says.
fn split_comment(raw: &str) -> (&str, Option<&str>) {
    let inside = raw.strip_suffix("-->").and_then(|raw| raw.split_once("<!--"));
    match inside {
        Some((told, said)) => (told.trim_end_matches(BLANKS), Some(said)),
        None => (raw, None),
    }
}

/// The cells of a row that begins at byte `start` of the file; none if it is no row.
pub(super) fn cells(line: &str, start: usize) -> Option<Vec<Cell<'_>>> {
    let inside = line.trim_end_matches(BLANKS).strip_prefix('|')?;
    let mut cells = Vec::new();
    let (mut from, mut escaped) = (0, false);
    let mut push = |from: usize, to: usize| {
        let raw = inside[from..to].trim_matches(BLANKS);
        let left = inside[from..to].trim_start_matches(BLANKS);
        let at = start + 1 + to - left.len();
        cells.push(Cell { raw, span: Span::new(at, at + raw.len().max(1)) });
    };
    for (at, byte) in inside.bytes().enumerate() {
        match byte {
            b'|' if !escaped => {
                push(from, at);
                from = at + 1;
            }
            _ => {}
        }
        escaped = byte == b'\\' && !escaped;
    }
    if from < inside.len() {
        push(from, inside.len());
    }
    Some(cells)
}

/// Each character of a text, and whether an escape or an entity made it, so that it is no mark.
fn letters(raw: &str) -> impl Iterator<Item = (char, bool)> + '_ {
    let mut rest = raw;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        let after = &rest[first.len_utf8()..];
        let (letter, left) = match first {
            '\\' => match after.chars().next().filter(char::is_ascii_punctuation) {
                Some(next) => ((next, true), &after[1..]),
                None => ((first, false), after),
            },
            '&' => match entity(after) {
                Some((c, length)) => ((c, true), &after[length..]),
                None => ((first, false), after),
            },
            _ => ((first, false), after),
        };
        rest = left;
        Some(letter)
    })
}

/// What stands behind the `&` of an entity, and how long it is.
fn entity(after: &str) -> Option<(char, usize)> {
    // The longest that is read is `#x10FFFF`.
    let end = after.bytes().take(10).position(|byte| byte == b';')?;
    let name = &after[..end];
    let c = match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        _ => {
            let digits = name.strip_prefix('#')?;
            let code = match digits.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16),
                None => digits.parse(),
            };
            char::from_u32(code.ok()?)?
        }
    };
    Some((c, end + 1))
}

/// A text without its escapes.
pub(super) fn plain(raw: &str) -> String {
    letters(raw).map(|(c, _)| c).collect()
}

/// A title, and the numbers of the sources behind it: `Routes gone [1][2]`.
pub(super) fn split_marks(raw: &str) -> (&str, Vec<usize>) {
    let mut title = raw;
    let mut numbers = Vec::new();
    while let Some((before, number)) = last_mark(title) {
        numbers.push(number);
        title = before;
    }
    numbers.reverse();
    (title.trim_end_matches(BLANKS), numbers)
}

/// Splits off one mark; `\[1\]`, as an editor may write it, is one too.
fn last_mark(raw: &str) -> Option<(&str, usize)> {
    let inside = raw.strip_suffix("\\]").or_else(|| raw.strip_suffix(']'))?;
    let digits = inside.bytes().rev().take_while(u8::is_ascii_digit).count();
    let (before, number) = inside.split_at(inside.len() - digits);
    let before = before.strip_suffix("\\[").or_else(|| before.strip_suffix('['))?;
    Some((before, number.parse().ok()?))
}

/// The services of a row: `A, B: major outage; C`. The names of each group, and its status.
pub(super) fn groups(raw: &str) -> Vec<(Vec<String>, String)> {
    let letters: Vec<(char, bool)> = letters(raw).collect();
    let text = |part: &[(char, bool)]| -> String {
        part.iter().map(|(c, _)| *c).collect::<String>().trim_matches(BLANKS).to_owned()
    };
    let groups = letters.split(|letter| *letter == (';', false)).map(|group| {
        let mut halves = group.splitn(2, |letter| *letter == (':', false));
        let names = halves.next().unwrap_or_default().split(|letter| *letter == (',', false));
        let names = names.map(text).filter(|name| !name.is_empty()).collect();
        (names, halves.next().map(text).unwrap_or_default())
    });
    groups.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn raw(line: &str) -> Vec<&str> {
        cells(line, 0).unwrap().iter().map(|cell| cell.raw).collect()
    }

    #[test]
    fn rows_end_where_no_escape_holds_them() {
        assert_eq!(raw("| a | b \\| c | |"), ["a", "b \\| c", ""]);
        assert_eq!(raw("|a|b"), ["a", "b"]);
        assert_eq!(raw("| \\\\| b |"), ["\\\\", "b"]);
        assert!(cells("a | b", 0).is_none());
        let line = "|  অচল | b |";
        for cell in cells(line, 7).unwrap() {
            let (start, end) = (cell.span.start as usize - 7, cell.span.end as usize - 7);
            assert_eq!(&line[start..end], cell.raw);
        }
    }

    #[test]
    fn a_stamp_is_as_exact_as_it_is_told() {
        let read = |local, utc| {
            let Stamp { at, until, precision } = stamp(local, utc);
            (at, until, precision.word())
        };
        let told = |at: &str, until: Option<&str>, precision| {
            (at.to_owned(), until.map(str::to_owned), precision)
        };
        for (local, utc, stamp) in [
            ("2026-01-01 09:00:00 UTC", None, told("2026-01-01 09:00:00", None, "exact")),
            (
                "2026-01-01 \\~09:00 – \\~10:30",
                None,
                told("2026-01-01 09:00", Some("2026-01-01 10:30"), "minute"),
            ),
            ("\\~2026-01-01 – \\~2026-01-03", None, told("2026-01-01", Some("2026-01-03"), "day")),
            (
                "\\~2026-01-01 <!-- 2026-01-01T06:00:00Z -->",
                None,
                told("2026-01-01T06:00:00Z", None, "day"),
            ),
            (
                "2026-01-01 \\~09:00 – \\~10:30",
                Some("\\~2026-01-01T03:00:00Z/2026-01-01T04:30:00Z"),
                told("2026-01-01T03:00:00Z", Some("2026-01-01T04:30:00Z"), "minute"),
            ),
            (
                "2026-01-01 \\~09:00",
                Some("\\~2026-01-01T03:00:00Z <!-- hour -->"),
                told("2026-01-01T03:00:00Z", None, "hour"),
            ),
            (
                "2026-01-01 \\~09:00 <!-- 2026-01-01T09:00:20Z quarter -->",
                None,
                told("2026-01-01T09:00:20Z", None, "quarter"),
            ),
            (
                "\\~2026-01-01",
                Some("\\~2026-01-01 <!-- 2025-12-31T20:00:00Z/2026-01-01T01:00:00Z -->"),
                told("2025-12-31T20:00:00Z", Some("2026-01-01T01:00:00Z"), "day"),
            ),
        ] {
            assert_eq!(read(local, utc), stamp, "{local} {utc:?}");
        }
    }

    #[test]
    fn escapes_and_entities() {
        assert_eq!(plain("a\\|b &amp; &#58; &#x41; \\* \\a &nope; &"), "a|b & : A * \\a &nope; &");
        assert_eq!(plain("&#55555555; &#xD800; \\"), "&#55555555; &#xD800; \\");
    }

    #[test]
    fn marks_are_told_from_titles() {
        assert_eq!(split_marks("Gone \\[1\\]\\[23\\]"), ("Gone", vec![1, 23]));
        assert_eq!(split_marks("Gone [1][2]"), ("Gone", vec![1, 2]));
        assert_eq!(split_marks("\\[4&#93;"), ("\\[4&#93;", vec![]));
        assert_eq!(split_marks("a \\[x\\]"), ("a \\[x\\]", vec![]));
        assert_eq!(split_marks("[99999999999999999999]").1, [0; 0]);
    }

    #[test]
    fn services_by_their_status() {
        let group = |names: &[&str], status: &str| {
            (names.iter().map(ToString::to_string).collect::<Vec<_>>(), status.to_owned())
        };
        assert_eq!(
            groups("A, B&#44; b: major outage; C&#58; c"),
            [group(&["A", "B, b"], "major outage"), group(&["C: c"], "")]
        );
        assert_eq!(groups(""), [group(&[], "")]);
    }
}
