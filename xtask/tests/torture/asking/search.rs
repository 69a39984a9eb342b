// Made by `cargo xtask codegen --vendor asking` from schemas/asking/search.json. Do not edit.

//! A search by JSON (查询).
//!
//! Source: 请求大全, section 1.

use zhixing_core::{operation, record, request, sign, spec, wire};

/// The operation, as its document describes it.
pub static OPERATION: spec::Operation = spec::Operation {
    vendor: &super::VENDOR,
    name: "search",
    title: spec::Bilingual {
        zh: "查询",
        en: "A search by JSON",
    },
    section: "1",
    lists: &[],
    method: spec::Method::Post,
    path: "/v2/{region}/cases/{id}.json",
    parameters: &[
        spec::Parameter {
            name: "region",
            required: true,
            default: None,
            place: sign::Place::Path,
            rule: spec::Rule::Text {
                min: 0,
                max: None,
            },
            role: None,
            personal: false,
            description: "The province.",
            verbatim: "",
        },
        spec::Parameter {
            name: "id",
            required: true,
            default: None,
            place: sign::Place::Path,
            rule: spec::Rule::Integer {
                min: Some(1),
                max: None,
            },
            role: None,
            personal: false,
            description: "The file.",
            verbatim: "",
        },
        spec::Parameter {
            name: "name",
            required: true,
            default: None,
            place: sign::Place::Json,
            rule: spec::Rule::Text {
                min: 2,
                max: Some(20),
            },
            role: Some(spec::Role::Subject),
            personal: true,
            description: "Who.",
            verbatim: "",
        },
        spec::Parameter {
            name: "page",
            required: false,
            default: Some("1"),
            place: sign::Place::Json,
            rule: spec::Rule::Integer {
                min: Some(1),
                max: None,
            },
            role: None,
            personal: false,
            description: "The page.",
            verbatim: "",
        },
        spec::Parameter {
            name: "exact",
            required: true,
            default: None,
            place: sign::Place::Json,
            rule: spec::Rule::Boolean,
            role: None,
            personal: false,
            description: "Whether the whole name.",
            verbatim: "",
        },
        spec::Parameter {
            name: "ratio",
            required: false,
            default: None,
            place: sign::Place::Json,
            rule: spec::Rule::Number {
                min: Some(0),
                max: Some(1),
            },
            role: None,
            personal: false,
            description: "How alike.",
            verbatim: "",
        },
        spec::Parameter {
            name: "since",
            required: false,
            default: None,
            place: sign::Place::Json,
            rule: spec::Rule::Date("yyyy/MM/dd"),
            role: None,
            personal: false,
            description: "From that day.",
            verbatim: "",
        },
        spec::Parameter {
            name: "channel",
            required: false,
            default: None,
            place: sign::Place::Json,
            rule: spec::Rule::Constant {
                value: "api",
                quoted: true,
            },
            role: None,
            personal: false,
            description: "Always the same.",
            verbatim: "",
        },
        spec::Parameter {
            name: "limit",
            required: false,
            default: None,
            place: sign::Place::Json,
            rule: spec::Rule::Constant {
                value: "50",
                quoted: false,
            },
            role: None,
            personal: false,
            description: "Always the same number.",
            verbatim: "",
        },
        spec::Parameter {
            name: "kinds",
            required: false,
            default: None,
            place: sign::Place::Json,
            rule: spec::Rule::List {
                items: &spec::Rule::OneOfNumbers(&[("1", "失信"), ("2", "被执行")]),
                min: 1,
                max: Some(2),
                style: spec::ListStyle::Json,
            },
            role: None,
            personal: false,
            description: "Which lists.",
            verbatim: "",
        },
        spec::Parameter {
            name: "tags",
            required: false,
            default: None,
            place: sign::Place::Json,
            rule: spec::Rule::List {
                items: &spec::Rule::Text {
                    min: 1,
                    max: Some(4),
                },
                min: 0,
                max: Some(3),
                style: spec::ListStyle::Json,
            },
            role: None,
            personal: false,
            description: "Words.",
            verbatim: "",
        },
        spec::Parameter {
            name: "filter",
            required: true,
            default: None,
            place: sign::Place::Json,
            rule: spec::Rule::Object(
                &[
                    spec::Member {
                        name: "法院",
                        required: true,
                        rule: spec::Rule::Text {
                            min: 0,
                            max: None,
                        },
                    },
                    spec::Member {
                        name: "amount",
                        required: true,
                        rule: spec::Rule::Object(
                            &[
                                spec::Member {
                                    name: "from",
                                    required: false,
                                    rule: spec::Rule::Number {
                                        min: Some(0),
                                        max: None,
                                    },
                                },
                                spec::Member {
                                    name: "to",
                                    required: false,
                                    rule: spec::Rule::Number {
                                        min: None,
                                        max: None,
                                    },
                                },
                            ],
                        ),
                    },
                    spec::Member {
                        name: "version",
                        required: false,
                        rule: spec::Rule::Constant {
                            value: "3",
                            quoted: false,
                        },
                    },
                    spec::Member {
                        name: "days",
                        required: false,
                        rule: spec::Rule::List {
                            items: &spec::Rule::Date("yyyy-MM-dd"),
                            min: 0,
                            max: Some(2),
                            style: spec::ListStyle::Json,
                        },
                    },
                    spec::Member {
                        name: "state",
                        required: false,
                        rule: spec::Rule::OneOf(&[("open", ""), ("closed", "")]),
                    },
                    spec::Member {
                        name: "level",
                        required: false,
                        rule: spec::Rule::OneOfNumbers(&[("1", ""), ("2", "")]),
                    },
                    spec::Member {
                        name: "until",
                        required: false,
                        rule: spec::Rule::Date("yyyyMMdd"),
                    },
                    spec::Member {
                        name: "note",
                        required: false,
                        rule: spec::Rule::JsonText(
                            &spec::Rule::Object(
                                &[
                                    spec::Member {
                                        name: "name",
                                        required: true,
                                        rule: spec::Rule::Text {
                                            min: 1,
                                            max: None,
                                        },
                                    },
                                    spec::Member {
                                        name: "age",
                                        required: false,
                                        rule: spec::Rule::Integer {
                                            min: Some(0),
                                            max: Some(150),
                                        },
                                    },
                                ],
                            ),
                        ),
                    },
                ],
            ),
            role: None,
            personal: true,
            description: "What must hold.",
            verbatim: "",
        },
        spec::Parameter {
            name: "parties",
            required: false,
            default: None,
            place: sign::Place::Json,
            rule: spec::Rule::List {
                items: &spec::Rule::Object(
                    &[
                        spec::Member {
                            name: "name",
                            required: true,
                            rule: spec::Rule::Text {
                                min: 1,
                                max: None,
                            },
                        },
                        spec::Member {
                            name: "age",
                            required: false,
                            rule: spec::Rule::Integer {
                                min: Some(0),
                                max: Some(150),
                            },
                        },
                    ],
                ),
                min: 0,
                max: Some(2),
                style: spec::ListStyle::Json,
            },
            role: None,
            personal: true,
            description: "Who else.",
            verbatim: "",
        },
        spec::Parameter {
            name: "lead",
            required: false,
            default: None,
            place: sign::Place::Json,
            rule: spec::Rule::Object(
                &[
                    spec::Member {
                        name: "name",
                        required: true,
                        rule: spec::Rule::Text {
                            min: 1,
                            max: None,
                        },
                    },
                    spec::Member {
                        name: "age",
                        required: false,
                        rule: spec::Rule::Integer {
                            min: Some(0),
                            max: Some(150),
                        },
                    },
                ],
            ),
            role: None,
            personal: true,
            description: "Who leads.",
            verbatim: "",
        },
        spec::Parameter {
            name: "matrix",
            required: false,
            default: None,
            place: sign::Place::Json,
            rule: spec::Rule::List {
                items: &spec::Rule::List {
                    items: &spec::Rule::Integer {
                        min: None,
                        max: None,
                    },
                    min: 1,
                    max: None,
                    style: spec::ListStyle::Json,
                },
                min: 0,
                max: None,
                style: spec::ListStyle::Json,
            },
            role: None,
            personal: false,
            description: "Rows of numbers.",
            verbatim: "",
        },
        spec::Parameter {
            name: "X-Trace",
            required: false,
            default: None,
            place: sign::Place::Header,
            rule: spec::Rule::List {
                items: &spec::Rule::Text {
                    min: 0,
                    max: None,
                },
                min: 0,
                max: None,
                style: spec::ListStyle::Joined(", "),
            },
            role: None,
            personal: false,
            description: "Where it came from.",
            verbatim: "",
        },
        spec::Parameter {
            name: "trace",
            required: false,
            default: None,
            place: sign::Place::Query,
            rule: spec::Rule::Text {
                min: 0,
                max: None,
            },
            role: None,
            personal: false,
            description: "For the log.",
            verbatim: "",
        },
        spec::Parameter {
            name: "Accept-Version",
            required: false,
            default: None,
            place: sign::Place::Header,
            rule: spec::Rule::Constant {
                value: "2",
                quoted: true,
            },
            role: None,
            personal: false,
            description: "A header that every call carries.",
            verbatim: "",
        },
        spec::Parameter {
            name: "X-Source",
            required: false,
            default: None,
            place: sign::Place::Header,
            rule: spec::Rule::Constant {
                value: "a \"b\" ~",
                quoted: true,
            },
            role: None,
            personal: false,
            description: "A header that every call carries.",
            verbatim: "",
        },
    ],
    envelope: spec::Envelope {
        code: &["code"],
        message: &["message"],
        payload: Some(&["data"]),
        order_number: None,
    },
    reply: &[
        spec::Object {
            name: "Reply",
            schema: "/reply",
            fields: &[
                spec::Field::new(
                    "code",
                    spec::Shape::Any(&[spec::JsonType::Text, spec::JsonType::Integer]),
                ),
                spec::Field::new("message", spec::Shape::Text),
                spec::Field::new("data", spec::Shape::Object("Data")),
            ],
        },
        spec::Object {
            name: "Data",
            schema: "/reply/properties/data",
            fields: &[
                spec::Field::new("rows", spec::Shape::List(&spec::Shape::Object("Row"))),
            ],
        },
        spec::Object {
            name: "Row",
            schema: "/reply/properties/data/properties/rows/items",
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
    /// The province.
    pub region: String,
    /// The file.
    ///
    /// At least 1.
    #[cfg_attr(feature = "schemars", schemars(range(min = 1)))]
    pub id: i64,
    /// Who.
    ///
    /// From 2 to 20 characters.
    #[cfg_attr(feature = "schemars", schemars(length(min = 2, max = 20)))]
    pub name: wire::Personal,
    /// The page.
    ///
    /// At least 1. Left out, the vendor assumes `1`.
    #[cfg_attr(feature = "schemars", schemars(range(min = 1)))]
    pub page: Option<i64>,
    /// Whether the whole name.
    pub exact: bool,
    /// How alike.
    ///
    /// From 0 to 1.
    #[cfg_attr(feature = "schemars", schemars(range(min = 0, max = 1)))]
    pub ratio: Option<f64>,
    /// From that day.
    ///
    /// A day, written `yyyy/MM/dd`.
    pub since: Option<record::Date>,
    /// Which lists.
    ///
    /// From 1 to 2 items.
    #[cfg_attr(
        feature = "schemars",
        schemars(
            length(min = 1, max = 2),
            default,
            skip_serializing_if = "Vec::is_empty"
        )
    )]
    pub kinds: Vec<Kind>,
    /// Words.
    ///
    /// At most 3 items.
    #[cfg_attr(
        feature = "schemars",
        schemars(
            length(max = 3),
            inner(length(min = 1, max = 4)),
            default,
            skip_serializing_if = "Vec::is_empty"
        )
    )]
    pub tags: Vec<String>,
    /// What must hold.
    pub filter: Filter,
    /// Who else.
    ///
    /// At most 2 items.
    #[cfg_attr(
        feature = "schemars",
        schemars(length(max = 2), default, skip_serializing_if = "Vec::is_empty")
    )]
    pub parties: Vec<Party>,
    /// Who leads.
    pub lead: Option<Party>,
    /// Rows of numbers.
    #[cfg_attr(
        feature = "schemars",
        schemars(inner(length(min = 1)), default, skip_serializing_if = "Vec::is_empty")
    )]
    pub matrix: Vec<Vec<i64>>,
    /// Where it came from.
    ///
    /// On the wire: `X-Trace`. Sent as one value with `, ` between the items.
    #[cfg_attr(
        feature = "schemars",
        schemars(rename = "X-Trace", default, skip_serializing_if = "Vec::is_empty")
    )]
    pub x_trace: Vec<String>,
    /// For the log.
    pub trace: Option<String>,
}

