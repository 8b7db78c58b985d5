//! Where the items of a block list begin and end, without reading them.
//!
//! Inside a block list whose dashes stand behind `indent` spaces, a line of exactly so many spaces
//! and a dash, followed by a blank or the end of the line, begins an item in any YAML 1.2 document:
//! what continues a quoted, plain, flow or block text is deeper. A parser that allows shallower
//! lines may disagree, but then the item before does not parse by itself, and the file is read in
//! one piece. Comments and blank lines belong to the item above.

use memchr::{memchr, memmem};

/// The block list under `events:` of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cut {
    /// Where the first item's line begins.
    pub(super) start: usize,
    /// The blanks before each dash.
    pub(super) indent: usize,
}

/// What the line after an item's lines is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Next {
    /// Another item begins there.
    Item(usize),
    /// The list is over there.
    End(usize),
}

impl Cut {
    /// Finds the list; none where it does not stand in lines of its own.
    pub(super) fn find(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        let mut at = 0;
        let mut is_under = false;
        while at < bytes.len() {
            let line = line(bytes, at);
            if is_under && !is_filler(line) {
                let indent = blanks(line);
                return begins_item(line, indent).then_some(Self { start: at, indent });
            }
            if !is_under && line.first() == Some(&b'%') {
                return None;
            }
            is_under |= line.strip_prefix(b"events:").is_some_and(is_filler);
            at += line.len() + 1;
        }
        None
    }

    /// The first item at or after `at`, looked for at the beginnings of lines; the end of the text
    /// where there is none.
    pub(super) fn item_from(self, text: &str, at: usize) -> usize {
        let mark = format!("\n{}-", " ".repeat(self.indent));
        let mut from = at.saturating_sub(1).max(self.start.saturating_sub(1));
        while let Some(found) =
            text.as_bytes().get(from..).and_then(|b| memmem::find(b, mark.as_bytes()))
        {
            let start = from + found + 1;
            if begins_item(line(text.as_bytes(), start), self.indent) {
                return start;
            }
            from = start;
        }
        text.len()
    }

    /// Where the last item begins of those that follow each other from the first.
    pub(super) fn last_item(self, text: &str) -> usize {
        let mut last = self.start;
        while let Some(Next::Item(next)) = self.after(text, last) {
            last = next;
        }
        last
    }

    /// What comes after the item that begins at `at`; none where an indentation says nothing for
    /// certain.
    pub(super) fn after(self, text: &str, at: usize) -> Option<Next> {
        let bytes = text.as_bytes();
        let mut at = at + line(bytes, at).len() + 1;
        while at < bytes.len() {
            let line = line(bytes, at);
            let depth = blanks(line);
            if depth <= self.indent && !is_filler(line) {
                return match line[depth] {
                    b'\t' => None,
                    _ if begins_item(line, self.indent) => Some(Next::Item(at)),
                    _ => Some(Next::End(at)),
                };
            }
            at += line.len() + 1;
        }
        Some(Next::End(bytes.len()))
    }
}

/// The line that begins at `at`, without its break.
pub(super) fn line(bytes: &[u8], at: usize) -> &[u8] {
    let rest = bytes.get(at..).unwrap_or_default();
    &rest[..memchr(b'\n', rest).unwrap_or(rest.len())]
}

pub(super) fn blanks(line: &[u8]) -> usize {
    line.iter().take_while(|byte| **byte == b' ').count()
}

/// Whether a line holds nothing, or nothing but a comment.
pub(super) fn is_filler(line: &[u8]) -> bool {
    matches!(line.get(blanks(line)), None | Some(b'#' | b'\r'))
}

fn begins_item(line: &[u8], indent: usize) -> bool {
    blanks(line) == indent
        && line.get(indent) == Some(&b'-')
        && matches!(line.get(indent + 1), None | Some(b' '))
}
