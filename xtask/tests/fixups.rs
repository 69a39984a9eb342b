//! The fix-ups of today are needed: with the document's own words each makes something fail.

mod common;

use std::fs;

use common::{fixture, repository, stage, stage_repository};
use serde_json::{Value, json};
use xtask::codegen::{Failure, generate};
use xtask::infer::apply;
use xtask::read::vendor_names;
use zhixing_shape::Patch;

/// File, place in the list, entry.
fn fixups() -> Vec<(String, Value)> {
    let mut all = Vec::new();
    for vendor in vendor_names(repository().as_path()) {
        let folder = repository().join("schemas").join(&vendor);
        for entry in fs::read_dir(folder).expect("a vendor") {
            let entry = entry.expect("an entry");
            if entry.path().is_dir() {
                continue;
            }
            let text = fs::read_to_string(entry.path()).expect("a schema");
            let value: Value = serde_json::from_str(&text).expect("JSON");
            let file = format!("schemas/{vendor}/{}", entry.file_name().to_string_lossy());
            for entry in value["fixups"].as_array().into_iter().flatten() {
                all.push((file.clone(), entry.clone()));
            }
        }
    }
    all
}

#[test]
fn undoing_a_fix_up_fails() {
    let all = fixups();
    assert_eq!(all.len(), 4, "qixin's data and code, qcc's two parameters");
    let (mut with_evidence, root) = (0, stage_repository());
    for (file, entry) in all {
        let path = root.path().join(&file);
        let before = fs::read_to_string(&path).expect("a schema");
        let at = entry["at"].as_str().expect("a pointer").to_owned();
        let undone = apply(&before, &Patch::Replace(at, entry["printed"].clone()), None)
            .expect("the place is there");
        // Without the entry, so that what fails is not the entry itself.
        let undone =
            apply(&undone, &Patch::Remove("/fixups".into()), None).expect("the list is there");
        fs::write(&path, &undone).expect("a copy");
        let told = match generate(root.path(), None) {
            Ok(_) => String::new(),
            Err(Failure::Faults(faults)) => faults.to_string(),
            Err(other) => panic!("{other}"),
        };
        if let Some(evidence) = entry["evidence"].as_str() {
            with_evidence += 1;
            assert!(told.contains(evidence), "{file} {entry}: {told}");
        } else {
            // Their defaults and limits are numbers, which would not fit.
            assert!(!told.is_empty(), "{file} {entry}");
        }
        fs::write(&path, &before).expect("a copy");
    }
    assert_eq!(with_evidence, 2);
}

#[test]
fn the_reason_stands_on_the_page_of_what_was_mended() {
    let root = stage(&[fixture("faults/base")]);
    let file = root.path().join("schemas/acme/search.json");
    let mut value: Value =
        serde_json::from_str(&fs::read_to_string(&file).expect("a schema")).expect("JSON");
    value["fixups"] = json!([
        { "at": "/reply/properties/data/properties/total/type", "printed": "string", "instead": "integer", "reason": "Declared String, and a number in the example.", "evidence": "examples/search/found.json" },
        { "at": "/http/path", "printed": "/serach", "instead": "/search", "reason": "The path is misprinted." },
    ]);
    fs::write(&file, value.to_string()).expect("a copy");
    let files = generate(root.path(), None).unwrap_or_else(|failure| panic!("{failure}"));
    let page = &files["crates/acme/src/generated/search.rs"];
    let words = "The document contradicts itself: Declared String, and a number in the example.";
    let above = page.split("pub total:").next().unwrap_or_default();
    let (_, own) = above.rsplit_once("pub struct").expect("the type");
    assert!(own.contains(words), "{page}");
    assert!(page.contains("The path is misprinted."), "{page}");
}

/// The operation that could not be read may list the example.
#[test]
fn an_operation_that_cannot_be_read_is_one_fault() {
    let root = stage_repository();
    let (mut unread, mut with_evidence) = (0, false);
    for vendor in vendor_names(repository().as_path()) {
        let folder = root.path().join("schemas").join(&vendor);
        for entry in fs::read_dir(&folder).expect("a vendor") {
            let path = entry.expect("an entry").path();
            if path.is_dir() || path.ends_with("vendor.json") {
                continue;
            }
            fs::write(&path, "{").expect("a copy");
            unread += 1;
        }
        let own = fs::read_to_string(folder.join("vendor.json")).expect("the vendor");
        with_evidence |= own.contains("\"evidence\"");
    }
    let Err(Failure::Faults(faults)) = generate(root.path(), None) else {
        panic!("nothing can be read");
    };
    assert!(with_evidence, "no vendor's file names evidence any more");
    assert_eq!(faults.len(), unread, "{faults}");
}