impl Request {
    /// A request with what the document requires.
    ///
    /// `region`: The province.
    ///
    /// `id`: The file.
    ///
    /// `name`: Who.
    ///
    /// `exact`: Whether the whole name.
    ///
    /// `filter`: What must hold.
    #[must_use]
    pub fn new(
        region: impl Into<String>,
        id: i64,
        name: impl Into<wire::Personal>,
        exact: bool,
        filter: Filter,
    ) -> Self {
        Self {
            region: region.into(),
            id,
            name: name.into(),
            page: None,
            exact,
            ratio: None,
            since: None,
            kinds: Vec::new(),
            tags: Vec::new(),
            filter,
            parties: Vec::new(),
            lead: None,
            matrix: Vec::new(),
            x_trace: Vec::new(),
            trace: None,
        }
    }

    /// The page.
    #[must_use]
    pub fn page(mut self, page: i64) -> Self {
        self.page = Some(page);
        self
    }

    /// How alike.
    #[must_use]
    pub fn ratio(mut self, ratio: f64) -> Self {
        self.ratio = Some(ratio);
        self
    }

    /// From that day.
    #[must_use]
    pub fn since(mut self, since: record::Date) -> Self {
        self.since = Some(since);
        self
    }

    /// Which lists.
    #[must_use]
    pub fn kinds(mut self, kinds: impl IntoIterator<Item = Kind>) -> Self {
        self.kinds = kinds.into_iter().collect();
        self
    }

