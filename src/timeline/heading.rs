//! What a list says of an incident: its measures, and a strip of how bad it was.

use super::{Measure, MeasureKind, Timeline, Window};
use crate::model::{Known, Localized, Phase, Precision, ServiceId, Severity, Status, Time, Zone};
use crate::text::{Needle, SafeText};

/// Cells of a strip as it is kept; a screen shows fewer.
const CELLS: u16 = 120;
/// Tags of causes and changes that say of which kind they were begin so: `cause:network`.
const CAUSE: &str = "cause:";

/// An incident without its events.
#[derive(Debug, Clone)]
pub struct Heading {
    pub id: Option<SafeText>,
    pub title: Localized,
    pub severity: Option<Severity>,
    pub zone: Zone,
    /// When it began; the first entry, where nobody says.
    pub start: Time,
    /// How exactly that is known.
    pub start_precision: Precision,
    /// Seconds to its resolution, or, while there is none, to its last entry.
    pub length: i64,
    /// How exactly its ends are known.
    pub length_precision: Precision,
    /// Whether it was resolved.
    pub over: bool,
    pub services: usize,
    pub events: usize,
    /// To detect, acknowledge, mitigate and resolve.
    pub measures: [Measure; 4],
    /// Of which kinds the cause was, as tags of events say; most say nothing.
    pub causes: Vec<SafeText>,
    strip: Vec<Cell>,
    /// What a search looks through besides title and id.
    texts: Vec<SafeText>,
}

/// One stretch of a strip.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cell {
    pub status: Status,
    /// That status is nowhere said, only inferred.
    pub inferred: bool,
}

impl Heading {
    pub fn new(timeline: &Timeline) -> Self {
        let incident = timeline.incident();
        let started = timeline.milestone(Phase::Started);
        let start = started.map_or(timeline.first(), |milestone| milestone.at);
        let start_precision = match started {
            Some(milestone) => milestone.precision,
            None => timeline.head(0).map(|head| head.precision).unwrap_or_default(),
        };
        let resolved = timeline.milestone(Phase::Resolved);
        let end = resolved.map_or(timeline.last(), |milestone| milestone.at);
        let end_precision = match resolved {
            Some(milestone) => milestone.precision,
            None => timeline.last_precision(),
        };
        let tags = tags(timeline);
        Self {
            id: incident.id.clone(),
            title: incident.title.clone(),
            severity: incident.severity,
            zone: incident.zone,
            start,
            start_precision,
            length: end.since(start),
            length_precision: start_precision.max(end_precision),
            over: resolved.is_some(),
            services: incident.services.len(),
            events: timeline.len(),
            measures: timeline.measures_at(Time::MAX),
            causes: tags
                .iter()
                .filter_map(|tag| tag.strip_prefix(CAUSE))
                .map(SafeText::line)
                .collect(),
            strip: strip(timeline, Window::new(start, end)),
            texts: texts(timeline, &tags),
        }
    }

    /// One of the four.
    pub fn measure(&self, kind: MeasureKind) -> Measure {
        self.measures[kind as usize]
    }

    /// How bad it was from its start to its end, in so many cells: the worst of each stretch.
    pub fn strip(&self, cells: u16) -> impl Iterator<Item = Cell> + '_ {
        let (all, cells) = (self.strip.len(), usize::from(cells.max(1)));
        (0..cells).filter_map(move |cell| {
            let from = cell * all / cells;
            let to = ((cell + 1) * all).div_ceil(cells).clamp(from + 1, all.max(from + 1));
            self.strip
                .get(from..to)?
                .iter()
                .copied()
                .max_by_key(|cell| (cell.status, !cell.inferred))
        })
    }

    /// Whether it says such a thing: in its title, id, day, services, tags, summary or cause.
    pub fn mentions(&self, needle: &Needle) -> bool {
        let id = self.id.iter().map(|id| &**id);
        self.title.all().chain(id).any(|text| needle.is_in(text))
            || self.texts.iter().any(|text| needle.is_in(text))
            || needle.is_in(&self.zone.civil(self.start).date())
    }
}

