//! `show --plain`: the incident at a moment in sentences, for screen readers and for alt texts.
//!
//! No columns, no boxes, no signs that have to be spelled out; what stands in a table elsewhere is
//! a sentence here.

mod alt;

use super::ShowOptions;
use crate::model::{Event, Phase, Precision, Status, Time};
use crate::text::{Msg, Words, is_bengali};
use crate::timeline::tell::About;
use crate::timeline::{Milestone, Moment, ServiceNow, Timeline, tell};

pub use alt::{Shown, alt_text};

/// The whole text, a line for each sentence, its last line ended.
pub fn show_plain(timeline: &Timeline, options: &ShowOptions) -> String {
    let moment = timeline.moment(options.at);
    let reader = Reader { timeline, options, moment };
    let mut lines = reader.head();
    lines.push(reader.state());
    lines.push(reader.recovery());
    lines.extend(reader.services());
    lines.extend(reader.measures());
    lines.extend(reader.events());
    lines.join("\n") + "\n"
}

struct Reader<'a> {
    timeline: &'a Timeline,
    options: &'a ShowOptions,
    moment: Moment,
}

impl Reader<'_> {
    fn words(&self) -> Words {
        self.options.words
    }

    fn full(&self, at: Time) -> String {
        tell::full(at, self.options.zone)
    }

    /// The title, and how bad it is.
    fn name(&self) -> Vec<String> {
        let incident = self.timeline.incident();
        let mut lines = vec![sentence(incident.title.get(self.words().lang))];
        if let Some(severity) = incident.severity {
            lines.push(self.words().fill(Msg::PlainSeverity, &[severity.word()]));
        }
        lines
    }

    fn head(&self) -> Vec<String> {
        let incident = self.timeline.incident();
        let lang = self.words().lang;
        let mut lines = self.name();
        for text in [&incident.summary, &incident.cause] {
            let joined = text.get(lang).split_whitespace().collect::<Vec<_>>().join(" ");
            if !joined.is_empty() {
                lines.push(joined);
            }
        }
        lines
    }

    fn state(&self) -> String {
        let words = self.words();
        let at = self.full(self.moment.at);
        let phase = words.say(self.moment.phase.label());
        match self.moment.phase_since {
            Some(since) => match self.moment.at.since(since) {
                0 => words.fill(Msg::PlainStateNow, &[&at, phase]),
                seconds => {
                    let length = self.length(seconds, self.moment.phase_precision);
                    words.fill(Msg::PlainState, &[&at, phase, &length])
                }
            },
            None => words.fill(Msg::PlainBefore, &[&at]),
        }
    }

    fn recovery(&self) -> String {
        let words = self.words();
        let Some(recovery) = self.moment.recovery else {
            return sentence(words.say(Msg::NothingToRecover));
        };
        let percent = words.digits(&recovery.rounded().to_string());
        let counts: Vec<String> = tell::counts(self.moment.counts, words, true)
            .into_iter()
            .map(|(text, _)| text)
            .collect();
        let basis = words.say(recovery.basis.label());
        words.fill(Msg::PlainRecovery, &[&percent, basis, &counts.join(", ")])
    }

    fn services(&self) -> Vec<String> {
        let services = self.moment.worst_first(self.timeline);
        let told = services.iter().map(|now| self.service(now));
        self.headed(Msg::PanelServices, told.collect())
    }

    fn service(&self, now: &ServiceNow) -> String {
        let words = self.words();
        let name = self.timeline.service(now.id).name.get(words.lang);
        let status = &*tell::status(now.status, now.known, words);
        let Some(since) = now.since else {
            return words.fill(Msg::PlainServiceUnknown, &[name, status]);
        };
        let since = self.when(since, now.since_precision);
        if now.down_seconds == 0 || now.status == Status::Unknown {
            return words.fill(Msg::PlainService, &[name, status, &since]);
        }
        let down = self.length(now.down_seconds, now.down_precision);
        words.fill(Msg::PlainServiceDown, &[name, status, &since, &down])
    }

    fn measures(&self) -> Vec<String> {
        self.headed(Msg::MeasuresTitle, self.measured())
    }

    fn measured(&self) -> Vec<String> {
        let words = self.words();
        let told = self.timeline.measures_at(self.moment.at).map(|measure| {
            let name = words.say(tell::measure_label(measure.kind));
            match measure.seconds() {
                Some(seconds) => {
                    let length = self.length(seconds, measure.precision());
                    let derived = measure.is_derived();
                    let msg = if derived { Msg::PlainMeasureDerived } else { Msg::PlainMeasure };
                    words.fill(msg, &[name, &length])
                }
                None => words.fill(Msg::PlainMeasureUnknown, &[name]),
            }
        });
        told.into()
    }

    /// `6 hours`, `about 6 hours`, `less than 1 day`.
    fn length(&self, seconds: i64, precision: Precision) -> String {
        let words = self.words();
        let (about, seconds) = tell::rounded(seconds, precision);
        let sign = if seconds < 0 { "-" } else { "" };
        let length = format!("{sign}{}", words.spoken_duration(seconds));
        match about {
            About::About => words.fill(Msg::PlainRoughly, &[&length]),
            About::LessThan => words.fill(Msg::PlainLess, &[&length]),
            About::Exactly => length,
        }
    }

    /// The events so far, with the phases as headings where they begin.
    fn events(&self) -> Vec<String> {
        let mut lines = Vec::new();
        let mut milestones: Vec<(Time, Phase, Milestone)> = Phase::MILESTONES
            .into_iter()
            .filter_map(|phase| self.timeline.milestone(phase).map(|m| (m.at, phase, m)))
            .collect();
        milestones.sort_by_key(|(at, phase, _)| (*at, *phase));
        let mut next = milestones.into_iter().peekable();
        let so_far = self.timeline.row_at(self.moment.at).map_or(0, |row| row + 1);
        for event in self.timeline.events().take(so_far) {
            while let Some((_, phase, milestone)) = next.next_if(|(at, ..)| *at <= event.at) {
                lines.push(self.phase(phase, milestone));
            }
            lines.push(self.event(&event));
        }
        while let Some((_, phase, milestone)) = next.next_if(|(at, ..)| *at <= self.moment.at) {
            lines.push(self.phase(phase, milestone));
        }
        lines.extend(tell::left_out(self.options.left_out, self.words()).as_deref().map(sentence));
        self.headed(Msg::PanelTimeline, lines)
    }

    fn phase(&self, phase: Phase, milestone: Milestone) -> String {
        let words = self.words();
        let name = words.say(phase.label());
        let msg = if milestone.derived { Msg::PlainPhaseDerived } else { Msg::PlainPhase };
        words.fill(msg, &[name, &self.when(milestone.at, milestone.precision)])
    }

    /// When something was, as exactly as it is known.
    fn when(&self, at: Time, precision: Precision) -> String {
        self.about(at, precision).unwrap_or_else(|| self.full(at))
    }

    /// When something was, if that is not known exactly.
    fn about(&self, at: Time, precision: Precision) -> Option<String> {
        let civil = self.options.zone.civil(at);
        let (msg, time) = match precision {
            Precision::Exact => return None,
            Precision::Day => (Msg::PlainDay, civil.date()),
            _ => (Msg::PlainAbout, format!("{} {}", civil.date(), civil.short_clock())),
        };
        Some(self.words().fill(msg, &[&time]))
    }

    fn event(&self, event: &Event) -> String {
        let words = self.words();
        let civil = self.options.zone.civil(event.at);
        let exact = || format!("{} {}", civil.date(), civil.clock());
        let time = self.about(event.at, event.precision).unwrap_or_else(exact);
        let services: Vec<&str> =
            event.touched().map(|id| self.timeline.service(id).name.get(words.lang)).collect();
        let mut parts = vec![time, words.say(event.kind.label()).to_owned()];
        if !services.is_empty() {
            parts.push(services.join(", "));
        }
        sentence(&format!("{}: {}", parts.join(", "), event.title.get(words.lang)))
    }

    /// A heading and what stands under it, after an empty line; nothing where there is nothing.
    fn headed(&self, title: Msg, lines: Vec<String>) -> Vec<String> {
        if lines.is_empty() {
            return Vec::new();
        }
        let heading = sentence(self.words().say(title));
        [String::new(), heading].into_iter().chain(lines).collect()
    }
}

/// A text with a full stop of its own script, unless it ends in one.
fn sentence(text: &str) -> String {
    let text = text.trim();
    if text.ends_with(['.', '!', '?', '।']) {
        return text.to_owned();
    }
    format!("{text}{}", if text.chars().any(is_bengali) { "।" } else { "." })
}
