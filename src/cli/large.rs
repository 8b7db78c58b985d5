//! A large file: its beginning is shown at once, and the rest is read behind it.

use std::sync::{Arc, OnceLock, mpsc};
use std::thread;

use super::args::View;
use super::input::{Input, Part, Shared};
use super::{FINE, environment, keep};
use crate::app::{App, File, Settings};
use crate::load::{Progress, Report, peek, read_beginning};
use crate::runtime::{self, Begin, Behind, Rest};
use crate::timeline::Timeline;

/// So many bytes are read before the first screen; a file that is no larger is read whole.
const BEGINNING: usize = 256 << 10;

/// The beginning of a file whose rest is still to be read.
pub(super) struct Large {
    part: Part,
    timeline: Timeline,
    /// Bytes of the file.
    total: u64,
}

impl Large {
    /// `None` where the whole must be read before anything can be shown: a small file, several,
    /// another program's, one whose beginning has faults, or one to be shown at a moment that may lie
    /// anywhere in it.
    pub(super) fn find(input: &Input, options: &View) -> Option<Self> {
        let part = input.only().filter(|_| options.at.is_none())?;
        let (bytes, total) = peek(part.path()?, BEGINNING)?;
        let incident = read_beginning(&part.name, &bytes)?;
        Some(Self { part: part.clone(), timeline: Timeline::new(incident), total })
    }

    /// Shows it.
    pub(super) fn view(self, options: &View, settings: Settings) -> color_eyre::Result<u8> {
        let Self { part, timeline, total } = self;
        let shared = Arc::new(OnceLock::new());
        let keep = keep::Keeper::new(part.path(), Arc::clone(&shared));
        let file = File { name: part.name.clone(), report: Report::clean(&part.name) };
        let mut app = App::beginning(file, timeline, settings, total);
        if let Some(warning) = environment::warning(settings.words) {
            app.say(warning);
        }
        let begin: Begin = Box::new(move || read_behind(part, shared));
        let questions = environment::questions(options);
        runtime::run_before(app, Some(begin), questions, &mut |stage| keep.keep(stage))?;
        Ok(FINE)
    }
}

/// Reads the whole on a thread of its own. It ends with the program.
fn read_behind(part: Part, shared: Arc<OnceLock<Vec<Shared>>>) -> std::io::Result<Behind> {
    let progress = Arc::new(Progress::default());
    let (sender, rest) = mpsc::channel::<Rest>();
    let watched = Arc::clone(&progress);
    thread::Builder::new().name("reader".to_owned()).spawn(move || {
        let read = part.open_watched(&watched).map(|(timeline, report, mark)| {
            let _ = shared.set(vec![Shared { mark, public: None }]);
            (timeline, report)
        });
        // Nobody listens any more once the program ends.
        let _ = sender.send(read);
    })?;
    Ok(Behind { progress, rest })
}
