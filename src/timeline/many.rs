//! Measures over many incidents: the usual, the longest, and by the kind of cause.

use super::{Heading, MeasureKind};
use crate::text::SafeText;

/// One measure over many incidents.
#[derive(Debug, Clone, PartialEq)]
pub struct Spread {
    pub kind: MeasureKind,
    /// How many of the incidents have it; the others are in none of the figures.
    pub known: usize,
    /// Seconds: of an even number the mean of the two in the middle.
    pub median: Option<i64>,
    /// Seconds, and whose: by the place among the headings.
    pub longest: Option<(i64, usize)>,
    /// One of them at least has an end that was derived.
    pub derived: bool,
}

/// The incidents of one kind of cause.
#[derive(Debug, Clone, PartialEq)]
pub struct ByCause {
    /// None of those whose cause is not told.
    pub cause: Option<SafeText>,
    pub incidents: usize,
    /// Median seconds to resolve, and of how many.
    pub resolve: (Option<i64>, usize),
}

/// What many incidents have in common.
#[derive(Debug, Clone, PartialEq)]
pub struct Overall {
    pub incidents: usize,
    /// Those that were not resolved by the end of their file.
    pub open: usize,
    pub spreads: [Spread; 4],
    /// The most frequent first; those whose cause is not told last. One with several is in each.
    pub causes: Vec<ByCause>,
}

impl Overall {
    pub fn new(headings: &[&Heading]) -> Self {
        Self {
            incidents: headings.len(),
            open: headings.iter().filter(|heading| !heading.over).count(),
            spreads: MeasureKind::ALL.map(|kind| Spread::new(kind, headings)),
            causes: causes(headings),
        }
    }

    /// Whether any incident says of which kind its cause was.
    pub fn knows_causes(&self) -> bool {
        self.causes.iter().any(|group| group.cause.is_some())
    }
}

impl Spread {
    fn new(kind: MeasureKind, headings: &[&Heading]) -> Self {
        let known = headings.iter().enumerate().filter_map(|(place, heading)| {
            let measure = heading.measure(kind);
            Some((measure.seconds()?, place, measure.is_derived()))
        });
        let known: Vec<(i64, usize, bool)> = known.collect();
        let longest =
            known.iter().max_by_key(|(seconds, place, _)| (*seconds, std::cmp::Reverse(*place)));
        Self {
            kind,
            known: known.len(),
            median: median(known.iter().map(|(seconds, ..)| *seconds)),
            longest: longest.map(|(seconds, place, _)| (*seconds, *place)),
            derived: known.iter().any(|(.., derived)| *derived),
        }
    }
}

/// The value in the middle.
fn median(values: impl Iterator<Item = i64>) -> Option<i64> {
    let mut values: Vec<i64> = values.collect();
    values.sort_unstable();
    let upper = *values.get(values.len() / 2)?;
    let lower = *values.get((values.len() - 1) / 2)?;
    Some(i64::midpoint(lower, upper))
}

fn causes(headings: &[&Heading]) -> Vec<ByCause> {
    let mut kinds: Vec<Option<SafeText>> = Vec::new();
    let of = |heading: &Heading| -> Vec<Option<SafeText>> {
        let told: Vec<_> = heading.causes.iter().cloned().map(Some).collect();
        if told.is_empty() { vec![None] } else { told }
    };
    for kind in headings.iter().flat_map(|heading| of(heading)) {
        if !kinds.contains(&kind) {
            kinds.push(kind);
        }
    }
    let group = |cause: Option<SafeText>| {
        let these = headings.iter().filter(|heading| of(heading).contains(&cause));
        let resolve: Vec<i64> =
            these.clone().filter_map(|it| it.measure(MeasureKind::Resolve).seconds()).collect();
        let resolve = (median(resolve.iter().copied()), resolve.len());
        ByCause { incidents: these.count(), resolve, cause }
    };
    let mut groups: Vec<ByCause> = kinds.into_iter().map(group).collect();
    groups.sort_by_key(|group| (group.cause.is_none(), std::cmp::Reverse(group.incidents)));
    groups
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::open;

    fn heading(minutes: u32, cause: &str, detected: bool) -> Heading {
        let kind = if detected { "alert" } else { "note" };
        let yaml = format!(
            "title: T{minutes}\nevents:\n\
             \x20 - {{at: 2031-03-01T10:00Z, kind: cause, title: a, status: {{x: down}}, tags: [{cause}]}}\n\
             \x20 - {{at: 2031-03-01T10:00:30Z, kind: {kind}, title: b}}\n\
             \x20 - {{at: 2031-03-01T10:{minutes:02}Z, title: c, status: {{x: ok}}}}\n"
        );
        Heading::new(&open("x", yaml.as_bytes()).unwrap().0)
    }

    #[test]
    fn medians_and_the_longest_are_of_those_that_have_it() {
        let all = [
            heading(10, "'cause:config'", true),
            heading(40, "'cause:config'", false),
            heading(20, "deploy", false),
            heading(30, "'cause:network'", false),
        ];
        let overall = Overall::new(&all.iter().collect::<Vec<_>>());
        let resolve = &overall.spreads[MeasureKind::Resolve as usize];
        assert_eq!((resolve.median, resolve.longest), (Some(25 * 60), Some((40 * 60, 1))));
        assert!(resolve.derived && resolve.known == 4);
        let detect = &overall.spreads[MeasureKind::Detect as usize];
        assert_eq!((detect.known, detect.median), (1, Some(30)));
        let acknowledge = &overall.spreads[MeasureKind::Acknowledge as usize];
        assert_eq!((acknowledge.known, acknowledge.median, acknowledge.longest), (0, None, None));
        let told: Vec<_> = overall
            .causes
            .iter()
            .map(|it| (it.cause.as_deref(), it.incidents, it.resolve.0))
            .collect();
        let expected = [
            (Some("config"), 2, Some(25 * 60)),
            (Some("network"), 1, Some(30 * 60)),
            (None, 1, Some(20 * 60)),
        ];
        assert_eq!(told, expected);
    }

    #[test]
    fn of_nothing_there_is_no_figure() {
        let none = Overall::new(&[]);
        assert_eq!((none.incidents, none.open, none.causes.len()), (0, 0, 0));
        assert!(none.spreads.iter().all(|spread| spread.median.is_none() && !spread.derived));
    }
}
