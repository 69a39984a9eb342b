//! What the five vendor crates' tests over real HTTP share: a server on a port of this machine that answers what it is
//! told to, and remembers what it was asked.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use httpmock::{HttpMockRequest, HttpMockResponse, MockServer};
use zhixing_core::Error;
use zhixing_core::any::{AnyClient, AnyOutcome};
use zhixing_core::clock::{FixedClock, Timestamp};
use zhixing_core::error::{Counted, Kind};
use zhixing_core::request::Arguments;
use zhixing_core::spec::Class;
use zhixing_core::transport::Phase;

/// One request as it arrived.
#[derive(Debug, Clone)]
pub(crate) struct Seen {
    pub(crate) method: String,
    /// Path and query, as in the request line.
    pub(crate) target: String,
    /// By lower-case name.
    pub(crate) headers: BTreeMap<String, String>,
    pub(crate) body: String,
}

/// What is answered: the HTTP status, the content type and the body.
#[derive(Debug, Clone)]
pub(crate) struct Answer(pub(crate) u16, pub(crate) &'static str, pub(crate) String);

/// JSON under HTTP 200.
pub(crate) fn json(body: impl Into<String>) -> Answer {
    Answer(200, "application/json; charset=utf-8", body.into())
}

/// A vendor that gives these answers one after another, the last of them again and again.
pub(crate) struct Vendor {
    server: MockServer,
    seen: Arc<Mutex<Vec<Seen>>>,
}

impl Vendor {
    pub(crate) async fn answering(answers: impl IntoIterator<Item = Answer>) -> Self {
        let answers: Vec<Answer> = answers.into_iter().collect();
        assert!(!answers.is_empty(), "a server needs an answer");
        let seen = Arc::new(Mutex::new(Vec::new()));
        let server = MockServer::start_async().await;
        let log = seen.clone();
        server
            .mock_async(|when, then| {
                when.any_request();
                then.respond_with(move |request: &HttpMockRequest| {
                    let mut log = log.lock().expect("no test panics while it holds the log");
                    let Answer(status, content_type, body) =
                        &answers[log.len().min(answers.len() - 1)];
                    log.push(seen_in(request));
                    HttpMockResponse::builder()
                        .status(*status)
                        .header("content-type", *content_type)
                        .body(body.clone())
                        .build()
                });
            })
            .await;
        Self { server, seen }
    }

    pub(crate) fn url(&self) -> String {
        self.server.base_url()
    }

    /// Everything that was asked so far.
    pub(crate) fn requests(&self) -> Vec<Seen> {
        self.seen
            .lock()
            .expect("no test panics while it holds the log")
            .clone()
    }

    /// The one request that was made.
    pub(crate) fn request(&self) -> Seen {
        let requests = self.requests();
        assert_eq!(
            requests.len(),
            1,
            "a call is a purchase: one call, one request"
        );
        requests[0].clone()
    }
}

fn seen_in(request: &HttpMockRequest) -> Seen {
    let headers = request.headers_vec().iter();
    Seen {
        method: request.method_str().to_owned(),
        target: request
            .uri()
            .path_and_query()
            .map(ToString::to_string)
            .unwrap_or_default(),
        headers: headers
            .map(|(name, value)| (name.to_ascii_lowercase(), value.clone()))
            .collect(),
        body: request.body_string(),
    }
}

impl Seen {
    /// The headers that the document asks for, and those that every HTTP client sends; nothing else may be there.
    pub(crate) fn has_headers(&self, documented: &[(&str, &str)]) {
        let mut rest = self.headers.clone();
        for (name, value) in documented {
            let sent = rest.remove(&name.to_ascii_lowercase());
            assert_eq!(sent.as_deref(), Some(*value), "the header {name}");
        }
        for usual in [
            "host",
            "accept",
            "accept-encoding",
            "user-agent",
            "content-length",
        ] {
            rest.remove(usual);
        }
        assert_eq!(rest, BTreeMap::new(), "headers that no document asks for");
    }
}

/// The clock of these tests: 2023-11-14T22:13:20Z, the 15th in Beijing.
///
/// `python3 -c "import datetime as d; print(d.datetime(2023,11,14,22,13,20,tzinfo=d.timezone.utc).timestamp())"`
/// prints 1700000000.0.
pub(crate) fn clock() -> FixedClock {
    FixedClock(Timestamp::from_millis(1_700_000_000_000).expect("a time"))
}

/// One question to one vendor, which the tests below put to servers that answer it in every way.
pub(crate) struct Question<C> {
    /// A client of that vendor at this server.
    pub(crate) build: fn(&Vendor) -> C,
    pub(crate) operation: &'static str,
    pub(crate) arguments: Arguments,
    /// What no error may show: names, keys, secrets.
    pub(crate) secrets: &'static [&'static str],
}

