//! A film as a GIF: one palette, and of each frame the rectangle that changes.

use gif::{AnyExtension, DisposalMethod, Encoder, Extension, Frame, Repeat};

use super::film::Film;
use super::lzw::{Choice, pack};
use super::palette::Palette;
use super::patch::{Change, Patch};
use super::{FilmError, shared};

/// The film, for ever; the alt text inside as a comment.
pub fn to_gif(film: &Film, alt: &str) -> Result<Vec<u8>, FilmError> {
    let palette = Palette::new(&film.patches);
    let (width, height) = (u16::try_from(film.width), u16::try_from(film.height));
    let (Ok(width), Ok(height)) = (width, height) else { return Err(FilmError::TooLarge) };
    let mut out = Vec::new();
    let mut encoder = Encoder::new(&mut out, width, height, &palette.bytes())?;
    encoder.set_repeat(Repeat::Infinite)?;
    let comment = AnyExtension(Extension::Comment as u8);
    encoder.write_raw_extension(comment, &[alt.as_bytes()])?;
    let frames =
        shared(&film.patches, |_, part| part.iter().map(|patch| frame(patch, &palette)).collect());
    for frame in frames {
        encoder.write_lzw_pre_encoded_frame(&frame)?;
    }
    drop(encoder);
    Ok(out)
}

/// What does not change is see-through, so that it is one long run.
fn frame(patch: &Patch, palette: &Palette) -> Frame<'static> {
    let place = patch.place();
    let mut last = (Change { before: [0; 4], now: [0; 4] }, NOTHING);
    let pixels = patch.filled(NOTHING, |change| {
        if change != last.0 {
            let color = palette.number(change.now);
            last = (change, Choice { color, free: color == palette.number(change.before) });
        }
        last.1
    });
    Frame {
        delay: (patch.millis / 10).min(u16::MAX.into()) as u16,
        dispose: DisposalMethod::Keep,
        transparent: Some(0),
        left: place.left as u16,
        top: place.top as u16,
        width: place.width as u16,
        height: place.height as u16,
        buffer: pack(&pixels, palette.len()).into(),
        ..Frame::default()
    }
}

const NOTHING: Choice = Choice { color: 0, free: true };
