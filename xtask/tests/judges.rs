//! Whether the verdicts of `cargo xtask diff` are right is not for it to say. Two judges are asked about each
//! staged change, on crates that are generated from its two sides:
//!
//! - rustc: a program that uses all of the old crate (`judges/user.rs`) is built against the new one and run. It
//!   breaks, it prints something else, or it prints the same.
//! - cargo-semver-checks, where it is installed: the rustdoc JSON of both crates. It is blind for types of fields and
//!   arguments, which rustc is not; so each staged change says what each judge must say, and why they disagree.
//!
//! rustc also judges what must be edited by hand: a mapping that names every field is built with the new crate.

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use common::repository;
use common::staged::Staged;
use serde_json::Value;
use xtask::diagnostic::Diagnostics;
use xtask::diff::{self, Effect};
use xtask::model::Vendor;
use xtask::{codegen, emit, read};

const USER: &str = include_str!("judges/user.rs");
const MAPPING: &str = include_str!("judges/record.rs");

/// The old crate of those staged changes that have no `before`.
const BASE: &str = "base";

/// A workspace that holds a crate, a user and a mapped crate for each staged change.
struct Court {
    root: PathBuf,
    members: Vec<String>,
}

fn model(schemas: &Path) -> Vendor {
    let mut faults = Diagnostics::default();
    let sources = read::read(schemas, None, &mut faults);
    let vendors = codegen::checked(&sources, faults).unwrap_or_else(|faults| panic!("{faults}"));
    vendors.into_iter().next().expect("one vendor")
}

impl Court {
    fn new() -> Self {
        Self {
            // The same folder in every run, so that only what has changed is built again.
            root: target().join("src"),
            members: Vec::new(),
        }
    }

    /// A crate that is called `acme` by those who use it.
    fn vendor(&mut self, member: &str, schemas: &Path, mapping: Option<&str>) {
        let vendor = model(schemas);
        let folder = self.member(
            member,
            "[lib]\nname = \"acme\"\n[features]\ndefault = [\"reqwest\"]\nreqwest = []\nschemars = []\n",
            &[],
        );
        for (file, text) in emit::vendor_files(&vendor).expect("Rust") {
            let name = file.rsplit('/').next().expect("a name");
            write(&folder.join("src/generated").join(name), &text);
        }
        let unify = vendor.operations.iter().map(|operation| {
            format!(
                "impl zhixing_core::record::Unify for crate::generated::{}::{} {{ fn unify(self, source: zhixing_core::record::Source) -> zhixing_core::record::Record {{ zhixing_core::record::Record::new(source) }} }}\n",
                operation.module, operation.record
            )
        });
        let record = mapping.map_or_else(|| unify.collect::<String>(), str::to_owned);
        write(&folder.join("src/record.rs"), &record);
        write(
            &folder.join("src/lib.rs"),
            "mod generated;\nmod record;\npub use generated::*;\npub use zhixing_core::{self, Answer, Error, Outcome};\n",
        );
        // Only programs are asked for (see `build`), and nobody else uses a mapped crate.
        if mapping.is_some() {
            write(
                &folder.join("src/main.rs"),
                "use acme as _;\nfn main() {}\n",
            );
        }
    }

    /// A program that was written for the old side, with the crate `vendor`.
    fn user(&mut self, member: &str, vendor: &str, program: &str) {
        let folder = self.member(
            member,
            "",
            &[format!(
                "acme = {{ path = \"../{vendor}\", package = \"{vendor}\" }}"
            )],
        );
        write(&folder.join("src/main.rs"), program);
    }

    fn member(&mut self, member: &str, more: &str, dependencies: &[String]) -> PathBuf {
        let core = repository().join("crates/core");
        let manifest = format!(
            "[package]\nname = \"{member}\"\nversion = \"0.1.0\"\nedition = \"2024\"\n{more}\
             [dependencies]\nasync-trait = \"0.1\"\nserde = {{ version = \"1\", features = [\"derive\"] }}\nserde_json = \"1\"\n\
             zhixing-core = {{ path = {core:?}, default-features = false, features = [\"base64\", \"nonce\", \"sha1\", \"sha2\"] }}\n{}\n",
            dependencies.join("\n")
        );
        let folder = self.root.join(member);
        write(&folder.join("Cargo.toml"), &manifest);
        self.members.push(member.to_owned());
        folder
    }

    fn cargo(&self, arguments: &[&str]) -> std::process::Output {
        Command::new(env!("CARGO"))
            .args(arguments)
            .current_dir(&self.root)
            .env("CARGO_TARGET_DIR", target())
            .env_remove("RUSTFLAGS")
            .output()
            .expect("cargo runs")
    }

