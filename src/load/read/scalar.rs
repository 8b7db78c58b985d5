//! Texts, numbers, switches and words out of a fixed list.

use std::collections::HashMap;

use super::Reader;
use crate::{
    load::{
        code::Code,
        diagnostic::{Diagnostic, Phrase},
        grammar,
        nearest::nearest,
        tree::{Node, Value},
    },
    model::{Basis, Confidence, Kind, Localized, Phase, Precision, Severity, Status},
    text::{Msg, SafeText, fold_digits},
};

/// A field whose value is one word of a list.
pub(super) struct Choice<T> {
    code: Code,
    message: Msg,
    /// The words that are named as expected.
    words: fn() -> Vec<&'static str>,
    /// What else is read, for finding a near word.
    synonyms: fn() -> Vec<&'static str>,
    parse: fn(&str) -> Option<T>,
}

pub(super) const STATUS: Choice<Status> = Choice {
    code: Code::UnknownStatus,
    message: Msg::FaultUnknownStatus,
    words: grammar::statuses,
    synonyms: grammar::status_synonyms,
    parse: Status::parse,
};
pub(super) const KIND: Choice<Kind> = Choice {
    code: Code::UnknownKind,
    message: Msg::FaultUnknownKind,
    words: grammar::kinds,
    synonyms: Vec::new,
    parse: Kind::parse,
};
pub(super) const PRECISION: Choice<Precision> = Choice {
    code: Code::UnknownPrecision,
    message: Msg::FaultUnknownPrecision,
    words: grammar::precisions,
    synonyms: Vec::new,
    parse: Precision::parse,
};
pub(super) const CONFIDENCE: Choice<Confidence> = Choice {
    code: Code::UnknownConfidence,
    message: Msg::FaultUnknownConfidence,
    words: grammar::confidences,
    synonyms: Vec::new,
    parse: Confidence::parse,
};
pub(super) const BASIS: Choice<Basis> = Choice {
    code: Code::UnknownBasis,
    message: Msg::FaultUnknownBasis,
    words: grammar::bases,
    synonyms: Vec::new,
    parse: Basis::parse,
};
pub(super) const MILESTONE: Choice<Phase> = Choice {
    code: Code::UnknownPhase,
    message: Msg::FaultUnknownMilestone,
    words: grammar::milestones,
    synonyms: Vec::new,
    parse: |word| Phase::parse(word).filter(|phase| *phase != Phase::Before),
};
pub(super) const PHASE: Choice<Phase> = Choice {
    code: Code::UnknownPhase,
    message: Msg::FaultUnknownPhase,
    words: grammar::phases,
    synonyms: Vec::new,
    parse: Phase::parse,
};
pub(super) const SEVERITY: Choice<Severity> = Choice {
    code: Code::UnknownSeverity,
    message: Msg::FaultUnknownSeverity,
    words: || Severity::WORDS.to_vec(),
    synonyms: Vec::new,
    parse: Severity::parse,
};

impl Reader {
    /// The text of one plain value.
    pub(super) fn plain<'a>(&mut self, node: &'a Node<'_>, expected: Msg) -> Option<&'a str> {
        let text = node.scalar();
        if text.is_none() {
            self.wrong_shape(node, expected);
        }
        text
    }

    /// One line in no particular language.
    pub(super) fn line(&mut self, node: &Node<'_>) -> Option<SafeText> {
        self.plain(node, Msg::ShapeText).map(|text| SafeText::line(text.trim()))
    }

    /// A text of one line, or one for each language.
    pub(super) fn text(&mut self, node: &Node<'_>) -> Localized {
        self.localized(node, |text| SafeText::line(text.trim()))
    }

    /// A text that must say something.
    pub(super) fn title(&mut self, node: &Node<'_>) -> Localized {
        let before = self.faults.errors();
        let title = self.text(node);
        if title.is_empty() && self.faults.errors() == before {
            self.faults.push(Diagnostic::at(Code::EmptyText, node.span, Msg::FaultEmptyText));
        }
        title
    }

    /// A text of several lines, or one for each language.
    pub(super) fn prose(&mut self, node: &Node<'_>) -> Localized {
        self.localized(node, |text| SafeText::block(text.trim_end()))
    }

