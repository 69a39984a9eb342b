//! Generated files, compiled: many vendors' modules of one crate, one call of the compiler for a batch.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::common::repository;
use super::judge::Generated;

/// So many are one crate.
pub(crate) const BATCH: usize = 30;

const MANIFEST: &str = r#"[package]
name = "mutants"
version = "0.0.0"
edition = "2024"

[workspace]

[features]
default = ["reqwest", "schemars"]
reqwest = []
schemars = []

[dependencies]
async-trait = "0.1"
schemars = "1"
serde = { version = "1", features = ["derive"] }
serde_json = "1"
zhixing-core = { path = "CORE", default-features = false, features = ["base64", "nonce", "schemars", "sha1", "sha2"] }

"#;

/// The crates that do not compile: the number of each, and its first errors.
pub(crate) fn failures(sample: &[(u64, Generated)]) -> Vec<(u64, String)> {
    if sample.is_empty() {
        return Vec::new();
    }
    let folder = tempfile::tempdir().expect("a folder");
    let root = repository();
    let core = root
        .join("crates/core")
        .to_string_lossy()
        .replace('\\', "/");
    // The lints that vendor crates are held to.
    let workspace = fs::read_to_string(root.join("Cargo.toml")).expect("the manifest");
    let lints = workspace
        .split("[workspace.lints.rust]")
        .nth(1)
        .unwrap_or_default();
    let lints = lints.split("\n[profile").next().unwrap_or_default();
    let lints = format!(
        "[lints.rust]{}",
        lints.replace("[workspace.lints", "[lints")
    );
    fs::write(
        folder.path().join("Cargo.toml"),
        MANIFEST.replace("CORE", &core) + &lints,
    )
    .expect("a file");
    fs::copy(root.join("Cargo.lock"), folder.path().join("Cargo.lock"))
        .expect("the versions that are tested");
    let mut library = String::from("//! Mutants.\n");
    for (seed, generated) in sample {
        library.push_str(&format!("/// A mutant.\npub mod m{seed};\n"));
        write(&folder.path().join(format!("src/m{seed}")), generated);
    }
    fs::write(folder.path().join("src/lib.rs"), library).expect("a file");
    let (well, text) = cargo(folder.path());
    if well {
        return Vec::new();
    }
    let errors_of = |number: u64| -> String {
        let place = format!("src/m{number}/");
        let errors: Vec<&str> = text
            .lines()
            .filter(|line| line.contains(&place))
            .take(6)
            .collect();
        errors.join("\n")
    };
    let mut failures: Vec<(u64, String)> = sample
        .iter()
        .map(|(number, _)| (*number, errors_of(*number)))
        .collect();
    failures.retain(|(_, errors)| !errors.is_empty());
    // Errors that name no module are the batch's.
    assert!(!failures.is_empty(), "The batch does not compile:\n{text}");
    failures
}

/// One vendor as its crate would hold it: generated files, exported, and the hand-written mapping.
fn write(folder: &Path, generated: &Generated) {
    fs::create_dir_all(folder.join("generated")).expect("a folder");
    for (file, text) in &generated.files {
        fs::write(folder.join("generated").join(file), text).expect("a file");
    }
    let mut module = String::from(
        "#[rustfmt::skip]\nmod generated;\npub use generated::*;\npub use zhixing_core::{self, Answer, Outcome};\n",
    );
    for (operation, record) in &generated.records {
        module.push_str(&format!(
            "impl zhixing_core::record::Unify for generated::{operation}::{record} {{\n    \
             fn unify(self, source: zhixing_core::record::Source) -> zhixing_core::record::Record {{\n        \
             zhixing_core::record::Record::new(source)\n    }}\n}}\n"
        ));
    }
    fs::write(folder.join("mod.rs"), module).expect("a file");
}

/// The compiler's check, or with `MUTATION_CLIPPY` clippy's, which a vendor's crate must pass as well.
fn cargo(folder: &Path) -> (bool, String) {
    let mut command = Command::new(env!("CARGO"));
    if std::env::var_os("MUTATION_CLIPPY").is_some() {
        command.args([
            "clippy",
            "--offline",
            "--quiet",
            "--message-format=short",
            "--",
            "-Dwarnings",
        ]);
    } else {
        command.args(["check", "--offline", "--quiet", "--message-format=short"]);
    }
    let output = command
        .current_dir(folder)
        .env(
            "CARGO_TARGET_DIR",
            Path::new(env!("CARGO_TARGET_TMPDIR")).join("mutants"),
        )
        .output()
        .expect("cargo runs");
    (
        output.status.success(),
        String::from_utf8_lossy(&output.stderr).into_owned(),
    )
}
