use super::*;
use crate::load::read;

fn timeline(events: &str) -> Timeline {
    let head = "title: x\nservices: [{id: a}, {id: b}]\nevents:\n";
    let yaml = format!("{head}{events}");
    Timeline::new(read("x", yaml.as_bytes()).unwrap().incident)
}

/// Each change of an event as its sign and the words of what differs.
fn told(before: &str, after: &str) -> Vec<String> {
    let changes = compare(&timeline(before), &timeline(after));
    let events = changes.iter().filter(|change| matches!(change.part, Part::Event(_)));
    events
        .map(|change| {
            let words: Vec<&str> = change.fields.iter().map(|field| field.aspect.word()).collect();
            format!("{}{}", change.fate().sign(), words.join(","))
        })
        .collect()
}

const ONE: &str = "- {at: 2031-03-01T10:00Z, title: Payments fail, status: {a: down}}\n";

#[test]
fn equal_versions_have_no_differences() {
    assert!(compare(&timeline(ONE), &timeline(ONE)).is_empty());
}

#[test]
fn events_are_added_removed_moved_and_reworded() {
    let other = "- {at: 2031-03-01T10:30Z, title: Disk replaced}\n";
    let both = format!("{ONE}{other}");
    assert_eq!(told(ONE, &both), ["+"]);
    assert_eq!(told(&both, ONE), ["-"]);
    let moved = ONE.replace("10:00", "10:05");
    assert_eq!(told(ONE, &moved), ["~at"]);
    // A title says more than a time: a day later it is still the same entry.
    assert_eq!(told(ONE, &ONE.replace("03-01", "03-02")), ["~at"]);
    assert_eq!(told(ONE, &moved.replace("fail", "fails for all")), ["~at,title"]);
    assert_eq!(told(ONE, &ONE.replace("Payments fail", "Disk replaced")), ["-", "+"]);
    assert_eq!(told(ONE, &ONE.replace("down", "degraded")), ["~status"]);
}

#[test]
fn of_equal_titles_the_nearest_in_time_is_the_same() {
    let update = |clock: &str| format!("- {{at: 2031-03-01T{clock}Z, title: Update}}\n");
    let before = [update("10:00"), update("11:00"), update("12:00")].concat();
    let after = [update("10:00"), update("11:58")].concat();
    assert_eq!(told(&before, &after), ["-", "~at"]);
}

#[test]
fn every_language_is_compared() {
    let two = "- {at: 2031-03-01T10:00Z, title: {en: Payments fail, bn: অচল}}\n";
    let changes = compare(&timeline(two), &timeline(&two.replace("অচল", "সচল")));
    assert_eq!(changes.len(), 1);
    assert_eq!(changes[0].fields[0].of.as_deref(), Some("bn"));
}

#[test]
fn milestones_and_measures_move_with_events() {
    let back = "- {at: 2031-03-01T10:20Z, title: Back, status: {a: operational}}\n";
    let before = timeline(&format!("{ONE}{back}"));
    let after = timeline(&format!("{ONE}{}", back.replace("10:20", "10:25")));
    let changes = compare(&before, &after);
    let parts: Vec<Part> = changes.iter().map(|change| change.part).collect();
    assert!(parts.contains(&Part::Milestone(Phase::Resolved)), "{parts:?}");
    let ttr = changes.iter().find(|change| change.part == Part::Measure(MeasureKind::Resolve));
    assert_eq!(ttr.unwrap().fields[0].after, Value::Seconds(1_500));
}

#[test]
fn a_private_event_is_marked_on_either_side() {
    let private = ONE.replace("}}", "}, private: true}");
    let changes = compare(&timeline(ONE), &timeline(&private));
    assert!(changes.iter().any(|change| change.private));
}

#[test]
fn many_updates_of_one_title_and_time_are_paired_in_their_order() {
    let update =
        |n| format!("- {at}, author: a{n}, title: Update}}\n", at = "{at: 2031-03-01T10:00Z");
    let many = (0..20_000).map(update).collect::<Vec<_>>().concat();
    let changes = compare(&timeline(&many), &timeline(&many));
    assert!(changes.is_empty(), "{}", changes.len());
}
