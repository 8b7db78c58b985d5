//! `report`: the postmortem's facts as Markdown.
//!
//! Everything that can be told from the file, in the order in which a postmortem tells it; whether
//! each end of a measure is given or derived, and the basis of each figure, stand beside it.

use super::markdown::{link, paragraphs, table, text};
use crate::app::Filter;
use crate::model::{Event, Phase, Precision, Source, Status, Time, Zone, time::SinceStart};
use crate::text::{Msg, SafeText, Words};
use crate::timeline::{Milestone, Timeline, tell};

/// What is reported, and how.
#[derive(Debug, Clone)]
pub struct ReportOptions {
    pub words: Words,
    /// The zone times are told in, beside UTC.
    pub zone: Zone,
    /// Which events the timeline's table holds.
    pub filter: Filter,
    /// Private events too.
    pub private: bool,
}

/// The report, as Markdown for GitHub, GitLab and pandoc.
pub fn report_markdown(timeline: &Timeline, options: &ReportOptions) -> String {
    let mut writer = Writer { timeline, options, sources: Vec::new() };
    let mut out = writer.head();
    for section in [
        writer.times(),
        writer.measures(),
        writer.harm(),
        writer.cause(),
        writer.recovery(),
        writer.events(),
        writer.gaps(),
        writer.actions(),
        writer.sources(),
    ] {
        out.push_str(&section);
    }
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}

struct Writer<'a> {
    timeline: &'a Timeline,
    options: &'a ReportOptions,
    /// In the order in which the timeline first names them.
    sources: Vec<&'a Source>,
}

impl<'a> Writer<'a> {
    fn words(&self) -> Words {
        self.options.words
    }

