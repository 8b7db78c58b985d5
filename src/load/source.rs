//! The text of a file: from bytes, with its lines.

use std::{borrow::Cow, ops::Range, sync::OnceLock};

use super::{
    code::Code,
    diagnostic::{Diagnostic, Phrase, Position, Span},
    report::Report,
};
use crate::text::{Msg, SafeText};

/// The most that is read, in bytes: some three million events.
pub(crate) const LARGEST: usize = 1 << 30;
/// The longest single value, in bytes. No body was ever written that comes near it.
pub(crate) const LONGEST: usize = 16 << 20;
/// The place of one line in so many is kept, so that finding the others takes no time.
const STRIDE: usize = 128;
/// How much of such a value is kept for the message.
const SHOWN: usize = 200;

/// The name and the text of a file. Lines end with LF, CRLF or CR, as YAML has it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Source {
    pub(crate) name: SafeText,
    text: String,
    /// Where some of the lines begin; made when the first fault asks for it.
    marks: OnceLock<Vec<u32>>,
}

impl Source {
    /// A file of which nothing but the name is known.
    pub(crate) fn without_text(name: &str) -> Self {
        Self::new(name, String::new())
    }

    fn new(name: &str, text: String) -> Self {
        Self { name: SafeText::line(name), text, marks: OnceLock::new() }
    }

    /// Decodes UTF-8, with or without a byte order mark; anything else is a fault.
    pub(crate) fn decode(name: &str, bytes: Cow<'_, [u8]>) -> Result<Self, Report> {
        let whole = |diagnostic| Err(Report::of(Self::without_text(name), diagnostic));
        if bytes.len() > LARGEST {
            return whole(Diagnostic::whole(Code::TooLarge, Msg::FaultTooLarge));
        }
        if let Some(encoding) = wide_encoding(&bytes) {
            let fault = Phrase::from(Msg::FaultWideEncoding).text(encoding);
            let help = Phrase::from(Msg::FaultConvert).text(encoding);
            return whole(Diagnostic::whole(Code::WideEncoding, fault).help(help));
        }
        let bytes = without_mark(bytes);
        if memchr::memchr(0, &bytes).is_some() {
            return whole(Diagnostic::whole(Code::Binary, Msg::FaultBinary));
        }
        if let Some(start) = endless_run(&bytes) {
            return Err(Self::too_long(name, &bytes, start));
        }
        String::from_utf8(bytes.into_owned()).map(|text| Self::new(name, text)).map_err(|error| {
            let at = error.utf8_error().valid_up_to();
            Self::bad_utf8(name, error.as_bytes(), at)
        })
    }

    fn too_long(name: &str, bytes: &[u8], at: usize) -> Report {
        let text = String::from_utf8_lossy(&bytes[..at + SHOWN]).into_owned();
        let span = Span::new(at, text.len());
        Report::of(Self::new(name, text), too_long(span))
    }

    /// Shows the line with the bad bytes as far as it can be read.
    fn bad_utf8(name: &str, bytes: &[u8], at: usize) -> Report {
        let line_end = bytes[at..].iter().position(|b| matches!(b, b'\n' | b'\r'));
        let end = line_end.map_or(bytes.len(), |length| at + length);
        let text = String::from_utf8_lossy(&bytes[..end]).into_owned();
        let span = Span::new(at, at + '\u{FFFD}'.len_utf8());
        let byte = format!("0x{:02X}", bytes[at]);
        let fault =
            Diagnostic::at(Code::BadUtf8, span, Phrase::from(Msg::FaultBadUtf8).text(&byte))
                .help(Msg::FaultSaveAsUtf8);
        Report::of(Self::new(name, text), fault)
    }

    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// Where every [`STRIDE`]th line begins, from the first.
    fn marks(&self) -> &[u32] {
        self.marks.get_or_init(|| {
            let later = line_starts(self.text.as_bytes()).skip(STRIDE - 1).step_by(STRIDE);
            std::iter::once(0).chain(later.map(|start| start as u32)).collect()
        })
    }

    /// The number of the line that `offset` is on, from 1, and its bytes without the line break.
    pub(crate) fn line_of(&self, offset: u32) -> (usize, Range<usize>) {
        let marks = self.marks();
        let mark = marks.partition_point(|start| *start <= offset).saturating_sub(1);
        let mut start = marks[mark] as usize;
        let mut number = mark * STRIDE + 1;
        let base = start;
        let mut end = self.text.len();
        for next in line_starts(&self.text.as_bytes()[base..]).map(|next| base + next) {
            if next > offset as usize {
                end = next;
                break;
            }
            (start, number) = (next, number + 1);
        }
        let line = self.text[start..end].trim_end_matches(['\n', '\r']);
        (number, start..start + line.len())
    }

    pub(crate) fn position(&self, span: Span) -> Position {
        let (line, range) = self.line_of(span.start);
        let start = span.start as usize;
        let before = self.text.get(range.start..start.min(range.end)).unwrap_or_default();
        let inside = self.text.get(start..span.end as usize).unwrap_or_default();
        let last = start + inside.trim_end().len().saturating_sub(1);
        let (end_line, _) = self.line_of(last as u32);
        Position { line, column: before.chars().count() + 1, end_line }
    }
}

