//! Commands that have no business with any value.

use super::markers::Marker::{Person, Reply, Subject};
use super::markers::{NOTHING, NUMBER, PERSON, World};
use crate::support::{COMPANY, Said, zhixing};

#[test]
fn what_looks_after_the_settings_shows_none_of_them() {
    let world = World::read();
    for arguments in [
        &["doctor"][..],
        &["doctor", "--format", "json"],
        &["doctor", "--online"],
        &["doctor", "--online", "--format", "json"],
        &["config", "explain"],
        &["config", "explain", "--format", "json"],
        &["config", "path"],
        &["vendors"],
        &["vendors", "--format", "json"],
        &["schema", "report"],
    ] {
        for verbosity in ["--quiet", "-vv"] {
            let arguments = [arguments, &[verbosity]].concat();
            let said = Said::by(&mut world.zhixing(&arguments, &[]));
            assert_eq!(said.exit, 0, "{said:?}");
            world.holds(&said, NOTHING, NOTHING, &format!("{arguments:?}"));
        }
    }
}

#[test]
fn a_dry_run_names_whom_it_would_ask_about_and_no_number() {
    let world = World::read();
    for format in ["table", "json"] {
        let question = ["check", COMPANY, "--person", PERSON, "--id-number", NUMBER];
        let options = ["--dry-run", "-vv", "--format", format];
        let said = Said::by(&mut world.zhixing(&[&question[..], &options].concat(), &[]));
        assert_eq!(said.exit, 0, "{said:?}");
        world.holds(&said, &[Subject, Person], NOTHING, format);
    }
}

#[test]
fn stored_replies_are_judged_without_being_repeated() {
    let world = World::read();
    for call in &world.calls {
        let path = world.stored(call);
        let path = path.to_str().unwrap();
        // A reply that drifts everywhere: its own data under other names and of other types.
        let text = std::fs::read_to_string(path).unwrap();
        let drifted = text
            .replace("\":\"", "2\":\"")
            .replace(":[", ":{\"x\":[{}],\"y\":[");
        let strange = world
            .folder
            .path()
            .join(format!("{}-strange.json", call[0]));
        std::fs::write(&strange, drifted.replace("]", "]}")).unwrap();
        let patch = world.folder.path().join("patch.json");
        let whose = ["--vendor", &call[0], "--operation", &call[1]];
        for (file, extra) in [
            (path, &["--format", "json"][..]),
            (path, &["-vv"]),
            (path, &["--patch", patch.to_str().unwrap(), "--values"]),
            (strange.to_str().unwrap(), &["--format", "json", "-vv"]),
            (
                strange.to_str().unwrap(),
                &["--patch", patch.to_str().unwrap()],
            ),
        ] {
            let arguments = [&["drift", file][..], &whose, extra].concat();
            let said = Said::by(&mut world.zhixing(&arguments, &[]));
            world.holds(&said, NOTHING, NOTHING, &format!("{arguments:?}"));
        }
        if let Ok(patch) = std::fs::read_to_string(&patch) {
            assert_eq!(world.found(&patch), NOTHING, "{patch}");
        }
    }
}

#[test]
fn a_signature_is_explained_by_the_reply_and_never_by_the_secret() {
    let world = World::read();
    let call = &world.calls[0];
    let path = world.stored(call);
    let path = path.to_str().unwrap();
    let verify = ["verify", "qixin", path, "-vv"];
    let said = Said::by(&mut world.zhixing(&verify, &[]));
    assert_eq!(said.exit, 0, "{said:?}");
    world.holds(&said, NOTHING, NOTHING, "verify");
    let said = Said::by(&mut world.zhixing(&[&verify[..], &["--explain"]].concat(), &[]));
    assert!(world.found(&said.stdout).contains(&Reply), "{said:?}");
    let mut wrong = world.zhixing(&[&verify[..], &["--explain"]].concat(), &[]);
    let wrong = Said::by(wrong.env("QIXIN_SECRET_KEY", "cAnArY7-other"));
    assert_eq!(wrong.exit, 4, "{wrong:?}");
    for said in [said, wrong] {
        assert!(!said.stdout.contains("cAnArY7"), "{said:?}");
        assert_eq!(world.found(&said.stderr), NOTHING, "{said:?}");
    }
}

#[test]
fn the_sandbox_bills_calls_and_not_people() {
    let world = World::read();
    let bill = world
        .server
        .variable("QIXIN_BASE_URL")
        .replace("/qixin", "/_sandbox/bill");
    let bill = crate::canary::wire::fetched(&bill);
    assert!(bill.contains("\"account\":\"batch\""), "{bill}");
    assert_eq!(world.found(&bill), NOTHING, "{bill}");
    let log = std::fs::read_to_string(world.folder.path().join("sandbox.log")).unwrap();
    assert!(log.contains("sample data"), "{log}");
    assert_eq!(world.found(&log), NOTHING, "{log}");
    // The sandbox in the same process tells no more than the one on a port.
    let question = [
        "check",
        "--sandbox",
        COMPANY,
        "--person",
        PERSON,
        "--id-number",
        NUMBER,
    ];
    let said = Said::by(&mut zhixing(
        &[&question[..], &["-vv", "--format", "json"]].concat(),
    ));
    assert_eq!(said.exit, 0, "no number leaves the process: {said:?}");
    world.holds(&said, &[Subject, Person, Reply], NOTHING, "--sandbox");
}
