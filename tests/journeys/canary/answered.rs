//! Calls that are answered.

use super::markers::Marker::{Credential, Number, Person, Reply, Subject};
use super::markers::{Marker, NOTHING, NUMBER, PERSON, World};
use crate::support::{COMPANY, Said};

#[test]
fn a_report_holds_the_answer_and_a_log_holds_none_of_it() {
    let world = World::read();
    for (format, stderr) in [
        ("table", NOTHING),
        ("json", NOTHING),
        ("ndjson", NOTHING),
        ("html", NOTHING),
        // What csv has no room for is summed up for people.
        ("csv", &[Subject, Person]),
    ] {
        for verbosity in [&[][..], &["-v"], &["-vv"], &["-vv", "--quiet"]] {
            let question = ["check", COMPANY, "--person", PERSON, "--id-number", NUMBER];
            let options = ["--format", format, "--all"];
            let arguments = [&question[..], &options, verbosity].concat();
            let said = Said::by(&mut world.zhixing(&arguments, &[]));
            assert_eq!(said.exit, 0, "{said:?}");
            let what = format!("{format} {verbosity:?}");
            world.holds(&said, &[Subject, Person, Reply], stderr, &what);
            let heard = ["answered", "hyper_util"].map(|word| said.stderr.contains(word));
            let wanted = [!verbosity.is_empty(), verbosity.contains(&"-vv")];
            assert_eq!(heard, wanted, "{what}: {said:?}");
            if format.ends_with("json") {
                // Beside JSON a log is JSON, too.
                assert!(said.failures().iter().all(|line| line["type"] == "log"));
            }
        }
    }
}

#[test]
fn a_call_shows_the_reply_and_never_what_it_was_signed_with() {
    let world = World::read();
    for call in &world.calls {
        let person: &[Marker] = match call[0].as_str() {
            "juhe" => &[Subject, Person],
            _ => &[Subject],
        };
        // The identity number is asked of xinshu; its records do not repeat it.
        let with_reply = [person, &[Reply]].concat();
        let number: &[Marker] = match call[0].as_str() {
            "xinshu" => &[Number],
            _ => &[],
        };
        let request = [person, number].concat();
        let revealed = [&[Credential], &request[..]].concat();
        for (mode, stdout) in [
            (&["call", "-vv"][..], &with_reply),
            (&["call", "--print-request", "-vv"], &request),
            (&["call", "--print-request", "--reveal", "-vv"], &revealed),
        ] {
            let said = Said::by(&mut world.zhixing(mode, call));
            assert_eq!(said.exit, 0, "{said:?}");
            world.holds(&said, stdout, NOTHING, &format!("{mode:?} {call:?}"));
        }
        let raw = Said::by(&mut world.zhixing(&["call", "--raw", "-vv"], call));
        assert!(world.found(&raw.stdout).contains(&Reply), "{raw:?}");
        assert!(!world.found(&raw.stdout).contains(&Credential), "{raw:?}");
        assert_eq!(world.found(&raw.stderr), NOTHING, "{raw:?}");
    }
}

/// A title goes into a browser's history and a printed file's properties; an attribute or a comment is read by nobody.
#[test]
fn a_page_has_its_content_in_its_text_alone() {
    let world = World::read();
    let question = ["check", COMPANY, "--person", PERSON, "--id-number", NUMBER];
    let said = Said::by(&mut world.zhixing(&[&question[..], &["--format", "html"]].concat(), &[]));
    let (head, body) = said.stdout.split_once("<body>").unwrap();
    assert_eq!(world.found(head), NOTHING, "{head}");
    assert_eq!(world.found(body), [Subject, Person, Reply]);
    let tags: String = body
        .split('<')
        .filter_map(|piece| piece.split_once('>'))
        .map(|(tag, _)| format!("<{tag}>"))
        .collect();
    assert!(
        tags.contains("<section") && tags.contains("id=\""),
        "{tags}"
    );
    assert_eq!(world.found(&tags), NOTHING, "{tags}");
}
