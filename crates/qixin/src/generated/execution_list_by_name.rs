// Made by `cargo xtask codegen --vendor qixin` from schemas/qixin/execution_list_by_name.json. Do not edit.

//! Enterprises on the list of dishonest judgment debtors (失信被执行企业).
//!
//! Source: 5.5 失信被执行企业, section 5.5.
//!
//! The document says:
//!
//! - The records hold the court, the legal representative, the performance, the conduct and more. 包含执行法院、法定代表人、被执行人履行情况及行为具体情形等 (1、接口介绍)

use zhixing_core::{operation, record, request, sign, spec, wire};

/// The operation, as its document describes it.
pub static OPERATION: spec::Operation = spec::Operation {
    vendor: &super::VENDOR,
    name: "execution_list_by_name",
    title: spec::Bilingual {
        zh: "失信被执行企业",
        en: "Enterprises on the list of dishonest judgment debtors",
    },
    section: "5.5",
    lists: &[record::Kind::Dishonest],
    method: spec::Method::Get,
    path: "/APIService/execution/getExecutionListByName",
    parameters: &[
        spec::Parameter {
            name: "keyword",
            required: true,
            default: None,
            place: sign::Place::Query,
            rule: spec::Rule::Text {
                min: 1,
                max: None,
            },
            role: Some(spec::Role::Subject),
            personal: true,
            description: "The enterprise's full name, registration number or unified social credit code.",
            verbatim: "企业全名/注册号/统一社会信用代码",
        },
        spec::Parameter {
            name: "skip",
            required: false,
            default: Some("0"),
            place: sign::Place::Query,
            rule: spec::Rule::Integer {
                min: Some(0),
                max: None,
            },
            role: None,
            personal: false,
            description: "How many entries to skip.",
            verbatim: "跳过条目数（默认为 0）",
        },
    ],
    envelope: spec::Envelope {
        code: &["status"],
        message: &["message"],
        payload: Some(&["data"]),
        order_number: None,
    },
    reply: &[
        spec::Object {
            name: "Reply",
            schema: "/reply",
            fields: &[
                spec::Field::required("status", spec::Shape::Text),
                spec::Field::new("message", spec::Shape::Text),
                spec::Field::new("sign", spec::Shape::Text),
                spec::Field::new(
                    "data",
                    spec::Shape::Or(
                        &[
                            spec::Instead::Null,
                            spec::Instead::EmptyText,
                            spec::Instead::EmptyList,
                        ],
                        &spec::Shape::Object("Data"),
                    ),
                ),
            ],
        },
        spec::Object {
            name: "Data",
            schema: "/reply/properties/data",
            fields: &[
                spec::Field::new("total", spec::Shape::Integer),
                spec::Field::new("num", spec::Shape::Integer),
                spec::Field::new(
                    "items",
                    spec::Shape::List(&spec::Shape::Object("Item")),
                ),
            ],
        },
        spec::Object {
            name: "Item",
            schema: "/reply/properties/data/properties/items/items",
            fields: &[
                spec::Field::new("court", spec::Shape::Text),
                spec::Field::new("oper_name", spec::Shape::Text),
                spec::Field::new("province", spec::Shape::Text),
                spec::Field::new("doc_number", spec::Shape::Text),
                spec::Field::new("date", spec::Shape::Text),
                spec::Field::new("case_number", spec::Shape::Text),
                spec::Field::new("ex_department", spec::Shape::Text),
                spec::Field::new("final_duty", spec::Shape::Text),
                spec::Field::new("execution_status", spec::Shape::Text),
                spec::Field::new("execution_desc", spec::Shape::Text),
                spec::Field::new("publish_date", spec::Shape::Text),
                spec::Field::new("number", spec::Shape::Text),
                spec::Field::new("disabled", <Disabled as wire::OpenEnum>::SHAPE),
            ],
        },
    ],
    none: None,
    returned: Some(&["data", "num"]),
    paging: Some(spec::Paging::Offset {
        parameter: "skip",
        size: 20,
    }),
};

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Request {
    /// The enterprise's full name, registration number or unified social credit code.
    ///
    /// 企业全名/注册号/统一社会信用代码 (String, 必填 是)
    ///
    /// Not empty.
    #[cfg_attr(feature = "schemars", schemars(length(min = 1)))]
    pub keyword: wire::Personal,
    /// How many entries to skip.
    ///
    /// 跳过条目数（默认为 0） (Number, 必填 否)
    ///
    /// At least 0. Left out, the vendor assumes `0`.
    #[cfg_attr(feature = "schemars", schemars(range(min = 0)))]
    pub skip: Option<i64>,
}

