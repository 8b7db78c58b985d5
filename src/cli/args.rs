//! The command line.

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args as ClapArgs, Parser, Subcommand};

use crate::app::{Keyboard, Panel, Theme};
use crate::model::Zone;
use crate::text::{Digits, Lang};
use crate::view::LEAST;

/// The exit codes, told by `--help`.
const AFTER: &str = "\
Exit codes:
  0        fine
  1        a file has errors
  2        the command line is wrong
  70       the program is at fault
  74       the output or the terminal failed
  128 + n  ended by signal n

Without FILE the outage of 4 October 2021 opens, which is built in.
Press ? in the viewer for its keys, or run `outage-tui keys`.";

/// Opens an incident file in the terminal: timeline, lanes, phases and recovery under one clock.
#[derive(Debug, Parser)]
#[command(name = "outage-tui", version, after_help = AFTER, subcommand_precedence_over_arg = true)]
pub(super) struct Args {
    #[command(subcommand)]
    pub(super) command: Option<Command>,
    #[command(flatten)]
    pub(super) view: View,
}

/// What is looked at, and how.
#[derive(Debug, ClapArgs)]
pub(super) struct View {
    /// An incident file, YAML or JSON; `-` reads standard input
    pub(super) file: Option<PathBuf>,
    /// Where the clock stands: RFC 3339, a time in the incident's zone, T+2h10m, or a milestone
    #[arg(long, value_name = "TIME")]
    pub(super) at: Option<String>,
    /// The language of the interface; default: the locale's
    #[arg(long, global = true, value_parser = one_of(Lang::ALL.map(Lang::code), Lang::parse))]
    pub(super) lang: Option<Lang>,
    /// The digits of counts and lengths; default: those of the language
    #[arg(long, global = true, value_parser = one_of(Digits::ALL.map(Digits::word), Digits::parse))]
    pub(super) digits: Option<Digits>,
    /// The zone that is called local; default: this machine's
    #[arg(long, value_name = "ZONE", global = true, value_parser = zone)]
    pub(super) zone: Option<Zone>,
    /// The colours; default: what the terminal and `NO_COLOR` allow
    #[arg(long, global = true, value_parser = one_of(Theme::ALL.map(Theme::word), Theme::parse))]
    pub(super) theme: Option<Theme>,
    /// Signs and borders in ASCII only
    #[arg(long, global = true)]
    pub(super) ascii: bool,
    /// The layout whose letters are commands; default: `OUTAGE_TUI_KEYBOARD`, or latin
    #[arg(long, env = "OUTAGE_TUI_KEYBOARD", hide_env_values = true,
          value_parser = one_of(Keyboard::ALL.map(Keyboard::word), Keyboard::parse))]
    pub(super) keyboard: Option<Keyboard>,
    /// Leave the mouse to the terminal
    #[arg(long)]
    pub(super) no_mouse: bool,
}

/// The values that an option takes, and how each is read.
fn one_of<T: Clone + Send + Sync + 'static>(
    words: impl IntoIterator<Item = &'static str>,
    parse: fn(&str) -> Option<T>,
) -> impl TypedValueParser<Value = T> {
    PossibleValuesParser::new(words.into_iter().collect::<Vec<_>>())
        .try_map(move |word| parse(&word).ok_or("not one of them"))
}

fn zone(name: &str) -> Result<Zone, String> {
    Zone::parse(name).ok_or_else(|| {
        "not a time zone: write an IANA name such as Asia/Kolkata, or an offset such as +05:30"
            .to_owned()
    })
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Print everything that is wrong or doubtful about files
    Check(Check),
    /// Print the incident at a moment as text or JSON
    Show(Show),
    /// Write the postmortem's facts as Markdown
    Report(Report),
    /// Make pictures of the screen
    Shot(Shot),
    /// Make a film of the incident, event by event or at a speed
    Replay(Replay),
    /// Print the JSON Schema of incident files
    Schema,
    /// Print the keys of the viewer
    Keys {
        /// As a Markdown table
        #[arg(long)]
        markdown: bool,
    },
}

#[derive(Debug, ClapArgs)]
pub(super) struct Check {
    /// Incident files; `-` reads standard input
    #[arg(required = true)]
    pub(super) files: Vec<PathBuf>,
    /// As JSON
    #[arg(long)]
    pub(super) json: bool,
    /// Warnings count as errors
    #[arg(long)]
    pub(super) strict: bool,
}

#[derive(Debug, ClapArgs)]
pub(super) struct Report {
    /// An incident file; `-` reads standard input; without it the built-in one
    pub(super) file: Option<PathBuf>,
    /// Where to; default: standard output
    #[arg(short, long, value_name = "FILE")]
    pub(super) output: Option<PathBuf>,
    /// Write over a file that is there
    #[arg(long)]
    pub(super) force: bool,
    /// The events of the timeline's table, as the viewer filters them: kind:impact tag:bgp
    #[arg(long, value_name = "FILTER")]
    pub(super) filter: Option<String>,
    /// Private events too
    #[arg(long)]
    pub(super) private: bool,
    /// Cover a word in every text; may be given several times
    #[arg(long, value_name = "PATTERN")]
    pub(super) redact: Vec<String>,
}

