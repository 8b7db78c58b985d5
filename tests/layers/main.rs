//! The walls of the house: each layer uses only those before it, and each crate has its room.
#![expect(clippy::expect_used, reason = "a test that cannot go on has failed")]

mod paths;

use std::fs;
use std::path::Path as FilePath;

use paths::{Path, paths};

/// Each stands on those before it; those in one row may not see each other.
const LAYERS: [&[&str]; 10] = [
    &["text"],
    &["model"],
    &["load"],
    &["timeline"],
    &["app"],
    &["view", "export"],
    &["headless"],
    &["runtime"],
    &["cli"],
    &["lib", "main"],
];

/// What may be named only in some files, by the beginnings of their paths.
const ROOMS: [(&[&str], &[&str]); 33] = [
    (&["unicode_segmentation"], &["text"]),
    (&["unicode_width"], &["text"]),
    (&["unicode_normalization"], &["text"]),
    (&["unicode_linebreak"], &["text"]),
    (&["unicode_properties"], &["text"]),
    (&["chrono"], &["model/time"]),
    (&["chrono_tz"], &["model/time"]),
    (&["serde"], &["load", "export", "cli"]),
    (&["serde_json"], &["load", "export", "cli"]),
    (&["serde_saphyr"], &["load/yaml"]),
    (&["memchr"], &["load", "text/scent"]),
    (&["aho_corasick"], &["text/scent"]),
    (&["annotate_snippets"], &["load/render"]),
    (&["strsim"], &["load/nearest", "timeline/compare"]),
    (
        &["pulldown_cmark"],
        &["view/markdown", "export/markdown", "export/html/prose", "model/redact/prose"],
    ),
    (&["minijinja"], &["export/template"]),
    (&["ratatui"], &["view", "export", "headless", "runtime"]),
    (&["harfrust"], &["export/picture/shaper"]),
    (&["skrifa"], &["export/picture/fonts"]),
    (&["tiny_skia"], &["export/picture"]),
    (&["png"], &["export/picture"]),
    (&["gif"], &["export/picture/moving"]),
    (&["base64"], &["export/picture/svg"]),
    (&["crc32fast"], &["cli/input"]),
    (&["crossterm"], &["runtime"]),
    (&["signal_hook"], &["runtime"]),
    (&["rustix"], &["runtime"]),
    (&["clap"], &["cli"]),
    (&["color_eyre"], &["cli"]),
    (&["iana_time_zone"], &["cli/environment"]),
    (&["std", "fs"], &["load", "runtime", "cli"]),
    (&["Instant"], &["runtime"]),
    (&["SystemTime"], &["runtime"]),
];

/// No file is longer, but for the table of messages.
const MOST_LINES: usize = 400;
const TABLE: &str = "text/words/table";

/// A file of `src`: its path there without the ending, and what it says.
struct Source {
    name: String,
    text: String,
}

impl Source {
    fn layer(&self) -> &str {
        self.name.split('/').next().unwrap_or_default()
    }

    /// How many modules lie between the file and the root of its layer.
    fn depth(&self) -> usize {
        self.name.matches('/').count()
    }

    /// Everything in the file that goes through a wall.
    fn faults(&self) -> Vec<String> {
        let is_fault = |path: &&Path| {
            self.climbs_out(path) || self.imports_upwards(path) || self.is_strange_here(path)
        };
        let paths = paths(&self.text);
        let tell = |path: &Path| format!("{}:{} {}", self.name, path.line, path.parts.join("::"));
        paths.iter().filter(is_fault).map(tell).collect()
    }

    fn climbs_out(&self, path: &Path) -> bool {
        let up = path.parts.iter().take_while(|part| *part == "super").count();
        up > self.depth() + path.inside
    }

    fn imports_upwards(&self, path: &Path) -> bool {
        let ([root, target, ..], false) = (&path.parts[..], self.layer() == "lib") else {
            return false;
        };
        let from_root = root == "crate" || root == "outage_tui";
        from_root && target != self.layer() && rank(target) >= rank(self.layer())
    }

