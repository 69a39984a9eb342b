//! Whose reply a file holds: told by the options, else by the file itself, else by its path, else by
//! what it looks like.

use std::path::Path;

use serde_json::Value;
use zhixing::VENDORS;
use zhixing_core::spec::{Operation, Vendor};

use super::files::Reply;
use crate::args::Drift;
use crate::command::{operation, vendor};
use crate::exit::Exit;
use crate::lang::Stored;
use crate::talk::Talk;

/// How an operation was known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum By {
    Options,
    File,
    Path,
    Content,
}

impl By {
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Options => "options",
            Self::File => "file",
            Self::Path => "path",
            Self::Content => "content",
        }
    }
}

/// What the options say.
pub(super) struct Named {
    vendor: Option<&'static Vendor>,
    operation: Option<&'static Operation>,
}

impl Named {
    pub(super) fn new(args: &Drift, talk: Talk) -> Result<Self, Exit> {
        let vendor = match &args.vendor {
            Some(name) => Some(vendor(name, talk)?.vendor),
            None => None,
        };
        let operation = match (&args.operation, vendor) {
            (Some(name), Some(vendor)) => Some(operation(vendor, name, talk)?),
            _ => None,
        };
        Ok(Self { vendor, operation })
    }

    /// The operation that a reply answers.
    pub(super) fn operation(
        &self,
        path: &Path,
        reply: &Reply,
    ) -> Result<(&'static Operation, By), Stored> {
        if !reply.value.is_object() {
            return Err(Stored::NoObject);
        }
        if let Some(operation) = self.operation {
            return Ok((operation, By::Options));
        }
        let fits = |it: &&Operation| {
            self.vendor
                .is_none_or(|vendor| vendor.name == it.vendor.name)
        };
        let candidates: Vec<&'static Operation> = VENDORS
            .iter()
            .flat_map(|entry| entry.vendor.operations.iter().copied())
            .filter(fits)
            .collect();
        if let Some((vendor, name)) = &reply.said {
            let is_said = |it: &&&Operation| it.vendor.name == vendor && it.name == name;
            return match candidates.iter().find(is_said) {
                Some(operation) => Ok((operation, By::File)),
                None => Err(unrecognised(&candidates)),
            };
        }
        if let ([one], Some(_)) = (&candidates[..], self.vendor) {
            return Ok((one, By::Options));
        }
        let words = words(path);
        let has = |name: &str| words.iter().any(|word| word == name);
        let by_path: Vec<_> = candidates
            .iter()
            .filter(|it| has(it.vendor.name) && (has(it.name) || it.vendor.operations.len() == 1))
            .collect();
        if let [one] = by_path[..] {
            return Ok((one, By::Path));
        }
        by_content(&candidates, &reply.value)
            .map(|operation| (operation, By::Content))
            .ok_or_else(|| unrecognised(&candidates))
    }
}

fn unrecognised(candidates: &[&'static Operation]) -> Stored {
    let known = candidates
        .iter()
        .map(|it| format!("{} {}", it.vendor.name, it.name));
    Stored::Unrecognised {
        known: known.collect::<Vec<_>>().join(", "),
    }
}

/// The folders on the way to a file, and the words of its name: `juhe.person_risk.2.json`, `qcc-1.json`.
fn words(path: &Path) -> Vec<String> {
    let mut words: Vec<String> = path
        .iter()
        .map(|part| part.to_string_lossy().into_owned())
        .collect();
    let name = words.pop().unwrap_or_default();
    words.extend(name.split(['.', '-', ' ', '@', '=']).map(str::to_owned));
    words
}

/// The one operation that documents the most of the reply's outermost fields, its status among them.
fn by_content(candidates: &[&'static Operation], reply: &Value) -> Option<&'static Operation> {
    let known = |operation: &Operation| -> usize {
        let code = operation
            .envelope
            .code
            .iter()
            .try_fold(reply, |at, key| at.get(key));
        let fields = operation.reply.first().map_or(&[][..], |it| it.fields);
        match code {
            Some(Value::String(_) | Value::Number(_) | Value::Bool(_)) => fields
                .iter()
                .filter(|field| reply.get(field.name).is_some())
                .count(),
            _ => 0,
        }
    };
    let mut best: Vec<(usize, &'static Operation)> =
        candidates.iter().map(|it| (known(it), *it)).collect();
    best.sort_by_key(|(known, _)| std::cmp::Reverse(*known));
    match best[..] {
        // One field in common is chance: many vendors say `status`.
        [(most, operation)] if most > 1 => Some(operation),
        [(most, operation), (next, _), ..] if most > 1 && most > next => Some(operation),
        _ => None,
    }
}
