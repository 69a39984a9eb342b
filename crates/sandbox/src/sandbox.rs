//! The sandbox itself, and its two ways in: as a transport, and (in [`crate::serve()`]) on a port.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use async_trait::async_trait;
use zhixing_core::clock::{Clock, SystemClock};
use zhixing_core::credentials::Credentials;
use zhixing_core::spec::Vendor;
use zhixing_core::transport::{
    Fault, HttpReply, HttpRequest, Limits, Phase, Transport, TransportError,
};

use crate::builder::{Builder, default_account};
use crate::protocol::{Answered, Circumstances, Incoming, answer, wrong};
use crate::served::{SERVED, Served};
use crate::world::World;

/// The content type of every reply.
pub(crate) const CONTENT_TYPE: &str = "application/json; charset=utf-8";

/// What in-process base URLs begin with. Nothing is ever sent there.
const NOWHERE: &str = "https://sandbox.invalid";

/// What the world is made from unless the caller says otherwise.
pub(crate) const DEFAULT_SEED: u64 = 0;

/// Five vendors' servers. Cheap to clone; clones share what changes with use, the numbers of orders.
///
/// As a [`Transport`] it tells the vendor by the host of the URL, the documented one, or by the first segment of the path
/// (`https://sandbox.invalid/qixin/…`). A URL that is neither is answered with HTTP 404;
/// [`transport_for`](Self::transport_for) needs no such telling.
#[derive(Clone)]
pub struct Sandbox(Arc<Inner>);

struct Inner {
    clock: Arc<dyn Clock>,
    world: World,
    houses: Vec<House>,
}

/// One vendor's server and its state.
pub(crate) struct House {
    served: &'static Served,
    accounts: Vec<Credentials>,
    orders: AtomicU64,
}

impl House {
    pub(crate) fn new(served: &'static Served, accounts: Vec<Credentials>) -> Self {
        Self {
            served,
            accounts,
            orders: AtomicU64::new(0),
        }
    }
}

impl fmt::Debug for Sandbox {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sandbox")
            .field("clock", &self.0.clock)
            .field("world", &self.0.world)
            .finish_non_exhaustive()
    }
}

impl Default for Sandbox {
    fn default() -> Self {
        Self::new()
    }
}

impl Sandbox {
    /// A sandbox with the system's clock, the default world and the default credentials: `sandbox-` and the credential's
    /// name with hyphens, for example `sandbox-appkey`.
    #[must_use]
    pub fn new() -> Self {
        let houses = SERVED
            .iter()
            .map(|served| House::new(served, vec![default_account(served.vendor)]))
            .collect();
        Self::assemble(Arc::new(SystemClock), DEFAULT_SEED, houses)
    }

    pub(crate) fn assemble(clock: Arc<dyn Clock>, seed: u64, houses: Vec<House>) -> Self {
        Self(Arc::new(Inner {
            clock,
            world: World::new(seed),
            houses,
        }))
    }

    /// A sandbox with a clock, seed or credentials of the caller's.
    #[must_use]
    pub fn builder() -> Builder {
        Builder::default()
    }

