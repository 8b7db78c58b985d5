//! Nothing that a file says steers a terminal: every code in every field, and random documents.
#![expect(clippy::expect_used, reason = "a test that cannot go on has failed")]
#![expect(clippy::panic, reason = "a test that cannot go on has failed")]

#[path = "../common/mod.rs"]
mod common;
#[path = "../pty/grammar.rs"]
mod grammar;

mod codes;
mod documents;
mod faults;
mod fields;
mod random;
mod shown;
