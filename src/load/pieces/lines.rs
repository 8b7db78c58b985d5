//! Lines of JSON, each of which is an event of our own.

use super::Next;
use super::json::Json;
use crate::load::{
    diagnostic::Span,
    grammar::EVENT,
    tree::{Node, Value},
};

/// Where the first line begins, if it is an event in the words of our own format.
pub(super) fn find(text: &str) -> Option<usize> {
    let start = text.len() - text.trim_ascii_start().len();
    let mut required = EVENT.fields.iter().filter(|field| field.required);
    let Value::Map(pairs) = item(text, start)?.value else { return None };
    let has = |name: &str| pairs.iter().any(|(key, _)| key.scalar() == Some(name));
    let is_own = |key: &Node<'_>| EVENT.fields.iter().any(|field| key.scalar() == Some(field.name));
    (required.all(|field| has(field.name)) && pairs.iter().all(|(key, _)| is_own(key)))
        .then_some(start)
}

/// What the root of an incident would be that has these lines as its events.
pub(super) fn root(title: &str, zone: Option<String>, text: &str) -> Node<'static> {
    let node = |value: Value<'static>| Node { span: Span::new(0, text.len()), value };
    let scalar = |text: &str| node(Value::Scalar(text.to_owned().into()));
    let mut pairs = vec![(scalar("title"), scalar(title))];
    pairs.extend(zone.map(|zone| (scalar("timezone"), scalar(&zone))));
    pairs.push((scalar("events"), node(Value::List(Vec::new()))));
    node(Value::Map(pairs))
}

/// The first line at or after `at`.
pub(super) fn item_from(text: &str, at: usize) -> usize {
    let rest = text.as_bytes().get(at..).unwrap_or_default();
    let Some(found) = memchr::memchr(b'\n', rest) else { return text.len() };
    begin(text, at + found + 1)
}

/// What comes after the line that begins at `at`.
pub(super) fn after(text: &str, at: usize) -> Next {
    match item_from(text, at) {
        next if next < text.len() => Next::Item(next),
        end => Next::End(end),
    }
}

pub(super) fn pairs<'s>(
    text: &'s str,
    at: usize,
    take: &mut dyn FnMut(&Node<'s>, Node<'s>) -> Option<()>,
) -> Option<Next> {
    let mut json = Json::bare(text, at);
    json.pairs(&mut |key, value| take(&key, value))?;
    json.end_line(at)?;
    let next = begin(text, json.at);
    Some(if next < text.len() { Next::Item(next) } else { Next::End(next) })
}

/// The object in a line, with nothing behind it.
pub(super) fn item(text: &str, at: usize) -> Option<Node<'_>> {
    let mut json = Json::new(text, at);
    let node = json.value()?;
    json.end_line(at)?;
    matches!(node.value, Value::Map(_)).then_some(node)
}

/// Where the next line begins that is not empty.
fn begin(text: &str, at: usize) -> usize {
    let rest = text.as_bytes().get(at..).unwrap_or_default();
    text.len() - rest.trim_ascii_start().len()
}
