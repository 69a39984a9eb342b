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
    /// Replies that arrived.
    pub(crate) answered: u64,
}

impl Counts {
    /// Who is being asked: `juhe ×3, qcc`.
    pub(crate) fn vendors(&self) -> String {
        let busy = self.in_flight.iter().filter(|(_, calls)| **calls > 0);
        let names: Vec<String> = busy
            .map(|(vendor, calls)| match calls {
                1 => (*vendor).to_owned(),
                _ => format!("{vendor} ×{calls}"),
            })
            .collect();
        names.join(", ")
    }
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
        let answered = match &outcome {
            Ok(_) => true,
            Err(error) => error.phase == Phase::Answered,
        };
        if answered {
            self.traffic.counts().answered += 1;
        }
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
