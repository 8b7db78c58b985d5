//! `import`: files of other programs' formats, written as one incident in our own.

use super::args::{Import, View};
use super::input::Input;
use super::output::write_new;
use super::{FAULTY, FINE, environment, refuse, say, say_error};
use crate::export::yaml;
use crate::text::SafeText;

pub(super) fn run(import: &Import, options: &View) -> color_eyre::Result<u8> {
    let words = environment::words(options);
    let color = environment::color(options, &std::io::stderr());
    let (timeline, report, formats) = match Input::new(&import.files, options, words).import() {
        Ok(opened) => opened,
        Err(faults) => return Ok(refuse(&faults, options)),
    };
    if report.warnings() > 0 {
        say_error(report.render(words, color).trim_end());
    }
    let text = yaml(&timeline, &formats, words);
    let Some(path) = &import.output else { return say(&text) };
    match write_new(path, text.as_bytes(), import.force) {
        Ok(()) => Ok(FINE),
        Err(refused) => {
            let name = SafeText::line(&path.display().to_string());
            say_error(&format!("{name}: {}", refused.say(words)));
            Ok(FAULTY)
        }
    }
}