    /// Builds all that can be built; programs by member, and the errors of what cannot.
    ///
    /// Programs are asked for, and what they need. Of a library that is asked for, cargo puts a link into the folder
    /// above, and as all are called `acme`, two that are ready at once take away each other's: one counts as not built.
    fn build(&self) -> Built {
        let members = self.members.iter().map(|name| format!("{name:?}"));
        let members = members.collect::<Vec<_>>().join(", ");
        // No debug information: nobody will debug it.
        let manifest = format!(
            "[workspace]\nresolver = \"3\"\nmembers = [{members}]\n[profile.dev]\ndebug = 0\nincremental = false\n"
        );
        write(&self.root.join("Cargo.toml"), &manifest);
        fs::copy(
            repository().join("Cargo.lock"),
            self.root.join("Cargo.lock"),
        )
        .expect("a copy");
        let arguments = [
            "build",
            "--offline",
            "--quiet",
            "--workspace",
            "--bins",
            "--keep-going",
            "--message-format=json",
        ];
        let output = self.cargo(&arguments);
        let mut built = Built::default();
        for line in String::from_utf8_lossy(&output.stdout).lines() {
            let Ok(message) = serde_json::from_str::<Value>(line) else {
                continue;
            };
            let package = message["manifest_path"].as_str().and_then(|path| {
                let folder = Path::new(path).parent()?.file_name()?;
                Some(folder.to_string_lossy().into_owned())
            });
            let (Some(package), Some(reason)) = (package, message["reason"].as_str()) else {
                continue;
            };
            if reason == "compiler-artifact" {
                let program = message["executable"].as_str().map(PathBuf::from);
                built.whole.insert(package, program);
            } else if reason == "compiler-message" && message["message"]["level"] == "error" {
                let text = message["message"]["rendered"].as_str().unwrap_or_default();
                built.errors.entry(package).or_default().push_str(text);
            }
        }
        built.said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(
            built.whole.contains_key(BASE),
            "the base is not built:\n{}",
            built.error(BASE)
        );
        built
    }
}

#[derive(Default)]
struct Built {
    /// What was built, with the program if it is one.
    whole: BTreeMap<String, Option<PathBuf>>,
    errors: BTreeMap<String, String>,
    /// What cargo itself said.
    said: String,
}

impl Built {
    /// Why a member is not built: what rustc says, or where it says nothing, cargo.
    fn error(&self, member: &str) -> &str {
        match self.errors.get(member) {
            Some(error) => error,
            None if self.whole.contains_key(member) => "",
            None => &self.said,
        }
    }

    /// What a program prints; `None` if it could not be built.
    fn printed(&self, member: &str) -> Option<String> {
        let program = self.whole.get(member)?.as_ref()?;
        let output = Command::new(program).output().expect("the program runs");
        let text =
            String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr);
        Some(text.into_owned())
    }
}

fn target() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("judges")
}

/// Writes a file, unless it says so already: cargo goes by the time of writing.
fn write(file: &Path, text: &str) {
    if fs::read_to_string(file).is_ok_and(|known| known == text) {
        return;
    }
    fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
    fs::write(file, text).expect("a file");
}

/// The consumer as the staged change wants it.
fn program(staged: &Staged, has_pages: bool) -> String {
    let own = staged.user.join("\n    ");
    if staged.replace_user {
        return format!("use acme::search::Request;\nfn main() {{\n    {own}\n}}\n");
    }
    let pages = "let _: Pages<Request> = client.search_pages(asked);";
    USER.replace("//USER", &own)
        .replace("//PAGES", if has_pages { pages } else { "" })
}

struct Case {
    name: String,
    staged: Staged,
    /// The member that is the old crate.
    old: String,
    /// The program that was built with it.
    user: String,
    effect: Effect,
    by_hand: bool,
}

fn cases(court: &mut Court) -> Vec<Case> {
    let mut cases = Vec::new();
    for (name, staged) in Staged::all() {
        let (old, new) = staged.sides();
        let is_base = staged.before.is_empty();
        let before = if is_base {
            BASE.to_owned()
        } else {
            format!("{name}-old")
        };
        if !court.members.contains(&before) {
            court.vendor(&before, old.path(), None);
        }
        court.vendor(&name, new.path(), None);
        let operations = model(old.path()).operations;
        let search = operations.iter().find(|one| one.name == "search");
        let has_pages = search.is_some_and(|one| one.pages_method.is_some());
        let program = program(&staged, has_pages);
        // Where the crate and the program are those of the base, so is what it prints.
        let user = if is_base && staged.user.is_empty() {
            format!("{BASE}-user")
        } else {
            format!("{name}-user-old")
        };
        if !court.members.contains(&user) {
            court.user(&user, &before, &program);
        }
        court.user(&format!("{name}-user"), &name, &program);
        // The mapping is that of the base: where the old side has others, nothing is asked of it.
        if is_base && name != "operation_added" {
            court.vendor(&format!("{name}-mapped"), new.path(), Some(MAPPING));
        }
        let report = diff::folders(old.path(), new.path());
        let report = report.unwrap_or_else(|failure| panic!("{failure}"));
        let [one] = &report.crates[..] else {
            panic!("{name}: one crate")
        };
        cases.push(Case {
            effect: one.effect(),
            by_hand: one.changes.iter().any(|change| change.by_hand.is_some()),
            name,
            staged,
            old: before,
            user,
        });
    }
    cases
}

