//! The report as one page of HTML: no script, no outside reference, readable in print and on a
//! phone.
//!
//! The page is a template, `assets/report.html`, in which everything is escaped unless it says
//! otherwise, and nothing there does. Its only links are to itself and to `http` and `https`.

mod lanes;
mod prose;

use serde::Serialize;

use super::report::{Facts, ReportOptions};
use super::template::{TemplateError, render};
use crate::timeline::Timeline;
use lanes::Lanes;

pub(super) use prose::prose;

const NAME: &str = "report.html";
const TEMPLATE: &str = include_str!("../../assets/report.html");

#[derive(Debug, Serialize)]
struct Page<'a> {
    #[serde(flatten)]
    facts: &'a Facts<'a>,
    lanes: Lanes<'a>,
}

/// The whole page.
pub(super) fn page(
    facts: &Facts,
    timeline: &Timeline,
    options: &ReportOptions,
) -> Result<String, TemplateError> {
    render(NAME, TEMPLATE, &Page { facts, lanes: lanes::lanes(timeline, options) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_leaves_nothing_unescaped() {
        for way_out in
            ["| safe", "|safe", "autoescape", "<script", "src=", "url(http", "@import", "style="]
        {
            assert!(!TEMPLATE.contains(way_out), "{way_out}");
        }
    }

    /// The colour of every variable, in the light and in the dark block.
    fn colors(block: &str) -> Vec<(&str, [f64; 3])> {
        block
            .split(';')
            .filter_map(|rule| rule.split_once("--")?.1.split_once(": #"))
            .filter_map(|(name, hex)| {
                let hex = u32::from_str_radix(hex.trim(), 16).ok()?;
                Some((name, [hex >> 16, hex >> 8 & 255, hex & 255].map(|c| f64::from(c) / 255.0)))
            })
            .collect()
    }

    /// Relative luminance after WCAG 2.
    fn luminance(color: [f64; 3]) -> f64 {
        let [r, g, b] =
            color.map(|c| if c <= 0.040_45 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) });
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }

    #[test]
    fn all_text_can_be_read() {
        let blocks: Vec<_> = TEMPLATE.split(":root {").skip(1).collect();
        assert!(blocks.len() >= 2);
        for block in blocks {
            let colors = colors(block.split('}').next().unwrap());
            if colors.len() == 1 {
                continue;
            }
            assert!(colors.len() >= 10, "{colors:?}");
            let paper = luminance(colors.iter().find(|(name, _)| *name == "paper").unwrap().1);
            for (name, color) in colors.iter().filter(|(name, _)| !["paper", "line"].contains(name))
            {
                let ink = luminance(*color);
                let contrast = (ink.max(paper) + 0.05) / (ink.min(paper) + 0.05);
                assert!(contrast >= 4.5, "{name}: {contrast:.2}");
            }
        }
    }
}
