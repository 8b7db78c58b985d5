//! The faults of one file, in the order of the file.

use std::sync::Arc;

use serde_json::{Value, json};

use super::{
    code::{Code, Level},
    diagnostic::{Diagnostic, Span},
    render,
    source::Source,
};
use crate::text::{Msg, Words};

/// How many faults of a level are kept; the rest are only counted. A file with more of them has
/// one mistake a thousand times.
const KEPT: usize = 1_000;

/// Collects faults while a file is read.
#[derive(Debug, Default)]
pub(crate) struct Faults {
    kept: Vec<Diagnostic>,
    errors: usize,
    warnings: usize,
}

impl Faults {
    pub(crate) fn push(&mut self, diagnostic: Diagnostic) {
        let count = match diagnostic.level() {
            Level::Error => &mut self.errors,
            Level::Warning => &mut self.warnings,
        };
        *count += 1;
        if *count <= KEPT {
            self.kept.push(diagnostic);
        }
    }

    /// Adds the faults of a later stretch of the file.
    pub(crate) fn append(&mut self, other: Self) {
        let (errors, warnings) = (self.errors + other.errors, self.warnings + other.warnings);
        other.kept.into_iter().for_each(|fault| self.push(fault));
        // Those that were only counted there are counted here.
        (self.errors, self.warnings) = (errors, warnings);
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.errors + self.warnings == 0
    }

    pub(crate) fn errors(&self) -> usize {
        self.errors
    }

    /// Whether further errors are only counted.
    pub(crate) fn is_full(&self) -> bool {
        self.errors >= KEPT
    }
}

/// The faults of one file and what is needed to show them.
#[derive(Debug, Clone)]
pub struct Report {
    source: Arc<Source>,
    diagnostics: Vec<Diagnostic>,
    errors: usize,
    warnings: usize,
    /// Of other files that are shown with this one.
    more: Vec<Report>,
}

impl Report {
    pub(crate) fn new(source: impl Into<Arc<Source>>, faults: Faults) -> Self {
        let (source, diagnostics) = (source.into(), Vec::new());
        let mut report = Self { source, diagnostics, errors: 0, warnings: 0, more: Vec::new() };
        report.add(faults);
        report
    }

    /// A report that finds nothing.
    pub fn clean(name: &str) -> Self {
        Self::new(Source::without_text(name), Faults::default())
    }

    /// A report of a file whose reader ended before it was read.
    pub fn broken_off(name: &str) -> Self {
        let fault = Diagnostic::whole(Code::Unreadable, Msg::FaultBrokenOff);
        Self::of(Source::without_text(name), fault)
    }

    /// A report of one fault.
    pub(crate) fn of(source: impl Into<Arc<Source>>, diagnostic: Diagnostic) -> Self {
        let mut faults = Faults::default();
        faults.push(diagnostic);
        Self::new(source, faults)
    }

    pub(crate) fn add(&mut self, faults: Faults) {
        self.errors += faults.errors;
        self.warnings += faults.warnings;
        self.diagnostics.extend(faults.kept.into_iter().map(|mut diagnostic| {
            diagnostic.position = diagnostic.span.map(|span| self.source.position(span));
            diagnostic
        }));
        self.diagnostics.sort_by_key(|d| d.span.map(|Span { start, .. }| start));
    }

    /// This one, with those of other files that are shown as one incident with this.
    #[must_use]
    pub fn with(mut self, more: impl IntoIterator<Item = Self>) -> Self {
        self.more.extend(more);
        self
    }

    /// The first error, as a warning: the file is left out of what is shown of several.
    #[must_use]
    pub fn left_out(self) -> Self {
        let error = self.iter().find(|fault| fault.level() == Level::Error).cloned();
        let warning = error.map(|error| error.instead(Code::FileLeftOut).help(Msg::ImportLeftOut));
        match warning {
            Some(warning) => Self::of(self.source, warning),
            None => self,
        }
    }

    pub fn has_errors(&self) -> bool {
        self.errors() > 0
    }

    /// Whether one of the faults is of that kind.
    pub fn has(&self, code: Code) -> bool {
        self.iter().any(|diagnostic| diagnostic.code() == code)
    }

    /// How many errors there are, those beyond the first thousand included.
    pub fn errors(&self) -> usize {
        self.errors + self.more.iter().map(Self::errors).sum::<usize>()
    }

    /// How many warnings there are, those beyond the first thousand included.
    pub fn warnings(&self) -> usize {
        self.warnings + self.more.iter().map(Self::warnings).sum::<usize>()
    }

    /// The faults in the order of the file, at most a thousand of each level; then those of the
    /// files beside it.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        let more = self.more.iter().flat_map(|report| &report.diagnostics);
        self.diagnostics.iter().chain(more)
    }

    /// How many faults of a level this file has, and those that are kept of them.
    pub(crate) fn own(&self, level: Level) -> (usize, impl Iterator<Item = &Diagnostic>) {
        let total = match level {
            Level::Error => self.errors,
            Level::Warning => self.warnings,
        };
        (total, self.diagnostics.iter().filter(move |fault| fault.level() == level))
    }

    /// For people: each fault with its line, underlined. The first fifty of each level.
    pub fn render(&self, words: Words, color: bool) -> String {
        let all = std::iter::once(self).chain(&self.more);
        all.map(|report| render::render(report, &report.source, words, color)).collect()
    }

    /// For programs.
    pub fn json(&self, words: Words) -> Value {
        let diagnostics: Vec<Value> = self.iter().map(|d| entry(d, words)).collect();
        json!({
            "schema": "outage-tui/check/1",
            "file": &*self.source.name,
            "errors": self.errors,
            "warnings": self.warnings,
            "diagnostics": diagnostics,
        })
    }
}

fn entry(diagnostic: &Diagnostic, words: Words) -> Value {
    let level = match diagnostic.level() {
        Level::Error => "error",
        Level::Warning => "warning",
    };
    let position = diagnostic.position();
    let mut entry = json!({
        "code": diagnostic.code().as_str(),
        "level": level,
        "line": position.map(|p| p.line),
        "column": position.map(|p| p.column),
        "message": diagnostic.message(words),
    });
    let end_line = position.filter(|p| p.end_line > p.line).map(|p| json!(p.end_line));
    let optional = [
        ("end_line", end_line),
        ("expected", diagnostic.expectation(words).map(Value::from)),
        ("suggestion", diagnostic.suggestion().map(Value::from)),
    ];
    for (key, value) in optional {
        if let Some(value) = value {
            entry[key] = value;
        }
    }
    entry
}
