//! What a client sends is what is read here, and what no client would send is refused.

use zhixing_core::client::{Builder, Caller};
use zhixing_core::clock::Timestamp;
use zhixing_core::request::Arguments as Asked;
use zhixing_core::sign::{Place, Recipe};
use zhixing_core::spec::{
    BaseUrl, Bilingual, Envelope, ListStyle, Member, Method, Operation, Parameter, Rule, Vendor,
};

use super::super::incoming::Incoming;
use super::Arguments;
use crate::exchange::Url;

const TITLE: Bilingual = Bilingual {
    zh: "问",
    en: "Asking",
};

static VENDOR: Vendor = Vendor {
    name: "asking",
    title: TITLE,
    document: "",
    base_url: BaseUrl {
        url: Some("http://asking.test"),
        environment: "",
        whole_endpoint: false,
    },
    credentials: &[],
    auth: Recipe {
        values: &[],
        fields: &[],
    },
    statuses: &[],
    http_statuses: &[],
    reply_signature: None,
    operations: &[&BODY, &QUERY],
};

const fn operation(
    method: Method,
    path: &'static str,
    parameters: &'static [Parameter],
) -> Operation {
    Operation {
        vendor: &VENDOR,
        name: "ask",
        title: TITLE,
        section: "",
        lists: &[],
        method,
        path,
        parameters,
        envelope: Envelope {
            code: &["code"],
            message: &["message"],
            payload: None,
            order_number: None,
        },
        reply: &[],
        none: None,
        returned: None,
        paging: None,
    }
}

const fn parameter(name: &'static str, place: Place, rule: Rule) -> Parameter {
    Parameter {
        name,
        required: false,
        default: None,
        place,
        rule,
        role: None,
        personal: false,
        description: "",
        verbatim: "",
    }
}

const ANY: Rule = Rule::Text { min: 0, max: None };
const WHOLE: Rule = Rule::Integer {
    min: Some(0),
    max: Some(9),
};
const PARTY: Rule = Rule::Object(&[
    Member {
        name: "name",
        required: true,
        rule: ANY,
    },
    Member {
        name: "age",
        required: false,
        rule: WHOLE,
    },
]);

const fn list(items: &'static Rule, style: ListStyle) -> Rule {
    Rule::List {
        items,
        min: 1,
        max: Some(2),
        style,
    }
}

static BODY: Operation = operation(
    Method::Post,
    "/{region}/cases",
    &[
        Parameter {
            required: true,
            ..parameter("region", Place::Path, ANY)
        },
        parameter("text", Place::Json, ANY),
        parameter("whole", Place::Json, WHOLE),
        parameter("exact", Place::Json, Rule::Boolean),
        parameter("day", Place::Json, Rule::Date("yyyyMMdd")),
        parameter(
            "kinds",
            Place::Json,
            list(
                &Rule::OneOfNumbers(&[("1", ""), ("2", "")]),
                ListStyle::Json,
            ),
        ),
        parameter("party", Place::Json, PARTY),
        parameter("parties", Place::Json, list(&PARTY, ListStyle::Json)),
        parameter(
            "fixed",
            Place::Json,
            Rule::Constant {
                value: "3",
                quoted: false,
            },
        ),
        parameter("X-Trace", Place::Header, list(&ANY, ListStyle::Joined(","))),
    ],
);

static QUERY: Operation = operation(
    Method::Get,
    "/list",
    &[
        parameter("ids", Place::Query, list(&WHOLE, ListStyle::Repeated)),
        parameter("kinds", Place::Query, list(&ANY, ListStyle::Brackets)),
        parameter("courts", Place::Query, list(&ANY, ListStyle::Joined("|"))),
        parameter("spans", Place::Query, list(&WHOLE, ListStyle::Json)),
        parameter("party", Place::Query, Rule::JsonText(&PARTY)),
        parameter(
            "ratio",
            Place::Query,
            Rule::Number {
                min: Some(0),
                max: Some(1),
            },
        ),
    ],
);

/// The request as it would arrive.
fn arrived(operation: &'static Operation, asked: &[(&str, &str)]) -> Incoming {
    let mut arguments = Asked::new();
    asked
        .iter()
        .for_each(|(name, value)| arguments.push(*name, *value));
    let caller: Caller = Builder::new(&VENDOR)
        .transport(crate::Sandbox::new())
        .build()
        .expect("a caller");
    let prepared = caller.prepare(operation, &arguments, Timestamp::UNIX_EPOCH);
    let http = prepared.expect("a request").to_http();
    let url = Url::split(&http.url);
    let body = http.body.unwrap_or_default();
    Incoming::new(
        http.method.as_str(),
        url.path,
        url.query,
        http.headers,
        &body,
    )
}

/// Every argument that was read, in the documented order.
fn read(operation: &'static Operation, asked: &[(&str, &str)]) -> Vec<(&'static str, String)> {
    let request = arrived(operation, asked);
    assert!(request.is_for(operation));
    let arguments = Arguments::read(operation, &request);
    let Ok(arguments) = arguments else {
        panic!("refused: {asked:?}");
    };
    let names = operation.parameters.iter().map(|parameter| parameter.name);
    names
        .flat_map(|name| {
            let values: Vec<String> = arguments.all(name).map(str::to_owned).collect();
            values.into_iter().map(move |value| (name, value))
        })
        .collect()
}

