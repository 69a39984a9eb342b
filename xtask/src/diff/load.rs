//! A side as models, as far as its faults allow.
//!
//! One operation with a fault does not hide its neighbours: it alone is left out of the model, and its text
//! is compared instead.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde_json::Value;

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::read::{self, DIALECT, MetaSchemas, Sources, Store};
use crate::{check, model};

/// One vendor of a side.
#[derive(Debug, Default)]
pub(super) struct Loaded {
    /// The model of all that has no faults; `None` where `vendor.json` has some.
    pub model: Option<model::Vendor>,
    /// Operations that have faults.
    pub unread: BTreeSet<String>,
    pub faults: Vec<Diagnostic>,
    /// `vendor.json` and the operations' files by their name, those that are JSON.
    pub schemas: BTreeMap<String, Value>,
    /// The examples by their path.
    pub examples: BTreeMap<String, Value>,
}

/// All vendors of a side. A side without a dialect of its own is read by ours; one whose dialect is broken, or there by half, is
/// checked by nothing, so that each of its vendors has the fault.
pub(super) fn load(root: &Path) -> BTreeMap<String, Loaded> {
    let mut faults = Diagnostics::default();
    let mut sources = read::read(root, None, &mut faults);
    let dialect = format!("schemas/{DIALECT}");
    if root.entries(&dialect).is_empty() {
        sources.dialect = Some(MetaSchemas::BuiltIn);
        let read = std::mem::take(&mut faults);
        let others = read.iter().filter(|fault| !is_of_dialect(fault));
        others.for_each(|fault| faults.push(fault.clone()));
    }
    check::check(&sources, &mut faults);
    let Sources { vendors, .. } = sources;
    vendors
        .into_iter()
        .map(|vendor| {
            let own = format!("schemas/{}/", vendor.folder);
            let is_own = |fault: &&Diagnostic| fault.file.starts_with(&own) || is_of_dialect(fault);
            let faults = faults.iter().filter(is_own);
            (
                vendor.folder.clone(),
                one(vendor, faults.cloned().collect()),
            )
        })
        .collect()
}

impl Loaded {
    /// Whether nothing checked it, as the side's dialect is broken.
    pub(super) fn is_unchecked(&self) -> bool {
        self.faults.iter().any(is_of_dialect)
    }
}

fn is_of_dialect(fault: &Diagnostic) -> bool {
    let file = fault.file.strip_prefix("schemas/");
    file.and_then(|file| file.strip_prefix(DIALECT))
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

fn one(mut vendor: read::Vendor, faults: Vec<Diagnostic>) -> Loaded {
    let own = format!("schemas/{}/", vendor.folder);
    let mut loaded = Loaded {
        faults,
        ..Loaded::default()
    };
    let files = vendor.operations.values().chain(&vendor.vendor);
    for document in files {
        let name = document.file.trim_start_matches(&own).to_owned();
        loaded.schemas.insert(name, document.value.clone());
    }
    for (path, document) in &vendor.examples {
        let value = document.as_ref().map(|document| document.value.clone());
        loaded
            .examples
            .insert(path.clone(), value.unwrap_or_default());
    }
    let mut new = loaded.faults.clone();
    loop {
        // A fault of an example leaves the operation's types as they are.
        let files: BTreeSet<String> = new
            .iter()
            .filter_map(|fault| fault.file.strip_prefix(&own)?.strip_suffix(".json"))
            .filter(|name| !name.contains('/'))
            .map(str::to_owned)
            .collect();
        if files.contains("vendor") || vendor.vendor.is_none() || loaded.is_unchecked() {
            loaded.unread.extend(vendor.operations.into_keys());
            return loaded;
        }
        vendor.operations.retain(|name, _| !files.contains(name));
        loaded.unread.extend(files);
        let sources = Sources {
            vendors: vec![vendor],
            others: BTreeMap::new(),
            dialect: None,
        };
        let mut faults = Diagnostics::default();
        let mut models = model::lower(&sources, &mut faults);
        let Some(back) = sources.vendors.into_iter().next() else {
            return loaded;
        };
        vendor = back;
        new = faults.iter().cloned().collect();
        loaded.faults.extend(new.iter().cloned());
        if new.is_empty() {
            loaded.model = models.pop();
            return loaded;
        }
        // A fault that names no operation here cannot be taken out of the way.
        let is_known = |fault: &Diagnostic| {
            let name = fault
                .file
                .strip_prefix(&own)
                .and_then(|f| f.strip_suffix(".json"));
            name.is_some_and(|name| vendor.operations.contains_key(name))
        };
        if !new.iter().any(is_known) {
            loaded.unread.extend(vendor.operations.into_keys());
            return loaded;
        }
    }
}
