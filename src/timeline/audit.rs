//! What is doubtful about an incident whose file is well formed, and whether its own `expect`
//! holds.

use std::collections::HashMap;

use super::Timeline;
use crate::model::{Finding, Phase, Place, Rule, ServiceId, Status, Time};

/// How far a reading may be from what the states of the services allow, in points.
const TOLERANCE: f64 = 40.0;

/// Everything noticed, by the rules in their order.
pub fn audit(timeline: &Timeline) -> Vec<Finding> {
    [
        out_of_order(timeline),
        never_returns(timeline),
        gaps(timeline),
        milestones_reversed(timeline),
        readings(timeline),
        unused(timeline),
        look_alikes(timeline),
        expectations(timeline),
    ]
    .concat()
}

fn out_of_order(timeline: &Timeline) -> Vec<Finding> {
    let mut latest = Time::MIN;
    let mut found = Vec::new();
    let events = &timeline.incident.events;
    for (index, at) in (0..events.len()).filter_map(|index| Some((index, events.at(index)?))) {
        if at < latest {
            found.push(Finding { place: Place::Event(index), rule: Rule::OutOfOrder });
        }
        latest = latest.max(at);
    }
    found
}

fn never_returns(timeline: &Timeline) -> Vec<Finding> {
    timeline
        .counted()
        .filter(|&id| timeline.harmed_since(id).is_some())
        .map(|id| (id, timeline.status_at(id, Time::MAX)))
        .filter(|(_, last)| !last.is_up())
        .map(|(id, last)| Finding {
            place: Place::Service(id.0),
            rule: Rule::NeverReturns { last },
        })
        .collect()
}

fn gaps(timeline: &Timeline) -> Vec<Finding> {
    timeline
        .gaps()
        .iter()
        .map(|gap| Finding {
            place: Place::Event(timeline.order[gap.row] as usize),
            rule: Rule::Gap { seconds: gap.seconds() },
        })
        .collect()
}

/// A milestone before one that comes earlier in the order of phases; derived ones are in order
/// by their making or say nothing about the file.
fn milestones_reversed(timeline: &Timeline) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut latest: Option<(Time, Phase)> = None;
    for phase in Phase::MILESTONES {
        let Some(milestone) = timeline.milestone(phase) else { continue };
        if let Some((at, earlier)) = latest
            && milestone.at < at
        {
            // A derived one stands where the event is that it was derived from.
            let event = timeline.row_from(milestone.at).map(|row| timeline.order[row] as usize);
            let place = match event {
                Some(event) if milestone.derived => Place::Event(event),
                _ => Place::Milestone(phase),
            };
            found.push(Finding { place, rule: Rule::MilestonesReversed { phase, earlier } });
        }
        latest = latest.max(Some((milestone.at, phase)));
    }
    found
}

fn readings(timeline: &Timeline) -> Vec<Finding> {
    let mut found = Vec::new();
    for &row in &timeline.readings {
        let Some((event, reading)) =
            timeline.head(row as usize).and_then(|head| Some((head, head.recovery?)))
        else {
            continue;
        };
        let counts = timeline.counts_at(event.at);
        let rising = timeline.harmed_by(event.at).any(|id| timeline.is_rising(id, event.at));
        let far = timeline.bounds_at(event.at).is_some_and(|bounds| {
            reading.percent < bounds.start() - TOLERANCE
                || reading.percent > bounds.end() + TOLERANCE
        });
        let total = counts.total();
        let all_claimed = reading.percent >= 100.0 && counts.back < total;
        let none_claimed = reading.percent <= 0.0 && total > 0 && rising;
        if far || all_claimed || none_claimed {
            let rule =
                Rule::ReadingContradicts { percent: reading.percent, back: counts.back, total };
            found
                .push(Finding { place: Place::Event(timeline.order[row as usize] as usize), rule });
        }
    }
    found
}

fn unused(timeline: &Timeline) -> Vec<Finding> {
    let mut used = vec![false; timeline.incident.services.len()];
    for id in timeline.incident.events.heads().flat_map(|head| head.services()) {
        used[id.0] = true;
    }
    used.iter()
        .enumerate()
        .filter(|(_, used)| !**used)
        .map(|(index, _)| Finding { place: Place::Service(index), rule: Rule::ServiceUnused })
        .collect()
}

/// Services whose ids or names differ only in case, in blanks, or in letters of other scripts
/// that look like Latin ones.
fn look_alikes(timeline: &Timeline) -> Vec<Finding> {
    let mut seen: HashMap<String, ServiceId> = HashMap::new();
    let mut found = Vec::new();
    for id in timeline.services() {
        let service = timeline.service(id);
        let texts = std::iter::once(&*service.id).chain(service.name.all());
        let mut skeletons: Vec<String> = texts.map(skeleton).collect();
        skeletons.sort_unstable();
        skeletons.dedup();
        let other = skeletons.iter().find_map(|skeleton| seen.get(skeleton)).copied();
        if let Some(other) = other {
            found.push(Finding { place: Place::Service(id.0), rule: Rule::LooksLike { other } });
        }
        for skeleton in skeletons {
            seen.entry(skeleton).or_insert(id);
        }
    }
    found
}

/// A text with what the eye does not tell apart made equal.
fn skeleton(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '-' | '_' | '\u{200C}' | '\u{200D}'))
        .flat_map(char::to_lowercase)
        .map(|c| match c {
            '0' | 'о' | 'ο' => 'o',
            '1' | 'і' | 'ι' | '|' | 'i' => 'l',
            'а' | 'α' => 'a',
            'е' => 'e',
            'р' | 'ρ' => 'p',
            'с' => 'c',
            'х' => 'x',
            'у' => 'y',
            'ѕ' => 's',
            other => other,
        })
        .collect()
}

fn expectations(timeline: &Timeline) -> Vec<Finding> {
    let mut found = Vec::new();
    for (index, expectation) in timeline.incident.expect.iter().enumerate() {
        let place = Place::Expect(index);
        let (phase, _) = timeline.phase_at(expectation.at);
        if let Some(expected) = expectation.phase.filter(|&expected| expected != phase) {
            let rule = Rule::ExpectedPhase { expected, found: phase };
            found.push(Finding { place, rule });
        }
        for &(service, expected) in &expectation.status {
            let status: Status = timeline.status_at(service, expectation.at);
            if status != expected {
                let rule = Rule::ExpectedStatus { service, expected, found: status };
                found.push(Finding { place, rule });
            }
        }
    }
    found
}
