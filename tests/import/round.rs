//! Import, our own YAML, load: the same incident.

use outage_tui::export::yaml;
use outage_tui::load;
use outage_tui::text::{Lang, Words};
use outage_tui::timeline;

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
