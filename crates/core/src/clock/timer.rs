//! How a client waits. The core runs on any runtime, so it cannot sleep by itself: it is given a timer as it is given a
//! clock, and tests give one of which the hours pass at once.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;

/// Time that only grows, whatever is done to the wall clock, and a way to let it pass.
///
/// A client with the default transport has tokio's (`TokioTimer`). With a transport of one's own there is none until one
/// is given to the builder, and without a timer nothing is repeated.
#[async_trait]
pub trait Timer: fmt::Debug + Send + Sync {
    /// The time since some moment that stays the same.
    fn elapsed(&self) -> Duration;

    /// Returns when so much time has passed.
    async fn sleep(&self, pause: Duration);
}

#[async_trait]
impl<T: Timer + ?Sized> Timer for Arc<T> {
    fn elapsed(&self) -> Duration {
        (**self).elapsed()
    }

    async fn sleep(&self, pause: Duration) {
        (**self).sleep(pause).await;
    }
}

/// The timer of the tokio runtime that the call is made on. It needs one with time enabled, as the default transport does.
#[cfg(feature = "reqwest")]
#[derive(Debug, Clone, Copy)]
pub struct TokioTimer(tokio::time::Instant);

#[cfg(feature = "reqwest")]
impl TokioTimer {
    /// A timer that counts from now.
    #[must_use]
    pub fn new() -> Self {
        Self(tokio::time::Instant::now())
    }
}

#[cfg(feature = "reqwest")]
impl Default for TokioTimer {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(feature = "reqwest")]
#[async_trait]
impl Timer for TokioTimer {
    fn elapsed(&self) -> Duration {
        self.0.elapsed()
    }

    async fn sleep(&self, pause: Duration) {
        tokio::time::sleep(pause).await;
    }
}
