#![no_main]

use libfuzzer_sys::Corpus;

#[path = "../bodies.rs"]
mod bodies;

// What opens as another format teaches nothing about this one, and is not kept.
libfuzzer_sys::fuzz_target!(|bytes: &[u8]| -> Corpus {
    if bodies::of(env!("CARGO_BIN_NAME"), bytes) { Corpus::Keep } else { Corpus::Reject }
});
