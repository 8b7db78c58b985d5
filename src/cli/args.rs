//! The command line.

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{ArgAction, Args as ClapArgs, Parser, Subcommand, ValueEnum};

use super::help::{any_of, any_value, tell};
use super::report::Form;
use crate::app::{Keyboard, Panel, Theme};
use crate::load::Target;
use crate::model::{Zone, time::parse_length};
use crate::text::{Digits, Lang, Msg};
use crate::view::LEAST;

/// All of it. Its texts are those of the table of messages.
#[derive(Debug, Parser)]
#[command(name = "outage-tui", version, about = tell(Msg::AboutMain),
          after_help = tell(Msg::UsageAfter), subcommand_precedence_over_arg = true,
          disable_help_subcommand = true, disable_help_flag = true, disable_version_flag = true)]
pub(super) struct Args {
    #[command(subcommand)]
    pub(super) command: Option<Command>,
    #[command(flatten)]
    pub(super) view: View,
}

/// What is looked at, and how.
#[derive(Debug, ClapArgs)]
pub(super) struct View {
    #[arg(value_name = "FILE", help = tell(Msg::OptView))]
    pub(super) files: Vec<PathBuf>,
    #[arg(long, value_name = "TIME", help = tell(Msg::OptAt))]
    pub(super) at: Option<String>,
    #[arg(long, global = true, help = tell(Msg::OptAll), conflicts_with = "incident")]
    pub(super) all: bool,
    #[arg(long, value_name = "FILE=LENGTH", global = true, help = tell(Msg::OptOffset),
          allow_hyphen_values = true, value_parser = offset)]
    pub(super) offset: Vec<(String, i64)>,
    #[arg(long, value_name = "ID", global = true, help = tell(Msg::OptIncident))]
    pub(super) incident: Option<String>,
    #[arg(long, value_name = "TARGET=COLUMN,…", global = true, help = tell(Msg::OptMap),
          value_delimiter = ',', value_parser = mapping)]
    pub(super) map: Vec<(Target, String)>,
    #[arg(long, global = true, help = tell(Msg::OptLang), value_name = any_of(&Lang::ALL.map(Lang::code)),
          hide_possible_values = true, value_parser = one_of(Lang::ALL.map(Lang::code), Lang::parse))]
    pub(super) lang: Option<Lang>,
    #[arg(long, global = true, help = tell(Msg::OptDigits), value_name = any_of(&Digits::ALL.map(Digits::word)),
          hide_possible_values = true, value_parser = one_of(Digits::ALL.map(Digits::word), Digits::parse))]
    pub(super) digits: Option<Digits>,
    #[arg(long, value_name = "ZONE", global = true, help = tell(Msg::OptZone), value_parser = zone)]
    pub(super) zone: Option<Zone>,
    #[arg(long, global = true, help = tell(Msg::OptTheme), value_name = any_of(&Theme::ALL.map(Theme::word)),
          hide_possible_values = true, value_parser = one_of(Theme::ALL.map(Theme::word), Theme::parse))]
    pub(super) theme: Option<Theme>,
    #[arg(long, global = true, help = tell(Msg::OptColor), value_name = any_value::<Colors>(),
          hide_possible_values = true, value_enum)]
    pub(super) color: Option<Colors>,
    #[arg(long, global = true, help = tell(Msg::OptAscii))]
    pub(super) ascii: bool,
    #[arg(long, help = tell(Msg::OptKeyboard),
          value_name = any_of(&Keyboard::ALL.map(Keyboard::word)), hide_possible_values = true,
          value_parser = one_of(Keyboard::ALL.map(Keyboard::word), Keyboard::parse))]
    pub(super) keyboard: Option<Keyboard>,
    #[arg(long, value_enum, help = tell(Msg::OptOsc66), value_name = any_value::<Osc66>(),
          hide_possible_values = true)]
    pub(super) osc66: Option<Osc66>,
    #[arg(long, help = tell(Msg::OptNoMouse))]
    pub(super) no_mouse: bool,
    #[arg(short, long, global = true, action = ArgAction::Help, help = tell(Msg::OptHelp))]
    help: Option<bool>,
    #[arg(short = 'V', long, action = ArgAction::Version, help = tell(Msg::OptVersion))]
    version: Option<bool>,
}