/// What rustc's verdict must be for an effect, unless the staged change says why it is another.
fn agrees(effect: Effect, rustc: &str) -> bool {
    match effect {
        Effect::Breaking => rustc == "breaks",
        Effect::Behaviour => rustc == "differs",
        Effect::Nothing | Effect::Docs | Effect::Addition => rustc == "same",
        Effect::Unknown => false,
    }
}

#[test]
fn the_judges_confirm_each_verdict_or_the_staged_change_says_why_not() {
    let mut court = Court::new();
    let cases = cases(&mut court);
    let built = court.build();
    let (mut wrong, mut needless) = (Vec::new(), Vec::new());
    for case in &cases {
        let Case {
            name,
            staged,
            effect,
            ..
        } = case;
        let old = built.printed(&case.user);
        let user = format!("{name}-user");
        for (member, is_built) in [
            (&case.user, old.is_some()),
            (name, built.whole.contains_key(name)),
        ] {
            if !is_built {
                wrong.push(format!(
                    "{name}: {member} is not built\n{}",
                    built.error(member)
                ));
            }
        }
        let rustc = match built.printed(&user) {
            None => "breaks",
            new if new == old => "same",
            Some(_) => "differs",
        };
        if rustc != staged.rustc {
            wrong.push(format!(
                "{name}: rustc says {rustc}, not {}\n{}",
                staged.rustc,
                built.error(&user)
            ));
        }
        if !agrees(*effect, rustc) && staged.because.is_none() {
            wrong.push(format!(
                "{name}: we say {effect}, rustc says {rustc}, and nobody says why"
            ));
        }
        let mapped = format!("{name}-mapped");
        let is_tried = court.members.contains(&mapped);
        let is_whole = built.whole.contains_key(&mapped);
        if is_tried && !is_whole && !case.by_hand {
            wrong.push(format!(
                "{name}: nothing is told to be done by hand, yet the mapping breaks:\n{}",
                built.error(&mapped)
            ));
        }
        if is_tried && is_whole && case.by_hand {
            needless.push(name.as_str());
        }
    }
    // `as_deref` gives text of either type: such a mapping is to be looked at and may stay as it is. And the crates
    // here have all features of the core, which a vendor's own crate must switch on.
    assert_eq!(
        needless,
        ["field_retyped", "recipe_needs_a_feature"],
        "hand work that is told and not needed"
    );
    semver_checks(&court, &cases, &mut wrong);
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

/// Asks cargo-semver-checks, where it is installed.
fn semver_checks(court: &Court, cases: &[Case], wrong: &mut Vec<String>) {
    let version = Command::new("cargo-semver-checks")
        .args(["semver-checks", "--version"])
        .output();
    if !version.is_ok_and(|output| output.status.success()) {
        eprintln!("cargo-semver-checks is not installed: what it says was not checked again.");
        return;
    }
    let members: BTreeSet<&String> = cases
        .iter()
        .flat_map(|case| [&case.name, &case.old])
        .collect();
    let documented: BTreeMap<&String, PathBuf> = members
        .into_iter()
        .map(|member| (member, court.rustdoc(member)))
        .collect();
    for Case {
        name,
        staged,
        old,
        effect,
        ..
    } in cases
    {
        let output = Command::new("cargo-semver-checks")
            .args([
                "semver-checks",
                "--release-type",
                "patch",
                "--baseline-rustdoc",
            ])
            .arg(&documented[old])
            .arg("--current-rustdoc")
            .arg(&documented[name])
            .output()
            .expect("it runs");
        let text =
            String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr);
        let found = if text.contains("semver requires new major version") {
            "major"
        } else if text.contains("semver requires new minor version") {
            "minor"
        } else if output.status.success() {
            "none"
        } else {
            "no verdict"
        };
        if found != staged.semver_checks {
            wrong.push(format!(
                "{name}: cargo-semver-checks says {found}, not {}\n{text}",
                staged.semver_checks
            ));
        }
        if (found == "major") != (*effect == Effect::Breaking) && staged.because.is_none() {
            wrong.push(format!(
                "{name}: we say {effect}, cargo-semver-checks says {found}, and nobody says why"
            ));
        }
    }
}

impl Court {
    /// The documentation of a crate as JSON, which is unstable: the compiler is told to allow it.
    fn rustdoc(&self, member: &str) -> PathBuf {
        let output = Command::new(env!("CARGO"))
            .args([
                "rustdoc",
                "--offline",
                "--lib",
                "-p",
                member,
                "--",
                "-Zunstable-options",
                "--output-format=json",
            ])
            .current_dir(&self.root)
            .env("CARGO_TARGET_DIR", target())
            .env("RUSTC_BOOTSTRAP", "1")
            // All crates are called `acme`, so each overwrites what the one before left, and cargo must not
            // take that for its own from an earlier run: a flag that is new in each run makes it write again.
            .env("RUSTDOCFLAGS", format!("--cfg run_{}", std::process::id()))
            .output()
            .expect("cargo runs");
        assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
        let kept = self.root.join(format!("{member}.json"));
        fs::copy(target().join("doc/acme.json"), &kept).expect("the documentation");
        kept
    }
}
