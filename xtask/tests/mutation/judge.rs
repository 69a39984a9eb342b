//! What becomes of a mutant: explained, generated, or a finding.

use std::panic::{AssertUnwindSafe, catch_unwind};

use serde_json::Value;
use xtask::check::check;
use xtask::codegen::Failure;
use xtask::diagnostic::{Diagnostic, Diagnostics};
use xtask::emit::{Files, folder};
use xtask::make::{around, operations};
use xtask::read::{Sources, Texts, read};

/// What was generated from one mutant, and what its crate must add by hand.
#[derive(Debug)]
pub(crate) struct Generated {
    /// The vendor's files by their names in `generated/`.
    pub(crate) files: Files,
    /// The types of records: module and name.
    pub(crate) records: Vec<(String, String)>,
}

#[derive(Debug)]
pub(crate) enum Verdict {
    Refused(Diagnostics),
    Generated(Generated),
}

/// The verdict; an error is a finding.
pub(crate) fn judge(texts: &Texts) -> Result<Verdict, String> {
    // Nothing is shared with what panicked.
    catch_unwind(AssertUnwindSafe(|| run(texts))).unwrap_or_else(|panic| {
        let words = panic.downcast_ref::<String>().cloned();
        let words = words.or_else(|| panic.downcast_ref::<&str>().map(|s| (*s).to_owned()));
        Err(format!("It panicked: {}", words.unwrap_or_default()))
    })
}

fn run(texts: &Texts) -> Result<Verdict, String> {
    let mut faults = Diagnostics::default();
    let sources = read(texts, None, &mut faults);
    check(&sources, &mut faults);
    let made = if faults.is_empty() {
        operations(&mut sources.clone())
    } else {
        Err(Failure::Faults(faults))
    };
    let (vendors, mut files) = match made {
        Ok(made) => made,
        Err(Failure::Faults(faults)) => {
            for fault in faults.iter() {
                unexplained(fault, &sources).map_or(Ok(()), Err)?;
            }
            return Ok(Verdict::Refused(faults));
        }
        Err(other) => return Err(other.to_string()),
    };
    files.extend(around(&vendors, true).map_err(|failure| failure.to_string())?);
    for (file, text) in &files {
        if file.ends_with(".rs") {
            syn::parse_file(text).map_err(|error| format!("{file} is no Rust: {error}"))?;
        } else if file.ends_with(".json") {
            serde_json::from_str::<serde::de::IgnoredAny>(text)
                .map_err(|error| format!("{file} is no JSON: {error}"))?;
        }
    }
    let [vendor] = &vendors[..] else {
        return Err("One vendor was read and not one generated.".into());
    };
    let own = format!("{}/", folder(&vendor.file.vendor));
    let own = files
        .into_iter()
        .filter_map(|(file, text)| Some((file.strip_prefix(&own)?.to_owned(), text)));
    Ok(Verdict::Generated(Generated {
        files: own.collect(),
        records: vendor
            .operations
            .iter()
            .map(|o| (o.module.clone(), o.record.clone()))
            .collect(),
    }))
}

/// What is missing of an explanation: which file, where in it, why, and what to do.
fn unexplained(fault: &Diagnostic, sources: &Sources) -> Option<String> {
    let all = format!("{}{}", fault.reason, fault.hint);
    let blames_itself = [
        "gap of the checks",
        "cannot be lowered",
        "dialect is broken",
        "is a bug",
    ];
    let problem = if blames_itself.iter().any(|words| all.contains(words)) {
        "The generator blames itself."
    } else if !fault.file.starts_with("schemas") || fault.reason.len() < 10 || fault.hint.len() < 10
    {
        "File, reason or hint is missing."
    } else if fault.line.is_none() && !fault.pointer.is_empty() {
        "The line is missing."
    } else if !stands(fault, sources) {
        "The pointer leads nowhere."
    } else {
        return None;
    };
    Some(format!("{problem}\n{fault}"))
}

/// Whether the fault's place, or what it would be a member of, is in the file.
fn stands(fault: &Diagnostic, sources: &Sources) -> bool {
    let documents = sources.vendors.iter().flat_map(|vendor| {
        let examples = vendor.examples.values().flatten();
        vendor
            .vendor
            .iter()
            .chain(vendor.operations.values())
            .chain(examples)
    });
    let Some(document) = { documents }.find(|document| document.file == fault.file) else {
        return true; // unreadable: the line says where
    };
    let around = &fault.pointer[..fault.pointer.rfind('/').unwrap_or(0)];
    [fault.pointer.as_str(), around].iter().any(|place| {
        document
            .value
            .pointer(place)
            .is_some_and(|v: &Value| *place == fault.pointer || v.is_object() || v.is_array())
    })
}
