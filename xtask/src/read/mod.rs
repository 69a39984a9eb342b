//! Finds the schemas and reads them.
//!
//! Vendors and operations are whatever folders and files there are: no name is written down here.

mod dialect;
mod fixups;
pub mod position;
mod rename;
mod store;

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde_json::Value;

use crate::diagnostic::{Diagnostic, Diagnostics};
pub use dialect::MetaSchemas;
use position::{Positions, may_repeat, positions};
pub use store::{Store, Texts};

/// The folder that holds our dialect and no vendor.
pub const DIALECT: &str = "dialect";

/// What some editors write in front of UTF-8.
pub(crate) const BYTE_ORDER_MARK: char = '\u{feff}';

/// What to do about it.
pub(crate) const WITHOUT_MARK: &str =
    "Save it as UTF-8 without BOM; `sed -i '1s/^\\xef\\xbb\\xbf//' FILE` takes it away.";

/// One JSON file.
#[derive(Debug, Clone)]
pub struct Document {
    /// Its path from the repository's root, with `/`.
    pub file: String,
    /// What it holds.
    pub value: Value,
    text: String,
    /// Whether a key may stand twice in its object.
    may_repeat: bool,
    /// Found when a line is asked for: only faults do.
    positions: OnceLock<Positions>,
}

impl Document {
    /// A file of which the text is at hand.
    ///
    /// # Errors
    /// The text is no JSON.
    pub fn parse(file: &str, text: impl Into<String>) -> serde_json::Result<Self> {
        let text = text.into();
        let value = serde_json::from_str(&text)?;
        Ok(Self {
            file: file.to_owned(),
            may_repeat: may_repeat(&text, &value),
            value,
            text,
            positions: OnceLock::new(),
        })
    }

    /// The file's text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    fn positions(&self) -> &Positions {
        self.positions.get_or_init(|| positions(&self.text))
    }

    /// Pointer and line of each key that its object already had.
    fn repeated(&self) -> &[(String, usize)] {
        if self.may_repeat {
            &self.positions().repeated
        } else {
            &[]
        }
    }

    /// The line of the value at a pointer, or of the nearest one around it.
    #[must_use]
    pub fn line(&self, pointer: &str) -> Option<usize> {
        let mut pointer = pointer;
        loop {
            if let Some(line) = self.positions().lines.get(pointer) {
                return Some(*line);
            }
            pointer = &pointer[..pointer.rfind('/')?];
        }
    }

    /// A fault of this file.
    #[must_use]
    pub fn fault(
        &self,
        pointer: &str,
        reason: impl Into<String>,
        hint: impl Into<String>,
    ) -> Diagnostic {
        Diagnostic {
            file: self.file.clone(),
            line: self.line(pointer),
            pointer: pointer.to_owned(),
            reason: reason.into(),
            hint: hint.into(),
        }
    }
}

/// One vendor's files. What could not be read is missing here and reported.
#[derive(Debug, Clone)]
pub struct Vendor {
    /// The folder's name.
    pub folder: String,
    /// `vendor.json`.
    pub vendor: Option<Document>,
    /// The operations by file name without ending.
    pub operations: BTreeMap<String, Document>,
    /// Whether every operation file could be read.
    pub complete: bool,
    /// The files under `examples/`, by their path inside the vendor's folder; `None` for those that
    /// are no JSON.
    pub examples: BTreeMap<String, Option<Document>>,
}

/// All that was read.
#[derive(Debug, Clone)]
pub struct Sources {
    /// The vendors by name.
    pub vendors: Vec<Vendor>,
    /// `vendor.json` of those that were not asked for, by their folders and where it can be read: what must hold of all vendors is
    /// held of the one that was.
    pub others: BTreeMap<String, Document>,
    /// What `vendor.json` and operations may say; `None` if that cannot be read, which is reported.
    pub dialect: Option<MetaSchemas>,
}

