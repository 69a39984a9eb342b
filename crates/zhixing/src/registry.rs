//! The vendors that this build knows: the one place where their crates are named.

use std::fmt;
use std::sync::Arc;

use zhixing_core::Error;
use zhixing_core::any::AnyClient;
use zhixing_core::client::{Budget, Builder, Caller, Repeats};
use zhixing_core::observe::{Event, Observer, Once};
use zhixing_core::spec::Vendor;
use zhixing_core::transport::{Limits, Transport};

type Connect =
    fn(&'static Vendor, &Setup, Option<Arc<dyn Transport>>) -> Result<Arc<dyn AnyClient>, Error>;

/// A vendor that this build can ask.
#[derive(Debug, Clone, Copy)]
pub struct Entry {
    /// What its document says.
    pub vendor: &'static Vendor,
    connect: Connect,
}

impl Entry {
    const fn of<C>(vendor: &'static Vendor) -> Self
    where
        C: AnyClient + From<Caller> + 'static,
    {
        Self {
            vendor,
            connect: build::<C>,
        }
    }

    /// A client of the vendor.
    ///
    /// # Errors
    /// A credential or the host is missing or malformed. Nothing was sent.
    pub fn connect(&self, setup: &Setup) -> Result<Arc<dyn AnyClient>, Error> {
        self.connect_by(setup, setup.transport(self.vendor))
    }

    /// The same, sending through that transport; where there is none, it is the client that says why.
    pub(crate) fn connect_by(
        &self,
        setup: &Setup,
        transport: Option<Arc<dyn Transport>>,
    ) -> Result<Arc<dyn AnyClient>, Error> {
        (self.connect)(self.vendor, setup, transport)
    }
}

/// All vendors, in the order in which they are asked and reported.
pub static VENDORS: &[Entry] = &[
    Entry::of::<qixin::Client>(&qixin::VENDOR),
    Entry::of::<xinshu::Client>(&xinshu::VENDOR),
    Entry::of::<qcc::Client>(&qcc::VENDOR),
    Entry::of::<juhe::Client>(&juhe::VENDOR),
    Entry::of::<cloudmarket::Client>(&cloudmarket::VENDOR),
];

/// Vendors of which the data may come from one source, so that their agreeing confirms nothing: juhe's
/// record ids look like qcc's (32 hexadecimal digits and a type digit). Inferred, not documented.
pub static MAY_SHARE_A_SOURCE: &[&[&str]] = &[&["juhe", "qcc"]];

/// How many of these vendors do not, as far as is known, share a source.
pub(crate) fn independent(vendors: &[String]) -> usize {
    let mut sources: Vec<&str> = vendors
        .iter()
        .map(|vendor| {
            let sharing = MAY_SHARE_A_SOURCE
                .iter()
                .find(|group| group.contains(&vendor.as_str()));
            sharing
                .and_then(|group| group.first())
                .map_or(vendor.as_str(), |first| *first)
        })
        .collect();
    sources.sort_unstable();
    sources.dedup();
    sources.len()
}

/// The vendor of that name.
#[must_use]
pub fn vendor(name: &str) -> Option<&'static Entry> {
    VENDORS.iter().find(|entry| entry.vendor.name == name)
}

type Lookup = Arc<dyn Fn(&str) -> Option<String> + Send + Sync>;
type Transports = Arc<dyn Fn(&Vendor) -> Arc<dyn Transport> + Send + Sync>;

/// Where clients get their credentials and how they send.
#[derive(Clone)]
pub struct Setup {
    lookup: Lookup,
    transports: Option<Transports>,
    sandbox: bool,
    limits: Limits,
    accept_unverified: bool,
    identity_numbers_in_the_clear: bool,
    repeats: Repeats,
    budget: Budget,
    observer: Option<Arc<dyn Observer>>,
}

impl fmt::Debug for Setup {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Setup")
            .field("sandbox", &self.sandbox)
            .finish_non_exhaustive()
    }
}

impl Setup {
    /// Credentials and hosts from the documented environment variables, sent by real HTTP.
    #[must_use]
    pub fn from_env() -> Self {
        Self::from_lookup(zhixing_core::credentials::variable)
    }

    /// Credentials and hosts from wherever `lookup` finds the documented variables' names.
    #[must_use]
    pub fn from_lookup(lookup: impl Fn(&str) -> Option<String> + Send + Sync + 'static) -> Self {
        Self {
            lookup: Arc::new(lookup),
            transports: None,
            sandbox: false,
            limits: Limits::DEFAULT,
            accept_unverified: false,
            identity_numbers_in_the_clear: false,
            repeats: Repeats::default(),
            budget: Budget::default(),
            observer: None,
        }
    }

