//! A vendor that signs nothing and numbers its pages: POST, credentials in the query, codes as numbers. Its reply has a
//! field of each wire type.

use std::collections::BTreeMap;

use zhixing_core::operation;
use zhixing_core::record::{Kind, Record, Source, Unify};
use zhixing_core::request::Arguments;
use zhixing_core::sign::{AuthField, Part, Place, Recipe};
use zhixing_core::spec::{
    self, BaseUrl, Bilingual, Class, CredentialSpec, Envelope, Method, NoneMarker, Operation,
    Paging, Parameter, Rule, Vendor,
};
use zhixing_core::wire::{self, Any, Extra, Field, JsonText, Personal};

use super::status;

pub static VENDOR: Vendor = Vendor {
    name: "plain",
    title: Bilingual {
        zh: "平",
        en: "Plain",
    },
    document: "文档",
    base_url: BaseUrl {
        url: Some("http://plain.test/api/"),
        environment: "PLAIN_BASE_URL",
        whole_endpoint: false,
    },
    credentials: &[CredentialSpec {
        name: "key",
        environment: "PLAIN_KEY",
        description: "The key.",
    }],
    auth: Recipe {
        values: &[],
        fields: &[AuthField {
            place: Place::Query,
            name: "key",
            value: &[Part::Credential("key")],
        }],
    },
    statuses: &[
        status("0", Class::Success, Some(true)),
        status("240102", Class::NoData, None),
        status("10011", Class::Auth, Some(false)),
    ],
    http_statuses: &[],
    reply_signature: None,
    operations: &[&OPERATION],
};

const fn parameter(name: &'static str, place: Place, rule: Rule) -> Parameter {
    Parameter {
        name,
        required: false,
        default: None,
        place,
        rule,
        role: None,
        personal: false,
        description: "A parameter.",
        verbatim: "参数",
    }
}

const fn from_one(max: Option<i64>) -> Rule {
    Rule::Integer { min: Some(1), max }
}

pub static OPERATION: Operation = Operation {
    vendor: &VENDOR,
    name: "search",
    title: Bilingual {
        zh: "查询",
        en: "Search",
    },
    section: "1",
    lists: &[Kind::Enforced],
    method: Method::Post,
    path: "/search",
    parameters: &[
        Parameter {
            required: true,
            personal: true,
            ..parameter(
                "name",
                Place::Form,
                Rule::Text {
                    min: 2,
                    max: Some(8),
                },
            )
        },
        Parameter {
            required: true,
            ..parameter(
                "type",
                Place::Form,
                Rule::OneOf(&[("1", "失信"), ("2", "被执行")]),
            )
        },
        parameter("pageIndex", Place::Form, from_one(None)),
        parameter("pageSize", Place::Form, from_one(Some(20))),
        parameter("trace", Place::Header, Rule::Text { min: 0, max: None }),
        parameter("memo", Place::Query, Rule::Text { min: 0, max: None }),
        parameter(
            "depth",
            Place::Query,
            Rule::Integer {
                min: None,
                max: Some(3),
            },
        ),
        parameter(
            "any",
            Place::Query,
            Rule::Integer {
                min: None,
                max: None,
            },
        ),
    ],
    envelope: Envelope {
        code: &["error_code"],
        message: &["reason"],
        payload: Some(&["result"]),
        order_number: Some(&["result", "orderid"]),
    },
    reply: &[
        spec::Object {
            name: "Reply",
            schema: "/reply",
            fields: &[
                spec::Field::required("error_code", spec::Shape::Integer),
                spec::Field::new("reason", spec::Shape::Text),
                spec::Field::new("result", spec::Shape::Object("Found")),
            ],
        },
        spec::Object {
            name: "Found",
            schema: "/reply/properties/result",
            fields: &[
                spec::Field::new("orderid", spec::Shape::Text),
                spec::Field::new("total", spec::Shape::Integer),
                spec::Field::new("list", spec::Shape::List(&spec::Shape::Object("Row"))),
            ],
        },
        spec::Object {
            name: "Row",
            schema: "/reply/properties/result/properties/list/items",
            fields: &[
                spec::Field::required("id", spec::Shape::Integer),
                spec::Field::new("court", spec::Shape::Text),
                spec::Field::new("person", spec::Shape::Text),
                spec::Field::new("ratio", spec::Shape::Number),
                spec::Field::new("open", spec::Shape::Boolean),
                spec::Field::new("level", <Level as wire::OpenEnum>::SHAPE),
                spec::Field::new("tags", spec::Shape::List(&spec::Shape::Text)),
                spec::Field::new("inner", spec::Shape::Object("Row")),
                spec::Field::new("by_person", spec::Shape::Map(&spec::Shape::Object("Row"))),
                spec::Field::new("any", spec::Shape::Any(&[])),
                spec::Field::new(
                    "note",
                    spec::Shape::JsonText(Some(&spec::Shape::List(&spec::Shape::Object("Row")))),
                ),
            ],
        },
    ],
    none: Some(NoneMarker {
        path: &["result", "verify"],
        value: "0",
    }),
    returned: None,
    paging: Some(Paging::Page {
        parameter: "pageIndex",
        first: 1,
        size_parameter: Some("pageSize"),
        size: 10,
    }),
};

