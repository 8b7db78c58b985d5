//! The format, once: every object, its fields, their other names and what they hold.
//!
//! The reader, the check for unknown keys, the near words and the JSON Schema are all made from
//! this table.

use crate::{
    model::{Basis, Confidence, Kind, Phase, Precision, Status},
    text::Msg,
};

/// The version of the format that is read and written.
pub(crate) const VERSION: &str = "outage/1";

/// A kind of map in the file.
#[derive(Debug)]
pub(crate) struct Object {
    pub(crate) name: &'static str,
    /// What messages call it.
    pub(crate) label: Msg,
    pub(crate) doc: &'static str,
    pub(crate) fields: &'static [Field],
    /// The field that is meant when a plain text stands in place of the map.
    pub(crate) short: Option<&'static str>,
}

/// A key of an [`Object`].
#[derive(Debug)]
pub(crate) struct Field {
    pub(crate) name: &'static str,
    /// What is read as the same. A word that several fields list goes to the first one that is
    /// not given.
    pub(crate) synonyms: &'static [&'static str],
    pub(crate) holds: Holds,
    pub(crate) required: bool,
    pub(crate) doc: &'static str,
}

/// What a field holds.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Holds {
    /// A text or a map from language to text.
    Text,
    /// The same, of several lines; Markdown.
    Prose,
    /// A text in no particular language.
    Line,
    Version,
    Url,
    Zone,
    Stamp,
    Number {
        least: f64,
        most: Option<f64>,
        /// Whether `least` itself is allowed.
        inclusive: bool,
    },
    Switch,
    Choice(fn() -> Vec<&'static str>),
    /// SEV0 to SEV5, in the words of many houses.
    Severity,
    /// A map from service to status.
    Statuses,
    Names,
    One(&'static Object),
    Many(&'static Object),
}

const fn field(name: &'static str, holds: Holds, doc: &'static str) -> Field {
    Field { name, synonyms: &[], holds, required: false, doc }
}

impl Field {
    const fn required(self) -> Self {
        Self { required: true, ..self }
    }

    const fn or(self, synonyms: &'static [&'static str]) -> Self {
        Self { synonyms, ..self }
    }
}

const TEXTS: &[&str] = &["message", "text", "description"];
const STAMPS: &[&str] = &["time", "timestamp", "date"];

pub(crate) static INCIDENT: Object = Object {
    name: "incident",
    label: Msg::ObjectIncident,
    doc: "An incident: what happened when, and what state each service was in.",
    short: None,
    fields: &[
        field("schema", Holds::Version, "The version of the format."),
        field("id", Holds::Line, "A short name for the incident, unique among its neighbours."),
        field("title", Holds::Text, "What happened, in one line.").required(),
        field(
            "severity",
            Holds::Severity,
            "SEV0, the worst, to SEV5; P1, 1, critical are read too.",
        ),
        field(
            "timezone",
            Holds::Zone,
            "The zone of times written without an offset: an IANA name or an offset. UTC unless given.",
        ),
        field("summary", Holds::Prose, "What happened, in a paragraph."),
        field("cause", Holds::Prose, "Why it happened."),
        field("links", Holds::Many(&LINK), "Where to read on."),
        field(
            "milestones",
            Holds::One(&MILESTONES),
            "The turning points. Those not given are worked out from the events.",
        ),
        field(
            "services",
            Holds::Many(&SERVICE),
            "What people use. Without this list, services are whatever the events name.",
        )
        .or(&["components"]),
        field("events", Holds::Many(&EVENT), "What happened, in order.")
            .required()
            .or(&["timeline"]),
        field(
            "actions",
            Holds::Many(&ACTION),
            "What is to be done so that it does not happen again.",
        ),
        field(
            "expect",
            Holds::Many(&EXPECTATION),
            "What must be true at a moment; checked by `outage-tui check`.",
        ),
    ],
};

pub(crate) static LINK: Object = Object {
    name: "link",
    label: Msg::ObjectLink,
    doc: "An address to read on.",
    short: Some("url"),
    fields: &[
        field("title", Holds::Text, "What is to be found there."),
        field("url", Holds::Url, "An http, https or mailto address.").required(),
    ],
};

pub(crate) static MILESTONES: Object = Object {
    name: "milestones",
    label: Msg::ObjectMilestones,
    doc: "When the incident entered each phase.",
    short: None,
    fields: &[
        field("started", Holds::Stamp, "The first harm. Times like +5m are counted from here."),
        field("detected", Holds::Stamp, "Somebody or something noticed."),
        field("acknowledged", Holds::Stamp, "Somebody took it on."),
        field("mitigated", Holds::Stamp, "Users no longer feel the worst of it."),
        field("resolved", Holds::Stamp, "Everything is as it was."),
    ],
};

pub(crate) static SERVICE: Object = Object {
    name: "service",
    label: Msg::ObjectService,
    doc: "Something people use or that others are built on.",
    short: Some("id"),
    fields: &[
        field("id", Holds::Line, "The word by which events call it.").required(),
        field("name", Holds::Text, "The name on the screen; the id unless given."),
        field("group", Holds::Text, "The heading it stands under."),
        field(
            "weight",
            Holds::Number { least: 0.0, most: None, inclusive: false },
            "Its share in the computed recovery; 1 unless given.",
        ),
        field(
            "counts",
            Holds::Switch,
            "Whether it is part of the recovery and of the milestones; true unless given.",
        ),
    ],
};

pub(crate) static EVENT: Object = Object {
    name: "event",
    label: Msg::ObjectEvent,
    doc: "One thing that happened.",
    short: None,
    fields: &[
        field("at", Holds::Stamp, "When.").required().or(STAMPS),
        field("precision", Holds::Choice(precisions), "How sure the time is; exact unless given."),
        field("until", Holds::Stamp, "Where the event is a span: its end."),
        field("kind", Holds::Choice(kinds), "What kind of thing; note unless given."),
        field("phase", Holds::Choice(milestones), "The event is that milestone."),
        field("title", Holds::Text, "What happened, in one line.").required().or(TEXTS),
        field("body", Holds::Prose, "The rest, in Markdown.").or(TEXTS),
        field(
            "status",
            Holds::Statuses,
            "The services whose status changes at that time, and to what.",
        )
        .or(&["set"]),
        field(
            "inferred",
            Holds::Names,
            "Those of `status` whose status is concluded, not said by anybody.",
        ),
        field("services", Holds::Names, "Services it concerns without a change of status.")
            .or(&["affected", "components"]),
        field("recovery", Holds::One(&READING), "How much of the whole is back."),
        field("confidence", Holds::Choice(confidences), "How sure the fact is."),
        field("sources", Holds::Many(&SOURCE), "Who says so."),
        field("author", Holds::Line, "Who wrote the entry."),
        field("tags", Holds::Names, "Words to filter by."),
        field("pinned", Holds::Switch, "Belongs in the report's short list."),
        field("private", Holds::Switch, "Left out of pictures and reports unless asked for."),
    ],
};

pub(crate) static READING: Object = Object {
    name: "reading",
    label: Msg::ObjectReading,
    doc: "A reading of the recovery of the whole.",
    short: Some("percent"),
    fields: &[
        field(
            "percent",
            Holds::Number { least: 0.0, most: Some(100.0), inclusive: true },
            "0 to 100.",
        )
        .required(),
        field("basis", Holds::Choice(bases), "Where the figure comes from; estimate unless given."),
    ],
};

pub(crate) static SOURCE: Object = Object {
    name: "source",
    label: Msg::ObjectSource,
    doc: "Who says so.",
    short: Some("name"),
    fields: &[
        field("name", Holds::Line, "A person, an office, a publication."),
        field("url", Holds::Url, "Where they say it: an http, https or mailto address."),
    ],
};

pub(crate) static ACTION: Object = Object {
    name: "action",
    label: Msg::ObjectAction,
    doc: "Something to be done after the incident.",
    short: Some("task"),
    fields: &[
        field("task", Holds::Text, "What.").required(),
        field("owner", Holds::Line, "By whom."),
        field("due", Holds::Line, "By when."),
        field("done", Holds::Switch, "Whether it is."),
        field("priority", Holds::Line, "How urgent."),
    ],
};

pub(crate) static EXPECTATION: Object = Object {
    name: "expectation",
    label: Msg::ObjectExpectation,
    doc: "What must be true at a moment.",
    short: None,
    fields: &[
        field("at", Holds::Stamp, "The moment.").required().or(STAMPS),
        field("phase", Holds::Choice(phases), "The phase it must be in."),
        field("status", Holds::Statuses, "The services and the status each must have."),
    ],
};

/// Every object, for the schema.
pub(crate) static OBJECTS: [&Object; 9] =
    [&INCIDENT, &LINK, &MILESTONES, &SERVICE, &EVENT, &READING, &SOURCE, &ACTION, &EXPECTATION];

pub(crate) fn statuses() -> Vec<&'static str> {
    Status::ALL.map(Status::word).to_vec()
}

pub(crate) fn status_synonyms() -> Vec<&'static str> {
    Status::ALL.into_iter().flat_map(|status| status.synonyms().iter().copied()).collect()
}

pub(crate) fn precisions() -> Vec<&'static str> {
    Precision::ALL.map(Precision::word).to_vec()
}

pub(crate) fn kinds() -> Vec<&'static str> {
    Kind::ALL.map(Kind::word).to_vec()
}

pub(crate) fn milestones() -> Vec<&'static str> {
    Phase::MILESTONES.map(Phase::word).to_vec()
}

pub(crate) fn phases() -> Vec<&'static str> {
    std::iter::once(Phase::Before).chain(Phase::MILESTONES).map(Phase::word).collect()
}

pub(crate) fn confidences() -> Vec<&'static str> {
    Confidence::ALL.map(Confidence::word).to_vec()
}

pub(crate) fn bases() -> Vec<&'static str> {
    Basis::IN_FILES.map(Basis::word).to_vec()
}
