//! Which files an import writes, and which it never touches.
//!
//! A scaffold that nobody has touched holds nothing of a person's, so it is replaced. An operation that somebody
//! has worked on is replaced if that is asked for. A vendor's file that somebody has worked on is never
//! replaced, since it is of all its operations: what it lacks is told instead.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{fmt, fs, io};

use serde_json::Value;

use super::{Draft, Fate, draft};
use crate::codegen::Failure;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::new::{names, schema};

/// What to do.
#[derive(Debug, Clone, Default, clap::Args)]
pub struct Options {
    /// The document, as text: tables by tabs, pipes, several blanks, or HTML.
    pub file: PathBuf,
    /// The vendor; the draft goes into schemas/VENDOR/. Without it and without --out, nothing is written.
    #[arg(long)]
    pub vendor: Option<String>,
    /// The operation's name [default: search].
    #[arg(long)]
    pub operation: Option<String>,
    /// A folder for the draft, in place of schemas/VENDOR/.
    #[arg(long, value_name = "FOLDER")]
    pub out: Option<PathBuf>,
    /// Replace an operation and examples that are there; vendor.json is never replaced once somebody has worked on it.
    #[arg(long)]
    pub force: bool,
}

/// What came of it.
#[derive(Debug)]
pub struct Imported {
    /// The draft.
    pub draft: Draft,
    /// Files that were written, or would be if a place had been given, with their texts.
    pub files: BTreeMap<String, String>,
    /// Whether they were.
    pub written: bool,
    /// Codes that a `vendor.json` which was left alone does not have.
    pub missing: Vec<Value>,
    /// The command to go on with.
    pub next: String,
}

impl fmt::Display for Imported {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (file, text) in &self.files {
            if self.written {
                writeln!(f, "wrote {file}")?;
            } else {
                writeln!(f, "{file}:\n{text}")?;
            }
        }
        for remark in &self.draft.remarks {
            writeln!(f, "{remark}")?;
        }
        if !self.missing.is_empty() {
            writeln!(f, "vendor.json was left as it is, and lacks these codes:")?;
            for status in &self.missing {
                writeln!(f, "  {status},")?;
            }
        }
        let count = |fate| {
            self.draft
                .remarks
                .iter()
                .filter(|remark| remark.fate == fate)
                .count()
        };
        write!(
            f,
            "{} left out, {} unsure.\n{}",
            count(Fate::LeftOut),
            count(Fate::Unsure),
            self.next
        )
    }
}

/// Reads a document, and writes its draft if a place is given for it.
///
/// # Errors
/// The document cannot be read, a name cannot be used, or a file is there that somebody has worked on.
/// Nothing was written.
pub fn run(root: &Path, options: &Options) -> Result<Imported, Failure> {
    let mut faults = Diagnostics::default();
    let told = options.file.display().to_string();
    let text = fs::read_to_string(&options.file).unwrap_or_else(|error| {
        let reason = format!("The document cannot be read: {error}.");
        faults.push(fault(&told, reason, "Give the document as text, in UTF-8."));
        String::new()
    });
    let stem = options.file.file_stem().and_then(|stem| stem.to_str());
    let by_file = stem
        .filter(|stem| names::is_snake(stem))
        .unwrap_or("vendor");
    let vendor = options.vendor.as_deref().unwrap_or(by_file);
    let operation = options.operation.as_deref().unwrap_or("search");
    names::operation(vendor, operation, &mut faults);
    let folder = match (&options.out, &options.vendor) {
        (Some(out), _) => Some(out.clone()),
        (None, Some(_)) => Some(Path::new("schemas").join(vendor)),
        (None, None) => None,
    };
    if !names::is_snake(vendor) {
        let reason = format!("`{vendor}` is no name of a vendor.");
        faults.push(fault(&told, reason, names::SNAKE));
    } else if options.out.is_none()
        && options.vendor.is_some()
        && !root.join("schemas").join(vendor).is_dir()
    {
        faults.push(fault(
            &format!("schemas/{vendor}"),
            format!("There is no vendor `{vendor}`."),
            format!("Begin it with `cargo xtask new vendor {vendor} --operation {operation}`, whose scaffold is then filled; or say `--out`."),
        ));
    } else if options.out.is_none()
        && options.vendor.is_some()
        && !root
            .join("schemas")
            .join(vendor)
            .join(format!("{operation}.json"))
            .is_file()
    {
        // A draft alone would keep `new` from making the crate's part of it.
        faults.push(fault(
            &format!("schemas/{vendor}/{operation}.json"),
            format!("There is no operation `{operation}` of the vendor `{vendor}`."),
            format!("Begin it with `cargo xtask new operation {vendor} {operation}`, whose scaffold is then filled; or say `--out`."),
        ));
    }
    refuse_if_any(faults)?;

    // Paths are from the root for the repository's own, and from where the command was called otherwise.
    let base = match &options.out {
        Some(out) => out.clone(),
        None => root.join("schemas").join(vendor),
    };
    let kept = folder
        .as_ref()
        .and_then(|_| worked_on(&base.join("vendor.json"), vendor));
    let mut draft = draft(&text, vendor, operation, kept.as_ref());
    if let Some(name) = options.file.file_name() {
        draft.vendor["document"]["file"] = name.to_string_lossy().into();
    }
    let mut texts: BTreeMap<String, String> = BTreeMap::new();
    if kept.is_none() {
        texts.insert("vendor.json".into(), schema::text(&draft.vendor));
    }
    texts.insert(format!("{operation}.json"), schema::text(&draft.operation));
    for (file, value) in &draft.examples {
        texts.insert(file.clone(), schema::text(value));
    }
    if folder.is_some() {
        if !options.force {
            refuse_if_any(in_the_way(&base, vendor, operation, kept.as_ref(), &texts))?;
        }
        for (file, text) in &texts {
            write(&base.join(file), text).map_err(Failure::Io)?;
        }
    }
    let shown = folder.clone().unwrap_or_default();
    let files = texts
        .into_iter()
        .map(|(file, text)| (shown.join(file).display().to_string(), text));
    let next = match &folder {
        None => "Nothing was written. `--vendor NAME --operation NAME` puts the draft into schemas/, `--out FOLDER` into a folder.".to_owned(),
        Some(_) if options.out.is_some() => "Next: replace every PLACEHOLDER; docs/transcribing-a-document.md has each keyword.".to_owned(),
        Some(_) => format!("Next: `cargo xtask codegen --vendor {vendor}` tells what must be decided before anything is generated."),
    };
    Ok(Imported {
        files: files.collect(),
        written: folder.is_some(),
        missing: missing(&draft, kept.as_ref()),
        draft,
        next,
    })
}

