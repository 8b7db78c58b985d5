//! What a picture is made as.

use std::collections::BTreeSet;
use std::path::Path;

use super::super::picture::{Around, Made, alt, page, title};
use crate::app::Sight;
use crate::export;
use crate::export::picture::{self, Caption, Sheet};
use crate::headless::Stage;
use crate::text::Msg;

/// By the ending of the file's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Form {
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

impl Form {
    /// Whether it is painted, or the cells themselves.
    pub(super) fn sight(self) -> Sight {
        match self {
            Self::Svg | Self::Png | Self::Html => Sight::Painted,
            Self::Ansi | Self::Text => Sight::Cells,
        }
    }
}

/// Makes pictures of one incident.
#[derive(Debug)]
pub(in super::super) struct Maker {
    pub(in super::super) form: Form,
    /// Pixels to the unit.
    pub(in super::super) scale: u8,
    pub(in super::super) embed_fonts: bool,
    pub(in super::super) around: Around,
}

impl Maker {
    /// Pixels, twice as fine as a screen: pictures that are not asked for in detail.
    pub(in super::super) fn plain(around: Around) -> Self {
        Self { form: Form::Png, scale: 2, embed_fonts: false, around }
    }

    /// A picture of what the stage shows.
    pub(in super::super) fn make(&self, stage: &Stage) -> color_eyre::Result<Made> {
        let app = &stage.app;
        let words = app.words();
        let alt = alt(stage);
        let buffer = stage.draw();
        let (window, note) = (self.around.window(app), self.around.note(app));
        let text = match self.form {
            Form::Text => Some(export::text(&buffer)),
            Form::Ansi => Some(export::ansi(&buffer)),
            Form::Svg | Form::Png | Form::Html => None,
        };
        if let Some(text) = text {
            let bytes = format!("{text}\n {note}\n").into_bytes();
            return Ok(Made { bytes, alt, missing: BTreeSet::new() });
        }
        let sheet = Sheet { window: window.as_deref(), note: Some(&note) };
        let fonts = &self.around.fonts;
        let drawing = picture::paint(&buffer, page(app), fonts, sheet);
        let caption = Caption { title: &title(app), alt: &alt, lang: words.lang.code() };
        let embed = self.embed_fonts;
        let bytes = match self.form {
            Form::Png => picture::to_png(&drawing, fonts, self.scale, &alt)?,
            Form::Html => {
                let summary = words.say(Msg::ShotAsText);
                picture::to_html(&drawing, fonts, caption, summary, embed).into_bytes()
            }
            _ => picture::to_svg(&drawing, fonts, caption, embed).into_bytes(),
        };
        Ok(Made { bytes, alt, missing: drawing.missing })
    }
}