/// The tags of what set it off.
fn tags(timeline: &Timeline) -> Vec<SafeText> {
    let rows = 0..timeline.len();
    let setting_off =
        rows.filter(|&row| timeline.head(row).is_some_and(|head| head.kind.changes()));
    let mut tags: Vec<SafeText> = Vec::new();
    for tag in
        setting_off.filter_map(|row| timeline.event(row)).flat_map(|event| event.tags.clone())
    {
        if !tags.contains(&tag) {
            tags.push(tag);
        }
    }
    tags
}

fn texts(timeline: &Timeline, tags: &[SafeText]) -> Vec<SafeText> {
    let incident = timeline.incident();
    let named = incident.services.iter().flat_map(|service| service.name.all());
    let told = incident.summary.all().chain(incident.cause.all());
    named.chain(told).map(SafeText::block).chain(tags.iter().cloned()).collect()
}

/// The worst of what is said of any service that counts, or of any, where none does.
fn strip(timeline: &Timeline, window: Window) -> Vec<Cell> {
    let counted: Vec<ServiceId> = timeline.counted().collect();
    let of = if counted.is_empty() { timeline.services().collect() } else { counted };
    let scale = super::Scale::new(window, CELLS);
    (0..CELLS).map(|column| worst(timeline, &of, scale.slice(column))).collect()
}

fn worst(timeline: &Timeline, services: &[ServiceId], (from, to): (Time, Time)) -> Cell {
    let said = services.iter().filter_map(|&id| {
        let runs = timeline.runs(id);
        let known = runs.partition_point(|run| run.from < to || run.from <= from);
        let first = runs.partition_point(|run| run.from <= from).saturating_sub(1);
        let cell =
            |run: &super::Run| Cell { status: run.status, inferred: run.known == Known::Inferred };
        runs.get(first..known)?.iter().map(cell).max_by_key(|cell| (cell.status, !cell.inferred))
    });
    said.max_by_key(|cell| (cell.status, !cell.inferred))
        .unwrap_or(Cell { status: Status::Unknown, inferred: false })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::open;

    fn heading(yaml: &str) -> Heading {
        Heading::new(&open("x", yaml.as_bytes()).unwrap().0)
    }

    const STORY: &str = "title: Story\nid: s-1\nsummary: A sad one\nevents:\n\
        \x20 - {at: 2031-03-01T10:00Z, kind: cause, title: Push, tags: ['cause:config', deploy]}\n\
        \x20 - {at: 2031-03-01T10:10Z, title: Down, status: {api: down, web: operational}}\n\
        \x20 - {at: 2031-03-01T11:00Z, title: Half, status: {api: recovering}}\n\
        \x20 - {at: 2031-03-01T12:10Z, title: Up, status: {api: ok}}\n";

    #[test]
    fn a_strip_keeps_the_worst_of_each_stretch() {
        let story = heading(STORY);
        let statuses: Vec<Status> = story.strip(4).map(|cell| cell.status).collect();
        let (down, rising) = (Status::MajorOutage, Status::Recovering);
        assert_eq!(statuses, [down, down, rising, rising]);
        for cells in [1, 3, 7, 119, 120, 121, 500] {
            assert_eq!(story.strip(cells).count(), usize::from(cells));
            assert_eq!(story.strip(cells).next().map(|cell| cell.status), Some(down));
        }
        assert_eq!((story.length, story.over, story.services, story.events), (7_200, true, 2, 4));
    }

    #[test]
    fn where_nobody_says_anything_a_strip_is_unknown() {
        let silent = heading("title: S\nevents: [{at: 2031-03-01T10:00Z, title: x}]\n");
        assert!(silent.strip(5).all(|cell| cell.status == Status::Unknown));
        assert!(!silent.over && silent.length == 0);
    }

    #[test]
    fn what_a_search_finds() {
        let story = heading(STORY);
        for text in ["STORY", "s-1", "sad", "web", "2031-03", "deploy", "config"] {
            assert!(story.mentions(&Needle::new(text).unwrap()), "{text}");
        }
        assert!(!story.mentions(&Needle::new("half").unwrap()));
        assert_eq!(story.causes.iter().map(|cause| &**cause).collect::<Vec<_>>(), ["config"]);
    }
}
