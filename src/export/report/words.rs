//! The headings and labels of reports, by the names that templates call them.

use std::collections::BTreeMap;

use crate::text::{Msg, Words};

const NAMES: [(&str, Msg); 41] = [
    ("times", Msg::TimesTitle),
    ("measures", Msg::MeasuresTitle),
    ("harm", Msg::HarmTitle),
    ("pictures", Msg::PicturesTitle),
    ("cause", Msg::CauseTitle),
    ("recovery", Msg::PanelRecovery),
    ("timeline", Msg::PanelTimeline),
    ("gaps", Msg::GapsTitle),
    ("gap_rule", Msg::GapRule),
    ("actions", Msg::ActionsTitle),
    ("sources", Msg::SourcesTitle),
    ("links", Msg::LinksTitle),
    ("gantt", Msg::GanttTitle),
    ("texts", Msg::TextsTitle),
    ("texts_note", Msg::TextsNote),
    ("lanes", Msg::PanelLanes),
    ("phase", Msg::RowPhase),
    ("utc", Msg::ClockUtc),
    ("since", Msg::Since0),
    ("origin", Msg::ColumnOrigin),
    ("measure", Msg::ColumnMeasure),
    ("length", Msg::ColumnLength),
    ("from", Msg::ColumnFrom),
    ("to", Msg::ColumnTo),
    ("derived_note", Msg::DerivedLong),
    ("private", Msg::FieldPrivate),
    ("service", Msg::ColumnService),
    ("services", Msg::PanelServices),
    ("basis", Msg::ColumnBasis),
    ("kind", Msg::ColumnKind),
    ("event", Msg::PanelDetail),
    ("at", Msg::RowAt),
    ("task", Msg::ColumnTask),
    ("owner", Msg::ColumnOwner),
    ("due", Msg::ColumnDue),
    ("priority", Msg::ColumnPriority),
    ("state", Msg::ColumnState),
    ("skip", Msg::HtmlSkip),
    ("contents", Msg::HtmlContents),
    ("more", Msg::HtmlMore),
    ("made_by", Msg::HtmlMadeBy),
];

/// All of them in a language.
pub(super) fn words(words: Words) -> BTreeMap<&'static str, &'static str> {
    NAMES.into_iter().map(|(name, msg)| (name, words.say(msg))).collect()
}
