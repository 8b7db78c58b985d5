//! What a picture shows, in the sentences of [`super::show_plain`].

use super::{Reader, sentence};
use crate::export::ShowOptions;
use crate::model::{Event, Known, Phase, Precision, ServiceId, Status, Time};
use crate::text::Msg;
use crate::timeline::{Run, Timeline, Window, tell};

/// What is in the picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shown {
    /// The whole screen, with the event in this row.
    All {
        row: usize,
    },
    /// The lanes of this stretch of time.
    Lanes(Window),
    Recovery,
    /// The events in these rows.
    Timeline(Vec<usize>),
    Services,
    /// The event in this row, with all that is said of it.
    Event {
        row: usize,
    },
}

/// What a picture of that moment shows.
pub fn alt_text(timeline: &Timeline, options: &ShowOptions, shown: &Shown) -> String {
    let moment = timeline.moment(options.at);
    let reader = Reader { timeline, options, moment };
    let mut lines = reader.name();
    let services = || reader.moment.worst_first(timeline).into_iter();
    match shown {
        Shown::All { row } => {
            lines.extend([reader.state(), reader.recovery()]);
            lines.extend(reader.phases());
            lines.extend(services().map(|now| reader.service(&now)));
            lines.extend(timeline.event(*row).map(|event| reader.event(&event)));
        }
        Shown::Lanes(window) => {
            let words = options.words;
            let [from, to] = [window.from, window.to].map(|at| reader.minute(at));
            lines.push(words.fill(Msg::PlainLanes, &[&from, &to]));
            lines.push(words.fill(Msg::PlainClock, &[&reader.full(options.at)]));
            lines.extend(timeline.services().map(|id| reader.lane(id, *window)));
        }
        Shown::Recovery => {
            lines.extend([reader.state(), reader.recovery()]);
            lines.extend(reader.phases());
            lines.extend(reader.measured());
        }
        Shown::Timeline(rows) => {
            lines.push(reader.state());
            let events = rows.iter().filter_map(|row| timeline.event(*row));
            lines.extend(events.map(|event| reader.event(&event)));
        }
        Shown::Services => {
            lines.push(reader.state());
            lines.extend(services().map(|now| reader.service(&now)));
        }
        Shown::Event { row } => {
            lines.extend(timeline.event(*row).iter().flat_map(|event| reader.whole(event)));
        }
    }
    lines.join("\n") + "\n"
}

/// More stretches of a lane than these are only counted.
const STRETCHES: usize = 12;

impl Reader<'_> {
    /// The phases that began up to the moment.
    fn phases(&self) -> Vec<String> {
        let begun = Phase::MILESTONES.into_iter().filter_map(|phase| {
            let milestone = self.timeline.milestone(phase)?;
            (milestone.at <= self.moment.at).then(|| self.phase(phase, milestone))
        });
        begun.collect()
    }

    /// An event, its end, its text and where it is known from.
    fn whole(&self, event: &Event) -> Vec<String> {
        let words = self.words();
        let mut lines = vec![self.event(event)];
        let until =
            event.until.map(|until| words.fill(Msg::Until, &[&self.when(until, event.precision)]));
        lines.extend(until.map(|until| sentence(&until)));
        let body = event.body.get(words.lang).split_whitespace().collect::<Vec<_>>().join(" ");
        lines.extend((!body.is_empty()).then_some(body));
        let sources: Vec<&str> = event.sources.iter().map(|source| &*source.name).collect();
        if !sources.is_empty() {
            let title = words.say(Msg::SourcesTitle);
            lines.push(sentence(&format!("{title}: {}", sources.join(", "))));
        }
        lines
    }

    /// What a service was from when to when, as far as that lies in the window; that it is well goes
    /// without saying, unless nobody said so.
    fn lane(&self, id: ServiceId, window: Window) -> String {
        let words = self.words();
        let runs = self.timeline.runs(id);
        let ends = runs.iter().skip(1).map(Some).chain([None]);
        let mut stretches: Vec<String> = runs
            .iter()
            .zip(ends)
            .filter(|(run, _)| run.status != Status::Operational || run.known == Known::Inferred)
            .filter_map(|(run, next)| self.stretch(run, next, window))
            .collect();
        if stretches.is_empty() {
            let msg = if runs.is_empty() { Msg::StatusUnknown } else { Msg::PlainWellThroughout };
            stretches.push(words.say(msg).to_owned());
        }
        let more = stretches.len().saturating_sub(STRETCHES);
        if more > 0 {
            stretches.truncate(STRETCHES);
            stretches.push(words.fill(Msg::PlainMoreStretches, &[&words.number(more as u64)]));
        }
        let name = self.timeline.service(id).name.get(words.lang);
        words.fill(Msg::PlainServiceUnknown, &[name, &stretches.join(", ")])
    }

    /// A run up to the next one, if some of it lies in the window.
    fn stretch(&self, run: &Run, next: Option<&Run>, window: Window) -> Option<String> {
        let end = next.map_or(window.to, |next| next.from).min(window.to);
        (run.from.max(window.from) < end).then_some(())?;
        let status = &*tell::status(run.status, run.known, self.words());
        let told = |run: &Run| self.minute_known(run.from, run.precision);
        let from = if run.from < window.from { self.minute(window.from) } else { told(run) };
        let to = next.filter(|next| next.from <= window.to).map_or(self.minute(window.to), told);
        Some(self.words().fill(Msg::PlainStretch, &[status, &from, &to]))
    }

    fn minute(&self, at: Time) -> String {
        let civil = self.options.zone.civil(at);
        format!("{} {}", civil.date(), civil.short_clock())
    }

    fn minute_known(&self, at: Time, precision: Precision) -> String {
        self.about(at, precision).unwrap_or_else(|| self.minute(at))
    }
}
