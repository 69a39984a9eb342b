//! What was paid for and standard output does not take, as its disk is full, is in a file that the command names.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::process::Stdio;

use crate::support::{COMPANY, Late, zhixing};

/// A device on which everything is written and nothing is kept: "no space left".
fn full() -> fs::File {
    fs::File::options().write(true).open("/dev/full").unwrap()
}

/// The file that the complaint names, with what it says of the calls.
fn named(said: &std::process::Output) -> PathBuf {
    assert_eq!(said.status.code(), Some(1), "{said:?}");
    let failure: serde_json::Value = serde_json::from_slice(&said.stderr).unwrap();
    assert_eq!(failure["kind"], "output", "{failure}");
    assert_eq!(
        (&failure["sent"], &failure["counted"]),
        (&"yes".into(), &"unknown".into())
    );
    let message = failure["message"].as_str().unwrap();
    let (_, path) = message.rsplit_once(" in ").unwrap();
    path.into()
}

#[test]
fn what_standard_output_does_not_take_is_kept_in_the_working_directory() {
    let call = [
        "call",
        "xinshu",
        "executed_one_key_search",
        "q=上海东虹桥融资担保股份有限公司",
        "--sandbox",
    ];
    let raw = [&call[..], &["--raw"]].concat();
    let check = ["check", COMPANY, "--sandbox", "--format", "json"];
    for arguments in [&call[..], &raw, &check] {
        let printed = zhixing(arguments).output().unwrap().stdout;
        let folder = tempfile::tempdir().unwrap();
        let mut command = zhixing(arguments);
        let said = command
            .current_dir(folder.path())
            .stdout(full())
            .output()
            .unwrap();
        let file = named(&said);
        assert_eq!(
            file.parent().unwrap(),
            folder.path().canonicalize().unwrap()
        );
        assert_eq!(file.extension().unwrap(), "json");
        let mode = fs::metadata(&file).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
        // All of it, and not from where standard output broke off.
        let kept: serde_json::Value = serde_json::from_slice(&fs::read(&file).unwrap()).unwrap();
        let printed: serde_json::Value = serde_json::from_slice(&printed).unwrap();
        let fields = |value: &serde_json::Value| {
            value
                .as_object()
                .unwrap()
                .keys()
                .cloned()
                .collect::<Vec<_>>()
        };
        assert_eq!(fields(&kept), fields(&printed));
    }
}

/// Nothing can be written in /proc, whoever asks.
#[test]
fn where_the_working_directory_takes_nothing_the_temporary_one_does() {
    let folder = tempfile::tempdir().unwrap();
    let check = |temporary: &std::path::Path, more: &[&str]| {
        let arguments = [&["check", COMPANY, "--sandbox"], more].concat();
        let mut command = zhixing(&arguments);
        command.current_dir("/proc").env("TMPDIR", temporary);
        command.stdout(full()).output().unwrap()
    };
    let file = named(&check(folder.path(), &["--format", "ndjson"]));
    assert_eq!(file.parent().unwrap(), folder.path());
    assert!(fs::read_to_string(&file).unwrap().ends_with("}\n"));

    // Nowhere at all: that is said, and no file is promised.
    let lost = check("/proc".as_ref(), &["--lang", "zh"]);
    assert_eq!(lost.status.code(), Some(1));
    let talk = String::from_utf8(lost.stderr).unwrap();
    assert!(
        talk.contains("答复已丢失") && !talk.contains("已存入"),
        "{talk}"
    );
}

/// The file cannot be written after all, and standard output was never to be read.
#[test]
fn a_report_that_neither_its_file_nor_standard_output_takes_is_kept() {
    for closed in [false, true] {
        let folder = tempfile::tempdir().unwrap();
        let vendor = Late::new();
        let mut command = vendor.check();
        command.current_dir(folder.path()).stderr(Stdio::piped());
        command.stdout(match closed {
            true => Stdio::piped(),
            false => full().into(),
        });
        let mut process = command.spawn().unwrap();
        drop(process.stdout.take());
        vendor.answer();
        let said = process.wait_with_output().unwrap();
        assert_eq!(said.status.code(), Some(1), "{said:?}");
        let files: Vec<_> = fs::read_dir(folder.path()).unwrap().flatten().collect();
        let [file] = &files[..] else {
            panic!("{said:?}")
        };
        let report: serde_json::Value =
            serde_json::from_slice(&fs::read(file.path()).unwrap()).unwrap();
        assert_eq!(report["conclusion"], "records_and_may_be_more");
    }
}
