//! Moments and zones; the only module that names the time crates.
//!
//! A [`Time`] is milliseconds since 1970, so that no arithmetic can panic: additions saturate at
//! the years 1 and 9999. Zones and the calendar are chrono's and chrono-tz's.

mod stamp;

use std::fmt;

use chrono::{DateTime, Datelike, FixedOffset, NaiveDateTime, Offset, TimeZone, Timelike, Utc};
use chrono_tz::{OffsetName, Tz};

pub use stamp::{Stamp, StampError, parse_length, parse_rfc2822, parse_stamp};

/// A moment, in milliseconds since 1970-01-01T00:00:00Z; between the years 1 and 9999.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Time(i64);

impl Time {
    /// 0001-01-01T00:00:00Z.
    pub const MIN: Self = Self(-62_135_596_800_000);
    /// 9999-12-31T23:59:59.999Z.
    pub const MAX: Self = Self(253_402_300_799_999);

    /// From milliseconds since 1970; `None` outside the years 1 to 9999.
    pub fn from_millis(millis: i64) -> Option<Self> {
        (Self::MIN.0..=Self::MAX.0).contains(&millis).then_some(Self(millis))
    }

    pub fn millis(self) -> i64 {
        self.0
    }

    /// Whole seconds from `earlier` to `self`, negative if it is the other way round.
    pub fn since(self, earlier: Self) -> i64 {
        (self.0 - earlier.0).div_euclid(1_000)
    }

    /// `seconds` later (or earlier), at most to the ends of the calendar.
    #[must_use]
    pub fn plus_seconds(self, seconds: i64) -> Self {
        self.plus_millis(seconds.saturating_mul(1_000))
    }

    /// `millis` later (or earlier), at most to the ends of the calendar.
    #[must_use]
    pub fn plus_millis(self, millis: i64) -> Self {
        Self(self.0.saturating_add(millis).clamp(Self::MIN.0, Self::MAX.0))
    }

    /// RFC 3339 in UTC, with a fraction only where there is one.
    pub fn rfc3339(self) -> String {
        let civil = Zone::UTC.civil(self);
        let fraction = self.0.rem_euclid(1_000);
        let fraction = if fraction == 0 { String::new() } else { format!(".{fraction:03}") };
        format!("{}T{}{fraction}Z", civil.date(), civil.clock())
    }

    fn utc(self) -> NaiveDateTime {
        DateTime::from_timestamp_millis(self.0).unwrap_or_default().naive_utc()
    }
}

/// A moment as a calendar and a clock on the wall show it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Civil {
    pub year: i32,
    pub month: u32,
    pub day: u32,
    pub hour: u32,
    pub minute: u32,
    pub second: u32,
    /// Seconds east of UTC.
    pub offset: i32,
}

impl Civil {
    /// `2021-10-04`.
    pub fn date(&self) -> String {
        format!("{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }

    /// `10-04`.
    pub fn month_and_day(&self) -> String {
        format!("{:02}-{:02}", self.month, self.day)
    }

    /// `21:10:00`.
    pub fn clock(&self) -> String {
        format!("{:02}:{:02}:{:02}", self.hour, self.minute, self.second)
    }

    /// `21:10`.
    pub fn short_clock(&self) -> String {
        format!("{:02}:{:02}", self.hour, self.minute)
    }

    /// Seconds since midnight.
    pub fn second_of_day(&self) -> i64 {
        i64::from(self.hour * 3_600 + self.minute * 60 + self.second)
    }
}

/// Other names of UTC in that database.
const UTC_TOO: [&str; 7] =
    ["Etc/UTC", "Etc/UCT", "Etc/Universal", "Etc/Zulu", "UCT", "Universal", "Zulu"];

/// A time zone: one of the IANA database, or a fixed distance from UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Zone {
    Named(Tz),
    Fixed(FixedOffset),
}

impl Default for Zone {
    fn default() -> Self {
        Self::UTC
    }
}

impl Zone {
    pub const UTC: Self = Self::Named(Tz::UTC);

