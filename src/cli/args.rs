//! The command line.

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args as ClapArgs, Parser, Subcommand};

use crate::app::{Keyboard, Theme};
use crate::model::Zone;
use crate::text::{Digits, Lang};

use super::report::Form;

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
    /// Write the postmortem's facts as Markdown, as a page of HTML, or by a template
    Report(Report),
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
    /// Markdown or a page of HTML; default: what the name of the output ends in, or Markdown
    #[arg(long, value_name = "FORM", conflicts_with = "template",
          value_parser = one_of(Form::ALL.map(Form::word), Form::parse))]
    pub(super) form: Option<Form>,
    /// With a diagram in Mermaid of the services in trouble; Markdown only
    #[arg(long)]
    pub(super) gantt: bool,
    /// A Jinja template that writes the report; see the README
    #[arg(long, value_name = "FILE")]
    pub(super) template: Option<PathBuf>,
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
