//! As much of XML as feeds are made of: elements, their attributes and their text.
//!
//! What does not close is closed at the end of the text; a feed that was cut off in the middle
//! still shows what came before.

use super::prose;
use crate::load::diagnostic::Span;

/// How deep elements may be nested; deeper ones are skipped.
const DEPTH: usize = 32;

/// An element with all that is in it.
#[derive(Debug, Default)]
pub(super) struct Element {
    /// Without the name space before the colon.
    pub(super) name: String,
    attributes: Vec<(String, String)>,
    pub(super) children: Vec<Element>,
    /// Its own text, entities replaced.
    pub(super) text: String,
    pub(super) span: Span,
}

impl Element {
    pub(super) fn child(&self, name: &str) -> Option<&Element> {
        self.children.iter().find(|child| child.name == name)
    }

    /// The text of a child, if there is any.
    pub(super) fn said(&self, name: &str) -> Option<&str> {
        let text = self.child(name)?.text.trim();
        (!text.is_empty()).then_some(text)
    }

    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }
}

/// The outermost element of a text; none if there is no element.
pub(super) fn parse(text: &str) -> Option<Element> {
    let mut open = vec![Element::default()];
    let mut at = 0;
    while let Some(found) = text[at..].find('<') {
        let start = at + found;
        add_text(&mut open, &text[at..start]);
        at = markup(text, start, &mut open);
    }
    add_text(&mut open, &text[at..]);
    while open.len() > 1 {
        close(&mut open, text.len());
    }
    open.pop()?.children.into_iter().next()
}

fn add_text(open: &mut [Element], raw: &str) {
    if let Some(element) = open.last_mut() {
        element.text.push_str(&prose::entities(raw));
    }
}

/// Reads what begins with the `<` at `start`; where to go on.
fn markup(text: &str, start: usize, open: &mut Vec<Element>) -> usize {
    let rest = &text[start..];
    let past = |end: &str| rest.find(end).map_or(text.len(), |at| start + at + end.len());
    if let Some(raw) = rest.strip_prefix("<![CDATA[") {
        let end = raw.find("]]>").unwrap_or(raw.len());
        if let Some(element) = open.last_mut() {
            element.text.push_str(&raw[..end]);
        }
        return past("]]>");
    }
    if rest.starts_with("<!--") {
        return past("-->");
    }
    if rest.starts_with("<?") || rest.starts_with("<!") {
        return past(">");
    }
    let end = past(">");
    let inside = text[start + 1..end].trim_end_matches('>');
    if let Some(name) = inside.strip_prefix('/') {
        // A name that is not open closes nothing.
        let name = local(name.trim());
        if let Some(depth) =
            open.iter().rposition(|element| element.name == name).filter(|d| *d > 0)
        {
            while open.len() > depth {
                close(open, end);
            }
        }
        return end;
    }
    let empty = inside.ends_with('/');
    let element = element(inside.trim_end_matches('/'), Span::new(start, end));
    if open.len() <= DEPTH {
        open.push(element);
        if empty {
            close(open, end);
        }
    }
    end
}

fn close(open: &mut Vec<Element>, end: usize) {
    if let Some(mut element) = open.pop() {
        element.span = Span::new(element.span.start as usize, end);
        if let Some(parent) = open.last_mut() {
            parent.children.push(element);
        }
    }
}

fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or(name)
}

fn element(inside: &str, span: Span) -> Element {
    let end = inside.find(char::is_whitespace).unwrap_or(inside.len());
    let mut attributes = Vec::new();
    let mut rest = &inside[end..];
    while let Some((name, after)) = rest.split_once('=') {
        let after = after.trim_start();
        let Some(quote) = after.chars().next().filter(|c| matches!(c, '"' | '\'')) else { break };
        let Some((value, next)) = after[1..].split_once(quote) else { break };
        attributes.push((local(name.trim()).to_owned(), prose::entities(value)));
        rest = next;
    }
    Element { name: local(&inside[..end]).to_owned(), attributes, span, ..Element::default() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_attributes_and_text() {
        let feed = parse(
            "<?xml version='1.0'?><!-- x --><a:feed><b href='1&amp;2'/>one<c>t&lt;<![CDATA[<x>]]></c></a:feed>",
        )
        .unwrap();
        assert_eq!((feed.name.as_str(), feed.text.as_str()), ("feed", "one"));
        assert_eq!(feed.child("b").unwrap().attribute("href"), Some("1&2"));
        assert_eq!(feed.said("c"), Some("t<<x>"));
    }

    #[test]
    fn what_is_broken_still_ends() {
        for text in
            ["<", "<a", "<a><b>x", "</a>", "<a></b></a>", "<a b=>", "<![CDATA[", "<!--", "x"]
        {
            let _ = parse(text);
        }
        assert_eq!(parse("<a><b>x").unwrap().said("b"), Some("x"));
        assert!(parse(&"<a>".repeat(10_000)).is_some());
    }
}