/// A documented code that brings no answer: the code, its meaning as printed, its class, whether it counts.
pub(crate) type Refusal = (&'static str, &'static str, Class, Counted);

impl<C: AnyClient> Question<C> {
    /// Puts the question once.
    pub(crate) async fn ask(&self, vendor: &Vendor) -> Result<AnyOutcome, Error> {
        self.ask_with(vendor, self.arguments.clone()).await
    }

    async fn ask_with(&self, vendor: &Vendor, arguments: Arguments) -> Result<AnyOutcome, Error> {
        (self.build)(vendor)
            .call_any(self.operation, arguments)
            .await
    }

    /// The error that this answer is.
    pub(crate) async fn error(&self, answer: Answer) -> Error {
        let vendor = Vendor::answering([answer]).await;
        let error = self.ask(&vendor).await.expect_err("this is no answer");
        vendor.request();
        assert_eq!(error.phase(), Phase::Answered);
        assert!(
            error.raw_reply().is_some(),
            "a reply that arrived may have been paid for: {error}"
        );
        let shown = format!("{error} {error:?} {error:#?} {}", error.next_step());
        for secret in self
            .secrets
            .iter()
            .chain(&["127.0.0.1", "localhost", "SESAME"])
        {
            assert!(!shown.contains(secret), "{secret:?} shows in {shown}");
        }
        error
    }

    /// One of so many records has `SESAME` where something else is documented: no record is lost by it, and it stands in both forms of its
    /// own.
    pub(crate) async fn an_odd_field_costs_nothing(&self, body: &str, records: usize, name: &str) {
        let vendor = Vendor::answering([json(body)]).await;
        let outcome = self
            .ask(&vendor)
            .await
            .expect("an answer with an odd field");
        assert_eq!(outcome.records.len(), records);
        assert!(outcome.reply.to_string().contains("SESAME"));
        let unified = outcome.records.iter().map(serde_json::to_string);
        let told = unified.filter(|record| record.as_ref().is_ok_and(|it| it.contains("SESAME")));
        assert_eq!(told.count(), 1);
        assert!(!format!("{outcome:?}").contains("SESAME"));
        // That it came and could not be read is said, where it is missing otherwise, and of no other field.
        let unreadable = outcome.records.iter().flat_map(|it| &it.unreadable);
        assert_eq!(unreadable.collect::<Vec<_>>(), [name]);
    }

