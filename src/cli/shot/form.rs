//! What a picture is made as.

use std::collections::BTreeSet;
use std::path::Path;

use super::super::args::Picture;
use super::super::picture::{Desk, Made};
use crate::export;
use crate::export::picture::{Caption, Sheet, paint, to_html, to_png, to_svg};
use crate::text::Msg;

/// By the ending of the file's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Svg,
    Png,
    Html,
    Ansi,
    Text,
}

impl Form {
    pub(super) fn of(path: &Path) -> Option<Self> {
        match path.extension()?.to_str()?.to_ascii_lowercase().as_str() {
            "svg" => Some(Self::Svg),
            "png" => Some(Self::Png),
            "html" | "htm" => Some(Self::Html),
            "ans" | "ansi" => Some(Self::Ansi),
            "txt" => Some(Self::Text),
            _ => None,
        }
    }
}

/// A picture of what the stage shows.
pub(super) fn make(desk: &Desk, form: Form, picture: &Picture) -> color_eyre::Result<Made> {
    let alt = desk.alt();
    let buffer = desk.stage.draw();
    let text = match form {
        Form::Text => Some(export::text(&buffer)),
        Form::Ansi => Some(export::ansi(&buffer)),
        Form::Svg | Form::Png | Form::Html => None,
    };
    if let Some(text) = text {
        return Ok(Made { bytes: text.into_bytes(), alt, missing: BTreeSet::new() });
    }
    let (window, note) = (desk.window(), desk.note());
    let sheet = Sheet { window: window.as_deref(), note: Some(&note) };
    let drawing = paint(&buffer, desk.page(), &desk.fonts, sheet);
    let words = desk.words();
    let caption = Caption { title: desk.title(), alt: &alt, lang: words.lang.code() };
    let embed = picture.embed_fonts;
    let bytes = match form {
        Form::Png => to_png(&drawing, &desk.fonts, picture.scale.unwrap_or(2), &alt)?,
        Form::Html => {
            let summary = words.say(Msg::ShotAsText);
            to_html(&drawing, &desk.fonts, caption, summary, embed).into_bytes()
        }
        _ => to_svg(&drawing, &desk.fonts, caption, embed).into_bytes(),
    };
    Ok(Made { bytes, alt, missing: drawing.missing })
}
