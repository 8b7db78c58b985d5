//! The list in a terminal: it opens, an incident opens from it, and the way back.

use super::session::Session;
use super::{assert_restored, foreign};

#[test]
fn list_incident_and_back() {
    let mut session = Session::start(80, 24, &[]);
    session.until_text("newest first");
    session.send("/whatsapp\r");
    session.until_text("▸ 2021-10-04");
    session.send("\r");
    session.until_text("STARTED");
    session.until_text("3 Timeline");
    // What is set while looking stays so; the size may change meanwhile.
    session.send("L");
    session.resize(120, 40);
    session.until_text("লেন");
    // Esc undoes what is open before it leaves.
    session.send("?");
    session.until_text("Ctrl-→");
    session.send("\x1b");
    session.until("the viewer", |screen| !screen.contents().contains("Ctrl-→"));
    session.send("\x1b");
    session.until_text("TTR");
    session.send("\r");
    session.until_text("লেন");
    session.send("\x7f");
    session.until_text("TTR");
    session.send("q");
    assert_eq!(session.end(), 0);
    assert_restored(&session);
    assert_eq!(foreign(&session.bytes), None);
}

#[test]
fn a_file_of_many_from_a_pipe() {
    let line = "cat tests/import/data/statuspage.json | \"$OUTAGE_TUI\" -";
    let mut session = Session::shell(80, 24, line);
    session.until_text("2 incidents");
    session.until_text("Payments fail");
    session.send("G\r");
    session.until_text("3 Timeline");
    session.send("q");
    assert_eq!(session.end(), 0);
    assert_restored(&session);
}

#[test]
fn a_folder_of_five_hundred_answers_at_once() {
    let folder = std::env::temp_dir().join(format!("outage-tui-many-{}", std::process::id()));
    let made = std::fs::create_dir_all(&folder).and_then(|()| {
        (0..500).try_for_each(|number| {
            std::fs::copy("incidents/oct-outage.yaml", folder.join(format!("{number:03}.yaml")))
                .map(drop)
        })
    });
    made.expect("a folder of incidents");
    let mut session = Session::start(80, 24, &[&folder.display().to_string()]);
    session.until_text("newest first");
    session.send("j");
    session.until("the second row", |screen| screen.contents().contains("▸"));
    session.until_text("500 incidents");
    session.send("q");
    assert_eq!(session.end(), 0);
    std::fs::remove_dir_all(&folder).expect("the folder goes");
}
