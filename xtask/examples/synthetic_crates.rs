//! Writes two crates for the same schemas, the generator's and typify's, so that what they cost a compiler can be compared.
//!
//! ```sh
//! cargo run --release -p xtask --example synthetic_crates -- FOLDER 200
//! ```

#[path = "../tests/common/peer.rs"]
mod peer;
#[path = "../tests/common/synthetic.rs"]
mod synthetic;

use std::error::Error;
use std::fs;
use std::path::Path;

use xtask::codegen::generate;
use xtask::emit;
use xtask::read::{Store, Texts};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next().ok_or("Say into which folder.")?;
    let operations = arguments
        .next()
        .ok_or("Say how many operations.")?
        .parse()?;
    let folder = Path::new(&folder);
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let root = here.parent().unwrap_or(here);

    let mut texts = Texts::new();
    for file in ["vendor.schema.json", "operation.schema.json"] {
        let file = format!("schemas/dialect/{file}");
        texts.insert(file.clone(), root.bytes(&file)?);
    }
    synthetic::vendor(&mut texts, operations, 20);

    let bodies = peer::bodies(&texts);
    ours(&folder.join(synthetic::NAME), root, &texts, &bodies)?;
    typify(&folder.join("typify"), &bodies)?;
    Ok(())
}

/// A vendor's crate as the scaffold has it: generated modules, and a mapping of each record that a person would fill in.
fn ours(
    folder: &Path,
    root: &Path,
    texts: &Texts,
    bodies: &[peer::Bodies],
) -> Result<(), Box<dyn Error>> {
    let generated = format!("{}/", emit::folder(synthetic::NAME));
    for (file, text) in generate(texts, None)? {
        if let Some(file) = file.strip_prefix(&generated) {
            put(&folder.join("src/generated").join(file), &text)?;
        }
    }
    let mut lib = String::from(
        "mod generated;\npub use generated::*;\nuse zhixing_core::record::{Record, Source, Unify};\n",
    );
    for body in bodies {
        lib.push_str(&format!(
            "impl Unify for {}::Row {{ fn unify(self, source: Source) -> Record {{ Record::new(source) }} }}\n",
            body.name
        ));
    }
    put(&folder.join("src/lib.rs"), &lib)?;
    let core = root.join("crates/core");
    let dependencies = format!("zhixing-core = {{ path = {core:?}, default-features = false }}");
    manifest(folder, synthetic::NAME, &dependencies)
}

/// What a team would have with typify: the types of requests and replies, a module for each operation.
fn typify(folder: &Path, bodies: &[peer::Bodies]) -> Result<(), Box<dyn Error>> {
    let mut lib = String::new();
    for body in bodies {
        lib.push_str(&format!("pub mod {};\n", body.name));
        let file = folder.join("src").join(format!("{}.rs", body.name));
        put(&file, &peer::generate(body))?;
    }
    put(&folder.join("src/lib.rs"), &lib)?;
    manifest(folder, "typify-types", "serde_json = \"1\"")
}

fn manifest(folder: &Path, name: &str, dependencies: &str) -> Result<(), Box<dyn Error>> {
    let text = format!(
        "[package]\nname = {name:?}\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[features]\nreqwest = []\nschemars = []\n\n\
         [dependencies]\nserde = {{ version = \"1\", features = [\"derive\"] }}\n{dependencies}\n\n[workspace]\n"
    );
    put(&folder.join("Cargo.toml"), &text)
}

fn put(file: &Path, text: &str) -> Result<(), Box<dyn Error>> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    Ok(fs::write(file, text)?)
}
