//! The rows. Groups stand together; the footer shows the rows with a hint.

use super::{Binding, Group, Hint, Mode};
use crate::app::{Action, Code, Door, Edit, Jump, Key};
use crate::model::Phase;
use crate::text::Msg;

const fn row(
    mode: Mode,
    group: Group,
    keys: &'static [Key],
    free: &'static [Key],
    action: Action,
    label: Msg,
) -> Binding {
    Binding { mode, keys, free, action, label, group, hint: None }
}

impl Binding {
    const fn hint(self, rank: u8, text: Msg) -> Self {
        Self { hint: Some(Hint { rank, text, paired: false }), ..self }
    }

    const fn pair(self, rank: u8, text: Msg) -> Self {
        Self { hint: Some(Hint { rank, text, paired: true }), ..self }
    }
}

const fn c(c: char) -> Key {
    Key::char(c)
}

const fn ctrl(c: char) -> Key {
    Key::ctrl(c)
}

const UP: Key = Key::plain(Code::Up);
const DOWN: Key = Key::plain(Code::Down);
const LEFT: Key = Key::plain(Code::Left);
const RIGHT: Key = Key::plain(Code::Right);
const HOME: Key = Key::plain(Code::Home);
const END: Key = Key::plain(Code::End);
const PGUP: Key = Key::plain(Code::PageUp);
const PGDN: Key = Key::plain(Code::PageDown);
const ENTER: Key = Key::plain(Code::Enter);
const ESC: Key = Key::plain(Code::Esc);
const TAB: Key = Key::plain(Code::Tab);
const BACKTAB: Key = Key::plain(Code::BackTab);
const BACKSPACE: Key = Key::plain(Code::Backspace);
const DELETE: Key = Key::plain(Code::Delete);

const fn f(number: u8) -> Key {
    Key::plain(Code::F(number))
}

use Action as A;
use Group as G;
use Mode as M;

