// Made by `cargo xtask codegen --vendor juhe` from schemas/juhe/person_risk.json. Do not edit.

//! A person's own risks (个人自身风险).
//!
//! Source: 个人自身风险开发文档, section 1、查询.
//!
//! The document allows GET and POST. We POST a form, of the Content-Type that its table of headers prints, since the key and a person's name then stay out of URLs.
//!
//! The document says:
//!
//! - The interface's remark: a person's own risks. 接口备注：个人自身风险 (1、查询)

use zhixing_core::{operation, record, request, sign, spec, wire};

/// The operation, as its document describes it.
pub static OPERATION: spec::Operation = spec::Operation {
    vendor: &super::VENDOR,
    name: "person_risk",
    title: spec::Bilingual {
        zh: "个人自身风险",
        en: "A person's own risks",
    },
    section: "1、查询",
    lists: &[
        record::Kind::Dishonest,
        record::Kind::Enforced,
        record::Kind::ConsumptionRestricted,
    ],
    method: spec::Method::Post,
    path: "/personRisk/query",
    parameters: &[
        spec::Parameter {
            name: "keyword",
            required: true,
            default: None,
            place: sign::Place::Form,
            rule: spec::Rule::Text {
                min: 1,
                max: None,
            },
            role: Some(spec::Role::Subject),
            personal: true,
            description: "The company's name, registration number, unified social credit code or KeyNo.",
            verbatim: "公司名、注册号、社会统一信用代码，KeyNo",
        },
        spec::Parameter {
            name: "realname",
            required: true,
            default: None,
            place: sign::Place::Form,
            rule: spec::Rule::Text {
                min: 1,
                max: None,
            },
            role: Some(spec::Role::Person),
            personal: true,
            description: "The person's name.",
            verbatim: "人员姓名",
        },
        spec::Parameter {
            name: "type",
            required: true,
            default: None,
            place: sign::Place::Form,
            rule: spec::Rule::OneOf(
                &[("1", "失信"), ("2", "被执行"), ("3", "限制消费")],
            ),
            role: Some(spec::Role::List),
            personal: false,
            description: "Which list is asked.",
            verbatim: "1：失信；2：被执行；3：限制消费",
        },
        spec::Parameter {
            name: "pageIndex",
            required: false,
            default: Some("1"),
            place: sign::Place::Form,
            rule: spec::Rule::Integer {
                min: Some(1),
                max: None,
            },
            role: None,
            personal: false,
            description: "Which page, counted from 1.",
            verbatim: "请求页码，默认为1",
        },
        spec::Parameter {
            name: "pageSize",
            required: false,
            default: Some("10"),
            place: sign::Place::Form,
            rule: spec::Rule::Integer {
                min: Some(1),
                max: None,
            },
            role: None,
            personal: false,
            description: "How many records a page holds.",
            verbatim: "请求数据条数，默认10条",
        },
    ],
    envelope: spec::Envelope {
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
                spec::Field::new("reason", spec::Shape::Text),
                spec::Field::new("result", spec::Shape::Object("Page")),
                spec::Field::required("error_code", spec::Shape::Integer),
            ],
        },
        spec::Object {
            name: "Page",
            schema: "/reply/properties/result",
            fields: &[
                spec::Field::new("pageSize", spec::Shape::Integer),
                spec::Field::new("pageIndex", spec::Shape::Integer),
                spec::Field::new("totalRecords", spec::Shape::Integer),
                spec::Field::new(
                    "data",
                    spec::Shape::List(&spec::Shape::Object("Risk")),
                ),
                spec::Field::new("orderid", spec::Shape::Text),
            ],
        },
        spec::Object {
            name: "Risk",
            schema: "/reply/properties/result/properties/data/items",
            fields: &[
                spec::Field::new("CaseNo", spec::Shape::Text),
                spec::Field::new("Date", spec::Shape::Text),
                spec::Field::new("ExecuteGov", spec::Shape::Text),
                spec::Field::new("Id", spec::Shape::Text),
                spec::Field::new("PersonName", spec::Shape::Text),
                spec::Field::new(
                    "Relation",
                    spec::Shape::List(&spec::Shape::Object("Relation")),
                ),
            ],
        },
        spec::Object {
            name: "Relation",
            schema: "/reply/properties/result/properties/data/items/properties/Relation/items",
            fields: &[
                spec::Field::new("Type", spec::Shape::Text),
                spec::Field::new("TypeDesc", spec::Shape::Text),
                spec::Field::new("Value", spec::Shape::Text),
            ],
        },
    ],
    none: None,
    returned: None,
    paging: Some(spec::Paging::Page {
        parameter: "pageIndex",
        first: 1,
        size_parameter: Some("pageSize"),
        size: 10,
    }),
};

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Request {
    /// The company's name, registration number, unified social credit code or KeyNo.
    ///
    /// 公司名、注册号、社会统一信用代码，KeyNo (string, 必填 是)
    ///
    /// Not empty.
    #[cfg_attr(feature = "schemars", schemars(length(min = 1)))]
    pub keyword: wire::Personal,
    /// The person's name.
    ///
    /// 人员姓名 (string, 必填 是)
    ///
    /// Not empty. Says something of a person: masked in Debug.
    #[cfg_attr(feature = "schemars", schemars(length(min = 1)))]
    pub realname: wire::Personal,
    /// Which list is asked.
    ///
    /// 1：失信；2：被执行；3：限制消费 (string, 必填 是)
    ///
    /// On the wire: `type`.
    #[cfg_attr(feature = "schemars", schemars(rename = "type"))]
    pub type_: ListType,
    /// Which page, counted from 1.
    ///
    /// 请求页码，默认为1 (int, 必填 否)
    ///
    /// On the wire: `pageIndex`. At least 1. Left out, the vendor assumes `1`.
    ///
    /// That pages count from 1 is inferred from the default.
    #[cfg_attr(feature = "schemars", schemars(rename = "pageIndex", range(min = 1)))]
    pub page_index: Option<i64>,
    /// How many records a page holds.
    ///
    /// 请求数据条数，默认10条 (int, 必填 否)
    ///
    /// On the wire: `pageSize`. At least 1. Left out, the vendor assumes `10`.
    ///
    /// The document prints no maximum, and no minimum: that a page holds at least 1 record is inferred.
    #[cfg_attr(feature = "schemars", schemars(rename = "pageSize", range(min = 1)))]
    pub page_size: Option<i64>,
}

