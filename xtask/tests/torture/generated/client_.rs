// Made by `cargo xtask codegen --vendor torture` from schemas/torture/client.json. Do not edit.

//! An operation called like a module (客户).
//!
//! Source: 文档 \[1\], section 2.

use zhixing_core::{operation, record, request, spec, wire};

/// The operation, as its document describes it.
pub static OPERATION: spec::Operation = spec::Operation {
    vendor: &super::VENDOR,
    name: "client",
    title: spec::Bilingual {
        zh: "客户",
        en: "An operation called like a module",
    },
    section: "2",
    lists: &[record::Kind::Terminated],
    method: spec::Method::Get,
    path: "",
    parameters: &[],
    envelope: spec::Envelope {
        code: &["code"],
        message: &["message"],
        payload: None,
        order_number: Some(&["order"]),
    },
    reply: &[
        spec::Object {
            name: "Reply",
            schema: "/reply",
            fields: &[
                spec::Field::new(
                    "code",
                    spec::Shape::Or(&[spec::Instead::Null], &spec::Shape::Text),
                ),
                spec::Field::new("message", spec::Shape::Text),
                spec::Field::new("order", spec::Shape::Text),
                spec::Field::new(
                    "Some",
                    spec::Shape::List(&spec::Shape::Object("SomeItem")),
                ),
            ],
        },
        spec::Object {
            name: "SomeItem",
            schema: "/reply/properties/Some/items",
            fields: &[],
        },
    ],
    none: None,
    returned: None,
    paging: None,
};

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Request {}

impl Request {
    /// A request; the document requires nothing.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

impl operation::Request for Request {
    type Reply = Reply;
    const OPERATION: &'static spec::Operation = &OPERATION;

    fn arguments(&self) -> request::Arguments {
        request::Arguments::new()
    }
}

/// What is answered.
///
/// The whole reply of 酷刑\* (Torture \<b>), envelope included.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    serde(default),
    schemars(transform = wire::without_defaults)
)]
#[non_exhaustive]
pub struct Reply {
    /// The code.
    pub code: wire::Field<wire::Text>,
    /// The message.
    pub message: wire::Field<wire::Text>,
    /// The order.
    pub order: wire::Field<wire::Text>,
    /// Records at the top.
    ///
    /// On the wire: `Some`.
    #[cfg_attr(feature = "schemars", serde(rename = "Some"))]
    pub some: wire::Field<Vec<SomeItem>>,
    /// Fields that the document does not list, and those that cannot be read.
    #[cfg_attr(feature = "schemars", serde(flatten))]
    pub extra: wire::Extra,
}

impl operation::Reply for Reply {
    type Record = SomeItem;

    fn records(&self) -> &[SomeItem] {
        self.some.as_slice()
    }

    fn into_records(self) -> Vec<SomeItem> {
        self.some.into_option().unwrap_or_default()
    }

    fn total(&self) -> Option<i64> {
        None
    }
}

/// What the document describes here without a name.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    serde(default),
    schemars(transform = wire::without_defaults)
)]
#[non_exhaustive]
pub struct SomeItem {
    /// Fields that the document does not list, and those that cannot be read.
    #[cfg_attr(feature = "schemars", serde(flatten))]
    pub extra: wire::Extra,
}

wire::objects! {
    Reply {
        "code" => code,
        "message" => message,
        "order" => order,
        "Some" => some,
    }
    SomeItem {
    }
}
