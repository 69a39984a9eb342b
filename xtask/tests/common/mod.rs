//! Copies of schemas in a folder of their own, so that a test can break them.
#![allow(dead_code)] // each test file uses some of it

pub(crate) mod diff;
pub(crate) mod staged;

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;
use xtask::read::Texts;

/// The repository's root.
pub(crate) fn repository() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent()
        .expect("xtask stands in the repository")
        .to_owned()
}

/// A path below `xtask/tests/`.
pub(crate) fn fixture(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests")
        .join(path)
}

/// A root with the dialect and the vendors of these folders, the later over the earlier. A file
/// `x.gone` removes `x`.
pub(crate) fn stage(layers: &[PathBuf]) -> TempDir {
    let root = tempfile::tempdir().expect("a temporary folder");
    let schemas = root.path().join("schemas");
    copy(
        &repository().join("schemas/dialect"),
        &schemas.join("dialect"),
    );
    for layer in layers {
        copy(layer, &schemas);
    }
    root
}

/// A root with all schemas of the repository and what is generated from them.
pub(crate) fn stage_repository() -> TempDir {
    let root = stage(&[repository().join("schemas")]);
    let options = xtask::codegen::Options::default();
    xtask::codegen::run(root.path(), &options).expect("the schemas have no faults");
    root
}

/// Where vendors are listed, beside `Cargo.toml`.
pub(crate) const LISTS: [&str; 4] = [
    "crates/zhixing/Cargo.toml",
    "crates/zhixing/src/registry.rs",
    "crates/sandbox/Cargo.toml",
    "crates/sandbox/src/served.rs",
];

/// A root with the schemas and the lists of vendors alone, which is what a vendor is begun from.
pub(crate) fn schemas_and_lists() -> TempDir {
    let root = stage(&[repository().join("schemas")]);
    for file in ["Cargo.toml", "Cargo.lock"].iter().chain(&LISTS) {
        let to = root.path().join(file);
        fs::create_dir_all(to.parent().expect("a folder")).expect("a folder");
        fs::copy(repository().join(file), to).expect("a copy");
    }
    root
}

/// The dialect, in memory.
pub(crate) fn dialect() -> Texts {
    let mut texts = Texts::new();
    load(
        &repository().join("schemas/dialect"),
        "schemas/dialect",
        &mut texts,
    );
    texts
}

/// Reads a folder into memory, under another name.
pub(crate) fn load(from: &Path, to: &str, into: &mut Texts) {
    for entry in fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("an entry");
        let name = format!("{to}/{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            load(&entry.path(), &name, into);
        } else {
            into.insert(name, fs::read(entry.path()).expect("a file"));
        }
    }
}

/// Copies a folder over another.
pub(crate) fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).unwrap_or_else(|_| panic!("{} is there", from.display())) {
        let entry = entry.expect("an entry");
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else if target.extension().is_some_and(|ending| ending == "gone") {
            fs::remove_file(target.with_extension("")).expect("what is gone was there");
        } else {
            fs::copy(entry.path(), target).expect("a copy");
        }
    }
}