    /// Words.
    #[must_use]
    pub fn tags(mut self, tags: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.tags = tags.into_iter().map(Into::into).collect();
        self
    }

    /// Who else.
    #[must_use]
    pub fn parties(mut self, parties: impl IntoIterator<Item = Party>) -> Self {
        self.parties = parties.into_iter().collect();
        self
    }

    /// Who leads.
    #[must_use]
    pub fn lead(mut self, lead: Party) -> Self {
        self.lead = Some(lead);
        self
    }

    /// Rows of numbers.
    #[must_use]
    pub fn matrix(mut self, matrix: impl IntoIterator<Item = Vec<i64>>) -> Self {
        self.matrix = matrix.into_iter().collect();
        self
    }

    /// Where it came from.
    #[must_use]
    pub fn x_trace(
        mut self,
        x_trace: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.x_trace = x_trace.into_iter().map(Into::into).collect();
        self
    }

    /// For the log.
    #[must_use]
    pub fn trace(mut self, trace: impl Into<String>) -> Self {
        self.trace = Some(trace.into());
        self
    }
}

impl operation::Request for Request {
    type Reply = Reply;
    const OPERATION: &'static spec::Operation = &OPERATION;

    fn arguments(&self) -> request::Arguments {
        let mut arguments = request::Arguments::new();
        arguments.push("region", self.region.as_str());
        arguments.push("id", self.id.to_string());
        arguments.push("name", self.name.as_str());
        if let Some(value) = &self.page {
            arguments.push("page", value.to_string());
        }
        arguments.push("exact", self.exact.to_string());
        if let Some(value) = &self.ratio {
            arguments.push("ratio", value.to_string());
        }
        if let Some(value) = &self.since {
            arguments.push("since", request::date(*value, "yyyy/MM/dd"));
        }
        for value in &self.kinds {
            arguments.push("kinds", value.as_wire());
        }
        for value in &self.tags {
            arguments.push("tags", value.as_str());
        }
        arguments.push("filter", request::json(&self.filter));
        if !self.parties.is_empty() {
            arguments.push("parties", request::json(&self.parties));
        }
        if let Some(value) = &self.lead {
            arguments.push("lead", request::json(value));
        }
        if !self.matrix.is_empty() {
            arguments.push("matrix", request::json(&self.matrix));
        }
        for value in &self.x_trace {
            arguments.push("X-Trace", value.as_str());
        }
        if let Some(value) = &self.trace {
            arguments.push("trace", value.as_str());
        }
        arguments
    }
}

