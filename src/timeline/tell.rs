//! What is true, told in words; for the screen and for reports alike.

use std::borrow::Cow;

use super::{Counts, Measure, MeasureKind, Milestone, Recovery, WhenError};
use crate::model::{
    Event, Known, Precision, Status, Time, Zone,
    time::{SinceStart, StampError},
};
use crate::text::{Msg, Words};

/// `2021-10-04 21:10:00 IST`.
pub fn full(at: Time, zone: Zone) -> String {
    let civil = zone.civil(at);
    format!("{} {} {}", civil.date(), civil.clock(), zone.abbreviation(at))
}

/// A milestone, as exact as the event is that it comes from.
pub fn milestone(milestone: Milestone, zone: Zone) -> String {
    known(milestone.at, milestone.precision, zone)
}

/// `2021-10-04 21:10:00 IST`, `2021-10-04 ~21:10 IST`, `~2021-10-04`.
pub fn known(at: Time, precision: Precision, zone: Zone) -> String {
    let told = day_and_clock(at, precision, zone);
    match precision {
        Precision::Day => told,
        _ => format!("{told} {}", zone.abbreviation(at)),
    }
}

/// `21:10`, `~21:10`, `~10-04`: where there is little room.
pub fn short(at: Time, precision: Precision, zone: Zone) -> String {
    let civil = zone.civil(at);
    match precision {
        Precision::Exact => civil.short_clock(),
        Precision::Day => format!("~{}", civil.month_and_day()),
        _ => format!("~{}", civil.short_clock()),
    }
}

/// `2021-10-04 21:10`, `2021-10-04 ~21:10`, `~2021-10-04`: to the minute, in a list.
pub fn listed(at: Time, precision: Precision, zone: Zone) -> String {
    match precision {
        Precision::Exact => format!("{} {}", zone.civil(at).date(), short(at, precision, zone)),
        about => day_and_clock(at, about, zone),
    }
}

/// `2021-10-04 21:10:07`, `2021-10-04 ~21:10`, `~2021-10-04`: no more exact than is known.
pub fn day_and_clock(at: Time, precision: Precision, zone: Zone) -> String {
    let civil = zone.civil(at);
    match precision {
        Precision::Exact => format!("{} {}", civil.date(), civil.clock()),
        Precision::Day => format!("~{}", civil.date()),
        _ => format!("{} ~{}", civil.date(), civil.short_clock()),
    }
}

/// The word of a status; one that nobody said is marked.
pub fn status(status: Status, known: Known, words: Words) -> Cow<'static, str> {
    let word = words.say(status.label());
    match known {
        Known::Inferred => Cow::Owned(words.fill(Msg::StatusInferred, &[word])),
        Known::Reported | Known::Unknown => Cow::Borrowed(word),
    }
}

/// The time of day of an event: `21:10:07`, `~21:10` where it is not exact, `~10-04` where only the
/// day is known.
pub fn clock(event: &Event, zone: Zone) -> String {
    match event.precision {
        Precision::Exact => zone.civil(event.at).clock(),
        about => short(event.at, about, zone),
    }
}

/// `T+00:12` of an event, `~T+00:12` where its time is not exact; none where only its day is known.
pub fn since(event: &Event, started: Time) -> Option<String> {
    let since = SinceStart(event.at.since(started)).short();
    match event.precision {
        Precision::Exact => Some(since),
        Precision::Minute | Precision::Quarter | Precision::Hour => Some(format!("~{since}")),
        Precision::Day => None,
    }
}

/// `~25% estimate, 02:50`: what somebody guessed is marked, and a reading says when it was taken (its
/// day, where that is more than 24 hours before `at`).
pub fn figure(recovery: Recovery, at: Time, zone: Zone, words: Words) -> String {
    let mark = if recovery.basis.is_approximate() { words.say(Msg::Approximately) } else { "" };
    let percent = words.digits(&recovery.rounded().to_string());
    let basis = words.say(recovery.basis.label());
    match recovery.read_at {
        Some(read) => {
            format!("{mark}{percent}% {basis}, {}", recent(read, recovery.read_precision, at, zone))
        }
        None => format!("{mark}{percent}% {basis}"),
    }
}

