//! The lines of a report, sorted by what they are.

use std::collections::HashMap;

use super::cell::{Cell, cells, plain};
use super::is;
use crate::load::diagnostic::Span;
use crate::text::Msg;

/// A line and its place.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Line<'s> {
    pub(super) text: &'s str,
    pub(super) span: Span,
}

impl<'s> Line<'s> {
    /// What stands before an address, and the address: `name, <https://…>`.
    pub(super) fn split_address(&self, between: &str) -> (&'s str, Option<&'s str>) {
        let address = self.text.strip_suffix('>').and_then(|line| line.rsplit_once(between));
        match address {
            Some((before, url)) => (before, Some(url)),
            None => (self.text, None),
        }
    }
}

/// Everything of a report that is read again.
#[derive(Debug, Default)]
pub(super) struct Scanned<'s> {
    pub(super) title: Line<'s>,
    pub(super) facts: Option<Line<'s>>,
    /// As it is written.
    pub(super) summary: Line<'s>,
    pub(super) cause: Line<'s>,
    /// Rows of tables, without their heads.
    pub(super) times: Vec<Vec<Cell<'s>>>,
    pub(super) harm: Vec<Vec<Cell<'s>>>,
    pub(super) recovery: Vec<Vec<Cell<'s>>>,
    pub(super) timeline: Vec<Vec<Cell<'s>>>,
    pub(super) actions: Vec<Vec<Cell<'s>>>,
    /// The head of the timeline, and the zone that it names.
    pub(super) head: Option<Span>,
    pub(super) zone: Option<Cell<'s>>,
    /// Where it is said that a filter has left events out.
    pub(super) filtered: Option<Span>,
    /// How many columns say when: that of the zone, and that of UTC unless they are one.
    pub(super) clocks: usize,
    pub(super) sources: HashMap<usize, Line<'s>>,
    pub(super) links: Vec<Line<'s>>,
}

/// The parts of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Section {
    Head,
    Times,
    Harm,
    Cause,
    Recovery,
    Timeline,
    Actions,
    Sources,
    Other,
}

/// How many columns of the timeline say something else than when.
const COLUMNS: usize = 4;

const SECTIONS: [(Msg, Section); 8] = [
    (Msg::TimesTitle, Section::Times),
    (Msg::HarmTitle, Section::Harm),
    (Msg::CauseTitle, Section::Cause),
    (Msg::PanelRecovery, Section::Recovery),
    (Msg::PanelTimeline, Section::Timeline),
    (Msg::ActionsTitle, Section::Actions),
    (Msg::SourcesTitle, Section::Sources),
    (Msg::LinksTitle, Section::Sources),
];

/// Whether a text is a report of this program: its first line is a title, and somewhere stands
/// the head of our timeline, which no YAML can hold at the beginning of a line.
pub(crate) fn is_report(text: &str) -> bool {
    let first = text.lines().find(|line| !line.trim().is_empty());
    first.is_some_and(|line| line.starts_with("# "))
        && text.lines().any(|line| cells(line, 0).is_some_and(|cells| is_head(&cells)))
}

/// The head of the timeline's table: the zone, UTC unless that is it, then words of the interface.
fn is_head(cells: &[Cell]) -> bool {
    let words = [Msg::ClockUtc, Msg::Since0, Msg::ColumnKind, Msg::PanelDetail, Msg::PanelServices];
    let zones = cells.len().wrapping_sub(words.len());
    zones <= 1 && cells[zones..].iter().zip(words).all(|(cell, msg)| is(msg, &plain(cell.raw)))
}

/// Sorts all lines.
pub(super) fn scan(text: &str) -> Scanned<'_> {
    let mut scanner = Scanner {
        whole: text,
        scanned: Scanned::default(),
        section: Section::Head,
        rows: 0,
        fence: None,
    };
    let mut start = 0;
    for whole in text.split_inclusive('\n') {
        let line = whole.trim_end_matches(['\n', '\r', ' ', '\t']);
        scanner.line(Line { text: line, span: Span::new(start, start + line.len()) });
        start += whole.len();
    }
    scanner.scanned
}

