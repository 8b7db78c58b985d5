//! The time at the beginning of a line: `14:02 -`, `~00:05 UTC:`, `**2026-03-01 14:02**`,
//! `00:12–00:20`, `T+12m`.

/// Words after a time that name a zone, though most of them name more than one; any other word
/// in capitals is a part of the text.
const ZONES: [&str; 27] = [
    "UTC", "GMT", "Z", "PT", "PST", "PDT", "MST", "MDT", "CST", "CDT", "ET", "EST", "EDT", "BST",
    "IST", "WET", "WEST", "CET", "CEST", "EET", "EEST", "MSK", "SGT", "JST", "KST", "AEST", "AEDT",
];

/// What stands at the beginning of a line.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Stamp {
    /// `2026-03-01`, where the line names it.
    pub(super) day: Option<String>,
    /// `14:02` or `14:02:30`; or `T+12m`.
    pub(super) clock: String,
    pub(super) until: Option<String>,
    /// The word after the time, or an offset.
    pub(super) zone: Option<String>,
    pub(super) about: bool,
}

/// Marks around a time that say nothing about it.
const AROUND: [char; 6] = ['*', '`', '[', ']', '_', ' '];

/// The time, and the text that follows it.
pub(super) fn read(line: &str) -> Option<(Stamp, &str)> {
    let mut scan = Scan { rest: line };
    let mut stamp = Stamp::default();
    scan.skip(&AROUND);
    scan.skip(&['(']);
    stamp.about = scan.skip(&['~', '≈']);
    stamp.day = scan.day();
    if stamp.day.is_some() {
        scan.skip(&['T', ' ', ',']);
    }
    stamp.clock = match scan.clock() {
        Some(clock) => clock,
        None if stamp.day.is_none() => scan.since_start()?,
        None => return None,
    };
    let before = scan.rest;
    scan.skip(&[' ']);
    if scan.skip(&['-', '–', '—']) {
        scan.skip(&[' ', '~']);
        stamp.until = scan.clock();
    }
    if stamp.until.is_none() {
        scan.rest = before;
    }
    stamp.zone = scan.zone();
    let rest = scan.rest.trim_start_matches(AROUND).trim_start_matches(')');
    let rest = rest.trim_start_matches(AROUND).trim_start_matches(['-', '–', '—', ':', '|', '→']);
    // Without anything between them, 14:02th or 14:02.5 are no times of day.
    let follows = scan.rest.chars().next();
    let is_apart = follows.is_none_or(|c| !c.is_alphanumeric() && c != '.' && c != '%');
    is_apart.then(|| (stamp, rest.trim()))
}

struct Scan<'t> {
    rest: &'t str,
}

impl Scan<'_> {
    fn skip(&mut self, marks: &[char]) -> bool {
        let rest = self.rest.trim_start_matches(marks);
        let moved = rest.len() < self.rest.len();
        self.rest = rest;
        moved
    }

    fn digits(text: &str, count: std::ops::RangeInclusive<usize>) -> Option<(&str, &str)> {
        let end = text.bytes().position(|b| !b.is_ascii_digit()).unwrap_or(text.len());
        count.contains(&end).then(|| text.split_at(end))
    }

    /// `2026-03-01`.
    fn day(&mut self) -> Option<String> {
        let (year, rest) = Self::digits(self.rest, 4..=4)?;
        let (month, rest) = Self::digits(rest.strip_prefix(['-', '/'])?, 2..=2)?;
        let (day, rest) = Self::digits(rest.strip_prefix(['-', '/'])?, 2..=2)?;
        self.rest = rest;
        Some(format!("{year}-{month}-{day}"))
    }

    /// `14:02`, `9:05:10`, `2:30 pm`, as 24 hours.
    fn clock(&mut self) -> Option<String> {
        let (hour, rest) = Self::digits(self.rest, 1..=2)?;
        let (minute, mut rest) = Self::digits(rest.strip_prefix(':')?, 2..=2)?;
        let mut second = String::new();
        if let Some((digits, after)) = rest.strip_prefix(':').and_then(|r| Self::digits(r, 2..=2)) {
            second = format!(":{digits}");
            rest = after;
        }
        let mut hour: u32 = hour.parse().ok()?;
        let half = rest.trim_start();
        let named = |word: &str| half.get(..2).is_some_and(|two| two.eq_ignore_ascii_case(word));
        if named("am") || named("pm") {
            hour = hour % 12 + if named("pm") { 12 } else { 0 };
            rest = &half[2..];
        }
        self.rest = rest;
        Some(format!("{hour:02}:{minute}{second}"))
    }

    /// `T+12m`.
    fn since_start(&mut self) -> Option<String> {
        let rest = self.rest.strip_prefix(['T', 't'])?;
        let length = rest.strip_prefix(['+', '-'])?;
        let end = length
            .find(|c: char| !c.is_ascii_digit() && !matches!(c, 'd' | 'h' | 'm' | 's' | ':'))
            .unwrap_or(length.len());
        let clock = format!("T{}", &rest[..=end]);
        self.rest = &length[end..];
        Some(clock)
    }

    /// `UTC`, `(PDT)`, `+05:30`, `Z`.
    fn zone(&mut self) -> Option<String> {
        let rest = self.rest.trim_start_matches([' ', '(']);
        let is_offset = rest.starts_with(['+', '-'])
            && rest.len() >= 6
            && rest.is_char_boundary(6)
            && rest[1..6].bytes().all(|b| b.is_ascii_digit() || b == b':');
        let end = if is_offset {
            6
        } else {
            rest.find(|c: char| !c.is_ascii_uppercase()).unwrap_or(rest.len())
        };
        let after = rest[end..].chars().next();
        let is_word = after.is_none_or(|c| !c.is_alphanumeric());
        let is_zone = is_offset || ZONES.contains(&&rest[..end]);
        if !is_zone || !is_word {
            return None;
        }
        let zone = rest[..end].to_owned();
        self.rest = rest[end..].trim_start_matches(')');
        Some(zone)
    }
}

