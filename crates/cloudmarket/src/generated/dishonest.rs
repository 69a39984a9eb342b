// Made by `cargo xtask codegen --vendor cloudmarket` from schemas/cloudmarket/dishonest.json. Do not edit.

//! An enterprise's entries on the list of dishonest judgment debtors (企业失信情况列表).
//!
//! Source: 1.1 软件著作权查询, section 1.1.
//!
//! The document prints no address. The caller gives the whole endpoint, path included, as the product page shows it.
//!
//! The document says:
//!
//! - Lists an enterprise's entries as a dishonest judgment debtor, by name, id, registration number or unified social credit code. 通过关键字（公司名称、公司 id、注册号或社会统一信用代码）查询企业失信情况列表 (1.1.1 概述)
//! - A call can return 20 records. 【可返回 20 条数据】 (1.1.1 概述)
//! - The records hold the debtor's name, organisation code, performance, conduct and more; hundreds of millions of records, updated along with the business register. 失信信息包括失信人名称、组织机构代码、履行情况、失信行为具体情形等字段的详细信息，亿级海量数据，工商同步更新。 (1.1.1 概述)

use zhixing_core::{operation, record, request, sign, spec, wire};

/// The operation, as its document describes it.
pub static OPERATION: spec::Operation = spec::Operation {
    vendor: &super::VENDOR,
    name: "dishonest",
    title: spec::Bilingual {
        zh: "企业失信情况列表",
        en: "An enterprise's entries on the list of dishonest judgment debtors",
    },
    section: "1.1",
    lists: &[record::Kind::Dishonest],
    method: spec::Method::Get,
    path: "",
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
            description: "The company's name, its id, its registration number or its unified social credit code.",
            verbatim: "关键字（公司名称、公司 id、注册号或社会统一信用代码）",
        },
        spec::Parameter {
            name: "pageNum",
            required: false,
            default: Some("1"),
            place: sign::Place::Query,
            rule: spec::Rule::Integer {
                min: Some(1),
                max: None,
            },
            role: None,
            personal: false,
            description: "Which page, counted from 1.",
            verbatim: "默认第 1 页",
        },
        spec::Parameter {
            name: "pageSize",
            required: false,
            default: Some("20"),
            place: sign::Place::Query,
            rule: spec::Rule::Integer {
                min: Some(1),
                max: Some(20),
            },
            role: None,
            personal: false,
            description: "How many records a page holds, 20 at most.",
            verbatim: "默认 20 条，最大 20 条",
        },
    ],
    envelope: spec::Envelope {
        code: &["code"],
        message: &["desc"],
        payload: Some(&["result"]),
        order_number: None,
    },
    reply: &[
        spec::Object {
            name: "Reply",
            schema: "/reply",
            fields: &[
                spec::Field::required("code", spec::Shape::Integer),
                spec::Field::new("desc", spec::Shape::Text),
                spec::Field::new("result", spec::Shape::Object("Page")),
            ],
        },
        spec::Object {
            name: "Page",
            schema: "/reply/properties/result",
            fields: &[
                spec::Field::new("total", spec::Shape::Integer),
                spec::Field::new(
                    "items",
                    spec::Shape::List(&spec::Shape::Object("Item")),
                ),
            ],
        },
        spec::Object {
            name: "Item",
            schema: "/reply/properties/result/properties/items/items",
            fields: &[
                spec::Field::new("courtname", spec::Shape::Text),
                spec::Field::new(
                    "disrupttypename",
                    spec::Shape::Or(&[spec::Instead::EmptyText], &spec::Shape::Text),
                ),
                spec::Field::new("id", spec::Shape::Integer),
                spec::Field::new("status", <OfficialSite as wire::OpenEnum>::SHAPE),
                spec::Field::new(
                    "dishonestid",
                    spec::Shape::Or(&[spec::Instead::EmptyText], &spec::Shape::Text),
                ),
                spec::Field::new("gistid", spec::Shape::Text),
                spec::Field::new("cid", spec::Shape::Integer),
                spec::Field::new("casecode", spec::Shape::Text),
                spec::Field::new("focusnumber", spec::Shape::Integer),
                spec::Field::new("duty", spec::Shape::Text),
                spec::Field::new("regdate", spec::Shape::Integer),
                spec::Field::new(
                    "staff",
                    spec::Shape::JsonText(
                        Some(&spec::Shape::List(&spec::Shape::Any(&[]))),
                    ),
                ),
                spec::Field::new("publishdate", spec::Shape::Integer),
                spec::Field::new(
                    "unperformPart",
                    spec::Shape::Or(&[spec::Instead::EmptyText], &spec::Shape::Text),
                ),
                spec::Field::new(
                    "cardnum",
                    spec::Shape::Or(&[spec::Instead::EmptyText], &spec::Shape::Text),
                ),
                spec::Field::new(
                    "cpwsUrl",
                    spec::Shape::Or(&[spec::Instead::EmptyText], &spec::Shape::Text),
                ),
                spec::Field::new(
                    "legelToco",
                    spec::Shape::Or(&[spec::Instead::Null], &spec::Shape::Integer),
                ),
                spec::Field::new("iname", spec::Shape::Text),
                spec::Field::new(
                    "businessentity",
                    spec::Shape::Or(&[spec::Instead::EmptyText], &spec::Shape::Text),
                ),
                spec::Field::new(
                    "performedPart",
                    spec::Shape::Or(&[spec::Instead::EmptyText], &spec::Shape::Text),
                ),
                spec::Field::new("areaname", spec::Shape::Text),
                spec::Field::new("performance", spec::Shape::Text),
                spec::Field::new(
                    "legelId",
                    spec::Shape::Or(&[spec::Instead::Null], &spec::Shape::Integer),
                ),
                spec::Field::new(
                    "gistunit",
                    spec::Shape::Or(&[spec::Instead::EmptyText], &spec::Shape::Text),
                ),
                spec::Field::new("businessId", spec::Shape::Text),
                spec::Field::new(
                    "legelType",
                    spec::Shape::Or(
                        &[spec::Instead::Null],
                        &<RepresentativeType as wire::OpenEnum>::SHAPE,
                    ),
                ),
                spec::Field::new("type", <DebtorType as wire::OpenEnum>::SHAPE),
            ],
        },
    ],
    none: None,
    returned: None,
    paging: Some(spec::Paging::Page {
        parameter: "pageNum",
        first: 1,
        size_parameter: Some("pageSize"),
        size: 20,
    }),
};

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Request {
    /// The company's name, its id, its registration number or its unified social credit code.
    ///
    /// 关键字（公司名称、公司 id、注册号或社会统一信用代码） (必填 M)
    ///
    /// Not empty.
    ///
    /// Printed name (域名): 关键词.
    #[cfg_attr(feature = "schemars", schemars(length(min = 1)))]
    pub keyword: wire::Personal,
    /// Which page, counted from 1.
    ///
    /// 默认第 1 页 (必填 O)
    ///
    /// On the wire: `pageNum`. At least 1. Left out, the vendor assumes `1`.
    ///
    /// Printed name (域名): 当前页数. That pages count from 1 is inferred from the default.
    #[cfg_attr(feature = "schemars", schemars(rename = "pageNum", range(min = 1)))]
    pub page_num: Option<i64>,
    /// How many records a page holds, 20 at most.
    ///
    /// 默认 20 条，最大 20 条 (必填 O)
    ///
    /// On the wire: `pageSize`. From 1 to 20. Left out, the vendor assumes `20`.
    ///
    /// Printed name (域名): 每页条数. No minimum is printed: that a page holds at least 1 record is inferred.
    #[cfg_attr(
        feature = "schemars",
        schemars(rename = "pageSize", range(min = 1, max = 20))
    )]
    pub page_size: Option<i64>,
}

