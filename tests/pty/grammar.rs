//! The grammar of all that the program may write, and nothing else.
//!
//! ```text
//!   stream = *( text / drawing / talk )
//!   frame  = *( text / drawing )
//!
//!   drawing = ESC "[" ( place / clear / region / shift / style ) / word
//!   place   = row ";" column "H" / column "G"        ; counted from 1
//!   clear   = "2J" / [ cells ] "X"
//!   region  = top ";" bottom "r" / "r"                ; counted from 1, more than one row
//!   shift   = [ rows ] ( "S" / "T" )                  ; within a region
//!   style   = pen *( ";" pen ) "m"
//!   pen     = what a style turns on or off, a colour of sixteen, of 256, or by its red, green, blue
//!   word    = ESC "]66;w=" cells ";" 1*bengali BEL     ; 1 to 7 cells
//!   talk    = ESC "[" ( mode ( "h" / "l" ) / "c" / "6n" / "H" )
//!           / ESC "]" ( "11;?" / "66;w=2; " ) BEL
//!           / ESC "]52;c;" base64 ESC "\\"               ; a copy that was asked for
//!   text    = what shows itself, and a joiner behind a letter that it can join
//! ```
#![allow(dead_code, reason = "a session has streams, a screen has frames")]

/// What no rule of a stream takes, from its first character on; nothing where all is ours.
pub fn foreign(bytes: &[u8]) -> Option<String> {
    left_over(bytes, |text| drawing(text).or_else(|| talk(text)))
}

/// The same for the bytes of one frame.
pub fn foreign_in_frame(bytes: &[u8]) -> Option<String> {
    left_over(bytes, drawing)
}

/// `sequence` tells the length of the sequence that a text begins with, if it is ours.
fn left_over(bytes: &[u8], sequence: impl Fn(&str) -> Option<usize>) -> Option<String> {
    let text = match str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => return Some(format!("{:?}", &bytes[error.valid_up_to()..])),
    };
    let mut rest = text;
    let mut before = ' ';
    while let Some(c) = rest.chars().next() {
        let length = match c {
            '\x1b' => sequence(rest),
            _ if is_text(c, before) => Some(c.len_utf8()),
            _ => None,
        };
        let Some(length) = length else {
            return Some(rest.chars().take(20).collect::<String>().escape_unicode().to_string());
        };
        rest = &rest[length..];
        before = c;
    }
    None
}

/// The parameters of a control sequence, its last character, and its length.
fn control(text: &str) -> Option<(&str, char, usize)> {
    let body = text.strip_prefix("\x1b[")?;
    let end = body.find(|c: char| !matches!(c, '0'..='9' | ';' | '?'))?;
    let last = body[end..].chars().next()?;
    Some((&body[..end], last, "\x1b[".len() + end + last.len_utf8()))
}

/// What a command to the system says, and its length.
fn command(text: &str) -> Option<(&str, usize)> {
    let body = text.strip_prefix("\x1b]")?;
    let end = body.find(char::is_control)?;
    body[end..].starts_with('\x07').then_some((&body[..end], "\x1b]".len() + end + 1))
}

fn drawing(text: &str) -> Option<usize> {
    if let Some((said, length)) = command(text) {
        return is_word(said).then_some(length);
    }
    let (parameters, last, length) = control(text)?;
    let is_place = |parts| {
        numbers(parameters).is_some_and(|place| place.len() == parts && !place.contains(&0))
    };
    let ours = match last {
        'H' => is_place(2),
        'G' => is_place(1),
        'J' => parameters == "2",
        'S' | 'T' | 'X' => parameters.is_empty() || is_place(1),
        'r' => parameters.is_empty() || is_region(parameters),
        'm' => numbers(parameters).is_some_and(|pens| is_style(&pens)),
        _ => false,
    };
    ours.then_some(length)
}

/// Rows of which one can move.
fn is_region(parameters: &str) -> bool {
    numbers(parameters).is_some_and(|rows| matches!(rows[..], [top, end] if 0 < top && top < end))
}

/// Questions, and the modes that are set on entry and reset at the end.
fn talk(text: &str) -> Option<usize> {
    if let Some(length) = copy(text) {
        return Some(length);
    }
    if let Some((said, length)) = command(text) {
        return ["11;?", "66;w=2; "].contains(&said).then_some(length);
    }
    let (parameters, last, length) = control(text)?;
    let modes = ["8", "?25", "?1000", "?1002", "?1006", "?1049", "?2026"];
    let ours = match last {
        'c' | 'H' => parameters.is_empty(),
        'n' => parameters == "6",
        'h' | 'l' => modes.contains(&parameters),
        _ => false,
    };
    ours.then_some(length)
}

/// A text for the clipboard.
fn copy(text: &str) -> Option<usize> {
    let body = text.strip_prefix("\x1b]52;c;")?;
    let end = body.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '+' | '/' | '=')))?;
    (end > 0 && body[end..].starts_with("\x1b\\")).then_some("\x1b]52;c;".len() + end + 2)
}

