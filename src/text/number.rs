//! Numbers and lengths of time as a reader of the language writes them.

use super::{Lang, Msg};

/// Which digits counts and lengths are written in. Clock times and T+ are always Latin: people
/// search for them and paste them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Digits {
    /// The digits of the language of the interface.
    #[default]
    Auto,
    Latin,
    Bengali,
}

impl Digits {
    pub const ALL: [Self; 3] = [Self::Auto, Self::Latin, Self::Bengali];

    /// The word on the command line.
    pub fn word(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Latin => "latin",
            Self::Bengali => "bengali",
        }
    }

    /// From its word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|digits| digits.word() == word)
    }
}

/// A language and its digits: everything needed to say something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Words {
    pub lang: Lang,
    pub digits: Digits,
}

impl Words {
    pub fn new(lang: Lang) -> Self {
        Self { lang, digits: Digits::Auto }
    }

    /// A message without slots.
    pub fn say(self, msg: Msg) -> &'static str {
        msg.text(self.lang)
    }

    /// A message with its slots `{0}`, `{1}` … filled.
    pub fn fill(self, msg: Msg, args: &[&str]) -> String {
        let mut out = String::new();
        let mut rest = self.say(msg);
        while let Some((before, slot, after)) = next_slot(rest) {
            out.push_str(before);
            out.push_str(args.get(slot).copied().unwrap_or_default());
            rest = after;
        }
        out + rest
    }

    /// `one` for exactly one (in Bengali for zero too, as CLDR has it), else `many`; both may
    /// hold the count as `{0}`.
    pub fn count(self, n: usize, one: Msg, many: Msg) -> String {
        let singular = n == 1 || (n == 0 && self.lang == Lang::Bn);
        self.fill(if singular { one } else { many }, &[&self.number(n as u64)])
    }

    /// A whole number, grouped: 1,234,567 or ১২,৩৪,৫৬৭.
    pub fn number(self, n: u64) -> String {
        let plain = n.to_string();
        let mut grouped = String::new();
        for (index, digit) in plain.chars().enumerate() {
            let left = plain.len() - index;
            let border = match self.lang {
                Lang::En => left.is_multiple_of(3),
                Lang::Bn => left == 3 || (left > 3 && left % 2 == 1),
            };
            if index > 0 && border {
                grouped.push(',');
            }
            grouped.push(digit);
        }
        self.digits(&grouped)
    }

    /// `text` with its Latin digits in the digits of these words.
    pub fn digits(self, text: &str) -> String {
        let bengali = match self.digits {
            Digits::Auto => self.lang == Lang::Bn,
            Digits::Latin => false,
            Digits::Bengali => true,
        };
        if !bengali {
            return text.to_owned();
        }
        text.chars()
            .map(|c| c.to_digit(10).and_then(|d| char::from_u32(u32::from('০') + d)).unwrap_or(c))
            .collect()
    }

    /// A length of time in its two largest units: `6 h 31 min`, `37 min 18 s`, `৬ ঘ ৩১ মি`.
    /// The sign is dropped; what a negative length means is for the caller to say.
    pub fn duration(self, seconds: i64) -> String {
        two_largest(seconds)
            .map(|(n, unit)| format!("{} {}", self.number(n), self.say(UNITS[unit])))
            .join(" ")
    }

    /// The same to be read aloud: `6 hours 31 minutes`, `৬ ঘণ্টা ৩১ মিনিট`.
    pub fn spoken_duration(self, seconds: i64) -> String {
        let spoken =
            |(n, unit): (u64, usize)| self.count(n as usize, SPOKEN[unit].0, SPOKEN[unit].1);
        two_largest(seconds).map(spoken).join(" ")
    }

    /// [`Self::duration`] with its sign: `-12 min`.
    pub fn signed_duration(self, seconds: i64) -> String {
        format!("{}{}", if seconds < 0 { "-" } else { "" }, self.duration(seconds))
    }

    /// [`Self::duration`] for narrow columns, to the minute from ten minutes on: `6h31m`, `25m`, `৬ঘ৩১মি`.
    pub fn compact_duration(self, seconds: i64) -> String {
        let seconds = if seconds.unsigned_abs() < 600 { seconds } else { seconds / 60 * 60 };
        two_largest(seconds)
            .map(|(n, unit)| format!("{}{}", self.number(n), self.say(COMPACT[unit])))
            .concat()
    }
}

