//! From checked schemas to files, one operation after the other.
//!
//! An operation becomes its part of the OpenAPI document, its model and its Rust while all of it is at hand, and what it was read
//! from is given back before the next. Of a thousand operations, steps that go over all of them fetch everything from memory
//! that no cache holds, again in each: a sixth of the time.

use std::mem;

use crate::codegen::Failure;
use crate::diagnostic::Diagnostics;
use crate::emit::{self, Files};
use crate::model::{self, Vendor};
use crate::openapi;
use crate::read::{self, Sources};

/// The Rust of all operations, the OpenAPI documents, and of the models what [`around`] reads. Takes the operations and their
/// examples out of the sources, which have passed every check.
///
/// # Errors
/// What cannot be lowered, of all vendors; or the generator made something that is no Rust.
pub fn operations(sources: &mut Sources) -> Result<(Vec<Vendor>, Files), Failure> {
    let (mut vendors, mut files) = (Vec::new(), Files::new());
    let mut faults = Diagnostics::default();
    for folder in &mut sources.vendors {
        match of_vendor(folder, &mut files) {
            Ok(vendor) => vendors.push(vendor),
            Err(Failure::Faults(more)) => more.iter().for_each(|one| faults.push(one.clone())),
            Err(other) => return Err(other),
        }
    }
    if faults.is_empty() {
        Ok((vendors, files))
    } else {
        Err(Failure::Faults(faults))
    }
}

fn of_vendor(folder: &mut read::Vendor, files: &mut Files) -> Result<Vendor, Failure> {
    let operations = mem::take(&mut folder.operations);
    let mut draft = model::Draft::of(folder)?;
    let mut document = openapi::Draft::of(folder)?;
    for operation in operations.into_values() {
        document.add(&operation.value)?;
        let (vendor, lowered) = draft.add(&operation)?;
        files.extend([emit::operation_file(vendor, lowered)?]);
        lowered.keep_outline();
    }
    files.extend([document.file()?]);
    folder.examples.clear();
    Ok(draft.finish())
}

/// What each vendor has once; with `all`, what is made from all vendors together too.
///
/// # Errors
/// The generator made something that is no Rust.
pub fn around(vendors: &[Vendor], all: bool) -> Result<Files, Failure> {
    let mut files = Files::new();
    for vendor in vendors {
        files.extend(emit::own_files(vendor)?);
    }
    if all {
        files.extend(emit::sandbox_files(vendors)?);
        files.extend(emit::command_files(vendors)?);
        files.extend(emit::shared_files(vendors)?);
    }
    Ok(files)
}
