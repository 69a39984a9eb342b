//! The programs that are built.

use std::fs;
use std::path::Path;

use super::build::Profile;
use crate::performance::Failure;
use crate::read;

/// A program that does nothing but depend.
#[derive(Debug, Clone, Copy)]
pub(super) struct Program {
    /// Its folder, and the row's name.
    pub(super) id: &'static str,
    /// In words.
    pub(super) words: &'static str,
    needs: Needs,
    /// Whether a goal is about its time: it is built in every round then, twice, and for delivery too.
    compared: bool,
}

#[derive(Debug, Clone, Copy)]
enum Needs {
    /// These packages, as the workspace asks for them, with features on top.
    Packages(&'static [(&'static str, &'static [&'static str])]),
    /// A vendor's crate, with or without its default features, with others on top.
    Vendor(bool, &'static [&'static str]),
}

/// What a client is asked to be built from: HTTP with TLS by rustls on ring, JSON, md5.
const ASKED: [(&str, &[&str]); 6] = [
    ("async-trait", &[]),
    ("md-5", &[]),
    ("reqwest", &[]),
    ("rustls", &[]),
    ("serde", &[]),
    ("serde_json", &[]),
];

pub(super) const PROGRAMS: &[Program] = &[
    Program {
        id: "packages",
        words: "the packages asked for alone",
        needs: Needs::Packages(&ASKED),
        compared: true,
    },
    Program {
        id: "vendor",
        words: "a vendor's crate",
        needs: Needs::Vendor(true, &[]),
        compared: true,
    },
    Program {
        id: "no-reqwest",
        words: "… without `reqwest`",
        needs: Needs::Vendor(false, &[]),
        compared: false,
    },
    Program {
        id: "gzip",
        words: "… with `gzip`",
        needs: Needs::Vendor(true, &["gzip"]),
        compared: false,
    },
    Program {
        id: "schemars",
        words: "… with `schemars`",
        needs: Needs::Vendor(true, &["schemars"]),
        compared: false,
    },
];

/// What is built in a round, in this order. What is compared is built there and back: a machine is fastest after it was idle,
/// so that what is always first would seem light.
pub(super) fn of_round(profile: Profile, round: usize) -> Vec<&'static Program> {
    let compared = PROGRAMS.iter().filter(|it| it.compared);
    let mut programs: Vec<&Program> = compared.clone().chain(compared.rev()).collect();
    if profile == Profile::Debug && round == 0 {
        programs.extend(PROGRAMS.iter().filter(|it| !it.compared));
    }
    programs
}

impl Program {
    /// How often a round builds it.
    pub(super) fn builds(&self) -> u8 {
        if self.compared { 2 } else { 1 }
    }

    /// Writes the program with the repository's lock file beside it: what it does not need, cargo leaves out.
    pub(super) fn write(&self, root: &Path, folder: &Path) -> Result<(), Failure> {
        let needs = match self.needs {
            Needs::Packages(packages) => packages
                .iter()
                .map(|(name, features)| asked(root, name, features))
                .collect::<Result<String, Failure>>()?,
            Needs::Vendor(default, features) => vendor(root, default, features)?,
        };
        let manifest = format!(
            "[package]\nname = \"program\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[dependencies]\n{needs}\n[workspace]\n"
        );
        let folder = folder.join(self.id);
        put(&folder.join("Cargo.toml"), &manifest)?;
        put(&folder.join("src/main.rs"), "fn main() {}\n")?;
        lock(root, &folder)
    }
}

/// The workspace's own line for a package, as a dependency of a program that is no member.
fn asked(root: &Path, name: &str, features: &[&str]) -> Result<String, Failure> {
    const FILE: &str = "Cargo.toml";
    let text =
        fs::read_to_string(root.join(FILE)).map_err(|error| Failure::Io(FILE.into(), error))?;
    let line = text.lines().find(|line| {
        line.strip_prefix(name)
            .is_some_and(|rest| rest.trim_start().starts_with('='))
    });
    let Some(line) = line else {
        let reason = format!("`{name}` is no dependency of the workspace any more");
        return Err(Failure::NotUnderstood(FILE.into(), reason));
    };
    if features.is_empty() {
        return Ok(format!("{line}\n"));
    }
    let features: Vec<String> = features.iter().map(|name| format!("{name:?}")).collect();
    Ok(line.replace(
        "features = [",
        &format!("features = [{}, ", features.join(", ")),
    ) + "\n")
}

/// The first vendor there is: no vendor's crate depends on more than another's, but for what its recipe needs.
fn vendor(root: &Path, default: bool, features: &[&str]) -> Result<String, Failure> {
    let vendors = read::vendor_names(root);
    let name = vendors
        .first()
        .ok_or_else(|| Failure::NotUnderstood("schemas".into(), "there is no vendor".into()))?;
    let path = root.join("crates").join(name);
    Ok(format!(
        "{name} = {{ path = {path:?}, default-features = {default}, features = {features:?} }}\n"
    ))
}

pub(super) fn lock(root: &Path, folder: &Path) -> Result<(), Failure> {
    const FILE: &str = "Cargo.lock";
    let copied = fs::copy(root.join(FILE), folder.join(FILE));
    copied
        .map(drop)
        .map_err(|error| Failure::Io(FILE.into(), error))
}

fn put(file: &Path, text: &str) -> Result<(), Failure> {
    let written = match file.parent() {
        Some(folder) => fs::create_dir_all(folder).and_then(|()| fs::write(file, text)),
        None => fs::write(file, text),
    };
    written.map_err(|error| Failure::Io("a program to build".into(), error))
}
