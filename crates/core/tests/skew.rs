//! What a client does about a clock that is wrong. The cases are files, made by tests/clock/make.py from the rules in words.

mod support;

use std::sync::{Arc, Mutex};

use serde_json::Value;
use support::rushed::Rushed;
use support::{Double, builder, plain, signed};
use zhixing_core::client::{Builder, Caller};
use zhixing_core::clock::{Clock, FixedClock, Ignored, KnownSkew, Offset, Timestamp};
use zhixing_core::operation::Request;
use zhixing_core::request::Arguments;
use zhixing_core::sign::{
    Algorithm, AuthField, Derived, Encoding, HexCase, Joined, Part, Place, Recipe, TimeFormat,
};
use zhixing_core::spec::{Cause, Class, CredentialSpec, Operation, Status, Vendor};
use zhixing_core::transport::{HttpReply, HttpRequest, Limits, Transport, TransportError};
use zhixing_core::{Error, Outcome};

const OFFSETS: &str = include_str!("clock/offsets.json");
const DAYS: &str = include_str!("clock/days.json");

fn cases(file: &str) -> Vec<Value> {
    let file: Value = serde_json::from_str(file).unwrap();
    file["cases"].as_array().unwrap().clone()
}

fn time(case: &Value, name: &str) -> Timestamp {
    case[name].as_str().unwrap().parse().unwrap()
}

fn later(at: Timestamp, millis: i64) -> Timestamp {
    Timestamp::from_millis(at.as_millis() + millis).unwrap()
}

#[test]
fn offsets_are_learnt_as_the_cases_say() {
    for case in cases(OFFSETS) {
        let learnt = Offset::learn(
            time(&case, "sent"),
            time(&case, "received"),
            case["date"].as_str(),
            case["age"].as_str(),
        );
        let ignored = match case["ignored"].as_str() {
            None => None,
            Some("no_date") => Some(Ignored::NoDate),
            Some("cached") => Some(Ignored::Cached),
            Some("round_trip") => Some(Ignored::RoundTrip),
            Some("implausible") => Some(Ignored::Implausible),
            Some(other) => panic!("{other}"),
        };
        match learnt {
            Ok(offset) => {
                assert_eq!(case["offset_millis"], offset.as_millis(), "{case}");
                assert_eq!(case["within_millis"], offset.within_millis(), "{case}");
            }
            Err(why) => assert_eq!(Some(why), ignored, "{case}"),
        }
    }
}

/// Written as HTTP dates are, by a way of its own: days since 1970 counted back through months.
fn http_date(at: Timestamp) -> String {
    let text = at.to_string();
    let (day, time) = text.split_once('T').unwrap();
    let [year, month, day]: [i64; 3] = {
        let parts: Vec<i64> = day.split('-').map(|part| part.parse().unwrap()).collect();
        parts.try_into().unwrap()
    };
    let weekday = at.as_seconds().div_euclid(86_400).rem_euclid(7) as usize;
    let weekday = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"][weekday];
    let names = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];
    let month = names[month as usize - 1];
    format!("{weekday}, {day:02} {month} {year} {} GMT", &time[..8])
}

/// A server with a clock of its own. It takes a request only if the signature is one of those that it expects, and dates its
/// replies.
#[derive(Debug, Clone)]
struct Strict {
    now: Timestamp,
    takes: fn(&Self, &HttpRequest) -> bool,
    sign: String,
    age: Option<&'static str>,
    asked: Arc<Mutex<Vec<HttpRequest>>>,
}

impl Strict {
    fn new(now: Timestamp, takes: fn(&Self, &HttpRequest) -> bool) -> Self {
        Self {
            now,
            takes,
            sign: String::new(),
            age: None,
            asked: Arc::default(),
        }
    }

    fn asked(&self) -> usize {
        self.asked.lock().unwrap().len()
    }
}

#[async_trait::async_trait]
impl Transport for Strict {
    async fn send(&self, request: &HttpRequest, _: &Limits) -> Result<HttpReply, TransportError> {
        self.asked.lock().unwrap().push(request.clone());
        let body = if (self.takes)(self, request) {
            // Signed by openssl, as in endings.rs; the vendor of the days signs nothing and disregards it.
            r#"{"status":"201","error_code":240102,"data":{"total":0},"sign":"72778abd0316889d6a38031c7e45a0dc"}"#
        } else {
            r#"{"status":"101","error_code":1002}"#
        };
        let mut reply = HttpReply::new(200, None, body);
        reply.date = Some(http_date(self.now));
        reply.age = self.age.map(str::to_owned);
        Ok(reply)
    }
}

/// Whether the millisecond timestamp is within five minutes of the server's time.
fn within_five_minutes(server: &Strict, request: &HttpRequest) -> bool {
    let mut headers = request.headers.iter();
    let (_, time) = headers.find(|(name, _)| name == "timestamp").unwrap();
    let off = time.parse::<i64>().unwrap() - server.now.as_millis();
    off.abs() <= 300_000
}

