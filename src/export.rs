//! What leaves the program: cells as text or as a picture, and an incident at a moment as text or
//! JSON.
//!
//! Everything here returns text or bytes; where it goes is for `cli` to say.

mod ansi;
mod cast;
mod cells;
mod diff;
mod html;
mod json;
mod markdown;
pub mod picture;
mod plain;
mod report;
mod show;
mod template;
mod yaml;

pub use ansi::ansi;
pub use cast::to_cast;
pub use cells::{styles, text};
pub use diff::{DiffOptions, diff_json, diff_text};
pub use json::show_json;
pub use plain::{Shown, alt_text, show_plain};
pub use report::{ReportOptions, ReportPicture, report_html, report_markdown, report_template};
pub use show::{ShowOptions, measures_text, show_text};
pub use template::TemplateError;
pub use yaml::yaml;

/// An address that a page may link to.
fn href(url: &str) -> Option<&str> {
    let is = |scheme: &str| {
        url.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    };
    (is("https://") || is("http://")).then_some(url)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_web_is_linked_to() {
        assert_eq!(href("HTTPS://example.org/"), Some("HTTPS://example.org/"));
        for url in ["mailto:a@example.org", "javascript:alert(1)//https://", "https:/x", "//x"] {
            assert_eq!(href(url), None, "{url}");
        }
    }
}
