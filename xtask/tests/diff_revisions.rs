//! `cargo xtask diff` reads revisions of a repository, and refuses what is none.

mod common;

use std::fs;

use common::diff::{arguments, git, history, told_of};
use xtask::diff::{self, Arguments};

#[test]
fn revisions_are_compared_as_git_names_them() {
    let root = history();
    let root = root.path();
    let told = |range: &str| told_of(root, &arguments(range));
    let index = fs::read(root.join(".git/index")).expect("the index");

    // Nothing differs between the last commit and the files.
    assert!(told("HEAD").ends_with("No change."));
    let addition = told("v0.2.5..HEAD~1");
    assert!(
        addition.contains(
            "| `acme` | addition | 1 addition | 0.2.5 → 0.2.6; is 0.2.6, which is enough |"
        ),
        "{addition}"
    );
    let breaking = told("HEAD~1..");
    assert!(
        breaking.contains("| `acme` | **breaking** | 1 breaking | 0.2.6 → 0.3.0 |"),
        "{breaking}"
    );
    let both = told("v0.2.5");
    assert!(
        both.contains("| 0.2.5 → 0.3.0; is 0.2.6, which is too low |"),
        "{both}"
    );
    assert!(both.starts_with("# Schemas: v0.2.5 ("), "{both}");
    assert!(both.contains(" → working tree\n"), "{both}");
    // What is in the files and in no commit counts.
    fs::write(root.join("schemas/acme/notes.json"), "{").expect("a file");
    let (_, is_whole) = diff::run(root, &arguments("HEAD")).expect("compared");
    assert!(!is_whole);
    fs::remove_file(root.join("schemas/acme/notes.json")).expect("it was there");

    // A branch is compared from where it parted.
    git(root, &["branch", "side", "HEAD~1"]);
    assert!(told("side..main").contains("**breaking**"));
    assert!(told("main..side").contains("**breaking**"));
    assert!(told("main...side").ends_with("No change."));

    let index_now = fs::read(root.join(".git/index")).expect("the index");
    assert!(index == index_now, "the repository's index was touched");
}

#[test]
fn what_cannot_be_compared_is_refused_with_a_hint() {
    let root = history();
    let refused = |arguments: &Arguments| {
        let failure = diff::run(root.path(), arguments).expect_err("refused");
        failure.to_string()
    };
    for range in ["nowhere", "HEAD..nowhere", "--output=x"] {
        let text = refused(&arguments(range));
        assert!(text.contains("There is no revision `"), "{text}");
        assert!(text.contains("git log"), "{text}");
    }
    let empty = tempfile::tempdir().expect("a folder");
    let no_schemas = Arguments {
        folders: Some(vec![root.path().to_owned(), empty.path().to_owned()]),
        ..arguments("HEAD")
    };
    assert!(refused(&no_schemas).contains("holds no schemas"));
    let no_vendor = Arguments {
        vendor: Some("nobody".into()),
        ..arguments("HEAD")
    };
    assert!(refused(&no_vendor).contains("Neither side has a vendor `nobody`"));
}

#[test]
fn the_changelog_has_what_users_see_under_its_headings() {
    let root = history();
    let changelog = Arguments {
        changelog: true,
        ..arguments("v0.2.5")
    };
    assert_eq!(
        told_of(root.path(), &changelog),
        "### Added\n\n#### `acme`\n\n\
         - `search` `/reply/data/items/court`: `court: Field<Text>` was added to `Item`.\n\n\
         ### Changed\n\n#### `acme`\n\n\
         - **Breaking:** `/statuses/301`: `Status::TooFast` is now `Status::TooOften`."
    );
    let changelog = Arguments {
        changelog: true,
        ..arguments("HEAD")
    };
    assert_eq!(
        told_of(root.path(), &changelog),
        "<!-- Nothing that users of the crates would see. -->"
    );
}
