//! Where credentials and identity numbers may go: to the host that they were configured for, and encrypted unless the vendor's document
//! or the caller says otherwise.

mod support;

use proptest::prelude::*;
use support::{AT, Double, KEY, SECRET, builder, plain, signed};
use zhixing_core::Error;
use zhixing_core::client::{Builder, Caller};
use zhixing_core::error::{Counted, Kind};
use zhixing_core::host::origin;
use zhixing_core::request::Arguments;
use zhixing_core::sign::Place;
use zhixing_core::spec::{BaseUrl, Method, Operation, Parameter, Role, Rule, Vendor};

const HTTPS: &str = "must begin with https://: the document prints no http";

/// The reason for which a base URL is refused.
fn refused(built: Result<Caller, Error>) -> Option<&'static str> {
    let error = built.err()?;
    assert_eq!(error.counted(), Counted::No);
    match error.kind() {
        Kind::InvalidBaseUrl { reason } => Some(reason),
        other => panic!("{other}"),
    }
}

#[test]
fn plain_http_is_for_vendors_that_print_it_and_for_this_machine() {
    let of = |vendor, url: &str| refused(builder(vendor, Double::new()).base_url(url).build());
    for (url, reason) in [
        ("https://h.test", None),
        ("http://h.test", Some(HTTPS)),
        ("http://10.0.0.1:8080", Some(HTTPS)),
        ("http://localhost.h.test", Some(HTTPS)),
        ("http://127.0.0.1.h.test", Some(HTTPS)),
        ("http://localhost:8080/x", None),
        ("http://127.0.0.1:1", None),
        ("http://[::1]:1/x", None),
    ] {
        // The first document prints https://, the second http://.
        assert_eq!(of(&signed::VENDOR, url), reason, "{url}");
        assert_eq!(of(&plain::VENDOR, url), None, "{url}");
    }
    let allowed = builder(&signed::VENDOR, Double::new())
        .base_url("http://h.test")
        .dangerously_allow_plain_http();
    assert_eq!(refused(allowed.build()), None);
}

#[test]
fn a_host_cannot_be_made_to_look_like_another() {
    for url in [
        "https://h.test@evil.test",
        "https://h.test\\@evil.test",
        "https://evil.test\\.h.test",
        "https://h.te\u{200b}st",
        "https://tset.h\u{202e}",
        "https://h.test\u{a0}.evil.test",
    ] {
        let built = builder(&signed::VENDOR, Double::new()).base_url(url);
        assert!(refused(built.build()).is_some(), "{url}");
    }
}

const ALL: &[(&str, &str)] = &[
    ("SIGNET_KEY", KEY),
    ("SIGNET_SECRET", SECRET),
    ("SIGNET_BASE_URL", "https://moved.test"),
];

fn found(among: &'static [(&str, &str)]) -> impl Fn(&str) -> Option<String> {
    |variable| {
        let held = among.iter().find(|(name, _)| *name == variable);
        held.map(|(_, value)| (*value).to_owned())
    }
}

/// Whoever can set a variable must not be able to lead a credential of the program's to a host of theirs.
#[test]
fn a_host_that_is_looked_up_gets_no_credential_from_elsewhere() {
    let start = || Builder::<Caller>::new(&signed::VENDOR).transport(Double::new());
    let given = || start().credential("key", KEY).credential("secret", SECRET);
    let host = || found(&ALL[2..]);
    let credentials = || found(&ALL[..2]);

    for (built, why) in [
        (start().from_lookup(found(ALL)), "all from one place"),
        (given().base_url("https://moved.test"), "all in the program"),
        (given().from_lookup(found(&[])), "nothing is found"),
        (start().from_lookup(credentials()), "the document's host"),
        (
            start().from_lookup(found(ALL)).base_url("https://x.test"),
            "the program names the host",
        ),
        (
            given().from_lookup(found(ALL)),
            "what is found takes the place of what was given",
        ),
    ] {
        assert_eq!(refused(built.build()), None, "{why}");
    }
    for (built, why) in [
        (given().from_lookup(host()), "both given, the host found"),
        (
            start()
                .from_lookup(found(ALL))
                .credential("secret", "other"),
            "one given over a found one",
        ),
        (
            start().from_lookup(credentials()).from_lookup(host()),
            "two places",
        ),
        (
            start().from_lookup(found(ALL)).from_lookup(credentials()),
            "the second place names no host",
        ),
    ] {
        let reason = refused(built.build()).unwrap_or_else(|| panic!("{why}"));
        assert!(reason.contains("elsewhere"), "{why}: {reason}");
    }
}

