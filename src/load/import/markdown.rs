//! Timelines as people write them into postmortems: bullets that begin with a time, or a table
//! with a column of times.
//!
//! The day is that of the line itself, or of the nearest heading above; a time that falls back
//! behind the one before it is of the next day. One zone named for the whole document holds for
//! it. Of the short names only UTC and GMT mean one thing: any other is not guessed at.

mod stamp;

use super::{
    Wanted,
    draft::{self, Draft, told},
};
use crate::{
    load::{
        code::Code,
        diagnostic::{Diagnostic, Phrase, Span},
    },
    model::{
        Kind, Precision, Time, Zone,
        time::{parse_length, parse_stamp},
    },
    text::Msg,
};
use stamp::{Stamp, day_in};

/// How many lines must begin with a time.
const LEAST: usize = 3;

pub(super) fn is_one(text: &str) -> bool {
    let is_own = |line: &str| line.starts_with("schema:") || line.starts_with("events:");
    !text.lines().any(is_own) && text.lines().filter_map(Entry::read).take(LEAST).count() == LEAST
}

pub(super) fn read(text: &str, wanted: &Wanted) -> Vec<Draft> {
    let title = text.lines().find_map(|line| line.strip_prefix("# ")).unwrap_or_default();
    let mut draft = Draft::new(title, Msg::FormatMarkdown, Span::new(0, text.len()));
    let named = zone_of(text);
    draft.incident.zone = named.or(wanted.zone).unwrap_or_default();
    let mut document = Document { named: named.is_some(), ..Document::new(&mut draft) };
    // Below the first time a day may be that of anything.
    document.day = text.lines().take_while(|line| Entry::read(line).is_none()).find_map(day_in);
    let mut start = 0;
    for raw in text.split_inclusive('\n') {
        let line = raw.trim_end();
        document.line(line, Span::new(start, start + line.len()));
        start += raw.len();
    }
    document.finish_entry();
    vec![draft]
}

/// The zone that is named for the whole document: `All times UTC`.
fn zone_of(text: &str) -> Option<Zone> {
    let tells = |line: &&str| {
        let lower = line.to_lowercase();
        lower.contains("times") || lower.contains("timezone") || lower.contains("time zone")
    };
    let lines = text.lines().filter(tells);
    let words =
        lines.flat_map(|line| line.split(|c: char| c.is_whitespace() || "().,:|".contains(c)));
    words.filter(|word| word.len() > 2).find_map(known_zone)
}

/// A zone that means one thing.
fn known_zone(word: &str) -> Option<Zone> {
    match word {
        "UTC" | "GMT" | "Z" => Some(Zone::UTC),
        _ if word.contains('/') || word.starts_with(['+', '-']) => Zone::parse(word),
        _ => None,
    }
}

/// A line that begins with a time.
struct Entry<'t> {
    stamp: Stamp,
    text: &'t str,
}

impl<'t> Entry<'t> {
    fn read(line: &'t str) -> Option<Self> {
        let trimmed = line.trim_start();
        let inside = match trimmed.strip_prefix('|') {
            Some(row) => row.trim_end().trim_end_matches('|'),
            None => trimmed.trim_start_matches(['-', '*', '+', '•']).trim_start(),
        };
        let (stamp, text) = stamp::read(inside)?;
        Some(Self { stamp, text })
    }
}

/// A document while its lines are gone through.
struct Document<'d> {
    draft: &'d mut Draft,
    /// Whether the document names its zone.
    named: bool,
    /// Whether an unknown zone has been told of.
    warned: bool,
    day: Option<String>,
    last: Option<Time>,
    in_code: bool,
    /// The lines below the last entry that belong to it.
    more: String,
}

impl<'d> Document<'d> {
    fn new(draft: &'d mut Draft) -> Self {
        Self {
            draft,
            named: false,
            warned: false,
            day: None,
            last: None,
            in_code: false,
            more: String::new(),
        }
    }

    fn line(&mut self, line: &str, place: Span) {
        if line.trim_start().starts_with("```") {
            self.in_code = !self.in_code;
        }
        let is_heading = !self.in_code && line.starts_with('#');
        if let Some(day) = day_in(line).filter(|_| is_heading) {
            (self.day, self.last) = (Some(day), None);
        }
        match Entry::read(line).filter(|_| !self.in_code && !is_heading) {
            Some(entry) => self.entry(&entry, place),
            None if line.starts_with([' ', '\t']) || self.in_code => {
                self.more.push_str(line.trim());
                self.more.push('\n');
            }
            None => {}
        }
    }

    fn entry(&mut self, entry: &Entry<'_>, place: Span) {
        self.finish_entry();
        let text = entry.text.replace(" | ", " – ");
        let Some(at) = self.time(&entry.stamp, &entry.stamp.clock, place) else { return };
        let mut event = told(at, Kind::Note, &text, &entry.stamp.clock);
        let is_full = entry.stamp.clock.matches(':').count() == 2;
        event.precision = match (entry.stamp.about, is_full) {
            (true, _) => Precision::Quarter,
            (_, true) => Precision::Exact,
            _ => Precision::Minute,
        };
        self.last = Some(at);
        if let Some(until) = &entry.stamp.until {
            let end = self.time(&entry.stamp, until, place);
            event.until = end.filter(|end| *end >= at);
        }
        self.draft.event(event, place);
    }

    /// The moment of a clock on the day that holds here.
    fn time(&mut self, stamp: &Stamp, clock: &str, place: Span) -> Option<Time> {
        if let Some(length) = clock.strip_prefix(['T', 't']) {
            let start = self.draft.first();
            let length = parse_length(length);
            if start.is_none() || length.is_none() {
                let phrase = Phrase::from(Msg::FaultNoStart).quote(clock);
                self.draft.left_out(place, phrase);
            }
            return Some(start?.plus_seconds(length?));
        }
        let Some(day) = stamp.day.as_ref().or(self.day.as_ref()).cloned() else {
            self.draft.left_out(place, Msg::ImportNoDay);
            return None;
        };
        let zone = self.zone(stamp, place);
        let written = format!("{day} {clock}");
        let at = match parse_stamp(&written, zone) {
            Ok(read) => read.at,
            Err(error) => {
                self.draft.note(super::moment::fault(&written, &error, place));
                return None;
            }
        };
        let mut at = at;
        // A minute or so out of order is a slip; half a day is midnight.
        while stamp.day.is_none() && self.last.is_some_and(|last| last.since(at) > 12 * 3_600) {
            at = at.plus_seconds(86_400);
        }
        Some(at)
    }

    fn zone(&mut self, stamp: &Stamp, place: Span) -> Zone {
        let own = self.draft.incident.zone;
        match &stamp.zone {
            Some(word) => known_zone(word).unwrap_or_else(|| {
                if !std::mem::replace(&mut self.warned, true) {
                    let phrase = Phrase::from(Msg::ImportVagueZone).quote(word).text(&own.name());
                    let fault = Diagnostic::at(Code::ZoneAssumed, place, phrase);
                    self.draft.note(fault.help(Msg::ImportNoZoneHelp));
                }
                own
            }),
            None => {
                if !self.named {
                    self.draft.assume_zone(place);
                }
                own
            }
        }
    }

    /// Gives the last entry the lines below it.
    fn finish_entry(&mut self) {
        let more = std::mem::take(&mut self.more);
        let Some(last) = self.draft.events.last_mut() else { return };
        let so_far = last.body.entries().next().map(|(_, text)| text.to_owned());
        let parts = [so_far.unwrap_or_default(), more];
        last.body = draft::body(&parts.join("\n"));
    }
}
