//! What one source has sent so far.
//!
//! A call that is dropped on its way tells nothing, and neither do the attempts that its client makes by itself. But each passes
//! the transport, and there it is known at any moment how many there were and whether the server may have got one.

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use async_trait::async_trait;
use zhixing_core::transport::{HttpReply, HttpRequest, Limits, Phase, Transport, TransportError};

/// The attempts of one source. Clones count together.
#[derive(Debug, Clone)]
pub(crate) struct Sent(Arc<Mutex<Attempts>>);

#[derive(Debug)]
struct Attempts {
    made: u32,
    furthest: Phase,
}

impl Sent {
    /// Nothing yet.
    pub(crate) fn new() -> Self {
        Self(Arc::new(Mutex::new(Attempts {
            made: 0,
            furthest: Phase::NotSent,
        })))
    }

    /// Attempts that were made, whatever came of them.
    pub(crate) fn attempts(&self) -> u32 {
        self.lock().made
    }

    /// Whether any of them reached the server: in doubt if that is so of one.
    pub(crate) fn phase(&self) -> Phase {
        self.lock().furthest
    }

    /// The transport, watched.
    pub(crate) fn watch(&self, transport: Arc<dyn Transport>) -> Arc<dyn Transport> {
        Arc::new(Watched {
            transport,
            sent: self.clone(),
        })
    }

    fn came_to(&self, phase: Phase) {
        let rank = |phase| match phase {
            Phase::NotSent => 0,
            Phase::Answered => 1,
            Phase::InDoubt => 2,
        };
        let mut attempts = self.lock();
        if rank(phase) > rank(attempts.furthest) {
            attempts.furthest = phase;
        }
    }

    fn lock(&self) -> MutexGuard<'_, Attempts> {
        // It is whole after every step, so a panic elsewhere spoils nothing.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

struct Watched {
    transport: Arc<dyn Transport>,
    sent: Sent,
}

impl fmt::Debug for Watched {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.transport.fmt(f)
    }
}

#[async_trait]
impl Transport for Watched {
    async fn send(
        &self,
        request: &HttpRequest,
        limits: &Limits,
    ) -> Result<HttpReply, TransportError> {
        self.sent.lock().made += 1;
        let mut attempt = OnItsWay {
            sent: &self.sent,
            // Unless it comes to an end.
            phase: Phase::InDoubt,
        };
        let outcome = self.transport.send(request, limits).await;
        attempt.phase = match &outcome {
            Ok(_) => Phase::Answered,
            Err(error) => error.phase,
        };
        outcome
    }
}

/// Notes what an attempt came to, also when it is dropped.
struct OnItsWay<'s> {
    sent: &'s Sent,
    phase: Phase,
}

impl Drop for OnItsWay<'_> {
    fn drop(&mut self) {
        self.sent.came_to(self.phase);
    }
}
