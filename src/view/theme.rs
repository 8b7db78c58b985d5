//! Roles and their styles.
//!
//! Colours are used for status and little else. The tones of the two painted themes are set apart
//! for all common kinds of colour blindness (after Okabe and Ito, "Color Universal Design"), and
//! every status has its own glyph and word besides. A test holds all text to a contrast of 4.5.

use ratatui::style::{Color, Modifier, Style};

use crate::app::Theme;
use crate::model::{Status, Tone};

/// What a piece of text is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    Text,
    /// Said beside the point.
    Dim,
    /// Borders and empty tracks.
    Line,
    /// Titles of panels.
    Title,
    /// The focused panel's border and title; the clock.
    Accent,
    /// A key in the footer.
    Key,
    /// A hit of the search.
    Match,
    /// Something doubtful.
    Warning,
}

/// The colours of a theme that paints its own background.
struct Paint {
    back: Color,
    text: Color,
    dim: Color,
    line: Color,
    accent: Color,
    selected: Color,
    matched: Color,
    warning: Color,
    tones: [Color; 7],
}

const fn rgb(hex: u32) -> Color {
    Color::Rgb((hex >> 16) as u8, (hex >> 8) as u8, hex as u8)
}

/// Tones stand in the order of [`Tone`]: good, planned, unknown, rising, slow, partial, down.
const DARK: Paint = Paint {
    back: rgb(0x0014_1a21),
    text: rgb(0x00dd_e3ea),
    dim: rgb(0x0094_a1af),
    line: rgb(0x003f_4a57),
    accent: rgb(0x007c_c4ff),
    selected: rgb(0x0026_3442),
    matched: rgb(0x005a_4a14),
    warning: rgb(0x00f0_c04a),
    tones: [
        rgb(0x0045_c99a),
        rgb(0x00d3_9cc4),
        rgb(0x0093_9fac),
        rgb(0x0064_b8f2),
        rgb(0x00ef_dc5a),
        rgb(0x00f7_a35c),
        rgb(0x00ff_7a5c),
    ],
};

const LIGHT: Paint = Paint {
    back: rgb(0x00fd_fdfb),
    text: rgb(0x001f_2730),
    dim: rgb(0x0056_626f),
    line: rgb(0x00c3_cad1),
    accent: rgb(0x000b_5cad),
    selected: rgb(0x00e3_edf7),
    matched: rgb(0x00ff_e9a3),
    warning: rgb(0x008a_5a00),
    tones: [
        rgb(0x0005_6b4d),
        rgb(0x008e_4480),
        rgb(0x005b_6773),
        rgb(0x0012_68ac),
        rgb(0x0077_6000),
        rgb(0x00a5_5200),
        rgb(0x00bf_301a),
    ],
};

/// A theme, ready to answer with styles.
#[derive(Debug, Clone, Copy)]
pub struct Palette {
    theme: Theme,
}

impl Palette {
    pub fn new(theme: Theme) -> Self {
        Self { theme }
    }

