//! Films decoded again.

use std::io::Cursor;

use outage_tui::app::Theme;
use outage_tui::export::picture::{Film, Fonts, Frame, Studio, to_apng, to_gif, to_png};
use outage_tui::text::Lang;

use super::{STORY, frames, october, studio};

type Pixels = Vec<[u8; 4]>;

fn rgba(bytes: &[u8]) -> Pixels {
    bytes.chunks_exact(4).map(|p| [p[0], p[1], p[2], p[3]]).collect()
}

/// What the painter paints, without the frames that change nothing.
fn painted(frames: &[Frame], studio: Studio) -> Vec<Pixels> {
    let paint = |frame: &Frame| {
        let drawing = studio.paint(&frame.cells);
        let picture = to_png(&drawing, studio.fonts, studio.scale, "").unwrap();
        let mut reader = png::Decoder::new(Cursor::new(picture)).read_info().unwrap();
        let mut bytes = vec![0; reader.output_buffer_size().unwrap()];
        reader.next_frame(&mut bytes).unwrap();
        rgba(&bytes)
    };
    let mut all: Vec<Pixels> = frames.iter().map(paint).collect();
    all.dedup();
    all
}

/// A page on which pictures are laid.
struct Page {
    width: usize,
    pixels: Pixels,
}

impl Page {
    fn new(width: u32, height: u32) -> Self {
        let (width, height) = (width as usize, height as usize);
        Self { width, pixels: vec![[0; 4]; width * height] }
    }

    /// What is wholly see-through changes nothing, unless all is replaced.
    fn lay(&mut self, picture: &Pixels, (left, top): (u32, u32), width: u32, replace: bool) {
        for (y, row) in picture.chunks(width as usize).enumerate() {
            for (x, pixel) in row.iter().enumerate().filter(|(_, p)| replace || p[3] > 0) {
                let at = (top as usize + y) * self.width + left as usize + x;
                assert!(replace || pixel[3] == 255, "half a pixel is laid on another");
                self.pixels[at] = *pixel;
            }
        }
    }
}

#[test]
fn an_animated_png_is_what_is_painted_to_the_pixel() {
    let fonts = Fonts::default();
    for (yaml, lang, theme, size, scale) in [
        (STORY, Lang::En, Theme::Light, (60, 16), 2),
        (STORY, Lang::Bn, Theme::Dark, (80, 24), 1),
        (&october(), Lang::Bn, Theme::Light, (60, 16), 1),
    ] {
        let studio = studio(&fonts, theme, scale);
        let frames = frames(yaml, lang, theme, size);
        let film = Film::new(frames.iter().cloned(), studio, |_| ()).unwrap();
        let written = to_apng(&film, "alt").unwrap();
        let mut reader = png::Decoder::new(Cursor::new(&written)).read_info().unwrap();
        let pictures = reader.info().animation_control().unwrap().num_frames;
        let mut page = Page::new(reader.info().width, reader.info().height);
        let expected = painted(&frames, studio);
        assert_eq!(pictures as usize, expected.len());
        let mut millis = 0;
        for (number, expected) in expected.iter().enumerate() {
            let mut bytes = vec![0; reader.output_buffer_size().unwrap()];
            let told = reader.next_frame(&mut bytes).unwrap();
            let control = *reader.info().frame_control().unwrap();
            let picture = rgba(&bytes[..told.buffer_size()]);
            let replace = control.blend_op == png::BlendOp::Source;
            page.lay(&picture, (control.x_offset, control.y_offset), control.width, replace);
            let other =
                page.pixels.iter().zip(expected).position(|(found, expected)| found != expected);
            let told = other.map(|at| (at, page.pixels[at], expected[at]));
            assert!(other.is_none(), "{lang:?} frame {number}: {told:?}");
            millis += u32::from(control.delay_num);
        }
        assert_eq!(millis, frames.iter().map(|frame| frame.millis).sum::<u32>());
    }
}

#[test]
fn a_gif_is_what_is_painted_but_for_a_few_shades() {
    let fonts = Fonts::default();
    for (yaml, lang, theme, size) in
        [(STORY, Lang::En, Theme::Light, (60, 16)), (&october(), Lang::Bn, Theme::Dark, (80, 24))]
    {
        let studio = studio(&fonts, theme, 1);
        let frames = frames(yaml, lang, theme, size);
        let film = Film::new(frames.iter().cloned(), studio, |_| ()).unwrap();
        let written = to_gif(&film, "alt").unwrap();
        let mut options = gif::DecodeOptions::new();
        options.set_color_output(gif::ColorOutput::RGBA);
        let mut reader = options.read_info(Cursor::new(&written)).unwrap();
        let mut page = Page::new(reader.width().into(), reader.height().into());
        for (number, expected) in painted(&frames, studio).iter().enumerate() {
            let frame = reader.read_next_frame().unwrap().unwrap();
            let place = (frame.left.into(), frame.top.into());
            page.lay(&rgba(&frame.buffer), place, frame.width.into(), false);
            assert_alike(&page.pixels, expected, &format!("{lang:?} frame {number}"));
        }
        assert!(reader.read_next_frame().unwrap().is_none());
    }
}

/// Grounds and inks are exact, the shades between them nearly.
fn assert_alike(found: &Pixels, expected: &Pixels, what: &str) {
    let (mut other, mut wrong) = (0, 0_u64);
    for (found, expected) in found.iter().zip(expected) {
        assert_eq!(found[3] == 255, expected[3] >= 128, "{what}");
        if expected[3] < 255 || found == expected {
            continue;
        }
        let far = (0..3).map(|i| found[i].abs_diff(expected[i])).max().unwrap_or_default();
        assert!(far <= 80, "{what}: {found:?} instead of {expected:?}");
        other += 1;
        wrong += u64::from(far);
    }
    assert!(other * 10 < expected.len(), "{what}: {other} of {} pixels", expected.len());
    assert!(wrong < 2 * expected.len() as u64, "{what}: {wrong}");
}
