//! `--sandbox`: no account, no network.

use crate::support::{COMPANY, Said, source, zhixing};

#[test]
fn the_first_line_of_the_readme_shows_records_and_says_that_they_are_samples() {
    let said = Said::by(&mut zhixing(&["check", "--sandbox", COMPANY]));
    assert_eq!(said.exit, 0, "{said:?}");
    assert!(said.stdout.contains("SAMPLE DATA"));
    // The two cases that xinshu's document prints for this company, in their canonical form.
    for case in ["(2019)沪0105执00447号", "(2018)沪0114执05058号"] {
        assert!(said.stdout.contains(case), "{case}: {}", said.stdout);
    }
    for vendor in ["qixin", "xinshu", "qcc", "cloudmarket"] {
        assert!(
            said.stdout
                .lines()
                .any(|line| line.contains(vendor) && line.contains("found")),
            "{vendor}"
        );
    }
}

#[test]
fn with_a_person_all_five_answer_in_json() {
    let said = Said::by(&mut zhixing(&[
        "check",
        "--sandbox",
        COMPANY,
        "--person",
        "张德洲",
        "--format",
        "json",
    ]));
    assert_eq!(said.exit, 0, "{said:?}");
    let report = said.json();
    assert_eq!(report["sandbox"], true);
    assert_eq!(report["subject"]["name"], COMPANY);
    for vendor in ["qixin", "xinshu", "qcc", "juhe", "cloudmarket"] {
        assert_eq!(source(&report, vendor)["state"], "found", "{vendor}");
    }
    assert_eq!(source(&report, "qixin")["signature"], "verified");
    assert_eq!(source(&report, "xinshu")["signature"], "unsigned");
    // juhe's document prints 10 records of 31.
    let juhe = source(&report, "juhe");
    assert_eq!(
        (&juhe["fetched"], &juhe["total"], &juhe["complete"]),
        (&10.into(), &31.into(), &false.into())
    );
    // Once per list type: 失信, 被执行, 限制消费.
    let lists = report["sources"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|source| source["vendor"] == "juhe");
    let lists: Vec<_> = lists
        .map(|source| source["list"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(lists, ["失信", "被执行", "限制消费"]);
    // A record of the document: the first of juhe's.
    let records = report["records"].as_array().unwrap();
    assert!(
        records
            .iter()
            .any(|record| record["case_number"]["canonical"] == "(2018)苏0581执5877号")
    );
}

#[test]
fn nothing_found_is_an_answer_and_not_an_error() {
    let said = Said::by(&mut zhixing(&[
        "check",
        "--sandbox",
        "查无此人有限公司",
        "--format",
        "json",
    ]));
    assert_eq!(said.exit, 0, "{said:?}");
    let report = said.json();
    for vendor in ["qixin", "xinshu", "qcc", "cloudmarket"] {
        assert_eq!(source(&report, vendor)["state"], "none", "{vendor}");
    }
    assert_eq!(source(&report, "juhe")["state"], "not_asked");
    assert_eq!(source(&report, "juhe")["reason"]["kind"], "needs_person");
    assert_eq!(report["records"].as_array().unwrap().len(), 0);
}

#[test]
fn without_credentials_nobody_is_asked_and_the_report_says_why() {
    let said = Said::by(&mut zhixing(&["check", COMPANY, "--format", "json"]));
    assert_eq!(said.exit, 7, "{said:?}");
    let report = said.json();
    assert_eq!(report["sandbox"], false);
    for (vendor, variable) in [
        ("qixin", "QIXIN_APPKEY"),
        ("xinshu", "XINSHU_PRIVATE_KEY"),
        ("qcc", "QCC_KEY"),
        ("cloudmarket", "CLOUDMARKET_URL"),
    ] {
        assert_eq!(source(&report, vendor)["state"], "not_asked", "{vendor}");
        let reason = &source(&report, vendor)["reason"];
        assert_eq!(reason["kind"], "not_configured", "{vendor}");
        let variables = reason["variables"].as_array().unwrap();
        assert!(variables.contains(&variable.into()), "{vendor}: {reason}");
    }
}

#[test]
fn the_request_is_printed_and_not_sent() {
    let arguments = [
        "call",
        "qixin",
        "execution_list_by_name",
        "keyword=x",
        "--print-request",
        "--at",
        "2023-11-14T22:13:20Z",
    ];
    let run = |more: &[&str]| {
        let mut command = zhixing(&[&arguments, more].concat());
        // A port on which nothing listens: a request that was sent would fail.
        command
            .env("QIXIN_APPKEY", "AK")
            .env("QIXIN_SECRET_KEY", "SK")
            .env("QIXIN_BASE_URL", "http://127.0.0.1:1");
        Said::by(&mut command)
    };
    let open = run(&["--reveal"]);
    assert_eq!(open.exit, 0, "{open:?}");
    let request = open.json();
    assert_eq!(request["method"], "GET");
    assert_eq!(
        request["url"],
        "http://127.0.0.1:1/APIService/execution/getExecutionListByName?keyword=x"
    );
    assert_eq!(request["headers"]["timestamp"], "1700000000000");
    // printf AK1700000000000SK | md5sum
    assert_eq!(
        request["headers"]["sign"],
        "174326a8be2ea3d822d4f7c5943f2e92"
    );
    let masked = run(&[]);
    assert!(
        !masked.stdout.contains("AK") && !masked.stdout.contains("174326a8"),
        "{masked:?}"
    );
}

#[test]
fn every_format_says_that_it_shows_samples() {
    for (format, mark) in [
        ("table", "SAMPLE DATA"),
        ("json", "\"sandbox\": true"),
        ("ndjson", "\"sandbox\":true"),
        ("csv", "sandbox,vendor"),
        ("html", "SAMPLE DATA"),
    ] {
        let said = Said::by(&mut zhixing(&[
            "check",
            "--sandbox",
            COMPANY,
            "--format",
            format,
        ]));
        assert_eq!(said.exit, 0, "{format}: {said:?}");
        assert!(said.stdout.contains(mark), "{format}: {}", said.stdout);
        assert!(said.stdout.contains(COMPANY), "{format}");
    }
}

#[test]
fn wrong_words_on_the_command_line_name_the_right_ones() {
    let vendor = Said::by(&mut zhixing(&["call", "--sandbox", "qixn", "x"]));
    assert_eq!(vendor.exit, 2);
    assert!(
        vendor
            .stderr
            .contains("qixin, xinshu, qcc, juhe, cloudmarket"),
        "{vendor:?}"
    );
    let operation = Said::by(&mut zhixing(&["call", "--sandbox", "qixin", "x"]));
    assert_eq!(operation.exit, 2);
    assert!(
        operation.stderr.contains("execution_list_by_name"),
        "{operation:?}"
    );
    let parameter = Said::by(&mut zhixing(&[
        "call",
        "--sandbox",
        "qixin",
        "execution_list_by_name",
        "kyword=x",
    ]));
    assert_eq!(parameter.exit, 2);
    assert!(parameter.stderr.contains("keyword, skip"), "{parameter:?}");
}
