//! One fault: what it is, where it stands, what was expected and what would be right.

use super::code::{Code, Level};
use crate::text::{Msg, SafeText, Words, cut};

/// The longest quotation in a message, in cells.
const QUOTE: usize = 48;

/// A range of bytes in the file. Files are at most 1 GiB, so half a `usize` is enough; a
/// million events keep many of these.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Span {
    pub(crate) start: u32,
    pub(crate) end: u32,
}

impl Span {
    pub(crate) fn new(start: usize, end: usize) -> Self {
        Self { start: start as u32, end: end.max(start) as u32 }
    }

    pub(crate) fn is_empty(self) -> bool {
        self.start == self.end
    }
}

/// A message and what its slots are filled with, in no language yet.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Phrase {
    msg: Msg,
    args: Vec<Arg>,
}

#[derive(Debug, Clone, PartialEq)]
enum Arg {
    Text(SafeText),
    Msg(Msg),
    Number(u64),
    Digits(String),
    Duration(i64),
}

impl From<Msg> for Phrase {
    fn from(msg: Msg) -> Self {
        Self { msg, args: Vec::new() }
    }
}

impl Phrase {
    /// Fills the next slot with text from the file, made safe and cut to a readable length.
    pub(crate) fn quote(self, raw: &str) -> Self {
        // Only the beginning is ever shown, so only the beginning is made safe.
        let end = raw.char_indices().nth(4 * QUOTE).map_or(raw.len(), |(at, _)| at);
        let safe = SafeText::line(raw[..end].trim());
        self.text(&cut(&safe, QUOTE))
    }

    /// Fills the next slot with text of the program's own, of any length.
    pub(crate) fn text(self, text: &str) -> Self {
        self.with(Arg::Text(SafeText::line(text)))
    }

    pub(crate) fn msg(self, msg: Msg) -> Self {
        self.with(Arg::Msg(msg))
    }

    pub(crate) fn number(self, number: usize) -> Self {
        self.with(Arg::Number(number as u64))
    }

    /// Fills the next slot with a figure, in the digits of the reader.
    pub(crate) fn figure(self, figure: f64) -> Self {
        self.with(Arg::Digits(figure.to_string()))
    }

    pub(crate) fn duration(self, seconds: i64) -> Self {
        self.with(Arg::Duration(seconds))
    }

    fn with(mut self, arg: Arg) -> Self {
        self.args.push(arg);
        self
    }

    /// The sentence in a language.
    pub(crate) fn say(&self, words: Words) -> String {
        let args: Vec<String> = self.args.iter().map(|arg| arg.say(words)).collect();
        let args: Vec<&str> = args.iter().map(String::as_str).collect();
        words.fill(self.msg, &args)
    }
}

impl Arg {
    fn say(&self, words: Words) -> String {
        match self {
            Self::Text(text) => text.to_string(),
            Self::Msg(msg) => words.say(*msg).to_owned(),
            Self::Number(number) => words.number(*number),
            Self::Digits(text) => words.digits(text),
            Self::Duration(seconds) => words.duration(*seconds),
        }
    }
}

/// Line and column of a place in the file, both counted from 1; columns count characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    pub line: usize,
    pub column: usize,
    /// The line of the last character.
    pub end_line: usize,
}

/// One fault in a file.
#[derive(Debug, Clone, PartialEq)]
pub struct Diagnostic {
    code: Code,
    pub(crate) span: Option<Span>,
    pub(crate) position: Option<Position>,
    message: Phrase,
    expected: Option<Phrase>,
    suggestion: Option<SafeText>,
    help: Option<Phrase>,
    other: Option<(Span, Phrase)>,
}

impl Diagnostic {
    /// A fault at a place.
    pub(crate) fn at(code: Code, span: Span, message: impl Into<Phrase>) -> Self {
        Self { span: Some(span), ..Self::whole(code, message) }
    }

    /// A fault of the file as a whole.
    pub(crate) fn whole(code: Code, message: impl Into<Phrase>) -> Self {
        Self {
            code,
            span: None,
            position: None,
            message: message.into(),
            expected: None,
            suggestion: None,
            help: None,
            other: None,
        }
    }

    /// What should stand there; shown beside the fault.
    pub(crate) fn expected(mut self, phrase: impl Into<Phrase>) -> Self {
        self.expected = Some(phrase.into());
        self
    }

    /// The right word, where there is one near.
    pub(crate) fn suggest(mut self, word: Option<impl AsRef<str>>) -> Self {
        self.suggestion = word.map(|word| SafeText::line(word.as_ref()));
        self
    }

    /// What to do about it.
    pub(crate) fn help(mut self, phrase: impl Into<Phrase>) -> Self {
        self.help = Some(phrase.into());
        self
    }

    /// The same as another kind of fault: what keeps one thing from being shown may leave others.
    pub(crate) fn instead(self, code: Code) -> Self {
        Self { code, ..self }
    }

    /// A second place that has to do with it.
    pub(crate) fn beside(mut self, span: Span, label: impl Into<Phrase>) -> Self {
        self.other = Some((span, label.into()));
        self
    }

    pub fn code(&self) -> Code {
        self.code
    }

    pub fn level(&self) -> Level {
        self.code.level()
    }

    /// Where it begins; `None` when the file as a whole is meant.
    pub fn position(&self) -> Option<Position> {
        self.position
    }

    /// What is wrong, in one sentence.
    pub fn message(&self, words: Words) -> String {
        self.message.say(words)
    }

    /// What should stand there instead.
    pub fn expectation(&self, words: Words) -> Option<String> {
        self.expected.as_ref().map(|phrase| phrase.say(words))
    }

    /// The nearest right word.
    pub fn suggestion(&self) -> Option<&str> {
        self.suggestion.as_deref()
    }

    /// What to do about it, a near word included.
    pub fn advice(&self, words: Words) -> Option<String> {
        let near = self.suggestion.as_deref();
        near.map(|word| Phrase::from(Msg::FaultDidYouMean).text(word).say(words))
            .or_else(|| self.help.as_ref().map(|phrase| phrase.say(words)))
    }

    /// The second place and what is said about it.
    pub(crate) fn second(&self, words: Words) -> Option<(Span, String)> {
        self.other.as_ref().map(|(span, phrase)| (*span, phrase.say(words)))
    }
}
