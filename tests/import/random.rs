//! Whatever a file holds: an incident, a list, or a named error; never a panic, and what is read
//! comes back from our own format as the same.

use outage_tui::export::yaml;
use outage_tui::load::{self, Wanted};
use outage_tui::model::Localized;
use outage_tui::text::{Lang, Words};
use outage_tui::timeline::{self, Heading, Timeline, audit};
use proptest::prelude::*;

use crate::{ONES, bytes};

fn check(text: &[u8]) {
    let chosen = match timeline::open_wanted("file", text, &Wanted::default()) {
        Ok(opened) => vec![opened.0],
        Err(report) => {
            assert!(report.iter().next().is_some(), "refused without a word");
            report.render(Words::new(Lang::Bn), false);
            Vec::new()
        }
    };
    if let Ok((listed, _)) = load::incidents("file", text, &Wanted::default()) {
        let incidents: Vec<_> = listed.into_iter().filter_map(|one| one.incident.ok()).collect();
        for incident in &incidents {
            let heading = Heading::new(&Timeline::new(incident.clone()));
            assert_eq!(heading.strip(12).count(), 12);
        }
        let all = load::side_by_side(incidents, Localized::default());
        let _ = audit(&Timeline::new(all));
    }
    for timeline in chosen {
        let written = yaml(&timeline, &[], Words::new(Lang::En));
        let again = load::read("again", written.as_bytes());
        let again = again
            .map(|loaded| loaded.incident)
            .map_err(|report| format!("{}\n{written}", report.render(Words::new(Lang::En), false)));
        assert_eq!(again.as_ref(), Ok(timeline.incident()));
    }
}

/// A file of some format, a few of whose bytes are others.
fn damaged() -> impl Strategy<Value = String> {
    let places = prop::collection::vec((any::<prop::sample::Index>(), any::<Option<u8>>()), 0..8);
    (0..ONES.len(), places).prop_map(|(index, places)| {
        let mut text = bytes(ONES[index].0);
        for (place, byte) in places {
            let at = place.index(text.len());
            match byte {
                Some(byte) => text[at] = byte,
                None => drop(text.drain(at..(at + 9).min(text.len()))),
            }
        }
        String::from_utf8_lossy(&text).into_owned()
    })
}

/// Keys and values that mean something in some format.
const WORDS: &str = "page incidents incident_updates affected_components code name new_status old_status \
    display_at status body id components started_at resolved_at log_entries type created_at summary incident \
    external_desc begin end updates when text alerts labels startsAt endsAt ts time timeEnd \
    tags message resolved partial_outage operational 2031-03-01T10:00:00Z 1930125600000";

/// Keys, words and times of every format, put together anyhow.
fn json() -> impl Strategy<Value = String> {
    let word = prop::sample::select(WORDS.split(' ').collect::<Vec<_>>());
    let leaf = prop_oneof![
        word.clone().prop_map(serde_json::Value::from),
        any::<i64>().prop_map(serde_json::Value::from),
        "\\PC{0,12}".prop_map(serde_json::Value::from),
        Just(serde_json::Value::Null),
    ];
    let tree = leaf.prop_recursive(5, 64, 8, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(serde_json::Value::from),
            prop::collection::vec((word.clone(), inner), 0..7).prop_map(|pairs| {
                pairs.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()
            }),
        ]
    });
    tree.prop_map(|value| value.to_string())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn damaged_files_end_in_an_incident_or_an_error(text in damaged()) {
        check(text.as_bytes());
    }

    #[test]
    fn any_json_ends_in_an_incident_or_an_error(text in json()) {
        check(text.as_bytes());
    }

    #[test]
    fn any_table_ends_in_an_incident_or_an_error(rows in "(time|at|date),(message|status|service),?[a-z]{0,3}\n((2031-03-01 10:0[0-9]|19301256[0-9]{2}|\\PC{0,4}|\"[^\"]{0,5}\"?)[,\n]){0,24}") {
        check(rows.as_bytes());
    }

    #[test]
    fn any_markdown_ends_in_an_incident_or_an_error(text in "(# \\PC{0,9}\n|## 2031-03-0[0-9]\n|- [~*]?[0-2][0-9]:[0-7][0-9](–[0-2][0-9]:[0-5][0-9])? ?(UTC|IST)? - \\PC{0,12}\n|\\|[0-2]?[0-9]:[0-5][0-9]\\|\\PC{0,8}\\|\n|- T\\+[0-9]{1,3}[hm] x\n|  \\PC{0,9}\n|```\n){0,14}") {
        check(text.as_bytes());
    }

    #[test]
    fn any_feed_ends_in_an_incident_or_an_error(text in "<(feed|rss)>(<(entry|item|title|/title|/entry|published|/published|content|link href='https://x.example/a'/)>|&[a-z#0-9]{0,5};?|2031-03-01T10:00:00Z|<small>Mar 1, 10:00 PST</small> <b>Resolved</b> - x|\\PC{0,3}){0,24}") {
        check(text.as_bytes());
    }
}
