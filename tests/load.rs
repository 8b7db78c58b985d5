//! A good file, read; and what is said about it afterwards.
#![expect(clippy::panic, reason = "a test that cannot go on has failed")]

use std::path::Path;

use outage_tui::{
    load::{self, Code, Loaded},
    model::{
        Basis, Confidence, Finding, Kind, Phase, Place, Precision, Rule, ServiceId, Status, Zone,
    },
    text::{Lang, Words},
};

const EVERY_FIELD: &str = include_str!("data/every-field.yaml");

fn good(text: &str) -> Loaded {
    load::read("x.yaml", text.as_bytes()).unwrap_or_else(|report| {
        panic!("{}", report.render(Words::new(Lang::En), false));
    })
}

#[test]
fn every_field_is_read() {
    let loaded = good(EVERY_FIELD);
    assert_eq!(loaded.report.warnings(), 0);
    let incident = loaded.incident;
    assert_eq!(incident.id.as_deref(), Some("2031-05-06-harbour"));
    assert_eq!(incident.title.get(Lang::Bn), "হারবার ব্যাংকে কার্ডে লেনদেন বন্ধ");
    assert_eq!(incident.severity.unwrap().word(), "SEV1");
    assert_eq!(incident.zone, Zone::parse("Asia/Dhaka").unwrap());
    assert_eq!(incident.summary.get(Lang::En).lines().count(), 3);
    assert_eq!(incident.links[1].title.get(Lang::En), "https://harbour.example/report");
    let milestone = |phase| incident.milestones.get(phase).unwrap().rfc3339();
    assert_eq!(milestone(Phase::Acknowledged), "2031-05-06T08:05:00Z");
    assert_eq!(milestone(Phase::Resolved), "2031-05-06T08:40:00Z");
    assert_eq!(incident.services.len(), 3);
    assert!((incident.services[0].weight - 3.0).abs() < f64::EPSILON);
    assert!(!incident.services[2].counts);
    assert_eq!(incident.services[2].name.get(Lang::En), "mint");
    assert_eq!(incident.actions[1].task.get(Lang::En), "Rehearse it");
    assert_eq!(incident.actions[0].due.as_deref(), Some("2031-06-01"));
    assert_eq!(incident.expect[0].phase, Some(Phase::Acknowledged));
    assert_eq!(incident.expect[0].status, [(ServiceId(0), Status::MajorOutage)]);
}

#[test]
fn every_field_of_an_event_is_read() {
    let incident = good(EVERY_FIELD).incident;
    let event = &incident.events.get(1).unwrap();
    assert_eq!(event.at.rfc3339(), "2031-05-06T08:00:00Z");
    assert_eq!(event.until.unwrap().rfc3339(), "2031-05-06T08:20:00Z");
    assert_eq!((event.precision, event.kind), (Precision::Minute, Kind::Impact));
    assert_eq!(event.title.get(Lang::Bn), "টার্মিনাল থেমে যায়");
    assert_eq!(event.body.get(Lang::En), "- Two shops call\n- then two hundred");
    let status = [(ServiceId(0), Status::MajorOutage), (ServiceId(1), Status::Degraded)];
    assert_eq!(event.status, status);
    assert_eq!(event.services, [ServiceId(2)]);
    assert_eq!(event.recovery.unwrap().basis, Basis::Measured);
    assert_eq!(event.confidence, Some(Confidence::High));
    let urls: Vec<_> = event.sources.iter().map(|source| source.url.as_deref()).collect();
    let expected = [Some("mailto:desk@harbour.example"), None, Some("https://radio.example/1")];
    assert_eq!(urls, expected);
    assert_eq!(event.author.as_deref(), Some("Asha"));
    assert_eq!(event.tags.iter().map(|tag| &**tag).collect::<Vec<_>>(), ["tls", "yes"]);
    assert!(event.pinned && !event.private);
    let events: Vec<_> = incident.events.iter().collect();
    let [.., alert, reading, _] = &events[..] else { panic!("five events") };
    assert_eq!((alert.title.get(Lang::En), alert.phase), ("yes", Some(Phase::Detected)));
    assert_eq!(
        (reading.title.get(Lang::En), reading.at.rfc3339().as_str()),
        ("2031", "2031-05-06T08:30:00Z")
    );
    assert!((reading.recovery.unwrap().percent - 80.0).abs() < f64::EPSILON);
    assert_eq!(reading.recovery.unwrap().basis, Basis::Estimate);
}

#[test]
fn the_smallest_file_declares_its_services_by_using_them() {
    let text =
        "title: x\nevents:\n- {at: 2031-05-06, title: y, status: {dns: down}, services: [web]}\n";
    let incident = good(text).incident;
    let ids: Vec<_> = incident.services.iter().map(|service| &*service.id).collect();
    assert_eq!(ids, ["dns", "web"]);
    assert!(incident.services.iter().all(|service| service.counts));
}

