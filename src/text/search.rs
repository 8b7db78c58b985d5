//! Finding text the way a reader means it.
//!
//! Compared cluster by cluster, without case, joiners or the difference between Bengali and
//! Latin digits; a hit begins and ends on a cluster border, so ক is not found inside ক্ষ.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

use super::clusters;

/// A text to look for, folded once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Needle(Vec<String>);

impl Needle {
    /// `None` when there is nothing to look for.
    pub fn new(query: &str) -> Option<Self> {
        let query: String = query.trim().nfc().collect();
        let folded: Vec<String> = clusters(&query).map(fold).collect();
        (!folded.is_empty()).then_some(Self(folded))
    }

    /// The byte ranges of `text` that match, in order and without overlap.
    pub fn find(&self, text: &str) -> Vec<Range<usize>> {
        let mut at = 0;
        let pieces: Vec<(String, usize)> = clusters(text)
            .map(|cluster| {
                at += cluster.len();
                (fold(cluster), at)
            })
            .collect();
        let mut hits = Vec::new();
        let mut first = 0;
        while first + self.0.len() <= pieces.len() {
            let window = &pieces[first..first + self.0.len()];
            if window.iter().map(|(folded, _)| folded).eq(self.0.iter()) {
                let start = first.checked_sub(1).map_or(0, |before| pieces[before].1);
                hits.push(start..window[window.len() - 1].1);
                first += self.0.len();
            } else {
                first += 1;
            }
        }
        hits
    }

    /// Whether `text` holds the needle at all.
    pub fn is_in(&self, text: &str) -> bool {
        !self.find(text).is_empty()
    }
}

fn fold(cluster: &str) -> String {
    cluster
        .chars()
        .filter(|c| !matches!(c, '\u{200C}' | '\u{200D}'))
        .map(fold_digit)
        .flat_map(char::to_lowercase)
        .collect()
}

/// A Bengali digit as the Latin one, any other character as it is.
fn fold_digit(c: char) -> char {
    match c {
        '০'..='৯' => char::from_digit(u32::from(c) - u32::from('০'), 10).unwrap_or(c),
        _ => c,
    }
}

/// `text` with Bengali digits written as Latin ones: what a typed number or time means.
pub fn fold_digits(text: &str) -> String {
    text.chars().map(fold_digit).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(query: &str, text: &str) -> usize {
        Needle::new(query).map_or(0, |needle| needle.find(text).len())
    }

    #[test]
    fn folds_case_digits_and_joiners() {
        assert_eq!(found("BGP", "bgp and BGP"), 2);
        assert_eq!(found("503", "ত্রুটি ৫০৩"), 1);
        assert_eq!(found("র্যা", "র\u{200D}্যাম"), 1);
        assert_eq!(
            found("য়", "\u{9DF}"),
            0,
            "the file's text is NFC, so U+09DF never stands in it"
        );
        assert_eq!(found("\u{9DF}", "সময়"), 1);
    }

    #[test]
    fn a_letter_is_not_found_inside_a_conjunct() {
        assert_eq!(found("ক", "ক্ষতি"), 0);
        assert_eq!(found("ক্ষ", "ক্ষতি"), 1);
        assert_eq!(found("aa", "aaaa"), 2);
        assert_eq!(found("  ", "anything"), 0);
    }

    #[test]
    fn hits_are_ranges_of_the_text() {
        let text = "ফেসবুক and facebook";
        let hits = Needle::new("FACEBOOK").unwrap().find(text);
        assert_eq!(&text[hits[0].clone()], "facebook");
    }
}
