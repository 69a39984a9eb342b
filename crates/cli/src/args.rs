//! The command line.

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};

/// Ask the companies that sell Chinese court-enforcement data.
#[derive(Debug, Parser)]
#[command(name = "zhixing", version, after_help = crate::exit::TABLE, propagate_version = true)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Ask every configured vendor about one subject: one call per vendor and list
    Check(Check),
    /// Make one call
    Call(Call),
    /// Check the signature of a saved reply
    Verify(Verify),
    /// Serve the five vendors' documented protocols on a port of this machine
    Sandbox(Sandbox),
    /// List the vendors, their operations and what they need
    Vendors(Vendors),
    /// Print the JSON Schema of what `check` writes
    Schema(Schema),
}

#[derive(Debug, clap::Args)]
pub(crate) struct Check {
    /// A company or a person: full name, or registration number, or unified social credit code
    pub(crate) subject: String,
    /// A person at the subject, for products that ask about one
    #[arg(long, value_name = "NAME")]
    pub(crate) person: Option<String>,
    /// The subject's identity number, for products that take one
    #[arg(long, value_name = "NUMBER")]
    pub(crate) id_number: Option<String>,
    /// Ask only these vendors
    #[arg(long, value_name = "VENDOR", value_delimiter = ',')]
    pub(crate) vendor: Vec<String>,
    /// Fetch every page, a call each, instead of the first one
    #[arg(long)]
    pub(crate) all: bool,
    /// Answer from the sandbox: sample data, no account, no network
    #[arg(long)]
    pub(crate) sandbox: bool,
    /// How the report is written
    #[arg(long, value_enum, default_value_t = Format::Table)]
    pub(crate) format: Format,
    /// Show long texts whole in the table
    #[arg(long)]
    pub(crate) full: bool,
    /// Write the CSV for Excel: with a byte order mark, and lines that end with CRLF
    #[arg(long)]
    pub(crate) bom: bool,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Call {
    /// A vendor, for example qixin
    pub(crate) vendor: String,
    /// One of its operations, for example execution_list_by_name
    pub(crate) operation: String,
    /// Parameters by their wire names, for example keyword=…
    #[arg(value_name = "NAME=VALUE")]
    pub(crate) parameters: Vec<String>,
    /// Answer from the sandbox: sample data, no account, no network
    #[arg(long)]
    pub(crate) sandbox: bool,
    /// Print the reply as it arrived, byte for byte
    #[arg(long)]
    pub(crate) raw: bool,
    /// Print the request as JSON and send nothing
    #[arg(long, conflicts_with = "raw")]
    pub(crate) print_request: bool,
    /// Sign the printed request at this instant (RFC 3339) instead of now
    #[arg(long, value_name = "INSTANT", requires = "print_request")]
    pub(crate) at: Option<String>,
    /// Print the request with its secrets
    #[arg(long, requires = "print_request")]
    pub(crate) reveal: bool,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Verify {
    /// The vendor that sent the reply
    pub(crate) vendor: String,
    /// The file that holds the reply as it arrived; - for standard input
    pub(crate) file: PathBuf,
    /// Print the text that is signed, the secret masked
    #[arg(long)]
    pub(crate) explain: bool,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Sandbox {
    /// The port on 127.0.0.1; 0 takes a free one
    #[arg(long, default_value_t = 0)]
    pub(crate) port: u16,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Vendors {
    /// How the list is written
    #[arg(long, value_enum, default_value_t = ListFormat::Table)]
    pub(crate) format: ListFormat,
}

/// How a report is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people
    Table,
    /// One JSON document
    Json,
    /// A JSON document per line: the conclusion, then each source, case and record
    Ndjson,
    /// A table of records for spreadsheets
    Csv,
    /// A page that needs nothing else
    Html,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Schema {
    /// Of which document
    #[arg(value_enum)]
    pub(crate) document: Document,
}

/// A document that has a JSON Schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Document {
    /// What `check --format json` writes
    Report,
    /// One of its records
    Record,
}

/// How a list is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ListFormat {
    /// For people
    Table,
    /// One JSON document
    Json,
}
