//! The plain kind of YAML that most files are written in, read without the parser.
//!
//! ```text
//!   item    = blanks "- " key ": " value { newline blanks key ":" value }
//!   value   = " " ( plain | 'quoted' | "quoted" | [plain, …] | {plain: plain, …} | "|" lines )
//!           | newline deeper ( lines of key: value | lines of "- " plain )
//!   plain   = begins with a letter or a digit; no ": ", no " #", no end in ":"; one line
//!   quoted  = one line without its own quotation mark and without "\"
//! ```
//!
//! Whatever is not surely of this kind (comments, tabs, escapes, anchors, several lines of plain
//! text, …) is refused, and the real parser reads that item. A test holds both to the same tree,
//! places included, on whatever this accepts.

use std::borrow::Cow;

use super::Next;
use super::block::{Cut, blanks};
use super::clean::is_clean;
use crate::load::{
    diagnostic::Span,
    tree::{Node, Value},
};

/// Longer keys are for the parser to judge, which has its own limit.
const LONGEST_KEY: usize = 256;

/// An item of a block list, from its dash to the beginning of the next; none if it has to be
/// parsed.
pub(super) fn item(text: &str, start: usize, end: usize, indent: usize) -> Option<Node<'_>> {
    let mut pairs = Vec::with_capacity(8);
    is_clean(text, start..end, false).then_some(())?;
    let mut lines = Lines::new(&text[..end], start, true);
    let span = lines.item(indent, &mut |key, value| {
        pairs.push((key, value));
        Some(())
    })?;
    lines.rest_is_blank().then_some(())?;
    pairs.shrink_to_fit();
    Some(Node { span, value: Value::Map(pairs) })
}

/// Gives the pairs of the item that begins at `at` one by one; block texts are not put together, but
/// are some text. What comes after it; none if the item has to be parsed, or if `take` gives up.
/// Whether its bytes are clean is for the caller to judge.
pub(super) fn pairs<'s>(
    text: &'s str,
    at: usize,
    cut: Cut,
    take: &mut dyn FnMut(&Node<'s>, Node<'s>) -> Option<()>,
) -> Option<Next> {
    let mut lines = Lines::new(text, at, false);
    lines.item(cut.indent, &mut |key, value| take(&key, value))?;
    if lines.is_over() {
        return Some(Next::End(text.len()));
    }
    let line = lines.line();
    let next = if cut.is_item(line) { Next::Item(lines.at) } else { Next::End(lines.at) };
    // What is deeper than a dash belongs to the item, and a tab may.
    let depth = blanks(line);
    (depth <= cut.indent && line.get(depth) != Some(&b'\t')).then_some(next)
}

/// The lines of an item, read from the top.
struct Lines<'s> {
    text: &'s str,
    /// Where the current line begins, and where it ends.
    at: usize,
    line_end: usize,
    /// Whether block texts are put together.
    whole: bool,
}

type Take<'t, 's> = &'t mut dyn FnMut(Node<'s>, Node<'s>) -> Option<()>;

impl<'s> Lines<'s> {
    fn new(text: &'s str, at: usize, whole: bool) -> Self {
        Self { text, at, line_end: line_end(text.as_bytes(), at), whole }
    }

    /// The pairs behind a dash.
    fn item(&mut self, indent: usize, take: Take<'_, 's>) -> Option<Span> {
        let first = self.at + indent;
        (self.bytes().get(first..first + 2) == Some(b"- ")).then_some(())?;
        self.each(first + 2, indent + 2, take)
    }