impl Request {
    /// A request with what the document requires.
    ///
    /// `keyword`: The company's name, its id, its registration number or its unified social credit code.
    #[must_use]
    pub fn new(keyword: impl Into<wire::Personal>) -> Self {
        Self {
            keyword: keyword.into(),
            page_num: None,
            page_size: None,
        }
    }

    /// Which page, counted from 1.
    #[must_use]
    pub fn page_num(mut self, page_num: i64) -> Self {
        self.page_num = Some(page_num);
        self
    }

    /// How many records a page holds, 20 at most.
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
        if let Some(value) = &self.page_num {
            arguments.push("pageNum", value.to_string());
        }
        if let Some(value) = &self.page_size {
            arguments.push("pageSize", value.to_string());
        }
        arguments
    }
}

/// What is answered.
///
/// The whole reply of 云市场 (Cloud marketplace), envelope included.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    serde(default),
    schemars(transform = wire::without_defaults)
)]
#[cfg_attr(feature = "schemars", schemars(extend("required" = vec!["code"])))]
#[non_exhaustive]
pub struct Reply {
    /// The status code of the reply.
    ///
    /// In the example only; no table of fields describes it.
    pub code: wire::Field<i64>,
    /// The message that goes with the status code.
    ///
    /// In the example only; no table of fields describes it.
    pub desc: wire::Field<wire::Text>,
    /// The result of the query: one page of records.
    ///
    /// In the example only; no table of fields describes it.
    pub result: wire::Field<Page>,
    /// Fields that the document does not list, and those that cannot be read.
    #[cfg_attr(feature = "schemars", serde(flatten))]
    pub extra: wire::Extra,
}

