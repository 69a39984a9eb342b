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

/// A crate of so many operations.
struct Crate {
    /// Its row and its folder.
    id: &'static str,
    package: &'static str,
    /// What it depends on.
    needs: [&'static str; 2],
}

const CRATES: [Crate; 2] = [
    Crate {
        id: "typify",
        package: "typify-types",
        needs: ["serde", "serde_json"],
    },
    Crate {
        id: "synthetic",
        package: "synthetic",
        needs: ["serde", "zhixing-core"],
    },
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
    for krate in CRATES {
        lock(root, &folder.join(krate.id))?;
    }
    Ok(Synthetic { folder })
}

impl Synthetic {
    /// Builds what the crates depend on.
    pub(super) fn prepare(&self, profile: Profile) -> Result<(), Failure> {
        for krate in CRATES {
            let needs = krate.needs.map(|package| format!("--package={package}"));
            let needs = needs.each_ref().map(String::as_str);
            built(&self.folder.join(krate.id), &self.target(), profile, &needs)?;
        }
        Ok(())
    }

    /// Each crate alone, built from nothing; in every other round the last one first, as a machine is fastest after it was idle.
    pub(super) fn built(
        &self,
        profile: Profile,
        round: usize,
    ) -> Result<Vec<(&'static str, Cost)>, Failure> {
        let mut crates = CRATES;
        if round % 2 == 1 {
            crates.reverse();
        }
        let mut costs = Vec::new();
        for krate in crates {
            let (folder, target) = (self.folder.join(krate.id), self.target());
            let mut clean = cargo(&folder);
            clean
                .args(["clean", "--package", krate.package, "--target-dir"])
                .arg(&target);
            if profile == Profile::Release {
                clean.arg("--release");
            }
            output(&mut clean, "cargo clean")?;
            costs.push((krate.id, built(&folder, &target, profile, &[])?));
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
        for krate in CRATES {
            let mut command = cargo(&self.folder.join(krate.id));
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