/// How much.
#[derive(Debug, Clone, PartialEq, Default)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Amount {
    /// At least.
    ///
    /// At least 0.
    #[cfg_attr(feature = "schemars", schemars(range(min = 0)))]
    pub from: Option<f64>,
    /// At most.
    pub to: Option<f64>,
}

impl Amount {
    /// The object; the document requires nothing.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// At least.
    #[must_use]
    pub fn from(mut self, from: f64) -> Self {
        self.from = Some(from);
        self
    }

    /// At most.
    #[must_use]
    pub fn to(mut self, to: f64) -> Self {
        self.to = Some(to);
        self
    }
}

impl serde::Serialize for Amount {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut members = serializer.serialize_map(None)?;
        if let Some(value) = &self.from {
            serde::ser::SerializeMap::serialize_entry(&mut members, "from", value)?;
        }
        if let Some(value) = &self.to {
            serde::ser::SerializeMap::serialize_entry(&mut members, "to", value)?;
        }
        serde::ser::SerializeMap::end(members)
    }
}

/// Somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Party {
    /// Whoever it is.
    ///
    /// Not empty. Says something of a person: masked in Debug.
    #[cfg_attr(feature = "schemars", schemars(length(min = 1)))]
    pub name: wire::Personal,
    /// Years.
    ///
    /// From 0 to 150.
    #[cfg_attr(feature = "schemars", schemars(range(min = 0, max = 150)))]
    pub age: Option<i64>,
}

