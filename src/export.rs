//! What leaves the program: cells as text, and an incident at a moment as text or JSON.
//!
//! Everything here returns text; where it goes is for `cli` to say.

mod cells;
mod json;
mod markdown;
pub mod picture;
mod plain;
mod report;
mod show;

pub use cells::{styles, text};
pub use json::show_json;
pub use plain::show_plain;
pub use report::{ReportOptions, report_markdown};
pub use show::{ShowOptions, show_text};
