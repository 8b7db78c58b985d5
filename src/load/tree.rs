//! A YAML or JSON document as it is written: scalars are text, and everything knows its place.
//!
//! No types are guessed. Whether `2021-10-04`, `yes` or `1e3` is a time, a title or a number is
//! for the field to say, so `title: yes` stays the word it is.

use std::borrow::Cow;

use super::diagnostic::Span;
use crate::text::Msg;

/// One value and where it stands.
#[derive(Debug, Clone)]
pub(crate) struct Node<'s> {
    pub(crate) span: Span,
    pub(crate) value: Value<'s>,
}

#[derive(Debug, Clone)]
pub(crate) enum Value<'s> {
    /// Nothing at all, `~` or `null`.
    Null,
    Scalar(Cow<'s, str>),
    List(Vec<Node<'s>>),
    /// In the order of the file; a key may stand in it twice.
    Map(Vec<(Node<'s>, Node<'s>)>),
}

impl Value<'_> {
    /// Where the last value inside ends.
    pub(crate) fn end(&self) -> Option<u32> {
        match self {
            Value::Null | Value::Scalar(_) => None,
            Value::List(items) => items.last().map(|item| item.span.end),
            Value::Map(pairs) => pairs.last().map(|(_, value)| value.span.end),
        }
    }
}

impl Node<'_> {
    /// What a copy of it costs: its nodes and the text that is its own.
    pub(crate) fn cost(&self) -> usize {
        1 + match &self.value {
            Value::Null => 0,
            Value::Scalar(text) => text.len(),
            Value::List(items) => items.iter().map(Node::cost).sum(),
            Value::Map(pairs) => pairs.iter().map(|(key, value)| key.cost() + value.cost()).sum(),
        }
    }

    pub(crate) fn is_null(&self) -> bool {
        matches!(self.value, Value::Null)
    }

    /// The text of a scalar.
    pub(crate) fn scalar(&self) -> Option<&str> {
        match &self.value {
            Value::Scalar(text) => Some(text),
            _ => None,
        }
    }

    /// What it is, in a word for messages.
    pub(crate) fn shape(&self) -> Msg {
        match self.value {
            Value::Null => Msg::ShapeNothing,
            Value::Scalar(_) => Msg::ShapeText,
            Value::List(_) => Msg::ShapeList,
            Value::Map(_) => Msg::ShapeMap,
        }
    }
}
