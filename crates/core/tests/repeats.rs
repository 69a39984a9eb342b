//! What is attempted again by itself, how often, and what is told afterwards. That nothing else is repeated, on real sockets,
//! is in endings.rs.

mod support;

use std::sync::{Arc, Mutex};
use std::time::Duration;

use support::rushed::Rushed;
use support::{AT, Double, SECRET, builder, plain, signed};
use zhixing_core::client::{Caller, Repeats};
use zhixing_core::clock::{Clock, Timestamp};
use zhixing_core::error::{Counted, Kind};
use zhixing_core::transport::{
    Fault, HttpReply, HttpRequest, Limits, Phase, Transport, TransportError,
};
use zhixing_core::{Answer, Error};

const FOUND: &str = r#"{"error_code":0,"result":{"total":1,"list":[{"id":1}]}}"#;
const GATEWAY: &str = "<html>502</html>";

fn down(double: Double) -> Double {
    double.then_fault(Fault::NoConnection, Phase::NotSent)
}

fn gateway(double: Double) -> Double {
    double.then_reply(HttpReply::new(502, Some("text/html"), GATEWAY))
}

/// The call of the vendor that signs nothing.
async fn plainly(double: &Double, timer: &Rushed, repeats: Repeats) -> Result<u32, Error> {
    let builder = builder(&plain::VENDOR, double.clone());
    let caller = builder.timer(timer.clone()).repeats(repeats).build();
    let outcome = caller.unwrap().call(&plain::Request::new("张德洲")).await;
    outcome.map(|outcome| outcome.receipt.attempts)
}

/// The error of the vendor whose document says to ask again after HTTP 502.
async fn signing(double: &Double) -> Error {
    let caller = builder(&signed::VENDOR, double.clone()).timer(Rushed::new());
    let caller = caller.build().unwrap();
    let outcome = caller.call(&signed::Request::new("x")).await;
    outcome.map(|_| ()).unwrap_err()
}

#[tokio::test]
async fn what_was_not_sent_is_attempted_again_after_a_pause() {
    let double = down(down(Double::new())).then(FOUND);
    let timer = Rushed::new();
    let attempts = plainly(&double, &timer, Repeats::default()).await;
    assert_eq!((attempts.unwrap(), double.requests().len()), (3, 3));
    let pauses = timer.pauses();
    assert_eq!(pauses.len(), 2);
    assert!(pauses[0] <= Duration::from_millis(250), "{pauses:?}");
    assert!(pauses[1] <= Duration::from_millis(500), "{pauses:?}");
}

#[tokio::test]
async fn three_attempts_are_all() {
    for (repeats, attempts) in [
        (Repeats::default(), 3),
        (Repeats::default().attempts(5), 5),
        (Repeats::none(), 1),
        (Repeats::default().attempts(0), 1),
    ] {
        let double = (0..9).fold(Double::new(), |double, _| down(double));
        let error = plainly(&double, &Rushed::new(), repeats).await.unwrap_err();
        assert_eq!(double.requests().len(), attempts);
        assert_eq!(error.attempts() as usize, attempts);
        assert_eq!(
            (error.phase(), error.counted()),
            (Phase::NotSent, Counted::No)
        );
        let told = error.to_string();
        assert_eq!(
            told.ends_with(&format!("; {attempts} attempts")),
            attempts > 1,
            "{told}"
        );
    }
}

#[tokio::test]
async fn without_a_timer_there_is_one_attempt() {
    let double = down(Double::new());
    let caller = builder(&plain::VENDOR, double.clone()).build().unwrap();
    let error = caller
        .call(&plain::Request::new("张德洲"))
        .await
        .unwrap_err();
    assert_eq!((error.attempts(), double.requests().len()), (1, 1));
    // What is not attempted at all is told so.
    let error = caller.call(&plain::Request::new("x")).await.unwrap_err();
    assert_eq!(
        (error.kind().as_str(), error.attempts()),
        ("invalid_parameter", 0)
    );
}

