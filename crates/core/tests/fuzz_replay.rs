//! What the fuzzer begins with and what it found, for the targets that need this crate alone, as ordinary tests:
//! `FUZZ_CORPUS=fuzz/corpus cargo test -p zhixing-core --test fuzz_replay` writes the seeds of a run.

#[path = "../../../fuzz/src/canonical.rs"]
mod canonical;
#[path = "../../../fuzz/src/corpus.rs"]
mod corpus;
#[path = "../../../fuzz/src/values.rs"]
mod values;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use proptest::prelude::*;
use serde_json::Value;

/// The replies that the vendors' documents print, by file.
fn examples() -> BTreeMap<String, String> {
    fn walk(folder: PathBuf, into: &mut BTreeMap<String, String>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(path, into);
            } else if path.components().any(|part| part.as_os_str() == "examples") {
                let name = path.display().to_string();
                let name = name.rsplit_once("schemas").unwrap().1.replace('/', "-");
                into.insert(name, fs::read_to_string(path).unwrap());
            }
        }
    }
    let mut examples = BTreeMap::new();
    walk(
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../schemas"),
        &mut examples,
    );
    assert!(examples.len() >= 6, "{examples:?}");
    examples
}

/// Every text and number that they hold.
fn leaves(value: &Value, into: &mut Vec<String>) {
    match value {
        Value::Object(members) => members.values().for_each(|inner| leaves(inner, into)),
        Value::Array(items) => items.iter().for_each(|inner| leaves(inner, into)),
        Value::String(text) => into.push(text.clone()),
        other => into.push(other.to_string()),
    }
}

#[test]
fn the_printed_values_give_no_finding() {
    let mut printed = Vec::new();
    for text in examples().values() {
        leaves(&serde_json::from_str(text).unwrap(), &mut printed);
    }
    // Spellings that no document prints, one for each form of a number.
    let more = [
        "11010519491231002X",
        "91350100M000100Y43",
        "110108000000016",
        "1.799E+7",
        "15000万人民币元",
    ];
    printed.extend(more.map(str::to_owned));
    printed.sort();
    printed.dedup();
    assert!(printed.len() > 100);
    for text in &printed {
        assert_eq!(values::check(text), Ok(()));
    }
    let seeds: BTreeMap<String, Vec<u8>> = (0..)
        .map(|index: usize| format!("printed-{index:03}"))
        .zip(printed.into_iter().map(String::into_bytes))
        .collect();
    let words = [
        "（",
        "）",
        "〔",
        "(2019)",
        "号",
        "字第",
        "之一",
        "最高法",
        "沪",
        "0105",
        "执恢",
        "民初",
        "知",
        "商",
        "年",
        "月",
        "日",
        "T00:00:00",
        "+08:00",
        "Z",
        "0001-01-01",
        "0000-00-00",
        "\u{3000}",
        "\u{200b}",
        "０",
        "，",
        "．",
        "Ｅ",
        "万",
        "亿",
        "元",
        "整",
        "人民币",
        "RMB",
        "xxxx",
        "****",
        "-X",
        "暂无",
        "[]",
        "违反财产报告制度",
        "全部未履行",
    ];
    corpus::write("values", &seeds, &corpus::dictionary(words));
}

#[test]
fn the_printed_replies_give_no_finding() {
    let examples = examples();
    for (name, text) in &examples {
        assert_eq!(canonical::check(text.as_bytes()), Ok(()), "{name}");
    }
    let seeds: BTreeMap<String, Vec<u8>> = examples
        .into_iter()
        .map(|(name, text)| (name, text.into_bytes()))
        .collect();
    let words = [
        "null",
        "[]",
        "{}",
        "\\u0061",
        "\\ud842\\udfb7",
        "1e400",
        "-0",
        "\"a.b\"",
        "\"a-b\"",
        "\"\":",
    ];
    corpus::write("canonical_text", &seeds, &corpus::dictionary(words));
}

/// A file of `fuzz/findings/` was a finding once.
#[test]
fn what_was_found_stays_mended() {
    for (name, input) in corpus::findings("values") {
        let text = String::from_utf8_lossy(&input);
        assert_eq!(values::check(&text), Ok(()), "{name}");
    }
    for (name, input) in corpus::findings("canonical_text") {
        assert_eq!(canonical::check(&input), Ok(()), "{name}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2048, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn values_of_any_characters_give_no_finding(
        text in prop_oneof![
            any::<String>(),
            "[(（)）〔〕0-9０-９ \u{3000}沪鲁最高法博执民初恢知字第号之一仲\\-x]{0,24}",
            "[0-9０-９年月日\\-/.T: Z+]{0,24}",
            "[0-9０，, .E+\\-万亿元人民币]{0,20}",
            "[0-9A-Zx*\\-]{9,18}",
        ],
    ) {
        prop_assert_eq!(values::check(&text), Ok(()));
    }
}
