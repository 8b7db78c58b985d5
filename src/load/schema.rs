//! The JSON Schema of the format, for editors.

use serde_json::{Map, Value, json};

use super::grammar::{self, Field, Holds, INCIDENT, OBJECTS, Object, VERSION};
use crate::model::Severity;

/// The JSON Schema (draft 2020-12) of an incident file, made from the table that the reader
/// uses. Other names of a field are in it, marked as deprecated.
pub fn schema() -> Value {
    let mut definitions: Map<String, Value> = Map::new();
    definitions.insert("text".to_owned(), text());
    definitions.insert("time".to_owned(), time());
    definitions.insert("statuses".to_owned(), statuses());
    for object in OBJECTS.iter().skip(1) {
        definitions.insert(object.name.to_owned(), with_short(object));
    }
    let mut schema = map(&INCIDENT);
    schema["$schema"] = json!("https://json-schema.org/draft/2020-12/schema");
    schema["title"] = json!(format!("Incident file, {VERSION}"));
    schema["$defs"] = Value::Object(definitions);
    schema
}

fn map(object: &Object) -> Value {
    let mut properties = Map::new();
    for field in object.fields {
        let mut value = holds(field.holds);
        value["description"] = json!(field.doc);
        properties.insert(field.name.to_owned(), value);
    }
    // After the names themselves: a word that two fields share must not hide either.
    for field in object.fields {
        for synonym in field.synonyms {
            let mut value = holds(field.holds);
            value["description"] = json!(format!("Another name for `{}`.", field.name));
            value["deprecated"] = json!(true);
            properties.entry(*synonym).or_insert(value);
        }
    }
    let mut schema = json!({
        "type": "object",
        "description": object.doc,
        "properties": properties,
        "additionalProperties": false,
    });
    let (plain, others): (Vec<&Field>, Vec<&Field>) =
        object.fields.iter().filter(|f| f.required).partition(|f| f.synonyms.is_empty());
    if !plain.is_empty() {
        schema["required"] = plain.iter().map(|field| field.name).collect();
    }
    if !others.is_empty() {
        schema["allOf"] = others.into_iter().map(one_of_its_names).collect();
    }
    schema
}

fn one_of_its_names(field: &Field) -> Value {
    let names = std::iter::once(&field.name).chain(field.synonyms);
    let choices: Vec<Value> = names.map(|name| json!({ "required": [name] })).collect();
    json!({ "anyOf": choices })
}

/// An object that may also be given as one plain value.
fn with_short(object: &Object) -> Value {
    let short = object.fields.iter().find(|field| Some(field.name) == object.short);
    match short {
        Some(field) => json!({ "anyOf": [holds(field.holds), map(object)] }),
        None => map(object),
    }
}

fn holds(holds: Holds) -> Value {
    match holds {
        Holds::Text | Holds::Prose => reference("text"),
        Holds::Line => json!({ "type": ["string", "number"] }),
        Holds::Version => json!({ "const": VERSION }),
        Holds::Url => json!({ "type": "string", "pattern": "^(https?://|mailto:)" }),
        Holds::Zone => json!({ "type": "string", "examples": ["Asia/Dhaka", "UTC", "+06:00"] }),
        Holds::Stamp => reference("time"),
        Holds::Number { least, most, inclusive } => number(least, most, inclusive),
        Holds::Switch => json!({ "type": "boolean" }),
        Holds::Choice(words) => json!({ "enum": words() }),
        Holds::Severity => json!({
            "type": ["string", "integer"],
            "examples": Severity::WORDS,
        }),
        Holds::Statuses => reference("statuses"),
        Holds::Names => json!({
            "anyOf": [{ "type": "string" }, { "type": "array", "items": { "type": "string" } }],
        }),
        Holds::One(object) => reference(object.name),
        Holds::Many(object) => json!({ "type": "array", "items": reference(object.name) }),
    }
}

fn reference(name: &str) -> Value {
    json!({ "$ref": format!("#/$defs/{name}") })
}

fn number(least: f64, most: Option<f64>, inclusive: bool) -> Value {
    let mut schema = json!({ "type": "number" });
    schema[if inclusive { "minimum" } else { "exclusiveMinimum" }] = json!(least);
    if let Some(most) = most {
        schema["maximum"] = json!(most);
    }
    schema
}

fn text() -> Value {
    json!({
        "description": "One text, or one for each language.",
        "anyOf": [
            { "type": ["string", "number", "boolean"] },
            {
                "type": "object",
                "propertyNames": { "pattern": "^[A-Za-z]{2,3}([-_][A-Za-z0-9]+)*$" },
                "additionalProperties": { "type": "string" },
                "minProperties": 1,
            },
        ],
    })
}

fn time() -> Value {
    json!({
        "description": "RFC 3339, the same without an offset in the file's zone, or a length since `started` such as +5m.",
        "type": "string",
        "examples": ["2021-10-04T15:40:00Z", "2021-10-04 21:10", "+5m"],
    })
}

fn statuses() -> Value {
    let words: Vec<&str> =
        grammar::statuses().into_iter().chain(grammar::status_synonyms()).collect();
    json!({
        "description": "The status of each service, from this moment on.",
        "type": "object",
        "additionalProperties": { "enum": words },
    })
}
