//! Puts what was gathered into the files that `cargo xtask new` begins, marked as that marks them.
//!
//! What the document prints stands there verbatim. What a person must write or decide holds the word
//! [`PLACEHOLDER`]; where a word cannot stand for a decision (a class, a method), the generator refuses
//! the draft and says which words can.

mod body;
mod envelope;
mod examples;
mod signing;
mod statuses;
mod vendor;

use serde_json::{Map, Value, json};

use super::Draft;
use super::address::Address;
use super::example::Example;
use super::field::Field;
use super::gather::Gathered;
use super::remark::Remarks;
use super::types::Kind;
use crate::model::naming::{self, Scope};
use crate::new::{PLACEHOLDER, schema};
use crate::read::position::child;
use envelope::Envelope;

/// Everything that was read of a document.
pub(super) struct Read {
    pub(super) gathered: Gathered,
    pub(super) address: Address,
    pub(super) examples: Vec<Example>,
}

/// The drafts. `existing` is the `vendor.json` of a vendor that somebody has transcribed before.
pub(super) fn draft(
    mut read: Read,
    vendor: &str,
    operation: &str,
    existing: Option<&Value>,
    mut remarks: Remarks,
) -> Draft {
    let signing = signing::split(&mut read.gathered, existing, &mut remarks);
    let http = http(&read);
    let reply = &read.gathered.reply;
    let envelope = match existing {
        Some(vendor) => Envelope::of(vendor),
        None => envelope::guess(reply, &mut remarks),
    };
    let records = records(reply, &mut remarks);
    let total = total(reply, &mut remarks);
    hollow(reply, &mut remarks);
    examples::add_shown_codes(&mut read, &envelope, &mut remarks);
    let reply = &read.gathered.reply;
    let kind = existing
        .and_then(code_kind)
        .or_else(|| envelope.code_kind(reply));
    let statuses = statuses::statuses(&read.gathered.codes, kind, &mut remarks);
    let vendor = vendor::vendor(vendor, &read, &signing, &http, &envelope, &statuses);

    let (scaffold, _) = schema::operation(operation, &vendor);
    let (mut request, mut reply) = (
        body::request(&read.gathered.parameters, &mut remarks),
        body::reply(reply, records.as_deref()),
    );
    name_apart(&mut request, Scope::parameters);
    name_apart(&mut reply, Scope::fields);
    let records = records.unwrap_or_else(|| format!("/{PLACEHOLDER}"));
    let (entries, examples) =
        examples::files(operation, &read, &envelope, &records, &request, &statuses);
    let title = read.address.title.as_deref();
    let zh = title.map_or(PLACEHOLDER.to_owned(), |title| {
        format!("{PLACEHOLDER}: {title}?")
    });
    let mut file = Map::new();
    for key in ["$schema", "operation", "title", "section", "lists"] {
        file.insert(key.into(), scaffold[key].clone());
    }
    for (key, value) in [
        ("title", json!({ "zh": zh, "en": PLACEHOLDER })),
        ("http", http),
        ("request", request),
        ("reply", reply),
        ("records", records.into()),
        ("total", total.into()),
        ("examples", entries.into()),
    ] {
        file.insert(key.into(), value);
    }
    file.retain(|_, value| !value.is_null());
    Draft {
        vendor,
        operation: file.into(),
        examples,
        remarks: remarks.sorted(),
    }
}

/// Gives each key whose name in Rust another one has a name of its own.
fn name_apart(body: &mut Value, scope: fn() -> Scope) {
    for (pointer, name) in naming::apart(body, None, scope) {
        let property = pointer.rsplit_once('/');
        let property = property.and_then(|(property, _)| body.pointer_mut(property));
        if let Some(Value::Object(property)) = property {
            property.shift_insert(1.min(property.len()), "x-name".into(), name.into());
        }
    }
}

/// The type of the codes that a vendor has already.
fn code_kind(vendor: &Value) -> Option<Kind> {
    let code = vendor.pointer("/statuses/0/code")?;
    Some(if code.is_string() {
        Kind::Text
    } else {
        Kind::Integer
    })
}

/// Tells fields that hold something of which nothing is said.
fn hollow(fields: &[Field], remarks: &mut Remarks) {
    for field in fields {
        let holds = field.kind.as_ref().is_some_and(Kind::holds_fields);
        if holds && field.children.is_empty() {
            let text = format!("{} {}", field.name, field.printed.kind);
            remarks.unsure(
                field.line,
                &text,
                "No table and no printed reply says what it holds.",
            );
        }
        hollow(&field.children, remarks);
    }
}

fn http(read: &Read) -> Value {
    let address = &read.address;
    let path = address
        .url
        .as_ref()
        .map(|(_, path)| path.as_str())
        .filter(|path| path.starts_with('/'));
    let is_form = read.gathered.fixed_headers.iter().any(|header| {
        header.name.eq_ignore_ascii_case("content-type")
            && header.value.contains("x-www-form-urlencoded")
    });
    let parameters = match address.method {
        Some("GET") => "query",
        Some("POST") if is_form => "form",
        _ => PLACEHOLDER,
    };
    json!({
        "method": address.method.unwrap_or(PLACEHOLDER),
        "path": path.map_or_else(|| format!("/{PLACEHOLDER}"), str::to_owned),
        "parameters": parameters,
    })
}

/// The one list of objects that the reply holds, not inside another.
fn records(reply: &[Field], remarks: &mut Remarks) -> Option<String> {
    let is_list =
        |field: &Field| matches!(&field.kind, Some(Kind::List(_))) && !field.children.is_empty();
    one(
        reply,
        &is_list,
        "list of records",
        "the only list of objects",
        remarks,
    )
}

fn total(reply: &[Field], remarks: &mut Remarks) -> Option<String> {
    let is_total = |field: &Field| {
        let name = field.name.to_lowercase().replace('_', "");
        matches!(
            name.as_str(),
            "total" | "totalrecords" | "totalcount" | "totalnum"
        ) && field.kind == Some(Kind::Integer)
    };
    one(reply, &is_total, "total", "its name", remarks)
}

/// The pointer to the one field that fits, through objects only.
fn one(
    fields: &[Field],
    fits: &dyn Fn(&Field) -> bool,
    what: &str,
    by: &str,
    remarks: &mut Remarks,
) -> Option<String> {
    fn walk<'a>(
        fields: &'a [Field],
        base: &str,
        fits: &dyn Fn(&Field) -> bool,
        into: &mut Vec<(String, &'a Field)>,
    ) {
        for field in fields {
            let pointer = child(base, &field.name);
            if fits(field) {
                into.push((pointer.clone(), field));
            }
            if field.kind == Some(Kind::Object) {
                walk(&field.children, &pointer, fits, into);
            }
        }
    }
    let mut found = Vec::new();
    walk(fields, "", fits, &mut found);
    match &found[..] {
        [(pointer, field)] => {
            remarks.unsure(
                field.line,
                &field.name,
                format!("Taken for the {what}, by {by}."),
            );
            Some(pointer.clone())
        }
        _ => None,
    }
}
