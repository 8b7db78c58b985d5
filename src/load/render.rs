//! Faults as rustc shows them: the line itself, the fault underlined, what was expected.

use std::ops::Range;

use annotate_snippets::{
    Annotation, AnnotationKind, Group, Level as Title, Origin, Renderer, Snippet,
};

use super::{
    code::Level,
    diagnostic::{Diagnostic, Span},
    report::Report,
    source::Source,
};
use crate::text::{Msg, SafeText, Words, width, wrap};

/// How many faults of a level are shown.
const SHOWN: usize = 50;
/// Characters of a line that are shown before a fault, and from its beginning on.
const BEFORE: usize = 48;
const AFTER: usize = 80;
/// Cells of a text beside the fault; a longer one stands below, in lines of at most `WIDE`.
const BESIDE: usize = 44;
const WIDE: usize = 72;

pub(crate) fn render(report: &Report, source: &Source, words: Words, color: bool) -> String {
    let renderer = if color { Renderer::styled() } else { Renderer::plain() };
    let mut out = String::new();
    for level in [Level::Error, Level::Warning] {
        let (total, faults) = report.own(level);
        let faults: Vec<_> = faults.take(SHOWN).collect();
        for diagnostic in &faults {
            out.push_str(&one(diagnostic, source, words, &renderer));
            out.push_str("\n\n");
        }
        let more = total - faults.len();
        if more > 0 {
            let (one, many) = match level {
                Level::Error => (Msg::FaultMoreError, Msg::FaultMoreErrors),
                Level::Warning => (Msg::FaultMoreWarning, Msg::FaultMoreWarnings),
            };
            out.push_str(&words.count(more, one, many));
            out.push_str("\n\n");
        }
    }
    out.truncate(out.trim_end().len());
    if !out.is_empty() {
        out.push('\n');
    }
    out
}

fn one(diagnostic: &Diagnostic, source: &Source, words: Words, renderer: &Renderer) -> String {
    let level = match diagnostic.level() {
        Level::Error => Title::ERROR.with_name(words.say(Msg::FaultError)),
        Level::Warning => Title::WARNING.with_name(words.say(Msg::FaultWarning)),
    };
    let title = level.primary_title(diagnostic.message(words)).id(diagnostic.code().as_str());
    let mut group = Group::with_title(title);
    let excerpts = excerpts(diagnostic, source, words);
    if excerpts.is_empty() {
        group = group.element(Origin::path(&*source.name));
    }
    for excerpt in &excerpts {
        group = group.element(excerpt.snippet(&source.name));
    }
    if let Some(list) = diagnostic.expectation(words).filter(|text| is_long(text)) {
        let note = Title::NOTE.no_name();
        let lines: Vec<&str> =
            wrap(&list, WIDE).into_iter().map(|line| list[line].trim_end()).collect();
        group = group.element(note.message(lines.join("\n")));
    }
    if let Some(advice) = diagnostic.advice(words) {
        let help = Title::HELP.with_name(words.say(Msg::FaultHelp));
        group = group.element(help.message(advice));
    }
    let text = renderer.render(&[group]);
    let text = excerpts.iter().fold(text, |text, excerpt| excerpt.set_column(text, source));
    // The renderer pads some of its empty lines with blanks.
    text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n")
}

fn is_long(text: &str) -> bool {
    width(text) > BESIDE
}

/// A line of the file, made safe and cut to a window around what is marked on it.
struct Excerpt {
    line: usize,
    /// The column of the first mark in the file and in `text`, from 1.
    column: usize,
    shown_column: usize,
    text: String,
    marks: Vec<Mark>,
}

/// What is to be marked, by its place in the file.
struct Spot {
    primary: bool,
    span: Span,
    label: Option<String>,
}

/// What is marked, by its place in the excerpt.
struct Mark {
    primary: bool,
    range: Range<usize>,
    label: Option<String>,
}

