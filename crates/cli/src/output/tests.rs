//! Each form of a report: what it looks like, and what it must say.

use serde_json::Value;
use zhixing::{Conclusion, Failure, Reason, Report, SourceReport, State, Subject};
use zhixing_core::record::Record;
use zhixing_core::transport::Phase;

use super::sample::{COMPANY, of, record_of, sandbox};
use super::table::Look;
use super::words::Lang;
use super::{csv, html, json, table};

const AT: &str = "2023-11-14T22:13:20Z";

fn look(lang: Lang, width: Option<u16>) -> Look {
    Look {
        lang,
        colour: false,
        width,
        full: false,
    }
}

fn company() -> Report {
    sandbox(Subject::new(COMPANY))
}

/// A source that failed, one that was not asked, and one that has pages left.
fn gaps() -> Report {
    let mut failed = SourceReport::new("qcc", "limit_exit_check", State::Unavailable);
    failed.error = Some(Failure::new("timeout", "qcc: timed out", Phase::InDoubt));
    let mut skipped = SourceReport::new("juhe", "person_risk", State::NotAsked);
    skipped.reason = Some(Reason::NeedsPerson);
    let mut searched = SourceReport::new("qixin", "execution_list_by_name", State::None);
    searched.complete = true;
    of(
        Subject::new("91320594758983201R"),
        vec![(searched, vec![]), (skipped, vec![]), (failed, vec![])],
    )
}

#[test]
fn the_table_of_the_sandbox() {
    insta::assert_snapshot!(
        "table_80",
        table::report(&company(), &look(Lang::En, Some(80)))
    );
    let full = Look {
        full: true,
        ..look(Lang::Zh, Some(100))
    };
    insta::assert_snapshot!("table_full_zh", table::report(&company(), &full));
}

/// All five searched, and none of them has anything.
#[test]
fn a_company_of_which_nobody_holds_anything_is_not_called_clean() {
    let nobody = Subject::new("查无此人有限公司").person("查无此人");
    let report = sandbox(nobody);
    assert_eq!(report.conclusion, Conclusion::SearchedNone);
    let table = table::report(&report, &look(Lang::En, Some(80)));
    assert!(table.contains("Searched, none found"), "{table}");
    assert!(table.contains("are not ruled out"), "{table}");
}

#[test]
fn the_table_of_what_was_not_searched() {
    insta::assert_snapshot!(
        "table_gaps",
        table::report(&gaps(), &look(Lang::En, Some(80)))
    );
}

#[test]
fn the_lines_and_the_spreadsheet_of_the_sandbox() {
    insta::assert_snapshot!("ndjson", json::lines(&company()).unwrap());
    insta::assert_snapshot!("csv", csv::report(&company(), false).unwrap());
}

#[test]
fn the_page_of_the_sandbox() {
    // A line for each element, so that a change can be read, and without the style, which a test in
    // a browser looks at.
    let lines = |page: String| {
        let (head, rest) = page.split_once("<style>").expect("a style");
        let (_, body) = rest.split_once("</style>").expect("its end");
        format!("{head}{body}").replace("><", ">\n<")
    };
    insta::assert_snapshot!("page", lines(html::report(&company(), Lang::En, AT)));
    insta::assert_snapshot!("page_gaps_zh", lines(html::report(&gaps(), Lang::Zh, AT)));
}

/// A file without records is read beside others: each of its lines tells of somebody.
#[test]
fn a_line_about_a_source_names_who_was_asked_about() {
    let report = sandbox(Subject::new("查无此人有限公司").person("查无此人"));
    let text = csv::report(&report, false).unwrap();
    let names = |vendor: &str| {
        let of = |line: &&str| line.starts_with(&format!("true,{vendor},"));
        let lines = text.lines().filter(of);
        lines
            .map(|line| line.split(',').nth(3).unwrap())
            .collect::<Vec<_>>()
    };
    assert_eq!(names("qixin"), ["(查无此人有限公司)"]);
    assert_eq!(names("juhe"), ["(查无此人)"; 3]);
    // Asked or not, a company is not the person who was not named.
    let text = csv::report(&gaps(), false).unwrap();
    assert_eq!(text.matches("(91320594758983201R)").count(), 3, "{text}");
}

