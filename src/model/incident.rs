//! The whole of one incident.

use super::{Events, Localized, Phase, Status, Time, Zone};
use crate::text::SafeText;

/// One incident, as its file tells it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Incident {
    pub id: Option<SafeText>,
    pub title: Localized,
    pub severity: Option<Severity>,
    /// The zone that stamps without an offset are in, and the first the screen shows.
    pub zone: Zone,
    pub summary: Localized,
    pub cause: Localized,
    pub links: Vec<Link>,
    /// The milestones the file gives, by `milestones:` or by an event's `phase:`.
    pub milestones: Milestones,
    pub services: Vec<Service>,
    /// In the order of the file.
    pub events: Events,
    pub actions: Vec<Action>,
    pub expect: Vec<Expectation>,
}

/// SEV0, the worst, to SEV5. Where SEV1 is the worst there is, nothing is SEV0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Severity(u8);

impl Severity {
    /// Reads `SEV1`, `P1`, `S1`, `Severity 1`, `1`, and the words critical, high or major, medium or
    /// minor, low, info.
    pub fn parse(word: &str) -> Option<Self> {
        let word = word.trim().to_ascii_lowercase();
        let heads = ["severity", "sev", "s", "priority", "p"];
        let rest = heads.iter().find_map(|head| {
            // One letter alone is only a head before a number: `small` is no severity.
            let rest = word.strip_prefix(head)?;
            let is_level =
                rest.trim_start_matches(['-', ' ']).starts_with(|c: char| c.is_ascii_digit());
            (head.len() > 1 || is_level).then_some(rest)
        });
        let rest = rest.unwrap_or(&word);
        let level = match rest.trim_start_matches(['-', ' ', '_', ':']) {
            "0" => 0,
            "1" | "critical" => 1,
            "2" | "high" | "major" => 2,
            "3" | "medium" | "minor" => 3,
            "4" | "low" => 4,
            "5" | "info" => 5,
            _ => return None,
        };
        Some(Self(level))
    }

    /// 0, the worst, to 5.
    pub fn level(self) -> u8 {
        self.0
    }

    /// Their words, the worst first.
    pub const WORDS: [&str; 6] = ["SEV0", "SEV1", "SEV2", "SEV3", "SEV4", "SEV5"];

    /// `SEV0` … `SEV5`.
    pub fn word(self) -> &'static str {
        Self::WORDS[usize::from(self.0)]
    }
}

/// An address to read on.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Link {
    pub title: Localized,
    pub url: SafeText,
}

/// The time of each milestone, where it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Milestones {
    all: [Option<Time>; 5],
    /// The same without what private events alone tell.
    open: [Option<Time>; 5],
}

impl Milestones {
    /// When `phase` began; `Before` has no beginning.
    pub fn get(&self, phase: Phase) -> Option<Time> {
        (phase as usize).checked_sub(1).and_then(|index| self.all[index])
    }

    /// Sets the beginning of `phase`; for `Before` nothing happens.
    pub fn set(&mut self, phase: Phase, at: Time) {
        if let Some(index) = (phase as usize).checked_sub(1) {
            self.all[index] = Some(at);
            self.open[index] = Some(at);
        }
    }

    /// Adds what an event says about `phase`; what was said before stands. What only a private
    /// event says is kept from others.
    pub fn add(&mut self, phase: Phase, at: Time, private: bool) {
        let Some(index) = (phase as usize).checked_sub(1) else { return };
        self.all[index].get_or_insert(at);
        if !private {
            self.open[index].get_or_insert(at);
        }
    }

    /// Adds what another file says about milestones that are not known here.
    pub fn fill(&mut self, other: &Self) {
        for (mine, theirs) in [(&mut self.all, &other.all), (&mut self.open, &other.open)] {
            for (mine, theirs) in mine.iter_mut().zip(theirs) {
                *mine = mine.or(*theirs);
            }
        }
    }

    /// Each at another time.
    #[must_use]
    pub fn moved(self, to: impl Fn(Time) -> Time) -> Self {
        let move_all = |all: [Option<Time>; 5]| all.map(|at| at.map(&to));
        Self { all: move_all(self.all), open: move_all(self.open) }
    }

    /// Those that others may know of.
    #[must_use]
    pub(super) fn without_private(self) -> Self {
        Self { all: self.open, open: self.open }
    }
}

/// The place of a service in [`Incident::services`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ServiceId(pub usize);

/// Something people use or that others are built on.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Service {
    pub id: SafeText,
    pub name: Localized,
    pub group: Localized,
    /// Its weight in a computed recovery, above 0.
    pub weight: f64,
    /// Whether it is part of the recovery and of the milestones.
    pub counts: bool,
    /// Events name it; no list of services does.
    pub unlisted: bool,
}

/// Something to be done after the incident.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Action {
    pub task: Localized,
    pub owner: Option<SafeText>,
    pub due: Option<SafeText>,
    pub done: bool,
    pub priority: Option<SafeText>,
}

/// A check that the file makes of itself.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Expectation {
    pub at: Time,
    pub phase: Option<Phase>,
    pub status: Vec<(ServiceId, Status)>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn severities_of_many_houses() {
        for (word, level) in [
            ("SEV1", 1),
            ("sev-2", 2),
            ("P3", 3),
            ("5", 5),
            ("critical", 1),
            ("Minor", 3),
            ("P0", 0),
            ("SEV0", 0),
            ("0", 0),
            ("S2", 2),
            ("Sev 4", 4),
            ("Severity: 1", 1),
        ] {
            let parsed = Severity::parse(word);
            assert_eq!(parsed.map(Severity::level), Some(level), "{word}");
            assert_eq!(parsed.map(|parsed| Severity::parse(parsed.word())), Some(parsed), "{word}");
        }
        for word in
            ["", "SEV6", "SEV", "sev1x", "psev1", "severe", "1.5", "slow", "smajor", "pinfo"]
        {
            assert_eq!(Severity::parse(word), None, "{word}");
        }
    }
}
