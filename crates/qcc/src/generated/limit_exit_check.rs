// Made by `cargo xtask codegen --vendor qcc` from schemas/qcc/limit_exit_check.json. Do not edit.

//! Check for restrictions on leaving the country (限制出境核查).
//!
//! Source: 限制出境核查, section 6.3.1.
//!
//! The method is listed as GetList. Token and Timespan are headers (6.1); the printed example of a request shows the query alone.
//!
//! The document says:
//!
//! - A keyword finds judgment debtors who may not leave the country; the reply includes the named fields and is not limited to them. 通过搜索关键字获取所查询的限制出境被执行人信息，返回包括但不限于案号、限制出境对象、被执行人信息、申请执行人、执行标的金额、承办法院等信息。 (1、接口介绍)
//! - Replies are JSON. 支持格式: JSON (6.3.1 限制出境核查)
//! - Pages are numbered; without a number the first is meant. 页码, 默认第一页 (6.3.1 限制出境核查)

use zhixing_core::{operation, record, request, sign, spec, wire};

/// The operation, as its document describes it.
pub static OPERATION: spec::Operation = spec::Operation {
    vendor: &super::VENDOR,
    name: "limit_exit_check",
    title: spec::Bilingual {
        zh: "限制出境核查",
        en: "Check for restrictions on leaving the country",
    },
    section: "6.3.1",
    lists: &[record::Kind::ExitRestricted],
    method: spec::Method::Get,
    path: "/api/yj/LimitExitCheck/GetList",
    parameters: &[
        spec::Parameter {
            name: "searchKey",
            required: true,
            default: None,
            place: sign::Place::Query,
            rule: spec::Rule::Text {
                min: 2,
                max: None,
            },
            role: Some(spec::Role::Subject),
            personal: true,
            description: "The search keyword: a company's name, registration number or unified social credit code.",
            verbatim: "搜索关键字(公司名、注册号、统一社会信用代码)",
        },
        spec::Parameter {
            name: "pageIndex",
            required: false,
            default: Some("1"),
            place: sign::Place::Query,
            rule: spec::Rule::Integer {
                min: Some(1),
                max: None,
            },
            role: None,
            personal: false,
            description: "The number of the page; the first by default.",
            verbatim: "页码, 默认第一页",
        },
        spec::Parameter {
            name: "pageSize",
            required: false,
            default: Some("10"),
            place: sign::Place::Query,
            rule: spec::Rule::Integer {
                min: Some(1),
                max: Some(20),
            },
            role: None,
            personal: false,
            description: "Records on a page: 10 by default, 20 at most.",
            verbatim: "每页条数, 默认为 10, 最大不超过 20",
        },
    ],
    envelope: spec::Envelope {
        code: &["Status"],
        message: &["Message"],
        payload: Some(&["Result"]),
        order_number: Some(&["OrderNumber"]),
    },
    reply: &[
        spec::Object {
            name: "Reply",
            schema: "/reply",
            fields: &[
                spec::Field::new("Paging", spec::Shape::Object("Paging")),
                spec::Field::new("Result", spec::Shape::Object("CheckResult")),
                spec::Field::required("Status", spec::Shape::Text),
                spec::Field::new("Message", spec::Shape::Text),
                spec::Field::new("OrderNumber", spec::Shape::Text),
            ],
        },
        spec::Object {
            name: "Paging",
            schema: "/reply/properties/Paging",
            fields: &[
                spec::Field::new("PageSize", spec::Shape::Integer),
                spec::Field::new("PageIndex", spec::Shape::Integer),
                spec::Field::new("TotalRecords", spec::Shape::Integer),
            ],
        },
        spec::Object {
            name: "CheckResult",
            schema: "/reply/properties/Result",
            fields: &[
                spec::Field::new(
                    "VerifyResult",
                    <VerifyResult as wire::OpenEnum>::SHAPE,
                ),
                spec::Field::new(
                    "Data",
                    spec::Shape::List(&spec::Shape::Object("Restriction")),
                ),
            ],
        },
        spec::Object {
            name: "Restriction",
            schema: "/reply/properties/Result/properties/Data/items",
            fields: &[
                spec::Field::new("CaseNo", spec::Shape::Text),
                spec::Field::new(
                    "LimitList",
                    spec::Shape::List(&spec::Shape::Object("LimitedParty")),
                ),
                spec::Field::new(
                    "ExecutedList",
                    spec::Shape::List(&spec::Shape::Object("ExecutedParty")),
                ),
                spec::Field::new("ExecutedAddress", spec::Shape::Text),
                spec::Field::new(
                    "ApplicantList",
                    spec::Shape::List(&spec::Shape::Object("Applicant")),
                ),
                spec::Field::new("Amount", spec::Shape::Text),
                spec::Field::new("Court", spec::Shape::Text),
                spec::Field::new("CourtTel", spec::Shape::Text),
                spec::Field::new("PublishDate", spec::Shape::Text),
            ],
        },
        spec::Object {
            name: "LimitedParty",
            schema: "/reply/properties/Result/properties/Data/items/properties/LimitList/items",
            fields: &[
                spec::Field::new("KeyNo", spec::Shape::Text),
                spec::Field::new("Name", spec::Shape::Text),
            ],
        },
        spec::Object {
            name: "ExecutedParty",
            schema: "/reply/properties/Result/properties/Data/items/properties/ExecutedList/items",
            fields: &[
                spec::Field::new("KeyNo", spec::Shape::Text),
                spec::Field::new("Name", spec::Shape::Text),
            ],
        },
        spec::Object {
            name: "Applicant",
            schema: "/reply/properties/Result/properties/Data/items/properties/ApplicantList/items",
            fields: &[
                spec::Field::new("KeyNo", spec::Shape::Text),
                spec::Field::new("Name", spec::Shape::Text),
            ],
        },
    ],
    none: Some(spec::NoneMarker {
        path: &["Result", "VerifyResult"],
        value: "0",
    }),
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
    /// The search keyword: a company's name, registration number or unified social credit code.
    ///
    /// 搜索关键字(公司名、注册号、统一社会信用代码) (String, 必填 Y)
    ///
    /// On the wire: `searchKey`. At least 2 characters.
    ///
    /// The table gives no length; code 213 says that a parameter's must not be less than 2. That the characters of searchKey are meant is inferred.
    #[cfg_attr(feature = "schemars", schemars(rename = "searchKey", length(min = 2)))]
    pub search_key: wire::Personal,
    /// The number of the page; the first by default.
    ///
    /// 页码, 默认第一页 (String, 必填 N)
    ///
    /// On the wire: `pageIndex`. At least 1. Left out, the vendor assumes `1`.
    ///
    /// The document contradicts itself: Printed as String; what it holds is a number.
    ///
    /// Pages count from 1 (默认第一页, and PageIndex 1 in the example).
    #[cfg_attr(feature = "schemars", schemars(rename = "pageIndex", range(min = 1)))]
    pub page_index: Option<i64>,
    /// Records on a page: 10 by default, 20 at most.
    ///
    /// 每页条数, 默认为 10, 最大不超过 20 (String, 必填 N)
    ///
    /// On the wire: `pageSize`. From 1 to 20. Left out, the vendor assumes `10`.
    ///
    /// The document contradicts itself: Printed as String; what it holds is a number.
    ///
    /// No minimum is printed: that a page holds at least 1 record is inferred.
    #[cfg_attr(
        feature = "schemars",
        schemars(rename = "pageSize", range(min = 1, max = 20))
    )]
    pub page_size: Option<i64>,
}

