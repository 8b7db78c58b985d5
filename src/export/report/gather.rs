//! From a timeline to the facts of a report.

use std::collections::HashMap;

use super::ReportOptions;
use super::facts::{
    Action, At, Change, End, Facts, Filter, Gap, Harm, Link, Measure, Milestone, Reading, Row,
    Service, Source, Status,
};
use crate::export::json::show;
use crate::export::{ShowOptions, href};
use crate::model::{self, Event, Known, Phase, Precision, ServiceId, Time, Zone};
use crate::text::{Msg, Words};
use crate::timeline::{self, Timeline, tell};

/// Everything a report says.
pub(super) fn facts<'a>(timeline: &'a Timeline, options: &ReportOptions) -> Facts<'a> {
    let mut gatherer = Gatherer { timeline, options, sources: Vec::new(), numbers: HashMap::new() };
    let incident = timeline.incident();
    let lang = options.words.lang;
    let rows = gatherer.rows();
    let ReportOptions { words, zone, left_out, .. } = *options;
    let end = ShowOptions { at: timeline.last(), words, zone, ascii: false, left_out };
    Facts {
        lang: lang.code(),
        title: incident.title.get(lang),
        severity: incident.severity.map(model::Severity::word),
        id: incident.id.as_deref(),
        zone: options.zone.name(),
        events: gatherer.events(),
        summary: incident.summary.get(lang),
        times: gatherer.times(),
        measures: gatherer.measures(),
        harm: gatherer.harm(),
        cause: incident.cause.get(lang),
        recovery: gatherer.recovery(),
        filter: gatherer.filter(rows.len()),
        timeline: rows,
        gaps: gatherer.gaps(),
        actions: gatherer.actions(),
        links: gatherer.links(),
        sources: gatherer.sources.into_iter().enumerate().map(source).collect(),
        words: super::words::words(words),
        show: show(timeline, &end),
    }
}

/// The mark of a length of which nobody said a part.
const INFERRED: &str = " ‡";

struct Gatherer<'a, 'o> {
    timeline: &'a Timeline,
    options: &'o ReportOptions,
    /// In the order in which the timeline first names them.
    sources: Vec<model::Source>,
    numbers: HashMap<model::Source, usize>,
}

