//! Times as programs write them: RFC 3339 with or without a zone, and counts since 1970.

use crate::{
    load::{
        code::Code,
        diagnostic::{Diagnostic, Phrase, Span},
    },
    model::{
        Time, Zone,
        time::{StampError, parse_stamp},
    },
    text::Msg,
};

/// A time, and whether its zone had to be assumed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Read {
    pub(super) at: Time,
    pub(super) assumed: bool,
}

/// The largest count that is taken for seconds; above it stand milliseconds, then microseconds,
/// then nanoseconds. In each the years before 1973 belong to the finer unit before.
const SECONDS: u64 = 100_000_000_000;

/// Reads a time; one without a zone is in `zone`.
pub(super) fn parse(text: &str, zone: Zone) -> Result<Read, StampError> {
    if let Some(millis) = epoch(text) {
        let at = Time::from_millis(millis).ok_or(StampError::OutOfRange)?;
        return Ok(Read { at, assumed: false });
    }
    let stamp = parse_stamp(text, zone)?;
    // What reads differently elsewhere has no zone of its own.
    let elsewhere = Zone::parse("+00:01").filter(|other| *other != zone).unwrap_or(Zone::UTC);
    let assumed = parse_stamp(text, elsewhere).map(|other| other.at) != Ok(stamp.at);
    Ok(Read { at: stamp.at, assumed })
}

/// Milliseconds from a count since 1970 in seconds, milliseconds, microseconds or nanoseconds.
fn epoch(text: &str) -> Option<i64> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    if whole.len() < 9 || !digits(whole) || !digits(fraction) {
        return None;
    }
    let count: u64 = whole.parse().ok()?;
    let millis = match count {
        ..SECONDS => {
            let part: u64 = format!("{fraction:0<3}")[..3].parse().ok()?;
            count * 1_000 + part
        }
        _ if count < SECONDS * 1_000 => count,
        _ if count < SECONDS * 1_000_000 => count / 1_000,
        _ => count / 1_000_000,
    };
    i64::try_from(millis).ok()
}

/// What is said about an entry whose time is none.
pub(super) fn fault(text: &str, error: &StampError, place: Span) -> Diagnostic {
    let msg = match error {
        StampError::NoSuchDate => Msg::FaultNoSuchDate,
        StampError::OutOfRange => Msg::FaultTimeRange,
        StampError::Gap => Msg::ImportSkippedTime,
        StampError::Fold(..) => Msg::ImportTwiceTime,
        StampError::Shape => Msg::FaultBadTime,
    };
    Diagnostic::at(Code::LeftOut, place, Phrase::from(msg).quote(text)).help(Msg::ImportLeftOut)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utc(text: &str) -> Option<(String, bool)> {
        parse(text, Zone::UTC).ok().map(|read| (read.at.rfc3339(), read.assumed))
    }

    #[test]
    fn counts_and_stamps() {
        for (text, expected, assumed) in [
            ("1723474994", "2024-08-12T15:03:14Z", false),
            ("1459007284.000042", "2016-03-26T15:48:04Z", false),
            ("1723474994349", "2024-08-12T15:03:14.349Z", false),
            ("1723474994349345", "2024-08-12T15:03:14.349Z", false),
            ("1723474994349345000", "2024-08-12T15:03:14.349Z", false),
            ("2026-03-01T10:00:00.123456789-06:00", "2026-03-01T16:00:00.123Z", false),
            ("2026-03-01 10:00", "2026-03-01T10:00:00Z", true),
            ("2026-03-01", "2026-03-01T00:00:00Z", true),
        ] {
            assert_eq!(utc(text), Some((expected.to_owned(), assumed)), "{text}");
        }
        for text in ["", "123456", "1234 19:01:01", "99999999999999999999999", "12.5"] {
            assert_eq!(utc(text), None, "{text}");
        }
    }
}
