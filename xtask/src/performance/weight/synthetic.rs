//! A vendor's crate of many operations beside typify's types for the same schemas.
//!
//! Both are written by `xtask/examples/synthetic_crates.rs`, since typify is for measuring alone and no dependency of this
//! command. What they depend on is built before; the crate alone is then built from nothing.

use std::fs;
use std::path::{Path, PathBuf};

use super::build::{Cost, Profile, built, cargo};
use super::programs::lock;
use crate::performance::{Failure, output};

/// So many operations of 20 fields.
const OPERATIONS: usize = 200;

/// The crates: row and folder, and what they depend on.
const CRATES: [(&str, &[&str]); 2] = [
    ("typify", &["serde", "serde_json"]),
    ("synthetic", &["serde", "zhixing-core"]),
];

/// The two crates in their folder.
pub(super) struct Synthetic {
    folder: PathBuf,
}

/// Writes both crates.
pub(super) fn write(root: &Path, folder: &Path) -> Result<Synthetic, Failure> {
    let folder = folder.join("crates");
    let mut command = cargo(root);
    command.args(["run", "--quiet", "--package", "xtask"]);
    command.args(["--example", "synthetic_crates", "--"]);
    command.arg(&folder).arg(OPERATIONS.to_string());
    output(&mut command, "cargo run --example synthetic_crates")?;
    for (name, _) in CRATES {
        lock(root, &folder.join(name))?;
    }
    Ok(Synthetic { folder })
}

impl Synthetic {
    /// Each crate alone, built from nothing.
    pub(super) fn built(&self, profile: Profile) -> Result<Vec<(&'static str, Cost)>, Failure> {
        let mut costs = Vec::new();
        let target = self.target();
        for (name, needs) in CRATES {
            let needs: Vec<String> = needs.iter().map(|it| format!("--package={it}")).collect();
            let needs: Vec<&str> = needs.iter().map(String::as_str).collect();
            built(&self.folder.join(name), &target, profile, &needs)?;
        }
        for (name, _) in CRATES {
            let cost = built(&self.folder.join(name), &target, profile, &[])?;
            costs.push((name, cost));
        }
        Ok(costs)
    }

    /// Where both are built, so that what they share is built once.
    fn target(&self) -> PathBuf {
        self.folder.join("target")
    }

    /// How much code the compiler makes of an operation: a sentence.
    pub(super) fn lines(&self) -> Result<String, Failure> {
        let mut counts = Vec::new();
        let target = self.target();
        for (name, _) in CRATES {
            let mut command = cargo(&self.folder.join(name));
            command
                .args(["rustc", "--lib", "--target-dir"])
                .arg(&target);
            command.args(["--", "--emit=llvm-ir", "-Ccodegen-units=1"]);
            output(&mut command, "cargo rustc --emit=llvm-ir")?;
            counts.push(functions(&target.join("debug/deps"))? / OPERATIONS);
        }
        let (typify, ours) = (counts[0], counts[1]);
        Ok(format!(
            "\nOf each of {OPERATIONS} operations of 20 fields, rustc makes {ours} lines of LLVM IR (debug) for the vendor's crate, and {typify} for typify's types.\n"
        ))
    }
}

/// Lines of functions in the one file of LLVM IR of a folder.
fn functions(folder: &Path) -> Result<usize, Failure> {
    let unreadable = |error| Failure::Io("LLVM IR".into(), error);
    let mut lines = 0;
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        if path.extension().is_some_and(|extension| extension == "ll") {
            let text = fs::read_to_string(&path).map_err(unreadable)?;
            lines += inside_functions(&text);
            // The next crate is counted alone.
            fs::remove_file(&path).map_err(unreadable)?;
        }
    }
    Ok(lines)
}

fn inside_functions(text: &str) -> usize {
    let mut inside = false;
    let mut lines = 0;
    for line in text.lines() {
        inside = (inside || line.starts_with("define ")) && line != "}";
        lines += usize::from(inside && !line.is_empty());
    }
    lines
}

#[cfg(test)]
mod tests {
    #[test]
    fn what_stands_between_define_and_its_bracket_is_counted() {
        let text = "; m\n@a = global i8 0\ndefine void @f() {\nstart:\n\n  ret void\n}\ndeclare void @g()\ndefine i8 @h() {\n  ret i8 0\n}\n";
        assert_eq!(super::inside_functions(text), 5);
    }
}
