//! A picture of the screen, painted without a terminal, a browser or a font of the system.
//!
//! ```text
//!   cells ──paint──▶ Drawing ──┬──▶ svg ──▶ html
//!   (phrases, shaped whole;    └──▶ png
//!    borders as geometry)
//! ```
//!
//! One painter makes a list of rectangles, paths and shaped texts; the writers only write it down,
//! so that an SVG and a PNG cannot disagree. The same cells give the same bytes everywhere: no
//! clock, no locale, no order of a hash map, no font but those in `assets/fonts` and those that
//! are given.

mod color;
mod fonts;
mod frame;
mod grid;
mod html;
mod list;
mod missing;
mod moving;
mod packed;
mod paint;
mod phrase;
mod png;
mod runs;
mod shaper;
mod svg;
mod symbol;

pub use color::{Page, Rgb};
pub use fonts::{FaceId, Fonts};
pub use html::to_html;
pub use list::{Area, Drawing, Glyph, Ink, Item, Run, Text};
pub use moving::{Film, FilmError, Frame, Studio, to_apng, to_gif};
pub use paint::{Sheet, paint};
pub use png::{PngError, to_png};
pub use svg::{Caption, Layers, to_moving_svg, to_svg};
