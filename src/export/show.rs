//! `show`: the incident at a moment as text, for pipes, logs and readers without a screen.

use std::fmt::Write;

use crate::model::{Event, Phase, Status, Time, Zone};
use crate::text::{Msg, Words, ascii_signs, pad, width, wrap};
use crate::timeline::{Measure, Milestone, Moment, ServiceNow, Timeline, tell};

/// What is shown, and how.
#[derive(Debug, Clone, Copy)]
pub struct ShowOptions {
    pub at: Time,
    pub words: Words,
    /// The zone times are told in.
    pub zone: Zone,
    /// Only ASCII signs.
    pub ascii: bool,
    /// How many private events the incident lacks.
    pub left_out: usize,
}

/// Cells in which paragraphs are wrapped.
const COLUMNS: usize = 96;

/// The whole text, its last line ended.
pub fn show_text(timeline: &Timeline, options: &ShowOptions) -> String {
    let moment = timeline.moment(options.at);
    let writer = Writer { timeline, options, moment };
    let mut out = String::new();
    for part in
        [writer.head(), writer.state(), writer.services(), writer.measures(), writer.timeline()]
    {
        if !part.is_empty() {
            out.push_str(&part);
            out.push('\n');
        }
    }
    out.truncate(out.trim_end().len());
    out.push('\n');
    if options.ascii { ascii_signs(&out).into_owned() } else { out }
}

/// The measures of two incidents next to each other, as lines.
pub fn measures_text(both: [&Timeline; 2], words: Words) -> String {
    let title = |timeline: &Timeline| timeline.incident().title.get(words.lang).to_owned();
    let mut rows = vec![vec![
        String::new(),
        title(both[0]),
        title(both[1]),
        words.say(Msg::CompareDifference).to_owned(),
    ]];
    let [first, second] = both.map(|timeline| timeline.measures_at(Time::MAX));
    rows.extend(first.into_iter().zip(second).map(|(first, second)| {
        vec![
            measure_name(first, words),
            tell::measure(first, words),
            tell::measure(second, words),
            tell::difference([first, second], words),
        ]
    }));
    let mut lines = aligned(&rows);
    if first.iter().chain(&second).any(Measure::is_derived) {
        lines.push(words.say(Msg::DerivedNote).to_owned());
    }
    lines.join("\n") + "\n"
}

/// `time to detect (TTD)`.
fn measure_name(measure: Measure, words: Words) -> String {
    let name = words.say(tell::measure_label(measure.kind));
    format!("{name} ({})", words.say(tell::measure_name(measure.kind)))
}

struct Writer<'a> {
    timeline: &'a Timeline,
    options: &'a ShowOptions,
    moment: Moment,
}

/// Writes one line; writing to a string cannot fail.
macro_rules! line {
    ($out:expr, $($arg:tt)*) => {{
        let _ = writeln!($out, $($arg)*);
    }};
}

