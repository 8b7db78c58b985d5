//! The moment a person means: `--at` on the command line and the go-to line of the screen.

use super::Timeline;
use crate::load::nearest;
use crate::model::{
    Phase, Time, Zone,
    time::{StampError, parse_length, parse_stamp},
};
use crate::text::{Lang, SafeText};

impl Timeline {
    /// Reads a moment: RFC 3339, a date and time in `zone`, a bare clock time (`18:00`, on the
    /// day of `near` in `zone`), `T+2h10m` or `+2h10m` from the start, or the name of a milestone.
    pub fn parse_when(&self, text: &str, zone: Zone, near: Time) -> Result<Time, WhenError> {
        let text = text.trim();
        if let Some(phase) = Phase::parse(&text.to_lowercase()).or_else(|| said(text)) {
            return self.milestone(phase).map(|m| m.at).ok_or(WhenError::NoMilestone(phase));
        }
        let length = text.strip_prefix(['T', 't']).unwrap_or(text);
        if length.starts_with(['+', '-', '−']) {
            let length = length.replacen('−', "-", 1);
            let seconds = parse_length(&length).ok_or(WhenError::Stamp(StampError::Shape))?;
            let zero = self.milestone(Phase::Started).ok_or(WhenError::NoStart)?;
            return Ok(zero.at.plus_seconds(seconds));
        }
        let stamp = parse_stamp(text, zone).or_else(|error| match error {
            StampError::Shape if !text.is_empty() => {
                parse_stamp(&format!("{} {text}", zone.civil(near).date()), zone)
            }
            other => Err(other),
        });
        let nearest = || nearest(text, Phase::MILESTONES.map(Phase::word)).and_then(Phase::parse);
        stamp.map(|stamp| stamp.at).map_err(|error| match (error, nearest()) {
            (StampError::Shape, Some(phase)) => WhenError::Misspelt(phase),
            (error, _) => WhenError::Stamp(error),
        })
    }

    /// Whether a moment lies further from the story than the story is long, and further than a day.
    pub fn is_far(&self, at: Time) -> bool {
        let away = self.first().since(at).max(at.since(self.last()));
        away > self.last().since(self.first()).max(86_400)
    }
}

/// A milestone by its word on the screen, in any language.
fn said(text: &str) -> Option<Phase> {
    // Both in the same normal form.
    let text = SafeText::line(text);
    let is_word = |phase: &Phase| {
        Lang::ALL.iter().any(|lang| SafeText::line(phase.label().text(*lang)) == text)
    };
    Phase::MILESTONES.into_iter().find(is_word)
}

/// Why a text is not a moment of this incident.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WhenError {
    Stamp(StampError),
    /// Nearly the word of a milestone.
    Misspelt(Phase),
    /// `T+…` in an incident whose start nobody knows.
    NoStart,
    /// The milestone is not known.
    NoMilestone(Phase),
}
