//! What is emitted, decided: every name, type and word, and nothing of JSON or of tokens.
//!
//! Lowering runs on schemas that passed every check. What it still cannot express comes back as a
//! fault like any other.

mod auth;
mod boxing;
pub mod described;
pub mod doc;
mod lowering;
pub mod naming;
mod operation;
mod request;
pub mod time;
mod types;
mod vendor;
pub mod words;

pub use auth::*;
pub use lowering::parsed_as;
pub use operation::{Example, Http, Operation, Paging, Path, Step};
pub use request::{Item, ListStyle, Object, Parameter, ParameterType};
pub use time::TimePart;
pub use types::{Choice, Enumeration, Field, Struct, Ty, TypeDef};
pub use vendor::*;

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::read::{self, Sources};

/// All vendors.
pub fn lower(sources: &Sources, faults: &mut Diagnostics) -> Vec<Vendor> {
    let mut vendors = Vec::new();
    for folder in &sources.vendors {
        match whole(folder) {
            Ok(vendor) => vendors.push(vendor),
            Err(fault) => faults.push(*fault),
        }
    }
    vendors
}

fn whole(folder: &read::Vendor) -> Lowered<Vendor> {
    let mut draft = Draft::of(folder)?;
    for operation in folder.operations.values() {
        draft.add(operation)?;
    }
    Ok(draft.finish())
}

/// What lowering gives back; boxed because faults are rare and large.
pub type Lowered<T> = Result<T, Box<Diagnostic>>;
