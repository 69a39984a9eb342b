//! Whether a vendor's crate switches on what its recipe needs of the core.
//!
//! Hashes beyond md5, base64 and randomness are features of the core, off by default, so that a vendor without them pays
//! nothing for them. Generated code that uses one without its feature does not compile; this says so before, with the
//! line to write. The crate's manifest is a person's file, so it is read and never written.

use std::collections::BTreeSet;

use toml::{Table, Value};

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::{Auth, Derived, Vendor};
use crate::read::{Sources, Store};

/// The core's package.
const CORE: &str = "zhixing-core";

/// Reports every vendor whose crate is there and lacks a feature.
pub fn check<S: Store + ?Sized>(
    root: &S,
    sources: &Sources,
    vendors: &[Vendor],
    faults: &mut Diagnostics,
) {
    for vendor in vendors {
        let needed = needed(vendor);
        let name = &vendor.file.vendor;
        let manifest = format!("crates/{name}/Cargo.toml");
        // A crate that is not there yet is begun by another command.
        let bytes = root.bytes(&manifest);
        let Some(text) = bytes.ok().and_then(|bytes| String::from_utf8(bytes).ok()) else {
            continue;
        };
        if needed.is_empty() {
            continue;
        }
        let (on, is_there) = match text.parse::<Table>() {
            Ok(table) => (switched_on(&table), core(&table).is_some()),
            Err(error) => {
                faults.push(Diagnostic {
                    file: manifest,
                    line: None,
                    pointer: String::new(),
                    reason: format!("The file is no TOML: {}.", error.message()),
                    hint: "Mend it: what it switches on must be known.".into(),
                });
                continue;
            }
        };
        let missing: Vec<&str> = needed.difference(&on).map(String::as_str).collect();
        if missing.is_empty() {
            continue;
        }
        let all: Vec<String> = needed
            .union(&on)
            .map(|feature| format!("\"{feature}\""))
            .collect();
        let reason = format!(
            "The recipe needs {} of {CORE}, and {manifest} does not switch it on.",
            missing.join(", ")
        );
        let hint = format!(
            "Write under [dependencies] there{}: {CORE} = {{ workspace = true, features = [{}] }}",
            instead(&text, is_there),
            all.join(", ")
        );
        let document = sources
            .vendors
            .iter()
            .find(|folder| folder.folder == *name)
            .and_then(|folder| folder.vendor.as_ref());
        if let Some(document) = document {
            faults.push(document.fault("/auth", reason, hint));
        }
    }
}

/// The core's features that a vendor's recipe and its replies' signature need.
pub(crate) fn needed(vendor: &Vendor) -> BTreeSet<String> {
    let Auth { values, .. } = &vendor.file.auth;
    let mut needed = BTreeSet::new();
    let mut need = |feature: &str| needed.insert(feature.to_owned());
    let reply = vendor.file.reply_signature.as_ref();
    let mut algorithms: Vec<&str> = reply.map(|it| it.algorithm.as_str()).into_iter().collect();
    for value in values {
        match &value.how {
            Derived::Clock(_) => {}
            Derived::Nonce(_) => drop(need("nonce")),
            Derived::Text(text) if text.base64.is_some() => drop(need("base64")),
            Derived::Text(_) => {}
            Derived::Digest(digest) => {
                algorithms.push(&digest.algorithm);
                if digest.base64.is_some() {
                    need("base64");
                }
            }
        }
    }
    for algorithm in algorithms {
        if algorithm.ends_with("sha1") {
            need("sha1");
        } else if algorithm.ends_with("sha256") {
            need("sha2");
        }
    }
    needed
}

/// What the line stands in the place of: cargo reads no manifest that names a dependency twice.
fn instead(manifest: &str, is_there: bool) -> String {
    let mut lines = manifest.lines().map(str::trim);
    let is_its = |line: &&str| {
        let rest = line.strip_prefix(CORE).unwrap_or_default();
        rest.starts_with([' ', '=', '.'])
    };
    match lines.find(is_its).filter(|_| is_there) {
        Some(line) => format!(", in the place of `{line}`"),
        None if is_there => format!(", in the place of what it says of {CORE} now"),
        None => String::new(),
    }
}

/// The core as a manifest depends on it.
fn core(manifest: &Table) -> Option<&Value> {
    manifest.get("dependencies")?.get(CORE)
}

/// The features of the core that a manifest names at its dependency.
fn switched_on(manifest: &Table) -> BTreeSet<String> {
    let features = core(manifest)
        .and_then(|core| core.get("features"))
        .and_then(Value::as_array);
    features
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .map(str::to_owned)
        .collect()
}
