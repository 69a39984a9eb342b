//! What the command complains of and warns of, on stderr: a cause, and what to do about it.

use zhixing::{Reason, Warning};
use zhixing_core::transport::Phase;

use super::{ConfigFault, Refusal, Stored, Unproven};

mod cause;
mod step;

/// Something that is wrong. Values in it are names, paths and lines: never a credential.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Message {
    // Wrong words on the command line.
    NoVendor {
        name: String,
        known: String,
    },
    NoOperation {
        vendor: &'static str,
        name: String,
        known: String,
    },
    SeveralPatches(String),
    /// The place of the parameter among those given, from 1.
    ParameterForm(usize),
    BadInstant(String),
    NotACount(&'static str),
    Blank(&'static str),
    DryRunFormat,
    OptionFits {
        option: &'static str,
        format: &'static str,
    },
    NotSigned(&'static str),
    // What looks wrong with the question.
    Advice(Warning),
    // Credentials and the config file.
    SetVariable(&'static str),
    /// A variable whose value is in no encoding of text that is read here.
    NotText(&'static str),
    NobodyAsked,
    NobodyFits,
    NobodyPlanned,
    NoHome,
    Config {
        place: String,
        fault: ConfigFault,
    },
    HostAstray {
        vendor: &'static str,
        host: &'static str,
        credential: &'static str,
        from_environment: bool,
    },
    // Files, ports, output.
    File {
        path: String,
        why: Refusal,
    },
    /// A report that cannot be written where it was wanted, after the calls for it.
    Unwritten {
        path: String,
        why: Refusal,
        /// Whether any of them was sent.
        sent: Phase,
    },
    /// The file of an earlier report, where the new one holds no answer.
    NotReplaced(String),
    /// A source of that report.
    NotAsked {
        vendor: String,
        operation: String,
        reason: Reason,
    },
    Port {
        port: u16,
        why: Refusal,
    },
    Server(Refusal),
    Scenario {
        path: String,
        reason: String,
    },
    System(Refusal),
    Output(Refusal),
    /// What was paid for and standard output did not take.
    Unprinted {
        why: Refusal,
        /// The file that holds it; `None` where none could be written either.
        path: Option<String>,
        /// Whether any call was sent.
        sent: Phase,
    },
    NotJson(String),
    Fault(String),
    // Replies.
    /// A reply that could not be used and may have been paid for.
    Kept {
        vendor: String,
        operation: String,
        list: Option<String>,
        /// The file that holds it; `None` where none could be written.
        path: Option<String>,
    },
    Unproven {
        path: String,
        fault: Unproven,
    },
    Stored {
        path: String,
        fault: Stored,
    },
    /// The command was stopped.
    Interrupted {
        /// Whose calls were on their way, or broke off before: they may have been counted.
        in_doubt: String,
        /// Replies that arrived.
        answered: u64,
        answers: Answers,
    },
}

/// Where the replies are that arrived before an interrupt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Answers {
    /// Nowhere.
    Unseen,
    /// In this file, since nobody read standard output.
    Kept(String),
    /// In a report that is written.
    Reported,
    /// They were failures, each of which is told.
    Told,
}

impl Message {
    /// The word for machines.
    pub(crate) fn kind(&self) -> &'static str {
        match self {
            Self::NoVendor { .. } => "unknown_vendor",
            Self::NoOperation { .. } => "unknown_operation",
            Self::ParameterForm(_)
            | Self::BadInstant(_)
            | Self::NotACount(_)
            | Self::Blank(_)
            | Self::DryRunFormat
            | Self::SeveralPatches(_)
            | Self::OptionFits { .. } => "usage",
            Self::Advice(_) => "check_digit",
            Self::NotSigned(_) => "not_signed",
            Self::SetVariable(_) => "missing_credential",
            Self::NobodyAsked | Self::NobodyFits | Self::NobodyPlanned => "nobody_asked",
            Self::NoHome => "no_config_file",
            Self::Config { fault, .. } => fault.kind(),
            Self::NotText(_) | Self::HostAstray { .. } => "config",
            Self::File { .. } | Self::Unwritten { .. } => "file",
            Self::Port { .. } | Self::Server(_) => "port",
            Self::Scenario { .. } => "scenario",
            Self::System(_) => "system",
            Self::Output(_) | Self::Unprinted { .. } | Self::NotJson(_) => "output",
            Self::Fault(_) => "fault",
            Self::Kept { .. } => "kept_reply",
            Self::NotReplaced(_) => "not_replaced",
            Self::NotAsked { .. } => "not_asked",
            Self::Unproven { fault, .. } => fault.kind(),
            Self::Stored { fault, .. } => fault.kind(),
            Self::Interrupted { .. } => "interrupted",
        }
    }
}
