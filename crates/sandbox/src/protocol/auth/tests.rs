//! A sixth vendor, with the building blocks that none of the five needs, served by the same protocol.
//!
//! The five are tested through the sandbox's door, in `tests/auth.rs`; which vendors stand behind it is fixed there, so a
//! foreign one knocks here. Its signature was made by Python, not by this project's code.

use std::net::{IpAddr, Ipv4Addr};

use async_trait::async_trait;
use serde_json::json;
use zhixing_core::client::{Builder, Caller};
use zhixing_core::request::Arguments;
use zhixing_core::sign::{
    Algorithm, Alphabet, Base64, Encoding, Escape, FixedNonce, HexCase, Joined, Order, Parameters,
    RequestPart, Shown, TimeFormat, TimePart,
};
use zhixing_core::spec::{
    BaseUrl, Bilingual, Class, CredentialSpec, Envelope, Parameter, Rule, Status, Vendor,
};
use zhixing_core::transport::{
    Fault, HttpReply, HttpRequest, Limits, Phase, Transport, TransportError,
};

use super::super::{Circumstances, answer};
use super::*;
use crate::served::{Content, Served};
use crate::state::Terms;
use crate::world::World;

const RECIPE: Recipe = Recipe {
    values: &[
        (
            "time",
            Derived::Clock(TimeFormat::Civil {
                parts: &[
                    TimePart::Year,
                    TimePart::Month,
                    TimePart::Day,
                    TimePart::Hour,
                    TimePart::Minute,
                    TimePart::Second,
                ],
                offset_minutes: 480,
            }),
        ),
        (
            "nonce",
            Derived::Nonce(NonceForm::Characters {
                length: 8,
                alphabet: Alphabet::Hex,
            }),
        ),
        (
            "body",
            Derived::Digest {
                algorithm: Algorithm::Sha1,
                encoding: Encoding::Hex(HexCase::Lower),
                text: Joined::new(&[Part::Request(RequestPart::Body)]),
            },
        ),
        (
            "sign",
            Derived::Hmac {
                algorithm: Algorithm::Sha256,
                key: &[Part::Credential("secret"), Part::Literal("&")],
                encoding: Encoding::Base64(Base64::UrlSafe),
                text: Joined {
                    separator: "\n",
                    parts: &[
                        Part::Request(RequestPart::Method),
                        Part::Request(RequestPart::Path),
                        Part::Request(RequestPart::Query),
                        Part::Value("body"),
                        Part::Parameters(&Parameters {
                            places: &[Place::Query, Place::Form],
                            without: &["page"],
                            with: &[
                                ("key", &[Part::Credential("key")]),
                                ("nonce", &[Part::Value("nonce")]),
                                ("time", &[Part::Value("time")]),
                            ],
                            skip_empty: true,
                            order: Order::Name,
                            shown: Shown::Pairs("="),
                            separator: "&",
                            escape: Some(Escape::Form),
                        }),
                    ],
                },
            },
        ),
    ],
    fields: &[
        AuthField {
            place: Place::Query,
            name: "key",
            value: &[Part::Credential("key")],
        },
        AuthField {
            place: Place::Form,
            name: "time",
            value: &[Part::Value("time")],
        },
        AuthField {
            place: Place::Header,
            name: "Authorization",
            value: &[
                Part::Literal("LT "),
                Part::Value("nonce"),
                Part::Literal(":"),
                Part::Value("sign"),
            ],
        },
    ],
};

const fn status(code: &'static str, class: Class, causes: &'static [Cause]) -> Status {
    Status {
        code,
        name: "S",
        meaning: "",
        description: "",
        class,
        valid_request: None,
        old_code: None,
        advice: None,
        causes,
    }
}

static LANTING: Vendor = Vendor {
    name: "lanting",
    title: Bilingual {
        zh: "兰亭",
        en: "Lanting",
    },
    document: "接口文档",
    base_url: BaseUrl {
        url: Some("https://lanting.test"),
        environment: "LANTING_BASE_URL",
        whole_endpoint: false,
    },
    credentials: &[
        CredentialSpec {
            name: "key",
            environment: "LANTING_KEY",
            description: "The key.",
        },
        CredentialSpec {
            name: "secret",
            environment: "LANTING_SECRET",
            description: "The secret.",
        },
    ],
    auth: RECIPE,
    statuses: &[
        status("0", Class::Success, &[]),
        status("1", Class::NoData, &[]),
        status("2", Class::Auth, &[Cause::UnknownKey]),
        status("3", Class::Auth, &[Cause::BadSignature]),
        status("4", Class::Auth, &[Cause::StaleTimestamp]),
    ],
    http_statuses: &[],
    reply_signature: None,
    operations: &[&SEARCH],
};