static REGISTER: Vendor = Vendor {
    name: "register",
    title: signed::VENDOR_TITLE,
    document: "文档",
    base_url: BaseUrl {
        url: Some("http://register.test"),
        environment: "REGISTER_BASE_URL",
        whole_endpoint: false,
    },
    credentials: &[],
    auth: zhixing_core::sign::Recipe {
        values: &[],
        fields: &[],
    },
    statuses: &[],
    http_statuses: &[],
    reply_signature: None,
    operations: &[&PERSON],
};

const fn text(name: &'static str, place: Place, role: Option<Role>) -> Parameter {
    Parameter {
        name,
        required: false,
        default: None,
        place,
        rule: Rule::Text { min: 0, max: None },
        role,
        personal: false,
        description: "A parameter.",
        verbatim: "参数",
    }
}

static PERSON: Operation = Operation {
    vendor: &REGISTER,
    name: "person",
    method: Method::Get,
    path: "/v1/{part}/person",
    parameters: &[
        Parameter {
            required: true,
            ..text("part", Place::Path, None)
        },
        text("q", Place::Query, Some(Role::Subject)),
        text("number", Place::Query, Some(Role::IdNumber)),
        text("header", Place::Header, None),
    ],
    ..signed::OPERATION
};

fn asked(builder: Builder<Caller>, name: &str, value: &str) -> Result<String, Error> {
    let arguments = Arguments::new().with("part", "x").with(name, value);
    let caller = builder.build()?;
    let prepared = caller.prepare(&PERSON, &arguments, AT.parse().unwrap())?;
    Ok(prepared.to_http().url)
}

/// The number is that of the standard's own example (GB 11643-1999).
const NUMBER: &str = "11010519491231002X";

#[test]
fn an_identity_number_over_plain_http_needs_to_be_allowed() {
    let start = || Builder::<Caller>::new(&REGISTER).transport(Double::new());
    for (name, value) in [
        ("number", NUMBER),
        // What stands where a number belongs is one, be it masked, old or mistyped.
        ("number", "1101051949****002X"),
        ("number", "x"),
        // A person may be asked about by the number alone.
        ("q", NUMBER),
        ("q", "11010519491231002x"),
        // Or beside their name, and divided as people write it.
        ("q", "张三 11010519491231002X"),
        ("q", "张三11010519491231002X。"),
        ("q", "身份证：１１０１０５-19491231-002X"),
        ("header", NUMBER),
    ] {
        let error = asked(start(), name, value).unwrap_err();
        let parameter = ["number", "q", "header"].into_iter().find(|it| *it == name);
        let parameter = parameter.unwrap();
        assert_eq!(
            *error.kind(),
            Kind::IdentityNumberOverPlainHttp { parameter }
        );
        assert_eq!(error.counted(), Counted::No);
        let said = format!("{error} {error:?} {}", error.next_step());
        assert!(!said.contains("1949"), "{said}");
        for allowed in [
            start().allow_identity_numbers_over_plain_http(),
            start().base_url("https://register.test"),
            start().base_url("http://127.0.0.1:1"),
        ] {
            assert!(asked(allowed, name, value).is_ok(), "{name}");
        }
    }
    // Neither companies' numbers nor an identity number that is none by its check digit.
    for value in [
        "91310000132207927N",
        "110105194912310021",
        "张三",
        "张三 110105194912310021",
        "（2019）沪0105执00447号",
    ] {
        assert!(asked(start(), "q", value).is_ok(), "{value}");
    }
}

proptest! {
    /// Whatever is asked, it is asked of the same host: scheme, host and port come before anything of a parameter's.
    #[test]
    fn no_parameter_changes_the_host(
        value in prop_oneof![
            any::<String>(),
            r"[@:/\\?#%.\[\]a-z0-9 ]{0,12}",
            Just("@evil.test".to_owned()),
            Just("//evil.test".to_owned()),
        ],
        name in prop_oneof![Just("part"), Just("q"), Just("number")],
        base in prop_oneof![Just("https://h.test"), Just("https://h.test:8443/base"), Just("http://127.0.0.1:1")],
    ) {
        let mut arguments = Arguments::new().with("part", "x");
        arguments.set(name, value.as_str());
        let caller = Builder::<Caller>::new(&REGISTER)
            .transport(Double::new())
            .base_url(base)
            .build()
            .unwrap();
        // Refused values go nowhere.
        if let Ok(prepared) = caller.prepare(&PERSON, &arguments, AT.parse().unwrap()) {
            let request = prepared.to_http();
            prop_assert_eq!(origin(&request.url), origin(base));
            let path = format!("{base}/v1/");
            prop_assert!(request.url.starts_with(&path), "{}", request.url);
            prop_assert!(!request.url.contains(['\\', '#', '@', '\n', '\r', '\t', ' ']), "{}", request.url);
        }
    }
}
