//! `schemas.rs` of the command: every operation's schema as it was when the types were made from it.

use super::data::{included, list, table, text, tuple};
use super::text::Item;
use crate::model::Vendor;

/// The items of `schemas.rs`.
pub(super) fn items(vendors: &[Vendor]) -> Vec<Item> {
    let operations = vendors.iter().flat_map(|vendor| {
        vendor.operations.iter().map(move |operation| {
            // From crates/<crate>/src/generated/ up to the root.
            let path = format!("../../../../{}", operation.schema);
            let vendor = text(&vendor.file.vendor);
            tuple([vendor, text(&operation.name), included(&path)])
        })
    });
    let table = table(
        &["Every schema by vendor and operation.".into()],
        "pub(crate) static SCHEMAS: &[(&str, &str, &str)]",
        &list(operations),
    );
    vec![table.into()]
}
