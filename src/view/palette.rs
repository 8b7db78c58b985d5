//! The nearest of the 256 colours that terminals have had since xterm.

use ratatui::style::Color;

/// How bright the six steps of the cube are.
const STEPS: [u8; 6] = [0, 95, 135, 175, 215, 255];

/// A painted colour as one of 256, of the cube or of the ramp of greys; others stay as they are. The
/// first sixteen are the user's own and never chosen.
#[must_use]
pub fn of_256(color: Color) -> Color {
    match color {
        Color::Rgb(r, g, b) => {
            let wanted = [r, g, b];
            let nearest = (16..=255_u8).min_by_key(|index| distance(wanted, rgb_of(*index)));
            nearest.map_or(color, Color::Indexed)
        }
        other => other,
    }
}

/// What one of the 256 looks like, from the seventeenth on.
pub fn rgb_of(index: u8) -> [u8; 3] {
    match index {
        232.. => [8 + 10 * (index - 232); 3],
        _ => {
            let place = usize::from(index.saturating_sub(16));
            [STEPS[place / 36 % 6], STEPS[place / 6 % 6], STEPS[place % 6]]
        }
    }
}

fn distance(one: [u8; 3], other: [u8; 3]) -> u32 {
    one.into_iter().zip(other).map(|(a, b)| u32::from(a.abs_diff(b)).pow(2)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_is_found() {
        assert_eq!(of_256(Color::Rgb(255, 255, 255)), Color::Indexed(231));
        assert_eq!(of_256(Color::Rgb(0x1b, 0x1c, 0x1d)), Color::Indexed(234));
        assert_eq!(of_256(Color::Rgb(250, 5, 0)), Color::Indexed(196));
        assert_eq!(of_256(Color::Red), Color::Red);
        assert_eq!((rgb_of(196), rgb_of(234)), ([255, 0, 0], [28; 3]));
    }
}