/// A clock that can be set.
#[derive(Debug, Clone)]
struct Settable(Arc<Mutex<Timestamp>>);

impl Clock for Settable {
    fn now(&self) -> Timestamp {
        *self.0.lock().unwrap()
    }
}

fn client(server: &Strict, clock: impl Clock + 'static) -> Caller {
    let builder = builder(&signed::VENDOR, server.clone());
    builder.clock(clock).timer(Rushed::new()).build().unwrap()
}

async fn call(caller: &Caller) -> Result<u32, Error> {
    let outcome = caller.call(&signed::Request::new("x")).await;
    outcome.map(|outcome| outcome.receipt.attempts)
}

fn noon() -> Timestamp {
    "2026-11-22T12:00:00Z".parse().unwrap()
}

fn applied(known: KnownSkew) -> Option<i64> {
    known.applied.map(Offset::as_millis)
}

#[tokio::test]
async fn a_wrong_clock_costs_one_refusal_and_no_more() {
    for wrong_by in [-3_600_000, 3_600_000, 20 * 365 * 86_400_000] {
        let server = Strict::new(noon(), within_five_minutes);
        let caller = client(&server, FixedClock(later(noon(), -wrong_by)));
        assert_eq!(call(&caller).await.unwrap(), 2);
        // Half a second, since the date is cut.
        assert_eq!(applied(caller.skew()), Some(wrong_by + 500));
        // The clone knows it, too.
        assert_eq!(call(&caller.clone()).await.unwrap(), 1);
        assert_eq!(server.asked(), 3);
    }
}

#[tokio::test]
async fn a_good_clock_is_not_made_worse_by_a_wrong_date() {
    // A gateway that is an hour off dates replies of a server that is right.
    let mut server = Strict::new(later(noon(), 3_600_000), |_, _| true);
    let caller = client(&server, FixedClock(noon()));
    for _ in 0..3 {
        assert_eq!(call(&caller).await.unwrap(), 1);
    }
    assert_eq!(caller.skew().learnt.map(Offset::as_millis), Some(3_600_500));
    assert_eq!(applied(caller.skew()), None);
    // The key is refused for another reason: the date is tried once, in all calls, and dropped.
    server.takes = |_, _| false;
    let caller = client(&server, FixedClock(noon()));
    let attempts = [(); 3].map(|()| &caller);
    let mut made = Vec::new();
    for caller in attempts {
        made.push(call(caller).await.unwrap_err().attempts());
    }
    assert_eq!((made, server.asked()), (vec![2, 1, 1], 3 + 4));
    assert_eq!(applied(caller.skew()), None);
}

#[tokio::test]
async fn an_offset_that_explains_nothing_is_not_tried() {
    for (off, age) in [
        (0, None),
        (29_000, None),
        (-29_000, None),
        (3_600_000, Some("1")),
    ] {
        let mut server = Strict::new(later(noon(), off), |_, _| false);
        server.age = age;
        let caller = client(&server, FixedClock(noon()));
        assert_eq!(call(&caller).await.unwrap_err().attempts(), 1, "{off}");
        assert_eq!(server.asked(), 1);
    }
}

