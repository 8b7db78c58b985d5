//! Where the story is thin.

use super::Timeline;
use crate::model::{Phase, Precision, Time};

/// The least length of a gap, in seconds.
const LEAST: i64 = 300;

/// A stretch without an entry, after the event in `row`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gap {
    pub row: usize,
    pub from: Time,
    pub to: Time,
    /// How exactly its beginning and its end are known.
    pub known: [Precision; 2],
}

impl Gap {
    pub fn seconds(&self) -> i64 {
        self.to.since(self.from)
    }

    /// How exactly its less exact end is known.
    pub fn precision(&self) -> Precision {
        self.known[0].max(self.known[1])
    }
}

/// The gaps between start and resolution: stretches that no event and no span covers, at least
/// five minutes, four times the usual distance of events (their median, the lower one of two) and a
/// thirtieth of the incident long. One distance alone is not usual yet.
pub(super) fn all(timeline: &Timeline) -> Vec<Gap> {
    let open = timeline.milestone(Phase::Started).map_or(Time::MIN, |m| m.at);
    let closed = timeline.milestone(Phase::Resolved).map_or(Time::MAX, |m| m.at);
    let mut silences = Vec::new();
    let mut distances = Vec::new();
    let mut covered: Option<(Time, Precision)> = None;
    let mut before: Option<Time> = None;
    for (row, event) in timeline.heads().enumerate() {
        let inside = event.at > open && event.at <= closed;
        if let (Some(before), true) = (before, inside) {
            distances.push(event.at.since(before));
        }
        if let (Some((from, known)), true) = (covered.filter(|(at, _)| *at >= open), inside)
            && event.at.since(from) >= LEAST
        {
            let known = [known, event.precision];
            silences.push(Gap { row: row - 1, from, to: event.at, known });
        }
        before = Some(event.at);
        covered = covered.max(Some((event.end(), event.precision)));
    }
    let length = timeline.last().min(closed).since(timeline.first().max(open));
    let threshold = LEAST.max(4 * median(&mut distances)).max(length / 30);
    silences.retain(|gap| gap.seconds() >= threshold);
    silences
}

fn median(lengths: &mut [i64]) -> i64 {
    if lengths.len() < 2 {
        return 0;
    }
    let middle = (lengths.len() - 1) / 2;
    *lengths.select_nth_unstable(middle).1
}
