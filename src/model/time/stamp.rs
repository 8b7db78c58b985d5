//! Reading what people write for a moment.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

use super::{Time, Zone};
use crate::text::fold_digits;

/// A moment read from text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp {
    pub at: Time,
    /// Written as second 60 and read as the second before.
    pub leap: bool,
}

/// Why a text is not one moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StampError {
    /// Not in a form that is read.
    Shape,
    /// 31 February, 25:00.
    NoSuchDate,
    /// The clocks of the zone jumped over it.
    Gap,
    /// The clocks of the zone showed it twice: both moments.
    Fold(Time, Time),
    /// Outside the years 1 to 9999.
    OutOfRange,
}

/// Reads RFC 3339 (`2021-10-04T15:40:00Z`; a blank for the `T`, a fraction, no seconds are fine)
/// and the same without an offset, in `zone`; a date alone is its midnight.
pub fn parse_stamp(text: &str, zone: Zone) -> Result<Stamp, StampError> {
    match usual(text.as_bytes()) {
        Some(at) => Ok(Stamp { at, leap: false }),
        None => parse_any(text, zone),
    }
}

/// `2021-10-04T15:40:00Z`, as most programs write it.
fn usual(text: &[u8]) -> Option<Time> {
    let marks = [(4, b'-'), (7, b'-'), (10, b'T'), (13, b':'), (16, b':'), (19, b'Z')];
    let is_usual = text.len() == 20 && marks.iter().all(|&(at, mark)| text[at] == mark);
    is_usual.then_some(())?;
    let number = |from: usize, to: usize| {
        text[from..to].iter().try_fold(0_u32, |number, digit| {
            digit.is_ascii_digit().then(|| number * 10 + u32::from(digit - b'0'))
        })
    };
    let year = number(0, 4).filter(|year| *year > 0)?;
    let date = NaiveDate::from_ymd_opt(year as i32, number(5, 7)?, number(8, 10)?)?;
    let wall = date.and_hms_opt(number(11, 13)?, number(14, 16)?, number(17, 19)?)?;
    Time::from_millis(wall.and_utc().timestamp_millis())
}

fn parse_any(text: &str, zone: Zone) -> Result<Stamp, StampError> {
    let text = text.trim();
    let folded = (!text.is_ascii()).then(|| fold_digits(text));
    let text = folded.as_deref().unwrap_or(text);
    let date = text.get(..10).ok_or(StampError::Shape)?;
    let rest = &text[10..];
    let (wall, leap, zone) = if rest.is_empty() {
        (midnight(date)?, false, zone)
    } else {
        let rest = rest.strip_prefix(['T', 't', ' ', '_']).ok_or(StampError::Shape)?.trim_start();
        let (clock, zone) = split_zone(rest, zone)?;
        let (time, leap) = parse_clock(clock)?;
        (midnight(date)?.date().and_time(time), leap, zone)
    };
    let moments = match *zone.moments(wall).as_slice() {
        [at] => Ok(at),
        [a, b, ..] => Err(StampError::Fold(a, b)),
        [] if is_in_gap(wall, zone) => Err(StampError::Gap),
        [] => Err(StampError::OutOfRange),
    };
    moments.map(|at| Stamp { at, leap })
}

/// Reads the stamps of mail and of feeds: `Sun, 01 Mar 2026 10:00:00 +0000`.
pub fn parse_rfc2822(text: &str) -> Option<Time> {
    let at = chrono::DateTime::parse_from_rfc2822(text.trim()).ok()?;
    Time::from_millis(at.timestamp_millis())
}

/// A wall time that no moment shows, while the same time of the days around it is shown.
fn is_in_gap(wall: NaiveDateTime, zone: Zone) -> bool {
    [-1, 1].iter().all(|days| {
        wall.checked_add_signed(TimeDelta::days(*days))
            .is_some_and(|near| !zone.moments(near).is_empty())
    })
}

fn midnight(date: &str) -> Result<NaiveDateTime, StampError> {
    let mut parts = date.split('-');
    let mut number = |width| {
        let part = parts.next().filter(|part| part.len() == width);
        part.filter(|part| part.bytes().all(|b| b.is_ascii_digit()))
            .and_then(|part| part.parse::<u32>().ok())
            .ok_or(StampError::Shape)
    };
    let (year, month, day) = (number(4)?, number(2)?, number(2)?);
    let year = i32::try_from(year).map_err(|_| StampError::OutOfRange)?;
    if year == 0 {
        return Err(StampError::OutOfRange);
    }
    NaiveDate::from_ymd_opt(year, month, day)
        .map(|date| date.and_time(NaiveTime::MIN))
        .ok_or(StampError::NoSuchDate)
}