/// The vendor's file, if it is there and is not the scaffold.
fn worked_on(file: &Path, vendor: &str) -> Option<Value> {
    let text = fs::read_to_string(file).ok()?;
    if text == schema::text(&schema::vendor(vendor)) {
        return None;
    }
    // What is no JSON is left alone as well, and says nothing.
    Some(serde_json::from_str(&text).unwrap_or_default())
}

/// Files that somebody has worked on and that would be replaced.
fn in_the_way(
    base: &Path,
    vendor: &str,
    operation: &str,
    kept: Option<&Value>,
    texts: &BTreeMap<String, String>,
) -> Diagnostics {
    let mut scaffolds = Vec::new();
    for about in [Some(&schema::vendor(vendor)), kept].into_iter().flatten() {
        let (body, example) = schema::operation(operation, about);
        scaffolds.extend([schema::text(&body), schema::text(&example)]);
    }
    scaffolds.push(schema::text(&schema::vendor(vendor)));
    let mut faults = Diagnostics::default();
    for (file, new) in texts {
        let path = base.join(file);
        let Ok(old) = fs::read(&path) else { continue };
        let old = String::from_utf8_lossy(&old);
        if old != *new && !scaffolds.iter().any(|scaffold| *scaffold == old) {
            faults.push(fault(
                &path.display().to_string(),
                "The file is there already, and is no longer as `cargo xtask new` wrote it.".into(),
                "Say `--force` to replace it, or `--out FOLDER` to put the draft elsewhere and compare.",
            ));
        }
    }
    faults
}

/// The codes of the draft that the file does not have.
fn missing(draft: &Draft, kept: Option<&Value>) -> Vec<Value> {
    let Some(kept) = kept else { return Vec::new() };
    fn codes(vendor: &Value) -> impl Iterator<Item = &Value> {
        vendor
            .get("statuses")
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
    }
    let wire = |status: &Value| {
        status
            .get("code")
            .map(|code| code.to_string().replace('"', ""))
    };
    codes(&draft.vendor)
        .filter(|status| {
            let code = wire(status);
            code.as_deref() != Some(crate::new::PLACEHOLDER)
                && !codes(kept).any(|known| wire(known) == code)
        })
        .cloned()
        .collect()
}

fn write(path: &Path, text: &str) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(path, text)
}

fn refuse_if_any(faults: Diagnostics) -> Result<(), Failure> {
    if faults.is_empty() {
        Ok(())
    } else {
        Err(Failure::Faults(faults))
    }
}

fn fault(file: &str, reason: String, hint: impl Into<String>) -> Diagnostic {
    Diagnostic {
        file: file.to_owned(),
        line: None,
        pointer: String::new(),
        reason,
        hint: hint.into(),
    }
}
