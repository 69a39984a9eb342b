// Made by `cargo xtask codegen --vendor xinshu` from schemas/xinshu/executed_one_key_search.json. Do not edit.

//! One search over all enforcement cases of a subject (执行案件一键查).
//!
//! Source: 执行案件一键查 接口文档, section 2.4.
//!
//! A POST without a body: the example of a request (2.4 请求示例) carries every parameter in the query.

use zhixing_core::{operation, record, request, sign, spec, wire};

/// The operation, as its document describes it.
pub static OPERATION: spec::Operation = spec::Operation {
    vendor: &super::VENDOR,
    name: "executed_one_key_search",
    title: spec::Bilingual {
        zh: "执行案件一键查",
        en: "One search over all enforcement cases of a subject",
    },
    section: "2.4",
    lists: &[record::Kind::Enforced, record::Kind::Dishonest, record::Kind::Terminated],
    method: spec::Method::Post,
    path: "/ws/repository/executedOneKeySearch",
    parameters: &[
        spec::Parameter {
            name: "q",
            required: true,
            default: None,
            place: sign::Place::Query,
            rule: spec::Rule::Text {
                min: 1,
                max: None,
            },
            role: Some(spec::Role::Subject),
            personal: true,
            description: "The name of the subject.",
            verbatim: "主体名称,必填",
        },
        spec::Parameter {
            name: "idCardNo",
            required: false,
            default: None,
            place: sign::Place::Query,
            rule: spec::Rule::Text {
                min: 0,
                max: None,
            },
            role: Some(spec::Role::IdNumber),
            personal: true,
            description: "The identity number of the subject.",
            verbatim: "身份证号,选填",
        },
    ],
    envelope: spec::Envelope {
        code: &["rc"],
        message: &["msg"],
        payload: Some(&["data"]),
        order_number: Some(&["orderNo"]),
    },
    reply: &[
        spec::Object {
            name: "Reply",
            schema: "/reply",
            fields: &[
                spec::Field::required("rc", spec::Shape::Text),
                spec::Field::new("msg", spec::Shape::Text),
                spec::Field::new("orderNo", spec::Shape::Text),
                spec::Field::new("data", spec::Shape::List(&spec::Shape::Object("Case"))),
            ],
        },
        spec::Object {
            name: "Case",
            schema: "/reply/properties/data/items",
            fields: &[
                spec::Field::new("entityName", spec::Shape::Text),
                spec::Field::new("entityId", spec::Shape::Text),
                spec::Field::new("courtName", spec::Shape::Text),
                spec::Field::new("caseState", spec::Shape::Text),
                spec::Field::new("caseCode", spec::Shape::Text),
                spec::Field::new("execMoney", spec::Shape::Text),
                spec::Field::new("regDate", spec::Shape::Text),
                spec::Field::new("bzxrGistId", spec::Shape::Text),
                spec::Field::new("areaName", spec::Shape::Text),
                spec::Field::new("status", spec::Shape::Text),
                spec::Field::new("unexecMoney", spec::Shape::Text),
                spec::Field::new("finalDate", spec::Shape::Text),
                spec::Field::new("disruptTypeName", spec::Shape::Text),
                spec::Field::new("publishDate", spec::Shape::Text),
                spec::Field::new("gistUnit", spec::Shape::Text),
                spec::Field::new("sxrGistId", spec::Shape::Text),
                spec::Field::new("performance", spec::Shape::Text),
                spec::Field::new("duty", spec::Shape::Text),
            ],
        },
    ],
    none: None,
    returned: None,
    paging: None,
};

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Request {
    /// The name of the subject.
    ///
    /// 主体名称,必填 (String, 必填 必填)
    ///
    /// Not empty. Says something of a person: masked in Debug.
    #[cfg_attr(feature = "schemars", schemars(length(min = 1)))]
    pub q: wire::Personal,
    /// The identity number of the subject.
    ///
    /// 身份证号,选填 (String, 必填 选填)
    ///
    /// On the wire: `idCardNo`. Says something of a person: masked in Debug.
    #[cfg_attr(feature = "schemars", schemars(rename = "idCardNo"))]
    pub id_card_no: Option<wire::Personal>,
}

impl Request {
    /// A request with what the document requires.
    ///
    /// `q`: The name of the subject.
    #[must_use]
    pub fn new(q: impl Into<wire::Personal>) -> Self {
        Self {
            q: q.into(),
            id_card_no: None,
        }
    }

    /// The identity number of the subject.
    #[must_use]
    pub fn id_card_no(mut self, id_card_no: impl Into<wire::Personal>) -> Self {
        self.id_card_no = Some(id_card_no.into());
        self
    }
}

