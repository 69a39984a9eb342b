//! `cargo xtask`: the chores of the repository.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, Subcommand, ValueEnum};
use xtask::codegen::{Failure, Options, run};
use xtask::{coverage, infer, new};

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
    /// Counts the fields, values, parameters and codes that no example and no test exercises, and lists them.
    Coverage {
        /// This vendor only.
        #[arg(long)]
        vendor: Option<String>,
        /// How it is printed.
        #[arg(long, value_enum, default_value = "md")]
        format: CoverageFormat,
        /// Fail if less than so many of a hundred items of a vendor are exercised.
        #[arg(long, value_name = "PERCENT")]
        fail_under: Option<usize>,
    },
    /// Drafts or widens an operation's schema from real replies; no value of a reply is written.
    Infer {
        /// The vendor's name.
        vendor: String,
        /// The operation's name; one that is not there is begun as `new operation` does.
        operation: String,
        /// A file that holds a reply, or several, one after the other.
        #[arg(long = "reply", value_name = "FILE", required_unless_present = "request", num_args = 1..)]
        replies: Vec<PathBuf>,
        /// A file that holds a request: a JSON object, a query or a form.
        #[arg(long, value_name = "FILE")]
        request: Option<PathBuf>,
        /// Write nothing; print the difference, and fail if there is one.
        #[arg(long)]
        check: bool,
    },
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum CoverageFormat {
    Md,
    Json,
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
    let done = match Arguments::parse().chore {
        Chore::Codegen { vendor, check } => run(root, &Options { vendor, check })
            .map(|report| (report.to_string(), report.is_clean())),
        Chore::New(beginning) => begin(root, beginning),
        Chore::Coverage {
            vendor,
            format,
            fail_under,
        } => coverage::run(root, vendor.as_deref()).map(|report| {
            let format = match format {
                CoverageFormat::Md => coverage::Format::Markdown,
                CoverageFormat::Json => coverage::Format::Json,
            };
            let low = report.under(fail_under.unwrap_or(0));
            if !low.is_empty() {
                eprintln!("Too little is exercised: {}.", low.join(", "));
            }
            (report.text(format), low.is_empty())
        }),
        Chore::Infer {
            vendor,
            operation,
            replies,
            request,
            check,
        } => infer::run(
            root,
            &infer::Options {
                vendor,
                operation,
                replies,
                request,
                check,
            },
        )
        .map(|inferred| (inferred.to_string(), inferred.is_clean())),
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
