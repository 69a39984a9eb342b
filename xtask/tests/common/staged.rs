//! The staged changes of `tests/staged/`: small patches of the vendor of `tests/faults/base`, each with what
//! `cargo xtask diff` must say of it and what the judges said.

use std::fs;
use std::path::Path;

use serde::Deserialize;
use serde_json::Value;
use tempfile::TempDir;

use super::{fixture, stage};

/// One staged change.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub(crate) struct Staged {
    /// What happens, in a sentence.
    pub about: String,
    /// What the old side differs in from the base.
    #[serde(default)]
    pub before: Vec<Patch>,
    /// What the new side differs in from the old one.
    pub change: Vec<Patch>,
    /// All that must be told, whatever the order.
    pub expected: Vec<Expected>,
    /// Lines for the consumer, where it must use what only `before` has.
    #[serde(default)]
    pub user: Vec<String>,
    /// Whether these lines stand in place of the consumer's own.
    #[serde(default)]
    pub replace_user: bool,
    /// What becomes of a consumer that was written for the old side: `breaks`, `differs` or `same`.
    pub rustc: String,
    /// What cargo-semver-checks asks for: `major`, `minor` or `none`; or `not asked`.
    pub semver_checks: String,
    /// Why a judge and we disagree, where we do.
    pub because: Option<String>,
}

/// One step of a patch.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Patch {
    /// Inside the vendor's folder.
    file: String,
    /// A pointer at which a value is put; at the end of a list, behind its last item.
    set: Option<String>,
    /// A pointer in a list at which an item is put in front of the one that is there.
    insert: Option<String>,
    remove: Option<String>,
    rename: Option<String>,
    /// A pointer to a key that becomes the last one of its object.
    last: Option<String>,
    copy: Option<String>,
    #[serde(default)]
    delete: bool,
    to: Option<Value>,
}

/// A change that must be told.
#[derive(Debug, Deserialize, PartialEq, Eq, PartialOrd, Ord)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub(crate) struct Expected {
    pub operation: Option<String>,
    pub path: String,
    pub rule: String,
    pub what: String,
    /// Whether a person must touch `record.rs`.
    #[serde(default)]
    pub by_hand: bool,
}

impl Staged {
    /// All staged changes by name.
    pub(crate) fn all() -> Vec<(String, Self)> {
        let mut all: Vec<(String, Self)> = fs::read_dir(fixture("staged"))
            .expect("the staged changes")
            .map(|entry| {
                let path = entry.expect("an entry").path();
                let name = path
                    .file_stem()
                    .expect("a name")
                    .to_string_lossy()
                    .into_owned();
                let text = fs::read_to_string(&path).expect("a file");
                let staged = serde_json::from_str(&text);
                (
                    name.clone(),
                    staged.unwrap_or_else(|error| panic!("{name}: {error}")),
                )
            })
            .collect();
        all.sort_by(|a, b| a.0.cmp(&b.0));
        all
    }

    /// The old side and the new one.
    pub(crate) fn sides(&self) -> (TempDir, TempDir) {
        let [old, new] = [0, 1].map(|_| stage(&[fixture("faults/base")]));
        let acme = |root: &TempDir| root.path().join("schemas/acme");
        for patch in &self.before {
            patch.apply(&acme(&old));
        }
        for patch in self.before.iter().chain(&self.change) {
            patch.apply(&acme(&new));
        }
        (old, new)
    }
}

impl Patch {
    fn apply(&self, vendor: &Path) {
        let file = vendor.join(&self.file);
        if let Some(from) = &self.copy {
            fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
            fs::copy(vendor.join(from), &file).expect("a copy");
            return;
        }
        if self.delete {
            fs::remove_file(&file).expect("what is deleted was there");
            return;
        }
        let text = fs::read_to_string(&file).unwrap_or_else(|_| panic!("{} is there", self.file));
        let mut root: Value = serde_json::from_str(&text).expect("JSON");
        self.patch(&mut root);
        fs::write(&file, format!("{root:#}\n")).expect("a file");
    }

    fn patch(&self, root: &mut Value) {
        let pointers = [
            &self.set,
            &self.insert,
            &self.remove,
            &self.rename,
            &self.last,
        ];
        let pointer = pointers.into_iter().flatten().next().expect("a pointer");
        let (owner, key) = pointer.rsplit_once('/').expect("a step");
        let owner = root
            .pointer_mut(owner)
            .unwrap_or_else(|| panic!("{pointer} leads nowhere"));
        let to = || self.to.clone().expect("a value");
        match owner {
            Value::Array(list) => {
                let index: usize = key.parse().expect("an index");
                if self.insert.is_some() || (self.set.is_some() && index == list.len()) {
                    list.insert(index, to());
                } else if self.set.is_some() {
                    list[index] = to();
                } else {
                    list.remove(index);
                }
            }
            Value::Object(map) if self.set.is_some() => {
                map.insert(key.to_owned(), to());
            }
            Value::Object(map) if self.rename.is_some() => {
                let name = to().as_str().expect("a name").to_owned();
                // The key keeps its place.
                *map = std::mem::take(map)
                    .into_iter()
                    .map(|(k, v)| (if k == key { name.clone() } else { k }, v))
                    .collect();
                assert!(map.contains_key(&name), "{pointer} leads nowhere");
            }
            Value::Object(map) => {
                let value = map.shift_remove(key);
                let value = value.unwrap_or_else(|| panic!("{pointer} leads nowhere"));
                if self.last.is_some() {
                    map.insert(key.to_owned(), value);
                }
            }
            _ => panic!("{pointer} leads into no object and no list"),
        }
    }
}