#[test]
fn json_and_every_line_end_and_a_byte_order_mark() {
    let json = "\u{feff}{\r\n\t\"title\": \"\\u0995\\ud83d\\ude00\\/\",\r\n\t\"summary\": null,\r\n\t\"events\": [{\"at\":\"2031-05-06\",\"title\":{\"en\":\"y\"},\"pinned\":true,\"recovery\":{\"percent\":1e1}}]\r\n}";
    let incident = good(json).incident;
    assert_eq!(incident.title.get(Lang::En), "ক😀/");
    assert!(
        (incident.events.get(0).unwrap().recovery.unwrap().percent - 10.0).abs() < f64::EPSILON
    );
    let yaml = EVERY_FIELD.replace('\n', "\r\n");
    assert_eq!(good(&yaml).incident, good(EVERY_FIELD).incident);
}

#[test]
fn anchors_and_aliases_are_read() {
    let text = "title: x\nservices: [a, b]\nevents:\n- {at: 2031-05-06, title: y, status: &bad {a: down, b: down}}\n- {at: 2031-05-07, title: z, status: *bad}\n";
    let incident = good(text).incident;
    assert_eq!(incident.events.get(0).unwrap().status, incident.events.get(1).unwrap().status);
}

#[test]
fn other_names_are_read_and_mentioned_once() {
    let text = "title: x\ntimeline:\n- {time: 2031-05-06, message: y, set: {a: down}}\n- {time: 2031-05-07, title: z, description: more, affected: [a]}\n";
    let loaded = good(text);
    let event = &loaded.incident.events.get(1).unwrap();
    assert_eq!(loaded.incident.events.get(0).unwrap().title.get(Lang::En), "y");
    assert_eq!((event.title.get(Lang::En), event.body.get(Lang::En)), ("z", "more"));
    let messages: Vec<_> =
        loaded.report.iter().map(|fault| fault.message(Words::new(Lang::En))).collect();
    let expected = [
        "`timeline` is read as `events`",
        "`time` is read as `at`",
        "`message` is read as `title`",
        "`set` is read as `status`",
        "`description` is read as `body`",
        "`affected` is read as `services`",
    ];
    assert_eq!(messages, expected);
}

#[test]
fn text_from_the_file_cannot_steer_a_terminal() {
    let text = "title: \"\\e]52;c;eA\\a\\u202e\"\nevents: [{at: 2031-05-06, title: \"a\\nb\", body: \"a\\nb\"}]";
    let incident = good(text).incident;
    assert_eq!(incident.title.get(Lang::En), "␛]52;c;eA␇<U+202E>");
    assert_eq!(incident.events.get(0).unwrap().title.get(Lang::En), "a⏎b");
    assert_eq!(incident.events.get(0).unwrap().body.get(Lang::En), "a\nb");
}

#[test]
fn findings_stand_at_their_place() {
    let mut loaded = good(EVERY_FIELD);
    let finding = |place, rule| Finding { place, rule };
    let wrong = Rule::ExpectedStatus {
        service: ServiceId(0),
        expected: Status::MajorOutage,
        found: Status::Recovering,
    };
    let phase = Rule::ExpectedPhase { expected: Phase::Acknowledged, found: Phase::Detected };
    let contradiction = Rule::ReadingContradicts { percent: 80.0, back: 1, total: 2 };
    loaded.note(&[
        finding(Place::Event(2), Rule::OutOfOrder),
        finding(Place::Service(0), Rule::NeverReturns { last: Status::Recovering }),
        finding(Place::Event(3), Rule::Gap { seconds: 7_200 }),
        finding(
            Place::Milestone(Phase::Mitigated),
            Rule::MilestonesReversed { phase: Phase::Acknowledged, earlier: Phase::Detected },
        ),
        finding(Place::Event(3), contradiction),
        finding(Place::Service(2), Rule::ServiceUnused),
        finding(Place::Service(1), Rule::LooksLike { other: ServiceId(0) }),
        finding(Place::Expect(0), phase),
        finding(Place::Expect(0), wrong),
        finding(Place::Whole, Rule::OutOfOrder),
    ]);
    assert_eq!((loaded.report.errors(), loaded.report.warnings()), (2, 8));
    insta::assert_snapshot!("findings", loaded.report.render(Words::new(Lang::En), false));
    insta::assert_snapshot!("findings_bn", loaded.report.render(Words::new(Lang::Bn), false));
}

#[test]
fn a_file_that_cannot_be_fetched() {
    let code = |path: &str| {
        let report = load::fetch(Path::new(path)).unwrap_err();
        report.iter().next().map(|fault| (fault.code(), fault.suggestion().map(str::to_owned)))
    };
    let near = "tests/data/every-field.yaml".to_owned();
    assert_eq!(code("tests/data/every-feild.yaml"), Some((Code::Missing, Some(near))));
    assert_eq!(code("tests/no-such-folder/x.yaml"), Some((Code::Missing, None)));
    assert_eq!(code("tests"), Some((Code::Folder, None)));
    assert_eq!(code(""), Some((Code::Missing, None)));
    #[cfg(unix)]
    assert_eq!(code("/dev/null"), Some((Code::Unreadable, None)));
    let bytes = load::fetch(Path::new("tests/data/every-field.yaml")).unwrap();
    assert_eq!(bytes, EVERY_FIELD.as_bytes());
}