/// A name may be another's; a number, in practice, is not, and where nothing was found nobody is taken for another.
#[test]
fn namesakes_are_not_ruled_out() {
    let everywhere = |subject: &Subject, shown: bool| {
        let report = sandbox(subject.clone());
        for lang in [Lang::En, Lang::Zh] {
            let caution = lang.pick("of the same name are not ruled out", "不排除同名者");
            let table = table::report(&report, &look(lang, None));
            assert_eq!(table.contains(caution), shown, "{table}");
            assert_eq!(html::report(&report, lang, AT).contains(caution), shown);
        }
    };
    everywhere(&Subject::new(COMPANY), true);
    everywhere(&Subject::new("查无此人有限公司"), false);
    let number = "91440304MA0TE5T241"; // 沙箱样本制造有限公司
    everywhere(&Subject::new(number), false);
    everywhere(&Subject::new(number).person("王样例"), true);
}

/// What was asked differs by it; the number itself is nobody's business but the reader's.
#[test]
fn that_an_identity_number_was_given_is_said_and_the_number_is_not() {
    let number = "11010519491231002X";
    let report = sandbox(Subject::new(COMPANY).id_number(number));
    for lang in [Lang::En, Lang::Zh] {
        let said = lang.pick("with an identity number", "证件号码");
        for text in [
            table::report(&report, &look(lang, None)),
            html::report(&report, lang, AT),
        ] {
            assert!(text.contains(said), "{text}");
            assert!(!text.contains(number), "{text}");
        }
    }
    assert!(!table::report(&company(), &look(Lang::En, None)).contains("identity number"));
}

/// The vendor sent them, in a form that nobody can read: that it did not name them would be untrue.
#[test]
fn a_court_that_cannot_be_read_is_not_said_to_be_missing() {
    let record = serde_json::json!({
        "kinds": ["exit_restricted"],
        "source": { "vendor": "qcc", "operation": "limit_exit_check" },
        "details": [{ "name": "CaseNo", "value": "[1]" }, { "name": "Court", "value": "[2]" }],
    });
    let record = serde_json::from_value(record).unwrap();
    let mut source = SourceReport::new("qcc", "limit_exit_check", State::Found);
    source.fetched = 1;
    let report = of(Subject::new(COMPANY), vec![(source, vec![record])]);
    let table = table::report(&report, &look(Lang::En, None));
    assert!(
        table.contains("1. case number not known  court not known"),
        "{table}"
    );
    assert!(html::report(&report, Lang::Zh, AT).contains("法院不明"));
}

/// The debtor's record and the restricted person's are two cases of one number: who counts cases or adds amounts up must see it.
#[test]
fn cases_of_one_number_name_each_other() {
    let report = company();
    let table = table::report(&report, &look(Lang::En, None));
    assert_eq!(table.matches("same number as case").count(), 4, "{table}");
    let page = html::report(&report, Lang::En, AT);
    let links = "same number as case</span> <a href=\"#case-3\">3</a>";
    assert!(page.contains(links), "{page}");
}

#[test]
fn silence_is_not_shown_as_an_answer() {
    let report = gaps();
    assert_eq!(report.conclusion, Conclusion::Inconclusive);
    for lang in [Lang::En, Lang::Zh] {
        let shown = [
            table::report(&report, &look(lang, Some(80))).replace("\n  ", " "),
            html::report(&report, lang, AT),
        ];
        for text in shown {
            let nothing = lang.pick("nothing follows", "不能据此作任何推断");
            let late = lang.pick("timed out", "超时");
            let person = lang.pick("asks about a person", "须给出主体名下的人员姓名");
            for needed in [nothing, "qcc", late, "juhe", person] {
                assert!(text.contains(needed), "{needed}: {text}");
            }
            // Words that a hurried reader would take for an all-clear.
            for misleading in ["clean", "no risk", "all clear", "无风险", "正常"] {
                assert!(!text.contains(misleading), "{misleading}: {text}");
            }
        }
    }
}

