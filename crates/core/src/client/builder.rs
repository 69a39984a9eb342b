//! Putting a client together: credentials, host, transport, clock, limits.

use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;

use super::{Budget, Caller, Inner, Repeats};
use crate::clock::{Clock, Skew, SystemClock, Timer};
use crate::credentials::Credentials;
use crate::error::{Error, Kind};
use crate::observe::{Observer, Watch};
use crate::sign::{Nonces, SystemNonces};
use crate::spec::Vendor;
use crate::transport::{Limits, Transport};

/// Puts a client together. Nothing is checked before [`build`](Self::build).
pub struct Builder<C> {
    vendor: &'static Vendor,
    credentials: Vec<(String, crate::personal::Personal)>,
    base_url: Option<String>,
    transport: Option<Arc<dyn Transport>>,
    clock: Arc<dyn Clock>,
    timer: Option<Arc<dyn Timer>>,
    nonces: Arc<dyn Nonces>,
    limits: Limits,
    repeats: Repeats,
    budget: Budget,
    accept_unverified: bool,
    observer: Option<Arc<dyn Observer>>,
    client: PhantomData<C>,
}

impl<C> fmt::Debug for Builder<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Builder")
            .field("vendor", &self.vendor.name)
            .finish_non_exhaustive()
    }
}

impl<C: From<Caller>> Builder<C> {
    /// A client of that vendor. Generated clients call this.
    #[must_use]
    pub fn new(vendor: &'static Vendor) -> Self {
        Self {
            vendor,
            credentials: Vec::new(),
            base_url: None,
            transport: None,
            clock: Arc::new(SystemClock),
            timer: None,
            nonces: Arc::new(SystemNonces),
            limits: Limits::default(),
            repeats: Repeats::default(),
            budget: Budget::default(),
            accept_unverified: false,
            observer: None,
            client: PhantomData,
        }
    }

    /// Gives a credential by the name that the document gives it.
    #[must_use]
    pub fn credential(mut self, name: &str, value: impl Into<String>) -> Self {
        self.credentials
            .push((name.to_owned(), value.into().into()));
        self
    }

    /// Takes the credentials and the base URL from the documented environment variables, where they
    /// are set.
    #[must_use]
    pub fn from_env(self) -> Self {
        self.from_lookup(|variable| std::env::var(variable).ok())
    }

    /// Takes the credentials and the base URL from wherever `lookup` finds the documented
    /// environment variables' names.
    #[must_use]
    pub fn from_lookup(mut self, lookup: impl Fn(&str) -> Option<String>) -> Self {
        for credential in self.vendor.credentials {
            if let Some(value) = lookup(credential.environment) {
                self = self.credential(credential.name, value);
            }
        }
        if let Some(url) = lookup(self.vendor.base_url.environment) {
            self = self.base_url(url);
        }
        self
    }

    /// Calls this host instead of the documented one: scheme, host, port, and a path to put before
    /// the operation's. Where the document prints no URL, this is the whole endpoint.
    #[must_use]
    pub fn base_url(mut self, url: impl Into<String>) -> Self {
        self.base_url = Some(url.into());
        self
    }

    /// Sends through this transport instead of real HTTP. It brings no [`timer`](Self::timer), without which nothing is
    /// repeated.
    #[must_use]
    pub fn transport(mut self, transport: impl Transport + 'static) -> Self {
        self.transport = Some(Arc::new(transport));
        self
    }

    /// Signs by this clock instead of the system's.
    #[must_use]
    pub fn clock(mut self, clock: impl Clock + 'static) -> Self {
        self.clock = Arc::new(clock);
        self
    }

    /// Waits by this timer instead of tokio's, which only the default transport brings along.
    #[must_use]
    pub fn timer(mut self, timer: impl Timer + 'static) -> Self {
        self.timer = Some(Arc::new(timer));
        self
    }

    /// Takes nonces from here instead of the system's randomness; only vendors whose signature has a nonce ask for any.
    #[must_use]
    pub fn nonces(mut self, nonces: impl Nonces + 'static) -> Self {
        self.nonces = Arc::new(nonces);
        self
    }

    /// Allows each exchange this much time and memory.
    #[must_use]
    pub fn limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// Repeats so what may be repeated by itself; [`Repeats::none`] repeats nothing.
    #[must_use]
    pub fn repeats(mut self, repeats: Repeats) -> Self {
        self.repeats = repeats;
        self
    }