/// Where the lines after the first begin.
fn line_starts(bytes: &[u8]) -> impl Iterator<Item = usize> + '_ {
    let breaks = memchr::memchr2_iter(b'\n', b'\r', bytes);
    let ends = breaks.filter(|&at| bytes[at] == b'\n' || bytes.get(at + 1) != Some(&b'\n'));
    ends.map(|at| at + 1)
}

/// The fault of a value that is too long to be text.
pub(crate) fn too_long(span: Span) -> Diagnostic {
    let phrase = Phrase::from(Msg::FaultTooLong).number(LONGEST >> 20);
    Diagnostic::at(Code::TooLarge, span, phrase)
}

/// Where as many bytes as a value may have stand without a line break, quotation mark, comma or
/// bracket. Every honest file has one every few hundred bytes, even JSON in one line, and looking
/// backwards from where such a run would end finds it at once: a file that is one endless value
/// is refused before the slow part.
fn endless_run(bytes: &[u8]) -> Option<usize> {
    let ends_run = |byte: &u8| b"\n\r,\"'[]{}".contains(byte);
    let mut start = 0;
    while let Some(run) = bytes.get(start..start + LONGEST) {
        match run.iter().rposition(ends_run) {
            Some(end) => start += end + 1,
            None => return Some(start),
        }
    }
    None
}

/// Without a byte order mark.
fn without_mark(bytes: Cow<'_, [u8]>) -> Cow<'_, [u8]> {
    let Some(rest) = bytes.strip_prefix(b"\xEF\xBB\xBF") else { return bytes };
    match bytes {
        Cow::Borrowed(bytes) => Cow::Borrowed(&bytes[bytes.len() - rest.len()..]),
        Cow::Owned(mut bytes) => {
            bytes.drain(..3);
            Cow::Owned(bytes)
        }
    }
}

/// UTF-16 or UTF-32, by its byte order mark or by where the zeros of the first letters stand.
fn wide_encoding(bytes: &[u8]) -> Option<&'static str> {
    let letter = |byte: &u8| matches!(byte, b'\t' | b'\n' | b'\r' | b' '..=b'~');
    match bytes {
        [0xFF, 0xFE, 0, 0, ..] => Some("UTF-32LE"),
        [0, 0, 0xFE, 0xFF, ..] => Some("UTF-32BE"),
        [0xFF, 0xFE, ..] => Some("UTF-16LE"),
        [0xFE, 0xFF, ..] => Some("UTF-16BE"),
        [a, 0, 0, 0, ..] if letter(a) => Some("UTF-32LE"),
        [0, 0, 0, a, ..] if letter(a) => Some("UTF-32BE"),
        [a, 0, b, 0, ..] if letter(a) && letter(b) => Some("UTF-16LE"),
        [0, a, 0, b, ..] if letter(a) && letter(b) => Some("UTF-16BE"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(bytes: &[u8]) -> Option<Code> {
        let report = Source::decode("x", bytes.into()).err()?;
        report.iter().next().map(Diagnostic::code)
    }

    #[test]
    fn encodings() {
        assert_eq!(code(b"title: x"), None);
        let marked = b"\xEF\xBB\xBFtitle".as_slice();
        assert_eq!(Source::decode("x", marked.into()).unwrap().text(), "title");
        assert_eq!(code(b"\xFF\xFEt\0i\0"), Some(Code::WideEncoding));
        assert_eq!(code(b"t\0i\0t\0"), Some(Code::WideEncoding));
        assert_eq!(code(b"\0t\0i\0t"), Some(Code::WideEncoding));
        assert_eq!(code(b"\0\0\xFE\xFF\0\0\0t"), Some(Code::WideEncoding));
        assert_eq!(code(b"\x01\0\0\0"), Some(Code::Binary));
        assert_eq!(code(b"\x7FELF\x02\x01\0\0"), Some(Code::Binary));
        assert_eq!(code(b"title: caf\xE9"), Some(Code::BadUtf8));
        assert_eq!(code(&vec![b'x'; LONGEST]), Some(Code::TooLarge));
        assert_eq!(code("x x,".repeat(LONGEST / 4).as_bytes()), None);
    }

    #[test]
    fn lines_and_columns_count_characters() {
        let source = Source::new("x", "এক: ১\r\ntwo: 2\rthree".to_owned());
        let at = source.text().find("১").unwrap();
        let position = source.position(Span::new(at, at + 3));
        assert_eq!((position.line, position.column), (1, 5));
        let at = source.text().find("three").unwrap();
        assert_eq!(source.position(Span::new(at, at + 5)).line, 3);
        let end = source.text().len();
        assert_eq!(source.position(Span::new(end, end)).column, 6);
        assert_eq!(Source::without_text("x").line_of(0), (1, 0..0));
    }
}
