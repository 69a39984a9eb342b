//! The schemas of the generated types against the schema files that they were generated from, and the published schema
//! of the unified record against the record.
//!
//! The generator reads a schema file and writes types; here the way is gone back, from the types to a schema, by
//! `schemars` and a comparer that shares nothing with the generator. A field, type or value that was lost on the way
//! shows as a difference.

#![cfg(feature = "schemars")]

mod compare;
mod comparer_can_fail;
mod generated;
#[rustfmt::skip]
mod operations;
mod record;

use std::path::PathBuf;

/// A path below the root of the workspace.
fn below_root(path: &str) -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).join(path)
}

/// A file below the root of the workspace, as text.
fn read(path: &str) -> String {
    std::fs::read_to_string(below_root(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}
