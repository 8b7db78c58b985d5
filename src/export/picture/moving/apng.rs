//! A film as an animated PNG: exact colours, and of each frame the rectangle that changes.

use png::{
    BitDepth, BlendOp, ColorType, DeflateCompression, DisposeOp, Encoder, Filter,
    SrgbRenderingIntent,
};

use super::FilmError;
use super::film::Film;
use super::patch::Patch;

/// The film, for ever; the alt text inside as its description.
pub fn to_apng(film: &Film, alt: &str) -> Result<Vec<u8>, FilmError> {
    let mut out = Vec::new();
    let mut encoder = Encoder::new(&mut out, film.width, film.height);
    encoder.set_color(ColorType::Rgba);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_deflate_compression(DeflateCompression::Level(6));
    encoder.set_filter(Filter::NoFilter);
    encoder.set_source_srgb(SrgbRenderingIntent::Perceptual);
    encoder.set_animated(film.patches.len() as u32, 0)?;
    encoder.add_itxt_chunk("Description".to_owned(), alt.to_owned())?;
    let mut writer = encoder.write_header()?;
    for patch in &film.patches {
        let place = patch.place();
        // The rectangle before this one must not be in the way.
        writer.reset_frame_position()?;
        writer.set_frame_dimension(place.width, place.height)?;
        writer.set_frame_position(place.left, place.top)?;
        writer.set_frame_delay(patch.millis.min(u16::MAX.into()) as u16, 1000)?;
        writer.set_dispose_op(DisposeOp::None)?;
        writer.set_blend_op(if is_first(patch, film) { BlendOp::Source } else { BlendOp::Over })?;
        writer.write_image_data(patch.filled([0; 4], |pixel| pixel.now).as_flattened())?;
    }
    writer.finish()?;
    Ok(out)
}

/// Only the first picture has pixels that are half there: the corners of the window, which stay.
fn is_first(patch: &Patch, film: &Film) -> bool {
    film.patches.first().is_some_and(|first| std::ptr::eq(first, patch))
}
