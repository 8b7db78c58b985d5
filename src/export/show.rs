//! `show`: the incident at a moment as text, for pipes, logs and readers without a screen.

use std::fmt::Write;

use crate::model::{Event, Precision, Status, Time, Zone, time::SinceStart};
use crate::text::{Msg, Words, pad, width, wrap};
use crate::timeline::{Measure, MeasureKind, Milestone, Moment, ServiceNow, Timeline};

/// What is shown, and how.
#[derive(Debug, Clone, Copy)]
pub struct ShowOptions {
    pub at: Time,
    pub words: Words,
    /// The zone times are told in.
    pub zone: Zone,
    /// Only ASCII signs.
    pub ascii: bool,
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
        out.push_str(&part);
        out.push('\n');
    }
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
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
        let civil = self.options.zone.civil(at);
        let zone = self.options.zone.abbreviation(at);
        format!("{} {} {zone}", civil.date(), civil.clock())
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
                format!(
                    "{phase}{}, {}",
                    self.derived_mark(),
                    words.fill(Msg::Since, &[&self.full(since)])
                )
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
        let mark = if recovery.basis.is_approximate() { self.say(Msg::Approximately) } else { "" };
        let percent = words.digits(&recovery.rounded().to_string());
        let counts = self.moment.counts;
        let number = |n: usize| words.number(n as u64);
        let mut parts =
            vec![words.fill(Msg::BackOf, &[&number(counts.back), &number(counts.total())])];
        for (n, msg) in [
            (counts.recovering, Msg::CountRecovering),
            (counts.degraded, Msg::CountDegraded),
            (counts.down, Msg::CountDown),
            (counts.unknown, Msg::CountUnknown),
        ] {
            if n > 0 {
                parts.push(words.fill(msg, &[&number(n)]));
            }
        }
        format!("{mark}{percent}% ({})  {}", self.say(recovery.basis.label()), parts.join(" · "))
    }

    fn services(&self) -> String {
        let lang = self.words().lang;
        let services = self.moment.worst_first(self.timeline);
        let name = |now: &ServiceNow| self.timeline.service(now.id).name.get(lang);
        let names = services.iter().map(|now| width(name(now))).max().unwrap_or(0);
        let states = Status::ALL.iter().map(|s| width(self.say(s.label()))).max().unwrap_or(0);
        let mut out = format!("{}\n", self.say(Msg::PanelServices));
        for now in &services {
            let glyph = if self.options.ascii { now.status.ascii() } else { now.status.glyph() };
            let since = match now.since {
                Some(since) => self.words().fill(Msg::Since, &[&self.full(since)]),
                None => String::new(),
            };
            line!(
                out,
                "  {glyph} {}  {}  {}  {}",
                pad(name(now), names),
                pad(self.say(now.status.label()), states),
                pad(&since, 31),
                self.times(now),
            );
        }
        trimmed(&out)
    }

    /// Time in each status that the service had, the worst first.
    fn times(&self, now: &ServiceNow) -> String {
        let times = self.timeline.time_in_status(now.id, self.options.at);
        let parts: Vec<String> = Status::ALL
            .into_iter()
            .rev()
            .filter(|status| times[*status as usize] > 0)
            .map(|status| {
                let length = self.words().duration(times[status as usize]);
                format!("{} {length}", self.say(status.label()))
            })
            .collect();
        parts.join(", ")
    }

    fn measures(&self) -> String {
        let measures = self.timeline.measures_at(self.options.at);
        let mut out = format!("{}\n", self.say(Msg::MeasuresTitle));
        for measure in measures {
            line!(out, "  {}", self.measure(measure));
        }
        if measures.iter().any(Measure::is_derived) {
            line!(out, "  {}", self.say(Msg::DerivedNote));
        }
        out
    }

    fn measure(&self, measure: Measure) -> String {
        let words = self.words();
        let length = match measure.seconds() {
            Some(seconds) => {
                let sign = if seconds < 0 { "-" } else { "" };
                format!("{sign}{}", words.duration(seconds))
            }
            None => "–".to_owned(),
        };
        let end = |milestone: Option<Milestone>| match milestone {
            Some(end) => {
                let mark = if end.derived { "*" } else { "" };
                format!("{}{mark}", self.full(end.at))
            }
            None => "–".to_owned(),
        };
        format!(
            "{}  {}  {} .. {}",
            pad(self.say(label(measure.kind)), 18),
            pad(&length, 14),
            end(measure.from),
            end(measure.to),
        )
    }

    fn timeline(&self) -> String {
        let mut out = format!("{}\n", self.say(Msg::PanelTimeline));
        let mut day = String::new();
        let last = self.timeline.row_at(self.options.at);
        for (row, event) in self.timeline.events().enumerate() {
            if last.is_none_or(|last| row > last) {
                break;
            }
            let date = self.options.zone.civil(event.at).date();
            if date != day {
                line!(out, "  {date} {}", self.options.zone.abbreviation(event.at));
                day = date;
            }
            line!(out, "  {}", self.event(event));
            let gaps = self.timeline.gaps();
            if let Ok(index) = gaps.binary_search_by_key(&row, |gap| gap.row) {
                let length = self.words().duration(gaps[index].seconds());
                line!(out, "           ({})", self.words().fill(Msg::NoEntry, &[&length]));
            }
        }
        out
    }

    fn event(&self, event: &Event) -> String {
        let civil = self.options.zone.civil(event.at);
        let time = match event.precision {
            Precision::Exact => civil.clock(),
            Precision::Day => "~".to_owned(),
            _ => format!("~{}", civil.short_clock()),
        };
        let since = self.moment.since_start.and_then(|_| {
            let started = self.timeline.milestone(crate::model::Phase::Started)?;
            Some(SinceStart(event.at.since(started.at)).short())
        });
        let lang = self.words().lang;
        let services = self.services_of(event);
        format!(
            "{}  {}  {}  {}{services}",
            pad(&time, 9),
            pad(&since.unwrap_or_default(), 8),
            pad(self.say(event.kind.label()), 10),
            event.title.get(lang),
        )
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

fn label(kind: MeasureKind) -> Msg {
    match kind {
        MeasureKind::Detect => Msg::MeasureDetect,
        MeasureKind::Acknowledge => Msg::MeasureAcknowledge,
        MeasureKind::Mitigate => Msg::MeasureMitigate,
        MeasureKind::Resolve => Msg::MeasureResolve,
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

fn trimmed(text: &str) -> String {
    text.lines().flat_map(|line| [line.trim_end(), "\n"]).collect()
}
