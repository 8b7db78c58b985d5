//! Hostile until proven otherwise.
//!
//! A file may come from a stranger and its text ends on a terminal. What could steer the
//! terminal or hide something from the reader is shown as a visible mark, never sent and never
//! dropped in silence:
//!
//! | in the file | on the screen |
//! |---|---|
//! | C0 controls, DEL | their pictures, `␛` `␡` |
//! | C1, bidi and other format characters, line separators, private use, unassigned, fillers | `<U+202E>` |
//! | tab | blanks up to the next multiple of four |
//! | line break | kept in a block, `⏎` in a line |
//! | ZWJ, ZWNJ, variation selectors | kept where the script or the emoji needs them |
//! | what a cluster holds beyond 32 bytes | `<+N>`, N the characters left out |

use std::{
    fmt::{self, Write},
    ops::Deref,
};

use unicode_normalization::UnicodeNormalization;
use unicode_properties::{GeneralCategory, UnicodeGeneralCategory};

use super::{clusters, width, width::is_indic};

/// The longest cluster that is shown whole, in bytes. Bengali needs at most 20 or so.
const CLUSTER_BYTES: usize = 32;

/// Text in NFC that holds nothing but what a reader can see.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct SafeText(Box<str>);

impl std::borrow::Borrow<str> for SafeText {
    fn borrow(&self) -> &str {
        self
    }
}

impl SafeText {
    /// Text for one line: a line break inside it is shown as `⏎`, those at its end are dropped.
    pub fn line(raw: &str) -> Self {
        Self::block(raw.trim_end_matches(['\n', '\r'])).one_line()
    }

    /// Text of several lines: line breaks (LF, CRLF, CR) stay as `\n`.
    pub fn block(raw: &str) -> Self {
        if raw.bytes().all(|b| matches!(b, b' '..=b'~' | b'\n')) {
            return Self(raw.into());
        }
        let unix = raw.replace("\r\n", "\n").replace('\r', "\n");
        let composed: String = unix.nfc().collect();
        let mut writer = Writer { out: String::with_capacity(composed.len()), stop: 0 };
        for cluster in clusters(&composed) {
            writer.cluster(cluster);
        }
        Self(writer.out.into())
    }

    fn one_line(self) -> Self {
        if self.0.contains('\n') { Self(self.0.replace('\n', "⏎").into()) } else { self }
    }
}

/// What is written so far. Writing to a string cannot fail.
struct Writer {
    out: String,
    /// Where the line begins or its last tab ends: a multiple of four cells from its beginning.
    stop: usize,
}

impl Writer {
    fn cluster(&mut self, cluster: &str) {
        let start = self.out.len();
        for (index, c) in cluster.chars().enumerate() {
            if self.out.len() - start + c.len_utf8() > CLUSTER_BYTES {
                let left = cluster.chars().count() - index;
                let _ = write!(self.out, "<+{left}>");
                return;
            }
            // What a joiner joins is what is shown: behind a mark there is nothing to join.
            self.char(c, self.out[start..].chars().next_back());
        }
    }

    fn char(&mut self, c: char, before: Option<char>) {
        match c {
            '\n' => {
                self.out.push(c);
                self.stop = self.out.len();
            }
            '\t' => {
                let blanks = 4 - width(&self.out[self.stop..]) % 4;
                self.out.extend(std::iter::repeat_n(' ', blanks));
                self.stop = self.out.len();
            }
            '\0'..='\x1F' => self.out.extend(char::from_u32(0x2400 + u32::from(c))),
            '\x7F' => self.out.push('\u{2421}'),
            _ if is_plain(c) || is_joined(c, before) => self.out.push(c),
            _ => {
                let _ = write!(self.out, "<U+{:04X}>", u32::from(c));
            }
        }
    }
}

/// Characters that show themselves wherever they stand.
fn is_plain(c: char) -> bool {
    use GeneralCategory as G;
    let invisible = matches!(
        c.general_category(),
        G::Control
            | G::Format
            | G::Surrogate
            | G::PrivateUse
            | G::Unassigned
            | G::LineSeparator
            | G::ParagraphSeparator
    );
    !invisible && !is_filler(c) && !is_selector(c)
}