impl operation::Reply for Reply {
    type Record = Item;

    fn records(&self) -> &[Item] {
        self.result.get().map_or(&[], |value| value.items.as_slice())
    }

    fn into_records(self) -> Vec<Item> {
        self.result
            .into_option()
            .and_then(|value| value.items.into_option())
            .unwrap_or_default()
    }

    fn total(&self) -> Option<i64> {
        self.result.get().and_then(|value| value.total.get()).copied()
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
    /// How many records there are in all.
    ///
    /// 总数
    pub total: wire::Field<i64>,
    /// The records.
    ///
    /// 数据列表
    pub items: wire::Field<Vec<Item>>,
    /// Fields that the document does not list, and those that cannot be read.
    #[cfg_attr(feature = "schemars", serde(flatten))]
    pub extra: wire::Extra,
}

/// One entry of the list of dishonest judgment debtors.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    serde(default),
    schemars(transform = wire::without_defaults)
)]
#[non_exhaustive]
pub struct Item {
    /// The court.
    ///
    /// 法院
    pub courtname: wire::Field<wire::Text>,
    /// The conduct for which the debtor was listed.
    ///
    /// 失信被执行人行为具体情形
    ///
    /// Empty text where there is none.
    pub disrupttypename: wire::Field<wire::Text>,
    /// The record's primary key.
    ///
    /// 主键
    pub id: wire::Field<i64>,
    /// Whether the entry is on the official site: 0 says that it is.
    ///
    /// 官网是否存在【0:存在;1:不存在】
    pub status: wire::Field<OfficialSite>,
    /// The debtor's id: of a person or of a company, as `type` says.
    ///
    /// 失信人 ID（根据 type 不同可能是human_id 或者 company_id）
    ///
    /// Empty text where there is none.
    pub dishonestid: wire::Field<wire::Text>,
    /// The number of the document that is enforced.
    ///
    /// 执行依据文号
    ///
    /// Denotes a court's case number. Written in several formats.
    ///
    /// The example prints it in full-width brackets and in half-width ones: （2022）苏 1311民初 3200号 and (2018)京 0105民初 2615号.
    pub gistid: wire::Field<wire::Text>,
    /// The enterprise's id.
    ///
    /// 企业 id
    pub cid: wire::Field<i64>,
    /// The case number.
    ///
    /// 案号
    ///
    /// Denotes a court's case number.
    pub casecode: wire::Field<wire::Text>,
    /// How many follow the entry.
    ///
    /// 关注数
    pub focusnumber: wire::Field<i64>,
    /// The duty that the effective legal document lays down.
    ///
    /// 生效法律文书确定的义务
    ///
    /// Says something of a person: masked in Debug.
    pub duty: wire::Field<wire::Personal>,
    /// The day on which the case was filed: milliseconds since 1970 of its midnight in Beijing.
    ///
    /// 立案时间
    ///
    /// Milliseconds since 1970-01-01T00:00:00Z; the day is the one in Beijing (UTC+8).
    ///
    /// Neither unit nor zone is printed; both are inferred: 1676390400000 is 2023-02-15T00:00 in Beijing.
    pub regdate: wire::Field<i64>,
    /// The legally or mainly responsible persons: a list as JSON in a string. What its members hold is not printed.
    ///
    /// 法定负责人/主要负责人信息
    ///
    /// Says something of a person: masked in Debug.
    ///
    /// The text holds JSON: read it by `parse::<Vec<serde_json::Value>>()`.
    pub staff: wire::Field<wire::JsonText>,
    /// The day of publication: milliseconds since 1970 of its midnight in Beijing.
    ///
    /// 发布时间
    ///
    /// Milliseconds since 1970-01-01T00:00:00Z; the day is the one in Beijing (UTC+8).
    ///
    /// Neither unit nor zone is printed; both are inferred: 1697990400000 is 2023-10-23T00:00 in Beijing.
    pub publishdate: wire::Field<i64>,
    /// The part that the debtor has not performed.
    ///
    /// 未履行
    ///
    /// On the wire: `unperformPart`. Empty text where there is none.
    #[cfg_attr(feature = "schemars", serde(rename = "unperformPart"))]
    pub unperform_part: wire::Field<wire::Text>,
    /// The identity number of a person, or the organisation code of an enterprise.
    ///
    /// 身份证号码/组织机构代码
    ///
    /// Empty text where there is none. Says something of a person: masked in Debug.
    pub cardnum: wire::Field<wire::Personal>,
    /// A link to the judgment.
    ///
    /// 裁判文书链接
    ///
    /// On the wire: `cpwsUrl`. Denotes an address on the web. Empty text where there is none.
    #[cfg_attr(feature = "schemars", serde(rename = "cpwsUrl"))]
    pub cpws_url: wire::Field<wire::Text>,
    /// How many companies the legal representative holds office in.
    ///
    /// 法人任职公司数
    ///
    /// On the wire: `legelToco`. `null` where there is none. The name is misspelt on the wire.
    #[cfg_attr(feature = "schemars", serde(rename = "legelToco"))]
    pub legel_toco: wire::Field<i64>,
    /// The debtor's name, of a company or of a person.
    ///
    /// 失信人名称
    ///
    /// Says something of a person: masked in Debug.
    pub iname: wire::Field<wire::Personal>,
    /// The name of the legal representative or person in charge.
    ///
    /// 法人、负责人姓名
    ///
    /// Empty text where there is none. Says something of a person: masked in Debug.
    pub businessentity: wire::Field<wire::Personal>,
    /// The part that the debtor has performed.
    ///
    /// 已履行
    ///
    /// On the wire: `performedPart`. Empty text where there is none.
    #[cfg_attr(feature = "schemars", serde(rename = "performedPart"))]
    pub performed_part: wire::Field<wire::Text>,
    /// The province or region.
    ///
    /// 省份地区
    pub areaname: wire::Field<wire::Text>,
    /// How far the debtor has performed.
    ///
    /// 履行情况
    pub performance: wire::Field<wire::Text>,
    /// The id of the legal representative; may exceed 32 bits.
    ///
    /// 法人 id
    ///
    /// On the wire: `legelId`. `null` where there is none. The name is misspelt on the wire.
    #[cfg_attr(feature = "schemars", serde(rename = "legelId"))]
    pub legel_id: wire::Field<i64>,
    /// The authority that made the document that is enforced.
    ///
    /// 做出执行的依据单位
    ///
    /// Empty text where there is none.
    pub gistunit: wire::Field<wire::Text>,
    /// The record's primary key, encrypted.
    ///
    /// 加密主键
    ///
    /// On the wire: `businessId`.
    #[cfg_attr(feature = "schemars", serde(rename = "businessId"))]
    pub business_id: wire::Field<wire::Text>,
    /// What the legal representative is.
    ///
    /// 法人类型 1:公司;2:人
    ///
    /// On the wire: `legelType`. `null` where there is none. The name is misspelt on the wire.
    #[cfg_attr(feature = "schemars", serde(rename = "legelType"))]
    pub legel_type: wire::Field<RepresentativeType>,
    /// What the debtor is.
    ///
    /// 失信人类型，0 代表人，1 代表公司，2代表 human,company 表中均无记录
    ///
    /// On the wire: `type`.
    #[cfg_attr(feature = "schemars", serde(rename = "type"))]
    pub type_: wire::Field<DebtorType>,
    /// Fields that the document does not list, and those that cannot be read.
    #[cfg_attr(feature = "schemars", serde(flatten))]
    pub extra: wire::Extra,
}

