// Made by `cargo xtask codegen --vendor asking` from schemas/asking/list.json. Do not edit.

//! A list by query (列表).
//!
//! Source: 请求大全, section 2.

use zhixing_core::{operation, record, request, sign, spec, wire};

/// The operation, as its document describes it.
pub static OPERATION: spec::Operation = spec::Operation {
    vendor: &super::VENDOR,
    name: "list",
    title: spec::Bilingual {
        zh: "列表",
        en: "A list by query",
    },
    section: "2",
    lists: &[],
    method: spec::Method::Get,
    path: "/list",
    parameters: &[
        spec::Parameter {
            name: "ids",
            required: true,
            default: None,
            place: sign::Place::Query,
            rule: spec::Rule::List {
                items: &spec::Rule::Integer {
                    min: Some(0),
                    max: None,
                },
                min: 1,
                max: Some(3),
                style: spec::ListStyle::Repeated,
            },
            role: None,
            personal: false,
            description: "Numbers.",
            verbatim: "",
        },
        spec::Parameter {
            name: "kinds",
            required: false,
            default: None,
            place: sign::Place::Query,
            rule: spec::Rule::List {
                items: &spec::Rule::OneOf(&[("a", ""), ("b", "")]),
                min: 0,
                max: None,
                style: spec::ListStyle::Brackets,
            },
            role: None,
            personal: false,
            description: "Which.",
            verbatim: "",
        },
        spec::Parameter {
            name: "courts",
            required: false,
            default: None,
            place: sign::Place::Query,
            rule: spec::Rule::List {
                items: &spec::Rule::Text {
                    min: 1,
                    max: None,
                },
                min: 0,
                max: Some(2),
                style: spec::ListStyle::Joined("|"),
            },
            role: None,
            personal: false,
            description: "Names of courts.",
            verbatim: "",
        },
        spec::Parameter {
            name: "spans",
            required: false,
            default: None,
            place: sign::Place::Query,
            rule: spec::Rule::List {
                items: &spec::Rule::Integer {
                    min: None,
                    max: None,
                },
                min: 0,
                max: None,
                style: spec::ListStyle::Json,
            },
            role: None,
            personal: false,
            description: "Numbers as JSON.",
            verbatim: "",
        },
        spec::Parameter {
            name: "names",
            required: false,
            default: None,
            place: sign::Place::Query,
            rule: spec::Rule::List {
                items: &spec::Rule::Text {
                    min: 0,
                    max: None,
                },
                min: 0,
                max: None,
                style: spec::ListStyle::Json,
            },
            role: None,
            personal: true,
            description: "People.",
            verbatim: "",
        },
        spec::Parameter {
            name: "day",
            required: false,
            default: None,
            place: sign::Place::Query,
            rule: spec::Rule::Date("yyyyMMdd"),
            role: None,
            personal: false,
            description: "A day.",
            verbatim: "",
        },
        spec::Parameter {
            name: "on",
            required: false,
            default: Some("2020-01-31"),
            place: sign::Place::Query,
            rule: spec::Rule::Date("yyyy-MM-dd"),
            role: None,
            personal: false,
            description: "Another day.",
            verbatim: "",
        },
        spec::Parameter {
            name: "exact",
            required: false,
            default: Some("false"),
            place: sign::Place::Query,
            rule: spec::Rule::Boolean,
            role: None,
            personal: false,
            description: "Whether the whole name.",
            verbatim: "",
        },
        spec::Parameter {
            name: "full",
            required: false,
            default: None,
            place: sign::Place::Query,
            rule: spec::Rule::OneOf(&[("Y", "是"), ("N", "否")]),
            role: None,
            personal: false,
            description: "Yes or no.",
            verbatim: "",
        },
        spec::Parameter {
            name: "ratio",
            required: false,
            default: None,
            place: sign::Place::Query,
            rule: spec::Rule::Number {
                min: Some(-1),
                max: Some(1),
            },
            role: None,
            personal: false,
            description: "How alike.",
            verbatim: "",
        },
        spec::Parameter {
            name: "format",
            required: false,
            default: None,
            place: sign::Place::Query,
            rule: spec::Rule::Constant {
                value: "json",
                quoted: true,
            },
            role: None,
            personal: false,
            description: "Always the same.",
            verbatim: "",
        },
        spec::Parameter {
            name: "filter",
            required: false,
            default: None,
            place: sign::Place::Query,
            rule: spec::Rule::JsonText(
                &spec::Rule::Object(
                    &[
                        spec::Member {
                            name: "b",
                            required: true,
                            rule: spec::Rule::Integer {
                                min: None,
                                max: None,
                            },
                        },
                        spec::Member {
                            name: "a",
                            required: false,
                            rule: spec::Rule::Text {
                                min: 0,
                                max: None,
                            },
                        },
                    ],
                ),
            ),
            role: None,
            personal: false,
            description: "JSON as text.",
            verbatim: "",
        },
    ],
    envelope: spec::Envelope {
        code: &["success"],
        message: &["msg"],
        payload: Some(&["result"]),
        order_number: None,
    },
    reply: &[
        spec::Object {
            name: "Reply",
            schema: "/reply",
            fields: &[
                spec::Field::new("success", spec::Shape::Boolean),
                spec::Field::new("msg", spec::Shape::Text),
                spec::Field::new(
                    "result",
                    spec::Shape::List(&spec::Shape::Object("Row")),
                ),
            ],
        },
        spec::Object {
            name: "Row",
            schema: "/reply/properties/result/items",
            fields: &[spec::Field::new("caseNo", spec::Shape::Text)],
        },
    ],
    none: None,
    returned: None,
    paging: None,
};