    /// From an IANA name in any case (`Asia/Kolkata`), `Z`, or an offset (`+05:30`).
    pub fn parse(text: &str) -> Option<Self> {
        if text == "Z" || text == "z" {
            return Some(Self::UTC);
        }
        if let Some(seconds) = stamp::parse_offset(text) {
            return FixedOffset::east_opt(seconds).map(Self::Fixed);
        }
        let name = Self::names().find(|name| name.eq_ignore_ascii_case(text))?;
        if UTC_TOO.contains(&name) {
            return Some(Self::UTC);
        }
        name.parse().ok().map(Self::Named)
    }

    /// The names of the IANA database.
    pub fn names() -> impl Iterator<Item = &'static str> {
        chrono_tz::TZ_VARIANTS.iter().map(|zone| zone.name())
    }

    /// `Asia/Kolkata`, `UTC`, `+05:30`.
    pub fn name(self) -> String {
        match self {
            Self::Named(zone) => zone.name().to_owned(),
            Self::Fixed(offset) => offset_text(offset.local_minus_utc()),
        }
    }

    /// What people call the zone at that moment: `IST`, `UTC`, or the offset where the database
    /// has no letters for it.
    pub fn abbreviation(self, at: Time) -> String {
        match self {
            Self::Fixed(_) => self.name(),
            Self::Named(zone) => {
                let offset = zone.offset_from_utc_datetime(&at.utc());
                match offset.abbreviation() {
                    Some(letters) if letters.starts_with(|c: char| c.is_ascii_alphabetic()) => {
                        letters.to_owned()
                    }
                    _ => offset_text(offset.fix().local_minus_utc()),
                }
            }
        }
    }

    /// `at` as a clock in this zone shows it.
    pub fn civil(self, at: Time) -> Civil {
        let utc = at.utc();
        let offset = match self {
            Self::Named(zone) => zone.offset_from_utc_datetime(&utc).fix(),
            Self::Fixed(offset) => offset,
        };
        let wall = utc.checked_add_offset(offset).unwrap_or(utc);
        Civil {
            year: wall.year(),
            month: wall.month(),
            day: wall.day(),
            hour: wall.hour(),
            minute: wall.minute(),
            second: wall.second(),
            offset: offset.local_minus_utc(),
        }
    }

    /// The day of `at` by the calendar of this zone, counted from 1970.
    pub fn day(self, at: Time) -> i64 {
        let offset = match self {
            Self::Named(zone) => zone.offset_from_utc_datetime(&at.utc()).fix(),
            Self::Fixed(offset) => offset,
        };
        let wall = at.millis() + i64::from(offset.local_minus_utc()) * 1_000;
        wall.div_euclid(86_400_000)
    }

    /// The moments at which a clock in this zone shows `wall`: none in a gap, two in a fold.
    fn moments(self, wall: NaiveDateTime) -> Vec<Time> {
        let found: Vec<DateTime<Utc>> = match self {
            Self::Named(zone) => two(zone.from_local_datetime(&wall)),
            Self::Fixed(offset) => two(offset.from_local_datetime(&wall)),
        };
        found.into_iter().filter_map(|at| Time::from_millis(at.timestamp_millis())).collect()
    }
}

fn two<Z: TimeZone>(result: chrono::MappedLocalTime<DateTime<Z>>) -> Vec<DateTime<Utc>> {
    [result.clone().earliest(), result.latest()]
        .into_iter()
        .flatten()
        .map(|at| at.with_timezone(&Utc))
        .fold(Vec::new(), |mut found, at| {
            if !found.contains(&at) {
                found.push(at);
            }
            found
        })
}

fn offset_text(seconds: i32) -> String {
    let sign = if seconds < 0 { '-' } else { '+' };
    let minutes = seconds.unsigned_abs() / 60;
    format!("{sign}{:02}:{:02}", minutes / 60, minutes % 60)
}