/// When to colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Colors {
    Auto,
    Always,
    Never,
}

/// Whether whole words go out in one piece.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Osc66 {
    Auto,
    On,
    Off,
}

/// The values that an option takes, and how each is read.
fn one_of<T: Clone + Send + Sync + 'static>(
    words: impl IntoIterator<Item = &'static str>,
    parse: fn(&str) -> Option<T>,
) -> impl TypedValueParser<Value = T> {
    PossibleValuesParser::new(words.into_iter().collect::<Vec<_>>())
        .try_map(move |word| parse(&word).ok_or("not one of them"))
}

fn mapping(text: &str) -> Result<(Target, String), String> {
    let (target, column) = text.split_once('=').ok_or("write TARGET=COLUMN")?;
    let found = Target::parse(target.trim());
    let target = found.ok_or_else(|| format!("no target; use {}", Target::names().join(", ")))?;
    Ok((target, column.to_owned()))
}

fn offset(text: &str) -> Result<(String, i64), String> {
    let (file, length) = text.rsplit_once('=').ok_or("write FILE=+1h")?;
    let length = parse_length(length).ok_or("not a length of time: write +1h, -90s or +5m30s")?;
    Ok((file.to_owned(), length))
}

fn zone(name: &str) -> Result<Zone, String> {
    Zone::parse(name).ok_or_else(|| {
        "not a time zone: write an IANA name such as Asia/Kolkata, or an offset such as +05:30"
            .to_owned()
    })
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    #[command(about = tell(Msg::AboutCheck))]
    Check(Check),
    #[command(about = tell(Msg::AboutShow))]
    Show(Show),
    #[command(about = tell(Msg::AboutReport))]
    Report(Report),
    #[command(about = tell(Msg::AboutList))]
    List(List),
    #[command(about = tell(Msg::AboutImport))]
    Import(Import),
    #[command(about = tell(Msg::AboutDiff))]
    Diff(Diff),
    #[command(about = tell(Msg::AboutCompare))]
    Compare(Compare),
    #[command(about = tell(Msg::AboutFormats))]
    Formats,
    #[command(about = tell(Msg::AboutShot))]
    Shot(Shot),
    #[command(about = tell(Msg::AboutReplay))]
    Replay(Replay),
    #[command(about = tell(Msg::AboutSchema))]
    Schema,
    #[command(about = tell(Msg::OptHelp), hide = true)]
    Help,
    #[command(about = tell(Msg::AboutKeys))]
    Keys {
        #[arg(long, help = tell(Msg::OptMarkdown))]
        markdown: bool,
    },
}

impl Args {
    /// The files that the command line names.
    pub(super) fn files(&self) -> Vec<&PathBuf> {
        let files = match &self.command {
            None => &self.view.files,
            Some(Command::Check(check)) => &check.files,
            Some(Command::Show(show)) => &show.files,
            Some(Command::Report(report)) => &report.files,
            Some(Command::List(list)) => &list.files,
            Some(Command::Import(import)) => &import.files,
            Some(Command::Diff(diff)) => return vec![&diff.before, &diff.after],
            Some(Command::Compare(compare)) => return vec![&compare.left, &compare.right],
            Some(Command::Shot(Shot { picture, .. }) | Command::Replay(Replay { picture, .. })) => {
                return picture.files.iter().chain(&picture.beside).collect();
            }
            Some(Command::Formats | Command::Schema | Command::Help | Command::Keys { .. }) => {
                return Vec::new();
            }
        };
        files.iter().collect()
    }
}

#[derive(Debug, ClapArgs)]
pub(super) struct Check {
    #[arg(required = true, value_name = "FILE", help = tell(Msg::OptFiles))]
    pub(super) files: Vec<PathBuf>,
    #[arg(long, help = tell(Msg::OptJson))]
    pub(super) json: bool,
    #[arg(long, help = tell(Msg::OptStrict))]
    pub(super) strict: bool,
    #[arg(long, help = tell(Msg::OptJoined))]
    pub(super) joined: bool,
}