/// juhe and qcc may share a source: their agreeing is marked wherever it is shown.
#[test]
fn vendors_that_may_share_a_source_are_marked() {
    let said_by = |vendor: &str| {
        let record = serde_json::json!({
            "kinds": ["dishonest"],
            "case_number": { "raw": "(2018)苏0581执5877号" },
            "source": { "vendor": vendor, "operation": "any" },
        });
        let mut source = SourceReport::new(vendor, "any", State::Found);
        source.fetched = 1;
        (source, vec![serde_json::from_value(record).unwrap()])
    };
    let both = of(Subject::new("x"), vec![said_by("juhe"), said_by("qcc")]);
    let other = of(Subject::new("x"), vec![said_by("juhe"), said_by("qixin")]);
    for lang in [Lang::En, Lang::Zh] {
        let mark = lang.pick("may share one source", "可能同源");
        assert!(table::report(&both, &look(lang, None)).contains(mark));
        assert!(html::report(&both, lang, AT).contains(mark));
        assert!(!table::report(&other, &look(lang, None)).contains(mark));
        assert!(!html::report(&other, lang, AT).contains(mark));
    }
    assert!(table::report(&both, &look(Lang::En, None)).contains("juhe*, qcc*"));
}

#[test]
fn every_line_of_ndjson_says_what_it_is_and_the_first_counts_them() {
    let report = company();
    let text = json::lines(&report).unwrap();
    let lines: Vec<Value> = text
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let count = |kind: &str| lines.iter().filter(|line| line["type"] == kind).count();
    assert_eq!(lines[0]["type"], "report");
    assert_eq!(lines[0]["conclusion"], "records_and_may_be_more");
    for (kind, counted) in [
        ("source", "sources"),
        ("case", "cases"),
        ("record", "records"),
    ] {
        assert!(count(kind) > 0);
        assert_eq!(lines[0][counted], count(kind));
    }
    assert!(lines.iter().all(|line| line["sandbox"] == true));
    // A case names its records by their index.
    for case in lines.iter().filter(|line| line["type"] == "case") {
        for index in case["records"].as_array().unwrap() {
            let record = lines
                .iter()
                .find(|line| line["type"] == "record" && line["index"] == *index);
            let vendor = &record.unwrap()["source"]["vendor"];
            assert!(case["vendors"].as_array().unwrap().contains(vendor));
        }
    }
}

/// Excel reads UTF-8 only behind EF BB BF, and RFC 4180 ends lines with CR LF.
#[test]
fn the_spreadsheet_for_excel_begins_with_the_mark_and_ends_lines_as_excel_does() {
    let excel = csv::report(&company(), true).unwrap();
    assert!(excel.as_bytes().starts_with(b"\xef\xbb\xbfsandbox,vendor,"));
    assert!(excel.ends_with("\r\n"));
    let plain = csv::report(&company(), false).unwrap();
    assert!(plain.starts_with("sandbox,") && !plain.contains('\r'));
    assert_eq!(
        excel.trim_start_matches('\u{feff}').replace("\r\n", "\n"),
        plain
    );
}

#[test]
fn colours_are_written_only_when_asked_for() {
    let report = company();
    let plain = table::report(&report, &look(Lang::En, Some(80)));
    assert!(!plain.contains('\u{1b}'));
    let coloured = Look {
        colour: true,
        ..look(Lang::En, Some(80))
    };
    assert!(table::report(&report, &coloured).contains('\u{1b}'));
}

