//! Putting a client together: base URLs, credentials, the environment.

mod support;

use support::{AT, Double, KEY, SECRET, builder, caller, plain, signed};
use zhixing_core::Error;
use zhixing_core::client::{Builder, Caller};
use zhixing_core::credentials::CredentialFault;
use zhixing_core::error::{Counted, Kind};
use zhixing_core::request::Arguments;
use zhixing_core::spec::{BaseUrl, Vendor};
use zhixing_core::transport::Phase;

fn good() -> Arguments {
    Arguments::new().with("name", "张德洲").with("type", "1")
}

fn built(vendor: &'static Vendor, url: &str) -> Result<String, Error> {
    let caller = builder(vendor, Double::new()).base_url(url).build()?;
    let operation = vendor.operations[0];
    let arguments = match operation.name {
        "list" => Arguments::new().with("keyword", "x"),
        _ => good(),
    };
    let at = AT.parse().unwrap();
    Ok(caller.prepare(operation, &arguments, at)?.to_http().url)
}

#[test]
fn a_base_url_is_checked_and_joined_with_one_slash() {
    for (url, whole) in [
        (
            "http://127.0.0.1:8080",
            "http://127.0.0.1:8080/v1/list?keyword=x",
        ),
        (" https://h.test/// ", "https://h.test/v1/list?keyword=x"),
        (
            "https://h.test/proxy/",
            "https://h.test/proxy/v1/list?keyword=x",
        ),
    ] {
        assert_eq!(built(&signed::VENDOR, url).unwrap(), whole);
    }
    for (url, reason) in [
        ("", "must begin with http:// or https://"),
        ("h.test", "must begin with http:// or https://"),
        ("ftp://h.test", "must begin with http:// or https://"),
        ("https://", "must name a host"),
        ("https:///path", "must name a host"),
        ("https://:443/", "must name a host"),
        ("https://?x", "must name a host"),
        (
            "https://sEcReT:pw@h.test",
            "must not hold a user name or password",
        ),
        ("https://h.test/#sEcReT", "must not hold a fragment"),
        (
            "https://h.test/ sEcReT",
            "must not hold blanks or line ends",
        ),
        ("https://h.test\nx", "must not hold blanks or line ends"),
        (
            "https://h.test/?k=sEcReT",
            "must not hold a query: the operation's path follows it",
        ),
    ] {
        let error = built(&signed::VENDOR, url).unwrap_err();
        assert_eq!(*error.kind(), Kind::InvalidBaseUrl { reason }, "{url}");
        assert_eq!(error.phase(), Phase::NotSent);
        assert!(!format!("{error} {error:?}").contains("sEcReT"));
    }
}

#[test]
fn a_whole_endpoint_is_taken_as_it_is() {
    static ENDPOINT: Vendor = Vendor {
        base_url: BaseUrl {
            url: None,
            environment: "ENDPOINT_URL",
            whole_endpoint: true,
        },
        name: "endpoint",
        title: signed::VENDOR_TITLE,
        document: "文档",
        credentials: &[],
        auth: zhixing_core::sign::Recipe {
            values: &[],
            fields: &[],
        },
        statuses: &[],
        http_statuses: &[],
        reply_signature: None,
        operations: &[&signed::OPERATION],
    };
    for (url, whole) in [
        ("https://h.test/a/b", "https://h.test/a/b?keyword=x"),
        ("https://h.test/a/b/", "https://h.test/a/b/?keyword=x"),
        ("https://h.test/a?v=1/", "https://h.test/a?v=1/&keyword=x"),
    ] {
        assert_eq!(built(&ENDPOINT, url).unwrap(), whole);
    }
    let error = Builder::<Caller>::new(&ENDPOINT)
        .transport(Double::new())
        .build()
        .unwrap_err();
    let environment = "ENDPOINT_URL";
    assert_eq!(*error.kind(), Kind::MissingBaseUrl { environment });
}

#[test]
fn missing_and_impossible_credentials_are_named_and_never_shown() {
    let build = |secret: Option<&str>| {
        let mut builder = Builder::<Caller>::new(&signed::VENDOR)
            .credential("key", KEY)
            .transport(Double::new());
        if let Some(secret) = secret {
            builder = builder.credential("secret", secret);
        }
        builder.build().unwrap_err()
    };
    let error = build(None);
    let missing = Kind::MissingCredential {
        credential: "secret",
        environment: "SIGNET_SECRET",
    };
    assert_eq!(*error.kind(), missing);
    assert_eq!(error.counted(), Counted::No);
    for (value, fault) in [
        ("", CredentialFault::Empty),
        ("sEcReTmArKeR72\n", CredentialFault::ControlCharacter),
        (" sEcReTmArKeR72", CredentialFault::SurroundingBlank),
    ] {
        let error = build(Some(value));
        let credential = "secret".to_owned();
        assert_eq!(*error.kind(), Kind::InvalidCredential { credential, fault });
        assert!(!format!("{error} {error:?}").contains(SECRET));
    }
}

#[test]
fn the_environment_gives_credentials_and_base_url() {
    let caller = Builder::<Caller>::new(&plain::VENDOR)
        .from_lookup(|name| match name {
            "PLAIN_KEY" => Some("k2".into()),
            "PLAIN_BASE_URL" => Some("http://moved.test".into()),
            _ => None,
        })
        .transport(Double::new())
        .build()
        .unwrap();
    let at = AT.parse().unwrap();
    let http = caller
        .prepare(&plain::OPERATION, &good(), at)
        .unwrap()
        .to_http();
    assert_eq!(http.url, "http://moved.test/search?key=k2");
}

/// In a process of its own, whose environment is spoilt from its start: 中 in GBK, which is no UTF-8.
#[cfg(unix)]
#[test]
fn a_host_in_another_encoding_is_not_passed_over() {
    use std::os::unix::ffi::OsStrExt;
    const NAME: &str = "a_host_in_another_encoding_is_not_passed_over";
    if std::env::var_os("PLAIN_BASE_URL").is_some() {
        let builder = Builder::<Caller>::new(&plain::VENDOR).from_env();
        let caller = builder.transport(Double::new()).build().unwrap();
        let prepared = caller.prepare(&plain::OPERATION, &good(), AT.parse().unwrap());
        let url = prepared.unwrap().to_http().url;
        assert!(url.starts_with("http://127.0.0.1:1/"), "{url}");
        return;
    }
    let spoilt = std::ffi::OsStr::from_bytes(b"http://127.0.0.1:1/\xd6\xd0");
    let itself = std::env::current_exe().unwrap();
    let run = std::process::Command::new(itself)
        .args(["--exact", NAME])
        .env("PLAIN_KEY", "k")
        .env("PLAIN_BASE_URL", spoilt)
        .output()
        .unwrap();
    assert!(
        run.status.success(),
        "{}",
        String::from_utf8_lossy(&run.stdout)
    );
}

#[tokio::test]
async fn an_unknown_operation_lists_the_known_ones() {
    let error = caller(&plain::VENDOR, Double::new()).unknown_operation("serach");
    assert_eq!(error.phase(), Phase::NotSent);
    let said = error.to_string();
    assert!(said.contains("`serach`; there is search"), "{said}");
}
