//! What the terminal says, in the words of the viewer.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};

use crate::app::{Action, Code, Key};
use crate::headless::{Screen, Stage};

/// Lines for one notch of the wheel.
const NOTCH: i16 = 3;

/// A key press; keys the viewer has no name for are none.
pub(super) fn key(event: &KeyEvent) -> Option<Key> {
    let code = match event.code {
        KeyCode::Char(c) => Code::Char(c),
        KeyCode::Up => Code::Up,
        KeyCode::Down => Code::Down,
        KeyCode::Left => Code::Left,
        KeyCode::Right => Code::Right,
        KeyCode::PageUp => Code::PageUp,
        KeyCode::PageDown => Code::PageDown,
        KeyCode::Home => Code::Home,
        KeyCode::End => Code::End,
        KeyCode::Enter => Code::Enter,
        KeyCode::Esc => Code::Esc,
        KeyCode::Tab => Code::Tab,
        KeyCode::BackTab => Code::BackTab,
        KeyCode::Backspace => Code::Backspace,
        KeyCode::Delete => Code::Delete,
        KeyCode::F(number) => Code::F(number),
        _ => return None,
    };
    let ctrl = event.modifiers.contains(KeyModifiers::CONTROL);
    let typed = matches!(code, Code::Char(_) | Code::BackTab);
    let code = match code {
        Code::Char(c) if ctrl => Code::Char(c.to_ascii_lowercase()),
        code => code,
    };
    Some(Key {
        code,
        ctrl,
        alt: event.modifiers.contains(KeyModifiers::ALT),
        shift: event.modifiers.contains(KeyModifiers::SHIFT) && !typed,
    })
}

/// A click or a turn of the wheel.
pub(super) fn mouse<S: Screen>(stage: &Stage<S>, event: MouseEvent) -> Option<Action> {
    let (app, area) = (&stage.app, stage.area());
    match event.kind {
        MouseEventKind::Down(MouseButton::Left) => app.hit(area, event.column, event.row),
        MouseEventKind::ScrollDown => app.wheel(area, event.column, event.row, NOTCH),
        MouseEventKind::ScrollUp => app.wheel(area, event.column, event.row, -NOTCH),
        _ => None,
    }
}
