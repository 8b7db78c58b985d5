//! Opening, typing into, accepting and leaving what stands over the panels.

use super::{
    App, Door, Effect, Filter, Line, Listing, Mode, Narrow, Overlay, Panel, Search, entries, update,
};

pub(super) fn open(app: &mut App, door: Door) {
    app.play.running = false;
    let overlay = match door {
        Door::Search => Overlay::Search {
            line: Line::default(),
            origin: app.cursor,
            before: std::mem::take(&mut app.search),
        },
        Door::Filter => Overlay::Filter {
            line: Line::new(&app.listing.text),
            before: app.listing.text.clone(),
            error: None,
        },
        Door::GoTo => Overlay::GoTo,
        Door::Time => Overlay::Time { line: Line::default(), error: None },
        // Help from the help is the help.
        Door::Help if matches!(app.overlay, Some(Overlay::Help { .. })) => return,
        Door::Help => {
            let below = app.overlay.take().map(Box::new);
            Overlay::Help { line: Line::default(), chosen: 0, below }
        }
        Door::Problems => Overlay::Problems { scroll: 0 },
        Door::Detail => Overlay::Detail { scroll: 0 },
        // That of a list.
        Door::Measures => return,
    };
    app.overlay = Some(overlay);
}

/// Leaves the overlay, or undoes the last narrowing.
pub(super) fn back(app: &mut App) {
    if app.overlay.is_none() && app.wait_no_longer() {
        return;
    }
    match app.overlay.take() {
        Some(Overlay::Search { origin, before, .. }) => {
            app.search = before;
            app.cursor = origin;
        }
        Some(Overlay::Filter { before, .. }) => set_filter(app, &before),
        Some(Overlay::Help { below, .. }) => app.overlay = below.map(|below| *below),
        Some(_) => {}
        None => match app.narrowed() {
            Some(Narrow::Panel) => app.frame.alone = false,
            Some(Narrow::Search) => app.search = Search::default(),
            Some(Narrow::Filter) => set_filter(app, ""),
            None => app.play.running = false,
        },
    }
}

/// Takes what is typed or chosen.
pub(super) fn accept(app: &mut App) -> Effect {
    match app.overlay.take() {
        Some(Overlay::Filter { line, before, error: Some(error) }) => {
            app.overlay = Some(Overlay::Filter { line, before, error: Some(error) });
        }
        // An empty search is none, and leaves the one before.
        Some(Overlay::Search { before, .. }) if !app.search.is_on() => app.search = before,
        Some(Overlay::Time { line, .. }) if !line.text().trim().is_empty() => {
            match app.timeline.parse_when(line.text(), app.zone(), app.cursor.at) {
                Ok(at) => app.go_to(at),
                Err(error) => app.overlay = Some(Overlay::Time { line, error: Some(error) }),
            }
        }
        Some(Overlay::Help { line, chosen, below }) => return run(app, &line, chosen, below),
        _ => {}
    }
    Effect::None
}

/// Runs the chosen command where it belongs: what was open below stays open for its own commands.
fn run(app: &mut App, line: &Line, chosen: usize, below: Option<Box<Overlay>>) -> Effect {
    let from = Overlay::mode_of(below.as_deref(), app.home());
    let Some(binding) = entries(line.text(), from).get(chosen).copied() else {
        app.overlay = Some(Overlay::Help { line: line.clone(), chosen, below });
        return Effect::None;
    };
    if binding.mode == from || binding.mode == Mode::Any {
        app.overlay = below.map(|below| *below);
    }
    update(app, binding.action)
}

/// Typing acts at once: the search jumps, the filter narrows, the list of commands shrinks.
pub(super) fn edit(app: &mut App, change: impl FnOnce(&mut Line)) {
    let Some(overlay) = &mut app.overlay else { return };
    let Some(line) = overlay.line_mut() else { return };
    change(line);
    let text = line.text().to_owned();
    match overlay {
        Overlay::Search { origin, .. } => {
            let origin = *origin;
            app.search = Search::new(&app.timeline, &app.listing, &text, origin.row);
            app.search.typed = true;
            match app.search.from(origin.row) {
                Some(row) => app.stand_on(row),
                None => app.cursor = origin,
            }
        }
        Overlay::Filter { error, .. } => match Filter::parse(&text) {
            Ok(_) => {
                *error = None;
                set_filter(app, &text);
            }
            Err(fault) => *error = Some(fault),
        },
        Overlay::Help { chosen, .. } => *chosen = 0,
        Overlay::Time { error, .. } => *error = None,
        Overlay::GoTo | Overlay::Problems { .. } | Overlay::Detail { .. } => {}
    }
}

/// Another filter; one that cannot be read changes nothing.
pub(super) fn set_filter(app: &mut App, text: &str) {
    if let Ok(filter) = Filter::parse(text) {
        app.listing = Listing::new(&app.timeline, text, &filter);
        app.search_anew();
        app.frame.scroll[Panel::Detail as usize] = 0;
    }
}
