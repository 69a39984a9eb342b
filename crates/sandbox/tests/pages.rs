//! Pages: they sum up to the total, repeat nothing, and end.

mod support;

use std::collections::BTreeSet;

use serde_json::json;
use support::{caller, documented, raw, sandbox};
use zhixing_core::operation::Reply;
use zhixing_core::request::Arguments;
use zhixing_core::spec::Operation;

use cloudmarket::dishonest as cloudmarket_op;
use juhe::person_risk as juhe_op;
use qcc::limit_exit_check as qcc_op;
use qixin::execution_list_by_name as qixin_op;

const MANY: &str = "大量记录测试有限公司";

/// Walks pages by hand until one is empty; gives the records and what each page said of the total.
async fn walk<R: Reply>(
    operation: &'static Operation,
    arguments: &[(&str, &str)],
    next: impl Fn(usize, usize) -> (&'static str, usize),
) -> Vec<String> {
    let sandbox = sandbox();
    let caller = caller(&sandbox, operation.vendor);
    let mut records: Vec<String> = Vec::new();
    for page in 0..100 {
        let mut given = Arguments::new();
        for (name, value) in arguments {
            given.push(*name, *value);
        }
        let (parameter, value) = next(page, records.len());
        given.push(parameter, value.to_string());
        let outcome = caller
            .call_with::<R>(operation, given)
            .await
            .expect("an answer");
        let total = outcome.reply.total().expect("a total");
        if outcome.records().is_empty() {
            assert_eq!(
                usize::try_from(total),
                Ok(records.len()),
                "pages sum up to the total"
            );
            return records;
        }
        let page = outcome.records().iter();
        records.extend(page.map(|record| serde_json::to_string(record).expect("JSON")));
    }
    panic!("pages without end");
}

fn distinct(records: &[String]) -> usize {
    records.iter().collect::<BTreeSet<_>>().len()
}

#[tokio::test]
async fn pages_sum_up_to_the_total_without_repetition() {
    let keyword = [("keyword", MANY)];
    let records =
        walk::<qixin_op::Reply>(&qixin_op::OPERATION, &keyword, |_, before| ("skip", before)).await;
    assert_eq!((records.len(), distinct(&records)), (57, 57));
    let asked = [("searchKey", MANY), ("pageSize", "7")];
    let records = walk::<qcc_op::Reply>(&qcc_op::OPERATION, &asked, |page, _| {
        ("pageIndex", page + 1)
    })
    .await;
    assert_eq!((records.len(), distinct(&records)), (57, 57));
    let records = walk::<cloudmarket_op::Reply>(&cloudmarket_op::OPERATION, &keyword, |page, _| {
        ("pageNum", page + 1)
    })
    .await;
    assert_eq!((records.len(), distinct(&records)), (57, 57));
    // The documented page of ten, then 21 records that are invented.
    let asked = [("keyword", "x"), ("realname", "张德洲"), ("type", "1")];
    let records = walk::<juhe_op::Reply>(&juhe_op::OPERATION, &asked, |page, _| {
        ("pageIndex", page + 1)
    })
    .await;
    assert_eq!((records.len(), distinct(&records)), (31, 31));
    // One documented record a page, three in all.
    let asked = [("searchKey", "xxxxxxx"), ("pageSize", "1")];
    let records = walk::<qcc_op::Reply>(&qcc_op::OPERATION, &asked, |page, _| {
        ("pageIndex", page + 1)
    })
    .await;
    assert_eq!((records.len(), distinct(&records)), (3, 3));
}

#[tokio::test]
async fn a_page_of_another_size_begins_with_the_documented_records() {
    let asked = [
        ("keyword", "x"),
        ("realname", "张德洲"),
        ("type", "1"),
        ("pageSize", "31"),
    ];
    let reply = raw::<juhe_op::Reply>(&juhe_op::OPERATION, &asked).await;
    let example = documented("juhe/examples/person_risk/success.json");
    let records = reply["result"]["data"].as_array().expect("records");
    assert_eq!(records.len(), 31);
    assert_eq!(
        &records[..10],
        example["result"]["data"]
            .as_array()
            .expect("records")
            .as_slice()
    );
    assert_eq!(reply["result"]["pageSize"], 31);
}

#[tokio::test]
async fn no_page_number_is_too_large() {
    let far = i64::MAX.to_string();
    let asked = [
        ("searchKey", MANY),
        ("pageIndex", far.as_str()),
        ("pageSize", "20"),
    ];
    let reply = raw::<qcc_op::Reply>(&qcc_op::OPERATION, &asked).await;
    assert_eq!(reply["Status"], "200");
    assert_eq!(reply["Result"], json!({"VerifyResult": 1, "Data": []}));
    assert_eq!(reply["Paging"]["TotalRecords"], 57);
}
