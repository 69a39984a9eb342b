//! One module for each command.

pub(crate) mod call;
pub(crate) mod check;
pub(crate) mod completions;
pub(crate) mod config;
pub(crate) mod doctor;
pub(crate) mod drift;
mod dry_run;
pub(crate) mod man;
pub(crate) mod paid;
pub(crate) mod sandbox;
pub(crate) mod schema;
pub(crate) mod vendors;
pub(crate) mod verify;

use zhixing::{Entry, Reason};
use zhixing_core::request::name_shown;
use zhixing_core::spec::{Operation, Vendor};

use crate::exit::Exit;
use crate::lang::Message;
use crate::talk::Talk;

/// The vendor of that name, or the error that names those there are.
fn vendor(name: &str, talk: Talk) -> Result<&'static Entry, Exit> {
    zhixing::vendor(name).ok_or_else(|| {
        let known: Vec<&str> = zhixing::VENDORS
            .iter()
            .map(|entry| entry.vendor.name)
            .collect();
        let message = Message::NoVendor {
            name: name_shown(name).into_owned(),
            known: known.join(", "),
        };
        talk.complain(&message, Exit::Usage)
    })
}

/// The vendor's operation of that name, or the error that names those there are.
fn operation(vendor: &'static Vendor, name: &str, talk: Talk) -> Result<&'static Operation, Exit> {
    vendor.operation(name).ok_or_else(|| {
        let known: Vec<&str> = vendor.operations.iter().map(|it| it.name).collect();
        let message = Message::NoOperation {
            vendor: vendor.name,
            name: name_shown(name).into_owned(),
            known: known.join(", "),
        };
        talk.complain(&message, Exit::Usage)
    })
}

/// Writes data.
fn print(text: &str, talk: Talk) -> Exit {
    print_bytes(text.as_bytes(), talk)
}

/// Writes data. A reader that has gone away (`| head`) is no failure.
fn print_bytes(bytes: &[u8], talk: Talk) -> Exit {
    match to_stdout(bytes) {
        Ok(()) => Exit::Answered,
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Exit::Answered,
        Err(error) => talk.complain(&Message::Output(error.into()), Exit::Failed),
    }
}

fn to_stdout(bytes: &[u8]) -> std::io::Result<()> {
    use std::io::Write;
    let mut out = std::io::stdout().lock();
    out.write_all(bytes)?;
    out.flush()
}

/// Writes JSON for people and machines.
fn print_json(value: &impl serde::Serialize, talk: Talk) -> Exit {
    match json(value, talk) {
        Ok(text) => print(&text, talk),
        Err(exit) => exit,
    }
}

fn json(value: &impl serde::Serialize, talk: Talk) -> Result<String, Exit> {
    match serde_json::to_string_pretty(value) {
        Ok(text) => Ok(text + "\n"),
        Err(error) => Err(talk.complain(&Message::NotJson(error.to_string()), Exit::Failed)),
    }
}

/// Nobody is asked: for want of credentials, or as the question fits no product.
fn nobody<'r>(
    mut reasons: impl Iterator<Item = Option<&'r Reason>>,
    unset: Message,
    talk: Talk,
) -> Exit {
    if reasons.any(|reason| matches!(reason, Some(Reason::NotConfigured { .. }))) {
        talk.complain(&unset, Exit::NotConfigured)
    } else {
        talk.complain(&Message::NobodyFits, Exit::Usage)
    }
}
