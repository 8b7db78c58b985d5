//! The characters that nobody should send to a terminal.

/// All of Unicode's property `Bidi_Control`.
const BIDI: &str = "\
    \u{61C}\u{200E}\u{200F}\u{202A}\u{202B}\u{202C}\u{202D}\u{202E}\u{2066}\u{2067}\
    \u{2068}\u{2069}";

/// What ends lines, has no width, says what a text is about, or looks like nothing.
const HIDDEN: &str = "\
    \u{2028}\u{2029}\u{200B}\u{200C}\u{200D}\u{2060}\u{2061}\u{2064}\u{206A}\u{206F}\
    \u{FEFF}\u{AD}\u{34F}\u{180E}\u{FFF9}\u{FFFB}\u{115F}\u{1160}\u{17B4}\u{2800}\
    \u{3164}\u{FFA0}\u{180B}\u{FE00}\u{FE0F}\u{E0100}\u{1BCA0}\u{1D173}";

/// Tags, private use, what is no character and what is not one yet: the ends of each range.
const NOBODYS: &str = "\
    \u{E0001}\u{E0020}\u{E007F}\u{E000}\u{F8FF}\u{F0000}\u{FFFFD}\u{100000}\u{10FFFD}\
    \u{FDD0}\u{FFFE}\u{FFFF}\u{1FFFE}\u{10FFFF}";

/// C0, DEL and C1.
fn controls() -> impl Iterator<Item = char> {
    ('\0'..='\u{9F}').filter(|c| c.is_control())
}

/// Every one of them.
pub fn all() -> impl Iterator<Item = char> {
    controls().chain(BIDI.chars()).chain(HIDDEN.chars()).chain(NOBODYS.chars())
}

#[test]
fn each_is_one_that_the_grammar_refuses() {
    assert_eq!((controls().count(), BIDI.chars().count()), (32 + 1 + 32, 12));
    for code in all() {
        assert!(!crate::grammar::is_text(code, 'a'), "U+{:04X}", u32::from(code));
    }
}
