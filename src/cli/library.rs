//! The incidents that come with the program, and the files of a folder.

use std::path::{Path, PathBuf};

use crate::load::is_bundle;

macro_rules! built_in {
    ($($name:literal),* $(,)?) => {
        &[$(($name, include_bytes!(concat!("../../incidents/", $name, ".yaml")))),*]
    };
}

/// Names and bytes; the first is shown where no file is named and one is needed. A test looks
/// whether every incident of the folder is here.
pub(super) const BUILT_IN: &[(&str, &[u8])] = built_in![
    "oct-outage",
    "atlassian-2022-04",
    "aws-2017-02",
    "aws-2021-12",
    "aws-2025-10",
    "cloudflare-2019-07",
    "cloudflare-2020-07",
    "cloudflare-2022-06",
    "cloudflare-2025-11",
    "cloudflare-2025-12",
    "crowdstrike-2024-07",
    "fastly-2021-06",
    "github-2018-10",
    "gitlab-2017-01",
    "google-cloud-2019-06",
    "google-cloud-2025-06",
    "roblox-2021-10",
    "slack-2021-01",
];

/// The built-in incident of a name, with or without its ending.
pub(super) fn named(path: &Path) -> Option<usize> {
    let name = path.to_str()?;
    let name = name.strip_suffix(".yaml").unwrap_or(name);
    BUILT_IN.iter().position(|(known, _)| *known == name)
}

/// What incidents are written in, by the endings of names.
pub(super) const ENDINGS: [&str; 11] =
    ["yaml", "yml", "json", "jsonl", "ndjson", "md", "csv", "tsv", "atom", "rss", "xml"];

/// Whether it is a folder of files, each with incidents of its own.
pub(super) fn is_folder(path: &Path) -> bool {
    path.is_dir() && !is_bundle(path)
}

/// The files of a folder that may hold incidents, by their names; hidden ones, readmes and those of
/// other endings are passed over. None where the folder cannot be read.
pub(super) fn files(folder: &Path) -> Option<Vec<PathBuf>> {
    let may_hold = |path: &PathBuf| {
        let ending = path.extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase());
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        let is_known = ending.is_some_and(|ending| ENDINGS.contains(&&*ending));
        is_known && !stem.starts_with('.') && !stem.eq_ignore_ascii_case("readme")
    };
    let entries = std::fs::read_dir(folder).ok()?.flatten().map(|entry| entry.path());
    let mut files: Vec<PathBuf> = entries.filter(may_hold).filter(|path| !path.is_dir()).collect();
    files.sort();
    Some(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_incident_of_the_folder_is_built_in() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("incidents");
        for file in files(&folder).unwrap() {
            let name = Path::new(file.file_name().unwrap());
            let is_for_learning = name == "smallest.yaml";
            assert_eq!(named(name).is_some(), !is_for_learning, "{name:?}: src/cli/library.rs");
        }
    }
}
