//! What leaves the program: cells as text or as a picture, and an incident at a moment as text or
//! JSON.
//!
//! Everything here returns text or bytes; where it goes is for `cli` to say.

mod ansi;
mod cast;
mod cells;
mod json;
mod markdown;
pub mod picture;
mod plain;
mod report;
mod show;

pub use ansi::ansi;
pub use cast::to_cast;
pub use cells::{styles, text};
pub use json::show_json;
pub use plain::{alt_text, show_plain};
pub use report::{ReportOptions, report_markdown};
pub use show::{ShowOptions, show_text};
