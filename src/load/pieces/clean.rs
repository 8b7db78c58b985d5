//! Bytes that mean the same to every parser.

use std::ops::Range;

/// So many bytes are looked at together.
const BLOCK: usize = 1 << 10;

/// Without control characters, breaks and marks that only Unicode knows.
#[derive(Debug, Default)]
pub(super) struct Clean {
    /// What was looked at last is clean up to here.
    to: usize,
    /// Whether tabs and other line breaks are nothing special.
    free: bool,
}

impl Clean {
    pub(super) fn new(free: bool) -> Self {
        Self { to: 0, free }
    }

    /// Whether a stretch of a text is clean. Quick for stretches that follow each other.
    pub(super) fn holds(&mut self, text: &str, range: &Range<usize>) -> bool {
        self.to = self.to.max(range.start);
        while self.to < range.end {
            let block = &text.as_bytes()[self.to..text.len().min(self.to + BLOCK)];
            let clean = clean_length(block, &text.as_bytes()[self.to..], self.free);
            if clean == 0 {
                return false;
            }
            self.to += clean;
        }
        true
    }
}

/// Whether a stretch of a text is clean; `free` as in [`Clean`].
pub(super) fn is_clean(text: &str, range: Range<usize>, free: bool) -> bool {
    Clean::new(free).holds(&text[..range.end], &range)
}

/// How many bytes of a block are clean; `rest` begins with it.
fn clean_length(block: &[u8], rest: &[u8], free: bool) -> usize {
    // Without stopping early the test is done on many bytes at a time.
    let is_plain = if free {
        block.iter().fold(true, |all, byte| all & (is_simple(*byte) | is_free(*byte)))
    } else {
        block.iter().fold(true, |all, byte| all & is_simple(*byte))
    };
    if is_plain {
        return block.len();
    }
    let is_bad = |at: usize| match rest[at] {
        0xC2 => rest.get(at + 1).is_some_and(|next| *next < 0xA0),
        0xE2 => {
            rest[at..].starts_with(&[0xE2, 0x80, 0xA8])
                || rest[at..].starts_with(&[0xE2, 0x80, 0xA9])
        }
        0xEF => rest[at..].starts_with(&[0xEF, 0xBB, 0xBF]) || rest.get(at + 1) == Some(&0xBF),
        byte => !(is_simple(byte) || (free && is_free(byte))),
    };
    (0..block.len()).find(|&at| is_bad(at)).unwrap_or(block.len())
}

fn is_simple(byte: u8) -> bool {
    matches!(byte, b'\n' | b' '..=b'~' | 0x80..=0xC1 | 0xC3..=0xE1 | 0xE3..=0xEE | 0xF0..)
}

fn is_free(byte: u8) -> bool {
    matches!(byte, b'\t' | b'\r')
}
