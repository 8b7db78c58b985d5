//! Moments: absolute ones in the file's zone, and those counted from the start.

use super::Reader;
use crate::{
    load::{
        code::Code,
        diagnostic::{Diagnostic, Phrase},
        nearest::nearest,
        tree::Node,
    },
    model::{
        Time, Zone,
        time::{StampError, parse_length, parse_stamp},
    },
    text::{Msg, fold_digits},
};

/// What a stamp without an offset or a date is counted from.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Clock {
    pub(super) zone: Zone,
    pub(super) start: Start,
}

#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) enum Start {
    #[default]
    Missing,
    /// Given, and a fault: what counts from it is not one more.
    Broken,
    At(Time),
}

impl Reader {
    /// A moment, or a fault that says why it is none.
    pub(super) fn stamp(&mut self, node: &Node<'_>) -> Option<Time> {
        let text = self.plain(node, Msg::ShapeStamp)?;
        let since_start = text.trim().trim_start_matches(['T', 't']);
        if since_start.starts_with(['+', '-']) {
            return self.since_start(node, since_start);
        }
        match parse_stamp(text, self.clock.zone) {
            Ok(stamp) => {
                if stamp.leap {
                    let fault = Diagnostic::at(Code::LeapSecond, node.span, Msg::FaultLeapSecond);
                    self.faults.push(fault);
                }
                Some(stamp.at)
            }
            Err(error) => {
                let fault = self.not_a_moment(node, text, &error);
                self.faults.push(fault);
                None
            }
        }
    }

    fn since_start(&mut self, node: &Node<'_>, text: &str) -> Option<Time> {
        let Some(seconds) = parse_length(text) else {
            let message = Phrase::from(Msg::FaultBadTime).quote(text);
            self.faults.push(
                Diagnostic::at(Code::BadTime, node.span, message).expected(Msg::FaultLengthForms),
            );
            return None;
        };
        match self.clock.start {
            Start::At(start) => Some(start.plus_seconds(seconds)),
            Start::Broken => None,
            Start::Missing => {
                let message = Phrase::from(Msg::FaultNoStart).quote(text);
                let fault = Diagnostic::at(Code::NoStart, node.span, message);
                self.faults.push(fault.help(Msg::FaultNoStartHelp));
                None
            }
        }
    }

    fn not_a_moment(&self, node: &Node<'_>, text: &str, error: &StampError) -> Diagnostic {
        let zone = self.clock.zone;
        let about = |code, msg| Diagnostic::at(code, node.span, Phrase::from(msg).quote(text));
        let in_zone = |code, msg| {
            let phrase = Phrase::from(msg).quote(text).text(&zone.name());
            Diagnostic::at(code, node.span, phrase)
        };
        match error {
            StampError::Shape => {
                about(Code::BadTime, Msg::FaultBadTime).expected(Msg::FaultStampForms)
            }
            StampError::NoSuchDate => about(Code::NoSuchDate, Msg::FaultNoSuchDate),
            StampError::OutOfRange => about(Code::TimeRange, Msg::FaultTimeRange),
            StampError::Gap => {
                in_zone(Code::SkippedTime, Msg::FaultSkippedTime).help(Msg::FaultSkippedTimeHelp)
            }
            StampError::Fold(first, second) => {
                let with_offset = |at: &Time| local(zone, *at);
                let help = Phrase::from(Msg::FaultTwiceTimeHelp)
                    .text(&with_offset(first))
                    .text(&with_offset(second));
                in_zone(Code::TwiceTime, Msg::FaultTwiceTime).help(help)
            }
        }
    }

    /// The zone of the file.
    pub(super) fn zone(&mut self, node: &Node<'_>) -> Option<Zone> {
        let text = self.plain(node, Msg::ShapeZone)?;
        let zone = Zone::parse(text.trim());
        if zone.is_none() {
            let message = Phrase::from(Msg::FaultUnknownZone).quote(text);
            self.faults.push(
                Diagnostic::at(Code::UnknownZone, node.span, message)
                    .expected(Msg::FaultZoneForms)
                    .suggest(near_zone(text.trim())),
            );
        }
        zone
    }
}

/// The moment as one would write it with its offset.
fn local(zone: Zone, at: Time) -> String {
    let civil = zone.civil(at);
    let sign = if civil.offset < 0 { '-' } else { '+' };
    let minutes = civil.offset.unsigned_abs() / 60;
    format!("{}T{}{sign}{:02}:{:02}", civil.date(), civil.clock(), minutes / 60, minutes % 60)
}

/// A zone by the name of its city, or by a near name. Three letters are never near enough: `IST`
/// is not a misspelt `EST`.
fn near_zone(text: &str) -> Option<&'static str> {
    let text = fold_digits(text).replace(' ', "_");
    let city = |name: &'static str| name.rsplit('/').next().unwrap_or(name);
    let by_city = Zone::names().find(|name| city(name).eq_ignore_ascii_case(&text));
    by_city.or_else(|| (text.len() > 4).then(|| nearest(&text, Zone::names())).flatten())
}
