//! JSON as it is usually written, read into the tree that the parser would make of it.
//!
//! Only what means the same in YAML: a key and its colon on one line, nothing behind a number but
//! what ends it. What is not surely so is refused, and the real parser reads it. Escapes and numbers
//! are judged by `serde_json`. A test holds both to the same tree, places included.

use std::borrow::Cow;

use super::Next;
use crate::load::{
    diagnostic::Span,
    tree::{Node, Value},
};

/// Longer keys are for the parser to judge, which has its own limit.
const LONGEST_KEY: usize = 256;
/// What is deeper is for the parser to judge.
const DEPTH: usize = 16;

/// A place in a text, moved on by reading.
pub(super) struct Json<'s> {
    text: &'s str,
    pub(super) at: usize,
    depth: usize,
    /// Whether texts with escapes are put together; if not, they are judged and stand as empty ones.
    whole: bool,
}

type Take<'t, 's> = &'t mut dyn FnMut(Node<'s>, Node<'s>) -> Option<()>;

impl<'s> Json<'s> {
    pub(super) fn new(text: &'s str, at: usize) -> Self {
        Self { text, at, depth: 0, whole: true }
    }

    /// One that does not put texts together.
    pub(super) fn bare(text: &'s str, at: usize) -> Self {
        Self { whole: false, ..Self::new(text, at) }
    }

