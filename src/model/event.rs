//! One thing that happened.

use std::collections::HashSet;

use super::{Basis, Kind, Known, Localized, Phase, ServiceId, Status, Time};
use crate::text::{Msg, SafeText};

/// One entry of the timeline.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Event {
    pub at: Time,
    /// How sure the stamp is.
    pub precision: Precision,
    /// Where the event is a span: its end.
    pub until: Option<Time>,
    pub kind: Kind,
    /// This event is that milestone.
    pub phase: Option<Phase>,
    pub title: Localized,
    /// Markdown.
    pub body: Localized,
    /// Changes that take effect at `at`, in the order of the file.
    pub status: Vec<(ServiceId, Status)>,
    /// Of these services the status is concluded, not said.
    pub inferred: Vec<ServiceId>,
    /// Services touched without a change of status.
    pub services: Vec<ServiceId>,
    pub recovery: Option<Reading>,
    pub confidence: Option<Confidence>,
    pub sources: Vec<Source>,
    pub author: Option<SafeText>,
    pub tags: Vec<SafeText>,
    /// Belongs in the report's short list.
    pub pinned: bool,
    /// Left out of pictures and reports unless asked for.
    pub private: bool,
}

impl Event {
    /// How the status that it gives a service is known.
    pub fn known(&self, service: ServiceId) -> Known {
        if self.inferred.contains(&service) { Known::Inferred } else { Known::Reported }
    }

    /// The services whose status it changes, to what, and how that is known.
    pub fn changes(&self) -> impl Iterator<Item = (ServiceId, Status, Known)> {
        let is_inferred = among(self.inferred.iter());
        self.status.iter().map(move |&(service, status)| {
            let known = if is_inferred(&service) { Known::Inferred } else { Known::Reported };
            (service, status, known)
        })
    }

    /// The services it changes or touches, each once, changed ones first.
    pub fn touched(&self) -> impl Iterator<Item = ServiceId> {
        let changed = self.status.iter().map(|(service, _)| *service);
        changed.chain(self.only_touched())
    }

    /// Those it touches without a change.
    pub fn only_touched(&self) -> impl Iterator<Item = ServiceId> {
        let is_changed = among(self.status.iter().map(|(service, _)| service));
        self.services.iter().copied().filter(move |service| !is_changed(service))
    }
}

/// Whether a service is one of some, which may be many.
fn among<'a, I>(services: I) -> impl Fn(&ServiceId) -> bool
where
    I: ExactSizeIterator<Item = &'a ServiceId> + Clone,
{
    /// So many are compared one by one.
    const FEW: usize = 32;
    let many = services.len() > FEW;
    let set: Option<HashSet<ServiceId>> = many.then(|| services.clone().copied().collect());
    move |service| match &set {
        Some(set) => set.contains(service),
        None => services.clone().any(|one| one == service),
    }
}

/// How sure a stamp is; anything but `Exact` is shown with `~`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Hash)]
pub enum Precision {
    #[default]
    Exact,
    Minute,
    Quarter,
    Hour,
    Day,
}

impl Precision {
    pub const ALL: [Self; 5] = [Self::Exact, Self::Minute, Self::Quarter, Self::Hour, Self::Day];

    /// The word in files and JSON.
    pub fn word(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Minute => "minute",
            Self::Quarter => "quarter",
            Self::Hour => "hour",
            Self::Day => "day",
        }
    }

    /// From its word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|precision| precision.word() == word)
    }

    /// What the screen says about it.
    pub fn label(self) -> Msg {
        match self {
            Self::Exact => Msg::PrecisionExact,
            Self::Minute => Msg::PrecisionMinute,
            Self::Quarter => Msg::PrecisionQuarter,
            Self::Hour => Msg::PrecisionHour,
            Self::Day => Msg::PrecisionDay,
        }
    }
}

/// How sure the fact is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Confidence {
    High,
    Medium,
    Low,
}

impl Confidence {
    pub const ALL: [Self; 3] = [Self::High, Self::Medium, Self::Low];

    /// The word in files and JSON.
    pub fn word(self) -> &'static str {
        match self {
            Self::High => "high",
            Self::Medium => "medium",
            Self::Low => "low",
        }
    }

    /// From its word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|confidence| confidence.word() == word)
    }

    /// The word on the screen.
    pub fn label(self) -> Msg {
        match self {
            Self::High => Msg::ConfidenceHigh,
            Self::Medium => Msg::ConfidenceMedium,
            Self::Low => Msg::ConfidenceLow,
        }
    }
}

/// A reading of the recovery of the whole.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reading {
    /// 0 to 100.
    pub percent: f64,
    pub basis: Basis,
}

/// Who says so.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Source {
    pub name: SafeText,
    pub url: Option<SafeText>,
}
