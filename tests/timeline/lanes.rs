//! Walks along lanes and looks at marks are what a look at every run and every event says.

use outage_tui::app::{App, File, Settings};
use outage_tui::load::Report;
use outage_tui::model::{Kind, Known, ServiceId, Status, Time};
use outage_tui::text::SafeText;
use outage_tui::timeline::{Run, Scale, Timeline, Window, Worst};
use proptest::prelude::*;

use super::{at, read};

/// The seconds after ten o'clock at which an event is, and what it says of which service: a status, and
/// whether that is inferred.
type Entry = (u16, Vec<(usize, Status, bool)>);

const SERVICES: usize = 3;

fn timeline(entries: &[Entry]) -> Timeline {
    let mut yaml = "title: x\nservices: [{id: s0}, {id: s1}, {id: s2}]\nevents:\n".to_owned();
    for (second, changes) in entries {
        let at = at("10:00").plus_seconds(i64::from(*second)).rfc3339();
        let status: Vec<String> =
            changes.iter().map(|(id, status, _)| format!("s{id}: {}", status.word())).collect();
        let inferred: Vec<String> =
            changes.iter().filter(|change| change.2).map(|(id, ..)| format!("s{id}")).collect();
        let (status, inferred) = (status.join(", "), inferred.join(", "));
        let fields = format!("at: {at}, title: x, status: {{{status}}}, inferred: [{inferred}]");
        yaml.extend(["- {", &fields, "}\n"]);
    }
    read(&yaml)
}

/// Long stretches of one status, and seconds with many events.
fn entries() -> impl Strategy<Value = Vec<Entry>> {
    let change = (prop::sample::select(&Status::ALL[..]), any::<bool>());
    let changes = prop::collection::btree_map(0..SERVICES, change, 0..3);
    let changes = changes.prop_map(|changes| {
        changes.into_iter().map(|(id, (status, inferred))| (id, status, inferred)).collect()
    });
    let second = prop_oneof![0_u16..2_000, 900_u16..910, Just(1_000_u16)];
    prop::collection::vec((second, changes), 1..600)
}

/// Each run and when it ends.
fn stretches(runs: &[Run]) -> impl Iterator<Item = (&Run, Time)> {
    let ends = runs.iter().skip(1).map(|run| run.from).chain([Time::MAX]);
    runs.iter().zip(ends)
}

/// The worst status from one moment to another, and whether all who say it only infer it.
fn worst(timeline: &Timeline, id: ServiceId, from: Time, to: Time) -> Option<(Status, bool)> {
    let runs = timeline.runs(id);
    let holds = |run: &Run, end| run.from <= from && from < end;
    let inside = |run: &Run, end| holds(run, end) || (from <= run.from && run.from < to);
    let mut found: Vec<(Status, bool)> = stretches(runs)
        .filter(|(run, end)| inside(run, *end))
        .map(|(run, _)| (run.status, run.known == Known::Inferred))
        .collect();
    if !found.is_empty() && runs.first().is_some_and(|first| first.from > from) {
        found.push((Status::Unknown, false));
    }
    let worst = found.iter().map(|(status, _)| *status).max()?;
    Some((worst, found.iter().filter(|(status, _)| *status == worst).all(|(_, known)| *known)))
}

fn told(worst: Worst) -> (Status, bool) {
    (worst.status(), worst.is_inferred())
}

fn check_lanes(timeline: &Timeline, scale: Scale) -> Result<(), TestCaseError> {
    let borders = timeline.borders(scale);
    for id in timeline.services() {
        let lane: Vec<_> = timeline.lane(id, &borders).map(|worst| worst.map(told)).collect();
        prop_assert_eq!(lane.len(), usize::from(scale.columns));
        for (column, found) in (0..).zip(lane) {
            let (from, to) = scale.slice(column);
            let expected = worst(timeline, id, from, to);
            prop_assert_eq!(found, expected, "{:?} {}", id, column);
            let status = expected.map_or(Status::Unknown, |(status, _)| status);
            prop_assert_eq!(timeline.worst_between(id, from, to).status(), status);
        }
    }
    let times = (0..=scale.columns).map(|column| scale.time(column));
    let before = |at| timeline.events().filter(|event| event.at < at).count();
    let rows: Vec<usize> = timeline.rows_at(&borders).collect();
    prop_assert_eq!(rows, times.map(before).collect::<Vec<_>>());
    Ok(())
}