impl Request {
    /// A request with what the document requires.
    ///
    /// `search_key`: The search keyword: a company's name, registration number or unified social credit code.
    #[must_use]
    pub fn new(search_key: impl Into<wire::Personal>) -> Self {
        Self {
            search_key: search_key.into(),
            page_index: None,
            page_size: None,
        }
    }

    /// The number of the page; the first by default.
    #[must_use]
    pub fn page_index(mut self, page_index: i64) -> Self {
        self.page_index = Some(page_index);
        self
    }

    /// Records on a page: 10 by default, 20 at most.
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
        arguments.push("searchKey", self.search_key.as_str());
        if let Some(value) = &self.page_index {
            arguments.push("pageIndex", value.to_string());
        }
        if let Some(value) = &self.page_size {
            arguments.push("pageSize", value.to_string());
        }
        arguments
    }
}

/// What is answered.
///
/// The whole reply of 企查查 (Qichacha), envelope included.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    serde(default),
    schemars(transform = wire::without_defaults)
)]
#[cfg_attr(feature = "schemars", schemars(extend("required" = vec!["Status"])))]
#[non_exhaustive]
pub struct Reply {
    /// Where this page stands among all.
    ///
    /// On the wire: `Paging`.
    ///
    /// In the example only; no table describes it.
    #[cfg_attr(feature = "schemars", serde(rename = "Paging"))]
    pub paging: wire::Field<Paging>,
    /// The result of the check.
    ///
    /// On the wire: `Result`.
    ///
    /// Heads a table of its own, without type or description.
    #[cfg_attr(feature = "schemars", serde(rename = "Result"))]
    pub result: wire::Field<CheckResult>,
    /// The status code of the reply.
    ///
    /// On the wire: `Status`.
    ///
    /// In the example only; no table describes it.
    #[cfg_attr(feature = "schemars", serde(rename = "Status"))]
    pub status: wire::Field<wire::Text>,
    /// The message that goes with the status code.
    ///
    /// On the wire: `Message`.
    ///
    /// In the example only; no table describes it.
    #[cfg_attr(feature = "schemars", serde(rename = "Message"))]
    pub message: wire::Field<wire::Text>,
    /// The number of an order; that it is the vendor's number for this call is inferred.
    ///
    /// On the wire: `OrderNumber`.
    ///
    /// In the example only; no table describes it.
    #[cfg_attr(feature = "schemars", serde(rename = "OrderNumber"))]
    pub order_number: wire::Field<wire::Text>,
    /// Fields that the document does not list, and those that cannot be read.
    #[cfg_attr(feature = "schemars", serde(flatten))]
    pub extra: wire::Extra,
}