/// The time of day within the last 24 hours before `at`, the month and day before that; with a `~` where it
/// is not exact.
pub fn recent(then: Time, precision: Precision, at: Time, zone: Zone) -> String {
    let is_old = at.since(then) >= 86_400;
    match precision {
        Precision::Exact if is_old => zone.civil(then).month_and_day(),
        _ if is_old => short(then, Precision::Day, zone),
        _ => short(then, precision, zone),
    }
}

/// How many services are what: the sentence, and the status that its colour comes from. Where
/// there is little room, what there is none of goes unsaid.
pub fn counts(counts: Counts, words: Words, brief: bool) -> Vec<(String, Status)> {
    let number = |n: usize| words.number(n as u64);
    let back = words.fill(Msg::BackOf, &[&number(counts.back), &number(counts.total())]);
    let mut parts = vec![(back, Status::Operational)];
    for (n, msg, status) in [
        (counts.recovering, Msg::CountRecovering, Status::Recovering),
        (counts.degraded, Msg::CountDegraded, Status::Degraded),
        (counts.down, Msg::CountDown, Status::MajorOutage),
        (counts.unknown, Msg::CountUnknown, Status::Unknown),
    ] {
        // That nothing is unknown goes without saying.
        if n > 0 || !(brief || status == Status::Unknown) {
            parts.push((words.fill(msg, &[&number(n)]), status));
        }
    }
    parts
}

/// How many private events are left out, if any are.
pub fn left_out(events: usize, words: Words) -> Option<String> {
    (events > 0).then(|| words.count(events, Msg::PrivateOne, Msg::PrivateMany))
}

/// `12 min`, `-3 min`, `25 min 18 s*` where an end was derived, `~10 d*` where of an end only the hour
/// or the day is known, `–` where one is not known.
pub fn measure(measure: Measure, words: Words) -> String {
    match measure.seconds() {
        Some(seconds) => {
            let mark = if measure.is_derived() { "*" } else { "" };
            format!("{}{mark}", length(seconds, measure.precision(), words))
        }
        None => "–".to_owned(),
    }
}

/// `1 h 12 min`, `~2 h` where an end is known to the hour, `~10 d` where to the day, and `<1 d` where it is
/// less than that.
pub fn length(seconds: i64, precision: Precision, words: Words) -> String {
    let (about, seconds) = rounded(seconds, precision);
    format!("{}{}", about.mark(), words.signed_duration(seconds))
}

/// The same for narrow columns: `1h12m`, `~2h`.
pub fn compact_length(seconds: i64, precision: Precision, words: Words) -> String {
    let (about, seconds) = rounded(seconds, precision);
    let sign = if seconds < 0 { "-" } else { "" };
    format!("{}{sign}{}", about.mark(), words.compact_duration(seconds))
}

/// `≥1 h 12 min`: the least that a length can be which still lasts; where that is nothing, the length.
pub fn at_least(seconds: i64, precision: Precision, words: Words) -> String {
    let unit = unit(precision);
    let least = if precision <= Precision::Minute { seconds } else { seconds - unit };
    if precision != Precision::Exact && least < unit {
        return length(seconds, precision, words);
    }
    let (_, least) = rounded(least, precision);
    format!("{AT_LEAST}{}", words.duration(least))
}

/// The mark of a length that still lasts.
pub const AT_LEAST: char = '≥';

/// How exactly a length is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    Exactly,
    About,
    /// Less than what it is known by.
    LessThan,
}

impl About {
    pub fn mark(self) -> &'static str {
        match self {
            Self::Exactly => "",
            Self::About => "~",
            Self::LessThan => "<",
        }
    }
}

/// Seconds of what a time is known by.
fn unit(precision: Precision) -> i64 {
    match precision {
        Precision::Exact => 1,
        Precision::Minute => 60,
        Precision::Quarter => 900,
        Precision::Hour => 3_600,
        Precision::Day => 86_400,
    }
}

