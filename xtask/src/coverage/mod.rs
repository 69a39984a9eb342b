//! `cargo xtask coverage`: what the schemas describe and no example or test exercises.
//!
//! A figure is worth what it counts, so exactly this counts:
//!
//! - a **field**, if a documented example or a kept list of a test has it with something in it;
//! - an enumeration's **value**, if it stands in one of them, in a reply or as an argument;
//! - a **parameter**, if the arguments of an example or the calls of a kept list give it;
//! - a **code**, if a documented example or a kept list shows it, or if it names a cause: then the sandbox answers
//!   with it by itself. That a test can force any code does not count.
//!
//! A kept list is a file `crates/*/tests/exercised.json`, which a test of that crate compares with the replies
//! that it met. It is data, so that this command builds even where generated code does not.

mod report;
mod universe;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::codegen::Failure;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::read::{self, Document, Vendor};
use crate::schema::Body;
use universe::{Touched, touch, universe, wire};

pub use report::{Format, Report};

/// What to count, and how to tell.
#[derive(Debug, Clone, Default, clap::Args)]
pub struct Options {
    /// This vendor only.
    #[arg(long)]
    pub vendor: Option<String>,
    /// How it is printed.
    #[arg(long, value_enum, default_value = "md")]
    pub format: Format,
    /// Fail if less than so many of a hundred items of a vendor are exercised.
    #[arg(
        long,
        value_name = "PERCENT",
        default_value_t = 0,
        hide_default_value = true
    )]
    pub fail_under: usize,
}

/// Items of one sort, and which of them are exercised.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Count {
    /// All there are.
    pub all: usize,
    /// Those that a documented example exercises.
    pub documented: usize,
    /// Those that an example or a test exercises.
    pub exercised: usize,
    /// The others, in the schema's order.
    pub missing: Vec<String>,
}

impl Count {
    fn add(&mut self, name: impl FnOnce() -> String, documented: bool, tested: bool) {
        self.all += 1;
        self.documented += usize::from(documented);
        self.exercised += usize::from(documented || tested);
        if !documented && !tested {
            self.missing.push(name());
        }
    }

    /// Both together.
    fn with(&self, other: &Self) -> Self {
        Self {
            all: self.all + other.all,
            documented: self.documented + other.documented,
            exercised: self.exercised + other.exercised,
            missing: [&self.missing[..], &other.missing].concat(),
        }
    }

    /// How many of a hundred are exercised, rounded down, so that 100 means all.
    #[must_use]
    pub fn percent(&self) -> usize {
        (self.exercised * 100).checked_div(self.all).unwrap_or(100)
    }
}

/// One operation.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OperationCoverage {
    /// Its name.
    pub name: String,
    /// Fields of the reply.
    pub fields: Count,
    /// Values of enumerations of reply and request.
    pub values: Count,
    /// Parameters of the request.
    pub parameters: Count,
}

/// One vendor.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct VendorCoverage {
    /// Its name.
    pub name: String,
    /// Its status codes.
    pub codes: Count,
    /// Its operations.
    pub operations: Vec<OperationCoverage>,
}

impl VendorCoverage {
    /// All sorts together.
    #[must_use]
    pub fn total(&self) -> Count {
        self.operations
            .iter()
            .fold(self.codes.clone(), |sum, operation| {
                sum.with(&operation.fields)
                    .with(&operation.values)
                    .with(&operation.parameters)
            })
    }
}

