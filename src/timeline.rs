//! What is true at a moment.
//!
//! A [`Timeline`] owns an incident that no longer changes and the few indexes that make every
//! question about a moment a binary search: the events in the order of time, each service's runs
//! of one status, the milestones. Nothing here remembers a cursor; the same moment always gives
//! the same answer.
//!
//! ```text
//!   events ──order──▶ rows ──▶ runs per service ──▶ moment(at) ──▶ screen, show, report
//!                       └────▶ milestones, readings, gaps
//! ```

mod audit;
pub mod compare;
mod gap;
mod heading;
mod lane;
mod many;
mod marks;
mod measure;
mod milestone;
mod moment;
mod open;
mod recovery;
mod run;
mod scale;
mod story;
pub mod tell;
mod when;

use std::borrow::Cow;
use std::ops::Range;

use crate::model::{
    Event, Head, Incident, Kind, Phase, Precision, Service, ServiceId, Status, Time,
};
use crate::text::Scent;

pub use audit::audit;
pub use gap::Gap;
pub use heading::{Cell, Heading};
pub use lane::Borders;
pub use many::{ByCause, Overall, Spread};
use marks::Marks;
pub use measure::{Measure, MeasureKind};
pub use milestone::Milestone;
pub use moment::{Counts, Moment, ServiceNow};
pub use open::{open, open_wanted, open_watched};
pub use recovery::Recovery;
pub use run::{Certainty, Run, Worst};
use run::{Place, Runs};
pub use scale::{Axis, Scale, Tick, Window};
pub use when::WhenError;

/// An incident and its indexes.
#[derive(Debug, Clone)]
pub struct Timeline {
    incident: Incident,
    /// Indexes of the events, by time; those of equal time in the order of the file.
    order: Vec<u32>,
    /// Whether that is the order of the file.
    is_in_order: bool,
    runs: Vec<Runs>,
    marks: Marks,
    /// When the first counted service left operation.
    first_harm: Option<Time>,
    milestones: [Option<Milestone>; 5],
    /// Rows of the events that carry a reading of the recovery.
    readings: Vec<u32>,
    gaps: Vec<Gap>,
    first: Time,
    /// With how exactly it is known.
    last: (Time, Precision),
    first_symptom: Option<usize>,
    last_change: Option<usize>,
}

impl Timeline {
    pub fn new(incident: Incident) -> Self {
        let order = order(&incident);
        let (runs, marks) = run::runs(&incident.events, &order, incident.services.len());
        let mut timeline = Self {
            readings: Vec::new(),
            incident,
            is_in_order: order.is_sorted(),
            order,
            runs,
            marks,
            first_harm: None,
            milestones: [None; 5],
            gaps: Vec::new(),
            first: Time::default(),
            last: Default::default(),
            first_symptom: None,
            last_change: None,
        };
        let read = timeline.heads().zip(0..).filter(|(head, _)| head.recovery.is_some());
        timeline.readings = read.map(|(_, row)| row).collect();
        timeline.first_harm = timeline.counted().filter_map(|id| timeline.harmed_since(id)).min();
        timeline.milestones = milestone::all(&timeline);
        (timeline.first, timeline.last) = timeline.ends();
        timeline.gaps = gap::all(&timeline);
        timeline.first_symptom = story::first_symptom(&timeline);
        timeline.last_change = story::last_change(&timeline);
        timeline
    }

    pub fn incident(&self) -> &Incident {
        &self.incident
    }

    /// The number of rows, one for each event.
    pub fn len(&self) -> usize {
        self.order.len()
    }

    pub fn is_empty(&self) -> bool {
        self.order.is_empty()
    }

