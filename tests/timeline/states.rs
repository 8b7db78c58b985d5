//! The state of a service is a function of time.

use outage_tui::model::Status;

use super::{at, day, read, service, web};

#[test]
fn of_equal_times_the_last_in_the_file_holds() {
    let timeline = day(
        "",
        &[
            ("09:00", "status: {web: operational}"),
            ("10:00", "status: {web: major_outage}, tags: [first]"),
            ("10:00", "status: {web: degraded}, tags: [second]"),
            ("09:30", "tags: [earlier]"),
        ],
    );
    let tags: Vec<_> = timeline.events().flat_map(|event| event.into_owned().tags).collect();
    let tags: Vec<&str> = tags.iter().map(|tag| &**tag).collect();
    assert_eq!(tags, ["earlier", "first", "second"]);
    assert_eq!(web(&timeline, "09:59:59"), Status::Operational);
    assert_eq!(web(&timeline, "10:00:00"), Status::Degraded);
    let times = timeline.time_in_status(service(&timeline, "web"), at("11:00"));
    assert_eq!(times[Status::MajorOutage as usize], 0);
    assert_eq!(times[Status::Degraded as usize], 3_600);
}

#[test]
fn a_change_undone_at_the_same_moment_leaves_no_trace() {
    let timeline = day(
        "",
        &[
            ("09:00", "status: {web: operational}"),
            ("10:00", "status: {web: down}"),
            ("10:00", "status: {web: operational}"),
        ],
    );
    let runs = timeline.runs(service(&timeline, "web"));
    assert_eq!(runs.len(), 1);
    assert_eq!(runs[0].from, at("09:00"));
    assert_eq!(timeline.moment(at("12:00")).recovery, None);
}

#[test]
fn flaps_are_each_a_run_and_saying_it_again_is_none() {
    let timeline = day(
        "",
        &[
            ("10:00:00", "status: {web: down}"),
            ("10:00:01", "status: {web: up}"),
            ("10:00:02", "status: {web: down}"),
            ("10:00:03", "status: {web: down}"),
            ("10:00:04", "status: {web: up}"),
        ],
    );
    let id = service(&timeline, "web");
    let rows: Vec<usize> = timeline.runs(id).iter().map(outage_tui::timeline::Run::row).collect();
    assert_eq!(rows, [0, 1, 2, 4]);
    let now = timeline.moment(at("11:00")).services[0];
    assert_eq!((now.down_seconds, now.since), (3, Some(at("10:00:04"))));
}

#[test]
fn a_dip_of_a_second_is_not_lost_in_a_long_stretch() {
    let timeline = day(
        "",
        &[
            ("00:00:00", "status: {web: up}"),
            ("12:00:00", "status: {web: partial}"),
            ("12:00:01", "status: {web: up}"),
        ],
    );
    let id = service(&timeline, "web");
    let worst = |from: &str, to: &str| timeline.worst_between(id, at(from), at(to)).status();
    assert_eq!(worst("00:00", "23:00"), Status::PartialOutage);
    assert_eq!(worst("12:00:00", "12:00:01"), Status::PartialOutage);
    assert_eq!(worst("00:00", "12:00:00"), Status::Operational, "its beginning is not inside");
    assert_eq!(worst("12:00:01", "23:00"), Status::Operational);
}

#[test]
fn a_stretch_before_anything_is_known_is_unknown() {
    let timeline = day("", &[("12:00", "status: {web: up}")]);
    let id = service(&timeline, "web");
    assert_eq!(timeline.worst_between(id, at("10:00"), at("11:00")).status(), Status::Unknown);
    // Known and fine for a part of it only: not green.
    let early = timeline.runs(id)[0].from;
    assert_eq!(timeline.runs(id)[0].status, Status::Operational);
    let (before, after) = (early.plus_seconds(-60), early.plus_seconds(60));
    assert_eq!(timeline.worst_between(id, before, after).status(), Status::Unknown);
    assert_eq!(timeline.worst_between(id, at("10:00"), at("13:00")).status(), Status::Unknown);
}

