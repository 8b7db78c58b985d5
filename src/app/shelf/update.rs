//! One action, one change of the list.

use super::{Over, Shelf};
use crate::app::binding::Mode;
use crate::app::{Action, Door, Effect, Line, entries};
use crate::text::{Msg, SafeText};

impl Shelf {
    /// Changes the list by one action; what the world outside must do is returned.
    pub fn update(&mut self, action: Action) -> Effect {
        if let Action::Laid(extent) = action {
            self.extent = extent;
            if let Some(Over::Measures { scroll }) = &mut self.over {
                *scroll = (*scroll).min(extent.overlay);
            }
            return Effect::None;
        }
        self.notice = None;
        let page = i64::from(self.extent.overlay_page.max(2)) - 1;
        match action {
            Action::Down => self.walk(1),
            Action::Up => self.walk(-1),
            Action::HalfDown => self.walk((page / 2).max(1)),
            Action::HalfUp => self.walk(-(page / 2).max(1)),
            Action::PageDown => self.walk(page),
            Action::PageUp => self.walk(-page),
            Action::Top => self.walk(i64::MIN),
            Action::Bottom => self.walk(i64::MAX),
            Action::Select(place) => self.stand_on(place),
            Action::Open(door) => self.open(door),
            Action::Type(c) => self.edit(|line| line.insert(c)),
            Action::Edit(change) => self.edit(|line| line.edit(change)),
            Action::Accept => return self.accept(),
            Action::Back => self.back(),
            Action::Quit => return Effect::Quit,
            Action::Redraw => return Effect::Redraw,
            Action::Suspend => return Effect::Suspend,
            Action::Mouse => {
                self.settings.mouse = !self.settings.mouse;
                return Effect::Mouse(self.settings.mouse);
            }
            other => self.show(other),
        }
        Effect::None
    }

    /// Actions on how it is shown.
    fn show(&mut self, action: Action) {
        match action {
            Action::RowOrder => {
                self.order = self.order.next();
                self.arrange();
                self.say(self.order.label());
            }
            Action::NextLang => self.settings.words.lang = self.settings.words.lang.next(),
            Action::NextTheme => {
                self.settings.theme = self.settings.theme.next();
                let theme = self.words().say(self.settings.theme.label());
                self.notice = Some(SafeText::line(&self.words().fill(Msg::NoticeTheme, &[theme])));
            }
            Action::Say(msg) => self.say(msg),
            _ => {}
        }
    }

    fn say(&mut self, msg: Msg) {
        self.notice = Some(SafeText::line(self.words().say(msg)));
    }

    /// Lines down (up, where negative), of whatever has the keys.
    fn walk(&mut self, lines: i64) {
        match &mut self.over {
            Some(Over::Help { line, chosen, below }) => {
                let last = entries(line.text(), Over::mode(below.as_deref())).len();
                *chosen = moved(*chosen, lines, last);
            }
            Some(Over::Measures { scroll }) => {
                let last = usize::from(self.extent.overlay) + 1;
                *scroll = moved(usize::from(*scroll), lines, last) as u16;
            }
            Some(Over::Search { .. }) => {}
            None => self.stand_on(moved(self.cursor(), lines, self.rows.len())),
        }
    }

    fn stand_on(&mut self, place: usize) {
        let slot = self.shown().nth(place).map(|entry| entry.slot);
        self.chosen = slot.or(self.chosen);
    }

    fn open(&mut self, door: Door) {
        self.over = match door {
            Door::Search => {
                let (line, before) = (Line::default(), std::mem::take(&mut self.query));
                self.arrange();
                Some(Over::Search { line, before })
            }
            // Help from the help is the help.
            Door::Help if matches!(self.over, Some(Over::Help { .. })) => return,
            Door::Help => {
                let below = self.over.take().map(Box::new);
                Some(Over::Help { line: Line::default(), chosen: 0, below })
            }
            Door::Measures => Some(Over::Measures { scroll: 0 }),
            Door::Filter | Door::GoTo | Door::Time | Door::Problems | Door::Detail => return,
        };
    }

    /// Typing acts at once.
    fn edit(&mut self, change: impl FnOnce(&mut Line)) {
        match &mut self.over {
            Some(Over::Search { line, .. }) => {
                change(line);
                line.text().clone_into(&mut self.query);
                self.arrange();
            }
            Some(Over::Help { line, chosen, .. }) => {
                change(line);
                *chosen = 0;
            }
            Some(Over::Measures { .. }) | None => {}
        }
    }

    fn accept(&mut self) -> Effect {
        match self.over.take() {
            Some(Over::Help { line, chosen, below }) => self.run(&line, chosen, below),
            // An empty search is none, and leaves the one before.
            Some(Over::Search { before, .. }) if self.query.trim().is_empty() => {
                self.search(before);
                Effect::None
            }
            Some(_) => Effect::None,
            None => self.open_selected(),
        }
    }

    /// Runs the chosen command where it belongs: what was open below stays open for its own
    /// commands.
    fn run(&mut self, line: &Line, chosen: usize, below: Option<Box<Over>>) -> Effect {
        let from = Over::mode(below.as_deref());
        let Some(binding) = entries(line.text(), from).get(chosen).copied() else {
            self.over = Some(Over::Help { line: line.clone(), chosen, below });
            return Effect::None;
        };
        if binding.mode == from || binding.mode == Mode::Any {
            self.over = below.map(|below| *below);
        }
        self.update(binding.action)
    }

    fn open_selected(&mut self) -> Effect {
        let Some(entry) = self.selected() else { return Effect::None };
        let slot = entry.slot;
        if let Err(why) = &entry.told {
            self.notice = Some(SafeText::line(&why.message(self.words())));
            return Effect::None;
        }
        self.chosen = Some(slot);
        self.opening = Some(slot);
        Effect::OpenIncident(slot)
    }

    /// Leaves what is open, or undoes the search.
    fn back(&mut self) {
        match self.over.take() {
            Some(Over::Search { before, .. }) => self.search(before),
            Some(Over::Help { below, .. }) => self.over = below.map(|below| *below),
            Some(Over::Measures { .. }) => {}
            None if self.opening.take().is_some() => {}
            None => self.search(String::new()),
        }
    }

    fn search(&mut self, query: String) {
        self.query = query;
        self.arrange();
    }
}

/// A place among so many, `by` further.
fn moved(from: usize, by: i64, many: usize) -> usize {
    let distance = usize::try_from(by.unsigned_abs()).unwrap_or(usize::MAX);
    let to = if by < 0 { from.saturating_sub(distance) } else { from.saturating_add(distance) };
    to.min(many.saturating_sub(1))
}
