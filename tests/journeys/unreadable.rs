//! A field that came and could not be read is said to be one, by every vendor and in every form: its absence would read as if the
//! vendor had said nothing there.

use serde_json::{Value, json};

use crate::support::{COMPANY, FIVE, Said, Server};

/// A reply of each vendor, in one field of which stands something else than the document promises, and the name of that field. `SESAME`
/// is what stands there; of an integer, what many write for none.
fn replies() -> [(&'static str, Value, &'static str); 5] {
    let body = |vendor: &str| match vendor {
        // Signed by md5sum: of `items.0.court.0=SESAME&secret_key=SK`.
        "qixin" => json!({
            "status": "200", "sign": "314c6809422e762842915a01d9de66ba",
            "data": {"items": [{"court": ["SESAME"]}]},
        }),
        "xinshu" => json!({
            "rc": "0000", "msg": "查询成功", "orderNo": "7",
            "data": [{"entityName": COMPANY, "courtName": {"SESAME": 1}}],
        }),
        "qcc" => json!({
            "Status": "200", "Message": "查询成功", "OrderNumber": "7",
            "Paging": {"PageSize": 20, "PageIndex": 1, "TotalRecords": 1},
            // A number beside it that no document knows is another thing.
            "Result": {"VerifyResult": 1, "Data": [{"LimitList": [{"Name": ["SESAME"], "Phone": "4711"}]}]},
        }),
        "juhe" => json!({
            "error_code": 0, "reason": "成功",
            "result": {"totalRecords": 1, "pageIndex": 1, "pageSize": 20, "data": [
                {"PersonName": "张德洲", "Relation": [{"Type": "1", "Value": ["SESAME"]}]},
            ]},
        }),
        _ => json!({
            "code": 0, "desc": "成功",
            "result": {"total": 1, "items": [{"iname": COMPANY, "regdate": "-"}]},
        }),
    };
    [
        ("qixin", "court"),
        ("xinshu", "courtName"),
        ("qcc", "LimitList[0].Name"),
        ("juhe", "Relation[0].Value"),
        ("cloudmarket", "regdate"),
    ]
    .map(|(vendor, field)| (vendor, body(vendor), field))
}

/// A sandbox in which every vendor answers with that reply.
fn server() -> Server {
    let faults = replies().map(|(vendor, body, _)| {
        let body = body.to_string();
        json!({"vendor": vendor, "fault": {"status": {"status": 200, "body": body}}})
    });
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("scenario.json");
    std::fs::write(&file, json!({"faults": faults}).to_string()).unwrap();
    // It is read when the first variables are printed.
    Server::with(&["--scenario", file.to_str().unwrap()])
}

fn check(server: &Server, options: &[&str]) -> String {
    let question = [
        "check",
        COMPANY,
        "--person",
        "张德洲",
        "--vendor",
        FIVE,
        "-v",
    ];
    let mut command = server.zhixing(&[&question[..], options].concat());
    let said = Said::by(command.env("QIXIN_SECRET_KEY", "SK"));
    assert_eq!(said.exit, 0, "{said:?}");
    assert!(!said.stderr.contains("SESAME"), "{said:?}");
    said.stdout
}

fn field_of(vendor: &str) -> &'static str {
    let all = replies();
    let found = all.iter().find(|(name, ..)| *name == vendor);
    found.map(|(_, _, field)| *field).unwrap()
}

#[test]
fn json_names_the_field_and_keeps_what_came() {
    let server = server();
    let report: Value = serde_json::from_str(&check(&server, &["--format", "json"])).unwrap();
    let records = report["records"].as_array().unwrap();
    // juhe is asked for each of its three lists.
    assert_eq!(records.len(), 4 + 3, "{report:#}");
    for record in records {
        let field = field_of(record["source"]["vendor"].as_str().unwrap());
        assert_eq!(record["unreadable"], json!([field]));
        let details = record["details"].as_array().unwrap();
        let kept = details.iter().find(|it| it["name"] == field).unwrap();
        let kept = kept["value"].as_str().unwrap();
        assert!(kept == "-" || kept.contains("SESAME"), "{kept}");
    }
    let lines = check(&server, &["--format", "ndjson"]);
    assert_eq!(lines.matches(r#""unreadable":["#).count(), 7, "{lines}");
}

#[test]
fn a_table_says_it_below_the_record_and_not_what_came() {
    let server = server();
    for (lang, words) in [
        ("en", "     could not be read: "),
        ("zh", "     无法识别的字段："),
    ] {
        let table = check(&server, &["--lang", lang]);
        assert!(!table.contains("SESAME"), "{table}");
        let mut told = 0;
        let mut lines = table.lines().peekable();
        while let Some(line) = lines.next() {
            let Some((_, record)) = line.trim_start().split_once('#') else {
                continue;
            };
            let vendor = record.split(' ').nth(1).unwrap();
            let below = lines.peek().copied().unwrap_or_default();
            assert_eq!(below, format!("{words}{}", field_of(vendor)), "{table}");
            told += 1;
        }
        assert_eq!(told, 7, "{table}");
    }
}

#[test]
fn a_spreadsheet_has_a_column_for_it() {
    let sheet = check(&server(), &["--format", "csv"]);
    let mut reader = csv::Reader::from_reader(sheet.as_bytes());
    let headings = reader.headers().unwrap().clone();
    let column = |name: &str| headings.iter().position(|it| it == name).unwrap();
    let (vendor, unreadable) = (column("vendor"), column("unreadable"));
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let records = rows.iter().filter(|row| &row[column("state")] == "record");
    let mut told = 0;
    for row in records {
        assert_eq!(&row[unreadable], field_of(&row[vendor]));
        told += 1;
    }
    assert_eq!(told, 7, "{sheet}");
    assert!(!sheet.contains("SESAME"), "{sheet}");
}

#[test]
fn a_page_says_it_with_the_case_and_in_the_evidence() {
    let server = server();
    for (lang, words, colon) in [
        ("en", "could not be read", ": "),
        ("zh", "无法识别的字段", "："),
    ] {
        let page = check(&server, &["--format", "html", "--lang", lang]);
        let (cases, evidence) = page.split_once("<section id=\"evidence\">").unwrap();
        for (_, _, field) in replies() {
            let beside_case = format!(
                "<span class=\"warn\">{words}{colon}</span><span class=\"mono\">{field}</span>"
            );
            assert!(cases.contains(&beside_case), "{field}: {cases}");
            let in_evidence = format!(
                " warn\">{words}</span></th><td class=\"data\" lang=\"zh-CN\" colspan=\"2\">{field}</td>"
            );
            assert!(evidence.contains(&in_evidence), "{field}: {evidence}");
        }
        // What came stands in the evidence alone.
        assert!(!cases.contains("SESAME"), "{cases}");
        assert_eq!(evidence.matches("SESAME").count(), 6, "{evidence}");
    }
}

/// That the above is not said of everything.
#[test]
fn nothing_is_said_of_it_where_everything_was_read() {
    for (options, words) in [
        (&["--lang", "en"][..], "could not be read"),
        (&["--lang", "zh", "--format", "html"], "无法识别的字段"),
        (&["--format", "json"], "unreadable"),
    ] {
        let question = ["check", "--sandbox", COMPANY, "--person", "张德洲"];
        let said = Said::by(&mut crate::support::zhixing(
            &[&question[..], options].concat(),
        ));
        assert!(!said.stdout.contains(words), "{said:?}");
    }
}
