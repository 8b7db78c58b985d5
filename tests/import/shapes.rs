//! Documents of nearly the right shape: fields missing, of another kind, or saying something odd.
//! Every entry becomes an event at its time, or is listed as left out with its line.

use std::collections::HashSet;

use outage_tui::load::{self, Format, Wanted};
use outage_tui::model::Time;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

use crate::bodies;

/// The second of which the first entry tells.
const FIRST: i64 = 1_930_125_600;

/// A list of entries as a format has it.
#[derive(Debug, Clone, Copy)]
struct Shape {
    format: Format,
    /// What stands before the first entry, on a line of its own.
    head: &'static str,
    foot: &'static str,
    /// An entry by which the format is recognised; its time is that of the first.
    good: &'static str,
    /// Where an entry has its time, key in key.
    time: &'static [&'static str],
    /// A time, from milliseconds.
    as_time: fn(i64) -> Value,
    /// What else it may have.
    fields: &'static str,
}

fn stamp(millis: i64) -> Value {
    json!(Time::from_millis(millis).unwrap().rfc3339())
}

const SHAPES: [Shape; 10] = [
    Shape {
        format: Format::Alerts,
        head: r#"{"version":"4","status":"firing","alerts":["#,
        foot: "]}",
        good: r#"{"startsAt":"2031-03-01T10:00:00Z","labels":{"alertname":"a"}}"#,
        time: &["startsAt"],
        as_time: stamp,
        fields: "labels annotations endsAt status fingerprint generatorURL updatedAt receivers",
    },
    Shape {
        format: Format::Alerts,
        head: "[",
        foot: "]",
        good: r#"{"startsAt":"2031-03-01T10:00:00Z","labels":{"alertname":"a"}}"#,
        time: &["startsAt"],
        as_time: stamp,
        fields: "labels annotations endsAt status",
    },
    Shape {
        format: Format::Slack,
        head: "[",
        foot: "]",
        good: r#"{"type":"message","ts":"1930125600.000100","text":"hello"}"#,
        time: &["ts"],
        as_time: |millis| json!(format!("{}.000100", millis / 1_000)),
        fields: "type text text user user_profile username bot_id subtype attachments reactions",
    },
    Shape {
        format: Format::Grafana,
        head: "[",
        foot: "]",
        good: r#"{"time":1930125600000,"timeEnd":0,"text":"x","tags":["deploy"]}"#,
        time: &["time"],
        as_time: |millis| json!(millis),
        fields: "timeEnd text tags alertName newState prevState login email dashboardId panelId",
    },
    Shape {
        format: Format::PagerDuty,
        head: r#"{"log_entries":["#,
        foot: "]}",
        good: r#"{"type":"trigger_log_entry","created_at":"2031-03-01T10:00:00Z"}"#,
        time: &["created_at"],
        as_time: stamp,
        fields: "type summary agent channel service incident event_details note html_url teams",
    },
    Shape {
        format: Format::PagerDuty,
        head: r#"{"notes":["#,
        foot: "]}",
        good: r#"{"content":"x","created_at":"2031-03-01T10:00:00Z"}"#,
        time: &["created_at"],
        as_time: stamp,
        fields: "content message user channel incident subject id",
    },
    Shape {
        format: Format::PagerDuty,
        head: r#"{"change_events":["#,
        foot: "]}",
        good: r#"{"summary":"x","timestamp":"2031-03-01T10:00:00Z"}"#,
        time: &["timestamp"],
        as_time: stamp,
        fields: "summary source services custom_details links incident type",
    },
    Shape {
        format: Format::PagerDuty,
        head: r#"{"past_incidents":["#,
        foot: "]}",
        good: r#"{"incident":{"id":"P","created_at":"2031-03-01T10:00:00Z"}}"#,
        time: &["incident", "created_at"],
        as_time: stamp,
        fields: "score id title type self",
    },
    Shape {
        format: Format::Google,
        head: r#"[{"external_desc":"x","begin":"2031-03-01T09:00:00Z","updates":["#,
        foot: r#"],"affected_products":[{"id":"p","title":"Store"}]}]"#,
        good: r#"{"when":"2031-03-01T10:00:00Z","text":"x","status":"SERVICE_OUTAGE"}"#,
        time: &["when"],
        as_time: stamp,
        fields: "text status affected_locations",
    },
    Shape {
        format: Format::Statuspage,
        head: r#"{"page":{"name":"x"},"incident":{"name":"y","incident_updates":["#,
        foot: "]}}",
        good: r#"{"display_at":"2031-03-01T10:00:00Z","body":"x","status":"resolved"}"#,
        time: &["display_at"],
        as_time: stamp,
        fields: "body status affected_components id incident_id deliver_notifications",
    },
];

/// What stands where the time should.
#[derive(Debug, Clone)]
enum When {
    Right,
    Odd(Value),
    Missing,
}

#[derive(Debug, Clone)]
enum Entry {
    Map(When, Vec<(prop::sample::Index, Value)>),
    /// No object at all.
    Bare(Value),
}

