//! Words from the shell to the rest of the program.

mod args;
mod check;
mod compare;
mod diff;
mod environment;
mod formats;
mod help;
mod import;
mod input;
mod keep;
mod keys;
mod large;
mod library;
mod list;
mod output;
mod picture;
mod replay;
mod report;
mod seen;
mod shelf;
mod shot;
mod show;

use std::io::{ErrorKind, IsTerminal, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::FromArgMatches;

use crate::app::{App, File};
use crate::load::Code;
use crate::model::Time;
use crate::runtime;
use crate::text::{Msg, SafeText, Words};
use crate::timeline::{Timeline, WhenError, tell};
use args::{Args, Command, View};
use input::Input;

/// Fine.
const FINE: u8 = 0;
/// The file has errors.
const FAULTY: u8 = 1;
/// The command line is wrong.
const USAGE: u8 = 2;
/// The program is at fault.
const OURS: u8 = 70;
/// The terminal, or where the output goes, is at fault.
const UNWRITTEN: u8 = 74;

/// Runs the program.
pub fn main() -> ExitCode {
    // Without this the report of a fault of ours is shorter, nothing more.
    let _ = color_eyre::install();
    help::speak(environment::lang_before_reading());
    let args =
        match help::command().try_get_matches().and_then(|found| Args::from_arg_matches(&found)) {
            Ok(args) => args,
            Err(error) => return ExitCode::from(no_command(&error)),
        };
    match run(&args) {
        Ok(code) => ExitCode::from(code),
        Err(fault) => match fault.downcast_ref::<std::io::Error>() {
            Some(error) => {
                say_error(&format!("outage-tui: {}", SafeText::line(&error.to_string())));
                ExitCode::from(UNWRITTEN)
            }
            None => {
                say_error(&format!("{fault:?}"));
                ExitCode::from(OURS)
            }
        },
    }
}

/// Help, the version, or what is wrong with the words; one that is quoted may hold what a terminal
/// would obey.
fn no_command(error: &clap::Error) -> u8 {
    let told = error.render().to_string();
    let safe = SafeText::block(&told);
    if *safe == told {
        let lost = error.print().err().filter(|fault| fault.kind() != ErrorKind::BrokenPipe);
        if let Some(fault) = lost.filter(|_| !error.use_stderr()) {
            say_error(&format!("outage-tui: {}", SafeText::line(&fault.to_string())));
            return UNWRITTEN;
        }
    } else {
        say_error(safe.trim_end());
    }
    if error.use_stderr() { USAGE } else { FINE }
}

fn run(args: &Args) -> color_eyre::Result<u8> {
    let stray = args.view.files.first().map(|file| file.display().to_string());
    let stray = stray.or_else(|| args.view.at.as_ref().map(|at| format!("--at {at}")));
    if let (Some(stray), Some(_)) = (stray, &args.command) {
        let words = environment::words(&args.view);
        say_error(&words.fill(Msg::UsageStray, &[&SafeText::line(&stray)]));
        return Ok(USAGE);
    }
    if let Some(fault) = input::stray_offset(args) {
        say_error(&fault);
        return Ok(USAGE);
    }
    match &args.command {
        None => view(&args.view),
        Some(Command::Check(check)) => check::run(check, &args.view),
        Some(Command::Show(show)) => show::run(show, &args.view),
        Some(Command::Report(report)) => report::run(report, &args.view),
        Some(Command::List(list)) => list::run(list, &args.view),
        Some(Command::Import(import)) => import::run(import, &args.view),
        Some(Command::Diff(diff)) => diff::run(diff, &args.view),
        Some(Command::Compare(compare)) => compare::run(compare, &args.view),
        Some(Command::Formats) => say(&formats::plain(environment::words(&args.view))),
        Some(Command::Shot(shot)) => shot::run(shot, &args.view),
        Some(Command::Replay(replay)) => replay::run(replay, &args.view),
        Some(Command::Help) => say(&help::command().render_help().to_string()),
        Some(Command::Schema) => say(&format!("{:#}\n", crate::load::schema())),
        Some(Command::Keys { markdown }) => {
            let words = environment::words(&args.view);
            say(&if *markdown {
                keys::markdown(words)
            } else {
                keys::plain(words, environment::ascii(&args.view))
            })
        }
    }
}

/// Opens the viewer; where nobody could see it, the text of `show` instead.
fn view(options: &View) -> color_eyre::Result<u8> {
    let is_terminal = std::io::stdout().is_terminal();
    if is_terminal && environment::is_dumb() {
        say_error(environment::words(options).say(Msg::NoticeDumb));
    }
    if !is_terminal || environment::is_dumb() {
        return show::plain(options);
    }
    if shelf::is_asked_for(options) {
        return shelf::browse(options);
    }
    let settings = environment::settings(options);
    let input = Input::new(&options.files, options, settings.words);
    if let Some(large) = large::Large::find(&input, options) {
        return large.view(options, settings);
    }
    let (timeline, report, shared) = match input.open_shown() {
        Ok(opened) => opened,
        Err(report) if report.has(Code::ManyIncidents) && options.files.len() == 1 => {
            return shelf::browse(options);
        }
        Err(report) => return Ok(refuse(&report, options)),
    };
    let mut app = App::new(File { name: input.into_name(), report }, timeline, settings);
    if let Some(at) = &options.at {
        match app.timeline.parse_when(at, app.timeline.incident().zone, app.cursor.at) {
            Ok(at) => app.start_at(at),
            Err(error) => return Ok(say_not_a_moment(at, &error, options)),
        }
    }
    if let Some(warning) = environment::warning(settings.words) {
        app.say(warning);
    }
    let keep =
        keep::Keeper::new(options.files.first().map(PathBuf::as_path), keep::known(vec![shared]));
    runtime::run(app, environment::questions(options), &mut |stage| keep.keep(stage))?;
    Ok(FINE)
}

/// A file that is not opened: its faults, on the error stream.
fn refuse(report: &crate::load::Report, options: &View) -> u8 {
    let color = environment::color(options, &std::io::stderr());
    say_error(report.render(environment::words(options), color).trim_end());
    FAULTY
}

/// `--at` does not name a moment of this incident.
fn say_not_a_moment(at: &str, error: &WhenError, options: &View) -> u8 {
    let why = tell::not_a_moment(error, environment::words(options));
    say_error(&format!("--at {}: {why}", SafeText::line(at)));
    USAGE
}

/// A moment that is told of, though nothing happened anywhere near it.
fn warn_if_far(at: Time, text: &str, timeline: &Timeline, options: &View) {
    if timeline.is_far(at) {
        let zone = options.zone.unwrap_or(timeline.incident().zone);
        let ends = [timeline.first(), timeline.last()].map(|at| tell::full(at, zone));
        let told = environment::words(options).fill(Msg::FarFromStory, &[&ends[0], &ends[1]]);
        say_error(&format!("--at {}: {told}", SafeText::line(text)));
    }
}

/// A filter that no event meets.
fn warn_if_empty(shown: usize, filter: &str, words: Words) {
    if shown == 0 && !filter.trim().is_empty() {
        let why = words.say(Msg::FilterLeavesNothing);
        say_error(&format!("--filter {}: {why}", SafeText::line(filter)));
    }
}

/// Writes to standard output. A reader that has gone away is no fault.
fn say(text: &str) -> color_eyre::Result<u8> {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(FINE),
    }
}

/// Writes a line to the error stream, if there is still one.
fn say_error(text: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{text}");
}
