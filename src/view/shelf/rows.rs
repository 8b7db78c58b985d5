//! One row an incident.

use ratatui::layout::Rect;

use crate::app::Shelf;
use crate::app::shelf::Entry;
use crate::model::{Precision, Severity};
use crate::text::{Msg, Words, columns};
use crate::timeline::{Heading, Measure, MeasureKind, tell};
use crate::view::paper::{Dots, Mark, Paper};
use crate::view::styled;
use crate::view::theme::Role;

/// Widths; what has none is not shown.
struct Columns {
    start: u16,
    severity: u16,
    strip: u16,
    measure: u16,
    /// Which of the measures there is room for.
    measures: &'static [MeasureKind],
    services: u16,
}

use MeasureKind::{Acknowledge, Detect, Mitigate, Resolve};

impl Columns {
    fn new(words: Words, width: u16) -> Self {
        // The longest of the lengths that are common, and what may stand around it.
        let measure = columns(&words.compact_duration(47 * 3_600 + 59 * 60)) + 3;
        let (strip, measures): (u16, &[MeasureKind]) = match width {
            ..72 => (8, &[Resolve]),
            72..100 => (12, &[Resolve]),
            100..150 => (20, &[Detect, Mitigate, Resolve]),
            _ => (40, &[Detect, Acknowledge, Mitigate, Resolve]),
        };
        let head = |msg| columns(words.say(msg));
        Self {
            start: if width >= 110 { 18 } else { 12 },
            severity: head(Msg::ColumnSeverity).max(4) + 2,
            strip,
            measure,
            measures,
            services: head(Msg::ColumnServices).max(4) + 2,
        }
    }

    /// Where each begins, the title last.
    fn places(&self, x: u16) -> [u16; 6] {
        let start = x + 2;
        let severity = start + self.start;
        let strip = severity + self.severity;
        let measures = strip + self.strip + 2;
        let services = measures + self.measure * self.measures.len() as u16;
        [start, severity, strip, measures, services, services + self.services]
    }
}

/// What an entry is called: its title, or, where it cannot be read, its file.
pub fn title(entry: &Entry, words: Words) -> &str {
    entry.told.as_ref().map_or(&*entry.file, |heading| heading.title.get(words.lang))
}

/// The names of the columns.
pub fn heads(shelf: &Shelf, paper: &mut Paper, area: Rect) {
    let words = shelf.words();
    let columns = Columns::new(words, area.width);
    let [start, severity, strip, mut measures, services, title] = columns.places(area.x);
    let dim = paper.role(Role::Dim);
    let mut put = |x: u16, room: u16, text: &str| paper.put(x, area.y, room, text, dim);
    put(start, columns.start, words.say(Msg::ListStart));
    put(severity, columns.severity, words.say(Msg::ColumnSeverity));
    put(strip, columns.strip, words.say(Msg::ShelfCourse));
    for kind in columns.measures {
        put(measures, columns.measure, words.say(tell::measure_name(*kind)));
        measures += columns.measure;
    }
    put(services, columns.services, words.say(Msg::ColumnServices));
    put(title, area.right().saturating_sub(title), words.say(Msg::ListTitle));
}

/// The first place that is in sight: the cursor stands in the middle where it can.
pub fn first(shelf: &Shelf, height: u16) -> usize {
    let height = usize::from(height);
    shelf.cursor().saturating_sub(height / 2).min(shelf.shown().len().saturating_sub(height))
}

/// The rows that are in sight.
pub fn draw(shelf: &Shelf, paper: &mut Paper, area: Rect) {
    if shelf.shown().len() == 0 {
        let text = match (shelf.entries().is_empty(), shelf.unread) {
            (true, 0) => shelf.words().say(Msg::ShelfEmpty),
            (true, _) => return,
            (false, _) => shelf.words().say(Msg::ShelfNoHit),
        };
        paper.put(area.x, area.y, area.width, text, paper.role(Role::Warning));
        return;
    }
    let (first, cursor) = (first(shelf, area.height), shelf.cursor());
    for (y, (place, entry)) in (area.y..area.bottom()).zip(shelf.shown().enumerate().skip(first)) {
        row(shelf, paper, entry, Rect { y, height: 1, ..area });
        if place == cursor {
            paper.tint_row(area.x, y, area.width, paper.palette.selected());
            paper.put(area.x, y, 1, paper.mark(Mark::Here), paper.role(Role::Accent));
        }
    }
}

fn row(shelf: &Shelf, paper: &mut Paper, entry: &Entry, area: Rect) {
    let words = shelf.words();
    let heading = match &entry.told {
        Ok(heading) => heading,
        Err(why) => {
            let (file, why) = (&entry.file, why.message(words));
            let text = format!("{file}: {}: {why}", words.say(Msg::ShelfUnreadable));
            let room = area.width.saturating_sub(2);
            paper.put(area.x + 2, area.y, room, &text, paper.role(Role::Warning));
            return;
        }
    };
    let columns = Columns::new(words, area.width);
    let [start, severity, at, mut measures, services, title] = columns.places(area.x);
    let text = paper.role(Role::Text);
    let begun = match (columns.start > 12, heading.start_precision) {
        (false, Precision::Day) => tell::listed(heading.start, Precision::Day, heading.zone),
        (false, _) => heading.zone.civil(heading.start).date(),
        (true, known) => tell::listed(heading.start, known, heading.zone),
    };
    paper.put(start, area.y, columns.start, &begun, text);
    let word = heading.severity.map_or("–", Severity::word);
    paper.put(severity, area.y, columns.severity, word, text);
    strip(paper, heading, at, area.y, columns.strip);
    for kind in columns.measures {
        let (told, role) = length(heading, *kind, words);
        paper.put(measures, area.y, columns.measure, &told, paper.role(role));
        measures += columns.measure;
    }
    let number = words.number(heading.services as u64);
    paper.put(services, area.y, columns.services, &number, text);
    let needles = shelf.needles();
    let matched = paper.role(Role::Match);
    let name = heading.title.get(words.lang);
    let pieces = styled::highlighted(name, needles.first(), text, matched);
    paper.put_all(title, area.y, area.right().saturating_sub(title), &pieces);
}

/// A measure in a narrow column; of an incident that was not resolved how long it is known to have
/// lasted.
fn length(heading: &Heading, kind: MeasureKind, words: Words) -> (String, Role) {
    let measure: Measure = heading.measure(kind);
    match measure.seconds() {
        Some(seconds) => {
            let mark = if measure.is_derived() { "*" } else { "" };
            let length = tell::compact_length(seconds, measure.precision(), words);
            (format!("{length}{mark}"), Role::Text)
        }
        None if kind == Resolve && !heading.over && heading.length > 0 => {
            let length = tell::compact_length(heading.length, heading.length_precision, words);
            (words.fill(Msg::ListAtLeast, &[&length]), Role::Warning)
        }
        None => ("–".to_owned(), Role::Dim),
    }
}

/// How bad it was, from its start to its end.
pub fn strip(paper: &mut Paper, heading: &Heading, x: u16, y: u16, cells: u16) {
    let mut dots = Dots::default();
    for (column, cell) in heading.strip(cells).enumerate() {
        let mut symbol = [0; 4];
        let symbol = if dots.next(cell.status, cell.inferred) {
            paper.mark(Mark::Inferred)
        } else {
            paper.lane(cell.status).encode_utf8(&mut symbol)
        };
        paper.put(x + column as u16, y, 1, symbol, paper.palette.status(cell.status));
    }
}
