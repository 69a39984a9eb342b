//! A vendor's schemas as one run of bytes, which is what a fuzzer can change, and back.
//!
//! The texts of `vendor.json`, one operation and one example stand one after the other, each ended by the byte 0x1E (the
//! record separator of ASCII, which no JSON text holds). What is missing is taken from the fixtures' base, so that a
//! short input reaches far. Folder and file names follow what the texts themselves say.

use serde_json::Value;
use xtask::check::check;
use xtask::codegen::Failure;
use xtask::diagnostic::Diagnostics;
use xtask::make::{around, operations};
use xtask::read::{Texts, read};

/// The byte between two texts.
pub(crate) const SEPARATOR: u8 = 0x1e;

const VENDOR: &[u8] = include_bytes!("../../xtask/tests/faults/base/acme/vendor.json");
const OPERATION: &[u8] = include_bytes!("../../xtask/tests/faults/base/acme/search.json");
const EXAMPLE: &[u8] =
    include_bytes!("../../xtask/tests/faults/base/acme/examples/search/found.json");
const DIALECT: [(&str, &[u8]); 2] = [
    (
        "schemas/dialect/vendor.schema.json",
        include_bytes!("../../schemas/dialect/vendor.schema.json"),
    ),
    (
        "schemas/dialect/operation.schema.json",
        include_bytes!("../../schemas/dialect/operation.schema.json"),
    ),
];

/// Reads packed schemas by the project's dialect.
pub(crate) struct Reader {
    texts: Texts,
}

impl Reader {
    /// A reader that has nothing but the dialect.
    #[must_use]
    pub(crate) fn new() -> Self {
        let mut texts = Texts::new();
        for (file, text) in DIALECT {
            texts.insert(file.into(), text.into());
        }
        Self { texts }
    }

    /// Reads, checks, lowers and emits. Says whether the schemas were generated.
    ///
    /// # Errors
    /// A finding: the generator had no explanation, or made what is no Rust.
    pub(crate) fn read(&self, input: &[u8]) -> Result<bool, String> {
        let mut texts = self.texts.clone();
        texts.extend(unpack(input));
        let mut faults = Diagnostics::default();
        let mut sources = read(&texts, None, &mut faults);
        check(&sources, &mut faults);
        if !faults.is_empty() {
            return Ok(false);
        }
        match operations(&mut sources).and_then(|(vendors, _)| around(&vendors, true)) {
            Ok(_) => Ok(true),
            Err(Failure::Faults(faults)) => {
                match faults
                    .iter()
                    .find(|fault| fault.hint.starts_with("This is a gap of the checks"))
                {
                    Some(fault) => Err(fault.to_string()),
                    None => Ok(false),
                }
            }
            Err(other) => Err(other.to_string()),
        }
    }
}

/// The files of a packed input.
fn unpack(input: &[u8]) -> Texts {
    let mut parts = input.split(|byte| *byte == SEPARATOR);
    let mut next = |missing: &[u8]| {
        let part = parts.next().unwrap_or_default();
        if part.is_empty() { missing } else { part }.to_vec()
    };
    let (vendor, operation, example) = (next(VENDOR), next(OPERATION), next(EXAMPLE));
    let folder = says(&vendor, "/vendor").unwrap_or_else(|| "acme".into());
    let stem = says(&operation, "/operation").unwrap_or_else(|| "search".into());
    let file = says(&operation, "/examples/0/file")
        .filter(|file| file.starts_with("examples/"))
        .unwrap_or_else(|| format!("examples/{stem}/found.json"));
    let base = format!("schemas/{folder}");
    Texts::from([
        (format!("{base}/vendor.json"), vendor),
        (format!("{base}/{stem}.json"), operation),
        (format!("{base}/{file}"), example),
    ])
}

fn says(text: &[u8], pointer: &str) -> Option<String> {
    let value: Value = serde_json::from_slice(text).ok()?;
    let name = value.pointer(pointer)?.as_str()?;
    let fits = !name.is_empty() && name != "vendor" && name != "dialect";
    fits.then(|| name.to_owned())
}