    fn is_strange_here(&self, path: &Path) -> bool {
        let names = |words: &[&str]| path.parts.windows(words.len()).any(|part| part == words);
        let lives = |home: &&str| {
            self.name
                .strip_prefix(home)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        ROOMS.iter().any(|(words, homes)| names(words) && !homes.iter().any(lives))
    }
}

/// A name that is no layer ranks above all of them, so that nobody may use it.
fn rank(layer: &str) -> usize {
    LAYERS.iter().position(|row| row.contains(&layer)).unwrap_or(LAYERS.len())
}

fn sources() -> Vec<Source> {
    let root = FilePath::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    collect(&root, "", &mut found);
    found
}

#[expect(clippy::disallowed_methods, reason = "a test may read its files")]
fn collect(folder: &FilePath, prefix: &str, found: &mut Vec<Source>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        let name = format!("{prefix}{stem}");
        match fs::read_to_string(&path) {
            Ok(text) => found.push(Source { name, text }),
            Err(_) => collect(&path, &format!("{name}/"), found),
        }
    }
}

#[test]
fn no_file_reaches_through_a_wall() {
    let sources = sources();
    for layer in LAYERS.concat() {
        assert!(sources.iter().any(|source| source.name == layer), "no file of {layer}");
    }
    let faults: Vec<String> = sources.iter().flat_map(Source::faults).collect();
    assert!(faults.is_empty(), "{faults:#?}");
    let strangers: Vec<&str> =
        sources.iter().map(Source::layer).filter(|layer| rank(layer) == LAYERS.len()).collect();
    assert!(strangers.is_empty(), "in no layer: {strangers:?}");
}

#[test]
fn no_file_is_long() {
    for source in sources().iter().filter(|source| source.name != TABLE) {
        let lines = source.text.lines().count();
        assert!(lines <= MOST_LINES, "{} has {lines} lines", source.name);
    }
}

#[test]
fn every_dependency_has_a_room() {
    let manifest = include_str!("../../Cargo.toml");
    let (_, rest) = manifest.split_once("\n[dependencies]\n").unwrap();
    let (dependencies, _) = rest.split_once("\n[").unwrap();
    for line in dependencies.lines().filter_map(|line| line.split_once(" = ")) {
        let name = line.0.replace('-', "_");
        assert!(ROOMS.iter().any(|(words, _)| *words == [&*name]), "{name} has no room");
    }
}

fn faults(name: &str, text: &str) -> usize {
    Source { name: name.to_owned(), text: text.to_owned() }.faults().len()
}

#[test]
fn holes_in_a_wall_are_found() {
    for (name, text) in [
        ("model/event", "use crate::view::render;"),
        ("text", "fn f() { crate::model::Time::default(); }"),
        ("text/cut", "use crate::{text::width, app::{Key}};"),
        ("view", "use crate::export::text;"),
        ("export/cells", "use crate::view;"),
        ("timeline", "use crate::elsewhere::Thing;"),
        ("app/key", "use super::super::view::hit;"),
        ("app/key", "mod a { use super::super::super::load::Code; }"),
        ("app", "use super::load::Code;"),
        ("view/hit", "use crossterm::event;"),
        ("load/read", "use serde_saphyr as yaml;"),
        ("load/yamlish", "use serde_saphyr as yaml;"),
        ("app/play", "use std::{time::Instant, fmt};"),
        ("timeline/open", "use std::{fmt, fs::{self, File}};"),
        ("timeline/open", "fn f() { std::fs::read(\"x\"); }"),
        ("model/time", "macro_rules! m { () => { ratatui::buffer::Buffer } }"),
    ] {
        assert!(faults(name, text) > 0, "{name}: {text}");
    }
}

#[test]
fn what_is_allowed_is_not_a_hole() {
    for (name, text) in [
        ("view/hit", "use crate::{app::App, text::{cut, width}, view::LEAST};"),
        ("app/binding/table", "use super::super::Key;"),
        ("app/key", "mod tests { use super::super::line::Line; }"),
        ("app", "mod tests { use super::*; }"),
        ("runtime/terminal", "use crossterm::{execute, queue};"),
        ("load/yaml/syntax", "use serde_saphyr::Error;"),
        ("main", "fn main() { outage_tui::cli::main() }"),
        ("lib", "pub mod view; pub use crate::view::render;"),
        ("text", "// use crate::view;\n/// [`crate::view::render`]\nfn f() {}"),
        ("text", "const A: &str = \"use crate::view; 'x\"; const B: char = '\"';"),
        ("text", "pub(crate) fn f<'a>(fs: &'a str) -> &'a str { fs }"),
    ] {
        assert_eq!(faults(name, text), 0, "{name}: {text}");
    }
}