impl operation::Reply for Reply {
    type Record = Restriction;

    fn records(&self) -> &[Restriction] {
        self.result.get().map_or(&[], |value| value.data.as_slice())
    }

    fn into_records(self) -> Vec<Restriction> {
        self.result
            .into_option()
            .and_then(|value| value.data.into_option())
            .unwrap_or_default()
    }

    fn total(&self) -> Option<i64> {
        self.paging.get().and_then(|value| value.total_records.get()).copied()
    }
}

/// Where this page stands among all.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    serde(default),
    schemars(transform = wire::without_defaults)
)]
#[non_exhaustive]
pub struct Paging {
    /// Records on a page.
    ///
    /// On the wire: `PageSize`.
    ///
    /// In the example only; no table describes it.
    #[cfg_attr(feature = "schemars", serde(rename = "PageSize"))]
    pub page_size: wire::Field<i64>,
    /// The number of this page.
    ///
    /// On the wire: `PageIndex`.
    ///
    /// In the example only; no table describes it.
    #[cfg_attr(feature = "schemars", serde(rename = "PageIndex"))]
    pub page_index: wire::Field<i64>,
    /// How many records there are in all.
    ///
    /// On the wire: `TotalRecords`.
    ///
    /// In the example only; no table describes it.
    #[cfg_attr(feature = "schemars", serde(rename = "TotalRecords"))]
    pub total_records: wire::Field<i64>,
    /// Fields that the document does not list, and those that cannot be read.
    #[cfg_attr(feature = "schemars", serde(flatten))]
    pub extra: wire::Extra,
}

/// The result of the check.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    serde(default),
    schemars(transform = wire::without_defaults)
)]
#[non_exhaustive]
pub struct CheckResult {
    /// Whether there is data.
    ///
    /// 数据是否存在(1-存在, 0-不存在) (Int32, 长度 1)
    ///
    /// On the wire: `VerifyResult`.
    #[cfg_attr(feature = "schemars", serde(rename = "VerifyResult"))]
    pub verify_result: wire::Field<VerifyResult>,
    /// The records.
    ///
    /// 数据信息 (List\<Object>, 长度 -)
    ///
    /// On the wire: `Data`.
    #[cfg_attr(feature = "schemars", serde(rename = "Data"))]
    pub data: wire::Field<Vec<Restriction>>,
    /// Fields that the document does not list, and those that cannot be read.
    #[cfg_attr(feature = "schemars", serde(flatten))]
    pub extra: wire::Extra,
}

