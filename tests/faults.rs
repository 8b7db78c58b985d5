//! Every kind of fault: one file each, the code in its name, the exact text in a snapshot.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::{fs, path::PathBuf};

use outage_tui::{
    load::{self, Report},
    text::{Lang, Words},
};

fn files() -> Vec<PathBuf> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/faults");
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

#[expect(clippy::disallowed_methods, reason = "a test may read its files")]
fn report(file: &PathBuf) -> Report {
    let name = file.file_name().unwrap().to_string_lossy();
    match load::read(&name, &fs::read(file).unwrap()) {
        Ok(loaded) => loaded.report,
        Err(report) => report,
    }
}

#[test]
fn each_file_has_the_one_fault_it_is_named_after() {
    for file in files() {
        let report = report(&file);
        let name = file.file_name().unwrap().to_string_lossy();
        let codes: Vec<_> = report.iter().map(|fault| fault.code().as_str()).collect();
        assert_eq!(codes, [&name[..4]], "{name}");
        assert_eq!(report.has_errors(), name.starts_with('E'));
    }
}

#[test]
fn faults_as_people_see_them() {
    let words = Words::new(Lang::En);
    let all: Vec<String> = files().iter().map(|file| report(file).render(words, false)).collect();
    insta::assert_snapshot!(all.join("\n"));
}