impl Request {
    /// A request with what the document requires.
    ///
    /// `keyword`: The company's name, registration number, unified social credit code or KeyNo.
    ///
    /// `realname`: The person's name.
    ///
    /// `type_`: Which list is asked.
    #[must_use]
    pub fn new(
        keyword: impl Into<wire::Personal>,
        realname: impl Into<wire::Personal>,
        type_: ListType,
    ) -> Self {
        Self {
            keyword: keyword.into(),
            realname: realname.into(),
            type_,
            page_index: None,
            page_size: None,
        }
    }

    /// Which page, counted from 1.
    #[must_use]
    pub fn page_index(mut self, page_index: i64) -> Self {
        self.page_index = Some(page_index);
        self
    }

    /// How many records a page holds.
    #[must_use]
    pub fn page_size(mut self, page_size: i64) -> Self {
        self.page_size = Some(page_size);
        self
    }
}

impl operation::Request for Request {
    type Reply = Reply;
    const OPERATION: &'static spec::Operation = &OPERATION;

    fn arguments(&self) -> request::Arguments {
        let mut arguments = request::Arguments::new();
        arguments.push("keyword", self.keyword.as_str());
        arguments.push("realname", self.realname.as_str());
        arguments.push("type", self.type_.as_wire());
        if let Some(value) = &self.page_index {
            arguments.push("pageIndex", value.to_string());
        }
        if let Some(value) = &self.page_size {
            arguments.push("pageSize", value.to_string());
        }
        arguments
    }
}

