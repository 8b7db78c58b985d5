//! The formats that are read: one table for messages, `outage-tui formats` and the files made
//! from them.

use crate::text::Msg;

/// A format of another program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    Statuspage,
    Markdown,
    PagerDuty,
    Google,
    Table,
    Lines,
    Alerts,
    Slack,
    Feed,
    Cstate,
    Grafana,
    Upptime,
    Mortician,
}

/// One row of the table.
struct Row {
    #[cfg_attr(not(test), expect(dead_code, reason = "a test holds the order by it"))]
    format: Format,
    /// The word on the command line and in JSON.
    word: &'static str,
    label: Msg,
    gives: Msg,
    lacks: Msg,
}

const TABLE: [Row; 13] = [
    Row {
        format: Format::Statuspage,
        word: "statuspage",
        label: Msg::FormatStatuspage,
        gives: Msg::GivesStatuspage,
        lacks: Msg::LacksStatuspage,
    },
    Row {
        format: Format::Markdown,
        word: "markdown",
        label: Msg::FormatMarkdown,
        gives: Msg::GivesMarkdown,
        lacks: Msg::LacksMarkdown,
    },
    Row {
        format: Format::PagerDuty,
        word: "pagerduty",
        label: Msg::FormatPagerDuty,
        gives: Msg::GivesPagerDuty,
        lacks: Msg::LacksPagerDuty,
    },
    Row {
        format: Format::Google,
        word: "google-cloud",
        label: Msg::FormatGoogle,
        gives: Msg::GivesGoogle,
        lacks: Msg::LacksGoogle,
    },
    Row {
        format: Format::Table,
        word: "csv",
        label: Msg::FormatTable,
        gives: Msg::GivesTable,
        lacks: Msg::LacksTable,
    },
    Row {
        format: Format::Lines,
        word: "jsonl",
        label: Msg::FormatLines,
        gives: Msg::GivesLines,
        lacks: Msg::LacksLines,
    },
    Row {
        format: Format::Alerts,
        word: "alertmanager",
        label: Msg::FormatAlerts,
        gives: Msg::GivesAlerts,
        lacks: Msg::LacksAlerts,
    },
    Row {
        format: Format::Slack,
        word: "slack",
        label: Msg::FormatSlack,
        gives: Msg::GivesSlack,
        lacks: Msg::LacksSlack,
    },
    Row {
        format: Format::Feed,
        word: "feed",
        label: Msg::FormatFeed,
        gives: Msg::GivesFeed,
        lacks: Msg::LacksFeed,
    },
    Row {
        format: Format::Cstate,
        word: "cstate",
        label: Msg::FormatCstate,
        gives: Msg::GivesCstate,
        lacks: Msg::LacksCstate,
    },
    Row {
        format: Format::Grafana,
        word: "grafana",
        label: Msg::FormatGrafana,
        gives: Msg::GivesGrafana,
        lacks: Msg::LacksGrafana,
    },
    Row {
        format: Format::Upptime,
        word: "upptime",
        label: Msg::FormatUpptime,
        gives: Msg::GivesUpptime,
        lacks: Msg::LacksUpptime,
    },
    Row {
        format: Format::Mortician,
        word: "mortician",
        label: Msg::FormatMortician,
        gives: Msg::GivesMortician,
        lacks: Msg::LacksMortician,
    },
];

impl Format {
    /// Every format, the most used first.
    pub const ALL: [Self; 13] = [
        Self::Statuspage,
        Self::Markdown,
        Self::PagerDuty,
        Self::Google,
        Self::Table,
        Self::Lines,
        Self::Alerts,
        Self::Slack,
        Self::Feed,
        Self::Cstate,
        Self::Grafana,
        Self::Upptime,
        Self::Mortician,
    ];

    fn row(self) -> &'static Row {
        &TABLE[self as usize]
    }

    /// One word for it.
    pub fn word(self) -> &'static str {
        self.row().word
    }

    /// What messages call it.
    pub fn label(self) -> Msg {
        self.row().label
    }

    /// What a file of it tells.
    pub fn gives(self) -> Msg {
        self.row().gives
    }

    /// What it does not tell, and what is done about that.
    pub fn lacks(self) -> Msg {
        self.row().lacks
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_stands_in_the_order_of_the_enum() {
        for (index, format) in Format::ALL.into_iter().enumerate() {
            assert_eq!(TABLE[index].format, format);
        }
    }
}
