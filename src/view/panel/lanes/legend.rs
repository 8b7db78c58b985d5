//! What the bars of the lanes and the letters below them stand for.

use ratatui::layout::Rect;

use super::super::super::Scene;
use super::super::super::paper::{Mark, Paper};
use super::super::super::styled;
use super::super::super::theme::Role;
use super::{cells, in_sight, rows, scale};
use crate::model::{Kind, Status};
use crate::text::{Msg, width};

/// What the bars stand for and how long a cell is, in so many cells. The length gives way first, then
/// the best of the bars; where there are rows to spare the bars stand in those.
pub fn note(scene: &Scene, paper: &Paper, area: Rect, room: usize) -> String {
    let words = scene.app.words();
    let (scale, _) = scale(scene, area);
    let cell = words.duration((scale.cell_millis() / 1_000).max(1));
    let cell = words.fill(Msg::PerCell, &[&cell]);
    if !spare(scene, area).is_empty() {
        return cell;
    }
    let bars = bars(scene, paper, area);
    let whole = bars.iter().cloned().chain([cell]).collect();
    let notes = [whole].into_iter().chain((0..bars.len()).map(|best| bars[best..].to_vec()));
    let mut notes = notes.map(|note| note.join("  ").replace('\u{a0}', " "));
    notes.find(|note| width(note) <= room).unwrap_or_default()
}

/// What the bars in sight stand for, each with its word, from which it is not parted.
fn bars(scene: &Scene, paper: &Paper, area: Rect) -> Vec<String> {
    let words = scene.app.words();
    let told = |bar: String, msg| format!("{bar} {}", words.say(msg)).replace(' ', "\u{a0}");
    let used = Status::ALL.into_iter().filter(|&status| is_used(scene, status));
    let used = used.map(|status| told(paper.lane(status).into(), status.label()));
    let dotted = dotted(scene, area).map(|status| {
        let bar = format!("{}{}", paper.lane(status), paper.mark(Mark::Inferred));
        told(bar, Msg::KnownInferred)
    });
    used.chain(dotted).collect()
}

/// A status that a lane in sight has dotted, since nobody said it.
fn dotted(scene: &Scene, area: Rect) -> Option<Status> {
    let timeline = &scene.app.timeline;
    let mut services = in_sight(scene, area);
    services.retain(|now| timeline.has_inferred(now.id));
    if services.is_empty() {
        return None;
    }
    let borders = timeline.borders(scale(scene, area).0);
    let mut cells = services.iter().flat_map(|now| cells(scene.app, now.id, &borders));
    cells.find_map(|(status, dotted)| dotted.then_some(status))
}

/// Whether a lane shows the status somewhere; before its first state a service is unknown.
fn is_used(scene: &Scene, status: Status) -> bool {
    let timeline = &scene.app.timeline;
    timeline.services().any(|id| {
        let first = timeline.runs(id).first();
        let begins_unknown = first.is_none_or(|run| run.from > scene.app.window().from);
        (status == Status::Unknown && begins_unknown) || timeline.has(id, status)
    })
}

/// The rows that are left below the phases and an empty one.
fn spare(scene: &Scene, area: Rect) -> Rect {
    let used = (rows(scene.app) + 1).min(area.height);
    Rect { y: area.y + used, height: area.height - used, ..area }
}

/// What bars and letters stand for, where there are rows to spare.
pub(super) fn draw(scene: &Scene, paper: &mut Paper, area: Rect) {
    let place = spare(scene, area);
    if place.is_empty() {
        return;
    }
    let mut told = bars(scene, paper, area);
    // A picture has the letters in its last row.
    if !scene.app.frame.sight.is_still() {
        told.extend(legend(scene, Kind::ALL.into_iter()));
    }
    let lines = styled::wrapped(&told.join("   "), paper.role(Role::Dim), area.width, 0);
    styled::draw(paper, place, &lines, 0);
}

/// What letters of the events' row stand for, each with its word, from which it is not parted.
fn legend(scene: &Scene, kinds: impl Iterator<Item = Kind>) -> Vec<String> {
    let words = scene.app.words();
    kinds.map(|kind| format!("{}\u{a0}{}", kind.letter(), words.say(kind.label()))).collect()
}

/// The same of the letters that can be seen.
pub fn letters(scene: &Scene) -> Vec<String> {
    let (app, window) = (scene.app, scene.app.window());
    let (begin, end) = (app.timeline.rows_before(window.from), app.timeline.rows_until(window.to));
    let shown = app.listing.from(begin)..app.listing.from(end);
    legend(scene, app.listing.kinds_among(&app.timeline, shown))
}