struct Scanner<'s> {
    whole: &'s str,
    scanned: Scanned<'s>,
    section: Section,
    /// How many rows of the table were seen, its head and the rule below it among them.
    rows: usize,
    /// What closes the code that is open: so many of this sign.
    fence: Option<(char, usize)>,
}

impl<'s> Scanner<'s> {
    fn line(&mut self, line: Line<'s>) {
        if self.is_fence(line.text) {
            return self.prose(line);
        }
        if self.fence.is_some() || line.text.is_empty() {
            self.rows = 0;
            return self.prose(line);
        }
        if let Some(title) = line.text.strip_prefix("## ") {
            let named = |(msg, _): &&(Msg, Section)| is(*msg, &plain(title.trim()));
            self.section = SECTIONS.iter().find(named).map_or(Section::Other, |(_, found)| *found);
        } else if let Some(cells) = cells(line.text, line.span.start as usize) {
            self.rows += 1;
            self.row(cells, line.span);
            self.prose(line);
        } else {
            self.text(line);
        }
    }

    /// Whether code begins or ends here, by the rules of `CommonMark`: a line that has more backticks behind
    /// its first ones is text with code in it.
    fn is_fence(&mut self, line: &str) -> bool {
        let bare = line.trim_start_matches(' ');
        let Some(sign @ ('`' | '~')) = bare.chars().next() else { return false };
        let behind = bare.trim_start_matches(sign);
        let signs = bare.len() - behind.len();
        let is_indented = line.len() - bare.len() > 3;
        match self.fence {
            _ if is_indented || signs < 3 => return false,
            Some((open, least)) if open != sign || signs < least || !behind.trim().is_empty() => {
                return false;
            }
            None if sign == '`' && behind.contains('`') => return false,
            Some(_) => self.fence = None,
            None => self.fence = Some((sign, signs)),
        }
        true
    }

    fn row(&mut self, cells: Vec<Cell<'s>>, span: Span) {
        let scanned = &mut self.scanned;
        // The timeline is known by its head, whatever its heading became.
        if self.rows == 1 && is_head(&cells) {
            self.section = Section::Timeline;
            scanned.head = Some(span);
            scanned.zone = cells.first().copied();
            scanned.clocks = cells.len() - COLUMNS;
        }
        // The head and the rule below it.
        if self.rows < 3 {
            return;
        }
        match self.section {
            Section::Times => scanned.times.push(cells),
            Section::Harm => scanned.harm.push(cells),
            Section::Recovery => scanned.recovery.push(cells),
            Section::Timeline => scanned.timeline.push(cells),
            Section::Actions => scanned.actions.push(cells),
            _ => {}
        }
    }

    fn text(&mut self, line: Line<'s>) {
        let scanned = &mut self.scanned;
        match self.section {
            Section::Head if scanned.title.text.is_empty() => {
                scanned.title = Line { text: line.text.trim_start_matches("# "), ..line };
            }
            Section::Head if scanned.facts.is_none() => scanned.facts = Some(line),
            Section::Sources => self.source(line),
            Section::Timeline if line.text.ends_with("<!-- filtered -->") => {
                scanned.filtered = Some(line.span);
            }
            _ => self.prose(line),
        }
    }

    /// A line of the summary or the cause, which reach from their first line to their last.
    fn prose(&mut self, line: Line<'s>) {
        let scanned = &mut self.scanned;
        let prose = match self.section {
            Section::Head if scanned.facts.is_some() => &mut scanned.summary,
            Section::Cause => &mut scanned.cause,
            _ => return,
        };
        if line.text.is_empty() {
            return;
        }
        let start = if prose.text.is_empty() { line.span.start } else { prose.span.start };
        let (from, to) = (start as usize, line.span.end as usize);
        *prose =
            Line { text: self.whole.get(from..to).unwrap_or_default(), span: Span::new(from, to) };
    }

    /// `1. name, <https://…>` or `- title: <https://…>`.
    fn source(&mut self, line: Line<'s>) {
        if let Some(text) = line.text.strip_prefix("- ") {
            self.scanned.links.push(Line { text, ..line });
        } else if let Some((number, text)) = line.text.split_once(". ")
            && let Ok(number) = number.parse()
        {
            self.scanned.sources.insert(number, Line { text, ..line });
        }
    }
}
