//! The escape sequences that the program may write, and no others.

/// What is left of the bytes when text and our own sequences are taken away: the first foreign
/// sequence or control, or nothing.
pub fn foreign(bytes: &[u8]) -> Option<String> {
    let text = String::from_utf8_lossy(bytes);
    let mut rest = &*text;
    while let Some(at) = rest.find(|c: char| c.is_control()) {
        rest = &rest[at..];
        match sequence(rest) {
            Some(length) => rest = &rest[length..],
            None => {
                return Some(rest.chars().take(20).collect::<String>().escape_debug().to_string());
            }
        }
    }
    None
}

/// Whole words of Bengali, and the question for the background.
fn command(text: &str) -> Option<usize> {
    let body = text.strip_prefix("\x1b]")?;
    let end = body.find(|c: char| c.is_control())?;
    let word = |body: &str| {
        let (width, text) = body.strip_prefix("66;w=")?.split_once(';')?;
        let bengali =
            text.chars().all(|c| matches!(c, '\u{980}'..='\u{9FF}' | '\u{200C}' | '\u{200D}'));
        Some(matches!(width.as_bytes(), [b'1'..=b'7']) && bengali)
    };
    let ours = &body[..end] == "11;?" || word(&body[..end]) == Some(true);
    (ours && body[end..].starts_with('\x07')).then_some(2 + end + 1)
}

/// The length of the sequence that a text begins with, if it is ours: colours, places, clearing
/// the screen, the question for the kind of terminal, and the modes that are set on entry and reset
/// at the end.
fn sequence(text: &str) -> Option<usize> {
    if let Some(length) = command(text) {
        return Some(length);
    }
    let body = text.strip_prefix("\x1b[")?;
    let end = body.find(|c: char| c.is_ascii_alphabetic())?;
    let (parameters, last) = (&body[..end], body[end..].chars().next()?);
    let numbers = |text: &str| text.chars().all(|c| c.is_ascii_digit() || c == ';');
    let ours = match last {
        'm' | 'H' | 'G' => numbers(parameters),
        'J' => parameters == "2",
        'c' => parameters.is_empty(),
        'h' | 'l' => {
            ["8", "?25", "?1000", "?1002", "?1006", "?1049", "?2026"].contains(&parameters)
        }
        _ => false,
    };
    ours.then_some(2 + end + 1)
}

#[test]
fn what_is_not_ours_is_found() {
    assert_eq!(foreign(b"\x1b[?1049h\x1b[2J\x1b[1;1H\x1b[0;1;38;2;1;2;3mab\x1b[0m"), None);
    for bytes in ["a\x1b]52;c;eA==\x07", "\x1b[6n", "\x1bc", "\x07", "\x1b[?2004h", "\u{9b}31m"] {
        assert!(foreign(bytes.as_bytes()).is_some(), "{bytes:?}");
    }
}
