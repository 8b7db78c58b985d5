//! What only our viewer is asked: in a pseudo-terminal while it loads and after, and without one.

use std::time::{Duration, Instant};

use nix::sys::resource::UsageWho;
use outage_tui::app::{App, File, Settings, Theme};
use outage_tui::headless::Stage;
use outage_tui::load::{Report, Wanted};
use outage_tui::text::SafeText;
use outage_tui::timeline::open_wanted;

use crate::session::{COLUMNS, ROWS, Session, cpu_of, millis};
use crate::table::{median, most};

const QUIET: Duration = Duration::from_millis(150);
const STEPS: usize = 20;

fn command(program: &str, file: &str, lang: &str) -> Vec<String> {
    [program, file, "--lang", lang].map(str::to_owned).to_vec()
}

/// Whether the event panel shows the event of that number.
fn shows(text: &str, number: usize) -> bool {
    let mark = format!("({number})");
    let mut lines = text.lines().skip_while(|line| !line.contains("5 Event"));
    lines.nth(1).is_some_and(|line| line.contains(&mark))
}

fn is_loading(text: &str) -> bool {
    text.contains("reading ") || text.contains("being read")
}

/// Milliseconds from a key to its screen, of each key pressed while the rest of the file was read.
pub fn keys_while_loading(program: &str, file: &str) -> Vec<f64> {
    let mut times = Vec::new();
    let Some(mut session) = Session::start(&command(program, file, "en")) else { return times };
    session.until(|text| shows(text, 0));
    for number in 1..40 {
        if !is_loading(&session.text()) {
            break;
        }
        let sent = session.send("j");
        let Some(seen) = session.until(|text| shows(text, number)) else { break };
        times.push(millis(seen.duration_since(sent)));
    }
    session.end("q");
    times
}

/// What a step and idling cost once all is there.
pub struct Walk {
    /// Bytes of each step in the middle of the file.
    pub steps: Vec<f64>,
    /// Milliseconds from each of these keys to its screen.
    pub times: Vec<f64>,
    /// Bytes written and milliseconds of CPU within three seconds without a key.
    pub idle: (usize, f64),
}

pub fn walk(program: &str, file: &str, events: usize, lang: &str) -> Option<Walk> {
    let mut session = Session::start(&command(program, file, lang))?;
    let last = format!("({})", events - 1);
    session.until(|text| text.contains("(3)"));
    session.send("G");
    session.until(|text| text.contains(&last))?;
    // Half a screen up, so that each step scrolls.
    session.send("\x1b[5~\x1b[5~\x1b[5~");
    session.quiet(QUIET);
    let mut walk = Walk { steps: Vec::new(), times: Vec::new(), idle: (0, 0.0) };
    for _ in 0..STEPS {
        let before = session.bytes;
        let sent = session.send("j");
        if let Some(seen) = session.until(|_| true) {
            walk.times.push(millis(seen.duration_since(sent)));
        }
        session.quiet(QUIET);
        walk.steps.push((session.bytes - before) as f64);
    }
    let cpu = session.cpu_so_far();
    let bytes = session.quiet(Duration::from_secs(3));
    walk.idle = (bytes, session.cpu_so_far() - cpu);
    session.end("q");
    Some(walk)
}

/// Milliseconds from the typed word to the screen with the first event that has it.
pub fn search(program: &str, file: &str, events: usize, word: &str, hit: usize) -> Option<f64> {
    let mut session = Session::start(&command(program, file, "en"))?;
    let last = format!("({})", events - 1);
    session.until(|text| shows(text, 0))?;
    session.send("G");
    session.until(|text| text.contains(&last))?;
    session.send("\x1b[H");
    session.until(|text| shows(text, 0))?;
    session.quiet(QUIET);
    let sent = session.send(&format!("/{word}"));
    let seen = session.until(|text| shows(text, hit))?;
    session.end("\x1b\x1bq");
    Some(millis(seen.duration_since(sent)))
}

/// Milliseconds of CPU of a frame, and microseconds of what is true at a moment.
pub fn frame(file: &str) -> (f64, f64) {
    let bytes = std::fs::read(file).expect("the file is there");
    let Ok((timeline, _, _)) = open_wanted("big.yaml", bytes, &Wanted::default()) else {
        return (f64::NAN, f64::NAN);
    };
    let (first, length) = (timeline.first(), timeline.last().since(timeline.first()));
    let rounds = 2_000;
    let begun = Instant::now();
    for round in 0..rounds {
        let at = first.plus_millis(length * 1_000 / rounds * (round * 389 % rounds));
        std::hint::black_box(timeline.moment(at));
    }
    let moment = begun.elapsed().as_secs_f64() * 1e6 / rounds as f64;
    let middle = timeline.at(timeline.len() / 2).unwrap_or_default();
    let file = File { name: SafeText::line("big.yaml"), report: Report::clean("big.yaml") };
    let settings = Settings { theme: Theme::Dark, ..Settings::default() };
    let mut app = App::new(file, timeline, settings);
    app.start_at(middle);
    let stage = Stage::new(app, COLUMNS, ROWS);
    let frames: Vec<f64> = (0..11)
        .map(|_| {
            let before = cpu_of(UsageWho::RUSAGE_SELF);
            (0..20).for_each(|_| drop(std::hint::black_box(stage.draw())));
            (cpu_of(UsageWho::RUSAGE_SELF) - before) / 20.0
        })
        .collect();
    (median(&frames), moment)
}

/// The median and the most, in words.
pub fn spread(values: &[f64]) -> String {
    format!("{:.1}, at most {:.1} ({} keys)", median(values), most(values), values.len())
}