fn check_moment(timeline: &Timeline, at: Time) -> Result<(), TestCaseError> {
    let moment = timeline.moment(at);
    let events: Vec<Time> = timeline.events().map(|event| event.at).collect();
    prop_assert_eq!(timeline.rows_before(at), events.iter().filter(|&&then| then < at).count());
    prop_assert_eq!(timeline.rows_until(at), events.iter().filter(|&&then| then <= at).count());
    for now in &moment.services {
        let runs = timeline.runs(now.id);
        let run = runs.iter().rev().find(|run| run.from <= at);
        prop_assert_eq!(now.since, run.map(|run| run.from));
        prop_assert_eq!(now.status, run.map_or(Status::Unknown, |run| run.status));
        prop_assert_eq!(timeline.run_at(now.id, at), run);
        let mut spent = [0; 7];
        for (run, end) in stretches(runs).filter(|(run, _)| run.from <= at) {
            spent[run.status as usize] += end.min(at).since(run.from);
        }
        prop_assert_eq!(timeline.time_in_status(now.id, at), spent);
        let down = Status::ALL.into_iter().filter(|status| status.is_down());
        prop_assert_eq!(now.down_seconds, down.map(|status| spent[status as usize]).sum::<i64>());
        for status in Status::ALL {
            let has = runs.iter().any(|run| run.status == status);
            prop_assert_eq!(timeline.has(now.id, status), has);
        }
    }
    prop_assert_eq!(moment.counts, timeline.counts_at(at));
    prop_assert_eq!(moment.recovery, timeline.recovery_at(at));
    Ok(())
}

/// An app of so many events, each of the kind at its place.
fn app(kinds: &[Kind]) -> App {
    let mut yaml = "title: x\nevents:\n".to_owned();
    for (second, kind) in (0..).zip(kinds) {
        let at = at("10:00").plus_seconds(second).rfc3339();
        yaml.extend(["- {title: x, at: ", &at, ", kind: ", kind.word(), "}\n"]);
    }
    let file = File { name: SafeText::line("x"), report: Report::clean("x") };
    App::new(file, read(&yaml), Settings::default())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn each_cell_is_the_worst_of_its_runs(
        entries in entries(),
        windows in prop::collection::vec((-100_i64..2_100, 0_i64..2_200_000, 0_u16..90), 4),
    ) {
        let timeline = timeline(&entries);
        for (second, millis, columns) in windows {
            let from = at("10:00").plus_seconds(second);
            let window = Window::new(from, from.plus_millis(millis));
            check_lanes(&timeline, Scale::new(window, columns))?;
        }
        for second in (-1..2_001).step_by(37).chain([899, 900, 901, 999, 1_000, 1_001]) {
            check_moment(&timeline, at("10:00").plus_seconds(second))?;
        }
    }

    #[test]
    fn the_strongest_of_a_cell_is_the_first_kind_of_its_rows(
        kinds in prop::collection::vec(
            prop_oneof![9 => Just(Kind::Note), 1 => prop::sample::select(&Kind::ALL[..])], 1..200,
        ),
        places in prop::collection::vec((0_usize..220, 0_usize..220), 40),
    ) {
        let app = app(&kinds);
        for (one, other) in places {
            let shown = one.min(other).min(kinds.len())..one.max(other).min(kinds.len());
            let inside: Vec<Kind> = Kind::ALL
                .into_iter()
                .filter(|kind| kinds[shown.clone()].contains(kind))
                .collect();
            let found = app.listing.strongest(&app.timeline, shown.clone());
            prop_assert_eq!(found, inside.first().copied(), "{:?}", shown);
            let found: Vec<Kind> = app.listing.kinds_among(&app.timeline, shown).collect();
            prop_assert_eq!(found, inside);
        }
    }
}
