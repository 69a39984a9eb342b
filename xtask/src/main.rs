//! `cargo xtask`: the chores of the repository.

use std::error::Error;
use std::path::Path;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use xtask::codegen::{Failure, Options, run};
use xtask::{diff, new};

/// The chores of the repository.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    chore: Chore,
}

#[derive(Debug, Subcommand)]
enum Chore {
    /// Writes the vendor crates' generated files from schemas/.
    Codegen {
        /// This vendor only.
        #[arg(long)]
        vendor: Option<String>,
        /// Write nothing; list every stale, missing and orphaned file with a diff, and fail if there is one.
        #[arg(long)]
        check: bool,
    },
    /// Begins a vendor or an operation: schema, example, crate and tests, marked where a person must decide.
    #[command(subcommand)]
    New(Beginning),
    /// Tells what changed between two versions of schemas/, what it does to users of the crates, and why.
    Diff(diff::Arguments),
}

#[derive(Debug, Subcommand)]
enum Beginning {
    /// A vendor's schemas and its crate, with one operation.
    Vendor {
        /// The crate's and the folder's name.
        name: String,
        /// The first operation's name.
        #[arg(long, default_value = "search")]
        operation: String,
    },
    /// One more operation of a vendor.
    Operation {
        /// The vendor's name.
        vendor: String,
        /// The operation's name.
        name: String,
    },
}

fn main() -> ExitCode {
    // xtask stands in the root's folder, wherever the command is called from.
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let root = here.parent().unwrap_or(here);
    let done: Result<_, Box<dyn Error>> = match Arguments::parse().chore {
        Chore::Codegen { vendor, check } => run(root, &Options { vendor, check })
            .map(|report| (report.to_string(), report.is_clean()))
            .map_err(Into::into),
        Chore::New(beginning) => begin(root, beginning).map_err(Into::into),
        Chore::Diff(arguments) => diff::run(root, &arguments).map_err(Into::into),
    };
    match done {
        Ok((told, is_clean)) => {
            println!("{told}");
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

fn begin(root: &Path, beginning: Beginning) -> Result<(String, bool), Failure> {
    let done = match beginning {
        Beginning::Vendor { name, operation } => new::vendor(root, &name, &operation)?,
        Beginning::Operation { vendor, name } => new::operation(root, &vendor, &name)?,
    };
    Ok((done.to_string(), true))
}
