//! The sandbox on a port of this machine, for programs that speak real HTTP.

use std::future::Future;
use std::io;
use std::net::Ipv4Addr;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::State;
use axum::http::{HeaderValue, Request, Response, StatusCode, header};
use tokio::net::TcpListener;

use crate::protocol::{Answered, Incoming, wrong};
use crate::sandbox::{CONTENT_TYPE, Sandbox, below};

/// The longest body of a request. The longest documented one is a form of five short fields.
const BODY_BYTES: usize = 64 * 1024;

/// Listens on a port of 127.0.0.1; 0 takes a free one. Nobody outside this machine can reach it.
///
/// # Errors
/// The port cannot be had.
pub async fn listen(port: u16) -> io::Result<TcpListener> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await
}

/// Answers requests until `stop` ends, then finishes the ones under way.
///
/// Each vendor is below its own name, so that one port serves all: `http://127.0.0.1:PORT/qixin` is a base URL of qixin,
/// `http://127.0.0.1:PORT/cloudmarket` the endpoint of cloudmarket. [`Sandbox::environment`] lists them.
///
/// ```
/// use zhixing_sandbox::{Sandbox, listen, serve};
///
/// # tokio::runtime::Builder::new_current_thread().enable_io().build()?.block_on(async {
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
    let router = Router::new().fallback(handle).with_state(sandbox);
    axum::serve(listener, router)
        .with_graceful_shutdown(stop)
        .await
}

/// Nothing of a request is logged: it holds keys and names.
async fn handle(State(sandbox): State<Sandbox>, request: Request<Body>) -> Response<Body> {
    let (parts, body) = request.into_parts();
    let answered = match to_bytes(body, BODY_BYTES).await {
        // A body that is too long, or breaks off.
        Err(_) => wrong(413, "Content too large"),
        Ok(body) => {
            let headers = parts
                .headers
                .iter()
                .map(|(name, value)| {
                    let value = String::from_utf8_lossy(value.as_bytes()).into_owned();
                    (name.as_str().to_owned(), value)
                })
                .collect();
            let path = parts.uri.path();
            let found = sandbox
                .vendors()
                .find_map(|vendor| Some((vendor.name, below(path, vendor.name)?)));
            let (house, path) = match found {
                Some((name, path)) => (sandbox.house(name), path),
                None => (None, path),
            };
            let incoming = Incoming::new(
                parts.method.as_str(),
                path,
                parts.uri.query().unwrap_or_default(),
                headers,
                &String::from_utf8_lossy(&body),
            );
            sandbox.answer(house, &incoming)
        }
    };
    respond(answered, sandbox.date())
}

fn respond(answered: Answered, date: Option<String>) -> Response<Body> {
    let mut response = Response::new(Body::from(answered.body));
    *response.status_mut() =
        StatusCode::from_u16(answered.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(CONTENT_TYPE));
    if let Some(date) = date.and_then(|date| HeaderValue::from_str(&date).ok()) {
        headers.insert(header::DATE, date);
    }
    response
}
