//! What must stand in the bytes of a file where something can be found: judged without decoding.
//!
//! A needle is looked for in text that was decoded, made safe and brought into NFC, and compared
//! without case, joiners and the script of digits. None of that puts letters together that stood
//! apart, so a run of letters that none of it changes stands in the bytes as well, but for:
//!
//! * escapes of a letter, joiners, and the Kelvin sign, which is a `k` in NFC: [`is_odd`];
//! * `<U+202E>` and `<+19>`, which stand for what nobody can see, and Bengali digits: letters from `g`
//!   on are in none of them, and of a run without such a letter it is said where they may stand:
//!   [`is_doubtful`];
//! * what NFC takes apart or puts together: Bengali letters that may carry a nukta are not the last
//!   of a run, a virama is neither first nor last, and signs made of two are in none.

use aho_corasick::packed::Searcher;
use memchr::memmem::Finder;

/// The Kelvin sign, and the joiners: bytes behind `E2`.
const ODD: [[u8; 2]; 3] = [[0x84, 0xAA], [0x80, 0x8C], [0x80, 0x8D]];
/// So many letters are looked for at once in either case.
const WINDOW: usize = 3;
/// Of a cluster in a shorter run of bytes beyond ASCII no two digits of characters are left out.
const RUN: usize = 40;
/// So many bytes of ASCII are passed over at once.
const STEP: usize = 16;

/// A part of a needle that must stand in the bytes.
#[derive(Debug, Clone)]
pub struct Scent(Kind);

#[derive(Debug, Clone)]
enum Kind {
    Word(Word),
    /// Without a letter from `g` on.
    Doubtful(Word),
    Bengali(Finder<'static>),
}

/// ASCII letters and digits, whatever their case.
#[derive(Debug, Clone)]
struct Word {
    small: String,
    /// The place of those that are looked for first.
    at: usize,
    searcher: Option<Searcher>,
}

impl Scent {
    /// The longest part that can be judged; none if there is no such part.
    pub(super) fn new(folded: &str) -> Option<Self> {
        // A dotted capital in the file.
        let folded = &*folded.replace("i\u{307}", " ");
        let word = longest(folded, |c| c.is_ascii_lowercase(), is_certain);
        let bengali = longest(folded, is_stable, |_| true).map(trimmed).unwrap_or_default();
        let kind = match word {
            Some(word) if word.len() >= bengali.len() => Kind::Word(Word::new(word)),
            _ if !bengali.is_empty() => Kind::Bengali(Finder::new(bengali).into_owned()),
            _ => {
                let is = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
                Kind::Doubtful(Word::new(longest(folded, is, |word| word.len() > 1)?))
            }
        };
        Some(Self(kind))
    }

    /// Where it stands first in bytes without odd ones.
    pub fn find(&self, bytes: &[u8]) -> Option<usize> {
        match &self.0 {
            Kind::Word(word) | Kind::Doubtful(word) => word.find(bytes),
            Kind::Bengali(finder) => finder.find(bytes),
        }
    }

    /// Whether it may stand in the text of doubtful bytes that do not have it.
    pub fn is_doubtful(&self) -> bool {
        matches!(self.0, Kind::Doubtful(_))
    }
}

impl Word {
    fn new(small: &str) -> Self {
        let at = rarest(small.as_bytes());
        let window = &small.as_bytes()[at..small.len().min(at + WINDOW)];
        Self { small: small.to_owned(), at, searcher: searcher(window) }
    }

    fn find(&self, bytes: &[u8]) -> Option<usize> {
        let word = self.small.as_bytes();
        let first = *word.get(self.at)?;
        let large = first.to_ascii_uppercase();
        let mut from = self.at;
        loop {
            let rest = bytes.get(from..)?;
            let quick = self.searcher.as_ref().filter(|one| rest.len() >= one.minimum_len());
            let found = match quick {
                Some(searcher) => searcher.find(rest)?.start(),
                None => memchr::memchr2(first, large, rest)?,
            };
            let start = from + found - self.at;
            let here = bytes.get(start..start + word.len());
            if here.is_some_and(|here| here.eq_ignore_ascii_case(word)) {
                return Some(start);
            }
            from += found + 1;
        }
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

/// Whether the text of some bytes may have letters and digits that are not in the bytes: Bengali
/// digits, and what stands for characters that nobody can see or for the rest of a long cluster.
pub fn is_doubtful(bytes: &[u8]) -> bool {
    if bytes.is_ascii() {
        return false;
    }
    let mut run = 0;
    let mut at = 0;
    while let Some(&lead) = bytes.get(at) {
        if bytes.get(at..at + STEP).is_some_and(<[u8]>::is_ascii) {
            (at, run) = (at + STEP, 0);
            continue;
        }
        let next = |by: usize| bytes.get(at + by).copied().unwrap_or_default();
        let length = match (lead, next(1), next(2)) {
            (..0x80, ..) => 1,
            (0xC2, 0xA1..=0xAC | 0xAE..=0xBF, _) | (0xC3, ..) => 2,
            (0xE0, second, third) if is_stable_tail(second, third) => 3,
            // The dashes and quotation marks.
            (0xE2, 0x80, 0x90..=0xA7) => 3,
            _ => return true,
        };
        // NFC makes two characters of these.
        let is_two = matches!((next(1), next(2)), (0xA7, 0x9C | 0x9D | 0x9F));
        run = if length == 1 { 0 } else { run + length * if is_two { 2 } else { 1 } };
        if run > RUN {
            return true;
        }
        at += length;
    }
    false
}

/// The last two bytes of a Bengali letter or sign, or of a danda, that says nothing but itself.
fn is_stable_tail(second: u8, third: u8) -> bool {
    match second {
        0xA5 => matches!(third, 0xA4 | 0xA5),
        0xA6 => matches!(
            third,
            0x81..=0x83
                | 0x85..=0x8C
                | 0x8F
                | 0x90
                | 0x93..=0xA8
                | 0xAA..=0xB0
                | 0xB2
                | 0xB6..=0xB9
                | 0xBC
                | 0xBE
                | 0xBF
        ),
        0xA7 => matches!(
            third,
            0x80..=0x84 | 0x87 | 0x88 | 0x8B..=0x8E | 0x97 | 0x9C | 0x9D | 0x9F
        ),
        _ => false,
    }
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
    /// From the most frequent to the rarest in English, and digits as what stands in times.
    const ORDER: &[u8] = b"0123e456789taoinsrhldcumfpgwybvkxjqz";
    let rank = |letter: &u8| ORDER.iter().position(|known| known == letter).unwrap_or_default();
    let sum = |window: &[u8]| window.iter().map(rank).sum::<usize>();
    let windows = word.windows(WINDOW).enumerate();
    windows.max_by_key(|(_, window)| sum(window)).map_or(0, |(at, _)| at)
}

/// What finds letters in any case.
fn searcher(letters: &[u8]) -> Option<Searcher> {
    let mut cases = vec![Vec::new()];
    for letter in letters {
        let mut both = vec![*letter, letter.to_ascii_uppercase()];
        both.dedup();
        let with = |letter: u8| {
            cases.iter().map(move |case: &Vec<u8>| [case.as_slice(), &[letter]].concat())
        };
        cases = both.into_iter().flat_map(with).collect();
    }
    Searcher::new(cases)
}
