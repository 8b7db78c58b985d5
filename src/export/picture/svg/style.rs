//! The classes of an SVG: colours and faces, named in the order in which they first appear.

use std::fmt::Write;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::super::color::Rgb;
use super::super::fonts::{FaceId, Fonts, Use};

/// The classes that are used.
#[derive(Debug, Default)]
pub(super) struct Styles {
    fills: Vec<Rgb>,
    lines: Vec<Rgb>,
    faces: Vec<FaceId>,
}

/// The place of a thing in a list, which it joins if it is new.
fn place<T: PartialEq>(list: &mut Vec<T>, thing: T) -> usize {
    list.iter().position(|other| *other == thing).unwrap_or_else(|| {
        list.push(thing);
        list.len() - 1
    })
}

impl Styles {
    /// The class of a filled colour.
    pub(super) fn fill(&mut self, color: Rgb) -> String {
        format!("c{}", place(&mut self.fills, color))
    }

    /// The class of a line's colour.
    pub(super) fn line(&mut self, color: Rgb) -> String {
        format!("l{}", place(&mut self.lines, color))
    }

    /// The class of a face.
    pub(super) fn face(&mut self, face: FaceId) -> String {
        place(&mut self.faces, face);
        format!("f{}", face.0)
    }

    /// All of them, as CSS.
    pub(super) fn sheet(&self, fonts: &Fonts, embed: bool) -> String {
        let mut out = ".x{shape-rendering:crispEdges}".to_owned();
        for face in &self.faces {
            if let Some(web) = fonts.face(*face).web.filter(|_| embed) {
                out.push_str(&font_face(fonts.face(*face).purpose, web));
            }
        }
        // Writing to a string cannot fail.
        for face in &self.faces {
            let rules = rules(fonts, *face);
            let _ = write!(out, ".f{}{{{rules}}}", face.0);
        }
        for (index, Rgb(r, g, b)) in self.fills.iter().enumerate() {
            let _ = write!(out, ".c{index}{{fill:#{r:02x}{g:02x}{b:02x}}}");
        }
        for (index, Rgb(r, g, b)) in self.lines.iter().enumerate() {
            let _ = write!(out, ".l{index}{{fill:none;stroke:#{r:02x}{g:02x}{b:02x}}}");
        }
        out
    }
}

/// The family, the weight, and the families to fall back on.
fn names(purpose: Use) -> (&'static str, u16, &'static str) {
    const MONO: &str = "ui-monospace,Menlo,Consolas,monospace";
    const BENGALI: &str = "Noto Sans Bengali,Nirmala UI,Kohinoor Bangla,sans-serif";
    match purpose {
        Use::Mono | Use::MonoItalic => ("JetBrains Mono", 400, MONO),
        Use::MonoBold => ("JetBrains Mono", 700, MONO),
        Use::Bengali => ("Hind Siliguri", 400, BENGALI),
        Use::BengaliBold => ("Hind Siliguri", 700, BENGALI),
        Use::Symbols | Use::Given => ("DejaVu Sans Mono", 400, MONO),
    }
}

fn font_face(purpose: Use, web: &[u8]) -> String {
    let (family, weight, _) = names(purpose);
    let style = if purpose == Use::MonoItalic { "italic" } else { "normal" };
    let data = STANDARD.encode(web);
    format!(
        "@font-face{{font-family:{family};font-weight:{weight};font-style:{style};\
         src:url(data:font/woff2;base64,{data}) format('woff2')}}"
    )
}

fn rules(fonts: &Fonts, face: FaceId) -> String {
    let purpose = fonts.face(face).purpose;
    let (family, weight, others) = names(purpose);
    let mut out = format!("font-family:{family},{others}");
    if weight != 400 {
        let _ = write!(out, ";font-weight:{weight}");
    }
    match purpose {
        Use::MonoItalic => out.push_str(";font-style:italic"),
        // A blank is as wide as a cell.
        Use::Bengali | Use::BengaliBold => {
            let space = fonts.glyph(face, ' ').unwrap_or_default();
            let own = fonts.advance(face, space);
            let _ = write!(out, ";word-spacing:{:.3}em", 0.6 - own);
        }
        _ => {}
    }
    if !matches!(purpose, Use::Bengali | Use::BengaliBold) {
        out.push_str(";font-variant-ligatures:none");
    }
    out
}