/// Reads everything under `schemas/`; with a name, that vendor only.
pub fn read<S: Store + ?Sized>(root: &S, only: Option<&str>, faults: &mut Diagnostics) -> Sources {
    let dialect = MetaSchemas::read(root, faults);
    let known = vendor_names(root);
    if known.is_empty() {
        faults.push(missing(
            "schemas",
            "There is no vendor.",
            "Make a folder with a vendor.json for each vendor.",
        ));
    }
    if let Some(wanted) = only.filter(|wanted| !known.iter().any(|name| name == wanted)) {
        faults.push(missing(
            &format!("schemas/{wanted}"),
            &format!("There is no vendor `{wanted}`."),
            &format!("Known vendors: {}.", known.join(", ")),
        ));
    }
    let (asked, others): (Vec<_>, Vec<_>) = known
        .into_iter()
        .partition(|name| only.is_none_or(|only| only == name));
    let vendors = asked.into_iter().map(|name| vendor(root, name, faults));
    let vendors = vendors.collect();
    // Their faults are for a run that is about them.
    let mut unsaid = Diagnostics::default();
    let others = others.into_iter().filter_map(|name| {
        let document = document(root, &format!("schemas/{name}/vendor.json"), &mut unsaid)?;
        Some((name, document))
    });
    Sources {
        vendors,
        others: others.collect(),
        dialect,
    }
}

/// The vendors that have a folder, sorted.
#[must_use]
pub fn vendor_names<S: Store + ?Sized>(root: &S) -> Vec<String> {
    let mut names: Vec<String> = root
        .entries("schemas")
        .into_iter()
        .filter(|(name, is_folder)| *is_folder && name != DIALECT && !name.starts_with('.'))
        .map(|(name, _)| name)
        .collect();
    names.sort();
    names
}

fn vendor<S: Store + ?Sized>(root: &S, folder: String, faults: &mut Diagnostics) -> Vendor {
    let base = format!("schemas/{folder}");
    let mut operations = BTreeMap::new();
    let mut complete = true;
    for (name, is_folder) in root.entries(&base) {
        let Some(stem) = name
            .strip_suffix(".json")
            .filter(|stem| !is_folder && *stem != "vendor")
        else {
            continue;
        };
        match document(root, &format!("{base}/{name}"), faults) {
            Some(document) => drop(operations.insert(stem.to_owned(), document)),
            None => complete = false,
        }
    }
    let mut examples = BTreeMap::new();
    let mut folders = vec!["examples".to_owned()];
    while let Some(inner) = folders.pop() {
        for (name, is_folder) in root.entries(&format!("{base}/{inner}")) {
            let path = format!("{inner}/{name}");
            if is_folder {
                folders.push(path);
            } else {
                let read = document(root, &format!("{base}/{path}"), faults);
                examples.insert(path, read);
            }
        }
    }
    let mut vendor = document(root, &format!("{base}/vendor.json"), faults);
    for document in operations.values_mut().chain(&mut vendor) {
        fixups::tell(&mut document.value);
    }
    Vendor {
        folder,
        vendor,
        operations,
        complete,
        examples,
    }
}

fn document<S: Store + ?Sized>(root: &S, file: &str, faults: &mut Diagnostics) -> Option<Document> {
    let bytes = match root.bytes(file) {
        Ok(bytes) => bytes,
        Err(error) => {
            faults.push(missing(
                file,
                &format!("The file cannot be read: {}.", error.kind()),
                "It must be there, as UTF-8.",
            ));
            return None;
        }
    };
    let text = match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let sound = error.as_bytes().get(..error.utf8_error().valid_up_to());
            let lines = sound.map(|text| text.iter().filter(|byte| **byte == b'\n').count());
            let mut fault = missing(
                file,
                "The file is not UTF-8.",
                "Save the text as UTF-8; documents in Chinese are often GBK.",
            );
            fault.line = lines.map(|lines| lines + 1);
            faults.push(fault);
            return None;
        }
    };
    if text.starts_with(BYTE_ORDER_MARK) {
        let mut fault = missing(
            file,
            "The file begins with a byte order mark (BOM), which is no JSON and which no editor shows.",
            WITHOUT_MARK,
        );
        fault.line = Some(1);
        faults.push(fault);
        return None;
    }
    match Document::parse(file, text) {
        Ok(document) => {
            for (pointer, line) in document.repeated() {
                let mut fault = document.fault(
                    pointer,
                    "The key stands twice in its object.",
                    "Keep one of the two.",
                );
                fault.line = Some(*line);
                faults.push(fault);
            }
            Some(document)
        }
        Err(error) => {
            let mut fault = missing(
                file,
                &format!("The file is no JSON: {error}."),
                "Mend the text at that place.",
            );
            fault.line = Some(error.line());
            faults.push(fault);
            None
        }
    }
}

fn missing(file: &str, reason: &str, hint: &str) -> Diagnostic {
    Diagnostic {
        file: file.into(),
        line: None,
        pointer: String::new(),
        reason: reason.into(),
        hint: hint.into(),
    }
}