/// Which list is asked.
///
/// 1：失信；2：被执行；3：限制消费
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ListType {
    /// `1` 失信: Dishonest judgment debtors.
    Dishonest,
    /// `2` 被执行: Persons subject to enforcement.
    Enforced,
    /// `3` 限制消费: Restrictions of consumption.
    ConsumptionRestricted,
}

impl ListType {
    /// Every documented value.
    pub const ALL: &'static [Self] = &[
        Self::Dishonest,
        Self::Enforced,
        Self::ConsumptionRestricted,
    ];

    /// The value on the wire.
    #[must_use]
    pub fn as_wire(self) -> &'static str {
        match self {
            Self::Dishonest => "1",
            Self::Enforced => "2",
            Self::ConsumptionRestricted => "3",
        }
    }

    /// The documented value of that wire text.
    #[must_use]
    pub fn from_wire(value: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|known| known.as_wire() == value)
    }
}

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for ListType {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "ListType".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        const VALUES: &[(&str, &str)] = &[
            ("1", "失信"),
            ("2", "被执行"),
            ("3", "限制消费"),
        ];
        let values = VALUES
            .iter()
            .map(|(value, meaning)| {
                schemars::json_schema!({ "const" : value, "description" : meaning })
            });
        schemars::json_schema!(
            { "type" : "string", "oneOf" : values.collect:: < Vec < _ >> () }
        )
    }
}

/// What is answered.
///
/// The whole reply of 聚合数据 (Juhe Data), envelope included.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    serde(default),
    schemars(transform = wire::without_defaults)
)]
#[cfg_attr(feature = "schemars", schemars(extend("required" = vec!["error_code"])))]
#[non_exhaustive]
pub struct Reply {
    /// The message that goes with the status code.
    ///
    /// In the example only; no table describes it.
    pub reason: wire::Field<wire::Text>,
    /// The result of the query: one page of records.
    ///
    /// In the example only; no table describes it.
    pub result: wire::Field<Page>,
    /// The status code of the reply.
    ///
    /// In the example, and in the headings of the tables of codes; no table of fields describes it.
    pub error_code: wire::Field<i64>,
    /// Fields that the document does not list, and those that cannot be read.
    #[cfg_attr(feature = "schemars", serde(flatten))]
    pub extra: wire::Extra,
}

impl operation::Reply for Reply {
    type Record = Risk;

    fn records(&self) -> &[Risk] {
        self.result.get().map_or(&[], |value| value.data.as_slice())
    }

    fn into_records(self) -> Vec<Risk> {
        self.result
            .into_option()
            .and_then(|value| value.data.into_option())
            .unwrap_or_default()
    }

    fn total(&self) -> Option<i64> {
        self.result.get().and_then(|value| value.total_records.get()).copied()
    }
}

/// The result of the query: one page of records.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    serde(default),
    schemars(transform = wire::without_defaults)
)]
#[non_exhaustive]
pub struct Page {
    /// How many records a page holds.
    ///
    /// On the wire: `pageSize`.
    ///
    /// In the example only; no table describes it.
    #[cfg_attr(feature = "schemars", serde(rename = "pageSize"))]
    pub page_size: wire::Field<i64>,
    /// Which page this is, counted from 1.
    ///
    /// On the wire: `pageIndex`.
    ///
    /// In the example only; no table describes it.
    #[cfg_attr(feature = "schemars", serde(rename = "pageIndex"))]
    pub page_index: wire::Field<i64>,
    /// How many records there are in all.
    ///
    /// On the wire: `totalRecords`.
    ///
    /// In the example only; no table describes it.
    #[cfg_attr(feature = "schemars", serde(rename = "totalRecords"))]
    pub total_records: wire::Field<i64>,
    /// The records.
    ///
    /// In the example only; no table describes it.
    pub data: wire::Field<Vec<Risk>>,
    /// The number of an order; that it is the vendor's number for this call is inferred.
    ///
    /// In the example only; no table describes it.
    pub orderid: wire::Field<wire::Text>,
    /// Fields that the document does not list, and those that cannot be read.
    #[cfg_attr(feature = "schemars", serde(flatten))]
    pub extra: wire::Extra,
}

