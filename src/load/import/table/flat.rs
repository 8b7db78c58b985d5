//! An object in one line of JSON: its values as texts, borrowed from the line where that can be.

use std::borrow::Cow;
use std::fmt;

use serde::{
    Deserialize,
    de::{Deserializer, MapAccess, SeqAccess, Visitor, value},
};
use serde_json::Value;

use super::{Object, states};

/// The texts of the object that a line is, by their keys in order, and the states in it; none if the
/// line is none. Of a key that is given twice the last one counts.
pub(super) fn object(line: &str) -> Option<Object<'_>> {
    let Line(mut pairs) = serde_json::from_str(line).ok()?;
    pairs.sort_by(|(one, _), (other, _)| one.0.cmp(&other.0));
    pairs.reverse();
    pairs.dedup_by(|(later, _), (kept, _)| later.0 == kept.0);
    let mut found = Object::default();
    for (Text(key), cell) in pairs.into_iter().rev() {
        match cell {
            Cell::Text(text) => found.texts.push((key, text)),
            Cell::Other(value) => match states_of(&value) {
                Some(states) => found.states.extend(states),
                None => found.texts.push((key, value.to_string().into())),
            },
        }
    }
    Some(found)
}

fn states_of(value: &Value) -> Option<Vec<(String, crate::model::Status)>> {
    let pairs = value.as_object()?.iter();
    states::of(pairs.map(|(name, word)| (name.as_str(), word.as_str())))
}

/// The pairs of an object.
struct Line<'t>(Vec<(Text<'t>, Cell<'t>)>);

/// A text that is borrowed where it has no escapes.
struct Text<'t>(Cow<'t, str>);

enum Cell<'t> {
    /// A text; empty for nothing.
    Text(Cow<'t, str>),
    Other(Value),
}

impl<'t> Deserialize<'t> for Line<'t> {
    fn deserialize<D: Deserializer<'t>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_map(LineVisitor)
    }
}

struct LineVisitor;

impl<'t> Visitor<'t> for LineVisitor {
    type Value = Line<'t>;

    fn expecting(&self, out: &mut fmt::Formatter) -> fmt::Result {
        out.write_str("an object")
    }

    fn visit_map<A: MapAccess<'t>>(self, mut map: A) -> Result<Line<'t>, A::Error> {
        let mut pairs = Vec::with_capacity(8);
        while let Some(pair) = map.next_entry()? {
            pairs.push(pair);
        }
        Ok(Line(pairs))
    }
}

impl<'t> Deserialize<'t> for Text<'t> {
    fn deserialize<D: Deserializer<'t>>(from: D) -> Result<Self, D::Error> {
        match Cell::deserialize(from)? {
            Cell::Text(text) => Ok(Self(text)),
            Cell::Other(value) => Ok(Self(value.to_string().into())),
        }
    }
}

impl<'t> Deserialize<'t> for Cell<'t> {
    fn deserialize<D: Deserializer<'t>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(CellVisitor)
    }
}

struct CellVisitor;

impl<'t> Visitor<'t> for CellVisitor {
    type Value = Cell<'t>;

    fn expecting(&self, out: &mut fmt::Formatter) -> fmt::Result {
        out.write_str("a value")
    }

    fn visit_borrowed_str<E>(self, text: &'t str) -> Result<Cell<'t>, E> {
        Ok(Cell::Text(text.into()))
    }

    fn visit_str<E>(self, text: &str) -> Result<Cell<'t>, E> {
        Ok(Cell::Text(text.to_owned().into()))
    }

    fn visit_unit<E>(self) -> Result<Cell<'t>, E> {
        Ok(Cell::Text("".into()))
    }

    fn visit_bool<E>(self, is: bool) -> Result<Cell<'t>, E> {
        Ok(Cell::Other(is.into()))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Cell<'t>, E> {
        Ok(Cell::Other(number.into()))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Cell<'t>, E> {
        Ok(Cell::Other(number.into()))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Cell<'t>, E> {
        Ok(Cell::Other(number.into()))
    }

    fn visit_seq<A: SeqAccess<'t>>(self, list: A) -> Result<Cell<'t>, A::Error> {
        Value::deserialize(value::SeqAccessDeserializer::new(list)).map(Cell::Other)
    }

    fn visit_map<A: MapAccess<'t>>(self, map: A) -> Result<Cell<'t>, A::Error> {
        Value::deserialize(value::MapAccessDeserializer::new(map)).map(Cell::Other)
    }
}