const fn text(name: &'static str, place: Place) -> Parameter {
    Parameter {
        name,
        required: false,
        default: None,
        place,
        rule: Rule::Text { min: 0, max: None },
        role: None,
        personal: false,
        description: "",
        verbatim: "",
    }
}

static SEARCH: Operation = Operation {
    vendor: &LANTING,
    name: "search",
    title: Bilingual {
        zh: "查询",
        en: "Search",
    },
    section: "1",
    lists: &[],
    method: Method::Post,
    path: "/v1/cases",
    parameters: &[
        text("zone", Place::Query),
        text("name", Place::Form),
        text("page", Place::Query),
        text("empty", Place::Form),
    ],
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
};

static SERVED: Served = Served {
    vendor: &LANTING,
    operation: &SEARCH,
    digest_case: DigestCase::AsDocumented,
    content: |_, _, _| Ok(Content::Nothing(json!({}))),
    nothing: |_| Ok(json!({})),
};

const NOW: &str = "2023-11-14T22:13:20Z";

fn accounts() -> [Holder; 2] {
    ["LK0", "LK"].map(|key| {
        let credentials = Credentials::new()
            .with("key", key)
            .and_then(|held| held.with("secret", "密"));
        Holder::new(
            key.into(),
            credentials.expect("good values"),
            Terms::default(),
        )
    })
}

/// The code that the vendor answers at that time, to the first request that it ever had.
fn code(request: &HttpRequest, now: &str) -> String {
    code_to(&accounts(), request, now)
}

fn code_to(accounts: &[Holder], request: &HttpRequest, now: &str) -> String {
    let (address, query) = request.url.split_once('?').unwrap_or((&request.url, ""));
    let path = address
        .strip_prefix("https://lanting.test")
        .expect("its host");
    let body = request.body.as_deref().unwrap_or_default();
    let headers = request.headers.clone();
    let incoming = Incoming::new(request.method.as_str(), path, query, headers, body);
    let judged = answer(
        &SERVED,
        &Circumstances {
            accounts,
            caller: IpAddr::V4(Ipv4Addr::LOCALHOST),
            now: now.parse().expect("a time"),
            world: &World::new(1),
            next_order: &String::new,
            forced: &|| None,
        },
        &incoming,
    );
    judged.code.expect("a documented code")
}

#[derive(Debug)]
struct Nowhere;

#[async_trait]
impl Transport for Nowhere {
    async fn send(&self, _: &HttpRequest, _: &Limits) -> Result<HttpReply, TransportError> {
        Err(TransportError::new(Fault::NoConnection, Phase::NotSent))
    }
}

fn caller(key: &str) -> Caller {
    Builder::<Caller>::new(&LANTING)
        .credential("key", key)
        .credential("secret", "密")
        .transport(Nowhere)
        .nonces(FixedNonce("0a1b2c3d".into()))
        .build()
        .expect("a client")
}

fn prepared(caller: &Caller, at: &str) -> HttpRequest {
    let arguments = Arguments::new()
        .with("name", "张 三*~")
        .with("zone", "a/b")
        .with("page", "2")
        .with("empty", "");
    let at = at.parse().expect("a time");
    caller
        .prepare(&SEARCH, &arguments, at)
        .expect("a request")
        .to_http()
}

/// ```python
/// import base64, hashlib, hmac
/// query = "zone=a%2Fb&page=2"
/// body = hashlib.sha1("name=%E5%BC%A0%20%E4%B8%89*~&empty=".encode()).hexdigest()
/// signed = "key=LK&name=%E5%BC%A0+%E4%B8%89*%7E&nonce=0a1b2c3d&time=20231115061320&zone=a%2Fb"
/// text = "\n".join(["POST", "/v1/cases", query, body, signed])
/// base64.urlsafe_b64encode(hmac.new("密&".encode(), text.encode(), "sha256").digest())
/// ```
const SIGN: &str = "2-iiccNVhRVZEFKf6Li-spTAgDio0x68wHGyjMP9h0k=";