/// A whole word of Bengali and its cells.
fn is_word(said: &str) -> bool {
    let Some((cells, word)) = said.strip_prefix("66;w=").and_then(|said| said.split_once(';'))
    else {
        return false;
    };
    let is_bengali = |c| matches!(c, '\u{980}'..='\u{9FF}' | '\u{200C}' | '\u{200D}');
    matches!(cells.as_bytes(), [b'1'..=b'7']) && !word.is_empty() && word.chars().all(is_bengali)
}

/// Numbers without a sign, a blank or a zero before them.
fn numbers(parameters: &str) -> Option<Vec<u16>> {
    let number = |part: &str| {
        let number: u16 = part.parse().ok()?;
        (number.to_string() == part).then_some(number)
    };
    parameters.split(';').map(number).collect()
}

fn is_style(mut pens: &[u16]) -> bool {
    while !pens.is_empty() {
        let taken = match pens {
            [38 | 48, 2, 0..=255, 0..=255, 0..=255, ..] => 5,
            [38 | 48, 5, 0..=255, ..] => 3,
            [
                0 | 1 | 3 | 4 | 7 | 22..=24 | 27 | 30..=37 | 39..=47 | 49 | 90..=97 | 100..=107,
                ..,
            ] => 1,
            _ => return false,
        };
        pens = &pens[taken..];
    }
    true
}

/// Whether a character may stand in a text after another.
pub fn is_text(c: char, before: char) -> bool {
    match c {
        '\u{200C}' | '\u{200D}' => !before.is_ascii() && !before.is_whitespace(),
        '\u{FE0E}' | '\u{FE0F}' => !before.is_ascii() || matches!(before, '0'..='9' | '#' | '*'),
        _ => !steers(c),
    }
}

/// Whether a character steers a terminal, turns the direction of a text, hides, or means nothing
/// that two readers would agree about. A list of its own, so that the one it watches cannot be
/// wrong in the same way.
fn steers(c: char) -> bool {
    let beyond_bmp = u32::from(c) & 0xFFFF;
    matches!(
        c,
        '\0'..='\x1F' | '\x7F'..='\u{9F}' | '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}'
            | '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}'
            | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{2800}' | '\u{3164}'
            | '\u{E000}'..='\u{F8FF}' | '\u{FDD0}'..='\u{FDEF}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}'
            | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFB}' | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}'
            | '\u{E0000}'..='\u{10FFFF}'
    ) || matches!(beyond_bmp, 0xFFFE | 0xFFFF)
}

#[test]
fn what_is_ours_is_taken() {
    for text in [
        "",
        "\x1b[?1049h\x1b[2J\x1b[1;1H\x1b[0;1;38;2;1;2;3mab\x1b[0m",
        "\x1b]66;w=6;বিভ্রাট\x07\x1b]11;?\x07\x1b[c\x1b[8l",
        "\x1b[12;19r\x1b[S\x1b[2T\x1b[r\x1b[9X",
        "\x1b[12G\x1b[7;91;48;5;255m│ক্ষ র\u{200D}্যা 👩\u{200D}💻 1\u{FE0F}⃣\x1b[27;39;49m",
    ] {
        assert_eq!(foreign(text.as_bytes()), None);
    }
}

#[test]
fn what_is_not_ours_is_found() {
    for text in [
        "a\x1b]52;c;eA==\x07",
        "\x1b]66;w=8;ক\x07",
        "\x1b]66;w=1;\x07",
        "\x1b]66;w=1;a\x07",
        "\x1b]66;w=1;ক\x1b\\",
        "\x1b]11;red\x07",
        "\x1b[5n",
        "\x1bc",
        "\x07",
        "\n",
        "\x1b",
        "\x1b[",
        "\x1b[31",
        "\x1b[m",
        "\x1b[2004h",
        "\x1b[?2004h",
        "\x1b[0;0H",
        "\x1b[1H",
        "\x1b[1;1;1H",
        "\x1b[G",
        "\x1b[3J",
        "\x1b[0X",
        "\x1b[0S",
        "\x1b[1;2;3;4;5T",
        "\x1b[3;3r",
        "\x1b[0;3r",
        "\x1b[3r",
        "\x1b[5m",
        "\x1b[38;2;1;2m",
        "\x1b[38;5;256m",
        "\x1b[01m",
        "\u{9b}31m",
        "a\u{202e}",
        "a\u{200d}",
        "a\u{fe0f}",
        "\u{200b}",
        "🏴\u{e0067}",
        "\u{1fffe}",
    ] {
        assert!(foreign(text.as_bytes()).is_some(), "{text:?}");
    }
    assert!(foreign(b"a\xff").is_some());
    let copied = "\x1b]52;c;eA==\x1b\\";
    let probe = "\x1b[H\x1b]66;w=2; \x07\x1b[6n";
    for talk in ["\x1b[?25h", "\x1b[c", "\x1b]11;?\x07", copied, probe] {
        assert!(foreign(talk.as_bytes()).is_none() && foreign_in_frame(talk.as_bytes()).is_some());
    }
}
