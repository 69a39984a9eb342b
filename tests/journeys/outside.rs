//! A team's own crate, outside the workspace, that depends on one vendor.

use std::path::Path;
use std::process::Command;

/// It compiles, and it brings no other vendor and neither facade nor sandbox along.
#[test]
fn a_crate_that_wants_one_vendor_gets_one_vendor() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../..")
        .canonicalize()
        .unwrap();
    let folder = tempfile::tempdir().unwrap();
    let manifest = format!(
        "[package]\nname = \"team\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n[workspace]\n\n[dependencies]\nqixin = {{ path = {:?}, default-features = false }}\n",
        root.join("crates/qixin")
    );
    std::fs::write(folder.path().join("Cargo.toml"), manifest).unwrap();
    // The versions that the workspace was tested with, which are also those on this disk.
    std::fs::copy(root.join("Cargo.lock"), folder.path().join("Cargo.lock")).unwrap();
    std::fs::create_dir(folder.path().join("src")).unwrap();
    std::fs::write(
        folder.path().join("src/lib.rs"),
        "pub fn question() -> qixin::execution_list_by_name::Request {\n    qixin::execution_list_by_name::Request::new(\"x\").skip(20)\n}\n",
    )
    .unwrap();

    cargo(folder.path(), &["check", "--offline", "--quiet"]);
    let tree = cargo(
        folder.path(),
        &["tree", "--offline", "--edges", "normal", "--prefix", "none"],
    );
    let ours: Vec<&str> = tree.lines().filter(|line| line.contains("(/")).collect();
    let ours: Vec<&str> = ours
        .iter()
        .filter_map(|line| line.split(' ').next())
        .collect();
    assert!(
        ours.contains(&"qixin") && ours.contains(&"zhixing-core"),
        "{tree}"
    );
    for other in [
        "xinshu",
        "qcc",
        "juhe",
        "cloudmarket",
        "zhixing",
        "zhixing-sandbox",
        "reqwest",
    ] {
        assert!(
            !tree
                .lines()
                .any(|line| line.split(' ').next() == Some(other)),
            "{other} came along:\n{tree}"
        );
    }
}

/// Builds below the workspace's own target folder, so that a second run has little to do.
fn cargo(folder: &Path, arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO"))
        .args(arguments)
        .current_dir(folder)
        .env(
            "CARGO_TARGET_DIR",
            concat!(env!("CARGO_TARGET_TMPDIR"), "/outside"),
        )
        .output()
        .expect("cargo starts");
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).expect("cargo writes UTF-8")
}
