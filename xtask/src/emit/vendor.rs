//! `vendor.rs`: what a vendor's document says of all its products, as data for the core.

use super::data::{boolean, call, list, number, option, path, record, table, text};
use super::flow::Node;
use super::recipe::recipe;
use super::text::Item;
use super::{place, word};
use crate::model::doc::{code, english, inline, title};
use crate::model::{
    Advice, Code, Credential, HttpStatus, ReplySignature, Statement, Status, Vendor,
};

/// The items of `vendor.rs`.
pub(super) fn items(vendor: &Vendor) -> Vec<Item> {
    let uses = match vendor.file.reply_signature {
        Some(_) => "use zhixing_core::{flatten, sign, spec, verify};",
        None => "use zhixing_core::{sign, spec};",
    };
    let table = table(
        &words(vendor),
        "pub static VENDOR: spec::Vendor",
        &description(vendor),
    );
    vec![Item::lines(uses), table.into()]
}

fn description(vendor: &Vendor) -> Node<'_> {
    let file = &vendor.file;
    let title = [("zh", text(&file.title.zh)), ("en", text(&file.title.en))];
    let host = &file.base_url;
    let base_url = [
        ("url", option(host.url.as_deref().map(text))),
        ("environment", text(&host.environment)),
        ("whole_endpoint", boolean(host.whole_endpoint)),
    ];
    let signature = file.reply_signature.as_ref().map(reply_signature);
    let operations = vendor.operations.iter();
    let operations =
        operations.map(|it| path(format!("super::{}::OPERATION", it.module)).referred());
    let fields = [
        ("name", text(&file.vendor)),
        ("title", record("spec::Bilingual", title)),
        ("document", text(&file.document.title)),
        ("base_url", record("spec::BaseUrl", base_url)),
        ("credentials", list(file.credentials.iter().map(credential))),
        ("auth", recipe(&file.auth)),
        ("statuses", list(file.statuses.iter().map(status))),
        (
            "http_statuses",
            list(file.http_statuses.iter().map(http_status)),
        ),
        ("reply_signature", option(signature)),
        ("operations", list(operations)),
    ];
    record("spec::Vendor", fields)
}

fn credential(credential: &Credential) -> Node<'_> {
    let fields = [
        ("name", text(&credential.name)),
        ("environment", text(&credential.environment)),
        ("description", text(&credential.description)),
    ];
    record("spec::CredentialSpec", fields)
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

fn status(status: &Status) -> Node<'_> {
    let causes = status.causes.iter();
    let causes = causes.map(|cause| path(format!("spec::Cause::{}", word(cause))));
    let fields = [
        ("code", text(&status.code.to_string())),
        ("name", text(&status.name)),
        ("meaning", text(&status.meaning)),
        ("description", text(&status.description)),
        ("class", class(&status.class)),
        ("valid_request", option(status.valid_request.map(boolean))),
        ("old_code", option(status.old_code.as_deref().map(text))),
        ("advice", option(status.advice.as_ref().map(advice))),
        ("causes", list(causes)),
    ];
    record("spec::Status", fields)
}

fn http_status(status: &HttpStatus) -> Node<'_> {
    let fields = [
        ("status", number(status.status)),
        ("meaning", text(&status.meaning)),
        ("class", class(&status.class)),
        ("advice", option(status.advice.as_ref().map(advice))),
    ];
    record("spec::HttpStatus", fields)
}

fn class<'a>(class: &str) -> Node<'a> {
    path(format!("spec::Class::{}", word(class)))
}

fn advice(advice: &Advice) -> Node<'_> {
    let retry = match advice.seconds {
        Some(seconds) if advice.retry == "after" => {
            call("spec::Retry::AfterSeconds", [number(seconds)])
        }
        _ => path(format!("spec::Retry::{}", word(&advice.retry))),
    };
    let fields = [
        ("retry", retry),
        ("verbatim", option(advice.verbatim.as_deref().map(text))),
        ("description", text(&advice.description)),
    ];
    record("spec::Advice", fields)
}

fn reply_signature(signature: &ReplySignature) -> Node<'_> {
    let algorithm = format!("sign::Algorithm::{}", word(&signature.algorithm));
    let fields = [
        ("payload", place(&signature.payload)),
        ("signature", place(&signature.signature)),
        ("separator", text(&signature.suffix)),
        ("credential", text(&signature.credential)),
        ("algorithm", path(algorithm)),
        ("case", path("sign::HexCase::Lower")),
        ("policy", path("flatten::Policy::DEFAULT")),
    ];
    record("verify::ReplySignature", fields)
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