impl operation::Request for Request {
    type Reply = Reply;
    const OPERATION: &'static spec::Operation = &OPERATION;

    fn arguments(&self) -> request::Arguments {
        let mut arguments = request::Arguments::new();
        arguments.push("q", self.q.as_str());
        if let Some(value) = &self.id_card_no {
            arguments.push("idCardNo", value.as_str());
        }
        arguments
    }
}

/// What is answered.
///
/// The whole reply of 信数 (Xinshu), envelope included.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    serde(default),
    schemars(transform = wire::without_defaults)
)]
#[cfg_attr(feature = "schemars", schemars(extend("required" = vec!["rc"])))]
#[non_exhaustive]
pub struct Reply {
    /// The status code of the reply.
    ///
    /// 返回状态码 (String, 长度 VARCHAR(50))
    pub rc: wire::Field<wire::Text>,
    /// The message that goes with the status code.
    ///
    /// 返回信息 (String, 长度 VARCHAR(255))
    pub msg: wire::Field<wire::Text>,
    /// The number of an order; that it is the vendor's number for this call is inferred. The example of a failure has none.
    ///
    /// 返回订单号 (String, 长度 VARCHAR(50))
    ///
    /// On the wire: `orderNo`.
    #[cfg_attr(feature = "schemars", serde(rename = "orderNo"))]
    pub order_no: wire::Field<wire::Text>,
    /// The records.
    ///
    /// 返回数据列表 (Object\[\])
    ///
    /// The example of a failure has no data. What stands here when nothing was found (0001) is not said.
    pub data: wire::Field<Vec<Case>>,
    /// Fields that the document does not list, and those that cannot be read.
    #[cfg_attr(feature = "schemars", serde(flatten))]
    pub extra: wire::Extra,
}

impl operation::Reply for Reply {
    type Record = Case;

    fn records(&self) -> &[Case] {
        self.data.as_slice()
    }

    fn into_records(self) -> Vec<Case> {
        self.data.into_option().unwrap_or_default()
    }

    fn total(&self) -> Option<i64> {
        None
    }
}

