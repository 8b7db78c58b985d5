//! Covering words that others may not read.
//!
//! Looser than a search: case, joiners, the script of digits and the sort of blanks make no
//! difference, and a word is found inside another one, so that রহিম is covered in রহিমের too. The
//! letter that a word ends in is covered whole. A cover is always of the same length, which tells
//! nothing about what is under it.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

use super::clusters;
use super::search::fold;

/// What stands where something stood.
const BLOCKS: &str = "█████";

/// A word or a phrase to be covered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cover(Vec<char>);

impl Cover {
    /// `None` when there is nothing to cover.
    pub fn new(pattern: &str) -> Option<Self> {
        let pattern: String = pattern.trim().nfc().collect();
        let folded: Vec<char> = letters(&pattern).into_iter().map(|letter| letter.folded).collect();
        (!folded.is_empty()).then_some(Self(folded))
    }

    /// Where it stands in a text, in order. Two hits may share a cluster.
    pub fn hits(&self, text: &str) -> Vec<Range<usize>> {
        let letters = letters(text);
        let (mut hits, mut index) = (Vec::new(), 0);
        while let Some(window) = letters.get(index..index + self.0.len()) {
            if window.iter().map(|letter| letter.folded).eq(self.0.iter().copied()) {
                hits.push(window[0].start..window[window.len() - 1].end);
                index += self.0.len();
            } else {
                index += 1;
            }
        }
        hits
    }
}

/// The text with all that one of the covers finds in it covered.
pub fn cover_all(text: &str, covers: &[Cover]) -> String {
    covered(text, covers.iter().flat_map(|cover| cover.hits(text)).collect())
}

/// The text with blocks in place of some of its parts; those that overlap are one.
pub fn covered(text: &str, mut parts: Vec<Range<usize>>) -> String {
    parts.sort_unstable_by_key(|part| (part.start, part.end));
    parts.dedup_by(|next, before| {
        let is_one = next.start < before.end;
        if is_one {
            before.end = before.end.max(next.end);
        }
        is_one
    });
    let mut out = String::with_capacity(text.len());
    let mut kept = 0;
    for part in parts {
        out.push_str(&text[kept..part.start]);
        out.push_str(BLOCKS);
        kept = part.end;
    }
    out + &text[kept..]
}

/// A folded character, and where the cluster it stands in begins and ends.
struct Letter {
    folded: char,
    start: usize,
    end: usize,
}

/// The letters of a text, each stretch of blanks as one of them.
fn letters(text: &str) -> Vec<Letter> {
    let mut found: Vec<Letter> = Vec::new();
    let mut start = 0;
    for cluster in clusters(text) {
        let end = start + cluster.len();
        for c in fold(cluster) {
            let folded = if c.is_whitespace() { ' ' } else { c };
            match found.last_mut() {
                Some(last) if folded == ' ' && last.folded == ' ' => last.end = end,
                _ => found.push(Letter { folded, start, end }),
            }
        }
        start = end;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn applied(pattern: &str, text: &str) -> String {
        cover_all(text, &[Cover::new(pattern).unwrap()])
    }

    #[test]
    fn a_word_is_covered_wherever_it_stands() {
        assert_eq!(applied("alice", "Alice met ALICE's team."), "█████ met █████'s team.");
        assert_eq!(applied("রহিম", "রহিমের কথা"), "█████র কথা");
        assert_eq!(applied("room 12", "in room\n ১২."), "in █████.");
        assert_eq!(applied("ক", "ক্ষক"), "██████████");
        assert_eq!(applied("aa", "aaaaa"), "██████████a");
        assert_eq!(applied("x", "nothing"), "nothing");
        assert_eq!(Cover::new("  "), None);
    }
}
