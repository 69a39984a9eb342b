//! SIGTERM and SIGHUP do what Ctrl-C does: who ends a service or closes a terminal has paid as well.

use std::fs;
use std::process::Stdio;
use std::time::Duration;

use crate::interrupt::{answering, ignoring, of_two, send, silent};
use crate::support::zhixing;

const WAIT: Duration = Duration::from_secs(20);

/// The other answer needs a moment, and nothing outside tells that it was read.
const A_MOMENT: Duration = Duration::from_secs(1);

#[test]
fn every_signal_that_asks_to_stop_leaves_what_was_answered() {
    for (signal, to_a_file) in [("TERM", false), ("HUP", true), ("TERM", true)] {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("report.json");
        let (silent, arrived) = silent();
        let mut command = of_two(silent, answering());
        if to_a_file {
            command.arg("--output").arg(&file);
        }
        let mut command = ignoring("", &command);
        let process = command.stdout(Stdio::piped()).stderr(Stdio::piped());
        let process = process.spawn().unwrap();
        let _kept = arrived.recv_timeout(WAIT).expect("the request");
        std::thread::sleep(A_MOMENT);
        send(signal, &process);
        let said = process.wait_with_output().unwrap();
        assert_eq!(said.status.code(), Some(130), "{signal}: {said:?}");
        let report = match to_a_file {
            true => fs::read(&file).unwrap(),
            false => said.stdout,
        };
        let report: serde_json::Value = serde_json::from_slice(&report).unwrap();
        let words = report["sources"].as_array().unwrap().iter();
        let words: Vec<_> = words.map(|it| it["error"]["kind"].as_str()).collect();
        // The one that was waited for; the other answered.
        assert!(words.contains(&Some("interrupted")), "{report}");
        assert!(!report["records"].as_array().unwrap().is_empty());
        let talk = String::from_utf8(said.stderr).unwrap();
        assert!(talk.contains("perhaps counted: qcc"), "{signal}: {talk}");
        // No part of a file stays beside it.
        let files = fs::read_dir(folder.path()).unwrap().count();
        assert_eq!(files, usize::from(to_a_file));
    }
}

/// The same of a command that has nothing to show yet.
#[test]
fn every_signal_that_asks_to_stop_names_who_is_in_doubt() {
    for signal in ["TERM", "HUP"] {
        let (host, arrived) = silent();
        let mut plain = zhixing(&["call", "qcc", "limit_exit_check", "searchKey=公司"]);
        plain.env("QCC_KEY", "K").env("QCC_SECRET_KEY", "S");
        plain.env("QCC_BASE_URL", host);
        let mut command = ignoring("", &plain);
        let process = command.stdout(Stdio::piped()).stderr(Stdio::piped());
        let process = process.spawn().unwrap();
        let _kept = arrived.recv_timeout(WAIT).expect("the request");
        send(signal, &process);
        let said = process.wait_with_output().unwrap();
        assert_eq!(said.status.code(), Some(130), "{signal}: {said:?}");
        let talk = String::from_utf8(said.stderr).unwrap();
        assert!(talk.contains("perhaps counted: qcc"), "{signal}: {talk}");
    }
}

/// A terminal that is closed tells twice, by itself and by its shell: that is no second wish, which would throw the report away.
#[test]
fn signals_at_once_are_one_wish() {
    let (silent, arrived) = silent();
    let mut command = ignoring("", &of_two(silent, answering()));
    let process = command.stdout(Stdio::piped()).stderr(Stdio::piped());
    let process = process.spawn().unwrap();
    let _kept = arrived.recv_timeout(WAIT).expect("the request");
    std::thread::sleep(A_MOMENT);
    send("TERM", &process);
    send("HUP", &process);
    let said = process.wait_with_output().unwrap();
    assert_eq!(said.status.code(), Some(130), "{said:?}");
    assert!(!said.stdout.is_empty(), "{said:?}");
}

/// `nohup`: whoever ignores the signal wants the answer all the same.
#[test]
fn a_hangup_that_is_ignored_stays_ignored() {
    let (silent, arrived) = silent();
    let mut command = ignoring("HUP", &of_two(silent, answering()));
    let process = command.stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut process = process.spawn().unwrap();
    let stream = arrived.recv_timeout(WAIT).expect("the request");
    send("HUP", &process);
    std::thread::sleep(A_MOMENT);
    assert!(process.try_wait().unwrap().is_none(), "it goes on");
    drop(stream);
    let said = process.wait_with_output().unwrap();
    assert_eq!(said.status.code(), Some(6), "{said:?}");
}
