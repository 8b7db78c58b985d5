//! The layers, read from the sources: each imports only those before it, and what is dangerous or
//! replaceable is named in one place.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
#![expect(clippy::disallowed_methods, reason = "the sources are files")]

use std::fs;
use std::path::{Path, PathBuf};

/// Lower ones first; layers of one rank do not know each other.
const RANKS: [(&str, u8); 10] = [
    ("text", 0),
    ("model", 1),
    ("load", 2),
    ("timeline", 3),
    ("app", 4),
    ("view", 5),
    ("export", 5),
    ("headless", 6),
    ("runtime", 7),
    ("cli", 8),
];

/// What only some files may name, by the beginning of their path.
const ONLY: [(&str, &[&str]); 14] = [
    ("crossterm", &["runtime"]),
    ("signal_hook", &["runtime"]),
    ("Instant", &["runtime"]),
    ("SystemTime", &["runtime"]),
    ("serde_saphyr", &["load/yaml"]),
    ("annotate_snippets", &["load/render"]),
    ("chrono", &["model/time"]),
    ("chrono_tz", &["model/time"]),
    ("std::fs", &["load", "cli", "runtime"]),
    ("ratatui", &["view", "export/cells", "headless", "runtime"]),
    ("serde_json", &["load", "export", "cli"]),
    ("serde", &["load", "export"]),
    ("unicode_width", &["text"]),
    ("unicode_segmentation", &["text"]),
];

/// The files below `src`, by their path from there, without comments and unit tests.
fn sources() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut folders = vec![root.clone()];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path: PathBuf = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == "rs") {
                let name = path.strip_prefix(&root).unwrap().to_str().unwrap().to_owned();
                files.push((name, code(&fs::read_to_string(&path).unwrap())));
            }
        }
    }
    files.sort();
    assert!(files.len() > 40, "the sources were not found");
    files
}

/// Without comments, and without the unit tests at the end.
fn code(source: &str) -> String {
    let source = source.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
    let lines = source.lines().map(|line| line.split("//").next().unwrap_or_default());
    lines.collect::<Vec<_>>().join("\n")
}

/// The layer of a file; `main.rs` and `lib.rs` stand above all.
fn layer(name: &str) -> Option<(&'static str, u8)> {
    let first = name.split('/').next()?.trim_end_matches(".rs");
    RANKS.into_iter().find(|(layer, _)| *layer == first)
}

/// The layers that a text names with `crate::`, one or several in braces.
fn imports(text: &str) -> Vec<&str> {
    text.split("crate::")
        .skip(1)
        .flat_map(|rest| match rest.strip_prefix('{') {
            Some(group) => heads(group),
            None => vec![head(rest)],
        })
        .collect()
}

/// The first name of a path.
fn head(path: &str) -> &str {
    path.split(|c: char| !c.is_ascii_lowercase()).next().unwrap_or_default()
}

/// The first names of the paths in a group, up to its closing brace.
fn heads(group: &str) -> Vec<&str> {
    let mut depth = 1;
    let mut start = true;
    let mut found = Vec::new();
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 1 => start = true,
            _ => {}
        }
        if start && c.is_ascii_lowercase() {
            found.push(head(&group[at..]));
            start = false;
        }
        if depth == 0 {
            break;
        }
    }
    found
}

/// Whether a crate or a type is named as a word of its own.
fn names(text: &str, word: &str) -> bool {
    let is_word = |c: char| c.is_ascii_alphanumeric() || c == '_';
    text.match_indices(word).any(|(at, _)| {
        !text[..at].ends_with(is_word) && !text[at + word.len()..].starts_with(is_word)
    })
}

/// What a file does that it may not.
fn violations(name: &str, text: &str) -> Vec<String> {
    let mut found = Vec::new();
    if let Some((own, rank)) = layer(name) {
        for import in imports(text) {
            let known = RANKS.into_iter().find(|(layer, _)| *layer == import);
            match known {
                _ if import == own => {}
                Some((_, other)) if other < rank => {}
                _ => found.push(format!("{name} imports {import}")),
            }
        }
        let depth = name.matches('/').count();
        let chain = "super::".repeat(depth + 1);
        if text.contains(&chain) {
            found.push(format!("{name} climbs out of its layer"));
        }
    }
    for (word, allowed) in ONLY {
        let may = allowed.iter().any(|start| name.starts_with(start));
        if !may && layer(name).is_some() && names(text, word) {
            found.push(format!("{name} names {word}"));
        }
    }
    found
}

#[test]
fn each_layer_imports_only_those_before_it() {
    let found: Vec<String> =
        sources().iter().flat_map(|(name, text)| violations(name, text)).collect();
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn a_planted_import_is_found() {
    for (name, text) in [
        ("text/wrap.rs", "use crate::model::Time;"),
        ("view/theme.rs", "use crate::export::text;"),
        ("app/update.rs", "let now = std::time::Instant::now();"),
        ("load/read/time.rs", "use crate::{text::{Msg, view}, view::render};"),
        ("load/read/time.rs", "use chrono::Utc;"),
        ("model/event.rs", "use super::super::view::render;"),
        ("timeline/run.rs", "use ratatui::buffer::Buffer;"),
        ("export/show.rs", "std::fs::write(path, bytes)"),
    ] {
        assert!(!violations(name, &code(text)).is_empty(), "{name}: {text}");
    }
    let fine = "use crate::{model::{Event, Time}, text::Msg}; // not crossterm";
    assert!(violations("app/update.rs", &code(fine)).is_empty());
    assert_eq!(imports(fine), ["model", "text"]);
}

#[test]
fn no_file_is_too_long_to_read() {
    for (name, _) in sources() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(&name);
        let lines = fs::read_to_string(path).unwrap().lines().count();
        assert!(lines <= 400 || name == "text/words/table.rs", "{name} has {lines} lines");
    }
}
