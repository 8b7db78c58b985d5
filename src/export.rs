//! What leaves the program: cells as text, and an incident at a moment as text or JSON.
//!
//! Everything here returns text; where it goes is for `cli` to say.

mod cells;
mod html;
mod json;
mod markdown;
mod plain;
mod report;
mod show;
mod template;

pub use cells::{styles, text};
pub use json::show_json;
pub use plain::show_plain;
pub use report::{ReportOptions, report_html, report_markdown, report_template};
pub use show::{ShowOptions, show_text};
pub use template::TemplateError;