#[derive(Debug, ClapArgs)]
pub(super) struct Show {
    /// An incident file; `-` reads standard input; without it the built-in one
    pub(super) file: Option<PathBuf>,
    /// The moment; default: the end. RFC 3339, a time in the incident's zone, T+2h10m, a milestone
    #[arg(long, value_name = "TIME")]
    pub(super) at: Option<String>,
    /// As JSON
    #[arg(long)]
    pub(super) json: bool,
    /// As sentences, for screen readers
    #[arg(long, conflicts_with = "json")]
    pub(super) plain: bool,
}

/// What all pictures have in common. They need no terminal: nothing about this machine but the
/// locale's language has a say.
#[derive(Debug, ClapArgs)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
pub(super) struct Picture {
    /// An incident file; `-` reads standard input; without it the built-in one
    pub(super) file: Option<PathBuf>,
    /// Columns and rows of the screen
    #[arg(long, value_name = "COLUMNSxROWS", default_value = "120x40", value_parser = size)]
    pub(super) size: (u16, u16),
    /// Pixels to the unit; default: 2 for .png, 1 for what moves
    #[arg(long, value_parser = clap::value_parser!(u8).range(1..=3))]
    pub(super) scale: Option<u8>,
    /// One panel alone, large
    #[arg(long, value_parser = one_of(PANELS.map(|(word, _)| word), panel))]
    pub(super) panel: Option<Panel>,
    /// The events that are shown, as the viewer filters them: kind:impact tag:bgp
    #[arg(long, value_name = "FILTER")]
    pub(super) filter: Option<String>,
    /// A window around the screen; the default
    #[arg(long, overrides_with = "no_frame")]
    pub(super) frame: bool,
    /// No window around the screen
    #[arg(long, overrides_with = "frame")]
    pub(super) no_frame: bool,
    /// A font for what the built-in ones lack; may be given several times
    #[arg(long, value_name = "FILE")]
    pub(super) font: Vec<PathBuf>,
    /// Put the fonts into .svg and .html, so that they look the same everywhere
    #[arg(long)]
    pub(super) embed_fonts: bool,
    /// Write what the picture shows as text beside it, to FILE.alt.txt
    #[arg(long)]
    pub(super) alt: bool,
    /// Private events too
    #[arg(long)]
    pub(super) private: bool,
    /// Cover a word in every text; may be given several times
    #[arg(long, value_name = "PATTERN")]
    pub(super) redact: Vec<String>,
    /// Write over files that are there
    #[arg(long)]
    pub(super) force: bool,
}

#[derive(Debug, ClapArgs)]
pub(super) struct Shot {
    #[command(flatten)]
    pub(super) picture: Picture,
    /// Where to; its ending says what is made: .svg, .png, .html, .ans or .txt
    #[arg(short, long, value_name = "FILE")]
    pub(super) output: PathBuf,
    /// The moment; several make several pictures, -1, -2 and so on. Default: as the viewer opens
    #[arg(long, value_name = "TIME")]
    pub(super) at: Vec<String>,
    /// A picture of each milestone, -started, -detected and so on
    #[arg(long, conflicts_with = "at")]
    pub(super) at_milestones: bool,
    /// Put the cursor on this event, counted from 1, and the clock with it
    #[arg(long, value_name = "NUMBER", conflicts_with_all = ["at", "at_milestones"])]
    pub(super) select: Option<usize>,
}

#[derive(Debug, ClapArgs)]
pub(super) struct Replay {
    #[command(flatten)]
    pub(super) picture: Picture,
    /// Where to; its ending says what is made: .gif, .apng, .svg or .cast
    #[arg(short, long, value_name = "FILE")]
    pub(super) output: PathBuf,
    /// Seconds of the incident in one second; default: event by event
    #[arg(long, value_name = "SECONDS", value_parser = clap::value_parser!(u32).range(1..))]
    pub(super) speed: Option<u32>,
}

/// The panels, as they are called on the command line.
const PANELS: [(&str, Panel); 5] = [
    ("lanes", Panel::Lanes),
    ("recovery", Panel::Recovery),
    ("timeline", Panel::Timeline),
    ("services", Panel::Services),
    ("event", Panel::Detail),
];

fn panel(word: &str) -> Option<Panel> {
    PANELS.iter().find(|(name, _)| *name == word).map(|(_, panel)| *panel)
}

/// The largest screen that a picture is made of; at scale 3 it has 60 million pixels.
const LARGEST: (u16, u16) = (300, 120);

fn size(text: &str) -> Result<(u16, u16), String> {
    let pair = text.split_once(['x', 'X', '×']);
    let size = pair.and_then(|(columns, rows)| Some((columns.parse().ok()?, rows.parse().ok()?)));
    let fits = |(columns, rows): &(u16, u16)| {
        (LEAST.0..=LARGEST.0).contains(columns) && (LEAST.1..=LARGEST.1).contains(rows)
    };
    size.filter(fits).ok_or_else(|| {
        format!(
            "not a size from {}x{} to {}x{}: write 120x40",
            LEAST.0, LEAST.1, LARGEST.0, LARGEST.1
        )
    })
}
