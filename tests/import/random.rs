//! Whatever a file holds: an incident, a list, or a named error; never a panic, and what is read
//! comes back from our own format as the same.

use proptest::prelude::*;

use crate::{ONES, bodies, bytes};

fn check(text: &[u8]) {
    let _ = bodies::any(text);
    let _ = bodies::many(text);
}

/// A file of some format, a few of whose bytes are others, and the word of the format.
fn damaged() -> impl Strategy<Value = (&'static str, String)> {
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
        (ONES[index].2.word(), String::from_utf8_lossy(&text).into_owned())
    })
}

/// Keys and values that mean something in some format.
const WORDS: &str = "page incidents incident_updates affected_components code name new_status old_status \
    display_at status body id components started_at resolved_at log_entries type created_at summary incident \
    external_desc begin end updates when text alerts labels startsAt endsAt ts time timeEnd \
    slug url uptime dailyMinutesDown lastUpdated responseTime down up 1440 \
    events action items task done owner due created_at participants meta timeline document \
    past_incidents responder_request requested_at components level \
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
    fn damaged_files_end_in_an_incident_or_an_error((word, text) in damaged()) {
        bodies::of(word, text.as_bytes());
    }

    #[test]
    fn any_json_ends_in_an_incident_or_an_error(text in json()) {
        check(text.as_bytes());
    }

    #[test]
    fn any_bundle_ends_in_an_incident_or_an_error(text in "(timeline:\n  )?events:\n(  - (time|action): ?(2031-03-01( 10:[0-6][0-9]( UTC)?)?|\\PC{0,9}|\\|2?)\n(    (time|action): \\PC{0,9}\n)?){0,6}(meta: \\{title: x, created_at: 2031-03-0[0-9], participants: [a-z]{0,3}\\}\n)?(document: \\|\n  ## Summary\n  \\PC{0,9}\n)?") {
        check(text.as_bytes());
    }

    #[test]
    fn any_site_ends_in_an_incident_or_an_error(text in "(url|status|lastUpdated|responseTime): \\PC{0,3}\nurl: https://x.example\nstatus: (up|down|\\PC{0,3})\nresponseTime: 0\nlastUpdated: (2031-03-01T10:00:00Z|\\PC{0,5})\n(startTime: (2031-02-01|\\PC{0,4})\n)?") {
        check(text.as_bytes());
    }

    #[test]
    fn any_cstate_issue_ends_in_an_incident_or_an_error(text in "---\ntitle: \\PC{0,5}\nresolved: (true|false)\nseverity: (down|notice|\\PC{0,3})\n(date: (2031-03-01 10:00:00|\\PC{0,5})\n)?(affected:\n( *- \\PC{0,5}\n){0,3})?---\n(\\*[A-Z]\\PC{0,3}\\* - \\PC{0,5}|\\{\\{< track \"(2031-03-01 10:0[0-9]:00|\\PC{0,4})\" >\\}\\}|\n){0,9}") {
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