const UNITS: [Msg; 4] = [Msg::UnitDay, Msg::UnitHour, Msg::UnitMinute, Msg::UnitSecond];
const COMPACT: [Msg; 4] =
    [Msg::CompactDay, Msg::CompactHour, Msg::CompactMinute, Msg::CompactSecond];

/// Of one, and of many.
const SPOKEN: [(Msg, Msg); 4] = [
    (Msg::SpokenDay, Msg::SpokenDays),
    (Msg::SpokenHour, Msg::SpokenHours),
    (Msg::SpokenMinute, Msg::SpokenMinutes),
    (Msg::SpokenSecond, Msg::SpokenSeconds),
];

/// The largest unit and the next, where that is not zero; of whole days the minutes.
fn two_largest(seconds: i64) -> Parts {
    let seconds = seconds.unsigned_abs();
    let counts = [seconds / 86_400, seconds / 3_600 % 24, seconds / 60 % 60, seconds % 60];
    let first = counts.iter().position(|n| *n > 0).unwrap_or(3);
    let next = if first == 0 && counts[1] == 0 { 2 } else { first + 1 };
    let is_told = |index: &usize| counts.get(*index).is_some_and(|n| *n > 0);
    let second = Some(next).filter(is_told);
    let parts = std::iter::once(first).chain(second);
    Parts(parts.map(|index| (counts[index], index)).collect())
}

/// Numbers, and units by their places in [`UNITS`].
struct Parts(Vec<(u64, usize)>);

impl Parts {
    fn map(self, show: impl Fn((u64, usize)) -> String) -> Vec<String> {
        self.0.into_iter().map(show).collect()
    }
}

/// Splits at the first `{N}`: the text before, N, the text after.
fn next_slot(text: &str) -> Option<(&str, usize, &str)> {
    let open = text.find('{')?;
    let close = open + text[open..].find('}')?;
    let slot = text[open + 1..close].parse().ok()?;
    Some((&text[..open], slot, &text[close + 1..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    const EN: Words = Words { lang: Lang::En, digits: Digits::Auto };
    const BN: Words = Words { lang: Lang::Bn, digits: Digits::Auto };

    #[test]
    fn lengths() {
        for (seconds, en, bn) in [
            (0, "0 s", "০ সে"),
            (59, "59 s", "৫৯ সে"),
            (2_880, "48 min", "৪৮ মি"),
            (2_238, "37 min 18 s", "৩৭ মি ১৮ সে"),
            (23_460, "6 h 31 min", "৬ ঘ ৩১ মি"),
            (3_605, "1 h", "১ ঘ"),
            (363_600, "4 d 5 h", "৪ দিন ৫ ঘ"),
            (87_060, "1 d 11 min", "১ দিন ১১ মি"),
            (86_403, "1 d", "১ দিন"),
        ] {
            assert_eq!(EN.duration(seconds), en);
            assert_eq!(BN.duration(seconds), bn);
        }
        assert_eq!(EN.duration(i64::MIN).split(' ').count(), 4);
    }

    #[test]
    fn groups_as_the_language_does() {
        assert_eq!(EN.number(1_234_567), "1,234,567");
        assert_eq!(BN.number(1_234_567), "১২,৩৪,৫৬৭");
        assert_eq!(Words { digits: Digits::Latin, ..BN }.number(1_234_567), "12,34,567");
        assert_eq!(EN.number(0), "0");
    }

    #[test]
    fn slots_are_filled_by_number() {
        assert_eq!(next_slot("{0} of {1}"), Some(("", 0, " of {1}")));
        assert_eq!(next_slot("none"), None);
    }
}
