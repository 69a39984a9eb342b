//! The schemas that are damaged: whatever vendors the repository and its fixtures hold.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use xtask::read::{DIALECT, Texts, vendor_names};

use super::common::{dialect, fixture, load, repository};

/// One vendor's files with the dialect.
pub(crate) struct Base {
    pub(crate) name: String,
    pub(crate) texts: Texts,
}

/// Every vendor, once as it is and once without examples: an example refuses most changes of a reply, and hides what
/// lies behind.
pub(crate) fn bases() -> Vec<Base> {
    let mut roots = vec![repository(), fixture("torture")];
    roots.extend(
        fs::read_dir(fixture("faults"))
            .into_iter()
            .flatten()
            .flatten()
            .filter_map(|entry| {
                // A fixture is a schema only over its base; the base alone is one.
                (entry.file_name() == "base").then(|| entry.path())
            }),
    );
    let mut bases = Vec::new();
    for root in roots {
        let schemas = if root.join("schemas").is_dir() {
            root.join("schemas")
        } else {
            root
        };
        for vendor in vendors(&schemas) {
            let mut texts = dialect();
            load(
                &schemas.join(&vendor),
                &format!("schemas/{vendor}"),
                &mut texts,
            );
            let bare = bare(&texts);
            bases.push(Base {
                name: vendor.clone(),
                texts,
            });
            bases.push(Base {
                name: format!("{vendor}, without examples"),
                texts: bare,
            });
        }
    }
    bases
}

fn vendors(schemas: &Path) -> Vec<String> {
    let mut texts = Texts::new();
    for entry in fs::read_dir(schemas)
        .expect("a folder of vendors")
        .flatten()
    {
        if entry.path().join("vendor.json").is_file() {
            let name = entry.file_name().to_string_lossy().into_owned();
            texts.insert(format!("schemas/{name}/vendor.json"), Vec::new());
        }
    }
    vendor_names(&texts)
}

fn bare(texts: &Texts) -> Texts {
    let kept = texts
        .iter()
        .filter(|(file, _)| !file.contains("/examples/"));
    kept.map(|(file, text)| {
        let mut text = text.clone();
        if let Ok(mut value) = serde_json::from_slice::<Value>(&text)
            && !file.contains(DIALECT)
        {
            let mut changed = false;
            if let Some(examples) = value.get_mut("examples") {
                *examples = json!([]);
                changed = true;
            }
            // What an example proved.
            for fixup in value
                .get_mut("fixups")
                .and_then(Value::as_array_mut)
                .into_iter()
                .flatten()
            {
                let evidence = fixup
                    .as_object_mut()
                    .and_then(|entry| entry.shift_remove("evidence"));
                changed |= evidence.is_some();
            }
            if changed {
                text = pretty(&value);
            }
        }
        (file.clone(), text)
    })
    .collect()
}

/// A value as a file's text.
pub(crate) fn pretty(value: &Value) -> Vec<u8> {
    let mut text = serde_json::to_vec_pretty(value).expect("a value is JSON");
    text.push(b'\n');
    text
}
