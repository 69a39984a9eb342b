//! `zhixing call`: one typed call, or the request that it would be.

use serde::Serialize;
use serde_json::Value;
use zhixing::{Failure, SourceReport, State};
use zhixing_core::Answer;
use zhixing_core::any::{AnyClient, AnyOutcome};
use zhixing_core::clock::{Clock, SystemClock, Timestamp};
use zhixing_core::record::Record;
use zhixing_core::request::Arguments;
use zhixing_core::sign::{Nonces, SystemNonces, ZeroNonces};
use zhixing_core::spec::Operation;
use zhixing_core::transport::HttpRequest;

use super::{json, operation, paid, print_json, vendor};
use crate::args::Call;
use crate::exit::Exit;
use crate::lang::Message;
use crate::progress;
use crate::setup::Context;
use crate::talk::Talk;

pub(crate) async fn run(args: Call, context: &Context) -> Exit {
    match answer(args, context).await {
        Ok(exit) | Err(exit) => exit,
    }
}

async fn answer(args: Call, context: &Context) -> Result<Exit, Exit> {
    let talk = context.talk;
    let entry = vendor(&args.vendor, talk)?;
    // What no credential mends is said before one is asked for.
    let operation = operation(entry.vendor, &args.operation, talk)?;
    let arguments = arguments(&args.parameters, talk)?;
    let client = entry
        .connect(&context.setup(args.sandbox, args.allow_plain_http_id)?)
        .map_err(|error| talk.fail(&error))?;
    if args.print_request {
        return print_request(&*client, operation, &args, &arguments, talk);
    }
    let call = client.call_any(&args.operation, arguments);
    match progress::during(talk, &context.traffic, call).await {
        Ok(outcome) if args.raw => Ok(paid::print(outcome.receipt.raw.body(), ".json", context)),
        Ok(outcome) => {
            let text = json(&Reply::new(&outcome, args.sandbox), talk)?;
            Ok(paid::print(text.as_bytes(), ".json", context))
        }
        Err(error) => {
            // What arrived was paid for: with --raw it is shown whatever it is.
            if let Some(raw) = error.raw_reply().filter(|_| args.raw) {
                paid::print(raw.body(), ".reply", context);
            }
            let failed = talk.fail(&error);
            if !args.raw && !args.sandbox {
                let source = SourceReport::new(&args.vendor, operation.name, State::Unavailable);
                paid::keep_reply(&Failure::from(&error), &source, context);
            }
            Err(failed)
        }
    }
}

/// `name=value` pairs. The value may hold further equals signs.
fn arguments(pairs: &[String], talk: Talk) -> Result<Arguments, Exit> {
    let mut arguments = Arguments::new();
    for (index, pair) in pairs.iter().enumerate() {
        match pair.split_once('=') {
            Some((name, value)) if !name.is_empty() => arguments.push(name, value),
            _ => {
                return Err(talk.complain(&Message::ParameterForm(index + 1), Exit::Usage));
            }
        }
    }
    Ok(arguments)
}

fn print_request(
    client: &dyn AnyClient,
    operation: &'static Operation,
    args: &Call,
    arguments: &Arguments,
    talk: Talk,
) -> Result<Exit, Exit> {
    let at = match &args.at {
        None => SystemClock.now(),
        Some(text) => text
            .parse::<Timestamp>()
            .map_err(|error| talk.complain(&Message::BadInstant(error.to_string()), Exit::Usage))?,
    };
    // Whoever names the instant wants the same request every time, nonces included.
    let nonces: &dyn Nonces = if args.at.is_some() {
        &ZeroNonces
    } else {
        &SystemNonces
    };
    let prepared = client
        .caller()
        .prepare_with_nonces(operation, arguments, at, nonces)
        .map_err(|error| talk.fail(&error))?;
    let request = if args.reveal {
        prepared.to_http()
    } else {
        prepared.masked()
    };
    Ok(print_json(&Request::from(request), talk))
}

#[derive(Serialize)]
struct Request {
    method: &'static str,
    url: String,
    headers: serde_json::Map<String, Value>,
    body: Option<String>,
}

impl From<HttpRequest> for Request {
    fn from(request: HttpRequest) -> Self {
        Self {
            method: request.method.as_str(),
            url: request.url,
            headers: request
                .headers
                .into_iter()
                .map(|(name, value)| (name, value.into()))
                .collect(),
            body: request.body,
        }
    }
}

#[derive(Serialize)]
struct Reply<'a> {
    vendor: &'static str,
    operation: &'static str,
    sandbox: bool,
    state: &'static str,
    code: &'a str,
    fetched: u64,
    total: Option<u64>,
    complete: bool,
    signature: &'static str,
    counted: &'static str,
    order_number: Option<&'a str>,
    reply: &'a Value,
    records: &'a [Record],
}

impl<'a> Reply<'a> {
    fn new(outcome: &'a AnyOutcome, sandbox: bool) -> Self {
        let receipt = &outcome.receipt;
        Self {
            vendor: receipt.operation.vendor.name,
            operation: receipt.operation.name,
            sandbox,
            state: match outcome.answer {
                Answer::Found => "found",
                Answer::None => "none",
            },
            code: &receipt.code,
            fetched: receipt.completeness.fetched,
            total: receipt.completeness.total,
            complete: receipt.completeness.complete,
            signature: receipt.signature.as_str(),
            counted: receipt.counted().as_str(),
            order_number: receipt.order_number.as_deref(),
            reply: &outcome.reply,
            records: &outcome.records,
        }
    }
}
