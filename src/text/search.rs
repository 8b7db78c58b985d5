//! Finding text the way a reader means it.
//!
//! Compared cluster by cluster, without case, joiners or the difference between Bengali and
//! Latin digits; a hit begins and ends on a cluster border, so ক is not found inside ক্ষ. The last
//! letter may carry a vowel sign more in the text, because endings join there: শেয়ার is found in
//! শেয়ারে.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

use super::{Scent, clusters, is_bengali};

/// A text to look for, folded once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Needle {
    /// The folded clusters.
    folded: Vec<String>,
}

impl Needle {
    /// `None` when there is nothing to look for.
    pub fn new(query: &str) -> Option<Self> {
        let query: String = query.trim().nfc().collect();
        let folded: Vec<String> = clusters(&query).map(|c| fold(c).collect()).collect();
        (!folded.is_empty()).then_some(Self { folded })
    }

    /// What must stand in the bytes of every text that has the needle, if that can be said.
    pub fn scent(&self) -> Option<Scent> {
        Scent::new(&self.folded.concat())
    }

    /// The byte ranges of `text` that match, in order and without overlap.
    pub fn find(&self, text: &str) -> Vec<Range<usize>> {
        self.hits(text).collect()
    }

    /// Whether `text` holds the needle at all.
    pub fn is_in(&self, text: &str) -> bool {
        if text.is_ascii() && self.folded.iter().all(|cluster| cluster.len() == 1) {
            let is_here = |window: &[u8]| {
                window
                    .iter()
                    .zip(&self.folded)
                    .all(|(b, c)| b.to_ascii_lowercase() == c.as_bytes()[0])
            };
            return text.as_bytes().windows(self.folded.len()).any(is_here);
        }
        self.hits(text).next().is_some()
    }

    fn hits<'a>(&'a self, text: &'a str) -> impl Iterator<Item = Range<usize>> + 'a {
        let mut start = 0;
        std::iter::from_fn(move || {
            while start < text.len() {
                let (next, end) = self.matched(text, start);
                let found = end.map(|end| start..end);
                start = end.unwrap_or(next);
                if found.is_some() {
                    return found;
                }
            }
            None
        })
    }

    /// Where the cluster at `start` ends, and, if the needle stands there, where the needle ends.
    fn matched(&self, text: &str, start: usize) -> (usize, Option<usize>) {
        let mut found = clusters(&text[start..]);
        let mut end = start;
        let mut next = None;
        for (place, wanted) in self.folded.iter().enumerate() {
            let Some(cluster) = found.next() else { return (next.unwrap_or(text.len()), None) };
            end += cluster.len();
            let next = *next.get_or_insert(end);
            let is_last = place + 1 == self.folded.len();
            let fits =
                fold(cluster).eq(wanted.chars()) || (is_last && carries_more(cluster, wanted));
            if !fits {
                return (next, None);
            }
        }
        (next.unwrap_or(end), Some(end))
    }
}

/// Whether a cluster is the wanted one with a vowel sign or a mark more; a virama would make
/// another letter of it.
fn carries_more(cluster: &str, wanted: &str) -> bool {
    let mut found = fold(cluster);
    let begins = wanted.chars().all(|c| found.next() == Some(c));
    begins && found.next().is_some_and(|c| is_bengali(c) && c != '\u{9CD}')
}

/// The characters of a cluster without case, joiners and the script of its digits.
pub(super) fn fold(cluster: &str) -> impl Iterator<Item = char> {
    cluster
        .chars()
        .filter(|c| !matches!(c, '\u{200C}' | '\u{200D}'))
        .map(fold_digit)
        .flat_map(char::to_lowercase)
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
    fn the_short_way_finds_what_the_long_one_finds() {
        for (query, text) in
            [("503", "error 503"), ("BGP", "bgp"), ("aa", "a"), ("x", ""), ("x y", "w X Y z")]
        {
            let needle = Needle::new(query).unwrap();
            assert_eq!(needle.is_in(text), !needle.find(text).is_empty(), "{query} in {text}");
        }
    }

    #[test]
    fn hits_are_ranges_of_the_text() {
        let text = "ফেসবুক and facebook";
        let hits = Needle::new("FACEBOOK").unwrap().find(text);
        assert_eq!(&text[hits[0].clone()], "facebook");
    }
}
