//! Faults, each over a real socket and in-process: the caller must be told the same.

mod support;

use std::future::Future;
use std::time::{Duration, Instant};

use support::{NOW, Plain, clock, json, request};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::sync::oneshot;
use zhixing_core::client::Builder;
use zhixing_core::request::Arguments;
use zhixing_core::spec::Method;
use zhixing_core::transport::{
    Body, Fault as Broken, HttpReply, HttpRequest, HttpTransport, Limits, Phase, Transport,
    TransportError,
};
use zhixing_sandbox::{Fault, Route, Sandbox, SandboxError, listen, serve};

const COMPANY: &str = "沙箱示例贸易有限公司";
const HEADERS: [(&str, &str); 4] = [
    ("Auth-Version", "2.0"),
    ("appkey", "AK"),
    ("timestamp", "1700000000000"),
    // printf AK1700000000000SK | md5sum
    ("sign", "174326a8be2ea3d822d4f7c5943f2e92"),
];
const PATH: &str = "/qixin/APIService/execution/getExecutionListByName";

fn sandbox(route: impl Into<Route>, fault: Fault) -> Sandbox {
    Sandbox::builder()
        .clock(clock(NOW))
        .account("qixin", [("appkey", "AK"), ("secret_key", "SK")])
        .account("juhe", [("key", "JK")])
        .fault(route, fault)
        .build()
        .expect("a sandbox")
}

fn asked(root: &str) -> HttpRequest {
    let url = format!("{root}{PATH}");
    request(Method::Get, &url, &[("keyword", COMPANY)], &HEADERS, &[])
}

/// Runs something against the sandbox on a port, and stops the sandbox.
async fn on_a_port<T, F: Future<Output = T>>(
    sandbox: &Sandbox,
    run: impl FnOnce(String) -> F,
) -> T {
    let listener = listen(0).await.expect("a port");
    let address = listener.local_addr().expect("an address");
    let (stop, stopped) = oneshot::channel::<()>();
    let server = tokio::spawn(serve(sandbox.clone(), listener, async {
        let _ = stopped.await;
    }));
    let ended = run(format!("http://{address}")).await;
    stop.send(()).expect("it runs");
    server.await.expect("no panic").expect("no error");
    ended
}

type Told = Result<HttpReply, TransportError>;

/// What the caller is told over a socket and in-process, and the two bills as JSON.
async fn both(fault: &Fault, limits: &Limits) -> ([Told; 2], [serde_json::Value; 2]) {
    let served = sandbox("qixin", fault.clone());
    let over_socket = on_a_port(&served, |root| async move {
        let http = HttpTransport::new(limits).expect("a transport");
        http.send(&asked(&root), limits).await
    })
    .await;
    let direct = sandbox("qixin", fault.clone());
    let in_process = direct.send(&asked("https://sandbox.invalid"), limits).await;
    let bill = |sandbox: &Sandbox| serde_json::to_value(sandbox.bill()).expect("JSON");
    ([over_socket, in_process], [bill(&served), bill(&direct)])
}

/// What somebody who reads the fault's description expects.
enum Expected {
    /// The reply as it would be without the fault.
    Untouched,
    /// A reply of this status whose body passes this check.
    Reply(u16, fn(&[u8], &[u8]) -> bool),
    /// No whole reply.
    Broken(Broken, Phase),
}

/// How many calls are on the bill, and how many of them count.
type Billed = (usize, usize);

