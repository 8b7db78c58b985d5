//! How many cells a cluster reserves.
//!
//! Terminals disagree about Bengali: the vowel sign া advances the cursor in xterm, VTE and tmux
//! and does not in kitty. The width here is an upper bound over the measured terminals, so that
//! nothing is ever written over; the writer puts the cursor back after each doubtful cluster.

use unicode_properties::{GeneralCategory, UnicodeGeneralCategory};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::clusters;

/// Cells reserved for one grapheme cluster; at least 1 unless it is empty.
pub fn cluster_width(cluster: &str) -> usize {
    if cluster.len() == 1 || cluster.is_ascii() {
        return cluster.len();
    }
    let mut chars = cluster.chars();
    if let (Some('\u{2500}'..='\u{259F}'), None) = (chars.next(), chars.next()) {
        // The lines and blocks that make up much of a screen.
        return 1;
    }
    let indic = cluster.chars().any(is_indic);
    let sum: usize = cluster.chars().map(|c| char_width(c, indic)).sum();
    sum.max(UnicodeWidthStr::width(cluster)).max(1)
}

/// Cells reserved for a text of any length.
pub fn width(text: &str) -> usize {
    if text.is_ascii() {
        return text.len();
    }
    clusters(text).map(cluster_width).sum()
}

/// The same as columns of a screen, at most as many as any screen has.
pub fn columns(text: &str) -> u16 {
    width(text).min(usize::from(u16::MAX)) as u16
}

/// Joiners count in Indic clusters (mlterm, GNU screen), spacing marks always (xterm, VTE, tmux).
fn char_width(c: char, indic: bool) -> usize {
    match c {
        '\u{200C}' | '\u{200D}' => usize::from(indic),
        '\u{FE0F}' => 0,
        _ => {
            let own = UnicodeWidthChar::width(c).unwrap_or(0);
            if own == 0 && c.general_category() == GeneralCategory::SpacingMark { 1 } else { own }
        }
    }
}

/// Devanagari to Sinhala: the scripts whose spelling uses joiners and viramas.
pub(super) fn is_indic(c: char) -> bool {
    ('\u{900}'..='\u{DFF}').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bengali_reserves_what_the_widest_common_terminal_takes() {
        let measured = [
            ("ক", 1),
            ("কা", 2),
            ("কি", 2),
            ("কু", 1),
            ("ক্ষ", 2),
            ("ন্ত্র", 3),
            ("র\u{200D}্যা", 4),
            ("বিভ্রাট", 6),
            ("হোয়াটসঅ্যাপ", 10),
            ("ইনস্টাগ্রাম", 9),
            ("সার্ভার", 6),
        ];
        for (text, cells) in measured {
            assert!(width(text) >= cells, "{text}: {} < {cells}", width(text));
            assert!(width(text) <= cells + 1, "{text} is too loose");
        }
    }

    #[test]
    fn nothing_takes_more_cells_than_bytes_and_lines_take_one() {
        for c in '\0'..=char::MAX {
            let text = c.to_string();
            assert!(cluster_width(&text) <= text.len(), "{c:?}");
            let long: usize = [format!("ক{c}"), format!("a{c}"), format!("{c}\u{FE0F}")]
                .iter()
                .filter(|text| width(text) > text.len())
                .count();
            assert_eq!(long, 0, "{c:?}");
        }
        for c in '\u{2500}'..='\u{259F}' {
            assert_eq!((char_width(c, false), UnicodeWidthChar::width(c)), (1, Some(1)), "{c}");
        }
    }

    #[test]
    fn other_scripts() {
        for (text, cells) in [("", 0), ("abc", 3), ("日本", 4), ("é", 1), ("…", 1), ("■", 1)]
        {
            assert_eq!(width(text), cells, "{text}");
        }
    }
}
