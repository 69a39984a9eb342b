//! A reply that cannot be used was paid for all the same: it is in a file that the command names.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::support::{COMPANY, Said, Server};

/// A sandbox whose qixin fails in that way.
fn failing(fault: &Value) -> Server {
    let faults = [json!({"vendor": "qixin", "fault": fault})];
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("scenario.json");
    fs::write(&file, json!({"faults": faults}).to_string()).unwrap();
    // It is read when the first variables are printed.
    Server::with(&["--scenario", file.to_str().unwrap()])
}

fn in_folder(server: &Server, folder: &Path, arguments: &[&str]) -> Said {
    Said::by(server.zhixing(arguments).current_dir(folder))
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let all = fs::read_dir(folder).unwrap().flatten();
    all.map(|it| it.path()).collect()
}

/// The one file in that folder, for its owner alone, which stderr names.
fn kept(folder: &Path, said: &Said) -> Vec<u8> {
    let files = files(folder);
    let [file] = &files[..] else {
        panic!("{files:?}: {said:?}");
    };
    assert_eq!(file.extension().unwrap(), "reply");
    assert!(said.stderr.contains(file.to_str().unwrap()), "{said:?}");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = fs::metadata(file).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
    fs::read(file).unwrap()
}

const CALL: [&str; 4] = [
    "call",
    "qixin",
    "execution_list_by_name",
    "keyword=上海东虹桥融资担保股份有限公司",
];

/// Nothing else holds what came, and what is kept is what the vendor sent: its signature is as wrong as it was.
#[test]
fn a_reply_with_a_wrong_signature_is_kept_as_it_arrived() {
    let server = failing(&json!("wrong_signature"));
    let check = ["check", COMPANY, "--vendor", "qixin", "--format"];
    let mut all = vec![CALL.to_vec()];
    all.extend(["table", "json", "ndjson", "csv", "html"].map(|it| [&check[..], &[it]].concat()));
    for arguments in all {
        for lang in ["en", "zh"] {
            let folder = tempfile::tempdir().unwrap();
            let arguments = [&arguments[..], &["--lang", lang]].concat();
            let said = in_folder(&server, folder.path(), &arguments);
            assert_eq!(said.exit, 4, "{said:?}");
            let reply = String::from_utf8(kept(folder.path(), &said)).unwrap();
            assert!(reply.contains("金建敏"), "{reply}");
            assert!(!said.stderr.contains("金建敏"), "{said:?}");
            let file = &files(folder.path())[0];
            let verify = ["verify", "qixin", file.to_str().unwrap()];
            let proof = Said::by(&mut server.zhixing(&verify));
            assert_eq!((proof.exit, &*proof.stdout), (4, "mismatch\n"));
            let chinese = said.stderr.contains("收到的原始答复已存入");
            let json = ["call", "json", "ndjson"].map(|it| arguments.contains(&it));
            assert_eq!(chinese, lang == "zh" && !json.contains(&true), "{said:?}");
        }
    }
}

/// It is told to programs with the source that it is of.
#[test]
fn programs_are_told_whose_reply_is_kept() {
    let server = failing(&json!("html"));
    let folder = tempfile::tempdir().unwrap();
    let said = in_folder(&server, folder.path(), &CALL);
    let lines = said.failures();
    let line = lines.iter().find(|it| it["kind"] == "kept_reply").unwrap();
    for (member, value) in [
        ("type", "warning".into()),
        ("vendor", "qixin".into()),
        ("operation", "execution_list_by_name".into()),
        ("exit", Value::Null),
    ] {
        assert_eq!(line[member], value, "{line}");
    }
    assert!(
        String::from_utf8(kept(folder.path(), &said))
            .unwrap()
            .contains("<html")
    );
}

#[test]
fn what_cannot_be_read_is_kept_as_far_as_it_came() {
    for fault in [
        json!({"cut_body": {}}),
        json!({"status": {"status": 500, "body": "不在文档里"}}),
        json!({"status": {"status": 200, "body": "{\"status\": \"200\", \"data\": 1}"}}),
    ] {
        let server = failing(&fault);
        let folder = tempfile::tempdir().unwrap();
        let said = in_folder(&server, folder.path(), &CALL);
        assert!(!kept(folder.path(), &said).is_empty(), "{fault}");
        let folder = tempfile::tempdir().unwrap();
        let check = ["check", COMPANY, "--vendor", "qixin"];
        let said = in_folder(&server, folder.path(), &check);
        assert!(!kept(folder.path(), &said).is_empty(), "{fault}");
    }
}

/// Nothing came, or what came was understood, or it is on standard output already.
#[test]
fn what_holds_nothing_that_is_not_told_is_not_kept() {
    let nothing = |server: &Server, arguments: &[&str], exit| {
        let folder = tempfile::tempdir().unwrap();
        let mut command = server.zhixing(arguments);
        command.env("QIXIN_SECRET_KEY", "wrong");
        let said = Said::by(command.current_dir(folder.path()));
        assert_eq!(said.exit, exit, "{said:?}");
        assert_eq!(files(folder.path()), [""; 0].map(PathBuf::from), "{said:?}");
    };
    let raw = [&CALL[..], &["--raw"]].concat();
    let check = ["check", COMPANY, "--vendor", "qixin", "--format", "json"];
    // A status of the document's.
    let server = Server::start();
    nothing(&server, &CALL, 8);
    nothing(&server, &check, 8);
    let server = failing(&json!("bill_then_drop"));
    nothing(&server, &CALL, 6);
    nothing(&failing(&json!("html")), &raw, 11);
}
