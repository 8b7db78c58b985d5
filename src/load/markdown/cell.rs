//! The inside of a line of Markdown: cells, and text freed of its escapes.

use crate::load::diagnostic::Span;

/// A cell of a table, as it is written.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cell<'s> {
    pub(super) raw: &'s str,
    pub(super) span: Span,
}

const BLANKS: [char; 2] = [' ', '\t'];

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
