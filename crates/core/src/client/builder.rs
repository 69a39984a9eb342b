//! Putting a client together: credentials, host, transport, clock, limits.

use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;

use super::{Budget, Caller, Inner, Repeats};
use crate::clock::{Clock, Skew, SystemClock, Timer};
use crate::credentials::Credentials;
use crate::error::{Error, Kind};
use crate::host;
use crate::observe::{Observer, Watch};
use crate::sign::{Nonces, SystemNonces};
use crate::spec::Vendor;
use crate::transport::{Limits, Transport};

/// Where a value was given. A host that was looked up gets no credential from elsewhere.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Origin {
    /// In the program.
    Program,
    /// By the lookup of that number.
    Lookup(u32),
}

/// Puts a client together. Nothing is checked before [`build`](Self::build).
pub struct Builder<C> {
    vendor: &'static Vendor,
    credentials: Vec<(String, crate::personal::Personal, Origin)>,
    base_url: Option<(String, Origin)>,
    lookups: u32,
    transport: Option<Arc<dyn Transport>>,
    clock: Arc<dyn Clock>,
    timer: Option<Arc<dyn Timer>>,
    nonces: Arc<dyn Nonces>,
    limits: Limits,
    repeats: Repeats,
    budget: Budget,
    accept_unverified: bool,
    plain_http_anywhere: bool,
    identity_numbers_in_the_clear: bool,
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
            lookups: 0,
            transport: None,
            clock: Arc::new(SystemClock),
            timer: None,
            nonces: Arc::new(SystemNonces),
            limits: Limits::default(),
            repeats: Repeats::default(),
            budget: Budget::default(),
            accept_unverified: false,
            plain_http_anywhere: false,
            identity_numbers_in_the_clear: false,
            observer: None,
            client: PhantomData,
        }
    }

    /// Gives a credential by the name that the document gives it.
    #[must_use]
    pub fn credential(mut self, name: &str, value: impl Into<String>) -> Self {
        self.give(name, value.into(), Origin::Program);
        self
    }

    fn give(&mut self, name: &str, value: String, origin: Origin) {
        self.credentials
            .push((name.to_owned(), value.into(), origin));
    }

    /// Takes the credentials and the base URL from the documented environment variables, where they
    /// are set. A base URL that is found so is for credentials that are found so: see [`build`](Self::build).
    #[must_use]
    pub fn from_env(self) -> Self {
        self.from_lookup(crate::credentials::variable)
    }

    /// Takes the credentials and the base URL from wherever `lookup` finds the documented
    /// environment variables' names. A base URL that is found so is for credentials that are found by the
    /// same lookup: see [`build`](Self::build).
    #[must_use]
    pub fn from_lookup(mut self, lookup: impl Fn(&str) -> Option<String>) -> Self {
        self.lookups += 1;
        let origin = Origin::Lookup(self.lookups);
        for credential in self.vendor.credentials {
            if let Some(value) = lookup(credential.environment) {
                self.give(credential.name, value, origin);
            }
        }
        if let Some(url) = lookup(self.vendor.base_url.environment) {
            self.base_url = Some((url, origin));
        }
        self
    }

    /// Calls this host instead of the documented one: scheme, host, port, and a path to put before
    /// the operation's. Where the document prints no URL, this is the whole endpoint.
    ///
    /// The credentials go to this host and to no other. Without `https://` everybody on the way reads them and what is
    /// asked, so `http://` is refused, unless the vendor's document prints it or the host is this machine.
    #[must_use]
    pub fn base_url(mut self, url: impl Into<String>) -> Self {
        self.base_url = Some((url.into(), Origin::Program));
        self
    }

    /// Accepts a base URL with `http://` for any host and vendor.
    ///
    /// Only for tests within a network of one's own: everybody on the way reads the key, the secret where the vendor
    /// wants it sent, and what is asked, and can alter what is answered.
    #[must_use]
    pub fn dangerously_allow_plain_http(mut self) -> Self {
        self.plain_http_anywhere = true;
        self
    }

    /// Sends identity numbers where nothing encrypts them on their way.
    ///
    /// Some documents print `http://`. Without this a call with an identity number to such a host is
    /// [an error](Kind::IdentityNumberOverPlainHttp), and nothing is sent; an `https://` base URL needs none of this,
    /// and neither does a host on this machine.
    #[must_use]
    pub fn allow_identity_numbers_over_plain_http(mut self) -> Self {
        self.identity_numbers_in_the_clear = true;
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
    ///
    /// A base URL that was looked up beside a credential that was not, or by another lookup, is an error too: who can set
    /// a variable could otherwise lead a credential to a host of theirs.
    pub fn build(self) -> Result<C, Error> {
        let vendor = self.vendor;
        let refuse = |kind| Error::not_sent(vendor, None, kind);
        let strayed = self.leads_credentials_astray();
        let mut credentials = Credentials::new();
        for (name, value, _) in self.credentials {
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
        let given = self.base_url.as_ref().map(|(url, _)| url.as_str());
        let Some(url) = given.or(vendor.base_url.url) else {
            return Err(refuse(Kind::MissingBaseUrl {
                environment: vendor.base_url.environment,
            }));
        };
        let base_url = if strayed {
            Err("was looked up elsewhere than a credential: it gets none that it did not come with")
        } else {
            host::checked(url, vendor, self.plain_http_anywhere)
        };
        let base_url = base_url.map_err(|reason| refuse(Kind::InvalidBaseUrl { reason }))?;
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
            identity_numbers: self.identity_numbers_in_the_clear
                || !host::is_readable_by_others(&base_url),
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

impl<C> Builder<C> {
    /// Whether the base URL was looked up and a credential that would be sent there was given otherwise.
    fn leads_credentials_astray(&self) -> bool {
        let Some((_, origin @ Origin::Lookup(_))) = &self.base_url else {
            return false;
        };
        // Of several values of one name the last counts.
        self.vendor.credentials.iter().any(|spec| {
            let mut given = self.credentials.iter().rev();
            let last = given.find(|(name, ..)| name == spec.name);
            last.is_some_and(|(.., from)| from != origin)
        })
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
