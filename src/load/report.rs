//! The faults of one file, in the order of the file.

use serde_json::{Value, json};

use super::{
    code::{Code, Level},
    diagnostic::{Diagnostic, Span},
    render,
    source::Source,
};
use crate::text::Words;

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
    source: Source,
    diagnostics: Vec<Diagnostic>,
    errors: usize,
    warnings: usize,
}

impl Report {
    pub(crate) fn new(source: Source, faults: Faults) -> Self {
        let mut report = Self { source, diagnostics: Vec::new(), errors: 0, warnings: 0 };
        report.add(faults);
        report
    }

    /// A report that finds nothing.
    pub fn clean(name: &str) -> Self {
        Self::new(Source::without_text(name), Faults::default())
    }

    /// A report of one fault.
    pub(crate) fn of(source: Source, diagnostic: Diagnostic) -> Self {
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

    pub fn has_errors(&self) -> bool {
        self.errors > 0
    }

    /// Whether one of the faults is of that kind.
    pub fn has(&self, code: Code) -> bool {
        self.iter().any(|diagnostic| diagnostic.code() == code)
    }

    /// How many errors there are, those beyond the first thousand included.
    pub fn errors(&self) -> usize {
        self.errors
    }

    /// How many warnings there are, those beyond the first thousand included.
    pub fn warnings(&self) -> usize {
        self.warnings
    }

    /// The faults in the order of the file, at most a thousand of each level.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.diagnostics.iter()
    }

    /// For people: each fault with its line, underlined. The first fifty of each level.
    pub fn render(&self, words: Words, color: bool) -> String {
        render::render(self, &self.source, words, color)
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