    fn localized(&mut self, node: &Node<'_>, safe: fn(&str) -> SafeText) -> Localized {
        match &node.value {
            Value::Scalar(text) => Localized::plain(safe(text)),
            Value::Map(pairs) => {
                self.each_once(pairs);
                let entries = pairs.iter().filter_map(|(key, value)| {
                    let code = self.language(key)?;
                    self.plain(value, Msg::ShapeText).map(|text| (code, safe(text)))
                });
                Localized::new(entries.collect())
            }
            _ => {
                self.wrong_shape(node, Msg::ShapeLocalized);
                Localized::default()
            }
        }
    }

    /// The key of a text in several languages: `en`, `bn`, `pt-BR`.
    fn language(&mut self, key: &Node<'_>) -> Option<SafeText> {
        let word = self.plain(key, Msg::ShapeLanguage)?;
        let mut parts = word.split(['-', '_']);
        let letters = parts.next().unwrap_or_default();
        let good = matches!(letters.len(), 2 | 3)
            && letters.bytes().all(|b| b.is_ascii_alphabetic())
            && parts
                .all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphanumeric()));
        if !good {
            let message = Phrase::from(Msg::FaultLanguage).quote(word);
            self.faults.push(
                Diagnostic::at(Code::UnknownKey, key.span, message)
                    .expected(Phrase::from(Msg::FaultOneOf).text("en, bn, …")),
            );
        }
        good.then(|| SafeText::line(word))
    }

    /// Notes the keys of a map that stand in it twice.
    pub(super) fn each_once(&mut self, pairs: &[(Node<'_>, Node<'_>)]) {
        let mut seen = HashMap::new();
        for (key, _) in pairs {
            let Some(word) = key.scalar() else { continue };
            let first = *seen.entry(word).or_insert(key.span);
            if first != key.span {
                let message = Phrase::from(Msg::FaultDuplicateKey).quote(word);
                self.faults.push(
                    Diagnostic::at(Code::DuplicateKey, key.span, message)
                        .beside(first, Msg::FaultFirstHere),
                );
            }
        }
    }

    pub(super) fn switch(&mut self, node: &Node<'_>) -> Option<bool> {
        let text = self.plain(node, Msg::ShapeSwitch)?;
        match text.trim().to_ascii_lowercase().as_str() {
            "true" | "yes" | "on" => Some(true),
            "false" | "no" | "off" => Some(false),
            _ => {
                self.wrong_shape(node, Msg::ShapeSwitch);
                None
            }
        }
    }

    /// A number; Bengali digits and a percent sign are fine.
    pub(super) fn number(&mut self, node: &Node<'_>) -> Option<f64> {
        let text = fold_digits(self.plain(node, Msg::ShapeNumber)?);
        let digits = text.trim().trim_end_matches('%').trim_end();
        let number = digits.parse().ok().filter(|number: &f64| number.is_finite());
        if number.is_none() {
            self.wrong_shape(node, Msg::ShapeNumber);
        }
        number
    }

    /// One word of a list, whatever its case; blanks and hyphens stand for `_`.
    pub(super) fn choice<T>(&mut self, node: &Node<'_>, choice: &Choice<T>) -> Option<T> {
        let text = self.plain(node, Msg::ShapeText)?;
        let word = text.trim().to_ascii_lowercase().replace([' ', '-'], "_");
        let found = (choice.parse)(&word);
        if found.is_none() {
            let mut words = (choice.words)();
            let message = Phrase::from(choice.message).quote(text);
            let expected = Phrase::from(Msg::FaultOneOf).text(&words.join(", "));
            words.extend((choice.synonyms)());
            let near = self.near(&word, words);
            self.faults.push(
                Diagnostic::at(choice.code, node.span, message).expected(expected).suggest(near),
            );
        }
        found
    }

    /// The near word; looked for only while faults are still kept.
    pub(super) fn near<'a>(
        &self,
        word: &str,
        candidates: impl IntoIterator<Item = &'a str>,
    ) -> Option<&'a str> {
        if self.faults.is_full() { None } else { nearest(word, candidates) }
    }

    /// The items of a list.
    pub(super) fn list<'s>(&mut self, node: Node<'s>) -> Vec<Node<'s>> {
        if let Value::List(items) = node.value {
            return items;
        }
        self.wrong_shape(&node, Msg::ShapeList);
        Vec::new()
    }

    /// The items of a list of words; one word needs no list.
    pub(super) fn words<'s>(&mut self, node: Node<'s>) -> Vec<Node<'s>> {
        if node.scalar().is_some() { vec![node] } else { self.list(node) }
    }
}
