//! A film as a GIF: one palette, and of each frame the rectangle that changes.

use gif::{AnyExtension, DisposalMethod, Encoder, Extension, Frame, Repeat};

use super::film::Film;
use super::palette::Palette;
use super::patch::Patch;
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
    let mut last = ([0; 4], 0);
    let buffer = patch.filled(0, |pixel| {
        if pixel != last.0 {
            last = (pixel, palette.number(pixel));
        }
        last.1
    });
    let mut frame = Frame {
        delay: (patch.millis / 10).min(u16::MAX.into()) as u16,
        dispose: DisposalMethod::Keep,
        transparent: Some(0),
        left: place.left as u16,
        top: place.top as u16,
        width: place.width as u16,
        height: place.height as u16,
        buffer: buffer.into(),
        ..Frame::default()
    };
    frame.make_lzw_pre_encoded();
    frame
}