/// Every key.
pub const BINDINGS: &[Binding] = &[
    row(M::Walk, G::Move, &[c('j')], &[DOWN], A::Down, Msg::ActDown).pair(1, Msg::HintMove),
    row(M::Walk, G::Move, &[c('k')], &[UP], A::Up, Msg::ActUp),
    row(M::Walk, G::Move, &[ctrl('d')], &[], A::HalfDown, Msg::ActHalfDown),
    row(M::Walk, G::Move, &[ctrl('u')], &[], A::HalfUp, Msg::ActHalfUp),
    row(M::Walk, G::Move, &[ctrl('f')], &[PGDN], A::PageDown, Msg::ActPageDown),
    row(M::Walk, G::Move, &[ctrl('b')], &[PGUP], A::PageUp, Msg::ActPageUp),
    row(M::Walk, G::Move, &[], &[HOME], A::Top, Msg::ActTop),
    row(M::Walk, G::Move, &[c('G')], &[END], A::Bottom, Msg::ActBottom),
    row(
        M::Walk,
        G::Move,
        &[c('e'), c('c')],
        &[DOWN.with_alt()],
        A::Jump(Jump::NextChange),
        Msg::ActNextChange,
    )
    .pair(5, Msg::HintChange),
    row(
        M::Walk,
        G::Move,
        &[c('E'), c('C')],
        &[UP.with_alt()],
        A::Jump(Jump::PreviousChange),
        Msg::ActPreviousChange,
    ),
    row(
        M::Walk,
        G::Move,
        &[c('p')],
        &[RIGHT.with_ctrl()],
        A::Jump(Jump::NextPhase),
        Msg::ActNextPhase,
    )
    .pair(6, Msg::HintPhase),
    row(
        M::Walk,
        G::Move,
        &[c('P')],
        &[LEFT.with_ctrl()],
        A::Jump(Jump::PreviousPhase),
        Msg::ActPreviousPhase,
    ),
    row(
        M::Walk,
        G::Move,
        &[c('i')],
        &[RIGHT.with_alt()],
        A::Jump(Jump::NextPinned),
        Msg::ActNextPinned,
    ),
    row(
        M::Walk,
        G::Move,
        &[c('I')],
        &[LEFT.with_alt()],
        A::Jump(Jump::PreviousPinned),
        Msg::ActPreviousPinned,
    ),
    row(M::Walk, G::Move, &[c('}')], &[], A::Jump(Jump::NextGap), Msg::ActNextGap),
    row(M::Walk, G::Move, &[c('{')], &[], A::Jump(Jump::PreviousGap), Msg::ActPreviousGap),
    row(M::Walk, G::Time, &[c('h')], &[LEFT], A::ClockBy(-1), Msg::ActClockBack)
        .pair(4, Msg::HintClock),
    row(M::Walk, G::Time, &[c('l')], &[RIGHT], A::ClockBy(1), Msg::ActClockOn),
    row(M::Walk, G::Time, &[], &[LEFT.with_shift()], A::ClockBy(-10), Msg::ActClockFarBack),
    row(M::Walk, G::Time, &[], &[RIGHT.with_shift()], A::ClockBy(10), Msg::ActClockFarOn),
    row(M::Walk, G::Time, &[c('+'), c('=')], &[], A::ZoomIn, Msg::ActZoomIn)
        .pair(11, Msg::HintZoom),
    row(M::Walk, G::Time, &[c('-')], &[], A::ZoomOut, Msg::ActZoomOut),
    row(M::Walk, G::Time, &[c('0')], &[], A::ZoomFit, Msg::ActZoomFit),
    row(M::Walk, G::Time, &[c(' ')], &[f(7)], A::PlayPause, Msg::ActPlay).hint(3, Msg::HintPlay),
    row(M::Walk, G::Time, &[c('[')], &[], A::Slower, Msg::ActSlower).pair(12, Msg::HintSpeed),
    row(M::Walk, G::Time, &[c(']')], &[], A::Faster, Msg::ActFaster),
    row(M::Walk, G::Time, &[c('t')], &[], A::NextClock, Msg::ActClockKind)
        .hint(9, Msg::HintClockKind),
    row(M::Walk, G::Find, &[c('g')], &[f(6)], A::Open(Door::GoTo), Msg::ActGoTo)
        .hint(7, Msg::HintGoTo),
    row(M::Walk, G::Find, &[c('/')], &[f(3)], A::Open(Door::Search), Msg::ActSearch)
        .hint(2, Msg::HintSearch),
    row(M::Walk, G::Find, &[c('n')], &[f(3).with_ctrl()], A::NextHit, Msg::ActNextHit),
    row(M::Walk, G::Find, &[c('N')], &[f(3).with_shift()], A::PreviousHit, Msg::ActPreviousHit),
    row(M::Walk, G::Find, &[c('f')], &[f(4)], A::Open(Door::Filter), Msg::ActFilter)
        .hint(8, Msg::HintFilter),
    row(M::Walk, G::Find, &[c('F')], &[], A::ClearFilter, Msg::ActClearFilter),
    row(M::Walk, G::Panels, &[], &[TAB], A::FocusNext, Msg::ActFocusNext).hint(10, Msg::HintPanel),
    row(M::Walk, G::Panels, &[], &[BACKTAB], A::FocusPrevious, Msg::ActFocusPrevious),
    row(M::Walk, G::Panels, &[c('z')], &[f(8)], A::PanelZoom, Msg::ActPanelZoom)
        .hint(13, Msg::HintPanelZoom),
    row(M::Walk, G::Panels, &[], &[ENTER], A::Open(Door::Detail), Msg::ActDetail)
        .hint(4, Msg::HintDetail),
    row(M::Walk, G::Show, &[c('s')], &[], A::LaneOrder, Msg::ActLaneOrder)
        .hint(14, Msg::HintLaneOrder),
    row(M::Walk, G::Show, &[c('!')], &[], A::Open(Door::Problems), Msg::ActProblems),
    row(M::Walk, G::Show, &[c('L')], &[], A::NextLang, Msg::ActLang).hint(15, Msg::HintLang),
    row(M::Walk, G::Show, &[c('T')], &[], A::NextTheme, Msg::ActTheme),
    row(M::Walk, G::Show, &[c('y')], &[ctrl('y')], A::Copy, Msg::ActCopy),
    row(M::Walk, G::Show, &[c('S')], &[], A::Picture, Msg::ActPicture),
    row(M::Walk, G::Show, &[], &[f(2)], A::Mouse, Msg::ActMouse),
    row(M::Walk, G::General, &[c('?'), c(':')], &[], A::Open(Door::Help), Msg::ActHelp)
        .hint(0, Msg::HintHelp),
    row(M::Walk, G::General, &[], &[ESC], A::Back, Msg::ActBack),
    row(M::Walk, G::General, &[], &[BACKSPACE], A::ToShelf, Msg::ActToShelf)
        .hint(1, Msg::HintShelf),
    row(M::Walk, G::General, &[c('q')], &[], A::Quit, Msg::ActQuit).hint(16, Msg::HintQuit),
    row(M::Shelf, G::Move, &[c('j')], &[DOWN], A::Down, Msg::ActScrollDown).pair(1, Msg::HintMove),
    row(M::Shelf, G::Move, &[c('k')], &[UP], A::Up, Msg::ActScrollUp),
    row(M::Shelf, G::Move, &[ctrl('d')], &[], A::HalfDown, Msg::ActHalfDown),
    row(M::Shelf, G::Move, &[ctrl('u')], &[], A::HalfUp, Msg::ActHalfUp),
    row(M::Shelf, G::Move, &[ctrl('f')], &[PGDN], A::PageDown, Msg::ActPageDown),
    row(M::Shelf, G::Move, &[ctrl('b')], &[PGUP], A::PageUp, Msg::ActPageUp),
    row(M::Shelf, G::Move, &[c('g')], &[HOME], A::Top, Msg::ActFirstIncident),
    row(M::Shelf, G::Move, &[c('G')], &[END], A::Bottom, Msg::ActLastIncident),
    row(M::Shelf, G::General, &[], &[ENTER], A::Accept, Msg::ActOpenIncident)
        .hint(2, Msg::HintDetail),
    row(M::Shelf, G::Find, &[c('/')], &[f(3)], A::Open(Door::Search), Msg::ActSearch)
        .hint(3, Msg::HintSearch),
    row(M::Shelf, G::Show, &[c('m')], &[f(4)], A::Open(Door::Measures), Msg::ActMeasures)
        .hint(4, Msg::HintMeasures),
    row(M::Shelf, G::Show, &[c('s')], &[f(6)], A::RowOrder, Msg::ActRowOrder)
        .hint(5, Msg::HintLaneOrder),
    row(M::Shelf, G::Show, &[c('L')], &[], A::NextLang, Msg::ActLang).hint(7, Msg::HintLang),
    row(M::Shelf, G::Show, &[c('T')], &[], A::NextTheme, Msg::ActTheme),
    row(M::Shelf, G::Show, &[], &[f(2)], A::Mouse, Msg::ActMouse),
    row(M::Shelf, G::General, &[c('?'), c(':')], &[], A::Open(Door::Help), Msg::ActHelp)
        .hint(0, Msg::HintHelp),
    row(M::Shelf, G::General, &[], &[ESC], A::Back, Msg::ActWiden),
    row(M::Shelf, G::General, &[c('q')], &[], A::Quit, Msg::ActQuit).hint(6, Msg::HintQuit),
    row(M::Pair, G::Move, &[c('j')], &[DOWN], A::Down, Msg::ActDown).pair(1, Msg::HintMove),
    row(M::Pair, G::Move, &[c('k')], &[UP], A::Up, Msg::ActUp),
    row(M::Pair, G::Move, &[ctrl('f')], &[PGDN], A::PageDown, Msg::ActPageDown),
    row(M::Pair, G::Move, &[ctrl('b')], &[PGUP], A::PageUp, Msg::ActPageUp),
    row(M::Pair, G::Move, &[], &[HOME], A::Top, Msg::ActTop),
    row(M::Pair, G::Move, &[c('G')], &[END], A::Bottom, Msg::ActBottom),
    row(M::Pair, G::Panels, &[], &[TAB, BACKTAB], A::OtherSide, Msg::ActOtherSide)
        .hint(2, Msg::HintOtherSide),
    row(M::Pair, G::Time, &[c('h')], &[LEFT], A::ClockBy(-1), Msg::ActClockBack)
        .pair(3, Msg::HintClock),
    row(M::Pair, G::Time, &[c('l')], &[RIGHT], A::ClockBy(1), Msg::ActClockOn),
    row(M::Pair, G::Time, &[], &[LEFT.with_shift()], A::ClockBy(-10), Msg::ActClockFarBack),
    row(M::Pair, G::Time, &[], &[RIGHT.with_shift()], A::ClockBy(10), Msg::ActClockFarOn),
    row(M::Pair, G::Time, &[c(' ')], &[f(7)], A::PlayPause, Msg::ActPlay).hint(4, Msg::HintPlay),
    row(M::Pair, G::Time, &[c('[')], &[], A::Slower, Msg::ActSlower).pair(11, Msg::HintSpeed),
    row(M::Pair, G::Time, &[c(']')], &[], A::Faster, Msg::ActFaster),
    row(M::Pair, G::Time, &[c('t')], &[], A::NextClock, Msg::ActClockKind)
        .hint(9, Msg::HintClockKind),
    row(M::Pair, G::Find, &[c('g')], &[f(6)], A::Open(Door::GoTo), Msg::ActGoTo)
        .hint(6, Msg::HintGoTo),
    row(M::Pair, G::Find, &[c('/')], &[f(3)], A::Open(Door::Search), Msg::ActSearch)
        .hint(7, Msg::HintSearch),
    row(M::Pair, G::Find, &[c('n')], &[f(3).with_ctrl()], A::NextHit, Msg::ActNextHit),
    row(M::Pair, G::Find, &[c('N')], &[f(3).with_shift()], A::PreviousHit, Msg::ActPreviousHit),
    row(M::Pair, G::Find, &[c('f')], &[f(4)], A::Open(Door::Filter), Msg::ActFilter)
        .hint(8, Msg::HintFilter),
    row(M::Pair, G::Panels, &[], &[ENTER], A::Open(Door::Detail), Msg::ActDetail)
        .hint(5, Msg::HintDetail),
    row(M::Pair, G::Show, &[c('!')], &[], A::Open(Door::Problems), Msg::ActProblems),
    row(M::Pair, G::Show, &[c('L')], &[], A::NextLang, Msg::ActLang).hint(10, Msg::HintLang),
    row(M::Pair, G::Show, &[c('T')], &[], A::NextTheme, Msg::ActTheme),
    row(M::Pair, G::Show, &[c('y')], &[ctrl('y')], A::Copy, Msg::ActCopy),
    row(M::Pair, G::Show, &[c('S')], &[], A::Picture, Msg::ActPicture),
    row(M::Pair, G::Show, &[], &[f(2)], A::Mouse, Msg::ActMouse),
    row(M::Pair, G::General, &[c('?'), c(':')], &[], A::Open(Door::Help), Msg::ActHelp)
        .hint(0, Msg::HintHelp),
    row(M::Pair, G::General, &[], &[ESC], A::Back, Msg::ActBack),
    row(M::Pair, G::General, &[c('q')], &[], A::Quit, Msg::ActQuit).hint(12, Msg::HintQuit),
    row(M::Any, G::General, &[ctrl('p')], &[f(1), f(9)], A::Open(Door::Help), Msg::ActHelp),
    row(M::Any, G::General, &[ctrl('l')], &[f(5)], A::Redraw, Msg::ActRedraw),
    row(M::Any, G::General, &[ctrl('z')], &[], A::Suspend, Msg::ActSuspend),
    row(M::Any, G::General, &[ctrl('c')], &[], A::Quit, Msg::ActQuit),
    row(M::GoTo, G::Move, &[c('g')], &[HOME], A::Top, Msg::ActTop).hint(1, Msg::HintTop),
    row(M::GoTo, G::Move, &[c('e')], &[END], A::Bottom, Msg::ActBottom).hint(2, Msg::HintEnd),
    row(M::GoTo, G::Move, &[c('s'), c('i')], &[], A::GoTo(Phase::Started), Msg::ActGoStarted)
        .hint(3, Msg::PhaseStarted),
    row(M::GoTo, G::Move, &[c('d')], &[], A::GoTo(Phase::Detected), Msg::ActGoDetected)
        .hint(4, Msg::PhaseDetected),
    row(M::GoTo, G::Move, &[c('a')], &[], A::GoTo(Phase::Acknowledged), Msg::ActGoAcknowledged)
        .hint(5, Msg::PhaseAcknowledged),
    row(M::GoTo, G::Move, &[c('m')], &[], A::GoTo(Phase::Mitigated), Msg::ActGoMitigated)
        .hint(6, Msg::PhaseMitigated),
    row(M::GoTo, G::Move, &[c('r')], &[], A::GoTo(Phase::Resolved), Msg::ActGoResolved)
        .hint(7, Msg::PhaseResolved),
    row(M::GoTo, G::Move, &[c('t')], &[], A::Open(Door::Time), Msg::ActGoTime)
        .hint(0, Msg::HintTime),
    row(M::GoTo, G::General, &[c('q')], &[ESC], A::Back, Msg::ActBack).hint(8, Msg::HintBack),
    row(M::Read, G::Move, &[c('j')], &[DOWN], A::Down, Msg::ActScrollDown).pair(1, Msg::HintScroll),
    row(M::Read, G::Move, &[c('k')], &[UP], A::Up, Msg::ActScrollUp),
    row(M::Read, G::Move, &[c(' '), ctrl('f')], &[PGDN], A::PageDown, Msg::ActPageDown),
    row(M::Read, G::Move, &[c('b'), ctrl('b')], &[PGUP], A::PageUp, Msg::ActPageUp),
    row(M::Read, G::Move, &[c('g')], &[HOME], A::Top, Msg::ActTextTop),
    row(M::Read, G::Move, &[c('G')], &[END], A::Bottom, Msg::ActTextBottom),
    row(M::Read, G::General, &[c('q')], &[ESC, ENTER], A::Back, Msg::ActBack)
        .hint(0, Msg::HintBack),
    row(M::Read, G::Show, &[c('L')], &[], A::NextLang, Msg::ActLang).hint(3, Msg::HintLang),
    row(M::Read, G::General, &[c('?')], &[], A::Open(Door::Help), Msg::ActHelp)
        .hint(2, Msg::HintHelp),
    row(M::Line, G::General, &[], &[ENTER], A::Accept, Msg::ActAccept).hint(1, Msg::HintAccept),
    row(M::Line, G::General, &[], &[ESC], A::Back, Msg::ActCancel).hint(2, Msg::ActCancel),
    row(M::Line, G::Move, &[], &[LEFT], A::Edit(Edit::Left), Msg::ActLeft),
    row(M::Line, G::Move, &[], &[RIGHT], A::Edit(Edit::Right), Msg::ActRight),
    row(M::Line, G::Move, &[ctrl('a')], &[HOME], A::Edit(Edit::Home), Msg::ActLineStart),
    row(M::Line, G::Move, &[ctrl('e')], &[END], A::Edit(Edit::End), Msg::ActLineEnd),
    row(M::Line, G::Move, &[], &[BACKSPACE], A::Edit(Edit::Backspace), Msg::ActBackspace),
    row(M::Line, G::Move, &[], &[DELETE], A::Edit(Edit::Delete), Msg::ActDelete),
    row(M::Line, G::Move, &[ctrl('w')], &[], A::Edit(Edit::DeleteWord), Msg::ActDeleteWord),
    row(M::Line, G::Move, &[ctrl('u')], &[], A::Edit(Edit::Clear), Msg::ActClearLine),
    row(M::Palette, G::General, &[], &[ENTER], A::Accept, Msg::ActRun).hint(1, Msg::HintRun),
    row(M::Palette, G::General, &[], &[ESC], A::Back, Msg::ActBack).hint(2, Msg::HintBack),
    row(M::Palette, G::Move, &[], &[DOWN], A::Down, Msg::ActScrollDown),
    row(M::Palette, G::Move, &[], &[UP], A::Up, Msg::ActScrollUp),
    row(M::Palette, G::Move, &[], &[PGDN], A::PageDown, Msg::ActPageDown),
    row(M::Palette, G::Move, &[], &[PGUP], A::PageUp, Msg::ActPageUp),
    row(M::Palette, G::Move, &[], &[BACKSPACE], A::Edit(Edit::Backspace), Msg::ActBackspace),
    row(M::Palette, G::Move, &[ctrl('w')], &[], A::Edit(Edit::DeleteWord), Msg::ActDeleteWord),
    row(M::Palette, G::Move, &[ctrl('u')], &[], A::Edit(Edit::Clear), Msg::ActClearLine),
];