/// A length in seconds, in wholes of what its ends are known by.
pub fn rounded(seconds: i64, precision: Precision) -> (About, i64) {
    let unit = unit(precision);
    let about = match precision {
        Precision::Exact => return (About::Exactly, seconds),
        Precision::Minute => About::Exactly,
        _ => About::About,
    };
    if seconds.abs() < unit {
        return (About::LessThan, unit);
    }
    (about, (seconds + unit / 2).div_euclid(unit) * unit)
}

/// How much longer the second of two is than the first: `+12 min`, `~+4 d`; `–` where one is not known.
pub fn difference([first, second]: [Measure; 2], words: Words) -> String {
    let (Some(from), Some(to)) = (first.seconds(), second.seconds()) else {
        return "–".to_owned();
    };
    let (about, more) = rounded(to - from, first.precision().max(second.precision()));
    let sign = match more {
        _ if about == About::LessThan || more == 0 => "",
        ..0 => "-",
        _ => "+",
    };
    format!("{}{sign}{}", about.mark(), words.duration(more))
}

/// The name of a measure.
pub fn measure_label(kind: MeasureKind) -> Msg {
    match kind {
        MeasureKind::Detect => Msg::MeasureDetect,
        MeasureKind::Acknowledge => Msg::MeasureAcknowledge,
        MeasureKind::Mitigate => Msg::MeasureMitigate,
        MeasureKind::Resolve => Msg::MeasureResolve,
    }
}

/// The short name of a measure.
pub fn measure_name(kind: MeasureKind) -> Msg {
    match kind {
        MeasureKind::Detect => Msg::Ttd,
        MeasureKind::Acknowledge => Msg::Tta,
        MeasureKind::Mitigate => Msg::Ttm,
        MeasureKind::Resolve => Msg::Ttr,
    }
}

/// Why a text is not a moment, and what to write instead.
pub fn not_a_moment(error: &WhenError, words: Words) -> String {
    match error {
        WhenError::Stamp(StampError::Shape) => words.say(Msg::NotATime).to_owned(),
        WhenError::Stamp(StampError::NoSuchDate) => words.say(Msg::WhenNoSuchDate).to_owned(),
        WhenError::Stamp(StampError::Gap) => words.say(Msg::WhenSkipped).to_owned(),
        WhenError::Stamp(StampError::Fold(..)) => words.say(Msg::WhenTwice).to_owned(),
        WhenError::Stamp(StampError::OutOfRange) => words.say(Msg::WhenOutOfRange).to_owned(),
        WhenError::Misspelt(phase) => words.fill(Msg::FaultDidYouMean, &[phase.word()]),
        WhenError::NoStart => words.say(Msg::NoStartKnown).to_owned(),
        WhenError::NoMilestone(phase) => words.fill(Msg::NoMilestone, &[words.say(phase.label())]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;

    #[test]
    fn a_length_is_no_longer_or_shorter_than_is_known() {
        let words = Words::new(Lang::En);
        let told = |seconds, precision| {
            [length, compact_length, at_least].map(|told| told(seconds, precision, words))
        };
        for (seconds, precision, wanted) in [
            (4_510, Precision::Exact, ["1 h 15 min", "1h15m", "≥1 h 15 min"]),
            (90, Precision::Minute, ["2 min", "2m", "≥2 min"]),
            (20, Precision::Minute, ["<1 min", "<1m", "<1 min"]),
            (7_400, Precision::Quarter, ["~2 h", "~2h", "≥1 h 45 min"]),
            (5_400, Precision::Hour, ["~2 h", "~2h", "~2 h"]),
            (1_800, Precision::Hour, ["<1 h", "<1h", "<1 h"]),
            (0, Precision::Hour, ["<1 h", "<1h", "<1 h"]),
            (200_000, Precision::Day, ["~2 d", "~2d", "≥1 d"]),
            (0, Precision::Exact, ["0 s", "0s", "≥0 s"]),
        ] {
            assert_eq!(told(seconds, precision), wanted, "{seconds} {precision:?}");
        }
    }
}
