//! `cargo xtask infer`: a schema from real replies, or what an existing one lacks for them.
//!
//! What is inferred is decided in `zhixing-shape`; here files are read, edited so that a reviewer sees
//! what changed and nothing else, and the outcome is told path by path. No value of a reply is written
//! or printed, short codes of guessed enumerations excepted.

mod drafting;
mod edit;
mod input;
mod merging;
mod request;

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use similar::TextDiff;
use zhixing_shape::{Doubt, Kind, Observed, Patch, undescribed, widen};

use crate::codegen::{self, Failure};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::naming::{self, Scope};
use crate::new::untouched::Scaffold;
use crate::new::{self, PLACEHOLDER};
use crate::read::{self, Document, Sources};

pub use edit::{apply, print};

/// What to infer from.
#[derive(Debug, Clone, Default, clap::Args)]
pub struct Options {
    /// The vendor's name.
    pub vendor: String,
    /// The operation's name; one that is not there is begun as `new operation` does.
    pub operation: String,
    /// A file that holds a reply, or several, one after the other.
    #[arg(long = "reply", value_name = "FILE", required_unless_present = "request", num_args = 1..)]
    pub replies: Vec<PathBuf>,
    /// A file that holds a request: a JSON object, a query or a form.
    #[arg(long, value_name = "FILE")]
    pub request: Option<PathBuf>,
    /// Write nothing; print the difference, and fail if there is one.
    #[arg(long)]
    pub check: bool,
}

/// What was inferred.
#[derive(Debug)]
pub struct Inferred {
    /// The schema's file, from the repository's root.
    pub file: String,
    /// Whether the reply was drafted, and not widened.
    pub drafted: bool,
    /// One line for each change: where, and what.
    pub changes: Vec<String>,
    /// What a person must decide.
    pub doubts: Vec<String>,
    /// The file's difference.
    pub diff: String,
    /// What keeps the schemas from being generated now.
    pub faults: Diagnostics,
    /// Whether nothing was written.
    pub check: bool,
}

impl Inferred {
    /// Whether nothing is left to write.
    #[must_use]
    pub fn is_clean(&self) -> bool {
        !self.check || self.diff.is_empty()
    }
}

impl fmt::Display for Inferred {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.diff.is_empty() {
            writeln!(f, "{} describes these replies.", self.file)?;
        } else if self.check {
            writeln!(f, "{}\n{} would change:", self.diff, self.file)?;
        } else {
            writeln!(f, "wrote {}:", self.file)?;
        }
        for change in &self.changes {
            writeln!(f, "  {change}")?;
        }
        if !self.doubts.is_empty() {
            writeln!(f, "\nNot sure, for a person to decide:")?;
            for doubt in &self.doubts {
                writeln!(f, "  {doubt}")?;
            }
        }
        if !self.faults.is_empty() {
            writeln!(f, "\nTo mend before `cargo xtask codegen`:")?;
            for fault in self.faults.iter() {
                writeln!(f, "{fault}")?;
            }
        }
        f.write_str("\nNo value of a reply was written, except short codes of guessed enumerations (marked `x-guessed`): replies are\npaid for and speak of people. Examples with invented values go into examples/ by hand.")
    }
}

/// Infers, and writes unless only a check was asked for.
///
/// # Errors
/// A file cannot be read or is no reply, or there is no such vendor. Nothing was written.
pub fn run(root: &Path, options: &Options) -> Result<Inferred, Failure> {
    let mut faults = Diagnostics::default();
    let (observed, replies) = input::replies(&options.replies, &mut faults);
    let request = options
        .request
        .as_deref()
        .map(|file| input::request(file, &mut faults))
        .unwrap_or_default();
    let sources = read::read(root, Some(&options.vendor), &mut faults);
    if !faults.is_empty() {
        return Err(Failure::Faults(faults));
    }
    let file = format!("schemas/{}/{}.json", options.vendor, options.operation);
    let folder = sources.vendors.first();
    let vendor = folder
        .and_then(|folder| folder.vendor.as_ref())
        .map(|document| document.value.clone())
        .unwrap_or_default();
    let is_there = folder.is_some_and(|folder| folder.operations.contains_key(&options.operation));
    let before = if is_there {
        fs::read_to_string(root.join(&file)).map_err(Failure::Io)?
    } else if options.check {
        new::operation_text(&options.vendor, &options.operation, &vendor)?
    } else {
        new::operation(root, &options.vendor, &options.operation)?;
        fs::read_to_string(root.join(&file)).map_err(Failure::Io)?
    };
    let document = Document::parse(&file, &before)
        .map_err(|error| refusal(&file, &format!("It is no JSON: {error}.")))?;
    let mut work = Work {
        text: before.clone(),
        changes: Vec::new(),
        doubts: Vec::new(),
    };
    let drafted = is_scaffold(&document.value, &vendor);
    if drafted {
        work.draft(&document.value, &observed, &replies, &vendor);
    } else {
        work.merge(&document.value, &observed, &replies, &vendor);
    }
    work.parameters(&document.value, &request, &vendor);
    work.names(&document.value, "request", Scope::parameters);
    work.names(&document.value, "reply", Scope::fields);
    let diff = if work.text == before {
        String::new()
    } else {
        TextDiff::from_lines(&before, &work.text)
            .unified_diff()
            .header(&format!("a/{file}"), &format!("b/{file}"))
            .to_string()
    };
    if !options.check && !diff.is_empty() {
        fs::write(root.join(&file), &work.text).map_err(Failure::Io)?;
    }
    Ok(Inferred {
        faults: left(root, &options.vendor, &options.operation, &file, &work.text),
        file,
        drafted,
        changes: work.changes,
        doubts: work.doubts,
        diff,
        check: options.check,
    })
}

