//! The texts of `--help`, in the language of the reader.

use std::sync::OnceLock;

use clap::{Command, CommandFactory, ValueEnum};

use super::args::Args;
use crate::text::{Lang, Msg};

/// Chosen once, before the command line is read: the help is made along with its grammar.
static LANG: OnceLock<Lang> = OnceLock::new();

pub(super) fn speak(lang: Lang) {
    // A second choice would come after the first help was made; the first one stays.
    let _ = LANG.set(lang);
}

pub(super) fn tell(msg: Msg) -> &'static str {
    msg.text(LANG.get().copied().unwrap_or_default())
}

/// The values of an option, where the help names it.
pub(super) fn any_of<T: AsRef<str>>(words: &[T]) -> String {
    words.iter().map(AsRef::as_ref).collect::<Vec<_>>().join("|")
}

/// The same for the values of a type.
pub(super) fn any_value<T: ValueEnum>() -> String {
    let values = T::value_variants().iter().filter_map(ValueEnum::to_possible_value);
    any_of(&values.map(|value| value.get_name().to_owned()).collect::<Vec<_>>())
}

/// The grammar of the command line, with its texts.
pub(super) fn command() -> Command {
    let main = with_template(Args::command());
    let names: Vec<String> = main.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    names.into_iter().fold(main, |main, name| main.mut_subcommand(name, with_template))
}

/// The sections of a command's help under their headings.
fn with_template(command: Command) -> Command {
    let sections = [
        (command.has_subcommands(), Msg::UsageCommands, "{subcommands}"),
        (command.get_positionals().next().is_some(), Msg::UsageArguments, "{positionals}"),
        (true, Msg::UsageOptions, "{options}"),
    ];
    let usage = tell(Msg::UsageUsage);
    let mut template = ["{about-with-newline}\n", usage, ": {usage}\n"].concat();
    for (_, heading, content) in sections.into_iter().filter(|(is_there, ..)| *is_there) {
        template.extend(["\n", tell(heading), ":\n", content, "\n"]);
    }
    command.help_template(template + "{after-help}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_is_told_from_the_table() {
        let is_told = |text: &str| Msg::ALL.iter().any(|msg| msg.text(Lang::En) == text);
        let main = command();
        main.clone().debug_assert();
        for command in std::iter::once(&main).chain(main.get_subcommands()) {
            let about = command.get_about().expect("what it does").to_string();
            assert!(is_told(&about), "{about}");
            for arg in command.get_arguments() {
                let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
                assert!(is_told(&help), "{} {}: {help:?}", command.get_name(), arg.get_id());
            }
        }
    }
}
