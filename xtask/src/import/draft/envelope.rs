//! Where a reply says how it went: guessed by words that mean nothing else, and told as a guess.

use serde_json::{Map, Value};

use crate::import::field::Field;
use crate::import::remark::Remarks;
use crate::import::types::Kind;
use crate::new::PLACEHOLDER;
use crate::read::position::{child, segments};

/// JSON pointers into the reply.
#[derive(Debug, Default)]
pub(super) struct Envelope {
    pub(super) code: Option<String>,
    pub(super) message: Option<String>,
    payload: Option<String>,
    order_number: Option<String>,
}

impl Envelope {
    /// That of a vendor which is transcribed already.
    pub(super) fn of(vendor: &Value) -> Self {
        let at = |key: &str| {
            let pointer = vendor.pointer("/envelope")?.get(key)?.as_str()?;
            Some(pointer.to_owned())
        };
        Self {
            code: at("code"),
            message: at("message"),
            payload: at("payload"),
            order_number: at("order_number"),
        }
    }

    /// As it stands in `vendor.json`.
    pub(super) fn json(&self) -> Value {
        let mut envelope = Map::new();
        let open = || Some(format!("/{PLACEHOLDER}"));
        for (key, pointer) in [
            ("code", self.code.clone().or_else(open)),
            ("message", self.message.clone().or_else(open)),
            ("payload", self.payload.clone()),
            ("order_number", self.order_number.clone()),
        ] {
            if let Some(pointer) = pointer {
                envelope.insert(key.into(), pointer.into());
            }
        }
        envelope.into()
    }

    /// The type of the field that holds the code.
    pub(super) fn code_kind(&self, reply: &[Field]) -> Option<Kind> {
        let path = segments(self.code.as_deref()?);
        crate::import::field::find(reply, &path)?.kind.clone()
    }
}

const CODE: (&[&str], &[&str]) = (
    &[
        "code",
        "status",
        "rc",
        "errorcode",
        "errcode",
        "retcode",
        "resultcode",
        "respcode",
        "returncode",
        "statuscode",
    ],
    &["状态码", "返回码", "错误码", "响应码", "结果状态"],
);
const MESSAGE: (&[&str], &[&str]) = (
    &[
        "message",
        "msg",
        "reason",
        "errmsg",
        "errormsg",
        "retmsg",
        "resultmsg",
    ],
    &[
        "返回信息",
        "返回消息",
        "结果消息",
        "提示信息",
        "错误信息",
        "返回描述",
    ],
);
const ORDER: (&[&str], &[&str]) = (&["orderno", "ordernumber", "orderid"], &["订单号"]);
const PAYLOAD: (&[&str], &[&str]) = (&["data", "result"], &["返回数据", "返回结果", "查询结果"]);

/// The envelope that names and descriptions suggest.
pub(super) fn guess(reply: &[Field], remarks: &mut Remarks) -> Envelope {
    let root: Vec<(String, &Field)> = reply
        .iter()
        .map(|field| (child("", &field.name), field))
        .collect();
    let (containers, plain): (Vec<_>, Vec<_>) = root
        .into_iter()
        .partition(|(_, field)| matches!(field.kind, Some(Kind::Object | Kind::List(_))));
    let mut deeper = plain.clone();
    for (pointer, field) in containers
        .iter()
        .filter(|(_, field)| field.kind == Some(Kind::Object))
    {
        deeper.extend(
            field
                .children
                .iter()
                .map(|inner| (child(pointer, &inner.name), inner)),
        );
    }
    let mut take = |candidates: &[(String, &Field)], words, what: &str| {
        let (pointer, field) = one(candidates, words)?;
        remarks.unsure(
            field.line,
            &field.name,
            format!("Taken for the envelope's {what}, by its name or description."),
        );
        Some(pointer)
    };
    Envelope {
        code: take(&plain, CODE, "code"),
        message: take(&plain, MESSAGE, "message"),
        payload: take(&containers, PAYLOAD, "payload"),
        order_number: take(&deeper, ORDER, "order number"),
    }
}

/// The one field with such a description, or else of such a name.
fn one<'a>(
    fields: &[(String, &'a Field)],
    (names, words): (&[&str], &[&str]),
) -> Option<(String, &'a Field)> {
    let described = |field: &Field| {
        words
            .iter()
            .any(|word| field.printed.description.contains(word))
    };
    let called = |field: &Field| {
        let name = field.name.to_lowercase().replace(['_', '-'], "");
        names.contains(&name.as_str())
    };
    let both: [&dyn Fn(&Field) -> bool; 2] = [&|field| called(field), &|field| described(field)];
    for fits in both {
        let mut found = fields.iter().filter(|(_, field)| fits(field));
        match (found.next(), found.next()) {
            (Some((pointer, field)), None) => return Some((pointer.clone(), field)),
            (Some(_), Some(_)) => return None,
            _ => {}
        }
    }
    None
}