impl Request {
    /// A request with what the document requires.
    ///
    /// `keyword`: The enterprise's full name, registration number or unified social credit code.
    #[must_use]
    pub fn new(keyword: impl Into<wire::Personal>) -> Self {
        Self {
            keyword: keyword.into(),
            skip: None,
        }
    }

    /// How many entries to skip.
    #[must_use]
    pub fn skip(mut self, skip: i64) -> Self {
        self.skip = Some(skip);
        self
    }
}

impl operation::Request for Request {
    type Reply = Reply;
    const OPERATION: &'static spec::Operation = &OPERATION;

    fn arguments(&self) -> request::Arguments {
        let mut arguments = request::Arguments::new();
        arguments.push("keyword", self.keyword.as_str());
        if let Some(value) = &self.skip {
            arguments.push("skip", value.to_string());
        }
        arguments
    }
}

/// What is answered.
///
/// The whole reply of 启信宝 (Qixinbao), envelope included.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    serde(default),
    schemars(transform = wire::without_defaults)
)]
#[cfg_attr(feature = "schemars", schemars(extend("required" = vec!["status"])))]
#[non_exhaustive]
pub struct Reply {
    /// The status code of the reply.
    ///
    /// 返回结果状态 (String)
    pub status: wire::Field<wire::Text>,
    /// The message that goes with the status code.
    ///
    /// 返回结果消息 (String)
    pub message: wire::Field<wire::Text>,
    /// The signature over `data`.
    ///
    /// 数据签名 (String)
    pub sign: wire::Field<wire::Text>,
    /// The result of the query: at most 20 records a call, empty when nothing matches.
    ///
    /// 返回查询结果，每次调用返回 20 条记录，如果没有匹配记录则返回为空。具体字段含义见下表 (Array)
    ///
    /// `[]` may stand where an object is promised. `null` where there is none. Empty text where there is none.
    ///
    /// The document contradicts itself: Declared Array; the example shows an object.
    ///
    /// What stands here when nothing matches is not said: null, \[\], {} and "" are all read as empty.
    pub data: wire::Field<Data>,
    /// Fields that the document does not list, and those that cannot be read.
    #[cfg_attr(feature = "schemars", serde(flatten))]
    pub extra: wire::Extra,
}

impl operation::Reply for Reply {
    type Record = Item;

    fn records(&self) -> &[Item] {
        self.data.get().map_or(&[], |value| value.items.as_slice())
    }

    fn into_records(self) -> Vec<Item> {
        self.data
            .into_option()
            .and_then(|value| value.items.into_option())
            .unwrap_or_default()
    }

    fn total(&self) -> Option<i64> {
        self.data.get().and_then(|value| value.total.get()).copied()
    }
}

/// The result of the query: at most 20 records a call, empty when nothing matches.
///
/// 返回查询结果，每次调用返回 20 条记录，如果没有匹配记录则返回为空。具体字段含义见下表
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    serde(default),
    schemars(transform = wire::without_defaults)
)]
#[non_exhaustive]
pub struct Data {
    /// How many records there are in all.
    ///
    /// 返回列表中记录总数 (Number)
    pub total: wire::Field<i64>,
    /// How many records this call returned.
    ///
    /// 本次调用返回记录数 (Number)
    pub num: wire::Field<i64>,
    /// The records.
    ///
    /// 失信人信息列表 (Array)
    pub items: wire::Field<Vec<Item>>,
    /// Fields that the document does not list, and those that cannot be read.
    #[cfg_attr(feature = "schemars", serde(flatten))]
    pub extra: wire::Extra,
}