impl<'a> Gatherer<'a, '_> {
    fn words(&self) -> Words {
        self.options.words
    }

    fn say(&self, msg: Msg) -> &'static str {
        self.words().say(msg)
    }

    /// A moment, as exactly as it is known.
    fn at(&self, at: Time, precision: Precision) -> At {
        At {
            local: tell::known(at, precision, self.options.zone),
            utc: self.utc(at, precision),
            kept: self.kept(at, None, precision),
        }
    }

    fn end(&self, milestone: timeline::Milestone) -> End {
        let origin = if milestone.derived { Msg::OriginDerived } else { Msg::OriginGiven };
        let at = self.at(milestone.at, milestone.precision);
        let about = milestone.precision != Precision::Exact;
        End { at, about, derived: milestone.derived, origin: self.say(origin) }
    }

    fn status(&self, status: model::Status, known: Known) -> Status {
        let label = tell::status(status, known, self.words());
        Status { word: status.word(), label, glyph: status.glyph() }
    }

    /// The name of a service in the language of the report.
    fn name(&self, id: model::ServiceId) -> &'a str {
        self.timeline.service(id).name.get(self.words().lang)
    }

    /// How many events there are, and how many are left out.
    fn events(&self) -> String {
        let words = self.words();
        let all = words.count(self.timeline.len(), Msg::EventsOne, Msg::EventsMany);
        let private = self.timeline.heads().filter(|head| head.private).count();
        let private = (private > 0)
            .then(|| words.count(private, Msg::PrivateAmongOne, Msg::PrivateAmongMany));
        let left_out = tell::left_out(self.options.left_out, words);
        std::iter::once(all).chain(private).chain(left_out).collect::<Vec<_>>().join(", ")
    }

    fn times(&self) -> Vec<Milestone> {
        let row = |phase: Phase| Milestone {
            phase: phase.word(),
            label: self.say(phase.label()),
            end: self.timeline.milestone(phase).map(|milestone| self.end(milestone)),
            note: self.not_yet(phase),
        };
        Phase::MILESTONES.map(row).into()
    }

    /// That an incident which began was not over at its last entry.
    fn not_yet(&self, phase: Phase) -> Option<String> {
        let has = |phase| self.timeline.milestone(phase).is_some();
        let is_open = matches!(phase, Phase::Mitigated | Phase::Resolved)
            && has(Phase::Started)
            && !has(phase);
        is_open.then(|| self.words().fill(Msg::NotBy, &[&self.last_entry()]))
    }

    fn last_entry(&self) -> String {
        tell::known(self.timeline.last(), self.timeline.last_precision(), self.options.zone)
    }

    fn measures(&self) -> Vec<Measure> {
        let row = |measure: timeline::Measure| Measure {
            name: self.say(tell::measure_label(measure.kind)),
            short: self.say(tell::measure_name(measure.kind)),
            definition: format!(
                "{} → {}",
                self.say(Phase::Started.label()),
                self.say(measure.kind.to().label())
            ),
            seconds: measure.seconds(),
            length: tell::measure(measure, self.words()),
            from: measure.from.map(|end| self.end(end)),
            to: measure.to.map(|end| self.end(end)),
        };
        self.timeline.measures_at(self.timeline.last()).map(row).into()
    }

    /// Statuses that nobody had are left out.
    fn harm(&self) -> Harm<'a> {
        let last = self.timeline.last();
        let seconds = |id, status| self.timeline.time_in_status(id, last)[status as usize];
        let had = |status: &model::Status| {
            self.timeline
                .services()
                .any(|id| seconds(id, *status) > 0 || self.is_still(id, *status))
        };
        let statuses: Vec<_> = model::Status::ALL.into_iter().rev().filter(had).collect();
        let services: Vec<_> =
            self.timeline.services().map(|id| self.harmed(id, &statuses)).collect();
        let notes = self.harm_notes(&services);
        let told = |status: &model::Status| self.status(*status, Known::Reported);
        Harm { statuses: statuses.iter().map(told).collect(), services, notes }
    }

    /// How long a service was in each of the statuses.
    fn harmed(&self, id: ServiceId, statuses: &[model::Status]) -> Service<'a> {
        let last = self.timeline.last();
        let seconds = self.timeline.time_in_status(id, last);
        let known = self.timeline.certainty_in_status(id, last);
        let length = |status: &model::Status| {
            let at = *status as usize;
            let is_still = self.is_still(id, *status);
            let told = if is_still { tell::at_least } else { tell::length };
            let length = told(seconds[at], known[at].precision, self.words());
            let doubt = if known[at].inferred { INFERRED } else { "" };
            (seconds[at] > 0 || is_still).then(|| format!("{length}{doubt}"))
        };
        Service {
            name: self.name(id),
            counts: self.timeline.service(id).counts,
            lengths: statuses.iter().map(length).collect(),
        }
    }

    /// Whether a service is in trouble by the last entry, and how.
    fn is_still(&self, id: ServiceId, status: model::Status) -> bool {
        status > model::Status::Unknown
            && self.timeline.status_at(id, self.timeline.last()) == status
    }

    fn harm_notes(&self, services: &[Service]) -> Vec<String> {
        let span = self.words().fill(Msg::HarmSpan, &[&self.last_entry()]);
        let lengths = || services.iter().flat_map(|service| service.lengths.iter().flatten());
        let marks = [
            (lengths().any(|length| length.starts_with(tell::AT_LEAST)), Msg::HarmStill),
            (lengths().any(|length| length.ends_with(INFERRED)), Msg::HarmInferred),
            (services.iter().any(|service| !service.counts), Msg::UncountedNote),
        ];
        let told =
            marks.into_iter().filter(|(has, _)| *has).map(|(_, msg)| self.say(msg).to_owned());
        std::iter::once(span).chain(told).collect()
    }

    fn recovery(&self) -> Vec<Reading> {
        let readings = self.timeline.heads().enumerate();
        readings
            .filter_map(|(row, head)| Some((self.timeline.event(row)?, head.recovery?)))
            .map(|(event, reading)| Reading {
                at: self.at(event.at, event.precision),
                when: self.when(&event, event.at),
                about: event.precision != Precision::Exact,
                percent: self.words().digits(&format!("{}%", reading.percent)),
                basis: self.say(reading.basis.label()),
            })
            .collect()
    }

    fn filter(&self, shown: usize) -> Option<Filter> {
        let number = |n: usize| self.words().number(n as u64);
        (!self.options.filter.is_empty()).then(|| Filter {
            text: self.options.asked.to_string(),
            shown: self.words().fill(Msg::Shown, &[&number(shown), &number(self.timeline.len())]),
        })
    }

    /// The timeline, exactly as the filter has it.
    fn rows(&mut self) -> Vec<Row<'a>> {
        let (timeline, options) = (self.timeline, self.options);
        let chosen = timeline.events().filter(|event| options.filter.holds(event, timeline));
        chosen.map(|event| self.row(&event)).collect()
    }

    fn row(&mut self, event: &Event) -> Row<'a> {
        let started = self.timeline.milestone(Phase::Started);
        let since = started.and_then(|started| tell::since(event, started.at));
        Row {
            utc: self.utc(event.at, event.precision),
            until_utc: event.until.map(|until| self.utc(until, event.precision)),
            kept: self.kept(event.at, event.until, event.precision),
            when: self.when(event, event.at),
            until: event.until.map(|until| self.until(event, until)),
            about: event.precision != Precision::Exact,
            private: event.private,
            author: event.author.as_ref().map(ToString::to_string),
            since,
            kind: event.kind.word(),
            kind_label: self.say(event.kind.label()),
            title: event.title.get(self.words().lang).to_owned(),
            body: event.body.get(self.words().lang).to_owned(),
            known: self.known(event),
            changes: self.changes(event),
            sources: event.sources.iter().map(|source| self.number(source)).collect(),
        }
    }

    /// `2021-10-04 21:10:07`, `2021-10-04 ~21:10`, `~2021-10-04`: as exact as the event is.
    fn when(&self, event: &Event, at: Time) -> String {
        tell::day_and_clock(at, event.precision, self.options.zone)
    }

    /// RFC 3339; the date alone where no more is known.
    fn utc(&self, at: Time, precision: Precision) -> String {
        match precision {
            Precision::Day => self.options.zone.civil(at).date(),
            _ => at.rfc3339(),
        }
    }

    /// What goes untold of a moment or a span: of a day the time of day that gives it its place, of a
    /// clock that no UTC stands beside what is smaller than its hand, and that it is less exact than
    /// the minute it is told by.
    fn kept(&self, at: Time, until: Option<Time>, precision: Precision) -> Option<String> {
        let place = if self.tells(at, precision) && until.is_none_or(|at| self.tells(at, precision))
        {
            None
        } else {
            let ends = [Some(at), until].into_iter().flatten().map(Time::rfc3339);
            Some(ends.collect::<Vec<_>>().join("/"))
        };
        let word = matches!(precision, Precision::Quarter | Precision::Hour)
            .then(|| precision.word().to_owned());
        let kept: Vec<String> = [place, word].into_iter().flatten().collect();
        (!kept.is_empty()).then(|| kept.join(" "))
    }

    /// Whether a moment can be read from what is told of it.
    fn tells(&self, at: Time, precision: Precision) -> bool {
        match precision {
            Precision::Day => self.options.zone.civil(at).clock() == "00:00:00",
            _ if self.options.zone != Zone::UTC => true,
            Precision::Exact => at.millis() % 1_000 == 0,
            _ => at.millis() % 60_000 == 0,
        }
    }

    /// The end of a span; on the day of its beginning without the date.
    fn until(&self, event: &Event, until: Time) -> String {
        let (from, to) = (self.when(event, event.at), self.when(event, until));
        match (from.split_once(' '), to.split_once(' ')) {
            (Some((day, _)), Some((same, clock))) if day == same => clock.to_owned(),
            _ => to,
        }
    }

    /// How exact and how sure the event is and who wrote it, where the file says so.
    fn known(&self, event: &Event) -> Vec<String> {
        let fill = |msg, label| self.words().fill(msg, &[self.say(label)]);
        let about = (event.precision != Precision::Exact)
            .then(|| fill(Msg::Precise, event.precision.label()));
        let sure = event.confidence.map(|sure| fill(Msg::ConfidenceOf, sure.label()));
        let author = event.author.as_ref().map(|author| self.words().fill(Msg::By, &[author]));
        about.into_iter().chain(sure).chain(author).collect()
    }

    /// The services of an event by what becomes of them; those only touched come last.
    fn changes(&self, event: &Event) -> Vec<Change<'a>> {
        let mut changes: Vec<Change<'a>> = Vec::new();
        let told = event.changes().map(|(id, status, known)| (id, Some((status, known))));
        for (id, status) in told.chain(event.only_touched().map(|id| (id, None))) {
            let status = status.map(|(status, known)| self.status(status, known));
            let label = status.as_ref().map(|status| &status.label);
            let same = changes
                .iter_mut()
                .find(|change| change.status.as_ref().map(|status| &status.label) == label);
            match same {
                Some(change) => change.services.push(self.name(id)),
                None => changes.push(Change { services: vec![self.name(id)], status }),
            }
        }
        changes
    }

    /// The number of a source, given when it is first named.
    fn number(&mut self, source: &model::Source) -> usize {
        let next = self.sources.len() + 1;
        if let Some(number) = self.numbers.get(source) {
            return *number;
        }
        self.numbers.insert(source.clone(), next);
        self.sources.push(source.clone());
        next
    }

    fn gaps(&self) -> Vec<Gap> {
        let told = |gap: &timeline::Gap| {
            let length = tell::length(gap.seconds(), gap.precision(), self.words());
            self.words().fill(Msg::NoEntry, &[&length])
        };
        let row = |gap: &timeline::Gap| Gap {
            from: self.at(gap.from, gap.known[0]),
            to: self.at(gap.to, gap.known[1]),
            seconds: gap.seconds(),
            told: told(gap),
        };
        self.timeline.gaps().iter().map(row).collect()
    }

    fn actions(&self) -> Vec<Action<'a>> {
        let row = |action: &'a model::Action| Action {
            task: action.task.get(self.words().lang),
            owner: action.owner.as_deref(),
            due: action.due.as_deref(),
            priority: action.priority.as_deref(),
            done: action.done,
            state: self.say(if action.done { Msg::ActionDone } else { Msg::ActionOpen }),
        };
        self.timeline.incident().actions.iter().map(row).collect()
    }

    fn links(&self) -> Vec<Link<'a>> {
        let row = |link: &'a model::Link| Link {
            title: link.title.get(self.words().lang),
            url: &link.url,
            href: href(&link.url),
        };
        self.timeline.incident().links.iter().map(row).collect()
    }
}

fn source((index, source): (usize, model::Source)) -> Source {
    let url = source.url.map(|url| url.to_string());
    let href = url.as_deref().and_then(href).map(str::to_owned);
    Source { number: index + 1, name: source.name.to_string(), url, href }
}