#[tokio::test]
async fn a_socket_and_no_socket_tell_the_same_fault_by_fault() {
    let untouched = support::send(&support::sandbox(), &asked("https://sandbox.invalid")).await;
    let length = untouched.body.len();
    let in_doubt = |fault| Expected::Broken(fault, Phase::InDoubt);
    let answered = |fault| Expected::Broken(fault, Phase::Answered);
    let limits = Limits {
        attempt: Duration::from_millis(400),
        reply_bytes: 64 * 1024,
        ..Limits::default()
    };
    let limit = limits.reply_bytes;
    let slow = |bytes| Fault::SlowDrip {
        bytes,
        every_millis: 20,
    };
    let cases: Vec<(Fault, Expected, Billed)> = vec![
        (Fault::Delay { millis: 20 }, Expected::Untouched, (1, 1)),
        (
            Fault::Delay { millis: 5_000 },
            in_doubt(Broken::Timeout),
            (1, 1),
        ),
        (Fault::ResetBeforeReading, in_doubt(Broken::Cut), (0, 0)),
        (Fault::ResetAfterReading, in_doubt(Broken::Cut), (1, 0)),
        (Fault::BillThenDrop, in_doubt(Broken::Cut), (1, 1)),
        (
            Fault::CutBody { after: None },
            answered(Broken::BodyCut),
            (1, 1),
        ),
        (
            Fault::CutBody { after: Some(0) },
            answered(Broken::BodyCut),
            (1, 1),
        ),
        (
            Fault::CutBody {
                after: Some(usize::MAX),
            },
            answered(Broken::BodyCut),
            (1, 1),
        ),
        (
            Fault::WrongLength { by: 1 },
            answered(Broken::BodyCut),
            (1, 1),
        ),
        (
            Fault::WrongLength { by: -7 },
            Expected::Reply(200, |body, untouched| {
                body == &untouched[..untouched.len() - 7]
            }),
            (1, 1),
        ),
        (
            Fault::WrongLength { by: i64::MIN },
            Expected::Reply(200, |body, _| body.is_empty()),
            (1, 1),
        ),
        (slow(length / 3), Expected::Untouched, (1, 1)),
        (slow(1), answered(Broken::Timeout), (1, 1)),
        (
            Fault::Status {
                status: 503,
                body: None,
            },
            Expected::Reply(503, |body, _| body == b"sandbox fault"),
            (1, 0),
        ),
        (
            Fault::Status {
                status: 502,
                body: Some("坏网关".to_owned()),
            },
            Expected::Reply(502, |body, _| body == "坏网关".as_bytes()),
            (1, 0),
        ),
        (
            Fault::Status {
                status: 204,
                body: Some("x".to_owned()),
            },
            Expected::Reply(204, |body, _| body.is_empty()),
            (1, 0),
        ),
        (
            Fault::Html,
            Expected::Reply(200, |body, _| body.starts_with(b"<!DOCTYPE html>")),
            (1, 0),
        ),
        (
            Fault::Redirect {
                location: "http://127.0.0.1:9/".to_owned(),
                status: None,
            },
            Expected::Reply(302, |body, _| body.is_empty()),
            (1, 0),
        ),
        (
            Fault::WrongSignature,
            Expected::Reply(200, differs_in_sign),
            (1, 1),
        ),
        (
            Fault::AlteredData { pointer: None },
            Expected::Reply(200, differs_in_data),
            (1, 1),
        ),
        (
            Fault::AlteredData {
                pointer: Some("/data/items/0/disabled".to_owned()),
            },
            Expected::Reply(200, differs_in_data),
            (1, 1),
        ),
        (
            Fault::AlteredData {
                pointer: Some("/nowhere".to_owned()),
            },
            Expected::Untouched,
            (1, 1),
        ),
        (
            Fault::HugeBody { bytes: limit + 1 },
            answered(Broken::TooLarge { limit }),
            (1, 1),
        ),
        (
            Fault::HugeBody { bytes: limit },
            Expected::Reply(200, |body, untouched| {
                body.len() == 64 * 1024
                    && body.starts_with(untouched)
                    && body[untouched.len()..].iter().all(|byte| *byte == b' ')
            }),
            (1, 1),
        ),
        (Fault::Garbled, answered(Broken::Compression), (1, 1)),
    ];
    for (fault, expected, billed) in cases {
        let (mut told, [bill, direct_bill]) = both(&fault, &limits).await;
        for told in &mut told {
            drop_what_varies(told, &untouched.body);
        }
        let [over_socket, in_process] = told;
        assert_eq!(over_socket, in_process, "{fault:?}");
        match (over_socket, expected) {
            (Ok(reply), Expected::Untouched) => assert_eq!(reply, untouched, "{fault:?}"),
            (Ok(reply), Expected::Reply(status, fits)) => {
                assert_eq!(reply.status, status, "{fault:?}");
                assert!(fits(&reply.body, &untouched.body), "{fault:?}");
            }
            (Err(error), Expected::Broken(fault_expected, phase)) => {
                assert_eq!((error.fault, error.phase), (fault_expected, phase));
                // What came of a reply is kept, since it may have been paid for.
                let partial = error.partial.map(|partial| partial.status);
                assert_eq!(partial, (phase == Phase::Answered).then_some(200));
            }
            (told, _) => panic!("{fault:?}: {told:?}"),
        }
        assert_eq!(bill, direct_bill, "{fault:?}");
        let entries = bill["entries"].as_array().expect("entries");
        assert_eq!(
            (entries.len(), &bill["counted"]["qixin"]),
            (billed.0, &billed.1.into())
        );
        for entry in entries {
            assert_eq!(entry["fault"], fault.name());
        }
    }
}

