//! The word somebody probably meant.

use std::cmp::Reverse;

use strsim::{damerau_levenshtein, jaro_winkler};

/// Longer words than this are not misspelt names, and comparing them takes time.
const LONGEST: usize = 64;

/// The candidate nearest to `word`, if any is near enough: at most one edit in three letters.
/// Another number is another thing, so SEV9 is not near SEV1.
pub(crate) fn nearest<'a>(
    word: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let word = word.trim().to_lowercase();
    let length = word.chars().count();
    if !(2..=LONGEST).contains(&length) {
        return None;
    }
    candidates
        .into_iter()
        .filter(|candidate| candidate.chars().count() <= LONGEST)
        .filter(|candidate| may_be_meant(&word, candidate))
        .map(|candidate| {
            let other = candidate.to_lowercase();
            (damerau_levenshtein(&word, &other), jaro_winkler(&word, &other), candidate)
        })
        .filter(|(edits, _, candidate)| {
            *edits <= length.max(candidate.chars().count()).div_ceil(3).min(4)
                && *edits < length.min(candidate.chars().count())
        })
        .min_by(|(edits, likeness, _), (others, other, _)| {
            edits.cmp(others).then(
                Reverse(*likeness)
                    .partial_cmp(&Reverse(*other))
                    .unwrap_or(std::cmp::Ordering::Equal),
            )
        })
        .map(|(_, _, candidate)| candidate)
}

fn may_be_meant(word: &str, candidate: &str) -> bool {
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let (own, other) = (digits(word), digits(candidate));
    own.is_empty() || other.is_empty() || own == other
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_and_not_near() {
        let statuses = ["operational", "degraded", "partial_outage", "major_outage", "down"];
        for (word, expected) in [
            ("operatonal", Some("operational")),
            ("degrated", Some("degraded")),
            ("Major_Outage", Some("major_outage")),
            ("donw", Some("down")),
            ("0perational", Some("operational")),
            ("fine", None),
            ("", None),
            ("x", None),
            ("অচল", None),
            ("dwn2", Some("down")),
        ] {
            assert_eq!(nearest(word, statuses), expected, "{word}");
        }
        assert_eq!(nearest("হোয়াটসএপ", ["হোয়াটসঅ্যাপ", "dns"]), Some("হোয়াটসঅ্যাপ"));
        assert_eq!(nearest(&"x".repeat(100_000), statuses), None);
    }
}
