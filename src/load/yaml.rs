//! YAML and JSON to a [`Node`]; the only module that names `serde_saphyr`.
//!
//! It asks for its parser's events and builds the tree itself: the library's own limits are for
//! files of another size, its typed readers guess what a scalar is, and they tell one place of a
//! key that is given twice. Recursion over the tree is safe because its depth is bounded here.

mod syntax;

use std::{borrow::Cow, collections::HashMap, ops::Range};

use serde_saphyr::granit_parser::{self, Event, Parser, ScalarStyle, Tag};

use super::{
    code::Code,
    diagnostic::{Diagnostic, Phrase, Span},
    report::Faults,
    source::{LONGEST, too_long},
    tree::{Node, Value},
};
use crate::text::Msg;

/// An incident needs seven levels.
const DEPTH: usize = 64;
/// What aliases may unfold to in a small file; in a large one, that many times its size.
const UNFOLDED: usize = 1 << 20;
const UNFOLDED_TIMES: usize = 8;

/// What ends the reading: after it, the rest of the text is guesswork.
type Fatal = Box<Diagnostic>;

/// Reads the one document of a text; `None` if there is none.
pub(crate) fn parse<'s>(text: &'s str, faults: &mut Faults) -> Result<Option<Node<'s>>, Fatal> {
    let mut builder = Builder::new(text, faults);
    builder.read(text)?;
    Ok(builder.root)
}

/// Whether a part of a text may use anchors. Many parts together could unfold to anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Aliases {
    Limited,
    Refused,
}

/// Reads a part of a text as the one document it must be; places are those in the whole text.
/// What the parser stumbles over is not told.
pub(crate) fn parse_part<'s>(
    text: &'s str,
    range: Range<usize>,
    aliases: Aliases,
    faults: &mut Faults,
) -> Result<Option<Node<'s>>, Fatal> {
    let part = &text[range.clone()];
    let mut builder = Builder { offset: range.start, ..Builder::new(part, faults) };
    if aliases == Aliases::Refused {
        builder.budget = 0;
    }
    builder.read(part)?;
    Ok(builder.root)
}

/// A list or a map that is not closed yet.
struct Open<'s> {
    span: Span,
    anchor: usize,
    items: Items<'s>,
}