impl Party {
    /// The object with what the document requires.
    ///
    /// `name`: Whoever it is.
    #[must_use]
    pub fn new(name: impl Into<wire::Personal>) -> Self {
        Self {
            name: name.into(),
            age: None,
        }
    }

    /// Years.
    #[must_use]
    pub fn age(mut self, age: i64) -> Self {
        self.age = Some(age);
        self
    }
}

impl serde::Serialize for Party {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut members = serializer.serialize_map(None)?;
        serde::ser::SerializeMap::serialize_entry(&mut members, "name", &self.name)?;
        if let Some(value) = &self.age {
            serde::ser::SerializeMap::serialize_entry(&mut members, "age", value)?;
        }
        serde::ser::SerializeMap::end(members)
    }
}

/// What must hold.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Filter {
    /// The court.
    ///
    /// On the wire: `法院`.
    #[cfg_attr(feature = "schemars", schemars(rename = "法院"))]
    pub court: String,
    /// How much.
    pub amount: Amount,
    /// On these days.
    ///
    /// At most 2 items.
    #[cfg_attr(
        feature = "schemars",
        schemars(length(max = 2), default, skip_serializing_if = "Vec::is_empty")
    )]
    pub days: Vec<record::Date>,
    /// Which state.
    pub state: Option<State>,
    /// Which level.
    pub level: Option<Level>,
    /// Until that day.
    ///
    /// A day, written `yyyyMMdd`.
    pub until: Option<record::Date>,
    /// JSON in text.
    pub note: Option<Party>,
}

impl Filter {
    /// The object with what the document requires.
    ///
    /// `court`: The court.
    ///
    /// `amount`: How much.
    #[must_use]
    pub fn new(court: impl Into<String>, amount: Amount) -> Self {
        Self {
            court: court.into(),
            amount,
            days: Vec::new(),
            state: None,
            level: None,
            until: None,
            note: None,
        }
    }

    /// On these days.
    #[must_use]
    pub fn days(mut self, days: impl IntoIterator<Item = record::Date>) -> Self {
        self.days = days.into_iter().collect();
        self
    }

    /// Which state.
    #[must_use]
    pub fn state(mut self, state: State) -> Self {
        self.state = Some(state);
        self
    }

    /// Which level.
    #[must_use]
    pub fn level(mut self, level: Level) -> Self {
        self.level = Some(level);
        self
    }

    /// Until that day.
    #[must_use]
    pub fn until(mut self, until: record::Date) -> Self {
        self.until = Some(until);
        self
    }

    /// JSON in text.
    #[must_use]
    pub fn note(mut self, note: Party) -> Self {
        self.note = Some(note);
        self
    }
}

impl serde::Serialize for Filter {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut members = serializer.serialize_map(None)?;
        serde::ser::SerializeMap::serialize_entry(&mut members, "法院", &self.court)?;
        serde::ser::SerializeMap::serialize_entry(&mut members, "amount", &self.amount)?;
        if !self.days.is_empty() {
            serde::ser::SerializeMap::serialize_entry(
                &mut members,
                "days",
                &self
                    .days
                    .iter()
                    .map(|value| request::date(*value, "yyyy-MM-dd"))
                    .collect::<Vec<_>>(),
            )?;
        }
        if let Some(value) = &self.state {
            serde::ser::SerializeMap::serialize_entry(
                &mut members,
                "state",
                value.as_wire(),
            )?;
        }
        if let Some(value) = &self.level {
            serde::ser::SerializeMap::serialize_entry(
                &mut members,
                "level",
                &request::number(value.as_wire()),
            )?;
        }
        if let Some(value) = &self.until {
            serde::ser::SerializeMap::serialize_entry(
                &mut members,
                "until",
                &request::date(*value, "yyyyMMdd"),
            )?;
        }
        if let Some(value) = &self.note {
            serde::ser::SerializeMap::serialize_entry(
                &mut members,
                "note",
                &request::json(value),
            )?;
        }
        serde::ser::SerializeMap::end(members)
    }
}

