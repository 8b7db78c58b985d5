//! Breaking text into lines of a number of cells.

use std::ops::Range;

use unicode_linebreak::{BreakOpportunity, linebreaks};

use super::{units, width};

/// The byte ranges of the lines of `text`, each at most `max` cells wide (trailing blanks are
/// left out). Lines break where UAX 14 allows it; a longer word is broken between [`units`],
/// never inside a conjunct. A unit wider than `max` stands alone on its line.
pub fn wrap(text: &str, max: usize) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let mut start = 0;
    let mut fits = 0;
    for (at, kind) in linebreaks(text) {
        if start < fits && width(text[start..at].trim_end()) > max {
            lines.push(trimmed(text, start..fits));
            start = fits;
        }
        if width(text[start..at].trim_end()) > max {
            start = break_word(text, start..at, max, &mut lines);
        }
        fits = at;
        if kind == BreakOpportunity::Mandatory {
            lines.push(trimmed(text, start..at));
            start = at;
        }
    }
    lines
}

/// Cuts a word that is longer than a line; returns where its last piece begins.
fn break_word(text: &str, word: Range<usize>, max: usize, lines: &mut Vec<Range<usize>>) -> usize {
    let mut start = word.start;
    let mut at = word.start;
    for unit in units(&text[word]) {
        let end = at + unit.len();
        if at > start && width(text[start..end].trim_end()) > max {
            lines.push(trimmed(text, start..at));
            start = at;
        }
        at = end;
    }
    start
}

fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    range.start..range.start + text[range.clone()].trim_end().len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str, max: usize) -> Vec<&str> {
        wrap(text, max).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn breaks_at_words_and_keeps_line_breaks() {
        assert_eq!(lines("one two three", 7), ["one two", "three"]);
        assert_eq!(lines("a\n\nb", 7), ["a", "", "b"]);
        assert!(lines("", 7).is_empty());
    }

    #[test]
    fn a_long_word_is_broken_between_letters() {
        assert_eq!(lines("abcdefgh", 3), ["abc", "def", "gh"]);
        let text = "ধীরে ধীরে স্বাভাবিক পরিষেবা, বিশ্বজুড়ে কোটি ব্যবহারকারীর স্বস্তি।";
        for max in 1..40 {
            let shown = lines(text, max);
            assert_eq!(shown.concat().replace(' ', ""), text.replace(' ', ""), "{max}");
            for line in shown {
                assert!(width(line) <= max.max(4), "{max}: {line}");
            }
        }
    }
}
