//! `cargo xtask`: the chores of the repository.

use std::path::Path;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use xtask::codegen::{Options, run};

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
}

fn main() -> ExitCode {
    let Chore::Codegen { vendor, check } = Arguments::parse().chore;
    // xtask stands in the root's folder, wherever the command is called from.
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let root = here.parent().unwrap_or(here);
    match run(root, &Options { vendor, check }) {
        Ok(report) => {
            println!("{report}");
            if report.is_clean() {
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