/// Things of every kind; some of them right somewhere.
fn value() -> impl Strategy<Value = Value> {
    let known = vec![
        json!(null),
        json!(true),
        json!(-1.5),
        json!(1_930_125_600_000_i64),
        json!({}),
        json!([]),
        json!([[], {"a": null}, "b", 7]),
        json!(""),
        json!("firing"),
        json!("resolve_log_entry"),
        json!("SERVICE_DISRUPTION"),
        json!("2031-03-01T11:00:00+06:00"),
        json!("0001-01-01T00:00:00Z"),
        json!("<b>a</b> &lt; <U1|b>"),
        json!({"id": "S1", "type": "service_reference", "summary": "Shop", "name": 7}),
        json!({"alertname": "Slow", "job": "", "service": {"a": 1}, "summary": "Slow shop"}),
        json!({"state": "active", "real_name": "Ada", "description": []}),
        json!([{"code": "c1", "name": "API", "old_status": "operational", "new_status": "down"}]),
        json!([{"title": "North", "text": "x", "fallback": "y", "href": "https://e.example"}]),
        json!([{"code": "", "new_status": null}, "c1"]),
        json!({"a": {"b": {"c": ["d"]}}}),
    ];
    prop_oneof![4 => prop::sample::select(known), 1 => "\\PC{0,12}".prop_map(Value::from)]
}

/// What is no time in any format.
fn no_time() -> impl Strategy<Value = Value> {
    let odd = [json!("soon"), json!(""), json!(null), json!({}), json!([]), json!("2031-02-30")];
    prop::sample::select(odd.to_vec())
}

fn entry() -> impl Strategy<Value = Entry> {
    let when = prop_oneof![
        6 => Just(When::Right),
        2 => no_time().prop_map(When::Odd),
        1 => Just(When::Missing),
    ];
    let fields = prop::collection::vec((any::<prop::sample::Index>(), value()), 0..6);
    let bare = prop::sample::select(vec![json!(null), json!("x"), json!(7), json!([]), json!({})]);
    prop_oneof![
        9 => (when, fields).prop_map(|(when, fields)| Entry::Map(when, fields)),
        1 => bare.prop_map(Entry::Bare),
    ]
}

impl Shape {
    /// The entry on one line, and its time if it has one.
    fn write(&self, nth: usize, entry: &Entry) -> (String, Option<Time>) {
        let (when, fields) = match entry {
            Entry::Bare(value) => return (value.to_string(), None),
            Entry::Map(when, fields) => (when, fields),
        };
        let names: Vec<&str> = self.fields.split(' ').collect();
        let said =
            fields.iter().map(|(name, value)| ((*name.get(&names)).to_owned(), value.clone()));
        let mut object: Map<String, Value> = said.collect();
        let millis = (FIRST + 60 * (1 + nth as i64)) * 1_000;
        let (time, at) = match when {
            When::Missing => return (Value::Object(object).to_string(), None),
            When::Odd(value) => (value.clone(), None),
            When::Right => ((self.as_time)(millis), Time::from_millis(millis)),
        };
        let (inner, outer) = self.time.split_last().unwrap();
        let mut place = &mut object;
        for key in outer {
            let inside = place.entry(*key).or_insert_with(|| json!({}));
            place = inside.as_object_mut().unwrap();
        }
        place.insert((*inner).to_owned(), time);
        (Value::Object(object).to_string(), at)
    }

    fn check(&self, entries: &[Entry]) {
        let written: Vec<_> =
            entries.iter().enumerate().map(|(nth, entry)| self.write(nth, entry)).collect();
        let good = std::iter::once(self.good);
        let lines: Vec<&str> = good.chain(written.iter().map(|(line, _)| &**line)).collect();
        let text = format!("{}\n{}\n{}\n", self.head, lines.join(",\n"), self.foot);
        bodies::of(self.format.word(), text.as_bytes());
        let (listed, report) = load::incidents("x", text.as_bytes(), &Wanted::default())
            .unwrap_or_else(|report| {
                panic!("{}\n{text}", report.render(outage_tui::text::Words::default(), false))
            });
        let incidents = listed.iter().filter_map(|one| one.incident.as_ref().ok());
        let told: HashSet<i64> = incidents
            .flat_map(|incident| incident.events.heads().map(|head| head.at.millis() / 1_000))
            .collect();
        let left_out = report.iter().filter(|fault| fault.code().as_str() == "W120");
        let left_out: HashSet<usize> = left_out
            .filter_map(outage_tui::load::Diagnostic::position)
            .flat_map(|place| place.line..=place.end_line)
            .collect();
        for (nth, (line, at)) in written.iter().enumerate() {
            let is_told = at.is_some_and(|at| told.contains(&(at.millis() / 1_000)));
            // The head stands on the first line, the good entry on the second.
            assert!(is_told || left_out.contains(&(nth + 3)), "nobody hears of {line}\nin {text}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_entry_is_told_or_left_out(
        shape in prop::sample::select(SHAPES.to_vec()),
        entries in prop::collection::vec(entry(), 0..7),
    ) {
        shape.check(&entries);
    }
}

#[test]
fn every_shape_is_of_its_format() {
    for shape in SHAPES {
        let text = format!("{}\n{}\n{}\n", shape.head, shape.good, shape.foot);
        let loaded = load::read("x", text.as_bytes());
        assert_eq!(loaded.ok().and_then(|loaded| loaded.format), Some(shape.format), "{text}");
    }
}