/// Letters and symbols that look like nothing: Hangul fillers, the blank braille cell, and the
/// Khmer vowels and combining joiner that no text uses.
fn is_filler(c: char) -> bool {
    matches!(
        c,
        '\u{34F}'
            | '\u{115F}'
            | '\u{1160}'
            | '\u{17B4}'
            | '\u{17B5}'
            | '\u{2800}'
            | '\u{3164}'
            | '\u{FFA0}'
    )
}

/// Variation selectors, the Mongolian ones and the supplement included.
fn is_selector(c: char) -> bool {
    matches!(c, '\u{180B}'..='\u{180F}' | '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}')
}

/// Joiners and selectors that the character before them gives a meaning to.
fn is_joined(c: char, before: Option<char>) -> bool {
    let Some(before) = before else { return false };
    match c {
        '\u{200C}' => is_indic(before) || is_arabic(before),
        '\u{200D}' => is_indic(before) || is_arabic(before) || is_emoji(before),
        '\u{FE0E}' | '\u{FE0F}' => is_emoji(before) || matches!(before, '0'..='9' | '#' | '*'),
        _ => false,
    }
}

/// Arabic and the scripts beside it that join their letters.
fn is_arabic(c: char) -> bool {
    ('\u{600}'..='\u{8FF}').contains(&c)
}

/// Pictographs, roughly: the blocks emoji sequences are made of.
fn is_emoji(c: char) -> bool {
    matches!(c, '\u{203C}'..='\u{3299}' | '\u{FE0F}' | '\u{1F000}'..='\u{1FAFF}')
}

impl Deref for SafeText {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for SafeText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for SafeText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn controls_become_pictures() {
        assert_eq!(&*SafeText::line("\x1b]52;c;eA==\x07"), "␛]52;c;eA==␇");
        assert_eq!(&*SafeText::line("a\x7f\u{9b}b"), "a␡<U+009B>b");
        assert_eq!(&*SafeText::line("a\u{202e}b\u{feff}\u{2028}"), "a<U+202E>b<U+FEFF><U+2028>");
    }

    #[test]
    fn lines_and_blocks() {
        assert_eq!(&*SafeText::line("one\r\ntwo\n"), "one⏎two");
        assert_eq!(&*SafeText::block("one\r\ntwo\n"), "one\ntwo\n");
        assert_eq!(&*SafeText::line("a\tb"), "a   b");
        assert_eq!(&*SafeText::block("ab\n\tc"), "ab\n    c");
    }

    #[test]
    fn a_line_of_tabs_is_read_in_one_pass() {
        let line = SafeText::line(&format!("é{}x", "\t".repeat(200_000)));
        assert_eq!(line.len(), "é".len() + 3 + 4 * 199_999 + 1);
    }

    #[test]
    fn joiners_stay_where_the_script_needs_them() {
        assert_eq!(&*SafeText::line("র\u{200D}্যাম"), "র\u{200D}্যাম");
        assert_eq!(&*SafeText::line("👩\u{200D}💻"), "👩\u{200D}💻");
        assert_eq!(&*SafeText::line("a\u{200D}b\u{200B}"), "a<U+200D>b<U+200B>");
        assert_eq!(&*SafeText::line("\u{3164}\u{200D}"), "<U+3164><U+200D>");
    }

    #[test]
    fn a_cluster_has_a_limit() {
        let tower = format!("e{}", "\u{301}".repeat(100_000));
        let shown = SafeText::line(&tower);
        assert!(shown.len() < 64, "{} bytes", shown.len());
        assert!(shown.ends_with('>'));
    }

    #[test]
    fn text_is_composed_and_safe_text_is_left_alone() {
        assert_eq!(&*SafeText::line("ক\u{9C7}\u{9BE}"), "কো");
        for text in ["a\x1bb\u{202e}", "হোয়াটসঅ্যাপ ৬½", "e\u{301}\t x"]
        {
            let once = SafeText::line(text);
            assert_eq!(SafeText::line(&once), once);
        }
    }

    #[test]
    fn no_scalar_value_passes_that_could_steer_a_terminal() {
        for c in ('\0'..=char::MAX).filter(|c| !matches!(c, '\n' | '\r')) {
            let shown = SafeText::block(c.encode_utf8(&mut [0; 4]));
            assert!(!shown.is_empty());
            for out in shown.chars() {
                assert!(
                    is_plain(out),
                    "U+{:04X} lets U+{:04X} through",
                    u32::from(c),
                    u32::from(out)
                );
            }
        }
    }
}
