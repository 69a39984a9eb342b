//! `zhixing verify`: the signature of a saved reply.

use std::io::Read;
use std::path::Path;

use zhixing_core::credentials::Secret;
use zhixing_core::verify::Signature;

use super::{complain, print, vendor};
use crate::args::Verify;
use crate::exit::Exit;

pub(crate) fn run(args: &Verify) -> Exit {
    match verify(args) {
        Ok(exit) | Err(exit) => exit,
    }
}

fn verify(args: &Verify) -> Result<Exit, Exit> {
    let vendor = vendor(&args.vendor)?.vendor;
    let Some(spec) = &vendor.reply_signature else {
        complain(format_args!(
            "{} does not sign its replies: there is nothing to verify",
            vendor.name
        ));
        return Err(Exit::Usage);
    };
    let text = read(&args.file)?;
    if args.explain {
        let located = spec.locate(&text).map_err(|error| unchecked(&error))?;
        let payload = located.payload.map_or("null", |payload| payload.get());
        let signed = spec.explain(payload).map_err(|error| unchecked(&error))?;
        let _ = print(&format!("{signed}\n"));
    }
    let variable = vendor
        .credentials
        .iter()
        .find(|credential| credential.name == spec.credential)
        .map_or("", |credential| credential.environment);
    let Some(secret) = std::env::var(variable)
        .ok()
        .filter(|secret| !secret.is_empty())
    else {
        complain(format_args!(
            "set {variable}: the signature is made with it"
        ));
        return Err(Exit::NotConfigured);
    };
    let signature = spec
        .verify_reply(&text, &Secret::new(secret))
        .map_err(|error| {
            complain(format_args!(
                "{error}: {}",
                std::error::Error::source(&error).map_or_else(String::new, ToString::to_string)
            ));
            Exit::NotUnderstood
        })?;
    match print(&format!("{signature}\n")) {
        Exit::Answered if signature == Signature::Verified => Ok(Exit::Answered),
        Exit::Answered => Err(Exit::Signature),
        failed => Err(failed),
    }
}

fn unchecked(error: &dyn std::error::Error) -> Exit {
    complain(format_args!(
        "the reply has no text that could be signed: {error}"
    ));
    Exit::NotUnderstood
}

fn read(path: &Path) -> Result<String, Exit> {
    let read = if path == Path::new("-") {
        let mut text = String::new();
        std::io::stdin().read_to_string(&mut text).map(|_| text)
    } else {
        std::fs::read_to_string(path)
    };
    read.map_err(|error| {
        complain(format_args!("{}: {error}", path.display()));
        Exit::Failed
    })
}