#[test]
fn before_the_first_event_nothing_is_known() {
    let timeline = day("", &[("10:00", "status: {web: down}"), ("11:00", "status: {web: up}")]);
    let moment = timeline.moment(at("09:59:59"));
    let now = moment.services[0];
    assert_eq!((now.status, now.since, now.down_seconds), (Status::Unknown, None, 0));
    assert!(!now.status.is_up());
    assert_eq!(moment.counts.total(), 0);
    assert_eq!(timeline.row_at(at("09:59:59")), None);
    assert_eq!(timeline.row_from(at("09:59:59")), Some(0));
}

#[test]
fn after_the_last_event_its_state_goes_on() {
    let timeline = day("", &[("10:00", "status: {web: down}")]);
    let now = timeline.moment(at("2031-05-09T10:00:00Z")).services[0];
    assert_eq!(now.status, Status::MajorOutage);
    assert_eq!(now.down_seconds, 3 * 86_400);
    assert_eq!(timeline.row_at(at("2031-05-09T10:00:00Z")), Some(0));
    assert_eq!(timeline.row_from(at("10:00:01")), None);
}

#[test]
fn unknown_said_by_the_file_is_not_up_and_not_down() {
    let timeline = day(
        "",
        &[
            ("10:00", "status: {web: down}"),
            ("11:00", "status: {web: unknown}"),
            ("12:00", "status: {web: up}"),
        ],
    );
    let moment = timeline.moment(at("11:30"));
    assert_eq!(moment.services[0].status, Status::Unknown);
    assert_eq!(moment.services[0].since, Some(at("11:00")));
    assert_eq!(moment.services[0].down_seconds, 3_600);
    assert_eq!((moment.counts.unknown, moment.counts.back), (1, 0));
}

#[test]
fn the_times_in_each_status_add_up() {
    let timeline = day(
        "",
        &[
            ("10:00:00", "status: {web: up}"),
            ("10:10:07", "status: {web: down}"),
            ("10:20:09", "status: {web: recovering}"),
            ("10:31:00", "status: {web: unknown}"),
            ("10:40:00", "status: {web: maintenance}"),
        ],
    );
    let id = service(&timeline, "web");
    for when in ["10:00:00", "10:10:06", "10:20:09", "10:59:59", "23:00:00"] {
        let times = timeline.time_in_status(id, at(when));
        assert_eq!(times.iter().sum::<i64>(), at(when).since(at("10:00:00")), "{when}");
    }
    let times = timeline.time_in_status(id, at("11:00"));
    let of = |status: Status| times[status as usize];
    assert_eq!(of(Status::Operational), 607);
    assert_eq!(of(Status::MajorOutage), 602);
    assert_eq!(of(Status::Unknown), 540);
    assert_eq!(of(Status::Maintenance), 1_200);
    assert_eq!(of(Status::Degraded), 0);
}

#[test]
fn fractions_of_a_second_are_not_lost_when_added_up() {
    let timeline = day(
        "",
        &[
            ("10:00:00.000", "status: {web: down}"),
            ("10:00:00.500", "status: {web: up}"),
            ("10:00:01.000", "status: {web: down}"),
            ("10:00:01.500", "status: {web: up}"),
        ],
    );
    let times = timeline.time_in_status(service(&timeline, "web"), at("10:00:02"));
    assert_eq!(times.iter().sum::<i64>(), 2);
}

#[test]
fn several_days_and_worst_first() {
    let timeline = read(
        "title: Long\nservices:\n\
         - {id: a}\n- {id: b}\n- {id: c}\n- {id: d, counts: false}\n- {id: e}\nevents:\n\
         - {at: 2031-05-06T00:00:00Z, title: x, status: {c: down, d: down, b: degraded}}\n\
         - {at: 2031-05-08T00:00:00Z, title: x, status: {a: down, e: up}}\n\
         - {at: 2031-05-20T00:00:00Z, title: x, status: {a: up, b: up, c: up, d: up}}\n",
    );
    let moment = timeline.moment(at("2031-05-09T00:00:00Z"));
    let order: Vec<&str> =
        moment.worst_first(&timeline).iter().map(|now| &*timeline.service(now.id).id).collect();
    assert_eq!(order, ["c", "a", "d", "b", "e"]);
    assert_eq!(moment.services[2].down_seconds, 3 * 86_400);
    assert_eq!(moment.since_start.unwrap().to_string(), "T+72:00:00");
}
