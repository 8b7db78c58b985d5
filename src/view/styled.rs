//! Lines of styled text that wrap and scroll.

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::paper::{Paper, Piece};
use crate::text::{Needle, wrap};

/// One line: texts and their styles.
pub(super) type Line = Vec<(String, Style)>;

/// A text of one style, wrapped; `indent` blanks before every line.
pub(super) fn wrapped(text: &str, style: Style, width: u16, indent: usize) -> Vec<Line> {
    flow(&[(text.to_owned(), style)], width, indent)
}

/// Runs of several styles, wrapped as one text; `indent` blanks before every line.
pub(super) fn flow(runs: &[(String, Style)], width: u16, indent: usize) -> Vec<Line> {
    let text: String = runs.iter().map(|(text, _)| text.as_str()).collect();
    let room = usize::from(width).saturating_sub(indent).max(4);
    let mut lines = Vec::new();
    for range in wrap(&text, room) {
        let mut line: Line = Vec::new();
        if indent > 0 {
            line.push((" ".repeat(indent), Style::new()));
        }
        let mut at = 0;
        for (run, style) in runs {
            let start = range.start.clamp(at, at + run.len());
            let end = range.end.clamp(at, at + run.len());
            if start < end {
                line.push((text[start..end].to_owned(), *style));
            }
            at += run.len();
        }
        lines.push(line);
    }
    lines
}

/// Draws the lines that are in sight.
pub(super) fn draw(paper: &mut Paper, area: Rect, lines: &[Line], scroll: u16) {
    let height = usize::from(area.height);
    let first = usize::from(scroll).min(lines.len().saturating_sub(height));
    for (y, line) in (area.y..area.bottom()).zip(&lines[first..]) {
        let pieces: Vec<Piece> = line.iter().map(|(text, style)| (text.as_str(), *style)).collect();
        paper.put_all(area.x, y, area.width, &pieces);
    }
}

/// How many lines do not fit.
pub(super) fn beyond(lines: usize, area: Rect) -> u16 {
    lines.saturating_sub(usize::from(area.height)).min(usize::from(u16::MAX)) as u16
}

/// A text cut where a search matches.
pub(super) fn highlighted<'a>(
    text: &'a str,
    needle: Option<&Needle>,
    style: Style,
    matched: Style,
) -> Vec<Piece<'a>> {
    let mut pieces = Vec::new();
    let mut at = 0;
    for hit in needle.map(|needle| needle.find(text)).unwrap_or_default() {
        pieces.push((&text[at..hit.start], style));
        pieces.push((&text[hit.clone()], style.patch(matched)));
        at = hit.end;
    }
    pieces.push((&text[at..], style));
    pieces
}