/// What the document describes here without a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Kind {
    /// `1` 失信
    Dishonest,
    /// `2` 被执行
    Enforced,
}

impl Kind {
    /// Every documented value.
    pub const ALL: &'static [Self] = &[Self::Dishonest, Self::Enforced];

    /// The value on the wire.
    #[must_use]
    pub fn as_wire(self) -> &'static str {
        match self {
            Self::Dishonest => "1",
            Self::Enforced => "2",
        }
    }

    /// The documented value of that wire text.
    #[must_use]
    pub fn from_wire(value: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|known| known.as_wire() == value)
    }
}

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for Kind {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Kind".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        const VALUES: &[(i64, &str)] = &[(1, "失信"), (2, "被执行")];
        let values = VALUES
            .iter()
            .map(|(value, meaning)| {
                schemars::json_schema!({ "const" : value, "description" : meaning })
            });
        schemars::json_schema!(
            { "type" : "integer", "oneOf" : values.collect:: < Vec < _ >> () }
        )
    }
}

/// Which state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum State {
    /// `open`
    Open,
    /// `closed`
    Closed,
}

impl State {
    /// Every documented value.
    pub const ALL: &'static [Self] = &[Self::Open, Self::Closed];

    /// The value on the wire.
    #[must_use]
    pub fn as_wire(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Closed => "closed",
        }
    }

    /// The documented value of that wire text.
    #[must_use]
    pub fn from_wire(value: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|known| known.as_wire() == value)
    }
}

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for State {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "State".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        const VALUES: &[(&str, &str)] = &[("open", ""), ("closed", "")];
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

/// Which level.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Level {
    /// `1`
    Value1,
    /// `2`
    Value2,
}

impl Level {
    /// Every documented value.
    pub const ALL: &'static [Self] = &[Self::Value1, Self::Value2];

    /// The value on the wire.
    #[must_use]
    pub fn as_wire(self) -> &'static str {
        match self {
            Self::Value1 => "1",
            Self::Value2 => "2",
        }
    }

    /// The documented value of that wire text.
    #[must_use]
    pub fn from_wire(value: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|known| known.as_wire() == value)
    }
}

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for Level {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Level".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        const VALUES: &[(i64, &str)] = &[(1, ""), (2, "")];
        let values = VALUES
            .iter()
            .map(|(value, meaning)| {
                schemars::json_schema!({ "const" : value, "description" : meaning })
            });
        schemars::json_schema!(
            { "type" : "integer", "oneOf" : values.collect:: < Vec < _ >> () }
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
    /// The code, with quotes or without.
    pub code: wire::Field<wire::Any>,
    /// The message.
    pub message: wire::Field<wire::Text>,
    /// The result.
    pub data: wire::Field<Data>,
    /// Fields that the document does not list, and those that cannot be read.
    #[cfg_attr(feature = "schemars", serde(flatten))]
    pub extra: wire::Extra,
}

impl operation::Reply for Reply {
    type Record = Row;

    fn records(&self) -> &[Row] {
        self.data.get().map_or(&[], |value| value.rows.as_slice())
    }

    fn into_records(self) -> Vec<Row> {
        self.data
            .into_option()
            .and_then(|value| value.rows.into_option())
            .unwrap_or_default()
    }

    fn total(&self) -> Option<i64> {
        None
    }
}

/// The result.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    serde(default),
    schemars(transform = wire::without_defaults)
)]
#[non_exhaustive]
pub struct Data {
    /// The records.
    pub rows: wire::Field<Vec<Row>>,
    /// Fields that the document does not list, and those that cannot be read.
    #[cfg_attr(feature = "schemars", serde(flatten))]
    pub extra: wire::Extra,
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
        "code" => code,
        "message" => message,
        "data" => data,
    }
    Data {
        "rows" => rows,
    }
    Row {
        "caseNo" => case_no,
    }
}
