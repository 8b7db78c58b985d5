//! A drawing as an SVG, written by hand from the list.
//!
//! Text stays text: one `<text>` for each phrase, with its own place and length, so that it can be
//! selected, searched and read aloud; within it a `<tspan>` for each font, if there are several.
//! Nothing of an incident becomes an element: all of it goes through [`write::Escaped`].

mod layers;
mod moving;
mod style;
mod write;

use std::fmt::Write;

use tiny_skia::{Path, Transform};

use super::color::Rgb;
use super::fonts::Fonts;
use super::grid::SIZE;
use super::list::{Drawing, Ink, Item, Run, Text};
pub use layers::Layers;
pub use moving::to_moving_svg;
use style::Styles;
use write::{Escaped, Number, path_data, rect_data};

/// What a picture says to those who do not see it.
#[derive(Debug, Clone, Copy)]
pub struct Caption<'a> {
    pub title: &'a str,
    /// The alt text.
    pub alt: &'a str,
    /// The code of its language.
    pub lang: &'a str,
}

/// The drawing as an SVG; with `embed` it brings its fonts along.
pub fn to_svg(drawing: &Drawing, fonts: &Fonts, caption: Caption, embed: bool) -> String {
    let mut writer = Writer { fonts, styles: Styles::default(), body: String::new() };
    for level in drawing.levels() {
        writer.items(level);
    }
    document(drawing, caption, &writer.styles.sheet(fonts, embed), &writer.body)
}

/// The whole file, around what is painted on the ground of the drawing.
fn document(drawing: &Drawing, caption: Caption, styles: &str, body: &str) -> String {
    let (width, height) = (drawing.width, drawing.height);
    let corner = Number(drawing.corner);
    let Rgb(r, g, b) = drawing.back;
    let (title, alt) = (Escaped(caption.title), Escaped(caption.alt.trim_end()));
    let lang = Escaped(caption.lang);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" font-size=\"{SIZE}\" role=\"img\" lang=\"{lang}\">\n\
         <title>{title}</title>\n<desc>{alt}</desc>\n<style>{styles}</style>\n\
         <rect width=\"{width}\" height=\"{height}\" rx=\"{corner}\" fill=\"#{r:02x}{g:02x}{b:02x}\"/>\n\
         {body}</svg>\n"
    )
}

/// A text that becomes no mark, in XML or in HTML.
pub(super) fn escaped(text: &str) -> String {
    Escaped(text).to_string()
}

struct Writer<'a> {
    fonts: &'a Fonts,
    styles: Styles,
    body: String,
}

// Writing to a string cannot fail.
impl Writer<'_> {
    /// Neighbours of one colour and kind become one path.
    fn items<'i>(&mut self, items: impl IntoIterator<Item = &'i Item>) {
        let mut layer: Vec<(Kind, Rgb, String)> = Vec::new();
        for item in items {
            let (kind, color, data) = match item {
                Item::Rect(area, color) => (Kind::Sharp, *color, rect_data(*area)),
                Item::Shape(path, Ink::Fill, color) => (Kind::Soft, *color, path_data(path)),
                Item::Shape(path, Ink::Line, color) => (Kind::Line, *color, path_data(path)),
                Item::Text(text) => {
                    self.layer(&mut layer);
                    self.text(text);
                    continue;
                }
            };
            match layer.iter_mut().find(|(k, c, _)| *k == kind && *c == color) {
                Some((_, _, all)) => all.push_str(&data),
                None => layer.push((kind, color, data)),
            }
        }
        self.layer(&mut layer);
    }

    fn layer(&mut self, layer: &mut Vec<(Kind, Rgb, String)>) {
        for (kind, color, data) in layer.drain(..) {
            let class = match kind {
                Kind::Sharp => format!("{} x", self.styles.fill(color)),
                Kind::Soft => self.styles.fill(color),
                Kind::Line => self.styles.line(color),
            };
            let _ = writeln!(self.body, "<path class=\"{class}\" d=\"{data}\"/>");
        }
    }

    fn text(&mut self, text: &Text) {
        // A given font stays with its owner: its letters are drawn.
        let (set, drawn): (Vec<&Run>, Vec<&Run>) =
            text.runs.iter().partition(|run| self.fonts.face(run.face).web.is_some());
        for run in drawn {
            self.outlines(text, run);
        }
        match set[..] {
            [] => {}
            [run] => {
                let place = self.place(text, run);
                let y = Number(text.baseline - run.rise);
                let said = Escaped(&run.said);
                let _ = writeln!(self.body, "<text class=\"{place} y=\"{y}\">{said}</text>");
            }
            [first, .., last] => {
                let x = Number(text.x + first.x * text.squeeze);
                let y = Number(text.baseline);
                let length = Number((last.x + last.advance - first.x) * text.squeeze);
                let _ = write!(
                    self.body,
                    "<text x=\"{x}\" y=\"{y}\" textLength=\"{length}\" \
                     lengthAdjust=\"spacingAndGlyphs\">"
                );
                let level = set.iter().all(|run| run.rise == 0.0);
                for run in set {
                    let blank = if run.blanks > 0 && run.x > first.x { " " } else { "" };
                    let place = self.place(text, run);
                    let y = Number(text.baseline - run.rise);
                    let y = if level { String::new() } else { format!(" y=\"{y}\"") };
                    let said = Escaped(&run.said);
                    let _ = write!(self.body, "{blank}<tspan class=\"{place}{y}>{said}</tspan>");
                }
                self.body.push_str("</text>\n");
            }
        }
    }

    /// The attributes of a run, from within its `class`.
    fn place(&mut self, text: &Text, run: &Run) -> String {
        let (color, face) = (self.styles.fill(run.color), self.styles.face(run.face));
        let x = Number(text.x + run.x * text.squeeze);
        let length = Number(run.advance * text.squeeze);
        let size = if (run.size - SIZE).abs() < 0.01 {
            String::new()
        } else {
            format!(" font-size=\"{}\"", Number(run.size))
        };
        format!(
            "{color} {face}\"{size} x=\"{x}\" textLength=\"{length}\" lengthAdjust=\"spacingAndGlyphs\""
        )
    }

    fn outlines(&mut self, text: &Text, run: &Run) {
        let unit = run.size / self.fonts.face(run.face).units_per_em;
        let mut data = String::new();
        for glyph in &run.glyphs {
            let x = text.x + (run.x + glyph.x) * text.squeeze;
            let y = text.baseline - run.rise - glyph.y;
            let place = Transform::from_row(unit * text.squeeze, 0.0, 0.0, -unit, x, y);
            let outline = self.fonts.outline(run.face, glyph.id);
            if let Some(path) = outline.and_then(|outline: Path| outline.transform(place)) {
                data.push_str(&path_data(&path));
            }
        }
        let class = self.styles.fill(run.color);
        let _ = writeln!(self.body, "<path class=\"{class}\" d=\"{data}\"/>");
    }
}

/// How a path is painted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Sharp,
    Soft,
    Line,
}
