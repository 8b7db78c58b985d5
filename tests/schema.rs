//! The schema in the repository is the one that the program would write.

use outage_tui::load;
use serde_json::Value;

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/incident.schema.json");

/// With `UPDATE=1` in the environment the file is written instead.
#[test]
#[expect(clippy::disallowed_methods, reason = "a test may read its files")]
fn the_file_is_fresh() {
    let fresh = serde_json::to_string_pretty(&load::schema()).unwrap() + "\n";
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(FILE, &fresh).unwrap();
    }
    let stored = std::fs::read_to_string(FILE).unwrap_or_default();
    assert!(stored == fresh, "run `UPDATE=1 cargo test --test schema`");
}

#[test]
fn every_reference_leads_somewhere() {
    let schema = load::schema();
    let mut references = Vec::new();
    collect(&schema, &mut references);
    assert!(references.len() > 20);
    for reference in references {
        let pointer = reference.strip_prefix('#').unwrap();
        assert!(schema.pointer(pointer).is_some(), "{reference}");
    }
}

fn collect(value: &Value, references: &mut Vec<String>) {
    match value {
        Value::Object(map) => {
            if let Some(Value::String(reference)) = map.get("$ref") {
                references.push(reference.clone());
            }
            map.values().for_each(|value| collect(value, references));
        }
        Value::Array(items) => items.iter().for_each(|value| collect(value, references)),
        _ => {}
    }
}

#[test]
fn other_names_do_for_what_is_required() {
    let schema = load::schema();
    let event = &schema["$defs"]["event"];
    assert_eq!(event["properties"]["timestamp"]["deprecated"], true);
    let required = event["allOf"][0]["anyOf"].as_array().unwrap();
    assert!(required.contains(&serde_json::json!({ "required": ["timestamp"] })));
}
