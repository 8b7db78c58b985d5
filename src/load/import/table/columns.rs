//! Which column tells what: by the words that tools and people use, or as the command line says.

/// What a column can tell of an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    At,
    /// The day, where `At` is only a time of day.
    Date,
    Until,
    Title,
    Body,
    Service,
    Status,
    Author,
    Kind,
    /// Which incident the row belongs to.
    Incident,
    Tags,
    /// That it is not for others.
    Private,
}

/// The targets, their names on the command line, and the heads that are taken for them; of
/// several the first in this list.
const ALIASES: [(Target, &str, &[&str]); 12] = [
    (
        Target::At,
        "at",
        &[
            "at",
            "datetime",
            "time",
            "timestamp",
            "ts",
            "@timestamp",
            "occurred_at",
            "created_at",
            "start_at",
            "started_at",
            "start_time",
            "start",
            "date",
        ],
    ),
    (Target::Date, "date", &["date", "day"]),
    (Target::Until, "until", &["until", "end_at", "ended_at", "end_time", "end", "resolved_at"]),
    (
        Target::Title,
        "title",
        &["title", "message", "msg", "event", "text", "summary", "description", "action", "note"],
    ),
    (Target::Body, "body", &["body", "description", "details", "text", "note", "notes"]),
    (Target::Service, "service", &["service", "component", "host", "hostname", "source"]),
    (Target::Status, "status", &["status", "state"]),
    (Target::Author, "author", &["author", "user", "actor", "who", "by"]),
    (Target::Kind, "kind", &["kind", "type"]),
    (Target::Incident, "incident", &["incident_id", "incident"]),
    (Target::Tags, "tags", &["tags", "tag", "labels", "level", "severity"]),
    (Target::Private, "private", &["private"]),
];

impl Target {
    /// From its name on the command line.
    pub fn parse(word: &str) -> Option<Self> {
        ALIASES.iter().find(|(_, name, _)| *name == word).map(|(target, ..)| *target)
    }

    /// The names of all, for messages.
    pub fn names() -> Vec<&'static str> {
        ALIASES.iter().map(|(_, name, _)| *name).collect()
    }
}

/// For each target its columns; a column that is none of them is a detail.
#[derive(Debug, Default)]
pub(super) struct Columns {
    found: Vec<(Target, Vec<usize>)>,
    /// What the command line names and the head does not have.
    missing: Vec<String>,
}

impl Columns {
    /// Finds the columns of a head. What the command line maps is taken from no other.
    pub(super) fn new(head: &[&str], map: &[(Target, String)]) -> Self {
        let heads: Vec<String> = head.iter().map(|head| normal(head)).collect();
        let mut columns = Self::default();
        for (target, written) in map {
            let mut named = Vec::new();
            for name in written.split('+') {
                match heads.iter().position(|head| *head == normal(name)) {
                    Some(column) => named.push(column),
                    None => columns.missing.push(name.to_owned()),
                }
            }
            columns.found.push((*target, named));
        }
        for (target, _, aliases) in ALIASES {
            if columns.has(target) {
                continue;
            }
            let free =
                |index: &usize| !columns.found.iter().any(|(_, taken)| taken.contains(index));
            let column = aliases
                .iter()
                .filter_map(|alias| heads.iter().position(|head| head == alias))
                .find(free);
            columns.found.extend(column.map(|column| (target, vec![column])));
        }
        columns
    }

    pub(super) fn has(&self, target: Target) -> bool {
        self.found.iter().any(|(known, _)| *known == target)
    }

    /// The columns that were named and are not there.
    pub(super) fn missing(&self) -> &[String] {
        &self.missing
    }

    pub(super) fn of(&self, target: Target) -> &[usize] {
        self.found.iter().find(|(known, _)| *known == target).map_or(&[], |(_, found)| found)
    }

    /// Whether a column is none of the targets'.
    pub(super) fn is_detail(&self, column: usize) -> bool {
        !self.found.iter().any(|(_, taken)| taken.contains(&column))
    }
}

/// A head as it is compared: small letters, `_` for blanks and hyphens.
pub(super) fn normal(head: &str) -> String {
    head.trim().to_lowercase().replace([' ', '-'], "_")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_that_are_known_and_mapped() {
        let columns = Columns::new(&["Message", "timestamp", "datetime", "Host", "x"], &[]);
        assert_eq!(columns.of(Target::At), [2]);
        assert_eq!(columns.of(Target::Title), [0]);
        assert_eq!(columns.of(Target::Service), [3]);
        assert!(columns.is_detail(4) && columns.is_detail(1));
        let map = [(Target::Title, "x+Host".to_owned())];
        let columns = Columns::new(&["Message", "time", "Host", "x"], &map);
        assert_eq!(columns.of(Target::Title), [3, 2]);
        assert!(!columns.has(Target::Service));
        let both = Columns::new(&["date", "time", "text"], &[]);
        assert_eq!((both.of(Target::At), both.of(Target::Date)), (&[1][..], &[0][..]));
    }
}