/// One record of the list that was asked.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    serde(default),
    schemars(transform = wire::without_defaults)
)]
#[non_exhaustive]
pub struct Risk {
    /// The case number.
    ///
    /// 案号 (String)
    ///
    /// On the wire: `CaseNo`. Denotes a court's case number.
    #[cfg_attr(feature = "schemars", serde(rename = "CaseNo"))]
    pub case_no: wire::Field<wire::Text>,
    /// The day of publication.
    ///
    /// 发布日期 (String)
    ///
    /// On the wire: `Date`. Denotes a date.
    #[cfg_attr(feature = "schemars", serde(rename = "Date"))]
    pub date: wire::Field<wire::Text>,
    /// The enforcing court.
    ///
    /// 执行法院 (String)
    ///
    /// On the wire: `ExecuteGov`.
    #[cfg_attr(feature = "schemars", serde(rename = "ExecuteGov"))]
    pub execute_gov: wire::Field<wire::Text>,
    /// The record's id.
    ///
    /// Id (String)
    ///
    /// On the wire: `Id`.
    #[cfg_attr(feature = "schemars", serde(rename = "Id"))]
    pub id: wire::Field<wire::Text>,
    /// The person's name.
    ///
    /// 姓名 (String)
    ///
    /// On the wire: `PersonName`. Says something of a person: masked in Debug.
    #[cfg_attr(feature = "schemars", serde(rename = "PersonName"))]
    pub person_name: wire::Field<wire::Personal>,
    /// What is related to the record.
    ///
    /// 关系实体 (jsonArray)
    ///
    /// On the wire: `Relation`.
    #[cfg_attr(feature = "schemars", serde(rename = "Relation"))]
    pub relation: wire::Field<Vec<Relation>>,
    /// Fields that the document does not list, and those that cannot be read.
    #[cfg_attr(feature = "schemars", serde(flatten))]
    pub extra: wire::Extra,
}

/// A kind of information and what it says.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    serde(default),
    schemars(transform = wire::without_defaults)
)]
#[non_exhaustive]
pub struct Relation {
    /// The kind of information, as a code; the example shows 1 with 失信信息. No list of codes is printed.
    ///
    /// 类型 (String)
    ///
    /// On the wire: `Type`.
    #[cfg_attr(feature = "schemars", serde(rename = "Type"))]
    pub type_: wire::Field<wire::Text>,
    /// The kind of information in words.
    ///
    /// 类型描述 (String)
    ///
    /// On the wire: `TypeDesc`.
    #[cfg_attr(feature = "schemars", serde(rename = "TypeDesc"))]
    pub type_desc: wire::Field<wire::Text>,
    /// How far the debtor has performed.
    ///
    /// 履行情况 (String)
    ///
    /// On the wire: `Value`.
    #[cfg_attr(feature = "schemars", serde(rename = "Value"))]
    pub value: wire::Field<wire::Text>,
    /// Fields that the document does not list, and those that cannot be read.
    #[cfg_attr(feature = "schemars", serde(flatten))]
    pub extra: wire::Extra,
}

wire::objects! {
    Reply {
        "reason" => reason,
        "result" => result,
        "error_code" => error_code,
    }
    Page {
        "pageSize" => page_size,
        "pageIndex" => page_index,
        "totalRecords" => total_records,
        "data" => data,
        "orderid" => orderid,
    }
    Risk {
        "CaseNo" => case_no,
        "Date" => date,
        "ExecuteGov" => execute_gov,
        "Id" => id,
        "PersonName" => person_name,
        "Relation" => relation,
    }
    Relation {
        "Type" => type_,
        "TypeDesc" => type_desc,
        "Value" => value,
    }
}
