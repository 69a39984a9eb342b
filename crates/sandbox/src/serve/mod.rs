//! The sandbox on a port of this machine, for programs that speak real HTTP.
//!
//! HTTP/1.1 is read and written by hand here. The libraries that serve HTTP exist to never send a broken reply, and
//! broken replies are what the fault plan is for; one server for whole and broken ones keeps both on the same path.

mod reply;
mod request;

use std::future::Future;
use std::io;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::pin::pin;
use std::time::Duration;

use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio::time::timeout;

use crate::exchange::below;
use crate::fault::{Fault, Line};
use crate::protocol::{Answered, Incoming, wrong};
use crate::sandbox::Sandbox;
use request::{Request, Seen};

/// Where the bill is.
const BILL: &str = "/_sandbox/bill";

/// Listens on a port of 127.0.0.1; 0 takes a free one. Nobody outside this machine can reach it.
///
/// # Errors
/// The port cannot be had.
pub async fn listen(port: u16) -> io::Result<TcpListener> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await
}

/// Answers requests until `stop` ends, then finishes the ones under way but for those that a fault holds up.
///
/// Each vendor is below its own name, so that one port serves all: `http://127.0.0.1:PORT/qixin` is a base URL of qixin,
/// `http://127.0.0.1:PORT/cloudmarket` the endpoint of cloudmarket. [`Sandbox::environment`] lists them. The bill is at
/// `GET /_sandbox/bill`.
///
/// It needs a tokio runtime with I/O and time.
///
/// ```
/// use zhixing_sandbox::{Sandbox, listen, serve};
///
/// # tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(async {
/// let sandbox = Sandbox::new();
/// let listener = listen(0).await?;
/// for (variable, value) in sandbox.environment(listener.local_addr()?.port()) {
///     println!("export {variable}='{value}'");
/// }
/// // A real server would wait for a signal; this one is told to stop at once.
/// serve(sandbox, listener, std::future::ready(())).await
/// # })?;
/// # Ok::<(), std::io::Error>(())
/// ```
///
/// # Errors
/// The port is lost.
pub async fn serve(
    sandbox: Sandbox,
    listener: TcpListener,
    stop: impl Future<Output = ()> + Send + 'static,
) -> io::Result<()> {
    let (stopping, stopped) = watch::channel(());
    let mut connections = JoinSet::new();
    let mut stop = pin!(stop);
    let ended = loop {
        tokio::select! {
            biased;
            () = &mut stop => break Ok(()),
            // Tasks that are done are not kept until the end.
            Some(_) = connections.join_next() => {}
            accepted = listener.accept() => match accepted {
                Ok((stream, peer)) => {
                    connections.spawn(converse(sandbox.clone(), stream, peer, stopped.clone()));
                }
                // The caller gave up before it was let in.
                Err(error) if is_callers(&error) => {}
                Err(error) => break Err(error),
            },
        }
    };
    drop(listener);
    drop(stopping);
    while connections.join_next().await.is_some() {}
    ended
}

fn is_callers(error: &io::Error) -> bool {
    use io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset, Interrupted};
    matches!(
        error.kind(),
        ConnectionAborted | ConnectionRefused | ConnectionReset | Interrupted
    )
}

/// Answers one request after the other on a connection. Nothing of a request is logged: it holds keys and names.
async fn converse(
    sandbox: Sandbox,
    mut stream: TcpStream,
    peer: SocketAddr,
    mut stopped: watch::Receiver<()>,
) {
    // Small writes are meant to go out as they are made.
    let _ = stream.set_nodelay(true);
    loop {
        // A request that has arrived is answered even when it is time to stop.
        let seen = tokio::select! {
            biased;
            seen = request::look(&mut stream) => seen,
            _ = stopped.changed() => return,
        };
        let going_on = match seen {
            Seen::Whole(request) => {
                respond(&sandbox, &mut stream, peer.ip(), request, &mut stopped).await
            }
            Seen::Refused(status, message) => {
                let answered = wrong(status, message);
                let head = reply::Head::new(sandbox.date(), false, false);
                let _ = reply::send(&mut stream, &answered, Line::Holds, &head).await;
                reply::linger(&mut stream).await;
                false
            }
            Seen::Gone => false,
        };
        if !going_on {
            return;
        }
    }
}

/// Answers one request. Whether the connection can be used again.
async fn respond(
    sandbox: &Sandbox,
    stream: &mut TcpStream,
    caller: IpAddr,
    request: Request,
    stopped: &mut watch::Receiver<()>,
) -> bool {
    let path = request.path();
    let found = sandbox
        .vendors()
        .find_map(|vendor| Some((vendor.name, below(path, vendor.name)?)));
    let (house, path) = match found {
        Some((name, path)) => (sandbox.house(name), path),
        None => (None, path),
    };
    let incoming = Incoming::new(
        &request.method,
        path,
        request.query(),
        request.headers.clone(),
        &request.body,
    );
    let fault = sandbox.fault(house, &incoming);
    if fault == Some(&Fault::ResetBeforeReading) {
        reset(stream);
        return false;
    }
    if request::take(stream, request.bytes).await.is_err() {
        return false;
    }
    let (answered, line) = if house.is_none() && path == BILL && request.method == "GET" {
        (bill(sandbox), Line::Holds)
    } else {
        sandbox.answer(house, &incoming, caller, fault)
    };
    let head = reply::Head::new(sandbox.date(), request.keep_alive, request.method == "HEAD");
    let sent = match line {
        Line::Reset => {
            reset(stream);
            return false;
        }
        Line::Closed => return false,
        Line::Late(_) | Line::Drip { .. } => tokio::select! {
            biased;
            sent = reply::send(stream, &answered, line, &head) => sent,
            // Nobody waits for the end of a fault.
            _ = stopped.changed() => return false,
        },
        // A caller that reads nothing holds nothing up for ever.
        line => timeout(REPLY_TIME, reply::send(stream, &answered, line, &head))
            .await
            .unwrap_or(Ok(false)),
    };
    sent.is_ok_and(|whole| whole && request.keep_alive)
}

/// The next thing that the peer hears of this connection is a reset.
fn reset(stream: &TcpStream) {
    // Without it the peer sees an orderly end: another fault, but no reason to stop.
    let _ = stream.set_zero_linger();
}

fn bill(sandbox: &Sandbox) -> Answered {
    match serde_json::to_value(sandbox.bill()) {
        Ok(bill) => Answered::json(200, &bill),
        Err(_) => wrong(500, "Internal server error"),
    }
}

/// How long a request may take from its first byte to its last.
const REQUEST_TIME: Duration = Duration::from_secs(10);

/// How long a reply may take that no fault holds up.
const REPLY_TIME: Duration = Duration::from_secs(30);
