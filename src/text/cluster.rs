//! What a reader takes for one letter, and what may not be torn apart.

use unicode_segmentation::{Graphemes, UnicodeSegmentation};

/// The extended grapheme clusters of `text` (UAX 29); a Bengali conjunct is one cluster.
pub fn clusters(text: &str) -> impl Iterator<Item = &str> {
    Clusters { rest: text, within: None }
}

/// Most text is ASCII, of which no table needs to be asked.
struct Clusters<'a> {
    /// What comes, while there is nothing in `within`.
    rest: &'a str,
    within: Option<Graphemes<'a>>,
}

impl<'a> Iterator for Clusters<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        if let Some(within) = &mut self.within {
            if !begins_plainly(within.as_str()) {
                return within.next();
            }
            self.rest = within.as_str();
            self.within = None;
        }
        if begins_plainly(self.rest) {
            let (first, rest) = self.rest.split_at(1);
            self.rest = rest;
            return Some(first);
        }
        self.within.insert(self.rest.graphemes(true)).next()
    }
}

/// Whether the first cluster is one character of ASCII: nothing joins two of them but a line break
/// of two.
fn begins_plainly(text: &str) -> bool {
    match text.as_bytes() {
        [first, rest @ ..] => {
            first.is_ascii() && *first != b'\r' && rest.first().is_none_or(u8::is_ascii)
        }
        [] => false,
    }
}

/// The pieces between which a text may be cut.
///
/// A cluster that ends in a virama belongs with the next one: UAX 29 joins only consonants, so
/// অ্যা is two clusters, and a cut between them would leave a bare অ্ on the screen.
pub fn units(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let mut end = 0;
        for cluster in clusters(rest) {
            end += cluster.len();
            if !ends_in_virama(cluster) {
                break;
            }
        }
        let (unit, after) = rest.split_at(end);
        rest = after;
        (!unit.is_empty()).then_some(unit)
    })
}

/// Whether a character belongs to the Bengali block.
pub fn is_bengali(c: char) -> bool {
    matches!(c, '\u{980}'..='\u{9FF}')
}

/// Whether a cluster ends in a virama, by which it leans on the next one; those of the Indic blocks,
/// Devanagari to Sinhala.
pub fn ends_in_virama(cluster: &str) -> bool {
    matches!(
        cluster.chars().next_back(),
        Some(
            '\u{94D}'
                | '\u{9CD}'
                | '\u{A4D}'
                | '\u{ACD}'
                | '\u{B4D}'
                | '\u{BCD}'
                | '\u{C4D}'
                | '\u{CCD}'
                | '\u{D4D}'
                | '\u{DCA}'
        )
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn conjuncts_are_one_cluster() {
        assert_eq!(clusters("ক্ষতি").collect::<Vec<_>>(), ["ক্ষ", "তি"]);
        assert_eq!(clusters("স্ট্রিম").collect::<Vec<_>>(), ["স্ট্রি", "ম"]);
    }

    proptest::proptest! {
        #[test]
        fn ascii_is_told_apart_as_all_text_is(text in "([a-c \r\n]|\\PC|[ক-হািু্\u{200d}\u{301}🇧🇩👩]){0,12}") {
            let all: Vec<&str> = text.graphemes(true).collect();
            assert_eq!(clusters(&text).collect::<Vec<_>>(), all);
        }
    }

    #[test]
    fn a_vowel_with_virama_stays_with_what_follows() {
        assert_eq!(units("হোয়াটসঅ্যাপ").last(), Some("প"));
        assert!(units("হোয়াটসঅ্যাপ").any(|unit| unit == "অ্যা"));
        assert_eq!(units("").count(), 0);
        assert_eq!(units("ক্").collect::<Vec<_>>(), ["ক্"]);
    }
}
