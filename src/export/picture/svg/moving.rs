//! A film as an SVG that moves by CSS alone.
//!
//! Each thing is there once, in a group with all that is seen in the same frames, and the group is
//! shown and hidden. Without a rule that moves it, and for those who ask for less motion, the
//! picture is the last frame.

use std::fmt::{self, Display, Formatter, Write};

use super::super::fonts::Fonts;
use super::super::list::Item;
use super::layers::{Layers, Span, Thing};
use super::style::Styles;
use super::{Caption, Writer, document};

/// The film, for ever; with `embed` it brings its fonts along.
pub fn to_moving_svg(layers: &Layers, fonts: &Fonts, caption: Caption, embed: bool) -> String {
    let mut writer = Writer { fonts, styles: Styles::default(), body: String::new() };
    let mut spans: Vec<&Span> = Vec::new();
    let last = layers.times.len() as u32 - 1;
    for (span, items) in layers.things.iter().flat_map(|things| groups(things)) {
        if span[..] == [0, last] {
            writer.items(items);
            continue;
        }
        let number = spans.iter().position(|known| *known == span).unwrap_or_else(|| {
            spans.push(span);
            spans.len() - 1
        });
        let hidden = if span.last() == Some(&last) { "" } else { " h" };
        let _ = writeln!(writer.body, "<g class=\"k k{number}{hidden}\">");
        writer.items(items);
        writer.body.push_str("</g>\n");
    }
    let styles = writer.styles.sheet(fonts, embed) + &motion(&spans, &layers.times);
    document(&layers.ground, caption, &styles, &writer.body)
}

/// What is seen in the same frames, in the order in which it first appears.
fn groups(things: &[Thing]) -> Vec<(&Span, Vec<&Item>)> {
    let mut places = std::collections::HashMap::new();
    let mut found: Vec<(&Span, Vec<&Item>)> = Vec::new();
    for thing in things {
        let place = *places.entry(&thing.span).or_insert(found.len());
        if place == found.len() {
            found.push((&thing.span, Vec::new()));
        }
        found[place].1.push(&thing.item);
    }
    found
}

/// The rules that show and hide the groups.
fn motion(spans: &[&Span], times: &[u64]) -> String {
    let whole = times.last().copied().unwrap_or_default().max(1);
    let seconds = Thousandths(whole);
    let mut out = format!(
        ".h{{visibility:hidden}}@media (prefers-reduced-motion:no-preference){{\
         .k{{animation:{seconds}s step-end infinite}}"
    );
    // Writing to a string cannot fail.
    for number in 0..spans.len() {
        let _ = write!(out, ".k{number}{{animation-name:k{number}}}");
    }
    out.push('}');
    for (number, span) in spans.iter().enumerate() {
        let _ = write!(out, "@keyframes k{number}{{");
        if span.first() != Some(&0) {
            out.push_str("0%{visibility:hidden}");
        }
        for (turn, frame) in span.iter().enumerate() {
            let at = times.get(*frame as usize).copied().unwrap_or(whole);
            let part = Thousandths((at * 100_000 + whole / 2) / whole);
            let seen = if turn % 2 == 0 { "visible" } else { "hidden" };
            let _ = write!(out, "{part}%{{visibility:{seen}}}");
        }
        out.push('}');
    }
    out
}

/// A number of thousandths as a number of wholes.
struct Thousandths(u64);

impl Display for Thousandths {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let digits = format!("{}.{:03}", self.0 / 1_000, self.0 % 1_000);
        f.write_str(digits.trim_end_matches('0').trim_end_matches('.'))
    }
}