    fn say(&self, msg: Msg) -> &'static str {
        self.words().say(msg)
    }

    fn full(&self, at: Time) -> String {
        text(&tell::full(at, self.options.zone))
    }

    /// A section, if there is something in it.
    fn section(&self, title: Msg, body: &str) -> String {
        if body.trim().is_empty() {
            return String::new();
        }
        format!("## {}\n\n{}\n\n", self.say(title), body.trim_end())
    }

    fn head(&self) -> String {
        let incident = self.timeline.incident();
        let words = self.words();
        let mut facts = Vec::new();
        facts.extend(incident.severity.map(|severity| severity.word().to_owned()));
        facts.extend(incident.id.as_ref().map(|id| text(id)));
        facts.push(words.count(self.timeline.len(), Msg::EventsOne, Msg::EventsMany));
        facts.push(text(&self.options.zone.name()));
        format!(
            "# {}\n\n{}\n\n{}",
            text(incident.title.get(words.lang)),
            facts.join(" · "),
            paragraphs(incident.summary.get(words.lang)),
        )
    }

    fn origin(&self, milestone: Milestone) -> &'static str {
        self.say(if milestone.derived { Msg::OriginDerived } else { Msg::OriginGiven })
    }

    /// The five times, in both zones.
    fn times(&self) -> String {
        let rows = Phase::MILESTONES.map(|phase| {
            let name = self.say(phase.label()).to_owned();
            match self.timeline.milestone(phase) {
                Some(milestone) => vec![
                    name,
                    self.full(milestone.at),
                    text(&milestone.at.rfc3339()),
                    self.origin(milestone).to_owned(),
                ],
                None => vec![name, "–".to_owned(), "–".to_owned(), String::new()],
            }
        });
        let zone = text(&self.options.zone.name());
        let head = [self.say(Msg::RowPhase), &zone, "UTC", self.say(Msg::ColumnOrigin)];
        self.section(Msg::TimesTitle, &table(&head, &rows))
    }

    fn measures(&self) -> String {
        let end = |milestone: Option<Milestone>| match milestone {
            Some(end) => format!("{} ({})", self.full(end.at), self.origin(end)),
            None => "–".to_owned(),
        };
        let rows: Vec<Vec<String>> = self
            .timeline
            .measures_at(self.timeline.last())
            .iter()
            .map(|measure| {
                let name = self.say(tell::measure_label(measure.kind));
                let short = self.say(tell::measure_name(measure.kind));
                vec![
                    format!("{name} ({short})"),
                    tell::measure(*measure, self.words()).replace('*', "\\*"),
                    end(measure.from),
                    end(measure.to),
                ]
            })
            .collect();
        let head = [Msg::ColumnMeasure, Msg::ColumnLength, Msg::ColumnFrom, Msg::ColumnTo];
        let body = table(&head.map(|msg| self.say(msg)), &rows) + self.say(Msg::DerivedLong);
        self.section(Msg::MeasuresTitle, &body)
    }

    /// Time in each status, per service; statuses that nobody had are left out.
    fn harm(&self) -> String {
        let last = self.timeline.last();
        let times = |id| self.timeline.time_in_status(id, last);
        let shown: Vec<Status> = Status::ALL
            .into_iter()
            .rev()
            .filter(|status| self.timeline.services().any(|id| times(id)[*status as usize] > 0))
            .collect();
        let rows: Vec<Vec<String>> = self
            .timeline
            .services()
            .map(|id| {
                let service = self.timeline.service(id);
                let mut row = vec![text(service.name.get(self.words().lang))];
                row.extend(shown.iter().map(|status| match times(id)[*status as usize] {
                    0 => "–".to_owned(),
                    seconds => self.words().duration(seconds),
                }));
                row
            })
            .collect();
        if rows.is_empty() || shown.is_empty() {
            return String::new();
        }
        let mut head = vec![self.say(Msg::ColumnService)];
        head.extend(shown.iter().map(|status| self.say(status.label())));
        self.section(Msg::HarmTitle, &table(&head, &rows))
    }

    fn cause(&self) -> String {
        let cause = self.timeline.incident().cause.get(self.words().lang);
        self.section(Msg::CauseTitle, &paragraphs(cause))
    }

    /// The readings, each with its basis.
    fn recovery(&self) -> String {
        let rows: Vec<Vec<String>> = self
            .shown()
            .filter_map(|event| Some((event, event.recovery?)))
            .map(|(event, reading)| {
                let words = self.words();
                vec![
                    self.full(event.at),
                    words.digits(&format!("{}%", reading.percent)),
                    words.say(reading.basis.label()).to_owned(),
                ]
            })
            .collect();
        if rows.is_empty() {
            return String::new();
        }
        let head = [Msg::RowAt, Msg::PanelRecovery, Msg::ColumnBasis].map(|msg| self.say(msg));
        self.section(Msg::PanelRecovery, &table(&head, &rows))
    }

    /// The events that may be told, whatever the filter.
    fn shown(&self) -> impl Iterator<Item = &'a Event> + use<'a> {
        let private = self.options.private;
        self.timeline.events().filter(move |event| private || !event.private)
    }

    /// The timeline, exactly as the filter has it.
    fn events(&mut self) -> String {
        let (timeline, options) = (self.timeline, self.options);
        let chosen = self.shown().filter(|event| options.filter.holds(event, timeline));
        let rows: Vec<Vec<String>> = chosen.map(|event| self.event(event)).collect();
        if rows.is_empty() {
            return String::new();
        }
        let head = [Msg::RowAt, Msg::Since0, Msg::ColumnKind, Msg::PanelDetail, Msg::PanelServices]
            .map(|msg| self.say(msg));
        self.section(Msg::PanelTimeline, &table(&head, &rows))
    }

    fn event(&mut self, event: &'a Event) -> Vec<String> {
        let words = self.words();
        let date = self.options.zone.civil(event.at).date();
        let time = match event.precision {
            Precision::Day => format!("\\~{date}"),
            _ => format!("{date} {}", text(&tell::clock(event, self.options.zone))),
        };
        let started = self.timeline.milestone(Phase::Started);
        let since = started.map(|started| SinceStart(event.at.since(started.at)).short());
        let services: Vec<String> = event
            .touched()
            .map(|id| text(self.timeline.service(id).name.get(words.lang)))
            .collect();
        let marks: Vec<String> =
            event.sources.iter().map(|source| format!("[{}]", self.number(source))).collect();
        let title = text(event.title.get(words.lang));
        vec![
            time,
            since.unwrap_or_default(),
            words.say(event.kind.label()).to_owned(),
            format!("{title} {}", marks.concat().replace('[', "\\[").replace(']', "\\]"))
                .trim_end()
                .to_owned(),
            services.join(", "),
        ]
    }

    /// The number of a source, given when it is first named.
    fn number(&mut self, source: &'a Source) -> usize {
        let known = self.sources.iter().position(|known| *known == source);
        known.map_or_else(
            || {
                self.sources.push(source);
                self.sources.len()
            },
            |index| index + 1,
        )
    }

    fn gaps(&self) -> String {
        let lines: Vec<String> = self
            .timeline
            .gaps()
            .iter()
            .map(|gap| {
                let length = self.words().duration(gap.seconds());
                let what = self.words().fill(Msg::NoEntry, &[&length]);
                format!("- {} – {}: {what}", self.full(gap.from), self.full(gap.to))
            })
            .collect();
        self.section(Msg::GapsTitle, &lines.join("\n"))
    }

    fn actions(&self) -> String {
        let field = |field: &Option<SafeText>| field.as_deref().map(text).unwrap_or_default();
        let rows: Vec<Vec<String>> = self
            .timeline
            .incident()
            .actions
            .iter()
            .map(|action| {
                let done = self.say(if action.done { Msg::ActionDone } else { Msg::ActionOpen });
                vec![
                    text(action.task.get(self.words().lang)),
                    field(&action.owner),
                    field(&action.due),
                    field(&action.priority),
                    done.to_owned(),
                ]
            })
            .collect();
        if rows.is_empty() {
            return String::new();
        }
        let head = [
            Msg::ColumnTask,
            Msg::ColumnOwner,
            Msg::ColumnDue,
            Msg::ColumnPriority,
            Msg::ColumnState,
        ];
        self.section(Msg::ActionsTitle, &table(&head.map(|msg| self.say(msg)), &rows))
    }

    /// The sources of the timeline by their numbers, and where to read on.
    fn sources(&self) -> String {
        let mut lines: Vec<String> = Vec::new();
        for (index, source) in self.sources.iter().enumerate() {
            let address = source.url.as_ref().map(|url| format!(", {}", link(url)));
            let address = address.unwrap_or_default();
            lines.push(format!("{}. {}{address}", index + 1, text(&source.name)));
        }
        lines.push(String::new());
        for further in &self.timeline.incident().links {
            let title = text(further.title.get(self.words().lang));
            lines.push(format!("- {title}: {}", link(&further.url)));
        }
        self.section(Msg::SourcesTitle, &lines.join("\n"))
    }
}
