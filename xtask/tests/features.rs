//! A recipe that needs more of the core than the vendor's crate switches on is refused, with the line to write.

mod common;

use std::fs;

use common::{fixture, stage};
use xtask::codegen::generate;

/// The base of the faults, signing by sha256 in base64 with a nonce, and its crate's manifest.
fn told(manifest: &str) -> Option<String> {
    let root = stage(&[fixture("faults/base")]);
    let schema = root.path().join("schemas/acme/vendor.json");
    let text = fs::read_to_string(&schema).expect("the base");
    let mut vendor: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    let values = &mut vendor["auth"]["values"];
    values[0] = serde_json::json!({ "name": "time", "nonce": "uuid" });
    values[1]["digest"]["algorithm"] = "hmac-sha256".into();
    values[1]["digest"]["key"] = serde_json::json!([{ "credential": "secret" }]);
    values[1]["digest"]["base64"] = "standard".into();
    values[1]["digest"]
        .as_object_mut()
        .expect("an object")
        .remove("hex");
    fs::write(&schema, vendor.to_string()).expect("written");
    let folder = root.path().join("crates/acme");
    fs::create_dir_all(&folder).expect("a folder");
    fs::write(folder.join("Cargo.toml"), manifest).expect("written");
    generate(root.path(), None)
        .err()
        .map(|failure| failure.to_string())
}

#[test]
fn a_crate_without_the_features_is_refused_with_the_line_to_write() {
    for (manifest, place) in [
        (
            "[dependencies]\nzhixing-core.workspace = true\n",
            "there, in the place of `zhixing-core.workspace = true`: ",
        ),
        (
            "[dependencies.zhixing-core]\nworkspace = true\nfeatures = [\"sha2\"]\n",
            "there, in the place of what it says of zhixing-core now: ",
        ),
        ("", "there: "),
    ] {
        let told = told(manifest).expect("a fault");
        let line =
            "zhixing-core = { workspace = true, features = [\"base64\", \"nonce\", \"sha2\"] }";
        assert!(
            told.contains("schemas/acme/vendor.json:1 /auth\n")
                && told.contains("crates/acme/Cargo.toml does not switch it on")
                && told.contains(&format!("{place}{line}"))
                && told.ends_with("1 fault. Nothing was written."),
            "{told}"
        );
    }
}

#[test]
fn a_feature_that_is_on_for_another_reason_stays_in_the_line() {
    let told =
        told("[dependencies]\nzhixing-core = { workspace = true, features = [\"schemars\"] }\n");
    let told = told.expect("a fault");
    assert!(
        told.contains("[\"base64\", \"nonce\", \"schemars\", \"sha2\"]"),
        "{told}"
    );
}

#[test]
fn the_line_that_is_told_is_accepted() {
    let line = "[dependencies]\nzhixing-core = { workspace = true, features = [\"base64\", \"nonce\", \"sha2\"] }\n";
    assert_eq!(told(line), None);
}

#[test]
fn a_manifest_that_is_no_toml_is_told() {
    let told = told("[dependencies\n").expect("a fault");
    assert!(
        told.contains("crates/acme/Cargo.toml (whole file)\n  The file is no TOML"),
        "{told}"
    );
}