    fn bytes(&self) -> &'s [u8] {
        self.text.as_bytes()
    }

    pub(super) fn is_over(&self) -> bool {
        self.at >= self.text.len()
    }

    pub(super) fn peek(&self) -> Option<u8> {
        self.bytes().get(self.at).copied()
    }

    pub(super) fn eat(&mut self, byte: u8) -> Option<()> {
        (self.peek()? == byte).then(|| self.at += 1)
    }

    pub(super) fn skip_blanks(&mut self) {
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = self.peek() {
            self.at += 1;
        }
    }

    /// A comma, and the blanks around it.
    pub(super) fn comma(&mut self) -> Option<()> {
        self.skip_blanks();
        self.eat(b',')?;
        self.skip_blanks();
        Some(())
    }

    /// A key, and its colon with the blanks behind it.
    pub(super) fn key(&mut self) -> Option<Node<'s>> {
        let key = self.string()?;
        (key.span.end - key.span.start <= LONGEST_KEY as u32).then_some(())?;
        while self.peek() == Some(b' ') {
            self.at += 1;
        }
        self.eat(b':')?;
        self.skip_blanks();
        Some(key)
    }

    pub(super) fn value(&mut self) -> Option<Node<'s>> {
        match self.peek()? {
            b'"' => self.string(),
            b'[' => self.list(),
            b'{' => {
                let mut pairs = Vec::new();
                let span = self.pairs(&mut |key, value| {
                    pairs.push((key, value));
                    Some(())
                })?;
                pairs.shrink_to_fit();
                Some(Node { span, value: Value::Map(pairs) })
            }
            _ => self.word(),
        }
    }

    /// The pairs of an object, one by one.
    pub(super) fn pairs(&mut self, take: Take<'_, 's>) -> Option<Span> {
        let start = self.open(b'{')?;
        if self.peek()? != b'}' {
            loop {
                let key = self.key()?;
                take(key, self.value()?)?;
                if !self.goes_on(b'}')? {
                    break;
                }
            }
        }
        Some(self.close(start))
    }

    fn list(&mut self) -> Option<Node<'s>> {
        let start = self.open(b'[')?;
        let mut items = Vec::new();
        if self.peek()? != b']' {
            loop {
                items.push(self.value()?);
                if !self.goes_on(b']')? {
                    break;
                }
            }
        }
        items.shrink_to_fit();
        Some(Node { span: self.close(start), value: Value::List(items) })
    }

    fn open(&mut self, bracket: u8) -> Option<usize> {
        let start = self.at;
        self.eat(bracket)?;
        self.depth += 1;
        (self.depth <= DEPTH).then_some(())?;
        self.skip_blanks();
        Some(start)
    }

    /// Whether another value follows; if not, the bracket does.
    fn goes_on(&mut self, bracket: u8) -> Option<bool> {
        self.skip_blanks();
        match self.peek()? {
            b',' => {
                self.at += 1;
                self.skip_blanks();
                Some(true)
            }
            byte => (byte == bracket).then_some(false),
        }
    }

    /// Passes over the closing bracket.
    fn close(&mut self, start: usize) -> Span {
        self.at += 1;
        self.depth -= 1;
        Span::new(start, self.at)
    }

    fn string(&mut self) -> Option<Node<'s>> {
        let start = self.at;
        self.eat(b'"')?;
        let (end, has_escape) = self.string_end()?;
        let inside = &self.bytes()[start + 1..end];
        memchr::memchr3(b'\n', b'\t', b'\r', inside).is_none().then_some(())?;
        self.at = end + 1;
        let text = if has_escape {
            self.unescaped(&self.text[start..self.at])?
        } else {
            Cow::Borrowed(&self.text[start + 1..end])
        };
        Some(Node { span: Span::new(start, self.at), value: Value::Scalar(text) })
    }

    /// What a text with escapes says, its quotation marks included.
    fn unescaped(&self, quoted: &'s str) -> Option<Cow<'s, str>> {
        let bytes = quoted.as_bytes();
        let is_usual = |at: usize| matches!(bytes[at + 1], b'n' | b't' | b'"' | b'\\' | b'/');
        let mut at = 0;
        while let Some(found) = memchr::memchr(b'\\', &bytes[at..]).filter(|_| !self.whole) {
            if !is_usual(at + found) {
                break;
            }
            at += found + 2;
        }
        let is_judged = !self.whole && memchr::memchr(b'\\', &bytes[at..]).is_none();
        if is_judged {
            return Some(Cow::Borrowed(""));
        }
        serde_json::from_str(quoted).ok().map(Cow::Owned)
    }

    /// Where the text ends that begins here, and whether it has escapes.
    fn string_end(&self) -> Option<(usize, bool)> {
        let mut at = self.at;
        let mut has_escape = false;
        loop {
            let found = at + memchr::memchr2(b'"', b'\\', self.bytes().get(at..)?)?;
            if self.bytes()[found] == b'"' {
                return Some((found, has_escape));
            }
            (at, has_escape) = (found + 2, true);
        }
    }

    /// A number, a switch or nothing.
    fn word(&mut self) -> Option<Node<'s>> {
        let start = self.at;
        let is_word = |b: &&u8| b.is_ascii_alphanumeric() || matches!(**b, b'+' | b'-' | b'.');
        let length = self.bytes()[start..].iter().take_while(is_word).count();
        self.at += length;
        let text = &self.text[start..self.at];
        let value = match text {
            "null" => Value::Null,
            "true" | "false" => Value::Scalar(Cow::Borrowed(text)),
            _ => {
                serde_json::from_str::<serde_json::Number>(text).ok()?;
                Value::Scalar(Cow::Borrowed(text))
            }
        };
        matches!(self.peek(), Some(b',' | b']' | b'}' | b' ' | b'\n')).then_some(())?;
        Some(Node { span: Span::new(start, self.at), value })
    }

    /// What comes after an item that ends here.
    pub(super) fn next_item(&mut self) -> Option<Next> {
        self.skip_blanks();
        match self.peek()? {
            b']' => Some(Next::End(self.at)),
            b',' => {
                self.at += 1;
                self.skip_blanks();
                Some(Next::Item(self.at))
            }
            _ => None,
        }
    }

    /// Passes over the blanks behind an object that began at `start`, which must be in one line, up to
    /// the end of the line.
    pub(super) fn end_line(&mut self, start: usize) -> Option<()> {
        let object = &self.bytes()[start..self.at];
        memchr::memchr2(b'\n', b'\r', object).is_none().then_some(())?;
        while let Some(b' ' | b'\t' | b'\r') = self.peek() {
            self.at += 1;
        }
        self.peek().is_none_or(|byte| byte == b'\n').then_some(())
    }

    /// Passes over an object, whatever is in it; none where only the parser can tell its end.
    pub(super) fn pass_over(&mut self) -> Option<()> {
        let mut open = 0_usize;
        (self.peek()? == b'{').then_some(())?;
        loop {
            let byte = self.peek()?;
            self.at += 1;
            match byte {
                b'"' => self.at = self.string_end()?.0 + 1,
                // A comment or another kind of text may hold what looks like an end.
                b'#' | b'\'' => return None,
                b'{' | b'[' => open += 1,
                b'}' | b']' => {
                    open = open.checked_sub(1)?;
                    if open == 0 {
                        return Some(());
                    }
                }
                _ => {}
            }
        }
    }
}