    /// The event in a row of the timeline, rows counted from 0 in the order of time.
    pub fn event(&self, row: usize) -> Option<Cow<'_, Event>> {
        self.incident.events.get(self.place(row)?)
    }

    /// What is at hand of that event.
    pub fn head(&self, row: usize) -> Option<Head<'_>> {
        self.incident.events.head(self.place(row)?)
    }

    /// When that event is.
    pub fn at(&self, row: usize) -> Option<Time> {
        self.incident.events.at(self.place(row)?)
    }

    /// What kind that event is.
    pub fn kind(&self, row: usize) -> Option<Kind> {
        self.incident.events.kind(self.place(row)?)
    }

    /// The first row among some whose event may hold a scent in what it says; names of services
    /// apart. That those before it do not is certain.
    pub fn next_saying(&self, among: Range<usize>, scent: &Scent) -> Option<usize> {
        let events = &self.incident.events;
        if self.is_in_order {
            return events.next_saying(among, scent);
        }
        let says = |place: usize| events.next_saying(place..place + 1, scent).is_some();
        among.into_iter().find(|&row| self.place(row).is_some_and(says))
    }

    /// The place in the file of the event in a row.
    pub fn place(&self, row: usize) -> Option<usize> {
        self.order.get(row).map(|&index| index as usize)
    }

    /// The row of the event at a place in the file.
    pub fn row_of(&self, place: usize) -> Option<usize> {
        self.order.iter().position(|&index| index as usize == place)
    }

    /// The events in the order of time.
    pub fn events(&self) -> impl DoubleEndedIterator<Item = Cow<'_, Event>> {
        (0..self.len()).filter_map(|row| self.event(row))
    }

    /// What is at hand of them, in the same order.
    pub fn heads(&self) -> impl DoubleEndedIterator<Item = Head<'_>> {
        (0..self.len()).filter_map(|row| self.head(row))
    }

    /// The last row at or before `at`.
    pub fn row_at(&self, at: Time) -> Option<usize> {
        self.rows_until(at).checked_sub(1)
    }

    /// The first row at or after `at`.
    pub fn row_from(&self, at: Time) -> Option<usize> {
        let row = self.rows_before(at);
        (row < self.len()).then_some(row)
    }

    /// How many rows come before `at`.
    pub fn rows_before(&self, at: Time) -> usize {
        self.rows_while(|earlier| earlier < at)
    }

    /// How many rows come before `at` or stand just there.
    pub fn rows_until(&self, at: Time) -> usize {
        self.rows_while(|earlier| earlier <= at)
    }

    /// How many rows come before the first whose time does not hold.
    fn rows_while(&self, holds: impl Fn(Time) -> bool) -> usize {
        let mark = self.marks.at.partition_point(|&at| holds(at)).checked_sub(1);
        mark.map_or(0, |mark| self.rows_after(mark, holds))
    }

    /// The same where it is known that the row of a mark holds and that of the next does not.
    fn rows_after(&self, mark: usize, holds: impl Fn(Time) -> bool) -> usize {
        let start = mark * self.marks.every;
        let end = (start + self.marks.every).min(self.len());
        let at = |place: u32| self.incident.events.at(place as usize);
        start + self.order[start..end].partition_point(|&place| at(place).is_some_and(&holds))
    }

    /// The time of the first event, or of a milestone before it.
    pub fn first(&self) -> Time {
        self.first
    }

    /// The time of the last event, of a milestone after it, or the end of the last span.
    pub fn last(&self) -> Time {
        self.last.0
    }

    /// How exactly that is known.
    pub fn last_precision(&self) -> Precision {
        self.last.1
    }

    /// The time of the last event.
    pub fn last_event(&self) -> Time {
        self.heads().next_back().map_or(self.first, |head| head.at)
    }

    fn ends(&self) -> (Time, (Time, Precision)) {
        let milestones = self.milestones.iter().flatten();
        let starts = self.at(0).into_iter().chain(milestones.clone().map(|it| it.at));
        let milestones = milestones.map(|it| (it.at, it.precision));
        let ends = self.heads().map(|head| (head.end(), head.precision));
        (starts.min().unwrap_or_default(), ends.chain(milestones).max().unwrap_or_default())
    }

    pub fn service(&self, id: ServiceId) -> &Service {
        &self.incident.services[id.0]
    }

    /// The services, in the order of the file.
    pub fn services(&self) -> impl Iterator<Item = ServiceId> + use<> {
        (0..self.incident.services.len()).map(ServiceId)
    }

    /// The services that are part of the recovery and of the milestones.
    pub fn counted(&self) -> impl Iterator<Item = ServiceId> + '_ {
        self.services().filter(|&id| self.service(id).counts)
    }

    /// Each stretch of one status of a service, in the order of time.
    pub fn runs(&self, id: ServiceId) -> &[Run] {
        &self.runs[id.0].list
    }

    /// Whether a service ever has a status.
    pub fn has(&self, id: ServiceId, status: Status) -> bool {
        self.runs[id.0].has(status)
    }

    /// Whether a service ever has a status that nobody said.
    pub fn has_inferred(&self, id: ServiceId) -> bool {
        self.runs[id.0].inferred
    }

    /// When a service first left operation, as far as the file knows.
    fn harmed_since(&self, id: ServiceId) -> Option<Time> {
        self.runs[id.0].harmed
    }

    fn place_at(&self, id: ServiceId, at: Time) -> Place {
        let runs = &self.runs[id.0];
        runs.place(at, self.marks.among(self.marks.until(at), id, runs.list.len()))
    }

    /// The run that holds at `at`; none before the first known state.
    pub fn run_at(&self, id: ServiceId, at: Time) -> Option<&Run> {
        self.place_at(id, at).run().map(|index| &self.runs(id)[index])
    }

    pub fn status_at(&self, id: ServiceId, at: Time) -> Status {
        self.run_at(id, at).map_or(Status::Unknown, |run| run.status)
    }

    /// The worst status between two moments, the first included and the second not; what holds
    /// at `from` counts.
    pub fn worst_between(&self, id: ServiceId, from: Time, to: Time) -> Worst {
        let worst = self.runs[id.0].worst(self.place_at(id, from), self.place_at(id, to));
        worst.unwrap_or(Worst::UNKNOWN)
    }

    /// When a phase began, and whether that is the file's word or this program's.
    pub fn milestone(&self, phase: Phase) -> Option<Milestone> {
        (phase as usize).checked_sub(1).and_then(|index| self.milestones[index])
    }

    /// The stretches without an entry while the incident was open, in the order of time.
    pub fn gaps(&self) -> &[Gap] {
        &self.gaps
    }
}

/// The places of the events in the order of time; those of equal time in the order of the file.
fn order(incident: &Incident) -> Vec<u32> {
    let mut order: Vec<u32> = (0..incident.events.len() as u32).collect();
    let at = |place: &u32| incident.events.at(*place as usize);
    if !order.is_sorted_by_key(at) {
        order.sort_by_key(at);
    }
    order
}