impl Excerpt {
    fn snippet<'a>(&'a self, name: &'a SafeText) -> Snippet<'a, Annotation<'a>> {
        let annotations = self.marks.iter().map(|mark| {
            let kind = if mark.primary { AnnotationKind::Primary } else { AnnotationKind::Context };
            kind.span(mark.range.clone()).label(mark.label.as_deref())
        });
        Snippet::source(self.text.as_str())
            .path(&**name)
            .line_start(self.line)
            .annotations(annotations)
    }

    /// Puts the column of the file where the renderer has written that of the excerpt. The title
    /// is one line, so the first match after it is the renderer's own.
    fn set_column(&self, rendered: String, source: &Source) -> String {
        if self.column == self.shown_column {
            return rendered;
        }
        let place = |column| format!("{}:{}:{column}", source.name, self.line);
        match rendered.split_once('\n') {
            Some((title, rest)) => {
                let rest = rest.replacen(&place(self.shown_column), &place(self.column), 1);
                format!("{title}\n{rest}")
            }
            None => rendered,
        }
    }
}

/// One excerpt, or two when the second place is on another line.
fn excerpts(diagnostic: &Diagnostic, source: &Source, words: Words) -> Vec<Excerpt> {
    let Some(span) = diagnostic.span else { return Vec::new() };
    let beside = diagnostic.expectation(words).filter(|text| !is_long(text));
    let first = Spot { primary: true, span, label: beside };
    match diagnostic.second(words) {
        None => vec![excerpt(source, vec![first])],
        Some((other, label)) => {
            let second = Spot { primary: false, span: other, label: Some(label) };
            if source.line_of(other.start) == source.line_of(span.start) {
                vec![excerpt(source, vec![first, second])]
            } else {
                vec![excerpt(source, vec![first]), excerpt(source, vec![second])]
            }
        }
    }
}

/// All `spots` begin on one line; the first is the one whose place is named.
fn excerpt(source: &Source, spots: Vec<Spot>) -> Excerpt {
    let anchor = spots.first().map_or(0, |spot| spot.span.start);
    let (line, range) = source.line_of(anchor);
    let text = &source.text()[range.clone()];
    let inside = |offset: u32| {
        let offset = (offset as usize).clamp(range.start, range.end) - range.start;
        // A report must not fail, even if a place were wrong.
        (0..=offset).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
    };
    let window = window(text, inside(anchor));
    let mut safe = Safe::new(text, window);
    let mut placed: Vec<(usize, usize, usize)> = spots
        .iter()
        .enumerate()
        .map(|(index, spot)| (inside(spot.span.start), inside(spot.span.end), index))
        .collect();
    placed.sort_unstable();
    let mut ranges = vec![0..0; spots.len()];
    for (start, end, index) in placed {
        let from = safe.upto(start);
        ranges[index] = from..safe.upto(end);
    }
    let out = safe.finish();
    let shown = ranges.first().map_or(0, |first| first.start);
    Excerpt {
        line,
        column: text[..inside(anchor)].chars().count() + 1,
        shown_column: out[..shown].chars().count() + 1,
        marks: spots
            .into_iter()
            .zip(ranges)
            .map(|(Spot { primary, label, .. }, range)| Mark { primary, range, label })
            .collect(),
        text: out,
    }
}

/// The part of a line around `at` that is shown.
fn window(line: &str, at: usize) -> Range<usize> {
    let start = line[..at].char_indices().rev().nth(BEFORE).map_or(0, |(index, _)| index);
    let end = line[at..].char_indices().nth(AFTER).map_or(line.len(), |(index, _)| at + index);
    start..end
}

/// Makes a line safe piece by piece, so that the borders of the pieces are known afterwards,
/// however many characters each was replaced by.
struct Safe<'a> {
    line: &'a str,
    window: Range<usize>,
    done: usize,
    out: String,
}

impl<'a> Safe<'a> {
    fn new(line: &'a str, window: Range<usize>) -> Self {
        let out = if window.start > 0 { String::from("…") } else { String::new() };
        Self { line, done: window.start, window, out }
    }

    /// Makes everything up to `offset` of the line safe; where that is in the result.
    fn upto(&mut self, offset: usize) -> usize {
        let offset = offset.clamp(self.window.start, self.window.end);
        if offset > self.done {
            self.out.push_str(&SafeText::block(&self.line[self.done..offset]));
            self.done = offset;
        }
        self.out.len()
    }

    fn finish(mut self) -> String {
        self.upto(self.window.end);
        if self.window.end < self.line.len() {
            self.out.push('…');
        }
        self.out
    }
}