    fn bytes(&self) -> &'s [u8] {
        self.text.as_bytes()
    }

    fn is_over(&self) -> bool {
        self.at >= self.text.len()
    }

    fn line(&self) -> &'s [u8] {
        self.bytes().get(self.at..self.line_end).unwrap_or_default()
    }

    fn step(&mut self) {
        self.at = self.line_end + 1;
        self.line_end = line_end(self.bytes(), self.at);
    }

    fn rest_is_blank(&self) -> bool {
        self.bytes()
            .get(self.at..)
            .is_none_or(|rest| rest.iter().all(|b| matches!(b, b' ' | b'\n')))
    }

    /// Passes over empty lines; whether the next line is as deep as `column`.
    fn next_at(&mut self, column: usize) -> Option<bool> {
        while !self.is_over() {
            let line = self.line();
            let depth = blanks(line);
            match line.get(depth) {
                None => self.step(),
                Some(b'#') => return None,
                Some(_) if depth > column => return None,
                Some(_) => return Some(depth == column),
            }
        }
        Some(false)
    }

    /// A map whose keys stand in `column`; the first at `first`, on the current line.
    fn map(&mut self, first: usize, column: usize) -> Option<Node<'s>> {
        let mut pairs = Vec::new();
        let span = self.each(first, column, &mut |key, value| {
            pairs.push((key, value));
            Some(())
        })?;
        pairs.shrink_to_fit();
        Some(Node { span, value: Value::Map(pairs) })
    }

    /// The pairs of such a map, one by one.
    fn each(&mut self, first: usize, column: usize, take: Take<'_, 's>) -> Option<Span> {
        let mut at = first;
        loop {
            let (key, after) = self.key(at)?;
            let value = self.value(after, column)?;
            let end = value.span.end as usize;
            take(key, value)?;
            if !self.next_at(column)? {
                return Some(Span::new(first, end));
            }
            at = self.at + column;
        }
    }

    /// A key at `at` and where its colon ends.
    fn key(&self, at: usize) -> Option<(Node<'s>, usize)> {
        let line_end = self.line_end;
        let rest = &self.bytes()[at..line_end];
        let length = rest
            .iter()
            .take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-'))
            .count();
        let is_key = (1..=LONGEST_KEY).contains(&length)
            && rest.get(length) == Some(&b':')
            && rest[0].is_ascii_alphabetic();
        is_key.then(|| (self.scalar(at, at + length), at + length + 1))
    }

    /// The value after a key in `column`, its colon at `at`; leaves the current line behind.
    fn value(&mut self, at: usize, column: usize) -> Option<Node<'s>> {
        let line_end = self.line_end;
        let rest = &self.bytes()[at..line_end];
        let start = at + blanks(rest);
        if start == line_end {
            self.step();
            return self.nested(column);
        }
        (start > at).then_some(())?;
        let node = match self.bytes()[start] {
            b'|' => return self.block(start, column),
            b'"' | b'\'' => self.quoted(start, line_end)?,
            b'[' => self.list(start, line_end)?,
            b'{' => self.pairs(start, line_end)?,
            _ => self.plain(start, line_end)?,
        };
        self.step();
        Some(node)
    }

    /// What stands below a key in `column`: pairs, or words behind dashes.
    fn nested(&mut self, column: usize) -> Option<Node<'s>> {
        while !self.is_over() && blanks(self.line()) == self.line().len() {
            self.step();
        }
        (!self.is_over()).then_some(())?;
        let deeper = blanks(self.line());
        (deeper > column).then_some(())?;
        let at = self.at + deeper;
        if self.bytes().get(at..at + 2) == Some(b"- ") {
            return self.words(at, deeper);
        }
        self.map(at, deeper)
    }

    /// Words behind dashes.
    fn words(&mut self, first: usize, column: usize) -> Option<Node<'s>> {
        let mut items = Vec::new();
        let mut end;
        loop {
            let at = self.at + column;
            (self.bytes().get(at..at + 2) == Some(b"- ")).then_some(())?;
            let line_end = self.line_end;
            let item = self.word(at + 2, line_end)?;
            end = item.span.end as usize;
            items.push(item);
            self.step();
            if !self.next_at(column)? {
                break;
            }
        }
        items.shrink_to_fit();
        Some(Node { span: Span::new(first, end), value: Value::List(items) })
    }

    /// One word or phrase without a colon.
    fn word(&self, start: usize, end: usize) -> Option<Node<'s>> {
        let node = self.plain(start, end)?;
        let has_colon = self.bytes()[start..end].contains(&b':');
        (!has_colon).then_some(node)
    }

    /// A plain text on one line that goes on to its end.
    fn plain(&self, start: usize, line_end: usize) -> Option<Node<'s>> {
        let bytes = self.bytes();
        let end =
            line_end - bytes[start..line_end].iter().rev().take_while(|b| **b == b' ').count();
        let text = bytes.get(start..end)?;
        let first = *text.first()?;
        (first.is_ascii_alphanumeric() || first >= 0x80).then_some(())?;
        (*text.last()? != b':').then_some(())?;
        let ends = |pair: &[u8]| matches!(pair, b": " | b" #");
        if memchr::memchr2(b':', b'#', text).is_some() && text.windows(2).any(ends) {
            return None;
        }
        Some(self.scalar(start, end))
    }

    fn scalar(&self, start: usize, end: usize) -> Node<'s> {
        let text = &self.text[start..end];
        let value = if matches!(text, "null" | "Null" | "NULL") {
            Value::Null
        } else {
            Value::Scalar(Cow::Borrowed(text))
        };
        Node { span: Span::new(start, end), value }
    }

    /// A quoted text with nothing after it.
    fn quoted(&self, start: usize, line_end: usize) -> Option<Node<'s>> {
        let mark = self.bytes()[start];
        let inside = &self.bytes()[start + 1..line_end];
        let length = memchr::memchr2(mark, b'\\', inside)?;
        let is_escape = inside[length] == b'\\' && mark == b'"';
        let rest = &inside[length..];
        // A backslash means nothing between single marks, but it is rare enough to parse.
        if is_escape || rest[0] != mark || blanks(&rest[1..]) + 1 != rest.len() {
            return None;
        }
        let end = start + 1 + length;
        let value = Value::Scalar(Cow::Borrowed(&self.text[start + 1..end]));
        Some(Node { span: Span::new(start, end + 1), value })
    }

    /// `[a, b]` on one line.
    fn list(&self, start: usize, line_end: usize) -> Option<Node<'s>> {
        let close = self.close(start, line_end, b']')?;
        let mut items = Vec::new();
        self.parts(start + 1, close, &mut |at, end| {
            items.push(self.flow(at, end)?);
            Some(())
        })?;
        Some(Node { span: Span::new(start, close + 1), value: Value::List(items) })
    }

    /// `{a: b, c: d}` on one line.
    fn pairs(&self, start: usize, line_end: usize) -> Option<Node<'s>> {
        let close = self.close(start, line_end, b'}')?;
        let mut pairs = Vec::new();
        self.parts(start + 1, close, &mut |at, end| {
            let colon = at + memchr::memchr(b':', &self.bytes()[at..end])?;
            (colon - at <= LONGEST_KEY && self.bytes().get(colon + 1) == Some(&b' '))
                .then_some(())?;
            let value = colon + 1 + blanks(&self.bytes()[colon + 1..end]);
            pairs.push((self.flow(at, colon)?, self.flow(value, end)?));
            Some(())
        })?;
        Some(Node { span: Span::new(start, close + 1), value: Value::Map(pairs) })
    }

    /// The closing bracket, with nothing but blanks after it.
    fn close(&self, start: usize, line_end: usize, bracket: u8) -> Option<usize> {
        let inside = &self.bytes()[start + 1..line_end];
        let length = memchr::memchr(bracket, inside)?;
        let after = &inside[length + 1..];
        (blanks(after) == after.len()).then_some(start + 1 + length)
    }

    /// Gives what stands between commas, without the blanks around it.
    fn parts(
        &self,
        start: usize,
        end: usize,
        take: &mut dyn FnMut(usize, usize) -> Option<()>,
    ) -> Option<()> {
        let inside = &self.bytes()[start..end];
        if inside.iter().all(|byte| *byte == b' ') {
            return Some(());
        }
        let mut at = start;
        for part in inside.split(|byte| *byte == b',') {
            let trimmed = part.trim_ascii();
            (!trimmed.is_empty()).then_some(())?;
            let from = at + blanks(part);
            take(from, from + trimmed.len())?;
            at += part.len() + 1;
        }
        Some(())
    }

    /// A word inside brackets: letters, digits and what never means anything there.
    fn flow(&self, start: usize, end: usize) -> Option<Node<'s>> {
        let word = self.bytes().get(start..end)?;
        let first = *word.first()?;
        let is_plain = |b: &u8| {
            b.is_ascii_alphanumeric() || *b >= 0x80 || matches!(b, b' ' | b'_' | b'-' | b'.' | b'/')
        };
        let good = (first.is_ascii_alphanumeric() || first >= 0x80)
            && word.last() != Some(&b' ')
            && word.iter().all(is_plain);
        good.then(|| self.scalar(start, end))
    }

    /// The lines of a `|` text, whose key stands in `column`.
    fn block(&mut self, start: usize, column: usize) -> Option<Node<'s>> {
        let line_end = self.line_end;
        (start + 1 == line_end).then_some(())?;
        self.step();
        (!self.is_over()).then_some(())?;
        let depth = blanks(self.line());
        // The first line says how deep the text is; an empty one does not.
        (depth > column && depth < self.line().len()).then_some(())?;
        let start = self.at;
        while !self.is_over() {
            let line = self.line();
            let inside = blanks(line);
            // Nothing but blanks: an empty line, unless it is deeper than the text.
            let is_empty = inside == line.len();
            if is_empty && inside > depth {
                return None;
            }
            if !is_empty && inside < depth {
                break;
            }
            self.step();
        }
        // The last line must have an end: without one the text has none either.
        (self.at <= self.text.len()).then_some(())?;
        let all = &self.text[start..self.at];
        let lines = all.trim_ascii_end();
        let text = if self.whole { unindented(all, depth).into() } else { Cow::Borrowed(lines) };
        let value = Value::Scalar(text);
        Some(Node { span: Span::new(start + depth, start + lines.len()), value })
    }
}

/// Lines without so many blanks before each, and with one break at the end.
fn unindented(lines: &str, depth: usize) -> String {
    let mut text = String::with_capacity(lines.len());
    for line in lines.split_terminator('\n') {
        text.push_str(line.get(depth..).unwrap_or_default());
        text.push('\n');
    }
    text.truncate(text.trim_end_matches('\n').len() + 1);
    text
}

/// Where the line that begins at `at` ends.
fn line_end(bytes: &[u8], at: usize) -> usize {
    let rest = bytes.get(at..).unwrap_or_default();
    at + memchr::memchr(b'\n', rest).unwrap_or(rest.len())
}