/// One entry of the list of dishonest judgment debtors. It does not name the debtor: the query does.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    serde(default),
    schemars(transform = wire::without_defaults)
)]
#[non_exhaustive]
pub struct Item {
    /// The enforcing court.
    ///
    /// 执行法院 (String)
    pub court: wire::Field<wire::Text>,
    /// The legal representative.
    ///
    /// 法定代表人 (String)
    ///
    /// Says something of a person: masked in Debug.
    pub oper_name: wire::Field<wire::Personal>,
    /// The province.
    ///
    /// 省份 (String)
    pub province: wire::Field<wire::Text>,
    /// The number of the document that is enforced.
    ///
    /// 执行依据文号 (String)
    ///
    /// Denotes a court's case number.
    pub doc_number: wire::Field<wire::Text>,
    /// The day on which the case was filed.
    ///
    /// 立案时间 (String)
    ///
    /// Denotes a date.
    pub date: wire::Field<wire::Text>,
    /// The number of the enforcement case.
    ///
    /// 案号 (String)
    ///
    /// Denotes a court's case number.
    pub case_number: wire::Field<wire::Text>,
    /// The authority that made the document that is enforced.
    ///
    /// 做出执行依据单位 (String)
    pub ex_department: wire::Field<wire::Text>,
    /// The duty that the effective legal document lays down.
    ///
    /// 生效法律文书确定的义务 (String)
    ///
    /// Says something of a person: masked in Debug.
    pub final_duty: wire::Field<wire::Personal>,
    /// How far the debtor has performed.
    ///
    /// 被执行人履行情况 (String)
    pub execution_status: wire::Field<wire::Text>,
    /// The conduct for which the debtor was listed.
    ///
    /// 失信被执行人行为具体情形 (String)
    pub execution_desc: wire::Field<wire::Text>,
    /// The day of publication.
    ///
    /// 发布日期 (String)
    ///
    /// Denotes a date.
    pub publish_date: wire::Field<wire::Text>,
    /// The organisation code of the debtor.
    ///
    /// 组织机构号 (String)
    ///
    /// Written in several formats.
    ///
    /// The example prints it with a hyphen and without: 96574785-6 and 965747856.
    pub number: wire::Field<wire::Text>,
    /// Whether the entry is on the list now or was in the past.
    ///
    /// 0：当前公示信息；1：历史公示信息 (String)
    pub disabled: wire::Field<Disabled>,
    /// Fields that the document does not list, and those that cannot be read.
    #[cfg_attr(feature = "schemars", serde(flatten))]
    pub extra: wire::Extra,
}

/// Whether the entry is on the list now or was in the past.
///
/// 0：当前公示信息；1：历史公示信息
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Disabled {
    /// `0` 当前公示信息: Published now.
    Current,
    /// `1` 历史公示信息: Published in the past.
    History,
    /// A value that the document does not list.
    Unknown(wire::Unknown),
}

impl wire::OpenEnum for Disabled {
    const KNOWN: &'static [(&'static str, &'static str)] = &[
        ("0", "当前公示信息"),
        ("1", "历史公示信息"),
    ];
    const INTEGER: bool = false;

    fn from_wire(value: &str) -> Self {
        match value {
            "0" => Self::Current,
            "1" => Self::History,
            other => Self::Unknown(wire::Unknown::undocumented(other)),
        }
    }

    fn as_wire(&self) -> &str {
        match self {
            Self::Current => "0",
            Self::History => "1",
            Self::Unknown(value) => value.as_str(),
        }
    }
}

wire::objects! {
    Reply {
        "status" => status,
        "message" => message,
        "sign" => sign,
        "data" => data,
    }
    Data {
        "total" => total,
        "num" => num,
        "items" => items,
    }
    Item {
        "court" => court,
        "oper_name" => oper_name,
        "province" => province,
        "doc_number" => doc_number,
        "date" => date,
        "case_number" => case_number,
        "ex_department" => ex_department,
        "final_duty" => final_duty,
        "execution_status" => execution_status,
        "execution_desc" => execution_desc,
        "publish_date" => publish_date,
        "number" => number,
        "disabled" => disabled,
    }
}
wire::open_enum!(Disabled);