/// Whether there is data.
///
/// 数据是否存在(1-存在, 0-不存在)
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum VerifyResult {
    /// `1` 存在: There is data.
    Exists,
    /// `0` 不存在: There is none.
    NotExists,
    /// A value that the document does not list.
    Unknown(wire::Unknown),
}

impl wire::OpenEnum for VerifyResult {
    const KNOWN: &'static [(&'static str, &'static str)] = &[
        ("1", "存在"),
        ("0", "不存在"),
    ];
    const INTEGER: bool = true;

    fn from_wire(value: &str) -> Self {
        match value {
            "1" => Self::Exists,
            "0" => Self::NotExists,
            other => Self::Unknown(wire::Unknown::undocumented(other)),
        }
    }

    fn as_wire(&self) -> &str {
        match self {
            Self::Exists => "1",
            Self::NotExists => "0",
            Self::Unknown(value) => value.as_str(),
        }
    }
}

/// One restriction on leaving the country.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    serde(default),
    schemars(transform = wire::without_defaults)
)]
#[non_exhaustive]
pub struct Restriction {
    /// The number of the enforcement case.
    ///
    /// 案号 (String, 长度 32)
    ///
    /// On the wire: `CaseNo`. Denotes a court's case number.
    #[cfg_attr(feature = "schemars", serde(rename = "CaseNo"))]
    pub case_no: wire::Field<wire::Text>,
    /// The parties who may not leave the country.
    ///
    /// 限制出境对象 (List\<Object>, 长度 -)
    ///
    /// On the wire: `LimitList`.
    #[cfg_attr(feature = "schemars", serde(rename = "LimitList"))]
    pub limit_list: wire::Field<Vec<LimitedParty>>,
    /// The judgment debtors.
    ///
    /// 被执行人 (List\<Object>, 长度 -)
    ///
    /// On the wire: `ExecutedList`.
    #[cfg_attr(feature = "schemars", serde(rename = "ExecutedList"))]
    pub executed_list: wire::Field<Vec<ExecutedParty>>,
    /// The address of the judgment debtor.
    ///
    /// 被执行人地址 (String, 长度 128)
    ///
    /// On the wire: `ExecutedAddress`. Says something of a person: masked in Debug.
    #[cfg_attr(feature = "schemars", serde(rename = "ExecutedAddress"))]
    pub executed_address: wire::Field<wire::Personal>,
    /// The applicants for enforcement.
    ///
    /// 申请执行入 (List\<Object>, 长度 -)
    ///
    /// On the wire: `ApplicantList`.
    ///
    /// The document prints 入 for 人 and wraps the type: List\<Obj / ect>.
    #[cfg_attr(feature = "schemars", serde(rename = "ApplicantList"))]
    pub applicant_list: wire::Field<Vec<Applicant>>,
    /// The amount to be enforced, in yuan.
    ///
    /// 执行标的金额（元） (String, 长度 32)
    ///
    /// On the wire: `Amount`. Denotes an amount in yuan.
    #[cfg_attr(feature = "schemars", serde(rename = "Amount"))]
    pub amount: wire::Field<wire::Text>,
    /// The court that handles the case.
    ///
    /// 承办法院 (String, 长度 128)
    ///
    /// On the wire: `Court`.
    #[cfg_attr(feature = "schemars", serde(rename = "Court"))]
    pub court: wire::Field<wire::Text>,
    /// The telephone number of the court.
    ///
    /// 承办法院联系电话 (String, 长度 32)
    ///
    /// On the wire: `CourtTel`. Says something of a person: masked in Debug.
    #[cfg_attr(feature = "schemars", serde(rename = "CourtTel"))]
    pub court_tel: wire::Field<wire::Personal>,
    /// The day of publication.
    ///
    /// 发布日期，精确到天 (String, 长度 20)
    ///
    /// On the wire: `PublishDate`. Denotes a date.
    #[cfg_attr(feature = "schemars", serde(rename = "PublishDate"))]
    pub publish_date: wire::Field<wire::Text>,
    /// Fields that the document does not list, and those that cannot be read.
    #[cfg_attr(feature = "schemars", serde(flatten))]
    pub extra: wire::Extra,
}

