//! What is planted, and how it is found again.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use serde_json::{Value, json};
use tempfile::TempDir;
use zhixing::VENDORS;

use crate::support::{COMPANY, Said, Server};

/// Whose fate is known to the sandbox: juhe's document prints him at the company.
pub(super) const PERSON: &str = "张德洲";
/// The example of GB 11643-1999.
pub(super) const NUMBER: &str = "11010519491231002X";
/// In every credential.
pub(super) const CREDENTIAL: &str = "cAnArY7";

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Marker {
    Credential,
    Subject,
    Person,
    Number,
    Reply,
}

pub(super) const NOTHING: &[Marker] = &[];

/// A sandbox whose accounts are markers, and all that it can answer.
pub(super) struct World {
    pub(super) server: Server,
    /// The operations that are called, with their arguments.
    pub(super) calls: Vec<Vec<String>>,
    pub(super) replies: BTreeSet<String>,
    pub(super) folder: TempDir,
}

impl World {
    /// With these further parts of a scenario.
    pub(super) fn with(mut scenario: Value) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let accounts = VENDORS.iter().map(|entry| {
            let vendor = entry.vendor;
            let credentials = vendor.credentials.iter();
            let credentials: serde_json::Map<_, _> = credentials
                .map(|it| {
                    let value = format!("{CREDENTIAL}-{}-{}", vendor.name, it.name);
                    (it.name.to_owned(), value.into())
                })
                .collect();
            json!({"vendor": vendor.name, "name": "batch", "credentials": credentials})
        });
        scenario["accounts"] = accounts.collect();
        let path = folder.path().join("scenario.json");
        std::fs::write(&path, scenario.to_string()).unwrap();
        let log = std::fs::File::create(folder.path().join("sandbox.log")).unwrap();
        let options = ["--scenario", path.to_str().unwrap(), "-vv"];
        let server = Server::start_with(&options, Stdio::from(log));
        let calls = [
            format!("qixin execution_list_by_name keyword={COMPANY}"),
            format!("xinshu executed_one_key_search q={COMPANY} idCardNo={NUMBER}"),
            format!("qcc limit_exit_check searchKey={COMPANY}"),
            format!("juhe person_risk keyword={COMPANY} realname={PERSON} type=1"),
            format!("cloudmarket dishonest keyword={COMPANY}"),
        ];
        let calls = calls.map(|call| call.split(' ').map(str::to_owned).collect());
        Self {
            server,
            calls: calls.into(),
            replies: BTreeSet::new(),
            folder,
        }
    }

    /// With all that its vendors answer to the calls known as markers.
    pub(super) fn read() -> Self {
        let mut world = Self::with(json!({}));
        for call in &world.calls {
            let said = Said::by(&mut world.zhixing(&["call", "--raw"], call));
            assert_eq!(said.exit, 0, "{said:?}");
            leaves(&said.json(), &mut world.replies);
        }
        // Case numbers, courts, duties, names, order numbers.
        assert!(world.replies.len() > 50, "{:?}", world.replies);
        world
    }

    /// The command with the sandbox's variables.
    pub(super) fn zhixing(&self, before: &[&str], after: &[String]) -> Command {
        let mut command = self.server.zhixing(before);
        command.args(after).current_dir(&self.folder);
        command
    }

    /// A reply of that call as a file.
    pub(super) fn stored(&self, call: &[String]) -> PathBuf {
        let said = Said::by(&mut self.zhixing(&["call", "--raw"], call));
        let path = self.folder.path().join(format!("{}.json", call[0]));
        std::fs::write(&path, said.stdout).unwrap();
        path
    }

    /// Which markers are in a text.
    pub(super) fn found(&self, text: &str) -> Vec<Marker> {
        let text = text.to_lowercase();
        let is_in = |marker: &str| spellings(marker).iter().any(|it| text.contains(it));
        let mut found = Vec::new();
        for (marker, planted) in [
            (Marker::Credential, CREDENTIAL),
            (Marker::Subject, COMPANY),
            (Marker::Person, PERSON),
            (Marker::Number, NUMBER),
        ] {
            found.extend(is_in(planted).then_some(marker));
        }
        found.extend(
            self.replies
                .iter()
                .any(|it| is_in(it))
                .then_some(Marker::Reply),
        );
        found
    }

    /// Holds the two streams against what belongs there.
    pub(super) fn holds(&self, said: &Said, stdout: &[Marker], stderr: &[Marker], what: &str) {
        assert_eq!(
            self.found(&said.stdout),
            stdout,
            "stdout of {what}: {said:?}"
        );
        assert_eq!(
            self.found(&said.stderr),
            stderr,
            "stderr of {what}: {said:?}"
        );
    }
}

/// As it is, in a URL, escaped in JSON; all small.
fn spellings(marker: &str) -> [String; 3] {
    let url = marker.bytes().map(|byte| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => {
            char::from(byte).to_string()
        }
        _ => format!("%{byte:02x}"),
    });
    let json = marker.chars().map(|c| match c {
        ' '..='~' => c.to_string(),
        _ => format!("\\u{:04x}", u32::from(c)),
    });
    [marker.to_owned(), url.collect(), json.collect()].map(|it: String| it.to_lowercase())
}

/// The texts of a reply that say something: of some length, and not the words of a document.
fn leaves(value: &Value, to: &mut BTreeSet<String>) {
    match value {
        Value::String(text) => {
            // A date or a year says nothing by itself.
            let says = text.chars().filter(|c| !c.is_ascii()).count() >= 4 || text.len() >= 16;
            let planted = [COMPANY, PERSON, NUMBER].iter().any(|it| text.contains(it));
            let statuses = VENDORS.iter().flat_map(|entry| entry.vendor.statuses);
            let documented = statuses
                .into_iter()
                .any(|it| it.meaning.contains(text.as_str()));
            if says && !planted && !documented {
                to.insert(text.clone());
            }
        }
        Value::Array(values) => values.iter().for_each(|it| leaves(it, to)),
        Value::Object(fields) => fields.values().for_each(|it| leaves(it, to)),
        _ => {}
    }
}

/// A search that could find nothing would let everything pass.
#[test]
fn markers_are_found_however_they_are_spelled() {
    let mut world = World::with(json!({}));
    world.replies.insert("（2019）沪0105执00447号".into());
    for (text, found) in [
        ("x cAnArY7-qcc-key x", Marker::Credential),
        ("x=%E5%BC%A0%E5%BE%B7%E6%B4%B2", Marker::Person),
        ("%e5%bc%a0%e5%be%b7%e6%b4%b2", Marker::Person),
        ("\"\\u5f20\\u5fb7\\u6d32\"", Marker::Person),
        ("11010519491231002x", Marker::Number),
        ("（2019）沪0105执00447号", Marker::Reply),
        (COMPANY, Marker::Subject),
    ] {
        assert_eq!(world.found(text), [found], "{text}");
    }
    assert_eq!(world.found("张三"), NOTHING);
}
