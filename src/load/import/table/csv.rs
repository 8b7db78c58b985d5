//! Rows of text: cells between commas, tabs or semicolons, with quotation marks around those that
//! hold one or a line break.

use std::borrow::Cow;

use super::Record;
use crate::load::diagnostic::Span;

/// What may stand between cells; the one that the first line has most of is taken.
const BETWEEN: [char; 3] = [',', '\t', ';'];

/// The rows of a text, the head among them.
pub(super) fn rows(text: &str) -> Vec<Record<'_>> {
    let between = between(text);
    let mut rows = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let (record, next) = row(text, at, between);
        let is_blank = record.cells.iter().all(|cell| cell.trim().is_empty());
        if !is_blank {
            rows.push(record);
        }
        at = next;
    }
    rows
}

/// The first row only.
pub(super) fn head(text: &str) -> Record<'_> {
    row(text, 0, between(text)).0
}

fn between(text: &str) -> char {
    let line = text.lines().next().unwrap_or_default();
    let count = |c: &char| line.matches(*c).count();
    // Of equal ones the first; a maximum would take the last.
    BETWEEN.into_iter().rev().max_by_key(count).unwrap_or(',')
}

fn row(text: &str, start: usize, between: char) -> (Record<'_>, usize) {
    let mut cells = Vec::new();
    let mut at = start;
    loop {
        let (cell, end) = cell(text, at, between);
        cells.push(cell);
        match text[end..].chars().next() {
            Some(c) if c == between => at = end + c.len_utf8(),
            _ => {
                let rest = &text[end..];
                let line_break = if rest.starts_with("\r\n") { 2 } else { rest.len().min(1) };
                let span = Span::new(start, end);
                return (Record { cells, states: Vec::new(), span }, end + line_break);
            }
        }
    }
}

/// One cell and where it ends.
fn cell(text: &str, start: usize, between: char) -> (Cow<'_, str>, usize) {
    let ends = |c: char| c == between || c == '\n' || c == '\r';
    let bare = |at: usize| text[at..].find(ends).map_or(text.len(), |found| at + found);
    if !text[start..].starts_with('"') {
        let end = bare(start);
        return (Cow::Borrowed(&text[start..end]), end);
    }
    let mut out = String::new();
    let mut at = start + 1;
    // A mark that nothing closes reaches to the end of the text.
    while let Some(found) = text[at..].find('"') {
        out.push_str(&text[at..at + found]);
        at += found + 1;
        if !text[at..].starts_with('"') {
            let end = bare(at);
            out.push_str(&text[at..end]);
            return (Cow::Owned(out), end);
        }
        out.push('"');
        at += 1;
    }
    out.push_str(&text[at..]);
    (Cow::Owned(out), text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str) -> Vec<Vec<String>> {
        let cells = |record: Record<'_>| record.cells.into_iter().map(Cow::into_owned).collect();
        rows(text).into_iter().map(cells).collect()
    }

    #[test]
    fn cells_of_all_kinds() {
        assert_eq!(cells("a,b\r\n1,\"x, \"\"y\"\"\nz\"\n"), [["a", "b"], ["1", "x, \"y\"\nz"]]);
        assert_eq!(cells("a\tb\n1,5\t"), [["a", "b"], ["1,5", ""]]);
        assert_eq!(cells("a;b\n\n1;\"open"), [["a", "b"], ["1", "open"]]);
        assert_eq!(cells("a,b\n\"x\"y,2"), [["a", "b"], ["xy", "2"]]);
        assert!(cells("").is_empty());
    }
}
