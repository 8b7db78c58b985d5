//! What panels say where they have much room or little.
#![expect(clippy::panic, reason = "a test that cannot go on has failed")]

mod common;

use common::{OCTOBER, bengali, drive, stage};
use outage_tui::app::{Settings, Theme};
use outage_tui::export::text;
use outage_tui::headless::Stage;
use outage_tui::text::width;
use ratatui::style::{Color, Modifier};

const AWS: &str = "incidents/aws-2025-10.yaml";
const SLACK: &str = "incidents/slack-2021-01.yaml";
const ROBLOX: &str = "incidents/roblox-2021-10.yaml";

fn at(path: &str, (width, height): (u16, u16), clock: &str, keys: &str) -> Stage {
    let mut stage = stage(path, Settings::default(), width, height);
    drive(&mut stage, Some(clock), keys);
    stage
}

/// The row that a text stands in.
fn row(stage: &Stage, part: &str) -> String {
    // What belongs together is not parted.
    let screen = text(&stage.draw()).replace('\u{a0}', " ");
    let found = screen.lines().find(|line| line.contains(part));
    found.unwrap_or_else(|| panic!("no {part} in\n{screen}")).to_owned()
}

#[test]
fn the_legend_of_the_lanes_keeps_the_worst() {
    for width in 100..220 {
        let title = row(&at(AWS, (width, 40), "2025-10-20T21:20Z", ""), "1 Lanes");
        assert!(title.contains("█ major outage  ▄· inferred"), "{width}: {title}");
        assert_eq!(
            title.contains("a cell"),
            title.contains("▁ operational") && width > 132,
            "{width}: {title}"
        );
    }
    let alone = at(AWS, (80, 24), "2025-10-20T21:20Z", "1 z");
    assert!(row(&alone, "1 Lanes").ends_with("a cell ──"));
    for word in ["▁ operational", "█ major outage", "▄· inferred"] {
        row(&alone, word);
    }
    // Nothing is inferred in October.
    let october = row(&at(OCTOBER, (120, 40), "2021-10-04T18:39Z", ""), "1 Lanes");
    assert!(october.contains("█ major outage  6 min 6 s a cell"), "{october}");
}

#[test]
fn a_state_that_nobody_said_is_dotted_beside_its_lane_too() {
    let slack = at(SLACK, (120, 40), "2021-01-04T22:00Z", "1 z");
    assert!(row(&slack, "Login").contains("●· up"));
    assert!(row(&slack, "Messages").contains("● up"));
    // The star that stands for the word is explained, also where not all services are in sight.
    let title = row(&at(AWS, (120, 40), "2025-10-20T21:20Z", ""), "4 Services");
    assert!(title.contains(" 1–9 / 11 · * inferred ─"), "{title}");
}

#[test]
fn phases_and_measures_are_whole_where_there_are_rows_to_spare() {
    for size in [(60, 16), (61, 20), (80, 24), (200, 60)] {
        let screen = text(&at(OCTOBER, size, "2021-10-04T22:45Z", "2 z").draw());
        for part in
            ["started", "detected", "acknowledged", "mitigated", "resolved", "TTR 7 h 6 min"]
        {
            assert!(screen.contains(part), "{part} at {size:?}:\n{screen}");
        }
    }
    let narrow = at(OCTOBER, (60, 16), "2021-10-04T22:45Z", "2 z");
    assert!(row(&narrow, "→ mitigated").starts_with(" → mitigated"));
    assert!(row(&narrow, "TTR").starts_with(" TTR"));
}

#[test]
fn for_how_long_is_whole_below_the_badge() {
    let incidents =
        [(ROBLOX, "2021-10-30T22:37Z"), (OCTOBER, "2021-10-04T18:39Z"), (AWS, "2025-10-20T09:03Z")];
    for (settings, long) in [(Settings::default(), "for "), (bengali(), "ধরে")] {
        for ((path, clock), size) in incidents
            .into_iter()
            .flat_map(|incident| [(80, 30), (100, 30), (120, 40)].map(|size| (incident, size)))
        {
            let mut stage = stage(path, settings, size.0, size.1);
            drive(&mut stage, Some(clock), "");
            let screen = text(&stage.draw());
            let second = screen.lines().nth(1).unwrap_or_default();
            assert!(second.contains(long) && !second.contains('…'), "{second}");
        }
    }
    // What is in the file is no part of that sentence.
    row(&at(OCTOBER, (80, 30), "2021-10-04T22:09Z", ""), "78 events  for 5 h 52 min ");
    let october = at(OCTOBER, (120, 40), "2021-10-04T18:39Z", "");
    let end = |part| {
        let row = row(&october, part);
        row.find(part).map(|at| width(&row[..at + part.len()]))
    };
    assert_eq!(end(" ACKNOWLEDGED "), end("for 2 h 22 min"), "no further than the badge");
}

