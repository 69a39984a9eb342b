//! What is on its way to the vendors, for the progress line and for what Ctrl-C leaves behind.
//!
//! The facade tells when a source is settled and not what is on its way, and a call that is dropped tells nothing. But each
//! call passes its transport, and counting there knows at any moment whom an interrupt leaves in doubt.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use async_trait::async_trait;
use zhixing_core::transport::{HttpReply, HttpRequest, Limits, Phase, Transport, TransportError};

/// Counts of calls. Clones count together.
#[derive(Debug, Clone, Default)]
pub(crate) struct Traffic(Arc<Mutex<Counts>>);

/// The counts at one moment.
#[derive(Debug, Clone, Default)]
pub(crate) struct Counts {
    /// Calls on their way, by vendor.
    in_flight: BTreeMap<&'static str, u64>,
    /// Calls that broke off after they may have been sent.
    broken: BTreeMap<&'static str, u64>,
    /// Replies that arrived.
    pub(crate) answered: u64,
}

impl Counts {
    /// Who is being asked: `juhe ×3, qcc`.
    pub(crate) fn vendors(&self) -> String {
        names(&self.in_flight)
    }

    /// Whose calls may have been counted though nothing came of them: those on their way, should they be dropped now, and
    /// those that broke off.
    pub(crate) fn in_doubt(&self) -> String {
        let mut all = self.in_flight.clone();
        for (vendor, calls) in &self.broken {
            *all.entry(vendor).or_default() += calls;
        }
        names(&all)
    }

    /// Whether any was sent.
    pub(crate) fn sent(&self) -> Phase {
        match self.answered {
            0 if self.in_doubt().is_empty() => Phase::NotSent,
            0 => Phase::InDoubt,
            _ => Phase::Answered,
        }
    }
}

fn names(calls: &BTreeMap<&'static str, u64>) -> String {
    let some = calls.iter().filter(|(_, calls)| **calls > 0);
    let names: Vec<String> = some
        .map(|(vendor, calls)| match calls {
            1 => (*vendor).to_owned(),
            _ => format!("{vendor} ×{calls}"),
        })
        .collect();
    names.join(", ")
}

impl Traffic {
    /// The counts now.
    pub(crate) fn now(&self) -> Counts {
        self.counts().clone()
    }

    /// The transport, counted.
    pub(crate) fn watch(
        &self,
        vendor: &'static str,
        inner: Result<Arc<dyn Transport>, TransportError>,
    ) -> Arc<dyn Transport> {
        Arc::new(Watched {
            vendor,
            inner,
            traffic: self.clone(),
        })
    }

    fn counts(&self) -> MutexGuard<'_, Counts> {
        // Counts are whole after every step, so a panic elsewhere spoils none.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[derive(Debug)]
struct Watched {
    vendor: &'static str,
    inner: Result<Arc<dyn Transport>, TransportError>,
    traffic: Traffic,
}

#[async_trait]
impl Transport for Watched {
    async fn send(
        &self,
        request: &HttpRequest,
        limits: &Limits,
    ) -> Result<HttpReply, TransportError> {
        let inner = self.inner.as_ref().map_err(Clone::clone)?;
        let _on_its_way = OnItsWay::new(self.vendor, &self.traffic);
        let outcome = inner.send(request, limits).await;
        let phase = outcome
            .as_ref()
            .err()
            .map_or(Phase::Answered, |it| it.phase);
        let mut counts = self.traffic.counts();
        match phase {
            Phase::Answered => counts.answered += 1,
            Phase::InDoubt => *counts.broken.entry(self.vendor).or_default() += 1,
            Phase::NotSent => {}
        }
        drop(counts);
        outcome
    }
}

/// Counts a call down however it ends: answered, failed or dropped.
struct OnItsWay<'a> {
    vendor: &'static str,
    traffic: &'a Traffic,
}

impl<'a> OnItsWay<'a> {
    fn new(vendor: &'static str, traffic: &'a Traffic) -> Self {
        *traffic.counts().in_flight.entry(vendor).or_default() += 1;
        Self { vendor, traffic }
    }
}

impl Drop for OnItsWay<'_> {
    fn drop(&mut self) {
        if let Some(calls) = self.traffic.counts().in_flight.get_mut(self.vendor) {
            *calls = calls.saturating_sub(1);
        }
    }
}
