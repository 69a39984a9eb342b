//! `zhixing vendors`: what can be asked, and what it takes.

use comfy_table::Table;
use serde_json::{Value, json};
use zhixing::VENDORS;
use zhixing_core::spec::{Operation, Parameter, Rule, Vendor};

use super::{print, print_json};
use crate::args::{ListFormat, Vendors};
use crate::exit::Exit;
use crate::lang::{Lang, Word};
use crate::output::table::plain;
use crate::setup::Context;

pub(crate) fn run(args: &Vendors, context: &Context) -> Exit {
    let talk = context.talk;
    match args.format {
        ListFormat::Json => {
            let vendors: Vec<Value> = VENDORS.iter().map(|entry| vendor(entry.vendor)).collect();
            print_json(&vendors, talk)
        }
        ListFormat::Table => print(&format!("{}\n", table(talk.lang)), talk),
    }
}

fn table(lang: Lang) -> Table {
    let mut table = plain();
    let headings = [
        Word::Vendor,
        Word::Operation,
        Word::Document,
        Word::Parameters,
        Word::Environment,
    ];
    table.set_header(headings.map(|word| word.text(lang)));
    for entry in VENDORS {
        for operation in entry.vendor.operations {
            let parameters: Vec<String> = asked(operation).map(short).collect();
            table.add_row([
                format!("{} {}", entry.vendor.name, entry.vendor.title.zh),
                format!("{}\n{}", operation.name, operation.title.zh),
                format!("{}\n{}", entry.vendor.document, operation.section),
                parameters.join("\n"),
                variables(entry.vendor).join("\n"),
            ]);
        }
    }
    table
}

/// What callers give: not what is always the same.
fn asked(operation: &Operation) -> impl Iterator<Item = &'static Parameter> {
    let given = |it: &&Parameter| !matches!(it.rule, Rule::Constant { .. });
    operation.parameters.iter().filter(given)
}

/// A required parameter by its name, an optional one in brackets.
fn short(parameter: &Parameter) -> String {
    if parameter.required {
        parameter.name.to_owned()
    } else {
        format!("[{}]", parameter.name)
    }
}

fn variables(vendor: &Vendor) -> Vec<&'static str> {
    let credentials = vendor
        .credentials
        .iter()
        .map(|credential| credential.environment);
    credentials.chain([vendor.base_url.environment]).collect()
}

fn vendor(vendor: &Vendor) -> Value {
    let credentials: Vec<Value> = vendor
        .credentials
        .iter()
        .map(|credential| json!({ "name": credential.name, "environment": credential.environment, "description": credential.description }))
        .collect();
    let operations: Vec<Value> = vendor.operations.iter().map(|it| operation(it)).collect();
    json!({
        "vendor": vendor.name,
        "title": { "zh": vendor.title.zh, "en": vendor.title.en },
        "document": vendor.document,
        "base_url": vendor.base_url.url,
        "base_url_environment": vendor.base_url.environment,
        "credentials": credentials,
        "signs_replies": vendor.reply_signature.is_some(),
        "operations": operations,
    })
}

fn operation(operation: &Operation) -> Value {
    let parameters: Vec<Value> = asked(operation).map(parameter).collect();
    let lists: Vec<&str> = operation.lists.iter().map(|kind| kind.code()).collect();
    json!({
        "operation": operation.name,
        "title": { "zh": operation.title.zh, "en": operation.title.en },
        "section": operation.section,
        "method": operation.method.as_str(),
        "path": operation.path,
        "lists": lists,
        "pages": operation.paging.is_some(),
        "parameters": parameters,
    })
}

fn parameter(parameter: &Parameter) -> Value {
    let rule = match parameter.rule {
        Rule::List { items, .. } => *items,
        single => single,
    };
    let values: Option<Vec<Value>> = match rule {
        Rule::OneOf(values) | Rule::OneOfNumbers(values) => Some(
            values
                .iter()
                .map(|(value, meaning)| json!({ "value": value, "meaning": meaning }))
                .collect(),
        ),
        _ => None,
    };
    json!({
        "name": parameter.name,
        "required": parameter.required,
        "default": parameter.default,
        "description": parameter.description,
        "verbatim": parameter.verbatim,
        "values": values,
    })
}