/// Splits `15:40:00+05:30` into its clock and its zone.
fn split_zone(text: &str, default: Zone) -> Result<(&str, Zone), StampError> {
    let utc = ["UTC", "utc", "GMT", "Z", "z"].into_iter().find_map(|end| text.strip_suffix(end));
    if let Some(clock) = utc {
        return Ok((clock.trim_end(), Zone::UTC));
    }
    let Some(sign) = text.find(['+', '-']) else {
        return Ok((text, default));
    };
    let zone = Zone::parse(&text[sign..]).ok_or(StampError::Shape)?;
    Ok((text[..sign].trim_end(), zone))
}

/// `15:40`, `15:40:00`, `15:40:00.250`; whether it was the leap second 60.
fn parse_clock(text: &str) -> Result<(NaiveTime, bool), StampError> {
    let (clock, fraction) = text.split_once(['.', ',']).unwrap_or((text, ""));
    let mut parts = clock.split(':');
    let (hour, minute) = (two_digits(parts.next())?, two_digits(parts.next())?);
    let second = parts.next().map_or(Ok(0), |part| two_digits(Some(part)))?;
    if parts.next().is_some() || !fraction.bytes().all(|b| b.is_ascii_digit()) {
        return Err(StampError::Shape);
    }
    let millis = match fraction {
        "" => 0,
        _ => format!("{fraction:0<3}")[..3].parse().map_err(|_| StampError::Shape)?,
    };
    let leap = second == 60;
    NaiveTime::from_hms_milli_opt(hour, minute, if leap { 59 } else { second }, millis)
        .map(|time| (time, leap))
        .ok_or(StampError::NoSuchDate)
}

fn two_digits(part: Option<&str>) -> Result<u32, StampError> {
    part.filter(|part| matches!(part.len(), 1 | 2) && part.bytes().all(|b| b.is_ascii_digit()))
        .and_then(|part| part.parse().ok())
        .ok_or(StampError::Shape)
}

/// `+05:30`, `-0800`, `+06` in seconds east of UTC.
pub(super) fn parse_offset(text: &str) -> Option<i32> {
    let (sign, rest) = if let Some(rest) = text.strip_prefix('+') {
        (1, rest)
    } else {
        (-1, text.strip_prefix('-')?)
    };
    let digits = rest.replacen(':', "", 1);
    if !matches!(digits.len(), 2 | 4) || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let number: i32 = digits.parse().ok()?;
    let (hours, minutes) =
        if digits.len() == 2 { (number, 0) } else { (number / 100, number % 100) };
    (hours < 24 && minutes < 60).then_some(sign * (hours * 3_600 + minutes * 60))
}

/// A length of time in seconds: `2h10m`, `90s`, `1d 4h`, `+1m`, `-5m`, or a clock `02:10`,
/// `02:10:30`, `8d05:25:00`.
pub fn parse_length(text: &str) -> Option<i64> {
    let text = text.trim();
    let folded = (!text.is_ascii()).then(|| fold_digits(text));
    let text = folded.as_deref().unwrap_or(text);
    let (sign, rest) = match text.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, text.strip_prefix('+').unwrap_or(text)),
    };
    let seconds = if rest.contains(':') { parse_clock_length(rest)? } else { parse_units(rest)? };
    Some(sign * seconds)
}

fn parse_clock_length(text: &str) -> Option<i64> {
    let (days, clock) = text.split_once('d').unwrap_or(("0", text));
    let days: u32 = days.parse().ok()?;
    clock_length(clock.trim_start()).map(|seconds| i64::from(days) * 86_400 + seconds)
}

fn clock_length(text: &str) -> Option<i64> {
    let parts: Vec<i64> = text
        .split(':')
        .map(|part| part.parse::<u32>().ok().map(i64::from))
        .collect::<Option<_>>()?;
    match parts[..] {
        [hours, minutes] if minutes < 60 => Some(hours * 3_600 + minutes * 60),
        [hours, minutes, seconds] if minutes < 60 && seconds < 60 => {
            Some(hours * 3_600 + minutes * 60 + seconds)
        }
        _ => None,
    }
}