/// How much came until the time was over is not the same twice; that it is the beginning is. What is kept of a body that cannot be
/// unpacked hangs on a feature of the transport.
fn drop_what_varies(told: &mut Told, untouched: &[u8]) {
    let Err(error) = told else { return };
    let Some(partial) = &mut error.partial else {
        return;
    };
    match error.fault {
        Broken::Timeout => {
            assert!(!partial.body.is_empty() && untouched.starts_with(&partial.body));
        }
        // With the feature `gzip` it is unpacked, and nothing comes of it.
        Broken::Compression => assert!(partial.body.is_empty() || partial.body == untouched),
        _ => return,
    }
    partial.body = Body::default();
}

fn parts(body: &[u8]) -> (serde_json::Value, serde_json::Value) {
    let mut reply: serde_json::Value = serde_json::from_slice(body).expect("JSON");
    (reply["sign"].take(), reply["data"].take())
}

fn differs_in_sign(body: &[u8], untouched: &[u8]) -> bool {
    let ((sign, data), (right, meant)) = (parts(body), parts(untouched));
    sign != right && data == meant && sign.as_str().map(str::len) == Some(32)
}

fn differs_in_data(body: &[u8], untouched: &[u8]) -> bool {
    let ((sign, data), (right, meant)) = (parts(body), parts(untouched));
    sign == right && data != meant
}

#[tokio::test]
async fn a_client_refuses_what_was_altered_or_wrongly_signed() {
    for fault in [Fault::WrongSignature, Fault::AlteredData { pointer: None }] {
        let sandbox = sandbox("qixin", fault.clone());
        let told = support::call::<qixin::execution_list_by_name::Reply>(
            &sandbox,
            &qixin::execution_list_by_name::OPERATION,
            &[("keyword", COMPANY)],
        )
        .await;
        let error = told.expect_err("it must not be typed");
        assert_eq!(error.kind().as_str(), "signature_mismatch", "{fault:?}");
    }
}

#[tokio::test]
async fn a_fault_is_for_its_subject_and_for_its_time_and_the_connection_lives_on() {
    let route = Route::to("qixin").operation("execution_list_by_name");
    let sandbox = sandbox(
        route.subject(COMPANY).after(1).times(2),
        Fault::Status {
            status: 503,
            body: None,
        },
    );
    on_a_port(&sandbox, |root| async move {
        let http = HttpTransport::new(&Limits::default()).expect("a transport");
        let mut met = Vec::new();
        for subject in [COMPANY, "别的公司", COMPANY, COMPANY, COMPANY] {
            let url = format!("{root}{PATH}");
            let request = request(Method::Get, &url, &[("keyword", subject)], &HEADERS, &[]);
            let reply = http
                .send(&request, &Limits::default())
                .await
                .expect("a reply");
            met.push(reply.status);
        }
        assert_eq!(met, [200, 200, 503, 503, 200]);
    })
    .await;
}

#[tokio::test]
async fn the_subject_of_a_form_is_seen_before_the_form_is_read() {
    let sandbox = sandbox(
        Route::to("juhe").subject(COMPANY),
        Fault::ResetBeforeReading,
    );
    on_a_port(&sandbox, |root| async move {
        let http = HttpTransport::new(&Limits::default()).expect("a transport");
        let url = format!("{root}/juhe/personRisk/query");
        let fields = |keyword| {
            [
                ("key", "JK"),
                ("keyword", keyword),
                ("realname", "王样例"),
                ("type", "1"),
            ]
        };
        let request = |keyword| request(Method::Post, &url, &[], &[], &fields(keyword));
        let told = http.send(&request(COMPANY), &Limits::default()).await;
        assert_eq!(told, Err(TransportError::new(Broken::Cut, Phase::InDoubt)));
        let told = http
            .send(&request("x"), &Limits::default())
            .await
            .expect("a reply");
        assert_eq!(json(&told)["error_code"], 0);
    })
    .await;
    assert_eq!(sandbox.bill().entries.len(), 1);
}

/// Writes bytes and reads to the end: what arrived, and how it ended.
async fn raw(root: &str, bytes: &[u8]) -> (Vec<u8>, std::io::Result<usize>) {
    let address = root.strip_prefix("http://").expect("an address");
    let mut stream = TcpStream::connect(address).await.expect("a connection");
    stream.write_all(bytes).await.expect("to write");
    let mut arrived = Vec::new();
    let ended = stream.read_to_end(&mut arrived).await;
    (arrived, ended)
}

