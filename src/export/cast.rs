//! A film for a terminal, in the second version of asciicast: the first screen whole, and then the
//! stretches that change, each at its own column.

use std::fmt::Write;

use ratatui::buffer::{Buffer, Cell};
use serde_json::json;

use super::ansi::{Pen, is_plain};
use super::picture::Frame;

/// The film; `told` hears how many frames are done. No clock of the machine stands in it.
pub fn to_cast(
    frames: impl Iterator<Item = Frame>,
    title: &str,
    mut told: impl FnMut(usize),
) -> String {
    let mut out = String::new();
    let mut before: Option<Buffer> = None;
    let mut millis = 0_u64;
    for (number, frame) in frames.enumerate() {
        let data = match &before {
            Some(before) => changes(before, &frame.cells),
            None => {
                out = header(&frame.cells, title);
                format!("\x1b[?25l\x1b[2J{}", whole(&frame.cells))
            }
        };
        if !data.is_empty() {
            line(&mut out, millis, &data);
        }
        millis += u64::from(frame.millis);
        before = Some(frame.cells);
        told(number + 1);
    }
    // The last screen stays as long as it is meant to.
    line(&mut out, millis, "\x1b[?25h");
    out
}

/// Each frame begins without a style.
const PLAIN: &str = "\x1b[0m";

fn header(cells: &Buffer, title: &str) -> String {
    let (width, height) = (cells.area.width, cells.area.height);
    json!({"version": 2, "width": width, "height": height, "title": title}).to_string() + "\n"
}

/// What the terminal gets at a moment.
fn line(out: &mut String, millis: u64, data: &str) {
    // Writing to a string cannot fail.
    let (seconds, part) = (millis / 1_000, millis % 1_000);
    let _ = writeln!(out, "[{seconds}.{part:03}, \"o\", {}]", json!(data));
}

fn whole(cells: &Buffer) -> String {
    let mut pen = Pen::default();
    for y in 0..cells.area.height {
        pen.stretch(cells, y, (0, cells.area.width));
    }
    pen.out + PLAIN
}

fn changes(before: &Buffer, now: &Buffer) -> String {
    let mut pen = Pen::default();
    let width = usize::from(now.area.width).max(1);
    let rows = before.content.chunks(width).zip(now.content.chunks(width));
    for (y, (before, now_row)) in rows.enumerate().filter(|(_, (before, now))| before != now) {
        for stretch in stretches(before, now_row) {
            pen.stretch(now, y as u16, stretch);
        }
    }
    if pen.out.is_empty() { pen.out } else { pen.out + PLAIN }
}

/// The stretches of a row that change. Those that nearly touch are one; and a word whose width
/// terminals disagree about is written whole.
fn stretches(before: &[Cell], now: &[Cell]) -> Vec<(u16, u16)> {
    let mut found: Vec<(usize, usize)> = Vec::new();
    for x in (0..now.len()).filter(|x| before[*x] != now[*x]) {
        let (from, to) = (word_begin(before, now, x), word_end(before, now, x));
        match found.last_mut() {
            Some((_, end)) if from <= *end + NEAR => *end = to.max(*end),
            _ => found.push((from, to)),
        }
    }
    found.into_iter().map(|(from, to)| (from as u16, to as u16)).collect()
}

/// To go elsewhere takes about as many bytes as so many cells.
const NEAR: usize = 6;

/// Whether the cursor surely stands between two cells where we think it does.
fn is_seam(cells: &[Cell], x: usize) -> bool {
    let blank = |cell: &Cell| cell.symbol() == " ";
    let sure = |cell: &Cell| is_plain(cell.symbol());
    match (x.checked_sub(1).and_then(|x| cells.get(x)), cells.get(x)) {
        (Some(left), Some(right)) => (sure(left) && sure(right)) || blank(left) || blank(right),
        _ => true,
    }
}

fn word_begin(before: &[Cell], now: &[Cell], x: usize) -> usize {
    (0..=x).rev().find(|x| is_seam(before, *x) && is_seam(now, *x)).unwrap_or(0)
}

fn word_end(before: &[Cell], now: &[Cell], x: usize) -> usize {
    (x + 1..now.len()).find(|x| is_seam(before, *x) && is_seam(now, *x)).unwrap_or(now.len())
}