/// A party who may not leave the country.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    serde(default),
    schemars(transform = wire::without_defaults)
)]
#[non_exhaustive]
pub struct LimitedParty {
    /// The KeyNo of this party, the vendor's own number for it (inferred).
    ///
    /// 对象 KeyNo (String, 长度 32)
    ///
    /// On the wire: `KeyNo`.
    #[cfg_attr(feature = "schemars", serde(rename = "KeyNo"))]
    pub key_no: wire::Field<wire::Text>,
    /// The name of this party.
    ///
    /// 对象名称 (String, 长度 128)
    ///
    /// On the wire: `Name`. Says something of a person: masked in Debug.
    #[cfg_attr(feature = "schemars", serde(rename = "Name"))]
    pub name: wire::Field<wire::Personal>,
    /// Fields that the document does not list, and those that cannot be read.
    #[cfg_attr(feature = "schemars", serde(flatten))]
    pub extra: wire::Extra,
}

/// A judgment debtor.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    serde(default),
    schemars(transform = wire::without_defaults)
)]
#[non_exhaustive]
pub struct ExecutedParty {
    /// The KeyNo of this party, the vendor's own number for it (inferred).
    ///
    /// 对象 KeyNo (String, 长度 32)
    ///
    /// On the wire: `KeyNo`.
    #[cfg_attr(feature = "schemars", serde(rename = "KeyNo"))]
    pub key_no: wire::Field<wire::Text>,
    /// The name of this party.
    ///
    /// 对象名称 (String, 长度 128)
    ///
    /// On the wire: `Name`. Says something of a person: masked in Debug.
    #[cfg_attr(feature = "schemars", serde(rename = "Name"))]
    pub name: wire::Field<wire::Personal>,
    /// Fields that the document does not list, and those that cannot be read.
    #[cfg_attr(feature = "schemars", serde(flatten))]
    pub extra: wire::Extra,
}

/// An applicant for enforcement.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    serde(default),
    schemars(transform = wire::without_defaults)
)]
#[non_exhaustive]
pub struct Applicant {
    /// The KeyNo of this party, the vendor's own number for it (inferred).
    ///
    /// 对象 KeyNo (String, 长度 32)
    ///
    /// On the wire: `KeyNo`.
    #[cfg_attr(feature = "schemars", serde(rename = "KeyNo"))]
    pub key_no: wire::Field<wire::Text>,
    /// The name of this party.
    ///
    /// 对象名称 (String, 长度 128)
    ///
    /// On the wire: `Name`. Says something of a person: masked in Debug.
    #[cfg_attr(feature = "schemars", serde(rename = "Name"))]
    pub name: wire::Field<wire::Personal>,
    /// Fields that the document does not list, and those that cannot be read.
    #[cfg_attr(feature = "schemars", serde(flatten))]
    pub extra: wire::Extra,
}

wire::objects! {
    Reply {
        "Paging" => paging,
        "Result" => result,
        "Status" => status,
        "Message" => message,
        "OrderNumber" => order_number,
    }
    Paging {
        "PageSize" => page_size,
        "PageIndex" => page_index,
        "TotalRecords" => total_records,
    }
    CheckResult {
        "VerifyResult" => verify_result,
        "Data" => data,
    }
    Restriction {
        "CaseNo" => case_no,
        "LimitList" => limit_list,
        "ExecutedList" => executed_list,
        "ExecutedAddress" => executed_address,
        "ApplicantList" => applicant_list,
        "Amount" => amount,
        "Court" => court,
        "CourtTel" => court_tel,
        "PublishDate" => publish_date,
    }
    LimitedParty {
        "KeyNo" => key_no,
        "Name" => name,
    }
    ExecutedParty {
        "KeyNo" => key_no,
        "Name" => name,
    }
    Applicant {
        "KeyNo" => key_no,
        "Name" => name,
    }
}
wire::open_enum!(VerifyResult);
