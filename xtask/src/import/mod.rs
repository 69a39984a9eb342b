//! `cargo xtask import`: drafts schemas from a document's tables, and lists what it left out.
//!
//! Copying a table by hand is slow and goes wrong in row forty; reading one for certain can be left to a
//! machine. So [`draft()`] takes what cells say verbatim and nothing else, and each thing that it was
//! not sure of is a [`Remark`] with its line. Reading goes one way: a document becomes blocks, tables
//! become fields and codes, and those fill the files that `cargo xtask new` begins.

mod address;
mod codes;
mod columns;
mod document;
mod draft;
mod example;
mod field;
mod gather;
mod label;
mod mend;
mod merge;
mod path;
mod remark;
mod rows;
mod tail;
mod types;
mod write;

use std::collections::BTreeMap;

use serde_json::Value;

use remark::Remarks;
pub use remark::{Fate, Remark};
pub use write::{Imported, Options, run};

/// What a document gives.
#[derive(Debug)]
pub struct Draft {
    /// `vendor.json`, as it would be of a vendor that nobody has transcribed.
    pub vendor: Value,
    /// `<operation>.json`.
    pub operation: Value,
    /// The printed replies, by their path inside the vendor's folder.
    pub examples: BTreeMap<String, Value>,
    /// What is not in the draft, and what is and may be wrong; by line.
    pub remarks: Vec<Remark>,
}

/// Drafts the schemas of a document. `existing` is the vendor's `vendor.json`, if somebody has transcribed
/// it: then its `auth` and its envelope hold.
///
/// It never fails: of a text without tables nothing is drafted, and the remarks say what stood there.
#[must_use]
pub fn draft(text: &str, vendor: &str, operation: &str, existing: Option<&Value>) -> Draft {
    let mut remarks = Remarks::default();
    let blocks = document::read(text);
    let mut gathered = gather::gather(&blocks, &mut remarks);
    let address = address::read(&blocks, &mut remarks);
    let examples = example::find(&blocks, &gathered.reply, &mut remarks);
    for example in &examples {
        merge::merge(&mut gathered.reply, example, &mut remarks);
    }
    let read = draft::Read {
        gathered,
        address,
        examples,
    };
    draft::draft(read, vendor, operation, existing, remarks)
}
