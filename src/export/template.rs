//! Templates: the facts of a report, written by Jinja.
//!
//! The page of `report` is the program's own template; a user's gets the same facts and the same
//! filters. A name that is not known is a fault, never an empty place.

use std::fmt;

use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, ErrorKind, HtmlEscape, UndefinedBehavior, Value};
use serde::Serialize;

use super::html::prose;
use super::markdown;
use crate::text::{Msg, SafeText, Words};

/// Why a template cannot be used, and where.
#[derive(Debug)]
pub struct TemplateError {
    place: SafeText,
    why: SafeText,
}

impl TemplateError {
    /// The fault as a sentence.
    pub fn say(&self, words: Words) -> String {
        words.fill(Msg::TemplateFault, &[&self.place, &self.why])
    }
}

impl fmt::Display for TemplateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.why)
    }
}

impl std::error::Error for TemplateError {}

impl TemplateError {
    fn new(name: &str, source: &str, error: &minijinja::Error) -> Self {
        let number = error.line().and_then(|line| line.checked_sub(1));
        let text = number.and_then(|number| source.lines().nth(number)).unwrap_or_default();
        let text = if text.is_empty() { String::new() } else { format!(" in `{}`", text.trim()) };
        let line = error.line().map(|line| format!(":{line}")).unwrap_or_default();
        let what = match error.kind() {
            ErrorKind::SyntaxError => "not Jinja".to_owned(),
            kind => kind.to_string(),
        };
        let detail = error.detail().map(|detail| format!(": {detail}")).unwrap_or_default();
        Self {
            place: SafeText::line(&format!("{name}{line}")),
            why: SafeText::line(&format!("{what}{detail}{text}")),
        }
    }
}

/// Renders one template. Its name ends in `.html` or `.htm`: everything is escaped for HTML;
/// otherwise nothing is, and the filter `md` escapes for Markdown.
pub(super) fn render(
    name: &str,
    source: &str,
    context: &impl Serialize,
) -> Result<String, TemplateError> {
    let rendered = environment()
        .and_then(|environment| environment.render_named_str(name, source, Serde(context)));
    rendered.map_err(|error| TemplateError::new(name, source, &error))
}

fn environment() -> Result<Environment<'static>, minijinja::Error> {
    // A line that is nothing but a mark of Jinja leaves no line behind.
    let syntax = SyntaxConfig::builder()
        .trim_blocks(true)
        .lstrip_blocks(true)
        .keep_trailing_newline(true)
        .build()?;
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_syntax(syntax);
    environment.set_auto_escape_callback(|name| {
        let name = name.to_ascii_lowercase();
        let html = [".html", ".htm", ".xhtml"].iter().any(|ending| name.ends_with(ending));
        if html { AutoEscape::Html } else { AutoEscape::None }
    });
    environment.add_filter("md", |text: &str| markdown::text(text));
    environment.add_filter("language", language);
    // Nothing but elements of our own around text that is escaped.
    environment.add_filter("prose", |text: &str| Value::from_safe_string(prose(text, escape)));
    Ok(environment)
}

/// Text as HTML, in the way of the templates.
fn escape(text: &str) -> String {
    HtmlEscape(text).to_string()
}

/// The language a text is in, by its script: `bn`, `en`, or empty where it has no letters of
/// either.
fn language(text: &str) -> &'static str {
    let bengali = |c: char| ('\u{980}'..='\u{9FF}').contains(&c);
    if text.contains(bengali) {
        "bn"
    } else if text.contains(|c: char| c.is_ascii_alphabetic()) {
        "en"
    } else {
        ""
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    fn rendered(name: &str, source: &str) -> Result<String, String> {
        let facts = BTreeMap::from([("title", "<b> | x")]);
        render(name, source, &facts).map_err(|error| error.to_string())
    }

    #[test]
    fn the_ending_says_what_is_escaped() {
        assert_eq!(rendered("a.html", "{{ title }}").unwrap(), "&lt;b&gt; | x");
        assert_eq!(rendered("a.HTM", "{{ title }}").unwrap(), "&lt;b&gt; | x");
        assert_eq!(rendered("a.md", "{{ title }}").unwrap(), "<b> | x");
        assert_eq!(rendered("a.md", "{{ title | md }}").unwrap(), "\\<b\\> \\| x");
    }

    #[test]
    fn faults_name_their_line() {
        for (source, line) in
            [("a\n{{ titel }}", 2), ("{{ title }}\n\n{% for %}", 3), ("{{ title | nope }}", 1)]
        {
            let fault = rendered("mine.md", source).unwrap_err();
            assert!(fault.starts_with(&format!("mine.md:{line}: ")), "{fault}");
        }
    }

    #[test]
    fn scripts_tell_the_language() {
        assert_eq!(language("অচল (down)"), "bn");
        assert_eq!(language("down"), "en");
        assert_eq!(language("– 12%"), "");
    }
}
