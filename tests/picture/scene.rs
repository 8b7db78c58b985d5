//! A screen of no incident, on which everything stands that the painter knows.

use outage_tui::text::{cluster_width, clusters};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};

/// Writes a text as the screen would; returns the column behind it.
pub fn put(buffer: &mut Buffer, x: u16, y: u16, text: &str, style: Style) -> u16 {
    let mut at = x;
    for cluster in clusters(text) {
        let cells = cluster_width(cluster) as u16;
        buffer[(at, y)].set_symbol(cluster).set_style(style);
        for behind in 1..cells {
            buffer[(at + behind, y)].set_symbol("").set_style(style);
        }
        at += cells;
    }
    at
}

const ROWS: [&str; 12] = [
    "╭─ বিভ্রাট ──────────────────────╮",
    "│ ক্ষ ভ্র স্ব গ্র ত্রূ ষ্ট্রি   র‍্যাম",
    "│ হোয়াটসঅ্যাপ ও BGP, ৬½ ঘণ্টা। শুরু",
    "│ a <= b && c != d => ½ é …",
    "├────┬───┐ ┏━━┳━┓ ╔══╦═╗ ╓─╥─╖",
    "│ ▁▂▃▄▅▆▇█ ┃  ┣━┫ ║  ╠═╣ ╟─╫─╢",
    "│ ▏▎▍▌▋▊▉█ ┗━━┻━┛ ╚══╩═╝ ╙─╨─╜",
    "│ ░░▒▒▓▓██ ▖▗▘▙▚▛▜▝▞▟ ╱╲╳ ┄┆ ╴╵╶╷",
    "│ ⠁⠃⠇⡇⣇⣧⣷⣿ ╭─╮╒═╕┍━┑ ▀▔▕▐",
    "│ ● ◐ ▲ ■ ▼ ◆ ▶ ✓ ✗ → ⚠",
    "│ 停电 🔥 ম",
    "╰────────────────────────────────╯",
];

/// The scene, in the colours of a page.
pub fn scene(ink: Color, ground: Color) -> Buffer {
    let mut buffer = Buffer::empty(Rect::new(0, 0, 46, 14));
    let base = Style::new().fg(ink).bg(ground);
    buffer.set_style(buffer.area, base);
    for (y, row) in ROWS.into_iter().enumerate() {
        put(&mut buffer, 1, y as u16 + 1, row, base);
    }
    let red = Style::new().fg(ground).bg(Color::Rgb(0xBF, 0x30, 0x1A));
    let x = put(&mut buffer, 1, 0, " SEV1 ", red.add_modifier(Modifier::BOLD));
    let x = put(&mut buffer, x + 1, 0, " স্বীকৃত ", red.bg(Color::Rgb(0x77, 0x60, 0)));
    put(&mut buffer, x + 2, 0, "ফেসবুক অচল, bold", base.add_modifier(Modifier::BOLD));
    let styles = [
        ("italic", base.add_modifier(Modifier::ITALIC)),
        ("under", base.add_modifier(Modifier::UNDERLINED)),
        ("turned", base.add_modifier(Modifier::REVERSED)),
        ("dim", base.add_modifier(Modifier::DIM)),
        ("নীল", base.fg(Color::Indexed(33))),
    ];
    let mut x = 1;
    for (word, style) in styles {
        x = put(&mut buffer, x, 13, word, style) + 2;
    }
    buffer
}
