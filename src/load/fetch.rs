//! From a path to bytes, with every reason why not.
//!
//! A folder is read only if it is a bundle: its few known files, each below a key, indented.

use std::{
    fs::File,
    io::{Read, Seek, SeekFrom},
    os::unix::fs::FileExt,
    path::Path,
    thread,
};

use super::{
    code::Code,
    diagnostic::{Diagnostic, Phrase},
    import::FILES,
    nearest::nearest,
    report::Report,
    source::{LARGEST, Source},
};
use crate::text::Msg;

/// How many neighbours of a missing file are looked at.
const NEIGHBOURS: usize = 1_000;

/// Reads a regular file of at most 1 GiB, or a folder that is a bundle.
pub fn fetch(path: &Path) -> Result<Vec<u8>, Report> {
    fetch_among(path, Vec::new)
}

/// The same where some names stand for more than files: one of them may have been meant.
pub fn fetch_among(path: &Path, names: impl FnOnce() -> Vec<String>) -> Result<Vec<u8>, Report> {
    read(path).map_err(|fault| {
        let meant =
            || nearest(path.to_str()?, names().iter().map(String::as_str)).map(str::to_owned);
        let is_lost = fault.code() == Code::Missing && fault.suggestion().is_none();
        let fault = if is_lost { fault.suggest(meant()) } else { *fault };
        Report::of(Source::without_text(&path.to_string_lossy()), fault)
    })
}

/// The first bytes of a regular file that is larger than that, and its size; none otherwise, and
/// where anything is wrong with it: that is for [`fetch`] to say.
pub fn peek(path: &Path, most: usize) -> Option<(Vec<u8>, u64)> {
    let found = path.metadata().ok().filter(std::fs::Metadata::is_file)?;
    if found.len() <= most as u64 || found.len() > LARGEST as u64 {
        return None;
    }
    #[expect(clippy::disallowed_methods, reason = "this is where files are read")]
    let file = File::open(path).ok()?;
    let mut bytes = Vec::with_capacity(most);
    file.take(most as u64).read_to_end(&mut bytes).ok()?;
    Some((bytes, found.len()))
}

fn read(path: &Path) -> Result<Vec<u8>, Box<Diagnostic>> {
    let failed = |error: std::io::Error| unreadable(path, &error);
    // Looked at before it is opened: opening a pipe waits for somebody to write into it.
    let found = path.metadata().map_err(failed)?;
    if found.is_dir() {
        if let Some(bundle) = bundle(path) {
            return bundle;
        }
        return Err(Diagnostic::whole(Code::Folder, Msg::FaultFolder)
            .help(Msg::FaultFolderHelp)
            .into());
    }
    if !found.is_file() {
        return Err(Diagnostic::whole(Code::Unreadable, Msg::FaultNotRegular)
            .help(Msg::FaultNotRegularHelp)
            .into());
    }
    if found.len() > LARGEST as u64 {
        return Err(too_large());
    }
    #[expect(clippy::disallowed_methods, reason = "this is where files are read")]
    let file = File::open(path).map_err(failed)?;
    let mut bytes = by_two(&file, found.len() as usize).unwrap_or_default();
    let rest = LARGEST as u64 + 1 - bytes.len() as u64;
    if bytes.is_empty() {
        bytes.reserve_exact(found.len() as usize);
    } else {
        (&file).seek(SeekFrom::Start(bytes.len() as u64)).map_err(failed)?;
    }
    // It may have grown since, or, as files of /proc do, never have told its size.
    file.take(rest).read_to_end(&mut bytes).map_err(failed)?;
    if bytes.len() > LARGEST { Err(too_large()) } else { Ok(bytes) }
}

/// The bytes of a large file, its halves read at once; none where it is small or gives fewer.
fn by_two(file: &File, size: usize) -> Option<Vec<u8>> {
    const LARGE: usize = 16 << 20;
    (size > LARGE).then_some(())?;
    let mut bytes = vec![0; size];
    let (first, second) = bytes.split_at_mut(size / 2);
    thread::scope(|scope| {
        let later = || file.read_exact_at(second, (size / 2) as u64).is_ok();
        let later = thread::Builder::new().spawn_scoped(scope, later).ok()?;
        let is_read = file.read_exact_at(first, 0).is_ok();
        later.join().is_ok_and(|later| later && is_read).then_some(())
    })?;
    Some(bytes)
}

/// Whether a folder is a bundle: its files tell one incident together.
pub fn is_bundle(folder: &Path) -> bool {
    let [(first, _), ..] = FILES;
    folder.join(first).is_file()
}

/// The files of a bundle as one document; none where the folder is not one.
fn bundle(folder: &Path) -> Option<Result<Vec<u8>, Box<Diagnostic>>> {
    is_bundle(folder).then(|| {
        let mut joined = Vec::new();
        for (file, key) in FILES {
            let file = folder.join(file);
            if !file.is_file() {
                continue;
            }
            let is_text = file.extension().is_some_and(|ending| ending == "md");
            joined.extend(key.as_bytes());
            joined.extend(if is_text { &b": |2\n"[..] } else { b":\n" });
            for line in read(&file)?.split(|byte| *byte == b'\n') {
                let is_mark = !is_text && line.trim_ascii() == b"---";
                joined.extend(b"  ");
                joined.extend(if is_mark { b"" } else { line });
                joined.push(b'\n');
            }
        }
        Ok(joined)
    })
}

fn too_large() -> Box<Diagnostic> {
    Diagnostic::whole(Code::TooLarge, Msg::FaultTooLarge).into()
}

fn unreadable(path: &Path, error: &std::io::Error) -> Box<Diagnostic> {
    use std::io::ErrorKind as E;
    let fault = match error.kind() {
        E::NotFound | E::NotADirectory => {
            Diagnostic::whole(Code::Missing, Msg::FaultMissing).suggest(neighbour(path))
        }
        E::PermissionDenied => Diagnostic::whole(Code::Unreadable, Msg::FaultPermission),
        _ => {
            let phrase = Phrase::from(Msg::FaultUnreadable).quote(&error.to_string());
            Diagnostic::whole(Code::Unreadable, phrase)
        }
    };
    fault.into()
}

/// The file in the same folder whose name is nearest.
fn neighbour(path: &Path) -> Option<String> {
    let wanted = path.file_name()?.to_str()?;
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let entries = folder.unwrap_or(Path::new(".")).read_dir().ok()?;
    let names: Vec<String> = entries
        .take(NEIGHBOURS)
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .collect();
    let near = nearest(wanted, names.iter().map(String::as_str))?;
    Some(path.with_file_name(near).to_string_lossy().into_owned())
}