fn parse_units(text: &str) -> Option<i64> {
    let mut total: i64 = 0;
    let mut rest = text.trim();
    if rest.is_empty() {
        return None;
    }
    while !rest.is_empty() {
        let digits = rest.find(|c: char| !c.is_ascii_digit())?;
        let number: i64 = rest[..digits].parse().ok()?;
        let after = rest[digits..].trim_start();
        let letters = after.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(after.len());
        let unit = match &after[..letters] {
            "d" | "day" | "days" => 86_400,
            "h" | "hour" | "hours" => 3_600,
            "m" | "min" | "minutes" => 60,
            "s" | "sec" | "seconds" => 1,
            _ => return None,
        };
        total = total.checked_add(number.checked_mul(unit)?)?;
        rest = after[letters..].trim_start();
    }
    Some(total)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utc(text: &str, zone: &str) -> Result<String, StampError> {
        parse_stamp(text, Zone::parse(zone).unwrap()).map(|stamp| stamp.at.rfc3339())
    }

    #[test]
    fn the_usual_form_is_what_any_form_is() {
        let bytes: &[u8] = b"0123456789-:TZ+ 6";
        let mut random = fastrand::Rng::with_seed(1);
        for _ in 0..20_000 {
            let (year, month, day) = (random.u32(0..10_000), random.u32(0..14), random.u32(0..33));
            let clock = (random.u32(0..26), random.u32(0..62), random.u32(0..62));
            let mut text = format!(
                "{year:04}-{month:02}-{day:02}T{:02}:{:02}:{:02}Z",
                clock.0, clock.1, clock.2
            )
            .into_bytes();
            if random.u8(0..3) == 0 {
                let at = random.usize(0..text.len());
                text[at] = bytes[random.usize(0..bytes.len())];
            }
            let text = String::from_utf8(text).unwrap();
            assert_eq!(parse_stamp(&text, Zone::UTC), parse_any(&text, Zone::UTC), "{text}");
        }
    }

    #[test]
    fn forms_that_are_read() {
        for (text, expected) in [
            ("2021-10-04T15:40:00Z", "2021-10-04T15:40:00Z"),
            ("2021-10-04t15:40z", "2021-10-04T15:40:00Z"),
            ("2021-10-04 15:40 UTC", "2021-10-04T15:40:00Z"),
            ("2021-10-04 21:10", "2021-10-04T15:40:00Z"),
            ("২০২১-১০-০৪ ২১:১০", "2021-10-04T15:40:00Z"),
            ("2021-10-04T21:10:00.5+05:30", "2021-10-04T15:40:00.500Z"),
            ("2021-10-04 10:40:00 -0500", "2021-10-04T15:40:00Z"),
            ("2021-10-04", "2021-10-03T18:30:00Z"),
            ("9999-12-31T23:59:59Z", "9999-12-31T23:59:59Z"),
        ] {
            assert_eq!(utc(text, "Asia/Kolkata").as_deref(), Ok(expected), "{text}");
        }
    }

    #[test]
    fn forms_that_are_not() {
        for (text, expected) in [
            ("yesterday", StampError::Shape),
            ("", StampError::Shape),
            ("2021-10-04x15:40", StampError::Shape),
            ("2021-02-30T10:00:00Z", StampError::NoSuchDate),
            ("2021-10-04T25:00:00Z", StampError::NoSuchDate),
            ("0000-01-01T00:00:00Z", StampError::OutOfRange),
            ("2021-10-04T15:40:00+25:00", StampError::Shape),
            ("2021-10-04T15", StampError::Shape),
        ] {
            assert_eq!(utc(text, "UTC"), Err(expected), "{text}");
        }
        assert_eq!(utc("9999-12-31T23:59:59", "Pacific/Honolulu"), Err(StampError::OutOfRange));
    }

    #[test]
    fn daylight_saving() {
        let zone = "America/New_York";
        assert_eq!(utc("2025-03-09 02:30", zone), Err(StampError::Gap));
        let Err(StampError::Fold(first, second)) = utc("2025-11-02 01:30", zone) else {
            panic!("01:30 happened twice");
        };
        assert_eq!(second.since(first), 3_600);
        assert!(utc("2025-11-02 01:30-04:00", zone).is_ok());
    }

    #[test]
    fn leap_seconds() {
        let stamp = parse_stamp("2016-12-31T23:59:60Z", Zone::UTC).unwrap();
        assert!(stamp.leap);
        assert_eq!(stamp.at.rfc3339(), "2016-12-31T23:59:59Z");
    }

    #[test]
    fn lengths() {
        for (text, expected) in [
            ("+1m", Some(60)),
            ("2h10m", Some(7_800)),
            ("1d 4h", Some(100_800)),
            ("-5m", Some(-300)),
            ("02:10", Some(7_800)),
            ("২ঘ", None),
            ("10", None),
            ("", None),
            ("99999999999999999999h", None),
        ] {
            assert_eq!(parse_length(text), expected, "{text}");
        }
    }
}
