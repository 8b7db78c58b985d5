//! The program where there is no terminal.

use std::process::{Command, Output, Stdio};

use super::session::OURS_TO_SAY;

fn run(args: &[&str]) -> Output {
    run_where(&[], args)
}

/// The same with something in the environment.
fn run_where(environment: &[(&str, &str)], args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_outage-tui"));
    for name in OURS_TO_SAY {
        command.env_remove(name);
    }
    command
        .args(args)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env("LC_ALL", "C.UTF-8")
        .envs(environment.iter().copied())
        .stdin(Stdio::null())
        .output()
        .expect("the program runs")
}

fn stdout(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn the_viewer_prints_what_show_prints() {
    let viewer = run(&["incidents/oct-outage.yaml"]);
    let show = run(&["show", "incidents/oct-outage.yaml"]);
    assert_eq!(viewer.status.code(), Some(0));
    assert_eq!(stdout(&viewer), stdout(&show));
    assert!(stdout(&show).contains("~100% estimate"));
    assert!(!stdout(&viewer).contains('\x1b'));
    assert_eq!(stdout(&run(&["oct-outage"])), stdout(&show), "the October outage is built in");
    assert_eq!(stdout(&run(&["show"])), stdout(&show), "and is the first of them");
    assert_eq!(stdout(&run(&[])), stdout(&run(&["list"])), "nothing named is the whole library");
}

#[test]
fn show_as_json_keeps_its_promises() {
    let output = run(&["show", "--json", "--at", "2021-10-04T22:10:00Z"]);
    let shown: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(shown["schema"], "outage-tui/show/1");
    assert_eq!(shown["at"], "2021-10-04T22:10:00Z");
    assert_eq!(shown["phase"], "acknowledged");
    assert_eq!(shown["recovery"]["basis"], "estimate");
    assert_eq!(shown["measures"]["detect_s"], 720);
    assert!(shown["measures"]["resolve_s"].is_null());
    assert_eq!(shown["events"], 78);
    let status = |id: &str| {
        let services = shown["services"].as_array().expect("services");
        let found = services.iter().find(|service| service["id"] == id).expect("the service");
        found["status"].as_str().expect("a word").to_owned()
    };
    assert_eq!(status("instagram"), "operational");
    assert_eq!(status("whatsapp"), "major_outage");
}

#[test]
fn a_wrong_file_is_code_1_and_plain_text() {
    let output = run(&["tests/faults/E031-service-misspelt.yaml"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stdout(&output).is_empty());
    assert!(stderr(&output).contains("error[E031]"));
    assert!(!stderr(&output).contains('\x1b'));
    let check =
        run(&["check", "tests/faults/E031-service-misspelt.yaml", "incidents/smallest.yaml"]);
    assert_eq!(check.status.code(), Some(1));
    assert!(stdout(&check).contains("smallest.yaml: 1 event, no errors or warnings"));
}

#[test]
fn a_wrong_command_line_is_code_2() {
    for args in [&["--no-such-option"][..], &["--at", "yesterday"], &["show", "--at", "soon"]] {
        let output = run(args);
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        assert!(!stderr(&output).is_empty());
        assert!(!stderr(&output).contains("backtrace"));
    }
}

#[test]
fn check_as_json() {
    let output = run(&["check", "--json", "tests/faults/E031-service-misspelt.yaml"]);
    assert_eq!(output.status.code(), Some(1));
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(report["schema"], "outage-tui/check/1");
    assert_eq!(report["errors"], 1);
    assert_eq!(report["diagnostics"][0]["code"], "E031");
}

#[test]
fn a_reader_that_goes_away_is_no_fault() {
    let line = "\"$OUTAGE_TUI\" show incidents/oct-outage.yaml | head -n 1";
    let output = Command::new("sh")
        .args(["-c", line])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env("OUTAGE_TUI", env!("CARGO_BIN_EXE_outage-tui"))
        .output()
        .expect("a shell");
    assert!(output.stderr.is_empty(), "{}", stderr(&output));
    assert_eq!(stdout(&output).lines().count(), 1);
}

#[test]
fn the_help_speaks_both_languages() {
    for (option, wanted) in [("en", "Usage: outage-tui"), ("bn", "ব্যবহার: outage-tui")]
    {
        for command in [None, Some("show"), Some("check"), Some("report"), Some("keys")] {
            let mut arguments = Vec::from_iter(command);
            arguments.extend(["--lang", option, "--help"]);
            let output = run(&arguments);
            assert_eq!(output.status.code(), Some(0), "{arguments:?}");
            assert!(stdout(&output).contains(wanted), "{}", stdout(&output));
        }
    }
    assert!(stdout(&run(&["help", "--lang", "en"])).contains("Exit codes"));
}

#[test]
fn colours_without_a_terminal_are_asked_for() {
    let check = |environment: &[(&str, &str)], options: &[&str]| {
        let mut arguments = vec!["check", "tests/faults/E020-unknown-key.yaml"];
        arguments.extend(options);
        stdout(&run_where(environment, &arguments)).contains('\x1b')
    };
    assert!(!check(&[], &[]));
    assert!(check(&[], &["--color", "always"]));
    assert!(check(&[("NO_COLOR", "1")], &["--color", "always"]));
    assert!(check(&[("CLICOLOR_FORCE", "1")], &[]));
    assert!(!check(&[("CLICOLOR_FORCE", "0")], &[]));
    assert!(!check(&[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")], &[]));
    assert!(!check(&[("CLICOLOR_FORCE", "1")], &["--color", "never"]));
}

#[test]
fn the_environment_never_breaks_a_command() {
    for layout in ["", "xx", "probhat"] {
        let output = run_where(&[("OUTAGE_TUI_KEYBOARD", layout)], &["keys"]);
        assert_eq!(output.status.code(), Some(0), "{layout:?}: {}", stderr(&output));
    }
}

#[test]
fn words_before_a_command_are_not_ignored() {
    for stray in [&["incidents/smallest.yaml"][..], &["--at", "T+1h"]] {
        let output = run(&[stray, &["show"]].concat());
        assert_eq!(output.status.code(), Some(2), "{stray:?}");
        assert!(stderr(&output).contains("after the command"), "{}", stderr(&output));
    }
}