#[derive(Debug, ClapArgs)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
pub(super) struct Report {
    #[arg(value_name = "FILE", help = tell(Msg::OptFile))]
    pub(super) files: Vec<PathBuf>,
    #[arg(short, long, value_name = "FILE", help = tell(Msg::OptOutput))]
    pub(super) output: Option<PathBuf>,
    #[arg(long, help = tell(Msg::OptForce))]
    pub(super) force: bool,
    #[arg(long, value_name = "FILTER", help = tell(Msg::OptFilter))]
    pub(super) filter: Option<String>,
    #[arg(long, help = tell(Msg::OptPrivate))]
    pub(super) private: bool,
    #[arg(help = tell(Msg::OptRedact), long, value_name = "PATTERN")]
    pub(super) redact: Vec<String>,
    #[arg(long, conflicts_with = "template", help = tell(Msg::OptForm), hide_possible_values = true,
          value_name = any_of(&Form::ALL.map(Form::word)), value_parser = one_of(Form::ALL.map(Form::word), Form::parse))]
    pub(super) form: Option<Form>,
    #[arg(long, conflicts_with = "template", help = tell(Msg::OptGantt))]
    pub(super) gantt: bool,
    #[arg(long, conflicts_with = "template", help = tell(Msg::OptTexts))]
    pub(super) texts: bool,
    #[arg(long, requires = "output", conflicts_with = "template", help = tell(Msg::OptPictures))]
    pub(super) pictures: bool,
    #[arg(long, value_name = "FILE", help = tell(Msg::OptTemplate))]
    pub(super) template: Option<PathBuf>,
}

#[derive(Debug, ClapArgs)]
pub(super) struct Show {
    #[arg(value_name = "FILE", help = tell(Msg::OptFile))]
    pub(super) files: Vec<PathBuf>,
    #[arg(long, value_name = "TIME", help = tell(Msg::OptAtEnd))]
    pub(super) at: Option<String>,
    #[arg(long, help = tell(Msg::OptJson))]
    pub(super) json: bool,
    #[arg(long, conflicts_with = "json", help = tell(Msg::OptPlain))]
    pub(super) plain: bool,
}

#[derive(Debug, ClapArgs)]
pub(super) struct List {
    #[arg(value_name = "FILE", help = tell(Msg::OptListFile))]
    pub(super) files: Vec<PathBuf>,
    #[arg(long, help = tell(Msg::OptMaintenance))]
    pub(super) maintenance: bool,
    #[arg(long, help = tell(Msg::OptJson))]
    pub(super) json: bool,
}

#[derive(Debug, ClapArgs)]
pub(super) struct Diff {
    #[arg(value_name = "BEFORE", help = tell(Msg::OptBefore))]
    pub(super) before: PathBuf,
    #[arg(value_name = "AFTER", help = tell(Msg::OptAfter))]
    pub(super) after: PathBuf,
    #[arg(long, help = tell(Msg::OptJson))]
    pub(super) json: bool,
    #[arg(long, help = tell(Msg::OptPrivate))]
    pub(super) private: bool,
}

#[derive(Debug, ClapArgs)]
pub(super) struct Compare {
    #[arg(value_name = "FILE", help = tell(Msg::OptLeft))]
    pub(super) left: PathBuf,
    #[arg(value_name = "OTHER", help = tell(Msg::OptRight))]
    pub(super) right: PathBuf,
    #[arg(long, value_name = "ID", help = tell(Msg::OptOther))]
    pub(super) other: Option<String>,
}

#[derive(Debug, ClapArgs)]
pub(super) struct Import {
    #[arg(required = true, value_name = "FILE", help = tell(Msg::OptImportFiles))]
    pub(super) files: Vec<PathBuf>,
    #[arg(short, long, value_name = "FILE", help = tell(Msg::OptOutput))]
    pub(super) output: Option<PathBuf>,
    #[arg(long, help = tell(Msg::OptForce))]
    pub(super) force: bool,
}

