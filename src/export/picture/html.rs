//! A drawing as a page: the SVG inline, and what it shows as text.

use super::fonts::Fonts;
use super::list::Drawing;
use super::svg::{Caption, escaped, to_svg};

/// What the page may load: nothing but what it brings along.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; \
                      base-uri 'none'; form-action 'none'";

/// The page. `summary` is what the text below the picture is called.
pub fn to_html(
    drawing: &Drawing,
    fonts: &Fonts,
    caption: Caption,
    summary: &str,
    embed: bool,
) -> String {
    let picture = to_svg(drawing, fonts, caption, embed);
    let title = escaped(caption.title);
    let lines: Vec<String> =
        caption.alt.lines().map(|line| format!("<p>{}</p>", escaped(line))).collect();
    let (lang, summary, text) = (escaped(caption.lang), escaped(summary), lines.join("\n"));
    format!(
        "<!DOCTYPE html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>{title}</title>\n\
         <style>{STYLE}</style>\n</head>\n<body>\n<figure>\n{picture}<figcaption>\n\
         <details>\n<summary>{summary}</summary>\n{text}\n</details>\n</figcaption>\n</figure>\n\
         </body>\n</html>\n"
    )
}

const STYLE: &str = "body{margin:2rem auto;max-width:72rem;padding:0 1rem;\
    font:1rem/1.5 system-ui,sans-serif;background:#eceff2;color:#1f2730}\
    figure{margin:0}figure>svg{display:block;width:100%;height:auto}\
    figcaption{margin:1rem 0}summary{cursor:pointer}p{margin:.3rem 0}";