/// A reply that nobody has worked on: `new` wrote all of it.
fn is_scaffold(operation: &Value, vendor: &Value) -> bool {
    let placeholders = |reply: &&Value| reply.to_string().contains(PLACEHOLDER);
    let reply = operation.get("reply").filter(placeholders);
    reply.is_some_and(|reply| Scaffold::of(vendor).wrote_reply(reply))
}

/// The faults of the schemas as they are with this text.
fn left(root: &Path, vendor: &str, operation: &str, file: &str, text: &str) -> Diagnostics {
    let mut faults = Diagnostics::default();
    let mut sources: Sources = read::read(root, Some(vendor), &mut faults);
    if let (Some(folder), Ok(document)) = (sources.vendors.first_mut(), Document::parse(file, text))
    {
        folder.operations.insert(operation.to_owned(), document);
    }
    match codegen::checked(&sources, faults) {
        Err(Failure::Faults(faults)) => faults,
        _ => Diagnostics::default(),
    }
}

/// A file's text on its way, and what is told of it.
struct Work {
    text: String,
    changes: Vec<String>,
    doubts: Vec<String>,
}

impl Work {
    fn patch(&mut self, patch: &Patch, after: Option<&str>, words: String) {
        match apply(&self.text, patch, after) {
            Some(text) => {
                self.text = text;
                self.changes.push(words);
            }
            None => self.doubts.push(format!(
                "{}: nothing stands there to be changed.",
                patch.path()
            )),
        }
    }

    /// Two new keys may be one name in Rust, and a new one that of a key that was there.
    fn names(&mut self, before: &Value, body: &str, scope: fn() -> Scope) {
        let now = self.now();
        let schema = now.get(body).unwrap_or(&Value::Null);
        for (pointer, name) in naming::apart(schema, before.get(body), scope) {
            let words = format!("/{body}{pointer}: `{name}`, as another key has its name in Rust");
            let patch = Patch::Add(format!("/{body}{pointer}"), name.into());
            self.patch(&patch, Some("type"), words);
        }
    }

    fn doubt(&mut self, doubt: &Doubt) {
        self.doubts.push(doubt.to_string());
    }

    fn draft(&mut self, operation: &Value, observed: &Observed, replies: &[Value], vendor: &Value) {
        if replies.is_empty() {
            return;
        }
        let (mut schema, doubts) = drafting::reply(
            observed,
            replies,
            vendor,
            &crate::check::envelope_of(operation),
        );
        let (records, total) = drafting::records(&schema);
        if let Some(records) = &records {
            drafting::name_rows(&mut schema, records, operation);
        }
        let words = format!("/reply: drafted from {} replies", replies.len());
        let patch = Patch::Replace("/reply".into(), schema.clone());
        self.patch(&patch, None, words);
        doubts.iter().for_each(|doubt| self.doubt(doubt));
        self.places(operation, &schema, records, total);
    }

    fn widen(&mut self, operation: &Value, observed: &Observed) {
        let Some(reply) = operation.get("reply") else {
            return self
                .doubts
                .push("/reply: the file describes no reply.".into());
        };
        let widened = widen(reply, observed);
        for change in &widened.changes {
            let patch = match change.patch.below("/reply") {
                Patch::Add(pointer, mut schema) if change.kind == Kind::Field => {
                    undescribed(&mut schema);
                    Patch::Add(pointer, schema)
                }
                other => other,
            };
            self.patch(&patch, change.after.as_deref(), change.to_string());
        }
        widened.doubts.iter().for_each(|doubt| self.doubt(doubt));
    }
}

fn refusal(file: &str, reason: &str) -> Failure {
    let mut faults = Diagnostics::default();
    faults.push(Diagnostic {
        file: file.to_owned(),
        line: None,
        pointer: String::new(),
        reason: reason.to_owned(),
        hint: "Mend the file first.".to_owned(),
    });
    Failure::Faults(faults)
}
