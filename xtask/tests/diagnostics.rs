//! Every fault that the generator knows, each made once: what it says, and that it says it alone.
//!
//! A folder of `faults/` holds the files that differ from `faults/base/`, which has none.

mod common;

use std::collections::BTreeSet;
use std::fs;

use common::{fixture, stage};
use xtask::codegen::{Failure, Options, generate, run};

fn faults(layers: &[&str]) -> Result<(), (usize, String)> {
    let layers: Vec<_> = layers
        .iter()
        .map(|layer| fixture(&format!("faults/{layer}")))
        .collect();
    let root = stage(&layers);
    match generate(root.path(), None) {
        Ok(_) => Ok(()),
        Err(Failure::Faults(faults)) => Err((faults.len(), faults.to_string())),
        Err(other) => panic!("{other}"),
    }
}

#[test]
fn the_base_has_no_faults() {
    assert_eq!(faults(&["base"]), Ok(()));
}

#[test]
fn each_fault_is_told_with_place_reason_and_hint() {
    let mut names: Vec<String> = fs::read_dir(fixture("faults"))
        .expect("the fixtures")
        .map(|entry| {
            entry
                .expect("an entry")
                .file_name()
                .to_string_lossy()
                .into_owned()
        })
        .filter(|name| name != "base")
        .collect();
    names.sort();
    // A code that is damaged where every operation reads it is told by every reader.
    let more_than_one = BTreeSet::from(["several_at_once"]);
    let mut wrong = Vec::new();
    for name in &names {
        let Err((count, text)) = faults(&["base", name]) else {
            wrong.push(format!("{name}: no fault"));
            continue;
        };
        if count != 1 && !more_than_one.contains(name.as_str()) {
            wrong.push(format!("{name}: {count} faults\n{text}"));
        }
        insta::with_settings!({ prepend_module_to_snapshot => false, snapshot_path => "snapshots/faults", omit_expression => true }, {
            insta::assert_snapshot!(name.as_str(), text);
        });
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    // A snapshot without its fixture would be a fault that nobody makes any more.
    let mut told: Vec<String> = fs::read_dir(fixture("snapshots/faults"))
        .expect("the snapshots")
        .map(|entry| entry.expect("an entry").file_name())
        .filter_map(|file| {
            file.to_string_lossy()
                .strip_suffix(".snap")
                .map(str::to_owned)
        })
        .collect();
    told.sort();
    assert_eq!(told, names);
}

#[test]
fn faults_of_several_files_come_in_one_run_and_nothing_is_written() {
    let (_, text) = faults(&["base", "several_at_once"]).expect_err("faults");
    for file in [
        "vendor.json",
        "search.json",
        "broken.json",
        "examples/search/found.json",
    ] {
        assert!(
            text.contains(&format!("schemas/acme/{file}")),
            "{file} is not in\n{text}"
        );
    }
    let root = stage(&[fixture("faults/base"), fixture("faults/several_at_once")]);
    assert!(run(root.path(), &Options::default()).is_err());
    assert!(!root.path().join("crates").exists());
}

#[test]
fn an_unknown_vendor_is_told_with_the_known_ones() {
    let root = stage(&[fixture("faults/base")]);
    let failure = run(
        root.path(),
        &Options {
            vendor: Some("acne".into()),
            check: false,
        },
    )
    .expect_err("there is no acne");
    let text = failure.to_string();
    assert!(
        text.contains("There is no vendor `acne`.") && text.contains("Known vendors: acme."),
        "{text}"
    );
}

/// A run for one vendor holds it against the others, whose own faults it does not tell.
#[test]
fn another_vendors_variable_is_told_of_one_vendor_too() {
    let root = stage(&[
        fixture("faults/base"),
        fixture("faults/variable_of_another"),
    ]);
    let told = |vendor| {
        generate(root.path(), Some(vendor))
            .err()
            .map(|it| it.to_string())
    };
    let borrower = told("borrower").expect("a fault");
    assert!(
        borrower.contains("`ACME_KEY` is a variable of the vendor `acme`."),
        "{borrower}"
    );
    assert_eq!(told("acme"), None);
}

/// Damage of any kind, anywhere: a fault or nothing, and never a panic.
#[test]
fn no_damage_makes_it_panic() {
    for file in ["vendor.json", "search.json", "examples/search/found.json"] {
        damage("faults/base", "acme", file, 97);
    }
}

/// The same of everything that a request can say.
#[test]
fn no_damage_to_a_request_makes_it_panic() {
    for file in ["vendor.json", "search.json", "list.json"] {
        damage("torture/schemas", "asking", file, 997);
    }
}

/// Replaces each value of a file by another, and cuts the file every so many bytes.
fn damage(schemas: &str, vendor: &str, file: &str, step: usize) {
    let values = [
        "null",
        "true",
        "-1",
        "1.5",
        "\"\"",
        "\"/\"",
        "\"#\"",
        "[]",
        "{}",
        "[{}]",
        "{\"\": {}}",
        "99999999999999999999",
    ];
    let original =
        fs::read_to_string(fixture(&format!("{schemas}/{vendor}/{file}"))).expect("the base");
    let value: serde_json::Value = serde_json::from_str(&original).expect("JSON");
    let mut pointers = Vec::new();
    collect(&value, String::new(), &mut pointers);
    let root = stage(&[fixture(schemas)]);
    let target = root.path().join("schemas").join(vendor).join(file);
    for (index, pointer) in pointers.iter().enumerate() {
        let mut damaged = value.clone();
        let replacement = values[index % values.len()];
        if let Some(place) = damaged.pointer_mut(pointer) {
            *place = serde_json::from_str(replacement).expect("a JSON value");
        }
        fs::write(&target, damaged.to_string()).expect("a file");
        match generate(root.path(), Some(vendor)) {
            Err(Failure::Generator(reason)) => {
                panic!("{file}{pointer} = {replacement}: {reason}");
            }
            // Nobody wants to read a meta-schema for a slip.
            Err(Failure::Faults(faults)) => {
                let told = faults.to_string();
                assert!(!told.contains("The rule is"), "{told}");
            }
            _ => {}
        }
    }
    for end in (0..original.len())
        .step_by(step)
        .filter(|end| original.is_char_boundary(*end))
    {
        fs::write(&target, &original[..end]).expect("a file");
        assert!(
            generate(root.path(), Some(vendor)).is_err(),
            "{file} cut at {end}"
        );
    }
}

/// The same for a recipe with every building block, one value in each of its places.
#[test]
fn no_damage_of_a_recipe_makes_it_panic() {
    let values = ["null", "-1", "\"\"", "\"'\"", "[]", "{}", "[{}]", "1e300"];
    let root = stage(&[fixture("faults/base")]);
    let target = root.path().join("schemas/acme/vendor.json");
    let read = |path: &std::path::Path| -> serde_json::Value {
        let text = fs::read_to_string(path).expect("a vendor");
        serde_json::from_str(&text).expect("JSON")
    };
    let torture = read(&fixture("torture/schemas/torture/vendor.json"));
    let mut vendor = read(&target);
    for key in ["auth", "credentials"] {
        vendor[key] = torture[key].clone();
    }
    // What these sign is not among the base's parameters.
    let pointer = "/auth/values/12/text/parts/0/parameters/without";
    *vendor.pointer_mut(pointer).expect("the names left out") = serde_json::json!(["name"]);
    vendor
        .as_object_mut()
        .expect("an object")
        .remove("reply_signature");
    let told = |vendor: &serde_json::Value| {
        fs::write(&target, vendor.to_string()).expect("a file");
        generate(root.path(), None)
    };
    if let Err(failure) = told(&vendor) {
        panic!("{failure}");
    }
    let mut pointers = Vec::new();
    collect(&vendor["auth"], "/auth".into(), &mut pointers);
    let mut refused = 0;
    for (index, pointer) in pointers.iter().enumerate() {
        let replacement = values[index % values.len()];
        let mut damaged = vendor.clone();
        if let Some(place) = damaged.pointer_mut(pointer) {
            *place = serde_json::from_str(replacement).expect("a JSON value");
        }
        match told(&damaged) {
            Err(Failure::Generator(reason)) => panic!("{pointer} = {replacement}: {reason}"),
            Err(Failure::Faults(_)) => refused += 1,
            _ => {}
        }
    }
    // Most are refused; the rest is text that may be anything.
    assert!(
        refused > pointers.len() / 2,
        "{refused} of {}",
        pointers.len()
    );
}

fn collect(value: &serde_json::Value, pointer: String, into: &mut Vec<String>) {
    match value {
        serde_json::Value::Object(map) => {
            for (key, inner) in map {
                collect(inner, xtask::read::position::child(&pointer, key), into);
            }
        }
        serde_json::Value::Array(list) => {
            for (index, inner) in list.iter().enumerate() {
                collect(inner, format!("{pointer}/{index}"), into);
            }
        }
        _ => {}
    }
    into.push(pointer);
}