    fn paint(self) -> Option<&'static Paint> {
        match self.theme {
            Theme::Dark => Some(&DARK),
            Theme::Light => Some(&LIGHT),
            Theme::Ansi | Theme::Mono => None,
        }
    }

    /// The background of everything.
    pub fn ground(self) -> Style {
        match self.paint() {
            Some(paint) => Style::new().fg(paint.text).bg(paint.back),
            None => Style::new(),
        }
    }

    pub fn role(self, role: Role) -> Style {
        let style = match (self.paint(), self.theme) {
            (Some(paint), _) => Style::new().fg(match role {
                Role::Text | Role::Title | Role::Match => paint.text,
                Role::Dim => paint.dim,
                Role::Line => paint.line,
                Role::Accent | Role::Key => paint.accent,
                Role::Warning => paint.warning,
            }),
            (None, Theme::Ansi) => match role {
                // Which ground these stand on is not known; bold ink of the terminal's own is sure.
                Role::Text | Role::Title | Role::Match | Role::Accent | Role::Key => Style::new(),
                Role::Dim | Role::Line => Style::new().fg(Color::DarkGray),
                Role::Warning => Style::new().fg(Color::Magenta),
            },
            (None, _) => Style::new(),
        };
        self.emphasis(style, role)
    }

    fn emphasis(self, style: Style, role: Role) -> Style {
        match (role, self.paint()) {
            (Role::Title | Role::Accent | Role::Key | Role::Warning, _) => {
                style.add_modifier(Modifier::BOLD)
            }
            (Role::Match, Some(paint)) => {
                style.bg(paint.matched).add_modifier(Modifier::UNDERLINED)
            }
            (Role::Match, None) => style.add_modifier(Modifier::UNDERLINED | Modifier::BOLD),
            _ => style,
        }
    }

    /// The colour of a status.
    pub fn status(self, status: Status) -> Style {
        self.tone(status.tone())
    }

    pub fn tone(self, tone: Tone) -> Style {
        let style = Style::new();
        match (self.paint(), self.theme) {
            (Some(paint), _) => style.fg(paint.tones[tone as usize]),
            (None, Theme::Ansi) => match tone {
                Tone::Good => style.fg(Color::Green),
                Tone::Planned => style.fg(Color::Magenta),
                Tone::Unknown => style.fg(Color::DarkGray),
                // The darker blue drowns in black.
                Tone::Rising => style.fg(Color::LightBlue),
                Tone::Slow => style.fg(Color::Yellow),
                Tone::Partial => style.fg(Color::LightRed),
                Tone::Down => style.fg(Color::Red),
            },
            (None, _) => style,
        }
    }

    /// The line on the lanes where the clock stands, in a cell that a status fills.
    pub fn hair_over(self, status: Status) -> Style {
        match self.paint() {
            Some(paint) => Style::new().fg(paint.back).bg(paint.tones[status.tone() as usize]),
            None => self.status(status).add_modifier(Modifier::REVERSED),
        }
    }

    /// Text on the tone's colour where the terminal says what its colours are.
    fn filled(self, tone: Tone) -> Style {
        let ink = match tone {
            Tone::Good | Tone::Slow => Color::Black,
            _ => Color::White,
        };
        match self.tone(tone).fg {
            Some(fill) => Style::new().fg(ink).bg(fill),
            None => Style::new().add_modifier(Modifier::REVERSED),
        }
    }

    /// Laid behind a lane's bar where the clock stands, where the theme has such a ground.
    pub fn band(self) -> Option<Style> {
        self.paint().map(|paint| Style::new().bg(paint.selected))
    }

    /// Laid over the selected row.
    pub fn selected(self) -> Style {
        match self.paint() {
            Some(paint) => Style::new().bg(paint.selected).add_modifier(Modifier::BOLD),
            // In one ink, or each letter would have a ground of its own.
            None => Style::new().fg(Color::Reset).add_modifier(Modifier::REVERSED),
        }
    }

    /// A badge: text on the tone's colour.
    pub fn badge(self, tone: Tone) -> Style {
        match self.paint() {
            Some(paint) => Style::new()
                .fg(paint.back)
                .bg(paint.tones[tone as usize])
                .add_modifier(Modifier::BOLD),
            // Terminals make bold black grey.
            None if self.filled(tone).fg == Some(Color::Black) => self.filled(tone),
            None => self.filled(tone).add_modifier(Modifier::BOLD),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance and contrast after WCAG 2.
    fn luminance(color: Color) -> f64 {
        let Color::Rgb(r, g, b) = color else { panic!("not a painted colour") };
        let channel = |c: u8| {
            let c = f64::from(c) / 255.0;
            if c <= 0.040_45 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b)
    }

    fn contrast(a: Color, b: Color) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn all_text_can_be_read() {
        for paint in [&DARK, &LIGHT] {
            let inks = [paint.text, paint.dim, paint.accent, paint.warning];
            for ink in inks.iter().chain(&paint.tones) {
                for ground in [paint.back, paint.selected] {
                    let found = contrast(*ink, ground);
                    assert!(found >= 4.5, "{ink:?} on {ground:?}: {found:.2}");
                }
            }
            // Badges, the clock's line on the lanes, and hits of the search.
            let fills = paint.tones.iter().map(|tone| (paint.back, *tone));
            for (ink, fill) in fills.chain([(paint.text, paint.matched)]) {
                let found = contrast(ink, fill);
                assert!(found >= 4.5, "{ink:?} on {fill:?}: {found:.2}");
            }
        }
    }
}