/// A day named in a heading: `2026-03-01`, `1 March 2026`, `March 1st, 2026`.
pub(super) fn day_in(text: &str) -> Option<String> {
    let words: Vec<&str> = text
        .split(|c: char| !c.is_alphanumeric() && c != '-' && c != '/')
        .filter(|word| !word.is_empty())
        .collect();
    let whole = words.iter().find_map(|word| Scan { rest: word }.day());
    whole.or_else(|| words.windows(3).find_map(spelt))
}

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

fn spelt(words: &[&str]) -> Option<String> {
    let &[first, second, year] = words else { return None };
    let month = |word: &str| {
        let start = word.get(..3)?.to_ascii_lowercase();
        MONTHS.iter().position(|name| *name == start).map(|index| index + 1)
    };
    let number = |word: &str| {
        let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        digits.parse::<u32>().ok().filter(|day| (1..=31).contains(day))
    };
    let year: u32 = year.parse().ok().filter(|year| (1900..=2200).contains(year))?;
    let (month, day) = match (month(first), month(second)) {
        (Some(month), None) => (month, number(second)?),
        (None, Some(month)) => (month, number(first)?),
        _ => return None,
    };
    Some(format!("{year:04}-{month:02}-{day:02}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn beginnings_of_lines() {
        for (line, clock, until, zone, text) in [
            ("14:02 - Alert", "14:02", None, None, "Alert"),
            ("~00:05 UTC: page", "00:05", None, Some("UTC"), "page"),
            ("**9:05:10** down", "09:05:10", None, None, "down"),
            ("`14:02` – x", "14:02", None, None, "x"),
            ("00:12–00:20 UTC - Rollback", "00:12", Some("00:20"), Some("UTC"), "Rollback"),
            ("2:30 pm (PDT): x", "14:30", None, Some("PDT"), "x"),
            ("T+12m failover", "T+12m", None, None, "failover"),
            ("14:02 DNS fails", "14:02", None, None, "DNS fails"),
            ("14:02+05:30 x", "14:02", None, Some("+05:30"), "x"),
        ] {
            let (stamp, rest) = read(line).unwrap();
            assert_eq!((stamp.clock.as_str(), rest), (clock, text), "{line}");
            assert_eq!((stamp.until.as_deref(), stamp.zone.as_deref()), (until, zone), "{line}");
        }
        for line in ["text", "14:2 x", "1402", "T+", "3:4", "2026-03-01", "14:02.5 s", ""] {
            assert!(read(line).is_none_or(|(stamp, _)| stamp.clock == "T+"), "{line}");
        }
    }

    #[test]
    fn days() {
        for text in ["## 2026-03-01", "Sunday, 1 March 2026", "March 1st, 2026 (UTC)"] {
            assert_eq!(day_in(text).as_deref(), Some("2026-03-01"), "{text}");
        }
        assert_eq!(day_in("Timeline of 2026"), None);
    }
}