    /// Every documented code that brings no answer is the typed error that the document describes; and the table, which
    /// was written from the document, holds all of them.
    pub(crate) async fn every_refusal_is_understood(
        &self,
        answered: &[&'static str],
        refusals: &[Refusal],
        body: fn(code: &str, message: &str) -> String,
    ) {
        let answers = refusals
            .iter()
            .map(|(code, meaning, ..)| json(body(code, meaning)));
        // A document may print no refusal at all; a server needs an answer all the same.
        let vendor = Vendor::answering(answers.chain([json("{}")])).await;
        let client = (self.build)(&vendor);
        for (code, meaning, class, counted) in refusals {
            let error = client
                .call_any(self.operation, self.arguments.clone())
                .await
                .expect_err("a refusal is no answer");
            assert_eq!(error.kind().as_str(), "status", "{code}");
            let status = error.status().expect("a documented status");
            assert_eq!((status.code, status.meaning), (*code, *meaning));
            assert_eq!(error.class(), Some(*class), "{code}");
            assert_eq!(error.counted(), *counted, "{code}");
            assert_eq!(error.vendor_message(), Some(*meaning), "{code}");
            let words = format!("status {code}: {meaning}");
            assert!(error.to_string().contains(&words), "{error}");
        }
        assert_eq!(
            vendor.requests().len(),
            refusals.len(),
            "no call is repeated by itself"
        );

        let mut here: Vec<&'static str> = answered.to_vec();
        here.extend(refusals.iter().map(|(code, ..)| *code));
        let statuses = client.vendor().statuses;
        let generated: Vec<&'static str> = statuses.iter().map(|status| status.code).collect();
        let not_in = |codes: &[&'static str], others: &[&str]| -> Vec<&'static str> {
            let new = codes.iter().filter(|code| !others.contains(code));
            new.copied().collect()
        };
        // Whoever adds a code to the schema reads this next.
        assert_eq!(
            (not_in(&generated, &here), not_in(&here, &generated)),
            (vec![], vec![]),
            "codes of the schema that this test's table lacks, and those that it alone has: change the table as the \
             document has changed, counts of codes beside it too"
        );
    }

    /// What is no reply of the document at all is a distinct error that says what arrived, never the content.
    pub(crate) async fn faults_are_told_apart(&self, example: &str) {
        let page = "<!DOCTYPE html><title>SESAME</title>".to_owned();
        let middle = (example.len() / 2..)
            .find(|at| example.is_char_boundary(*at))
            .unwrap_or(0);
        let half = example[..middle].to_owned();
        for (answer, kind) in [
            (Answer(200, "text/html", page.clone()), "html"),
            (Answer(200, "application/json", page.clone()), "html"),
            (Answer(200, "application/json", String::new()), "empty_body"),
            (
                Answer(200, "application/json", " \r\n".into()),
                "empty_body",
            ),
            (Answer(200, "application/json", half), "truncated"),
            (Answer(200, "text/plain", "SESAME, open".into()), "not_json"),
            (
                Answer(200, "application/json", "[\"SESAME\"]".into()),
                "shape",
            ),
            (
                Answer(200, "application/json", "{\"SESAME\": 1}".into()),
                "no_status",
            ),
            (Answer(500, "text/html", page.clone()), "http"),
            (
                Answer(500, "application/json", "{\"error\": \"SESAME\"}".into()),
                "http",
            ),
            (Answer(404, "text/plain", String::new()), "http"),
            (Answer(502, "text/html", page.clone()), "http"),
            (Answer(503, "text/html", page.clone()), "http"),
            (Answer(302, "text/html", page), "redirect"),
        ] {
            let error = self.error(answer.clone()).await;
            assert_eq!(error.kind().as_str(), kind, "{answer:?}");
            let Answer(status, content_type, body) = answer;
            let arrived = format!("HTTP {status}, {} bytes, {content_type}", body.len());
            assert!(
                error.to_string().contains(&arrived),
                "{error} should say {arrived:?}"
            );
            assert_eq!(error.counted(), Counted::Unknown);
        }
    }

    /// A code that the document does not list is an error that keeps the code; a code that cannot be one is not repeated.
    pub(crate) async fn undocumented_codes_are_kept(
        &self,
        code: &str,
        body: fn(code: &str, message: &str) -> String,
    ) {
        let error = self.error(json(body(code, "SESAME"))).await;
        assert_eq!(error.kind().as_str(), "unknown_status");
        assert_eq!((error.code(), error.class()), (Some(code), None));
        assert_eq!(error.vendor_message(), Some("SESAME"));
        assert_eq!(error.counted(), Counted::Unknown);
    }

    /// Each of these values breaks the named parameter's rule, in the named words, and nothing is sent.
    pub(crate) async fn limits_hold_before_sending(&self, broken: &[(&str, &str, &str)]) {
        let vendor = Vendor::answering([json("{}")]).await;
        for (parameter, value, rule) in broken {
            let mut arguments = self.arguments.clone();
            arguments.set(parameter, *value);
            let error = self
                .ask_with(&vendor, arguments)
                .await
                .expect_err("a broken rule");
            let kind = Kind::InvalidParameter {
                parameter: (*parameter).into(),
                rule: (*rule).into(),
            };
            assert_eq!(error.kind(), &kind);
            assert_eq!(
                (error.phase(), error.counted()),
                (Phase::NotSent, Counted::No)
            );
            let words = error.to_string();
            assert!(words.contains(&format!("`{parameter}` {rule}")), "{words}");
        }
        assert!(vendor.requests().is_empty(), "nothing may be sent");
    }

    /// Without any of its required parameters the question does not leave.
    pub(crate) async fn required_parameters_are_required(&self, required: &[&'static str]) {
        let vendor = Vendor::answering([json("{}")]).await;
        for parameter in required {
            let mut arguments = Arguments::new();
            for (name, value) in self.arguments.iter().filter(|(name, _)| name != parameter) {
                arguments.push(name, value);
            }
            let error = self
                .ask_with(&vendor, arguments)
                .await
                .expect_err("a parameter is missing");
            assert_eq!(error.kind(), &Kind::MissingParameter { parameter });
        }
        assert!(vendor.requests().is_empty(), "nothing may be sent");
    }
}
