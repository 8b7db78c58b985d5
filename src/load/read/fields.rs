//! The fields of a map: known or not, once or twice, there or not.

use super::Reader;
use crate::{
    load::{
        code::Code,
        diagnostic::{Diagnostic, Phrase, Span},
        grammar::{Field, Object},
        tree::{Node, Value},
    },
    text::Msg,
};

/// The fields of one map, each to be taken once.
pub(super) struct Fields<'s> {
    /// Where the map begins.
    pub(super) span: Span,
    given: Vec<Given<'s>>,
}

struct Given<'s> {
    field: &'static Field,
    /// The key as the file has it.
    key: Node<'s>,
    value: Node<'s>,
}

impl<'s> Fields<'s> {
    /// The value of a field, unless it is not given or null.
    pub(super) fn take(&mut self, name: &str) -> Option<Node<'s>> {
        let index = self.given.iter().position(|given| given.field.name == name)?;
        let value = self.given.swap_remove(index).value;
        (!value.is_null()).then_some(value)
    }

    fn get(&self, field: &Field) -> Option<&Given<'s>> {
        self.given.iter().find(|given| std::ptr::eq(given.field, field))
    }
}

impl Reader {
    /// Sorts the keys of a map by the fields of `object`. A plain text is read as the one field
    /// that is meant by it, where the object has such a field.
    pub(super) fn fields<'s>(
        &mut self,
        node: Node<'s>,
        object: &'static Object,
    ) -> Option<Fields<'s>> {
        let span = node.span;
        let mut fields = Fields { span, given: Vec::new() };
        match node.value {
            Value::Map(pairs) => self.sort(pairs, object, &mut fields),
            Value::Scalar(_) if object.short.is_some() => {
                let short = object.fields.iter().find(|field| Some(field.name) == object.short);
                let key = Node { span, value: Value::Null };
                fields.given.extend(short.map(|field| Given { field, key, value: node }));
            }
            _ => {
                self.wrong_shape(&node, Msg::ShapeMap);
                return None;
            }
        }
        Some(fields)
    }

    fn sort<'s>(
        &mut self,
        pairs: Vec<(Node<'s>, Node<'s>)>,
        object: &'static Object,
        fields: &mut Fields<'s>,
    ) {
        let own = |word: &str| object.fields.iter().find(|field| field.name == word);
        let mut rest = Vec::new();
        for (key, value) in pairs {
            match key.scalar().and_then(own) {
                Some(field) => self.give(fields, field, key, value),
                None => rest.push((key, value)),
            }
        }
        // Other names come second: which field they stand for depends on what is given already.
        let mut meant = Vec::new();
        for (key, value) in rest {
            match self.by_other_name(&key, object, fields) {
                Some(field) => self.give(fields, field, key, value),
                None => meant.extend(self.unknown_key(object, &key)),
            }
        }
        for field in object.fields.iter().filter(|f| f.required && !meant.contains(&f.name)) {
            self.require(object, field, fields);
        }
    }

    /// The first field with such a synonym that is still free, else the first one. Says, once
    /// for each word, that it is not the field's own name.
    fn by_other_name(
        &mut self,
        key: &Node<'_>,
        object: &'static Object,
        fields: &Fields<'_>,
    ) -> Option<&'static Field> {
        let word = key.scalar()?;
        let synonym = |field: &'static Field| {
            field.synonyms.iter().find(|synonym| **synonym == word).map(|word| (field, *word))
        };
        let mut found = object.fields.iter().filter_map(synonym);
        let first = found.next()?;
        let free = std::iter::once(first).chain(found).find(|(f, _)| fields.get(f).is_none());
        if let Some((field, word)) = free
            && !self.synonyms.contains_key(&(object.name, word))
        {
            let message = Phrase::from(Msg::FaultSynonym).quote(word).text(field.name);
            let fault = Diagnostic::at(Code::Synonym, key.span, message);
            self.synonyms.insert((object.name, word), fault);
        }
        Some(free.unwrap_or(first).0)
    }

    /// Files a value under its field, if there is none yet.
    fn give<'s>(
        &mut self,
        fields: &mut Fields<'s>,
        field: &'static Field,
        key: Node<'s>,
        value: Node<'s>,
    ) {
        let word = key.scalar().unwrap_or_default();
        let same = fields.given.iter().find(|given| given.key.scalar() == Some(word));
        let fault = if let Some(first) = same {
            let message = Phrase::from(Msg::FaultDuplicateKey).quote(word);
            Diagnostic::at(Code::DuplicateKey, key.span, message)
                .beside(first.key.span, Msg::FaultFirstHere)
        } else if let Some(first) = fields.get(field) {
            let other = first.key.scalar().unwrap_or_default();
            let message = Phrase::from(Msg::FaultTwoNames).quote(word).quote(other);
            Diagnostic::at(Code::TwoNames, key.span, message)
                .beside(first.key.span, Msg::FaultFirstHere)
        } else {
            fields.given.push(Given { field, key, value });
            return;
        };
        self.faults.push(fault);
    }

    /// The field that was probably meant.
    fn unknown_key(&mut self, object: &'static Object, key: &Node<'_>) -> Option<&'static str> {
        let Some(word) = key.scalar() else {
            self.wrong_shape(key, Msg::ShapeText);
            return None;
        };
        let names: Vec<&str> = object.fields.iter().map(|field| field.name).collect();
        let near = self.near(word, names.iter().copied());
        let message = Phrase::from(Msg::FaultUnknownKey).quote(word).msg(object.label);
        let expected = Phrase::from(Msg::FaultOneOf).text(&names.join(", "));
        self.faults.push(
            Diagnostic::at(Code::UnknownKey, key.span, message).expected(expected).suggest(near),
        );
        near
    }

    fn require(&mut self, object: &'static Object, field: &'static Field, fields: &Fields<'_>) {
        let (message, place) = match fields.get(field) {
            Some(given) if !given.value.is_null() => return,
            Some(given) => (Msg::FaultNoValue, given.key.span),
            None => (Msg::FaultMissingKey, fields.first_key()),
        };
        let message = Phrase::from(message).msg(object.label).text(field.name);
        self.faults.push(Diagnostic::at(Code::MissingKey, place, message));
    }

    /// Notes that something else belongs here.
    pub(super) fn wrong_shape(&mut self, node: &Node<'_>, expected: Msg) {
        let message = match node.scalar() {
            Some(text) => Phrase::from(Msg::FaultNotShape).quote(text),
            None => Phrase::from(Msg::FaultShape).msg(node.shape()),
        };
        let expected = Phrase::from(Msg::FaultExpected).msg(expected);
        self.faults.push(Diagnostic::at(Code::Shape, node.span, message).expected(expected));
    }
}

impl Fields<'_> {
    /// Where something that is missing would be noticed.
    fn first_key(&self) -> Span {
        self.given.iter().map(|given| given.key.span).min_by_key(|s| s.start).unwrap_or(self.span)
    }
}
