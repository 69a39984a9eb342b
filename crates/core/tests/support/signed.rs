//! A vendor that signs its replies and skips records: GET, header credentials, codes as text.

use zhixing_core::flatten::Policy;
use zhixing_core::operation;
use zhixing_core::record::Kind;
use zhixing_core::request::Arguments;
use zhixing_core::sign::{
    Algorithm, AuthField, Derived, Encoding, HexCase, Joined, Part, Place, Recipe, TimeFormat,
};
use zhixing_core::spec::{
    self, Advice, BaseUrl, Bilingual, Cause, Class, CredentialSpec, Envelope, HttpStatus, Method,
    Operation, Paging, Parameter, Retry, Role, Rule, Status, Vendor,
};
use zhixing_core::verify::ReplySignature;
use zhixing_core::wire::{self, Extra, Field, Personal};

use super::status;

pub const VENDOR_TITLE: Bilingual = Bilingual {
    zh: "印",
    en: "Signet",
};

pub static VENDOR: Vendor = Vendor {
    name: "signet",
    title: VENDOR_TITLE,
    document: "文档",
    base_url: BaseUrl {
        url: Some("https://signet.test"),
        environment: "SIGNET_BASE_URL",
        whole_endpoint: false,
    },
    credentials: &[
        CredentialSpec {
            name: "key",
            environment: "SIGNET_KEY",
            description: "The key.",
        },
        CredentialSpec {
            name: "secret",
            environment: "SIGNET_SECRET",
            description: "The secret.",
        },
    ],
    auth: Recipe {
        values: &[
            ("timestamp", Derived::Clock(TimeFormat::EpochMillis)),
            (
                "sign",
                Derived::Digest {
                    algorithm: Algorithm::Md5,
                    encoding: Encoding::Hex(HexCase::Lower),
                    text: Joined::new(&[
                        Part::Credential("key"),
                        Part::Value("timestamp"),
                        Part::Credential("secret"),
                    ]),
                },
            ),
        ],
        fields: &[
            AuthField {
                place: Place::Header,
                name: "appkey",
                value: &[Part::Credential("key")],
            },
            AuthField {
                place: Place::Header,
                name: "timestamp",
                value: &[Part::Value("timestamp")],
            },
            AuthField {
                place: Place::Header,
                name: "sign",
                value: &[Part::Value("sign")],
            },
        ],
    },
    statuses: &[
        status("200", Class::Success, Some(true)),
        status("201", Class::NoData, Some(true)),
        Status {
            causes: &[
                Cause::UnknownKey,
                Cause::BadSignature,
                Cause::StaleTimestamp,
            ],
            ..status("101", Class::Auth, Some(false))
        },
        status("102", Class::Balance, Some(false)),
        Status {
            advice: Some(Advice {
                retry: Retry::AfterSeconds(7200),
                verbatim: Some("两小时"),
                description: "Wait two hours.",
            }),
            ..status("110", Class::Rate, None)
        },
    ],
    http_statuses: &[
        HttpStatus {
            status: 502,
            meaning: "网关错误",
            class: Class::Server,
            advice: Some(Advice {
                retry: Retry::Immediately,
                verbatim: None,
                description: "Ask again.",
            }),
        },
        HttpStatus {
            status: 503,
            meaning: "服务不可用",
            class: Class::Server,
            advice: Some(Advice {
                retry: Retry::Later,
                verbatim: None,
                description: "Ask again later.",
            }),
        },
    ],
    reply_signature: Some(ReplySignature {
        payload: &["data"],
        signature: &["sign"],
        separator: "&secret_key=",
        credential: "secret",
        algorithm: Algorithm::Md5,
        case: HexCase::Lower,
        policy: Policy::DEFAULT,
    }),
    operations: &[&OPERATION],
};

pub static OPERATION: Operation = Operation {
    vendor: &VENDOR,
    name: "list",
    title: Bilingual {
        zh: "列表",
        en: "List",
    },
    section: "1",
    lists: &[Kind::Dishonest],
    method: Method::Get,
    path: "/v1/list",
    parameters: &[
        Parameter {
            name: "keyword",
            required: true,
            default: None,
            place: Place::Query,
            rule: Rule::Text { min: 1, max: None },
            role: Some(Role::Subject),
            personal: true,
            description: "The name.",
            verbatim: "名称",
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
            description: "How many to skip.",
            verbatim: "跳过",
        },
    ],
    envelope: Envelope {
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
                spec::Field::new("status", spec::Shape::Text),
                spec::Field::new("data", spec::Shape::Object("Data")),
                spec::Field::new("sign", spec::Shape::Text),
            ],
        },
        spec::Object {
            name: "Data",
            schema: "/reply/properties/data",
            fields: &[
                spec::Field::new("total", spec::Shape::Integer),
                spec::Field::new("items", spec::Shape::List(&spec::Shape::Object("Item"))),
            ],
        },
        spec::Object {
            name: "Item",
            schema: "/reply/properties/data/properties/items/items",
            fields: &[
                spec::Field::new("oper_name", spec::Shape::Text),
                spec::Field::new("number", spec::Shape::Integer),
            ],
        },
    ],
    none: None,
    returned: Some(&["data", "num"]),
    paging: Some(Paging::Offset {
        parameter: "skip",
        size: 3,
    }),
};

#[derive(Debug, Clone)]
pub struct Request {
    pub keyword: Personal,
    pub skip: Option<i64>,
}

impl Request {
    pub fn new(keyword: impl Into<Personal>) -> Self {
        Self {
            keyword: keyword.into(),
            skip: None,
        }
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

#[derive(Debug, Clone, PartialEq)]
pub struct Reply {
    pub status: Field<wire::Text>,
    pub data: Field<Data>,
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

#[derive(Debug, Clone, PartialEq)]
pub struct Data {
    pub total: Field<i64>,
    pub items: Field<Vec<Item>>,
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    pub oper_name: Field<Personal>,
    pub number: Field<i64>,
    pub extra: Extra,
}

wire::objects! {
    Reply {
        "status" => status,
        "data" => data,
    }
    Data {
        "total" => total,
        "items" => items,
    }
    Item {
        "oper_name" => oper_name,
        "number" => number,
    }
}