/// Time since the start of the incident: `T+00:29:07`, `T-00:09:00`, `T+101:25:00`, and from a week
/// on with its days, `T+8d05:25:00`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SinceStart(pub i64);

impl SinceStart {
    /// Without the seconds: `T+00:29`; from a week on to the hour, `T+8d05h`, and
    /// from a thousand days on to the day.
    pub fn short(self) -> String {
        let (sign, minutes) = (self.sign(), self.0.unsigned_abs() / 60);
        let (hours, minutes) = (minutes / 60, minutes % 60);
        match hours {
            ..WEEK => format!("T{sign}{hours:02}:{minutes:02}"),
            LONG.. => format!("T{sign}{}d", hours / 24),
            _ => format!("T{sign}{}d{:02}h", hours / 24, hours % 24),
        }
    }

    fn sign(self) -> char {
        if self.0 < 0 { '-' } else { '+' }
    }
}

/// In hours.
const WEEK: u64 = 7 * 24;
const LONG: u64 = 1_000 * 24;

impl fmt::Display for SinceStart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let seconds = self.0.unsigned_abs();
        let (hours, minutes, seconds) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
        write!(f, "T{}", self.sign())?;
        let hours = match hours {
            ..WEEK => hours,
            _ => {
                write!(f, "{}d", hours / 24)?;
                hours % 24
            }
        };
        write!(f, "{hours:02}:{minutes:02}:{seconds:02}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Time {
        parse_stamp(text, Zone::UTC).unwrap().at
    }

    #[test]
    fn the_ends_of_the_calendar_hold() {
        assert_eq!(Time::MIN.rfc3339(), "0001-01-01T00:00:00Z");
        assert_eq!(Time::MAX.rfc3339(), "9999-12-31T23:59:59.999Z");
        assert_eq!(Time::MAX.plus_seconds(i64::MAX), Time::MAX);
        assert_eq!(Time::MIN.plus_seconds(i64::MIN), Time::MIN);
        assert_eq!(Time::from_millis(i64::MAX), None);
        let zone = Zone::parse("Pacific/Kiritimati").unwrap();
        assert_eq!(zone.civil(Time::MAX).year, 10_000);
    }

    #[test]
    fn half_hour_zones() {
        let kolkata = Zone::parse("asia/kolkata").unwrap();
        let civil = kolkata.civil(at("2021-10-04T15:40:00Z"));
        assert_eq!((civil.short_clock().as_str(), civil.offset), ("21:10", 19_800));
        assert_eq!(kolkata.abbreviation(at("2021-10-04T15:40:00Z")), "IST");
        assert_eq!(Zone::parse("+05:30").unwrap().name(), "+05:30");
        let dhaka = Zone::parse("Asia/Dhaka").unwrap();
        assert_eq!(dhaka.abbreviation(at("2021-10-04T15:40:00Z")), "+06:00");
        assert_eq!(Zone::parse("Mars/Phobos"), None);
        let (before, midnight) = (at("1969-12-31T18:29:59Z"), at("1969-12-31T18:30:00Z"));
        assert_eq!((kolkata.day(before), kolkata.day(midnight)), (-1, 0));
    }

    #[test]
    fn time_since_the_start() {
        assert_eq!(SinceStart(1_747).to_string(), "T+00:29:07");
        assert_eq!(SinceStart(-540).short(), "T-00:09");
        assert_eq!(SinceStart(365_100).to_string(), "T+101:25:00");
        let days = SinceStart(8 * 86_400 + 19_507);
        assert_eq!((days.to_string(), days.short()), ("T+8d05:25:07".into(), "T+8d05h".into()));
        assert_eq!(SinceStart(-1_488 * 86_400 - 1).short(), "T-1488d");
        for seconds in [-604_800, -1, 0, 365_100, days.0] {
            let written = SinceStart(seconds).to_string();
            assert_eq!(parse_length(&written[1..]), Some(seconds), "{written}");
        }
    }
}
