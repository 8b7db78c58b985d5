//! What a large incident costs: reading it, a moment of it, a frame, a step, the lanes, a search and
//! a filter, at a thousand, a hundred thousand and a million events.
//!
//! ```console
//! $ cargo bench --bench large
//! ```
#![expect(clippy::expect_used, reason = "what cannot be measured ends the run")]

mod big;

use std::hint::black_box;
use std::time::Duration;

use big::Form;
use criterion::{BatchSize, BenchmarkId, Criterion, Throughput};
use outage_tui::app::{App, File, Settings, Theme};
use outage_tui::headless::Stage;
use outage_tui::load::{Report, Wanted};
use outage_tui::text::SafeText;
use outage_tui::timeline::{Timeline, open_wanted};

const SIZES: [usize; 3] = [1_000, 100_000, 1_000_000];
const SCREEN: (u16, u16) = (200, 60);
/// So many moments are asked for, one after the other.
const MOMENTS: i64 = 1_009;
/// Looks for what only [`LAST`] has.
const FAR: &str = "/ '~'";
/// The title of one more event.
const LAST: &str = "    title: The last event ~\n";

fn main() {
    let mut criterion = Criterion::default()
        .sample_size(10)
        .warm_up_time(Duration::from_millis(300))
        .measurement_time(Duration::from_millis(1_500))
        .configure_from_args();
    for events in SIZES {
        let timeline = load(&mut criterion, events);
        moment(&mut criterion, events, &timeline);
        let mut stage = stage(timeline);
        screen(&mut criterion, events, &mut stage);
        narrow(&mut criterion, events, &mut stage);
    }
    criterion.final_summary();
}

/// A generated file.
fn file(events: usize, form: Form) -> Vec<u8> {
    let mut bytes = Vec::new();
    big::write(&mut bytes, events, 1, form).expect("memory can be written to");
    bytes
}

/// One in YAML with one event more, at the time of its last.
fn with_last(events: usize) -> Vec<u8> {
    let text = String::from_utf8(file(events, Form::Yaml)).expect("a generated file is text");
    let start = text.rfind("  - at: ").expect("there are events");
    let stamp = text[start..].lines().next().unwrap_or_default().to_owned();
    format!("{text}{stamp}\n{LAST}").into_bytes()
}

fn open(bytes: Vec<u8>) -> (Timeline, Report) {
    let read = open_wanted("big.yaml", bytes, &Wanted::default()).ok();
    read.map(|(timeline, report, _)| (timeline, report)).expect("a generated file has no faults")
}

/// Reading from memory: the bytes are given away, as those of a file are.
fn load(criterion: &mut Criterion, events: usize) -> Timeline {
    let mut group = criterion.benchmark_group("load");
    for form in [Form::Yaml, Form::Json, Form::Lines] {
        let bytes = file(events, form);
        group.throughput(Throughput::Bytes(bytes.len() as u64));
        let id = BenchmarkId::new(format!("{form:?}"), events);
        group.bench_function(id, |bencher| {
            bencher.iter_batched(|| bytes.clone(), open, BatchSize::PerIteration);
        });
    }
    group.finish();
    open(with_last(events)).0
}

/// What is true at a moment, anywhere in the incident.
fn moment(criterion: &mut Criterion, events: usize, timeline: &Timeline) {
    let (first, length) = (timeline.first(), timeline.last().since(timeline.first()));
    let mut number = 0;
    criterion.bench_function(&format!("moment/{events}"), |bencher| {
        bencher.iter(|| {
            number = (number + 389) % MOMENTS;
            timeline.moment(black_box(first.plus_millis(length / MOMENTS * number)))
        });
    });
}

/// The viewer with the clock in the middle.
fn stage(timeline: Timeline) -> Stage {
    let middle = timeline.at(timeline.len() / 2).expect("there are events");
    let file = File { name: SafeText::line("big.yaml"), report: Report::clean("big.yaml") };
    let settings = Settings { theme: Theme::Dark, ..Settings::default() };
    let mut app = App::new(file, timeline, settings);
    app.start_at(middle);
    Stage::new(app, SCREEN.0, SCREEN.1)
}

fn press(stage: &mut Stage, keys: &str) {
    stage.script(keys).expect("these are keys");
}

/// A frame, a step with its frame, and a frame of the lanes alone.
fn screen(criterion: &mut Criterion, events: usize, stage: &mut Stage) {
    criterion.bench_function(&format!("frame/{events}"), |bencher| {
        bencher.iter(|| stage.draw());
    });
    criterion.bench_function(&format!("step/{events}"), |bencher| {
        bencher.iter(|| {
            press(stage, "j");
            stage.draw()
        });
    });
    press(stage, "1 z");
    criterion.bench_function(&format!("lanes/{events}"), |bencher| {
        bencher.iter(|| stage.draw());
    });
    press(stage, "z 3");
}

/// A search that finds at once, one that finds the last event alone, and a filter. Each key is a search
/// of its own.
fn narrow(criterion: &mut Criterion, events: usize, stage: &mut Stage) {
    for (name, keys) in [("near", "/ 'w'"), ("far", FAR)] {
        criterion.bench_function(&format!("search {name}/{events}"), |bencher| {
            bencher.iter(|| {
                press(stage, keys);
                let frame = stage.draw();
                press(stage, "esc");
                frame
            });
        });
    }
    criterion.bench_function(&format!("filter/{events}"), |bencher| {
        bencher.iter(|| {
            stage.app.filter("kind:alert");
            let frame = stage.draw();
            stage.app.filter("");
            frame
        });
    });
}