impl Writer<'_> {
    fn words(&self) -> Words {
        self.options.words
    }

    fn say(&self, msg: Msg) -> &'static str {
        self.words().say(msg)
    }

    fn full(&self, at: Time) -> String {
        tell::full(at, self.options.zone)
    }

    fn milestone(&self, milestone: Milestone) -> String {
        tell::milestone(milestone, self.options.zone)
    }

    fn head(&self) -> String {
        let incident = self.timeline.incident();
        let words = self.words();
        let mut out = String::new();
        line!(out, "{}", incident.title.get(words.lang));
        let mut facts = Vec::new();
        facts.extend(incident.severity.map(|severity| severity.word().to_owned()));
        facts.extend(incident.id.as_ref().map(ToString::to_string));
        facts.push(words.count(self.timeline.len(), Msg::EventsOne, Msg::EventsMany));
        facts.extend(tell::left_out(self.options.left_out, words));
        line!(out, "{}", facts.join(" · "));
        for text in [&incident.summary, &incident.cause] {
            if !text.is_empty() {
                out.push('\n');
                out.push_str(&paragraphs(text.get(words.lang)));
            }
        }
        out
    }

    fn state(&self) -> String {
        let words = self.words();
        let moment = &self.moment;
        let mut rows = Vec::new();
        let since = moment.since_start.map(|s| format!("  {s}")).unwrap_or_default();
        let at = format!("{}  {}{since}", self.full(moment.at), moment.at.rfc3339());
        rows.push((Msg::RowAt, at));
        let phase = words.say(moment.phase.label()).to_owned();
        let phase = match moment.phase_since {
            Some(since) => {
                let milestone = self.timeline.milestone(moment.phase);
                let since = milestone.map_or_else(|| self.full(since), |it| self.milestone(it));
                let since = words.fill(Msg::Since, &[&since]);
                format!("{phase}{}, {since}", self.derived_mark())
            }
            None => phase,
        };
        rows.push((Msg::RowPhase, phase));
        rows.push((Msg::RowRecovery, self.recovery()));
        let column = rows.iter().map(|(msg, _)| width(self.say(*msg))).max().unwrap_or(0) + 2;
        let mut out = String::new();
        for (msg, text) in rows {
            line!(out, "{}{text}", pad(self.say(msg), column));
        }
        out
    }

    /// A star where the milestone that began the phase was derived.
    fn derived_mark(&self) -> &'static str {
        let milestone = self.timeline.milestone(self.moment.phase);
        if milestone.is_some_and(|milestone| milestone.derived) { "*" } else { "" }
    }

    fn recovery(&self) -> String {
        let words = self.words();
        let Some(recovery) = self.moment.recovery else {
            return self.say(Msg::NothingToRecover).to_owned();
        };
        let counts: Vec<String> = tell::counts(self.moment.counts, words, false)
            .into_iter()
            .map(|(text, _)| text)
            .collect();
        format!(
            "{}  {}",
            tell::figure(recovery, self.options.at, self.options.zone, words),
            counts.join(" · ")
        )
    }

    fn services(&self) -> String {
        let lang = self.words().lang;
        let rows = self.moment.worst_first(self.timeline).into_iter().map(|now| {
            let glyph = if self.options.ascii { now.status.ascii() } else { now.status.glyph() };
            let since = now.since.map(|since| self.since(&now, since));
            let since = since.map(|since| self.words().fill(Msg::Since, &[&since]));
            vec![
                format!("{glyph} {}", self.timeline.service(now.id).name.get(lang)),
                tell::status(now.status, now.known, self.words()).into_owned(),
                since.unwrap_or_default(),
                self.times(&now),
            ]
        });
        self.titled(Msg::PanelServices, &aligned(&rows.collect::<Vec<_>>()))
    }

    /// Since when a service is so, as exactly as the event tells.
    fn since(&self, now: &ServiceNow, since: Time) -> String {
        let run = self.timeline.run_at(now.id, self.options.at);
        let event = run.and_then(|run| self.timeline.event(run.row()));
        let precision = event.map(|event| event.precision).unwrap_or_default();
        self.milestone(Milestone { at: since, derived: false, precision })
    }

    /// A heading and the lines below it; nothing where there are none.
    fn titled(&self, title: Msg, lines: &[String]) -> String {
        if lines.is_empty() {
            return String::new();
        }
        let mut out = format!("{}\n", self.say(title));
        for line in lines {
            line!(out, "  {line}");
        }
        out
    }

    /// Time in each status that the service had, the worst first.
    fn times(&self, now: &ServiceNow) -> String {
        let times = self.timeline.time_in_status(now.id, self.options.at);
        let known = self.timeline.certainty_in_status(now.id, self.options.at);
        let parts: Vec<String> = Status::ALL
            .into_iter()
            .rev()
            .filter(|status| times[*status as usize] > 0)
            .map(|status| {
                let at = status as usize;
                let length = tell::length(times[at], known[at].precision, self.words());
                format!("{} {length}", self.say(status.label()))
            })
            .collect();
        parts.join(", ")
    }

    /// Each length with both its ends.
    fn measures(&self) -> String {
        let words = self.words();
        let measures = self.timeline.measures_at(self.options.at);
        let end = |milestone: Option<Milestone>| match milestone {
            Some(end) => format!("{}{}", self.milestone(end), if end.derived { "*" } else { "" }),
            None => "–".to_owned(),
        };
        let rows = measures.iter().map(|measure| {
            let name = measure_name(*measure, words);
            let ends = format!("{} .. {}", end(measure.from), end(measure.to));
            vec![name, tell::measure(*measure, words), ends]
        });
        let mut lines = aligned(&rows.collect::<Vec<_>>());
        if measures.iter().any(Measure::is_derived) {
            lines.push(self.say(Msg::DerivedNote).to_owned());
        }
        self.titled(Msg::MeasuresTitle, &lines)
    }

    /// The events so far, under their days.
    fn timeline(&self) -> String {
        let so_far = self.timeline.row_at(self.options.at).map_or(0, |row| row + 1);
        let events = self.timeline.events().take(so_far);
        let told = aligned(&events.map(|event| self.event(&event)).collect::<Vec<_>>());
        let mut lines = Vec::new();
        let mut day = String::new();
        for ((row, head), line) in self.timeline.heads().enumerate().zip(told) {
            let date = self.options.zone.civil(head.at).date();
            if date != day {
                lines.push(format!("{date} {}", self.options.zone.abbreviation(head.at)));
                day = date;
            }
            lines.push(line);
            lines.extend(self.gap_after(row));
        }
        self.titled(Msg::PanelTimeline, &lines)
    }

    fn gap_after(&self, row: usize) -> Option<String> {
        let gaps = self.timeline.gaps();
        let index = gaps.binary_search_by_key(&row, |gap| gap.row).ok()?;
        let gap = gaps.get(index).filter(|gap| gap.to <= self.options.at)?;
        let length = tell::length(gap.seconds(), gap.precision(), self.words());
        Some(format!("... {}", self.words().fill(Msg::NoEntry, &[&length])))
    }

    fn event(&self, event: &Event) -> Vec<String> {
        let started = self.timeline.milestone(Phase::Started);
        let since = started.and_then(|started| tell::since(event, started.at));
        let title = event.title.get(self.words().lang);
        vec![
            tell::clock(event, self.options.zone),
            since.unwrap_or_default(),
            self.say(event.kind.label()).to_owned(),
            format!("{title}{}", self.services_of(event)),
        ]
    }

    /// The services an event touches, at most four by name.
    fn services_of(&self, event: &Event) -> String {
        let lang = self.words().lang;
        let mut names: Vec<String> =
            event.touched().map(|id| self.timeline.service(id).name.get(lang).to_owned()).collect();
        if names.len() > 4 {
            let more = names.split_off(3).len();
            names.push(format!("+{}", self.words().number(more as u64)));
        }
        if names.is_empty() { String::new() } else { format!("  [{}]", names.join(", ")) }
    }
}

/// Each paragraph wrapped on its own.
fn paragraphs(text: &str) -> String {
    let mut out = String::new();
    for paragraph in text.split("\n\n") {
        let joined = paragraph.split_whitespace().collect::<Vec<_>>().join(" ");
        for range in wrap(&joined, COLUMNS) {
            line!(out, "{}", &joined[range]);
        }
    }
    out
}

/// Rows of cells as lines, every column as wide as its widest cell.
fn aligned(rows: &[Vec<String>]) -> Vec<String> {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let widest: Vec<usize> = (0..columns)
        .map(|column| rows.iter().filter_map(|row| row.get(column)).map(|c| width(c)).max())
        .map(Option::unwrap_or_default)
        .collect();
    rows.iter()
        .map(|row| {
            let cells: Vec<String> =
                row.iter().zip(&widest).map(|(cell, width)| pad(cell, *width)).collect();
            cells.join("  ").trim_end().to_owned()
        })
        .collect()
}
