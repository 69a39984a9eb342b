//! Which names a vendor or an operation may have.
//!
//! A name becomes a folder, a crate, a module and a method. One that any of them cannot bear would be
//! changed silently by the generator or refused much later by cargo, so it is refused here.

use std::path::Path;

use super::fault;
use crate::diagnostic::Diagnostics;
use crate::model::naming::{Scope, is_keyword};
use crate::read::{self, DIALECT};

/// Crates that every program sees without naming them, and names that cargo keeps.
const RESERVED: &[&str] = &[
    "alloc",
    "build",
    "core",
    "deps",
    "examples",
    "incremental",
    "proc_macro",
    "std",
    "test",
];

/// Reports why a vendor cannot be called so.
pub(crate) fn vendor(root: &Path, name: &str, faults: &mut Diagnostics) {
    let file = format!("schemas/{name}");
    let mut refuse = |reason: String, hint: &str| faults.push(fault(&file, reason, hint));
    if !is_snake(name) {
        return refuse(format!("`{name}` is no name of a vendor."), SNAKE);
    }
    if is_keyword(name) {
        refuse(
            format!("`{name}` is a word of the language and cannot name a crate."),
            "Choose another name.",
        );
    } else if read::vendor_names(root).iter().any(|known| known == name) {
        refuse(
            format!("There is a vendor `{name}` already."),
            "Choose another name, or add an operation by `cargo xtask new operation`.",
        );
    } else if name == DIALECT {
        refuse(
            format!("`{name}` is the folder of the meta-schemas."),
            "Choose another name.",
        );
    } else if RESERVED.contains(&name) || is_package(root, name) {
        refuse(
            format!("There is a crate `{name}` already."),
            "Choose another name: the vendor's crate is called so.",
        );
    } else if root.join("crates").join(name).exists() {
        refuse(
            format!("There is a folder crates/{name} already."),
            "Choose another name, or delete what is left of the former crate.",
        );
    }
}

/// Reports why an operation cannot be called so. Whether its files exist is found later.
pub(crate) fn operation(vendor: &str, name: &str, faults: &mut Diagnostics) {
    let file = format!("schemas/{vendor}/{name}.json");
    let mut refuse = |reason: String, hint: &str| faults.push(fault(&file, reason, hint));
    if !is_snake(name) {
        refuse(format!("`{name}` is no name of an operation."), SNAKE);
    } else if is_keyword(name) {
        refuse(
            format!("`{name}` is a word of the language and cannot name a module."),
            "Choose another name.",
        );
    } else if Scope::modules().claim(name) != name || Scope::methods().claim(name) != name {
        refuse(
            format!("A vendor's crate has its own `{name}`."),
            "Choose another name: the operation becomes a module and a method of the client.",
        );
    }
}

/// What a name must be.
pub(crate) const SNAKE: &str =
    "Begin with a lower-case ASCII letter and go on with such letters, digits and `_`.";

/// Whether a folder, a crate, a module and a method can be called so.
pub(crate) fn is_snake(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_lowercase())
        && name
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
}

/// Whether a package of the lock file is called so; `-` and `_` are one to the compiler.
fn is_package(root: &Path, name: &str) -> bool {
    let lock = std::fs::read_to_string(root.join("Cargo.lock")).unwrap_or_default();
    lock.lines()
        .filter_map(|line| line.strip_prefix("name = \"")?.strip_suffix('"'))
        .any(|package| package.replace('-', "_") == name)
}
