//! `cargo xtask`: the chores of the repository.

use std::error::Error;
use std::io::{self, Write as _};
use std::path::Path;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use xtask::{codegen, coverage, diff, import, infer, new, performance};

/// The chores of the repository.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    chore: Chore,
}

// What each chore takes is said where it is done.
#[derive(Debug, Subcommand)]
enum Chore {
    /// Writes the vendor crates' generated files and the OpenAPI documents from schemas/.
    Codegen(codegen::Options),
    /// Writes the OpenAPI documents alone.
    Openapi(codegen::Options),
    /// Begins a vendor or an operation: schema, example, crate and tests, marked where a person must decide.
    #[command(subcommand)]
    New(new::Beginning),
    /// Drafts schemas from a document's tables, and lists what it left out.
    Import(import::Options),
    /// Drafts or widens an operation's schema from real replies; no value of a reply is written.
    Infer(infer::Options),
    /// Counts the fields, values, parameters and codes that no example and no test exercises, and lists them.
    Coverage(coverage::Options),
    /// Tells what changed between two versions of schemas/, what it does to users of the crates, and why.
    Diff(diff::Arguments),
    /// Measures beside peers, and writes the tables of docs/performance.md.
    Performance(performance::Options),
}

fn main() -> ExitCode {
    // xtask stands in the root's folder, wherever the command is called from.
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let root = here.parent().unwrap_or(here);
    match run(root, Arguments::parse().chore) {
        Ok((told, is_clean)) => {
            // Whoever reads the beginning only (`| head`) closes the pipe: nothing is wrong then.
            let _ = writeln!(io::stdout(), "{told}");
            if is_clean {
                ExitCode::SUCCESS
            } else {
                ExitCode::FAILURE
            }
        }
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::FAILURE
        }
    }
}

/// What is told, and whether it ends well.
fn run(root: &Path, chore: Chore) -> Result<(String, bool), Box<dyn Error>> {
    Ok(match chore {
        Chore::Codegen(options) => {
            let report = codegen::run(root, &options)?;
            (report.to_string(), report.is_clean())
        }
        Chore::Openapi(options) => {
            let report = codegen::run_openapi(root, &options)?;
            (report.to_string(), report.is_clean())
        }
        Chore::New(beginning) => (new::begin(root, &beginning)?.to_string(), true),
        Chore::Import(options) => (import::run(root, &options)?.to_string(), true),
        Chore::Infer(options) => {
            let inferred = infer::run(root, &options)?;
            (inferred.to_string(), inferred.is_clean())
        }
        Chore::Coverage(options) => {
            let report = coverage::run(root, options.vendor.as_deref())?;
            let low = report.under(options.fail_under);
            if !low.is_empty() {
                eprintln!("Too little is exercised: {}.", low.join(", "));
            }
            (report.text(options.format), low.is_empty())
        }
        Chore::Performance(options) => (performance::run(root, &options)?, true),
        Chore::Diff(arguments) => diff::run(root, &arguments)?,
    })
}
