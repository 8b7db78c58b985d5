//! Covering words that others may not read.
//!
//! Looser than a search: case, joiners, the script of digits and the sort of blanks make no
//! difference, and a word is found inside another one, so that রহিম is covered in রহিমের too. The
//! letter that a word ends in is covered whole. A cover is always of the same length, which tells
//! nothing about what is under it.

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

    /// The text with every hit covered.
    pub fn apply(&self, text: &str) -> String {
        let letters = letters(text);
        let mut out = String::with_capacity(text.len());
        let (mut index, mut kept) = (0, 0);
        while let Some(window) = letters.get(index..index + self.0.len()) {
            if !window.iter().map(|letter| letter.folded).eq(self.0.iter().copied()) {
                index += 1;
                continue;
            }
            // A cluster that the hit before has covered is not there any more.
            out.push_str(text.get(kept..window[0].start).unwrap_or_default());
            out.push_str(BLOCKS);
            kept = window[window.len() - 1].end;
            index += self.0.len();
        }
        out + &text[kept..]
    }
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

    fn covered(pattern: &str, text: &str) -> String {
        Cover::new(pattern).unwrap().apply(text)
    }

    #[test]
    fn a_word_is_covered_wherever_it_stands() {
        assert_eq!(covered("alice", "Alice met ALICE's team."), "█████ met █████'s team.");
        assert_eq!(covered("রহিম", "রহিমের কথা"), "█████র কথা");
        assert_eq!(covered("room 12", "in room\n ১২."), "in █████.");
        assert_eq!(covered("ক", "ক্ষক"), "██████████");
        assert_eq!(covered("aa", "aaaaa"), "██████████a");
        assert_eq!(covered("x", "nothing"), "nothing");
        assert_eq!(Cover::new("  "), None);
    }
}
