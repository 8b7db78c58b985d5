//! The measures of two incidents next to each other.
//!
//! ```text
//!                              October 2021    June 2021     difference
//! time to detect (TTD)              12 min*        1 min        -11 min
//! ```

use ratatui::layout::Rect;

use super::super::pane::{Edge, Pane};
use super::super::paper::Paper;
use super::super::theme::Role;
use crate::app::App;
use crate::model::Time;
use crate::text::{Msg, columns};
use crate::timeline::{Measure, MeasureKind, tell};

/// The first column is no wider.
const NAME: u16 = 34;

/// All that the two files give; what the clock has not reached is dim.
pub fn draw(sides: [&App; 2], paper: &mut Paper, area: Rect, edge: Edge) {
    let words = sides[0].words();
    let all = sides.map(|app| app.timeline.measures_at(Time::MAX));
    let derived = all.iter().flatten().any(Measure::is_derived);
    let note = if derived { words.say(Msg::DerivedNote) } else { "" };
    let title = words.say(Msg::MeasuresTitle);
    let area = Pane { edge, focused: false, title, note }.draw(paper, area);
    if area.width < 20 {
        return;
    }
    let narrow = area.width < 90;
    let name = |kind: MeasureKind| {
        let short = words.say(tell::measure_name(kind)).to_owned();
        let long = || format!("{} ({short})", words.say(tell::measure_label(kind)));
        if narrow { short.clone() } else { long() }
    };
    let names = MeasureKind::ALL.map(name);
    let first = names.iter().map(|name| columns(name)).max().unwrap_or(0).min(NAME) + 2;
    let column = (area.width - first) / 3;
    let at = |index: u16| area.x + first + index * column;
    let heads = [
        sides[0].timeline.incident().title.get(words.lang),
        sides[1].timeline.incident().title.get(words.lang),
        words.say(Msg::CompareDifference),
    ];
    for (index, head) in (0..).zip(heads) {
        paper.put(at(index), area.y, column.saturating_sub(2), head, paper.role(Role::Dim));
    }
    for (row, y) in (area.y + 1..area.bottom()).enumerate().take(names.len()) {
        paper.put(area.x, y, first - 2, &names[row], paper.role(Role::Text));
        let pair = [all[0][row], all[1][row]];
        for (index, (measure, app)) in (0..).zip(pair.into_iter().zip(sides)) {
            let reached = measure.to.is_some_and(|end| end.at <= app.cursor.at);
            let role = if reached { Role::Title } else { Role::Dim };
            let told = tell::measure(measure, words);
            paper.put(at(index), y, column.saturating_sub(2), &told, paper.role(role));
        }
        let told = tell::difference(pair, words);
        paper.put(at(2), y, column, &told, paper.role(Role::Text));
    }
}
