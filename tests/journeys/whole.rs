//! `--output`: a report is in its file whole or not at all, whatever happens to the command.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::process::Stdio;

use crate::support::{COMPANY, Late, zhixing};

fn check(file: &std::path::Path) -> std::process::Command {
    let mut command = zhixing(&[
        "check",
        COMPANY,
        "--sandbox",
        "--format",
        "json",
        "--output",
    ]);
    command.arg(file);
    command
}

#[test]
fn the_report_is_in_the_file_for_its_owner_alone() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("report.json");
    let said = check(&file).output().unwrap();
    assert!(said.stdout.is_empty(), "{said:?}");
    let report: serde_json::Value = serde_json::from_slice(&fs::read(&file).unwrap()).unwrap();
    assert_eq!(report["sandbox"], true);
    let mode = fs::metadata(&file).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    // Nothing else is left in the folder.
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

/// Nothing is bought for a file that cannot be written.
#[test]
fn a_place_that_is_none_is_told_before_anything_is_asked() {
    let folder = tempfile::tempdir().unwrap();
    let place = |name: &str| folder.path().join(name);
    for place in [
        place("missing/report.json"),
        folder.path().to_owned(),
        "/dev/null".into(),
        // A folder that is not there, and names that no file can have.
        place("reports/"),
        place("missing/.."),
        place(&"长".repeat(100)),
    ] {
        let mut command = zhixing(&["check", COMPANY, "--vendor", "qcc", "--output"]);
        let command = command.arg(place).env("QCC_KEY", "K");
        // A host that would be a failure of its own, were it asked.
        let said = command
            .env("QCC_SECRET_KEY", "S")
            .env("QCC_BASE_URL", "http://127.0.0.1:1")
            .output()
            .unwrap();
        assert_eq!(said.status.code(), Some(1), "{said:?}");
        let talk = String::from_utf8(said.stderr).unwrap();
        assert!(!talk.contains("qcc"), "{talk}");
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

/// As elsewhere `-` is no file of that name.
#[test]
fn a_dash_is_standard_output() {
    let folder = tempfile::tempdir().unwrap();
    let said = check("-".as_ref()).current_dir(folder.path()).output();
    let said = said.unwrap();
    let report: serde_json::Value = serde_json::from_slice(&said.stdout).unwrap();
    assert_eq!(report["sandbox"], true);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

/// Killed, not asked to stop, later each time, until it ends before it is killed: the file holds the old report or the new one.
#[test]
fn a_kill_at_any_moment_leaves_a_whole_file() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("report.json");
    // The shortest of some runs: others are only slowed by what else the machine does.
    let runs = (0..5).map(|_| {
        let begun = std::time::Instant::now();
        assert!(check(&file).output().unwrap().stdout.is_empty());
        begun.elapsed()
    });
    let step = runs.min().unwrap() / 40;
    let (mut killed, mut ended) = (0, 0);
    for moment in 0.. {
        // Every third time there was no report before.
        if moment % 3 == 0 {
            fs::remove_file(&file).unwrap_or_default();
        }
        let mut command = check(&file);
        let mut process = command
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(step * moment);
        process.kill().unwrap();
        match process.wait().unwrap().code() {
            None => killed += 1,
            Some(_) => ended += 1,
        }
        if let Ok(text) = fs::read(&file) {
            let report: serde_json::Value = serde_json::from_slice(&text)
                .unwrap_or_else(|error| panic!("{} bytes: {error}", text.len()));
            assert_eq!(report["sandbox"], true);
        }
        if ended == 10 {
            break;
        }
    }
    assert!(killed > 10, "{killed} killed");
}

/// Whoever links a report elsewhere wants it there, and not in the link's place where others may see it.
#[test]
fn a_link_that_leads_nowhere_is_told_and_not_replaced() {
    let folder = tempfile::tempdir().unwrap();
    let link = folder.path().join("report.json");
    std::os::unix::fs::symlink(folder.path().join("kept/report.json"), &link).unwrap();
    let said = check(&link).output().unwrap();
    assert_eq!((said.status.code(), said.stdout.len()), (Some(1), 0));
    assert!(link.is_symlink(), "{said:?}");
}

/// The folder goes away while the vendor is asked. The report goes to stdout, and nobody is told that nothing was bought.
#[test]
fn a_report_that_cannot_be_written_after_all_was_paid_for() {
    let vendor = Late::new();
    let mut command = vendor.check();
    let command = command.stdout(Stdio::piped()).stderr(Stdio::piped());
    let process = command.spawn().unwrap();
    vendor.answer();
    let output = process.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(report["conclusion"], "records_and_may_be_more");
    let failure: serde_json::Value = serde_json::from_slice(&output.stderr).unwrap();
    assert_eq!(
        (&failure["kind"], &failure["sent"], &failure["counted"]),
        (&"file".into(), &"yes".into(), &"unknown".into())
    );
}

/// The old report was paid for, and the new one holds nothing.
#[test]
fn a_report_without_an_answer_replaces_none() {
    let qcc = [("QCC_KEY", "K"), ("QCC_SECRET_KEY", "S")];
    let refused = [&qcc[..], &[("QCC_BASE_URL", "http://127.0.0.1:1")]].concat();
    for (environment, more, exit, said_of_qcc) in [
        (&[][..], &[][..], 7, "QCC_KEY"),
        (&qcc, &["--max-calls", "0"], 13, "budget"),
        (&refused, &[], 5, "no connection"),
    ] {
        for format in ["table", "json", "ndjson", "csv", "html"] {
            let folder = tempfile::tempdir().unwrap();
            let file = folder.path().join("report");
            let run = || {
                let mut command = zhixing(&["check", COMPANY, "--vendor", "qcc"]);
                command.args(["--format", format]).args(more);
                command.arg("--output").arg(&file);
                command.envs(environment.iter().copied()).output().unwrap()
            };
            fs::write(&file, "old").unwrap();
            let said = run();
            assert_eq!(said.status.code(), Some(exit), "{said:?}");
            assert_eq!(fs::read_to_string(&file).unwrap(), "old");
            let talk = String::from_utf8(said.stderr).unwrap();
            assert!(talk.contains("is left as it was"), "{talk}");
            assert!(talk.contains(file.to_str().unwrap()), "{talk}");
            assert!(talk.contains(said_of_qcc), "{format}: {talk}");
            assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
            // Where there was none, the report says what kept each from answering.
            fs::remove_file(&file).unwrap();
            assert_eq!(run().status.code(), Some(exit));
            assert!(fs::read_to_string(&file).unwrap().contains("qcc"));
        }
    }
}

/// A refusal is no answer, and the interrupt brings none.
#[cfg(unix)]
#[test]
fn an_interrupt_after_refusals_alone_replaces_no_report() {
    use crate::interrupt::{answering_with, of_two, send, silent};
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("report.json");
    fs::write(&file, "old").unwrap();
    let (silent, arrived) = silent();
    let refusing = answering_with(r#"{"code": 4711, "desc": "x"}"#.into());
    let mut command = of_two(silent, refusing);
    let process = command.arg("--output").arg(&file).spawn().unwrap();
    let _kept = arrived.recv_timeout(std::time::Duration::from_secs(20));
    // The refusal needs a moment, and nothing outside tells that it was read.
    std::thread::sleep(std::time::Duration::from_secs(1));
    send("INT", &process);
    let said = process.wait_with_output().unwrap();
    assert_eq!(said.status.code(), Some(130), "{said:?}");
    assert_eq!(fs::read_to_string(&file).unwrap(), "old");
    let talk = String::from_utf8(said.stderr).unwrap();
    for told in ["not_replaced", "4711", "perhaps counted: qcc"] {
        assert!(talk.contains(told), "{talk}");
    }
}
