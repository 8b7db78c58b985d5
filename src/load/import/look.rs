//! Looking things up in the JSON of others.

use crate::load::tree::{Node, Value};

impl<'s> Node<'s> {
    /// The value of a key, unless there is none or it is null; of a key given twice the first.
    pub(super) fn get(&self, key: &str) -> Option<&Node<'s>> {
        let Value::Map(pairs) = &self.value else { return None };
        let (_, value) = pairs.iter().find(|(name, _)| name.scalar() == Some(key))?;
        (!value.is_null()).then_some(value)
    }

    /// The value at the end of a path of keys.
    pub(super) fn dig(&self, path: &[&str]) -> Option<&Node<'s>> {
        path.iter().try_fold(self, |node, key| node.get(key))
    }

    /// The text of a key, without blanks around it; none where nothing is left.
    pub(super) fn text(&self, key: &str) -> Option<&str> {
        self.get(key)?.scalar().map(str::trim).filter(|text| !text.is_empty())
    }

    /// The items of a list.
    pub(super) fn items(&self) -> &[Node<'s>] {
        match &self.value {
            Value::List(items) => items,
            _ => &[],
        }
    }

    /// The items of the list that a key holds.
    pub(super) fn list(&self, key: &str) -> &[Node<'s>] {
        self.get(key).map_or(&[], Node::items)
    }

    /// The pairs of a map.
    pub(super) fn pairs(&self) -> &[(Node<'s>, Node<'s>)] {
        match &self.value {
            Value::Map(pairs) => pairs,
            _ => &[],
        }
    }

    pub(super) fn is_map(&self) -> bool {
        matches!(self.value, Value::Map(_))
    }

    pub(super) fn is_list(&self) -> bool {
        matches!(self.value, Value::List(_))
    }
}