/// What tests met, by `vendor/operation`: `fields`, `values`, `parameters` and `codes`, each a list of texts.
#[derive(Debug, Default)]
struct Lists(BTreeMap<(String, &'static str), BTreeSet<String>>);

impl Lists {
    fn has(&self, operation: &str, sort: &'static str, name: &str) -> bool {
        self.0
            .get(&(operation.to_owned(), sort))
            .is_some_and(|list| list.contains(name))
    }
}

/// Counts for all vendors, or one.
///
/// # Errors
/// The schemas or a kept list cannot be read.
pub fn run(root: &Path, vendor: Option<&str>) -> Result<Report, Failure> {
    let mut faults = Diagnostics::default();
    let sources = read::read(root, vendor, &mut faults);
    let lists = lists(root, &mut faults);
    if !faults.is_empty() {
        return Err(Failure::Faults(faults));
    }
    let vendors = sources
        .vendors
        .iter()
        .map(|folder| of_vendor(folder, &lists))
        .collect();
    Ok(Report { vendors })
}

fn lists(root: &Path, faults: &mut Diagnostics) -> Lists {
    let mut lists = Lists::default();
    let folders = fs::read_dir(root.join("crates"))
        .into_iter()
        .flatten()
        .flatten();
    let mut names: Vec<String> = folders
        .map(|folder| folder.file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    for name in names {
        let file = format!("crates/{name}/tests/exercised.json");
        let Ok(text) = fs::read_to_string(root.join(&file)) else {
            continue;
        };
        match serde_json::from_str::<BTreeMap<String, BTreeMap<String, BTreeSet<String>>>>(&text) {
            Ok(found) => {
                for (operation, sorts) in found {
                    for (sort, mut names) in sorts {
                        let known = ["fields", "values", "parameters", "codes"]
                            .into_iter()
                            .find(|known| *known == sort);
                        match known {
                            Some(sort) => lists
                                .0
                                .entry((operation.clone(), sort))
                                .or_default()
                                .append(&mut names),
                            None => faults.push(fault(&file, format!("`{sort}` is not known."))),
                        }
                    }
                }
            }
            Err(error) => faults.push(fault(
                &file,
                format!("It is no list of what was exercised: {error}."),
            )),
        }
    }
    lists
}

fn fault(file: &str, reason: String) -> Diagnostic {
    Diagnostic {
        file: file.to_owned(),
        line: None,
        pointer: String::new(),
        reason,
        hint: "It holds, by `vendor/operation`, lists under `fields`, `values`, `parameters` and `codes`; the crate's tests write it.".into(),
    }
}

fn of_vendor(folder: &Vendor, lists: &Lists) -> VendorCoverage {
    let mut shown = BTreeSet::new();
    let mut operations = Vec::new();
    let code = folder
        .vendor
        .as_ref()
        .and_then(|vendor| vendor.value.pointer("/envelope/code")?.as_str());
    for (name, document) in &folder.operations {
        let replies = replies(folder, document);
        shown.extend(
            replies
                .iter()
                .filter_map(|reply| Some(wire(reply.pointer(code?)?))),
        );
        operations.push(of_operation(
            &folder.folder,
            name,
            document,
            &replies,
            lists,
        ));
    }
    let mut codes = Count::default();
    let statuses = folder
        .vendor
        .as_ref()
        .and_then(|vendor| vendor.value.get("statuses")?.as_array());
    for status in statuses.into_iter().flatten() {
        let code = status.get("code").map(wire).unwrap_or_default();
        let has_cause = status
            .get("causes")
            .and_then(Value::as_array)
            .is_some_and(|causes| !causes.is_empty());
        let mut names = folder.operations.keys();
        let met = names.any(|name| lists.has(&format!("{}/{name}", folder.folder), "codes", &code));
        let named = status
            .get("name")
            .and_then(Value::as_str)
            .unwrap_or_default();
        codes.add(
            || format!("{code} {named}"),
            shown.contains(&code),
            has_cause || met,
        );
    }
    VendorCoverage {
        name: folder.folder.clone(),
        codes,
        operations,
    }
}

fn examples(document: &Document) -> impl Iterator<Item = &Value> {
    document
        .value
        .get("examples")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
}

fn replies<'a>(folder: &'a Vendor, document: &'a Document) -> Vec<&'a Value> {
    let files = examples(document).filter_map(|example| example.get("file")?.as_str());
    files
        .filter_map(|file| Some(&folder.examples.get(file)?.as_ref()?.value))
        .collect()
}

fn of_operation(
    vendor: &str,
    name: &str,
    document: &Document,
    replies: &[&Value],
    lists: &Lists,
) -> OperationCoverage {
    let mut coverage = OperationCoverage {
        name: name.to_owned(),
        ..Default::default()
    };
    let key = format!("{vendor}/{name}");
    if let Some(root) = document.value.get("reply") {
        let body = Body { root };
        let mut touched = Touched::default();
        replies
            .iter()
            .for_each(|reply| touch(body, &body.node(), reply, &mut touched));
        let all = universe(body);
        for pointer in &all.order {
            let Some(path) = all.fields.get(pointer) else {
                continue;
            };
            let tested = lists.has(&key, "fields", path);
            coverage
                .fields
                .add(|| path.clone(), touched.fields.contains(pointer), tested);
        }
        for (place, path) in &all.values {
            let shown = format!("{path}={}", place.1);
            let tested = lists.has(&key, "values", &shown);
            coverage
                .values
                .add(|| shown, touched.values.contains(place), tested);
        }
    }
    if let Some(root) = document.value.get("request") {
        let given: BTreeSet<(&str, String)> = examples(document)
            .filter_map(|example| example.get("arguments")?.as_object())
            .flatten()
            .map(|(name, value)| (name.as_str(), wire(value)))
            .collect();
        let all = universe(Body { root });
        for pointer in &all.order {
            let Some(path) = all.fields.get(pointer) else {
                continue;
            };
            let Some(name) = path.strip_prefix('/').filter(|name| !name.contains('/')) else {
                continue;
            };
            let documented = given.iter().any(|(known, _)| *known == name);
            coverage.parameters.add(
                || name.to_owned(),
                documented,
                lists.has(&key, "parameters", name),
            );
        }
        for ((_, value), path) in &all.values {
            let name = path.trim_start_matches('/');
            let shown = format!("{name}={value}");
            let documented = given
                .iter()
                .any(|(known, given)| *known == name && given == value);
            let tested = lists.has(&key, "values", &shown);
            coverage.values.add(|| shown, documented, tested);
        }
    }
    coverage
}