enum Items<'s> {
    List(Vec<Node<'s>>),
    Map(Vec<(Node<'s>, Node<'s>)>, Option<Node<'s>>),
}

struct Builder<'s, 'f> {
    faults: &'f mut Faults,
    root: Option<Node<'s>>,
    documents: usize,
    /// Where the text begins in the file.
    offset: usize,
    open: Vec<Open<'s>>,
    anchors: HashMap<usize, Node<'s>>,
    /// What copies for aliases may still cost.
    budget: usize,
}

impl<'s, 'f> Builder<'s, 'f> {
    fn new(text: &str, faults: &'f mut Faults) -> Self {
        Self {
            faults,
            root: None,
            documents: 0,
            offset: 0,
            open: Vec::new(),
            anchors: HashMap::new(),
            budget: UNFOLDED + UNFOLDED_TIMES * text.len(),
        }
    }

    fn read(&mut self, text: &'s str) -> Result<(), Fatal> {
        let options = granit_parser::options! { emit_comments: false };
        for event in Parser::new_from_str_with_options(text, options) {
            let (event, span) =
                event.map_err(|error| syntax::fault(&error, text, self.open_bracket()))?;
            let tag = self.place(&span.tag_span().unwrap_or(span));
            self.check_tag(event.tag(), tag);
            let mut span = self.place(&span);
            if let Event::Scalar(_, ScalarStyle::Literal | ScalarStyle::Folded, ..) = event {
                span = self.without_blanks(span, text);
            }
            self.take(event, span)?;
        }
        Ok(())
    }

    /// Where that stands in the file.
    fn place(&self, span: &granit_parser::Span) -> Span {
        let place =
            |range: Range<usize>| Span::new(self.offset + range.start, self.offset + range.end);
        span.byte_range().map_or(Span::default(), place)
    }

    /// The place of a block text without the blanks that the parser counts to it.
    fn without_blanks(&self, span: Span, text: &str) -> Span {
        let (start, end) = (span.start as usize, span.end as usize);
        let inside = text.get(start - self.offset..end - self.offset).unwrap_or_default();
        Span::new(start, start + inside.trim_ascii_end().len())
    }

    fn take(&mut self, event: Event<'s>, span: Span) -> Result<(), Fatal> {
        match event {
            Event::DocumentStart(..) => self.start_document(span),
            Event::Scalar(text, ..) if text.len() > LONGEST => Err(too_long(span).into()),
            Event::Scalar(text, style, anchor, tag) => {
                let value = scalar(text, style, tag.is_some());
                self.put(Node { span, value }, anchor)
            }
            Event::SequenceStart(_, anchor, _) => self.open(span, anchor, Items::List(Vec::new())),
            Event::MappingStart(_, anchor, _) => {
                self.open(span, anchor, Items::Map(Vec::new(), None))
            }
            Event::SequenceEnd | Event::MappingEnd => self.close(span),
            Event::Alias(anchor) => self.alias(anchor, span),
            _ => Ok(()),
        }
    }

    fn start_document(&mut self, span: Span) -> Result<(), Fatal> {
        self.documents += 1;
        if self.documents < 2 {
            return Ok(());
        }
        let fault = Diagnostic::at(Code::SecondDocument, span, Msg::FaultSecondDocument);
        Err(fault.expected(Msg::FaultOneDocument).into())
    }

    fn open(&mut self, span: Span, anchor: usize, items: Items<'s>) -> Result<(), Fatal> {
        if self.open.len() >= DEPTH {
            return Err(too_deep(span));
        }
        self.open.push(Open { span, anchor, items });
        Ok(())
    }

    /// What has no bracket ends where its last value ends.
    fn close(&mut self, end: Span) -> Result<(), Fatal> {
        let Some(Open { span, anchor, items }) = self.open.pop() else { return Ok(()) };
        let value = match items {
            Items::List(mut items) => {
                items.shrink_to_fit();
                Value::List(items)
            }
            Items::Map(mut pairs, _) => {
                pairs.shrink_to_fit();
                Value::Map(pairs)
            }
        };
        let end = if span.is_empty() { value.end().unwrap_or(span.end) } else { end.end };
        let span = Span { start: span.start, end: end.max(span.end) };
        self.put(Node { span, value }, anchor)
    }

    /// Puts a finished value where it belongs, and keeps a copy if it has an anchor.
    fn put(&mut self, node: Node<'s>, anchor: usize) -> Result<(), Fatal> {
        if anchor > 0 {
            self.spend(&node, node.span)?;
            self.anchors.insert(anchor, node.clone());
        }
        match self.open.last_mut().map(|open| &mut open.items) {
            None => self.root = Some(node),
            Some(Items::List(items)) => items.push(node),
            Some(Items::Map(pairs, waiting)) => match waiting.take() {
                None => *waiting = Some(node),
                Some(key) if is_merge_key(&key) => {
                    let fault = Diagnostic::at(Code::NotRead, key.span, Msg::FaultMergeKey);
                    self.faults.push(fault.expected(Msg::FaultWriteKeysOut));
                }
                Some(key) => pairs.push((key, node)),
            },
        }
        Ok(())
    }

    /// A copy of the anchored value; what is inside it keeps its own place.
    fn alias(&mut self, anchor: usize, span: Span) -> Result<(), Fatal> {
        let Some(node) = self.anchors.remove(&anchor) else {
            return Err(Diagnostic::at(Code::Syntax, span, Msg::FaultAliasInside).into());
        };
        self.spend(&node, span)?;
        let copy = Node { span, value: node.value.clone() };
        self.anchors.insert(anchor, node);
        self.put(copy, 0)
    }

    fn spend(&mut self, node: &Node<'s>, span: Span) -> Result<(), Fatal> {
        let left = self.budget.checked_sub(node.cost());
        self.budget = left.ok_or_else(|| Diagnostic::at(Code::Bomb, span, Msg::FaultBomb))?;
        Ok(())
    }

    /// The innermost `[` or `{` that is not closed yet. What stands in lines has no bracket, and
    /// its beginning is an empty span.
    fn open_bracket(&self) -> Option<Span> {
        self.open.last().map(|open| open.span).filter(|span| !span.is_empty())
    }

    /// Tags of the core schema say what the field says anyway; others would change the meaning.
    fn check_tag(&mut self, tag: Option<&Tag>, place: Span) {
        if let Some(tag) = tag.filter(|tag| !tag.is_yaml_core_schema() && tag.original() != "!") {
            let phrase = Phrase::from(Msg::FaultTag).quote(&tag.original());
            self.faults.push(Diagnostic::at(Code::NotRead, place, phrase));
        }
    }
}

fn too_deep(span: Span) -> Fatal {
    let phrase = Phrase::from(Msg::FaultTooDeep).number(DEPTH);
    Diagnostic::at(Code::TooDeep, span, phrase).into()
}

fn is_merge_key(node: &Node<'_>) -> bool {
    matches!(&node.value, Value::Scalar(text) if text == "<<")
        && node.span.end - node.span.start == 2
}

fn scalar(text: Cow<'_, str>, style: ScalarStyle, tagged: bool) -> Value<'_> {
    let null = matches!(&*text, "" | "~" | "null" | "Null" | "NULL");
    if null && style == ScalarStyle::Plain && !tagged { Value::Null } else { Value::Scalar(text) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::{report::Report, source::Source};

    /// The tree in one line: scalars bare, `-` for null.
    fn show(node: &Node<'_>) -> String {
        match &node.value {
            Value::Null => "-".to_owned(),
            Value::Scalar(text) => text.replace('\n', "/"),
            Value::List(items) => {
                format!("[{}]", items.iter().map(show).collect::<Vec<_>>().join(","))
            }
            Value::Map(pairs) => {
                let pairs: Vec<_> =
                    pairs.iter().map(|(k, v)| format!("{}:{}", show(k), show(v))).collect();
                format!("{{{}}}", pairs.join(","))
            }
        }
    }

    fn tree(text: &str) -> String {
        let mut faults = Faults::default();
        let tree = match parse(text, &mut faults) {
            Ok(Some(node)) => show(&node),
            Ok(None) => "nothing".to_owned(),
            Err(fault) => fault.code().as_str().to_owned(),
        };
        let report = Report::new(Source::default(), faults);
        match report.iter().next() {
            Some(fault) => fault.code().as_str().to_owned(),
            None => tree,
        }
    }

    #[test]
    fn scalars_stay_text() {
        assert_eq!(
            tree("a: yes\nb: 2021-10-04\nc: 1e3\nd: ~\ne: 'null'"),
            "{a:yes,b:2021-10-04,c:1e3,d:-,e:null}"
        );
        assert_eq!(tree("a: |\n  one\n  two\n"), "{a:one/two/}");
        assert_eq!(tree("a: 1\na: 2"), "{a:1,a:2}");
        assert_eq!(tree("a: &x [1]\nb: *x"), "{a:[1],b:[1]}");
        assert_eq!(tree("a: !!str 5"), "{a:5}");
    }

    #[test]
    fn json_is_read_by_the_same_path() {
        let json = "{\r\n\t\"a\":\"\\u0995\\ud83d\\ude00\\/\\n\",\t\"b\":[1,-2.5e3,true,null,{}],\"c\":[]\n}";
        assert_eq!(tree(json), "{a:ক😀//,b:[1,-2.5e3,true,-,{}],c:[]}");
    }

    #[test]
    fn what_is_refused() {
        assert_eq!(tree("# only\n"), "nothing");
        assert_eq!(tree("a: 1\n---\nb: 2"), "E011");
        assert_eq!(tree("a: &x\n  - *x"), "E010");
        assert_eq!(tree("a: &x {b: 1}\nc:\n  <<: *x"), "E015");
        assert_eq!(tree("a: !!python/object x"), "E015");
        assert_eq!(tree("a: !secret x"), "E015");
        assert_eq!(tree(&"[".repeat(65)), "E010");
        assert_eq!(tree(&format!("{}{}", "[".repeat(65), "]".repeat(65))), "E012");
    }
}
