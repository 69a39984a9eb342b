//! A reply that was altered on its way is never shown as data: not by `call`, not by `check` in any format.

use crate::support::{Said, Server, source, zhixing};

const SCENARIO: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../../examples/scenarios/altered-reply.json"
);
/// Altered in its data, and altered in its signature: see the scenario.
const SUBJECTS: [&str; 2] = ["沙箱样本制造有限公司", "沙箱示例贸易有限公司"];

#[test]
fn an_altered_reply_is_no_data() {
    let server = Server::with(&["--scenario", SCENARIO]);
    for subject in SUBJECTS {
        let keyword = format!("keyword={subject}");
        let call = ["call", "qixin", "execution_list_by_name", &keyword];
        let said = Said::by(&mut server.zhixing(&call));
        assert_eq!((said.exit, said.stdout.as_str()), (4, ""), "{said:?}");
        assert_eq!(said.failures()[0]["kind"], "signature_mismatch");

        for format in ["json", "ndjson", "csv", "html", "table"] {
            let check = ["check", subject, "--vendor", "qixin", "--format", format];
            let said = Said::by(&mut server.zhixing(&check));
            assert_eq!(said.exit, 4, "{format}: {said:?}");
            // What qixin's rows hold, and no failure does.
            assert!(!said.stdout.contains("执字第"), "{format}: {said:?}");
            if format == "json" {
                let report = said.json();
                let source = source(&report, "qixin");
                assert_eq!(source["state"], "unavailable");
                assert_eq!(
                    (&source["fetched"], &source["complete"]),
                    (&0.into(), &false.into())
                );
                assert_eq!(report["records"].as_array().map(Vec::len), Some(0));
            }
        }
    }
    // Without anybody between, the same question is answered.
    let server = Server::start();
    let check = [
        "check",
        SUBJECTS[0],
        "--vendor",
        "qixin",
        "--format",
        "json",
    ];
    let said = Said::by(&mut server.zhixing(&check));
    assert_eq!(source(&said.json(), "qixin")["signature"], "verified");
}

/// What `call` calls verified, `verify` does as well: nothing, signed by any choice that the document leaves, and behind a byte order mark.
#[test]
fn nothing_is_verified_as_a_call_verifies_it() {
    use zhixing_core::credentials::Secret;
    use zhixing_core::flatten::{EmptyRoot, Policy};
    use zhixing_core::verify::ReplySignature;

    let spec = zhixing::vendor("qixin").unwrap().vendor.reply_signature;
    let spec = spec.unwrap();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("reply.json");
    let verify = || {
        let mut command = zhixing(&["verify", "qixin", file.to_str().unwrap()]);
        Said::by(command.env("QIXIN_SECRET_KEY", "SK"))
    };
    for empty_root in [
        EmptyRoot::NoPairs,
        EmptyRoot::EmptyKey,
        EmptyRoot::ValueAlone,
    ] {
        let policy = Policy {
            empty_root,
            ..spec.policy
        };
        let signing = ReplySignature { policy, ..spec };
        for (payload, data) in [("null", ""), ("{}", r#""data": {},"#)] {
            let sign = signing.sign_payload(payload, &Secret::new("SK")).unwrap();
            for (mark, status, verified) in
                [("", 201, true), ("\u{feff}", 201, true), ("", 200, false)]
            {
                let reply = format!(r#"{mark}{{{data}"status": "{status}", "sign": "{sign}"}}"#);
                std::fs::write(&file, reply).unwrap();
                let said = verify();
                // The choice that is the vendor's own is one for every status.
                let verified = verified || empty_root == spec.policy.empty_root;
                let expected = match verified {
                    true => (0, "verified\n"),
                    false => (4, "mismatch\n"),
                };
                let told = (said.exit, said.stdout.as_str());
                assert_eq!(told, expected, "{empty_root:?} {payload} {status}");
            }
        }
    }
}
