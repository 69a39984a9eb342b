//! A vendor whose signature stands in the JSON body, among what it signs.

use zhixing_core::client::{Builder, Caller};
use zhixing_core::request::Arguments;
use zhixing_core::sign::{
    Algorithm, AuthField, Derived, Encoding, HexCase, Joined, Order, Parameters, Part, Place,
    Recipe, Shown,
};
use zhixing_core::spec::{Operation, Parameter, Rule, Vendor};

use super::support::{AT, Double, KEY, SECRET, plain};

static RECIPE: Recipe = Recipe {
    values: &[(
        "sign",
        Derived::Digest {
            algorithm: Algorithm::Md5,
            encoding: Encoding::Hex(HexCase::Lower),
            text: Joined {
                separator: "&key=",
                parts: &[
                    Part::Parameters(&Parameters {
                        places: &[Place::Json],
                        without: &[],
                        with: &[("appKey", &[Part::Credential("key")])],
                        skip_empty: true,
                        order: Order::Name,
                        shown: Shown::Pairs("="),
                        separator: "&",
                        escape: None,
                    }),
                    Part::Credential("secret"),
                ],
            },
        },
    )],
    fields: &[
        AuthField {
            place: Place::Json,
            name: "appKey",
            value: &[Part::Credential("key")],
        },
        AuthField {
            place: Place::Json,
            name: "sign",
            value: &[Part::Value("sign")],
        },
    ],
};

const fn member(name: &'static str, rule: Rule) -> Parameter {
    Parameter {
        name,
        required: false,
        default: None,
        place: Place::Json,
        rule,
        role: None,
        personal: false,
        description: "A member.",
        verbatim: "参数",
    }
}

static MEMBERS: [Parameter; 2] = [
    member(
        "page",
        Rule::Integer {
            min: None,
            max: None,
        },
    ),
    member("name", Rule::Text { min: 0, max: None }),
];

/// The plain vendor with this recipe, and its product with a JSON body.
fn signing() -> (&'static Vendor, &'static Operation) {
    let (vendor, operation) = (&plain::VENDOR, &plain::OPERATION);
    let vendor: &Vendor = Box::leak(Box::new(Vendor {
        name: vendor.name,
        title: vendor.title,
        document: vendor.document,
        base_url: vendor.base_url,
        credentials: vendor.credentials,
        auth: RECIPE,
        statuses: vendor.statuses,
        http_statuses: vendor.http_statuses,
        reply_signature: None,
        operations: &[],
    }));
    let operation = Box::leak(Box::new(Operation {
        vendor,
        name: operation.name,
        title: operation.title,
        section: operation.section,
        lists: operation.lists,
        method: operation.method,
        path: operation.path,
        parameters: &MEMBERS,
        envelope: operation.envelope,
        reply: operation.reply,
        none: None,
        returned: None,
        paging: None,
    }));
    (vendor, operation)
}

#[test]
fn the_fields_stand_first_and_are_masked_as_text() {
    let (vendor, operation) = signing();
    let client: Caller = Builder::new(vendor)
        .credential("key", KEY)
        .credential("secret", SECRET)
        .transport(Double::new())
        .build()
        .unwrap();
    let arguments = Arguments::new().with("page", "2").with("name", "张 三");
    let prepared = client
        .prepare(operation, &arguments, AT.parse().unwrap())
        .unwrap();
    // hashlib.md5("appKey=kEyMaRkEr71&name=张 三&page=2&key=sEcReTmArKeR72".encode()).hexdigest()
    let sign = "d82bddf1207d7ea8cfe5eefce7b0ebaa";
    let body = format!(r#"{{"appKey":"{KEY}","sign":"{sign}","page":2,"name":"张 三"}}"#);
    assert_eq!(prepared.to_http().body.as_deref(), Some(body.as_str()));
    assert_eq!(
        prepared.masked().body.as_deref(),
        Some(r#"{"appKey":"***","sign":"***","page":2,"name":"张 三"}"#)
    );
}
