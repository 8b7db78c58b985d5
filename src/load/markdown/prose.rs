//! The prose of a report: Markdown, as it stands there, without the escapes that Markdown can do without.

/// Marks that only some renderers know: a report escapes them for those.
const MARKS: &str = "$^{}|";
/// Signs as entities, so that no renderer makes a link or a face of them.
const ENTITIES: [(&str, char); 4] =
    [("&#58;", ':'), ("&#47;", '/'), ("&#64;", '@'), ("&#46;", '.')];

/// The prose of these lines; what stands in code stays as it is.
pub(super) fn prose(raw: &str) -> String {
    let raw = raw.replace("\r\n", "\n");
    let mut rest = raw.trim();
    let mut out = String::with_capacity(rest.len());
    while let Some(c) = rest.chars().next() {
        let ticks = rest.len() - rest.trim_start_matches('`').len();
        let entity = ENTITIES.into_iter().find(|(written, _)| rest.starts_with(written));
        let taken = match (c, entity) {
            ('`', _) => {
                let taken = code(rest, ticks);
                out.push_str(&rest[..taken]);
                taken
            }
            (_, Some((written, c))) => {
                out.push(c);
                written.len()
            }
            ('\\', None) => {
                let next = rest[1..].chars().next();
                // At the beginning of a line they might begin something, and `![` is a picture.
                let begins = out
                    .rsplit('\n')
                    .next()
                    .is_none_or(|line| line.trim_matches(['-', '~', '\\']).trim().is_empty());
                let is_needless = next.is_some_and(|next| match next {
                    '!' => !rest[2..].starts_with('['),
                    '~' => !begins,
                    '-' => !begins && out.ends_with('-'),
                    other => MARKS.contains(other),
                });
                out.extend((!is_needless).then_some('\\'));
                out.extend(next);
                1 + next.map_or(0, char::len_utf8)
            }
            _ => {
                out.push(c);
                c.len_utf8()
            }
        };
        rest = &rest[taken..];
    }
    out
}

/// How long the code is that begins with so many backticks: to as many of them again.
fn code(rest: &str, ticks: usize) -> usize {
    let mut at = ticks;
    while let Some(next) = rest[at..].find('`') {
        let found = rest[at + next..].len() - rest[at + next..].trim_start_matches('`').len();
        at += next + found;
        if found == ticks {
            return at;
        }
    }
    ticks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_only_others_need_goes() {
        for (raw, wanted) in [
            ("\\$6 \\*a\\* \\| b\\! \\[x\\]", "$6 \\*a\\* | b! \\[x\\]"),
            ("https&#58;//e.example &#64;me &amp;", "https://e.example @me &amp;"),
            ("use -\\-force \\- x", "use --force \\- x"),
            ("`\\$` \\$ ``a`\\$`` \\`\\$", "`\\$` $ ``a`\\$`` \\`$"),
            ("```\n\\$ &#58;\n```\r\n\\$", "```\n\\$ &#58;\n```\n$"),
            ("\\~~~ x", "\\~~~ x"),
            ("\\-\\-\\-", "\\-\\-\\-"),
            ("a\\![b](<https://e.example>)", "a\\![b](<https://e.example>)"),
            ("a\\", "a\\"),
            ("` \\$", "` $"),
        ] {
            assert_eq!(prose(raw), wanted);
        }
    }
}
