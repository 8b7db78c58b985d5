//! How far the reading of a file has come, for whoever waits.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

/// Counted by the readers, looked at by others; may be told to stop.
#[derive(Debug, Default)]
pub struct Progress {
    events: AtomicUsize,
    bytes: AtomicUsize,
    stopped: AtomicBool,
}

impl Progress {
    /// Events read so far.
    pub fn events(&self) -> usize {
        self.events.load(Ordering::Relaxed)
    }

    /// Bytes whose events were read so far.
    pub fn bytes(&self) -> usize {
        self.bytes.load(Ordering::Relaxed)
    }

    pub(crate) fn begin_again(&self) {
        self.events.store(0, Ordering::Relaxed);
        self.bytes.store(0, Ordering::Relaxed);
    }

    /// Nobody waits any more.
    pub fn stop(&self) {
        self.stopped.store(true, Ordering::Relaxed);
    }

    pub(crate) fn is_stopped(&self) -> bool {
        self.stopped.load(Ordering::Relaxed)
    }

    pub(crate) fn add(&self, events: usize, bytes: usize) {
        self.events.fetch_add(events, Ordering::Relaxed);
        self.bytes.fetch_add(bytes, Ordering::Relaxed);
    }
}
