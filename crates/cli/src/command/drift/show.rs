//! How the drift is written.

use serde_json::{Value, json};
use zhixing_core::observe::Drift;

use super::File;
use super::seen::{Finding, Row};
use crate::lang::{Lang, Word, drift};
use crate::output::table::plain;
use crate::output::text::clean;

/// For people: one block for each operation.
pub(super) fn table(files: &[File], findings: &[Finding], lang: Lang) -> String {
    let mut text = String::new();
    for finding in findings {
        let operation = finding.operation;
        text += &format!(
            "{} {}  {}\n",
            operation.vendor.name,
            operation.name,
            drift::counts(lang, finding.files, finding.replies, finding.failures)
        );
        let by: Vec<String> = files
            .iter()
            .filter(|file| {
                let mut known = file.by.iter();
                known.any(|it| (it.0, it.1) == (operation.vendor.name, operation.name))
            })
            .map(|file| clean(&file.name))
            .collect();
        if by.len() <= 3 {
            text += &format!("  {}\n", by.join(", "));
        }
        if finding.rows.is_empty() {
            text += &format!("  {}\n\n", Word::NoDrift.text(lang));
            continue;
        }
        let mut table = plain();
        let headings = [Word::Path, Word::Difference, Word::Replies, Word::Files];
        table.set_header(headings.map(|word| word.text(lang)));
        for row in &finding.rows {
            table.add_row([
                clean(&row.path),
                drift::kind(lang, row.kind),
                row.replies.to_string(),
                row.files.to_string(),
            ]);
        }
        text += &format!("{table}\n");
        text += &format!(
            "  {}\n",
            drift::patch(lang, &finding.schema, finding.patch.len())
        );
        if !finding.left.is_empty() {
            text += &format!("  {}\n", Word::LeftToYou.text(lang));
        }
        for left in &finding.left {
            text += &format!("  • {}: {}\n", clean(&left.path), clean(&left.reason));
        }
        text.push('\n');
    }
    text
}

/// For machines.
pub(super) fn json(files: &[File], findings: &[Finding]) -> Value {
    let files: Vec<Value> = files
        .iter()
        .map(|file| {
            let known = file.by.iter().map(|(vendor, operation, by)| {
                json!({ "vendor": vendor, "operation": operation, "known_by": by.as_str() })
            });
            json!({
                "file": file.name,
                "replies": file.replies,
                "operations": known.collect::<Vec<_>>(),
            })
        })
        .collect();
    let operations: Vec<Value> = findings
        .iter()
        .map(|finding| {
            let left: Vec<Value> = finding
                .left
                .iter()
                .map(|left| json!({ "path": left.path, "reason": left.reason }))
                .collect();
            json!({
                "vendor": finding.operation.vendor.name,
                "operation": finding.operation.name,
                "schema": finding.schema,
                "files": finding.files,
                "replies": finding.replies,
                "failures": finding.failures,
                "drift": finding.rows.iter().map(row).collect::<Vec<_>>(),
                "patch": finding.patch,
                "left_to_you": left,
            })
        })
        .collect();
    json!({ "files": files, "operations": operations })
}

fn row(row: &Row) -> Value {
    let (documented, found) = match row.kind {
        Drift::OtherType { documented, found } | Drift::WrongShape { documented, found } => {
            (Some(documented.as_str()), Some(found.as_str()))
        }
        _ => (None, None),
    };
    json!({
        "path": row.path,
        "kind": row.kind.as_str(),
        "message": row.kind.to_string(),
        "documented": documented,
        "found": found,
        "replies": row.replies,
        "files": row.files,
    })
}