    /// The vendors that are served.
    pub fn vendors(&self) -> impl Iterator<Item = &'static Vendor> {
        self.0.houses.iter().map(|house| house.served.vendor)
    }

    /// The vendor's first account, as names and values; nothing for a vendor that is not served.
    #[must_use]
    pub fn credentials(&self, vendor: &str) -> Vec<(&str, &str)> {
        let Some(account) = self.house(vendor).and_then(|house| house.accounts.first()) else {
            return Vec::new();
        };
        account
            .names()
            .filter_map(|name| Some((name, account.get(name)?.expose())))
            .collect()
    }

    /// The value of a documented environment variable that lets an in-process client in: for
    /// [`Builder::from_lookup`](zhixing_core::client::Builder::from_lookup).
    ///
    /// ```
    /// let sandbox = zhixing_sandbox::Sandbox::new();
    /// assert_eq!(sandbox.lookup("QIXIN_APPKEY").as_deref(), Some("sandbox-appkey"));
    /// assert_eq!(sandbox.lookup("CLOUDMARKET_URL").as_deref(), Some("https://sandbox.invalid/cloudmarket"));
    /// assert_eq!(sandbox.lookup("HOME"), None);
    /// ```
    #[must_use]
    pub fn lookup(&self, variable: &str) -> Option<String> {
        self.variables(NOWHERE)
            .into_iter()
            .find(|(name, _)| name == variable)
            .map(|(_, value)| value)
    }

    /// The variables that lead a client to this sandbox on a port of 127.0.0.1 (see [`serve`](crate::serve())): base URL and
    /// credentials of every vendor, by their documented names.
    #[must_use]
    pub fn environment(&self, port: u16) -> Vec<(String, String)> {
        self.variables(&format!("http://127.0.0.1:{port}"))
    }

    /// Every documented variable with the value for a sandbox whose vendors are below that URL.
    fn variables(&self, root: &str) -> Vec<(String, String)> {
        let mut variables = Vec::new();
        for house in &self.0.houses {
            let vendor = house.served.vendor;
            let url = format!("{root}/{}", vendor.name);
            variables.push((vendor.base_url.environment.to_owned(), url));
            for (name, value) in self.credentials(vendor.name) {
                if let Some(spec) = vendor.credentials.iter().find(|spec| spec.name == name) {
                    variables.push((spec.environment.to_owned(), value.to_owned()));
                }
            }
        }
        variables
    }

    /// The transport of a client of this vendor, whatever base URL the client has. A vendor that is not served answers
    /// everything with HTTP 404.
    #[must_use]
    pub fn transport_for(&self, vendor: &str) -> VendorTransport {
        VendorTransport {
            sandbox: self.clone(),
            vendor: vendor.to_owned(),
        }
    }

    pub(crate) fn house(&self, vendor: &str) -> Option<&House> {
        self.0
            .houses
            .iter()
            .find(|house| house.served.vendor.name == vendor)
    }

    /// Answers a request to a vendor, or with HTTP 404 if there is none.
    pub(crate) fn answer(&self, house: Option<&House>, request: &Incoming) -> Answered {
        let Some(house) = house else {
            return wrong(404, "Not found");
        };
        let next_order = || {
            let number = house.orders.fetch_add(1, Ordering::Relaxed).wrapping_add(1);
            format!("SANDBOX{number:012}")
        };
        let circumstances = Circumstances {
            accounts: &house.accounts,
            now: self.0.clock.now(),
            world: &self.0.world,
            next_order: &next_order,
        };
        answer(house.served, &circumstances, request)
    }

    /// The `Date` header: IMF-fixdate (RFC 9110, 5.6.7).
    pub(crate) fn date(&self) -> Option<String> {
        let now = jiff::Timestamp::from_millisecond(self.0.clock.now().as_millis()).ok()?;
        jiff::fmt::rfc2822::DateTimePrinter::new()
            .timestamp_to_rfc9110_string(&now)
            .ok()
    }

    fn exchange(
        &self,
        house: Option<&House>,
        request: &HttpRequest,
        limits: &Limits,
    ) -> Result<HttpReply, TransportError> {
        let url = Url::split(&request.url);
        let path = match house {
            // The whole endpoint is the buyer's: no path of it is documented.
            Some(house) if house.served.vendor.base_url.whole_endpoint => "",
            Some(house) => below(url.path, house.served.vendor.name).unwrap_or(url.path),
            None => url.path,
        };
        let incoming = Incoming::new(
            request.method.as_str(),
            path,
            url.query,
            request.headers.clone(),
            request.body.as_deref().unwrap_or_default(),
        );
        let answered = self.answer(house, &incoming);
        if answered.body.len() > limits.reply_bytes {
            let fault = Fault::TooLarge {
                limit: limits.reply_bytes,
            };
            return Err(TransportError::new(fault, Phase::Answered));
        }
        let mut reply = HttpReply::new(answered.status, Some(CONTENT_TYPE), answered.body);
        reply.date = self.date();
        Ok(reply)
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
            let vendor = house.served.vendor;
            let documented = vendor.base_url.url.map(|url| Url::split(url).authority);
            documented == Some(url.authority) || below(url.path, vendor.name).is_some()
        });
        self.exchange(house, request, limits)
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
        self.sandbox.exchange(house, request, limits)
    }
}

/// The part of a path below `/<vendor>`.
pub(crate) fn below<'a>(path: &'a str, vendor: &str) -> Option<&'a str> {
    let rest = path.strip_prefix('/')?.strip_prefix(vendor)?;
    (rest.is_empty() || rest.starts_with('/')).then_some(rest)
}

struct Url<'a> {
    authority: &'a str,
    path: &'a str,
    query: &'a str,
}

impl<'a> Url<'a> {
    fn split(url: &'a str) -> Self {
        let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
        let (rest, query) = rest.split_once('?').unwrap_or((rest, ""));
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
