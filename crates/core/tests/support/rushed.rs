//! A timer of which all pauses pass at once, and which remembers them.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use zhixing_core::clock::Timer;

#[derive(Debug, Clone, Default)]
pub struct Rushed(Arc<Mutex<Vec<Duration>>>);

impl Rushed {
    pub fn new() -> Self {
        Self::default()
    }

    /// How long each pause would have been.
    pub fn pauses(&self) -> Vec<Duration> {
        self.0.lock().unwrap().clone()
    }

    /// Lets so much time pass.
    pub fn pass(&self, time: Duration) {
        self.0.lock().unwrap().push(time);
    }
}

#[async_trait::async_trait]
impl Timer for Rushed {
    fn elapsed(&self) -> Duration {
        self.0.lock().unwrap().iter().sum()
    }

    async fn sleep(&self, pause: Duration) {
        self.pass(pause);
    }
}
