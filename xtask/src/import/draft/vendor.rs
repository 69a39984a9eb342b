//! `vendor.json`: the scaffold's, with what the document prints.

use serde_json::{Value, json};

use super::Read;
use super::envelope::Envelope;
use super::signing::Signed;
use crate::import::field::Field;
use crate::model::words;
use crate::new::{PLACEHOLDER, schema};

/// The vendor's file.
pub(super) fn vendor(
    name: &str,
    read: &Read,
    signed: &[Signed],
    http: &Value,
    envelope: &Envelope,
    statuses: &[Value],
) -> Value {
    let mut vendor = schema::vendor(name);
    let upper = name.to_ascii_uppercase();
    if let Some(title) = &read.address.title {
        vendor["document"]["title"] = format!("{PLACEHOLDER}: {title}?").into();
    }
    if let Some(version) = &read.address.version {
        vendor["document"]["version"] = version.clone().into();
    }
    if let Some((base, _)) = &read.address.url {
        vendor["base_url"]["url"] = base.clone().into();
    }
    let sent: Vec<&Signed> = signed.iter().filter(|part| part.is_sent).collect();
    if !sent.is_empty() {
        let credentials: Vec<Value> = signed
            .iter()
            .filter(|part| part.is_credential || !part.is_sent)
            .map(|part| credential(&part.field, &upper))
            .collect();
        let place = http
            .get("parameters")
            .and_then(Value::as_str)
            .unwrap_or(PLACEHOLDER);
        vendor["credentials"] = credentials.into();
        let fields: Vec<Value> = sent.iter().map(|part| field(part, place)).collect();
        vendor["auth"] = json!({ "fields": fields });
    }
    vendor["envelope"] = envelope.json();
    vendor["statuses"] = statuses.into();
    vendor
}

fn credential(field: &Field, upper: &str) -> Value {
    let name = words::snake(&field.name, 1);
    let mut credential = json!({
        "name": name,
        "environment": format!("{upper}_{}", name.to_ascii_uppercase()),
        "description": format!("{PLACEHOLDER}: what it is and where it travels."),
    });
    if let Some(said) = said(field) {
        credential["x-description"] = said.into();
    }
    credential
}

fn field(part: &Signed, place: &str) -> Value {
    let value = if part.is_credential {
        json!({ "credential": words::snake(&part.field.name, 1) })
    } else {
        json!({ "literal": PLACEHOLDER })
    };
    let place = if part.in_header { "header" } else { place };
    let mut field = json!({ "in": place, "name": part.field.name, "value": [value] });
    if let Some(said) = said(&part.field) {
        field["x-description"] = said.into();
    }
    let printed = &part.field.printed;
    let mut notes = Vec::new();
    for (what, text) in [
        ("type", &printed.kind),
        ("required", &printed.required),
        ("length", &printed.length),
        ("passed in", &part.field.place),
    ] {
        if !text.is_empty() {
            notes.push(format!("{what} {text}"));
        }
    }
    if !notes.is_empty() {
        field["notes"] = format!("Printed: {}.", notes.join(", ")).into();
    }
    field
}

/// The document's words, of the description or else of another column.
fn said(field: &Field) -> Option<String> {
    let printed = &field.printed;
    let own = Some(printed.description.clone()).filter(|text| !text.is_empty());
    own.or_else(|| (!printed.others.is_empty()).then(|| printed.others.join(" ")))
}