/// What is asked.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Request {
    /// Numbers.
    ///
    /// From 1 to 3 items. The name is sent once for each item.
    #[cfg_attr(
        feature = "schemars",
        schemars(length(min = 1, max = 3), inner(range(min = 0)))
    )]
    pub ids: Vec<i64>,
    /// Which.
    ///
    /// The name is sent with brackets, once for each item.
    #[cfg_attr(
        feature = "schemars",
        schemars(default, skip_serializing_if = "Vec::is_empty")
    )]
    pub kinds: Vec<Which>,
    /// Names of courts.
    ///
    /// At most 2 items. Sent as one value with `|` between the items.
    #[cfg_attr(
        feature = "schemars",
        schemars(
            length(max = 2),
            inner(length(min = 1)),
            default,
            skip_serializing_if = "Vec::is_empty"
        )
    )]
    pub courts: Vec<String>,
    /// Numbers as JSON.
    ///
    /// Sent as the text of a JSON list.
    #[cfg_attr(
        feature = "schemars",
        schemars(default, skip_serializing_if = "Vec::is_empty")
    )]
    pub spans: Vec<i64>,
    /// People.
    ///
    /// Sent as the text of a JSON list.
    #[cfg_attr(
        feature = "schemars",
        schemars(default, skip_serializing_if = "Vec::is_empty")
    )]
    pub names: Vec<wire::Personal>,
    /// A day.
    ///
    /// A day, written `yyyyMMdd`.
    pub day: Option<record::Date>,
    /// Another day.
    ///
    /// A day, written `yyyy-MM-dd`. Left out, the vendor assumes `2020-01-31`.
    pub on: Option<record::Date>,
    /// Whether the whole name.
    ///
    /// Left out, the vendor assumes `false`.
    pub exact: Option<bool>,
    /// Yes or no.
    pub full: Option<YesNo>,
    /// How alike.
    ///
    /// From -1 to 1.
    #[cfg_attr(feature = "schemars", schemars(range(min = -1, max = 1)))]
    pub ratio: Option<f64>,
    /// JSON as text.
    pub filter: Option<Filter>,
}

impl Request {
    /// A request with what the document requires.
    ///
    /// `ids`: Numbers.
    #[must_use]
    pub fn new(ids: impl IntoIterator<Item = i64>) -> Self {
        Self {
            ids: ids.into_iter().collect(),
            kinds: Vec::new(),
            courts: Vec::new(),
            spans: Vec::new(),
            names: Vec::new(),
            day: None,
            on: None,
            exact: None,
            full: None,
            ratio: None,
            filter: None,
        }
    }

    /// Which.
    #[must_use]
    pub fn kinds(mut self, kinds: impl IntoIterator<Item = Which>) -> Self {
        self.kinds = kinds.into_iter().collect();
        self
    }

    /// Names of courts.
    #[must_use]
    pub fn courts(
        mut self,
        courts: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.courts = courts.into_iter().map(Into::into).collect();
        self
    }

    /// Numbers as JSON.
    #[must_use]
    pub fn spans(mut self, spans: impl IntoIterator<Item = i64>) -> Self {
        self.spans = spans.into_iter().collect();
        self
    }

    /// People.
    #[must_use]
    pub fn names(
        mut self,
        names: impl IntoIterator<Item = impl Into<wire::Personal>>,
    ) -> Self {
        self.names = names.into_iter().map(Into::into).collect();
        self
    }

    /// A day.
    #[must_use]
    pub fn day(mut self, day: record::Date) -> Self {
        self.day = Some(day);
        self
    }

    /// Another day.
    #[must_use]
    pub fn on(mut self, on: record::Date) -> Self {
        self.on = Some(on);
        self
    }

    /// Whether the whole name.
    #[must_use]
    pub fn exact(mut self, exact: bool) -> Self {
        self.exact = Some(exact);
        self
    }

    /// Yes or no.
    #[must_use]
    pub fn full(mut self, full: YesNo) -> Self {
        self.full = Some(full);
        self
    }

    /// How alike.
    #[must_use]
    pub fn ratio(mut self, ratio: f64) -> Self {
        self.ratio = Some(ratio);
        self
    }

    /// JSON as text.
    #[must_use]
    pub fn filter(mut self, filter: Filter) -> Self {
        self.filter = Some(filter);
        self
    }
}

