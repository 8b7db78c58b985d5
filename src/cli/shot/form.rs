//! What a picture is made as.

use std::collections::BTreeSet;
use std::path::Path;

use super::super::args::Shot;
use crate::export::picture::{self, Caption, Fonts, Page, Sheet};
use crate::export::{self, ShowOptions, alt_text};
use crate::headless::Stage;
use crate::text::{Msg, Words};
use crate::view;

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

/// A picture, ready to be written.
pub(super) struct Made {
    pub(super) bytes: Vec<u8>,
    pub(super) alt: String,
    pub(super) missing: BTreeSet<char>,
}

/// Makes pictures of one incident.
pub(super) struct Maker<'a> {
    pub(super) shot: &'a Shot,
    pub(super) form: Form,
    pub(super) fonts: Fonts,
    pub(super) words: Words,
    pub(super) mark: String,
    pub(super) left_out: usize,
}

impl Maker<'_> {
    /// A picture of what the stage shows.
    pub(super) fn make(&self, stage: &Stage) -> color_eyre::Result<Made> {
        let app = &stage.app;
        let told =
            ShowOptions { at: app.cursor.at, words: self.words, zone: app.zone(), ascii: false };
        let alt = alt_text(&app.timeline, &told);
        let buffer = stage.draw();
        let text = match self.form {
            Form::Text => Some(export::text(&buffer)),
            Form::Ansi => Some(export::ansi(&buffer)),
            Form::Svg | Form::Png | Form::Html => None,
        };
        if let Some(text) = text {
            return Ok(Made { bytes: text.into_bytes(), alt, missing: BTreeSet::new() });
        }
        let (ground, dim) = view::around(app.settings.theme);
        let incident = app.timeline.incident();
        let title = incident.title.get(self.words.lang);
        let window = format!("outage-tui — {title}");
        let note = self.note(stage);
        let sheet = Sheet { window: (!self.shot.no_frame).then_some(&*window), note: Some(&note) };
        let drawing = picture::paint(&buffer, Page::new(ground, dim), &self.fonts, sheet);
        let caption = Caption { title, alt: &alt, lang: self.words.lang.code() };
        let embed = self.shot.embed_fonts;
        let bytes = match self.form {
            Form::Png => picture::to_png(&drawing, &self.fonts, self.shot.scale, &alt)?,
            Form::Html => {
                let summary = self.words.say(Msg::ShotAsText);
                picture::to_html(&drawing, &self.fonts, caption, summary, embed).into_bytes()
            }
            _ => picture::to_svg(&drawing, &self.fonts, caption, embed).into_bytes(),
        };
        Ok(Made { bytes, alt, missing: drawing.missing })
    }

    /// The line below the screen: which incident, in which zone, from which bytes, without what.
    fn note(&self, stage: &Stage) -> String {
        let app = &stage.app;
        let mut parts = Vec::new();
        parts.extend(app.timeline.incident().id.as_ref().map(ToString::to_string));
        parts.push(app.zone().name());
        parts.push(self.mark.clone());
        if self.left_out > 0 {
            parts.push(self.words.count(self.left_out, Msg::PrivateOne, Msg::PrivateMany));
        }
        parts.join(" · ")
    }
}
