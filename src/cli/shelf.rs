//! The list of incidents in the terminal, and what it is made of.

use std::sync::Arc;

use super::args::View;
use super::input::{Part, Shared, name, parts};
use super::keep::{Keeper, known};
use super::{FINE, environment, library};
use crate::app::shelf::{Entry, Found, Slot};
use crate::app::{App, File, Settings, Shelf};
use crate::load::{Level, Report, nothing};
use crate::model::Incident;
use crate::runtime::{self, Opened, Stock};
use crate::text::{SafeText, Words};
use crate::timeline::{Heading, Timeline, tell};

/// Whether the command line asks for a list: it names nothing, or a folder, and no one incident of
/// it. A moment without a file is one of the first built-in incident.
pub(super) fn is_asked_for(options: &View) -> bool {
    let files = &options.files;
    let is_bare = files.is_empty() && options.at.is_none();
    let is_one = options.all || options.incident.is_some();
    !is_one && (is_bare || files.iter().any(|path| library::is_folder(path)))
}

/// Shows the list, and the incidents that are opened from it.
pub(super) fn browse(options: &View) -> color_eyre::Result<u8> {
    let settings = environment::settings(options);
    let parts = parts(&options.files, options, settings.words);
    let mut shelf = Shelf::new(name(&options.files, settings.words), parts.len(), settings);
    if let Some(warning) = environment::warning(settings.words) {
        shelf.notice = Some(SafeText::line(settings.words.say(warning)));
    }
    let stock = Files { parts, at: options.at.clone() };
    runtime::browse(shelf, Arc::new(stock), environment::questions(options))?;
    Ok(FINE)
}

/// The files of a list.
struct Files {
    parts: Vec<Part>,
    /// Where the clock is put in what is opened.
    at: Option<String>,
}

impl Stock for Files {
    fn read(&self, file: usize) -> Found {
        self.parts.get(file).map_or_else(Found::default, |part| found(part, file, false))
    }

    fn open(&self, slot: Slot, settings: Settings) -> Result<Opened, SafeText> {
        let words = settings.words;
        let Some(part) = self.parts.get(slot.file) else { return Err(SafeText::default()) };
        let (timeline, report, mark) =
            part.nth(slot.nth).map_err(|report| first_error(&report, words))?;
        let file = File { name: part.name.clone(), report };
        let mut app = Box::new(App::new(file, timeline, settings));
        app.shelved = true;
        if let Some(at) = &self.at {
            match app.timeline.parse_when(at, app.timeline.incident().zone, app.cursor.at) {
                Ok(at) => app.start_at(at),
                Err(error) => {
                    let why = tell::not_a_moment(&error, words);
                    app.notice = Some(SafeText::line(&format!("--at {at}: {why}")));
                }
            }
        }
        let keeper = Keeper::new(part.path(), known(vec![Shared { mark, public: None }]));
        Ok(Opened { app, keep: Box::new(move |stage| keeper.keep(stage)) })
    }
}

/// What a part holds, without what is private; announced work only where that is asked for.
pub(super) fn found(part: &Part, file: usize, planned: bool) -> Found {
    let entry = |nth, told| Entry { slot: Slot { file, nth }, file: part.short.clone(), told };
    let refused = |report: &Report| {
        let error = report.iter().find(|fault| fault.level() == Level::Error);
        let error = error.map(|error| entry(0, Err(Box::new(error.clone()))));
        Found { entries: error.into_iter().collect(), ..Found::default() }
    };
    let (listed, warnings) = match part.list() {
        Ok((listed, ..)) if listed.is_empty() => return refused(&nothing(&part.name)),
        Ok((listed, report, _)) => {
            // What is said of incidents that cannot be shown stands in their rows.
            let refused = listed.iter().filter(|one| one.incident.is_err()).count();
            (listed, report.warnings().saturating_sub(refused))
        }
        Err(report) => return refused(&report),
    };
    let (shown, left_out): (Vec<_>, Vec<_>) =
        listed.into_iter().partition(|one| planned || !one.planned);
    let mut private = 0;
    let mut told = |incident: Incident| {
        let (incident, events) = incident.without_private();
        private += events;
        // One of which nothing is left has no beginning that could be told.
        let is_hidden = events > 0 && incident.events.is_empty();
        (!is_hidden).then(|| Box::new(Heading::new(&Timeline::new(incident))))
    };
    let entries = shown.into_iter().filter_map(|one| {
        let told = one.incident.map(&mut told).transpose()?;
        Some(entry(one.nth, told))
    });
    let entries = entries.collect();
    Found { entries, planned: left_out.len(), warnings, private }
}

fn first_error(report: &Report, words: Words) -> SafeText {
    let error = report.iter().find(|fault| fault.level() == Level::Error);
    SafeText::line(&error.map(|error| error.message(words)).unwrap_or_default())
}
