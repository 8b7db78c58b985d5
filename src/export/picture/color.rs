//! Colours of cells as colours of a page.

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier, Style};

/// Red, green and blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Rgb(pub u8, pub u8, pub u8);

impl Rgb {
    /// Relative luminance after WCAG 2, from 0 to 1.
    fn luminance(self) -> f64 {
        let linear = |c: u8| {
            let c = f64::from(c) / 255.0;
            if c <= 0.040_45 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(self.0) + 0.7152 * linear(self.1) + 0.0722 * linear(self.2)
    }

    /// This colour with so much of another in it, in parts of 256.
    #[must_use]
    pub(super) fn mixed(self, other: Self, part: u16) -> Self {
        let mix = |a: u8, b: u8| ((u16::from(a) * (256 - part) + u16::from(b) * part) / 256) as u8;
        Self(mix(self.0, other.0), mix(self.1, other.1), mix(self.2, other.2))
    }
}

/// What the cells that name no colour are painted with, and what stands around the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Page {
    pub back: Rgb,
    pub text: Rgb,
    /// The title of the window and the line below the screen.
    pub dim: Rgb,
    lanes: Option<Lanes>,
}

/// What is done about the cells of lanes, by their modifiers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Lanes {
    /// What lines over them are drawn in.
    ink: Rgb,
    /// Crossed by a line.
    crossed: Modifier,
    /// Kept apart from what stands above.
    apart: Modifier,
}

impl Page {
    /// From the style of the theme's ground and its dim text; a theme without a ground of its own
    /// is printed in ink on paper.
    pub fn new(ground: Style, dim: Style) -> Self {
        let paper = Self {
            back: Rgb(255, 255, 255),
            text: Rgb(24, 24, 24),
            dim: Rgb(96, 96, 96),
            lanes: None,
        };
        Self {
            back: of(ground.bg, paper.back),
            text: of(ground.fg, paper.text),
            dim: of(dim.fg, paper.dim),
            lanes: None,
        }
    }

    /// With cells of lanes, which have these modifiers; those with the first are crossed from top
    /// to bottom by a line of that style.
    #[must_use]
    pub fn with_lanes(self, (hair, crossed): (Style, Modifier), apart: Modifier) -> Self {
        Self { lanes: Some(Lanes { ink: of(hair.fg, self.text), crossed, apart }), ..self }
    }

    /// The colour of the line that crosses a cell.
    pub(super) fn line_over(self, cell: &Cell) -> Option<Rgb> {
        self.lanes.filter(|lanes| cell.modifier.contains(lanes.crossed)).map(|lanes| lanes.ink)
    }

    /// Whether a cell is kept apart from the one above.
    pub(super) fn is_apart(self, cell: &Cell) -> bool {
        self.lanes.is_some_and(|lanes| cell.modifier.contains(lanes.apart))
    }
}

fn of(color: Option<Color>, other: Rgb) -> Rgb {
    color.map_or(other, |color| rgb(color, other))
}

/// How a cell looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Look {
    pub(super) ink: Rgb,
    pub(super) ground: Rgb,
    pub(super) bold: bool,
    pub(super) italic: bool,
    pub(super) underlined: bool,
}

impl Look {
    pub(super) fn of(cell: &Cell, page: Page) -> Self {
        let has = |modifier| cell.modifier.contains(modifier);
        let (mut ink, mut ground) = (rgb(cell.fg, page.text), rgb(cell.bg, page.back));
        if has(Modifier::REVERSED) {
            (ink, ground) = (ground, ink);
        }
        let is_named = |color: Color| !matches!(color, Color::Reset | Color::Rgb(..));
        if is_named(cell.fg) && is_named(cell.bg) {
            ink = legible(ink, ground);
        }
        if has(Modifier::DIM) {
            ink = ink.mixed(ground, 112);
        }
        Self {
            ink,
            ground,
            bold: has(Modifier::BOLD),
            italic: has(Modifier::ITALIC),
            underlined: has(Modifier::UNDERLINED),
        }
    }
}