#[derive(Debug, Clone)]
pub struct Request {
    pub name: Personal,
    pub page_index: Option<i64>,
    pub page_size: Option<i64>,
}

impl Request {
    pub fn new(name: impl Into<Personal>) -> Self {
        Self {
            name: name.into(),
            page_index: None,
            page_size: None,
        }
    }
}

impl operation::Request for Request {
    type Reply = Reply;
    const OPERATION: &'static Operation = &OPERATION;

    fn arguments(&self) -> Arguments {
        let mut arguments = Arguments::new()
            .with("name", self.name.as_str())
            .with("type", "1");
        if let Some(page) = self.page_index {
            arguments.push("pageIndex", page.to_string());
        }
        if let Some(size) = self.page_size {
            arguments.push("pageSize", size.to_string());
        }
        arguments
    }
}

#[derive(Debug, Clone, PartialEq)]
pub struct Reply {
    pub error_code: Field<i64>,
    pub reason: Field<wire::Text>,
    pub result: Field<Found>,
    pub extra: Extra,
}

impl operation::Reply for Reply {
    type Record = Row;

    fn records(&self) -> &[Row] {
        self.result.get().map_or(&[], |found| found.list.as_slice())
    }

    fn into_records(self) -> Vec<Row> {
        self.result
            .into_option()
            .and_then(|found| found.list.into_option())
            .unwrap_or_default()
    }

    fn total(&self) -> Option<i64> {
        self.result
            .get()
            .and_then(|found| found.total.get())
            .copied()
    }
}

#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    pub orderid: Field<wire::Text>,
    pub total: Field<i64>,
    pub list: Field<Vec<Row>>,
    pub extra: Extra,
}

/// A field of each wire type.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    pub id: Field<i64>,
    pub court: Field<wire::Text>,
    pub person: Field<Personal>,
    pub ratio: Field<f64>,
    pub open: Field<bool>,
    pub level: Field<Level>,
    pub tags: Field<Vec<wire::Text>>,
    pub inner: Field<Box<Row>>,
    pub by_person: Field<BTreeMap<String, Field<Row>>>,
    pub any: Field<Any>,
    pub note: Field<JsonText>,
    pub extra: Extra,
}

impl Unify for Row {
    fn unify(self, source: Source) -> Record {
        Record::new(source)
    }
}

/// An enumeration of numbers.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Level {
    Low,
    High,
    Unknown(wire::Unknown),
}

impl wire::OpenEnum for Level {
    const KNOWN: &'static [(&'static str, &'static str)] = &[("1", "低"), ("2", "高")];
    const INTEGER: bool = true;

    fn from_wire(value: &str) -> Self {
        match value {
            "1" => Self::Low,
            "2" => Self::High,
            other => Self::Unknown(wire::Unknown::undocumented(other)),
        }
    }

    fn as_wire(&self) -> &str {
        match self {
            Self::Low => "1",
            Self::High => "2",
            Self::Unknown(value) => value.as_str(),
        }
    }
}

wire::objects! {
    Reply {
        "error_code" => error_code,
        "reason" => reason,
        "result" => result,
    }
    Found {
        "orderid" => orderid,
        "total" => total,
        "list" => list,
    }
    Row {
        "id" => id,
        "court" => court,
        "person" => person,
        "ratio" => ratio,
        "open" => open,
        "level" => level,
        "tags" => tags,
        "inner" => inner,
        "by_person" => by_person,
        "any" => any,
        "note" => note,
    }
}
wire::open_enum!(Level);