#[test]
fn what_a_client_sends_is_what_is_read() {
    let asked = [
        ("region", "山东+ %2F省"),
        ("text", "a\"b"),
        ("whole", "7"),
        ("exact", "false"),
        ("day", "20240229"),
        ("kinds", "2"),
        ("kinds", "1"),
        ("party", r#"{"age":5,"name":"李四"}"#),
        ("X-Trace", "a"),
        ("X-Trace", "b"),
    ];
    let mut expected: Vec<(&str, String)> = asked
        .iter()
        .map(|(name, value)| (*name, (*value).to_owned()))
        .collect();
    expected.insert(8, ("fixed", "3".to_owned()));
    let mut told = read(&BODY, &asked);
    // Members stand in the order of whoever writes JSON.
    for pairs in [&mut told, &mut expected] {
        for (_, value) in pairs.iter_mut().filter(|(name, _)| *name == "party") {
            let party: serde_json::Value = serde_json::from_str(value).expect("JSON");
            *value = format!("{} {}", party["name"], party["age"]);
        }
    }
    assert_eq!(told, expected);

    let asked = [
        ("ids", "0"),
        ("ids", "9"),
        ("kinds", "a b"),
        ("courts", "上海"),
        ("courts", "北京"),
        ("spans", "3"),
        ("spans", "4"),
        ("party", r#"{"name":"x&y"}"#),
        ("ratio", "0.5"),
    ];
    let expected: Vec<(&str, String)> = asked
        .iter()
        .map(|(name, value)| (*name, (*value).to_owned()))
        .collect();
    assert_eq!(read(&QUERY, &asked), expected);
}

/// The parameter that is told to be wrong, and how.
fn refused(request: &Incoming, operation: &'static Operation) -> (String, String) {
    match Arguments::read(operation, request) {
        Ok(_) => panic!("read"),
        Err(refusal) => (
            refusal.parameter.unwrap_or_default().to_owned(),
            refusal.fault.unwrap_or_default(),
        ),
    }
}

#[test]
fn what_no_client_would_send_is_refused() {
    let kind = || vec![("content-type".to_owned(), "application/json".to_owned())];
    for (body, parameter, fault) in [
        (r#"{"fixed":3,"whole":"7"}"#, "whole", "类型错误"),
        (r#"{"fixed":3,"whole":10}"#, "whole", "不能大于9"),
        (r#"{"fixed":3,"exact":"true"}"#, "exact", "类型错误"),
        (r#"{"fixed":3,"text":5}"#, "text", "类型错误"),
        (
            r#"{"fixed":3,"day":"20230229"}"#,
            "day",
            "应为yyyyMMdd格式的日期",
        ),
        (
            r#"{"fixed":3,"day":"2023-1-1"}"#,
            "day",
            "应为yyyyMMdd格式的日期",
        ),
        (r#"{"fixed":3,"kinds":1}"#, "kinds", "应为数组"),
        (r#"{"fixed":3,"kinds":[]}"#, "kinds", "数量不能小于1"),
        (r#"{"fixed":3,"kinds":[1,2,1]}"#, "kinds", "数量不能大于2"),
        (r#"{"fixed":3,"kinds":[3]}"#, "kinds", "应为1、2之一"),
        (r#"{"fixed":3,"party":"x"}"#, "party", "应为对象"),
        (
            r#"{"fixed":3,"party":{"age":1}}"#,
            "party",
            "name：不能为空",
        ),
        (
            r#"{"fixed":3,"parties":[{"name":"x","age":-1}]}"#,
            "parties",
            "age：不能小于0",
        ),
        (r#"{"fixed":4}"#, "fixed", "应为3"),
        ("{}", "fixed", "不能为空"),
        ("not JSON", "fixed", "不能为空"),
    ] {
        let request = Incoming::new("POST", "/sd/cases", "", kind(), body);
        let told = refused(&request, &BODY);
        assert_eq!(told, (parameter.to_owned(), fault.to_owned()), "{body}");
    }
    for (query, parameter, fault) in [
        ("ids=1&ids=x", "ids", "应为整数"),
        ("ids=1&ids=2&ids=3", "ids", "数量不能大于2"),
        ("courts=a|b|c", "courts", "数量不能大于2"),
        ("spans=%5B1", "spans", "应为JSON"),
        ("spans=%5B%221%22%5D", "spans", "类型错误"),
        ("party=x", "party", "应为JSON"),
        ("ratio=1.5", "ratio", "不能大于1"),
        ("ratio=NaN", "ratio", "应为数字"),
        ("ratio=0&ratio=1", "ratio", "重复"),
    ] {
        let request = Incoming::new("GET", "/list", query, Vec::new(), "");
        let told = refused(&request, &QUERY);
        assert_eq!(told, (parameter.to_owned(), fault.to_owned()), "{query}");
    }
    for path in ["/cases", "//cases", "/a/b/cases", "/sd/cases/x"] {
        let request = Incoming::new("POST", path, "", kind(), "{}");
        assert!(!request.is_for(&BODY), "{path}");
    }
}
