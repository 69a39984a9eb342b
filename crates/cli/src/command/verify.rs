//! `zhixing verify`: the signature of a saved reply.

use std::io::Read;
use std::path::Path;

use zhixing_core::credentials::Secret;
use zhixing_core::spec::{Class, Vendor};
use zhixing_core::verify::{ReplySignature, Signature, holds_nothing};

use super::{print, vendor};
use crate::args::Verify;
use crate::exit::Exit;
use crate::lang::{Message, Unproven};
use crate::setup::Context;
use crate::talk::Talk;

pub(crate) fn run(args: &Verify, context: &Context) -> Exit {
    match verify(args, context) {
        Ok(exit) | Err(exit) => exit,
    }
}

fn verify(args: &Verify, context: &Context) -> Result<Exit, Exit> {
    let talk = context.talk;
    let vendor = vendor(&args.vendor, talk)?.vendor;
    let Some(spec) = &vendor.reply_signature else {
        return Err(talk.complain(&Message::NotSigned(vendor.name), Exit::Usage));
    };
    let text = read(&args.file, talk)?;
    // Some servers put a byte order mark before their JSON, and so do some editors; a call passes over it as well.
    let text = text.trim_start_matches('\u{feff}');
    if args.explain {
        let located = spec
            .locate(text)
            .map_err(|error| no_text(args, &error, talk))?;
        let payload = located.payload.map_or("null", |payload| payload.get());
        let signed = spec
            .explain(payload)
            .map_err(|error| no_text(args, &error, talk))?;
        let _ = print(&format!("{signed}\n"), talk);
    }
    let variable = vendor
        .credentials
        .iter()
        .find(|credential| credential.name == spec.credential)
        .map_or("", |credential| credential.environment);
    let Some(secret) = context.settings()?.lookup(variable) else {
        return Err(talk.complain(&Message::SetVariable(variable), Exit::NotConfigured));
    };
    let secret = Secret::new(secret);
    let signature = match spec.verify_reply(text, &secret) {
        Ok(Signature::Verified) => Signature::Verified,
        _ if signs_nothing(vendor, spec, text, &secret) => Signature::Verified,
        Ok(signature) => signature,
        Err(error) => {
            let cause = std::error::Error::source(&error);
            let cause = cause.map_or_else(String::new, |cause| format!(": {cause}"));
            let fault = Unproven::Unchecked(format!("{error}{cause}"));
            return Err(unproven(args, fault, talk, Exit::NotUnderstood));
        }
    };
    let printed = print(&format!("{signature}\n"), talk);
    if printed != Exit::Answered {
        return Err(printed);
    }
    let pointer = |path: &[&str]| path.iter().map(|key| format!("/{key}")).collect();
    let fault = match signature {
        Signature::Verified => return Ok(Exit::Answered),
        Signature::Unsigned => Unproven::Unsigned {
            signature: pointer(spec.signature),
        },
        // A kind of outcome that is not known here is no proof either.
        _ => Unproven::Mismatch {
            signature: pointer(spec.signature),
            payload: pointer(spec.payload),
            variable,
        },
    };
    Err(unproven(args, fault, talk, Exit::Signature))
}

/// Whether it says that nothing was found, holds nothing, and is signed as nothing. A call that brings such a reply calls it verified.
fn signs_nothing(vendor: &Vendor, spec: &ReplySignature, text: &str, secret: &Secret) -> bool {
    let empty = spec.locate(text).is_ok_and(|located| {
        let payload = located.payload;
        payload.is_none_or(|payload| holds_nothing(payload.get()))
    });
    empty && finds_nothing(vendor, text) && spec.signs_nothing(text, secret)
}

/// Whether its status is the document's for that.
fn finds_nothing(vendor: &Vendor, text: &str) -> bool {
    let Ok(reply) = serde_json::from_str::<serde_json::Value>(text) else {
        return false;
    };
    vendor.operations.iter().any(|operation| {
        let mut path = operation.envelope.code.iter();
        let code = path.try_fold(&reply, |value, key| value.get(key));
        let code = code.and_then(|code| match code {
            serde_json::Value::String(text) => Some(text.clone()),
            serde_json::Value::Number(number) => Some(number.to_string()),
            _ => None,
        });
        let status = code.and_then(|code| vendor.status(&code));
        status.is_some_and(|status| status.class == Class::NoData)
    })
}

fn no_text(args: &Verify, error: &dyn std::error::Error, talk: Talk) -> Exit {
    let fault = Unproven::NoText(error.to_string());
    unproven(args, fault, talk, Exit::NotUnderstood)
}

fn unproven(args: &Verify, fault: Unproven, talk: Talk, exit: Exit) -> Exit {
    let path = args.file.display().to_string();
    talk.complain(&Message::Unproven { path, fault }, exit)
}

fn read(path: &Path, talk: Talk) -> Result<String, Exit> {
    let read = if path == Path::new("-") {
        let mut text = String::new();
        std::io::stdin().read_to_string(&mut text).map(|_| text)
    } else {
        std::fs::read_to_string(path)
    };
    read.map_err(|error| {
        let message = Message::File {
            path: path.display().to_string(),
            why: error.into(),
        };
        talk.complain(&message, Exit::Failed)
    })
}