/// Whether the entry is on the official site: 0 says that it is.
///
/// 官网是否存在【0:存在;1:不存在】
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum OfficialSite {
    /// `0` 存在: On the official site.
    Present,
    /// `1` 不存在: Not on the official site.
    Absent,
    /// A value that the document does not list.
    Unknown(wire::Unknown),
}

impl wire::OpenEnum for OfficialSite {
    const KNOWN: &'static [(&'static str, &'static str)] = &[
        ("0", "存在"),
        ("1", "不存在"),
    ];
    const INTEGER: bool = true;

    fn from_wire(value: &str) -> Self {
        match value {
            "0" => Self::Present,
            "1" => Self::Absent,
            other => Self::Unknown(wire::Unknown::undocumented(other)),
        }
    }

    fn as_wire(&self) -> &str {
        match self {
            Self::Present => "0",
            Self::Absent => "1",
            Self::Unknown(value) => value.as_str(),
        }
    }
}

/// What the legal representative is.
///
/// 法人类型 1:公司;2:人
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RepresentativeType {
    /// `1` 公司: A company.
    Company,
    /// `2` 人: A person.
    Person,
    /// A value that the document does not list.
    Unknown(wire::Unknown),
}

impl wire::OpenEnum for RepresentativeType {
    const KNOWN: &'static [(&'static str, &'static str)] = &[
        ("1", "公司"),
        ("2", "人"),
    ];
    const INTEGER: bool = true;

    fn from_wire(value: &str) -> Self {
        match value {
            "1" => Self::Company,
            "2" => Self::Person,
            other => Self::Unknown(wire::Unknown::undocumented(other)),
        }
    }

    fn as_wire(&self) -> &str {
        match self {
            Self::Company => "1",
            Self::Person => "2",
            Self::Unknown(value) => value.as_str(),
        }
    }
}

