// Made by `cargo xtask codegen --vendor qixin` from schemas/qixin/execution_list_by_name.json. Do not edit.

//! Enterprises on the list of dishonest judgment debtors (失信被执行企业).
//!
//! Source: 5.5 失信被执行企业, section 5.5.

use zhixing_core::operation;
use zhixing_core::record::Kind;
use zhixing_core::request::Arguments;
use zhixing_core::sign::Place;
use zhixing_core::spec::{Bilingual, Envelope, Method, Operation, Paging, Parameter, Role, Rule};
use zhixing_core::wire::{self, Extra, Field, Personal};

/// The operation, as its document describes it.
pub static OPERATION: Operation = Operation {
    vendor: &super::VENDOR,
    name: "execution_list_by_name",
    title: Bilingual {
        zh: "失信被执行企业",
        en: "Enterprises on the list of dishonest judgment debtors",
    },
    section: "5.5",
    lists: &[Kind::Dishonest],
    method: Method::Get,
    path: "/APIService/execution/getExecutionListByName",
    parameters: &[
        Parameter {
            name: "keyword",
            required: true,
            default: None,
            place: Place::Query,
            rule: Rule::Text { min: 1, max: None },
            role: Some(Role::Subject),
            personal: true,
            description: "The enterprise's full name, registration number or unified social credit code.",
            verbatim: "企业全名/注册号/统一社会信用代码",
        },
        Parameter {
            name: "skip",
            required: false,
            default: Some("0"),
            place: Place::Query,
            rule: Rule::Integer {
                min: Some(0),
                max: None,
            },
            role: None,
            personal: false,
            description: "How many entries to skip.",
            verbatim: "跳过条目数（默认为 0）",
        },
    ],
    envelope: Envelope {
        code: &["status"],
        message: &["message"],
        payload: Some(&["data"]),
        order_number: None,
    },
    none: None,
    paging: Some(Paging::Offset {
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
    #[cfg_attr(feature = "schemars", schemars(length(min = 1)))]
    pub keyword: Personal,
    /// How many entries to skip.
    ///
    /// 跳过条目数（默认为 0） (Number, 必填 否). At least 0. Left out, the vendor assumes 0.
    #[cfg_attr(feature = "schemars", schemars(range(min = 0)))]
    pub skip: Option<i64>,
}

impl Request {
    /// A request with what the document requires.
    ///
    /// `keyword`: The enterprise's full name, registration number or unified social credit code.
    #[must_use]
    pub fn new(keyword: impl Into<Personal>) -> Self {
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
    const OPERATION: &'static Operation = &OPERATION;

    fn arguments(&self) -> Arguments {
        let mut arguments = Arguments::new();
        arguments.push("keyword", self.keyword.as_str());
        if let Some(skip) = self.skip {
            arguments.push("skip", skip.to_string());
        }
        arguments
    }
}

/// What is answered.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Reply {
    /// The status code of the reply.
    ///
    /// 返回结果状态 (String)
    #[serde(default, skip_serializing_if = "Field::is_missing")]
    #[cfg_attr(feature = "schemars", schemars(required))]
    pub status: Field<String>,
    /// The result of the query: at most 20 records a call, empty when nothing matches.
    #[serde(default, skip_serializing_if = "Field::is_missing")]
    pub data: Field<Data>,
    /// Fields that the document does not list.
    #[serde(flatten)]
    pub extra: Extra,
}

impl operation::Reply for Reply {
    type Record = Item;

    fn records(&self) -> &[Item] {
        self.data.get().map_or(&[], |data| data.items.as_slice())
    }

    fn into_records(self) -> Vec<Item> {
        self.data
            .into_option()
            .and_then(|data| data.items.into_option())
            .unwrap_or_default()
    }

    fn total(&self) -> Option<i64> {
        self.data.get().and_then(|data| data.total.get()).copied()
    }
}

/// The result of the query: at most 20 records a call, empty when nothing matches.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Data {
    #[serde(default, skip_serializing_if = "Field::is_missing")]
    pub total: Field<i64>,
    #[serde(default, skip_serializing_if = "Field::is_missing")]
    pub items: Field<Vec<Item>>,
    #[serde(flatten)]
    pub extra: Extra,
}

/// One entry.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Item {
    /// The legal representative. Masked in Debug.
    ///
    /// 法定代表人 (String)
    #[serde(default, skip_serializing_if = "Field::is_missing")]
    pub oper_name: Field<Personal>,
    #[serde(default, skip_serializing_if = "Field::is_missing")]
    pub disabled: Field<Disabled>,
    #[serde(flatten)]
    pub extra: Extra,
}

/// Whether the entry is on the list now or was in the past.
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
    const KNOWN: &'static [(&'static str, &'static str)] =
        &[("0", "当前公示信息"), ("1", "历史公示信息")];
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

wire::objects!(Reply, Data, Item);
wire::open_enum!(Disabled);
