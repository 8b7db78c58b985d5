//! The small change of XML: texts, numbers and path data.

use std::fmt::{self, Display, Formatter, Write};

use tiny_skia::{Path, PathSegment, Point};

use super::super::list::Area;

/// A text in XML: marks are escaped, what XML cannot hold is left out.
pub(super) struct Escaped<'a>(pub(super) &'a str);

impl Display for Escaped<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        for c in self.0.chars() {
            match c {
                '&' => f.write_str("&amp;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '"' => f.write_str("&quot;")?,
                '\'' => f.write_str("&#39;")?,
                '\n' | '\t' => f.write_char(c)?,
                '\0'..='\x1F' | '\x7F'..='\u{9F}' | '\u{FFFE}' | '\u{FFFF}' => {}
                _ => f.write_char(c)?,
            }
        }
        Ok(())
    }
}

/// A length with at most two decimals, and none that say nothing.
#[derive(Debug, Clone, Copy)]
pub(super) struct Number(pub(super) f32);

impl Display for Number {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let hundredths = (f64::from(self.0) * 100.0).round() as i64;
        let (sign, size) = (if hundredths < 0 { "-" } else { "" }, hundredths.unsigned_abs());
        match (size / 100, size % 100) {
            (whole, 0) => write!(f, "{sign}{whole}"),
            (whole, part) if part % 10 == 0 => write!(f, "{sign}{whole}.{}", part / 10),
            (whole, part) => write!(f, "{sign}{whole}.{part:02}"),
        }
    }
}

pub(super) fn rect_data(area: Area) -> String {
    let Area { x, y, width, height } = area;
    let (x, y, width, back) = (Number(x), Number(y), Number(width), Number(-width));
    format!("M{x} {y}h{width}v{}h{back}z", Number(height))
}

pub(super) fn path_data(path: &Path) -> String {
    let mut out = String::new();
    let mut at = Point::zero();
    for segment in path.segments() {
        // Writing to a string cannot fail.
        let _ = match segment {
            PathSegment::LineTo(p) if is_same(p.y, at.y) => write!(out, "H{}", Number(p.x)),
            PathSegment::LineTo(p) if is_same(p.x, at.x) => write!(out, "V{}", Number(p.y)),
            PathSegment::MoveTo(p) => write!(out, "M{}", Pair(p)),
            PathSegment::LineTo(p) => write!(out, "L{}", Pair(p)),
            PathSegment::QuadTo(p, q) => write!(out, "Q{} {}", Pair(p), Pair(q)),
            PathSegment::CubicTo(p, q, r) => {
                write!(out, "C{} {} {}", Pair(p), Pair(q), Pair(r))
            }
            PathSegment::Close => write!(out, "z"),
        };
        at = match segment {
            PathSegment::MoveTo(p)
            | PathSegment::LineTo(p)
            | PathSegment::QuadTo(_, p)
            | PathSegment::CubicTo(_, _, p) => p,
            PathSegment::Close => at,
        };
    }
    out
}

/// Whether two lengths are written down alike.
fn is_same(one: f32, other: f32) -> bool {
    (one - other).abs() < 0.001
}

/// A point.
struct Pair(Point);

impl Display for Pair {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", Number(self.0.x), Number(self.0.y))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short_and_the_same_everywhere() {
        for (number, written) in [
            (0.0, "0"),
            (-0.001, "0"),
            (12.5, "12.5"),
            (-3.25, "-3.25"),
            (7.004, "7"),
            (0.07, "0.07"),
        ] {
            assert_eq!(Number(number).to_string(), written);
        }
    }

    #[test]
    fn no_text_becomes_a_mark() {
        let hostile = "</text><script a=\"b\" c='d'>&\0\x1b\u{FFFF}";
        let told = "&lt;/text&gt;&lt;script a=&quot;b&quot; c=&#39;d&#39;&gt;&amp;";
        assert_eq!(Escaped(hostile).to_string(), told);
    }
}