/// The ink, or where it is hard to read on such a ground, black or white. Only a terminal knows its
/// sixteen colours; these are ours, so they may not hide what they are to show.
fn legible(ink: Rgb, ground: Rgb) -> Rgb {
    let contrast = |ink: &Rgb| {
        let (ink, ground) = (ink.luminance() + 0.05, ground.luminance() + 0.05);
        ink.max(ground) / ink.min(ground)
    };
    if contrast(&ink) >= LEAST_CONTRAST {
        return ink;
    }
    let [black, white] = [SIXTEEN[0], SIXTEEN[15]];
    if contrast(&black) > contrast(&white) { black } else { white }
}

/// Of text, after WCAG 2, level AA.
const LEAST_CONTRAST: f64 = 4.5;

/// The colour that a cell names; `other` where it leaves that to the terminal.
fn rgb(color: Color, other: Rgb) -> Rgb {
    match color {
        Color::Reset => other,
        Color::Rgb(r, g, b) => Rgb(r, g, b),
        Color::Indexed(index) => indexed(index),
        Color::Black => SIXTEEN[0],
        Color::Red => SIXTEEN[1],
        Color::Green => SIXTEEN[2],
        Color::Yellow => SIXTEEN[3],
        Color::Blue => SIXTEEN[4],
        Color::Magenta => SIXTEEN[5],
        Color::Cyan => SIXTEEN[6],
        Color::Gray => SIXTEEN[7],
        Color::DarkGray => SIXTEEN[8],
        Color::LightRed => SIXTEEN[9],
        Color::LightGreen => SIXTEEN[10],
        Color::LightYellow => SIXTEEN[11],
        Color::LightBlue => SIXTEEN[12],
        Color::LightMagenta => SIXTEEN[13],
        Color::LightCyan => SIXTEEN[14],
        Color::White => SIXTEEN[15],
    }
}

/// The terminal's own sixteen, dark enough to be read on paper.
const SIXTEEN: [Rgb; 16] = [
    Rgb(24, 24, 24),
    Rgb(176, 32, 32),
    Rgb(16, 118, 56),
    Rgb(134, 92, 0),
    Rgb(28, 84, 176),
    Rgb(140, 48, 140),
    Rgb(0, 108, 122),
    Rgb(120, 120, 120),
    Rgb(96, 96, 96),
    Rgb(196, 76, 16),
    Rgb(32, 130, 60),
    Rgb(150, 104, 0),
    Rgb(48, 104, 200),
    Rgb(160, 64, 160),
    Rgb(0, 124, 140),
    Rgb(250, 250, 250),
];

/// Of the 256: the sixteen, a cube of six steps, and greys.
fn indexed(index: u8) -> Rgb {
    match index {
        0..16 => SIXTEEN[usize::from(index)],
        16..232 => {
            let step = |n: u8| if n == 0 { 0 } else { 55 + 40 * n };
            let cube = index - 16;
            Rgb(step(cube / 36), step(cube / 6 % 6), step(cube % 6))
        }
        232.. => {
            let grey = 8 + 10 * (index - 232);
            Rgb(grey, grey, grey)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn named_colours_can_be_read_on_one_another() {
        let page = Page::new(Style::default(), Style::default());
        let named = (0..16).map(Color::Indexed);
        for (fg, bg) in named.clone().flat_map(|fg| named.clone().map(move |bg| (fg, bg))) {
            let mut cell = Cell::default();
            cell.set_fg(fg).set_bg(bg);
            let Look { ink, ground, .. } = Look::of(&cell, page);
            let (ink, ground) = (ink.luminance() + 0.05, ground.luminance() + 0.05);
            let contrast = ink.max(ground) / ink.min(ground);
            assert!(contrast >= 3.9, "{fg} on {bg}: {contrast:.2}");
        }
    }
}
