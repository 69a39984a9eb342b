//! A caller that gives up at any point of a call leaves nothing half-done: the next call gets its own answer, a page is not
//! bought a second time, and nothing stays behind.

use std::collections::BTreeMap;
use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll};
use std::time::Duration;

use qixin::execution_list_by_name::Request;
use zhixing_sandbox::{Fault, Route, Sandbox, listen, serve};

use crate::faults::LIMITS;
use crate::machine;

/// The company with 57 cases, so that its reply comes in many pieces and there are three pages of it.
const SLOW: &str = "大量记录测试有限公司";
const QUICK: &str = "博山鲁星环保机械厂";

/// Waits for the future as long as it wakes up at most so often; `None` where it would have gone on.
async fn wakes<F: Future>(future: F, most: usize) -> Option<F::Output> {
    let mut future = pin!(future);
    let mut woken = 0;
    std::future::poll_fn(|context: &mut Context<'_>| {
        if woken > most {
            return Poll::Ready(None);
        }
        woken += 1;
        match future.as_mut().poll(context) {
            Poll::Ready(output) => Poll::Ready(Some(output)),
            Poll::Pending if woken > most => Poll::Ready(None),
            Poll::Pending => Poll::Pending,
        }
    })
    .await
}

fn client(port: u16, sandbox: &Sandbox) -> qixin::Client {
    let variables: BTreeMap<String, String> = sandbox.environment(port).into_iter().collect();
    qixin::Client::builder()
        .from_lookup(|name| variables.get(name).cloned())
        .limits(LIMITS)
        .build()
        .expect("a client")
}

#[test]
fn a_call_that_is_given_up_anywhere_leaves_the_next_one_whole() {
    machine::alone(given_up());
}

async fn given_up() {
    let before = machine::State::now();
    let drip = Fault::SlowDrip {
        bytes: 2048,
        every_millis: 1,
    };
    let route = Route::to("qixin").subject(SLOW);
    let sandbox = Sandbox::builder().fault(route, drip).build();
    let sandbox = sandbox.expect("a sandbox");
    let listener = listen(0).await.expect("a port");
    let port = listener.local_addr().expect("an address").port();
    let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    let server = tokio::spawn(serve(sandbox.clone(), listener, async {
        let _ = stopped.await;
    }));

    let client = client(port, &sandbox);
    let (mut given_up, mut ended) = (0, false);
    while !ended {
        let whole = wakes(client.execution_list_by_name(&Request::new(SLOW)), given_up).await;
        ended = whole.is_some();
        if let Some(whole) = whole {
            assert_eq!(whole.expect("an answer").records().len(), 20);
        }
        // Whatever of the other reply was under way is not taken for this one.
        let next = client
            .execution_list_by_name(&Request::new(QUICK))
            .await
            .expect("an answer");
        assert_eq!(next.records().len(), 2, "after {given_up} wakes");
        given_up += 1;
        assert!(given_up < 1_000, "the call never ends");
    }
    assert!(given_up > 5, "{given_up} points only");
    // Each call that was made is on the bill once at most: one that was given up before it left is not.
    let bill = sandbox.bill();
    assert!(
        bill.entries.len() <= 2 * given_up,
        "{} entries",
        bill.entries.len()
    );
    assert_eq!(bill.counted("qixin"), bill.entries.len());

    drop(client);
    stop.send(()).expect("it runs");
    server.await.expect("no panic").expect("the port");
    machine::settled(&before).await;
}

/// `next` may be dropped in a `select!` and asked again: the page that was under way is waited for, and not bought again.
#[test]
fn a_page_that_is_waited_for_again_is_bought_once() {
    machine::alone(waited_for_again());
}

async fn waited_for_again() {
    let late = Fault::Delay { millis: 15 };
    let sandbox = Sandbox::builder().fault("qixin", late).build();
    let sandbox = sandbox.expect("a sandbox");
    let client = qixin::Client::builder()
        .from_lookup(|name| sandbox.lookup(name))
        .transport(sandbox.transport_for("qixin"))
        .build()
        .expect("a client");
    let (mut records, mut waits) = (0, 0);
    let mut pages = client.execution_list_by_name_pages(&Request::new(SLOW));
    loop {
        match tokio::time::timeout(Duration::from_millis(2), pages.next()).await {
            Err(_) => waits += 1,
            Ok(None) => break,
            Ok(Some(page)) => records += page.expect("a page").records().len(),
        }
    }
    assert_eq!(records, 57);
    assert!(waits > 3, "no wait was given up");
    assert_eq!(sandbox.bill().entries.len(), 3);
}
