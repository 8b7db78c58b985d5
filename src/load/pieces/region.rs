//! The items of the list, read by all processors at once.

use std::ops::Range;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use super::super::{
    progress::Progress,
    read::{Bare, Ground, Reader},
    tree::Node,
};
use super::clean::Clean;
use super::{Form, Next};
use crate::model::Heads;
use crate::text::{is_doubtful, is_odd};

/// So many bytes are read at a time by one processor. The tests' small documents have several, too.
const CHUNK: usize = if cfg!(test) { 200 } else { 2 << 20 };

/// An item that is read again whenever it is looked at must not be larger.
const LARGEST_ITEM: usize = 1 << 20;

/// What the items of a stretch of the text say.
#[derive(Debug, Default)]
pub(super) struct Region {
    pub(super) heads: Heads,
    /// Where each item begins.
    pub(super) starts: Vec<u32>,
    /// Which of them are odd, and which doubtful, as scents are judged.
    pub(super) odd: Vec<u32>,
    pub(super) doubtful: Vec<u32>,
    /// Where the last one ends.
    pub(super) end: usize,
    /// What else was found in them.
    pub(super) reader: Reader,
    /// Whether the list ends with it.
    is_last: bool,
}

/// Reads all items of a cut; none if one of them is at fault or none by itself, or if it was given up.
pub(super) fn read(text: &str, form: Form, ground: &Ground, progress: &Progress) -> Option<Region> {
    let borders = borders(text, form);
    // Asking for the processors takes longer than reading a small file.
    let processors = || std::thread::available_parallelism().map_or(1, usize::from);
    let workers = if borders.len() > 1 { processors().min(borders.len()) } else { 1 };
    let slots = borders.iter().map(|_| Slot::default()).collect();
    let work = Work { text, form, ground, borders, slots, next: AtomicUsize::new(0), progress };
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
    let Work { borders, slots, .. } = work;
    join(&borders, slots, ground)
}

/// Where the chunks begin and end, each at an item.
fn borders(text: &str, form: Form) -> Vec<Range<usize>> {
    let mut borders = Vec::new();
    let mut start = form.start();
    while start < text.len() {
        let end = start.saturating_add(CHUNK);
        let end = if end < text.len() { form.item_from(text, end) } else { text.len() };
        borders.push(start..end);
        start = end;
    }
    borders
}

type Slot = Mutex<Option<Region>>;

struct Work<'a> {
    text: &'a str,
    form: Form,
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
        let mut clean = Clean::new(self.form.has_free_blanks());
        while chunk.end < range.end && !chunk.is_last {
            let start = chunk.end;
            let next = self.bare(start, &chunk.reader, &mut bare, &mut clean);
            let is_bare = next.is_some();
            (chunk.end, chunk.is_last) = match next.or_else(|| self.form.after(self.text, start))? {
                Next::Item(end) => (end, false),
                Next::End(end) => (end, true),
            };
            if chunk.end - start > LARGEST_ITEM || !chunk.reader.is_well() {
                return None;
            }
            if is_bare {
                chunk.heads.add(&bare.event);
            } else {
                let node = self.form.item(self.text, start, chunk.end)?;
                // Of an event that is at fault nothing is used.
                let (event, _) = chunk.reader.event(node).unwrap_or_default();
                chunk.heads.add(&event);
            }
            let (bytes, index) =
                (&self.text.as_bytes()[start..chunk.end], chunk.starts.len() as u32);
            chunk.odd.extend(is_odd(bytes).then_some(index));
            chunk.doubtful.extend(is_doubtful(bytes).then_some(index));
            chunk.starts.push(start as u32);
        }
        chunk.reader.is_well().then_some(chunk)
    }

    /// What comes after an event, if it is one of those of which the head can be read without its
    /// texts.
    fn bare(&self, at: usize, reader: &Reader, bare: &mut Bare, clean: &mut Clean) -> Option<Next> {
        bare.clear();
        let mut take = |key: &Node<'_>, value: Node<'_>| reader.bare(bare, key, &value);
        let next = self.form.pairs(self.text, at, &mut take)?;
        let (Next::Item(end) | Next::End(end)) = next;
        (bare.is_whole() && clean.holds(self.text, &(at..end))).then_some(next)
    }
}

/// Puts the chunks one after the other. A chunk that lies after the end of the list says nothing; one
/// that does not begin where the one before it ends was none.
fn join(borders: &[Range<usize>], slots: Vec<Slot>, ground: &Ground) -> Option<Region> {
    let end = borders.first()?.start;
    let mut whole = Region { reader: Reader::on(ground), end, ..Region::default() };
    let chunks: Vec<Option<Region>> = slots
        .into_iter()
        .map(|slot| slot.into_inner().unwrap_or_else(PoisonError::into_inner))
        .collect();
    whole.heads.reserve(chunks.iter().flatten().map(|chunk| &chunk.heads));
    whole
        .starts
        .reserve_exact(chunks.iter().flatten().map(|chunk| chunk.starts.len()).sum::<usize>() + 1);
    for (chunk, range) in chunks.into_iter().zip(borders) {
        (range.start == whole.end).then_some(())?;
        let chunk = chunk?;
        let ids = whole.reader.absorb(chunk.reader);
        whole.heads.append(&chunk.heads, &ids);
        let before = whole.starts.len() as u32;
        whole.odd.extend(chunk.odd.iter().map(|index| before + index));
        whole.doubtful.extend(chunk.doubtful.iter().map(|index| before + index));
        whole.starts.extend(chunk.starts);
        whole.end = chunk.end;
        if chunk.is_last {
            break;
        }
    }
    Some(whole)
}