/// What the debtor is.
///
/// 失信人类型，0 代表人，1 代表公司，2代表 human,company 表中均无记录
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DebtorType {
    /// `0` 代表人: A person.
    Person,
    /// `1` 代表公司: A company.
    Company,
    /// `2` 代表 human,company 表中均无记录: In neither the vendor's table of persons nor that of companies.
    Neither,
    /// A value that the document does not list.
    Unknown(wire::Unknown),
}

impl wire::OpenEnum for DebtorType {
    const KNOWN: &'static [(&'static str, &'static str)] = &[
        ("0", "代表人"),
        ("1", "代表公司"),
        ("2", "代表 human,company 表中均无记录"),
    ];
    const INTEGER: bool = false;

    fn from_wire(value: &str) -> Self {
        match value {
            "0" => Self::Person,
            "1" => Self::Company,
            "2" => Self::Neither,
            other => Self::Unknown(wire::Unknown::undocumented(other)),
        }
    }

    fn as_wire(&self) -> &str {
        match self {
            Self::Person => "0",
            Self::Company => "1",
            Self::Neither => "2",
            Self::Unknown(value) => value.as_str(),
        }
    }
}

wire::objects! {
    Reply {
        "code" => code,
        "desc" => desc,
        "result" => result,
    }
    Page {
        "total" => total,
        "items" => items,
    }
    Item {
        "courtname" => courtname,
        "disrupttypename" => disrupttypename,
        "id" => id,
        "status" => status,
        "dishonestid" => dishonestid,
        "gistid" => gistid,
        "cid" => cid,
        "casecode" => casecode,
        "focusnumber" => focusnumber,
        "duty" => duty,
        "regdate" => regdate,
        "staff" => staff,
        "publishdate" => publishdate,
        "unperformPart" => unperform_part,
        "cardnum" => cardnum,
        "cpwsUrl" => cpws_url,
        "legelToco" => legel_toco,
        "iname" => iname,
        "businessentity" => businessentity,
        "performedPart" => performed_part,
        "areaname" => areaname,
        "performance" => performance,
        "legelId" => legel_id,
        "gistunit" => gistunit,
        "businessId" => business_id,
        "legelType" => legel_type,
        "type" => type_,
    }
}
wire::open_enum!(OfficialSite);
wire::open_enum!(RepresentativeType);
wire::open_enum!(DebtorType);