/// Every text of every record is in the page's evidence, whatever field it stands in. Words of ours are left
/// out, since the page has other words for them.
#[test]
fn the_page_leaves_nothing_of_a_record_out() {
    let ours = [
        "kinds", "kind", "role", "type", "form", "check", "degree", "items", "state", "parts",
        "yuan",
    ];
    let report = sandbox(Subject::new(COMPANY).person("张德洲"));
    let page = html::report(&report, Lang::En, AT);
    let (_, page) = page
        .split_once("<section id=\"evidence\">")
        .expect("evidence");
    let mut checked = 0;
    for record in &report.records {
        let mut open = vec![serde_json::to_value(record).unwrap()];
        while let Some(value) = open.pop() {
            match value {
                Value::Array(items) => open.extend(items),
                Value::Object(fields) => {
                    let fields = fields.into_iter();
                    open.extend(
                        fields
                            .filter(|(name, _)| !ours.contains(&name.as_str()))
                            .map(|(_, value)| value),
                    );
                }
                Value::String(text) => {
                    let text = text
                        .replace('&', "&amp;")
                        .replace('<', "&lt;")
                        .replace('>', "&gt;")
                        .replace('"', "&quot;");
                    assert!(page.contains(&text), "{text}");
                    checked += 1;
                }
                _ => {}
            }
        }
    }
    assert!(checked > 200, "{checked}");
}

/// The same for a record whose every text is another one, so that none can stand for its neighbour.
#[test]
fn the_page_shows_each_field_of_a_record() {
    fn number(value: &mut Value, next: &mut usize) {
        match value {
            Value::Array(items) => items.iter_mut().for_each(|it| number(it, next)),
            Value::Object(fields) => fields.values_mut().for_each(|it| number(it, next)),
            Value::String(text) if text == "§" => {
                *next += 1;
                *text = format!("text{next}.");
            }
            _ => {}
        }
    }
    let mut value = serde_json::to_value(record_of("§")).unwrap();
    let mut texts = 0;
    number(&mut value, &mut texts);
    let record: Record = serde_json::from_value(value).unwrap();
    // What is read again from its raw text is numbered and not read; the rest is here.
    let kept = serde_json::to_string(&record).unwrap();
    let mut source = SourceReport::new("qixin", "execution_list_by_name", State::Found);
    source.fetched = 1;
    let report = of(Subject::new("x"), vec![(source, vec![record])]);
    let page = html::report(&report, Lang::En, AT);
    let (_, page) = page
        .split_once("<section id=\"evidence\">")
        .expect("evidence");
    let kept: Vec<String> = (1..=texts)
        .map(|number| format!("text{number}."))
        .filter(|text| kept.contains(text))
        .collect();
    assert!(kept.len() > 25, "{}", kept.len());
    for text in kept {
        assert!(page.contains(&text), "{text}");
    }
}

/// A source of somebody's own that does not count what it hands out, between two that do.
#[test]
fn every_record_stands_under_its_source_once() {
    let source = |vendor: &str, fetched: u64| {
        let mut source = SourceReport::new(vendor, "any", State::Found);
        source.fetched = fetched;
        let record =
            serde_json::json!({ "kinds": [], "source": { "vendor": vendor, "operation": "any" } });
        (source, vec![serde_json::from_value(record).unwrap()])
    };
    for counted in [1, 0, 7, u64::MAX] {
        let sources = vec![
            source("qixin", 1),
            source("archive", counted),
            source("qcc", 1),
        ];
        let report = of(Subject::new("x"), sources);
        let (places, others) = super::facts::by_source(&report);
        assert_eq!(
            (places, others),
            (vec![vec![0], vec![1], vec![2]], vec![]),
            "{counted}"
        );
    }
}

/// A text that was not understood is not shown as an amount, nor drawn as a day, though it looks like one.
#[test]
fn a_text_of_the_vendor_s_gets_no_unit() {
    let record = serde_json::json!({
        "kinds": ["enforced"],
        "case_number": { "raw": "(2018)苏0581执5877号" },
        "amount": { "raw": "5." },
        "outstanding": { "raw": "1.2.3" },
        "source": { "vendor": "qixin", "operation": "any" },
    });
    let mut source = SourceReport::new("qixin", "any", State::Found);
    source.fetched = 1;
    let records = vec![serde_json::from_value(record).unwrap()];
    let report = of(Subject::new("x"), vec![(source, records)]);
    for text in [
        table::report(&report, &look(Lang::En, None)),
        html::report(&report, Lang::En, AT),
    ] {
        assert!(text.contains("1.2.3") && !text.contains("yuan"), "{text}");
    }
}