impl operation::Request for Request {
    type Reply = Reply;
    const OPERATION: &'static spec::Operation = &OPERATION;

    fn arguments(&self) -> request::Arguments {
        let mut arguments = request::Arguments::new();
        for value in &self.ids {
            arguments.push("ids", value.to_string());
        }
        for value in &self.kinds {
            arguments.push("kinds", value.as_wire());
        }
        for value in &self.courts {
            arguments.push("courts", value.as_str());
        }
        for value in &self.spans {
            arguments.push("spans", value.to_string());
        }
        for value in &self.names {
            arguments.push("names", value.as_str());
        }
        if let Some(value) = &self.day {
            arguments.push("day", request::date(*value, "yyyyMMdd"));
        }
        if let Some(value) = &self.on {
            arguments.push("on", request::date(*value, "yyyy-MM-dd"));
        }
        if let Some(value) = &self.exact {
            arguments.push("exact", value.to_string());
        }
        if let Some(value) = &self.full {
            arguments.push("full", value.as_wire());
        }
        if let Some(value) = &self.ratio {
            arguments.push("ratio", value.to_string());
        }
        if let Some(value) = &self.filter {
            arguments.push("filter", request::json(value));
        }
        arguments
    }
}

/// What must hold.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Filter {
    /// First.
    pub b: i64,
    /// Second.
    pub a: Option<String>,
}

impl Filter {
    /// The object with what the document requires.
    ///
    /// `b`: First.
    #[must_use]
    pub fn new(b: i64) -> Self {
        Self { b, a: None }
    }

    /// Second.
    #[must_use]
    pub fn a(mut self, a: impl Into<String>) -> Self {
        self.a = Some(a.into());
        self
    }
}

impl serde::Serialize for Filter {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut members = serializer.serialize_map(None)?;
        serde::ser::SerializeMap::serialize_entry(&mut members, "b", &self.b)?;
        if let Some(value) = &self.a {
            serde::ser::SerializeMap::serialize_entry(&mut members, "a", value)?;
        }
        serde::ser::SerializeMap::end(members)
    }
}

/// What the document describes here without a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Which {
    /// `a`
    A,
    /// `b`
    B,
}

impl Which {
    /// Every documented value.
    pub const ALL: &'static [Self] = &[Self::A, Self::B];

    /// The value on the wire.
    #[must_use]
    pub fn as_wire(self) -> &'static str {
        match self {
            Self::A => "a",
            Self::B => "b",
        }
    }

    /// The documented value of that wire text.
    #[must_use]
    pub fn from_wire(value: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|known| known.as_wire() == value)
    }
}

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for Which {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Which".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        const VALUES: &[(&str, &str)] = &[("a", ""), ("b", "")];
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

/// Yes or no.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum YesNo {
    /// `Y` 是
    Yes,
    /// `N` 否
    No,
}

impl YesNo {
    /// Every documented value.
    pub const ALL: &'static [Self] = &[Self::Yes, Self::No];

    /// The value on the wire.
    #[must_use]
    pub fn as_wire(self) -> &'static str {
        match self {
            Self::Yes => "Y",
            Self::No => "N",
        }
    }

    /// The documented value of that wire text.
    #[must_use]
    pub fn from_wire(value: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|known| known.as_wire() == value)
    }
}

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for YesNo {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "YesNo".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        const VALUES: &[(&str, &str)] = &[("Y", "是"), ("N", "否")];
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
/// The whole reply of 问法 (Asking), envelope included.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    serde(default),
    schemars(transform = wire::without_defaults)
)]
#[non_exhaustive]
pub struct Reply {
    /// Whether it worked.
    pub success: wire::Field<bool>,
    /// The message.
    pub msg: wire::Field<wire::Text>,
    /// The records.
    pub result: wire::Field<Vec<Row>>,
    /// Fields that the document does not list, and those that cannot be read.
    #[cfg_attr(feature = "schemars", serde(flatten))]
    pub extra: wire::Extra,
}

impl operation::Reply for Reply {
    type Record = Row;

    fn records(&self) -> &[Row] {
        self.result.as_slice()
    }

    fn into_records(self) -> Vec<Row> {
        self.result.into_option().unwrap_or_default()
    }

    fn total(&self) -> Option<i64> {
        None
    }
}

/// A record.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    serde(default),
    schemars(transform = wire::without_defaults)
)]
#[non_exhaustive]
pub struct Row {
    /// The case number.
    ///
    /// 案号
    ///
    /// On the wire: `caseNo`.
    #[cfg_attr(feature = "schemars", serde(rename = "caseNo"))]
    pub case_no: wire::Field<wire::Text>,
    /// Fields that the document does not list, and those that cannot be read.
    #[cfg_attr(feature = "schemars", serde(flatten))]
    pub extra: wire::Extra,
}

wire::objects! {
    Reply {
        "success" => success,
        "msg" => msg,
        "result" => result,
    }
    Row {
        "caseNo" => case_no,
    }
}
