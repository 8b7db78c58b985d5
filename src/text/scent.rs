//! What must stand in the bytes of a file where something can be found: judged without decoding.
//!
//! A needle is looked for in text that was decoded, made safe and brought into NFC, and compared
//! without case, joiners and the script of digits. None of that puts letters together that stood
//! apart, so a run of letters that none of it changes stands in the bytes as well, but for:
//!
//! * escapes of a letter, joiners, and the Kelvin sign, which is a `k` in NFC: the [`is_odd`] bytes;
//! * `<U+202E>` and `<+9>`, which stand for what nobody can see: letters from `g` on are not in
//!   them, and a run without such a letter is judged only where all is ASCII;
//! * Bengali digits, likewise;
//! * what NFC takes apart or puts together: letters that may carry a nukta are not the last of a
//!   run, a virama is neither first nor last, and signs made of two are in none.

use aho_corasick::packed::Searcher;
use memchr::memmem::Finder;

/// The Kelvin sign, and the joiners: bytes behind `E2`.
const ODD: [[u8; 2]; 3] = [[0x84, 0xAA], [0x80, 0x8C], [0x80, 0x8D]];
/// So many letters are looked for at once in either case.
const WINDOW: usize = 3;

/// A part of a needle that must stand in the bytes.
#[derive(Debug, Clone)]
pub struct Scent(Kind);

#[derive(Debug, Clone)]
enum Kind {
    /// ASCII letters in small, the place of those that are looked for first, and how.
    Letters(String, usize, Option<Searcher>),
    /// ASCII letters and digits that may come from elsewhere where not all is ASCII.
    Doubtful(String),
    Bengali(Finder<'static>),
}

impl Scent {
    /// The longest part that can be judged; none if there is no such part.
    pub(super) fn new(folded: &str) -> Option<Self> {
        let letters = longest(folded, |c| c.is_ascii_lowercase(), is_certain);
        let bengali = longest(folded, is_stable, |_| true).map(trimmed).unwrap_or_default();
        let doubtful = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
        let kind = match letters {
            Some(word) if word.len() >= bengali.len() => {
                let at = rarest(word.as_bytes());
                let searcher = searcher(&word.as_bytes()[at..word.len().min(at + WINDOW)]);
                Kind::Letters(word.to_owned(), at, searcher)
            }
            _ if !bengali.is_empty() => Kind::Bengali(Finder::new(bengali).into_owned()),
            _ => Kind::Doubtful(longest(folded, doubtful, |word| word.len() > 1)?.to_owned()),
        };
        Some(Self(kind))
    }

    /// Where it stands first in bytes without odd ones.
    pub fn find(&self, bytes: &[u8]) -> Option<usize> {
        match &self.0 {
            Kind::Letters(word, at, searcher) => letters(word.as_bytes(), *at, searcher.as_ref(), bytes),
            Kind::Doubtful(word) => letters(word.as_bytes(), 0, None, bytes),
            Kind::Bengali(finder) => finder.find(bytes),
        }
    }

    /// Whether it may stand in the text of bytes without it that are not all ASCII.
    pub fn is_doubtful(&self) -> bool {
        matches!(self.0, Kind::Doubtful(_))
    }
}

/// Whether the text of some bytes of YAML or JSON may have letters together that stand apart in
/// the bytes.
pub fn is_odd(bytes: &[u8]) -> bool {
    memchr::memchr2_iter(b'\\', 0xE2, bytes).any(|at| {
        let rest = &bytes[at + 1..];
        match bytes[at] {
            // Between these two there was something in the text as well.
            b'\\' => !matches!(rest.first(), Some(b'n' | b'r' | b't' | b'"' | b'/')),
            _ => ODD.iter().any(|odd| rest.starts_with(odd)),
        }
    })
}

/// The longest run of some characters, if it is good.
fn longest(text: &str, is: fn(char) -> bool, good: fn(&str) -> bool) -> Option<&str> {
    let runs = text.split(|c| !is(c)).filter(|run| !run.is_empty() && good(run));
    runs.max_by_key(|run| run.len())
}

/// Whether a word can be no part of what stands for a character that nobody can see.
fn is_certain(word: &str) -> bool {
    word.len() > 1 && word.bytes().any(|byte| byte > b'f' && byte != b'u')
}

/// Bengali letters and signs that NFC leaves as they are, save at the ends of a run.
fn is_stable(c: char) -> bool {
    matches!(
        c,
        '\u{981}'..='\u{983}'
            | '\u{985}'..='\u{98C}'
            | '\u{98F}'
            | '\u{990}'
            | '\u{993}'..='\u{9A8}'
            | '\u{9AA}'..='\u{9B0}'
            | '\u{9B2}'
            | '\u{9B6}'..='\u{9B9}'
            | '\u{9BE}'..='\u{9C4}'
            | '\u{9C7}'
            | '\u{9C8}'
            | '\u{9CD}'
            | '\u{9CE}'
    )
}

/// Without a virama at either end, and without a last letter that may carry a nukta.
fn trimmed(run: &str) -> &str {
    let run = run.trim_start_matches('\u{9CD}');
    run.trim_end_matches(['\u{9CD}', 'ড', 'ঢ', 'য'])
}

/// Where the letters stand that are rarest together.
fn rarest(word: &[u8]) -> usize {
    /// From the most frequent to the rarest in English.
    const ORDER: &[u8; 26] = b"etaoinsrhldcumfpgwybvkxjqz";
    let rank = |letter: &u8| ORDER.iter().position(|known| known == letter).unwrap_or_default();
    let sum = |window: &[u8]| window.iter().map(rank).sum::<usize>();
    let windows = word.windows(WINDOW).enumerate();
    windows.max_by_key(|(_, window)| sum(window)).map_or(0, |(at, _)| at)
}

/// What finds letters in any case.
fn searcher(letters: &[u8]) -> Option<Searcher> {
    let mut cases = vec![Vec::new()];
    for letter in letters {
        cases = [letter.to_ascii_lowercase(), letter.to_ascii_uppercase()]
            .iter()
            .flat_map(|letter| cases.iter().map(|case| [case.as_slice(), &[*letter]].concat()))
            .collect();
    }
    Searcher::new(cases)
}

/// Where a word stands in bytes, whatever its case; `searcher` finds the letters from `at` on.
fn letters(word: &[u8], at: usize, searcher: Option<&Searcher>, bytes: &[u8]) -> Option<usize> {
    let first = *word.get(at)?;
    let (small, large) = (first.to_ascii_lowercase(), first.to_ascii_uppercase());
    let mut from = at;
    loop {
        let rest = bytes.get(from..)?;
        let found = match searcher.filter(|searcher| rest.len() >= searcher.minimum_len()) {
            Some(searcher) => searcher.find(rest)?.start(),
            None => memchr::memchr2(small, large, rest)?,
        };
        let start = from + found - at;
        let here = bytes.get(start..start + word.len());
        if here.is_some_and(|here| here.eq_ignore_ascii_case(word)) {
            return Some(start);
        }
        from += found + 1;
    }
}
