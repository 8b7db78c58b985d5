//! The program: words from the shell to [`outage_tui::cli`], its answer to the shell.

use std::process::ExitCode;

fn main() -> ExitCode {
    outage_tui::cli::main()
}