#[test]
fn the_date_is_told_where_an_incident_has_several_days() {
    let header = |path, size, clock| {
        let screen = text(&at(path, size, clock, "4 z").draw());
        screen.lines().next().unwrap_or_default().to_owned()
    };
    assert!(header(OCTOBER, (80, 24), "2021-10-04T22:39Z").contains(" 10-05 04:09:00 IST"));
    assert!(header(OCTOBER, (100, 24), "2021-10-04T22:39Z").contains(" 2021-10-05 04:09:00 IST"));
}

#[test]
fn the_day_stays_above_its_events_where_there_are_several() {
    let mut october = at(OCTOBER, (80, 24), "2021-10-04T15:39Z", "3");
    for _ in 0..78 {
        drive(&mut october, None, "j");
        let screen = text(&october.draw());
        let list: Vec<&str> =
            screen.lines().skip_while(|line| !line.contains("3 Timeline")).collect();
        let is_day = |line: &str| line.starts_with("   ── 2021-10-0");
        assert!(is_day(list[1]) || is_day(list[2]), "{screen}");
    }
}

#[test]
fn a_length_is_told_whole_or_not_at_all() {
    for width in 60..200 {
        let screen = text(&at(OCTOBER, (width, 40), "2021-10-04T15:42Z", "3 z").draw());
        for line in screen.lines().filter(|line| line.contains("  (")) {
            assert!(line.contains(')'), "{line}");
        }
    }
    let surge = text(&at(OCTOBER, (200, 60), "2021-10-04T22:30Z", "3 z").draw());
    assert!(surge.contains("  (~2 h)"), "{surge}");
}

#[test]
fn only_what_came_before_is_called_a_change_before() {
    let gitlab = at("incidents/gitlab-2017-01.yaml", (120, 40), "2017-01-31T21:00Z", "3 z");
    assert!(!text(&gitlab.draw()).contains("change before"));
    row(&gitlab, "◂ 1st symptom");
    row(&at(OCTOBER, (120, 40), "2021-10-04T15:39Z", "3 z"), "◂ change before");
}

#[test]
fn the_present_phase_is_named_before_its_tick_where_there_is_no_room_behind_it() {
    let phases = |clock| row(&at(AWS, (120, 40), clock, ""), "│ phases");
    assert!(phases("2025-10-20T21:20Z").contains(" resolved│ "));
    assert!(!phases("2025-10-20T21:00Z").contains("resolved"));
}

#[test]
fn names_of_lanes_are_whole_where_there_is_room() {
    let october = |size| at(OCTOBER, size, "2021-10-04T18:39Z", "1 z");
    for size in [(80, 24), (120, 40)] {
        row(&october(size), " Facebook Login ");
    }
    row(&october((200, 60)), " Workplace and internal tools ");
}

#[test]
fn the_selected_row_is_one_bar_without_colours_of_our_own() {
    let settings = Settings { theme: Theme::Ansi, ..Settings::default() };
    let mut stage = stage(OCTOBER, settings, 120, 40);
    drive(&mut stage, Some("2021-10-04T21:25Z"), "3 z");
    let buffer = stage.draw();
    let y = (0..40).find(|&y| buffer[(2, y)].symbol() == "▸").unwrap_or_default();
    let look = |x| {
        let cell = &buffer[(x, y)];
        (cell.fg, cell.bg, cell.modifier.contains(Modifier::REVERSED))
    };
    for x in 2..118 {
        assert_eq!(look(x), (Color::Reset, Color::Reset, true), "{x}");
    }
}