#[tokio::test]
async fn nothing_else_is_attempted_again() {
    for (fault, phase) in [
        (Fault::Tls, Phase::NotSent),
        (Fault::Request, Phase::NotSent),
        (Fault::Cut, Phase::InDoubt),
        (Fault::Timeout, Phase::InDoubt),
        // A transport of somebody's that is less sure than ours.
        (Fault::NoConnection, Phase::InDoubt),
        (Fault::BodyCut, Phase::Answered),
        (Fault::Timeout, Phase::Answered),
        (Fault::Compression, Phase::Answered),
        (Fault::TooLarge { limit: 1 }, Phase::Answered),
    ] {
        let double = Double::new().then_fault(fault, phase).then(FOUND);
        let error = plainly(&double, &Rushed::new(), Repeats::default()).await;
        assert_eq!(error.unwrap_err().attempts(), 1, "{fault:?}");
        assert_eq!(double.requests().len(), 1, "{fault:?}");
    }
    // Two hours, later, and 503 of which the document says only "later".
    for reply in [
        HttpReply::new(200, None, r#"{"status":"110"}"#),
        HttpReply::new(200, None, r#"{"status":"102"}"#),
        HttpReply::new(503, None, ""),
        HttpReply::new(500, None, ""),
        HttpReply::new(302, None, ""),
    ] {
        let double = Double::new().then_reply(reply);
        assert_eq!(signing(&double).await.attempts(), 1);
        assert_eq!(double.requests().len(), 1);
    }
}

#[tokio::test]
async fn the_attempt_that_got_furthest_is_told() {
    // Answered, and then not even sent: what may have been paid for is told, with its reply.
    let error = signing(&down(down(gateway(Double::new())))).await;
    assert!(matches!(error.kind(), Kind::Http(_)), "{error}");
    assert_eq!(error.raw_reply().unwrap().text(), Some(GATEWAY));
    assert_eq!(
        (error.phase(), error.counted()),
        (Phase::Answered, Counted::Unknown)
    );
    assert_eq!(error.attempts(), 3);
    // Not sent, then in doubt; answered, then in doubt.
    for before in [down(Double::new()), gateway(Double::new())] {
        let error = signing(&before.then_fault(Fault::Cut, Phase::InDoubt)).await;
        assert_eq!(*error.kind(), Kind::Transport(Fault::Cut));
        assert_eq!(
            (error.phase(), error.counted()),
            (Phase::InDoubt, Counted::Unknown)
        );
        assert_eq!(error.attempts(), 2);
    }
}

/// qcc's document says of some statuses that they are no valid request; the gateway before may have been counted all the same.
#[tokio::test]
async fn what_one_attempt_may_have_cost_is_not_forgotten() {
    let refused = r#"{"status":"102"}"#;
    let error = signing(&Double::answering(refused)).await;
    assert_eq!(error.counted(), Counted::No);
    let error = signing(&down(Double::new()).then(refused)).await;
    assert_eq!(error.counted(), Counted::No);
    let error = signing(&gateway(Double::new()).then(refused)).await;
    assert_eq!((error.counted(), error.attempts()), (Counted::Unknown, 2));
}

/// A transport on which each attempt takes so long and comes to nothing.
#[derive(Debug)]
struct Slow(Rushed, Duration, Arc<Mutex<u32>>);

#[async_trait::async_trait]
impl Transport for Slow {
    async fn send(&self, _: &HttpRequest, _: &Limits) -> Result<HttpReply, TransportError> {
        self.0.pass(self.1);
        *self.2.lock().unwrap() += 1;
        Err(TransportError::new(Fault::ConnectTimeout, Phase::NotSent))
    }
}

/// An attempt may take 20 seconds. After 9.9 seconds another fits into 30, after 10.1 none does; pauses are none here.
#[tokio::test]
async fn no_attempt_begins_that_could_end_after_the_deadline() {
    let repeats = Repeats::default()
        .attempts(9)
        .within(Duration::from_secs(30))
        .pauses(Duration::ZERO, Duration::ZERO);
    for (millis, attempts) in [(9_900, 2), (10_100, 1), (4_000, 3), (31_000, 1)] {
        let (timer, sent) = (Rushed::new(), Arc::default());
        let slow = Slow(
            timer.clone(),
            Duration::from_millis(millis),
            Arc::clone(&sent),
        );
        let caller = builder(&plain::VENDOR, slow).timer(timer).repeats(repeats);
        let error = caller
            .build()
            .unwrap()
            .call(&plain::Request::new("张德洲"))
            .await;
        assert_eq!(error.unwrap_err().attempts(), attempts, "{millis}");
        assert_eq!(*sent.lock().unwrap(), attempts);
    }
}

/// A clock on which each look takes a second.
#[derive(Debug, Default)]
struct Ticking(Mutex<i64>);

impl Clock for Ticking {
    fn now(&self) -> Timestamp {
        let mut seconds = self.0.lock().unwrap();
        *seconds += 1;
        let start: Timestamp = AT.parse().unwrap();
        Timestamp::from_millis(start.as_millis() + *seconds * 1_000).unwrap()
    }
}

#[tokio::test]
async fn every_attempt_is_signed_anew() {
    let double = down(down(down(Double::new())));
    let caller: Caller = builder(&signed::VENDOR, double.clone())
        .clock(Ticking::default())
        .timer(Rushed::new())
        .build()
        .unwrap();
    caller.call(&signed::Request::new("x")).await.unwrap_err();
    let signatures: Vec<Vec<String>> = double
        .requests()
        .into_iter()
        .map(|request| {
            request
                .headers
                .into_iter()
                .map(|(_, value)| value)
                .collect()
        })
        .collect();
    // printf '%s' "kEyMaRkEr71$time$SECRET" | openssl md5
    assert_eq!(SECRET, "sEcReTmArKeR72");
    for (headers, [time, sign]) in signatures.iter().zip([
        ["1700000001000", "204dcae5f638cf2422405f9ad01b3fd5"],
        ["1700000002000", "60e23523fd09a1f183e2292495e2a9b3"],
        ["1700000003000", "abd5c5eccb89fefbebbd1e9d0ad40a79"],
    ]) {
        assert_eq!(headers[1..], [time, sign]);
    }
    assert_eq!(signatures.len(), 3);
}

#[tokio::test]
async fn a_page_is_attempted_again_like_any_call() {
    let page = |page: u64| {
        let list: Vec<String> = (page * 2..page * 2 + 2)
            .map(|id| format!(r#"{{"id":{id}}}"#))
            .collect();
        format!(
            r#"{{"error_code":0,"result":{{"total":4,"list":[{}]}}}}"#,
            list.join(",")
        )
    };
    let double = down(Double::answering(page(0))).then(page(1));
    let caller = builder(&plain::VENDOR, double.clone()).timer(Rushed::new());
    let mut request = plain::Request::new("张德洲");
    request.page_size = Some(2);
    let caller = caller.build().unwrap();
    let mut pages = caller.pages(&request);
    let mut attempts = Vec::new();
    while let Some(page) = pages.next().await {
        let page = page.unwrap();
        assert_eq!((page.answer, page.records().len()), (Answer::Found, 2));
        attempts.push(page.receipt.attempts);
    }
    assert_eq!((attempts, double.requests().len()), (vec![1, 2], 3));
}
