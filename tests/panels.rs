//! What panels say where they have much room or little.

mod common;

use common::{OCTOBER, bengali, drive, stage};
use outage_tui::app::Settings;
use outage_tui::export::text;
use outage_tui::headless::Stage;
use outage_tui::text::width;

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
    assert!(october.contains("█ major outage  5 min 57 s a cell"), "{october}");
}

#[test]
fn a_state_that_nobody_said_is_dotted_beside_its_lane_too() {
    let slack = at(SLACK, (120, 40), "2021-01-04T22:00Z", "1 z");
    assert!(row(&slack, "Login").contains("●· up"));
    assert!(row(&slack, "Messages").contains("● up"));
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