/// One enforcement case, with what the lists of judgment debtors, of dishonest judgment debtors and of cases closed without full enforcement say of it.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    serde(default),
    schemars(transform = wire::without_defaults)
)]
#[non_exhaustive]
pub struct Case {
    /// The name of the subject.
    ///
    /// 主体名称 (String)
    ///
    /// On the wire: `entityName`. Says something of a person: masked in Debug.
    #[cfg_attr(feature = "schemars", serde(rename = "entityName"))]
    pub entity_name: wire::Field<wire::Personal>,
    /// The code of the subject: an organisation code in the example, an identity number if the subject is a person (inferred).
    ///
    /// 主体代码 (String)
    ///
    /// On the wire: `entityId`. Says something of a person: masked in Debug.
    #[cfg_attr(feature = "schemars", serde(rename = "entityId"))]
    pub entity_id: wire::Field<wire::Personal>,
    /// The enforcing court.
    ///
    /// 执行法院 (String)
    ///
    /// On the wire: `courtName`.
    #[cfg_attr(feature = "schemars", serde(rename = "courtName"))]
    pub court_name: wire::Field<wire::Text>,
    /// The state of the enforcement. The document lists no values; the example shows 已终本 (closed without full enforcement).
    ///
    /// 执行状态 (String)
    ///
    /// On the wire: `caseState`.
    #[cfg_attr(feature = "schemars", serde(rename = "caseState"))]
    pub case_state: wire::Field<wire::Text>,
    /// The number of the enforcement case.
    ///
    /// 案号 (String)
    ///
    /// On the wire: `caseCode`. Denotes a court's case number.
    #[cfg_attr(feature = "schemars", serde(rename = "caseCode"))]
    pub case_code: wire::Field<wire::Text>,
    /// The amount to be enforced.
    ///
    /// 执行标的 (String)
    ///
    /// On the wire: `execMoney`. Denotes an amount in yuan.
    ///
    /// No unit is printed; that it is yuan is inferred from custom.
    #[cfg_attr(feature = "schemars", serde(rename = "execMoney"))]
    pub exec_money: wire::Field<wire::Text>,
    /// The day on which the case was filed.
    ///
    /// 立案时间 (String)
    ///
    /// On the wire: `regDate`. Denotes a date.
    #[cfg_attr(feature = "schemars", serde(rename = "regDate"))]
    pub reg_date: wire::Field<wire::Text>,
    /// The number of the document that is enforced, as the list of judgment debtors has it.
    ///
    /// 被执行人依据文书号 (String)
    ///
    /// On the wire: `bzxrGistId`. Denotes a court's case number.
    #[cfg_attr(feature = "schemars", serde(rename = "bzxrGistId"))]
    pub bzxr_gist_id: wire::Field<wire::Text>,
    /// The province.
    ///
    /// 省份 (String)
    ///
    /// On the wire: `areaName`.
    #[cfg_attr(feature = "schemars", serde(rename = "areaName"))]
    pub area_name: wire::Field<wire::Text>,
    /// The standing of the entry on the list of dishonest judgment debtors. The document lists no values; the example shows 未下架 (still on the list) and 已下架 (taken off).
    ///
    /// 失信状态 (String)
    pub status: wire::Field<wire::Text>,
    /// The amount not yet performed; used for cases that were closed without full enforcement.
    ///
    /// 未履行金额(终本案件使用) (String)
    ///
    /// On the wire: `unexecMoney`. Denotes an amount in yuan.
    ///
    /// No unit is printed; that it is yuan is inferred from custom.
    #[cfg_attr(feature = "schemars", serde(rename = "unexecMoney"))]
    pub unexec_money: wire::Field<wire::Text>,
    /// The day on which the case was closed without full enforcement; used for such cases.
    ///
    /// 终本日期(终本案件使用) (String)
    ///
    /// On the wire: `finalDate`. Denotes a date. Written in several formats.
    ///
    /// The example prints it in two forms, with and without blanks: 2019年05月23日 and 2019 年 05 月 10 日; the other dates as 2019-01-08.
    #[cfg_attr(feature = "schemars", serde(rename = "finalDate"))]
    pub final_date: wire::Field<wire::Text>,
    /// The conduct for which the debtor was listed as dishonest.
    ///
    /// 失信类型 (String)
    ///
    /// On the wire: `disruptTypeName`.
    #[cfg_attr(feature = "schemars", serde(rename = "disruptTypeName"))]
    pub disrupt_type_name: wire::Field<wire::Text>,
    /// The day of publication.
    ///
    /// 发布时间 (String)
    ///
    /// On the wire: `publishDate`. Denotes a date.
    #[cfg_attr(feature = "schemars", serde(rename = "publishDate"))]
    pub publish_date: wire::Field<wire::Text>,
    /// The authority that made the document that is enforced.
    ///
    /// 做出执行依据单位 (String)
    ///
    /// On the wire: `gistUnit`.
    #[cfg_attr(feature = "schemars", serde(rename = "gistUnit"))]
    pub gist_unit: wire::Field<wire::Text>,
    /// The number of the document that is enforced, as the list of dishonest judgment debtors has it (inferred from the name: 失信被执行人).
    ///
    /// 执行依据文号 (String)
    ///
    /// On the wire: `sxrGistId`. Denotes a court's case number. Written in several formats.
    ///
    /// The example prints it without blanks and with: (2017)沪0105民初19914号 and (2017)沪 0114 民初 15935 号.
    #[cfg_attr(feature = "schemars", serde(rename = "sxrGistId"))]
    pub sxr_gist_id: wire::Field<wire::Text>,
    /// How far the debtor has performed.
    ///
    /// 被执行人的履行情况 (String)
    pub performance: wire::Field<wire::Text>,
    /// The duty that the effective legal document lays down.
    ///
    /// 生效法律文书确定的义务 (String)
    ///
    /// Says something of a person: masked in Debug.
    pub duty: wire::Field<wire::Personal>,
    /// Fields that the document does not list, and those that cannot be read.
    #[cfg_attr(feature = "schemars", serde(flatten))]
    pub extra: wire::Extra,
}

wire::objects! {
    Reply {
        "rc" => rc,
        "msg" => msg,
        "orderNo" => order_no,
        "data" => data,
    }
    Case {
        "entityName" => entity_name,
        "entityId" => entity_id,
        "courtName" => court_name,
        "caseState" => case_state,
        "caseCode" => case_code,
        "execMoney" => exec_money,
        "regDate" => reg_date,
        "bzxrGistId" => bzxr_gist_id,
        "areaName" => area_name,
        "status" => status,
        "unexecMoney" => unexec_money,
        "finalDate" => final_date,
        "disruptTypeName" => disrupt_type_name,
        "publishDate" => publish_date,
        "gistUnit" => gist_unit,
        "sxrGistId" => sxr_gist_id,
        "performance" => performance,
        "duty" => duty,
    }
}