    /// Stops before this budget would be exceeded, with [`Kind::Budget`]. Without one, calls are counted and not limited.
    #[must_use]
    pub fn budget(mut self, budget: Budget) -> Self {
        self.budget = budget;
        self
    }

    /// Hands out replies whose signature is missing or wrong, marked as such.
    ///
    /// Without this such a reply is an error, and its content is never typed. Only for looking into
    /// what a vendor sends: such a reply may have been altered on its way.
    #[must_use]
    pub fn dangerously_accept_unverified_replies(mut self) -> Self {
        self.accept_unverified = true;
        self
    }

    /// Tells this observer once of each way in which replies differ from the vendor's document: names and
    /// kinds, never values. See [`observe`](crate::observe).
    #[must_use]
    pub fn observer(mut self, observer: impl Observer + 'static) -> Self {
        self.observer = Some(Arc::new(observer));
        self
    }

    /// The client.
    ///
    /// # Errors
    /// A credential is missing or malformed, the base URL is missing or malformed, or there is no
    /// transport. Nothing was sent.
    pub fn build(self) -> Result<C, Error> {
        let vendor = self.vendor;
        let refuse = |kind| Error::not_sent(vendor, None, kind);
        let mut credentials = Credentials::new();
        for (name, value) in self.credentials {
            let inserted = credentials.insert(name, value.as_str());
            inserted.map_err(|error| {
                refuse(Kind::InvalidCredential {
                    credential: error.name,
                    fault: error.fault,
                })
            })?;
        }
        if let Some(missing) = vendor
            .credentials
            .iter()
            .find(|spec| credentials.get(spec.name).is_none())
        {
            let kind = Kind::MissingCredential {
                credential: missing.name,
                environment: missing.environment,
            };
            return Err(refuse(kind));
        }
        let base_url = match self.base_url.as_deref().or(vendor.base_url.url) {
            Some(url) => {
                let whole = vendor.base_url.whole_endpoint;
                checked_base_url(url, whole)
                    .map_err(|reason| refuse(Kind::InvalidBaseUrl { reason }))?
            }
            None => {
                return Err(refuse(Kind::MissingBaseUrl {
                    environment: vendor.base_url.environment,
                }));
            }
        };
        let (transport, timer) = match self.transport {
            Some(transport) => (transport, self.timer),
            None => {
                let (transport, timer) = default_transport(&self.limits).map_err(refuse)?;
                (transport, self.timer.or(Some(timer)))
            }
        };
        Ok(C::from(Caller(Arc::new(Inner {
            vendor,
            credentials,
            base_url,
            transport,
            clock: self.clock,
            skew: Skew::default(),
            timer,
            nonces: self.nonces,
            limits: self.limits,
            repeats: self.repeats,
            budget: self.budget,
            accept_unverified: self.accept_unverified,
            watch: self.observer.map(Watch::new),
        }))))
    }
}

type TransportAndTimer = (Arc<dyn Transport>, Arc<dyn Timer>);

#[cfg(feature = "reqwest")]
fn default_transport(limits: &Limits) -> Result<TransportAndTimer, Kind> {
    let timer = crate::clock::TokioTimer::new();
    match crate::transport::HttpTransport::new(limits) {
        Ok(transport) => Ok((Arc::new(transport), Arc::new(timer))),
        Err(error) => Err(Kind::Transport(error.fault)),
    }
}

#[cfg(not(feature = "reqwest"))]
fn default_transport(_: &Limits) -> Result<TransportAndTimer, Kind> {
    Err(Kind::NoTransport)
}

/// The URL, without a slash at its end where a path follows; a whole endpoint stays as it is. The
/// reasons name no part of it: it may hold a credential.
fn checked_base_url(url: &str, whole_endpoint: bool) -> Result<String, &'static str> {
    let url = url.trim();
    let Some(rest) = url
        .strip_prefix("https://")
        .or_else(|| url.strip_prefix("http://"))
    else {
        return Err("must begin with http:// or https://");
    };
    let authority = rest.split(['/', '?']).next().unwrap_or_default();
    if authority.is_empty() || authority.starts_with(':') {
        return Err("must name a host");
    }
    if authority.contains('@') {
        return Err("must not hold a user name or password");
    }
    if url.contains('#') {
        return Err("must not hold a fragment");
    }
    if url.contains(char::is_whitespace) || url.contains(char::is_control) {
        return Err("must not hold blanks or line ends");
    }
    if whole_endpoint {
        return Ok(url.to_owned());
    }
    if url.contains('?') {
        return Err("must not hold a query: the operation's path follows it");
    }
    Ok(url.trim_end_matches('/').to_owned())
}
