//! The command line.

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};

use crate::lang::Lang;

/// Ask the companies that sell Chinese court-enforcement data.
#[derive(Debug, Parser)]
#[command(name = "zhixing", version, after_help = crate::exit::TABLE, propagate_version = true)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Command,
    #[command(flatten)]
    pub(crate) global: Global,
}

/// What every command takes.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Everywhere")]
pub(crate) struct Global {
    /// The config file, else $ZHIXING_CONFIG, else zhixing/zhixing.toml in the user's config directory
    #[arg(long, value_name = "FILE", global = true)]
    pub(crate) config: Option<PathBuf>,
    /// The config file's profile, else $ZHIXING_PROFILE, else its default_profile, else default
    #[arg(long, value_name = "NAME", global = true)]
    pub(crate) profile: Option<String>,
    /// The language for people, else that of LC_ALL, LC_MESSAGES or LANG; JSON and CSV never change
    #[arg(long, value_enum, global = true)]
    pub(crate) lang: Option<Lang>,
    /// No hints and no progress on stderr; failures and warnings are told
    #[arg(long, short, global = true)]
    pub(crate) quiet: bool,
    /// Log each call on stderr: whom, how long, how much, which codes, never a value; twice, what libraries say as well
    #[arg(long, short, global = true, action = clap::ArgAction::Count)]
    pub(crate) verbose: u8,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Ask every configured vendor about one subject: one call per vendor and list
    Check(Check),
    /// Make one call
    Call(Call),
    /// Check the signature of a saved reply
    Verify(Verify),
    /// Compare stored replies with the schemas and propose the change that describes them; calls nobody
    Drift(Drift),
    /// Serve the five vendors' documented protocols on a port of this machine
    Sandbox(Sandbox),
    /// List the vendors, their operations and what they need
    Vendors(Vendors),
    /// Say what is configured, from where, and what looks wrong with it; calls nobody without --online
    Doctor(Doctor),
    /// The config file and the values that a call would use
    Config(Config),
    /// Print the JSON Schema of what `check` writes
    Schema(Schema),
    /// Print the completions for a shell
    Completions(Completions),
    /// Print the manual page, or write the pages of all commands into a folder
    Man(Man),
}

impl Command {
    /// Whether the answer is JSON, so that failures are JSON as well.
    pub(crate) fn is_json(&self) -> bool {
        match self {
            Self::Check(args) => matches!(args.format, Format::Json | Format::Ndjson),
            Self::Call(_) | Self::Schema(_) => true,
            Self::Vendors(args) => args.format == ListFormat::Json,
            Self::Doctor(args) => args.format == ListFormat::Json,
            Self::Drift(args) => args.format == ListFormat::Json,
            Self::Config(args) => match &args.command {
                ConfigCommand::Explain { format } => *format == ListFormat::Json,
                ConfigCommand::Path => false,
            },
            Self::Verify(_) | Self::Sandbox(_) | Self::Completions(_) | Self::Man(_) => false,
        }
    }
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
    /// Ask only these vendors, with commas between
    #[arg(long, value_name = "VENDOR", value_delimiter = ',', value_parser = trimmed)]
    pub(crate) vendor: Vec<String>,
    /// Fetch every page, a call each, instead of the first one
    #[arg(long)]
    pub(crate) all: bool,
    /// Send an identity number even where nothing encrypts it; also by ZHIXING_ALLOW_PLAIN_HTTP_ID=1
    #[arg(long)]
    pub(crate) allow_plain_http_id: bool,
    /// Make at most so many calls, repeated ones included; what does not fit is not sent; also by ZHIXING_MAX_CALLS
    #[arg(long, value_name = "N", conflicts_with = "dry_run")]
    pub(crate) max_calls: Option<u64>,
    /// Answer from the sandbox: sample data, no account, no network
    #[arg(long)]
    pub(crate) sandbox: bool,
    /// Say which calls would be made, how many and to whom, and send nothing
    #[arg(long)]
    pub(crate) dry_run: bool,
    /// How the report is written
    #[arg(long, value_enum, default_value_t = Format::Table)]
    pub(crate) format: Format,
    /// Write the report to this file, whole or not at all, for its owner's eyes; - for standard output
    #[arg(long, short, value_name = "FILE", conflicts_with = "dry_run")]
    pub(crate) output: Option<PathBuf>,
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
    /// Send an identity number even where nothing encrypts it; also by ZHIXING_ALLOW_PLAIN_HTTP_ID=1
    #[arg(long)]
    pub(crate) allow_plain_http_id: bool,
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
pub(crate) struct Drift {
    /// Files of replies as they arrived (`call --raw`): one reply, or one after the other as in JSON Lines; a folder stands for
    /// the .json, .jsonl and .ndjson below it; - for standard input
    #[arg(required = true)]
    pub(crate) files: Vec<PathBuf>,
    /// Whose replies they are; else told by each file's path, else by what a reply looks like
    #[arg(long)]
    pub(crate) vendor: Option<String>,
    /// To which of its operations they belong
    #[arg(long, requires = "vendor")]
    pub(crate) operation: Option<String>,
    /// How the drift is written
    #[arg(long, value_enum, default_value_t = ListFormat::Table)]
    pub(crate) format: ListFormat,
    /// Write the change of the schema as a JSON Patch (RFC 6902)
    #[arg(long, value_name = "FILE")]
    pub(crate) patch: Option<PathBuf>,
    /// Let short codes into the change as values of enumerations (never names, numbers of people, or words)
    #[arg(long)]
    pub(crate) values: bool,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Sandbox {
    /// The port on 127.0.0.1; 0 takes a free one
    #[arg(long, default_value_t = 0)]
    pub(crate) port: u16,
    /// What the sandbox does besides answering well: accounts that run out, faults, forced answers (docs/sandbox.md)
    #[arg(long, value_name = "FILE")]
    pub(crate) scenario: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Vendors {
    /// How the list is written
    #[arg(long, value_enum, default_value_t = ListFormat::Table)]
    pub(crate) format: ListFormat,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Doctor {
    /// Ask each configured host for its / over the network: no product, no credential, no cost
    #[arg(long)]
    pub(crate) online: bool,
    /// How the findings are written
    #[arg(long, value_enum, default_value_t = ListFormat::Table)]
    pub(crate) format: ListFormat,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Config {
    #[command(subcommand)]
    pub(crate) command: ConfigCommand,
}

#[derive(Debug, Subcommand)]
pub(crate) enum ConfigCommand {
    /// Each documented value, where it comes from, secrets masked
    Explain {
        /// How the list is written
        #[arg(long, value_enum, default_value_t = ListFormat::Table)]
        format: ListFormat,
    },
    /// Print where the config file is looked for
    Path,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Completions {
    /// The shell
    #[arg(value_enum)]
    pub(crate) shell: clap_complete::Shell,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Man {
    /// The folder for a page of each command; without it, the first page goes to stdout
    #[arg(value_name = "DIR")]
    pub(crate) folder: Option<PathBuf>,
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

/// A word without the blanks that stand behind a comma.
#[allow(clippy::unnecessary_wraps)] // clap asks for a result
fn trimmed(word: &str) -> Result<String, std::convert::Infallible> {
    Ok(word.trim().to_owned())
}
