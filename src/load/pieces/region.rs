//! The items of the list, read by all processors at once.

use std::ops::Range;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use super::super::{
    progress::Progress,
    read::{Bare, Ground, Reader},
    tree::Node,
};
use super::archive::item;
use super::cut::{Cut, Next};
use super::subset;
use crate::model::Heads;

/// So many bytes are read at a time by one processor.
const CHUNK: usize = 2 << 20;

/// An item that is read again whenever it is looked at must not be larger.
const LARGEST_ITEM: usize = 1 << 20;

/// What the items of a stretch of the text say.
#[derive(Debug, Default)]
pub(super) struct Region {
    pub(super) heads: Heads,
    /// Where each item begins.
    pub(super) starts: Vec<u32>,
    /// Where the last one ends.
    pub(super) end: usize,
    /// What else was found in them.
    pub(super) reader: Reader,
    /// Whether the list ends with it.
    is_last: bool,
}

/// Reads all items of a cut; none if one of them is at fault or none by itself, or if it was given up.
pub(super) fn read(text: &str, cut: Cut, ground: &Ground, progress: &Progress) -> Option<Region> {
    let borders = borders(text, cut);
    // Asking for the processors takes longer than reading a small file.
    let processors = || std::thread::available_parallelism().map_or(1, usize::from);
    let workers = if borders.len() > 1 { processors().min(borders.len()) } else { 1 };
    let slots = borders.iter().map(|_| Slot::default()).collect();
    let work = Work { text, cut, ground, borders, slots, next: AtomicUsize::new(0), progress };
    std::thread::scope(|scope| {
        let helper = || std::thread::Builder::new().spawn_scoped(scope, || work.go());
        // Where no thread can be had, fewer do the same.
        let helpers: Vec<_> = (1..workers).filter_map(|_| helper().ok()).collect();
        work.go();
        // A helper that panics leaves its chunk unread.
        for helper in helpers {
            drop(helper.join());
        }
    });
    join(work.slots, ground)
}

/// Where the chunks begin and end, each at an item.
fn borders(text: &str, cut: Cut) -> Vec<Range<usize>> {
    let mut borders = Vec::new();
    let mut start = cut.start;
    while start < text.len() {
        let end = start.saturating_add(CHUNK);
        let end = if end < text.len() { cut.item_from(text, end) } else { text.len() };
        borders.push(start..end);
        start = end;
    }
    borders
}

type Slot = Mutex<Option<Region>>;

struct Work<'a> {
    text: &'a str,
    cut: Cut,
    ground: &'a Ground,
    borders: Vec<Range<usize>>,
    slots: Vec<Slot>,
    /// The chunk that nobody has taken yet.
    next: AtomicUsize,
    progress: &'a Progress,
}

impl Work<'_> {
    /// Reads chunk after chunk, in their order, up to the first that cannot be read.
    fn go(&self) {
        loop {
            let index = self.next.fetch_add(1, Ordering::Relaxed);
            let Some(range) = self.borders.get(index) else { return };
            let chunk = if self.progress.is_stopped() { None } else { self.chunk(range) };
            if chunk.as_ref().is_none_or(|chunk| chunk.is_last) {
                self.next.store(self.borders.len(), Ordering::Relaxed);
            }
            self.progress.add(chunk.as_ref().map_or(0, |chunk| chunk.heads.len()), range.len());
            *self.slots[index].lock().unwrap_or_else(PoisonError::into_inner) = chunk;
        }
    }

    fn chunk(&self, range: &Range<usize>) -> Option<Region> {
        let mut chunk =
            Region { reader: Reader::on(self.ground), end: range.start, ..Region::default() };
        let mut bare = Bare::default();
        while chunk.end < range.end && !chunk.is_last {
            let start = chunk.end;
            (chunk.end, chunk.is_last) = match self.cut.after(self.text, start)? {
                Next::Item(end) => (end, false),
                Next::End(end) => (end, true),
            };
            let range = start..chunk.end;
            if range.len() > LARGEST_ITEM || !chunk.reader.is_well() {
                return None;
            }
            if self.is_bare(&range, &chunk.reader, &mut bare) {
                chunk.heads.add(&bare.event);
            } else {
                let node = item(self.text, start, chunk.end, self.cut.indent)?;
                // Of an event that is at fault nothing is used.
                let (event, _) = chunk.reader.event(node).unwrap_or_default();
                chunk.heads.add(&event);
            }
            chunk.starts.push(start as u32);
        }
        chunk.reader.is_well().then_some(chunk)
    }

    /// Whether the event is one of those of which the head can be read without its texts.
    fn is_bare(&self, range: &Range<usize>, reader: &Reader, bare: &mut Bare) -> bool {
        bare.clear();
        let mut take = |key: &Node<'_>, value: Node<'_>| reader.bare(bare, key, &value);
        let read = subset::pairs(self.text, range.start, range.end, self.cut.indent, &mut take);
        read.is_some() && bare.is_whole()
    }
}

/// Puts the chunks one after the other. A chunk that lies after the end of the list says nothing.
fn join(slots: Vec<Slot>, ground: &Ground) -> Option<Region> {
    let mut whole = Region { reader: Reader::on(ground), ..Region::default() };
    for slot in slots {
        let chunk = slot.into_inner().unwrap_or_else(PoisonError::into_inner)?;
        let ids = whole.reader.absorb(chunk.reader);
        whole.heads.append(&chunk.heads, &ids);
        whole.starts.extend(chunk.starts);
        whole.end = chunk.end;
        if chunk.is_last {
            break;
        }
    }
    Some(whole)
}
