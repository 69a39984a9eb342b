//! What a target begins with, and what it found, on disk.

use std::fs;
use std::path::{Path, PathBuf};

fn repository() -> &'static Path {
    let mut above = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors();
    let root = above.find(|folder| folder.join("fuzz/short").exists());
    root.expect("a crate of the repository")
}

/// With `FUZZ_CORPUS` set (`fuzz/corpus`), writes a target's seeds where `cargo fuzz` looks for them, and its dictionary beside
/// them.
pub(crate) fn write<'s>(
    target: &str,
    seeds: impl IntoIterator<Item = (&'s String, &'s Vec<u8>)>,
    dictionary: &str,
) {
    let Some(root) = std::env::var_os("FUZZ_CORPUS").map(PathBuf::from) else {
        return;
    };
    let folder = repository().join(root).join(target);
    fs::create_dir_all(&folder).expect("a folder");
    for (name, seed) in seeds {
        fs::write(folder.join(name), seed).expect("a file");
    }
    fs::write(folder.with_extension("dict"), dictionary).expect("a file");
}

/// Words, each as a line of a dictionary as libFuzzer reads it.
pub(crate) fn dictionary<'w>(words: impl IntoIterator<Item = &'w str>) -> String {
    let escaped = |word: &str| -> String {
        let byte = |b: u8| match b {
            b'"' | b'\\' => format!("\\{}", char::from(b)),
            b' '..=b'~' => char::from(b).to_string(),
            _ => format!("\\x{b:02x}"),
        };
        word.bytes().map(byte).collect()
    };
    let lines = words
        .into_iter()
        .map(|word| format!("\"{}\"\n", escaped(word)));
    lines.collect()
}

/// What a target found once: `fuzz/findings/TARGET/`.
pub(crate) fn findings(target: &str) -> Vec<(String, Vec<u8>)> {
    let folder = repository().join("fuzz/findings").join(target);
    let entries = fs::read_dir(folder).into_iter().flatten();
    entries
        .map(|entry| {
            let path = entry.expect("an entry").path();
            let bytes = fs::read(&path).expect("a finding");
            (path.display().to_string(), bytes)
        })
        .collect()
}