/// What all pictures have in common. They need no terminal: nothing about this machine but the
/// locale's language has a say.
#[derive(Debug, ClapArgs)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
pub(super) struct Picture {
    #[arg(value_name = "FILE", help = tell(Msg::OptFile))]
    pub(super) files: Vec<PathBuf>,
    #[arg(help = tell(Msg::OptBeside), long, value_name = "FILE")]
    pub(super) beside: Option<PathBuf>,
    #[arg(help = tell(Msg::OptSize), long, value_name = "COLUMNSxROWS", value_parser = size)]
    pub(super) size: Option<(u16, u16)>,
    #[arg(help = tell(Msg::OptScale), long, value_name = "1|2|3", value_parser = scale)]
    pub(super) scale: Option<u8>,
    #[arg(help = tell(Msg::OptPanel), long, hide_possible_values = true,
          value_name = any_of(&PANELS.map(|(word, _)| word)), value_parser = one_of(PANELS.map(|(word, _)| word), panel))]
    pub(super) panel: Option<Panel>,
    #[arg(help = tell(Msg::OptShown), long, value_name = "FILTER")]
    pub(super) filter: Option<String>,
    #[arg(help = tell(Msg::OptFrame), long, overrides_with = "no_frame")]
    pub(super) frame: bool,
    #[arg(help = tell(Msg::OptNoFrame), long, overrides_with = "frame")]
    pub(super) no_frame: bool,
    #[arg(help = tell(Msg::OptFont), long, value_name = "FILE")]
    pub(super) font: Vec<PathBuf>,
    #[arg(help = tell(Msg::OptEmbedFonts), long)]
    pub(super) embed_fonts: bool,
    #[arg(help = tell(Msg::OptAlt), long)]
    pub(super) alt: bool,
    #[arg(help = tell(Msg::OptPrivate), long)]
    pub(super) private: bool,
    #[arg(help = tell(Msg::OptRedact), long, value_name = "PATTERN")]
    pub(super) redact: Vec<String>,
    #[arg(help = tell(Msg::OptForce), long)]
    pub(super) force: bool,
}

#[derive(Debug, ClapArgs)]
pub(super) struct Shot {
    #[command(flatten)]
    pub(super) picture: Picture,
    #[arg(help = tell(Msg::OptShotOutput), short, long, value_name = "FILE")]
    pub(super) output: PathBuf,
    #[arg(help = tell(Msg::OptShotAt), long, value_name = "TIME")]
    pub(super) at: Vec<String>,
    #[arg(help = tell(Msg::OptAtMilestones), long, conflicts_with = "at")]
    pub(super) at_milestones: bool,
    #[arg(help = tell(Msg::OptSelect), long, value_name = "NUMBER",
          allow_hyphen_values = true, value_parser = number, conflicts_with_all = ["at", "at_milestones"])]
    pub(super) select: Option<usize>,
}

#[derive(Debug, ClapArgs)]
pub(super) struct Replay {
    #[command(flatten)]
    pub(super) picture: Picture,
    #[arg(help = tell(Msg::OptReplayOutput), short, long, value_name = "FILE")]
    pub(super) output: PathBuf,
    #[arg(help = tell(Msg::OptSpeed), long, value_name = "SECONDS",
          allow_hyphen_values = true, value_parser = speed)]
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

fn speed(text: &str) -> Result<u32, String> {
    let speed = text.parse().ok().filter(|speed| *speed > 0);
    speed
        .ok_or_else(|| "not a speed: write how many seconds of the incident pass in one".to_owned())
}

fn number(text: &str) -> Result<usize, String> {
    text.parse().map_err(|_| "not the number of an event: write 1 for the first".to_owned())
}

fn scale(text: &str) -> Result<u8, String> {
    let scale = text.parse().ok().filter(|scale| (1..=3).contains(scale));
    scale.ok_or_else(|| "not a scale: write 1, 2 or 3".to_owned())
}

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
