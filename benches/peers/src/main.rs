//! Measures the peers beside the program and prints tables of Markdown; `benches/peers.sh` says how it
//! is called.
//!
//! ```console
//! $ peers all PROGRAM FOLDER     # the files of FOLDER are 30.yaml, 30.json, 1000.yaml, …
//! $ peers viewers|parsers|viewer …
//! ```

mod parse;
mod session;
mod table;
mod tools;
mod viewer;

use std::path::Path;

use parse::Cost;
use table::{goal, head, median, most, number, row};
use tools::{JLESS, LESS, OURS, Run, TOOLS};

const SIZES: [usize; 4] = [30, 1_000, 100_000, 1_000_000];
const MANY: usize = 1_000_000;
const PARSERS: [(&str, &str); 4] =
    [("ours", "yaml"), ("serde_yaml", "yaml"), ("serde-saphyr", "yaml"), ("sonic-rs", "json")];

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words[..] {
        ["parse", parser, file] => parse::run(parser, file),
        ["frame", file] => {
            let (frame, moment) = viewer::frame(file);
            println!("{frame} {moment}");
        }
        ["twins", folder] => {
            for events in SIZES {
                tools::twins(Path::new(folder), events).expect("the files can be written");
            }
        }
        [what, program, folder] => measure(what, &Place { program, folder: Path::new(folder) }),
        _ => eprintln!("peers all|viewers|parsers|viewer PROGRAM FOLDER, or twins FOLDER"),
    }
}

/// What is measured, and where its files are.
struct Place<'a> {
    program: &'a str,
    folder: &'a Path,
}

impl Place<'_> {
    fn file(&self, events: usize, suffix: &str) -> String {
        self.folder.join(format!("{events}.{suffix}")).to_string_lossy().into_owned()
    }
}

fn measure(what: &str, place: &Place) {
    let all = what == "all";
    let viewers = (all || what == "viewers").then(|| viewers(place));
    let parsers = (all || what == "parsers").then(|| parsers(place));
    println!("### Goals\n");
    head(&["what", "goal", "measured", ""]);
    if let Some(viewers) = &viewers {
        viewer_goals(viewers);
    }
    if let Some(parsers) = &parsers {
        parser_goals(parsers);
    }
    if let Some(viewers) = &viewers {
        memory_goals(place, viewers);
    }
    if all || what == "parsers" {
        outside_goal(place);
    }
    if all || what == "viewer" {
        own_goals(place);
    }
    println!();
}

