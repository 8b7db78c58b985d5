//! Which events are shown.
//!
//! A filter is words and `field:value` pairs: `service:whatsapp kind:impact -tag:memes sorry`.
//! `#memes` is `tag:memes`. Values of one field are alternatives, different fields and words must all hold, and a `-`
//! turns a term round.

use super::listing::WHOLE;
use super::search::Sought;
use crate::model::{Event, Head, Kind, Service, Status};
use crate::text::{Lang, Msg, Needle, SafeText, Words, is_bengali};
use crate::timeline::Timeline;

/// Terms that an event must meet.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    terms: Vec<Term>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Term {
    not: bool,
    test: Test,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Test {
    Service(Needle),
    Kind(Kind),
    Status(Status),
    Tag(Needle),
    Text(Sought),
}

/// The fields of a filter, as they are typed.
pub(super) const FIELDS: [&str; 4] = ["service", "kind", "status", "tag"];

/// Why a filter cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FilterError {
    /// No field of that name.
    Field(String),
    /// No such kind.
    Kind(String),
    /// No such status.
    Status(String),
}

impl FilterError {
    /// What is wrong, and what there is instead.
    pub fn say(&self, words: Words) -> String {
        match self {
            Self::Field(field) => words.fill(Msg::NoSuchField, &[&SafeText::line(field)]),
            Self::Kind(kind) => {
                let known = Kind::ALL.map(Kind::word).join(" ");
                words.fill(Msg::NoSuchKind, &[&SafeText::line(kind), &known])
            }
            Self::Status(status) => {
                let known = Status::ALL.map(Status::word).join(" ");
                words.fill(Msg::NoSuchStatus, &[&SafeText::line(status), &known])
            }
        }
    }
}

impl Filter {
    /// Reads a filter; an empty one holds for every event.
    pub fn parse(text: &str) -> Result<Self, FilterError> {
        let terms = text.split_whitespace().filter_map(|word| {
            let (not, word) = match word.strip_prefix('-') {
                Some(rest) if !rest.is_empty() => (true, rest),
                _ => (false, word),
            };
            parse_test(word).map(|test| Some(Term { not, test: test? })).transpose()
        });
        terms.collect::<Result<_, _>>().map(|terms| Self { terms })
    }

    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// Whether the event in a row is shown, and what it cost to know, as [`super::Listing`] counts.
    pub(super) fn looks(&self, row: usize, timeline: &Timeline) -> (bool, usize) {
        let Some(head) = timeline.head(row) else { return (false, 1) };
        let by_head = self.terms.iter().filter(|term| !term.test.reads());
        if !self.hold(by_head, |test| test.holds_head(&head, timeline)) {
            return (false, 1);
        }
        let mut texts = self.terms.iter().filter(|term| !term.not).filter_map(|t| t.test.text());
        if texts.any(|text| !text.may_stand_in(row, timeline)) {
            return (false, 1);
        }
        if !self.terms.iter().any(|term| term.test.reads()) {
            return (true, 1);
        }
        let holds = timeline.event(row).is_some_and(|event| self.holds(&event, timeline));
        (holds, WHOLE)
    }

    /// Whether a service is among those it asks for; it may ask for none by name.
    pub fn names(&self, service: &Service) -> bool {
        let of = |term: &Term| match &term.test {
            Test::Service(needle) => Some(is_named(needle, service)),
            _ => None,
        };
        let asked: Vec<bool> = self.terms.iter().filter(|term| !term.not).filter_map(of).collect();
        let refused = self.terms.iter().filter(|term| term.not).filter_map(of).any(|is| is);
        !refused && (asked.is_empty() || asked.contains(&true))
    }

    /// Whether an event of this timeline is shown.
    pub fn holds(&self, event: &Event, timeline: &Timeline) -> bool {
        self.hold(self.terms.iter(), |test| test.holds(event, timeline))
    }

    /// Whether all of some terms hold.
    fn hold<'t>(
        &self,
        mut terms: impl Iterator<Item = &'t Term>,
        holds: impl Fn(&Test) -> bool,
    ) -> bool {
        terms.all(|term| {
            if term.not {
                return !holds(&term.test);
            }
            // Alternatives: another positive term of the same field may hold instead.
            let same = |other: &&Term| !other.not && other.test.is_alternative_to(&term.test);
            self.terms.iter().filter(same).any(|other| holds(&other.test))
        })
    }
}

