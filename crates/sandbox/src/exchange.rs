//! One call, whichever way it came: which fault it meets, what is answered, and what the bill says of it.

use std::net::IpAddr;
use std::sync::atomic::Ordering;

use async_trait::async_trait;
use chrono::DateTime;
use zhixing_core::transport::{HttpReply, HttpRequest, Limits, Transport, TransportError};

use crate::fault::{Fault, Line, in_process, spoil};
use crate::protocol::{Answered, Circumstances, Incoming, Judged, answer, wrong};
use crate::route;
use crate::sandbox::{House, Sandbox};
use crate::served::Served;
use crate::state::{Entry, lock};

impl Sandbox {
    /// The transport of a client of this vendor, whatever base URL the client has. A vendor that is not served answers
    /// everything with HTTP 404.
    #[must_use]
    pub fn transport_for(&self, vendor: &str) -> VendorTransport {
        VendorTransport {
            sandbox: self.clone(),
            vendor: vendor.to_owned(),
        }
    }

    /// The fault that this call meets. It counts the call, so it is asked once.
    pub(crate) fn fault(&self, house: Option<&House>, request: &Incoming) -> Option<&Fault> {
        route::first(&self.0.faults, house?.served(request)?.operation, request)
    }

    /// Answers a request to a vendor, or with HTTP 404 if there is none, and says what the line does with the reply.
    pub(crate) fn answer(
        &self,
        house: Option<&House>,
        request: &Incoming,
        caller: IpAddr,
        fault: Option<&Fault>,
    ) -> (Answered, Line) {
        let found = house.and_then(|house| Some((house, house.served(request)?)));
        let Some((house, served)) = found else {
            return (wrong(404, "Not found"), Line::Holds);
        };
        if fault == Some(&Fault::ResetAfterReading) {
            let nothing = wrong(500, "");
            self.enter(house, None, None, fault);
            return (nothing, Line::Reset);
        }
        if let Some(answered) = fault.and_then(Fault::stand_in) {
            self.enter(house, None, Some(&answered), fault);
            return (answered, Line::Holds);
        }
        let judged = self.judge(house, served, request, caller);
        self.enter(house, Some(&judged), Some(&judged.answered), fault);
        let mut answered = judged.answered;
        if let Some(fault) = fault {
            spoil(fault, served.operation, &mut answered);
        }
        let line = Line::under(fault, &answered);
        (answered, line)
    }

    fn judge(&self, house: &House, served: &Served, request: &Incoming, caller: IpAddr) -> Judged {
        let next_order = || {
            let number = house.orders.fetch_add(1, Ordering::Relaxed).wrapping_add(1);
            format!("SANDBOX{number:012}")
        };
        let forced = || route::first(&self.0.forced, served.operation, request);
        let circumstances = Circumstances {
            accounts: &house.accounts,
            caller,
            now: self.0.clock.now(),
            world: &self.0.world,
            next_order: &next_order,
            forced: &forced,
        };
        answer(served, &circumstances, request)
    }

    fn enter(
        &self,
        house: &House,
        judged: Option<&Judged>,
        answered: Option<&Answered>,
        fault: Option<&Fault>,
    ) {
        lock(&self.0.entries).push(Entry {
            at: self.0.clock.now().to_string(),
            vendor: house.vendor.name,
            operation: judged.and_then(|judged| judged.operation),
            account: judged.and_then(|judged| judged.account.clone()),
            http_status: answered.map(|answered| answered.status),
            code: judged.and_then(|judged| judged.code.clone()),
            counted: judged.is_some_and(|judged| judged.counted),
            fault: fault.map(Fault::name),
        });
    }

    /// The `Date` header: IMF-fixdate (RFC 9110, 5.6.7).
    pub(crate) fn date(&self) -> Option<String> {
        let now = DateTime::from_timestamp_millis(self.0.clock.now().as_millis())?;
        Some(now.format("%a, %d %b %Y %H:%M:%S GMT").to_string())
    }

    async fn exchange(
        &self,
        house: Option<&House>,
        request: &HttpRequest,
        limits: &Limits,
    ) -> Result<HttpReply, TransportError> {
        let url = Url::split(&request.url);
        let path = match house {
            // The whole endpoint is the buyer's: no path of it is documented.
            Some(house) if house.vendor.base_url.whole_endpoint => "",
            Some(house) => below(url.path, house.vendor.name).unwrap_or(url.path),
            None => url.path,
        };
        let incoming = Incoming::new(
            request.method.as_str(),
            path,
            url.query,
            request.headers.clone(),
            request.body.as_deref().unwrap_or_default(),
        );
        let fault = self.fault(house, &incoming);
        let (answered, line) = if fault == Some(&Fault::ResetBeforeReading) {
            (wrong(500, ""), Line::Reset)
        } else {
            self.answer(house, &incoming, self.0.address, fault)
        };
        in_process(answered, line, self.date(), limits).await
    }
}

#[async_trait]
impl Transport for Sandbox {
    async fn send(
        &self,
        request: &HttpRequest,
        limits: &Limits,
    ) -> Result<HttpReply, TransportError> {
        let url = Url::split(&request.url);
        let house = self.0.houses.iter().find(|house| {
            let vendor = house.vendor;
            let documented = vendor.base_url.url.map(|url| Url::split(url).authority);
            documented == Some(url.authority) || below(url.path, vendor.name).is_some()
        });
        self.exchange(house, request, limits).await
    }
}

/// One vendor of a [`Sandbox`], as the transport of a client.
#[derive(Debug, Clone)]
pub struct VendorTransport {
    sandbox: Sandbox,
    vendor: String,
}

#[async_trait]
impl Transport for VendorTransport {
    async fn send(
        &self,
        request: &HttpRequest,
        limits: &Limits,
    ) -> Result<HttpReply, TransportError> {
        let house = self.sandbox.house(&self.vendor);
        self.sandbox.exchange(house, request, limits).await
    }
}

/// The part of a path below `/<vendor>`.
pub(crate) fn below<'a>(path: &'a str, vendor: &str) -> Option<&'a str> {
    let rest = path.strip_prefix('/')?.strip_prefix(vendor)?;
    (rest.is_empty() || rest.starts_with('/')).then_some(rest)
}

/// A URL in parts, or the target of a request line, which begins with its path.
pub(crate) struct Url<'a> {
    pub(crate) authority: &'a str,
    pub(crate) path: &'a str,
    pub(crate) query: &'a str,
}

impl<'a> Url<'a> {
    pub(crate) fn split(url: &'a str) -> Self {
        let (address, query) = url.split_once('?').unwrap_or((url, ""));
        let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
        let (authority, path) = match rest.find('/') {
            Some(slash) => rest.split_at(slash),
            None => (rest, ""),
        };
        Self {
            authority,
            path,
            query,
        }
    }
}
