//! Many incidents at once: the list, all on one axis, several files as one.
#![expect(clippy::panic, reason = "a test that cannot go on has failed")]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "../common/mod.rs"]
mod common;

mod command;
mod keys;
mod screens;

use common::{OCTOBER, SMALLEST, bytes};
use outage_tui::app::shelf::{Entry, Found, Slot};
use outage_tui::app::{Settings, Shelf};
use outage_tui::headless::Stage;
use outage_tui::load::read;
use outage_tui::text::SafeText;
use outage_tui::timeline::{Heading, Timeline};

/// A short one, of which nobody says when it was detected, and one that goes on.
const SHORT: &str = "
id: pool
title: {en: Connection pool halved, bn: সংযোগ-পুল অর্ধেক}
severity: SEV3
services: [{id: pay, name: Payments}, {id: web, name: Checkout}]
events:
  - {at: 2026-03-02T14:00Z, kind: cause, title: Push, tags: ['cause:config']}
  - {at: 2026-03-02T14:02Z, title: Down, status: {pay: major_outage, web: degraded}}
  - {at: 2026-03-02T14:31Z, title: Up, status: {pay: operational, web: operational}}
";
const OPEN: &str = "
id: slow
title: {en: Reports come late, bn: প্রতিবেদন দেরিতে আসে}
severity: SEV2
events:
  - {at: 2025-11-01T08:00Z, title: Late, status: {reports: degraded}}
  - {at: 2025-11-01T09:30Z, kind: alert, title: Still late, status: {reports: recovering}}
";
const BROKEN: &str = "title: Broken\nevents: [{at: yesterday, title: x}]\n";

/// What a file holds.
fn found(file: usize, name: &str, text: &[u8]) -> Found {
    let told = match read(name, text) {
        Ok(loaded) => Ok(Box::new(Heading::new(&Timeline::new(loaded.incident)))),
        Err(report) => match report.iter().next() {
            Some(fault) => Err(Box::new(fault.clone())),
            None => panic!("{name} is refused without a word"),
        },
    };
    let entry = Entry { slot: Slot { file, nth: 0 }, file: SafeText::line(name), told };
    Found { entries: vec![entry], ..Found::default() }
}

/// The files of the list, in the order in which they are read.
fn files() -> Vec<Found> {
    let texts = [
        ("broken.yaml", BROKEN.as_bytes().to_vec()),
        ("oct-outage.yaml", bytes(OCTOBER)),
        ("pool.yaml", SHORT.as_bytes().to_vec()),
        ("slow.yaml", OPEN.as_bytes().to_vec()),
        ("smallest.yaml", bytes(SMALLEST)),
    ];
    texts.iter().enumerate().map(|(file, (name, text))| found(file, name, text)).collect()
}

/// A list of five files, read, on a screen of that size.
fn stage(settings: Settings, width: u16, height: u16) -> Stage<Shelf> {
    let files = files();
    let mut shelf = Shelf::new(SafeText::line("incidents"), files.len(), settings);
    for found in files {
        shelf.take(found);
    }
    Stage::new(shelf, width, height)
}

fn drive(stage: &mut Stage<Shelf>, keys: &str) {
    if let Err(key) = stage.script(keys) {
        panic!("no key is called {key}");
    }
}