/// `None` where the value is still empty, as while typing `kind:`.
fn parse_test(word: &str) -> Result<Option<Test>, FilterError> {
    let is_pair = |(field, value): &(&str, &str)| is_name(field) && !value.starts_with("//");
    if let Some(tag) = word.strip_prefix('#').filter(|tag| !tag.is_empty()) {
        return Ok(Needle::new(tag).map(Test::Tag));
    }
    let Some((field, value)) = word.split_once(':').filter(is_pair) else {
        return Ok(Sought::new(word).map(Test::Text));
    };
    let field = field.to_ascii_lowercase();
    let value = value.trim_start_matches('#').to_lowercase();
    if value.is_empty() && FIELDS.contains(&&*field) {
        return Ok(None);
    }
    Ok(match &*field {
        "service" => Needle::new(&value).map(Test::Service),
        "tag" => Needle::new(&value).map(Test::Tag),
        "kind" => Some(Test::Kind(one_kind(&value).ok_or(FilterError::Kind(value))?)),
        "status" => Some(Test::Status(one_status(&value).ok_or(FilterError::Status(value))?)),
        _ => return Err(FilterError::Field(field)),
    })
}

fn is_name(field: &str) -> bool {
    let is_letter = |c: char| c.is_ascii_alphabetic() || is_bengali(c) && !c.is_numeric();
    !field.is_empty() && field.chars().all(is_letter)
}

/// A kind by its word in files, its word on the screen in any language, or how they begin.
fn one_kind(value: &str) -> Option<Kind> {
    Kind::parse(value).or_else(|| {
        Kind::ALL.into_iter().find(|kind| {
            kind.word().starts_with(value)
                || Lang::ALL.iter().any(|lang| kind.label().text(*lang).starts_with(value))
        })
    })
}

fn one_status(value: &str) -> Option<Status> {
    Status::parse(value).or_else(|| {
        Status::ALL.into_iter().find(|status| {
            status.word().starts_with(value)
                || Lang::ALL.iter().any(|lang| status.label().text(*lang).starts_with(value))
        })
    })
}

impl Test {
    fn is_alternative_to(&self, other: &Self) -> bool {
        if matches!(self, Self::Text(_)) {
            self == other
        } else {
            std::mem::discriminant(self) == std::mem::discriminant(other)
        }
    }

    /// Whether the whole event must be read for it.
    fn reads(&self) -> bool {
        matches!(self, Self::Tag(_) | Self::Text(_))
    }

    /// The text that must stand in the event.
    fn text(&self) -> Option<&Sought> {
        match self {
            Self::Text(sought) => Some(sought),
            _ => None,
        }
    }

    /// The same of what is at hand of an event; true for what has to be read.
    fn holds_head(&self, head: &Head, timeline: &Timeline) -> bool {
        match self {
            Self::Service(needle) => {
                head.services().any(|id| is_named(needle, timeline.service(id)))
            }
            Self::Kind(kind) => head.kind == *kind,
            Self::Status(status) => head.changes().any(|(_, set, _)| set == *status),
            Self::Tag(_) | Self::Text(_) => true,
        }
    }

    fn holds(&self, event: &Event, timeline: &Timeline) -> bool {
        match self {
            Self::Service(needle) => {
                event.touched().any(|id| is_named(needle, timeline.service(id)))
            }
            Self::Kind(kind) => event.kind == *kind,
            Self::Status(status) => event.status.iter().any(|(_, set)| set == status),
            Self::Tag(needle) => event.tags.iter().any(|tag| needle.is_in(tag)),
            Self::Text(sought) => mentions(event, timeline, &sought.needle),
        }
    }
}

/// Whether a text stands in the id or a name of a service.
fn is_named(needle: &Needle, service: &Service) -> bool {
    needle.is_in(&service.id) || service.name.all().any(|name| needle.is_in(name))
}

/// Whether a text stands in anything a reader sees of the event, in any language.
pub(super) fn mentions(event: &Event, timeline: &Timeline, needle: &Needle) -> bool {
    let names = event.touched().flat_map(|id| timeline.service(id).name.all());
    let sources = event.sources.iter().map(|source| &*source.name);
    event
        .title
        .all()
        .chain(event.body.all())
        .chain(names)
        .chain(sources)
        .chain(event.tags.iter().map(|tag| &**tag))
        .chain(event.author.iter().map(|author| &**author))
        .any(|text| needle.is_in(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_refused_is_named() {
        assert_eq!(Filter::parse("kind:xyz"), Err(FilterError::Kind("xyz".into())));
        assert_eq!(Filter::parse("state:down"), Err(FilterError::Field("state".into())));
        assert_eq!(Filter::parse("ধরন:কারণ"), Err(FilterError::Field("ধরন".into())));
        assert_eq!(Filter::parse("status:fine"), Err(FilterError::Status("fine".into())));
        assert!(Filter::parse("").unwrap().is_empty());
        assert!(Filter::parse("kind:").unwrap().is_empty());
        assert!(!Filter::parse("https://example.org status:down").unwrap().is_empty());
    }
}
