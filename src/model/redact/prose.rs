//! Covering a phrase in Markdown, whose marks a reader does not see: `Zebra **Corp**`.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag};

use crate::text::Cover;

/// Without these a text says what it shows.
const MARKS: [char; 8] = ['*', '_', '`', '~', '[', '&', '\\', '<'];

/// The parts of a text of which a reader sees what is to be covered. An element that is covered in part
/// is covered whole, so that no half of it is left.
pub(super) fn parts(markdown: &str, cover: &Cover) -> Vec<Range<usize>> {
    if !markdown.contains(MARKS) {
        return Vec::new();
    }
    let seen = Seen::of(markdown);
    cover.hits(&seen.text).iter().map(|hit| seen.whole(seen.written(hit))).collect()
}

/// What a reader sees of a text.
#[derive(Default)]
struct Seen {
    text: String,
    pieces: Vec<Piece>,
    /// Where the elements within a paragraph are written, marks included.
    elements: Vec<Range<usize>>,
}

/// A piece of what is seen.
struct Piece {
    /// Where it begins in what is seen.
    at: usize,
    /// Where it is written.
    written: Range<usize>,
    /// Letter by letter as it is seen.
    exact: bool,
}

impl Seen {
    fn of(markdown: &str) -> Self {
        let mut seen = Self::default();
        let parser = Parser::new_ext(markdown, Options::ENABLE_STRIKETHROUGH);
        for (event, range) in parser.into_offset_iter() {
            match event {
                Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => {
                    seen.push(&text, markdown, range);
                }
                Event::Code(text) => {
                    let inside = markdown[range.clone()].find(&*text);
                    let start = range.start + inside.unwrap_or_default();
                    let end = if inside.is_some() { start + text.len() } else { range.end };
                    seen.push(&text, markdown, start..end);
                    seen.elements.push(range);
                }
                Event::SoftBreak | Event::HardBreak => seen.push("\n", markdown, range),
                Event::Start(
                    Tag::Emphasis
                    | Tag::Strong
                    | Tag::Strikethrough
                    | Tag::Link { .. }
                    | Tag::Image { .. },
                ) => seen.elements.push(range),
                // Between paragraphs a phrase may go on.
                Event::Start(_) => seen.push("\n", markdown, range.start..range.start),
                _ => {}
            }
        }
        seen
    }

    fn push(&mut self, text: &str, markdown: &str, written: Range<usize>) {
        let exact = markdown[written.clone()] == *text;
        self.pieces.push(Piece { at: self.text.len(), written, exact });
        self.text.push_str(text);
    }

    /// Where a part of what is seen is written.
    fn written(&self, part: &Range<usize>) -> Range<usize> {
        let piece = |at: usize| &self.pieces[self.pieces.partition_point(|p| p.at <= at) - 1];
        let (first, last) = (piece(part.start), piece(part.end - 1));
        let start = if first.exact { part.start - first.at } else { 0 };
        let end =
            if last.exact { last.written.start + part.end - last.at } else { last.written.end };
        first.written.start + start..end
    }

    /// A part with all of the elements that it cuts.
    fn whole(&self, mut part: Range<usize>) -> Range<usize> {
        let cut = |part: &Range<usize>| {
            self.elements.iter().find(|element| {
                let (first, last) =
                    if element.start < part.start { (*element, part) } else { (part, *element) };
                last.start < first.end && last.end > first.end
            })
        };
        while let Some(element) = cut(&part) {
            part = part.start.min(element.start)..part.end.max(element.end);
        }
        part
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::covered;

    #[test]
    fn marks_do_not_hide_a_phrase() {
        let cover = Cover::new("zebra corp").unwrap();
        for (markdown, wanted) in [
            ("At Zebra **Corp** it broke", "At █████ it broke"),
            ("**Zebra** Corp, and", "█████, and"),
            ("**Zebra Corp**", "**█████**"),
            ("*a Zebra **Corp** b*", "*a █████ b*"),
            ("Zebra\n_Corp_ and `zebra corp`", "█████ and `█████`"),
            ("[Zebra](https://x.example) Corp", "█████"),
            ("[a Zebra Corp](https://x.example)", "[a █████](https://x.example)"),
            (
                "Zeb&#114;a Corp&period; Zebra \\Corp, Z*e*bra Corp",
                "█████&period; Zebra \\Corp, █████",
            ),
            ("> Zebra\n> *Corp*", "> █████"),
            ("Zebra\n\n*Corp*", "█████"),
            ("*Zebra* and Corp", "*Zebra* and Corp"),
            ("ze~~bra~~ corp", "█████"),
        ] {
            assert_eq!(covered(markdown, parts(markdown, &cover)), wanted, "{markdown}");
        }
    }
}