/// The ways to lose a reply look different to whoever watches the socket itself.
#[tokio::test]
async fn a_reset_is_a_reset_and_a_drop_is_a_drop() {
    let head = format!("GET {PATH}?keyword=x HTTP/1.1\r\nHost: x\r\n\r\n");
    let watch = async |fault| {
        let sandbox = sandbox("qixin", fault);
        on_a_port(&sandbox, |root| async {
            raw(&{ root }, head.as_bytes()).await
        })
        .await
    };
    for fault in [Fault::ResetBeforeReading, Fault::ResetAfterReading] {
        let (arrived, ended) = watch(fault).await;
        assert!(arrived.is_empty());
        let error = ended.expect_err("a reset");
        assert_eq!(error.kind(), std::io::ErrorKind::ConnectionReset);
    }
    let (arrived, ended) = watch(Fault::BillThenDrop).await;
    assert!(arrived.is_empty());
    ended.expect("an orderly end");
    let (arrived, ended) = watch(Fault::CutBody { after: Some(5) }).await;
    ended.expect("an orderly end");
    let arrived = String::from_utf8(arrived).expect("text");
    let (_, body) = arrived.split_once("\r\n\r\n").expect("a head");
    assert_eq!(body.len(), 5);
}

#[tokio::test]
async fn time_passes_in_process_under_any_executor() {
    let sandbox = sandbox("qixin", Fault::Delay { millis: 60 });
    let begun = Instant::now();
    // Not even a reactor: this runtime has neither I/O nor time.
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .build()
            .expect("a runtime");
        let request = asked("https://sandbox.invalid");
        let told = runtime.block_on(sandbox.send(&request, &Limits::default()));
        assert_eq!(told.expect("a reply").status, 200);
    })
    .join()
    .expect("no panic");
    assert!(begun.elapsed() >= Duration::from_millis(60));
}

#[tokio::test]
async fn a_sandbox_that_is_told_to_stop_does_not_wait_out_a_fault() {
    let begun = Instant::now();
    let sandbox = sandbox("qixin", Fault::Delay { millis: 60_000 });
    on_a_port(&sandbox, |root| async move {
        let limits = Limits {
            attempt: Duration::from_millis(50),
            ..Limits::default()
        };
        let http = HttpTransport::new(&limits).expect("a transport");
        assert!(http.send(&asked(&root), &limits).await.is_err());
    })
    .await;
    assert!(begun.elapsed() < Duration::from_secs(30));
}

#[tokio::test]
async fn the_bill_is_on_the_port_and_names_who_paid_for_a_lost_reply() {
    let sandbox = sandbox("cloudmarket", Fault::BillThenDrop);
    on_a_port(&sandbox, |root| async move {
        let lookup = |variable: &str| match variable {
            "CLOUDMARKET_URL" => Some(format!("{root}/cloudmarket")),
            "CLOUDMARKET_APPCODE" => Some("sandbox-appcode".to_owned()),
            _ => None,
        };
        let built: Result<Plain, _> = Builder::new(&cloudmarket::VENDOR)
            .from_lookup(lookup)
            .build();
        let told = built
            .expect("a client")
            .0
            .call_with::<cloudmarket::dishonest::Reply>(
                &cloudmarket::dishonest::OPERATION,
                Arguments::new().with("keyword", COMPANY),
            )
            .await;
        assert!(told.is_err());
        let http = HttpTransport::new(&Limits::default()).expect("a transport");
        let bill = request(Method::Get, &format!("{root}/_sandbox/bill"), &[], &[], &[]);
        let bill = json(&http.send(&bill, &Limits::default()).await.expect("a bill"));
        assert_eq!(bill["counted"]["cloudmarket"], 1);
        assert_eq!(bill["entries"][0]["code"], "0");
        assert_eq!(bill["entries"][0]["fault"], "bill_then_drop");
    })
    .await;
}

#[test]
fn faults_that_cannot_happen_are_refused() {
    for (vendor, fault) in [
        ("juhe", Fault::WrongSignature),
        ("qixin", Fault::WrongLength { by: 0 }),
        (
            "qixin",
            Fault::SlowDrip {
                bytes: 0,
                every_millis: 1,
            },
        ),
        (
            "qixin",
            Fault::Status {
                status: 100,
                body: None,
            },
        ),
        (
            "qixin",
            Fault::Status {
                status: 600,
                body: None,
            },
        ),
        (
            "qixin",
            Fault::Redirect {
                location: "a\r\nb: c".to_owned(),
                status: None,
            },
        ),
        (
            "qixin",
            Fault::Redirect {
                location: "/".to_owned(),
                status: Some(200),
            },
        ),
        (
            "qixin",
            Fault::AlteredData {
                pointer: Some("data".to_owned()),
            },
        ),
        ("qixin", Fault::HugeBody { bytes: usize::MAX }),
    ] {
        let built = Sandbox::builder().fault(vendor, fault.clone()).build();
        assert!(
            matches!(built, Err(SandboxError::Fault { .. })),
            "{fault:?}"
        );
    }
}