/// The vendor takes the signature and says that the account is empty: that, too, says that the time was right.
#[tokio::test]
async fn another_refusal_says_that_the_time_was_right() {
    let dated = |body: &str| {
        let mut reply = HttpReply::new(200, None, body);
        reply.date = Some(http_date(later(noon(), 3_600_000)));
        reply
    };
    let (refused, empty) = (r#"{"status":"101"}"#, r#"{"status":"102"}"#);
    for (second, kept) in [(dated(empty), true), (dated("<html>"), false)] {
        let double = Double::new().then_reply(dated(refused)).then_reply(second);
        let builder = builder(&signed::VENDOR, double.clone()).clock(FixedClock(noon()));
        let caller = builder.timer(Rushed::new()).build().unwrap();
        assert_eq!(call(&caller).await.unwrap_err().attempts(), 2);
        assert_eq!(applied(caller.skew()).is_some(), kept);
    }
}

#[tokio::test]
async fn a_clock_that_is_set_right_is_believed_again() {
    let clock = Settable(Arc::new(Mutex::new(later(noon(), -7_200_000))));
    let server = Strict::new(noon(), within_five_minutes);
    let caller = client(&server, clock.clone());
    assert_eq!(call(&caller).await.unwrap(), 2);
    *clock.0.lock().unwrap() = noon();
    assert_eq!(call(&caller).await.unwrap(), 2);
    assert_eq!(applied(caller.skew()), None, "no offset is certain");
    assert_eq!(call(&caller).await.unwrap(), 1);
}

/// As xinshu's: the day in Beijing, hashed and not sent.
static DAILY: Vendor = Vendor {
    name: "daily",
    title: signed::VENDOR_TITLE,
    document: "文档",
    base_url: zhixing_core::spec::BaseUrl {
        url: Some("https://daily.test"),
        environment: "DAILY_BASE_URL",
        whole_endpoint: false,
    },
    credentials: &[
        CredentialSpec {
            name: "apikey",
            environment: "DAILY_APIKEY",
            description: "The key.",
        },
        CredentialSpec {
            name: "private_key",
            environment: "DAILY_PRIVATE_KEY",
            description: "The private key.",
        },
    ],
    auth: Recipe {
        values: &[
            ("day", Derived::Clock(TimeFormat::Day { offset_hours: 8 })),
            (
                "sign",
                Derived::Digest {
                    algorithm: Algorithm::Md5,
                    encoding: Encoding::Hex(HexCase::Lower),
                    text: Joined::new(&[
                        Part::Credential("apikey"),
                        Part::Value("day"),
                        Part::Credential("private_key"),
                    ]),
                },
            ),
        ],
        fields: &[AuthField {
            place: Place::Header,
            name: "sign",
            value: &[Part::Value("sign")],
        }],
    },
    statuses: &[
        support::status("240102", Class::NoData, None),
        Status {
            causes: &[Cause::BadSignature, Cause::StaleTimestamp],
            ..support::status("1002", Class::Auth, None)
        },
    ],
    http_statuses: &[],
    reply_signature: None,
    operations: &[&DAILY_OPERATION],
};

static DAILY_OPERATION: Operation = Operation {
    vendor: &DAILY,
    name: "search",
    title: signed::VENDOR_TITLE,
    section: "1",
    lists: &[],
    method: zhixing_core::spec::Method::Post,
    path: "/search",
    parameters: plain::OPERATION.parameters,
    envelope: plain::OPERATION.envelope,
    reply: plain::OPERATION.reply,
    none: None,
    returned: None,
    paging: None,
};

async fn daily(server: &Strict, clock: Timestamp) -> Result<Outcome<plain::Reply>, Error> {
    let caller: Caller = Builder::new(&DAILY)
        .credential("apikey", "XK")
        .credential("private_key", "abc")
        .transport(server.clone())
        .clock(FixedClock(clock))
        .timer(Rushed::new())
        .build()
        .unwrap();
    let arguments: Arguments = plain::Request::new("张德洲").arguments();
    caller.call_with(&DAILY_OPERATION, arguments).await
}

fn signed_so(server: &Strict, request: &HttpRequest) -> bool {
    let mut headers = request.headers.iter();
    headers.any(|(name, value)| name == "sign" && *value == server.sign)
}

/// The server takes the signature of its own day alone. A clock on the other side of midnight finds it at the second
/// attempt, and a clock that is right at the first.
#[tokio::test]
async fn the_day_is_the_servers() {
    for case in cases(DAYS) {
        let clock = time(&case, "clock");
        let offset = case["offset_millis"].as_i64().unwrap();
        let mut server = Strict::new(later(clock, offset), signed_so);
        server.sign = case["md5"].as_str().unwrap().to_owned();
        let outcome = daily(&server, clock)
            .await
            .unwrap_or_else(|error| panic!("{case}: {error}"));
        assert_eq!(outcome.receipt.attempts as usize, server.asked(), "{case}");
        // printf XK20240228abc | openssl md5, and so on: whether the clock's own day is another.
        let own = cases(DAYS).iter().any(|other| {
            other["offset_millis"] == 0
                && other["clock"] == case["clock"]
                && other["md5"] == case["md5"]
        });
        assert!(outcome.receipt.attempts == 1 || !own, "{case}");
        assert!(outcome.receipt.attempts <= 2, "{case}");
    }
}

/// 300 ms before midnight by the clock, 100 ms after it by the server's: the date, cut to seconds, cannot tell the difference
/// from none, but the other day is within what it leaves open.
#[tokio::test]
async fn within_half_a_second_of_midnight_the_other_day_is_tried() {
    let midnight: Timestamp = "2024-02-28T16:00:00Z".parse().unwrap();
    for (clock, server, md5) in [
        (-300, 100, "f85b743d9e53f1193681f49b48759f0b"),
        (100, -300, "c60a12fb7021b6561d0ac94490bea924"),
    ] {
        let mut strict = Strict::new(later(midnight, server), signed_so);
        strict.sign = md5.to_owned();
        let outcome = daily(&strict, later(midnight, clock)).await.unwrap();
        assert_eq!(outcome.receipt.attempts, 2);
    }
    // Far from midnight a wrong key is refused once.
    let noon = later(midnight, -12 * 3_600_000);
    let mut strict = Strict::new(noon, signed_so);
    strict.sign = "another".to_owned();
    assert_eq!(daily(&strict, noon).await.unwrap_err().attempts(), 1);
}
