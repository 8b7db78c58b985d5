//! What a terminal says of itself when asked.
//!
//! All questions go out in one write, the last of them one that nearly every terminal answers (its
//! device attributes), so that the end of the answers is known. Who does not answer costs
//! [`PATIENCE`]; an answer that comes still later is kept from the viewer by [`Late`], and from the
//! shell by [`settle`].
//!
//! | question | answer | says |
//! |---|---|---|
//! | `OSC 11 ; ?` | `OSC 11 ; rgb:RRRR/GGGG/BBBB` | the colour of the background |
//! | `OSC 66 ; w=2 ; blank`, `CSI 6n` | `CSI row ; 3 R` | text is set in as many cells as told |
//! | `CSI c` | `CSI ? … c` | that was all |

mod answer;
mod late;

use std::fs::{File, OpenOptions};
use std::io::{self, Read};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::termios::{QueueSelector, tcflush};

use super::now;
pub(super) use answer::{Answers, Shade};
pub(super) use late::Late;

/// How long the answers may take.
const PATIENCE: Duration = Duration::from_millis(150);
/// No answers have as many bytes.
const MOST_BYTES: usize = 4_096;
/// Whether the end of the answers has not come yet.
static OWED: AtomicBool = AtomicBool::new(false);

/// What the terminal is asked before the first frame, and what is known of it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Ask {
    /// Whether its background is light, so that the theme follows.
    pub background: bool,
    pub words: WholeWords,
    /// Known already: whether it has only 256 colours.
    pub few_colors: bool,
    /// Known too: whether erased cells take the background of the moment.
    pub erases: bool,
}

/// Whether whole words of Bengali are sent in one piece, by the text-sizing protocol of kitty. A
/// terminal without it shows nothing of such a word.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum WholeWords {
    #[default]
    Off,
    /// If the terminal shows that it has the protocol.
    Ask,
    On,
}

impl Ask {
    /// The questions as they are sent; nothing where there are none.
    pub(super) fn questions(self) -> String {
        let mut questions = String::new();
        if self.words == WholeWords::Ask {
            questions.push_str("\x1b[H\x1b]66;w=2; \x07\x1b[6n");
        }
        if self.background {
            questions.push_str("\x1b]11;?\x07");
        }
        if !questions.is_empty() {
            questions.push_str("\x1b[c");
        }
        questions
    }

    /// The answers to questions that were sent, as far as they come in time.
    pub(super) fn listen(self) -> io::Result<(Answers, Late)> {
        let Some(mut terminal) = answering() else {
            return Ok((Answers::default(), Late::default()));
        };
        let end = now() + PATIENCE;
        let mut bytes = Vec::new();
        let mut answers = Answers::default();
        while !answers.whole && bytes.len() < MOST_BYTES {
            let wait = end.saturating_duration_since(now());
            if !read(&mut terminal, wait, &mut bytes)? {
                break;
            }
            answers = Answers::read(&String::from_utf8_lossy(&bytes));
        }
        OWED.store(!answers.whole, Ordering::SeqCst);
        let late = Late::new(self.background && answers.background.is_none(), &answers.unfinished);
        Ok((answers.finished(), late))
    }
}

/// Something is asked, and the answer is to come.
pub(super) fn owe() {
    OWED.store(true, Ordering::SeqCst);
}

/// Takes what is still owed out of the way before the shell reads again.
pub(super) fn settle() {
    if !OWED.swap(false, Ordering::SeqCst) {
        return;
    }
    let Some(mut terminal) = answering() else { return };
    let end = now() + PATIENCE;
    let mut bytes = Vec::new();
    while !Answers::read(&String::from_utf8_lossy(&bytes)).whole && bytes.len() < MOST_BYTES {
        let wait = end.saturating_duration_since(now());
        if !read(&mut terminal, wait, &mut bytes).unwrap_or(false) {
            break;
        }
    }
    // What cannot be thrown away is no worse than before.
    let _ = tcflush(&terminal, QueueSelector::IFlush);
}

/// Where answers are read from.
fn answering() -> Option<File> {
    OpenOptions::new().read(true).open("/dev/tty").ok()
}

/// Waits for bytes and adds them; whether there were any.
fn read(terminal: &mut File, wait: Duration, bytes: &mut Vec<u8>) -> io::Result<bool> {
    let wait = Timespec { tv_sec: 0, tv_nsec: wait.subsec_nanos().into() };
    let mut watched = [PollFd::new(terminal, PollFlags::IN)];
    match poll(&mut watched, Some(&wait)) {
        Ok(_) | Err(rustix::io::Errno::INTR) => {}
        Err(error) => return Err(error.into()),
    }
    if !watched[0].revents().contains(PollFlags::IN) {
        return Ok(false);
    }
    let mut buffer = [0; 256];
    let length = terminal.read(&mut buffer)?;
    bytes.extend_from_slice(&buffer[..length]);
    Ok(length > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_wanted_is_asked() {
        assert_eq!(Ask::default().questions(), "");
        assert_eq!(Ask { words: WholeWords::On, ..Ask::default() }.questions(), "");
        let background = Ask { background: true, ..Ask::default() };
        assert_eq!(background.questions(), "\x1b]11;?\x07\x1b[c");
    }
}
