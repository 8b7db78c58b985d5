//! The facts of a report as Markdown.
//!
//! `load/markdown.rs` reads the head, the five times, the services, the readings, the timeline, the
//! actions and the sources again; what is changed here must be changed there, and a test sees to it.

use super::facts::{At, End, Facts, Milestone, Reading, Row};
use super::{ReportOptions, ReportPicture};
use crate::export::markdown::{beside, item, link, marked_title, prose, table, text};

/// The mark of a service that does not count.
const UNCOUNTED: char = '†';

/// The report; `gantt` stands behind the harm, the pictures before the cause.
pub(super) fn write(facts: &Facts, gantt: &str, options: &ReportOptions) -> String {
    let writer = Writer { facts };
    let mut out = writer.head();
    for section in [
        writer.times(),
        writer.measures(),
        writer.harm(gantt),
        writer.pictures(&options.pictures),
        writer.section("cause", &prose(facts.cause)),
        writer.recovery(),
        writer.timeline(!options.texts),
        if options.texts { writer.texts() } else { String::new() },
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
    facts: &'a Facts<'a>,
}

impl Writer<'_> {
    fn say(&self, name: &str) -> &'static str {
        self.facts.words.get(name).copied().unwrap_or_default()
    }

    /// A table under heads that are words of the report.
    fn table<const N: usize>(&self, head: [&str; N], rows: &[Vec<String>]) -> String {
        if rows.is_empty() { String::new() } else { table(&head.map(|name| self.say(name)), rows) }
    }

    /// A section, if there is something in it.
    fn section(&self, name: &str, body: &str) -> String {
        if body.trim().is_empty() {
            return String::new();
        }
        format!("## {}\n\n{}\n\n", self.say(name), body.trim_end())
    }

    fn head(&self) -> String {
        let facts = self.facts;
        let mut line: Vec<String> = Vec::new();
        line.extend(facts.severity.map(str::to_owned));
        line.extend(facts.id.map(text));
        line.push(facts.events.clone());
        line.push(text(&facts.zone));
        format!("# {}\n\n{}\n\n{}", text(facts.title), line.join(" · "), prose(facts.summary))
    }

    fn pictures(&self, pictures: &[ReportPicture]) -> String {
        let shown =
            pictures.iter().map(|one| format!("![{}]({})", text(&one.alt), beside(&one.file)));
        self.section("pictures", &shown.collect::<Vec<_>>().join("\n\n"))
    }

    /// The column of the report's zone and that of UTC, which are one where they are the same.
    fn clocks(&self) -> Vec<String> {
        let zone = text(&self.facts.zone);
        if self.facts.is_utc() { vec![zone] } else { vec![zone, self.say("utc").to_owned()] }
    }

    /// What stands in those columns.
    fn clock(&self, local: &str, about: bool, utc: &str, kept: Option<&str>) -> Vec<String> {
        let mut cells = vec![text(local)];
        if !self.facts.is_utc() {
            cells.push(text(&universal(utc, about)));
        }
        if let (Some(kept), Some(last)) = (kept, cells.last_mut()) {
            last.push_str(&hidden(kept));
        }
        cells
    }

    /// The five times, in both zones.
    fn times(&self) -> String {
        let columns = self.clocks();
        let row = |time: &Milestone| {
            let (clock, origin) = match &time.end {
                Some(End { at, about, origin, .. }) => {
                    (self.clock(&at.local, *about, &at.utc, at.kept.as_deref()), *origin)
                }
                None => (vec!["–".to_owned(); columns.len()], time.note.as_deref().unwrap_or("")),
            };
            row_of(time.label, clock, &[&text(origin)])
        };
        let rows: Vec<_> = self.facts.times.iter().map(row).collect();
        let head = row_of(self.say("phase"), columns.clone(), &[self.say("origin")]);
        self.section("times", &table(&head, &rows))
    }

    fn measures(&self) -> String {
        let end = |end: &Option<End>| match end {
            Some(end) => format!("{} ({})", text(&end.at.local), end.origin),
            None => "–".to_owned(),
        };
        let rows: Vec<Vec<String>> = self
            .facts
            .measures
            .iter()
            .map(|measure| {
                vec![
                    format!("{} ({}): {}", measure.name, measure.short, measure.definition),
                    text(&measure.length),
                    end(&measure.from),
                    end(&measure.to),
                ]
            })
            .collect();
        let table = self.table(["measure", "length", "from", "to"], &rows);
        self.section("measures", &(table + &text(self.say("derived_note"))))
    }

    /// Time in each status, per service.
    fn harm(&self, gantt: &str) -> String {
        let harm = &self.facts.harm;
        let rows: Vec<Vec<String>> = harm
            .services
            .iter()
            .map(|service| {
                let lengths = service.lengths.iter();
                let cells = lengths.map(|length| length.as_deref().map_or("–".to_owned(), text));
                std::iter::once(counted(service.name, service.counts)).chain(cells).collect()
            })
            .collect();
        if rows.is_empty() {
            return String::new();
        }
        let mut head = vec![self.say("service")];
        head.extend(harm.statuses.iter().map(|status| &*status.label));
        let notes: Vec<String> = harm.notes.iter().map(|note| text(note)).collect();
        let harm = self.section("harm", &(table(&head, &rows) + &notes.join(" ")));
        harm + &self.section("gantt", gantt)
    }

    /// The readings, each with its basis.
    fn recovery(&self) -> String {
        let facts = self.facts;
        if facts.recovery.is_empty() {
            return String::new();
        }
        let row = |reading: &Reading| {
            let Reading { at, when, about, percent, basis } = reading;
            let mut row = self.clock(when, *about, &at.utc, at.kept.as_deref());
            row.extend([percent.clone(), (*basis).to_owned()]);
            row
        };
        let rows: Vec<_> = facts.recovery.iter().map(row).collect();
        let mut head = self.clocks();
        head.extend(["recovery", "basis"].map(|name| self.say(name).to_owned()));
        self.section("recovery", &table(&head, &rows))
    }

    /// The table, and a word about texts that there are and that do not stand here.
    fn timeline(&self, without_texts: bool) -> String {
        let facts = self.facts;
        let rows: Vec<_> = facts.timeline.iter().map(|row| self.row(row)).collect();
        let mut head = self.clocks();
        let words = ["since", "kind", "event", "services"];
        head.extend(words.map(|name| self.say(name).to_owned()));
        let table = table(&head, &rows);
        let asked = facts.filter.as_ref();
        let asked = asked.map(|filter| {
            format!("{}: {}{}\n\n", text(&filter.text), filter.shown, hidden("filtered"))
        });
        let are_missing = without_texts && facts.timeline.iter().any(|row| !row.body.is_empty());
        let note = if are_missing { text(self.say("texts_note")) } else { String::new() };
        self.section("timeline", &(asked.unwrap_or_default() + &table + &note))
    }

    /// The kind of an event, and that it is private.
    fn kind(&self, row: &Row) -> String {
        let private = row.private.then(|| self.say("private"));
        std::iter::once(row.kind_label).chain(private).collect::<Vec<_>>().join(" · ")
    }

    fn row(&self, row: &Row) -> Vec<String> {
        let local = span(&row.when, row.until.as_deref(), " – ");
        let utc = span(&row.utc, row.until_utc.as_deref(), "/");
        let changes: Vec<String> = row
            .changes
            .iter()
            .map(|change| {
                let names: Vec<String> = change.services.iter().map(|name| item(name)).collect();
                let status = change.status.as_ref().map(|status| format!(": {}", status.label));
                names.join(", ") + &status.unwrap_or_default()
            })
            .collect();
        let mut cells = self.clock(&local, row.about, &utc, row.kept.as_deref());
        cells.extend([
            text(row.since.as_deref().unwrap_or_default()),
            self.kind(row),
            marked_title(&row.title, &row.sources),
            changes.join("; "),
        ]);
        cells
    }

    /// The texts of the events, each under its time and title.
    fn texts(&self) -> String {
        let told = self.facts.timeline.iter().filter(|row| !row.body.is_empty()).map(|row| {
            let when = span(&row.when, row.until.as_deref(), " – ");
            format!("**{}: {}**\n\n{}", text(&when), text(&row.title), prose(&row.body))
        });
        self.section("texts", &told.collect::<String>())
    }

    fn gaps(&self) -> String {
        let line = |from: &At, to: &At, told: &str| {
            format!("- {} – {}: {told}\n", text(&from.local), text(&to.local))
        };
        let gaps = self.facts.gaps.iter();
        let lines: String = gaps.map(|gap| line(&gap.from, &gap.to, &gap.told)).collect();
        let rule = if lines.is_empty() { String::new() } else { text(self.say("gap_rule")) };
        self.section("gaps", &format!("{lines}\n{rule}"))
    }

    fn actions(&self) -> String {
        let field = |field: Option<&str>| field.map(text).unwrap_or_default();
        let rows: Vec<Vec<String>> = self
            .facts
            .actions
            .iter()
            .map(|action| {
                vec![
                    text(action.task),
                    field(action.owner),
                    field(action.due),
                    field(action.priority),
                    action.state.to_owned(),
                ]
            })
            .collect();
        let table = self.table(["task", "owner", "due", "priority", "state"], &rows);
        self.section("actions", &table)
    }

    /// The sources of the timeline by their numbers, and where to read on.
    fn sources(&self) -> String {
        let numbered = self.facts.sources.iter().map(|source| {
            let address =
                source.url.as_ref().map(|url| format!(", {}", link(url))).unwrap_or_default();
            format!("{}. {}{address}\n", source.number, text(&source.name))
        });
        let further =
            self.facts.links.iter().map(|to| format!("- {}: {}\n", text(to.title), link(to.url)));
        let sources = self.section("sources", &numbered.collect::<String>());
        sources + &self.section("links", &further.collect::<String>())
    }
}

/// The time in UTC, or both of a span. Of what is known to the day it is not even known which day it
/// was there.
fn universal(utc: &str, about: bool) -> String {
    match (utc.contains('T'), about) {
        (false, _) => "–".to_owned(),
        (true, true) => format!("~{}", utc.replace('/', "/~")),
        (true, false) => utc.to_owned(),
    }
}

/// A time, or both of a span.
fn span(from: &str, until: Option<&str>, between: &str) -> String {
    match until {
        Some(until) => format!("{from}{between}{until}"),
        None => from.to_owned(),
    }
}

/// What only this program reads: a comment, which no page shows.
fn hidden(kept: &str) -> String {
    format!(" <!-- {kept} -->")
}

/// The name of a service, with a mark where it does not count; the same mark in the name itself is
/// written otherwise.
fn counted(name: &str, counts: bool) -> String {
    let name = text(name).replace(UNCOUNTED, "&#8224;");
    if counts { name } else { format!("{name} {UNCOUNTED}") }
}

fn row_of(first: &str, clock: Vec<String>, rest: &[&str]) -> Vec<String> {
    let first = std::iter::once(first.to_owned());
    first.chain(clock).chain(rest.iter().map(|cell| (*cell).to_owned())).collect()
}
