//! `import`: files of other programs' formats, written as one incident in our own.

use super::args::{Import, View};
use super::input::Input;
use super::output::write_new;
use super::{FAULTY, FINE, environment, refuse, say, say_error};
use crate::export::yaml;
use crate::load::merge;
use crate::text::SafeText;
use crate::timeline::Timeline;

pub(super) fn run(import: &Import, options: &View) -> color_eyre::Result<u8> {
    let words = environment::words(options);
    let color = environment::color(options, &std::io::stderr());
    let (mut incidents, mut formats) = (Vec::new(), Vec::new());
    for file in &import.files {
        let input = Input::new(Some(file), words).wanting(options);
        let (timeline, report, format) = match input.import() {
            Ok(opened) => opened,
            Err(faults) => return Ok(refuse(&faults, options)),
        };
        if report.warnings() > 0 {
            say_error(report.render(words, color).trim_end());
        }
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        incidents.push((SafeText::line(&name), timeline.incident().clone()));
        formats.extend(format.filter(|format| !formats.contains(format)));
    }
    let text = yaml(&Timeline::new(merge(incidents)), &formats, words);
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
