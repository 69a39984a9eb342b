//! What is emitted for one small vendor (`faults/base`), piece by piece.

mod common;

use common::{fixture, stage};
use xtask::diagnostic::Diagnostics;
use xtask::emit::{self, Item};
use xtask::model::{Operation, TypeDef, Vendor, lower};
use xtask::read::read;

fn vendor() -> Vendor {
    let root = stage(&[fixture("faults/base")]);
    let mut faults = Diagnostics::default();
    let sources = read(root.path(), None, &mut faults);
    let vendor = lower(&sources, &mut faults).pop();
    assert!(faults.is_empty(), "{faults}");
    vendor.expect("one vendor")
}

fn operation(vendor: &Vendor) -> &Operation {
    vendor.operations.first().expect("one operation")
}

/// The items as they stand in a file, without its first line.
fn text(items: Vec<Item>) -> String {
    let file = emit::File {
        items,
        ..emit::File::default()
    }
    .render()
    .expect("Rust");
    file.split_once("\n\n")
        .map(|(_, rest)| rest.to_owned())
        .expect("a header")
}

#[test]
fn status_enumeration() {
    insta::assert_snapshot!(text(emit::status(&vendor())));
}

#[test]
fn request() {
    let vendor = vendor();
    let operation = operation(&vendor);
    insta::assert_snapshot!(text(emit::request(
        &operation.parameters,
        &operation.objects
    )));
}

#[test]
fn reply_structs() {
    let vendor = vendor();
    let operation = operation(&vendor);
    let mut items: Vec<Item> = operation
        .types
        .iter()
        .filter_map(|def| match def {
            TypeDef::Struct(structure) => Some(emit::structure(structure)),
            TypeDef::Enumeration(_) => None,
        })
        .collect();
    items.push(emit::reply_impl(
        &operation.records,
        &operation.record,
        operation.total.as_ref(),
    ));
    insta::assert_snapshot!(text(items));
}

#[test]
fn open_enumeration() {
    let vendor = vendor();
    let items = operation(&vendor).types.iter().flat_map(|def| match def {
        TypeDef::Enumeration(enumeration) => emit::enumeration(enumeration),
        TypeDef::Struct(_) => Vec::new(),
    });
    insta::assert_snapshot!(text(items.collect()));
}

#[test]
fn paging() {
    let files = emit::vendor_files(&vendor()).expect("Rust");
    let operation = &files["crates/acme/src/generated/search.rs"];
    let paging = operation
        .lines()
        .skip_while(|line| !line.starts_with("    paging: "));
    let paging: Vec<&str> = paging.take_while(|line| !line.starts_with("};")).collect();
    insta::assert_snapshot!(paging.join("\n"));
}

#[test]
fn whole_files_of_client_and_vendor() {
    let files = emit::vendor_files(&vendor()).expect("Rust");
    let names: Vec<&str> = files.keys().map(String::as_str).collect();
    let expected = ["client", "mod", "search", "status", "vendor"]
        .map(|name| format!("crates/acme/src/generated/{name}.rs"));
    assert_eq!(names, expected);
    insta::assert_snapshot!("client", files["crates/acme/src/generated/client.rs"]);
    insta::assert_snapshot!("vendor", files["crates/acme/src/generated/vendor.rs"]);
}
