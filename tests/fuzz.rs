//! The bodies of the fuzz targets, on stable: every fixture of every format, changed at random from
//! a fixed seed. `OUTAGE_TUI_LONG=1` tries twenty times as many.
#![expect(clippy::disallowed_methods, reason = "fixtures are files")]
#![expect(clippy::expect_used, reason = "a test that cannot go on has failed")]

#[path = "../fuzz/bodies.rs"]
mod bodies;
mod common;

use std::path::Path;

use fastrand::Rng;

/// Pieces that mean something somewhere.
const PIECES: &str = "\" ' { } [ ] : , \n | # - --- < > </ & &amp; <![CDATA[ T+ +5m 00:31 2031-03-01 \
    2031-03-01T10:00:00Z 99999-01-01 1930125600 1930125600000 -1 1e400 null true \u{202e} \u{0} অচল é \
    status title events time resolved down operational UTC IST {{< *Resolved* <small>";

/// The fixtures; those of formats thrice, since a file with a fault is refused anyway.
fn corpus() -> Vec<Vec<u8>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let data = "tests/import/data";
    let folders = [data, data, data, "tests/faults", "tests/data"];
    let mut files: Vec<_> = folders
        .iter()
        .flat_map(|folder| std::fs::read_dir(root.join(folder)).expect("a folder of fixtures"))
        .map(|entry| entry.expect("a fixture").path())
        .filter(|path| path.is_file())
        .collect();
    files.sort();
    let bytes = |path| std::fs::read(path).expect("a fixture");
    files.into_iter().map(bytes).filter(|bytes| bytes.len() < 20_000).collect()
}

/// A few bytes are others, pieces come in or go, two files are spliced.
fn mutated(corpus: &[Vec<u8>], random: &mut Rng) -> Vec<u8> {
    let pick = |random: &mut Rng| corpus[random.usize(..corpus.len())].clone();
    let mut bytes = pick(random);
    let pieces: Vec<&str> = PIECES.split(' ').collect();
    for _ in 0..random.usize(1..4) {
        let at = random.usize(..=bytes.len());
        match random.u8(..10) {
            0 if at < bytes.len() => bytes[at] = random.u8(..),
            1 => drop(bytes.drain(at..(at + random.usize(1..40)).min(bytes.len()))),
            2 => {
                let piece = pieces[random.usize(..pieces.len())];
                bytes.splice(at..at, piece.bytes());
            }
            3 => {
                let end = (at + random.usize(1..80)).min(bytes.len());
                let copy = bytes[at..end].to_vec();
                bytes.splice(at..at, copy);
            }
            4 => {
                let other = pick(random);
                let from = random.usize(..=other.len());
                bytes.truncate(at);
                bytes.extend(&other[from..]);
            }
            5 => bytes.truncate(at),
            // A letter of the file in another place leaves most of it readable.
            _ if at < bytes.len() => bytes[at] = bytes[random.usize(..bytes.len())],
            _ => {}
        }
    }
    bytes
}

#[test]
fn any_file_ends_in_an_incident_or_an_error() {
    let corpus = corpus();
    let mut random = Rng::with_seed(5);
    let tries = common::some_of(60_000, 3_000);
    let mut opened = 0;
    for _ in 0..tries {
        let bytes = mutated(&corpus, &mut random);
        let _ = bodies::any(&bytes);
        opened += u32::from(bodies::many(&bytes) > 0);
    }
    // Were nearly all refused, nothing would be tried behind the first step.
    assert!(opened > tries / 10, "{opened} of {tries}");
}

#[test]
fn any_two_files_can_be_compared() {
    let corpus = corpus();
    let mut random = Rng::with_seed(7);
    for _ in 0..common::some_of(20_000, 1_000) {
        let before = mutated(&corpus, &mut random);
        let after = if random.bool() {
            mutated(std::slice::from_ref(&before), &mut random)
        } else {
            mutated(&corpus, &mut random)
        };
        bodies::diff(&before, &after);
    }
}

#[test]
fn the_short_way_says_what_the_parser_says() {
    let corpus: Vec<_> = corpus().into_iter().filter(|bytes| is_ours(bytes)).collect();
    let mut random = Rng::with_seed(11);
    for _ in 0..common::some_of(60_000, 3_000) {
        bodies::same(&mutated(&corpus, &mut random));
    }
}

/// Whether a file has its events in lines of their own.
fn is_ours(bytes: &[u8]) -> bool {
    bytes.windows(9).any(|window| window == b"\nevents:\n")
}