/// The runs of each tool at each size.
type Viewers = Vec<(&'static str, usize, Vec<Run>)>;

/// All tools in turn, then again.
fn viewers(place: &Place) -> Viewers {
    let mut found: Viewers = Vec::new();
    let there: Vec<_> = TOOLS.iter().filter(|tool| tool.is_there()).collect();
    for events in SIZES {
        let mut runs: Vec<Vec<Run>> = there.iter().map(|_| Vec::new()).collect();
        for _ in 0..if events < MANY { 7 } else { 3 } {
            for (tool, runs) in there.iter().zip(&mut runs) {
                runs.extend(tool.run(place.program, place.folder, events));
            }
        }
        found.extend(there.iter().zip(runs).map(|(tool, runs)| (tool.name, events, runs)));
    }
    println!("### Viewers: milliseconds to the first / the last screen, peak MiB\n");
    head(&["viewer", "30", "1,000", "100,000", "1,000,000"]);
    for tool in &TOOLS {
        let cell = |events| {
            let part = |of: fn(&Run) -> f64| number(of_viewer(&found, tool.name, events, of));
            format!("{} / {}, {}", part(|r| r.first), part(|r| r.last), part(|r| r.peak))
        };
        let cells = SIZES.map(|events| match tool.is_there() {
            true => cell(events),
            false => "not available".to_owned(),
        });
        row(&[tool.name, &cells[0], &cells[1], &cells[2], &cells[3]]);
    }
    println!();
    found
}

fn of_viewer(viewers: &Viewers, name: &str, events: usize, of: fn(&Run) -> f64) -> f64 {
    let runs = viewers.iter().find(|(tool, size, _)| *tool == name && *size == events);
    median(&runs.map_or(Vec::new(), |(_, _, runs)| runs.iter().map(of).collect()))
}

fn viewer_goals(viewers: &Viewers) {
    let first = |name, events| of_viewer(viewers, name, events, |run| run.first);
    for events in SIZES {
        let (ours, less) = (first(OURS, events), first(LESS, events));
        let measured = format!("{} ms, {:.2} ×", number(ours), ours / less);
        let what = format!("first screen, {events} events");
        goal(&what, "≤ 3 × `less -S`", &measured, ours / less, 3.0);
    }
    let ratio = first(OURS, MANY) / first(OURS, 30);
    goal("first screen, 1M beside 30", "≤ 2 ×", &format!("{ratio:.2} ×"), ratio, 2.0);
}

/// The runs of each parser on a million events.
type Parsers = Vec<(&'static str, Vec<Cost>)>;

fn parsers(place: &Place) -> Parsers {
    println!("### Parsers: a million events from memory\n");
    head(&["parser", "wall ms", "CPU ms", "peak MiB, the file included"]);
    let mut found: Parsers = PARSERS.map(|(name, _)| (name, Vec::new())).to_vec();
    for _ in 0..5 {
        for ((name, costs), (_, suffix)) in found.iter_mut().zip(PARSERS) {
            costs.extend(parse::measure(name, &place.file(MANY, suffix)));
        }
    }
    for (name, _) in &found {
        let part = |of: fn(&Cost) -> f64| number(of_parser(&found, name, of));
        row(&[name, &part(|c| c.wall), &part(|c| c.cpu), &part(|c| c.peak)]);
    }
    println!();
    found
}

fn of_parser(parsers: &Parsers, name: &str, of: fn(&Cost) -> f64) -> f64 {
    let costs = parsers.iter().find(|(parser, _)| *parser == name);
    median(&costs.map_or(Vec::new(), |(_, costs)| costs.iter().map(of).collect()))
}

fn parser_goals(parsers: &Parsers) {
    let of = |name: &str, of: fn(&Cost) -> f64| of_parser(parsers, name, of);
    let less_of = |what: &str, name: &str, part: fn(&Cost) -> f64, times: f64| {
        let (ours, other) = (of("ours", part), of(name, part));
        let measured = format!("{} ms, 1/{:.1}", number(ours), other / ours);
        goal(what, &format!("≤ 1/{times} of {name}"), &measured, ours / other, 1.0 / times);
    };
    less_of("everything loaded, 1M, wall", "serde_yaml", |cost| cost.wall, 20.0);
    less_of("the same", "serde-saphyr", |cost| cost.wall, 35.0);
    less_of("the same, CPU", "serde_yaml", |cost| cost.cpu, 10.0);
    let ratio = of("ours", |cost| cost.cpu) / of("sonic-rs", |cost| cost.cpu);
    goal("the same, CPU", "≤ 2 × sonic-rs on the JSON", &format!("{ratio:.2} ×"), ratio, 2.0);
}

fn memory_goals(place: &Place, viewers: &Viewers) {
    let of = |name: &str, events, part: fn(&Run) -> f64| of_viewer(viewers, name, events, part);
    let less_of = |what: &str, unit: &str, part: fn(&Run) -> f64, times: f64| {
        let (ours, other) = (of(OURS, MANY, part), of(JLESS, MANY, part));
        let measured = format!("{} {unit}, 1/{:.1}", number(ours), other / ours);
        goal(what, &format!("≤ 1/{times} of jless"), &measured, ours / other, 1.0 / times);
    };
    less_of("1M in the viewer: to the last event", "ms", |run| run.last, 20.0);
    less_of("1M in the viewer: memory", "MiB", |run| run.peak, 8.0);
    let size = std::fs::metadata(place.file(MANY, "yaml")).map_or(f64::NAN, |m| m.len() as f64);
    let peak = |events| of(OURS, events, |run| run.peak) * 1_048_576.0;
    let each = (peak(MANY) - peak(30) - size) / MANY as f64;
    let what = "memory beyond the file and an empty viewer";
    goal(what, "≤ 100 bytes an event", &format!("{each:.0} bytes"), each, 100.0);
    let cpu = of(OURS, MANY, |run| run.cpu);
    row(&["1M in the viewer, start to quit: CPU", "", &format!("{} ms", number(cpu)), ""]);
    let wait = of(OURS, MANY, |run| run.last - run.first);
    row(&["1M: `G` pressed on the first screen", "", &format!("{} ms", number(wait)), ""]);
}

fn outside_goal(place: &Place) {
    let events = 100_000;
    let Ok(files) = tools::variants(place.folder, events) else { return };
    let (mut outside, mut plain) = (Vec::new(), Vec::new());
    for _ in 0..5 {
        outside.extend(parse::measure("ours", &files[0]).map(|cost| cost.cpu));
        plain.extend(parse::measure("ours", &files[1]).map(|cost| cost.cpu));
    }
    let (outside, plain) = (median(&outside), median(&plain));
    let ratio = outside / plain;
    let measured = format!("{} ms, {ratio:.2} ×", number(outside));
    goal(
        "100k with an alias in the last event, CPU",
        "≤ 1.15 × the plain parser",
        &measured,
        ratio,
        1.15,
    );
}

fn own_goals(place: &Place) {
    let (few, many) = (place.file(1_000, "yaml"), place.file(MANY, "yaml"));
    let ((frame_few, _), (frame, moment)) = (viewer::frame(&few), viewer::frame(&many));
    goal("a frame at 200×60, 1M, CPU", "≤ 0.6 ms", &format!("{frame:.2} ms"), frame, 0.6);
    let ratio = frame / frame_few;
    let measured = format!("{ratio:.2} × ({frame_few:.2} ms)");
    goal("the same beside 1,000 events", "≤ 1.1 ×", &measured, ratio, 1.1);
    goal("state at T, 50 services, 1M", "≤ 5 µs", &format!("{moment:.1} µs"), moment, 5.0);
    for (lang, kilobytes) in [("en", 10.0), ("bn", 16.0)] {
        let Some(walk) = viewer::walk(place.program, &many, MANY, lang) else { continue };
        let (middle, most) = (median(&walk.steps), most(&walk.steps));
        let measured = format!("{middle:.0} bytes, at most {most:.0}");
        let what = format!("scroll one line, 1M, {lang}");
        goal(&what, &format!("≤ {kilobytes} KB"), &measured, most / 1e3, kilobytes);
        let times = viewer::spread(&walk.times);
        row(&[&format!("a key to its screen, {lang}, ms"), "", &times, ""]);
        if lang == "en" {
            let (bytes, cpu) = walk.idle;
            let measured = format!("{bytes} bytes, {cpu:.0} ms CPU");
            goal("idle for 3 s", "0 bytes", &measured, bytes as f64, 0.0);
        }
    }
    let keys: Vec<f64> =
        (0..5).flat_map(|_| viewer::keys_while_loading(place.program, &many)).collect();
    row(&["a key to its screen while 1M load, ms", "", &viewer::spread(&keys), ""]);
    let last = format!("({})", MANY - 1);
    for (what, word, hit) in [("at once", "Queue", 6), ("the last event", &last, MANY - 1)] {
        let times: Vec<f64> =
            (0..3).filter_map(|_| viewer::search(place.program, &many, MANY, word, hit)).collect();
        let time = median(&times);
        let what = format!("search through 1M, first match: {what}");
        goal(&what, "≤ 50 ms", &format!("{} ms", number(time)), time, 50.0);
    }
}