    /// Sends through these transports, one for each vendor, instead of real HTTP.
    #[must_use]
    pub fn transports(
        mut self,
        transport: impl Fn(&Vendor) -> Arc<dyn Transport> + Send + Sync + 'static,
    ) -> Self {
        self.transports = Some(Arc::new(transport));
        self
    }

    /// Allows each exchange this much time and memory.
    #[must_use]
    pub fn limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// Marks every report as sample data.
    #[must_use]
    pub fn sandbox(mut self) -> Self {
        self.sandbox = true;
        self
    }

    /// Hands out replies whose signature is missing or wrong, marked as such.
    #[must_use]
    pub fn dangerously_accept_unverified_replies(mut self) -> Self {
        self.accept_unverified = true;
        self
    }

    /// Sends identity numbers to vendors whose document prints `http://`, where anybody on the way can read them. Without
    /// this such a source fails, and nothing is sent to it.
    #[must_use]
    pub fn allow_identity_numbers_over_plain_http(mut self) -> Self {
        self.identity_numbers_in_the_clear = true;
        self
    }

    /// Repeats so what may be repeated by itself; [`Repeats::none`] repeats nothing.
    #[must_use]
    pub fn repeats(mut self, repeats: Repeats) -> Self {
        self.repeats = repeats;
        self
    }

    /// Stops all questions that are asked with this setup, and with clones of it, before this budget would be exceeded. A
    /// source that was stopped fails as `budget`.
    ///
    /// ```
    /// use zhixing::{Budget, Setup};
    ///
    /// let budget = Budget::new().calls(50);
    /// let setup = Setup::from_env().budget(budget.clone());
    /// // zhixing::check(&question, &setup).await …
    /// assert_eq!(budget.spent().calls, 0);
    /// ```
    #[must_use]
    pub fn budget(mut self, budget: Budget) -> Self {
        self.budget = budget;
        self
    }

    /// Tells this observer once of each way in which replies differ from their vendor's document, over all
    /// questions that are asked with this setup: names and kinds, never values. See [`Observer`].
    #[must_use]
    pub fn observer(mut self, observer: impl Observer + 'static) -> Self {
        self.observer = Some(Arc::new(Once::new(observer)));
        self
    }

    /// Whether answers are sample data.
    #[must_use]
    pub fn is_sandbox(&self) -> bool {
        self.sandbox
    }

    /// The variables of that vendor's credentials, and of its host where the document prints none,
    /// that are not set.
    #[must_use]
    pub fn missing(&self, vendor: &Vendor) -> Vec<&'static str> {
        let credentials = vendor
            .credentials
            .iter()
            .map(|credential| credential.environment);
        let host = vendor
            .base_url
            .url
            .is_none()
            .then_some(vendor.base_url.environment);
        credentials
            .chain(host)
            .filter(|variable| !self.is_set(variable))
            .collect()
    }

    /// How that vendor's requests are sent; `None` where the client fails to make its own.
    pub(crate) fn transport(&self, vendor: &Vendor) -> Option<Arc<dyn Transport>> {
        match &self.transports {
            Some(transports) => Some(transports(vendor)),
            None => default_transport(&self.limits),
        }
    }

    fn is_set(&self, variable: &str) -> bool {
        (self.lookup)(variable).is_some_and(|value| !value.is_empty())
    }
}

#[cfg(feature = "reqwest")]
fn default_transport(limits: &Limits) -> Option<Arc<dyn Transport>> {
    let transport = zhixing_core::transport::HttpTransport::new(limits).ok()?;
    Some(Arc::new(transport))
}

#[cfg(not(feature = "reqwest"))]
fn default_transport(_: &Limits) -> Option<Arc<dyn Transport>> {
    None
}

fn build<C>(
    vendor: &'static Vendor,
    setup: &Setup,
    transport: Option<Arc<dyn Transport>>,
) -> Result<Arc<dyn AnyClient>, Error>
where
    C: AnyClient + From<Caller> + 'static,
{
    let mut builder = Builder::<C>::new(vendor)
        .from_lookup(|variable| (setup.lookup)(variable))
        .limits(setup.limits)
        .repeats(setup.repeats)
        .budget(setup.budget.clone());
    // All of this crate needs tokio's time, whatever the transport.
    #[cfg(feature = "reqwest")]
    {
        builder = builder.timer(zhixing_core::clock::TokioTimer::new());
    }
    if let Some(transport) = transport {
        builder = builder.transport(transport);
    }
    if setup.accept_unverified {
        builder = builder.dangerously_accept_unverified_replies();
    }
    if setup.identity_numbers_in_the_clear {
        builder = builder.allow_identity_numbers_over_plain_http();
    }
    if let Some(observer) = &setup.observer {
        let observer = Arc::clone(observer);
        builder = builder.observer(move |event: &Event| observer.observe(event));
    }
    Ok(Arc::new(builder.build()?))
}
