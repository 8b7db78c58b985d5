//! Signs of typography in ASCII, for screens that have nothing else.

use std::borrow::Cow;

/// `text` with its dashes, dots, arrows and quotation marks in ASCII; letters stay as they are.
pub fn ascii_signs(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '–' | '—' | '−' | '‐' | '‑' | '·' | '•' => out.push('-'),
            '×' => out.push('x'),
            '…' => out.push_str("..."),
            '→' => out.push_str("->"),
            '←' => out.push_str("<-"),
            '‘' | '’' => out.push('\''),
            '“' | '”' => out.push('"'),
            '\u{A0}' => out.push(' '),
            other => out.push(other),
        }
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_change_and_letters_stay() {
        assert_eq!(ascii_signs("a – b · “ক” 60×16…"), "a - b - \"ক\" 60x16...");
    }
}