#[test]
fn a_good_signature_is_let_in_and_no_neighbour_of_it() {
    let good = prepared(&caller("LK"), NOW);
    assert_eq!(
        good.url,
        "https://lanting.test/v1/cases?key=LK&zone=a%2Fb&page=2"
    );
    let body = "time=20231115061320&name=%E5%BC%A0%20%E4%B8%89*~&empty=";
    assert_eq!(good.body.as_deref(), Some(body));
    let authorization = format!("LT 0a1b2c3d:{SIGN}");
    assert_eq!(good.headers[0], ("Authorization".into(), authorization));
    assert_eq!(
        code(&good, NOW),
        "1",
        "nothing is found, by one who was let in"
    );

    let header = |text: String| {
        let mut request = good.clone();
        request.headers[0].1 = text;
        request
    };
    let with_body = |body: &str| {
        let mut request = good.clone();
        request.body = Some(body.into());
        request
    };
    let with_url = |url: &str| {
        let mut request = good.clone();
        request.url = url.into();
        request
    };
    for (request, expected) in [
        // Another signature, another nonce, one of another form, none.
        (header(format!("LT 0a1b2c3d:{}", SIGN.to_lowercase())), "3"),
        (header(format!("LT 0a1b2c3e:{SIGN}")), "3"),
        (header(format!("LT 0A1B2C3D:{SIGN}")), "3"),
        (header(format!("LT {SIGN}")), "3"),
        (header(format!("lt 0a1b2c3d:{SIGN}")), "3"),
        // Another body, query, order of the query, time; no time; a time that is none.
        (with_body(&body.replace("%20", "+")), "3"),
        (with_body(&body.replace("&empty=", "")), "3"),
        (
            with_body(&body.replace("20231115061320", "20231115061321")),
            "3",
        ),
        (with_body(&body.replace("time=20231115061320&", "")), "3"),
        (with_body(&body.replace("20231115", "20231315")), "3"),
        (with_url(&good.url.replace("page=2", "page=3")), "3"),
        (
            with_url("https://lanting.test/v1/cases?key=LK&page=2&zone=a%2Fb"),
            "3",
        ),
        // A key that nobody has, and one of another account that has the same secret.
        (with_url(&good.url.replace("key=LK", "key=LX")), "2"),
        (with_url(&good.url.replace("key=LK", "key=LK0")), "3"),
        (with_url(&good.url.replace("key=LK&", "")), "2"),
        // Where the fields that sign stand among the others is nobody's business.
        (
            with_url("https://lanting.test/v1/cases?zone=a%2Fb&key=LK&page=2"),
            "1",
        ),
    ] {
        assert_eq!(
            code(&request, NOW),
            expected,
            "{} {:?} {:?}",
            request.url,
            request.headers[0],
            request.body
        );
    }
}

/// The signature is right each time; that it was seen is what is wrong.
#[test]
fn a_nonce_is_taken_once_of_each_account() {
    let accounts = accounts();
    let code = |request: &HttpRequest, now: &str| code_to(&accounts, request, now);
    let first = prepared(&caller("LK"), NOW);
    assert_eq!(code(&first, NOW), "1");
    assert_eq!(code(&first, NOW), "3");
    // Signed anew, a second later, with the nonce from before; and by another account.
    let later = "2023-11-14T22:13:21Z";
    assert_eq!(code(&prepared(&caller("LK"), later), later), "3");
    assert_eq!(code(&prepared(&caller("LK0"), NOW), NOW), "1");
    // What was refused has not used its nonce up.
    let other = Builder::<Caller>::new(&LANTING)
        .credential("key", "LK")
        .credential("secret", "密")
        .transport(Nowhere)
        .nonces(FixedNonce("0a1b2c3e".into()));
    let other = prepared(&other.build().expect("a client"), NOW);
    let mut spoilt = other.clone();
    spoilt.body = Some("name=x".into());
    assert_eq!(code(&spoilt, NOW), "3");
    assert_eq!(code(&other, NOW), "1");
}

#[test]
fn every_account_is_found_by_its_own_key() {
    assert_eq!(code(&prepared(&caller("LK0"), NOW), NOW), "1");
    assert_eq!(code(&prepared(&caller("other"), NOW), NOW), "2");
}

#[test]
fn a_written_time_may_be_five_minutes_off() {
    let signed = prepared(&caller("LK"), NOW);
    for (now, expected) in [
        ("2023-11-14T22:08:19.999Z", "4"),
        ("2023-11-14T22:08:20Z", "1"),
        // 20 seconds and a whole second are written alike.
        ("2023-11-14T22:18:20.999Z", "1"),
        ("2023-11-14T22:18:21Z", "4"),
    ] {
        assert_eq!(code(&signed, now), expected, "{now}");
    }
}

#[test]
fn pieces_of_a_field_are_cut_at_its_literals() {
    const PARTS: &[Part] = &[
        Part::Literal("id="),
        Part::Credential("key"),
        Part::Literal(","),
        Part::Value("sign"),
    ];
    let pieces = |text| {
        let pieces = unpick(PARTS, text)?;
        Some(
            pieces
                .into_iter()
                .map(|(_, piece)| piece)
                .collect::<Vec<_>>(),
        )
    };
    assert_eq!(pieces("id=a,b,c"), Some(vec!["a", "b,c"]));
    assert_eq!(pieces("id=,"), Some(vec!["", ""]));
    assert_eq!(pieces("id=a"), None);
    assert_eq!(pieces("ID=a,b"), None);
    const ADJOIN: &[Part] = &[Part::Value("a"), Part::Value("b")];
    assert_eq!(unpick(ADJOIN, "ab"), None);
}
