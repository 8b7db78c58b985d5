//! Cutting text to a number of cells, with `…`, never inside a letter.

use std::borrow::Cow;

use super::{units, width};

/// `text` in at most `max` cells; what does not fit is replaced by one `…`.
pub fn cut(text: &str, max: usize) -> Cow<'_, str> {
    // Nothing takes more cells than bytes.
    if text.len() <= max || width(text) <= max {
        return Cow::Borrowed(text);
    }
    let Some(room) = max.checked_sub(1) else {
        return Cow::Borrowed("");
    };
    let mut used = 0;
    let mut end = 0;
    for unit in units(text) {
        used += width(unit);
        if used > room {
            break;
        }
        end += unit.len();
    }
    Cow::Owned(format!("{}…", text[..end].trim_end()))
}

/// The end of `text` in at most `max` cells; what does not fit is replaced by one `…`.
pub fn cut_start(text: &str, max: usize) -> Cow<'_, str> {
    let mut left = width(text);
    if left <= max {
        return Cow::Borrowed(text);
    }
    let mut start = 0;
    for unit in units(text) {
        if left < max {
            break;
        }
        left -= width(unit);
        start += unit.len();
    }
    if max == 0 { Cow::Borrowed("") } else { Cow::Owned(format!("…{}", &text[start..])) }
}

/// `text` cut to `cells` and filled up with blanks to exactly that many.
pub fn pad(text: &str, cells: usize) -> String {
    let shown = cut(text, cells);
    let blanks = cells - width(&shown);
    format!("{shown}{}", " ".repeat(blanks))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cuts_end_on_a_border_and_fit() {
        let text = "হোয়াটসঅ্যাপ, ফেসবুক, ইনস্টাগ্রাম and 日本";
        for max in 0..=width(text) + 2 {
            let shown = cut(text, max);
            assert!(width(&shown) <= max, "{max}: {shown}");
            let kept = shown.trim_end_matches('…');
            assert!(text.starts_with(kept));
            assert!(
                kept.is_empty()
                    || units(text)
                        .scan(0, |at, u| {
                            *at += u.len();
                            Some(*at)
                        })
                        .any(|at| text[..at].trim_end() == kept)
            );
        }
        for max in 0..=width(text) + 2 {
            let shown = cut_start(text, max);
            assert!(width(&shown) <= max, "{max}: {shown}");
            assert!(text.ends_with(shown.trim_start_matches('…')));
        }
        assert_eq!(cut("short", 5), "short");
        assert_eq!(cut("longer", 5), "long…");
    }

    #[test]
    fn padding_is_exact() {
        for cells in 0..12 {
            assert_eq!(width(&pad("ফেসবুক", cells)), cells);
        }
    }
}
