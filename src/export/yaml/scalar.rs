//! Texts as YAML scalars.

/// Words that other readers of YAML take for something else than text.
const NOT_TEXT: [&str; 8] = ["true", "false", "yes", "no", "on", "off", "null", "nan"];

/// A short word bare where nobody can misread it, in quotes elsewhere.
pub(super) fn key(text: &str) -> String {
    let begins = text.starts_with(|c: char| c.is_ascii_alphabetic());
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '/');
    let is_word = !NOT_TEXT.contains(&text.to_ascii_lowercase().as_str());
    if begins && is_word && text.chars().all(plain) { text.to_owned() } else { quoted(text) }
}

/// A text in double quotation marks, on one line.
pub(super) fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            _ => out.push(c),
        }
    }
    out.push('"');
    out
}

/// Whether a text is better read as a block of lines, and comes back from one as it was.
pub(super) fn is_block(text: &str) -> bool {
    text.contains('\n') && !text.starts_with([' ', '\n']) && text.trim_end() == text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_texts() {
        assert_eq!(key("api-gateway"), "api-gateway");
        for (text, written) in [
            ("no", "\"no\""),
            ("2021", "\"2021\""),
            ("a: b", "\"a: b\""),
            ("", "\"\""),
            ("a\\\"\n", "\"a\\\\\\\"\\n\""),
        ] {
            assert_eq!(key(text), written);
        }
        assert!(is_block("one\n\n  two"));
        assert!(!is_block("one") && !is_block(" one\ntwo") && !is_block("one\n"));
    }
}
