//! Keys and commands: the key table, narrowed by typing, run by Enter.

use ratatui::layout::Rect;
use ratatui::style::Modifier;

use super::super::pane::{Edge, Pane};
use super::super::paper::{Mark, Paper};
use super::super::theme::Role;
use crate::app::{Line, Mode, entries};
use crate::text::{Msg, Words, width};

pub fn draw(words: Words, paper: &mut Paper, area: Rect, line: &Line, chosen: usize, from: Mode) {
    let popup = Rect { height: area.height.saturating_sub(1), ..area };
    paper.clear(popup);
    let title = words.say(Msg::HelpTitle);
    let note = words.say(Msg::HelpNote);
    let pane = Pane { edge: Edge::Box, focused: true, title, note };
    let inside = pane.draw(paper, popup);
    if inside.height < 3 {
        return;
    }
    let prompt = format!("{} ", paper.mark(Mark::Here));
    let mut x = inside.x + paper.put(inside.x, inside.y, 2, &prompt, paper.role(Role::Key));
    x += paper.put(x, inside.y, inside.width / 2, line.text(), paper.role(Role::Text));
    let caret = paper.role(Role::Text).add_modifier(Modifier::REVERSED);
    paper.put(x, inside.y, 1, " ", caret);
    let rest = Rect { y: inside.y + 2, height: inside.height - 2, ..inside };
    list(words, paper, rest, line, chosen, from);
}

fn list(words: Words, paper: &mut Paper, area: Rect, line: &Line, chosen: usize, from: Mode) {
    let entries = entries(line.text(), from);
    if entries.is_empty() {
        let text = words.say(Msg::NoCommand);
        paper.put(area.x, area.y, area.width, text, paper.role(Role::Warning));
        return;
    }
    let height = usize::from(area.height);
    let first = chosen.saturating_sub(height / 2).min(entries.len().saturating_sub(height));
    let keys =
        entries.iter().map(|entry| width(&entry.keys_text(paper.ascii))).max().unwrap_or(0) as u16;
    let free =
        entries.iter().map(|entry| width(&entry.free_text(paper.ascii))).max().unwrap_or(0) as u16;
    for (y, (index, entry)) in (area.y..area.bottom()).zip(entries.iter().enumerate().skip(first)) {
        let key = paper.role(Role::Key);
        paper.put(area.x + 2, y, keys, &entry.keys_text(paper.ascii), key);
        paper.put(area.x + keys + 4, y, free, &entry.free_text(paper.ascii), paper.role(Role::Dim));
        let x = area.x + keys + free + 7;
        let place = if entry.mode == Mode::Walk { entry.group.label() } else { entry.mode.label() };
        let mode = words.say(place);
        let end = paper.put_right(x, area.right(), y, mode, paper.role(Role::Dim));
        let room = end.saturating_sub(x + 1);
        paper.put(x, y, room, words.say(entry.label), paper.role(Role::Text));
        if index == chosen {
            paper.tint_row(area.x, y, area.width, paper.palette.selected());
            paper.put(area.x, y, 1, paper.mark(Mark::Here), paper.role(Role::Accent));
        }
    }
}
