#![no_main]

#[path = "../bodies.rs"]
mod bodies;

// Two files with an empty byte between them.
libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if let Some(middle) = bytes.iter().position(|byte| *byte == 0) {
        bodies::diff(&bytes[..middle], &bytes[middle + 1..]);
    }
});
