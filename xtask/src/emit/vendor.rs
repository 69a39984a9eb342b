//! `vendor.rs`: what a vendor's document says of all its products, as data for the core.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::file::{docs, ident, option};
use super::path_tokens;
use super::recipe::recipe;
use super::text::Item;
use crate::model::doc::{code, english, inline, title};
use crate::model::{Advice, Code, HttpStatus, ReplySignature, Statement, Status, Vendor};

/// The items of `vendor.rs`.
pub(super) fn items(vendor: &Vendor) -> Vec<Item> {
    let file = &vendor.file;
    let uses = if file.reply_signature.is_some() {
        quote!(
            use zhixing_core::{flatten, sign, spec, verify};
        )
    } else {
        quote!(
            use zhixing_core::{sign, spec};
        )
    };
    let doc = docs(&words(vendor));
    let name = &file.vendor;
    let (zh, en) = (&file.title.zh, &file.title.en);
    let document = &file.document.title;
    let url = option(file.base_url.url.as_ref().map(|url| quote!(#url)));
    let (environment, whole) = (&file.base_url.environment, file.base_url.whole_endpoint);
    let credentials = file.credentials.iter().map(|credential| {
        let (name, environment, description) = (&credential.name, &credential.environment, &credential.description);
        quote!(spec::CredentialSpec { name: #name, environment: #environment, description: #description })
    });
    let recipe = recipe(&file.auth);
    let statuses = file.statuses.iter().map(status);
    let http_statuses = file.http_statuses.iter().map(http_status);
    let signature = option(file.reply_signature.as_ref().map(reply_signature));
    let operations = vendor
        .operations
        .iter()
        .map(|operation| ident(&operation.module));
    vec![
        Item::Tokens(uses),
        Item::Tokens(quote! {
            #doc
            pub static VENDOR: spec::Vendor = spec::Vendor {
                name: #name,
                title: spec::Bilingual { zh: #zh, en: #en },
                document: #document,
                base_url: spec::BaseUrl { url: #url, environment: #environment, whole_endpoint: #whole },
                credentials: &[#(#credentials),*],
                auth: #recipe,
                statuses: &[#(#statuses),*],
                http_statuses: &[#(#http_statuses),*],
                reply_signature: #signature,
                operations: &[#(&super::#operations::OPERATION),*],
            };
        }),
    ]
}

fn words(vendor: &Vendor) -> Vec<String> {
    let file = &vendor.file;
    let mut doc = vec![format!(
        "{}, as its document describes it.",
        title(&file.title)
    )];
    let version = file
        .document
        .version
        .as_deref()
        .map(|v| format!(" ({})", inline(v)))
        .unwrap_or_default();
    doc.push(format!(
        "Source: {}{version}.",
        inline(&file.document.title)
    ));
    if !file.document.notes.is_empty() {
        doc.push("Of the document as a whole:".into());
        doc.push(bullets(
            file.document.notes.iter().map(|note| english(note)),
        ));
    }
    doc.extend(statements(&file.statements));
    doc
}

/// Sentences of the document that bind a caller, as paragraphs.
pub(super) fn statements(statements: &[Statement]) -> Vec<String> {
    if statements.is_empty() {
        return Vec::new();
    }
    let lines = statements.iter().map(|statement| {
        let section = statement
            .section
            .as_deref()
            .map(|s| format!(" ({})", inline(s)))
            .unwrap_or_default();
        format!(
            "{} {}{section}",
            english(&statement.description),
            inline(&statement.verbatim)
        )
    });
    vec!["The document says:".into(), bullets(lines)]
}

fn bullets(lines: impl Iterator<Item = String>) -> String {
    lines
        .map(|line| format!("- {line}"))
        .collect::<Vec<_>>()
        .join("\n")
}

/// A word of the dialect as the variant of the core's enumeration: `no-data` is `NoData`.
pub(super) fn word(word: &str) -> proc_macro2::Ident {
    ident(&super::word(word))
}

fn status(status: &Status) -> TokenStream {
    let code = status.code.to_string();
    let (name, meaning, description, class) = (
        &status.name,
        &status.meaning,
        &status.description,
        word(&status.class),
    );
    let valid = option(status.valid_request.map(|valid| quote!(#valid)));
    let old = option(status.old_code.as_ref().map(|old| quote!(#old)));
    let advice = option(status.advice.as_ref().map(advice));
    let causes = status.causes.iter().map(|cause| word(cause));
    quote! {
        spec::Status {
            code: #code,
            name: #name,
            meaning: #meaning,
            description: #description,
            class: spec::Class::#class,
            valid_request: #valid,
            old_code: #old,
            advice: #advice,
            causes: &[#(spec::Cause::#causes),*],
        }
    }
}

fn http_status(status: &HttpStatus) -> TokenStream {
    let (number, meaning, class) = (
        Literal::u16_unsuffixed(status.status),
        &status.meaning,
        word(&status.class),
    );
    let advice = option(status.advice.as_ref().map(advice));
    quote!(spec::HttpStatus { status: #number, meaning: #meaning, class: spec::Class::#class, advice: #advice })
}

fn advice(advice: &Advice) -> TokenStream {
    let retry = match advice.seconds {
        Some(seconds) if advice.retry == "after" => {
            let seconds = Literal::u32_unsuffixed(seconds);
            quote!(AfterSeconds(#seconds))
        }
        _ => {
            let retry = word(&advice.retry);
            quote!(#retry)
        }
    };
    let verbatim = option(advice.verbatim.as_ref().map(|words| quote!(#words)));
    let description = &advice.description;
    quote!(spec::Advice { retry: spec::Retry::#retry, verbatim: #verbatim, description: #description })
}

fn reply_signature(signature: &ReplySignature) -> TokenStream {
    let (payload, place) = (
        path_tokens(&signature.payload),
        path_tokens(&signature.signature),
    );
    let (separator, credential, algorithm) = (
        &signature.suffix,
        &signature.credential,
        word(&signature.algorithm),
    );
    quote! {
        verify::ReplySignature {
            payload: #payload,
            signature: #place,
            separator: #separator,
            credential: #credential,
            algorithm: sign::Algorithm::#algorithm,
            case: sign::HexCase::Lower,
            policy: flatten::Policy::DEFAULT,
        }
    }
}

/// The doc comment of a status.
pub(super) fn status_doc(status: &Status) -> Vec<String> {
    let wire = match (&status.code, status.code.range()) {
        (_, Some((from, to))) => {
            format!("{} to {}", code(&from.to_string()), code(&to.to_string()))
        }
        (Code::Absent(()), _) => "No code,".to_owned(),
        (one, None) => code(&one.to_string()),
    };
    let mut doc = vec![format!(
        "{wire} {}: {}",
        inline(&status.meaning),
        english(&status.description)
    )];
    let mut facts = Vec::new();
    match status.valid_request {
        Some(true) => facts.push("The document counts the call as a valid request.".to_owned()),
        Some(false) => facts.push("The document counts the call as an invalid request.".to_owned()),
        None => {}
    }
    facts.extend(
        status
            .old_code
            .as_deref()
            .map(|old| format!("Formerly {}.", code(old))),
    );
    if let Some(advice) = &status.advice {
        let words = advice
            .verbatim
            .as_deref()
            .map(|words| format!(" {}", inline(words)))
            .unwrap_or_default();
        facts.push(format!("{}{words}", english(&advice.description)));
    }
    facts.extend(status.notes.as_deref().map(english));
    if !facts.is_empty() {
        doc.push(facts.join(" "));
    }
    doc
}
