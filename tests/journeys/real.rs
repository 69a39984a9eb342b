//! Real runs: credentials in the environment, hosts moved to a sandbox that is another process.

use serde_json::Value;

use crate::support::{COMPANY, Said, Server, source};

fn check(server: &Server, vendor: &str, arguments: &[&str]) -> (Said, Value) {
    let arguments = [
        &["check", COMPANY, "--vendor", vendor, "--format", "json"],
        arguments,
    ]
    .concat();
    let said = Said::by(&mut server.zhixing(&arguments));
    let report = said.json();
    (said, report)
}

#[test]
fn each_vendor_answers_over_http() {
    let server = Server::start();
    // Whose rows name which of the two documented cases first.
    for (vendor, arguments, operation, kind) in [
        ("qixin", &[][..], "execution_list_by_name", "dishonest"),
        ("xinshu", &[], "executed_one_key_search", "terminated"),
        ("qcc", &[], "limit_exit_check", "exit_restricted"),
        ("juhe", &["--person", "张德洲"], "person_risk", "dishonest"),
        ("cloudmarket", &[], "dishonest", "dishonest"),
    ] {
        let (said, report) = check(&server, vendor, arguments);
        assert_eq!(said.exit, 0, "{vendor}: {said:?}");
        assert_eq!(
            report["sandbox"], false,
            "{vendor}: the command does not know whom it asked"
        );
        assert_eq!(source(&report, vendor)["state"], "found", "{vendor}");
        let records = report["records"].as_array().unwrap();
        assert!(!records.is_empty(), "{vendor}");
        for record in records {
            assert_eq!(record["source"]["vendor"], vendor);
            assert_eq!(record["source"]["operation"], operation);
            assert!(
                record["case_number"]["parts"]["year"].is_number(),
                "{vendor}: {record}"
            );
        }
        assert!(
            records[0]["kinds"]
                .as_array()
                .unwrap()
                .contains(&kind.into()),
            "{vendor}: {}",
            records[0]
        );
        for other in ["qixin", "xinshu", "qcc", "juhe", "cloudmarket"]
            .iter()
            .filter(|other| **other != vendor)
        {
            assert_eq!(source(&report, other)["state"], "not_asked");
        }
    }
}

#[test]
fn every_page_is_fetched_once() {
    let server = Server::start();
    for vendor in ["qixin", "qcc", "cloudmarket"] {
        let arguments = [
            "check",
            "大量记录测试有限公司",
            "--vendor",
            vendor,
            "--all",
            "--format",
            "json",
        ];
        let said = Said::by(&mut server.zhixing(&arguments));
        let report = said.json();
        let source = source(&report, vendor);
        let records = report["records"].as_array().unwrap();
        assert_eq!(source["complete"], true, "{vendor}: {source}");
        assert_eq!(source["fetched"], source["total"], "{vendor}");
        // 57 records by 20: three calls.
        assert_eq!(
            (records.len(), &source["calls"]),
            (57, &3.into()),
            "{vendor}"
        );
        let mut cases: Vec<&str> = records
            .iter()
            .map(|it| it["case_number"]["canonical"].as_str().unwrap())
            .collect();
        cases.sort_unstable();
        cases.dedup();
        assert_eq!(cases.len(), 57, "{vendor}: no page came twice");
    }
}

#[test]
fn without_all_one_call_is_made_and_the_rest_is_told() {
    let server = Server::start();
    let arguments = [
        "check",
        "大量记录测试有限公司",
        "--vendor",
        "qcc",
        "--format",
        "json",
    ];
    let report = Said::by(&mut server.zhixing(&arguments)).json();
    let source = source(&report, "qcc");
    assert_eq!(
        (&source["calls"], &source["fetched"]),
        (&1.into(), &20.into())
    );
    assert_eq!(
        (&source["total"], &source["complete"]),
        (&57.into(), &false.into())
    );
}

#[test]
fn one_vendor_failing_hides_no_other_answer() {
    let server = Server::start();
    let mut command = server.zhixing(&["check", COMPANY, "--format", "json"]);
    command.env("QIXIN_SECRET_KEY", "wrong");
    let said = Said::by(&mut command);
    let report = said.json();
    let qixin = source(&report, "qixin");
    assert_eq!(qixin["state"], "unavailable");
    assert_eq!(qixin["error"]["code"], "101");
    assert_eq!(qixin["error"]["class"], "auth");
    assert_eq!(qixin["error"]["sent"], "yes");
    for vendor in ["xinshu", "qcc", "cloudmarket"] {
        assert_eq!(source(&report, vendor)["state"], "found", "{vendor}");
    }
    // The vendor refused the key.
    assert_eq!(said.exit, 8, "{said:?}");
}

#[test]
fn a_server_that_is_down_is_told_from_one_that_refuses() {
    let server = Server::start();
    let mut command = server.zhixing(&["check", COMPANY, "--vendor", "qcc", "--format", "json"]);
    command.env("QCC_BASE_URL", "http://127.0.0.1:1");
    let said = Said::by(&mut command);
    assert_eq!(said.exit, 5, "{said:?}");
    let report = said.json();
    let error = &source(&report, "qcc")["error"];
    assert_eq!(
        (&error["sent"], &error["counted"]),
        (&"no".into(), &"no".into())
    );
    assert!(!said.stdout.contains("127.0.0.1"), "no URL in an error");
}

#[test]
fn a_saved_reply_is_verified_and_an_altered_one_is_not() {
    let server = Server::start();
    let arguments = [
        "call",
        "qixin",
        "execution_list_by_name",
        "keyword=博山鲁星环保机械厂",
        "--raw",
    ];
    let reply = Said::by(&mut server.zhixing(&arguments)).stdout;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("reply.json");
    let path = file.to_str().unwrap();

    std::fs::write(&file, &reply).unwrap();
    let verified = Said::by(&mut server.zhixing(&["verify", "qixin", path]));
    assert_eq!((verified.exit, verified.stdout.as_str()), (0, "verified\n"));

    std::fs::write(&file, reply.replacen("全部未履行", "全部已履行", 1)).unwrap();
    let altered = Said::by(&mut server.zhixing(&["verify", "qixin", path]));
    assert_eq!((altered.exit, altered.stdout.as_str()), (4, "mismatch\n"));
    for said in [path, "/sign", "/data", "QIXIN_SECRET_KEY", "--explain"] {
        assert!(altered.stderr.contains(said), "{altered:?}");
    }
    assert!(!altered.stderr.contains("全部"), "{altered:?}");

    std::fs::write(&file, "{}").unwrap();
    let bare = Said::by(&mut server.zhixing(&["verify", "qixin", path]));
    assert_eq!((bare.exit, bare.stdout.as_str()), (4, "unsigned\n"));
    assert!(bare.stderr.contains("nothing stands at /sign"), "{bare:?}");
    std::fs::write(&file, &reply).unwrap();

    let explained = Said::by(&mut server.zhixing(&["verify", "qixin", path, "--explain"]));
    assert!(
        explained.stdout.contains("&secret_key=***"),
        "{explained:?}"
    );
    let unsigned = Said::by(&mut server.zhixing(&["verify", "xinshu", path]));
    assert_eq!(unsigned.exit, 2, "{unsigned:?}");
}
