//! The cast, played in a terminal that is not ours.

use std::num::NonZero;

use outage_tui::app::Theme;
use outage_tui::export::to_cast;
use outage_tui::text::Lang;
use ratatui::buffer::Buffer;

use super::{STORY, frames, october};

/// Whether every cell whose width all terminals agree about stands where it was drawn, in its
/// colours' place: of the others only the place is known.
fn assert_drawn(screen: &vt100::Screen, buffer: &Buffer, what: &str) {
    for at in buffer.area.positions() {
        let drawn = buffer[at].symbol();
        let plain = drawn.is_ascii() || drawn.chars().all(|c| ('─'..='▟').contains(&c));
        let shown = screen.cell(at.y, at.x).map(vt100::Cell::contents).unwrap_or_default();
        let same = shown == drawn || (shown.is_empty() && drawn == " ");
        assert!(
            drawn.is_empty() || !plain || same,
            "{what}: {shown:?} instead of {drawn:?} at {at:?}\n{}",
            screen.contents()
        );
    }
}

#[test]
fn each_frame_stands_on_the_terminal() {
    for (yaml, lang, size) in [
        (STORY, Lang::En, (60, 16)),
        (&october(), Lang::En, (120, 40)),
        (&october(), Lang::Bn, (80, 24)),
    ] {
        let frames = frames(yaml, lang, Theme::Light, size);
        let told = to_cast(frames.iter().cloned(), "A film", |_| ());
        let mut lines = told.lines();
        let header: serde_json::Value = serde_json::from_str(lines.next().unwrap()).unwrap();
        assert_eq!(header["version"], 2);
        assert_eq!((&header["width"], &header["height"]), (&size.0.into(), &size.1.into()));
        assert_eq!(header["title"], "A film");
        assert_eq!(header.as_object().unwrap().len(), 4, "no clock, nothing of this machine");
        let [rows, columns] = [size.1, size.0].map(|cells| NonZero::new(cells).unwrap());
        let mut terminal = vt100::Parser::new(rows, columns, 0);
        let mut lines = lines.map(|line| serde_json::from_str(line).unwrap()).peekable();
        let mut begin = 0.0;
        for (number, frame) in frames.iter().enumerate() {
            let end = begin + f64::from(frame.millis) / 1_000.0;
            let now = |line: &(f64, String, String)| line.0 < end - 0.0005;
            while let Some((at, kind, data)) = lines.next_if(now) {
                assert!((at - begin).abs() < 0.0005, "{at} is no beginning of a frame");
                assert_eq!(kind, "o");
                terminal.process(data.as_bytes());
            }
            assert_drawn(terminal.screen(), &frame.cells, &format!("{lang:?} frame {number}"));
            begin = end;
        }
        let (at, ..) = lines.next().unwrap();
        assert!((at - begin).abs() < 0.0005, "the last screen stays as long as it is meant to");
        assert!(lines.next().is_none());
    }
}
