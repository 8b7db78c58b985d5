//! Import, our own YAML, load: the same incident. Import, report, load: the same times and titles.

use std::borrow::Cow;

use outage_tui::export::{ReportOptions, report_markdown, yaml};
use outage_tui::load;
use outage_tui::model::Event;
use outage_tui::text::{Lang, Words};
use outage_tui::timeline::{self, Timeline};

use crate::{ONES, open};

#[test]
fn what_is_written_is_read_as_the_same() {
    for (name, incident, format) in ONES {
        let (timeline, _) = open(name, incident);
        for lang in Lang::ALL {
            let text = yaml(&timeline, &[format], Words::new(lang));
            let again = match load::read("again.yaml", text.as_bytes()) {
                Ok(loaded) => loaded,
                Err(report) => panic!("{}", report.render(Words::new(Lang::En), false)),
            };
            assert_eq!(again.format, None);
            assert_eq!(&again.incident, timeline.incident(), "{name}\n{text}");
        }
    }
}

#[test]
fn its_report_gives_the_same_times_and_titles() {
    let told = |timeline: &Timeline, lang: Lang| {
        let of = |event: Cow<'_, Event>| (event.at, event.until, event.title.get(lang).to_owned());
        let events: Vec<_> = timeline.events().map(of).collect();
        (timeline.incident().title.get(lang).to_owned(), events)
    };
    for (name, incident, _) in ONES {
        let (timeline, _) = open(name, incident);
        for lang in Lang::ALL {
            let options = ReportOptions::new(Words::new(lang), timeline.incident().zone);
            let report = report_markdown(&timeline, &options);
            match timeline::open("report.md", report.as_bytes()) {
                Ok((again, _)) => assert_eq!(told(&again, lang), told(&timeline, lang), "{name}"),
                Err(why) => panic!("{name}: {}\n{report}", why.render(Words::default(), false)),
            }
        }
    }
}

#[test]
fn our_own_files_come_back_too() {
    for path in
        ["incidents/oct-outage.yaml", "tests/data/every-field.yaml", "tests/data/scripts.yaml"]
    {
        let bytes = std::fs::read(format!("{}/{path}", env!("CARGO_MANIFEST_DIR"))).unwrap();
        let (timeline, _) = timeline::open(path, &bytes).unwrap();
        let text = yaml(&timeline, &[], Words::new(Lang::En));
        let again = load::read("again.yaml", text.as_bytes()).unwrap();
        assert_eq!(&again.incident, timeline.incident(), "{path}");
    }
}
