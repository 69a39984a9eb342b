//! Which parameters say who calls. They belong to the vendor's `auth` and not to the operation.
//!
//! A table of common parameters or of headers says so; elsewhere only names that mean nothing else do. How a
//! signature is made is never guessed.

use serde_json::Value;

use crate::import::field::Field;
use crate::import::gather::Gathered;
use crate::import::remark::Remarks;

/// A parameter of the signature.
pub(super) struct Signed {
    pub(super) field: Field,
    pub(super) in_header: bool,
    /// Whether it carries a credential as it is.
    pub(super) is_credential: bool,
    /// Whether it is sent at all.
    pub(super) is_sent: bool,
}

const CREDENTIALS: &[&str] = &[
    "key",
    "apikey",
    "appkey",
    "appid",
    "accesskey",
    "appcode",
    "secretkey",
    "appsecret",
    "privatekey",
    "accesstoken",
];
const DERIVED: &[&str] = &[
    "sign",
    "signature",
    "timestamp",
    "timespan",
    "nonce",
    "noncestr",
    "token",
    "authorization",
];

/// Takes the parameters of the signature out of the others.
pub(super) fn split(
    gathered: &mut Gathered,
    existing: Option<&Value>,
    remarks: &mut Remarks,
) -> Vec<Signed> {
    let known: Vec<&str> = existing
        .and_then(|vendor| vendor.pointer("/auth/fields")?.as_array())
        .into_iter()
        .flatten()
        .filter_map(|field| field.get("name")?.as_str())
        .collect();
    let common = std::mem::take(&mut gathered.common);
    let mut signed: Vec<Signed> = Vec::new();
    for field in std::mem::take(&mut gathered.headers) {
        signed.push(signed_by(field, true, true));
    }
    for mut field in std::mem::take(&mut gathered.parameters) {
        let name = plain(&field.name);
        let in_header = field.place.to_lowercase().contains("header") || field.place.contains('头');
        let is_sent = !(field.place.contains('不') || field.place.to_lowercase().contains("not"));
        let by_table = common.iter().find(|known| known.name == field.name);
        let by_name = CREDENTIALS.contains(&name.as_str()) || DERIVED.contains(&name.as_str());
        if known.contains(&field.name.as_str()) {
            let reason = "vendor.json has it under `auth`: no parameter of the operation.";
            remarks.left_out(field.line, &field.name, reason);
        } else if by_table.is_some() || in_header || !is_sent || by_name {
            if by_table.is_none() && is_sent {
                let by = if in_header {
                    "the place where it travels"
                } else {
                    "its name"
                };
                let reason = format!(
                    "Taken for a part of `auth`, by {by}, and not for a parameter of the operation."
                );
                remarks.unsure(field.line, &field.name, reason);
            }
            if let Some(more) = by_table {
                field.printed.others.extend(more.printed.others.clone());
            }
            signed.push(signed_by(field, in_header, is_sent));
        } else {
            gathered.parameters.push(field);
        }
    }
    for field in common {
        if !signed.iter().any(|known| known.field.name == field.name)
            && !known.contains(&field.name.as_str())
        {
            signed.push(signed_by(field, false, true));
        }
    }
    for part in signed
        .iter()
        .filter(|part| part.is_sent && !part.is_credential)
    {
        let reason = "How its value is made is for a person to say, under `auth` in vendor.json.";
        remarks.unsure(part.field.line, &part.field.name, reason);
    }
    signed
}

fn signed_by(field: Field, in_header: bool, is_sent: bool) -> Signed {
    Signed {
        in_header,
        is_sent,
        is_credential: CREDENTIALS.contains(&plain(&field.name).as_str()),
        field,
    }
}

fn plain(name: &str) -> String {
    name.to_lowercase().replace(['_', '-'], "")
}
